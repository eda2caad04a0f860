"""Rutan Medan's furniture: a plain wooden chair with a woven seat, and a small table."""

from functools import partial
from math import pi, sin

import materials
import shapes
from pictures import Picture
from studio import View

PICTURE = Picture(
    file="products/rutan-medan/mebel/kursi.jpg",
    indonesian=(
        "Ilustrasi: kursi kayu bersandaran tegak dan meja kecil dari kayu; jenis dan bentuk mebel sebenarnya belum"
        " dinyatakan dan dapat berbeda."
    ),
    english=(
        "Illustration: a wooden chair with a slatted back and a small wooden table; the actual kind and form of "
        "the furniture are not stated and may differ."
    ),
    view=View(stands=(0.0, -8.6, 3.1), looks_at=(0.05, 0.0, 0.86), lens=80.0),
)

LIGHT, DARK = (0.46, 0.245, 0.10), (0.25, 0.105, 0.035)


def build() -> None:
    """Chair left, table right, turned towards each other."""
    chair()
    table()


def chair() -> None:
    """Four legs, two side frames, a curved back and a seat of cord."""
    upright, across, deep = (materials.wood(f"teak {a}", LIGHT, DARK, along=a) for a in ("z", "x", "y"))
    parts = []
    for x in (-0.40, 0.40):
        parts.append(shapes.box((0.075, 0.075, 0.80), at=(x, -0.38, 0.40), material=upright, bevel=0.014))
        back = shapes.sheet(
            partial(bar, x=x),
            columns=16,
            rows=40,
            material=upright,
            wrap="u",
        )
        parts.append(back)
        parts.append(shapes.box((0.05, 0.74, 0.09), at=(x, 0, 0.73), material=deep))
        parts.append(shapes.box((0.035, 0.74, 0.05), at=(x, 0, 0.26), material=deep))
    for y, z, high in ((-0.38, 0.73, 0.09), (0.38, 0.73, 0.09), (-0.02, 0.26, 0.045), (0.38, 0.40, 0.045)):
        parts.append(shapes.box((0.76, 0.045, high), at=(0, y, z), material=across))
    for z in (1.10, 1.36, 1.66):
        lean = 0.38 + 0.22 * max(0.0, z - 0.80) ** 1.3
        high = 0.16 if z > 1.6 else 0.11
        parts.append(
            shapes.sheet(
                partial(slat, y=lean, z=z, high=high),
                columns=32,
                rows=6,
                material=across,
                thickness=0.04,
            )
        )
    parts += seat()
    shapes.group(parts, at=(-0.52, 0.1, 0), turn=(0, 0, 0.48))


def bar(u: float, v: float, x: float) -> shapes.Point:
    """A square back post's skin with softened corners: upright to the seat, leaning back above it."""
    a, z = 2 * pi * u, v * 1.85
    c, s = sin(a + pi / 2), sin(a)
    y = 0.38 + 0.22 * max(0.0, z - 0.80) ** 1.3
    return (x + 0.038 * abs(c) ** 0.3 * (1 if c > 0 else -1), y + 0.034 * abs(s) ** 0.3 * (1 if s > 0 else -1), z)


def slat(u: float, v: float, y: float, z: float, high: float) -> shapes.Point:
    """A slat that bows backwards."""
    return ((u - 0.5) * 0.80, y + 0.07 * sin(pi * u), z + (v - 0.5) * high + (v - 0.5) * 0.03 * sin(pi * u))


def seat() -> list[shapes.Thing]:
    """Cord woven over the frame in a checked pattern of bundles."""
    cord = materials.fibre("seat cord", (0.62, 0.47, 0.26), (0.40, 0.27, 0.12), scale=1.5)
    paths = []
    for n in range(36):
        place = -0.37 + 0.74 * n / 35
        over = [(place, -0.40 + 0.80 * s / 48, 0.785 + 0.012 * rise(s / 48, n)) for s in range(49)]
        paths.append(over)
        paths.append(
            [(-0.40 + 0.80 * s / 48, place, 0.785 - 0.012 * rise(n / 35, round(s / 48 * 35))) for s in range(49)]
        )
    return [shapes.tubes(paths, 0.0105, material=cord, sides=2)]


def rise(share: float, n: int) -> float:
    """Whether a warp cord lies over (1) or under (-1) here: bundles of six."""
    return 1.0 if (int(share * 5.999) + n // 6) % 2 == 0 else -1.0


def table() -> None:
    """A round top on three splayed legs."""
    top = materials.wood("table top", LIGHT, DARK, along="x", rings=2.5)
    leg = materials.wood("teak z", LIGHT, DARK, along="z")
    parts = [
        shapes.lathe(
            [(0.0, 0.86), (0.44, 0.86), (0.485, 0.875), (0.49, 0.90), (0.48, 0.915), (0.0, 0.915)],
            material=top,
            smooth=0,
        )
    ]
    shapes.soften(parts[0], width=0.008)
    for n in range(3):
        angle = 2 * pi * n / 3 + 0.4
        one = shapes.lathe(
            [(0.0, 0.0), (0.026, 0.0), (0.034, 0.45), (0.042, 0.88), (0.0, 0.88)], material=leg, segments=32, smooth=0
        )
        shapes.soften(one, width=0.006)
        one.rotation_euler = (0.0, -0.20, 0.0)
        parts.append(shapes.group([one], at=(0, 0, 0), turn=(0, 0, angle)))
        one.location = (0.40, 0, 0)
    shapes.group(parts, at=(0.82, 0.0, 0), turn=(0, 0, 0.3))
