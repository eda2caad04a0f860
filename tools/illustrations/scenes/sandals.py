"""Rutan Medan's sandals: a pair with two crossing straps."""

from itertools import pairwise
from math import cos, pi, sin

import materials
import shapes
from pictures import Picture
from studio import View

PICTURE = Picture(
    file="products/rutan-medan/sandal/sandal.jpg",
    indonesian=(
        "Ilustrasi: sepasang sandal cokelat dengan dua tali lebar bersilang; model dan bahan sebenarnya belum "
        "dinyatakan dan dapat berbeda."
    ),
    english=(
        "Illustration: a pair of brown sandals with two wide crossing straps; the actual style and material are "
        "not stated and may differ."
    ),
    view=View(stands=(0.0, -6.6, 4.6), looks_at=(0.0, 0.0, 0.16), lens=92.0),
)

OUTLINE = (
    (0.0, 0.30),
    (0.10, 0.36),
    (0.25, 0.355),
    (0.45, 0.31),
    (0.62, 0.36),
    (0.80, 0.41),
    (0.92, 0.39),
    (1.0, 0.36),
)


def half_width(v: float, inner: float) -> float:
    """Half the sole's width at v (heel 0, toe 1); `inner` is 1 on the arch's side, where the waist is narrower."""
    for (a, wa), (b, wb) in pairwise(OUTLINE):
        if v <= b:
            t = (v - a) / (b - a)
            t = t * t * (3 - 2 * t)
            width = wa + (wb - wa) * t
            break
    tip = min(1.0, v / 0.14, (1.0 - v) / 0.24)
    waist = 0.05 * inner * sin(pi * min(1.0, max(0.0, (v - 0.18) / 0.5)))
    half: float = 0.80 * (width - waist) * max(0.0, 1 - (1 - tip) ** 2) ** 0.5
    return half


def sole_outline(grow: float) -> list[tuple[float, float]]:
    """The sole seen from above, counter-clockwise."""
    steps = [0.5 - 0.5 * cos(pi * n / 48) for n in range(49)]
    right = [(half_width(v, 0.0) * grow, (v - 0.5) * 1.72 * (1 + (grow - 1) * 0.4)) for v in steps]
    left = [(-half_width(v, 1.0) * grow, (v - 0.5) * 1.72 * (1 + (grow - 1) * 0.4)) for v in steps[1:-1]]
    return right + left[::-1]


def strap(
    start: float, end: float, width: float, lift: float, material: shapes.Thing, stitch: shapes.Thing
) -> list[shapes.Thing]:
    """A band from the right edge at `start` to the left edge at `end` (v along the sole), arched over the foot."""

    def surface(u: float, v: float) -> shapes.Point:
        along = start + (end - start) * u + (v - 0.5) * width * (1.0 + 0.25 * cos(2 * pi * u))
        right, left = half_width(along, 0.0) + 0.012, -half_width(along, 1.0) - 0.012
        swing = 0.5 - 0.5 * cos(pi * u)
        x = right + (left - right) * swing
        z = 0.075 + lift * sin(pi * u) ** 0.62 + 0.02 * (along - 0.6)
        return (x, (along - 0.5) * 1.72, z)

    band = shapes.sheet(surface, columns=64, rows=12, material=material, thickness=0.030)
    shapes.soften(band, width=0.008)
    seams = []
    for edge in (0.09, 0.91):
        seams += [[lifted(surface, (n + t) / 60, edge) for t in (0.0, 0.3, 0.6)] for n in range(4, 56)]
    return [band, shapes.tubes(seams, 0.0045, material=stitch, sides=1)]


def lifted(surface: shapes.Surface, u: float, v: float) -> shapes.Point:
    """A place just above the strap."""
    x, y, z = surface(u, v)
    return (x * 1.012, y, z + 0.018)


def build() -> None:
    """The left one is the right one mirrored."""
    bed = materials.leather("footbed", (0.50, 0.285, 0.135))
    under = materials.plain("outsole", (0.035, 0.028, 0.024), rough=0.7)
    band = materials.leather("strap", (0.155, 0.062, 0.026))
    thread = materials.plain("thread", (0.75, 0.62, 0.42), rough=0.9)
    cork = materials.fibre("cork", (0.55, 0.37, 0.20), (0.38, 0.23, 0.11), scale=0.8)
    for side, at, turn in ((1.0, (-0.42, -0.10, 0), pi - 0.62), (-1.0, (0.44, 0.12, 0), pi - 0.30)):
        parts = [
            shapes.prism(sole_outline(1.03), 0.045, material=under, bevel=0.010),
            shapes.prism(sole_outline(1.0), 0.055, at=(0, 0, 0.045), material=cork, bevel=0.008),
            shapes.prism(sole_outline(0.985), 0.028, at=(0, 0, 0.100), material=bed, bevel=0.014, round_by=4),
        ]
        rim = [(x * 0.90, y * 0.955, 0.130) for x, y in sole_outline(1.0)]
        dashes = [[rim[n], rim[(n + 1) % len(rim)]] for n in range(0, len(rim), 2)]
        parts.append(shapes.tubes(dashes, 0.0045, material=thread, sides=1))
        parts += strap(0.50, 0.80, 0.17, 0.30, band, thread)
        parts += strap(0.82, 0.52, 0.17, 0.335, band, thread)
        pair = shapes.group(parts, at=at, turn=(0, 0, turn))
        pair.scale = (side * 0.98, 0.98, 0.98)
