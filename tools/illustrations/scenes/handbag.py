"""Rutan Medan's handbags: a structured bag with a flap, two handles and a stitched edge."""

from math import cos, pi, sin

import materials
import shapes
from pictures import Picture
from studio import View

PICTURE = Picture(
    file="products/rutan-medan/tas/tas.jpg",
    indonesian=(
        "Ilustrasi: tas tangan cokelat dengan penutup, dua pegangan, dan kancing logam; model dan bahan sebenarnya"
        " belum dinyatakan dan dapat berbeda."
    ),
    english=(
        "Illustration: a brown handbag with a flap, two handles and metal fittings; the actual style and material "
        "are not stated and may differ."
    ),
    view=View(stands=(0.0, -7.6, 2.5), looks_at=(0.0, 0.0, 0.72), lens=90.0),
)

WIDE, HIGH, DEEP = 1.62, 1.06, 0.50


def body(u: float, v: float) -> shapes.Point:
    """The bag's skin: a rounded box that narrows and thins upwards, its sides drawn in a little."""
    a = 2 * pi * u
    c, s = cos(a), sin(a)
    x = abs(c) ** 0.28 * (1 if c > 0 else -1)
    y = abs(s) ** 0.28 * (1 if s > 0 else -1)
    foot = min(1.0, v / 0.10)
    round_foot = 0.90 + 0.10 * (1 - (1 - foot) ** 2) ** 0.5
    wide = WIDE / 2 * (1.0 - 0.10 * v) * round_foot
    deep = DEEP / 2 * (1.0 - 0.52 * v**1.4) * (round_foot - 0.05 * (1 - foot))
    sag = 0.02 * sin(pi * v) * (1 - x * x)
    pinch = 1.0 - 0.25 * abs(x) ** 8 * v
    return (x * wide, y * (deep * pinch + sag), v * HIGH)


def flap(u: float, v: float) -> shapes.Point:
    """From the back's top edge over the opening and half down the front, with rounded corners."""
    half = (WIDE / 2 * 0.885) * (1.0 - max(0.0, (v - 0.72) / 0.28) ** 3 * 0.16)
    x = (2 * u - 1) * half
    if v < 0.28:
        angle = pi * v / 0.28
        return (x, 0.165 * cos(angle) - 0.02, HIGH + 0.005 + 0.06 * sin(angle))
    drop = (v - 0.28) / 0.72 * 0.56 * (1.0 - 0.10 * (2 * u - 1) ** 4)
    height = HIGH - drop
    front = DEEP / 2 * (1.0 - 0.52 * (height / HIGH) ** 1.4) + 0.045 + 0.02 * sin(pi * height / HIGH)
    return (x, -max(front, 0.185), height)


def body_mouth(u: float, v: float) -> shapes.Point:
    """The zipped top below the flap."""
    x, y, z = body(u, 1.0)
    return (x * v, y * v, z - 0.01)


def handle(y: float, colour: shapes.Thing, brass: shapes.Thing) -> list[shapes.Thing]:
    """An arch of rolled leather between two rings."""
    path = [
        (0.40 * cos(a), y * (1 - 0.15 * sin(a)), HIGH + 0.13 + 0.56 * sin(a) ** 0.8)
        for a in (pi * n / 40 for n in range(41))
    ]
    parts = [shapes.tubes([path], 0.034, material=colour, sides=5)]
    for x in (-0.40, 0.40):
        ring = [(x + 0.055 * cos(2 * pi * n / 32), y, HIGH + 0.085 + 0.065 * sin(2 * pi * n / 32)) for n in range(32)]
        parts.append(shapes.tubes([ring], 0.012, material=brass, closed="yes", sides=4))
        parts.append(shapes.box((0.075, 0.035, 0.15), at=(x, y, HIGH - 0.02), material=colour, bevel=0.014))
    return parts


def stitches(path: list[shapes.Point], thread: shapes.Thing) -> shapes.Thing:
    """Dashes along a path."""
    dashes = [path[n : n + 3] for n in range(0, len(path) - 2, 4)]
    return shapes.tubes(dashes, 0.0048, material=thread, sides=1)


def build() -> None:
    """The bag, turned a little to show its side."""
    skin = materials.leather("bag", (0.235, 0.085, 0.030))
    dark = materials.leather("bag trim", (0.085, 0.032, 0.016))
    brass = materials.metal("brass", (0.72, 0.50, 0.22), rough=0.24)
    thread = materials.plain("thread", (0.72, 0.55, 0.32), rough=0.9)
    base = shapes.sheet(body, columns=128, rows=60, material=skin, wrap="u", thickness=0.02)
    floor = shapes.sheet(
        lambda u, v: (body(u, 0.0)[0] * v, body(u, 0.0)[1] * v, 0.004), columns=64, rows=2, material=dark, wrap="u"
    )
    mouth = shapes.sheet(body_mouth, columns=64, rows=2, material=dark, wrap="u")
    cover = shapes.sheet(flap, columns=72, rows=72, material=dark, thickness=0.026)
    shapes.soften(cover, width=0.008)
    edge = [lift(flap(0.035, 0.30 + 0.66 * n / 60)) for n in range(61)]
    edge += [lift(flap(0.035 + 0.93 * n / 140, 0.96)) for n in range(141)]
    edge += [lift(flap(0.965, 0.96 - 0.66 * n / 60)) for n in range(61)]
    lock = shapes.box((0.20, 0.035, 0.15), at=(0, -0.30, HIGH - 0.52), material=brass, bevel=0.02, round_by=4)
    bar = shapes.tubes([[(-0.05, -0.325, HIGH - 0.52), (0.05, -0.325, HIGH - 0.52)]], 0.018, material=brass, sides=5)
    piping = []
    piping += [[(x * 1.005, y * 1.01, z) for x, y, z in (body(n / 120, v) for n in range(120))] for v in (0.045,)]
    welt = shapes.tubes(piping, 0.016, material=dark, closed="yes", sides=4)
    parts = [base, floor, mouth, cover, lock, bar, welt, stitches(edge, thread)]
    for side in (-1, 1):
        seam = [body(0.5 * (side < 0) + 0.0, n / 40) for n in range(2, 41)]
        parts.append(shapes.tubes([seam], 0.014, material=dark, sides=4))
    parts += handle(0.13, skin, brass) + handle(-0.02 - 0.19, skin, brass)
    shapes.group(parts, turn=(0, 0, -0.42), at=(0, 0.05, 0))


def lift(point: shapes.Point) -> shapes.Point:
    """A place just in front of the flap."""
    x, y, z = point
    return (x, y - 0.016, z)
