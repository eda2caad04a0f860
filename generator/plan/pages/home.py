"""The front page of a language: the window of the shop."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import chain, islice
from typing import NamedTuple

from generator.model.catalogue import Line
from generator.model.ledger import ABROAD, KIND, SALES
from generator.plan import atlas, record
from generator.plan.edition import Edition
from generator.plan.frames import Frame, Spot, arts_of, spot
from generator.plan.pages.categories import category_tiles, counts
from generator.plan.parts import Card, Link, Map, Moment, Tile
from generator.plan.targets import Target, page


class HomeView(NamedTuple):
    """`counts` is one sentence ("22 produk dari 18 unit di 6 provinsi"); `record` the latest rows of the track record;
    `exported` leads to the goods already exported, where there are any."""

    frame: Frame
    counts: str
    featured: tuple[Card, ...]
    categories: tuple[Tile, ...]
    record: tuple[Moment, ...]
    map: Map
    products: Link
    facilities: Link
    track_record: Link
    exported: Link | None


FEATURED = 8  # cards in the window
RECORD = 4  # rows of the track record


def home(edition: Edition) -> Iterator[Target]:
    """The front page."""
    catalogue, seals = edition.catalogue, edition.seals
    here = spot(edition, "home", lambda urls: urls.home())
    shown = seals.cards((*catalogue.listed[:FEATURED], *(line.entry for line in _latest(edition))))
    of = (shown, seals.every_source, seals.rows(catalogue.facilities.values()), counts(edition))
    yield page(edition, here, "home", partial(_view, edition, here), "home", of=of)


def _latest(edition: Edition) -> list[Line]:
    """The latest of the record, sales aside, of what has gone abroad."""
    lines = (line for line in edition.catalogue.ledger if line.event[KIND] != SALES)
    shipped = (line for line in lines if any(event[KIND] in ABROAD for event in line.entry.gist.events))
    return list(islice(shipped, RECORD))


def _view(edition: Edition, here: Spot) -> HomeView:
    catalogue, t, urls = edition.catalogue, edition.t, edition.urls
    title = edition.language.words(catalogue.site.title)
    tagline = edition.language.words(catalogue.site.tagline)
    featured = edition.cards(catalogue.listed[:FEATURED])
    tiles = category_tiles(edition)
    latest = tuple(
        record.moment(edition, line.entry, line.number, edition.cites())._replace(cites=()) for line in _latest(edition)
    )
    stage = next((stage for stage in ("repeat-export", "exported") if stage in catalogue.by_stage), None)
    around = Frame(
        edition,
        here,
        title=title,
        description=tagline,
        ld=[_publisher(edition)],
        arts=chain(arts_of(featured), arts_of(tiles)),
    )
    return HomeView(
        frame=around,
        counts=_counts(edition),
        featured=featured,
        categories=tiles,
        record=latest,
        map=atlas.whole(edition, catalogue.facilities.values()),
        products=Link(t("home.all-products"), urls.products()),
        facilities=Link(t("home.all-facilities"), urls.facilities()),
        track_record=Link(t("home.track-record"), urls.track_record()),
        exported=Link(t("home.exported"), urls.stage(stage)) if stage else None,
    )


def _counts(edition: Edition) -> str:
    """`22 produk, 18 unit, 7 provinsi`, only of what can be seen."""
    catalogue, language = edition.catalogue, edition.language
    return edition.t(
        "home.counts",
        products=language.t("count.products", n=len(catalogue.listed)),
        facilities=language.t("count.facilities", n=len(catalogue.facilities)),
        provinces=language.t("count.provinces", n=len(catalogue.facilities_by_province)),
    )


def _publisher(edition: Edition) -> dict[str, object]:
    publisher = edition.catalogue.site.publisher
    return {"@type": "Organization", "name": publisher.name, "url": edition.base_url}
