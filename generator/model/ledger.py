"""What is on record of a product, as it lies in time: shipments, sales, a run of production; in no language."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from generator.model.records.parts import Export, Production, Sale
from generator.model.records.product import Product


class Event(NamedTuple):
    """One thing on record. `kind` is `export`, `sample`, `launch`, `sales` or `production`; `start` and `end` are ISO
    days, empty where not known; `group` names a sale's span and source: what a chart may compare, or empty."""

    kind: str
    start: str
    end: str
    group: str = ""

    @property
    def latest(self) -> str:
        return self.end or self.start


ABROAD, SALES = ("export", "sample", "launch"), "sales"  # kinds of events
KIND, START, END, GROUP = range(4)  # an event's parts, where there are too many to name each


def events(product: Product) -> Iterator[Event]:
    """Everything on record, in the order of the file."""
    for export in product.exports:
        yield of_export(export)
    for sale in product.sales:
        yield of_sale(sale)
    if product.production:
        yield of_production(product.production)


def of_export(export: Export) -> Event:
    """When it was shipped, or when that was said."""
    known = export.date or export.said or ""
    return Event(export.kind if export.kind in ("sample", "launch") else "export", first_day(known), last_day(known))


def of_sale(sale: Sale) -> Event:
    """A sale's span: one without a beginning is drawn as the year before its end."""
    end = last_day(sale.to or sale.said or sale.from_ or "")
    start = first_day(sale.from_) if sale.from_ else _year_before(end)
    span = [sale.from_, sale.to] if sale.from_ or sale.to else sale.period
    group = json.dumps([span, sale.source], ensure_ascii=False) if sale.source else ""
    return Event(SALES, start, end, group)


def of_production(run: Production) -> Event:
    """When it was made; a run without an end is told by its beginning."""
    span = run.made_between
    start, end = (first_day(span.from_), last_day(span.to or "")) if span else ("", "")
    return Event("production", start, end or start)


def first_day(text: str) -> str:
    """The first day that a date of any precision may mean."""
    return (text + "-01-01"[3 * text.count("-") :])[:10] if text else ""


def last_day(text: str) -> str:
    """The last day that a date of any precision may mean."""
    if len(text) == 4:
        return f"{text}-12-31"
    if len(text) == 7:
        return (month_after(date.fromisoformat(f"{text}-01")) - timedelta(days=1)).isoformat()
    return text


def month_after(day: date) -> date:
    """The first day of the next month."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def _year_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=365)).isoformat() if day else ""
