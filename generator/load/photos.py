"""What is known of a photo before any copy of it is made: its size, its colour, what it gives away.

Most of it stands in the file's header. Its average colour asks for decoding it to the last pixel, at the smallest scale
that its format allows; a photo that is cut short or damaged is found by that as surely as at full scale. Facts are kept
by the file's digest, so that a picture is looked at once.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator.cache import Cache, key
from generator.cache import digest as digest_of
from generator.errors import BuildFailed, Problem, problem
from generator.load.files import File, Folder, read_bytes

if TYPE_CHECKING:
    from PIL import Image

VERSION = 1  # of what is looked at
MAX_BYTES = 40_000_000
SMALL = 640  # pixels: narrower than this, a photo is soft on a phone already
LONGEST = 10  # times as long as wide, or as wide as high
UNREADABLE = {".tif", ".tiff", ".bmp", ".jxl", ".jp2", ".jfif", ".psd", ".raw", ".dng", ".cr2", ".nef"}
ENDINGS = {
    "JPEG": (".jpg", ".jpeg"),
    "PNG": (".png",),
    "WEBP": (".webp",),
    "GIF": (".gif",),
    "AVIF": (".avif",),
    "HEIF": (".heic", ".heif"),
}
MEANT = (*(ending for endings in ENDINGS.values() for ending in endings), *UNREADABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoFacts:
    """A photo that can be published.

    `path` is its place in the content folder, `digest` its SHA-256; `width` and `height` are pixels as one sees it,
    whichever way the camera was held; `mean` is its average colour in sRGB, each part 0–255. `format` is Pillow's
    word (`JPEG`). `has_position`: it says where it was taken; `has_metadata`: it says anything beside its pixels.
    """

    path: str
    digest: str
    width: int
    height: int
    format: str
    mean: tuple[int, int, int]
    animated: bool = False
    alpha: bool = False
    has_position: bool = False
    has_metadata: bool = False


def is_photo(path: str) -> bool:
    """Whether a file is meant as a photo, by its name: also those kinds that can't be read, to be told so."""
    return path.lower().endswith(MEANT)


def photo_facts(folder: Folder, file: File, *, digest: str, cache: Cache) -> tuple[PhotoFacts | None, list[Problem]]:
    """The facts of a photo and what an editor should know of it; None where an error keeps it from being published.

    A photo that has facts can be decoded. `digest` is the file's SHA-256, under which its facts are kept.
    """
    name = key("photo-facts", VERSION, digest)
    facts = _thawed(cache.get(name), file.path, digest)
    if facts is None:
        try:
            facts = _look(folder, file, digest)
        except BuildFailed as failed:
            return None, list(failed.problems)
        cache.put(name, json.dumps(asdict(facts), sort_keys=True).encode())
    found = list(_judged(facts, folder))
    return (None if any(p.level == "error" for p in found) else facts), found


def source_bytes(path: str, expected: str, folder: Folder) -> bytes:
    """The photo's file. Raises BuildFailed if it is no longer the one whose SHA-256 is `expected`."""
    data = read_bytes(folder, path, limit=MAX_BYTES)
    if digest_of(data) != expected:
        raise BuildFailed([problem("photo-changed", folder.place(path))])
    return data


def _look(folder: Folder, file: File, digest: str) -> PhotoFacts:
    from PIL import Image  # most builds look at no picture

    from generator.load import pixels

    place = folder.place(file.path)
    if file.size > MAX_BYTES:
        raise BuildFailed([problem("photo-heavy", place, size=file.size // 1_000_000, most=MAX_BYTES // 1_000_000)])
    source = source_bytes(file.path, digest, folder)
    kind = pixels.sniff(source[:32])
    if not kind:
        raise BuildFailed([problem("photo-format", place)])
    if _ending(file.path) not in ENDINGS[kind]:
        raise BuildFailed([_misnamed(folder, file.path, kind)])
    if not pixels.can_read(kind):
        raise BuildFailed([problem("photo-heic", place)])
    try:
        with pixels.opened(source, format=kind) as image:
            facts = _facts(image, file.path, digest, kind)
            small = pixels.plain(image, at_least=(64, 64)).resize((1, 1), Image.Resampling.BOX)
    except pixels.TooManyPixels:
        raise BuildFailed([problem("photo-pixels", place, most=pixels.MAX_PIXELS // 1_000_000)]) from None
    except Exception:  # noqa: BLE001  # a broken file raises nine kinds, and which is an accident
        raise BuildFailed([problem("photo-broken", place)]) from None
    red, green, blue = small.tobytes()
    return replace(facts, mean=(red, green, blue))


def _facts(image: Image.Image, path: str, digest: str, kind: str) -> PhotoFacts:
    from generator.load import pixels

    width, height = pixels.upright_size(image)
    return PhotoFacts(
        path=path,
        digest=digest,
        width=width,
        height=height,
        format=kind,
        mean=(0, 0, 0),
        animated=bool(getattr(image, "is_animated", False)) and image.format != "MPO",  # a phone's second view
        alpha=pixels.has_alpha(image),
        has_position=pixels.has_position(image),
        has_metadata=pixels.has_metadata(image),
    )


def _judged(facts: PhotoFacts, folder: Folder) -> list[Problem]:
    place = folder.place(facts.path)
    found = []
    if _ending(facts.path) not in ENDINGS[facts.format]:
        found.append(_misnamed(folder, facts.path, facts.format))
    if max(facts.width, facts.height) > LONGEST * min(facts.width, facts.height):
        found.append(problem("photo-shape", place, width=facts.width, height=facts.height, most=LONGEST))
    if facts.width < SMALL:
        found.append(problem("photo-small", place, width=facts.width, least=SMALL))
    if facts.has_position:
        found.append(problem("photo-position", place))
    return found


def _misnamed(folder: Folder, path: str, kind: str) -> Problem:
    right = str(PurePosixPath(path).with_suffix(ENDINGS[kind][0]).name)
    kinds = {"JPEG": "JPEG", "WEBP": "WebP", "HEIF": "HEIC"}
    return problem("photo-misnamed", folder.place(path), kind=kinds.get(kind, kind), right=right)


def _ending(path: str) -> str:
    return PurePosixPath(path).suffix.lower()


def _thawed(kept: bytes | None, path: str, digest: str) -> PhotoFacts | None:
    """Kept facts, for the file that has them now: several may be one picture."""
    if kept is None:
        return None
    said = json.loads(kept)
    return PhotoFacts(**{**said, "path": path, "digest": digest, "mean": tuple(said["mean"])})
