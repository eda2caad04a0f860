"""A province: its facilities and their goods."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.plan import atlas
from generator.plan.edition import Edition, pager, pages_of
from generator.plan.frames import arts_of, frame, list_ld
from generator.plan.parts import Card, FacilityRow, Frame, Link, Map, Pager
from generator.plan.targets import Target, page
from generator.plan.urls import PER_PAGE


@dataclass(frozen=True, slots=True)
class ProvinceView:
    """`total` words how many products there are."""

    frame: Frame
    heading: str
    total: str
    map: Map
    facilities: tuple[FacilityRow, ...]
    cards: tuple[Card, ...]
    pager: Pager


def provinces(edition: Edition) -> Iterator[Target]:
    """A page for each province that has a facility."""
    for code in edition.catalogue.facilities_by_province:
        yield from _province(edition, code)


def _province(edition: Edition, code: str) -> Iterator[Target]:
    catalogue, t = edition.catalogue, edition.t
    own = catalogue.by_province.get(code, ())
    there = catalogue.facilities_by_province[code]
    name = t(f"province.{code}")
    addresses = tuple(edition.urls.province(code, n) for n in range(1, pages_of(len(own)) + 1))
    total = edition.language.t("count.products", n=len(own))
    rows = tuple(edition.facility_row(entry) for entry in there)
    for number in range(1, len(addresses) + 1):
        cards = edition.cards(own[(number - 1) * PER_PAGE : number * PER_PAGE])
        heading = name if number == 1 else t("list.page", name=name, number=str(number))
        around = frame(
            edition,
            "province",
            address=lambda u, n=number: u.province(code, n),  # type: ignore[misc]
            title=heading,
            description=t("province.description", province=name, total=total),
            section="facilities",
            crumbs=(Link(t("nav.provinces"), edition.urls.provinces()),),
            ld=[list_ld(cards, edition.base_url)] if cards else (),
            arts=arts_of(cards),
        )
        chart = atlas.close(edition, there)
        view = ProvinceView(around, heading, total, chart, rows, cards, pager(number, addresses))
        yield page(edition, "province", view, f"province {code} {number}")
