"""Which copies of which photo there will be: addresses, widths and heights, known before any is encoded.

An address is made of the photo's own digest and of how it is encoded, in no language: a picture that several pages
show is one file, and a changed one has another address.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from itertools import product
from typing import Protocol

from generator.model.records.site import Images

VERSION = 2  # of how copies are encoded: part of every address, as browsers keep what an address gave them
FOLDER = "foto"
NEAR = 0.9  # a copy as wide as the original is worth making if the next narrower one is under this part of it
LEVELS = (32, 96, 160, 224)  # of a colour's part: the middles of four equal stretches of 0–255
TINTS = tuple(f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in product(LEVELS, repeat=3))


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of copy: how it is announced, how its file ends."""

    mime: str
    ending: str


KINDS = {"webp": Kind("image/webp", ".webp"), "avif": Kind("image/avif", ".avif"), "jpeg": Kind("image/jpeg", ".jpg")}


class Original(Protocol):
    """What must be known of a photo: `load.photos.PhotoFacts` is one. Pixels are as one sees it."""

    @property
    def path(self) -> str: ...
    @property
    def digest(self) -> str: ...
    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def mean(self) -> tuple[int, int, int]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoSettings:
    """The site's choices: widths in pixels, formats best first (`webp`, `avif`), the encoders' quality 1–100."""

    widths: tuple[int, ...] = (320, 640, 960, 1440)
    formats: tuple[str, ...] = ("webp",)
    webp: int = 72
    avif: int = 60
    jpeg: int = 80
    jpeg_width: int = 1200

    def quality(self, name: str) -> int:
        return {"webp": self.webp, "avif": self.avif, "jpeg": self.jpeg}[name]


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One copy: `path` from the site's root, pixels, a key of KINDS, the encoder's quality."""

    path: str
    width: int
    height: int
    format: str
    quality: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoRecipe:
    """Everything that encoding a photo needs. Where its file lies is no part of what comes out, nor of the key."""

    digest: str
    outputs: tuple[Output, ...]
    source: str = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoPlan:
    """A photo's copies as a page offers them: by MIME type, best first, each narrow to wide; one JPEG for old readers
    and for previews elsewhere. `width` × `height` is the JPEG's size; `tint` the class (0–63) of the colour behind."""

    formats: tuple[tuple[str, tuple[Output, ...]], ...]
    jpeg: Output
    width: int
    height: int
    tint: int
    recipe: PhotoRecipe


def settings(images: Images) -> PhotoSettings:
    """The site's choices as its record has them."""
    quality = images.quality
    return PhotoSettings(
        widths=tuple(images.widths),
        formats=tuple(images.formats),
        webp=quality.webp,
        avif=quality.avif,
        jpeg=quality.jpeg,
    )


def copies(original: Original, chosen: PhotoSettings) -> PhotoPlan:
    """The copies of a photo, none larger than itself. The same photo under two names gives equal recipes."""
    name = hashlib.sha256(repr((VERSION, original.digest, chosen)).encode()).hexdigest()[:12]
    widths = _widths(original.width, chosen.widths)
    formats = tuple(
        (KINDS[kind].mime, tuple(_output(original, chosen, name, kind, width) for width in widths))
        for kind in chosen.formats
    )
    jpeg = _output(original, chosen, name, "jpeg", min(original.width, chosen.jpeg_width))
    outputs = (*(output for _, made in formats for output in made), jpeg)
    return PhotoPlan(
        formats=formats,
        jpeg=jpeg,
        width=jpeg.width,
        height=jpeg.height,
        tint=tint(original.mean),
        recipe=PhotoRecipe(digest=original.digest, outputs=outputs, source=original.path),
    )


def tint(mean: tuple[int, int, int]) -> int:
    """The nearest of TINTS for an average colour, as its index."""
    red, green, blue = (part // 64 for part in mean)
    return red * 16 + green * 4 + blue


def _widths(original: int, wanted: tuple[int, ...]) -> tuple[int, ...]:
    smaller = sorted({width for width in wanted if width < original})
    if original <= max(wanted) and (not smaller or smaller[-1] < NEAR * original):
        smaller.append(original)
    return tuple(smaller)


def _output(original: Original, chosen: PhotoSettings, name: str, kind: str, width: int) -> Output:
    height = max(1, (original.height * width * 2 + original.width) // (original.width * 2))  # rounded, half up
    path = f"{FOLDER}/{name}-{width}{KINDS[kind].ending}"
    return Output(path=path, width=width, height=height, format=kind, quality=chosen.quality(kind))
