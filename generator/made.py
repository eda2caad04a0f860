"""What the last build made: of each file of the site its key, beside what `build.json` says of it.

A file whose key is the same need not be made, and a `build.json` that is as that build left it need not be read. It is
kept in two tables: a build that finds nothing changed reads only the first, which says what files there are.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from generator.cache import Cache
from generator.write.manifest import NOTHING, Manifest

FILES, MADE_OF = "made", "made-of"  # the paths and sizes; the keys


class Made:
    """The `build.json` that was written then; nothing where no build is remembered."""

    def __init__(self, cache: Cache) -> None:
        self._cache, self.manifest = cache, NOTHING
        match cache.recall_columns(FILES):
            case [[str(stamp), str(seal)], paths, sizes] if len(paths) == len(sizes):
                self.manifest = Manifest(stamp, seal, dict(zip(paths, map(int, sizes), strict=True)))

    @cached_property
    def keys(self) -> Mapping[str, str]:
        """Each file's key, by its path; none where they have been lost."""
        paths = self.manifest.sizes
        match self._cache.recall_columns(MADE_OF):
            case [[self.manifest.seal], keys] if len(keys) == len(paths):
                return dict(zip(paths, keys, strict=True))
        return {}


def remember(cache: Cache, manifest: Manifest, keys: Mapping[str, str]) -> None:
    """Keeps what a build has made: the build.json it wrote, and of every path in it the key."""
    paths = manifest.sizes
    cache.remember_columns(MADE_OF, ([manifest.seal], [keys[path] for path in paths]))
    cache.remember_columns(FILES, ([manifest.stamp, manifest.seal], paths, map(str, paths.values())))
