"""Photographs as a camera makes them, drawn by code: 12 megapixels, soft light, weaves and grain, sensor noise, Exif.

What an encoder costs and saves depends on texture: a plain gradient would flatter it. Each picture has a soft
background, several textured things in focus, fine grain, and every sixth is upright by its Exif orientation only.
"""

from __future__ import annotations

import math
import random
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from bench.words import chance

WIDTH, HEIGHT = 4000, 3000
ORIENTATION, UPRIGHT = 0x0112, 6
TEXTURE = 1024  # pixels square, tiled


def write_photos(folder: Path, count: int, *, seed: int) -> None:
    """Write `foto-000.jpg` … into `folder`; those that are there stay. About two seconds each on one core."""
    folder.mkdir(parents=True, exist_ok=True)
    jobs = [(folder / f"foto-{number:03d}.jpg", number, seed) for number in range(count)]
    missing = [job for job in jobs if not job[0].exists()]
    if missing:
        with ProcessPoolExecutor(2) as pool:
            list(pool.map(write_photo, *zip(*missing, strict=True)))


def write_photo(file: Path, number: int, seed: int) -> None:
    """Draw photo `number` and write it as JPEG, 4:2:0 at quality 92."""
    r = chance(seed, "photo", number)
    picture = _light(r)
    for _ in range(r.randint(5, 8)):
        _put_thing(picture, r)
    picture = ImageChops.add(picture, _grain(r), scale=1, offset=-128)
    exif = picture.getexif()
    if number % 6 == 5:
        exif[ORIENTATION] = UPRIGHT
    picture.save(file, "JPEG", quality=92, subsampling=2, exif=exif)


def _light(r: random.Random) -> Image.Image:
    """A wall and a table, unevenly lit, out of focus."""
    small = Image.new("RGB", (64, 48))
    draw = ImageDraw.Draw(small)
    wall, table = _colour(r, 120, 230), _colour(r, 60, 190)
    draw.rectangle((0, 0, 64, 48), fill=wall)
    draw.rectangle((0, r.randint(20, 30), 64, 48), fill=table)
    for _ in range(12):
        x, y, size = r.randint(0, 64), r.randint(0, 48), r.randint(3, 14)
        draw.ellipse((x, y, x + size, y + size), fill=_colour(r, 50, 240))
    return small.filter(ImageFilter.GaussianBlur(3)).resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)


def _put_thing(picture: Image.Image, r: random.Random) -> None:
    """Something of a texture in focus, with its shadow."""
    width, height = r.randint(700, 1700), r.randint(600, 1400)
    x, y = r.randint(-200, WIDTH - 500), r.randint(300, HEIGHT - 400)
    mask = Image.new("L", (width, height))
    draw = ImageDraw.Draw(mask)
    (draw.ellipse if r.random() < 0.5 else draw.rectangle)((8, 8, width - 8, height - 8), fill=255)
    mask = mask.filter(ImageFilter.GaussianBlur(2))
    picture.paste((20, 18, 15), (x + 30, y + 40), mask.filter(ImageFilter.GaussianBlur(20)).point(lambda v: v * 0.5))
    shade = _texture(r)
    tiled = Image.new("L", (width, height))
    for left in range(0, width, TEXTURE):
        for top in range(0, height, TEXTURE):
            tiled.paste(shade, (left, top))
    dark, bright = _colour(r, 20, 110), _colour(r, 120, 250)
    bands = [tiled.point([a + (b - a) * v // 255 for v in range(256)]) for a, b in zip(dark, bright, strict=True)]
    picture.paste(Image.merge("RGB", bands), (x, y), mask)


def _texture(r: random.Random) -> Image.Image:
    """A weave, wood grain or rubble, `TEXTURE` pixels square, in greys."""
    kind = r.choice(("weave", "wood", "rubble"))
    if kind == "rubble":
        return _cloud(r, 8, 0.75)
    period = r.choice((13, 19, 27, 41))
    wave = bytes(int(127 + 120 * math.sin(2 * math.pi * n / period)) for n in range(TEXTURE))
    across = Image.frombytes("L", (TEXTURE, 1), wave).resize((TEXTURE, TEXTURE))
    if kind == "weave":
        across = ImageChops.lighter(across, across.transpose(Image.Transpose.ROTATE_90))
    else:  # fibres run one way
        across = _cloud(r, 4, 0.8).resize((TEXTURE, TEXTURE * 8)).crop((0, 0, TEXTURE, TEXTURE))
    return ImageChops.add(across, _cloud(r, 8, 0.6), scale=2)


def _cloud(r: random.Random, coarsest: int, keep: float) -> Image.Image:
    """Noise at every scale, as surfaces have it: each octave twice as fine and `keep` times as strong."""
    picture = _noise(r, coarsest, coarsest).resize((TEXTURE, TEXTURE), Image.Resampling.BICUBIC)
    strength, cells = keep, coarsest * 2
    while cells <= TEXTURE:
        finer = _noise(r, cells, cells).resize((TEXTURE, TEXTURE), Image.Resampling.BICUBIC)
        picture = Image.blend(picture, finer, strength / (1 + strength))
        strength, cells = strength * keep, cells * 2
    return ImageOps.autocontrast(picture, cutoff=1)


def _noise(r: random.Random, width: int, height: int) -> Image.Image:
    """Grey pixels by chance."""
    return Image.frombytes("L", (width, height), r.randbytes(width * height))


def _grain(r: random.Random) -> Image.Image:
    """Sensor noise about 128: fine in brightness, coarse in colour."""
    strength = r.uniform(0.03, 0.07)
    faint = [128 + round((v - 127.5) * strength * 2) for v in range(256)]
    fine = _noise(r, WIDTH, HEIGHT)
    coarse = [_noise(r, WIDTH // 2, HEIGHT // 2).resize((WIDTH, HEIGHT)) for _ in range(3)]
    return Image.merge("RGB", [ImageChops.add(fine, band, scale=2).point(faint) for band in coarse])


def _colour(r: random.Random, low: int, high: int) -> tuple[int, int, int]:
    return r.randint(low, high), r.randint(low, high), r.randint(low, high)
