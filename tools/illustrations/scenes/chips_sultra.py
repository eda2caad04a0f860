"""Southeast Sulawesi's chips: clear bags with a blank paper header, and a heap on a woven tray."""

from random import choice, uniform

import materials
import packs
import shapes
from pictures import Picture
from studio import View

from scenes.bamboo import tray

PICTURE = Picture(
    file="products/kanwil-sultra/keripik/keripik.jpg",
    indonesian=(
        "Ilustrasi: keripik keemasan dalam dua kantong plastik bening berkepala kertas polos dan di atas tampah "
        "bambu; jenis dan kemasan sebenarnya belum dinyatakan dan dapat berbeda."
    ),
    english=(
        "Illustration: golden chips in two clear bags with blank paper headers and on a bamboo tray; the actual "
        "kind and packaging are not stated and may differ."
    ),
    view=View(stands=(0.0, -7.6, 3.3), looks_at=(0.0, 0.0, 0.58), lens=88.0),
)


def build() -> None:
    """Bags behind, the tray in front."""
    golden = packs.fried("golden", (0.83, 0.58, 0.20), (0.56, 0.26, 0.05))
    chips = [packs.chip(uniform(0.125, 0.155), golden, uniform(0, 6)) for _ in range(8)]
    paper = materials.plain("header", (0.20, 0.26, 0.42), rough=0.85)
    film = materials.film(cover=0.10)
    for x, y, turn in ((0.58, 0.36, -0.24), (-0.30, 0.62, 0.08)):
        parts = [*packs.pouch(film, header=paper), packs.filled(chips, 130, to=0.78, material=golden)]
        shapes.group(parts, at=(x, y, 0), turn=(-0.03, 0, turn))
    pale = materials.bamboo("pale bamboo", (0.66, 0.42, 0.165), (0.47, 0.26, 0.085))
    dark = materials.bamboo("dark bamboo", (0.27, 0.12, 0.04), (0.16, 0.065, 0.022))
    plate = tray(pale, dark)
    plate.location, plate.scale, plate.rotation_euler = (-0.50, -0.30, 0.0), (0.68, 0.68, 0.8), (0, 0, 0.5)
    support = shapes.lathe(
        [(0.0, 0.03), (0.40, 0.05), (0.52, 0.10), (0.56, 0.16)], material=pale, at=(-0.50, -0.30, 0), smooth=0
    )
    packs.heap(
        lambda: shapes.copy(choice(chips), at=(0, 0, 0)), 46, over=(-0.50, -0.30, 0.26), radius=0.50, bowl=support
    )
    shapes.hide(support)
    for n, (x, y) in enumerate(((0.34, -0.42), (0.58, -0.36), (0.44, -0.58))):
        shapes.copy(chips[n], at=(x, y, 0.035), turn=(0.1, -0.1, uniform(0, 6)))
    for made in chips:
        shapes.hide(made)
