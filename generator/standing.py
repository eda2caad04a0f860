"""Whether the site still stands as the last build left it: sizes, times, options and day are the same.

Then a build ends after the stat pass, before anything heavy is imported. As git does, a file no older than its record
is not believed by its time.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.cache import Cache, digest
from generator.errors import Problem, frozen, thawed
from generator.load.files import JUST_NOW, Folder, rows_of
from generator.load.looking import Glance, Looking, glance

if TYPE_CHECKING:
    from generator.pipeline import Options

TABLE = "standing"
MANY = 3_000  # files that take longer to look at than a process takes to start


@dataclass(slots=True)
class Standing:
    """What a build depends on: `said` are the options and the day, `seen` is the digest of all files' sizes and times.

    `files` says how many there are in the content, `newest` when the youngest of all changed, `sound` whether all could
    be looked at.
    """

    said: list[Any]
    seen: str
    newest: int
    sound: bool
    files: int

    @classmethod
    def of(cls, options: Options, content: Folder, home: Path, *looks: Looking) -> Standing:
        """The state of all there is; `looks` are at the content, each at a part of it, and their glances are taken."""
        from generator.pipeline import today

        day = options.today or today()
        said = [options.theme, options.base_url, options.strict, day, str(options.output.resolve())]
        folders = [home / "themes", home / "generator"]
        near = content.root.parent / "themes"
        if near.is_dir() and near != home / "themes":
            folders.append(near)
        beside = [_whole(Folder(folder)) for folder in folders]
        parts = [Glance(*next(look)) for look in looks]
        seen = digest("".join([one.digest for one in (*parts, *beside)]).encode())
        newest = max(one.newest for one in (*parts, *beside))
        sound = all(one.sound for one in (*parts, *beside))
        return cls(said, seen, newest, sound, sum(one.files for one in parts))

    def told(self, last: Mapping[str, Any], site: str) -> list[Problem] | None:
        """What the last build told, if it made `site` and nothing that it depended on has changed since; else None."""
        if last.get("site") != site or last.get("said") != self.said or last.get("seen") != self.seen:
            return None
        return [thawed(row) for row in last.get("problems", [])]

    def remember(self, cache: Cache, problems: list[Problem], site: str) -> None:
        """Keeps the state for the next build, with the stamp of the site that came of it and what there was to tell.

        What changed a moment ago might change again without a new time: then nothing counts as seen.
        """
        sound = self.sound and self.newest + JUST_NOW <= time.time_ns()
        cache.remember(
            TABLE,
            {
                "site": site,
                "said": self.said,
                "seen": self.seen if sound else "",
                "files": self.files,
                "problems": [frozen(p) for p in problems],
            },
        )


def _whole(folder: Folder) -> Glance:
    """A folder at a glance, but for what Python leaves behind."""
    rows, wrong = rows_of(folder)
    return glance([row for row in rows if not row[0].endswith(".pyc")], wrong)
