"""A price list, as a category is printed: what each product costs, at what least, and what is known of it beside."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from generator.model.entries import Entry
from generator.model.records.product import Product
from generator.plan import terms
from generator.plan.edition import Edition


class PriceRow(NamedTuple):
    """One product in words; what nobody has stated is empty. `terms` are the price's conditions, `known` is the line
    of its card where that is not the price."""

    name: str
    maker: str
    place: str
    price: str
    terms: str
    minimum: str
    known: str


def prices(edition: Edition, entries: Iterable[Entry[Product]]) -> tuple[PriceRow, ...]:
    """The rows, in the order of the products."""
    return tuple(_row(edition, entry) for entry in entries)


def _row(edition: Edition, entry: Entry[Product]) -> PriceRow:
    product, card = entry.label, edition.card(entry)
    order, price = product.order, edition.price_line(product.price)
    minimum = edition.language.quantity(order.minimum, order.unit) if order and order.minimum else ""
    conditions = terms.conditions(edition, product.price) if product.price else ""
    return PriceRow(card.name, card.maker, card.place, price, conditions, minimum, "" if price else card.line)
