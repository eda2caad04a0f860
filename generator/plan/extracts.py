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
Made = dict[str, tuple[str, str]]  # by what made it, the digest of each text, and itself where it is not kept


class Extracts:
    """Texts that are made of each facility and its goods. `makes` are what makes them, by a name; `own` is the seal of
    each product, in the catalogue's order."""

    def __init__(
        self, editions: Sequence[Edition], makes: Mapping[str, Make], own: Sequence[str], cache: Cache, *, jobs: int
    ) -> None:
        self._editions, self._makes, self._cache = editions, makes, cache
        around = sealed(*makes, *[edition.digest for edition in editions])
        self._goods: dict[str, Goods] = {}
        self._seals: dict[str, str] = {}
        sealed_goods = zip(editions[0].catalogue.products.values(), own, strict=True)
        for facility, both in groupby(sealed_goods, lambda pair: pair[0].shelf):
            goods, seals = zip(*both, strict=True)
            self._goods[facility], self._seals[facility] = goods, sealed(around, *seals)
        self._made = self._all(jobs)

    @property
    def facilities(self) -> Sequence[str]:
        """The keys of the facilities that have goods, sorted."""
        return sorted(self._goods)

    def digest(self, name: str, facility: str) -> str:
        """The digest of a text, as `sealed` makes it."""
        return self._made[facility][name][0]

    def text(self, name: str, facility: str) -> str:
        """The text itself: from where it is kept; made, where it has been lost."""
        made = self._made[facility][name][1]
        if made:
            return made
        kept = self._cache.get(self._key(name, facility))
        return self._text(name, facility) if kept is None else kept.decode()

    def _all(self, jobs: int) -> dict[str, Made]:
        """What is made of every facility: as an earlier build made it, or now."""
        known = self._cache.recall(TABLE)
        made: dict[str, Made] = {}
        for facility, seal in self._seals.items():
            match known.get(facility):
                case [str(then), dict(digests)] if then == seal:
                    made[facility] = {name: (one, "") for name, one in digests.items()}
        anew = [facility for facility in self._goods if facility not in made]
        made.update(zip(anew, spread(self._make, anew, jobs=jobs if len(anew) > FEW else 1), strict=True))
        table = {of: [self._seals[of], {name: one for name, (one, _) in own.items()}] for of, own in made.items()}
        self._cache.remember(TABLE, table)
        return made

    def _make(self, facility: str) -> Made:
        made = {}
        for name in self._makes:
            text = self._text(name, facility)
            kept = self._cache.put(self._key(name, facility), text.encode())
            made[name] = sealed(text), "" if kept else text
        return made

    def _text(self, name: str, facility: str) -> str:
        return self._makes[name](self._editions, facility, self._goods[facility])

    def _key(self, name: str, facility: str) -> str:
        return key("extract", 1, (name, self._seals[facility]))
