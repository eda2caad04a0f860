"""The page a host shows for an address that leads nowhere: in every language at once, at any depth.

Relative links break there, so it uses the base URL's path; without one it is complete in itself and links nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from generator.plan.edition import Edition
from generator.plan.frames import Frame, Spot, spot
from generator.plan.parts import Link
from generator.plan.targets import Target, page
from generator.plan.urls import NOT_FOUND, base_path


class Lost(NamedTuple):
    """The page in one language; `links` are empty where no base URL is known."""

    lang: str
    heading: str
    text: str
    links: tuple[Link, ...]


class NotFoundView(NamedTuple):
    """`styled` says that style sheets can be linked (a base URL is known)."""

    frame: Frame
    styled: bool
    lost: tuple[Lost, ...]


def not_found(editions: Sequence[Edition]) -> Target:
    """The one page that says in every language that there is no such page."""
    first = editions[0]
    here = spot(first, "not-found", lambda _urls: NOT_FOUND)
    of = [edition.digest for edition in editions]
    return page(first, here, "not_found", partial(_view, editions, here), NOT_FOUND, of=of)


def _view(editions: Sequence[Edition], here: Spot) -> NotFoundView:
    first = editions[0]
    base = base_path(first.base_url) if first.base_url else ""
    lost = []
    for edition in editions:
        t, urls = edition.t, edition.urls
        links = (
            Link(t("nav.home"), urls.home()),
            Link(t("nav.products"), urls.products()),
            Link(t("nav.facilities"), urls.facilities()),
        )
        lost.append(Lost(edition.code, t("not-found.heading"), t("not-found.text"), links if base else ()))
    title, text = first.t("not-found.heading"), first.t("not-found.text")
    around = Frame(first, here, title=title, description=text)
    around = around.but(root=base, canonical="", hreflang=(), crumbs=(), ld=(), trail="", alternates=())
    return NotFoundView(around, bool(base), tuple(lost))
