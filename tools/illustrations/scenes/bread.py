"""Rutan Medan's bread: two tin loaves, one cut, and round buns on a board."""

from math import cos, pi, sin
from random import uniform

import materials
import shapes
from pictures import Picture

PICTURE = Picture(
    file="products/rutan-medan/roti/roti.jpg",
    indonesian=(
        "Ilustrasi: roti tawar utuh dan terpotong serta roti bulat di atas talenan kayu; jenis roti sebenarnya "
        "belum dinyatakan dan dapat berbeda."
    ),
    english=(
        "Illustration: a whole and a sliced white loaf with round buns on a wooden board; the actual kinds of "
        "bread are not stated and may differ."
    ),
)


def section(angle: float) -> tuple[float, float]:
    """A tin loaf's cross-section: straight below, domed and bulging above the rim (y, z)."""
    c, s = cos(angle), sin(angle)
    y = 0.30 * abs(c) ** 0.38 * (1 if c > 0 else -1)
    z = 0.30 * abs(s) ** 0.38 * (1 if s > 0 else -1)
    if z > 0.05:
        y *= 1.0 + 0.16 * (z - 0.05) / 0.25 - 0.42 * max(0.0, (z - 0.17) / 0.13) ** 2 * 0.5
        z *= 1.18
    return y, z + 0.30


BAKED = 0.08
"""The share of a loaf's skin that closes an end."""


def loaf(length: float, at: shapes.Point, turn: float, *, ends: str = "round") -> None:
    """A loaf along x, its ends baked round, or the far one cut to show the crumb."""
    cut = ends == "cut"

    def surface(u: float, v: float) -> shapes.Point:
        y, z = section(2 * pi * u)
        near_end = min(v, 1 - v) if not cut or v < 0.5 else 1.0
        closing = min(1.0, near_end / BAKED)
        x = (min(1.0, max(0.0, (v - BAKED) / (1 - (BAKED if cut else 2 * BAKED)))) - 0.5) * length
        rounding = 1 - 0.16 * max(0.0, 1 - (near_end - BAKED) / 0.05) ** 2 if near_end < BAKED + 0.05 else 1.0
        bulge = 0.045 * (1 - closing**2) * (1 if v > 0.5 else -1)
        size = closing * (rounding if closing == 1.0 else 0.84)
        return (x + bulge, y * size, 0.3 + (z - 0.3) * size)

    made = shapes.sheet(
        surface, columns=96, rows=100, material=materials.crust("tin loaf"), wrap="u", thickness=0.036 if cut else 0.0
    )
    shapes.roughen(made, by=0.014, scale=5.0, seed=length)
    made.location, made.rotation_euler = at, (0, 0, turn)
    if cut:
        crumb(length / 2 - 0.006, at, turn)


def crumb(x: float, at: shapes.Point, turn: float) -> None:
    """The cut face of a loaf."""

    def surface(u: float, v: float) -> shapes.Point:
        y, z = section(2 * pi * u)
        return (x, y * 0.985 * v, 0.3 + (z - 0.3) * 0.985 * v)

    face = shapes.sheet(surface, columns=72, rows=16, material=materials.crumb(), wrap="u")
    face.location, face.rotation_euler = at, (0, 0, turn)


def slice_of_bread(at: shapes.Point, turn: shapes.Point) -> None:
    """One slice: crust around, crumb on both faces."""
    outline = [section(2 * pi * n / 80) for n in range(80)]
    rim = shapes.prism(outline, 0.075, material=materials.crust("tin loaf"), bevel=0.0)
    inner = [(y * 0.965, 0.3 + (z - 0.3) * 0.965) for y, z in outline]
    face = shapes.prism(inner, 0.079, material=materials.crumb(), bevel=0.004)
    face.location = (0, 0, -0.002)
    shapes.group([rim, face], at=at, turn=turn)


def bun(at: shapes.Point, size: float) -> None:
    """A round bun, risen unevenly."""
    made = shapes.ball(size, material=materials.crust("bun", gloss=0.36), fine=5)
    shapes.bend(made, lambda p: (p[0], p[1], p[2] * 0.72 if p[2] > 0 else p[2] * 0.36))
    shapes.roughen(made, by=0.02 * size / 0.27, scale=3.0, seed=uniform(0, 50))
    made.location = (at[0], at[1], at[2] + size * 0.34)
    made.rotation_euler = (0, 0, uniform(0, 6))


def build() -> None:
    """Set the bread on its board."""
    board = materials.wood("board", (0.42, 0.25, 0.12), (0.27, 0.14, 0.06), rings=3.0)
    shapes.box((2.75, 1.5, 0.07), at=(0.02, 0.06, 0.035), turn=(0, 0, 0.05), material=board, bevel=0.03, round_by=4)
    loaf(1.15, (-0.52, 0.40, 0.07), 0.16)
    loaf(0.80, (0.74, 0.36, 0.07), 0.62 + pi, ends="cut")
    for n in range(3):
        slice_of_bread(
            (-0.30 - 0.17 * n, -0.05 - 0.10 * n, 0.085 + 0.001 * n), (pi / 2 - 0.9 - 0.04 * n, 0, pi / 2 + 1.2)
        )
    for x, y, size in ((0.30, -0.42, 0.22), (0.76, -0.34, 0.23), (0.56, -0.60, 0.20)):
        bun((x, y, 0.07), size)
