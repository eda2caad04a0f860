"""Whether the site still stands as the last build left it: sizes, times, options and day are the same.

Then a build ends after the stat pass, before anything heavy is imported. As git does, a file no older than its record
is not believed by its time.
"""

from __future__ import annotations

import marshal
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.cache import Cache, digest
from generator.errors import Problem, frozen, thawed
from generator.load.files import JUST_NOW, Folder, Row, folders_in, rows_of

if TYPE_CHECKING:
    from generator.pipeline import Options

Walked = tuple[Sequence[Row], tuple[Problem, ...]]
TABLE = "standing"
MANY = 3_000  # files that take longer to look at than a process takes to start
SHARE = 4  # of so many facilities' products one's are looked at here, when the site has been, the others' meanwhile


@dataclass(slots=True)
class Standing:
    """What a build depends on: `said` are the options and the day, `seen` is the digest of all files' sizes and times.

    `content` lists the files of the content in two parts, as `listed` does, until they are `walked`; `files` says how
    many there are, `newest` when the youngest of all changed, `sound` whether all could be looked at.
    """

    said: list[Any]
    seen: str
    content: tuple[bytes, ...]
    newest: int
    sound: bool
    files: int = 0

    @classmethod
    def of(
        cls, options: Options, content: Folder, home: Path, own: Sequence[str], found: Callable[[], bytes]
    ) -> Standing:
        """The state of all there is; `found` gives the content but for its folders `own`, `listed`, when all else has
        been looked at."""
        from generator.pipeline import today

        day = options.today or today()
        said = [options.theme, options.base_url, options.strict, day, str(options.output.resolve())]
        folders = [home / "themes", home / "generator"]
        near = content.root.parent / "themes"
        if near.is_dir() and near != home / "themes":
            folders.append(near)
        others = [listed(Folder(folder), without=".pyc") for folder in folders]
        parts = listed(content, begin=own), found()
        beside = [*map(_read, others)]
        sound = not any(wrong for _, wrong in beside)
        return cls(said, digest(b"".join([*parts, *others])), parts, max(map(_newest, beside)), sound)

    def told(self, last: Mapping[str, Any], site: str) -> list[Problem] | None:
        """What the last build told, if it made `site` and nothing that it depended on has changed since; else None."""
        if last.get("site") != site or last.get("said") != self.said or last.get("seen") != self.seen:
            return None
        return [thawed(row) for row in last.get("problems", [])]

    def walked(self) -> Walked:
        """What was found in the content, as `walk` gives it; told once, as it takes much memory."""
        parts = [*map(_read, self.content)]
        self.content = ()
        files = sorted(row for rows, _ in parts for row in rows)
        wrong = tuple(sorted(told for _, found in parts for told in found))
        self.files, self.newest = len(files), max(self.newest, *map(_newest, parts))
        self.sound = self.sound and not wrong
        return files, wrong

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


def share(content: Folder) -> list[str]:
    """The folders of a content that are looked at by who has looked at the site: others take the rest meanwhile."""
    folders = folders_in(content, "products")
    return folders[len(folders) - len(folders) // SHARE :]


def listed(
    folder: Folder, *, begin: Iterable[str] = ("",), spared: Collection[str] = (), without: str | None = None
) -> bytes:
    """The path, size and time of each file of a folder, and what is wrong with others, always in the same bytes.

    Files with the ending `without` are passed over; `begin` and `spared` are as of `rows_of`.
    """
    rows, wrong = rows_of(folder, begin=begin, spared=spared)
    if without:
        rows = [row for row in rows if not row[0].endswith(without)]
    return marshal.dumps((rows, [frozen(p) for p in wrong]), 2)  # later versions spell what is shared in another way


def _newest(found: Walked) -> int:
    return max((mtime_ns for _, _, mtime_ns in found[0]), default=0)


def _read(listing: bytes) -> Walked:
    rows, wrong = marshal.loads(listing)  # noqa: S302  # by this program, a moment ago
    return rows, tuple(map(thawed, wrong))
