"""What the last build made: of each file of the site its key, beside what `build.json` says of it.

A file whose key is the same need not be made, and a `build.json` that is as that build left it need not be read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.cache import Cache
from generator.write.manifest import Entry, Manifest

TABLE = "made"
COLUMNS = 5


@dataclass(frozen=True, slots=True)
class Made:
    """Keys, digests and sizes by path, all empty where no build is remembered; the stamp of the build.json."""

    stamp: str = ""
    keys: Mapping[str, str] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)
    sizes: Sequence[str] = ()

    @classmethod
    def recalled(cls, cache: Cache) -> Made:
        columns = cache.recall_columns(TABLE)
        if len(columns) != COLUMNS or len({len(column) for column in columns[1:]}) != 1:
            return cls()
        [stamp], paths, keys, digests, sizes = columns
        return cls(stamp, dict(zip(paths, keys, strict=True)), dict(zip(paths, digests, strict=True)), sizes)

    @property
    def manifest(self) -> Manifest:
        """The build.json that was written then."""
        entries = map(Entry, self.digests.values(), map(int, self.sizes))
        return Manifest(self.stamp, dict(zip(self.digests, entries, strict=True)))


def remember(cache: Cache, manifest: Manifest, keys: Mapping[str, str]) -> None:
    """Keeps what a build has made: the build.json it wrote, and of every path in it the key."""
    entries = manifest.entries
    digests, sizes = [entry.sha256 for entry in entries.values()], [str(entry.size) for entry in entries.values()]
    cache.remember_columns(TABLE, ([manifest.stamp], entries, [keys[path] for path in entries], digests, sizes))
