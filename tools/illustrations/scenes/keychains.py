"""Kasongan's keychains of nyatu gum: a boat, a fish and a turned drop, dark and polished, on steel rings."""

from math import cos, pi, sin

import materials
import shapes
from pictures import Picture
from studio import View

PICTURE = Picture(
    file="products/lapas-narkotika-kasongan/gantungan-kunci-getah-nyatu/gantungan-kunci.jpg",
    indonesian=(
        "Ilustrasi: tiga gantungan kunci dari getah cokelat tua mengilap (perahu, ikan, dan tetes berulir) dengan "
        "cincin logam; bentuk sebenarnya belum dinyatakan dan dapat berbeda."
    ),
    english=(
        "Illustration: three keychains of glossy dark brown sap (a boat, a fish and a spiral drop) on metal rings;"
        " the actual shapes are not stated and may differ."
    ),
    view=View(stands=(0.0, -5.6, 5.6), looks_at=(0.0, 0.02, 0.05), lens=86.0),
)


def ring_and_chain(at: shapes.Point, towards: float, steel: shapes.Thing) -> None:
    """A split ring, and links from it down to a pendant whose eye is at `at`; `towards` turns the chain."""
    parts, links = [], 5
    for n in range(links):
        y = 0.05 + 0.078 * n
        tilt = 0.5 if n % 2 else -0.5
        link = [
            (0.028 * cos(a) * cos(tilt), y + 0.052 * sin(a), 0.042 + 0.028 * cos(a) * sin(tilt))
            for a in (2 * pi * k / 28 for k in range(28))
        ]
        parts.append(shapes.tubes([link], 0.0085, material=steel, closed="yes", sides=4))
    centre = 0.05 + 0.078 * links + 0.20
    coil = [
        (0.215 * cos(a), centre + 0.215 * sin(a), 0.028 + 0.022 * n / 150)
        for n, a in ((n, 4 * pi * n / 150 - pi / 2 + 0.6) for n in range(151))
    ]
    parts.append(shapes.tubes([coil], 0.0135, material=steel, sides=5))
    shapes.group(parts, at=at, turn=(0, 0, towards))


def eye(steel: shapes.Thing) -> shapes.Thing:
    """The small eye a pendant hangs by, at the origin."""
    loop = [(0.012, 0.034 * cos(a), 0.042 + 0.034 * sin(a)) for a in (2 * pi * k / 24 for k in range(24))]
    return shapes.tubes([loop], 0.010, material=steel, closed="yes", sides=4)


def boat(gum: shapes.Thing, pale: shapes.Thing, steel: shapes.Thing) -> shapes.Thing:
    """A long river boat seen from above: hull, raised ends, thwarts and two paddles. Its bow is at the origin."""

    def hull(u: float, v: float) -> shapes.Point:
        along = 2 * v - 1
        half = 0.155 * max(0.0, 1 - abs(along) ** 2.6) ** 0.8 + 0.004
        a = pi + pi * u
        lift = 0.11 * abs(along) ** 3
        return (half * cos(a), -0.62 - 0.60 * along * -1, 0.135 + lift + 0.125 * sin(a) * (1 - 0.3 * abs(along) ** 4))

    skin = shapes.sheet(hull, columns=40, rows=80, material=gum, thickness=0.03)
    shapes.soften(skin, width=0.008)
    parts = [skin, eye(steel)]
    parts += [
        shapes.box((0.24, 0.05, 0.022), at=(0, y, 0.125), material=pale, bevel=0.008) for y in (-0.36, -0.62, -0.88)
    ]
    rim = []
    rim += [[hull(side, v / 60) for v in range(61)] for side in (0.0, 1.0)]
    parts.append(shapes.tubes(rim, 0.014, material=pale, sides=4))
    for x, turn in ((0.05, 0.35), (-0.05, -0.30)):
        rod = shapes.tubes([[(0, -0.30, 0), (0, 0.16, 0)]], 0.010, material=gum, sides=4)
        blade = shapes.ball(0.06, at=(0, -0.36, 0), scale=(0.7, 1.5, 0.16), material=gum, fine=3)
        parts.append(shapes.group([rod, blade], at=(x, -0.60, 0.165), turn=(0, 0, turn)))
    return shapes.group(parts)


def fish(gum: shapes.Thing, pale: shapes.Thing, steel: shapes.Thing) -> shapes.Thing:
    """A fish with scored scales; its mouth is at the origin."""

    def skin(u: float, v: float) -> shapes.Point:
        a = 2 * pi * u
        half = 0.20 * sin(pi * min(1.0, v * 1.06) ** 0.72) ** 0.85 + 0.035
        if v > 0.80:
            half += 0.21 * ((v - 0.80) / 0.20) ** 1.1
        thick = 0.085 * sin(pi * min(1.0, v * 1.05) ** 0.7) ** 0.8 + 0.016
        end = min(1.0, v / 0.02, (1 - v) / 0.02) ** 0.5
        notch = 0.15 * max(0.0, (v - 0.86) / 0.14) * (1 - abs(cos(a)))
        scale = 0.006 * sin(56 * v + (pi if int(8 * u * 2) % 2 else 0)) if 0.28 < v < 0.76 else 0.0
        return (half * end * cos(a), -0.02 - 0.98 * v + notch, 0.095 + (thick + scale) * end * sin(a))

    body = shapes.sheet(skin, columns=96, rows=140, material=gum, wrap="u")
    parts = [body, eye(steel)]
    parts.append(shapes.ball(0.036, at=(-0.065, -0.19, 0.172), scale=(1, 1, 0.5), material=pale, fine=3))
    parts.append(shapes.ball(0.018, at=(-0.065, -0.19, 0.188), scale=(1, 1, 0.6), material=gum, fine=3))
    for x, turn in ((0.21, 0.7), (-0.21, -0.7)):
        parts.append(shapes.ball(0.10, at=(x, -0.44, 0.085), scale=(0.55, 1.1, 0.2), material=gum, fine=3))
        parts[-1].rotation_euler = (0, 0, turn)
    gill = [
        (0.135 * cos(a), -0.27 + 0.05 * sin(a) - 0.03, 0.196 - 0.036 * cos(a) ** 2)
        for a in (pi * (1 + k / 20) for k in range(21))
    ]
    parts.append(shapes.tubes([gill], 0.009, material=pale, sides=3))
    return shapes.group(parts)


def drop(gum: shapes.Thing, pale: shapes.Thing, steel: shapes.Thing) -> shapes.Thing:
    """A flat drop with a spiral laid on it; its point is at the origin."""

    def skin(u: float, v: float) -> shapes.Point:
        a = 2 * pi * u
        half = 0.31 * sin(pi * v**0.62 * 0.5 * 2 * 0.5 + 0.0) * (1 - v**6) ** 0.5 * 1.05 + 0.03 * (1 - v) ** 4
        return (half * cos(a), -0.02 - 0.86 * v, 0.08 + 0.075 * min(1.0, half / 0.18) * sin(a))

    body = shapes.sheet(skin, columns=64, rows=90, material=gum, wrap="u")
    spiral = []
    for n in range(160):
        a, r = n * 0.135, 0.012 + 0.0013 * n
        spiral.append((r * cos(a), -0.56 + r * sin(a), 0.157 - 0.25 * r * r))
    return shapes.group([body, eye(steel), shapes.tubes([spiral], 0.014, material=pale, sides=4)])


def build() -> None:
    """Three in a row, each turned differently."""
    gum = materials.glass_free_resin("nyatu", (0.070, 0.026, 0.011))
    pale = materials.glass_free_resin("pale nyatu", (0.34, 0.16, 0.055))
    steel = materials.metal("steel", (0.60, 0.59, 0.57), rough=0.22)
    for make, x, y, turn in ((fish, -0.92, 0.10, -0.22), (boat, 0.0, 0.30, 0.06), (drop, 0.90, 0.02, 0.26)):
        made = make(gum, pale, steel)
        made.location, made.rotation_euler = (x, y, 0.0), (0, 0, turn)
        ring_and_chain((x, y - 0.02, 0.0), turn * 2.1 + 0.1, steel)
