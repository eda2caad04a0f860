"""A facility: who makes, how, what, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.model.catalogue import Entry
from generator.model.records.facility import Facility
from generator.model.records.product import Product
from generator.plan import atlas, terms
from generator.plan.asking import inquiry
from generator.plan.edition import Cites, Edition, capital, shelved
from generator.plan.frames import Ld, Spot, arts_of, frame, spot
from generator.plan.pages.product import confirmed
from generator.plan.pages.track_record import figure_value
from generator.plan.parts import (
    Card,
    FacilityRow,
    Fact,
    Frame,
    Inquiry,
    Link,
    Map,
    Pager,
    Picture,
    Source,
    Story,
    Value,
)
from generator.plan.targets import Target, page
from generator.plan.urls import absolute


@dataclass(frozen=True, slots=True)
class FacilityView:
    """`gloss` is the h1's second line; `dependants` are the facilities of a regional office; `children` is the sentence
    an institution for children shows instead of goods, or empty."""

    frame: Frame
    name: str
    gloss: str
    confirmed: str
    children: str
    pictures: tuple[Picture, ...]
    facts: tuple[Fact, ...]
    figures: tuple[Fact, ...]
    how: tuple[Fact, ...]
    story: Story | None
    map: Map | None
    cards: tuple[Card, ...]
    cards_title: str
    pager: Pager
    programmes: tuple[Link, ...]
    dependants: tuple[FacilityRow, ...]
    inquiry: Inquiry | None
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
        view = partial(_view, edition, here, entry, turning, shown)
        of = (*around, office.spine.digest if office else "", seal)
        yield page(edition, here, "facility", view, f"facility {entry.key} {number}", of=of, group=entry.key)


def _view(
    edition: Edition, here: Spot, entry: Entry[Facility], turning: Pager, shown: Sequence[Entry[Product]]
) -> FacilityView:
    facility, catalogue, t = entry.record, edition.catalogue, edition.t
    cites, cards, number = edition.cites(), edition.cards(shown), turning.current
    gloss = edition.gloss(facility)
    pictures = edition.pictures(entry)
    name = facility.name if number == 1 else t("list.page", name=facility.name, number=str(number))
    province = Link(edition.place(facility), edition.urls.province(facility.province))
    facts = _facts(edition, facility)
    figures = tuple(_figures(edition, facility, cites))
    rutan = facility.type.startswith(("rutan", "cabang"))
    how = terms.work(edition, facility.work, None, cites, rutan=rutan)
    story = edition.story(entry, cites)
    dependants = catalogue.by_office.get(entry.key, ())
    around = frame(
        edition,
        here,
        title=name,
        description=gloss,
        section="facilities",
        crumbs=(Link(t("nav.facilities"), edition.urls.facilities()), province),
        ld=[_ld(edition, entry)],
        arts=arts_of(cards),
    )
    return FacilityView(
        frame=around,
        name=name,
        gloss=gloss,
        confirmed=confirmed(edition, facility.confirmed, facility.name),
        children=t("facility.children") if facility.type == "lpka" else "",
        pictures=pictures,
        facts=facts,
        figures=figures,
        how=how if facility.type not in ("kanwil", "ditjenpas", "lpka") else (),
        story=story,
        map=atlas.whole(edition, [entry]) if facility.location else None,
        cards=cards,
        cards_title=t("facility.goods-known" if facility.type in ("kanwil", "ditjenpas") else "facility.goods"),
        pager=turning,
        programmes=tuple(
            Link(edition.language.words(p.record.name), edition.urls.programme(p.key))
            for p in catalogue.programmes_of.get(entry.key, ())
        ),
        dependants=tuple(edition.facility_row(f) for f in dependants),
        inquiry=inquiry(edition, entry) if facility.type != "lpka" else None,
        sources=cites.listed(),
    )


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


def _ld(edition: Edition, entry: Entry[Facility]) -> Ld:
    facility = entry.record
    where = {"addressLocality": facility.place or "", "addressRegion": edition.place(facility), "addressCountry": "ID"}
    return {
        "@type": "GovernmentOrganization",
        "name": facility.name,
        "alternateName": list(facility.known_as),
        "description": edition.gloss(facility),
        "url": absolute(edition.base_url, edition.urls.facility(entry.key)),
        "address": {"@type": "PostalAddress"} | {k: v for k, v in where.items() if v},
    }
