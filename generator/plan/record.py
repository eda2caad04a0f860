"""The track record in words and as drawn spans: shipments abroad, sales, production, each with its source."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator.model import ledger
from generator.model.catalogue import Entry
from generator.model.ledger import Event, month_after
from generator.model.records.parts import Export, Production, Sale
from generator.model.records.product import Product
from generator.plan.edition import Cites, Edition, capital
from generator.plan.parts import Link, Moment, Span, Stamp, Tick, Value

MARGIN = 80  # thousandths of the line left free at both ends, for strokes that show an end open
STEPS = (1, 3, 6, 12, 24, 60, 120)  # months between ticks
MOST_TICKS = 6


@dataclass(frozen=True, slots=True)
class Row:
    """One thing on record and where it lies in time. `tell` says it in words, with the sources numbered as on the page
    it is for; `open` is the end of the drawn span that no source gives."""

    tell: Callable[[Cites], Moment]
    event: Event
    label: str
    value: str
    href: str
    open: str = ""


def rows(edition: Edition, entry: Entry[Product], *, named: bool) -> list[Row]:
    """All that is on record of a product, in the order of `ledger.events`; `named` adds product and maker, for
    site-wide lists."""
    product = entry.label
    teller = _Teller(edition, entry, named=named)
    found = [teller.export(e) for e in product.exports] + [teller.sale(s) for s in product.sales]
    if product.production:
        found.append(teller.production(product.production))
    return found


def latest_first(found: Iterable[Row]) -> list[Row]:
    """Rows in the order in which they are told."""
    return sorted(found, key=lambda row: row.event.latest, reverse=True)


class _Teller:
    """Makes the rows of one product."""

    def __init__(self, edition: Edition, entry: Entry[Product], *, named: bool) -> None:
        self.edition, self.entry = edition, entry
        self.name = edition.language.words(entry.label.name)
        self.href = edition.urls.product(entry)
        facility = edition.catalogue.facility_of(entry)
        self.product = Link(self.name, self.href) if named else None
        self.maker = Link(edition.maker(entry), edition.urls.facility(facility.key)) if named else None

    def export(self, export: Export) -> Row:
        edition = self.edition
        what = _what(edition, export)
        to = edition.language.country(export.country) if export.country else ""
        amount = edition.quantity(export.quantity)
        event = ledger.of_export(export)
        value = ", ".join(part for part in (amount, to) if part) or what
        unknown = "" if export.date else "start"
        return Row(partial(self._export, export), event, self.name, value, self.href, unknown)

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

    def sale(self, sale: Sale) -> Row:
        amount = self.edition.quantity(sale.quantity)
        return Row(partial(self._sale, sale), ledger.of_sale(sale), self.name, amount, self.href, _open(sale))

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

    def production(self, run: Production) -> Row:
        people = self.edition.language.t("record.people", n=run.people) if run.people else ""
        unknown = "" if run.made_between and run.made_between.to else "end"
        tell = partial(self._production, run)
        return Row(tell, ledger.of_production(run), self.name, people, self.href, unknown)

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
        spans.append(Span(row.label, row.value, row.href, x, width, row.open, event.kind))
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
