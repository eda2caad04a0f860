"""Lapas Kendari's paving blocks: hexagons, grey and brick red, laid and in a low pile."""

from math import cos, pi, sin, sqrt
from random import random, uniform

import materials
import shapes
from pictures import Picture
from studio import View

PICTURE = Picture(
    file="products/lapas-kendari/paving-block/paving-block.jpg",
    indonesian=(
        "Ilustrasi: paving block segi enam abu-abu dan merah bata, terpasang rapat, dengan beberapa buah ditumpuk;"
        " bentuk dan warna sebenarnya belum dinyatakan dan dapat berbeda."
    ),
    english=(
        "Illustration: hexagonal paving blocks in grey and brick red, laid close, with a few in a pile; the actual"
        " shape and colour are not stated and may differ."
    ),
    view=View(stands=(-0.5, -7.3, 4.0), looks_at=(0.0, 0.05, 0.28), lens=84.0),
)

SIDE, HIGH = 0.225, 0.14


def hexagon(at: shapes.Point, turn: float, *, red: str) -> shapes.Thing:
    """One block; `red` is "yes" for the pigmented casting."""
    stone = materials.concrete("red", (0.36, 0.135, 0.085)) if red else materials.concrete("grey", (0.40, 0.385, 0.36))
    outline = [((SIDE - 0.008) * cos(pi / 3 * n + pi / 6), (SIDE - 0.008) * sin(pi / 3 * n + pi / 6)) for n in range(6)]
    tilt = (uniform(-0.008, 0.008), uniform(-0.008, 0.008), turn)
    return shapes.prism(outline, HIGH, at=at, turn=tilt, material=stone, bevel=0.02, round_by=2)


def build() -> None:
    """A field with a red flower in it, and a pile behind."""
    wide, deep = SIDE * sqrt(3), SIDE * 1.5
    laid = []
    for row in range(-3, 3):
        for column in range(-3, 4):
            x, y = (column + (row % 2) / 2) * wide, row * deep
            if abs(x) < 1.28 and (x * x / 1.9 + y * y / 1.3) < 1.0:
                red = "yes" if 0.3 < sqrt((x + 0.2) ** 2 + (y + 0.34) ** 2) < 0.45 or random() < 0.06 else ""
                laid.append(hexagon((x, y, 0.0), 0.0, red=red))
    shapes.group(laid, at=(-0.12, -0.12, 0.0), turn=(0, 0, -0.14))
    for layer, (dx, turn) in enumerate(((0.0, 0.1), (0.02, 0.3), (-0.015, -0.1), (0.01, 0.22))):
        hexagon((-0.52 + dx, 0.62, HIGH * (layer + 1)), turn, red="yes" if layer == 2 else "")
    for layer, turn in enumerate((0.4, 0.15)):
        hexagon((0.0, 0.72, HIGH * (layer + 1)), turn, red="yes" if layer == 0 else "")
    leaning = hexagon((0.86, -0.98, 0.0), 0.0, red="")
    leaning.rotation_euler = (0.0, 0.0, 0.5)
