"""A facility: who makes, how, what, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from generator.model.entries import Entry
from generator.model.records.facility import Facility
from generator.model.records.product import Product
from generator.plan import atlas, terms
from generator.plan.asking import inquiry
from generator.plan.edition import Cites, Edition, capital
from generator.plan.frames import Frame, Ld, Spot, arts_of, spot
from generator.plan.pagers import shelved
from generator.plan.pages.product import confirmed
from generator.plan.pages.track_record import figure_value
from generator.plan.parts import (
    Card,
    FacilityRow,
    Fact,
    Inquiry,
    Link,
    Map,
    Pager,
    Picture,
    Source,
    Story,
    Value,
)
from generator.plan.pieces import piece
from generator.plan.targets import Target, page
from generator.plan.urls import absolute


class FacilityView:
    """A facility's page, made piece by piece as its template asks for it."""

    def __init__(
        self, edition: Edition, here: Spot, entry: Entry[Facility], turning: Pager, shown: Sequence[Entry[Product]]
    ) -> None:
        self._edition, self._here, self._entry, self._turning, self._shown = edition, here, entry, turning, shown
        self._facility = entry.record
        self._type = entry.record.type

    @piece
    def frame(self) -> Frame:
        """What stands round the page."""
        edition, facility = self._edition, self._facility
        province = Link(edition.place(facility), edition.urls.province(facility.province))
        return Frame(
            edition,
            self._here,
            title=self.name,
            description=self.gloss,
            section="facilities",
            crumbs=(Link(edition.t("nav.facilities"), edition.urls.facilities()), province),
            ld=_ld(edition, self._entry),
            arts=arts_of(self.cards),
        )

    @piece
    def name(self) -> str:
        """Its name, and which page of it this is."""
        name, number = self._facility.name, self._turning.current
        return name if number == 1 else self._edition.t("list.page", name=name, number=str(number))

    @piece
    def gloss(self) -> str:
        """The h1's second line."""
        return self._edition.gloss(self._facility)

    @piece
    def confirmed(self) -> str:
        """How sure the entry is."""
        return confirmed(self._edition, self._facility.confirmed, self._facility.name)

    @piece
    def children(self) -> str:
        """The sentence that an institution for children shows instead of goods, or empty."""
        return self._edition.t("facility.children") if self._type == "lpka" else ""

    @piece
    def pictures(self) -> tuple[Picture, ...]:
        """Its photos, the cover first."""
        return self._edition.pictures(self._entry)

    @piece
    def facts(self) -> tuple[Fact, ...]:
        """Its names, its place, its office, its workshops: stated facts only."""
        return _facts(self._edition, self._facility)

    @piece
    def _told(self) -> Told:
        """Everything that cites, in the order of the page, so that sources are numbered as they are met."""
        edition, facility, cites = self._edition, self._facility, self._edition.cites()
        figures = tuple(_figures(edition, facility, cites))
        rutan = self._type.startswith(("rutan", "cabang"))
        how = terms.work(edition, facility.work, None, cites, rutan=rutan)
        return Told(
            figures=figures,
            how=how if self._type not in ("kanwil", "ditjenpas", "lpka") else (),
            story=edition.story(self._entry, cites),
            sources=cites.listed(),
        )

    @piece
    def figures(self) -> tuple[Fact, ...]:
        """Numbers about it."""
        return self._told.figures

    @piece
    def how(self) -> tuple[Fact, ...]:
        """How goods are made there; its empty facts are shown as "not stated"."""
        return self._told.how

    @piece
    def story(self) -> Story | None:
        """Its story."""
        return self._told.story

    @piece
    def sources(self) -> tuple[Source, ...]:
        """The numbered notes."""
        return self._told.sources

    @piece
    def map(self) -> Map | None:
        """Where it is, if that is known."""
        return atlas.whole(self._edition, [self._entry]) if self._facility.location else None

    @piece
    def cards(self) -> tuple[Card, ...]:
        """The page's goods."""
        return self._edition.cards(self._shown)

    @piece
    def cards_title(self) -> str:
        """What stands above them."""
        office = self._type in ("kanwil", "ditjenpas")
        return self._edition.t("facility.goods-known" if office else "facility.goods")

    @piece
    def pager(self) -> Pager:
        """The way through its pages."""
        return self._turning

    @piece
    def programmes(self) -> tuple[Link, ...]:
        """The programmes it takes part in."""
        edition = self._edition
        own = edition.catalogue.programmes_of.get(self._entry.key, ())
        return tuple(Link(edition.language.words(p.record.name), edition.urls.programme(p.key)) for p in own)

    @piece
    def dependants(self) -> tuple[FacilityRow, ...]:
        """The facilities of a regional office."""
        own = self._edition.catalogue.by_office.get(self._entry.key, ())
        return tuple(self._edition.facility_row(facility) for facility in own)

    @piece
    def inquiry(self) -> Inquiry | None:
        """How to ask; nothing where children are kept."""
        return inquiry(self._edition, self._entry) if self._type != "lpka" else None


class Told(NamedTuple):
    """The parts of a page that cite sources, and those sources."""

    figures: tuple[Fact, ...]
    how: tuple[Fact, ...]
    story: Story | None
    sources: tuple[Source, ...]


def facilities(edition: Edition) -> Iterator[Target]:
    """A page for each facility, and further ones where its goods need them."""
    for entry in edition.catalogue.facilities.values():
        yield from _facility(edition, entry)


def _facility(edition: Edition, entry: Entry[Facility]) -> Iterator[Target]:
    catalogue, seals = edition.catalogue, edition.seals
    own = catalogue.by_facility.get(entry.key, ())
    office = catalogue.facilities.get(entry.record.office or "")
    around = (seals.row(entry), seals.named(entry), seals.rows(catalogue.by_office.get(entry.key, ())))
    sheets = seals.sheets(f"facility {entry.key}", own)
    for seal, (turning, shown) in zip(sheets, shelved(own, partial(edition.urls.facility, entry.key)), strict=True):
        number = turning.current
        here = spot(
            edition,
            "facility",
            lambda urls, n=number: urls.facility(entry.key, n),  # type: ignore[misc]
            translated=entry.gist.translated,
            image=edition.image(entry),
        )
        view = partial(FacilityView, edition, here, entry, turning, shown)
        of = (*around, office.spine.digest if office else "", seal)
        yield page(edition, here, "facility", view, f"facility {entry.key} {number}", of=of, group=entry.key)


def _facts(edition: Edition, facility: Facility) -> tuple[Fact, ...]:
    office = edition.catalogue.facilities.get(facility.office or "")
    link = Value(office.record.name, href=edition.urls.facility(office.key)) if office else ""
    province = Value(edition.place(facility), href=edition.urls.province(facility.province))
    workshops = edition.language.listed(edition.language.words(w) for w in facility.workshops)
    facts = (
        edition.fact("known_as", ", ".join(facility.known_as)),
        edition.fact("place", facility.place or ""),
        edition.fact("province", province),
        edition.fact("office", link),
        edition.fact("workshops", capital(workshops)),
    )
    return tuple(fact for fact in facts if fact.values)


def _figures(edition: Edition, facility: Facility, cites: Cites) -> Iterator[Fact]:
    language = edition.language
    for figure in facility.figures:
        said = edition.t("record.said", date=language.date(figure.said)) if figure.said else ""
        note = ", ".join(part for part in (language.words(figure.period), said) if part)
        value = edition.told(figure_value(edition, figure), figure.source, cites, note=note)
        yield Fact("figures", language.words(figure.label), (value,))


def _ld(edition: Edition, entry: Entry[Facility]) -> Iterator[Ld]:
    facility = entry.record
    where = {"addressLocality": facility.place or "", "addressRegion": edition.place(facility), "addressCountry": "ID"}
    yield {
        "@type": "GovernmentOrganization",
        "name": facility.name,
        "alternateName": list(facility.known_as),
        "description": edition.gloss(facility),
        "url": absolute(edition.base_url, edition.urls.facility(entry.key)),
        "address": {"@type": "PostalAddress"} | {k: v for k, v in where.items() if v},
    }
