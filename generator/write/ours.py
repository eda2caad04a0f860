"""What in a site's folder is ours, as its build.json lists it, and whether it still stands as we wrote it.

A file is looked at once: its size and time tell. Only what is younger than build.json is read, and what was made again
just as long as it was.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, KeysView, Mapping
from contextlib import contextmanager
from pathlib import Path

from generator.errors import BuildFailed, Place, problem
from generator.write import manifest, refusals
from generator.write.manifest import NOTHING, Manifest

NOT_OURS = (
    FileNotFoundError,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
)  # of reading a build.json that is none of ours


class Ours:
    """The files that an earlier build wrote: `listed` says which; `since`, in nanoseconds, when build.json was written,
    which is after all it lists, or 0 where there is none."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._root = folder, f"{folder}/"
        self.listed, self.since = NOTHING, 0
        self._digests: Mapping[str, str] | None = None
        self._seen: dict[str, bool] = {}
        self._linked: dict[str, bool] = {}

    def read(self, known: Manifest | None) -> None:
        """Reads build.json, but for what is `known` of one that is still the same. Raises BuildFailed for a folder that
        is not empty and has none of ours."""
        try:
            with os.scandir(self._folder) as found:
                empty = next(found, None) is None
        except FileNotFoundError:
            return
        if empty:
            return
        try:
            stamp, since = manifest.stamp(self._folder)
            self.since = since
            if known is not None and known.stamp == stamp:
                self.listed = known
            else:
                self.listed, self._digests = manifest.read(self._folder)
            refusals.check_paths(self.listed.sizes)
        except (*NOT_OURS, BuildFailed):
            raise self._strange() from None

    def become(self, seal: str, sizes: Mapping[str, int]) -> None:
        """Takes over what was committed. Raises OSError where build.json is not there."""
        stamp, self.since = manifest.stamp(self._folder)
        self.listed, self._digests = Manifest(stamp, seal, sizes), None
        self._seen.clear()

    @property
    def paths(self) -> KeysView[str]:
        """All that is ours."""
        return self.listed.sizes.keys()

    @property
    def digests(self) -> Mapping[str, str]:
        """The SHA-256 of each file as it was written, by path."""
        if self._digests is None:
            try:
                with refusals.failing_as("output-disk", str(self._folder)):
                    _, self._digests = manifest.read(self._folder)
            except NOT_OURS:  # it has been changed a moment ago
                raise self._strange() from None
        return self._digests

    def _strange(self) -> BuildFailed:
        return BuildFailed([problem("output-not-ours", Place(str(self._folder)))])

    def stand(self, files: Manifest) -> bool:
        """Whether the site is these very files, each of them there, untouched."""
        if not files.sizes or self.listed.seal != files.seal:
            return False
        if not self._all_plainly_intact():
            return all(map(self.intact, self.listed.sizes))
        self._seen = dict.fromkeys(self.listed.sizes, True)
        return True

    def standing(self, paths: Iterable[str]) -> set[str]:
        """Those of some files of ours that are as we wrote them."""
        seen, intact = self._seen.get, self.intact
        return {path for path in paths if seen(path) or intact(path)}

    def has(self, path: str, data: bytes) -> bool:
        """Whether this very file stands in the site already, untouched."""
        return self.listed.sizes.get(path) == len(data) and self.intact(path) and self._holds(path, data)

    def _holds(self, path: str, data: bytes) -> bool:
        try:
            with open(self._root + path, "rb") as file:
                return file.read() == data
        except OSError:
            return False

    def intact(self, path: str) -> bool:
        """Whether a file of ours is as we wrote it."""
        known = self._seen.get(path)
        if known is None:
            known = self._seen[path] = self._untouched(path)
        return known

    def _all_plainly_intact(self) -> bool:
        """Whether every file of ours is as we wrote it and older than build.json: quicker than to ask for each."""
        since, lstat, plain = self.since, os.lstat, stat.S_IFREG
        try:
            with _opened(self._folder) as (root, at):
                for path, size in self.listed.sizes.items():
                    found = lstat(root + path, dir_fd=at)
                    if found.st_size != size or found.st_mtime_ns > since or stat.S_IFMT(found.st_mode) != plain:
                        return False
        except OSError:
            return False
        return not any(map(self._behind_link, {path.rpartition("/")[0] for path in self.listed.sizes}))

    def _behind_link(self, inner: str) -> bool:
        """Whether somebody put a link in the place of a folder or of one above it: what lies behind is never ours."""
        known = self._linked.get(inner)
        if known is None:
            above = inner.rpartition("/")[0]
            known = inner != "" and (self._behind_link(above) or os.path.islink(f"{self._root}{inner}"))
            self._linked[inner] = known
        return known

    def _untouched(self, path: str) -> bool:
        file = self._root + path
        try:
            found = os.lstat(file)
            if not stat.S_ISREG(found.st_mode) or found.st_size != self.listed.sizes[path]:
                return False
            if self._behind_link(path.rpartition("/")[0]):
                return False
            return found.st_mtime_ns <= self.since or _digest(file) == self.digests[path]
        except OSError:
            return False


@contextmanager
def _opened(folder: Path) -> Iterator[tuple[str, int | None]]:
    """What leads to a folder's files, before their paths and as `dir_fd`: from the folder itself, where it can be held
    open, they are found more quickly. Raises OSError."""
    if os.stat not in os.supports_dir_fd:  # and with it `lstat`
        yield f"{folder}/", None
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        yield "", handle
    finally:
        os.close(handle)


def _digest(file: str) -> str:
    with open(file, "rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
