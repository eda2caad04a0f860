"""Documents → records: which file is what, and every problem of reading them. Knows no other shelf than its own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar

from generator.errors import Place, Problem, did_you_mean, problem
from generator.load.content import Loaded, StoryText
from generator.load.documents import Document
from generator.load.photos import PhotoFacts
from generator.model.entries import Entry
from generator.model.kinds import SLUG, Reading, slugify
from generator.model.records.facility import Facility
from generator.model.records.parts import Photo
from generator.model.records.product import Product
from generator.model.records.record import Loc, Record, read

R = TypeVar("R", bound=Record)
ALL = "*"  # among the keys that could not be read: a whole file
Strings = Mapping[str, Mapping[str, str]]  # language → key → text

FILES = re.compile(r"(facilities/[^/]+|products/[^/]+/[^/]+|pages/[^/]+)/([^/]+)")
RECORD_FILE = {"facilities": "facility.yaml", "products": "product.yaml", "pages": "page.yaml"}
SMALL = ("site", "categories", "papers", "sources", "partners", "programmes", "markets", "thesaurus")


@dataclass(slots=True)
class Desk:
    """Where reading lays things down: what it reads from, what it knows, what it found wrong.

    `there` are the keys of all that may be referred to, by kind, whether it could be read or not.
    """

    loaded: Loaded
    reading: Reading
    labels: Mapping[str, str]
    there: dict[str, Collection[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    failed: dict[str, set[str]] = field(default_factory=dict)  # kind → keys of entries that exist but could not be read
    shown: set[str] = field(default_factory=set)  # the photos that entries name

    def may_hold(self, where: str, key: str) -> bool:
        """Whether an entry exists, or may, that could not be read: nobody is told that it is missing."""
        return where in self.loaded.unread or not self.failed.get(where, set()).isdisjoint((key, ALL))

    def fail(self, where: str, key: str) -> None:
        """Notes an entry that is there and can't be read."""
        self.failed.setdefault(where, set()).add(key)

    def take(self, problems: Iterable[Problem], failed: Mapping[str, set[str]], shown: Iterable[str]) -> None:
        """Takes over what another desk found."""
        self.problems += problems
        self.shown.update(shown)
        for where, keys in failed.items():
            self.failed.setdefault(where, set()).update(keys)

    def record(self, kind: type[R], document: Document, at: Loc = ()) -> R | None:
        found = read(kind, document, self.reading, at=at, field_names=self.labels)
        if isinstance(found, list):
            self.problems += found
            return None
        return found


def languages(document: Document, strings: Strings) -> tuple[str, ...]:
    """The site's languages before the site is read: words can't be read without them. The theme's if it names none."""
    given = document.data.get("languages") if isinstance(document.data, dict) else None
    codes = [c for c in given if isinstance(c, str)] if isinstance(given, list) else []
    return tuple(codes) or ("id", *sorted(set(strings) - {"id"}))


def items(desk: Desk, file: str, kind: type[R]) -> Iterator[Entry[R]]:
    """The records of a file that is a list. Their key is their `key`, or their number."""
    document = desk.loaded.documents.get(file)
    if document is None or document.data == {}:
        return
    if not isinstance(document.data, list):
        desk.problems.append(problem("not-list", document.place()))
        desk.fail(file, ALL)
        return
    for number, data in enumerate(document.data):
        record = desk.record(kind, document, (number,))
        key = data.get("key") if isinstance(data, dict) else None
        if record is not None:
            yield Entry(str(getattr(record, "key", number)), record, document, (number,))
        elif isinstance(key, str):
            desk.fail(file, key)


def keyed(desk: Desk, file: str, kind: type[R]) -> dict[str, Entry[R]]:
    """The records of a file that is a list, by their key."""
    found: dict[str, Entry[R]] = {}
    for entry in items(desk, file, kind):
        if entry.key in found:
            desk.problems.append(problem("key-twice", entry.place("key"), key=entry.key))
        found[entry.key] = entry
    return found


def mapping(desk: Desk, file: str, kind: type[R]) -> dict[str, Entry[R]]:
    """The records of a file that is a mapping, by their key."""
    document = desk.loaded.documents.get(file)
    if document is None:
        return {}
    if not isinstance(document.data, dict):
        desk.problems.append(problem("not-mapping", document.place(), field=file))
        desk.fail(file, ALL)
        return {}
    found: dict[str, Entry[R]] = {}
    for key in document.data:
        if not SLUG.fullmatch(key):
            desk.problems.append(problem("slug", document.place((key,), key=True), given=key, suggestion=slugify(key)))
        record = desk.record(kind, document, (key,))
        if record is None:
            desk.fail(file, key)
        else:
            found[key] = Entry(key, record, document, (key,))
    return found


def folders(desk: Desk, folder: str, kind: type[R]) -> dict[str, Entry[R]]:
    """The entries that are folders, in the order of their keys."""
    depth = 2 if folder == "products" else 1
    found: dict[str, Entry[R]] = {}
    for key in sorted(keys(desk.loaded.paths, folder, depth)):
        base = f"{folder}/{key}"
        name = f"{base}/{RECORD_FILE[folder]}"
        document = desk.loaded.documents.get(name)
        bad = [part for part in key.split("/") if not SLUG.fullmatch(part)]
        for part in bad:
            place = Place(desk.loaded.name(base))
            desk.problems.append(problem("slug", place, given=part, suggestion=slugify(part)))
        if document is None:
            if name not in desk.loaded.unread:
                desk.problems.append(problem("file-missing", Place(desk.loaded.name(name)), name=RECORD_FILE[folder]))
            desk.fail(folder, key)
            continue
        record = desk.record(kind, document)
        if record is None or bad:
            desk.fail(folder, key)
            continue
        photos = _photos(desk, document, base, getattr(record, "photos", ()))
        found[key] = Entry(key, record, document, (), _stories(desk.loaded, base, desk.reading.languages), photos)
    return found


def keys(paths: Iterable[str], folder: str, depth: int) -> set[str]:
    """The entries of a kind that there are folders of, whether they can be read or not."""
    prefix = f"{folder}/"
    parts = (path.split("/") for path in paths if path.startswith(prefix))
    return {"/".join(p[1 : 1 + depth]) for p in parts if len(p) > 1 + depth}


def _stories(loaded: Loaded, base: str, languages: tuple[str, ...]) -> dict[str, StoryText]:
    named = ((code, loaded.stories.get(f"{base}/{code}.md")) for code in languages)
    return {code: story for code, story in named if story is not None and story.text.strip()}


def _photos(desk: Desk, document: Document, base: str, photos: Any) -> tuple[tuple[Photo, PhotoFacts], ...]:
    found: list[tuple[Photo, PhotoFacts]] = []
    for number, photo in enumerate(photos):
        path = photo.file[1:] if photo.file.startswith("/") else f"{base}/{photo.file}"
        desk.shown.add(path)
        facts = desk.loaded.photos.get(path)
        if facts is not None:
            found.append((photo, facts))
        elif path not in desk.loaded.unread:
            near = [p.rpartition("/")[2] for p in desk.loaded.photos if p.rpartition("/")[0] == path.rpartition("/")[0]]
            at = document.place(("photos", number, "file"))
            name = path.rpartition("/")[2]
            stems = {n.rpartition(".")[0]: n for n in near}  # endings alike make any two names alike
            wanted = stems.get(did_you_mean(name.rpartition(".")[0], stems), "")
            prefix = photo.file[: len(photo.file) - len(name)]
            suggestion = f"{prefix}{wanted}" if wanted else ""
            desk.problems.append(problem("photo-missing", at, file=photo.file, suggestion=suggestion))
    return tuple(found)


def shown(
    desk: Desk, products: dict[str, Entry[Product]], facilities: Mapping[str, Entry[Facility]], today: str
) -> dict[str, Entry[Product]]:
    """The products that have a facility, are no draft, and are not of a later day."""
    shown: dict[str, Entry[Product]] = {}
    lost: set[str] = set()
    for key in sorted({*products, *desk.failed.get("products", ())}):
        entry, facility = products.get(key), key.partition("/")[0]
        if facility not in desk.there["facility"] and facility not in lost:
            lost.add(facility)
            place = Place(desk.loaded.name(f"products/{facility}"))
            near = did_you_mean(facility, desk.there["facility"])
            desk.problems.append(problem("folder-no-facility", place, given=facility, suggestion=near))
        if entry and facility in facilities and entry.record.status != "draft" and entry.record.added <= today:
            shown[key] = entry
        else:
            desk.fail("products", key)
    return shown


def unknown_files(desk: Desk) -> None:
    """Files that nothing reads: most often a slip in the name."""
    small = {f"{name}.yaml" for name in SMALL}
    for path in [*desk.loaded.documents, *desk.loaded.stories, *desk.loaded.others]:
        expected = _expected(path, desk.reading.languages)
        if path in small or path == "translations.lock" or path.rpartition("/")[2] in expected:
            continue
        name = path.rpartition("/")[2]
        near = did_you_mean(name, expected or small)
        desk.problems.append(problem("file-unknown", Place(desk.loaded.name(path)), name=name, suggestion=near))


def unused_photos(desk: Desk) -> None:
    """Photos that no entry names; where an entry could not be read, nobody knows what it would have named."""
    lost = {f"{folder}/{key}" for folder, keys in desk.failed.items() for key in keys}
    for path in desk.loaded.photos:
        base = path.rpartition("/")[0]
        if path not in desk.shown and base not in lost and not (lost and base.startswith("photos")):
            desk.problems.append(problem("photo-unused", Place(desk.loaded.name(path))))


def _expected(path: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    match = FILES.fullmatch(path)
    return _names(match[1].partition("/")[0], languages) if match else ()


@cache
def _names(folder: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    return (RECORD_FILE[folder], *(f"{code}.md" for code in languages))
