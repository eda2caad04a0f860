"""Draws the pictures of the fictional site: plain shapes, so that nobody takes them for goods and no file is large.

`python -m tests.sites.photos` writes them again, byte for byte.
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

CONTENT = Path(__file__).parent / "complete" / "content"
Colour = tuple[int, int, int]
SAND, CLAY, INK, LEAF, SKY = (236, 226, 208), (178, 94, 60), (44, 52, 70), (98, 128, 92), (188, 208, 220)


def scene(size: tuple[int, int], *, ground: Colour, shape: Colour, bars: int) -> Image.Image:
    """A table, and on it one round thing with bars over it."""
    width, height = size
    picture = Image.new("RGB", size, ground)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, height * 2 // 3, width, height), fill=INK)
    middle, reach = width // 2, height // 3
    draw.ellipse((middle - reach, height // 2 - reach, middle + reach, height // 2 + reach), fill=shape)
    for n in range(bars):
        x = middle - reach + (2 * n + 1) * reach // bars
        draw.line((x, height // 2 - reach, x, height // 2 + reach), fill=ground, width=6)
    return picture


def draw_all(content: Path) -> None:
    """Write every picture that the fictional site names, under `content`."""
    net = content / "products/lapas-contoh/jaring"
    pictures = {
        net / "gulungan.jpg": scene((880, 660), ground=SAND, shape=CLAY, bars=7),
        net / "anyaman.png": scene((800, 800), ground=SKY, shape=LEAF, bars=9),
        net / "tangan.jpg": scene((700, 880), ground=SKY, shape=CLAY, bars=3),
        net / "pembeli.jpg": scene((880, 600), ground=LEAF, shape=SAND, bars=5),
        content / "photos/bersama.jpg": scene((800, 640), ground=CLAY, shape=SAND, bars=4),
        content / "photos/karya.png": scene((800, 600), ground=SAND, shape=LEAF, bars=2),
        content / "facilities/lapas-contoh/bengkel.jpg": scene((960, 600), ground=SKY, shape=SAND, bars=1),
    }
    for path, picture in pictures.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".png":
            picture.quantize(8).save(path, "PNG", optimize=True)
        else:
            picture.save(path, "JPEG", quality=50, optimize=True)


if __name__ == "__main__":
    draw_all(CONTENT)
