"""Looking at a content's files: their sizes and times tell whether it is as it was, and which shelf of it is not.

A facility's files and its products' lie on one shelf. There are many files and few shelves, and in most builds few of
these have to be read: so whoever looks sums up each shelf, and others unpack the files of those they read.
"""

from __future__ import annotations

import marshal
from collections.abc import Generator, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from generator.cache import digest
from generator.errors import Problem, frozen
from generator.load.files import RECORDS, Folder, Row, folders_in, rows_by_folder

TEXTS = (*RECORDS, ".md")
SHARE = 4  # of so many facilities' folders one's are looked at here, when the site has been, the others' meanwhile


class Glance(NamedTuple):
    """What tells whether a content is as it was: the digest of its files' sizes and times, when the youngest of all
    changed, in nanoseconds, how many there are, and whether all could be looked at."""

    digest: str
    newest: int
    files: int
    sound: bool


# Plain data, as it goes from process to process: what a Glance is made of, then what a Lying is.
Looking = Generator[tuple[Any, ...], None, None]


def share(content: Folder) -> list[str]:
    """The folders of a content that are looked at by who has looked at the site: others take the rest meanwhile."""
    products = folders_in(content, "products")
    own = products[len(products) - len(products) // SHARE :]
    facilities = {*folders_in(content, "facilities")}
    return [*own, *(folder for name in own if (folder := f"facilities/{name.partition('/')[2]}") in facilities)]


def look(content: Folder, *, begin: Iterable[str] = ("",), spared: Iterable[str] = ()) -> Looking:
    """Looks at the files of a content, beginning with some folders, but for those that are spared; whole shelves.

    They are summed up after the glance, which is all that most ask for.
    """
    found, wrong = rows_by_folder(content, begin=begin, spared={*spared})
    rows = [*chain.from_iterable([found[folder] for folder in sorted(found)])]
    yield tuple(glance(rows, wrong))
    shelves, beside = arranged(found)
    yield shelves, beside, [row for row in rows if not row[0].endswith(TEXTS)], [frozen(p) for p in wrong]


def glance(rows: Sequence[Row], wrong: Iterable[Problem]) -> Glance:
    """Files at a glance, always in the same order, and what is wrong with others."""
    told = [frozen(p) for p in wrong]
    return Glance(digest(packed((rows, told))), max([time for _, _, time in rows], default=0), len(rows), not told)


def arranged(found: Mapping[str, list[Row]]) -> tuple[list[tuple[Any, ...]], list[Row]]:
    """Of each shelf what a Shelf is made of, by name, and the files that lie on none."""
    shelves: dict[str, tuple[list[Row], set[str]]] = {}
    beside: list[Row] = []
    for folder in sorted(found):
        name, key = place(f"{folder}/")
        if name:
            rows, keys = shelves.setdefault(name, ([], set()))
            rows += found[folder]
            keys.update((key,) if key else ())
        else:
            beside += found[folder]
    return [_told(name, *shelves[name]) for name in sorted(shelves)], beside


def _told(name: str, rows: list[Row], keys: set[str]) -> tuple[Any, ...]:
    summed = packed(rows)
    return name, keys, summed, digest(summed), max([mtime_ns for _, _, mtime_ns in rows])


def place(path: str) -> tuple[str, str]:
    """The shelf that a path lies on, and the entry that it belongs to; empty texts for none."""
    kind, *parts = path.split("/")
    if kind == "facilities" and len(parts) > 1:
        return parts[0], parts[0]
    if kind == "products" and len(parts) > 1:
        return parts[0], f"{parts[0]}/{parts[1]}" if len(parts) > 2 else ""
    return "", ""


def packed(rows: Any) -> bytes:
    """Rows in bytes, always in the same."""
    return marshal.dumps(rows, 2)  # later versions spell what is shared in another way
