"""Rutan Medan's handicrafts: a turned bowl, a lidded basket and a clay vase, as examples only."""

from math import cos, pi, sin

import materials
import packs
import shapes
from pictures import Picture
from studio import View

from scenes.bamboo import basket

PICTURE = Picture(
    file="products/rutan-medan/kerajinan-tangan/kerajinan-tangan.jpg",
    indonesian=(
        "Ilustrasi: keranjang anyaman, mangkuk kayu bubut, dan vas tanah liat sebagai contoh; jenis kerajinan "
        "sebenarnya belum dinyatakan dan dapat berbeda."
    ),
    english=(
        "Illustration: a woven basket, a turned wooden bowl and a clay vase, as examples; the actual kinds of "
        "handicraft are not stated and may differ."
    ),
    view=View(stands=(0.0, -7.6, 3.0), looks_at=(0.0, 0.0, 0.74), lens=80.0),
)


def vase(clay: shapes.Thing, slip: shapes.Thing) -> None:
    """A shouldered vase with rings of slip and dry stalks in it."""
    profile = [
        (0.0, 0.0),
        (0.20, 0.0),
        (0.215, 0.02),
        (0.30, 0.22),
        (0.335, 0.42),
        (0.31, 0.60),
        (0.20, 0.76),
        (0.125, 0.86),
    ]
    profile += [(0.12, 0.93), (0.155, 0.985), (0.15, 1.0), (0.128, 0.985), (0.10, 0.92), (0.10, 0.84)]
    body = shapes.lathe(profile, material=clay, smooth=2)
    rings = [
        [(r * cos(2 * pi * n / 96), r * sin(2 * pi * n / 96), z) for n in range(96)]
        for r, z in ((0.322, 0.50), (0.309, 0.56), (0.326, 0.33))
    ]
    bands = shapes.tubes(rings, 0.008, material=slip, closed="yes", sides=2)
    zigzag = [
        (0.331 * cos(2 * pi * n / 48), 0.331 * sin(2 * pi * n / 48), 0.415 + (0.05 if n % 2 else -0.05))
        for n in range(48)
    ]
    line = shapes.tubes([zigzag], 0.008, material=slip, closed="yes", sides=2)
    shapes.group([body, bands, line, *grass()], at=(-0.70, 0.28, 0), turn=(0, 0, 0.4))


def grass() -> list[shapes.Thing]:
    """Nine dry stalks with their ears, leaning out of the vase."""
    stalks, ears = [], []
    straw = materials.fibre("straw", (0.62, 0.44, 0.19), (0.44, 0.27, 0.09))
    for n in range(9):
        a, reach = 2.4 * n, 0.10 + 0.035 * n
        path = [
            (
                reach * t * t * cos(a) + 0.03 * cos(a),
                reach * t * t * sin(a) + 0.03 * sin(a),
                0.80 + (0.92 - 0.03 * n) * t,
            )
            for t in (k / 24 for k in range(25))
        ]
        stalks.append(path)
        for k in range(24):
            x, y, z = path[18 + k // 4]
            b = 2.4 * k
            ears.append(
                [(x, y, z + 0.01 * (k % 4)), (x + 0.022 * cos(b), y + 0.022 * sin(b), z + 0.035 + 0.01 * (k % 4))]
            )
    return [shapes.tubes(stalks, 0.006, material=straw, sides=2), shapes.tubes(ears, 0.010, material=straw, sides=2)]


def build() -> None:
    """Vase left, basket right behind, bowl in front."""
    vase(
        materials.concrete("terracotta", (0.40, 0.140, 0.062), pits=0.12),
        materials.plain("slip", (0.70, 0.56, 0.40), rough=0.8),
    )
    pale = materials.bamboo("pale bamboo", (0.66, 0.42, 0.165), (0.47, 0.26, 0.085))
    dark = materials.bamboo("indigo bamboo", (0.055, 0.075, 0.17), (0.03, 0.04, 0.10))
    woven = basket(pale, dark)
    woven.location, woven.rotation_euler, woven.scale = (0.62, 0.36, 0.0), (0, 0, 0.8), (0.92, 0.92, 0.92)
    wood = materials.wood("bowl", (0.36, 0.17, 0.062), (0.19, 0.075, 0.026), along="x", rings=3.2, rough=0.3)
    packs.bowl(0.42, 0.26, wood, at=(-0.02, -0.42, 0))
