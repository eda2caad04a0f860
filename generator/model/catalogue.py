"""All records, their links resolved, indexes made: the one checked catalogue that planning works from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

from generator.errors import Place
from generator.load.content import StoryText
from generator.load.documents import Document
from generator.load.photos import PhotoFacts
from generator.model.languages import Language
from generator.model.records.facility import Facility
from generator.model.records.parts import Contact, Photo
from generator.model.records.product import Product
from generator.model.records.record import Loc, Record
from generator.model.records.site import Site
from generator.model.records.small import Category, Market, Page, Paper, Partner, Programme, Source, Term

R = TypeVar("R", bound=Record)
PROHIBITED = "prohibited"


@dataclass(frozen=True, slots=True, eq=False)
class Entry(Generic[R]):
    """A record and what belongs to it. `key` is its identity: a slug, or `<facility>/<product>`.

    `at` is its path in `document`; `photos` are the record's, each with the facts of its file.
    """

    key: str
    record: R
    document: Document
    at: Loc = ()
    stories: Mapping[str, StoryText] = field(default_factory=dict)
    photos: tuple[tuple[Photo, PhotoFacts], ...] = ()

    def place(self, *path: str | int, key: bool = False) -> Place:
        return self.document.place((*self.at, *path), key=key)


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
    facilities: Mapping[str, Entry[Facility]]
    products: Mapping[str, Entry[Product]]
    pages: Mapping[str, Entry[Page]]
    stale: frozenset[str] = frozenset()  # translations out of date, as translations.lock names them

    def facility_of(self, product: Entry[Product]) -> Entry[Facility]:
        return self.facilities[product.key.partition("/")[0]]

    @cached_property
    def listed(self) -> tuple[Entry[Product], ...]:
        """The products that lists show: not those no longer offered. Featured first, then newest, then by key."""
        shown = [p for p in self.products.values() if p.record.status != "archived"]
        shown.sort(key=lambda p: p.key)
        shown.sort(key=lambda p: p.record.added, reverse=True)
        return tuple(sorted(shown, key=lambda p: not p.record.featured))

    @cached_property
    def by_facility(self) -> Mapping[str, tuple[Entry[Product], ...]]:
        return _grouped((facility, p) for p in self.listed for facility in _makers(p))

    @cached_property
    def by_category(self) -> Mapping[str, tuple[Entry[Product], ...]]:
        return _grouped((p.record.category, p) for p in self.listed)

    @cached_property
    def by_province(self) -> Mapping[str, tuple[Entry[Product], ...]]:
        return _grouped((self.facility_of(p).record.province, p) for p in self.listed)

    @cached_property
    def by_stage(self) -> Mapping[str, tuple[Entry[Product], ...]]:
        return _grouped((p.record.stage, p) for p in self.listed if p.record.stage)

    @cached_property
    def facilities_by_province(self) -> Mapping[str, tuple[Entry[Facility], ...]]:
        return _grouped((f.record.province, f) for f in self.facilities.values())

    @cached_property
    def programmes_of(self) -> Mapping[str, tuple[Entry[Programme], ...]]:
        return _grouped((s.facility, p) for p in self.programmes.values() for s in p.record.sites)

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
    groups: dict[K, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}


def _makers(product: Entry[Product]) -> tuple[str, ...]:
    return (product.key.partition("/")[0], *product.record.also_made_at)
