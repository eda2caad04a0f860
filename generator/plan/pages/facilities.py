"""All facilities, on a map and as a list by province."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.plan import atlas
from generator.plan.edition import Edition
from generator.plan.frames import Frame, Spot, spot
from generator.plan.parts import FacilityRow, Link, Map
from generator.plan.targets import Target, page


class FacilitiesView(NamedTuple):
    """`groups` are provinces, each with its facilities, or with none where they are too many for one page: then the
    province's own page lists them, and its link's note says how many."""

    frame: Frame
    heading: str
    total: str
    map: Map
    groups: tuple[tuple[Link, tuple[FacilityRow, ...]], ...]


MOST_ROWS = 120


def facilities(edition: Edition) -> Iterator[Target]:
    """The one page of all facilities."""
    here = spot(edition, "facilities", lambda urls: urls.facilities())
    of = (edition.seals.rows(edition.catalogue.facilities.values()),)
    yield page(edition, here, "facilities", partial(_view, edition, here), "facilities", of=of)


def _view(edition: Edition, here: Spot) -> FacilitiesView:
    catalogue, t = edition.catalogue, edition.t
    groups = []
    few = len(catalogue.facilities) <= MOST_ROWS
    for code, own in catalogue.facilities_by_province.items():
        count = edition.language.t("count.facilities", n=len(own))
        link = Link(t(f"province.{code}"), edition.urls.province(code), note=count)
        groups.append((link, tuple(edition.facility_row(entry) for entry in own) if few else ()))
    groups.sort(key=lambda group: group[0].text)
    total = edition.language.t("count.facilities", n=len(catalogue.facilities))
    heading = t("nav.facilities")
    around = Frame(
        edition,
        here,
        title=heading,
        description=t("facilities.description", total=total),
        section="facilities",
    )
    chart = atlas.whole(edition, catalogue.facilities.values(), missing=catalogue.facilities.values())
    return FacilitiesView(around, heading, total, chart, tuple(groups))
