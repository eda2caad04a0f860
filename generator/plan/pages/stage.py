"""Goods at one stage, as "already exported"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.plan.edition import Edition, capital, pager, pages_of
from generator.plan.frames import arts_of, frame, list_ld
from generator.plan.parts import Card, Frame, Link, Pager
from generator.plan.targets import Target, page
from generator.plan.urls import PER_PAGE


@dataclass(frozen=True, slots=True)
class StageView:
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
    own, t = edition.catalogue.by_stage[stage], edition.t
    name, lede = capital(t(f"stage.{stage}")), t(f"stage-lede.{stage}")
    addresses = tuple(edition.urls.stage(stage, n) for n in range(1, pages_of(len(own)) + 1))
    total = edition.language.t("count.products", n=len(own))
    for number in range(1, len(addresses) + 1):
        cards = edition.cards(own[(number - 1) * PER_PAGE : number * PER_PAGE])
        heading = name if number == 1 else t("list.page", name=name, number=str(number))
        around = frame(
            edition,
            "stage",
            address=lambda u, n=number: u.stage(stage, n),  # type: ignore[misc]
            title=heading,
            description=lede,
            section="products",
            crumbs=(Link(t("nav.stages"), edition.urls.stages()),),
            ld=[list_ld(cards, edition.base_url)],
            arts=arts_of(cards),
        )
        view = StageView(around, heading, lede, total, cards, pager(number, addresses))
        yield page(edition, "stage", view, f"stage {stage} {number}")
