"""What the last build made: of each file of the site its key, beside what `build.json` says of it.

A file whose key is the same need not be made, and a `build.json` that is as that build left it need not be read. It is
kept in two tables: a build that finds nothing changed reads only the first, which says what files there are.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from generator.cache import Cache
from generator.write.manifest import NOTHING, Manifest

FILES, MADE_OF = "made", "made-of"  # the paths and sizes; the keys and digests


class Made:
    """The `build.json` that was written then; nothing where no build is remembered."""

    def __init__(self, cache: Cache) -> None:
        self._cache, self.manifest = cache, NOTHING
        match cache.recall_columns(FILES):
            case [[str(stamp)], paths, sizes] if len(paths) == len(sizes):
                self.manifest = Manifest(stamp, dict(zip(paths, map(int, sizes), strict=True)), lambda: self._rest[1])

    @property
    def keys(self) -> Mapping[str, str]:
        """Each file's key, by its path; none where they have been lost."""
        return self._rest[0]

    @cached_property
    def _rest(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """The keys and the digests."""
        paths = self.manifest.sizes
        match self._cache.recall_columns(MADE_OF):
            case [[str(stamp)], keys, digests] if stamp == self.manifest.stamp and len(keys) == len(digests):
                return dict(zip(paths, keys, strict=True)), dict(zip(paths, digests, strict=True))
        return {}, {}


def remember(cache: Cache, manifest: Manifest, keys: Mapping[str, str]) -> None:
    """Keeps what a build has made: the build.json it wrote, and of every path in it the key."""
    paths, stamp = manifest.sizes, [manifest.stamp]
    digests = manifest.digests
    cache.remember_columns(MADE_OF, (stamp, [keys[path] for path in paths], [digests[path] for path in paths]))
    cache.remember_columns(FILES, (stamp, paths, map(str, paths.values())))
