"""A content page: about, how to order, privacy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.catalogue import Entry
from generator.model.records.small import Page
from generator.plan.edition import Edition
from generator.plan.frames import frame
from generator.plan.parts import Frame, Link, Source, Story
from generator.plan.targets import Target, page


@dataclass(frozen=True, slots=True)
class PageView:
    """`others` are the other content pages."""

    frame: Frame
    heading: str
    story: Story
    others: tuple[Link, ...]
    sources: tuple[Source, ...]


def pages(edition: Edition) -> Iterator[Target]:
    """A page for each content page."""
    for entry in edition.catalogue.pages.values():
        yield _page(edition, entry)


def _page(edition: Edition, entry: Entry[Page]) -> Target:
    words = edition.language.words
    cites = edition.cites()
    story = edition.story(entry, cites) or Story("", edition.code, ())
    title = words(entry.record.title)
    others = tuple(
        Link(words(p.record.title), edition.urls.page(p)) for p in edition.catalogue.pages.values() if p is not entry
    )
    around = frame(
        edition,
        "page",
        address=lambda u: u.page(entry),
        title=title,
        description=words(entry.record.summary) or title,
        section=entry.key,
        translated=lambda code: code in entry.record.title and (code in entry.stories or not entry.stories),
    )
    return page(edition, "page", PageView(around, title, story, others, cites.listed()), f"page {entry.key}")
