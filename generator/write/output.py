"""The site's folder: nothing in it is touched until everything new stands beside it, then all at once.

`build.json` lists what is ours in it. What it doesn't list is somebody else's and stays as it is; what it lists is
replaced or removed only by a commit, which a journal makes whole even if the build is killed in the middle.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from generator.errors import BuildFailed, Place, Problem, problem
from generator.write import journal, manifest, refusals
from generator.write.journal import Step
from generator.write.lock import Lock
from generator.write.manifest import Manifest
from generator.write.ours import Ours
from generator.write.refusals import failing_as

FEW = 50  # files whose lines in build.json are exchanged sooner than all are spelled
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

    def lay(self, path: str, data: bytes) -> None:
        """Stages a file. Raises BuildFailed: a path unfit or taken, a full disk."""
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


class Laid(NamedTuple):
    """A file of the new site: its SHA-256, its size in bytes, and whether it is staged; if not, it stands already."""

    digest: str
    size: int
    staged: bool


@dataclass(slots=True)
class Output:
    """The site's folder while a build holds it. Use it in a `with`: leaving one discards what was not committed.

    `ours` is what in it is ours, and whether it still stands.
    """

    folder: Path
    staging: Staging
    ours: Ours
    _lock: Lock
    _laid: dict[str, Laid] = field(default_factory=dict)

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
            output = cls(folder, Staging(staging), Ours(folder), Lock(lock))
            if not output._lock.take():
                raise BuildFailed([problem("output-busy", Place(str(folder)))])
            try:
                with failing_as("output-interrupted", str(folder)):
                    journal.finish(output.staging.folder, folder)
                output.ours.read(known)
            except BaseException:
                output.close()
                raise
        return output

    def put(self, path: str, data: bytes) -> Laid:
        """Makes a file part of the site to be committed. What stands there is not written."""
        laid = Laid(hashlib.sha256(data).hexdigest(), len(data), not self.ours.has(path, data))
        if laid.staged:
            self.staging.lay(path, data)
        self._laid[path] = laid
        return laid

    def take(self, path: str, laid: Laid) -> None:
        """Makes a file part of the site that a worker `put`, in its own copy of all this."""
        self._laid[path] = laid

    def commit(self, keep: Collection[str]) -> Report:
        """Makes the site be exactly what was `put`, and of what is ours the paths `keep`, which are intact.

        Raises BuildFailed, the site untouched: output-clash, output-foreign, output-disk; output-interrupted is the
        one after which the site is part old, part new, until the next build finishes it.
        """
        ours, paths = self.ours, {*keep, *self._laid}
        made = {path: self._laid[path] for path in sorted(path for path, laid in self._laid.items() if laid.staged)}
        lost = sorted(paths - made.keys() - ours.paths)
        if lost:
            raise ValueError(f"kept but not there: {lost[:9]}")
        gone, new = ours.paths - paths, made.keys() - ours.paths
        sizes = {**ours.listed.sizes, **{path: laid.size for path, laid in made.items()}}
        if gone or new:  # else they have been found to be fit when they were committed
            refusals.check_clashes((*paths, manifest.NAME))
        if gone or (new and ours.paths):
            sizes = {path: sizes[path] for path in sorted(paths)}
        there = {p for p in gone if os.path.lexists(self.folder / p)}
        stale = {p for p in there if ours.intact(p)}
        anew = {p for p in made if p in new or not ours.intact(p)}
        if ours.since:  # else there is nothing in the folder
            refusals.check_foreign(self.folder, anew, ours=ours.paths, going=stale)
        edited = [p for p in anew - new if os.path.lexists(self.folder / p)]
        told = [problem("output-edited", self._place(p)) for p in edited]
        told += [problem("output-left", self._place(p)) for p in there - stale]
        if made or gone or not ours.since:
            self._replace(sizes, made, stale)
        kept = tuple([path for path in sizes if path not in made])
        return Report(tuple(made), kept, tuple(sorted(stale)), tuple(sorted(told)))

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

    def _replace(self, sizes: Mapping[str, int], made: Mapping[str, Laid], stale: set[str]) -> None:
        """Puts what was made in the place of what was there, so that the site is files of these sizes; build.json after
        all."""
        new = f"{self.staging.folder}/{journal.NEW}"
        with failing_as("output-disk", str(self.folder)):
            listing = self._listing(sizes, made)
            _write(f"{new}/{manifest.NAME}", listing)
            if self.ours.since:
                journal.write(self.staging.folder, _steps({*made}, stale))
            else:  # the first build appears whole, in the place of an empty folder or of none
                with suppress(FileNotFoundError):
                    os.rmdir(self.folder)
                os.rename(new, self.folder)
        with failing_as("output-interrupted", str(self.folder)):
            journal.finish(self.staging.folder, self.folder)
            self.ours.become(manifest.seal(listing), sizes)

    def _listing(self, sizes: Mapping[str, int], made: Mapping[str, Laid]) -> bytes:
        """The new build.json; the old one, with few lines exchanged, where that will do."""
        if len(made) <= FEW and sizes.keys() == self.ours.paths:
            known = (self.folder / manifest.NAME).read_bytes() if sizes else b""
            listing = manifest.exchanged(known, made)
            if listing:
                return listing
        return manifest.spelled({p: made.get(p) or (self.ours.digests[p], size) for p, size in sizes.items()})


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
