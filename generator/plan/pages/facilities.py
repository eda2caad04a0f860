"""All facilities, on a map and as a list by province."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.plan.edition import Edition
from generator.plan.frames import frame
from generator.plan.parts import FacilityRow, Frame, Link, Map
from generator.plan.targets import Target, page


@dataclass(frozen=True, slots=True)
class FacilitiesView:
    """`groups` are provinces, each with its facilities."""

    frame: Frame
    heading: str
    total: str
    map: Map
    groups: tuple[tuple[Link, tuple[FacilityRow, ...]], ...]


def facilities(edition: Edition) -> Iterator[Target]:
    """The one page of all facilities."""
    catalogue, t = edition.catalogue, edition.t
    groups = []
    for code, own in catalogue.facilities_by_province.items():
        link = Link(t(f"province.{code}"), edition.urls.province(code))
        groups.append((link, tuple(edition.facility_row(entry) for entry in own)))
    groups.sort(key=lambda group: group[0].text)
    total = edition.language.t("count.facilities", n=len(catalogue.facilities))
    heading = t("nav.facilities")
    around = frame(
        edition,
        "facilities",
        address=lambda u: u.facilities(),
        title=heading,
        description=t("facilities.description", total=total),
        section="facilities",
    )
    chart = edition.map(catalogue.facilities.values(), with_missing=True)
    yield page(edition, "facilities", FacilitiesView(around, heading, total, chart, tuple(groups)), "facilities")
