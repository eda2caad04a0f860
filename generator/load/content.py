"""Everything an editor wrote, read and still without meaning: documents, stories, photo facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.cache import Cache
from generator.errors import BuildFailed, Problem
from generator.load.documents import Document, parse
from generator.load.files import RECORD_LIMIT, STORY_LIMIT, Digests, File, Folder, read_text, walk
from generator.load.photos import PhotoFacts, is_photo, photo_facts


@dataclass(frozen=True, slots=True)
class StoryText:
    """A Markdown file: its name as an editor sees it, and its text."""

    file: str
    text: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """The content folder. Keys are paths in it, with `/`; `shown` puts the folder's name before them for problems.

    `unread` are the files that exist and could not be read: whatever refers to them is not told as missing.
    """

    shown: str
    documents: Mapping[str, Document] = field(default_factory=dict)
    stories: Mapping[str, StoryText] = field(default_factory=dict)
    photos: Mapping[str, PhotoFacts] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    others: tuple[str, ...] = ()

    def name(self, path: str) -> str:
        return f"{self.shown}/{path}" if self.shown else path


def load_content(
    folder: Folder, cache: Cache, *, first: Mapping[str, File] | None = None
) -> tuple[Loaded, list[Problem]]:
    """Everything in the content folder, and every problem of reading it. What can't be read is left out.

    `first` are the files of an earlier walk, to spare a second one.
    """
    if first is None:
        files, problems = walk(folder)
    else:
        files, problems = tuple(first.values()), ()
    found = list(problems)
    documents: dict[str, Document] = {}
    stories: dict[str, StoryText] = {}
    photos: dict[str, PhotoFacts] = {}
    others: list[str] = []
    unread = {p.place.file.removeprefix(f"{folder.shown}/") for p in problems}
    digests = Digests(folder, cache.recall("photos"))
    for file in files:
        name = folder.place(file.path).file
        try:
            if file.path.endswith((".yaml", ".yml", ".lock")):
                documents[file.path] = parse(name, read_text(folder, file.path, limit=RECORD_LIMIT))
            elif file.path.endswith(".md"):
                stories[file.path] = StoryText(name, read_text(folder, file.path, limit=STORY_LIMIT))
            elif is_photo(file.path):
                facts, wrong = photo_facts(folder, file, digest=digests.of(file), cache=cache)
                found += wrong
                if facts is None:
                    unread.add(file.path)
                else:
                    photos[file.path] = facts
            else:
                others.append(file.path)
        except BuildFailed as failed:
            found += failed.problems
            unread.add(file.path)
    cache.remember("photos", digests.table)
    return Loaded(folder.shown, documents, stories, photos, frozenset(unread), tuple(others)), found
