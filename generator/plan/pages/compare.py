"""Two to four products side by side. Which, stands in the page's address; without a script it says how to compare."""

from __future__ import annotations

from dataclasses import dataclass

from generator.plan.edition import Edition
from generator.plan.frames import frame
from generator.plan.offers import Offers
from generator.plan.parts import Frame, Link
from generator.plan.targets import Target, page


@dataclass(frozen=True, slots=True)
class CompareView:
    """`data` are the addresses of the scripts with what a comparison needs; `ways` lead to the goods."""

    frame: Frame
    heading: str
    lede: str
    data: tuple[str, ...]
    ways: tuple[Link, ...]


def compare(edition: Edition, offers: Offers) -> Target:
    """The one page of comparison of a language."""
    t, urls = edition.t, edition.urls
    heading, lede = t("nav.compare"), t("lede.compare")
    around = frame(edition, "compare", address=lambda u: u.compare(), title=heading, description=lede)
    ways = (Link(t("nav.products"), urls.products()), Link(t("nav.categories"), urls.categories()))
    data = (offers.index, offers.words[edition.code])
    return page(edition, "compare", CompareView(around, heading, lede, data, ways), "compare")
