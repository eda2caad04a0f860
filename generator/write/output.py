"""The site's folder: nothing in it is touched until everything new stands beside it, then all at once.

`build.json` lists what is ours in it. What it doesn't list is somebody else's and stays as it is; what it lists is
replaced or removed only by a commit, which a journal makes whole even if the build is killed in the middle.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from generator.errors import BuildFailed, Place, Problem, problem
from generator.write import journal, manifest, refusals
from generator.write.journal import Step
from generator.write.lock import Lock
from generator.write.manifest import Entry, Manifest
from generator.write.refusals import failing_as

# A file that is there already is never written into: two targets have one path.
ANEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class Report(NamedTuple):
    """What a commit did, as paths in the site, sorted; and what an editor should know of it."""

    made: tuple[str, ...]
    kept: tuple[str, ...]
    removed: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


class Staging(NamedTuple):
    """The folder beside the site in which a build makes its files. Goes to workers: it is a path and no more."""

    folder: Path

    def put(self, path: str, data: bytes) -> str:
        """Stages a file and returns its SHA-256. Raises BuildFailed: a path unfit or taken, a full disk."""
        self.lay(path, data)
        return hashlib.sha256(data).hexdigest()

    def lay(self, path: str, data: bytes) -> None:
        """Stages a file whose SHA-256 is known already."""
        refusals.check_path(path)
        try:
            _write(f"{self.folder}/{journal.NEW}/{path}", data)
        except (FileExistsError, NotADirectoryError, IsADirectoryError):
            raise BuildFailed([problem("output-clash", Place(path), other=self._in_the_way(path))]) from None
        except OSError as error:
            raise refusals.failure("output-disk", path, error) from error

    def _in_the_way(self, path: str) -> str:
        """What has taken a path: a file that would be its folder, the folder it would be, or itself."""
        new = self.folder / journal.NEW
        files = (folder for folder in refusals.folders_of(path) if (new / folder).is_file())
        return next(files, f"{path}/" if (new / path).is_dir() else path)

    def files(self) -> Iterator[str]:
        """The paths of all that is staged, by whichever process."""
        return _files(self.folder / journal.NEW)


@dataclass(slots=True)
class Output:
    """The site's folder while a build holds it. Use it in a `with`: leaving one discards what was not committed."""

    folder: Path
    staging: Staging
    _root: str
    _lock: Lock
    _ours: dict[str, Entry] = field(default_factory=dict)
    _since: int = 0  # nanoseconds: when build.json was written, which is after all it lists
    _staged: dict[str, str] = field(default_factory=dict)
    _seen: dict[str, bool] = field(default_factory=dict)
    _linked: dict[str, bool] = field(default_factory=dict)

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        protected: tuple[Path, ...] = (),
        outside: tuple[Path, ...] = (),
        known: Manifest | None = None,
    ) -> Self:
        """Takes hold of the folder, and heals what a killed build left.

        It may be none of `protected` nor hold one (nor home, nor where we are), nor lie in one of `outside`. `known` is
        what was listed after an earlier commit; it saves reading a build.json that is still the same.
        Raises BuildFailed: output-unsafe, output-busy, output-not-ours, output-disk, output-interrupted.
        """
        folder = refusals.safe_folder(folder, protected=protected, outside=outside)
        name = f".{folder.name}"
        with failing_as("output-disk", str(folder)):
            folder.parent.mkdir(parents=True, exist_ok=True)
            staging, lock = folder.with_name(f"{name}-staging"), folder.with_name(f"{name}-lock")
            output = cls(folder, Staging(staging), f"{folder}/", Lock(lock))
            if not output._lock.take():
                raise BuildFailed([problem("output-busy", Place(str(folder)))])
            try:
                with failing_as("output-interrupted", str(folder)):
                    journal.finish(output.staging.folder, folder)
                output._read_manifest(known)
            except BaseException:
                output.close()
                raise
        return output

    @property
    def manifest(self) -> dict[str, str]:
        """Every file that an earlier build wrote, by path: its SHA-256 as it was written."""
        return {path: entry.sha256 for path, entry in self._ours.items()}

    def listed(self) -> Manifest:
        """What build.json lists, to be `known` when the folder is opened again. Raises OSError where there is none."""
        return Manifest(manifest.stamp(self.folder)[0], self._ours)

    def stands(self, files: Mapping[str, Entry]) -> bool:
        """Whether the site is these very files, each of them there, untouched."""
        if not files or self._ours != files:
            return False
        if not self._all_plainly_intact():
            return all(map(self._intact, files))
        self._seen = dict.fromkeys(files, True)
        return True

    def standing(self, files: Mapping[str, str]) -> dict[str, str]:
        """Those of some files (path → SHA-256) that stand in the site already, untouched."""
        return {path: entry.sha256 for path, entry in self._standing(files).items()}

    def _standing(self, files: Mapping[str, str]) -> dict[str, Entry]:
        known, seen, intact = self._ours.get, self._seen.get, self._intact
        stands = {}
        for path, digest in files.items():
            entry = known(path)
            if entry is not None and entry.sha256 == digest and (seen(path) or intact(path)):
                stands[path] = entry
        return stands

    def has(self, path: str, digest: str) -> bool:
        """Whether this very file stands in the site already, untouched."""
        entry = self._ours.get(path)
        return entry is not None and entry.sha256 == digest and self._intact(path)

    def put(self, path: str, data: bytes) -> str:
        """Makes a file part of the site to be committed, and returns its SHA-256. What stands there is not written."""
        digest = hashlib.sha256(data).hexdigest()
        if not self.has(path, digest):
            self.staging.lay(path, data)
        self._staged[path] = digest
        return digest

    def take(self, path: str, digest: str) -> None:
        """Makes a file part of the site that a worker `put`, in its own copy of all this."""
        self._staged[path] = digest

    def commit(self, keep: Mapping[str, str]) -> Report:
        """Makes the site be exactly `keep` (path → SHA-256) and what was `put`. What a worker staged must be in `keep`.

        Raises BuildFailed, the site untouched: output-clash, output-foreign, output-disk; output-interrupted is the
        one after which the site is part old, part new, until the next build finishes it.
        """
        wanted = {**keep, **self._staged}
        staged, stands = set(self.staging.files()), self._standing(wanted)
        made = wanted.keys() - stands.keys()
        if not made <= staged <= wanted.keys():
            unmade = sorted((made - staged) | (staged - wanted.keys()))
            raise ValueError(f"kept but not there, or staged and not kept: {unmade[:9]}")
        gone = self._ours.keys() - wanted.keys()
        if gone or not wanted.keys() <= self._ours.keys():  # else they have been found to be fit when committed
            refusals.check_clashes((*wanted, manifest.NAME))
        there = {p for p in gone if os.path.lexists(self.folder / p)}
        stale = {p for p in there if self._intact(p)}
        anew = {p for p in made if p not in self._ours or not self._intact(p)}
        refusals.check_foreign(self.folder, anew, ours=self._ours.keys(), going=stale)
        edited = [p for p in anew & self._ours.keys() if os.path.lexists(self.folder / p)]
        told = [problem("output-edited", self._place(p)) for p in edited]
        told += [problem("output-left", self._place(p)) for p in there - stale]
        with failing_as("output-disk", str(self.folder)):
            entries = self._entries(wanted, stands)
            if made or gone or not self._since:  # build.json is staged last of all
                spelled = manifest.respelled(self.folder, self._ours, entries, made)
                _write(f"{self.staging.folder}/{journal.NEW}/{manifest.NAME}", spelled)
        if made or gone or not self._since:
            self._take_over(made, stale)
            self._ours = entries
            self._seen.clear()
        kept = tuple([path for path in entries if path not in made])
        return Report(tuple(sorted(made)), kept, tuple(sorted(stale)), tuple(sorted(told)))

    def close(self) -> None:
        """Discards what was not committed and lets go of the folder. May be called twice."""
        if not (self.staging.folder / journal.NAME).exists():  # else the next build finishes what this one began
            with suppress(OSError):
                journal.discard(self.staging.folder)
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _place(self, path: str) -> Place:
        return Place(f"{self.folder.name}/{path}")

    def _read_manifest(self, known: Manifest | None) -> None:
        try:
            with os.scandir(self.folder) as found:
                empty = next(found, None) is None
        except FileNotFoundError:
            return
        if empty:
            return
        try:
            stamp, self._since = manifest.stamp(self.folder)
            listed = known.entries if known and known.stamp == stamp else manifest.read(self.folder)
            refusals.check_paths(listed.keys())
            self._ours = dict(listed)
        except (FileNotFoundError, ValueError, TypeError, KeyError, AttributeError, BuildFailed):
            raise BuildFailed([problem("output-not-ours", Place(str(self.folder)))]) from None

    def _intact(self, path: str) -> bool:
        """Whether a file of ours is as we wrote it: by size and time; what is younger than build.json is read."""
        known = self._seen.get(path)
        if known is None:
            known = self._seen[path] = self._untouched(self._ours[path], path)
        return known

    def _all_plainly_intact(self) -> bool:
        """Whether every file of ours is as we wrote it and older than build.json: quicker than to ask for each."""
        since, lstat, root, plain = self._since, os.lstat, self._root, stat.S_IFREG
        try:
            for path, entry in self._ours.items():
                found = lstat(root + path)
                if found.st_size != entry.size or found.st_mtime_ns > since or stat.S_IFMT(found.st_mode) != plain:
                    return False
        except OSError:
            return False
        return not any(map(self._behind_link, {path.rpartition("/")[0] for path in self._ours}))

    def _behind_link(self, inner: str) -> bool:
        """Whether somebody put a link in the place of a folder or of one above it: what lies behind is never ours."""
        known = self._linked.get(inner)
        if known is None:
            above = inner.rpartition("/")[0]
            known = inner != "" and (self._behind_link(above) or os.path.islink(f"{self.folder}/{inner}"))
            self._linked[inner] = known
        return known

    def _untouched(self, entry: Entry, path: str) -> bool:
        file = self._root + path
        try:
            found = os.lstat(file)
            if not stat.S_ISREG(found.st_mode) or found.st_size != entry.size:
                return False
            if self._behind_link(path.rpartition("/")[0]):
                return False
            return found.st_mtime_ns <= self._since or _digest(file) == entry.sha256
        except OSError:
            return False

    def _entries(self, wanted: Mapping[str, str], stands: Mapping[str, Entry]) -> dict[str, Entry]:
        """What build.json will list, by path: what stands already, and what is staged."""
        new = self.staging.folder / journal.NEW
        made = [path for path in wanted if path not in stands]
        entries = {**stands, **{path: Entry(wanted[path], os.stat(f"{new}/{path}").st_size) for path in made}}
        return {path: entries[path] for path in sorted(entries)}

    def _take_over(self, made: set[str], stale: set[str]) -> None:
        with failing_as("output-disk", str(self.folder)):
            if self._since:
                journal.write(self.staging.folder, _steps(made, stale))
            else:  # the first build appears whole, in the place of an empty folder or of none
                with suppress(FileNotFoundError):
                    os.rmdir(self.folder)
                os.rename(self.staging.folder / journal.NEW, self.folder)
        with failing_as("output-interrupted", str(self.folder)):
            journal.finish(self.staging.folder, self.folder)


def _steps(made: set[str], stale: set[str]) -> list[Step]:
    """Pages after what they show, what is gone after what no longer names it, build.json after all.

    First of all goes what is in the way: a file where a folder is to be, or the other way about.
    """
    folders = {folder for path in made for folder in refusals.folders_of(path)}
    way = {p for p in stale if p in folders or not made.isdisjoint(refusals.folders_of(p))}
    puts = sorted(made, key=lambda p: (p.endswith(".html"), p))
    removals = sorted(stale - way)
    return [
        *(Step("remove", p) for p in sorted(way)),
        *(Step("put", p) for p in puts),
        *(Step("remove", p) for p in removals),
        Step("put", manifest.NAME),
    ]


def _digest(file: str) -> str:
    with open(file, "rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _write(file: str, data: bytes) -> None:
    try:
        handle = os.open(file, ANEW, 0o666)
    except FileNotFoundError:  # most folders are there already: asking first costs more
        os.makedirs(os.path.dirname(file), exist_ok=True)
        handle = os.open(file, ANEW, 0o666)
    try:
        while data:  # a nearly full disk takes what it can
            data = data[os.write(handle, data) :]
    finally:
        os.close(handle)


def _files(folder: Path) -> Iterator[str]:
    for parent, _, names in os.walk(folder):
        inner = os.path.relpath(parent, folder).replace(os.sep, "/")
        yield from (name if inner == "." else f"{inner}/{name}" for name in names)
