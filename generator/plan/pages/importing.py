"""Where goods made in prisons may be imported, country by country."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.plan import rules
from generator.plan.edition import Edition
from generator.plan.frames import Frame, Spot, spot
from generator.plan.parts import Link, Market
from generator.plan.targets import Target, page


class ImportingView(NamedTuple):
    """`groups` are (anchor, country, rules), the strictest first; `guide` leads to a content page on importing."""

    frame: Frame
    heading: str
    groups: tuple[tuple[str, str, tuple[Market, ...]], ...]
    guide: Link | None


def importing(edition: Edition) -> Iterator[Target]:
    """The one page of rules."""
    here = spot(edition, "importing", lambda urls: urls.importing())
    yield page(edition, here, "importing", partial(_view, edition, here), "importing")


def _view(edition: Edition, here: Spot) -> ImportingView:
    """Rules on prison-made goods, then rules on such goods as goods, gathered by country."""
    groups: dict[str, list[Market]] = {}
    for rule in (*rules.markets(edition, about="prison-goods"), *rules.markets(edition, about="goods")):
        groups.setdefault(rule.country, []).append(rule)
    codes = {edition.language.country(m.record.country): m.record.country for m in edition.catalogue.markets}
    listed = tuple((codes[country].lower(), country, tuple(those)) for country, those in groups.items())
    heading = edition.t("importing.heading")
    around = Frame(
        edition,
        here,
        title=heading,
        description=edition.t("lede.importing"),
        section="importing",
    )
    address = edition.guide("importing")
    guide = Link(edition.t("importing.guide"), address) if address else None
    return ImportingView(around, heading, listed, guide)
