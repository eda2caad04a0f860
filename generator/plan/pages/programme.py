"""A programme that runs at several facilities, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.catalogue import Entry
from generator.model.records.small import Programme
from generator.plan.edition import Edition
from generator.plan.frames import arts_of, frame
from generator.plan.parts import Card, Fact, Frame, Link, Source
from generator.plan.targets import Target, page


@dataclass(frozen=True, slots=True)
class Site:
    """A facility in a programme and how far it is there, worded."""

    facility: Link
    place: str
    state: str


@dataclass(frozen=True, slots=True)
class ProgrammeView:
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
        yield _programme(edition, entry)


def _programme(edition: Edition, entry: Entry[Programme]) -> Target:
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
    own = [p for site in programme.sites for p in catalogue.by_facility.get(site.facility, ())]
    cards = edition.cards(dict.fromkeys(own))
    around = frame(
        edition,
        "programme",
        address=lambda u: u.programme(entry.key),
        title=name,
        description=says or name,
        section="facilities",
        crumbs=(Link(t("nav.programmes"), edition.urls.programmes()),),
        translated=lambda code: code in programme.name,
        arts=arts_of(cards),
    )
    view = ProgrammeView(around, name, says, says_cites, tuple(facts), tuple(sites), cards, cites.listed())
    return page(edition, "programme", view, f"programme {entry.key}")
