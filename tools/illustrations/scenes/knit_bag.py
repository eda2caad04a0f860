"""The knitted bags of Lapas Perempuan Kendari: a shoulder bag whose every stitch is a loop of yarn."""

from math import cos, pi, sin

import materials
import shapes
from pictures import Picture
from studio import View

PICTURE = Picture(
    file="products/lapas-perempuan-kendari/tas-rajut/tas-rajut.jpg",
    indonesian=(
        "Ilustrasi: tas rajut berwarna merah bata bergaris krem dengan dua pegangan rajut; model dan warna "
        "sebenarnya belum dinyatakan dan dapat berbeda."
    ),
    english=(
        "Illustration: a rajut bag in brick red with cream stripes and two handles of the same work; the actual "
        "style and colour are not stated and may differ."
    ),
    view=View(stands=(0.0, -7.6, 2.7), looks_at=(0.0, 0.0, 0.76), lens=88.0),
)

AROUND, ROWS, HIGH = 62, 25, 1.02


def skin(u: float, v: float, out: float = 0.0) -> shapes.Point:
    """A soft sack, round below, flatter above; `out` lifts a place off it."""
    a = 2 * pi * u
    c, s = cos(a), sin(a)
    belly = 0.84 + 0.20 * sin(pi * min(1.0, v * 0.86 + 0.14)) if v > 0 else 0.84
    foot = 1 - (1 - min(1.0, v / 0.16 + 0.12)) ** 2
    wide = (0.72 * belly + out) * (0.80 + 0.20 * foot)
    deep = (0.34 * belly * (1 - 0.45 * v**2) + out) * (0.70 + 0.30 * foot)
    x = wide * abs(c) ** 0.75 * (1 if c > 0 else -1)
    y = deep * abs(s) ** 0.75 * (1 if s > 0 else -1)
    sag = -0.05 * v**3 * (1 - min(1.0, (x / 0.74) ** 2))
    return (x, y, 0.03 + v * HIGH + sag)


def evenly() -> list[float]:
    """For equal steps of yarn round the bag, the u to take: without it stitches crowd in the middle of the front."""
    fine = 2000
    reached = [0.0]
    for n in range(fine):
        (x0, y0, _), (x1, y1, _) = skin(n / fine, 0.5), skin((n + 1) / fine, 0.5)
        reached.append(reached[-1] + ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5)
    table, at = [], 0
    for n in range(1001):
        while reached[at] < reached[-1] * n / 1000 and at < fine:
            at += 1
        table.append(at / fine)
    return table


EVEN = evenly()


def even(share: float) -> float:
    """The u that lies `share` of the way round."""
    place = (share % 1.0) * 1000
    low = int(place)
    return EVEN[low] + (EVEN[min(1000, low + 1)] - EVEN[low]) * (place - low)


def row_of_stitches(row: int) -> list[shapes.Point]:
    """One round of knitting: the yarn runs up, loops over the row above and comes down again."""
    path = []
    steps = 14
    for n in range(AROUND * steps):
        t = 2 * pi * n / steps
        u = (n / steps + 0.30 * sin(2 * t)) / AROUND
        lift = 0.5 - 0.5 * cos(t)
        v = (row + 1.62 * lift) / ROWS
        out = 0.010 * cos(2 * t) + 0.008 * (1 - lift)
        path.append(skin(even(u), min(1.03, v), out))
    return path


def handle(y: float, yarn: shapes.Thing) -> list[shapes.Thing]:
    """A plait of three cords from side to side."""
    cords = []
    for strand in range(3):
        path = []
        for n in range(181):
            a = pi * n / 180
            along = n * 0.42 + 2 * pi * strand / 3
            radius = 0.034 * sin(along)
            centre = (0.40 * cos(a), y * (1 - 0.3 * sin(a)), HIGH - 0.10 + 0.62 * sin(a) ** 0.75)
            path.append((centre[0] + radius * cos(a), centre[1] + 0.020 * sin(2 * along), centre[2] + radius * sin(a)))
        cords.append(path)
    return [shapes.tubes(cords, 0.024, material=yarn, sides=4)]


def build() -> None:
    """Round by round, in two colours, with a plaited rim and handles."""
    red = materials.fibre("red yarn", (0.46, 0.095, 0.05), (0.30, 0.05, 0.026), scale=1.4)
    cream = materials.fibre("cream yarn", (0.72, 0.60, 0.42), (0.55, 0.42, 0.26), scale=1.4)
    striped = {8, 9, 12, 17, 20, 21}
    rows = {0: red, 1: cream}
    parts = []
    for key, yarn in rows.items():
        paths = [row_of_stitches(n) for n in range(-1, ROWS) if (n in striped) == bool(key)]
        parts.append(shapes.tubes(paths, 0.0150, material=yarn, closed="yes", sides=2))
    lining = materials.cloth("lining", (0.20, 0.055, 0.035))
    inside = shapes.sheet(lambda u, v: skin(u, v * 0.985, -0.012), columns=96, rows=40, material=lining, wrap="u")
    floor = shapes.sheet(
        lambda u, v: (skin(u, 0.0)[0] * v, skin(u, 0.0)[1] * v, 0.02), columns=64, rows=2, material=lining, wrap="u"
    )
    rim = []
    rim += [
        [
            skin(even(n / 420), 1.015 + 0.012 * sin(n * 0.55 + strand), 0.016 * cos(n * 0.55 + strand))
            for n in range(420)
        ]
        for strand in (0.0, pi)
    ]
    parts += [inside, floor, shapes.tubes(rim, 0.019, material=cream, closed="yes", sides=3)]
    parts += handle(0.17, red) + handle(-0.19, red)
    shapes.group(parts, turn=(0, 0, -0.30), at=(0, 0.05, 0), scale=1.04)
