"""Rutan Medan's garments: folded shirts in a pile, collar and buttons to the front."""

from functools import partial
from math import cos, pi, sin

import materials
import shapes
from mathutils import Vector  # type: ignore[import-not-found]
from mathutils import noise as perlin
from pictures import Picture
from studio import View

PICTURE = Picture(
    file="products/rutan-medan/konveksi/kemeja.jpg",
    indonesian=(
        "Ilustrasi: tiga kemeja terlipat bertumpuk, yang teratas nila dengan kerah dan kancing; jenis pakaian "
        "sebenarnya belum dinyatakan dan dapat berbeda."
    ),
    english=(
        "Illustration: three folded shirts in a pile, the top one indigo with collar and buttons; the actual kind "
        "of garment is not stated and may differ."
    ),
    view=View(stands=(0.0, -6.6, 4.4), looks_at=(0.0, 0.02, 0.16), lens=98.0),
)

WIDE, LONG = 1.36, 1.74


def fold(base: float, thick: float, cloth: shapes.Thing, seed: float, shrink: float = 1.0) -> None:
    """One folded layer: a soft slab with a rounded fold in front, layers showing at the sides."""

    def surface(u: float, v: float) -> shapes.Point:
        a = 2 * pi * u
        c, s = cos(a), sin(a)
        x = WIDE * shrink / 2 * abs(c) ** 0.12 * (1 if c > 0 else -1)
        y = LONG * shrink / 2 * abs(s) ** 0.12 * (1 if s > 0 else -1)
        b = -pi / 2 + pi * v
        inset = 1 - 0.035 * (1 - abs(cos(b)) ** 0.7)
        z = base + thick / 2 + thick / 2 * sin(b)
        n = wrinkle(x, y, seed)
        lines = 0.012 * sin(z * 150) if abs(cos(b)) > 0.3 else 0.0
        wobble = (
            1
            + 0.010 * perlin.noise(Vector((2.2 * x, 2.2 * y, seed)))
            + 0.012 * perlin.noise(Vector((3 * c, 3 * s, 30 * z)))
        )
        return (x * inset * wobble + lines * (1 if c > 0 else -1), y * inset * wobble, z + 0.014 * n)

    shapes.sheet(surface, columns=160, rows=28, material=cloth, wrap="u")
    for top in (base + thick, base):
        shapes.sheet(
            partial(lid_place, top=top, seed=seed, shrink=shrink), columns=120, rows=40, material=cloth, wrap="u"
        )


def wrinkle(x: float, y: float, seed: float) -> float:
    """How the cloth lies: broad waves, and creases that run slantwise and die out."""
    broad = perlin.fractal(Vector((x * 1.6, y * 1.6, seed)), 1.0, 2.0, 3)
    slant = perlin.noise(Vector((x * 3.2 + y * 2.0, y * 0.9 - x * 0.5, seed + 7)))
    crease = max(0.0, 1 - abs(slant) * 7) * max(0.0, perlin.noise(Vector((x * 1.3, y * 1.3, seed + 3))))
    height: float = broad + 1.9 * crease
    return height


def lid_place(u: float, v: float, top: float, seed: float, shrink: float) -> shapes.Point:
    """The flat of a folded layer, softly uneven."""
    a = 2 * pi * u
    c, s = cos(a), sin(a)
    x = WIDE * shrink / 2 * abs(c) ** 0.12 * (1 if c > 0 else -1) * v * 0.967
    y = LONG * shrink / 2 * abs(s) ** 0.12 * (1 if s > 0 else -1) * v * 0.967
    return (x, y, top + 0.014 * wrinkle(x, y, seed))


def collar(top: float, cloth: shapes.Thing) -> None:
    """A stand that rings the neck and two leaves that fall forward to points."""
    y0 = 0.44

    def stand(u: float, v: float) -> shapes.Point:
        a = pi * (-0.5 + 2.0 * u) + 0.0
        return (0.27 * cos(a), y0 + 0.20 * sin(a), top + 0.01 + 0.095 * v * (0.6 + 0.4 * sin(a)))

    shapes.sheet(stand, columns=64, rows=8, material=cloth, thickness=0.008)
    for side in (-1, 1):

        def leaf(u: float, v: float, side: int = side) -> shapes.Point:
            a = -pi / 2 + pi * u
            inner = (0.275 * cos(a), y0 + 0.205 * sin(a), top + 0.092 * (0.6 + 0.4 * sin(a)) + 0.016)
            reach = 0.17 + 0.20 * (1 - u) ** 2.2
            spread = -pi / 2 + pi * u * 0.94 + 0.52 * (1 - u) ** 1.5
            outer = (
                inner[0] + reach * cos(spread) * 0.9,
                inner[1] + reach * sin(spread) * 0.9 - 0.03 * (1 - u),
                top + 0.024 + 0.012 * u + 0.006 * sin(7 * u),
            )
            t = v
            x, y, z = (p + (q - p) * t for p, q in zip(inner, outer, strict=True))
            return (side * x, y, z + 0.020 * sin(pi * t) ** 0.8)

        shapes.sheet(leaf, columns=48, rows=16, material=cloth, thickness=0.008)


def front(top: float, cloth: shapes.Thing, thread: shapes.Thing) -> None:
    """The button band, its seams, four buttons and a breast pocket."""
    strip = shapes.sheet(
        lambda u, v: ((u - 0.5) * 0.15, -0.84 + 1.08 * v, top + 0.022 + 0.004 * sin(9 * v)),
        columns=8,
        rows=50,
        material=cloth,
        thickness=0.014,
    )
    shapes.soften(strip, width=0.005)
    buttons(top)
    pocket = shapes.sheet(
        lambda u, v: (0.20 + 0.32 * u, -0.34 + 0.36 * v - 0.05 * (1 - abs(2 * u - 1)) * (1 - v), top + 0.020),
        columns=24,
        rows=24,
        material=cloth,
        thickness=0.012,
    )
    shapes.soften(pocket, width=0.004)
    seams = [
        [(x, -0.84 + 1.06 * n / 90, top + 0.031 + 0.004 * sin(9 * n / 90)) for n in range(91)] for x in (-0.062, 0.062)
    ]
    seams.append([(0.215 + 0.29 * n / 40, -0.005, top + 0.028) for n in range(41)])
    dashes = [path[n : n + 2] for path in seams for n in range(0, len(path) - 1, 2)]
    shapes.tubes(dashes, 0.0030, material=thread, sides=1)


def buttons(top: float) -> None:
    """Four buttons with two holes each."""
    pearl = materials.plain("button", (0.80, 0.74, 0.62), rough=0.25)
    dark = materials.plain("hole", (0.02, 0.02, 0.03))
    profile = [(0.0, 0.0), (0.040, 0.0), (0.044, 0.010), (0.040, 0.016), (0.030, 0.011), (0.0, 0.011)]
    for y in (0.14, -0.15, -0.44, -0.73):
        shapes.lathe(profile, at=(0, y, top + 0.030), material=pearl, segments=40)
        for dx in (-0.011, 0.011):
            shapes.ball(0.006, at=(dx, y, top + 0.042), material=dark, fine=2)


def build() -> None:
    """Cream below, soga brown between, indigo on top."""
    cream = materials.cloth("cream", (0.62, 0.53, 0.40))
    soga = materials.cloth("soga", (0.27, 0.115, 0.045))
    indigo = materials.striped("indigo", (0.026, 0.046, 0.135), (0.42, 0.43, 0.46))
    thread = materials.plain("thread", (0.22, 0.28, 0.46), rough=0.9)
    fold(0.0, 0.105, cream, 1.0, 1.02)
    fold(0.112, 0.100, soga, 5.0, 0.995)
    fold(0.218, 0.105, indigo, 9.0, 0.98)
    collar(0.325, indigo)
    front(0.318, indigo, thread)
