"""How the files of a content lie: shelves, by which they are read and remembered, and what lies beside them."""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.errors import Problem, thawed
from generator.load.files import Folder, Row, folders_in, rows_by_folder
from generator.load.looking import Looking, arranged, look, packed, place


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
        """What lies there, folder by folder."""
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


def lying(*looks: Looking) -> Lying:
    """How files lie that were looked at in several parts, of which the glances have been taken."""
    parts = [next(one) for one in looks]
    for one in looks:
        one.close()  # what it has seen takes much memory
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
        name, key = place(path)
        if name and name not in known:
            known[name] = Shelf(name, set(), packed([]), "", 0)
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
        shelf = known.get(place(line)[0])
        if shelf:
            shelf.lock[line] = text


def found_again(content: Folder, shelf: str) -> list[Shelf]:
    """A shelf as it lies now; none where it is gone."""
    folders = [f"{kind}/{shelf}" for kind in ("facilities", "products")]
    there = {*folders_in(content, "facilities"), *folders_in(content, "products")}
    found, _ = rows_by_folder(content, begin=[folder for folder in folders if folder in there])
    return [Shelf(*told) for told in arranged(found)[0]]
