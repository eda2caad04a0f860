"""What the tools for buyers take of each facility's goods: made by several workers, and kept under the goods' seal.

To make it, every record must be opened. So it is made only of facilities of which it may say something else now; of
all others its digest is known from an earlier build.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from generator.cache import Cache, key
from generator.model.entries import Entry
from generator.model.records.product import Product
from generator.plan.edition import Edition
from generator.plan.seals import sealed
from generator.workers import spread

TABLE = "extracts"
FEW = 8  # facilities whose goods are read here: starting workers takes longer
Goods = Sequence[Entry[Product]]
Make = Callable[[Sequence[Edition], str, Goods], str]  # a text, of a facility's key and its goods
Made = list[tuple[str, str]]  # each text that is made of a facility: its digest, and itself where it is not kept


class Extracts:
    """Texts that are made of each facility and its goods. `makes` are what makes them, by a name; `own` is the seal of
    each product, in the catalogue's order."""

    def __init__(
        self, editions: Sequence[Edition], makes: Mapping[str, Make], own: Sequence[str], cache: Cache, *, jobs: int
    ) -> None:
        self._editions, self._makes, self._cache = editions, makes, cache
        goods = zip(editions[0].catalogue.products.values(), own, strict=True)
        shelves = {shelf: [*both] for shelf, both in groupby(goods, lambda pair: pair[0].shelf)}
        around = sealed(*makes, *[edition.digest for edition in editions])
        self._goods: dict[str, Goods] = {s: [entry for entry, _ in both] for s, both in sorted(shelves.items())}
        self._seals = {shelf: sealed(around, *[seal for _, seal in both]) for shelf, both in shelves.items()}
        self._made: dict[str, Made] = {}
        known = cache.recall(TABLE)
        for shelf, seal in self._seals.items():
            match known.get(shelf):
                case [str(then), [*digests]] if then == seal and len(digests) == len(makes):
                    self._made[shelf] = [(one, "") for one in digests]
        anew = [shelf for shelf in self._goods if shelf not in self._made]
        if anew:
            made = spread(self._make, anew, jobs=jobs if len(anew) > FEW else 1)
            self._made.update(zip(anew, made, strict=True))
        if self._made.keys() != known.keys() or anew:
            cache.remember(TABLE, {s: [self._seals[s], [one for one, _ in made]] for s, made in self._made.items()})

    @property
    def facilities(self) -> Sequence[str]:
        """The keys of the facilities that have goods, sorted."""
        return [*self._goods]

    def digest(self, name: str, facility: str) -> str:
        """The digest of a text, as `sealed` makes it."""
        return self._made[facility][[*self._makes].index(name)][0]

    def text(self, name: str, facility: str) -> str:
        """The text itself: from where it is kept; made, where it has been lost."""
        made = self._made[facility][[*self._makes].index(name)][1]
        if made:
            return made
        kept = self._cache.get(self._key(name, facility))
        return self._text(name, facility) if kept is None else kept.decode()

    def _text(self, name: str, facility: str) -> str:
        return self._makes[name](self._editions, facility, self._goods[facility])

    def _make(self, facility: str) -> Made:
        made = []
        for name in self._makes:
            text = self._text(name, facility)
            kept = self._cache.put(self._key(name, facility), text.encode())
            made.append((sealed(text), "" if kept else text))
        return made

    def _key(self, name: str, facility: str) -> str:
        return key("extract", 1, (name, self._seals[facility]))
