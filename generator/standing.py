"""Whether the site still stands as the last build left it: sizes, times, options and day are the same.

Then a build ends after the stat pass, before anything heavy is imported. As git does, a file no older than its record
is not believed by its time.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.cache import Cache, digest
from generator.errors import Problem, frozen, thawed
from generator.load.files import JUST_NOW, File, Folder, walk
from generator.write.output import Output

if TYPE_CHECKING:
    from generator.pipeline import Options

TABLE = "standing"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a build depends on: `said` are the options and the day, `seen` a digest of all files' sizes and times.

    `files` are those of the content, and `problems` what is wrong with others there, so that it is walked once.
    """

    said: list[Any]
    seen: str
    newest: int
    sound: bool
    files: tuple[File, ...]
    problems: tuple[Problem, ...]

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
        folders = [Folder(home / "themes"), Folder(home / "generator")]
        beside = content.root.parent / "themes"
        if beside.is_dir() and beside != home / "themes":
            folders.append(Folder(beside))
        files, problems = walk(content)
        others = [walk(folder) for folder in folders]
        seen = [files, *([f for f in found if not f.path.endswith(".pyc")] for found, _ in others)]
        newest = max((file.mtime_ns for found in seen for file in found), default=0)
        sound = not problems and not any(wrong for _, wrong in others)
        return cls(said, digest(repr(seen).encode()), newest, sound, files, problems)

    def holds(self, cache: Cache, output: Output) -> list[Problem] | None:
        """What the last build told, if nothing has changed since; else None."""
        last = cache.recall(TABLE)
        if not self.sound or last.get("said") != self.said or last.get("seen") != self.seen:
            return None
        if self.newest + JUST_NOW > int(last.get("at", 0)):
            return None
        if not output.manifest or not all(output.has(path, seal) for path, seal in output.manifest.items()):
            return None
        return [thawed(row) for row in last.get("problems", [])]

    def remember(self, cache: Cache, problems: list[Problem]) -> None:
        """Keeps the state for the next build, with what there was to tell."""
        rows = [frozen(p) for p in problems]
        cache.remember(TABLE, {"said": self.said, "seen": self.seen, "at": time.time_ns(), "problems": rows})
