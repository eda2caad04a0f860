"""What the last build made: of each file of the site its key, beside what `build.json` says of it.

A file whose key is the same need not be made, and a `build.json` that is as that build left it need not be read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.cache import Cache
from generator.write.manifest import Entry, Manifest

TABLE = "made"
NOT_MADE = ("", "")  # in the place of a key and a SHA-256


@dataclass(frozen=True, slots=True)
class Made:
    """Columns of one table, in the order of the paths; all empty where no build is remembered."""

    stamp: list[str] = field(default_factory=lambda: [""])
    paths: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    digests: list[str] = field(default_factory=list)
    sizes: list[str] = field(default_factory=list)

    @classmethod
    def recalled(cls, cache: Cache) -> Made:
        columns = cache.recall_columns(TABLE)
        whole = len(columns) == 5 and len({len(column) for column in columns[1:]}) == 1
        return cls(*columns) if whole else cls()

    @classmethod
    def of(cls, manifest: Manifest, keys: Mapping[str, str]) -> Made:
        """What a build has made: the build.json it wrote, and of every path in it the key."""
        paths = sorted(manifest.entries)
        entries = [manifest.entries[path] for path in paths]
        digests, sizes = [entry.sha256 for entry in entries], [str(entry.size) for entry in entries]
        return cls([manifest.stamp], paths, [keys[path] for path in paths], digests, sizes)

    def remember(self, cache: Cache) -> None:
        cache.remember_columns(TABLE, (self.stamp, self.paths, self.keys, self.digests, self.sizes))

    @property
    def files(self) -> dict[str, tuple[str, str]]:
        """Of each path its key and its SHA-256."""
        return dict(zip(self.paths, zip(self.keys, self.digests, strict=True), strict=True))

    @property
    def manifest(self) -> Manifest:
        """The build.json that was written then."""
        entries = map(Entry, self.digests, map(int, self.sizes))
        return Manifest(self.stamp[0], dict(zip(self.paths, entries, strict=True)))
