"""Goods at one stage, as "already exported"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from generator.model.entries import Entry
from generator.model.records.product import Product
from generator.plan.edition import Edition, capital
from generator.plan.frames import Frame, Spot, arts_of, list_ld, spot
from generator.plan.pagers import shelved
from generator.plan.parts import Card, Link, Pager
from generator.plan.targets import Target, page


class StageView(NamedTuple):
    """`lede` says what the stage means and that it is as reported."""

    frame: Frame
    heading: str
    lede: str
    total: str
    cards: tuple[Card, ...]
    pager: Pager


def stages(edition: Edition) -> Iterator[Target]:
    """A page for each stage that a product is at."""
    for stage in edition.catalogue.by_stage:
        yield from _stage(edition, stage)


def _stage(edition: Edition, stage: str) -> Iterator[Target]:
    own = edition.catalogue.by_stage[stage]
    sheets = edition.seals.sheets(f"stage {stage}", own)
    for seal, (turning, shown) in zip(sheets, shelved(own, partial(edition.urls.stage, stage)), strict=True):
        here = spot(edition, "stage", lambda urls, n=turning.current: urls.stage(stage, n))  # type: ignore[misc]
        view = partial(_view, edition, here, stage, turning, shown)
        of = (seal, str(len(own)))
        yield page(edition, here, "stage", view, f"stage {stage} {turning.current}", of=of)


def _view(edition: Edition, here: Spot, stage: str, turning: Pager, shown: Sequence[Entry[Product]]) -> StageView:
    t = edition.t
    name, lede = capital(t(f"stage.{stage}")), t(f"stage-lede.{stage}")
    heading = name if turning.current == 1 else t("list.page", name=name, number=str(turning.current))
    total = edition.language.t("count.products", n=len(edition.catalogue.by_stage[stage]))
    cards = edition.cards(shown)
    around = Frame(
        edition,
        here,
        title=heading,
        description=lede,
        section="products",
        crumbs=(Link(t("nav.stages"), edition.urls.stages()),),
        ld=list_ld(cards, edition.base_url),
        arts=arts_of(cards),
    )
    return StageView(around, heading, lede, total, cards, turning)
