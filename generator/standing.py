"""Whether the site still stands as the last build left it: sizes, times, options and day are the same.

Then a build ends after the stat pass, before anything heavy is imported. As git does, a file no older than its record
is not believed by its time.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.cache import Cache
from generator.errors import Place, Problem
from generator.load.files import JUST_NOW, File, Folder, walk
from generator.write.output import Output

if TYPE_CHECKING:
    from generator.pipeline import Options

TABLE = "standing"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a build depends on, as sizes and times: `said` are the options and the day, `files` all files read."""

    said: list[Any]
    files: list[list[Any]]
    newest: int
    sound: bool

    @classmethod
    def of(cls, options: Options, content: Folder, home: Path) -> Standing:
        """The state of the content, the themes and the generator's own code."""
        from generator.pipeline import today

        said = [
            options.theme,
            options.base_url,
            options.strict,
            options.today or today(),
            str(options.output.resolve()),
        ]
        folders = [content, Folder(home / "themes"), Folder(home / "generator")]
        beside = content.root.parent / "themes"
        if beside.is_dir() and beside != home / "themes":
            folders.append(Folder(beside))
        files: list[File] = []
        wrong = 0
        for folder in folders:
            found, problems = walk(folder)
            files += [f for f in found if not f.path.endswith(".pyc")]
            wrong += len(problems)
        newest = max((f.mtime_ns for f in files), default=0)
        return cls(said, [[f.path, f.size, f.mtime_ns] for f in files], newest, sound=not wrong)

    def holds(self, cache: Cache, output: Output) -> list[Problem] | None:
        """What the last build told, if nothing has changed since; else None."""
        last = cache.recall(TABLE)
        if not self.sound or last.get("said") != self.said or last.get("files") != self.files:
            return None
        if self.newest + JUST_NOW > int(last.get("at", 0)):
            return None
        if not output.manifest or not all(output.has(path, digest) for path, digest in output.manifest.items()):
            return None
        return [_thawed(row) for row in last.get("problems", [])]

    def remember(self, cache: Cache, problems: list[Problem]) -> None:
        """Keeps the state for the next build, with what there was to tell."""
        rows = [_frozen(p) for p in problems]
        cache.remember(TABLE, {"said": self.said, "files": self.files, "at": time.time_ns(), "problems": rows})


def _frozen(p: Problem) -> list[Any]:
    place = [p.place.file, p.place.line, p.place.column, p.place.length]
    return [
        place,
        p.code,
        p.level,
        [[name, value if isinstance(value, str) else list(value)] for name, value in p.args],
    ]


def _thawed(row: list[Any]) -> Problem:
    place, code, level, args = row
    return Problem(Place(*place), code, level, tuple((n, v if isinstance(v, str) else tuple(v)) for n, v in args))
