"""Rutan Medan's paving blocks: a field laid in herringbone, and a stack behind it."""

from math import pi
from random import choice, uniform

import materials
import shapes
from pictures import Picture
from studio import View

PICTURE = Picture(
    file="products/rutan-medan/paving-block/paving-block.jpg",
    indonesian=(
        "Ilustrasi: paving block persegi panjang, sebagian terpasang pola tulang ikan, sebagian ditumpuk; bentuk "
        "dan warna sebenarnya belum dinyatakan dan dapat berbeda."
    ),
    english=(
        "Illustration: rectangular paving blocks, some laid in herringbone and some stacked; the actual shape and "
        "colour are not stated and may differ."
    ),
    view=View(stands=(0.6, -7.3, 4.0), looks_at=(0.06, 0.15, 0.22), lens=84.0),
)

LONG, SHORT, HIGH, JOINT = 0.42, 0.21, 0.13, 0.012


def block(at: shapes.Point, turn: float, *, tone: int) -> shapes.Thing:
    """One block; `tone` chooses among three castings, because no two mixes are quite alike."""
    colours = ((0.40, 0.385, 0.36), (0.33, 0.32, 0.30), (0.46, 0.44, 0.41))
    grey = materials.concrete(f"block {tone}", colours[tone])
    size = (LONG - JOINT, SHORT - JOINT, HIGH)
    tilt = (uniform(-0.006, 0.006), uniform(-0.006, 0.006), turn + uniform(-0.01, 0.01))
    return shapes.box(size, at=at, turn=tilt, material=grey, bevel=0.018, round_by=2)


def herringbone() -> list[shapes.Thing]:
    """Blocks of two cells: lying where x - y is 0 (mod 4), standing where it is 3, which leaves no gap."""
    laid = []
    for x in range(-7, 8):
        for y in range(-6, 5):
            across = (x - y) % 4 == 0
            if not across and (x - y) % 4 != 3:
                continue
            cx, cy = (x + (1.0 if across else 0.5)) * SHORT, (y + (0.5 if across else 1.0)) * SHORT
            if abs(cx) < 1.12 and abs(cy + 0.1) < 0.72:
                laid.append(block((cx, cy, HIGH / 2), 0.0 if across else pi / 2, tone=choice((0, 0, 1, 2))))
    return laid


def build() -> None:
    """Lay the field, turned a little, and stack the rest behind it."""
    shapes.group(herringbone(), turn=(0, 0, 0.24), at=(-0.16, -0.26, 0))
    stack = []
    for layer in range(5):
        for n in range(8 if layer < 4 else 5):
            along, aside = 0.42 * (n // 4) - 0.21, 0.21 * (n % 4) - 0.315
            at = (along, aside) if layer % 2 else (aside, along)
            stack.append(block((*at, HIGH * (layer + 0.5)), 0.0 if layer % 2 else pi / 2, tone=choice((0, 1, 2))))
    shapes.group(stack, at=(0.62, 0.95, 0), turn=(0, 0, 0.52))
