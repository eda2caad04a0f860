"""Pages kept beside the site, many to a pack: where dist/ is lost they are laid down again, not made again.

A pack has pages that were made together, one after another and squeezed. They are much alike, so a pack is a twentieth
of them, and squeezing a page takes a fortieth of the time that making it took. A table says what each pack has.
"""

from __future__ import annotations

import sys
from collections.abc import Container, Iterable

from generator.cache import Cache, key

if sys.version_info >= (3, 14):
    from compression import zstd
else:  # the same for older Pythons
    from backports import zstd

TABLE = "packs"
ROOM = 200  # pages in a pack at most
LEVEL = 1  # of zstd's twenty-two: the others take longer than they save


class Pack:
    """A pack in the making. Each page is squeezed when it comes, while it is at hand, and let go."""

    def __init__(self) -> None:
        self.seals: list[str] = []
        self._lengths: list[str] = []
        self._squeezed: list[bytes] = []
        self._squeezer = zstd.ZstdCompressor(LEVEL)

    def add(self, seal: str, page: bytes) -> None:
        """Puts in a page that follows those before."""
        self.seals.append(seal)
        self._lengths.append(str(len(page)))
        self._squeezed.append(self._squeezer.compress(page))

    def packed(self) -> bytes:
        """The whole: the pages' lengths, then the pages. Nothing can be put in afterwards."""
        return b"".join((" ".join(self._lengths).encode(), b"\n", *self._squeezed, self._squeezer.flush()))


class Packs:
    """The packs that there are; a page is known by its seal."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        lines = (line.decode().split(" ") for line in cache.recall_lines(TABLE))
        self._seals = {pack: seals for pack, *seals in lines}  # of each pack, in its order
        self._packs = {seal: pack for pack, seals in self._seals.items() for seal in seals}
        self._grown = False

    def of(self, seal: str) -> str:
        """The pack that has a page, or an empty text."""
        return self._packs.get(seal, "")

    def open(self, pack: str) -> dict[str, bytes]:
        """A pack's pages by their seals; none where it has been lost."""
        data = self._cache.get(pack)
        if data is None:
            return {}
        head, _, squeezed = data.partition(b"\n")
        pages, start, found = zstd.decompress(squeezed), 0, {}
        for seal, length in zip(self._seals[pack], map(int, head.split()), strict=True):
            found[seal] = pages[start : start + length]
            start += length
        return found

    def keep(self, pack: Pack) -> tuple[str, list[str]]:
        """Keeps a pack; says its name, and the seals it has."""
        name = key("pack", 2, tuple(pack.seals))
        self._cache.put(name, pack.packed())
        return name, pack.seals

    def note(self, kept: Iterable[tuple[str, list[str]]]) -> None:
        """Takes down which packs there are now."""
        for pack, seals in kept:
            self._seals[pack], self._grown = seals, True

    def remember(self, wanted: Container[str]) -> None:
        """Puts down what packs there are, but for those that have no page that is still wanted."""
        if self._grown:
            kept = (
                f"{pack} {' '.join(s)}".encode() for pack, s in self._seals.items() if any(seal in wanted for seal in s)
            )
            self._cache.remember_lines(TABLE, kept)
