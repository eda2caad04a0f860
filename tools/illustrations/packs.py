"""Pouches, bowls and what is in them: the packed foods share these forms.

A pouch stands on z = 0, faces -y, and is HIGH tall; its film is thin and clear so that the goods show.
"""

from collections.abc import Callable
from math import cos, pi, sin
from random import gauss, uniform

import materials
import shapes
from graph import Colour, Graph, Material, shaded
from mathutils import Euler, Vector  # type: ignore[import-not-found]

WIDE, HIGH, DEEP = 0.92, 1.24, 0.36


def skin(u: float, v: float) -> shapes.Point:
    """A stand-up pouch: full at the foot, flat and sealed at the top; u from 0 to 1/2 is the back."""
    a = 2 * pi * u
    c, s = cos(a), sin(a)
    full = max(0.0, 1 - (v / 0.90) ** 2.2) ** 0.6 if v < 0.90 else 0.0
    foot = 1 - (1 - min(1.0, v / 0.06 + 0.55)) ** 2
    wide = WIDE / 2 * (1.0 - 0.03 * full) * (0.96 + 0.04 * foot)
    deep = DEEP / 2 * full * foot + 0.004
    x = abs(c) ** (0.75 + 0.2 * full) * (1 if c > 0 else -1) * wide
    y = deep * abs(s) ** 0.8 * (1 if s > 0 else -1)
    crease = (
        0.010 * sin(26 * x + 5 * v) * (1 - full) * min(1.0, max(0.0, (0.9 - v) / 0.2))
        + 0.006 * sin(17 * v + 9 * x) * full
    )
    return (x, y + crease * (1 if s > 0 else -1), v * HIGH)


def inside(u: float, v: float, share: float) -> shapes.Point:
    """A place within the pouch, `share` of the way from its middle to its skin."""
    x, y, z = skin(u, v)
    return (x * share, y * share, z)


def pouch(film: shapes.Thing, *, header: shapes.Thing | None = None) -> list[shapes.Thing]:
    """The empty pouch, with a folded paper header (blank) if a paper is given."""
    parts = [
        shapes.sheet(skin, columns=120, rows=90, material=film, wrap="u"),
        shapes.sheet(lambda u, v: (*inside(u, 0.0, v)[:2], 0.006), columns=48, rows=2, material=film, wrap="u"),
    ]
    if header is not None:
        steel = materials.metal("staple", (0.6, 0.6, 0.6))
        parts += [
            shapes.box((WIDE + 0.03, 0.010, 0.25), at=(0, y, HIGH - 0.02), material=header, bevel=0.003)
            for y in (-0.014, 0.014)
        ]
        parts.append(
            shapes.tubes(
                [[(-WIDE / 2 - 0.015, 0, HIGH + 0.104), (WIDE / 2 + 0.015, 0, HIGH + 0.104)]],
                0.016,
                material=header,
                sides=4,
            )
        )
        staples = [[(x - 0.045, -0.022, HIGH - 0.06), (x + 0.045, -0.022, HIGH - 0.06)] for x in (-0.26, 0.26)]
        parts.append(shapes.tubes(staples, 0.006, material=steel, sides=2))
    return parts


def pressed(point: shapes.Point) -> shapes.Point:
    """Where a point of the filling comes to lie: eased inwards near the film, so that nothing comes through it and
    what lay before another thing still does."""
    x, y, z = point
    z = min(max(z, 0.02), 0.86 * HIGH)
    v = z / HIGH
    full = max(0.0, 1 - (v / 0.90) ** 2.2) ** 0.6
    wide = WIDE / 2 * (1.0 - 0.03 * full)
    x = eased(x, wide * 0.96)
    turned = (abs(x) / wide) ** (1 / (0.75 + 0.2 * full))
    foot = 1 - (1 - min(1.0, v / 0.06 + 0.55)) ** 2
    deep = max(0.002, (DEEP / 2 * full * foot) * (1 - turned**2) ** 0.4 - 0.010)
    return (x, eased(y, deep), z)


def eased(value: float, most: float) -> float:
    """The value itself when small, approaching but never reaching `most`."""
    share: float = (1.0 + (abs(value) / most) ** 3) ** (1 / 3)
    return value / share


def filled(
    things: list[shapes.Thing], count: int, *, to: float, material: shapes.Thing, stand: float = 0.45
) -> shapes.Thing:
    """`count` of the things in the pouch up to the share `to`, in one mesh; `stand` is how unevenly they lie."""
    points: list[shapes.Point] = []
    faces: list[tuple[int, ...]] = []
    inks: list[int] = []
    tones: list[float] = []
    for n in range(count):
        v = 0.03 + (to - 0.03) * n / count
        at = inside(uniform(0.5, 1.0), v + gauss(0, 0.008), 0.92 * uniform(0.0, 1.0) ** 0.5)
        data = things[n % len(things)].data
        turn = Euler((pi / 2 + gauss(0, stand), gauss(0, 1.6), gauss(0, stand))).to_matrix()
        first = len(points)
        points += [pressed(tuple(turn @ vertex.co + Vector(at))) for vertex in data.vertices]
        faces += [tuple(first + index for index in polygon.vertices) for polygon in data.polygons]
        tones += [mark.value for mark in data.attributes["tone"].data]
        inks += [polygon.material_index for polygon in data.polygons]
    made = shapes.mesh("filling", points, faces, material=material)
    for other in things[0].data.materials[1:]:
        made.data.materials.append(other)
    made.data.polygons.foreach_set("material_index", inks)
    return shapes.mark(made, tones)


def windowed(name: str, colour: Colour) -> Material:
    """Brown paper with an upright oval window of film in the front."""
    g = Graph(name)
    u, v, _ = g.node("SeparateXYZ", {0: g.node("TexCoord").outputs["UV"]}).outputs
    across = g.math("DIVIDE", g.math("SUBTRACT", u, 0.75), 0.125)
    up = g.math("DIVIDE", g.math("SUBTRACT", v, 0.40), 0.25)
    distance = g.math(
        "ADD", g.math("POWER", g.math("ABSOLUTE", across), 2.6), g.math("POWER", g.math("ABSOLUTE", up), 2.6)
    )
    open_here = g.math("LESS_THAN", distance, 1.0)
    tooth = g.noise(g.place((1, 1, 0.3)), 40.0, detail=3)
    tint = g.ramp(tooth, (0.3, shaded(colour, 0.85)), (0.7, colour))
    kraft = g.node(
        "BsdfPrincipled", {"Base Color": tint, "Roughness": 0.75, "Normal": g.bump(tooth, strength=0.08)}
    ).outputs[0]
    clear = g.node("BsdfTransparent").outputs[0]
    shine = g.node("BsdfGlossy", {"Roughness": 0.12}).outputs[0]
    film = g.node("MixShader", {0: 0.07, 1: clear, 2: shine}).outputs[0]
    return g.close(g.node("MixShader", {0: open_here, 1: kraft, 2: film}).outputs[0])


def bowl(radius: float, high: float, material: shapes.Thing, *, at: shapes.Point = (0, 0, 0)) -> shapes.Thing:
    """A turned bowl with a foot, open above."""
    outer = [(0.0, 0.0), (radius * 0.50, 0.0), (radius * 0.52, 0.03)]
    outer += [
        (radius * (0.52 + 0.48 * sin(pi / 2 * n / 12)), 0.03 + (high - 0.03) * (n / 12) ** 1.5) for n in range(1, 13)
    ]
    inner = [(radius * 0.955, high + 0.008), (radius * 0.93, high - 0.01)]
    inner += [
        (radius * (0.50 + 0.42 * sin(pi / 2 * n / 12)), 0.07 + (high - 0.09) * (n / 12) ** 1.5)
        for n in range(11, -1, -1)
    ]
    return shapes.lathe([*outer, *inner, (0.0, 0.065)], material=material, at=at, smooth=1)


def heap(
    make: Callable[[], shapes.Thing], count: int, *, over: shapes.Point, radius: float, bowl: shapes.Thing
) -> list[shapes.Thing]:
    """Let `count` things fall into a bowl, fenced in while they fall and then left to settle."""
    things = []
    for n in range(count):
        made = make()
        r, a = 0.62 * radius * uniform(0, 1) ** 0.5, uniform(0, 2 * pi)
        made.location = (over[0] + r * cos(a), over[1] + r * sin(a), over[2] + 0.030 * n)
        made.rotation_euler = (gauss(0, 0.5), gauss(0, 0.5), uniform(0, 2 * pi))
        things.append(made)
    fence = shapes.lathe(
        [(radius, 0.1), (radius, 12.0)],
        material=bowl.data.materials[0],
        at=(over[0], over[1], 0),
        smooth=0,
        segments=32,
    )
    shapes.drop(things, frames=70, walls=[bowl, fence], friction=0.95)
    shapes.hide(fence)
    shapes.drop(things, frames=80, walls=[bowl], friction=0.95)
    return things


def chip(radius: float, material: shapes.Thing, seed: float, *, long: float = 1.0) -> shapes.Thing:
    """A fried slice: thin, curled like a saddle, its edge uneven; `long` stretches it."""

    def surface(u: float, v: float) -> shapes.Point:
        a = 2 * pi * u
        r = radius * v * (1 + 0.05 * sin(3 * a + seed) + 0.03 * sin(7 * a + 2 * seed))
        x, y = r * cos(a) * long, r * sin(a)
        curl = 0.9 * (x * x / long**2 - y * y) / radius * cos(seed) + 0.5 * x * x / long**2 / radius
        ripple = 0.05 * radius * sin(4 * a + seed) * v * v + 0.03 * radius * sin(60 * y * 0.1 / radius)
        return (x, y, curl * 0.55 + ripple)

    made = shapes.sheet(surface, columns=40, rows=9, material=material, wrap="u", thickness=0.010)
    return shapes.mark(made, [n // 40 / 9 for n in range(400)])


def fried(name: str, colour: Colour, edge: Colour) -> Material:
    """A chip's surface: blistered, darker at the rim."""
    g = Graph(name)
    v = g.node("Attribute", attribute_name="tone").outputs["Fac"]
    patch = g.noise(g.place(), 9.0, detail=6)
    level = g.math("ADD", g.math("POWER", v, 5.0), g.math("MULTIPLY", g.math("SUBTRACT", patch, 0.5), 1.1))
    tint = g.ramp(level, (0.05, colour), (0.95, edge))
    blister = g.cells(g.place(), 26.0)
    return g.finish(tint, rough=0.5, normal=g.bump(blister, strength=0.35, depth=0.02))
