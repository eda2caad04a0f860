"""Where shelves are read: what was kept of them under the digests of their files, or else the files themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.cache import Cache, digest, key
from generator.errors import BuildFailed, Problem
from generator.load.content import load_files
from generator.load.files import RECORD_LIMIT, read_bytes
from generator.load.shelves import Shelf
from generator.model import checks, references, stories, texts
from generator.model.catalogue import Catalogue
from generator.model.entries import Entry
from generator.model.keeping import packed, thaw
from generator.model.reading import Desk, folders, shown, unknown_files
from generator.model.records.facility import Facility
from generator.model.records.product import Product
from generator.model.shelves import Read


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
        if shelf.lost or not seals:
            return self.anew(shelf)
        name = key("shelf", 1, (self.context, tuple(sorted(shelf.lock.items())), tuple(seals)))
        lines = self.cache.get(name)
        if lines is not None:
            found = thaw(shelf.name, name, lines[: lines.index(b"\n")])
            if holds(found, self.desk):
                return found
        found = self.anew(shelf, name, sources)
        if found.kept:
            kept = self.cache.put(name, found.told + b"\n" + found.lines)
            found.lines = b"" if kept else found.lines  # a whole catalogue's are too many to send and to hold
        return found

    def _sources(self, shelf: Shelf) -> tuple[dict[str, bytes], list[tuple[str, str]]]:
        """The bytes of a shelf's texts, and the digest of each of its files; none where one can't be read."""
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
                return sources, []
            seals.append((path, digest(data)))
        return sources, seals

    def anew(self, shelf: Shelf, name: str = "", sources: Mapping[str, bytes] | None = None) -> Read:
        """A shelf read from its files, or from what was read of them already, with every problem of it."""
        site, folder = self.desk, self.desk.loaded
        loaded, problems = load_files(folder.folder, shelf.paths, folder.photos, folder.unread, sources)
        desk = Desk(loaded, site.reading, site.labels, site.there, problems)
        facilities = folders(desk, "facilities", Facility)
        products = shown(desk, folders(desk, "products", Product), facilities, self.small.today)
        own = replace(self.small, facilities=facilities, products=products)
        unknown_files(desk)
        for story in loaded.stories.values():
            desk.problems += stories.problems(story.file, story.text)
        sound = not any(p.level == "error" for p in (*desk.problems, *site.problems))
        desk.problems += _checked(own, desk, sound=sound)
        found = Read(shelf.name, [], desk.problems, shown=desk.shown)
        if (facilities or products) and not any(p.level == "error" for p in (*desk.problems, *site.problems)):
            told, lines = packed(own, loaded, shelf, desk)
            found = thaw(shelf.name, name, told)
            found.lines = lines
        found.failed, found.parsed = desk.failed, len(loaded.documents)
        return found


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
        for check in (texts.texts, *(of_entry if sound else ())):  # each over all: so it stays at hand
            for entry in entries:
                yield from check(own, entry)


def holds(found: Read, desk: Desk) -> bool:
    """Whether all that a kept shelf names is still there, its photos still the same."""
    there, photos = desk.there, desk.loaded.photos
    return all(name in there[kind] for kind, name in found.names) and all(
        path in photos and photos[path].digest == seal for path, seal in found.photos
    )
