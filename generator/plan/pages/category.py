"""One category, 48 products to a page, with what to ask and which papers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.catalogue import Entry
from generator.model.records.small import Category
from generator.plan.edition import Edition, pager, pages_of
from generator.plan.frames import arts_of, frame, list_ld
from generator.plan.parts import Art, Card, Frame, Link, Market, Pager, Paper
from generator.plan.prices import PriceRow, prices
from generator.plan.targets import Target, page
from generator.plan.urls import PER_PAGE


@dataclass(frozen=True, slots=True)
class CategoryView:
    """`asks` are the lines a buyer of such goods asks for; `markets` rules on such goods as goods; `prices` are the
    page's products once more, as the price list that it is printed as."""

    frame: Frame
    heading: str
    lede: str
    total: str
    art: Art
    cards: tuple[Card, ...]
    pager: Pager
    asks: tuple[str, ...]
    papers: tuple[Paper, ...]
    markets: tuple[Market, ...]
    prices: tuple[PriceRow, ...]


def categories(edition: Edition) -> Iterator[Target]:
    """A page for each category that has products, and for its second and later pages."""
    for key, entry in edition.catalogue.categories.items():
        if key in edition.catalogue.by_category:
            yield from _category(edition, entry)


def _category(edition: Edition, entry: Entry[Category]) -> Iterator[Target]:
    category, t, words = entry.record, edition.t, edition.language.words
    own = edition.catalogue.by_category[entry.key]
    addresses = tuple(edition.urls.category(entry.key, n) for n in range(1, pages_of(len(own)) + 1))
    name, lede = words(category.name), words(category.summary)
    total = edition.language.t("count.products", n=len(own))
    papers = edition.papers(category=entry.key, traits=category.traits, abroad=True)
    for number in range(1, len(addresses) + 1):
        shown = own[(number - 1) * PER_PAGE : number * PER_PAGE]
        cards, rows = edition.cards(shown), prices(edition, shown)
        heading = name if number == 1 else t("list.page", name=name, number=str(number))
        around = frame(
            edition,
            "category",
            address=lambda u, n=number: u.category(entry.key, n),  # type: ignore[misc]
            title=heading,
            description=lede or total,
            section="categories",
            crumbs=(Link(t("nav.categories"), edition.urls.categories()),),
            ld=[list_ld(cards, edition.base_url)],
            arts=(*arts_of(cards), edition.category_art(entry.key)),
        )
        asks = tuple(words(ask.label) for ask in category.asks)
        rules = edition.markets(about="goods", category=entry.key)
        art = edition.category_art(entry.key)
        turning = pager(number, addresses)
        view = CategoryView(around, heading, lede, total, art, cards, turning, asks, papers, rules, rows)
        yield page(edition, "category", view, f"category {entry.key} {number}")
