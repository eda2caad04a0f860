"""Finds the files of a folder and reads them within limits: nothing outside it, nothing endless, nothing but text.

What editors' programs leave behind is passed over. A file's digest is remembered by its size and time, so that a build
reads what changed and no more.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
import time
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from generator.errors import BuildFailed, Place, Problem, problem

RECORDS = (".yaml", ".yml", ".lock")  # what files of YAML end with
RECORD_LIMIT = 256_000  # bytes of a YAML file
STORY_LIMIT = 50_000  # bytes of a Markdown file
LEFT_BEHIND = re.compile(r"\.|#.*#$|~\$|.*~$|.*\.bak$|(?:eh)?thumbs\.db$|desktop\.ini$|icon\r$", re.IGNORECASE)
# Characters that nobody can see and that a reader or a program would take for something else: C0 but tab and newline,
# C1, the two other line ends of Unicode, those that turn the direction of text, a byte order mark in the middle.
UNSEEN = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
SEEN = bytes({*range(256)} - {*range(9), *range(11, 32), *range(127, 256)})  # of ASCII all others
JUST_NOW = 2_000_000_000  # nanoseconds: no disk's clock is coarser
# A pipe in the place of a file would keep us waiting for ever.
WAITING_FOR_NOBODY = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
NO_LINK = getattr(os, "O_NOFOLLOW", 0)  # a link is not opened: cheaper than to ask first


class Folder(NamedTuple):
    """A folder and how problems name it (`content`, `themes/etalase`; empty for "not at all")."""

    root: Path
    shown: str = ""

    def name(self, path: str) -> str:
        """A file of the folder as problems name it."""
        return f"{self.shown}/{path}" if self.shown else path

    def place(self, path: str = "", line: int = 0, column: int = 0) -> Place:
        return Place("/".join(part for part in (self.shown, path) if part) or ".", line, column, min(column, 1))


class File(NamedTuple):
    """A file by its path in its folder, with `/`; its size in bytes, when it changed in nanoseconds."""

    path: str
    size: int
    mtime_ns: int


Row = tuple[str, int, int]  # what a File holds, for those who only want to know whether anything changed


def walk(folder: Folder) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """Every file of a folder that is meant, sorted by path, and what is wrong with others there."""
    rows, wrong = rows_of(folder)
    return tuple(map(File._make, rows)), wrong


def rows_of(folder: Folder) -> tuple[list[Row], tuple[Problem, ...]]:
    """The same as `walk` finds, in plain tuples."""
    found, wrong = rows_by_folder(folder)
    return sorted(row for rows in found.values() for row in rows), wrong


def rows_by_folder(
    folder: Folder, *, begin: Iterable[str] = ("",), spared: Collection[str] = ()
) -> tuple[dict[str, list[Row]], tuple[Problem, ...]]:
    """The same by the folders that files lie in, each folder's sorted, beginning with some of them, but for those that
    are spared."""
    found: dict[str, list[Row]] = {}
    wrong: list[Problem] = []
    root = str(folder.root.resolve())
    waiting = [*begin]
    for inner in waiting:  # it grows meanwhile
        above = f"{inner}/" if inner else ""
        files: list[os.DirEntry[str]] = []
        try:
            with os.scandir(f"{root}/{inner}") as entries:
                for entry in entries:
                    fit = _fit(entry.name)
                    if fit and entry.is_dir(follow_symlinks=False):
                        if above + entry.name not in spared:
                            waiting.append(above + entry.name)
                    elif fit:
                        files.append(entry)
                    elif fit is not None:
                        wrong.append(problem("file-name", folder.place(inner), name=ascii(entry.name)))
        except OSError as error:
            missing = not inner and isinstance(error, (FileNotFoundError, NotADirectoryError))
            wrong.append(problem("folder-missing" if missing else "file-unreadable", folder.place(inner)))
        rows, unfit = _rows_in(folder, above, files, root)
        wrong += unfit
        if rows:
            found[inner] = rows
    return found, tuple(sorted(wrong))


def _rows_in(
    folder: Folder, above: str, files: Iterable[os.DirEntry[str]], root: str
) -> tuple[list[Row], list[Problem]]:
    """The rows of the files of one folder, sorted, and what is wrong with those that have none."""
    rows: list[Row] = []
    wrong: list[Problem] = []
    for entry in files:
        path = above + entry.name
        try:
            plain = entry.is_file(follow_symlinks=False)
            status = entry.stat(follow_symlinks=False) if plain else _led_to(entry, folder.place(path), root)
            rows.append((path, status.st_size, status.st_mtime_ns))
        except OSError:
            wrong.append(problem("file-unreadable", folder.place(path)))
        except BuildFailed as failed:
            wrong += failed.problems
    return sorted(rows), wrong


def folders_in(folder: Folder, inner: str) -> list[str]:
    """The folders that `walk` would enter from one, sorted, as paths; none where there is none."""
    try:
        with os.scandir(folder.root / inner) as entries:
            found = [e.name for e in entries if _fit(e.name) and e.is_dir(follow_symlinks=False)]
    except OSError:
        return []
    return [f"{inner}/{name}" for name in sorted(found)]


def _led_to(entry: os.DirEntry[str], place: Place, root: str) -> os.stat_result:
    """The file that a link leads to. Raises OSError or BuildFailed for what is no file of the folder."""
    if entry.is_symlink() and (_inside(Path(root), Path(entry.path)) is None or entry.is_dir()):
        raise BuildFailed([problem("file-link", place)])
    status = entry.stat()
    if not stat.S_ISREG(status.st_mode):
        raise BuildFailed([problem("file-irregular", place)])
    return status


def read_text(folder: Folder, path: str, *, limit: int, data: bytes | None = None) -> str:
    """The text of a file of at most `limit` bytes, with `\\n` at the ends of lines and no byte order mark; `data`
    is what it holds, where that has been read already.

    Raises BuildFailed with one problem: file-link, file-irregular, file-unreadable, file-large, file-encoding,
    file-unseen.
    """
    if data is None:
        data = read_bytes(folder, path, limit=limit)
    _check_size(folder, path, data, limit)
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        raise BuildFailed([problem("file-encoding", _at(folder, path, before))]) from None
    if not data.translate(None, SEEN):
        return text  # nearly every file; the pattern takes ten times as long
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    unseen = UNSEEN.search(text)
    if unseen:
        code = f"U+{ord(unseen[0]):04X}"
        raise BuildFailed([problem("file-unseen", _at(folder, path, text[: unseen.start()]), character=code)])
    return text


def read_bytes(folder: Folder, path: str, *, limit: int) -> bytes:
    """What a file of at most `limit` bytes holds. Raises BuildFailed with one problem, as `read_text`."""
    try:
        handle = _opened(folder, path)
        try:
            found = os.fstat(handle)
            if not stat.S_ISREG(found.st_mode):
                raise BuildFailed([problem("file-irregular", folder.place(path))])
            data = os.read(handle, min(found.st_size, limit) + 1)
            while found.st_size < len(data) <= limit and (more := os.read(handle, limit + 1 - len(data))):
                data += more  # it has grown
        finally:
            os.close(handle)
    except FileNotFoundError:
        raise BuildFailed([problem("file-missing", folder.place(path), name=path.rpartition("/")[2])]) from None
    except OSError:
        raise BuildFailed([problem("file-unreadable", folder.place(path))]) from None
    _check_size(folder, path, data, limit)
    return data


def _opened(folder: Folder, path: str) -> int:
    """A handle of a file. Raises OSError; BuildFailed for a link that leads out of the folder."""
    if NO_LINK and _plain_folder(str(folder.root), path.rpartition("/")[0]):
        try:
            return os.open(f"{folder.root}/{path}", WAITING_FOR_NOBODY | NO_LINK)
        except OSError as error:
            if error.errno != errno.ELOOP:
                raise
    inside = _inside(folder.root.resolve(), folder.root / path)
    if inside is None:
        raise BuildFailed([problem("file-link", folder.place(path))])
    return os.open(inside, WAITING_FOR_NOBODY)


def _check_size(folder: Folder, path: str, data: bytes, limit: int) -> None:
    if len(data) > limit:
        raise BuildFailed([problem("file-large", folder.place(path), most=limit // 1000)])


@dataclass(slots=True)
class Digests:
    """The SHA-256 of a folder's files, each read only if its size or time is not as `known` has it.

    A file that changed within two seconds before it was read is read again next time: it may have changed after that
    without a new time, as clocks of disks are coarse. `known` is the `table` of an earlier build, or empty.
    """

    folder: Folder
    known: Mapping[str, Any]
    table: dict[str, list[Any]] = field(default_factory=dict)

    def knows(self, file: File) -> bool:
        """Whether a file need not be read."""
        known = self.known.get(file.path)
        return isinstance(known, list) and _holds(known, file)

    def of(self, file: File) -> str:
        """64 hexadecimal digits. Raises OSError for a file that is gone or can't be read."""
        record: list[Any] = [file.size, file.mtime_ns, time.time_ns(), ""]  # before it is read: after is too late
        if self.knows(file):
            record = self.known[file.path]
        else:
            record[3] = self._read(file)
        self.table[file.path] = record
        return str(record[3])

    def _read(self, file: File) -> str:
        with open(self.folder.root / file.path, "rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()


def _holds(record: list[Any], file: File) -> bool:
    match record:
        case [file.size, file.mtime_ns, int(read_at), str()]:
            return file.mtime_ns + JUST_NOW <= read_at
    return False


@lru_cache(maxsize=64)
def _plain_folder(root: str, inner: str) -> bool:
    """Whether no link leads to a folder below `root`: looked at once for the files of a folder."""
    above, _, name = inner.rpartition("/")
    return not inner or (name != ".." and not os.path.islink(f"{root}/{inner}") and _plain_folder(root, above))


def _inside(real: Path, path: Path) -> Path | None:
    """What a path leads to, links followed, if that lies in the folder `real`. Raises OSError."""
    try:
        target = path.resolve()
    except RuntimeError:  # links that lead to each other
        return None
    return target if target.is_relative_to(real) else None


@cache
def _fit(name: str) -> bool | None:
    """Whether a file's name can be shown; None for one that editors' programs leave behind."""
    if LEFT_BEHIND.match(name):
        return None
    if name.isascii() and name.isprintable():
        return "\\" not in name
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return not UNSEEN.search(name) and not set(name) & set("\t\n\\")


def _at(folder: Folder, path: str, before: str) -> Place:
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return folder.place(path, len(lines), len(lines[-1].removeprefix("\ufeff")) + 1)
