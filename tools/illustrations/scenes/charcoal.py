"""Tanah Grogot's charcoal: a heap of lumps, as charcoal falls out of a sack."""

from math import cos, pi, sin
from random import choice, uniform

import materials
import shapes
from pictures import Picture
from studio import View

PICTURE = Picture(
    file="products/rutan-tanah-grogot/arang/arang.jpg",
    indonesian=(
        "Ilustrasi: setumpuk arang bongkahan, hitam dengan sedikit abu; bahan baku dan bentuk arang sebenarnya "
        "belum dinyatakan dan dapat berbeda."
    ),
    english=(
        "Illustration: a heap of black lump charcoal with a little ash; the actual raw material and form of the "
        "charcoal are not stated and may differ."
    ),
    view=View(stands=(0.0, -7.6, 3.5), looks_at=(0.0, 0.0, 0.36), lens=78.0),
)


def lump(length: float, girth: float, seed: float) -> shapes.Thing:
    """A piece of a branch, split and broken, its ends uneven."""
    corners = [(0.75 + 0.35 * uniform(0, 1)) * girth for _ in range(9)]

    def surface(u: float, v: float) -> shapes.Point:
        place = u * 9
        low = int(place) % 9
        radius = corners[low] + (corners[(low + 1) % 9] - corners[low]) * (place - int(place))
        end = min(1.0, 36.0 * min(v, 1 - v))
        angle = 2 * pi * u
        tilt = 0.9 * girth * cos(angle + seed) * (v - 0.5) * 2
        return ((v - 0.5) * length + tilt, radius * end * cos(angle), radius * end * sin(angle) * 0.85)

    made = shapes.sheet(surface, columns=54, rows=36, material=materials.charcoal(), wrap="u")
    shapes.roughen(made, by=0.22 * girth, scale=4.0, seed=seed, octaves=5)
    shapes.roughen(made, by=0.03 * girth, scale=26.0, seed=seed, octaves=2)
    return made


def build() -> None:
    """Let the lumps fall between walls that are taken away, and lay a few before the heap."""
    lumps = []
    for n in range(58):
        piece = lump(uniform(0.24, 0.56), uniform(0.085, 0.15), n * 1.7)
        spread = 0.55 if n < 36 else 0.28
        piece.location = (uniform(-spread, spread) * 1.4, uniform(-spread, spread) * 0.8 + 0.1, 0.2 + 0.10 * n)
        piece.rotation_euler = (uniform(0, 6), choice((0.0, 0.2, -0.3)), uniform(0, 6))
        lumps.append(piece)
    ring = [(1.12 * cos(2 * pi * n / 24), 0.12 + 0.70 * sin(2 * pi * n / 24)) for n in range(24)]
    basket = shapes.sheet(
        lambda u, v: (ring[round(u * 24) % 24][0], ring[round(u * 24) % 24][1], v * 9.0 - 0.1 if v else -0.1),
        columns=24,
        rows=1,
        material=materials.charcoal(),
        wrap="u",
    )
    shapes.drop(lumps, frames=110, walls=[basket], friction=0.95)
    shapes.hide(basket)
    shapes.drop(lumps, frames=30, friction=0.95)
    for x, y, turn in ((-1.28, -0.42, 0.4), (1.22, -0.50, 2.4), (0.15, -0.92, 1.2)):
        shapes.copy(lumps[int(x * 7) % 40], at=(x, y, 0.10), turn=(0.3, 0, turn))
