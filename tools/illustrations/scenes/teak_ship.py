"""Raha's teak miniatures: a small sailing vessel on a stand, hull, masts and sails all of wood."""

from math import cos, pi, sin

import materials
import shapes
from pictures import Picture
from studio import View

PICTURE = Picture(
    file="products/rutan-raha/miniatur-kayu-jati/miniatur-kapal.jpg",
    indonesian=(
        "Ilustrasi: miniatur kapal layar dari kayu jati di atas dudukan; bentuk miniatur sebenarnya belum "
        "dinyatakan dan dapat berbeda."
    ),
    english=(
        "Illustration: a miniature sailing ship of teak on a stand; the actual form of the miniatures is not "
        "stated and may differ."
    ),
    view=View(stands=(0.0, -8.4, 2.5), looks_at=(0.04, 0.0, 0.98), lens=86.0),
)

LENGTH, BASE = 1.7, 0.30


def half_beam(v: float) -> float:
    """Half the hull's width along v (stern 0, bow 1)."""
    half: float = 0.245 * max(0.0, sin(pi * (0.14 + 0.86 * v) ** 0.9)) ** 0.62
    return half


def rail(v: float) -> float:
    """The height of the rail: high at stern and bow."""
    return BASE + 0.36 + 0.30 * (v - 0.42) ** 2 * 2.2 + 0.10 * max(0.0, v - 0.8)


def hull(u: float, v: float) -> shapes.Point:
    """Planked skin from rail to rail round the keel."""
    a = pi + pi * u
    c, s = cos(a), sin(a)
    keel = BASE + 0.30 * max(0.0, v - 0.72) ** 1.6 * 4 + 0.16 * max(0.0, 0.14 - v) * 4
    strake = 0.004 * abs(sin(pi * u * 14))
    y = (half_beam(v) + strake) * abs(c) ** 0.72 * (1 if c > 0 else -1)
    z = rail(v) - (rail(v) - keel) * abs(s) ** 1.15
    rake = 0.26 * max(0.0, (z - BASE) / 0.5) * max(0.0, v - 0.6) / 0.4
    return ((v - 0.5) * LENGTH + rake - 0.10, y, z)


def sail(corners: list[shapes.Point], belly: float, material: shapes.Thing) -> shapes.Thing:
    """A thin curved board between four corners (foot left, foot right, head right, head left), full to the side."""
    a, b, c, d = corners

    def surface(u: float, v: float) -> shapes.Point:
        low = tuple(p + (q - p) * u for p, q in zip(a, b, strict=True))
        high = tuple(p + (q - p) * u for p, q in zip(d, c, strict=True))
        x, y, z = (p + (q - p) * v for p, q in zip(low, high, strict=True))
        return (x, y - belly * sin(pi * u) * sin(pi * min(1.0, v * 0.9 + 0.1)), z)

    return shapes.sheet(surface, columns=36, rows=36, material=material, thickness=0.012)


def build() -> None:
    """The ship, then what it stands on."""
    teak = materials.wood("hull", (0.34, 0.155, 0.055), (0.17, 0.066, 0.022), along="x", rings=6)
    deep = materials.wood("trim", (0.16, 0.062, 0.022), (0.085, 0.032, 0.013), along="x", rings=6)
    mast = materials.wood("mast", (0.34, 0.155, 0.055), (0.17, 0.066, 0.022), along="z")
    thin = materials.wood("sail", (0.70, 0.47, 0.24), (0.52, 0.31, 0.13), along="z", rings=4)
    thread = materials.plain("rigging", (0.20, 0.13, 0.08), rough=0.9)
    skin = shapes.sheet(hull, columns=84, rows=120, material=teak, thickness=0.02)
    deck = shapes.sheet(lambda u, v: deck_place(u, 0.02 + 0.96 * v), columns=8, rows=80, material=deep, thickness=0.02)
    rails = shapes.tubes(
        [[hull(side, n / 100) for n in range(101)] for side in (0.0, 1.0)], 0.018, material=deep, sides=4
    )
    keel = shapes.tubes([[hull(0.5, n / 100) for n in range(101)]], 0.02, material=deep, sides=4)
    house = shapes.box((0.34, 0.26, 0.16), at=(-0.60, 0, rail(0.25) + 0.01), material=teak, bevel=0.012)
    roof = shapes.box((0.40, 0.33, 0.028), at=(-0.60, 0, rail(0.25) + 0.10), material=deep, bevel=0.01)
    lathe_masts = [(0.18, 1.50), (-0.38, 1.30)]
    parts = [skin, deck, rails, keel, house, roof]
    for x, tall in lathe_masts:
        parts.append(shapes.tubes([[(x, 0, BASE + 0.2), (x, 0, BASE + 0.2 + tall)]], 0.022, material=mast, sides=5))
    parts += sails(thin, mast, thread)
    parts.append(
        shapes.tubes([[(0.74, 0, rail(0.9) + 0.02), (1.24, 0, rail(1.0) + 0.16)]], 0.018, material=mast, sides=5)
    )
    plinth = shapes.box((1.25, 0.46, 0.075), at=(-0.02, 0, 0.038), material=deep, bevel=0.02, round_by=4)
    for x in (-0.46, 0.34):
        parts.append(cradle(x, teak))
    shapes.group([*parts, plinth], turn=(0, 0, -0.34), at=(-0.06, 0, 0))


def deck_place(u: float, v: float) -> shapes.Point:
    """The deck lies a little under the rail."""
    left, right = hull(0.0, v), hull(1.0, v)
    return (left[0], left[1] * 0.97 + (right[1] - left[1]) * 0.97 * u, rail(v) - 0.07)


def sails(thin: shapes.Thing, mast: shapes.Thing, thread: shapes.Thing) -> list[shapes.Thing]:
    """Two gaff sails, two headsails, their spars and stays."""
    parts = []
    for x, foot, top, wide, peak in ((0.18, 0.86, 1.62, 0.46, 0.20), (-0.38, 0.86, 1.46, 0.52, 0.18)):
        corners = [
            (x - wide, -0.03, foot),
            (x - 0.03, 0, foot),
            (x - 0.03, 0, top),
            (x - wide * 0.82, -0.03, top + peak),
        ]
        parts.append(sail(corners, 0.10, thin))
        parts.append(
            shapes.tubes(
                [[corners[0], (x, 0, foot)], [(corners[3][0] - 0.03, -0.03, corners[3][2] + 0.01), (x, 0, top)]],
                0.013,
                material=mast,
                sides=4,
            )
        )
    for foot_x, low, tip, back in ((1.22, rail(1.0) + 0.16, 1.78, 0.36), (0.84, rail(0.95) + 0.10, 1.52, 0.28)):
        a, c = (foot_x, 0.0, low), (0.21, 0.0, tip)
        b = (back, -0.05, 0.92)
        parts.append(sail([a, b, c, c], 0.07, thin))
        parts.append(shapes.tubes([[a, c]], 0.005, material=thread, sides=2))
    head: shapes.Point = (0.18, 0.0, BASE + 1.69)
    rear: shapes.Point = (-0.38, 0.0, BASE + 1.49)
    lines: list[list[shapes.Point]] = [[head, rear], [rear, (-0.93, 0.0, rail(0.0) + 0.02)]]
    lines.append([head, (1.24, 0.0, rail(1.0) + 0.16)])
    for x, peak_of in ((0.18, head), (-0.38, rear)):
        for side in (-1, 1):
            lines += [[peak_of, (x + dx, side * 0.235, rail(0.5) + 0.01)] for dx in (-0.10, 0.0, 0.10)]
    parts.append(shapes.tubes(lines, 0.0045, material=thread, sides=2))
    return parts


def cradle(x: float, wood: shapes.Thing) -> shapes.Thing:
    """An upright with a hollow for the hull."""
    top = [(0.20 - 0.40 * n / 20, 0.46 - 0.20 * sin(pi * n / 20)) for n in range(21)]
    outline = [(-0.20, 0.0), (0.20, 0.0), *top]
    made = shapes.prism(outline, 0.05, material=wood, bevel=0.006)
    made.location, made.rotation_euler = (x - 0.025, 0, 0.06), (pi / 2, 0, pi / 2)
    return made
