"""Encodes the copies of one photo, and lets none out that says more than its pixels.

What is transparent in a photo is laid on the pages' paper for every format. A cut-out with its transparency kept would
need a ground of its own in the dark and in print, and its soft edges would show whatever lies behind.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from PIL import Image

from generator.errors import BuildFailed, problem
from generator.load import pixels
from generator.load.files import Folder
from generator.load.photos import source_bytes
from generator.plan.photos import Output, PhotoRecipe

FORMATS = {"webp": "WEBP", "avif": "AVIF", "jpeg": "JPEG"}
# Chosen by the table in bench/PHOTOS.md. WebP's method 2 takes two fifths of method 4's time; at quality 72 it has the
# bytes that method 4 has at 75, and is a little less like the photo, yet more than others' copies are. AVIF's speed 10
# would take a seventh of the time for a fifth more bytes.
OPTIONS: dict[str, dict[str, Any]] = {
    "webp": {"method": 2},
    "avif": {"speed": 6, "max_threads": 1},  # one: builds run a process a core already
    "jpeg": {"optimize": True, "progressive": True},
}
# What Pillow tells of a file that has nothing beside its pixels: how it is coded, and how an animation would play.
HARMLESS = {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}
HARMLESS |= {"loop", "background", "timestamp", "duration"}
FAR = 1.2  # a copy is made from the smallest one so many times its width: at 2 it costs half as much again, unseen


def encode(recipe: PhotoRecipe, folder: Folder) -> tuple[bytes, ...]:
    """The files of a recipe's outputs, in their order; the same bytes each time.

    `folder` is the one `recipe.source` is named from. Raises BuildFailed: photo-changed, photo-broken, photo-marked,
    or what reading the file meets.
    """
    source = source_bytes(recipe.source, recipe.digest, folder)
    try:
        made = _resized(source, recipe.outputs)
    except Exception as error:  # a broken file raises nine kinds, and which is an accident
        raise BuildFailed([problem("photo-broken", folder.place(recipe.source))]) from error
    files = tuple(_encoded(made[output.width, output.height], output) for output in recipe.outputs)
    marks = sorted(
        {mark for data, output in zip(files, recipe.outputs, strict=True) for mark in marks_of(data, output)}
    )
    if marks:
        raise BuildFailed([problem("photo-marked", folder.place(recipe.source), what=", ".join(marks))])
    return files


def marks_of(data: bytes, output: Output) -> set[str]:
    """What a file says beside its pixels: names of metadata, empty if nothing. Opening tells; no pixel is decoded."""
    with pixels.opened(data, format=FORMATS[output.format]) as image:
        assert image.size == (output.width, output.height), f"{output.path} came out as {image.size}"
        found = {str(name) for name in image.info if name not in HARMLESS}
        return found | ({"EXIF"} if image.getexif() else set())


def _resized(source: bytes, outputs: Iterable[Output]) -> dict[tuple[int, int], Image.Image]:
    """Every size that is asked for, largest first, each from the smallest picture that is large enough."""
    sizes = sorted({(output.width, output.height) for output in outputs}, reverse=True)
    with pixels.opened(source, format=pixels.sniff(source[:32])) as image:
        first = pixels.plain(image, at_least=sizes[0])
    pictures = [first]
    made = {}
    for width, height in sizes:
        larger = next(p for p in reversed(pictures) if p is first or p.width >= FAR * width)
        made[width, height] = larger.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3)
        made[width, height].info.clear()  # a picture hands on what lay beside its pixels
        pictures.append(made[width, height])
    return made


def _encoded(picture: Image.Image, output: Output) -> bytes:
    file = io.BytesIO()
    picture.save(file, FORMATS[output.format], quality=output.quality, **OPTIONS[output.format])
    return file.getvalue()
