"""The track record in words and as drawn spans: shipments abroad, sales, production, each with its source."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import NamedTuple

from generator.model.entries import Entry, Thing
from generator.model.ledger import END, START, Event, month_after
from generator.model.records.parts import Export, Production, Sale
from generator.model.records.product import Product
from generator.plan.edition import Cites, Edition, capital
from generator.plan.parts import Link, Moment, Span, Stamp, Tick, Value

MARGIN = 80  # thousandths of the line left free at both ends, for strokes that show an end open
STEPS = (1, 3, 6, 12, 24, 60, 120)  # months between ticks
MOST_TICKS = 6


class Row(NamedTuple):
    """One thing on record as it is drawn. `value` stands beside its label; `open` is the end of the span that no source
    gives."""

    event: Event
    label: str
    value: Callable[[], str]
    href: str
    open: str = ""


def row(edition: Edition, entry: Entry[Product], number: int) -> Row:
    """One thing on record of a product, to be drawn among those of others."""
    return _Teller(edition, entry, named=True).row(number)


def moment(edition: Edition, entry: Entry[Product], number: int, cites: Cites) -> Moment:
    """The same in words for a site-wide list: it names product and maker; its sources are numbered as on that page."""
    return _Teller(edition, entry, named=True).tell(entry.thing(number), cites)


def moments(edition: Edition, entry: Entry[Product], cites: Cites) -> tuple[Moment, ...]:
    """All that is on record of a product, latest first, as its own page tells it."""
    found = entry.gist.events
    if not found:
        return ()
    teller = _Teller(edition, entry, named=False)
    order = sorted(range(len(found)), key=lambda number: found[number][END] or found[number][START], reverse=True)
    return tuple([teller.tell(entry.thing(number), cites) for number in order])


class _Teller:
    """Tells what is on record of one product; a number is a thing's place in its events."""

    def __init__(self, edition: Edition, entry: Entry[Product], *, named: bool) -> None:
        self.edition, self.entry = edition, entry
        self.product = self.maker = None
        if named:
            card = edition.card(entry)
            self.product = Link(card.name, card.href)
            self.maker = Link(card.maker, edition.urls.facility(entry.shelf))

    def row(self, number: int) -> Row:
        """A thing as it is drawn."""
        thing, event = self.entry.thing(number), Event(*self.entry.gist.events[number])
        label, href = self.product[:2] if self.product else ("", "")
        unknown = "end"
        if isinstance(thing, Export):
            unknown = "" if thing.date else "start"
        elif isinstance(thing, Sale):
            unknown = _open(thing)
        elif thing.made_between and thing.made_between.to:
            unknown = ""
        return Row(event, label, partial(self._value, thing), href, unknown)

    def tell(self, thing: Thing, cites: Cites) -> Moment:
        """A thing in words."""
        if isinstance(thing, Export):
            return self._export(thing, cites)
        if isinstance(thing, Sale):
            return self._sale(thing, cites)
        return self._production(thing, cites)

    def _value(self, thing: Thing) -> str:
        edition = self.edition
        if isinstance(thing, Export):
            to = edition.language.country(thing.country) if thing.country else ""
            return ", ".join(part for part in (edition.quantity(thing.quantity), to) if part) or _what(edition, thing)
        if isinstance(thing, Sale):
            return edition.quantity(thing.quantity)
        return edition.language.t("record.people", n=thing.people) if thing.people else ""

    def _export(self, export: Export, cites: Cites) -> Moment:
        edition = self.edition
        to = edition.language.country(export.country) if export.country else ""
        where = edition.t("record.to", country=to) if to else edition.t("record.no-destination")
        parts = (edition.quantity(export.quantity), where)
        when, machine = _when(edition, export.date, export.said)
        return Moment(
            when=when,
            datetime=machine,
            text=f"{_what(edition, export)}: {', '.join(part for part in parts if part)}",
            cites=cites.of(export.source),
            notes=_notes(edition, export, cites),
            mark=edition.mark(export.source),
            product=self.product,
            maker=self.maker,
        )

    def _sale(self, sale: Sale, cites: Cites) -> Moment:
        edition = self.edition
        unknown = _open(sale)
        said = edition.t("record.said", date=edition.language.date(sale.said)) if sale.said else ""
        known = sale.from_ or sale.to or ""
        return Moment(
            when=capital(sold_when(edition, sale)),
            datetime=known if unknown in ("start", "end") else "",
            text=edition.t("record.sold", quantity=edition.quantity(sale.quantity)),
            notes=(Value(capital(said)),) if said else (),
            mark=edition.mark(sale.source),
            cites=cites.of(sale.source),
            open=unknown if known or sale.period else "",
            product=self.product,
            maker=self.maker,
        )

    def _production(self, run: Production, cites: Cites) -> Moment:
        edition, span = self.edition, run.made_between
        people = edition.language.t("record.people", n=run.people) if run.people else ""
        whole = edition.language.span(span.from_, span.to) if span and span.to else ""
        return Moment(
            when=whole or _when(edition, span.from_ if span else None, None)[0],
            datetime="",
            text=edition.t("record.made") + (f": {people}" if people else ""),
            notes=(Value(edition.language.words(run.quality)),) if run.quality and self.product else (),
            mark=edition.mark(run.source),
            cites=cites.of(run.source),
            open="end" if span and not span.to else "",
            product=self.product,
            maker=self.maker,
        )


def _what(edition: Edition, export: Export) -> str:
    """What kind of shipment, and which one; a second sample is no second export."""
    kind = edition.t(f"record.{export.kind or 'export'}")
    if not export.ordinal:
        return kind
    number = edition.language.number(export.ordinal)
    if export.kind in ("sample", "launch"):
        return edition.t("record.nth-of", what=kind, number=number)
    return edition.t("record.nth", number=number)


def _open(sale: Sale) -> str:
    if sale.from_:
        return "" if sale.to else "end"
    return "start" if sale.to else "both"


def _notes(edition: Edition, export: Export, cites: Cites) -> tuple[Value, ...]:
    words, t = edition.language.words, edition.t
    notes = []
    if export.date and export.said:
        notes.append(Value(capital(t("record.said", date=edition.language.date(export.said)))))
    if export.partner:
        partner = edition.catalogue.partners[export.partner].record
        roles = edition.language.listed(t(f"role.{role}") for role in partner.roles)
        notes.append(Value(t("record.partner", partner=partner.name, roles=roles)))
    notes += [Value(words(d.says), note=t("record.disputed"), cites=cites.of(d.source)) for d in export.disputed]
    if export.note:
        notes.append(Value(words(export.note)))
    return tuple(notes)


def _when(edition: Edition, on: str | None, said: str | None) -> tuple[str, str]:
    if on:
        return edition.language.date(on), on
    if said:
        return capital(edition.t("record.said", date=edition.language.date(said))), said
    return capital(edition.t("record.undated")), ""


def sold_when(edition: Edition, sale: Sale) -> str:
    """A sale's span in words."""
    language = edition.language
    if sale.from_ and sale.to:
        return language.span(sale.from_, sale.to)
    if sale.from_ or sale.to:
        return edition.t(
            "record.since" if sale.from_ else "record.until", date=language.date(sale.from_ or sale.to or "")
        )
    return language.words(sale.period) or edition.t("record.undated")


def stamps(edition: Edition, product: Product, cites: Cites) -> tuple[Stamp, ...]:
    """Each shipment abroad as a mark of proof."""
    found = []
    for export in product.exports:
        language = edition.language
        title = language.country(export.country) if export.country else edition.t("record.no-destination")
        when = language.date(export.date[:7], short=True) if export.date else ""
        lines = tuple(part for part in (edition.quantity(export.quantity), _what(edition, export), when) if part)
        found.append(Stamp(title, lines, edition.mark(export.source), cites.of(export.source)))
    return tuple(found)


def drawn(edition: Edition, found: Iterable[Row]) -> tuple[tuple[Tick, ...], tuple[Span, ...]]:
    """The time line: its ticks, and each row that has a time as a span in thousandths of its length."""
    timed = sorted((r for r in found if r.event.start), key=lambda r: (r.event.start, r.event.end, r.label))
    if not timed:
        return (), ()
    first = date.fromisoformat(min(row.event.start for row in timed))
    last = date.fromisoformat(max(row.event.latest for row in timed))
    length = max((last - first).days, 28)

    def at(day: date) -> int:
        return MARGIN + round((1000 - 2 * MARGIN) * (day - first).days / length)

    spans = []
    for row in timed:
        event = row.event
        x = at(date.fromisoformat(event.start))
        width = at(date.fromisoformat(event.end)) - x if event.end > event.start else 0
        spans.append(Span(row.label, row.value(), row.href, x, width, row.open, event.kind))
    return tuple(_ticks(edition, first, last, at)), tuple(spans)


def _ticks(edition: Edition, first: date, last: date, at: Callable[[date], int]) -> Iterable[Tick]:
    """At most six, at the beginnings of months, quarters, half-years or years."""
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next((s for s in STEPS if months / s < MOST_TICKS), STEPS[-1])
    month = month_after(first)
    while month <= last:
        if (month.year * 12 + month.month - 1) % step == 0:
            text = month.isoformat()[:7] if step < 12 else month.isoformat()[:4]
            yield Tick(at(month), edition.language.date(text, short=True))
        month = month_after(month)
