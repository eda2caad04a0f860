"""Whatever a camera, a phone or a program gives → plain, upright sRGB pixels, and what lies beside the pixels.

The one place that knows the kinds of pictures: colour models, depths, transparency, profiles, turned cameras.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from PIL import ExifTags, Image, ImageCms

MAX_PIXELS = 100_000_000
Image.MAX_IMAGE_PIXELS = MAX_PIXELS
PAPER = (250, 247, 241)  # the ground of the pages, #faf7f1: what shows through a transparent picture
SIGNATURES = ((b"\xff\xd8\xff", "JPEG"), (b"\x89PNG\r\n\x1a\n", "PNG"), (b"GIF87a", "GIF"), (b"GIF89a", "GIF"))
BRANDS = {b"avif": "AVIF", b"avis": "AVIF", b"heic": "HEIF", b"heix": "HEIF", b"hevc": "HEIF", b"mif1": "HEIF"}
TURNS = {  # by EXIF's orientation, how to set the picture upright
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
TURNED = range(5, 9)  # the orientations whose width is the upright picture's height
TEXTUAL = ("comment", "xmp", "XML:com.adobe.xmp", "photoshop", "icc_profile")


class TooManyPixels(ValueError):
    """A picture over MAX_PIXELS: to be refused before it fills the memory."""


def sniff(head: bytes) -> str:
    """The format that a file's first bytes announce, as a key of `photos.ENDINGS`; empty for none of these."""
    for signature, name in SIGNATURES:
        if head.startswith(signature):
            return name
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    return BRANDS.get(head[8:12], "") if head[4:8] == b"ftyp" else ""


def can_read(name: str) -> bool:
    """Whether a format can be read here: HEIF asks for the extra `heic`."""
    return name != "HEIF" or find_spec("pillow_heif") is not None


@contextmanager
def opened(source: Path | bytes, *, format: str) -> Iterator[Image.Image]:  # noqa: A002  # Pillow's own word
    """A picture of a format that was sniffed, its header read.

    Raises whatever Pillow does for a broken file, and TooManyPixels.
    """
    if format == "HEIF":  # asked for a smaller picture it would give the preview that a phone puts beside the photo
        import_module("pillow_heif").register_heif_opener(thumbnails=False, decode_threads=1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what Pillow has to say of odd metadata concerns nobody
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            image = Image.open(io.BytesIO(source) if isinstance(source, bytes) else source, formats=[format])
        except (Image.DecompressionBombWarning, Image.DecompressionBombError):
            raise TooManyPixels from None
        with image:
            yield image


def upright_size(image: Image.Image) -> tuple[int, int]:
    """Width and height as one sees them."""
    return (image.height, image.width) if _orientation(image) in TURNED else image.size


def has_alpha(image: Image.Image) -> bool:
    """Whether anything of it may be transparent."""
    return "A" in image.getbands() or "a" in image.getbands() or "transparency" in image.info


def has_metadata(image: Image.Image) -> bool:
    """Whether the file says anything beside its pixels."""
    return bool(_exif(image)) or bool(getattr(image, "text", None)) or any(image.info.get(name) for name in TEXTUAL)


def has_position(image: Image.Image) -> bool:
    """Whether the file says where it was taken."""
    xmp = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    gps = _exif(image).get_ifd(ExifTags.IFD.GPSInfo)
    return any(tag > 0 for tag in gps) or b"GPSLatitude" in (xmp.encode() if isinstance(xmp, str) else xmp)


def plain(image: Image.Image, *, at_least: tuple[int, int] | None = None) -> Image.Image:
    """The picture's first frame as RGB pixels: upright, in sRGB, what is transparent laid on paper.

    With `at_least` (upright width and height) it may be made smaller on the way, but not below that.
    Raises whatever Pillow does for a broken file.
    """
    orientation = _orientation(image)
    profile = image.info.get("icc_profile")
    if at_least:
        width, height = at_least[::-1] if orientation in TURNED else at_least
        image.draft(image.mode, (width, height))  # a JPEG decodes at a half, a quarter, an eighth for little
    image.load()
    image = _eight_bits(image)
    if at_least and not has_alpha(image) and image.mode != "P":
        smaller = min(image.width // (2 * width), image.height // (2 * height))
        image = image.reduce(smaller) if smaller > 1 else image  # by one, Pillow would make a copy
    alpha = None
    if has_alpha(image):
        image = image.convert("RGBA")
        alpha = image.getchannel("A")
    image = _srgb(image, profile)
    if alpha is not None:
        image = Image.composite(image, Image.new("RGB", image.size, PAPER), alpha)
    return image.transpose(TURNS[orientation]) if orientation in TURNS else image


def _eight_bits(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I;16"):  # converting would clip: 256 and above would all be white
        high = 0 if image.mode.endswith("B") else 1
        return Image.frombytes("L", image.size, image.tobytes()[high::2])
    if image.mode == "1":
        return image.convert("L")
    if image.mode == "I":
        return image.point(lambda level: level * (1 / 256)).convert("L")
    return image


def _srgb(image: Image.Image, profile: Any) -> Image.Image:
    """RGB by the picture's own profile if it has one that makes sense, else as it is meant by default."""
    if image.mode not in {"RGB", "L", "CMYK"}:
        image = image.convert("RGB")
    if profile:
        try:
            return _by_profile(image, bytes(profile))
        except (ImageCms.PyCMSError, OSError, TypeError, ValueError):  # damaged, or another colour model's
            pass
    return image if image.mode == "RGB" else image.convert("RGB")


def _by_profile(image: Image.Image, profile: bytes) -> Image.Image:
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    if image.mode == "RGB" and "sRGB" in ImageCms.getProfileDescription(source):
        return image
    converted = ImageCms.profileToProfile(
        image,
        source,
        ImageCms.createProfile("sRGB"),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        outputMode="RGB",
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    assert converted is not None  # as it is not asked to work in place
    return converted


def _orientation(image: Image.Image) -> int:
    found = _exif(image).get(ExifTags.Base.Orientation, 1)
    return found if isinstance(found, int) and 1 <= found <= 8 else 1


def _exif(image: Image.Image) -> Image.Exif:
    """The EXIF data; none where it is damaged, which harms no pixel."""
    try:
        exif = image.getexif()
        exif.get_ifd(ExifTags.IFD.GPSInfo)
    except Exception:  # noqa: BLE001  # a damaged block raises nine kinds
        return Image.Exif()
    return exif
