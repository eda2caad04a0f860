"""A content page: about, how to order, privacy."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.model.entries import Entry
from generator.model.records.small import Page
from generator.plan.edition import Edition
from generator.plan.frames import Frame, Spot, spot
from generator.plan.parts import Link, Source, Story
from generator.plan.targets import Target, page


class PageView(NamedTuple):
    """`others` are the other content pages."""

    frame: Frame
    heading: str
    story: Story
    others: tuple[Link, ...]
    sources: tuple[Source, ...]


def pages(edition: Edition) -> Iterator[Target]:
    """A page for each content page."""
    for entry in edition.catalogue.pages.values():
        codes = [language.code for language in edition.others]
        told = [code for code in codes if code in entry.record.title and (code in entry.stories or not entry.stories)]
        here = spot(edition, "page", lambda urls, entry=entry: urls.page(entry), translated=tuple(told))  # type: ignore[misc]
        of = (edition.seals.every_source, edition.seals.linked(entry))
        yield page(edition, here, "page", partial(_view, edition, here, entry), f"page {entry.key}", of=of)


def _view(edition: Edition, here: Spot, entry: Entry[Page]) -> PageView:
    words = edition.language.words
    cites = edition.cites()
    story = edition.story(entry, cites) or Story("", 0, edition.code, ())
    title = words(entry.record.title)
    others = tuple(
        Link(words(p.record.title), edition.urls.page(p)) for p in edition.catalogue.pages.values() if p is not entry
    )
    around = Frame(
        edition,
        here,
        title=title,
        description=words(entry.record.summary) or title,
        section=entry.key,
    )
    return PageView(around, title, story, others, cites.listed())
