"""All products, 48 to a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple

from generator.model.entries import Entry
from generator.model.records.product import Product
from generator.plan.edition import Edition
from generator.plan.frames import Frame, Spot, arts_of, list_ld, spot
from generator.plan.pagers import shelved
from generator.plan.parts import Card, Link, Pager
from generator.plan.targets import Target, page


class ProductsView(NamedTuple):
    """`ways` are other ways in: categories, provinces, stages."""

    frame: Frame
    heading: str
    total: str
    cards: tuple[Card, ...]
    pager: Pager
    ways: tuple[Link, ...]


def products(edition: Edition) -> Iterator[Target]:
    """All products, page by page."""
    catalogue, listed = edition.catalogue, edition.catalogue.listed
    sheets = edition.seals.sheets("products", listed)
    for seal, (turning, shown) in zip(sheets, shelved(listed, edition.urls.products), strict=True):
        here = spot(edition, "products", lambda urls, n=turning.current: urls.products(n))  # type: ignore[misc]
        of = (seal, str(len(listed)), *catalogue.by_category)
        view = partial(_view, edition, here, turning, shown)
        yield page(edition, here, "products", view, f"products {turning.current}", of=of)


def _view(edition: Edition, here: Spot, turning: Pager, shown: Sequence[Entry[Product]]) -> ProductsView:
    t, urls = edition.t, edition.urls
    cards = edition.cards(shown)
    total = edition.language.t("count.products", n=len(edition.catalogue.listed))
    heading = t("nav.products")
    heading = heading if turning.current == 1 else t("list.page", name=heading, number=str(turning.current))
    around = Frame(
        edition,
        here,
        title=heading,
        description=t("products.description", total=total),
        section="products",
        ld=list_ld(cards, edition.base_url),
        arts=chain(arts_of(cards), map(edition.category_art, edition.catalogue.by_category)),  # what a search draws
    )
    ways = (
        Link(t("nav.categories"), urls.categories()),
        Link(t("nav.provinces"), urls.provinces()),
        Link(t("nav.stages"), urls.stages()),
    )
    return ProductsView(around, heading, total, cards, turning, ways)
