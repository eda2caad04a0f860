"""A sewing room, empty: two machines on tables, shelves of cloth, cones of thread."""

from math import cos, pi, sin

import fittings as fit
import materials
import shapes
from graph import Material
from pictures import Picture
from studio import ROOM

PICTURE = Picture(
    file="photos/ruang-jahit.jpg",
    indonesian=(
        "Ilustrasi: ruang jahit kosong dengan dua mesin jahit, rak kain dan gulungan benang; ruang rekaan, bukan "
        "foto dari unit ini."
    ),
    english=(
        "Illustration: an empty sewing room with two sewing machines, shelves of cloth and cones of thread; a "
        "made-up room, not a photo from this facility."
    ),
    view=ROOM,
    setting="room",
)

COLOURS = (
    (0.030, 0.055, 0.17), (0.27, 0.115, 0.045), (0.62, 0.53, 0.40), (0.36, 0.09, 0.05),
    (0.10, 0.16, 0.10), (0.52, 0.34, 0.12), (0.16, 0.20, 0.30),
)  # fmt: skip


def dyed(n: int) -> Material:
    """One of the room's cloths."""
    return materials.cloth(f"cloth {n % 7}", COLOURS[n % 7], threads=60)


def build() -> None:
    """Tables in front of the window's light, cloth behind."""
    for x, y, turn, n in ((-1.55, 0.95, 0.10, 0), (0.55, 0.80, -0.06, 3)):
        shapes.group(workplace(n), at=(x, y, 0), turn=(0, 0, turn))
    cloth_shelf()
    thread_board()
    basket_of_cloth()


def machine() -> list[shapes.Thing]:
    """A sewing machine: bed, pillar, arm, head with needle, and hand wheel."""
    body = materials.plain("machine", (0.035, 0.05, 0.075), rough=0.22)
    steel, gold = (
        materials.metal("steel", (0.60, 0.60, 0.60), rough=0.2),
        materials.plain("line", (0.55, 0.36, 0.12), rough=0.3),
    )
    parts = [
        shapes.box((0.62, 0.24, 0.06), at=(0, 0, 0.03), material=body, bevel=0.02, round_by=4),
        shapes.box((0.13, 0.15, 0.36), at=(0.22, 0, 0.22), material=body, bevel=0.045, round_by=5),
        shapes.box((0.54, 0.13, 0.13), at=(0.02, 0, 0.36), material=body, bevel=0.05, round_by=5),
        shapes.box((0.11, 0.125, 0.24), at=(-0.22, 0, 0.31), material=body, bevel=0.035, round_by=5),
        shapes.box((0.18, 0.16, 0.006), at=(-0.20, 0, 0.063), material=steel, bevel=0.002),
        shapes.box((0.02, 0.006, 0.13), at=(0.03, -0.066, 0.36), material=gold, turn=(0, pi / 2, 0), bevel=0.001),
        shapes.tubes([[(-0.22, 0, 0.20), (-0.22, 0, 0.075)]], 0.008, material=steel),
        shapes.box((0.05, 0.06, 0.012), at=(-0.22, -0.02, 0.078), material=steel, bevel=0.003),
        shapes.tubes([[(0.10, 0, 0.42), (0.10, 0, 0.53)]], 0.006, material=steel),
    ]
    wheel = shapes.lathe(
        [(0.0, 0.0), (0.09, 0.0), (0.10, 0.02), (0.09, 0.04), (0.0, 0.045)], material=steel, segments=48
    )
    wheel.location, wheel.rotation_euler = (0.29, 0, 0.35), (0, pi / 2, 0)
    spool = shapes.lathe(
        [(0, 0), (0.045, 0.0), (0.03, 0.02), (0.028, 0.09), (0.04, 0.11), (0, 0.11)],
        material=dyed(3),
        segments=32,
        at=(0.10, 0, 0.425),
    )
    return [*parts, wheel, spool]


def workplace(n: int) -> list[shapes.Thing]:
    """Table, machine, cloth under its needle, and a stool."""
    parts = fit.bench(1.55, 0.72, 0.86)
    parts.append(shapes.group(machine(), at=(0.15, 0.02, 0.86), scale=1.28))

    def draped(u: float, v: float) -> shapes.Point:
        x = -0.70 + 0.72 * u
        along = -0.30 + 1.05 * v
        fold = 0.012 * sin(16 * u + 3 * v) + 0.02 * sin(7 * v + 2 * u) * v
        if along < 0.36:
            return (x, -along + 0.02, 0.955 + 0.01 * sin(9 * u + 6 * v) - 0.075 * min(1.0, abs(x + 0.1) * 1.6))
        drop = along - 0.36
        return (x + 0.03 * sin(12 * u) * drop * 3, -0.37 - 0.03 * sin(14 * u) * (0.3 + drop), 0.90 - drop + fold * 0.4)

    parts.append(shapes.sheet(draped, columns=60, rows=60, material=dyed(n), thickness=0.006))
    parts.append(shapes.group(fit.stool(), at=(0.05, -0.72, 0)))
    for k in range(3):
        parts.append(
            shapes.box(
                (0.26, 0.2, 0.03),
                at=(0.60, 0.10, 0.88 + 0.031 * k),
                turn=(0, 0, 0.08 * k),
                material=dyed(n + k + 1),
                bevel=0.012,
                round_by=3,
            )
        )
    return parts


def cloth_shelf() -> None:
    """Folded cloth in piles and bolts lying on the shelves."""
    shapes.group(fit.shelf(2.2, (0.25, 0.85, 1.45, 2.05), deep=0.42), at=(2.35, 2.26, 0))
    for level, z in enumerate((0.27, 0.87, 1.47)):
        for pile in range(3):
            for n in range(5 + (pile + level) % 3):
                shapes.box(
                    (0.52, 0.36, 0.052),
                    at=(1.68 + 0.67 * pile, 2.22, z + 0.028 + 0.054 * n),
                    turn=(0, 0, 0.02 * ((n * 7 + pile) % 3 - 1)),
                    material=dyed(n * 3 + pile * 2 + level),
                    bevel=0.022,
                    round_by=4,
                )
    for n in range(6):
        roll = shapes.lathe(
            [(0, 0), (0.085, 0.0), (0.09, 0.02), (0.09, 0.40), (0.085, 0.42), (0, 0.42)],
            material=dyed(n),
            segments=40,
            smooth=0,
        )
        roll.location, roll.rotation_euler = (1.52 + 0.33 * n, 2.42, 2.16), (pi / 2, 0, 0)


def thread_board() -> None:
    """Rows of thread cones on pegs, on the wall above the machines."""
    shapes.box((2.3, 0.035, 1.0), at=(-0.75, 2.50, 2.05), material=fit.timber("x"))
    for row in range(3):
        for n in range(9):
            cone = shapes.lathe(
                [(0, 0), (0.078, 0.0), (0.072, 0.02), (0.042, 0.19), (0.03, 0.20), (0, 0.20)],
                material=dyed(n * 2 + row),
                segments=28,
                smooth=0,
            )
            cone.location, cone.rotation_euler = (-1.72 + 0.243 * n, 2.48, 1.74 + 0.30 * row), (0.62, 0, 0)


def basket_of_cloth() -> None:
    """Cut pieces in a crate on the floor."""
    shapes.group(fit.crate(0.62, 0.45, 0.36), at=(1.75, 0.72, 0), turn=(0, 0, 0.25))
    for n in range(5):
        piece = shapes.ball(0.17, material=dyed(n * 2 + 1), fine=4)
        shapes.roughen(piece, by=0.10, scale=4.0, seed=n * 3.1)
        piece.location, piece.scale = (1.75 + 0.16 * cos(n * 1.26), 0.72 + 0.10 * sin(n * 1.26), 0.30), (1, 0.8, 0.6)
