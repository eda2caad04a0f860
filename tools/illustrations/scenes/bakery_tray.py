"""Lapas Kendari's bakery: a tray from the oven with round buns, slashed rolls and coils."""

from math import cos, pi, sin
from random import gauss, uniform

import materials
import shapes
from pictures import Picture
from studio import View

PICTURE = Picture(
    file="products/lapas-kendari/bakery/bakery.jpg",
    indonesian=(
        "Ilustrasi: loyang berisi roti bulat berwijen, roti panjang, dan roti gulung; jenis roti sebenarnya belum "
        "dinyatakan dan dapat berbeda."
    ),
    english=(
        "Illustration: a baking tray of round buns with sesame, long rolls and coiled buns; the actual kinds of "
        "bread are not stated and may differ."
    ),
    view=View(stands=(0.0, -6.6, 4.5), looks_at=(0.0, 0.0, 0.14), lens=90.0),
)


def tray() -> None:
    """Sheet metal with a rolled rim, and baking paper in it."""
    tin = materials.metal("tin", (0.42, 0.41, 0.40), rough=0.34)

    def surface(u: float, v: float) -> shapes.Point:
        a = 2 * pi * u
        c, s = cos(a), sin(a)
        x, y = abs(c) ** 0.14 * (1 if c > 0 else -1), abs(s) ** 0.14 * (1 if s > 0 else -1)
        if v < 0.5:
            return (x * 1.20 * 2 * v, y * 0.84 * 2 * v, 0.02)
        t = (v - 0.5) * 2
        return (x * (1.20 + 0.07 * t), y * (0.84 + 0.07 * t), 0.02 + 0.13 * t)

    shapes.sheet(surface, columns=240, rows=16, material=tin, wrap="u", thickness=0.014)
    rim = [surface(n / 240, 1.0) for n in range(240)]
    shapes.tubes([rim], 0.022, material=tin, closed="yes", sides=4)
    paper = materials.plain("baking paper", (0.72, 0.62, 0.47), rough=0.8)
    shapes.sheet(
        lambda u, v: ((u - 0.5) * 2.24, (v - 0.5) * 1.54, 0.036 + 0.004 * sin(7 * u + 5 * v)),
        columns=20,
        rows=20,
        material=paper,
    )


def round_bun(at: shapes.Point, crust: shapes.Thing, seed: shapes.Thing) -> None:
    """A round bun strewn with sesame."""
    made = shapes.ball(0.245, material=crust, fine=5)
    shapes.bend(made, lambda p: (p[0], p[1], p[2] * 0.80 if p[2] > 0 else p[2] * 0.30))
    shapes.roughen(made, by=0.014, scale=3.0, seed=at[0] * 9 + at[1])
    made.location = (at[0], at[1], at[2] + 0.07)
    grain = shapes.ball(0.015, material=seed, scale=(1.0, 0.6, 0.4), fine=2)
    for _ in range(46):
        tilt, a = abs(gauss(0, 0.42)), uniform(0, 2 * pi)
        x, y, z = 0.247 * sin(tilt) * cos(a), 0.247 * sin(tilt) * sin(a), 0.196 * cos(tilt)
        shapes.copy(
            grain,
            at=(at[0] + x, at[1] + y, at[2] + 0.074 + z),
            turn=(tilt * sin(-a), tilt * cos(a), uniform(0, 6)),
            scale=(1.0, 0.6, 0.4),
        )
    shapes.hide(grain)


def long_roll(at: shapes.Point, crust: shapes.Thing, pale: shapes.Thing) -> None:
    """A long roll with three slashes that opened in the oven."""
    made = shapes.ball(0.2, material=crust, fine=5)
    shapes.bend(made, lambda p: (p[0] * 0.92, p[1] * 1.36, (p[2] * 0.92 if p[2] > 0 else p[2] * 0.36)))
    shapes.roughen(made, by=0.012, scale=3.4, seed=at[0] * 5)
    made.location = (at[0], at[1], at[2] + 0.07)
    for dy in (-0.13, 0.0, 0.13):
        height = 0.184 * (1 - (dy / 0.28) ** 2) ** 0.5
        cut = shapes.ball(
            0.075, at=(at[0], at[1] + dy, at[2] + 0.062 + height), scale=(1.25, 0.34, 0.20), material=pale, fine=3
        )
        cut.rotation_euler = (0, 0, 0.5)


def coil(at: shapes.Point, crust: shapes.Thing) -> None:
    """A rope of dough wound to a snail."""

    def surface(u: float, v: float) -> shapes.Point:
        turns = 2.4 * 2 * pi
        angle, grow = v * turns, v
        r = 0.008 + 0.190 * grow
        thick = 0.064 * min(1.0, 14 * v + 0.25, 16 * (1 - v) + 0.12)
        a = 2 * pi * u
        lift = 0.075 * (1 - grow) ** 1.5
        return (
            (r + thick * cos(a)) * cos(angle),
            (r + thick * cos(a)) * sin(angle),
            0.075 + lift + thick * 1.25 * sin(a),
        )

    made = shapes.sheet(surface, columns=28, rows=220, material=crust, wrap="u")
    shapes.roughen(made, by=0.008, scale=6.0, seed=at[0] * 3)
    made.location, made.rotation_euler = at, (0, 0, at[0] * 2)


def build() -> None:
    """Four of each kind, in three rows."""
    tray()
    gloss = materials.crust("glazed", gloss=0.26)
    brown = materials.crust("roll", top=(0.33, 0.125, 0.032), gloss=0.42)
    sugar = materials.crust("coil", top=(0.36, 0.14, 0.035), side=(0.62, 0.33, 0.10), gloss=0.30)
    pale = materials.plain("opened crust", (0.72, 0.48, 0.22), rough=0.8)
    seed = materials.plain("sesame", (0.80, 0.66, 0.42), rough=0.5)
    for n in range(4):
        x = -0.84 + 0.56 * n
        round_bun((x + gauss(0, 0.012), 0.48 + gauss(0, 0.012), 0.04), gloss, seed)
        long_roll((x + gauss(0, 0.012), -0.04, 0.04), brown, pale)
        coil((x + gauss(0, 0.012), -0.56 + gauss(0, 0.012), 0.04), sugar)
