"""What a page's recipe says instead of what it shows: the digest of each thing that its view is made of.

A page is made anew when one of its seals has changed, and no view has to be made to know that. So whatever a view
reads must be sealed; `tests/plan/test_seals.py` changes every value of a site and looks.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from generator.model.catalogue import Catalogue
from generator.model.entries import Entry, Spine
from generator.model.records.facility import Facility
from generator.model.records.product import Product
from generator.model.records.small import Page
from generator.model.stories import story_links
from generator.plan.urls import PER_PAGE

GOODS = 6  # of a facility: so many are named beside it, and in a message about it
RELATED = 4  # cards under a product
DIGITS = 20  # of a digest, hexadecimal: 80 bits tell apart all that a page will ever be


def sealed(*parts: str) -> str:
    """One digest of several."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:DIGITS]


class Seals:
    """The seals of a catalogue's entries, the same in every language."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._cards: dict[str, str] = {}
        self._rows: dict[str, str] = {}
        self._once: dict[str, list[str]] = {}

    def once(self, name: str, make: Callable[[], list[str]]) -> list[str]:
        """Seals that are made for the first language that asks."""
        known = self._once.get(name)
        if known is None:
            known = self._once[name] = make()
        return known

    def card(self, entry: Entry[Product]) -> str:
        """What a product's card and its rows on the record show: its label, who made it and where."""
        known = self._cards.get(entry.key)
        if known is None:
            maker = self._catalogue.facilities[entry.shelf].spine.digest
            known = self._cards[entry.key] = f"{entry.gist.shown}{self._passed(entry.spine)}{maker}"
        return known

    def _passed(self, spine: Spine) -> str:
        today = self._catalogue.today
        return "".join(["01"[day < today] for day in spine.until]) if spine.until else ""

    def cards(self, entries: Iterable[Entry[Product]]) -> str:
        known = self._cards
        return sealed(*[known.get(entry.key) or self.card(entry) for entry in entries])

    def sheets(self, name: str, entries: Sequence[Entry[Product]]) -> list[str]:
        """The cards of each page of a list that is shown in pages."""
        return self.once(
            name,
            lambda: [self.cards(entries[at : at + PER_PAGE]) for at in range(0, max(1, len(entries)), PER_PAGE)],
        )

    @cached_property
    def alike(self) -> dict[str, str]:
        """What a product's page shows of others of its category, by category."""
        return {key: self.cards(own[: RELATED + 1]) for key, own in self._catalogue.by_category.items()}

    @cached_property
    def makers(self) -> dict[str, str]:
        """What a product's page shows of its maker: itself, its goods, whom it cites, who answers for it."""
        return {key: self._maker(facility) for key, facility in self._catalogue.facilities.items()}

    def _maker(self, facility: Entry[Facility]) -> str:
        catalogue = self._catalogue
        office = catalogue.facilities.get(facility.record.office or "")
        goods = catalogue.by_facility.get(facility.key, ())[: RELATED + 1]
        own = (facility.spine.digest, self.row(facility), self.cards(goods), self.named(facility))
        return sealed(*own, office.spine.digest if office else "")

    def products(self, makers: Mapping[str, str], alike: Mapping[str, str]) -> list[str]:
        """What each product's page is made of, in the catalogue's order: what it names, what is shown of its maker and
        of its like, and itself."""
        beside: dict[tuple[str, str], str] = {}
        found = []
        for entry in self._catalogue.products.values():
            spine = entry.spine
            place = entry.shelf, spine.refs
            if place not in beside:
                beside[place] = sealed(makers[entry.shelf], self.named(entry))
            own = spine.digest + self._passed(spine) if spine.until else spine.digest
            found.append(f"{beside[place]}{alike.get(spine.category, '')}{own}")
        return found

    def row(self, entry: Entry[Facility]) -> str:
        """What a facility's row in a list and its point on a map show: itself, its first goods, how many there are."""
        known = self._rows.get(entry.key)
        if known is None:
            goods = self._catalogue.by_facility.get(entry.key, ())
            known = sealed(entry.spine.digest, str(len(goods)), *(p.gist.shown for p in goods[:GOODS]))
            self._rows[entry.key] = known
        return known

    def rows(self, entries: Iterable[Entry[Facility]]) -> str:
        return sealed(*map(self.row, entries))

    @cached_property
    def mapped(self) -> str:
        """What the site's map says of pages beside their addresses: in which languages they are, what picture."""
        gists = [e.gist for of in (self._catalogue.products, self._catalogue.facilities) for e in of.values()]
        said = [" ".join((*g.translated, g.photos[0][1] if g.photos else "")) for g in gists]
        return sealed(*said)

    def named(self, entry: Entry[Any]) -> str:
        """What an entry refers to, as far as its page shows it: sources, other facilities, addresses of products."""
        return self._of(entry.spine.refs.split(","))

    def linked(self, page: Entry[Page]) -> str:
        """The same of what a content page's stories lead to."""
        links = [link for story in page.stories.values() for link in story_links(story.text)]
        return self._of(f"{kind}:{key.partition('#')[0]}" for kind, key in links)

    def _of(self, refs: Iterable[str]) -> str:
        catalogue, parts = self._catalogue, []
        for ref in refs:
            kind, _, key = ref.partition(":")
            if kind == "source" and key in catalogue.sources:
                parts.append(self.sources[key])
            elif kind == "facility" and key in catalogue.facilities:
                parts.append(catalogue.facilities[key].spine.digest)
            elif kind == "product" and key in catalogue.products:
                parts.append(self.card(catalogue.products[key]))
        return "".join(parts)

    @cached_property
    def sources(self) -> dict[str, str]:
        """Each source by its key. What a page may cite in small files is sealed by `every_source`."""
        return {key: sealed(repr(source.record)) for key, source in self._catalogue.sources.items()}

    @cached_property
    def every_source(self) -> str:
        return sealed(*self.sources, *self.sources.values())

    @cached_property
    def small(self) -> str:
        """The files that a site has one of, but sources: categories, papers, partners, programmes, rules, pages."""
        catalogue = self._catalogue
        groups = (catalogue.categories, catalogue.papers, catalogue.partners, catalogue.programmes, catalogue.pages)
        entries = [entry for group in groups for entry in group.values()] + [*catalogue.markets]
        told = (repr((e.key, e.record, [story.text for story in e.stories.values()])) for e in entries)
        stale = sorted(key for key in catalogue.stale if key.startswith("pages/"))
        return sealed(repr(catalogue.site), *stale, *told)
