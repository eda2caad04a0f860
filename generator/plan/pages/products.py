"""All products, 48 to a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.plan.edition import Edition, pager, pages_of
from generator.plan.frames import arts_of, frame, list_ld
from generator.plan.parts import Card, Frame, Link, Pager
from generator.plan.targets import Target, page
from generator.plan.urls import PER_PAGE


@dataclass(frozen=True, slots=True)
class ProductsView:
    """`ways` are other ways in: categories, provinces, stages."""

    frame: Frame
    heading: str
    total: str
    cards: tuple[Card, ...]
    pager: Pager
    ways: tuple[Link, ...]


def products(edition: Edition) -> Iterator[Target]:
    """All products, page by page."""
    listed, t, urls = edition.catalogue.listed, edition.t, edition.urls
    addresses = tuple(urls.products(n) for n in range(1, pages_of(len(listed)) + 1))
    ways = (
        Link(t("nav.categories"), urls.categories()),
        Link(t("nav.provinces"), urls.provinces()),
        Link(t("nav.stages"), urls.stages()),
    )
    total = edition.language.t("count.products", n=len(listed))
    for number in range(1, len(addresses) + 1):
        cards = edition.cards(listed[(number - 1) * PER_PAGE : number * PER_PAGE])
        heading = t("nav.products") if number == 1 else t("list.page", name=t("nav.products"), number=str(number))
        around = frame(
            edition,
            "products",
            address=lambda u, n=number: u.products(n),  # type: ignore[misc]
            title=heading,
            description=t("products.description", total=total),
            section="products",
            ld=[list_ld(cards, edition.base_url)],
            arts=[*arts_of(cards), *map(edition.category_art, edition.catalogue.by_category)],  # what a search draws
        )
        view = ProductsView(around, heading, total, cards, pager(number, addresses), ways)
        yield page(edition, "products", view, f"products {number}")
