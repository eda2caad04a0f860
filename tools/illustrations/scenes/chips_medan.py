"""Rutan Medan's chips of various kinds: windowed pouches, and three kinds in front of them."""

from random import choice, uniform

import materials
import packs
import shapes
from pictures import Picture
from studio import View

PICTURE = Picture(
    file="products/rutan-medan/keripik/keripik.jpg",
    indonesian=(
        "Ilustrasi: dua kemasan kertas polos berjendela berisi keripik dan semangkuk keripik beberapa jenis; jenis"
        " dan kemasan sebenarnya belum dinyatakan dan dapat berbeda."
    ),
    english=(
        "Illustration: two plain paper pouches with windows full of chips, and a bowl of several kinds; the actual"
        " kinds and packaging are not stated and may differ."
    ),
    view=View(stands=(0.0, -7.6, 3.3), looks_at=(0.05, 0.0, 0.58), lens=88.0),
)


def build() -> None:
    """Pouches first, then the bowl fills."""
    kinds = [
        (packs.fried("cassava", (0.82, 0.62, 0.28), (0.62, 0.34, 0.09)), 0.15, 1.0),
        (packs.fried("banana", (0.72, 0.45, 0.12), (0.36, 0.15, 0.03)), 0.115, 1.9),
        (packs.fried("sweet potato", (0.62, 0.22, 0.04), (0.30, 0.075, 0.012)), 0.13, 1.1),
    ]
    chips = [packs.chip(radius, kind, uniform(0, 6), long=long) for kind, radius, long in kinds for _ in range(4)]
    kraft = packs.windowed("kraft", (0.50, 0.31, 0.155))
    for x, y, turn, first in ((-0.62, 0.34, 0.22, 0), (0.26, 0.60, -0.06, 4)):
        parts = [
            *packs.pouch(kraft),
            packs.filled(chips[first : first + 4], 120, to=0.76, material=kinds[first // 4][0]),
        ]
        shapes.group(parts, at=(x, y, 0), turn=(-0.03, 0, turn))
    wood = materials.wood("bowl", (0.32, 0.15, 0.055), (0.18, 0.07, 0.024), along="x", rings=4)
    dish = packs.bowl(0.50, 0.25, wood, at=(0.66, -0.28, 0))
    packs.heap(lambda: shapes.copy(choice(chips), at=(0, 0, 0)), 52, over=(0.66, -0.28, 0.26), radius=0.46, bowl=dish)
    for n, (x, y) in enumerate(((-0.52, -0.48), (-0.28, -0.62), (-0.20, -0.40), (0.05, -0.60))):
        shapes.copy(chips[(5 * n) % 12], at=(x, y, 0.03), turn=(uniform(-0.1, 0.1), uniform(-0.1, 0.1), uniform(0, 6)))
    for made in chips:
        shapes.hide(made)
