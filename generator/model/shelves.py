"""A facility and its products lie on one shelf: read, checked and remembered together, opened one by one when shown."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.cache import digest
from generator.errors import Problem
from generator.load.files import Row
from generator.model.entries import Ref, Spine


@dataclass(frozen=True, slots=True)
class Shelf:
    """The files of a facility and its products, and the keys of both; `lost` are paths there that can't be read; `lock`
    the lines of translations.lock that are about them."""

    name: str
    files: list[Row] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    lost: list[str] = field(default_factory=list)
    lock: dict[str, str] = field(default_factory=dict)

    @property
    def paths(self) -> list[str]:
        return sorted((*(path for path, _, _ in self.files), *self.lost))

    def holds(self, path: str) -> bool:
        """Whether a path is of this shelf."""
        return _shelf_of(path) == self.name

    def signature(self) -> tuple[str, int]:
        """Sizes and times, as one digest, and the latest of the times: while it is the same, nothing of the shelf has
        to be read."""
        paths, sizes, times = zip(*self.files, strict=True) if self.files else ((), (), ())
        numbers = array("q", sizes + times).tobytes()
        named = "\n".join((*paths, repr(sorted(self.lock.items()))))
        return digest(numbers + named.encode()), max(times, default=0)


@dataclass(slots=True)
class Read:
    """What was read of a shelf: its spines, facility first, what there is to tell of it, its photos by path and digest,
    all that it names, and the keys of its translations that are out of date.

    `kept` is the key that its lines are kept under, or empty where they are not kept; `told` ends as the first of them
    does: with all this as it was frozen, the gists last. `shows` is the digest of what of it other pages than an
    entry's own may show. `lines` are those of its entries, four of each in the order of the spines, where they came
    along.
    """

    name: str
    spines: list[Spine]
    problems: list[Problem]
    kept: str = ""
    told: bytes = b""
    shows: str = ""
    lines: bytes = b""
    failed: dict[str, set[str]] = field(default_factory=dict)
    shown: set[str] = field(default_factory=set)
    photos: Iterable[Ref] = ()
    names: Iterable[Ref] = ()
    stale: Sequence[str] = ()
    parsed: int = 0

    def let_go(self) -> None:
        """Forgets what has been told."""
        self.problems, self.failed, self.shown, self.names = [], {}, set(), ()


def arrange(files: Iterable[Row], lost: Iterable[str]) -> tuple[list[Shelf], list[Row]]:
    """The shelves by name, and the files that lie on none. `files` are sorted; `lost` are paths that can't be read."""
    shelves: dict[str, Shelf] = {}
    beside: list[Row] = []
    last, there = "", beside
    for file in files:
        path = file[0]
        folder = path.rpartition("/")[0]
        if folder != last:
            shelf = _shelf_for(path, shelves)
            last, there = folder, shelf.files if shelf else beside
        there.append(file)
    for path in lost:
        shelf = _shelf_for(path, shelves)
        if shelf:
            shelf.lost.append(path)
    return [shelves[name] for name in sorted(shelves)], beside


def _shelf_for(path: str, shelves: dict[str, Shelf]) -> Shelf | None:
    """The shelf that a path lies on, which knows from then on that there is such an entry."""
    name = _shelf_of(path)
    if not name:
        return None
    shelf = shelves.get(name)
    if shelf is None:
        shelf = shelves[name] = Shelf(name)
    kind, *parts = path.split("/")
    if kind == "facilities":
        shelf.keys.add(name)
    elif len(parts) > 2:
        shelf.keys.add(f"{name}/{parts[1]}")
    return shelf


def _shelf_of(path: str) -> str:
    if path.startswith(("products/", "facilities/")):
        parts = path.split("/", 2)
        return parts[1] if len(parts) == 3 else ""
    return ""
