"""A province: its facilities and their goods."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from generator.model.entries import Entry
from generator.model.records.product import Product
from generator.plan import atlas
from generator.plan.edition import Edition
from generator.plan.frames import Frame, Spot, arts_of, list_ld, spot
from generator.plan.pagers import shelved
from generator.plan.parts import Card, FacilityRow, Link, Map, Pager
from generator.plan.pieces import piece
from generator.plan.targets import Target, page


class ProvinceView:
    """A province's page, made piece by piece as its template asks for it."""

    def __init__(
        self, edition: Edition, here: Spot, code: str, turning: Pager, shown: Sequence[Entry[Product]]
    ) -> None:
        self._edition, self._here, self._code, self._turning, self._shown = edition, here, code, turning, shown
        self._there = edition.catalogue.facilities_by_province[code]

    @piece
    def frame(self) -> Frame:
        """What stands round the page."""
        edition = self._edition
        name = edition.t(f"province.{self._code}")
        return Frame(
            edition,
            self._here,
            title=self.heading,
            description=edition.t("province.description", province=name, total=self.total),
            section="facilities",
            crumbs=(Link(edition.t("nav.provinces"), edition.urls.provinces()),),
            ld=list_ld(self.cards, edition.base_url),
            arts=arts_of(self.cards),
        )

    @piece
    def heading(self) -> str:
        """The province's name, and which page of it this is."""
        name, number = self._edition.t(f"province.{self._code}"), self._turning.current
        return name if number == 1 else self._edition.t("list.page", name=name, number=str(number))

    @piece
    def total(self) -> str:
        """How many products there are."""
        own = self._edition.catalogue.by_province.get(self._code, ())
        return self._edition.language.t("count.products", n=len(own))

    @piece
    def map(self) -> Map:
        """Its facilities from near by."""
        return atlas.close(self._edition, self._there)

    @piece
    def facilities(self) -> tuple[FacilityRow, ...]:
        """All its facilities."""
        return tuple(self._edition.facility_row(entry) for entry in self._there)

    @piece
    def cards(self) -> tuple[Card, ...]:
        """The page's products."""
        return self._edition.cards(self._shown)

    @piece
    def pager(self) -> Pager:
        """The way through its pages."""
        return self._turning


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
        view = partial(ProvinceView, edition, here, code, turning, shown)
        yield page(edition, here, "province", view, f"province {code} {turning.current}", of=of)
