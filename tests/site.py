"""A whole small site in one block of text: what a test of the generator starts from."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from generator import pipeline
from generator.errors import BuildFailed, Problem, report
from generator.pipeline import Options, Report
from tests import photos

ROOT = Path(__file__).parent.parent
TODAY = "2026-11-22"
HEADER = re.compile(r"^-- (?:(add|bytes|photo|remove|theme) )?(\S+)(?: (\d+) (\d+))? --\n", re.MULTILINE)

SMALL = """\
-- content/site.yaml --
title:
  id: Etalase Kecil
  en: Small Window
languages: [id, en]
publisher:
  name: Percobaan
-- content/categories.yaml --
- key: makanan
  name:
    id: Makanan
    en: Food
  icon: food
-- content/sources.yaml --
berita:
  kind: press
  said: 2026-01-05
-- content/facilities/lapas-contoh/facility.yaml --
name: Lapas Kelas IIA Contoh
type: lapas
class: IIA
province: ID-JB
place: Contoh
-- content/products/lapas-contoh/roti/product.yaml --
name:
  id: Roti
  en: Bread
summary:
  id: Roti tawar buatan Lapas Contoh.
  en: Plain bread made at Lapas Contoh.
category: makanan
added: 2026-11-01
"""


def blocks(text: str) -> Iterator[tuple[str, str, tuple[int, int], str]]:
    """The parts of a text: verb (`add`, `bytes`, `photo`, `remove`, `theme` or none), path, two numbers, body."""
    found = [*HEADER.finditer(text)]
    ends = [*(match.start() for match in found[1:]), len(text)]
    for match, end in zip(found, ends, strict=False):
        body = text[match.end() : end]
        yield match[1] or "", match[2], (int(match[3] or 0), int(match[4] or 0)), body


class Site:
    """A site under `folder`, which is where we stand. Called with a text, it writes the text's files:

    - `-- content/x.yaml --`: this file, in the place of the small site's;
    - `-- add content/x.yaml --`: lines at the end of this file;
    - `-- remove content/x --`: a file or a folder goes;
    - `-- bytes content/x --`: as `\\xff` and its like spell it;
    - `-- photo content/x.jpg 800 600 --`: a picture of that size;
    - `-- theme themes/name --`: a copy of the theme etalase, to be changed by further blocks.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        self(SMALL)

    def __call__(self, text: str) -> Site:
        for verb, name, size, body in blocks(text):
            path = self.folder / name
            if verb == "remove":
                shutil.rmtree(path) if path.is_dir() else path.unlink()
                continue
            if verb == "theme":
                shutil.copytree(ROOT / "themes" / "etalase", path)
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            if verb == "photo":
                path.write_bytes(photos.saved(photos.picture(*size), "JPEG"))
            elif verb == "add":
                path.write_text(path.read_text("utf-8") + body, "utf-8")
            elif verb == "bytes":
                path.write_bytes(body.rstrip("\n").encode("ascii").decode("unicode_escape").encode("latin-1"))
            else:
                path.write_text(body, "utf-8")
        return self

    def build(self, **options: Any) -> Report:
        """Builds into dist/. Raises BuildFailed; either way `problems` has what was told."""
        return self._told(pipeline.build, options)

    def check(self, **options: Any) -> list[str]:
        """The codes of all that is wrong, sorted by place; it raises nothing."""
        with suppress(BuildFailed):
            self._told(pipeline.check, options)
        return self.codes

    @property
    def codes(self) -> list[str]:
        return [told.code for told in self.problems]

    def report(self, language: str) -> str:
        """What an editor reads of the last build or check."""
        return report(self.problems, language, root=self.folder)

    def page(self, path: str) -> str:
        return (self.folder / "dist" / path).read_text("utf-8")

    def pages(self) -> list[str]:
        """Every page of the built site, by its path in it."""
        dist = self.folder / "dist"
        return sorted(path.relative_to(dist).as_posix() for path in dist.rglob("*.html"))

    def _told(self, run: Any, options: dict[str, Any]) -> Report:
        self.problems = []
        try:
            done: Report = run(Options(**{"today": TODAY, "jobs": 1, **options}))
        except BuildFailed as failed:
            self.problems = list(failed.problems)
            raise
        self.problems = list(done.problems)
        return done
