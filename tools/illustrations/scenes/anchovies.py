"""Rutan Medan's processed anchovies: small silver fish in a clear pack, and in a bowl."""

from math import cos, pi, sin
from random import choice, uniform

import materials
import packs
import shapes
from graph import Graph, Material
from pictures import Picture
from studio import View

PICTURE = Picture(
    file="products/rutan-medan/ikan-teri/ikan-teri.jpg",
    indonesian=(
        "Ilustrasi: ikan teri kering dalam kemasan plastik bening polos dan dalam mangkuk tanah liat; olahan dan "
        "kemasan sebenarnya belum dinyatakan dan dapat berbeda."
    ),
    english=(
        "Illustration: dried anchovies in a plain clear pack and in an earthenware bowl; the actual preparation "
        "and packaging are not stated and may differ."
    ),
    view=View(stands=(0.0, -7.4, 3.6), looks_at=(0.0, 0.0, 0.50), lens=90.0),
)


def silver() -> Material:
    """A dried fish's side: brown back, silver band, pale belly."""
    g = Graph("fish")
    z = g.node("Attribute", attribute_name="tone").outputs["Fac"]
    patch = g.noise(g.place(), 22.0, detail=4)
    level = g.math(
        "ADD", g.math("ADD", g.math("MULTIPLY", z, 12.0), 0.5), g.math("MULTIPLY", g.math("SUBTRACT", patch, 0.5), 0.35)
    )
    tint = g.ramp(
        level,
        (0.30, (0.56, 0.43, 0.27)),
        (0.46, (0.66, 0.63, 0.57)),
        (0.60, (0.42, 0.37, 0.30)),
        (0.70, (0.12, 0.075, 0.04)),
    )
    return g.finish(tint, rough=0.32, normal=g.bump(patch, strength=0.2), Specular_IOR_Level=0.7)


def fish(material: shapes.Thing, eye: shapes.Thing, curl: float) -> shapes.Thing:
    """One fish along x, `curl` bends it sideways: body and forked tail, with two eyes."""

    def surface(u: float, v: float) -> shapes.Point:
        a = 2 * pi * u
        tall = 0.034 * sin(pi * min(1.0, v / 0.80) ** 0.62) ** 0.75 + 0.006
        thick = 0.55 * tall
        if v > 0.80:
            t = (v - 0.80) / 0.20
            tall, thick = 0.006 + 0.045 * t, 0.003
        end = min(1.0, v / 0.015, (1 - v) / 0.01) ** 0.5
        fork = 0.045 * max(0.0, (v - 0.82) / 0.18) * (1 - abs(sin(a)))
        x = (v - 0.5) * 0.46 - fork
        return (x, thick * end * cos(a) + curl * ((v - 0.5) ** 2), tall * end * sin(a))

    body = shapes.sheet(surface, columns=14, rows=36, material=material, wrap="u")
    points, faces = [tuple(v.co) for v in body.data.vertices], [tuple(p.vertices) for p in body.data.polygons]
    whole = len(faces)
    for side in (-1, 1):
        first = len(points)
        for n in range(8):
            a = 2 * pi * n / 8
            points.append((-0.196 + 0.011 * cos(a), side * 0.0175 + curl * 0.18, 0.006 + 0.011 * sin(a)))
        faces.append(tuple(range(first, first + 8)))
    shapes.hide(body)
    made = shapes.mesh("fish", points, faces, material=material)
    made.data.materials.append(eye)
    for polygon in made.data.polygons[whole:]:
        polygon.material_index = 1
    return shapes.mark(made, [z for _, _, z in points])


def build() -> None:
    """The pack stands behind, the bowl in front, a few fish beside it."""
    eye = materials.plain("eye", (0.01, 0.01, 0.012), rough=0.2)
    shine = silver()
    school = [fish(shine, eye, curl) for curl in (-0.16, -0.07, 0.0, 0.08, 0.15)]
    paper = materials.plain("header", (0.46, 0.33, 0.19), rough=0.85)
    parts = [
        *packs.pouch(materials.film(cover=0.10), header=paper),
        packs.filled(school, 330, to=0.76, material=shine, stand=0.3),
    ]
    shapes.group(parts, at=(-0.52, 0.36, 0), turn=(-0.03, 0, 0.20), scale=1.06)
    clay = materials.concrete("clay", (0.42, 0.155, 0.070), pits=0.15)
    dish = packs.bowl(0.54, 0.24, clay, at=(0.56, -0.16, 0))
    packs.heap(lambda: shapes.copy(choice(school), at=(0, 0, 0)), 105, over=(0.56, -0.16, 0.26), radius=0.50, bowl=dish)
    for n, (x, y) in enumerate(((-0.50, -0.44), (-0.24, -0.58), (-0.16, -0.36))):
        shapes.copy(school[n], at=(x, y, 0.026), turn=(pi / 2, 0, uniform(-0.6, 0.6)))
    for made in school:
        shapes.hide(made)
