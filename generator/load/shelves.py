"""How the files of a content lie: a facility's and its products' on one shelf, by which they are read and remembered.

There are many files and few shelves, and in most builds few shelves have to be read: so a shelf knows its files by one
digest, and unpacks them for whoever reads it.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from generator.cache import digest
from generator.errors import Problem, frozen, thawed
from generator.load.files import Folder, Row, folders_in, rows_of

TEXTS = (".yaml", ".yml", ".lock", ".md")
SHARE = 4  # of so many facilities' folders one's are looked at here, when the site has been, the others' meanwhile


@dataclass(slots=True)
class Shelf:
    """The files of a facility and its products, `packed`, and the keys of both.

    `signature` is of the files' sizes and times, `newest` the latest of these: while it is the same, nothing of the
    shelf has to be read. `lost` are paths there that can't be read; `lock` the lines of translations.lock about them.
    """

    name: str
    keys: set[str]
    packed: bytes
    signature: str
    newest: int
    lost: list[str] = field(default_factory=list)
    lock: dict[str, str] = field(default_factory=dict)

    @property
    def files(self) -> list[Row]:
        """What lies there, sorted by path."""
        return marshal.loads(self.packed)  # type: ignore[no-any-return]  # noqa: S302  # packed by this program

    @property
    def paths(self) -> list[str]:
        return sorted((*(path for path, _, _ in self.files), *self.lost))


class Lying(NamedTuple):
    """How all files of a content lie: the shelves by name; the files beside them; all that are no texts, wherever they
    lie; what is wrong with files that can't be looked at."""

    shelves: list[Shelf]
    beside: list[Row]
    others: list[Row]
    wrong: tuple[Problem, ...]


class Glance(NamedTuple):
    """What tells whether a content is as it was: the digest of its files' sizes and times, when the youngest of all
    changed, in nanoseconds, how many there are, and whether all could be looked at."""

    digest: str
    newest: int
    files: int
    sound: bool


Look = Iterator[tuple[Any, ...]]  # plain data, as it goes from process to process: a Glance's, then a Lying's


def share(content: Folder) -> list[str]:
    """The folders of a content that are looked at by who has looked at the site: others take the rest meanwhile."""
    products = folders_in(content, "products")
    own = products[len(products) - len(products) // SHARE :]
    facilities = {*folders_in(content, "facilities")}
    return [*own, *(folder for name in own if (folder := f"facilities/{name.partition('/')[2]}") in facilities)]


def look(content: Folder, *, begin: Iterable[str] = ("",), spared: Iterable[str] = ()) -> Look:
    """Looks at the files of a content, beginning with some folders, but for those that are spared; whole shelves."""
    rows, wrong = rows_of(content, begin=begin, spared={*spared})
    shelves, beside = _arranged(rows)
    told = [frozen(p) for p in wrong]
    packed = _packed((beside, told))
    seen = "".join([shelf[3] for shelf in shelves]).encode() + packed
    yield digest(seen), max((mtime_ns for _, _, mtime_ns in rows), default=0), len(rows), not wrong
    yield shelves, beside, [row for row in rows if not row[0].endswith(TEXTS)], told


def lying(*looks: Look) -> Lying:
    """How files lie that were looked at in several parts, of which the glances have been taken."""
    parts = [next(one) for one in looks]
    shelves = sorted((Shelf(*row) for rows, _, _, _ in parts for row in rows), key=lambda shelf: shelf.name)
    beside = sorted(row for _, rows, _, _ in parts for row in rows)
    others = sorted(row for _, _, rows, _ in parts for row in rows)
    return Lying(shelves, beside, others, tuple(sorted(thawed(row) for *_, told in parts for row in told)))


def walked(content: Folder) -> Lying:
    """How the files of a content lie that has not been looked at."""
    found = look(content)
    next(found)
    return lying(found)


def put_lost(shelves: list[Shelf], lost: Iterable[str]) -> list[str]:
    """Notes on their shelves the paths that can't be read, on a new one where there is none; those that lie on none."""
    known = {shelf.name: shelf for shelf in shelves}
    beside = []
    for path in sorted(lost):
        name, key = _place(path)
        if name and name not in known:
            known[name] = Shelf(name, set(), _packed([]), "", 0)
            shelves.append(known[name])
            shelves.sort(key=lambda shelf: shelf.name)
        if name:
            known[name].lost.append(path)
            known[name].keys.update((key,) if key else ())
        else:
            beside.append(path)
    return beside


def put_lock(shelves: Iterable[Shelf], lines: Mapping[str, str]) -> None:
    """Lays each line of translations.lock on the shelf that it is about."""
    known = {shelf.name: shelf for shelf in shelves}
    for line, text in lines.items():
        shelf = known.get(_place(line)[0])
        if shelf:
            shelf.lock[line] = text


def found_again(content: Folder, shelf: str) -> list[Shelf]:
    """A shelf as it lies now; none where it is gone."""
    folders = [f"{kind}/{shelf}" for kind in ("facilities", "products")]
    there = {*folders_in(content, "facilities"), *folders_in(content, "products")}
    rows, _ = rows_of(content, begin=[folder for folder in folders if folder in there])
    return [Shelf(*found) for found in _arranged(rows)[0]]


def _arranged(rows: Sequence[Row]) -> tuple[list[tuple[Any, ...]], list[Row]]:
    """Of each shelf what a Shelf is made of, by name, and the files that lie on none. The rows are sorted by path."""
    found: dict[str, tuple[list[Row], set[str]]] = {}
    beside: list[Row] = []
    last, there = "", beside
    for row in rows:
        folder = row[0].rpartition("/")[0]
        if folder != last:
            last, there = folder, beside
            name, key = _place(row[0])
            if name:
                there, keys = found.setdefault(name, ([], set()))
                keys.update((key,) if key else ())
        there.append(row)
    shelves = []
    for name in sorted(found):
        files, keys = found[name]
        packed = _packed(files)
        shelves.append((name, keys, packed, digest(packed), max([mtime_ns for _, _, mtime_ns in files])))
    return shelves, beside


def _place(path: str) -> tuple[str, str]:
    """The shelf that a path lies on, and the entry that it belongs to; empty texts for none."""
    kind, *parts = path.split("/")
    if kind == "facilities" and len(parts) > 1:
        return parts[0], parts[0]
    if kind == "products" and len(parts) > 1:
        return parts[0], f"{parts[0]}/{parts[1]}" if len(parts) > 2 else ""
    return "", ""


def _packed(rows: Any) -> bytes:
    return marshal.dumps(rows, 2)  # later versions spell what is shared in another way
