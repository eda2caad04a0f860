"""Rutan Medan's paintings: a landscape on an easel, painted here stroke by stroke."""

from math import cos, exp, sin
from random import gauss, random, uniform

import bpy  # type: ignore[import-not-found]
import materials
import shapes
from graph import Graph, Material
from pictures import Picture
from studio import View

PICTURE = Picture(
    file="products/rutan-medan/lukisan/lukisan.jpg",
    indonesian=(
        "Ilustrasi: lukisan pemandangan gunung, danau, dan sawah di atas kuda-kuda lukis kayu; lukisan ini rekaan,"
        " bukan karya yang dijual."
    ),
    english=(
        "Illustration: a landscape of mountains, a lake and rice fields on a wooden easel; the painting is made up"
        " and not one of those sold."
    ),
    view=View(stands=(0.0, -8.6, 2.3), looks_at=(0.0, 0.0, 1.10), lens=84.0),
)

ACROSS, DOWN = 480, 360
Colour = tuple[float, float, float]


def scenery(x: float, y: float) -> Colour:
    """The landscape's colour at x, y in 0…1 (y up): sky, two ranges, a lake, terraces."""
    far = 0.60 + 0.07 * sin(3.1 * x + 0.6) + 0.035 * sin(9 * x + 1)
    peak = 0.62 + 0.26 * exp(-(((x - 0.66) / 0.15) ** 2)) + 0.02 * sin(21 * x)
    near = 0.47 + 0.06 * sin(4.2 * x + 2.4) + 0.015 * sin(17 * x)
    if y > max(far, peak):
        t = (y - 0.55) / 0.45
        sun = exp(-(((x - 0.27) / 0.2) ** 2) - ((y - 0.74) / 0.16) ** 2)
        return (0.80 - 0.42 * t + 0.2 * sun, 0.62 - 0.16 * t + 0.12 * sun, 0.42 + 0.20 * t - 0.12 * sun)
    if y > max(far, near) or (y > near and y < peak and y > far):
        lit = 0.5 + 0.5 * sin(14 * (x + 0.6 * y))
        return (0.13 + 0.07 * lit, 0.20 + 0.06 * lit, 0.34 + 0.05 * lit)
    if y > near:
        return (0.20, 0.30, 0.36)
    if y > 0.38:
        return (0.05, 0.16, 0.08) if y > near - 0.06 else (0.09, 0.22, 0.09)
    if y > 0.30:
        return (0.42 + 0.2 * random(), 0.46, 0.46)
    step = (y + 0.05 * sin(5 * x + 1.2)) * 17
    share = step % 1.0
    field = (0.42, 0.46, 0.07) if int(step) % 2 else (0.20, 0.36, 0.06)
    return (0.10, 0.13, 0.05) if share < 0.2 else field


def painted() -> tuple[list[float], list[float]]:
    """The canvas's pixels (RGBA, bottom row first) and its relief, after some thousands of strokes."""
    colours = [[(0.62, 0.50, 0.36)] * ACROSS for _ in range(DOWN)]
    relief = [[0.4] * ACROSS for _ in range(DOWN)]
    for coat, (count, length, width) in enumerate(((1500, 26, 9), (5200, 15, 5), (5000, 9, 3))):
        for _ in range(count):
            stroke(colours, relief, length, width, coat)
    pixels = [value for row in colours for r, g, b in row for value in (r, g, b, 1.0)]
    heights = [value for row in relief for h in row for value in (h, h, h, 1.0)]
    return pixels, heights


def stroke(colours: list[list[Colour]], relief: list[list[float]], length: int, width: int, coat: int) -> None:
    """One touch of the brush, in the colour of the place it begins, bristles and all."""
    x, y = random(), random()
    red, green, blue = (max(0.01, c * (1 + gauss(0, 0.10))) for c in scenery(x, y))
    angle = gauss(0, 0.25) + (
        0.9 if 0.55 < y < 0.9 and 0.5 < x < 0.66 else -0.9 if 0.55 < y < 0.9 and x >= 0.66 else 0.0
    )
    bristles = [uniform(0.75, 1.2) for _ in range(2 * width + 1)]
    for along in range(-length, length + 1):
        for across in range(-width, width + 1):
            px = int(x * ACROSS + along * cos(angle) - across * sin(angle))
            py = int(y * DOWN + along * sin(angle) + across * cos(angle))
            if 0 <= px < ACROSS and 0 <= py < DOWN and (along / length) ** 2 + (across / width) ** 2 < 1:
                b = bristles[across + width]
                colours[py][px] = (red * b, green * b, blue * b)
                relief[py][px] = 0.3 + 0.2 * coat + 0.25 * (b - 1)


def canvas() -> Material:
    """The painting as a material, its relief catching the light."""
    pixels, heights = painted()
    g = Graph("painting")
    sockets = []
    for name, values in (("colours", pixels), ("relief", heights)):
        image = bpy.data.images.new(name, ACROSS, DOWN, float_buffer=True)
        image.colorspace_settings.name = "Non-Color" if name == "relief" else "Linear Rec.709"
        image.pixels.foreach_set(values)
        sockets.append(g.node("TexImage", {"Vector": g.node("TexCoord").outputs["UV"]}, image=image).outputs[0])
    return g.finish(sockets[0], rough=0.55, normal=g.bump(sockets[1], strength=0.7, depth=0.02))


def beam(start: shapes.Point, end: shapes.Point, size: float, material: shapes.Thing) -> shapes.Thing:
    """A square rod from one point to another."""
    from mathutils import Vector  # type: ignore[import-not-found]

    way = Vector(end) - Vector(start)
    made = shapes.box(
        (size, size * 0.7, way.length), material=material, at=tuple((Vector(start) + Vector(end)) / 2), bevel=0.008
    )
    made.rotation_mode = "QUATERNION"
    made.rotation_quaternion = way.to_track_quat("Z", "Y")
    return made


def build() -> None:
    """The easel's three legs, its ledge, and the canvas leaning on it."""
    rod = materials.wood("easel", (0.46, 0.26, 0.11), (0.27, 0.12, 0.045), along="z")
    ledge = materials.wood("ledge", (0.46, 0.26, 0.11), (0.27, 0.12, 0.045), along="x")
    linen = materials.cloth("linen", (0.72, 0.62, 0.47))
    brass = materials.metal("brass", (0.6, 0.42, 0.2))
    lean = 0.20
    parts = [
        beam((-0.74, -0.22, 0.0), (-0.10, 0.32, 2.24), 0.075, rod),
        beam((0.74, -0.22, 0.0), (0.10, 0.32, 2.24), 0.075, rod),
        beam((0.0, 1.0, 0.0), (0.0, 0.34, 2.12), 0.07, rod),
        beam((0.0, -0.06, 0.34), (0.0, 0.36, 2.34), 0.07, rod),
        shapes.box((1.5, 0.05, 0.07), at=(0, -0.09, 0.50), material=ledge),
        shapes.box((1.62, 0.17, 0.045), at=(0, -0.17, 0.575), material=ledge),
        shapes.box((1.62, 0.03, 0.075), at=(0, -0.25, 0.60), material=ledge),
        shapes.box((0.13, 0.12, 0.09), at=(0, 0.10, 1.83), material=ledge),
        shapes.box((0.24, 0.05, 0.05), at=(0, 0.27, 2.16), material=ledge),
    ]
    front = shapes.sheet(lambda u, v: ((u - 0.5) * 1.60, -0.0305, v * 1.20), columns=4, rows=4, material=canvas())
    back = shapes.box((1.60, 0.06, 1.20), at=(0, 0, 0.60), material=linen, bevel=0.008)
    parts.append(shapes.group([front, back], at=(0, -0.155, 0.60), turn=(-lean, 0, 0)))
    parts.append(shapes.ball(0.03, at=(0, 0.0, 0.62), material=brass, fine=3))
    shapes.group(parts, turn=(0, 0, -0.26))
