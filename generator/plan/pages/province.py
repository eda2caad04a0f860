"""A province: its facilities and their goods."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.model.catalogue import Entry
from generator.model.records.product import Product
from generator.plan import atlas
from generator.plan.edition import Edition, shelved
from generator.plan.frames import Spot, arts_of, frame, list_ld, spot
from generator.plan.parts import Card, FacilityRow, Frame, Link, Map, Pager
from generator.plan.targets import Target, page


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
    own = edition.catalogue.by_province.get(code, ())
    there = edition.seals.rows(edition.catalogue.facilities_by_province[code])
    sheets = edition.seals.sheets(f"province {code}", own)
    for seal, (turning, shown) in zip(sheets, shelved(own, partial(edition.urls.province, code)), strict=True):
        here = spot(edition, "province", lambda urls, n=turning.current: urls.province(code, n))  # type: ignore[misc]
        of = (there, seal, str(len(own)))
        view = partial(_view, edition, here, code, turning, shown)
        yield page(edition, here, "province", view, f"province {code} {turning.current}", of=of)


def _view(edition: Edition, here: Spot, code: str, turning: Pager, shown: Sequence[Entry[Product]]) -> ProvinceView:
    catalogue, t = edition.catalogue, edition.t
    name = t(f"province.{code}")
    total = edition.language.t("count.products", n=len(catalogue.by_province.get(code, ())))
    heading = name if turning.current == 1 else t("list.page", name=name, number=str(turning.current))
    there = catalogue.facilities_by_province[code]
    rows = tuple(edition.facility_row(entry) for entry in there)
    cards = edition.cards(shown)
    around = frame(
        edition,
        here,
        title=heading,
        description=t("province.description", province=name, total=total),
        section="facilities",
        crumbs=(Link(t("nav.provinces"), edition.urls.provinces()),),
        ld=[list_ld(cards, edition.base_url)] if cards else (),
        arts=arts_of(cards),
    )
    return ProvinceView(around, heading, total, atlas.close(edition, there), rows, cards, turning)
