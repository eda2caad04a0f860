"""All records, their links resolved, indexes made: the one checked catalogue that planning works from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from generator.load.documents import Document
from generator.load.photos import PhotoFacts
from generator.model.entries import Entry
from generator.model.languages import Language
from generator.model.ledger import END, GROUP, START
from generator.model.records.facility import Facility
from generator.model.records.parts import Contact
from generator.model.records.product import Product
from generator.model.records.site import Site
from generator.model.records.small import Category, Market, Page, Paper, Partner, Programme, Source, Term

PROHIBITED = "prohibited"
HEAD = 6  # products that stand beside a facility, or that go with another product; at most so many


Group = tuple[str, str]  # a facility, and the span and source of its sales
FEWEST_BARS = 3  # fewer figures are told in words only


class Line(NamedTuple):
    """One thing on the site's record: whose, its number among the product's events, and the event as it was kept."""

    entry: Entry[Product]
    number: int
    event: Sequence[str]

    @property
    def group(self) -> Group:
        return self.entry.shelf, self.event[GROUP]


@dataclass(frozen=True, eq=False)
class Catalogue:
    """The site's content, whole and right. `today` is an ISO day: what is later than it is not shown."""

    site: Site
    site_document: Document
    languages: tuple[Language, ...]
    today: str
    categories: Mapping[str, Entry[Category]]
    papers: Mapping[str, Entry[Paper]]
    sources: Mapping[str, Entry[Source]]
    partners: Mapping[str, Entry[Partner]]
    programmes: Mapping[str, Entry[Programme]]
    markets: tuple[Entry[Market], ...]
    terms: tuple[Entry[Term], ...]
    pages: Mapping[str, Entry[Page]]
    photos: Mapping[str, PhotoFacts] = field(default_factory=dict)  # by their path in the content
    facilities: Mapping[str, Entry[Facility]] = field(default_factory=dict)
    products: Mapping[str, Entry[Product]] = field(default_factory=dict)
    stale: frozenset[str] = frozenset()  # translations out of date, as translations.lock names them
    pictured: frozenset[str] = frozenset()  # the photos that facilities and products show, as paths
    shows: str = ""  # a digest of all that may be shown on other pages than an entry's own
    known: Mapping[str, Any] = field(default_factory=dict)  # the `heads` of an earlier build

    @property
    def codes(self) -> tuple[str, ...]:
        """The languages' codes, the reference first."""
        return tuple(language.code for language in self.languages)

    def facility_of(self, product: Entry[Product]) -> Entry[Facility]:
        return self.facilities[product.shelf]

    @cached_property
    def listed(self) -> tuple[Entry[Product], ...]:
        """The products that lists show: not those no longer offered. Featured first, then newest, then by key."""
        shown = [p for p in self.products.values() if p.gist.status != "archived"]
        shown.sort(key=attrgetter("key"))
        return tuple(sorted(shown, key=lambda p: (p.gist.featured, p.gist.added), reverse=True))

    @cached_property
    def by_facility(self) -> Mapping[str, tuple[Entry[Product], ...]]:
        return _grouped((facility, p) for p in self.listed for facility in _makers(p))

    @cached_property
    def heads(self) -> Mapping[str, Any]:
        """The keys of the first products that lists show of each category and facility, so that a page that shows
        those and no more asks for no list."""
        if self.known.get("shows") == self.shows:
            return self.known
        groups = {"category": self.by_category, "facility": self.by_facility}
        heads = {kind: {key: [p.key for p in own[:HEAD]] for key, own in of.items()} for kind, of in groups.items()}
        return {"shows": self.shows, **heads}

    def first(self, kind: str, key: str) -> list[Entry[Product]]:
        """The first products that lists show of a category or a facility."""
        return [self.products[head] for head in self.heads[kind].get(key, ())]

    def related(self, entry: Entry[Product], most: int) -> Sequence[Entry[Product]]:
        """What goes with a product: those it names first, then of its category, then of its facility. The same in every
        language, so it is looked for once."""
        known = self._related.get(entry.key)
        if known is None:
            named = [self.products[key] for key in entry.record.related if key in self.products]
            alike = self.first("category", entry.spine.category)[: most + 1]
            same = self.first("facility", entry.shelf)[: most + 1]
            found = dict.fromkeys(p for p in (*named, *alike, *same) if p is not entry and p.gist.status != "archived")
            known = self._related[entry.key] = [*found][:most]
        return known

    @cached_property
    def _related(self) -> dict[str, list[Entry[Product]]]:
        return {}

    @cached_property
    def by_category(self) -> Mapping[str, tuple[Entry[Product], ...]]:
        return _grouped((p.spine.category, p) for p in self.listed)

    @cached_property
    def by_province(self) -> Mapping[str, tuple[Entry[Product], ...]]:
        provinces = {key: facility.record.province for key, facility in self.facilities.items()}
        return _grouped((provinces[p.shelf], p) for p in self.listed)

    @cached_property
    def by_stage(self) -> Mapping[str, tuple[Entry[Product], ...]]:
        return _grouped((p.gist.stage, p) for p in self.listed if p.gist.stage)

    @cached_property
    def facilities_by_province(self) -> Mapping[str, tuple[Entry[Facility], ...]]:
        return _grouped((f.record.province, f) for f in self.facilities.values())

    @cached_property
    def programmes_of(self) -> Mapping[str, tuple[Entry[Programme], ...]]:
        return _grouped((s.facility, p) for p in self.programmes.values() for s in p.record.sites)

    @cached_property
    def by_office(self) -> Mapping[str, tuple[Entry[Facility], ...]]:
        return _grouped((f.spine.office, f) for f in self.facilities.values() if f.spine.office)

    @cached_property
    def by_partner(self) -> Mapping[str, tuple[Entry[Product], ...]]:
        return _grouped(
            (ref[8:], p) for p in self.listed for ref in p.spine.refs.split(",") if ref.startswith("partner:")
        )

    @cached_property
    def ledger(self) -> tuple[Line, ...]:
        """Everything on record of what lists show, latest first."""
        lines = [
            Line(entry, number, event)
            for entry in self.listed
            if entry.gist.events
            for number, event in enumerate(entry.gist.events)
        ]
        return tuple(sorted(lines, key=lambda line: line.event[END] or line.event[START], reverse=True))

    @cached_property
    def compared(self) -> Mapping[Group, tuple[Line, ...]]:
        """Sales figures of one facility, span and source, where there are several: never two sources in one chart."""
        groups = _grouped((line.group, line) for line in self.ledger if line.event[GROUP])
        return {group: lines for group, lines in groups.items() if len(lines) >= FEWEST_BARS}

    @cached_property
    def told(self) -> tuple[Line, ...]:
        """The lines of the record that no chart compares, latest first."""
        return tuple(line for line in self.ledger if not line.event[GROUP] or line.group not in self.compared)

    def traits(self, product: Product) -> frozenset[str]:
        """The category's and the product's own."""
        return frozenset(self.categories[product.category].record.traits) | frozenset(product.traits)

    def prohibited(self) -> frozenset[str]:
        """The countries that prohibit goods made in prisons."""
        rules = (m.record for m in self.markets)
        return frozenset(m.country for m in rules if (m.about, m.status) == ("prison-goods", PROHIBITED))

    def contact(self, facility: Entry[Facility], product: Entry[Product] | None = None) -> tuple[str, Contact | None]:
        """Whose contact it is, and the contact: the product's, else the facility's, else its regional office's.

        ("", None) where none of them has one. A contact without a way to reach anyone does not count.
        """
        office = self.facilities.get(facility.record.office or "")
        own: list[tuple[str, Contact | None]] = [("product", product.record.contact)] if product else []
        own += [("facility", facility.record.contact), ("office", office.record.contact if office else None)]
        for whose, contact in own:
            if contact and (contact.whatsapp or contact.phone or contact.email or contact.address or contact.links):
                return whose, contact
        return "", None


K = TypeVar("K")
V = TypeVar("V")


def _grouped(pairs: Iterator[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    groups: defaultdict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}


def _makers(product: Entry[Product]) -> tuple[str, ...]:
    return (product.shelf, *product.gist.also_made_at)
