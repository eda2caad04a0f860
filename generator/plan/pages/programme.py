"""A programme that runs at several facilities, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.model.entries import Entry
from generator.model.records.product import Product
from generator.model.records.small import Programme
from generator.plan.edition import Edition
from generator.plan.frames import Frame, Spot, arts_of, spot
from generator.plan.parts import Card, Fact, Link, Source
from generator.plan.targets import Target, page


class Site(NamedTuple):
    """A facility in a programme and how far it is there, worded."""

    facility: Link
    place: str
    state: str


class ProgrammeView(NamedTuple):
    """`sites` are the facilities it runs at; `cards` their goods."""

    frame: Frame
    heading: str
    says: str
    says_cites: tuple[int, ...]
    facts: tuple[Fact, ...]
    sites: tuple[Site, ...]
    cards: tuple[Card, ...]
    sources: tuple[Source, ...]


def programmes(edition: Edition) -> Iterator[Target]:
    """A page for each programme."""
    for entry in edition.catalogue.programmes.values():
        catalogue, seals, programme = edition.catalogue, edition.seals, entry.record
        codes = tuple(language.code for language in edition.others if language.code in programme.name)
        here = spot(edition, "programme", lambda urls, key=entry.key: urls.programme(key), translated=codes)  # type: ignore[misc]
        sites = [
            catalogue.facilities[key] for key in (programme.began_at, *(s.facility for s in programme.sites)) if key
        ]
        of = (seals.every_source, seals.rows(sites), seals.cards(_goods(edition, programme)))
        yield page(edition, here, "programme", partial(_view, edition, here, entry), f"programme {entry.key}", of=of)


def _goods(edition: Edition, programme: Programme) -> list[Entry[Product]]:
    """The goods of all its sites, each once."""
    by_facility = edition.catalogue.by_facility
    return list(dict.fromkeys(p for site in programme.sites for p in by_facility.get(site.facility, ())))


def _view(edition: Edition, here: Spot, entry: Entry[Programme]) -> ProgrammeView:
    programme, catalogue, t = entry.record, edition.catalogue, edition.t
    cites = edition.cites()
    says_cites = cites.of(programme.source)
    sites = []
    for site in programme.sites:
        facility = catalogue.facilities[site.facility]
        sites.append(
            Site(edition.facility_link(facility), edition.town(facility.record), t(f"site-state.{site.state}"))
        )
    facts = []
    if programme.began_at:
        began = catalogue.facilities[programme.began_at]
        value = edition.told(began.record.name, programme.source, cites, href=edition.urls.facility(began.key))
        facts.append(edition.fact("began_at", value))
    name, says = edition.language.words(programme.name), edition.language.words(programme.says)
    cards = edition.cards(_goods(edition, programme))
    around = Frame(
        edition,
        here,
        title=name,
        description=says or name,
        section="facilities",
        crumbs=(Link(t("nav.programmes"), edition.urls.programmes()),),
        arts=arts_of(cards),
    )
    return ProgrammeView(around, name, says, says_cites, tuple(facts), tuple(sites), cards, cites.listed())
