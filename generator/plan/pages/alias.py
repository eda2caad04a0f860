"""Old addresses: small pages that lead on to where an entry is now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from generator.plan.edition import Edition
from generator.plan.frames import Frame, Spot, spot
from generator.plan.parts import Link
from generator.plan.targets import Target, page
from generator.plan.urls import absolute, root_of


class AliasView(NamedTuple):
    """`to` is where the entry is now."""

    frame: Frame
    to: Link


def aliases(edition: Edition) -> Iterator[Target]:
    """Each old address leads to its entry in the language it begins with, else in the reference language."""
    catalogue, urls, words = edition.catalogue, edition.urls, edition.language.words
    for product in catalogue.products.values():
        if product.gist.aliases:
            to = Link(str(words(product.label.name)), urls.product(product))
            yield from _aliases(edition, product.gist.aliases, to)
    for facility in catalogue.facilities.values():
        yield from _aliases(edition, facility.gist.aliases, Link(facility.record.name, urls.facility(facility.key)))
    for entry in catalogue.pages.values():
        to = Link(str(words(entry.record.title)), urls.page(entry))
        yield from _aliases(edition, entry.record.aliases, to)


def _aliases(edition: Edition, old_ones: Iterable[str], to: Link) -> Iterator[Target]:
    codes = [language.code for language in edition.others]
    for old in old_ones:
        first = old.partition("/")[0]
        if edition.code == (first if first in codes else codes[0]):
            here = spot(edition, "alias", lambda _urls: to.href)._replace(path=old)
            yield page(edition, here, "alias", partial(_view, edition, here, to), f"alias {old}", of=(to.text, to.href))


def _view(edition: Edition, here: Spot, to: Link) -> AliasView:
    around = Frame(edition, here, title=to.text, description=to.text)
    canonical = absolute(edition.base_url, to.href)
    return AliasView(
        around.but(root=root_of(here.path), canonical=canonical, hreflang=(), crumbs=(), ld=(), trail=""), to
    )
