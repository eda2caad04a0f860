"""Old addresses: small pages that lead on to where an entry is now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.plan.edition import Edition
from generator.plan.frames import frame
from generator.plan.parts import Frame, Link
from generator.plan.targets import Target, page
from generator.plan.urls import absolute, root_of


@dataclass(frozen=True, slots=True)
class AliasView:
    """`to` is where the entry is now."""

    frame: Frame
    to: Link


def aliases(edition: Edition) -> Iterator[Target]:
    """Each old address leads to its entry in the language it begins with, else in the reference language."""
    catalogue, urls, words = edition.catalogue, edition.urls, edition.language.words
    entries = [(p, urls.product(p), words(p.record.name)) for p in catalogue.products.values()]
    entries += [(f, urls.facility(f.key), f.record.name) for f in catalogue.facilities.values()]  # type: ignore[misc]
    entries += [(p, urls.page(p), words(p.record.title)) for p in catalogue.pages.values()]  # type: ignore[misc]
    codes = [language.code for language in edition.others]
    for entry, address, name in entries:
        for old in entry.record.aliases:
            first = old.partition("/")[0]
            if edition.code == (first if first in codes else codes[0]):
                yield _alias(edition, old, Link(str(name), address))


def _alias(edition: Edition, old: str, to: Link) -> Target:
    around = frame(edition, "alias", address=lambda _urls: to.href, title=to.text, description=to.text)
    canonical = absolute(edition.base_url, to.href)
    around = replace(around, path=old, root=root_of(old), canonical=canonical, hreflang=(), crumbs=(), ld=())
    return page(edition, "alias", AliasView(around, to), f"alias {old}")
