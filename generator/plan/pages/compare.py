"""Two to four products side by side. Which, stands in the page's address; without a script it says how to compare."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from generator.plan.edition import Edition
from generator.plan.frames import Frame, Spot, spot
from generator.plan.parts import Link
from generator.plan.targets import Target, page

if TYPE_CHECKING:
    from generator.plan.offers import Offers


class CompareView(NamedTuple):
    """`data` are the addresses of the scripts with what a comparison needs; `ways` lead to the goods."""

    frame: Frame
    heading: str
    lede: str
    data: tuple[str, ...]
    ways: tuple[Link, ...]


def compare(edition: Edition, offers: Offers) -> Target:
    """The one page of comparison of a language."""
    here = spot(edition, "compare", lambda urls: urls.compare())
    data = (offers.index, offers.words[edition.code])
    return page(edition, here, "compare", partial(_view, edition, here, data), "compare", of=data)


def _view(edition: Edition, here: Spot, data: tuple[str, ...]) -> CompareView:
    t, urls = edition.t, edition.urls
    heading, lede = t("nav.compare"), t("lede.compare")
    around = Frame(edition, here, title=heading, description=lede)
    ways = (Link(t("nav.products"), urls.products()), Link(t("nav.categories"), urls.categories()))
    return CompareView(around, heading, lede, data, ways)
