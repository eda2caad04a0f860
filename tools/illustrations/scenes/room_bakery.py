"""A bread kitchen, empty: deck oven, rack with bread, a steel table with dough."""

from math import cos, pi, sin
from random import gauss

import fittings as fit
import materials
import packs
import shapes
from graph import Graph, Material
from pictures import Picture
from studio import ROOM

PICTURE = Picture(
    file="photos/dapur-roti.jpg",
    indonesian=(
        "Ilustrasi: dapur roti kosong dengan oven, rak berisi roti, dan meja baja dengan adonan; ruang rekaan, "
        "bukan foto dari unit ini."
    ),
    english=(
        "Illustration: an empty bread kitchen with an oven, a rack of bread and a steel table with dough; a made-"
        "up room, not a photo from this facility."
    ),
    view=ROOM,
    setting="room",
)


def build() -> None:
    """Oven left behind, rack right behind, table in front."""
    steel = materials.metal("stainless", (0.58, 0.58, 0.57), rough=0.30)
    oven(steel)
    rack(steel)
    table(steel)
    for z in (1.75, 2.2):
        shapes.box((1.3, 0.3, 0.04), at=(0.50, 2.38, z), material=fit.timber("x"))
    tin = materials.metal("bowl steel", (0.66, 0.65, 0.63), rough=0.2)
    for n, (x, z, r) in enumerate(
        ((0.10, 1.77, 0.17), (0.48, 1.77, 0.14), (0.85, 1.77, 0.19), (0.2, 2.22, 0.18), (0.75, 2.22, 0.15))
    ):
        packs.bowl(r, 0.14 + 0.02 * (n % 2), tin, at=(x, 2.34, z))


def oven(steel: shapes.Thing) -> None:
    """Two decks, each with a window that glows, on a stand."""
    dark, glow = materials.plain("oven dark", (0.03, 0.03, 0.035), rough=0.35), glowing()
    parts = [shapes.box((1.75, 1.0, 1.42), at=(0, 0, 1.26), material=steel, bevel=0.02)]
    for z in (0.98, 1.60):
        parts.append(shapes.box((1.40, 0.05, 0.46), at=(-0.06, -0.51, z), material=dark, bevel=0.01))
        parts.append(shapes.box((0.86, 0.02, 0.22), at=(-0.06, -0.535, z + 0.02), material=glow, bevel=0.004))
        parts.append(
            shapes.tubes([[(-0.66, -0.60, z - 0.16), (0.54, -0.60, z - 0.16)]], 0.022, material=steel, sides=4)
        )
        for n in range(2):
            knob = shapes.lathe([(0, 0), (0.045, 0), (0.04, 0.04), (0, 0.04)], material=dark, segments=24, smooth=0)
            knob.location, knob.rotation_euler = (0.76, -0.50, z + 0.09 - 0.17 * n), (pi / 2, 0, 0)
            parts.append(knob)
    parts += [
        shapes.box((0.07, 0.07, 0.56), at=(x, y, 0.28), material=dark) for x in (-0.8, 0.8) for y in (-0.42, 0.42)
    ]
    parts.append(shapes.tubes([[(0.5, 0.2, 1.9), (0.5, 0.2, 4.4)]], 0.10, material=steel, sides=6))
    shapes.group(parts, at=(-1.75, 1.95, 0))


def glowing() -> Material:
    """The oven's warm inside."""
    g = Graph("glow")
    return g.close(g.node("Emission", {"Color": (1.0, 0.42, 0.12, 1.0), "Strength": 1.6}).outputs[0])


def loaf(crust: shapes.Thing) -> shapes.Thing:
    """A loaf to copy, 0.4 long."""
    made = shapes.ball(0.14, material=crust, fine=4)
    shapes.bend(made, lambda p: (p[0] * 0.85, p[1] * 1.5, p[2] * 1.0 if p[2] > 0 else p[2] * 0.35))
    return shapes.roughen(made, by=0.01, scale=5.0)


def rack(steel: shapes.Thing) -> None:
    """A trolley of trays, most of them full."""
    model = loaf(materials.crust("rack loaf"))
    parts = []
    for x in (-0.62, 0.62):
        for y in (-0.38, 0.38):
            parts.append(shapes.box((0.045, 0.045, 2.1), at=(x, y, 1.12), material=steel, bevel=0.006))
            parts.append(
                shapes.ball(0.055, at=(x, y, 0.055), material=materials.plain("wheel", (0.03, 0.03, 0.03)), fine=3)
            )
    for level in range(6):
        z = 0.32 + 0.33 * level
        parts.append(shapes.box((1.22, 0.80, 0.025), at=(0, 0, z), material=steel, bevel=0.006))
        parts.append(shapes.box((1.22, 0.02, 0.06), at=(0, -0.40, z + 0.01), material=steel, bevel=0.006))
        parts += [
            shapes.copy(model, at=(-0.45 + 0.30 * n + gauss(0, 0.008), y, z + 0.062), turn=(0, 0, gauss(0, 0.05)))
            for n in range(0 if level == 4 else 4)
            for y in (-0.19, 0.20)
        ]
    shapes.hide(model)
    shapes.group(parts, at=(2.25, 1.75, 0), turn=(0, 0, -0.22))


def table(steel: shapes.Thing) -> None:
    """Dough balls in rows, a rolling pin, a bowl of flour, a sack below."""
    parts = [shapes.box((2.5, 0.95, 0.05), at=(0, 0, 0.90), material=steel, bevel=0.012)]
    parts += [
        shapes.tubes([[(x, y, 0), (x, y, 0.88)]], 0.03, material=steel, sides=4)
        for x in (-1.15, 1.15)
        for y in (-0.4, 0.4)
    ]
    parts.append(shapes.box((2.3, 0.85, 0.03), at=(0, 0, 0.28), material=steel, bevel=0.01))
    flour = materials.plain("flour", (0.88, 0.84, 0.76), rough=1.0)
    parts += [*dough(), rolling_pin()]
    dish = packs.bowl(0.25, 0.20, materials.metal("bowl steel", (0.66, 0.65, 0.63), rough=0.2), at=(0.78, 0.18, 0.925))
    mound = shapes.ball(0.21, at=(0.78, 0.18, 1.06), scale=(1, 1, 0.42), material=flour, fine=4)
    dust = [(0.10 * cos(n) * n * 0.3, 0.06 * sin(n) * n * 0.3) for n in range(8)]
    for x, y in dust:
        parts.append(
            shapes.ball(0.05, at=(0.25 + x * 0.4, 0.16 + y, 0.925), scale=(1.6, 1.0, 0.05), material=flour, fine=2)
        )
    parts += [dish, mound]
    for x, turn in ((-0.55, 0.1), (0.05, -0.15)):
        parts.append(sack(x, turn))
    shapes.group(parts, at=(0.1, 0.25, 0), turn=(0, 0, 0.03))


def dough() -> list[shapes.Thing]:
    """Fifteen balls in three rows."""
    pale = materials.plain("dough", (0.80, 0.66, 0.46), rough=0.7)
    return [
        shapes.ball(0.085, at=(-0.95 + 0.22 * n, -0.24 + 0.22 * row, 0.985), scale=(1, 1, 0.72), material=pale, fine=3)
        for row in range(3)
        for n in range(5)
    ]


def rolling_pin() -> shapes.Thing:
    """Turned, with two grips."""
    half = [(0.052, 0.28), (0.02, 0.29), (0.028, 0.36), (0.022, 0.42), (0.0, 0.42)]
    pin = [(r, -z) for r, z in reversed(half)] + half
    rolling = shapes.lathe(pin, material=fit.timber("z"), segments=32, smooth=0)
    rolling.location, rolling.rotation_euler = (0.52, -0.26, 0.978), (pi / 2, 0, 1.2)
    return rolling


def sack(x: float, turn: float) -> shapes.Thing:
    """A plain sack lying on the low shelf."""
    made = shapes.ball(0.25, material=materials.cloth("sack", (0.62, 0.52, 0.38)), fine=5)
    shapes.bend(made, lambda p: (p[0] * 1.1, p[1] * 1.25, max(-0.10, min(0.13, p[2] * 0.8))))
    shapes.roughen(made, by=0.03, scale=4.0, seed=x)
    made.location, made.rotation_euler = (x, 0, 0.40), (0, 0, turn)
    return made
