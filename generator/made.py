"""What the last build made: of each file of the site its key, beside what `build.json` says of it.

A file whose key is the same need not be made, and a `build.json` that is as that build left it need not be read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.cache import Cache
from generator.write.manifest import Entry, Manifest

TABLE = "made"
COLUMNS = 5
NOTHING = Manifest("", {})


@dataclass(frozen=True)
class Made:
    """The build.json that was written then, and in its order the key of each of its files; all empty where no build is
    remembered."""

    manifest: Manifest = NOTHING
    names: tuple[str, ...] = ()

    @classmethod
    def recalled(cls, cache: Cache) -> Made:
        columns = cache.recall_columns(TABLE)
        if len(columns) != COLUMNS or len({len(column) for column in columns[1:]}) != 1:
            return cls()
        [stamp], paths, names, digests, sizes = columns
        entries = map(Entry, digests, map(int, sizes))
        return cls(Manifest(stamp, dict(zip(paths, entries, strict=True))), tuple(names))

    @cached_property
    def keys(self) -> Mapping[str, str]:
        """Each file's key, by its path."""
        return dict(zip(self.manifest.entries, self.names, strict=True))


def remember(cache: Cache, manifest: Manifest, keys: Mapping[str, str]) -> None:
    """Keeps what a build has made: the build.json it wrote, and of every path in it the key."""
    entries = manifest.entries
    digests, sizes = [entry.sha256 for entry in entries.values()], [str(entry.size) for entry in entries.values()]
    cache.remember_columns(TABLE, ([manifest.stamp], entries, [keys[path] for path in entries], digests, sizes))
