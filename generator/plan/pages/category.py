"""One category, 48 products to a page, with what to ask and which papers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain

from generator.model.entries import Entry
from generator.model.records.product import Product
from generator.model.records.small import Category
from generator.plan import rules
from generator.plan.edition import Edition
from generator.plan.frames import Frame, Spot, arts_of, list_ld, spot
from generator.plan.pagers import shelved
from generator.plan.parts import Art, Card, Link, Market, Pager, Paper
from generator.plan.pieces import piece
from generator.plan.prices import PriceRow, prices
from generator.plan.targets import Target, page


class CategoryView:
    """A page of a category, made piece by piece as its template asks for it."""

    def __init__(
        self,
        edition: Edition,
        here: Spot,
        entry: Entry[Category],
        turning: Pager,
        shown: Sequence[Entry[Product]],
    ) -> None:
        self._edition, self._here, self._entry, self._turning, self._shown = edition, here, entry, turning, shown

    @piece
    def frame(self) -> Frame:
        """What stands round the page."""
        edition = self._edition
        return Frame(
            edition,
            self._here,
            title=self.heading,
            description=self.lede or self.total,
            section="categories",
            crumbs=(Link(edition.t("nav.categories"), edition.urls.categories()),),
            ld=list_ld(self.cards, edition.base_url),
            arts=chain(arts_of(self.cards), [self.art]),
        )

    @piece
    def heading(self) -> str:
        """The category's name, and which page of it this is."""
        name, number = self._edition.language.words(self._entry.record.name), self._turning.current
        return name if number == 1 else self._edition.t("list.page", name=name, number=str(number))

    @piece
    def lede(self) -> str:
        """One sentence on what it holds, or empty."""
        return self._edition.language.words(self._entry.record.summary)

    @piece
    def total(self) -> str:
        """How many products there are."""
        own = self._edition.catalogue.by_category[self._entry.key]
        return self._edition.language.t("count.products", n=len(own))

    @piece
    def art(self) -> Art:
        """Its pattern."""
        return self._edition.category_art(self._entry.key)

    @piece
    def cards(self) -> tuple[Card, ...]:
        """The page's products."""
        return self._edition.cards(self._shown)

    @piece
    def pager(self) -> Pager:
        """The way through its pages."""
        return self._turning

    @piece
    def asks(self) -> tuple[str, ...]:
        """The lines that a buyer of such goods asks for."""
        return tuple(self._edition.language.words(ask.label) for ask in self._entry.record.asks)

    @piece
    def papers(self) -> tuple[Paper, ...]:
        """The papers to ask for."""
        category = self._entry.record
        return rules.papers(self._edition, category=self._entry.key, traits=category.traits, abroad=True)

    @piece
    def markets(self) -> tuple[Market, ...]:
        """Rules on such goods as goods."""
        return rules.markets(self._edition, about="goods", category=self._entry.key)

    @piece
    def prices(self) -> tuple[PriceRow, ...]:
        """The page's products once more, as the price list that it is printed as."""
        return prices(self._edition, self._shown)


def categories(edition: Edition) -> Iterator[Target]:
    """A page for each category that has products, and for its second and later pages."""
    for key, entry in edition.catalogue.categories.items():
        own = edition.catalogue.by_category.get(key, ())
        if not own:
            continue
        sheets = edition.seals.sheets(f"category {key}", own)
        for seal, (turning, shown) in zip(sheets, shelved(own, partial(edition.urls.category, key)), strict=True):
            number = turning.current
            here = spot(edition, "category", lambda urls, key=key, n=number: urls.category(key, n))  # type: ignore[misc]
            view = partial(CategoryView, edition, here, entry, turning, shown)
            of = (seal, str(len(own)))
            yield page(edition, here, "category", view, f"category {key} {number}", of=of)
