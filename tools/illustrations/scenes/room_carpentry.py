"""A carpentry shop, empty: bench with plane and shavings, timber against the wall, a chair frame in the making."""

from collections.abc import Callable
from math import cos, pi, sin
from random import uniform

import fittings as fit
import materials
import shapes
from pictures import Picture
from studio import ROOM

PICTURE = Picture(
    file="photos/pertukangan.jpg",
    indonesian=(
        "Ilustrasi: ruang pertukangan kayu kosong dengan bangku kerja, ketam, gergaji, papan kayu, dan serutan; "
        "ruang rekaan, bukan foto dari unit ini."
    ),
    english=(
        "Illustration: an empty carpentry shop with a bench, a plane, saws, timber and shavings; a made-up room, "
        "not a photo from this facility."
    ),
    view=ROOM,
    setting="room",
)


def build() -> None:
    """Bench in the light, timber right, tools on the wall."""
    bench = fit.bench(2.5, 0.9, 0.92, tone="dark")
    bench.append(fit.board((1.9, 0.24, 0.05), (-0.05, -0.10, 0.945), (0, 0, 0.02)))
    bench.append(shapes.group(fit.plane(), at=(0.15, -0.10, 0.97), turn=(0, 0, 0.02), scale=1.1))
    bench.append(shapes.group(fit.vise(), at=(1.00, -0.10, 0.92)))
    for n in range(3):
        chisel = shapes.group(fit.chisel(), at=(-0.95 + 0.11 * n, 0.26, 0.945), turn=(pi / 2, 0, 0.1 * n - 0.1))
        chisel.scale = (1.1,) * 3
    bench += shavings(30, lambda: (uniform(-0.75, 0.75), uniform(-0.38, 0.12), 0.96))
    shapes.group(bench, at=(-0.85, 0.75, 0), turn=(0, 0, 0.05))
    shavings(42, lambda: (uniform(-2.0, 0.9), uniform(-0.35, 0.35), 0.04))
    tools = [
        (0.52, fit.square()),
        (1.00, fit.saw()),
        (0.36, fit.hammer()),
        (1.00, fit.saw()),
        (0.22, fit.chisel()),
        (0.22, fit.chisel()),
        (0.32, fit.pincers()),
    ]
    shapes.group(fit.tool_board(tools, high=0.95), at=(-0.75, 2.50, 2.05))
    timber_stack()
    sawhorses()
    frame()


def shavings(count: int, where: Callable[[], shapes.Point]) -> list[shapes.Thing]:
    """Curls of wood."""
    pale = materials.wood("shaving", (0.62, 0.42, 0.22), (0.48, 0.29, 0.13), along="x")
    made = []
    for _ in range(count):
        turns, size, wide = uniform(1.0, 2.4), uniform(0.028, 0.055), uniform(0.03, 0.06)

        def curl(u: float, v: float, turns: float = turns, size: float = size, wide: float = wide) -> shapes.Point:
            a, r = 2 * pi * turns * v, size * (0.5 + 0.5 * v)
            return (r * cos(a), (u - 0.5) * wide + 0.03 * v, r * sin(a))

        piece = shapes.sheet(curl, columns=2, rows=36, material=pale, thickness=0.002)
        piece.location, piece.rotation_euler = where(), (0, 0, uniform(0, 6))
        made.append(piece)
    return made


def timber_stack() -> None:
    """Planks leaning on the wall and beams lying at its foot."""
    for n in range(7):
        high = 2.25 + 0.25 * sin(n * 2.1)
        tone = "dark" if n in (1, 4) else "pale"
        fit.board(
            (0.22, 0.04, high),
            (1.72 + 0.26 * n, 2.28 - 0.02 * (n % 2), high / 2),
            (-0.16, 0.02 * sin(n * 3), 0),
            along="z",
            tone=tone,
        )
    for n, (y, z) in enumerate(((1.62, 0.06), (1.76, 0.06), (1.90, 0.06), (1.69, 0.18), (1.83, 0.18), (1.76, 0.30))):
        fit.board(
            (1.9, 0.12, 0.115), (2.55 + 0.06 * (n % 3), y, z), (0, 0, 0.008 * (n % 3)), tone="pale" if n % 2 else "dark"
        )


def sawhorses() -> None:
    """Two trestles with a board half sawn and the saw on it."""
    for x in (1.35, 2.35):
        parts = [fit.board((0.10, 0.8, 0.09), (0, 0, 0.62), along="y")]
        for y in (-0.30, 0.30):
            parts += [
                fit.board((0.07, 0.06, 0.66), (side * 0.12, y, 0.31), (0, side * -0.32, 0), along="z")
                for side in (-1, 1)
            ]
            parts.append(fit.board((0.36, 0.03, 0.07), (0, y, 0.24)))
        shapes.group(parts, at=(x, 0.35, 0), turn=(0, 0, 0.1))
    fit.board((1.9, 0.30, 0.045), (1.85, 0.33, 0.688), (0, 0, 0.10))
    saw = shapes.group(fit.saw(), at=(1.75, 0.30, 0.735), turn=(-pi / 2, 0, 0.5))
    saw.scale = (1.0, 1.0, 1.0)


def frame() -> None:
    """A stool's frame, not yet finished, on the floor in front."""
    shapes.group(fit.stool(), at=(0.62, -0.35, 0), scale=1.0)
