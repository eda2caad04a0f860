"""What stands and hangs in a workshop: benches, shelves, stools and hand tools, at the room's measure.

A unit is about a metre here. Everything is made at the origin, standing on z = 0, and placed by its group.
"""

from math import cos, pi, sin

import materials
import shapes
from graph import Material

Point = shapes.Point


def timber(along: str, *, tone: str = "pale") -> Material:
    """The workshops' two woods: pale bench timber and dark hardwood."""
    light, dark = {
        "pale": ((0.50, 0.30, 0.14), (0.31, 0.16, 0.065)),
        "dark": ((0.30, 0.14, 0.055), (0.16, 0.065, 0.024)),
    }[tone]
    return materials.wood(f"{tone} timber {along}", light, dark, along=along, rings=4.0)


def bench(wide: float, deep: float, high: float, *, tone: str = "pale") -> list[shapes.Thing]:
    """A table with a thick top, four legs and a low shelf."""
    parts = [shapes.box((wide, deep, 0.09), at=(0, 0, high - 0.045), material=timber("x", tone=tone))]
    parts += [
        shapes.box((0.10, 0.10, high - 0.09), at=(x, y, (high - 0.09) / 2), material=timber("z", tone=tone))
        for x in (-wide / 2 + 0.12, wide / 2 - 0.12)
        for y in (-deep / 2 + 0.09, deep / 2 - 0.09)
    ]
    parts.append(shapes.box((wide - 0.2, deep - 0.14, 0.035), at=(0, 0, 0.26), material=timber("x", tone=tone)))
    parts.append(
        shapes.box((wide - 0.24, 0.03, 0.12), at=(0, -deep / 2 + 0.09, high - 0.15), material=timber("x", tone=tone))
    )
    return parts


def stool() -> list[shapes.Thing]:
    """A round seat on four legs."""
    seat = shapes.lathe(
        [(0, 0.56), (0.19, 0.56), (0.2, 0.58), (0.19, 0.61), (0, 0.61)], material=timber("x", tone="dark"), smooth=0
    )
    shapes.soften(seat, width=0.008)
    legs = [
        [(0.20 * cos(a), 0.20 * sin(a), 0.0), (0.12 * cos(a), 0.12 * sin(a), 0.57)]
        for a in (pi / 4 + pi / 2 * n for n in range(4))
    ]
    bars = [
        [(0.175 * cos(a), 0.175 * sin(a), 0.2), (0.175 * cos(b), 0.175 * sin(b), 0.2)]
        for a, b in ((pi / 4 + pi / 2 * n, pi / 4 + pi / 2 * (n + 1)) for n in range(4))
    ]
    return [
        seat,
        shapes.tubes(legs, 0.022, material=timber("z", tone="dark")),
        shapes.tubes(bars, 0.013, material=timber("x", tone="dark")),
    ]


def shelf(wide: float, levels: tuple[float, ...], deep: float = 0.34) -> list[shapes.Thing]:
    """Open shelves between two uprights, standing on the floor."""
    top = max(levels) + 0.28
    parts = [shapes.box((0.05, deep, top), at=(x, 0, top / 2), material=timber("z")) for x in (-wide / 2, wide / 2)]
    return parts + [shapes.box((wide, deep, 0.035), at=(0, 0, z), material=timber("x")) for z in levels]


def crate(wide: float = 0.5, deep: float = 0.36, high: float = 0.28) -> list[shapes.Thing]:
    """A slatted box, open above."""
    wood, parts = timber("x"), []
    for n in range(3):
        z = high * (n + 0.5) / 3
        parts += [
            shapes.box((wide, 0.016, high / 3 - 0.02), at=(0, y, z), material=wood, bevel=0.004)
            for y in (-deep / 2, deep / 2)
        ]
        parts += [
            shapes.box((0.016, deep, high / 3 - 0.02), at=(x, 0, z), material=timber("y"), bevel=0.004)
            for x in (-wide / 2, wide / 2)
        ]
    return [*parts, shapes.box((wide, deep, 0.016), at=(0, 0, 0.012), material=wood, bevel=0.004)]


def flat(outline: list[tuple[float, float]], thick: float, material: shapes.Thing) -> shapes.Thing:
    """A tool's part cut from plate, standing upright against a wall: x across, z up."""
    made = shapes.prism(outline, thick, material=material, bevel=min(0.006, thick * 0.3))
    made.rotation_euler = (pi / 2, 0, 0)
    return made


def hammer() -> list[shapes.Thing]:
    """A claw-less hammer hanging head up."""
    iron, grip = materials.metal("iron", (0.20, 0.20, 0.21), rough=0.42), timber("z", tone="pale")
    return [
        shapes.box((0.20, 0.06, 0.065), at=(0, 0, 0), material=iron),
        shapes.box((0.035, 0.028, 0.38), at=(0, 0, -0.2), material=grip, bevel=0.012),
    ]


def saw() -> list[shapes.Thing]:
    """A hand saw, teeth down, handle to the right."""
    blade = (
        [(-0.42, -0.02)]
        + [(-0.42 + 0.02 * n, -0.04 - 0.0035 * n - (0.012 if n % 2 else 0.0)) for n in range(34)]
        + [(0.26, 0.10), (-0.42, 0.04)]
    )
    steel, grip = materials.metal("steel", (0.55, 0.55, 0.55), rough=0.3), timber("z", tone="dark")
    ring = [(0.31 + 0.085 * cos(2 * pi * n / 24), -0.012, 0.0 + 0.12 * sin(2 * pi * n / 24)) for n in range(24)]
    return [flat(blade, 0.006, steel), shapes.tubes([ring], 0.026, material=grip, closed="yes", sides=4)]


def pincers() -> list[shapes.Thing]:
    """Pliers, jaws up."""
    iron, red = materials.metal("iron", (0.20, 0.20, 0.21), rough=0.42), materials.plain("grip", (0.30, 0.05, 0.03))
    legs = [[(side * 0.02, 0, 0.0), (side * 0.055, 0, -0.10), (side * 0.05, 0, -0.24)] for side in (-1, 1)]
    jaws = [[(side * 0.02, 0, 0.0), (side * 0.035, 0, 0.05), (side * 0.008, 0, 0.11)] for side in (-1, 1)]
    return [
        shapes.tubes(legs, 0.017, material=red),
        shapes.tubes(jaws, 0.018, material=iron),
        shapes.ball(0.03, material=iron, fine=3),
    ]


def spanner(size: float) -> list[shapes.Thing]:
    """An open spanner, mouth up."""
    steel = materials.metal("steel", (0.55, 0.55, 0.55), rough=0.3)
    head = [(0.05 * cos(a), 0.05 * sin(a)) for a in (pi / 2 + 0.45 + (2 * pi - 0.9) * n / 20 for n in range(21))] + [
        (0.018, 0.0),
        (-0.018, 0.0),
    ][::1]
    made = [
        flat(head, 0.018, steel),
        shapes.box((0.03, 0.014, 0.26), at=(0, -0.008, -0.16), material=steel, bevel=0.005),
    ]
    ring = [(0.035 * cos(2 * pi * n / 20), -0.008, -0.31 + 0.035 * sin(2 * pi * n / 20)) for n in range(20)]
    handle = shapes.group([*made, shapes.tubes([ring], 0.013, material=steel, closed="yes")])
    handle.scale = (size,) * 3
    return [handle]


def chisel() -> list[shapes.Thing]:
    """A chisel hanging blade down."""
    steel = materials.metal("steel", (0.55, 0.55, 0.55), rough=0.3)
    grip = shapes.lathe(
        [(0, 0), (0.02, 0.0), (0.027, 0.05), (0.022, 0.10), (0.027, 0.15), (0.0, 0.16)],
        material=timber("z", tone="dark"),
        segments=24,
    )
    return [grip, shapes.box((0.034, 0.008, 0.2), at=(0, 0, -0.1), material=steel, bevel=0.002)]


def square() -> list[shapes.Thing]:
    """A try square."""
    steel = materials.metal("steel", (0.55, 0.55, 0.55), rough=0.3)
    return [
        shapes.box((0.045, 0.02, 0.22), at=(-0.15, 0, 0), material=timber("z", tone="dark"), bevel=0.004),
        shapes.box((0.34, 0.005, 0.04), at=(0.04, 0, 0.09), material=steel, bevel=0.001),
    ]


def plane() -> list[shapes.Thing]:
    """A wooden bench plane, 0.4 long, along x."""
    grip = [(-0.14 + 0.05 * cos(a), 0, 0.13 + 0.055 * sin(a)) for a in (pi * 2 * n / 20 for n in range(20))]
    iron = materials.metal("iron", (0.20, 0.20, 0.21), rough=0.42)
    return [
        shapes.box((0.44, 0.09, 0.09), at=(0, 0, 0.05), material=timber("x", tone="dark"), bevel=0.012),
        shapes.box((0.012, 0.055, 0.17), at=(0.01, 0, 0.13), turn=(0, -0.75, 0), material=iron, bevel=0.002),
        shapes.box((0.03, 0.06, 0.10), at=(-0.03, 0, 0.11), turn=(0, -0.75, 0), material=timber("z"), bevel=0.004),
        shapes.tubes([grip], 0.017, material=timber("z"), closed="yes", sides=4),
        shapes.ball(0.035, at=(0.16, 0, 0.115), material=timber("z"), fine=3),
    ]


def vise() -> list[shapes.Thing]:
    """An iron bench vise, its jaws towards -y."""
    blue, iron = (
        materials.plain("vise", (0.045, 0.085, 0.16), rough=0.4),
        materials.metal("iron", (0.20, 0.20, 0.21), rough=0.42),
    )
    parts = [
        shapes.box((0.26, 0.30, 0.07), at=(0, 0.02, 0.035), material=blue, bevel=0.02),
        shapes.box((0.14, 0.20, 0.15), at=(0, 0.04, 0.14), material=blue, bevel=0.03),
        shapes.box((0.24, 0.07, 0.11), at=(0, -0.03, 0.23), material=blue, bevel=0.015),
        shapes.box((0.24, 0.07, 0.11), at=(0, -0.17, 0.23), material=blue, bevel=0.015),
        shapes.box((0.10, 0.30, 0.09), at=(0, -0.14, 0.14), material=blue, bevel=0.015),
    ]
    parts.append(shapes.tubes([[(0, -0.28, 0.14), (0, -0.42, 0.14)]], 0.028, material=iron, sides=4))
    parts.append(shapes.tubes([[(-0.14, -0.39, 0.10), (0.14, -0.39, 0.18)]], 0.012, material=iron))
    return parts


def board(size: Point, at: Point, turn: Point = (0, 0, 0), *, tone: str = "pale", along: str = "x") -> shapes.Thing:
    """A plank."""
    return shapes.box(size, at=at, turn=turn, material=timber(along, tone=tone), bevel=0.006)


def tool_board(tools: list[tuple[float, list[shapes.Thing]]], *, high: float) -> list[shapes.Thing]:
    """A painted board with tools hung in a row, each with the width it takes, centred on the origin, facing -y."""
    wide = sum(room for room, _ in tools)
    back = shapes.box((wide, 0.03, high), material=materials.plain("tool board", (0.16, 0.21, 0.31), rough=0.8))
    parts, x = [back], -wide / 2
    for n, (room, tool) in enumerate(tools):
        parts.append(shapes.group(tool, at=(x + room / 2, -0.05, 0.10 if n % 2 else 0.18)))
        x += room
    return parts
