"""What a page's recipe says instead of what it shows: the digest of each thing that its view is made of.

A page is made anew when one of its seals has changed, and no view has to be made to know that. So whatever a view
reads must be sealed; `tests/plan/test_seals.py` changes every value of a site and looks.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from generator.model.catalogue import Catalogue, Entry, Ref
from generator.model.records.facility import Facility
from generator.model.records.product import Product
from generator.model.records.small import Page
from generator.model.stories import story_links
from generator.plan.urls import Urls

GOODS = 6  # of a facility: so many are named beside it, and in a message about it


def sealed(*parts: str) -> str:
    """One digest of several."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


class Seals:
    """The seals of a catalogue's entries, the same in every language."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._cards: dict[str, str] = {}
        self._rows: dict[str, str] = {}
        self._addresses: dict[str, tuple[tuple[str, str], ...]] = {}

    def own(self, entry: Entry[Any]) -> str:
        """All of an entry, and which of its days have passed."""
        gist, today = entry.gist, self._catalogue.today
        passed = "".join("01"[day < today] for day in gist.until)
        return f"{gist.digest}{passed}"

    def card(self, entry: Entry[Product]) -> str:
        """What a product's card and its rows on the record show: its label, who made it and where."""
        known = self._cards.get(entry.key)
        if known is None:
            gist, today = entry.gist, self._catalogue.today
            passed = "".join("01"[day < today] for day in gist.until)
            maker = self._catalogue.facility_of(entry).gist.digest
            known = self._cards[entry.key] = f"{gist.shown}{passed}{maker}"
        return known

    def addresses(self, entry: Entry[Product], in_each: Iterable[Urls]) -> tuple[tuple[str, str], ...]:
        """A product's address by language: made once, as each of its pages names them all."""
        known = self._addresses.get(entry.key)
        if known is None:
            known = tuple([(urls.language.code, urls.product(entry)) for urls in in_each])
            self._addresses[entry.key] = known
        return known

    def cards(self, entries: Iterable[Entry[Product]]) -> str:
        return sealed(*map(self.card, entries))

    def row(self, entry: Entry[Facility]) -> str:
        """What a facility's row in a list and its point on a map show: itself, its first goods, how many there are."""
        known = self._rows.get(entry.key)
        if known is None:
            goods = self._catalogue.by_facility.get(entry.key, ())
            known = sealed(entry.gist.digest, str(len(goods)), *(p.gist.shown for p in goods[:GOODS]))
            self._rows[entry.key] = known
        return known

    def rows(self, entries: Iterable[Entry[Facility]]) -> str:
        return sealed(*map(self.row, entries))

    def named(self, entry: Entry[Any]) -> str:
        """What an entry refers to, as far as its page shows it: sources, other facilities, addresses of products."""
        return self._of(entry.gist.refs)

    def linked(self, page: Entry[Page]) -> str:
        """The same of what a content page's stories lead to."""
        return self._of(link for story in page.stories.values() for link in story_links(story.text))

    def _of(self, refs: Iterable[Ref]) -> str:
        catalogue, parts = self._catalogue, []
        for kind, name in refs:
            key = name.partition("#")[0]
            if kind == "source" and key in catalogue.sources:
                parts.append(self.sources[key])
            elif kind == "facility" and key in catalogue.facilities:
                parts.append(catalogue.facilities[key].gist.digest)
            elif kind == "product" and key in catalogue.products:
                parts.append(self.card(catalogue.products[key]))
        return "".join(parts)

    @cached_property
    def sources(self) -> dict[str, str]:
        """Each source by its key. What a page may cite in small files is sealed by `every_source`."""
        return {key: hashlib.sha256(repr(s.record).encode()).hexdigest() for key, s in self._catalogue.sources.items()}

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
