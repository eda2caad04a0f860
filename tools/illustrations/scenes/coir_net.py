"""Cirebon's net: coir yarn knotted to a net and rolled, the free end laid out to show the mesh."""

from math import cos, pi, sin
from random import gauss, uniform

import materials
import shapes
from pictures import Picture
from studio import View

PICTURE = Picture(
    file="products/lapas-cirebon/jaring/jaring.jpg",
    indonesian=(
        "Ilustrasi: gulungan jaring dari tali serat cokelat, ujungnya terbentang memperlihatkan mata jaring; bahan"
        " dan ukuran sebenarnya belum dinyatakan dan dapat berbeda."
    ),
    english=(
        "Illustration: a roll of net made of brown fibre cord, its end laid out to show the mesh; the actual "
        "material and size are not stated and may differ."
    ),
    view=View(stands=(0.0, -7.0, 4.3), looks_at=(0.0, 0.0, 0.36), lens=86.0),
)

RADIUS, TURNS, REST = 0.38, 4.0, 1.35


def rolled(along: float, across: float) -> shapes.Point:
    """A place in the flat net (along, across) as it lies: a tail on the ground, then a spiral."""
    if along < REST:
        wave = 0.012 * sin(along * 9 + across * 3)
        return (across, -REST + along, 0.035 + wave)
    grown = along - REST
    inner = 0.14
    angle, radius = 0.0, RADIUS
    total = (RADIUS**2 - inner**2) / (2 * ((RADIUS - inner) / (2 * pi * TURNS)))
    share = min(1.0, grown / total)
    radius = (RADIUS**2 - share * (RADIUS**2 - inner**2)) ** 0.5
    angle = (RADIUS - radius) / ((RADIUS - inner) / (2 * pi * TURNS))
    return (across, radius * sin(angle), RADIUS + 0.03 - radius * cos(angle))


def cord(points: list[shapes.Point], twist: float) -> list[list[shapes.Point]]:
    """Two plies laid round a path."""
    plies = []
    for start in (0.0, pi):
        ply = []
        for n, (x, y, z) in enumerate(points):
            a = start + n * twist
            ply.append((x + 0.011 * cos(a), y + 0.011 * sin(a) * 0.7, z + 0.011 * sin(a)))
        plies.append(ply)
    return plies


def build() -> None:
    """Lay the cords both ways, then the loose fibres."""
    yarn = materials.fibre("coir yarn", (0.47, 0.27, 0.115), (0.22, 0.105, 0.04))
    width, length, mesh = 1.815, 7.6, 0.165
    cords: list[list[shapes.Point]] = []
    for n in range(round(width / mesh) + 1):
        across = -width / 2 + n * mesh
        path = [rolled(s * 0.02, across + 0.012 * sin(s * 0.13 + n)) for s in range(int(length / 0.02))]
        cords += cord(path, 0.62)
    for n in range(int(length / mesh)):
        along = 0.02 + n * mesh
        path = [
            rolled(along + 0.012 * sin(s * 0.21 + n * 2), -width / 2 + s * 0.02) for s in range(int(width / 0.02) + 1)
        ]
        cords += cord([(x, y, z + 0.012) if along < REST else (x, y, z) for x, y, z in path], 0.62)
    net = shapes.tubes(cords, 0.0125, material=yarn, sides=2)
    strands = []
    for path in cords:
        for x, y, z in path[::3]:
            out = [gauss(0, 1) for _ in range(3)]
            reach = uniform(0.012, 0.04)
            strands.append(
                [
                    (x + out[0] * reach * t, y + out[1] * reach * t, z + out[2] * reach * t * (1 - 0.3 * t))
                    for t in (0.0, 0.5, 1.0)
                ]
            )
    hairs = shapes.fibres(strands, 0.0011, material=materials.hair("coir hair", (0.55, 0.33, 0.14), (0.26, 0.12, 0.05)))
    shapes.group([net, hairs], at=(0.05, 0.42, 0.0), turn=(0, 0, -0.42))
