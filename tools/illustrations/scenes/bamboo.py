"""Southeast Sulawesi's bamboo crafts: a round winnowing tray and a basket, woven strip by strip."""

from math import cos, pi, sin

import materials
import shapes
from pictures import Picture
from studio import View

PICTURE = Picture(
    file="products/kanwil-sultra/kerajinan-bambu/anyaman-bambu.jpg",
    indonesian=(
        "Ilustrasi: bakul dan tampah dari anyaman bambu; jenis kerajinan bambu sebenarnya belum dinyatakan dan "
        "dapat berbeda."
    ),
    english=(
        "Illustration: a basket and a round tray of woven bamboo; the actual kinds of bamboo craft are not stated "
        "and may differ."
    ),
    view=View(stands=(0.0, -7.6, 3.1), looks_at=(0.02, 0.0, 0.62), lens=86.0),
)


def strip(path: list[shapes.Point], across: list[shapes.Point], half: float, material: shapes.Thing) -> shapes.Thing:
    """A flat strip along a path, its width lying along `across` at each place."""
    count = len(path) - 1

    def surface(u: float, v: float) -> shapes.Point:
        p, q = path[round(v * count)], across[round(v * count)]
        return (p[0] + q[0] * half * (2 * u - 1), p[1] + q[1] * half * (2 * u - 1), p[2] + q[2] * half * (2 * u - 1))

    return shapes.sheet(surface, columns=2, rows=count, material=material, thickness=0.007)


def wall(v: float) -> tuple[float, float]:
    """The basket's outline: radius and height, bottom to top."""
    return 0.40 + 0.17 * sin(pi * (0.10 + 0.62 * v)) + 0.03 * v, 0.02 + 0.86 * v


STAKES, ROUNDS, PLAY = 44, 17, 0.011


def stake(n: int, material: shapes.Thing) -> shapes.Thing:
    """An upright strip, swaying outwards and inwards past the weavers."""
    a = 2 * pi * n / STAKES
    path, across = [], []
    for k in range(81):
        r, z = wall(k / 80)
        r += PLAY * cos(pi * (k / 80 * ROUNDS - 0.5) + pi * n)
        path.append((r * cos(a), r * sin(a), z))
        across.append((-sin(a), cos(a), 0.0))
    return strip(path, across, 0.021, material)


def weaver(level: int, material: shapes.Thing) -> shapes.Thing:
    """A strip that goes round at one level, before one stake and behind the next."""
    v = (level + 0.5) / ROUNDS
    radius, height = wall(v)
    (low, low_z), (high, high_z) = wall(v - 0.02), wall(min(1.0, v + 0.02))
    slope = (high - low) / (high_z - low_z)
    path, across = [], []
    for k in range(STAKES * 6 + 1):
        a = 2 * pi * k / (STAKES * 6)
        r = radius - PLAY * cos(pi * level + pi * k / 6)
        path.append((r * cos(a), r * sin(a), height))
        across.append((slope * cos(a), slope * sin(a), 1.0))
    return strip(path, across, 0.0225, material)


def hoop(radius: float, height: float, thick: float, material: shapes.Thing) -> shapes.Thing:
    """A bent rod that closes on itself."""
    ring = [(radius * cos(2 * pi * n / 120), radius * sin(2 * pi * n / 120), height) for n in range(120)]
    return shapes.tubes([ring], thick, material=material, closed="yes", sides=4)


def basket(pale: shapes.Thing, dark: shapes.Thing) -> shapes.Thing:
    """Stakes that rise, weavers that go round them over and under, a bound rim."""
    parts = [stake(n, pale) for n in range(STAKES)]
    parts += [weaver(level, dark if level in (5, 6, 10, 11) else pale) for level in range(ROUNDS)]
    top, height = wall(1.0)
    parts += [
        hoop(top + 0.018, height, 0.026, pale),
        hoop(top - 0.018, height, 0.026, pale),
        binding(top, height, dark),
    ]
    foot = wall(0)[0]
    parts.append(shapes.lathe([(0.0, 0.03), (foot, 0.03)], material=pale, smooth=0))
    parts.append(hoop(foot + 0.01, 0.03, 0.03, pale))
    return shapes.group(parts)


def binding(radius: float, height: float, material: shapes.Thing) -> shapes.Thing:
    """A thin strip wound round the rim."""
    path = []
    for n in range(1800):
        a, w = 2 * pi * n / 1800, 2 * pi * n / 1800 * 60
        r = radius + 0.052 * cos(w)
        path.append((r * cos(a), r * sin(a), height + 0.036 * sin(w)))
    return shapes.tubes([path], 0.0085, material=material, closed="yes", sides=2)


def tray(pale: shapes.Thing, dark: shapes.Thing) -> shapes.Thing:
    """A round tray in twill: each strip passes over two and under two."""
    parts, radius, pitch = [], 0.80, 0.058
    count = int(radius / pitch)
    for way in (0, 1):
        for n in range(-count, count + 1):
            place = n * pitch
            reach = (radius**2 - place**2) ** 0.5
            steps = max(8, int(reach * 2 / pitch * 6))
            path, across = [], []
            for k in range(steps + 1):
                along = -reach + 2 * reach * k / steps
                phase = (along / pitch + (n if way == 0 else n + 0.0)) if way == 0 else along / pitch + n
                wave = cos(pi / 2 * (phase - 0.5))
                height = 0.0085 * max(-1.0, min(1.0, wave * 1.6)) * (1 if way == 0 else -1)
                dish = 0.10 * ((along**2 + place**2) / radius**2)
                point = (along, place) if way == 0 else (place, along)
                path.append((*point, 0.03 + dish + height))
                across.append((0.0, 1.0, 0.0) if way == 0 else (1.0, 0.0, 0.0))
            parts.append(strip(path, across, pitch * 0.47, dark if way and n % 5 == 0 else pale))
    rims = [
        [(r * cos(2 * pi * n / 140), r * sin(2 * pi * n / 140), 0.145) for n in range(140)]
        for r in (radius - 0.012, radius + 0.028)
    ]
    parts.append(shapes.tubes(rims, 0.028, material=pale, closed="yes", sides=4))
    parts.append(binding(radius + 0.008, 0.145, dark))
    return shapes.group(parts)


def build() -> None:
    """The tray leans behind, the basket stands before it."""
    pale = materials.bamboo("pale bamboo", (0.66, 0.42, 0.165), (0.47, 0.26, 0.085))
    dark = materials.bamboo("dark bamboo", (0.27, 0.12, 0.04), (0.16, 0.065, 0.022))
    leaning = tray(pale, dark)
    leaning.location, leaning.rotation_euler = (-0.42, 0.62, 0.78), (1.28, 0.0, 0.22)
    standing = basket(pale, dark)
    standing.location, standing.rotation_euler = (0.52, -0.16, 0.0), (0, 0, 0.3)
