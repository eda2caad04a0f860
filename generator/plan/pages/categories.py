"""Lists of ways on: the categories, provinces, stages and programmes that have something to show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.kinds import VOCABULARIES
from generator.plan.edition import Edition, capital
from generator.plan.frames import arts_of, frame
from generator.plan.parts import Frame, Tile
from generator.plan.targets import Target, page


@dataclass(frozen=True, slots=True)
class TilesView:
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
    yield _tiles(edition, "categories", category_tiles(edition))


def provinces(edition: Edition) -> Iterator[Target]:
    """The list of provinces that have a facility."""
    catalogue, language = edition.catalogue, edition.language
    tiles = []
    for code, facilities in catalogue.facilities_by_province.items():
        own = catalogue.by_province.get(code, ())
        name = edition.t(f"province.{code}")
        count = language.t("count.products", n=len(own)) if own else edition.t("list.empty")
        tiles.append(Tile(edition.urls.province(code), name, count, language.t("count.facilities", n=len(facilities))))
    yield _tiles(edition, "provinces", tuple(sorted(tiles, key=lambda tile: tile.name)))


def stages(edition: Edition) -> Iterator[Target]:
    """The list of stages that a product is at, the furthest first."""
    tiles = []
    for stage in reversed(VOCABULARIES["stage"]):
        own = edition.catalogue.by_stage.get(stage, ())
        if own:
            count = edition.language.t("count.products", n=len(own))
            summary = edition.t(f"stage-lede.{stage}")
            tiles.append(Tile(edition.urls.stage(stage), capital(edition.t(f"stage.{stage}")), count, summary))
    yield _tiles(edition, "stages", tuple(tiles))


def programmes(edition: Edition) -> Iterator[Target]:
    """The list of programmes."""
    words = edition.language.words
    tiles = []
    for key, entry in edition.catalogue.programmes.items():
        count = edition.language.t("count.facilities", n=len(entry.record.sites))
        tiles.append(Tile(edition.urls.programme(key), words(entry.record.name), count, words(entry.record.says)))
    yield _tiles(edition, "programmes", tuple(tiles))


def _tiles(edition: Edition, kind: str, tiles: tuple[Tile, ...]) -> Target:
    heading, lede = edition.t(f"nav.{kind}"), edition.t(f"lede.{kind}")
    around = frame(
        edition,
        kind,
        address=lambda u: str(getattr(u, kind)()),
        title=heading,
        description=lede,
        section=kind,
        arts=arts_of(tiles),
    )
    return page(edition, "tiles", TilesView(around, heading, lede, tiles), kind)
