"""A facility and its products lie on one shelf: read, checked and remembered together, opened one by one when shown.

What a shelf's files say is kept under their digests and those of what they were read with, as lines of JSON: first what
planning must know and what there was to tell, then of each entry its label, its record and its stories. Records are
kept as their files have them and are made anew when they are opened: data can do nothing to whoever reads it.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.cache import Cache, digest, key
from generator.errors import BuildFailed, Problem, frozen, thawed
from generator.load.content import Loaded, load_files
from generator.load.documents import Document
from generator.load.files import RECORD_LIMIT, File, read_bytes
from generator.load.photos import PhotoFacts
from generator.model import checks, references, stories, texts
from generator.model.catalogue import Catalogue, Entry, Gist, Kept, Photos
from generator.model.ledger import Event, events
from generator.model.reading import RECORD_FILE, Desk, folders, shown, unknown_files
from generator.model.records.facility import Facility
from generator.model.records.product import Label, Product
from generator.model.stories import StoryHtml
from generator.model.translations import stale

LABEL, RECORD, STORIES = range(3)  # an entry's lines
OPEN = 4  # products whose records stay open
SHOWN = frozenset(Label.model_fields)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The files of a facility and its products; `lost` are paths there that can't be read; `lock` the lines of
    translations.lock that are about them."""

    name: str
    files: list[File] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    lock: dict[str, str] = field(default_factory=dict)

    @property
    def paths(self) -> list[str]:
        return sorted((*(file.path for file in self.files), *self.lost))

    @property
    def newest(self) -> int:
        return max((file.mtime_ns for file in self.files), default=0)

    def holds(self, path: str) -> bool:
        """Whether a path is of this shelf."""
        return _shelf_of(path) == self.name

    @property
    def signature(self) -> str:
        """Sizes and times, as one digest: while it is the same, nothing of the shelf has to be read."""
        return digest(repr((self.files, sorted(self.lock.items()))).encode())


@dataclass(slots=True)
class Read:
    """What was read of a shelf: its gists, facility first, what there is to tell of it; `kept` is the key that its
    lines are kept under, or empty where an error keeps it from being kept. `lines` are those of its entries, three of
    each in the order of the gists, where they came along."""

    name: str
    gists: list[Gist]
    problems: list[Problem]
    kept: str = ""
    lines: bytes = b""
    failed: dict[str, set[str]] = field(default_factory=dict)
    shown: set[str] = field(default_factory=set)
    parsed: int = 0


def arrange(files: Iterable[File], lost: Iterable[str]) -> tuple[list[Shelf], list[File]]:
    """The shelves by name, and the files that lie on none. `lost` are paths that can't be read."""
    shelves: dict[str, Shelf] = {}
    beside: list[File] = []
    for file in files:
        name = _shelf_of(file[0])
        if not name:
            beside.append(file)
        elif name in shelves:
            shelves[name].files.append(file)
        else:
            shelves[name] = Shelf(name, [file])
    for path in lost:
        name = _shelf_of(path)
        if name:
            shelves.setdefault(name, Shelf(name)).lost.append(path)
    return [shelves[name] for name in sorted(shelves)], beside


def _shelf_of(path: str) -> str:
    if path.startswith(("products/", "facilities/")):
        parts = path.split("/", 2)
        return parts[1] if len(parts) == 3 else ""
    return ""


# -- reading -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Room:
    """All that shelves are read with: the site's desk and its small files, and the digest of what of them counts."""

    desk: Desk
    small: Catalogue
    context: str
    cache: Cache

    def read(self, shelf: Shelf) -> Read:
        """A shelf as it was kept, or else read anew."""
        sources, seals = self._sources(shelf)
        if shelf.lost or len(seals) < len(shelf.files):
            return self.anew(shelf)
        name = key("shelf", 1, (self.context, tuple(sorted(shelf.lock.items())), tuple(seals)))
        lines = self.cache.get(name)
        if lines is not None:
            first, _, _ = lines.partition(b"\n")
            found = thaw(shelf.name, name, json.loads(first))
            if holds(found, self.desk):
                return found
        found = self.anew(shelf, name, sources)
        if found.kept:
            self.cache.put(name, _written(freeze(found)) + b"\n" + found.lines)
        return found

    def _sources(self, shelf: Shelf) -> tuple[dict[str, bytes], list[tuple[str, str]]]:
        """The bytes of a shelf's texts, and the digest of each of its files; fewer where one can't be read."""
        sources: dict[str, bytes] = {}
        seals: list[tuple[str, str]] = []
        for path, _, _ in shelf.files:
            photo = self.desk.loaded.photos.get(path)
            if photo is not None:
                seals.append((path, photo.digest))
                continue
            try:
                data = sources[path] = read_bytes(self.desk.loaded.folder, path, limit=RECORD_LIMIT)
            except BuildFailed:  # whoever reads it in earnest says why
                break
            seals.append((path, digest(data)))
        return sources, seals

    def anew(self, shelf: Shelf, name: str = "", sources: Mapping[str, bytes] | None = None) -> Read:
        """A shelf read from its files, or from what was read of them already, with every problem of it."""
        site, folder = self.desk, self.desk.loaded
        loaded, problems = load_files(folder.folder, shelf.paths, folder.photos, folder.unread, sources)
        desk = Desk(loaded, site.reading, site.labels, site.there, problems)
        facilities = folders(desk, "facilities", Facility)
        products = shown(desk, folders(desk, "products", Product), facilities, self.small.today)
        own = self.small.with_entries(facilities, products)
        unknown_files(desk)
        for story in loaded.stories.values():
            desk.problems += stories.problems(story.file, story.text)
        sound = not any(p.level == "error" for p in (*desk.problems, *site.problems))
        desk.problems += _checked(own, desk, sound=sound)
        gists: list[Gist] = []
        lines = b""
        if not any(p.level == "error" for p in (*desk.problems, *site.problems)):
            gists, lines = _packed(own, loaded, shelf, self.small.codes)
        return Read(
            shelf.name,
            gists,
            desk.problems,
            name if gists else "",
            lines,
            desk.failed,
            desk.shown,
            len(loaded.documents),
        )


def _checked(own: Catalogue, desk: Desk, *, sound: bool) -> Iterator[Problem]:
    """What is wrong with a shelf's links and texts, and where all could be read, what an expert would notice."""
    for facility in own.facilities.values():
        yield from references.of_facility(desk, facility)
    for product in own.products.values():
        yield from references.of_product(desk, product)
    groups: tuple[tuple[Iterable[Entry[Any]], tuple[checks.Check, ...]], ...] = (
        (own.facilities.values(), checks.OF_FACILITY),
        (own.products.values(), checks.OF_PRODUCT),
    )
    for entries, of_entry in groups:
        for entry in entries:
            yield from texts.texts(own, entry)
            for check in of_entry if sound else ():
                yield from check(own, entry)


def holds(found: Read, desk: Desk) -> bool:
    """Whether all that a kept shelf names is still there, its photos still the same."""
    photos = desk.loaded.photos
    for gist in found.gists:
        for kind, name in gist.refs:
            if name not in desk.there[kind]:
                return False
        for path, seal in gist.photos:
            if path not in photos or photos[path].digest != seal:
                return False
    return True


# -- keeping -----------------------------------------------------------------------------------------------------------


def _packed(own: Catalogue, loaded: Loaded, shelf: Shelf, codes: tuple[str, ...]) -> tuple[list[Gist], bytes]:
    """What is kept of a shelf that is in order."""
    gists: list[Gist] = []
    lines: list[bytes] = []
    outdated = stale(loaded, shelf.lock, codes)
    entries: tuple[Entry[Any], ...] = (*own.facilities.values(), *own.products.values())
    for entry in entries:
        data = entry.document.data
        label = {name: value for name, value in data.items() if name in SHOWN} if "/" in entry.key else None
        html = {code: [s.file, s.html, s.letters, s.links] for code, s in entry.told.items()}
        own_lines = (_written(label), _written(data), _written(html))
        base = f"{'products' if '/' in entry.key else 'facilities'}/{entry.key}/"
        gists.append(_gist(entry, own_lines, tuple(line for line in outdated if line.startswith(base)), codes))
        lines += own_lines
    return gists, b"\n".join(lines)


def _gist(
    entry: Entry[Any], lines: tuple[bytes, bytes, bytes], outdated: tuple[str, ...], codes: tuple[str, ...]
) -> Gist:
    record = entry.record
    photos = tuple((facts.path, facts.digest) for _, facts in entry.photos)
    pictured = repr(photos).encode()
    told_in = tuple(code for code in codes if code in entry.stories or not entry.stories)
    gist = Gist(
        key=entry.key,
        digest=digest(b"\n".join((*lines[RECORD:], pictured, repr(outdated).encode()))),
        shown=digest(lines[LABEL] + pictured),
        translated=told_in,
        photos=photos,
        refs=references.refs(entry),
        stale=outdated,
        aliases=tuple(record.aliases),
    )
    if not isinstance(record, Product):
        return gist._replace(facility=entry.document.data)
    return gist._replace(
        translated=tuple(code for code in told_in if code in record.name and code in record.summary),
        until=_until(record),
        slug=record.slug or {},
        category=record.category,
        status=record.status or "",
        stage=record.stage or "",
        added=record.added,
        featured=record.featured,
        also_made_at=tuple(record.also_made_at),
        events=tuple(events(record)),
    )


def _until(record: Product) -> tuple[str, ...]:
    """The days after which a page says less: prices' and certificates' last."""
    prices = (record.price, *(variant.price for variant in record.variants))
    days = [price.valid_until for price in prices if price and price.valid_until]
    days += [
        (c.valid_until + "-12-31"[3 * c.valid_until.count("-") :])[:10] for c in record.certificates if c.valid_until
    ]
    return tuple(days)


ENCODED = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _written(data: Any) -> bytes:
    return ENCODED(data).encode()


def freeze(found: Read) -> list[Any]:
    """What planning must know of a shelf, in JSON's own kinds."""
    return [found.gists, [frozen(p) for p in found.problems], sorted(found.shown)]


def thaw(shelf: str, kept: str, line: Any) -> Read:
    """The same again."""
    gists, problems, shown_photos = line
    return Read(shelf, [_thawed(row) for row in gists], [thawed(p) for p in problems], kept, shown=set(shown_photos))


def _thawed(row: list[Any]) -> Gist:
    gist = Gist(*row)
    return gist._replace(
        translated=tuple(gist.translated),
        photos=tuple((path, seal) for path, seal in gist.photos),
        refs=tuple((kind, key) for kind, key in gist.refs),
        stale=tuple(gist.stale),
        until=tuple(gist.until),
        aliases=tuple(gist.aliases),
        also_made_at=tuple(gist.also_made_at),
        events=tuple(Event(*event) for event in gist.events),
    )


# -- opening -----------------------------------------------------------------------------------------------------------


class Shelves:
    """Opens entries: from the lines of the shelves that were `found`, where they came along, else from where they are
    kept; from the files themselves, where what was kept has been lost."""

    def __init__(self, room: Room, shelves: Iterable[Shelf], found: Iterable[Read]) -> None:
        self._room, self._desk = room, room.desk
        self._shelves = {shelf.name: shelf for shelf in shelves}
        self._found = {read.name: read for read in found}
        self._places = {g.key: (read.name, n) for read in self._found.values() for n, g in enumerate(read.gists)}
        self._lines: dict[str, tuple[bytes, list[int]]] = {}  # of a shelf: its lines, where each begins, and the end
        self._opened: deque[Kept[Any]] = deque()

    def _line(self, entry: Kept[Any], line: int) -> Any:
        shelf, number = self._places[entry.key]
        known = self._lines.get(shelf)
        if known is None:
            lines = self._kept(shelf)
            known = self._lines[shelf] = lines, [0, *(m.end() for m in re.finditer(rb"\n", lines)), len(lines) + 1]
        lines, begins = known
        at = 3 * number + line
        return json.loads(lines[begins[at] : begins[at + 1] - 1])

    def _kept(self, shelf: str) -> bytes:
        read = self._found[shelf]
        if read.lines:
            return read.lines
        kept = self._room.cache.get(read.kept)
        if kept is not None:
            return kept.partition(b"\n")[2]
        again = self._room.anew(self._shelves[shelf])
        if not again.lines:  # somebody has changed it meanwhile
            raise BuildFailed(again.problems)
        return again.lines

    def record(self, entry: Kept[Any]) -> Any:
        if "/" not in entry.key:
            return Facility.model_validate(entry.gist.facility, context=self._desk.reading)
        self._opened.append(entry)
        if len(self._opened) > OPEN:
            self._opened.popleft().close()
        return Product.model_validate(self._line(entry, RECORD), context=self._desk.reading)

    def label(self, entry: Kept[Any]) -> Label:
        return Label.model_validate(self._line(entry, LABEL), context=self._desk.reading)

    def told(self, entry: Kept[Any]) -> Mapping[str, StoryHtml]:
        found = self._line(entry, STORIES)
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
