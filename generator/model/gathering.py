"""All records of the site, from its small files and its shelves: one catalogue, and every problem of reading it."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import orjson

from generator.cache import Cache, code_digest, digest, key
from generator.errors import Place, Problem, problem
from generator.load.content import load_files
from generator.load.files import JUST_NOW, Folder
from generator.load.photos import PhotoFacts
from generator.load.shelves import Lying, Shelf, put_lock, put_lost
from generator.model import checks, references, stories, texts
from generator.model.catalogue import Catalogue
from generator.model.entries import Kept
from generator.model.keeping import thaw
from generator.model.kinds import Reading
from generator.model.languages import Language, label_names, vocabulary_names
from generator.model.opening import Opening
from generator.model.reading import (
    ALL,
    Desk,
    Strings,
    folders,
    items,
    keyed,
    languages,
    mapping,
    unknown_files,
    unused_photos,
)
from generator.model.records.site import Site
from generator.model.records.small import Category, Market, Page, Paper, Partner, Programme, Source, Term
from generator.model.room import Room, holds
from generator.model.shelves import Read
from generator.model.translations import check_translations, lock_lines, stale
from generator.workers import spread

TABLE = "shelves"
HEADS = "heads"
FEW = 12  # shelves that are read here: starting workers takes longer
CHECKED_WITH = ("categories.yaml", "markets.yaml")  # small files that products are checked against


class _Everything(frozenset[str]):
    """The keys of a file that could not be read: nobody is told that one is missing."""

    def __contains__(self, _key: object) -> bool:
        return True


@dataclass(slots=True)
class Gathered:
    """The catalogue, or None where there is no usable site.yaml; every problem; how many documents were parsed."""

    catalogue: Catalogue | None
    problems: list[Problem]
    parsed: int = 0


def gather(
    folder: Folder,
    files: Lying,
    photos: Mapping[str, PhotoFacts],
    unread: Collection[str],
    strings: Strings,
    *,
    today: str,
    cache: Cache,
    jobs: int,
) -> Gathered:
    """The catalogue as the files have it. What can't be read is left out and told."""
    shelves = files.shelves
    paths = sorted({*(path for path, _, _ in files.beside), *put_lost(shelves, unread)})
    loaded, problems = load_files(folder, paths, photos, unread)
    desk = Desk(loaded, Reading(("id",), vocabulary_names(strings.values())), label_names(strings.values()))
    desk.problems = problems
    small = _small(desk, strings, today)
    if small is None:
        return Gathered(None, desk.problems, len(loaded.documents))
    put_lock(shelves, lock_lines(loaded))
    desk.there = _there(desk, small, shelves)
    desk.problems += _checked(desk, small)
    room = Room(desk, small, _context(desk, small), cache)
    found = _read(shelves, room, cache, jobs)
    for shelf, read in zip(shelves, found, strict=True):
        desk.take(read.problems, read.failed, read.shown)
        shelf.packed = b""  # from here on a large catalogue must be light: workers hold parts of it, too
        read.let_go()
    catalogue = _whole(room, shelves, found)
    desk.problems += references.of_site(desk, catalogue)
    desk.problems += check_translations(loaded, sorted(catalogue.stale))
    unused_photos(desk)
    return Gathered(catalogue, desk.problems, len(loaded.documents) + sum(read.parsed for read in found))


def _small(desk: Desk, strings: Strings, today: str) -> Catalogue | None:
    """The catalogue without its products and facilities; None where there is no usable site.yaml."""
    document = desk.loaded.documents.get("site.yaml")
    if document is None:
        if "site.yaml" not in desk.loaded.unread:
            desk.problems.append(problem("file-missing", Place(desk.loaded.name("site.yaml")), name="site.yaml"))
        return None
    desk.reading = Reading(languages(document, strings), desk.reading.names)
    site = desk.record(Site, document)
    if site is None:
        return None
    missing = [code for code in site.languages if code not in strings]
    for code in missing:
        at = document.place(("languages", site.languages.index(code)))
        desk.problems.append(problem("language-strings", at, language=code, theme=site.theme))
    if missing:
        return None
    return Catalogue(
        site=site,
        site_document=document,
        languages=tuple(Language(code, strings[code], site.languages[0]) for code in site.languages),
        today=today,
        categories=keyed(desk, "categories.yaml", Category),
        papers=keyed(desk, "papers.yaml", Paper),
        sources=mapping(desk, "sources.yaml", Source),
        partners=keyed(desk, "partners.yaml", Partner),
        programmes=keyed(desk, "programmes.yaml", Programme),
        markets=tuple(items(desk, "markets.yaml", Market)),
        terms=tuple(items(desk, "thesaurus.yaml", Term)),
        pages=folders(desk, "pages", Page),
        photos=desk.loaded.photos,
    )


def _there(desk: Desk, small: Catalogue, shelves: Iterable[Shelf]) -> dict[str, Collection[str]]:
    """The keys of all that may be referred to: what exists but could not be read counts as there."""
    files: dict[str, tuple[str, Collection[str]]] = {
        "category": ("categories.yaml", small.categories),
        "partner": ("partners.yaml", small.partners),
        "programme": ("programmes.yaml", small.programmes),
        "source": ("sources.yaml", small.sources),
        "page": ("pages", small.pages),
    }
    there: dict[str, Collection[str]] = {}
    for kind, (file, found) in files.items():
        failed = desk.failed.get(file, set())
        everything = file in desk.loaded.unread or ALL in failed
        there[kind] = _Everything() if everything else {*found, *failed}
    keys = [key for shelf in shelves for key in shelf.keys]
    return there | {"facility": {k for k in keys if "/" not in k}, "product": {k for k in keys if "/" in k}}


def _checked(desk: Desk, small: Catalogue) -> Iterator[Problem]:
    """What is wrong with the small files and the content pages."""
    unknown_files(desk)
    for page in small.pages.values():
        yield from references.of_page(desk, page)
        yield from texts.texts(small, page)
        for story in page.stories.values():
            yield from stories.problems(story.file, story.text)
    if not any(p.level == "error" for p in desk.problems):
        yield from checks.check_all(small)


def _context(desk: Desk, small: Catalogue) -> str:
    """The digest of all that a shelf's files are read and checked with, and of how problems name them."""
    documents = (desk.loaded.documents.get(name) for name in CHECKED_WITH)
    provinces = tuple(sorted(desk.reading.names["province"].items()))
    read_with = tuple(document.text if document else "" for document in documents)
    return key(
        "context",
        1,
        (code_digest(), desk.loaded.folder.shown, desk.reading.languages, provinces, small.today, read_with),
    )


def _read(shelves: list[Shelf], room: Room, cache: Cache, jobs: int) -> list[Read]:
    """All shelves: what was kept of those that are as they were, the others read by several workers."""
    before = time.time_ns()
    table: dict[str, bytes] = {}  # of each shelf that can be kept, its line
    found: dict[str, Read] = {}
    wanted = {shelf.name: shelf for shelf in shelves if not shelf.lost}
    for line in cache.recall_lines(TABLE):
        end = line.index(b"\t")
        match orjson.loads(line[:end]):
            case [str(name), str(signature), int(at), room.context, str(kept)] if name in wanted:
                shelf = wanted[name]
                if _seen(shelf) == signature and shelf.newest + JUST_NOW <= at:
                    read = thaw(name, kept, line, end + 1)
                    if holds(read, room.desk):
                        found[name], table[name] = read, line
    others = [shelf for shelf in shelves if shelf.name not in found]
    for shelf, read in zip(others, spread(room.read, others, jobs=jobs if len(others) > FEW else 1), strict=True):
        found[shelf.name] = read
        if read.kept:
            head = orjson.dumps([shelf.name, _seen(shelf), before, room.context, read.kept])
            table[shelf.name] = head + b"\t" + read.told
    if others:
        cache.remember_lines(TABLE, [table[shelf.name] for shelf in shelves if shelf.name in table])
    return [found[shelf.name] for shelf in shelves]


def _seen(shelf: Shelf) -> str:
    """What tells whether a shelf is as it was, its translations too."""
    return shelf.signature + (repr(sorted(shelf.lock.items())) if shelf.lock else "")


def _whole(room: Room, shelves: Iterable[Shelf], found: list[Read]) -> Catalogue:
    """The catalogue with what was found on the shelves."""
    desk, opener = room.desk, Opening(room, shelves, found)
    entries: dict[str, Kept[Any]] = {spine.key: Kept(spine, r.name, opener) for r in found for spine in r.spines}
    facilities = {key: entry for key, entry in entries.items() if "/" not in key}
    products = {key: entry for key, entry in entries.items() if "/" in key}
    pages = stale(desk.loaded, lock_lines(desk.loaded), desk.reading.languages)
    known = room.cache.recall(HEADS)
    whole = replace(
        room.small,
        facilities=facilities,
        products=products,
        stale=frozenset((*pages, *(line for read in found for line in read.stale))),
        pictured=frozenset(path for read in found for path, _ in read.photos),
        shows=digest("".join([read.shows for read in found]).encode()),
        known=known,
    )
    if whole.heads is not known:
        room.cache.remember(HEADS, whole.heads)
    return whole
