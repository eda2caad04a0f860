"""The front page of a language: the window of the shop."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.plan import atlas, record
from generator.plan.edition import Edition
from generator.plan.frames import arts_of, frame
from generator.plan.pages.categories import category_tiles
from generator.plan.parts import Card, Frame, Link, Map, Moment, Tile
from generator.plan.targets import Target, page


@dataclass(frozen=True, slots=True)
class HomeView:
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
    catalogue, t, urls = edition.catalogue, edition.t, edition.urls
    title = edition.language.words(catalogue.site.title)
    tagline = edition.language.words(catalogue.site.tagline)
    featured = edition.cards(catalogue.listed[:FEATURED])
    tiles = category_tiles(edition)
    shipped = [row for p in catalogue.listed if p.record.exports for row in record.rows(edition, p, named=True)]
    shipped = sorted((r for r in shipped if r.kind != "sales"), key=lambda r: r.end or r.start, reverse=True)
    latest = tuple(replace(row.tell(edition.cites()), cites=()) for row in shipped[:RECORD])
    exported = catalogue.by_stage.get("repeat-export", ()) or catalogue.by_stage.get("exported", ())
    stage = exported[0].record.stage if exported else None
    around = frame(
        edition,
        "home",
        address=lambda u: u.home(),
        title=title,
        description=tagline,
        ld=[_publisher(edition)],
        arts=(*arts_of(featured), *arts_of(tiles)),
    )
    view = HomeView(
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
    yield page(edition, "home", view, "home")


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
