"""Photos of every kind, made when a test asks: each half dark red, half light blue, so that a turn shows."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms, PngImagePlugin

RED, BLUE = (160, 40, 30), (150, 190, 230)
GPS = 0x8825


def picture(width: int = 800, height: int = 600, mode: str = "RGB") -> Image.Image:
    """Left half red, right half blue."""
    made = Image.new("RGB", (width, height), RED)
    made.paste(BLUE, (width // 2, 0, width, height))
    return made.convert(mode)


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    """The file's bytes."""
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def exif(orientation: int = 1, *, gps: tuple[float, float] | None = None) -> Image.Exif:
    """What a phone writes: its name, how it was held, where it was."""
    said = Image.Exif()
    said[0x010F] = "Telepon"
    said[0x0112] = orientation
    if gps:
        said[GPS] = {1: "S", 2: (abs(gps[0]), 0.0, 0.0), 3: "E", 4: (abs(gps[1]), 0.0, 0.0)}
    return said


def turned(orientation: int) -> bytes:
    """A photo that is 800 × 600 with red on the left when it is set upright, stored as a camera held so stores it."""
    undo = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    stored = picture()
    if orientation in undo:
        stored = stored.transpose(Image.Transpose(undo[orientation]))
    return saved(stored, "JPEG", quality=95, exif=exif(orientation))


def sixteen_bits(width: int = 800, height: int = 600) -> bytes:
    """A grey PNG of 16 bits: left a quarter of the light, right three quarters."""
    row = struct.pack("<H", 0x4000) * (width // 2) + struct.pack("<H", 0xC000) * (width - width // 2)
    return saved(Image.frombytes("I;16", (width, height), row * height), "PNG")


def transparent() -> bytes:
    """A PNG whose left half is red and whose right half is clear."""
    made = picture().convert("RGBA")
    made.paste((0, 0, 0, 0), (400, 0, 800, 600))
    return saved(made, "PNG")


def animated(kind: str) -> bytes:
    """Two frames: the second is all black."""
    later = Image.new("RGB", (800, 600))
    return saved(picture(), kind, save_all=True, append_images=[later], duration=100)


def talkative(kind: str) -> bytes:
    """A photo with everything that may lie beside pixels."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    options: dict[str, Any] = {"exif": exif(gps=(-6.7, 108.5)), "icc_profile": profile}
    if kind == "PNG":
        options["pnginfo"] = PngImagePlugin.PngInfo()
        options["pnginfo"].add_text("Author", "rahasia")
        options["pnginfo"].add_itxt("XML:com.adobe.xmp", "<x:xmpmeta>rahasia</x:xmpmeta>")
    else:
        options["xmp"] = b"<x:xmpmeta>rahasia</x:xmpmeta>"
    if kind == "JPEG":
        options["comment"] = b"rahasia"
    return saved(picture(), kind, **options)


def swapped_profile() -> bytes:
    """An ICC profile of a camera whose red is sRGB's green and whose green is its red."""
    primaries = {"r": (0.3851, 0.7169, 0.0971), "g": (0.4361, 0.2225, 0.0139), "b": (0.1431, 0.0606, 0.7141)}

    def xyz(values: tuple[float, ...]) -> bytes:
        return b"XYZ \0\0\0\0" + b"".join(struct.pack(">i", round(v * 65536)) for v in values)

    gamma = b"curv\0\0\0\0" + struct.pack(">IHH", 1, round(2.2 * 256), 0)
    name = b"desc\0\0\0\0" + struct.pack(">I", 5) + b"swap\0" + b"\0" * 79
    tags = {b"desc": name, b"cprt": b"text\0\0\0\0none\0\0\0\0", b"wtpt": xyz((0.9642, 1.0, 0.8249))}
    for letter, values in primaries.items():
        tags[f"{letter}XYZ".encode()] = xyz(values)
        tags[f"{letter}TRC".encode()] = gamma
    table, data, start = b"", b"", 128 + 4 + 12 * len(tags)
    for tag, content in tags.items():
        padded = content + b"\0" * (-len(content) % 4)
        table += tag + struct.pack(">II", start + len(data), len(content))
        data += padded
    body = struct.pack(">I", len(tags)) + table + data
    header = struct.pack(">I", 128 + len(body)) + b"\0" * 4 + b"\x02\x10\0\0mntrRGB XYZ " + b"\0" * 12 + b"acsp"
    header += b"\0" * 28 + struct.pack(">iii", 63190, 65536, 54061)
    return header.ljust(128, b"\0") + body


KINDS: dict[str, Callable[[], bytes]] = {
    "jpeg.jpg": lambda: saved(picture(), "JPEG", quality=95),
    "progressive.jpg": lambda: saved(picture(), "JPEG", quality=95, progressive=True),
    "cmyk.jpg": lambda: saved(picture(mode="CMYK"), "JPEG", quality=95),
    "mpo.jpg": lambda: saved(picture(), "MPO", save_all=True, append_images=[picture(80, 60)], quality=95),
    "png.png": lambda: saved(picture(), "PNG"),
    "palette.png": lambda: saved(picture().quantize(8), "PNG"),
    "clear-palette.png": lambda: saved(picture().quantize(8), "PNG", transparency=7),
    "webp.webp": lambda: saved(picture(), "WEBP", quality=95),
    "avif.avif": lambda: saved(picture(), "AVIF", quality=95, speed=10),
    "gif.gif": lambda: saved(picture(), "GIF"),
    "animated.gif": lambda: animated("GIF"),
    "animated.webp": lambda: animated("WEBP"),
    "animated.png": lambda: animated("PNG"),
}
GREYS: dict[str, Callable[[], bytes]] = {
    "grey.jpg": lambda: saved(picture(mode="L"), "JPEG", quality=95),
    "grey.png": lambda: saved(picture(mode="L"), "PNG"),
    "grey-alpha.png": lambda: saved(picture(mode="LA"), "PNG"),
    "black-white.png": lambda: saved(picture(mode="1"), "PNG"),
    "sixteen.png": sixteen_bits,
}


def write(folder: Path, name: str, data: bytes) -> Path:
    """The file, in a folder that is made if need be."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path
