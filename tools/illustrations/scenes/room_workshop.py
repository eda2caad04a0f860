"""A general workshop, empty: bench with vise, tool board, shelves with boxes."""

from math import cos, pi, sin

import fittings as fit
import materials
import shapes
from pictures import Picture
from studio import ROOM

PICTURE = Picture(
    file="photos/bengkel.jpg",
    indonesian=(
        "Ilustrasi: bengkel kerja kosong dengan meja kerja, ragum, papan perkakas, dan rak; ruang rekaan, bukan "
        "foto dari unit ini."
    ),
    english=(
        "Illustration: an empty workshop with a bench, a vice, a tool board and shelves; a made-up room, not a "
        "photo from this facility."
    ),
    view=ROOM,
    setting="room",
)


def build() -> None:
    """Bench under the tool board, shelves to the right, a stool in front."""
    shapes.group(fit.bench(3.0, 0.85, 0.95), at=(-0.75, 1.9, 0))
    shapes.group(fit.vise(), at=(-1.75, 1.68, 0.95))
    tools = [
        (0.44, fit.hammer()),
        (1.00, fit.saw()),
        (0.34, fit.pincers()),
        (0.30, fit.spanner(1.25)),
        (0.30, fit.spanner(1.0)),
        (0.22, fit.chisel()),
        (0.22, fit.chisel()),
        (0.52, fit.square()),
    ]
    shapes.group(fit.tool_board(tools, high=0.95), at=(-0.75, 2.50, 1.95))
    bench_top()
    shelves()
    shapes.group(fit.stool(), at=(-0.35, 0.75, 0))
    for x, y, z, turn in (
        (-1.55, 1.9, 0.28, 0.0),
        (-0.75, 1.9, 0.28, 0.06),
        (0.05, 1.9, 0.28, -0.04),
        (1.35, 0.9, 0, 0.35),
    ):
        shapes.group(fit.crate(), at=(x, y, z), turn=(0, 0, turn))
    lamp()


def bench_top() -> None:
    """A crate of turned rods, three tins, a board in work."""
    shapes.group(fit.crate(), at=(0.25, 1.95, 0.95), turn=(0, 0, 0.1))
    for n in range(5):
        shapes.tubes(
            [[(0.10 + 0.07 * n, 1.9 + 0.03 * (n % 2), 1.0), (0.06 + 0.09 * n, 1.93, 1.42 + 0.04 * n)]],
            0.018,
            material=fit.timber("z", tone="dark"),
        )
    for n, high in enumerate((0.12, 0.17, 0.14)):
        tin = materials.plain(f"tin {n}", ((0.30, 0.11, 0.05), (0.05, 0.09, 0.20), (0.42, 0.33, 0.18))[n], rough=0.4)
        shapes.lathe(
            [(0, 0), (0.065, 0), (0.065, high), (0.055, high), (0.055, 0.02), (0, 0.02)],
            material=tin,
            at=(-0.75 + 0.19 * n, 2.1, 0.95),
            smooth=0,
        )
    fit.board((0.9, 0.14, 0.03), (-0.85, 1.72, 0.967), (0, 0, 0.08), tone="dark")


def shelves() -> None:
    """Boxes, tins and rolls of cord."""
    shapes.group(fit.shelf(1.7, (0.25, 0.85, 1.45, 2.05)), at=(2.15, 2.28, 0))
    card = materials.plain("card", (0.42, 0.27, 0.14), rough=0.85)
    blue = materials.plain("blue box", (0.06, 0.09, 0.19), rough=0.6)
    for level, z in enumerate((0.27, 0.87, 1.47, 2.07)):
        x = 1.42
        for n in range(4):
            wide, high = 0.26 + 0.05 * ((n + level) % 3), 0.20 + 0.06 * ((2 * n + level) % 3)
            if (n + 2 * level) % 5 != 3:
                shapes.box(
                    (wide, 0.26, high),
                    at=(x + wide / 2, 2.26, z + high / 2),
                    material=blue if (n * 3 + level) % 4 == 0 else card,
                )
            else:
                roll = [
                    [
                        (x + wide / 2 + 0.11 * cos(a), 2.24 + 0.11 * sin(a), z + 0.02 + 0.15 * a / (16 * pi))
                        for a in (2 * pi * k / 24 for k in range(193))
                    ]
                ]
                shapes.tubes(roll, 0.016, material=materials.fibre("cord", (0.55, 0.36, 0.17), (0.35, 0.2, 0.08)))
            x += wide + 0.06


def lamp() -> None:
    """A metal shade over the bench."""
    enamel = materials.plain("enamel", (0.05, 0.085, 0.14), rough=0.3)
    shapes.lathe(
        [(0.30, 0.0), (0.24, 0.09), (0.10, 0.17), (0.05, 0.24), (0.0, 0.25)], material=enamel, at=(-0.5, 1.3, 3.02)
    )
    shapes.tubes([[(-0.5, 1.3, 3.2), (-0.5, 1.3, 4.4)]], 0.010, material=enamel)
