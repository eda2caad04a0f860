"""Lists of ways on: the categories, provinces, stages and programmes that have something to show."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from generator.model.kinds import VOCABULARIES
from generator.plan.edition import Edition, capital
from generator.plan.frames import Frame, Spot, arts_of, spot
from generator.plan.parts import Tile
from generator.plan.targets import Target, page


class TilesView(NamedTuple):
    """A page that is a list of ways on: categories, provinces, stages or programmes."""

    frame: Frame
    heading: str
    lede: str
    tiles: tuple[Tile, ...]


def category_tiles(edition: Edition) -> tuple[Tile, ...]:
    """The categories that have products, in the taxonomy's order."""
    words = edition.language.words
    tiles = []
    for key, entry in edition.catalogue.categories.items():
        own = edition.catalogue.by_category.get(key, ())
        if own:
            count = edition.language.t("count.products", n=len(own))
            summary = words(entry.record.summary)
            tiles.append(
                Tile(edition.urls.category(key), words(entry.record.name), count, summary, edition.category_art(key))
            )
    return tuple(tiles)


def categories(edition: Edition) -> Iterator[Target]:
    """The list of categories."""
    yield _tiles(edition, "categories", category_tiles)


def _province_tiles(edition: Edition) -> tuple[Tile, ...]:
    """The provinces that have a facility, by name."""
    catalogue, language = edition.catalogue, edition.language
    tiles = []
    for code, facilities in catalogue.facilities_by_province.items():
        own = catalogue.by_province.get(code, ())
        name = edition.t(f"province.{code}")
        count = language.t("count.products", n=len(own)) if own else edition.t("list.empty")
        tiles.append(Tile(edition.urls.province(code), name, count, language.t("count.facilities", n=len(facilities))))
    return tuple(sorted(tiles, key=lambda tile: tile.name))


def provinces(edition: Edition) -> Iterator[Target]:
    """The list of provinces."""
    yield _tiles(edition, "provinces", _province_tiles)


def _stage_tiles(edition: Edition) -> tuple[Tile, ...]:
    """The stages that a product is at, the furthest first."""
    tiles = []
    for stage in reversed(VOCABULARIES["stage"]):
        own = edition.catalogue.by_stage.get(stage, ())
        if own:
            count = edition.language.t("count.products", n=len(own))
            summary = edition.t(f"stage-lede.{stage}")
            tiles.append(Tile(edition.urls.stage(stage), capital(edition.t(f"stage.{stage}")), count, summary))
    return tuple(tiles)


def stages(edition: Edition) -> Iterator[Target]:
    """The list of stages."""
    yield _tiles(edition, "stages", _stage_tiles)


def _programme_tiles(edition: Edition) -> tuple[Tile, ...]:
    words = edition.language.words
    tiles = []
    for key, entry in edition.catalogue.programmes.items():
        count = edition.language.t("count.facilities", n=len(entry.record.sites))
        tiles.append(Tile(edition.urls.programme(key), words(entry.record.name), count, words(entry.record.says)))
    return tuple(tiles)


def programmes(edition: Edition) -> Iterator[Target]:
    """The list of programmes."""
    yield _tiles(edition, "programmes", _programme_tiles)


def _tiles(edition: Edition, kind: str, tiles: Callable[[Edition], tuple[Tile, ...]]) -> Target:
    here = spot(edition, kind, lambda urls: str(getattr(urls, kind)()))
    return page(edition, here, "tiles", partial(_view, edition, here, tiles), kind, of=(counts(edition),))


def counts(edition: Edition) -> str:
    """How many products and facilities there are of each kind: what lists of ways on say."""
    catalogue = edition.catalogue
    groups = (catalogue.by_category, catalogue.by_province, catalogue.by_stage, catalogue.facilities_by_province)
    return repr([[(key, len(own)) for key, own in group.items()] for group in groups])


def _view(edition: Edition, here: Spot, tiles: Callable[[Edition], tuple[Tile, ...]]) -> TilesView:
    heading, lede = edition.t(f"nav.{here.kind}"), edition.t(f"lede.{here.kind}")
    shown = tiles(edition)
    around = Frame(edition, here, title=heading, description=lede, section=here.kind, arts=arts_of(shown))
    return TilesView(around, heading, lede, shown)
