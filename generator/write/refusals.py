"""What the output must never do to a disk: the folders and paths refused before anything is written."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.errors import BuildFailed, Place, Problem, problem

UNFIT = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]|(?:^|/)\.{0,2}(?:/|$)')  # an absolute path begins with an empty part
PLAIN = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./"
SHORT = 200
REASONS = {
    errno.ENOSPC: ("disk penuh", "the disk is full"),
    errno.EDQUOT: ("kuota disk habis", "the disk quota is used up"),
    errno.EACCES: ("tidak diizinkan", "permission is denied"),
    errno.EPERM: ("tidak diizinkan", "permission is denied"),
    errno.EROFS: ("disk hanya bisa dibaca", "the disk is read-only"),
    errno.ENAMETOOLONG: ("nama berkas terlalu panjang", "a file name is too long"),
    errno.EXDEV: ("foldernya berada di disk lain", "the folder is on another disk than the one it stands in"),
}
HOLDS = ("folder itu memuat `{path}`", "it is or holds `{path}`")
INSIDE = ("folder itu berada di dalam `{path}`", "it lies inside `{path}`")
A_FILE = ("itu sebuah berkas, bukan folder", "it is a file, not a folder")


def safe_folder(folder: Path, *, protected: tuple[Path, ...], outside: tuple[Path, ...]) -> Path:
    """The folder, absolute and free of links. Raises BuildFailed (output-unsafe) for one that would be a mistake."""
    place, folder = Place(str(folder)), folder.resolve()
    why = None
    for kept in (*protected, *outside, Path.cwd(), *_home()):
        if folder == kept.resolve() or folder in kept.resolve().parents:
            why = _about(HOLDS, kept)
    for kept in outside:
        if kept.resolve() in folder.parents:
            why = _about(INSIDE, kept)
    if folder.exists() and not folder.is_dir():
        why = A_FILE
    if why:
        raise BuildFailed([problem("output-unsafe", place, why=why)])
    return folder


def check_path(path: str) -> None:
    """Raises BuildFailed (output-path) for what is no plain relative path with `/` that any disk can hold."""
    if UNFIT.search(path) or not _encodable(path):
        raise BuildFailed([problem("output-path", Place(path or "?"), path=path)])


def check_paths(paths: Collection[str]) -> None:
    """The same for many paths: those of plain letters only, with no hidden and no empty part, are not looked at one by
    one."""
    whole = "/".join(["", *paths, ""])
    strange = whole.encode("ascii", "replace").translate(None, PLAIN) or "//" in whole or "/." in whole
    if strange or max(map(len, paths), default=0) > SHORT:
        for path in paths:
            check_path(path)


def _may_clash(paths: list[str]) -> bool:
    """Whether any two of the paths clash: all looked at together, which is quick, and without saying which."""
    whole = "\n".join(paths)
    folded = whole.casefold()
    files = {*(paths if folded == whole else folded.split("\n"))}
    inner = {path.rpartition("/")[0] for path in files}
    return len(files) < len(paths) or not files.isdisjoint({f for path in inner for f in (path, *folders_of(path))})


def check_clashes(paths: Collection[str]) -> None:
    """Raises BuildFailed (output-clash) for paths that only differ in case, or of which one is the other's folder.

    Windows and macOS take `Roti.html` and `roti.html` for one file; the site must be the same there.
    """
    if not _may_clash([*paths]):
        return
    known: dict[str, str] = {}
    found: list[Problem] = []
    folders: dict[str, str] = {}
    for path in sorted(paths):
        folded = path.casefold()
        if folded in known:
            found.append(problem("output-clash", Place(path), other=known[folded]))
        known[folded] = path
        folders.setdefault(path.rpartition("/")[0], path)
    for inner, path in folders.items():
        for folder in (*folders_of(inner), inner):
            other = known.get(folder.casefold(), "")
            if other:
                found.append(problem("output-clash", Place(path), other=other))
    if found:
        raise BuildFailed(found)


def check_foreign(site: Path, made: Collection[str], *, ours: Collection[str], going: Collection[str]) -> None:
    """Raises BuildFailed (output-foreign) where a file to be written would take the place of somebody else's.

    `going` are the files of ours that this build removes.
    """
    strange = {p for path in made for p in _in_the_way(site, path, ours, going)}
    inner = {path.rpartition("/")[0] for path in made}
    for folder in {folder for path in inner for folder in folders_of(f"{path}/")}:
        mode = _mode(f"{site}/{folder}")
        if mode and not stat.S_ISDIR(mode) and folder not in going:
            strange.add(folder)
    if strange:
        raise BuildFailed([problem("output-foreign", Place(f"{site.name}/{path}")) for path in strange])


def folders_of(path: str) -> list[str]:
    """The folders a path lies in, outermost first: `a`, `a/b` of `a/b/c.html`."""
    parts = path.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts))]


@contextmanager
def failing_as(code: str, where: str) -> Iterator[None]:
    """What the disk refuses, told as a problem of this code with the reason in our words."""
    try:
        yield
    except OSError as error:
        raise failure(code, where, error) from error


def failure(code: str, where: str, error: OSError) -> BuildFailed:
    """What the disk refused, as a problem."""
    name = errno.errorcode.get(error.errno or 0, "?")
    reason = REASONS.get(error.errno or 0, (f"galat sistem {name}", f"system error {name}"))
    return BuildFailed([problem(code, Place(where), reason=reason)])


def _mode(at: str) -> int:
    """What kind of thing is there, links not followed; 0 for nothing."""
    try:
        return os.lstat(at).st_mode
    except OSError:
        return 0


def _in_the_way(site: Path, path: str, ours: Collection[str], going: Collection[str]) -> Iterator[str]:
    mode = _mode(f"{site}/{path}")
    if stat.S_ISDIR(mode):
        for parent, _, names in os.walk(site / path):
            found = [Path(parent, name).relative_to(site).as_posix() for name in names]
            yield from (f for f in found if f not in going)
    elif mode and path not in ours:
        yield path


def _about(words: tuple[str, str], path: Path) -> tuple[str, str]:
    return words[0].format(path=path), words[1].format(path=path)


def _home() -> tuple[Path, ...]:
    try:
        return (Path.home(),)
    except RuntimeError:  # nobody's: a system user without one
        return ()


def _encodable(path: str) -> bool:
    try:
        return len(path.encode()) < 1000
    except UnicodeEncodeError:
        return False
