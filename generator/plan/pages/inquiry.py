"""A buyer's own list: what it asks, of whom. It is made on the buyer's device; without a script the page says how
to ask instead."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from generator.plan.edition import Edition
from generator.plan.frames import Frame, Spot, spot
from generator.plan.parts import Link
from generator.plan.targets import Target, page

if TYPE_CHECKING:
    from generator.plan.offers import Offers


class InquiryView(NamedTuple):
    """`data` are the addresses of the scripts with what the list needs; `ways` lead to the goods; `guide` to how to
    order and pay; `privacy` to what is kept, where a page says so; `abroad` says which place comes chosen."""

    frame: Frame
    heading: str
    lede: str
    data: tuple[str, ...]
    ways: tuple[Link, ...]
    guide: Link | None
    abroad: bool


def inquiry(edition: Edition, offers: Offers) -> Target:
    """The one inquiry page of a language."""
    here = spot(edition, "inquiry", lambda urls: urls.inquiry())
    data = (offers.index, offers.words[edition.code])
    return page(edition, here, "inquiry", partial(_view, edition, here, data), "inquiry", of=data)


def _view(edition: Edition, here: Spot, data: tuple[str, ...]) -> InquiryView:
    t, urls = edition.t, edition.urls
    heading, lede = t("nav.inquiry"), t("lede.inquiry")
    address = edition.guide("ordering")
    return InquiryView(
        frame=Frame(edition, here, title=heading, description=lede, section="inquiry"),
        heading=heading,
        lede=lede,
        data=data,
        ways=(Link(t("nav.products"), urls.products()), Link(t("nav.categories"), urls.categories())),
        guide=Link(t("inquiry.guide"), address) if address else None,
        abroad=edition.code != "id",
    )
