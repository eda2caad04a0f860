"""The page at the site's root, where a reader chooses a language."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from generator.plan.edition import Edition
from generator.plan.frames import Frame, Spot, spot
from generator.plan.targets import Target, page
from generator.plan.urls import GATEWAY


class Choice(NamedTuple):
    """One language: its own name, the site's title and one sentence on the catalogue, all in that language."""

    lang: str
    name: str
    title: str
    tagline: str
    href: str


class GatewayView(NamedTuple):
    """`choices` are the languages, the reference first."""

    frame: Frame
    choices: tuple[Choice, ...]


def gateway(editions: Sequence[Edition]) -> Target:
    """The one page that belongs to no language; its frame is the reference language's."""
    first = editions[0]
    here = spot(first, "gateway", lambda _urls: GATEWAY)
    of = [edition.digest for edition in editions]
    return page(first, here, "gateway", partial(_view, editions, here), GATEWAY, of=of)


def _view(editions: Sequence[Edition], here: Spot) -> GatewayView:
    first = editions[0]
    choices = []
    for edition in editions:
        site = edition.catalogue.site
        title, tagline = edition.language.words(site.title), edition.language.words(site.tagline)
        choices.append(Choice(edition.code, edition.language.own_name(), title, tagline, edition.urls.home()))
    title = first.language.words(first.catalogue.site.title)
    tagline = first.language.words(first.catalogue.site.tagline)
    around = Frame(first, here, title=title, description=tagline).but(crumbs=(), ld=(), hreflang=(), trail="")
    return GatewayView(around, tuple(choices))
