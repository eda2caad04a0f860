"""Opens what lies on shelves, one entry at a time, when its page is made."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import Any

from orjson import loads

from generator.errors import BuildFailed, Place, problem
from generator.load.content import load_files
from generator.load.documents import Document
from generator.load.photos import PhotoFacts
from generator.load.shelves import Shelf, found_again
from generator.model.entries import Gist, Kept, Photos, Thing
from generator.model.keeping import LABEL, LINES, REST, STORIES, THINGS, gists
from generator.model.reading import RECORD_FILE
from generator.model.records.facility import Facility
from generator.model.records.parts import Export, Production, Sale
from generator.model.records.product import Label, Product
from generator.model.records.record import opened
from generator.model.room import Room
from generator.model.shelves import Read
from generator.model.stories import StoryHtml

AHEAD = 20  # products that are opened one after another, which is quicker than each by itself: pages go along shelves
OPEN = 60  # products whose records stay open: the next page is of the same one
LABELLED = 200  # products whose labels stay open, and things on record: each takes 10 kB at most
NEAR = 12  # shelves whose lines stay at hand


class Opening:
    """Opens entries: from the lines of the shelves that were `found`, where they came along, else from where they are
    kept; from the files themselves, where what was kept has been lost."""

    def __init__(self, room: Room, shelves: Iterable[Shelf], found: Iterable[Read]) -> None:
        self._room, self._desk = room, room.desk
        self._locks = {shelf.name: shelf.lock for shelf in shelves}
        self._found = {read.name: read for read in found}
        self._gists: dict[str, dict[str, Gist]] = {}
        self._near: dict[str, dict[str, list[bytes]]] = {}  # by shelf and key, an entry's lines
        self._short: dict[str, Sequence[bytes]] = {}  # by key, what lists show, of every shelf that was near once
        self._opened: deque[Kept[Any]] = deque()
        self._ahead: dict[str, Product] = {}
        self._labelled: deque[Kept[Any]] = deque()
        self._things: dict[tuple[str, int], Thing] = {}

    def _lines(self, entry: Kept[Any]) -> dict[str, list[bytes]]:
        """The lines of an entry and of those that stand beside it, by their keys."""
        near = self._near.get(entry.shelf)
        if near is None:
            lines = self._kept(entry.shelf)
            keys = [spine.key for spine in self._found[entry.shelf].spines]
            near = {key: lines[at : at + len(LINES)] for key, at in zip(keys, count(0, len(LINES)))}
            self._short.update((key, own[:REST]) for key, own in near.items())
            self._near[entry.shelf] = near
            if len(self._near) > NEAR:
                del self._near[next(iter(self._near))]
        return near

    def _kept(self, shelf: str) -> list[bytes]:
        read = self._found[shelf]
        if read.lines:
            return read.lines.split(b"\n")
        kept = self._room.cache.get(read.kept)
        if kept is not None:
            return kept.split(b"\n")[1:]
        lying = [replace(it, lock=self._locks[shelf]) for it in found_again(self._desk.loaded.folder, shelf)]
        again = [self._room.anew(it) for it in lying]
        if not again or not again[0].lines:  # somebody has changed it meanwhile, or deleted it
            gone = problem("folder-missing", Place(self._desk.loaded.name(f"facilities/{shelf}")))
            raise BuildFailed([p for read in again for p in read.problems] or [gone])
        return again[0].lines.split(b"\n")

    def gist(self, entry: Kept[Any]) -> Gist:
        known = self._gists.get(entry.shelf)
        if known is None:
            known = self._gists[entry.shelf] = gists(self._found[entry.shelf])
            self._found[entry.shelf].told = b""  # nobody asks for it again
        return known[entry.key]

    def record(self, entry: Kept[Any]) -> Any:
        if "/" not in entry.key:
            return opened(Facility, entry.gist.facility)
        self._opened.append(entry)
        if len(self._opened) > OPEN:
            self._opened.popleft().close()
        if entry.key not in self._ahead:
            lines = self._lines(entry)
            keys = [*lines]
            at = keys.index(entry.key)
            self._ahead = {key: _product(lines[key]) for key in keys[at : at + AHEAD]}
        return self._ahead.pop(entry.key)

    def label(self, entry: Kept[Any]) -> Label:
        self._labelled.append(entry)
        if len(self._labelled) > LABELLED:
            self._labelled.popleft().take_off()
        return opened(Label, loads(self._shortened(entry)[LABEL]))

    def _shortened(self, entry: Kept[Any]) -> Sequence[bytes]:
        return self._short.get(entry.key) or self._lines(entry)[entry.key]

    def thing(self, entry: Kept[Any], number: int) -> Thing:
        known = self._things.get((entry.key, number))
        if known is None:
            if len(self._things) >= LABELLED:
                self._things.clear()
            known = self._things[entry.key, number] = self._thing(entry, number)
        return known

    def _thing(self, entry: Kept[Any], number: int) -> Thing:
        data = loads(self._shortened(entry)[THINGS])
        kinds: tuple[tuple[type[Thing], list[Any]], ...] = (
            (Export, data.get("exports", [])),
            (Sale, data.get("sales", [])),
            (Production, [data["production"]] if "production" in data else []),
        )
        found = [(kind, thing) for kind, things in kinds for thing in things]
        kind, thing = found[number]
        return opened(kind, thing)

    def told(self, entry: Kept[Any]) -> Mapping[str, StoryHtml]:
        found = loads(self._lines(entry)[entry.key][STORIES])
        return {
            code: StoryHtml(file, html, letters, tuple(map(tuple, links)))
            for code, (file, html, letters, links) in found.items()
        }

    def document(self, entry: Kept[Any]) -> Document:
        folder = "products" if "/" in entry.key else "facilities"
        path = f"{folder}/{entry.key}/{RECORD_FILE[folder]}"
        return load_files(self._desk.loaded.folder, [path], {})[0].documents[path]

    def photos(self, entry: Kept[Any]) -> Photos:
        facts: Mapping[str, PhotoFacts] = self._desk.loaded.photos
        shown_by = entry.label if "/" in entry.key else entry.record
        return tuple((photo, facts[path]) for photo, (path, _) in zip(shown_by.photos, entry.gist.photos, strict=True))


def _product(lines: Sequence[bytes]) -> Product:
    return opened(Product, loads(lines[LABEL]) | loads(lines[THINGS]) | loads(lines[REST]))
