"""Everything an editor wrote, found and read: documents, stories, photo facts, still without meaning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.cache import Cache
from generator.errors import BuildFailed, Problem
from generator.load.documents import Document, parse
from generator.load.files import RECORD_LIMIT, RECORDS, STORY_LIMIT, Digests, File, Folder, Row, read_text
from generator.load.photos import PhotoFacts, is_photo, photo_facts
from generator.workers import spread

FEW = 4  # photos not seen before that are looked at here: starting workers takes longer


class StoryText(NamedTuple):
    """A Markdown file: its name as an editor sees it, and its text."""

    file: str
    text: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read of the content folder, or of some files in it. Keys are paths in it, with `/`.

    `paths` are those files; `photos` are of the whole folder; `unread` are the files that exist and could not be read:
    whatever refers to them is not told as missing.
    """

    folder: Folder
    paths: tuple[str, ...] = ()
    documents: Mapping[str, Document] = field(default_factory=dict)
    stories: Mapping[str, StoryText] = field(default_factory=dict)
    photos: Mapping[str, PhotoFacts] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    others: tuple[str, ...] = ()

    def name(self, path: str) -> str:
        return f"{self.folder.shown}/{path}" if self.folder.shown else path


def load_files(
    folder: Folder,
    paths: Sequence[str],
    photos: Mapping[str, PhotoFacts],
    unread: Iterable[str] = (),
    sources: Mapping[str, bytes] | None = None,
) -> tuple[Loaded, list[Problem]]:
    """The documents and stories among some paths, and every problem of reading them. What can't be read is left out.

    `photos` are those of the whole folder; `unread` are paths that are known already not to be readable; `sources` are
    the bytes of files that have been read already.
    """
    read = sources or {}
    found: list[Problem] = []
    documents: dict[str, Document] = {}
    stories: dict[str, StoryText] = {}
    others: list[str] = []
    lost = set(unread)
    for path in sorted(paths, key=_is_story):  # many of a kind one after another are read more quickly
        if path in lost:
            continue
        name = folder.name(path)
        try:
            if path.endswith(RECORDS):
                documents[path] = parse(name, read_text(folder, path, limit=RECORD_LIMIT, data=read.get(path)))
            elif _is_story(path):
                stories[path] = StoryText(name, read_text(folder, path, limit=STORY_LIMIT, data=read.get(path)))
            elif not is_photo(path):
                others.append(path)
        except BuildFailed as failed:
            found += failed.problems
            lost.add(path)
    return Loaded(folder, tuple(paths), documents, stories, photos, frozenset(lost), tuple(others)), found


def _is_story(path: str) -> bool:
    return path.endswith(".md")


def load_photos(
    folder: Folder, files: Iterable[Row], cache: Cache, *, jobs: int
) -> tuple[dict[str, PhotoFacts], set[str], list[Problem]]:
    """The facts of every photo among `files`, those that can't be published, and what an editor should know."""
    photos = [File(*row) for row in files if is_photo(row[0])]
    digests = Digests(folder, cache.recall("photos"))

    def look(file: File) -> tuple[list[object], PhotoFacts | None, list[Problem]]:
        digest = digests.of(file)
        return digests.table[file.path], *photo_facts(folder, file, digest=digest, cache=cache)

    facts: dict[str, PhotoFacts] = {}
    lost: set[str] = set()
    found: list[Problem] = []
    fresh = sum(not digests.knows(file) for file in photos)
    for file, (record, known, wrong) in zip(photos, spread(look, photos, jobs=jobs if fresh > FEW else 1), strict=True):
        digests.table[file.path] = record
        found += wrong
        if known is None:
            lost.add(file.path)
        else:
            facts[file.path] = known
    cache.remember("photos", digests.table)
    return facts, lost, found
