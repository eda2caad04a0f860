"""Who takes part: ourselves with the plain and the real theme, Hugo with flat and with pretty addresses, Eleventy.

Each has a folder of its own with all its sources. Ours are a copy of the content; a twin's are written from what the
`data` theme says of it, and only those files are written that differ.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Protocol

from bench import measure, programs, themes
from bench.camera import write_photos
from bench.changes import Place, Scenario, nothing, restyle, retouch
from bench.corpus import EPOCH, write_catalogue
from bench.goods import Size
from bench.peers import eleventy, hugo
from bench.twins import Tongue, tongues

TODAY = {"SOURCE_DATE_EPOCH": str(EPOCH)}


class Contestant(Protocol):
    """What the runner asks of each."""

    name: str

    def prepare(self, scenario: Scenario, mark: int) -> None: ...
    def forget(self, what: str) -> None: ...
    def run(self, *watched: str) -> measure.Run: ...
    def output(self) -> Path: ...


@dataclass(slots=True)
class Ours:
    """This generator, with one theme."""

    name: str
    place: Place

    @property
    def folder(self) -> Path:
        return self.place.content.parent

    def prepare(self, scenario: Scenario, mark: int) -> None:
        scenario.change(self.place, mark)

    def forget(self, what: str) -> None:
        if what:
            shutil.rmtree(self.output(), ignore_errors=True)
        if what == "all":
            shutil.rmtree(self.folder / ".cache", ignore_errors=True)

    def run(self, *watched: str) -> measure.Run:
        command = programs.etalase(content=self.place.content, theme=self.place.theme, output=self.output())
        return measure.run([*command, "--messages", "en"], where=self.folder, environment=TODAY, watched=watched)

    def output(self) -> Path:
        return self.folder / "dist"


@dataclass(slots=True)
class Twin:
    """Another generator that makes the same pages. `written` has what its sources were last written as."""

    name: str
    folder: Path
    peer: ModuleType
    told: Callable[[], list[Tongue]]
    flat: bool
    written: dict[str, str] = field(default_factory=dict)
    marks: dict[str, int] = field(default_factory=dict)
    heard: list[Tongue] = field(default_factory=list)

    def prepare(self, scenario: Scenario, mark: int) -> None:
        if scenario.key in ("template", "style"):
            self.marks[scenario.key] = mark
        elif self.told() is self.heard:
            return
        self.heard = self.told()
        sources = self.peer.sources(self.heard, flat=self.flat)
        for path in self.written.keys() - sources.keys():
            (self.folder / path).unlink()
        for path, text in sources.items():
            if self.written.get(path) != text or path in (self.peer.TEMPLATE, self.peer.STYLE):
                file = self.folder / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, "utf-8")
        self.written = sources
        if "template" in self.marks:
            retouch(self.folder / self.peer.TEMPLATE, self.marks["template"])
        if "style" in self.marks:
            restyle(self.folder / self.peer.STYLE, self.marks["style"])

    def forget(self, what: str) -> None:
        if what == "all":
            self.peer.clean(self.folder)
        elif what:
            shutil.rmtree(self.output(), ignore_errors=True)

    def run(self, *watched: str) -> measure.Run:
        command, environment = self.peer.command(self.folder), self.peer.environment()
        return measure.run(command, where=self.folder, environment=environment, watched=watched)

    def output(self) -> Path:
        return Path(self.peer.output(self.folder))


@dataclass(slots=True)
class Teller:
    """Tells the twins what to show: a site of ours built with the `data` theme, at most once a change. `words` is a
    theme whose strings the twins show."""

    place: Place
    words: Path
    known: list[Tongue] = field(default_factory=list)

    def change(self, scenario: Scenario, mark: int) -> None:
        """Do the change here too; what was told is out of date."""
        if scenario.key in UNTOLD or scenario.change is nothing:
            return
        theme = self.words if scenario.key == "string" else self.place.theme
        scenario.change(Place(self.place.content, theme, self.place.size), mark)
        self.known = []

    def tell(self) -> list[Tongue]:
        """What to show now, by language."""
        if not self.known:
            output = self.place.content.parent / "dist"
            command = programs.etalase(content=self.place.content, theme=self.place.theme, output=output)
            subprocess.run(command, check=True, capture_output=True, env={**os.environ, **TODAY})
            self.known = tongues(output, self.words)
        return self.known


UNTOLD = {"template", "style", "photo"}  # changes that twins make in files of their own, or not at all


@dataclass(frozen=True, slots=True)
class Field:
    """All who take part on one catalogue, and who tells the twins."""

    teller: Teller | None
    contestants: tuple[Contestant, ...]


def assemble(size: Size, folder: Path, names: Iterable[str]) -> Field:
    """Write the catalogue for each of `names` into a folder of its own under `folder`, which is emptied first."""
    chosen = set(names)
    shutil.rmtree(folder, ignore_errors=True)
    corpus = folder / "corpus"
    write_catalogue(corpus, size)
    if size.photos:
        write_photos(corpus / "photos", size.photos, seed=size.seed)
    found: list[Contestant] = []
    for name, theme in (("etalase", "plain"), ("etalase-real", "real")):
        if name in chosen:
            found.append(Ours(name, _place(size, folder / name, corpus, theme)))
    teller = None
    if chosen & TWINS.keys():
        place = _place(size, folder / "teller", corpus, "data")
        teller = Teller(place, themes.ready("plain", folder / "teller" / "words", corpus))
        twins = ((name, *TWINS[name]) for name in TWINS if name in chosen)
        found += [Twin(name, folder / name, peer, teller.tell, flat) for name, peer, flat in twins]
    return Field(teller, tuple(found))


def _place(size: Size, folder: Path, corpus: Path, theme: str) -> Place:
    shutil.copytree(corpus, folder / "content")
    return Place(folder / "content", themes.ready(theme, folder / "themes", corpus), size)


TWINS: dict[str, tuple[ModuleType, bool]] = {
    "hugo": (hugo, True),
    "hugo-pretty": (hugo, False),
    "eleventy": (eleventy, True),
}
NAMES = ("etalase", "etalase-real", *TWINS)
