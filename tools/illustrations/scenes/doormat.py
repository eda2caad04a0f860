"""Southeast Sulawesi's doormats: a mat of bristling fibre with a dyed border."""

from math import sin
from random import gauss, uniform

import materials
import shapes
from pictures import Picture
from studio import View

PICTURE = Picture(
    file="products/kanwil-sultra/keset/keset.jpg",
    indonesian=(
        "Ilustrasi: keset serat cokelat dengan bingkai dan belah ketupat berwarna lebih tua; bahan dan motif "
        "sebenarnya belum dinyatakan dan dapat berbeda."
    ),
    english=(
        "Illustration: a doormat of brown fibre with a darker border and diamonds; the actual material and pattern"
        " are not stated and may differ."
    ),
    view=View(stands=(0.0, -6.4, 4.9), looks_at=(0.0, 0.0, 0.06), lens=90.0),
)

WIDE, DEEP, PILE = 2.25, 1.38, 0.085


def dark(x: float, y: float) -> bool:
    """Whether the pattern is dark here: a frame, and a row of three diamonds."""
    edge = min(WIDE / 2 - abs(x), DEEP / 2 - abs(y))
    if 0.10 < edge < 0.19:
        return True
    near = ((x + 0.58 * 1.5) % 0.58) - 0.29 if abs(x) < 0.87 else 9.0
    reach = abs(near) / 0.29 + abs(y) / 0.36
    return reach < 0.98 and not 0.42 < reach < 0.62


def build() -> None:
    """A backing, and some ninety thousand fibres on it."""
    backing = materials.fibre("backing", (0.26, 0.14, 0.06), (0.14, 0.07, 0.03))
    pale = materials.hair("pale coir", (0.62, 0.39, 0.17), (0.36, 0.19, 0.07))
    deep = materials.hair("dark coir", (0.15, 0.062, 0.026), (0.06, 0.024, 0.012))
    parts = [shapes.box((WIDE, DEEP, 0.03), at=(0, 0, 0.016), material=backing, bevel=0.012)]
    strands: dict[bool, list[list[shapes.Point]]] = {True: [], False: []}
    for _ in range(90_000):
        x, y = uniform(-WIDE / 2, WIDE / 2), uniform(-DEEP / 2, DEEP / 2)
        lean_x, lean_y, tall = gauss(0, 0.012), gauss(0, 0.012), PILE * uniform(0.82, 1.0)
        lean_x += 0.006 * sin(9 * x + 4 * y)
        strands[dark(x, y)].append(
            [(x + lean_x * t * t * 1.6, y + lean_y * t * t * 1.6, 0.028 + tall * t) for t in (0.0, 0.5, 1.0)]
        )
    parts.append(shapes.fibres(strands[False], 0.0042, material=pale))
    parts.append(shapes.fibres(strands[True], 0.0042, material=deep))
    hem = [[(WIDE / 2 * (1 if q in (0, 3) else -1), DEEP / 2 * (1 if q < 2 else -1), 0.03) for q in range(4)]]
    parts.append(shapes.tubes(hem, 0.02, material=backing, closed="yes", sides=3))
    shapes.group(parts, turn=(0, 0, 0.16), at=(0.0, 0.02, 0.0))
