"""The track record in words and as drawn spans: shipments abroad, sales, production, each with its source."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.catalogue import Entry
from generator.model.records.parts import Export, Production, Sale
from generator.model.records.product import Product
from generator.plan.edition import Cites, Edition
from generator.plan.parts import Link, Moment, Span, Stamp, Tick


@dataclass(frozen=True, slots=True)
class Row:
    """A moment and where it lies in time: ISO days, empty where not known. `start` orders the record."""

    moment: Moment
    kind: str
    start: str
    end: str
    label: str
    value: str
    href: str
    open: str = ""  # which end of the drawn span no source gives
    group: tuple[str, str, str] = ("", "", "")  # a sale's facility, span in words and source: what a chart compares


def rows(edition: Edition, entry: Entry[Product], cites: Cites, *, named: bool) -> list[Row]:
    """All that is on record of a product, latest first; `named` adds product and maker, for site-wide lists."""
    product = entry.record
    found = [_export(edition, entry, e, cites, named=named) for e in product.exports]
    found += [_sale(edition, entry, s, cites, named=named) for s in product.sales]
    if product.production:
        found.append(_production(edition, entry, product.production, cites, named=named))
    return sorted(found, key=lambda row: row.end or row.start, reverse=True)


def _who(edition: Edition, entry: Entry[Product], *, named: bool) -> tuple[Link | None, Link | None]:
    if not named:
        return None, None
    facility = edition.catalogue.facility_of(entry)
    name = edition.language.words(entry.record.name)
    return (
        Link(name, edition.urls.product(entry)),
        Link(edition.maker(entry), edition.urls.facility(facility.key)),
    )


def _export(edition: Edition, entry: Entry[Product], export: Export, cites: Cites, *, named: bool) -> Row:
    language = edition.language
    kind = export.kind or "export"
    what = (
        edition.t("record.nth", number=language.number(export.ordinal))
        if export.ordinal
        else edition.t(f"record.{kind}")
    )
    to = language.country(export.country) if export.country else ""
    where = edition.t("record.to", country=to) if to else edition.t("record.no-destination")
    amount = edition.quantity(export.quantity)
    text = f"{what}: {', '.join(part for part in (amount, where) if part)}"
    when, machine = _when(edition, export.date, export.said)
    product, maker = _who(edition, entry, named=named)
    proof = cites.of(export.source, *(d.source for d in export.disputed))
    moment = Moment(
        when=when,
        datetime=machine,
        text=text,
        notes=_notes(edition, export, cites),
        mark=edition.mark(export.source),
        cites=proof[:1] if export.source else (),
        product=product,
        maker=maker,
    )
    start = _first(export.date or export.said or "")
    end = _last(export.date or export.said or "")
    drawn = kind if kind in ("sample", "launch") else "export"
    value = ", ".join(part for part in (amount, to) if part) or what
    name, href = language.words(entry.record.name), edition.urls.product(entry)
    return Row(moment, drawn, start, end, name, value, href, "" if export.date else "start")


def _notes(edition: Edition, export: Export, cites: Cites) -> tuple[str, ...]:
    words = edition.language.words
    notes = []
    if export.partner:
        partner = edition.catalogue.partners[export.partner].record
        roles = edition.language.listed(edition.t(f"role.{role}") for role in partner.roles)
        notes.append(edition.t("record.partner", partner=partner.name, roles=roles))
    for dispute in export.disputed:
        number = cites.of(dispute.source)
        mark = f" [{number[0]}]" if number else ""
        notes.append(edition.t("record.disputed", says=words(dispute.says)) + mark)
    if export.note:
        notes.append(words(export.note))
    return tuple(notes)


def _when(edition: Edition, on: str | None, said: str | None) -> tuple[str, str]:
    if on:
        return edition.language.date(on), on
    if said:
        return edition.t("record.said", date=edition.language.date(said)), said
    return edition.t("record.undated"), ""


def _sale(edition: Edition, entry: Entry[Product], sale: Sale, cites: Cites, *, named: bool) -> Row:
    language = edition.language
    amount = edition.quantity(sale.quantity)
    known = sale.from_ or sale.to or ""
    unknown = "" if sale.from_ and sale.to else "end" if sale.from_ else "start" if sale.to else "both"
    notes = (edition.t("record.said", date=language.date(sale.said)),) if sale.said else ()
    product, maker = _who(edition, entry, named=named)
    moment = Moment(
        when=_sold_when(edition, sale),
        datetime=known if unknown in ("start", "end") else "",
        text=edition.t("record.sold", quantity=amount),
        notes=notes,
        mark=edition.mark(sale.source),
        cites=cites.of(sale.source),
        open=unknown,
        product=product,
        maker=maker,
    )
    end = _last(sale.to or sale.said or sale.from_ or "")
    start = _first(sale.from_) if sale.from_ else _year_before(end)
    name, href = language.words(entry.record.name), edition.urls.product(entry)
    return Row(moment, "sales", start, end, name, amount, href, unknown, sale_group(edition, entry, sale))


def sale_group(edition: Edition, entry: Entry[Product], sale: Sale) -> tuple[str, str, str]:
    """What a sale may be compared within: its facility, its span in words, its source."""
    return entry.key.partition("/")[0], str(_sold_when(edition, sale)), sale.source or ""


def _sold_when(edition: Edition, sale: Sale) -> str:
    language = edition.language
    if sale.from_ and sale.to:
        return language.span(sale.from_, sale.to)
    if sale.from_ or sale.to:
        return edition.t(
            "record.since" if sale.from_ else "record.until", date=language.date(sale.from_ or sale.to or "")
        )
    return language.words(sale.period) or edition.t("record.undated")


def _production(edition: Edition, entry: Entry[Product], run: Production, cites: Cites, *, named: bool) -> Row:
    language = edition.language
    span = run.made_between
    people = edition.language.t("record.people", n=run.people) if run.people else ""
    text = edition.t("record.made") + (f": {people}" if people else "")
    end = (span.to or "") if span else ""
    when = language.span(span.from_, end) if span and end else _when(edition, span.from_ if span else None, None)[0]
    notes = (language.words(run.quality),) if run.quality else ()
    product, maker = _who(edition, entry, named=named)
    unknown = "" if end else "end"
    moment = Moment(when, "", text, notes, edition.mark(run.source), cites.of(run.source), unknown, product, maker)
    start = _first(span.from_) if span else ""
    href = edition.urls.product(entry)
    return Row(
        moment, "production", start, _last(end) or start, language.words(entry.record.name), people, href, unknown
    )


def stamps(edition: Edition, product: Product, cites: Cites) -> tuple[Stamp, ...]:
    """Each shipment abroad as a mark of proof."""
    found = []
    for export in product.exports:
        language = edition.language
        title = language.country(export.country) if export.country else edition.t("record.no-destination")
        what = edition.t("record.nth", number=language.number(export.ordinal)) if export.ordinal else ""
        what = what or edition.t(f"record.{export.kind or 'export'}")
        when = language.date(export.date[:7], short=True) if export.date else ""
        lines = tuple(part for part in (edition.quantity(export.quantity), what, when) if part)
        found.append(Stamp(title, lines, edition.mark(export.source), cites.of(export.source)))
    return tuple(found)


def drawn(edition: Edition, found: Iterable[Row]) -> tuple[tuple[Tick, ...], tuple[Span, ...]]:
    """The time line: its ticks, and each row that has a time as a span in thousandths of its length."""
    timed = sorted((row for row in found if row.start), key=lambda row: (row.start, row.end, row.label))
    if not timed:
        return (), ()
    first = date.fromisoformat(min(row.start for row in timed)).replace(day=1)
    last = _month_after(date.fromisoformat(max(row.end for row in timed)))
    length = (last - first).days

    def at(day: date) -> int:
        return round(1000 * (day - first).days / length)

    spans = []
    for row in timed:
        x = at(date.fromisoformat(row.start))
        width = at(date.fromisoformat(row.end)) - x if row.end > row.start else 0
        spans.append(Span(row.label, row.value, row.href, x, width, row.open, row.kind))
    return tuple(_ticks(edition, first, last, at)), tuple(spans)


def _ticks(edition: Edition, first: date, last: date, at: Callable[[date], int]) -> Iterable[Tick]:
    """A tick each quarter; each year where the record is longer than four."""
    step = 3 if (last - first).days < 4 * 366 else 12
    month = first
    while month < last:
        if (month.month - 1) % step == 0:
            text = month.isoformat()[:7] if step == 3 else month.isoformat()[:4]
            yield Tick(at(month), edition.language.date(text, short=True))
        month = _month_after(month)


def _month_after(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def _first(text: str) -> str:
    """The first day that a date of any precision may mean."""
    return (text + "-01-01"[3 * text.count("-") :])[:10] if text else ""


def _last(text: str) -> str:
    if len(text) == 4:
        return f"{text}-12-31"
    if len(text) == 7:
        return (_month_after(date.fromisoformat(f"{text}-01")) - timedelta(days=1)).isoformat()
    return text


def _year_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=365)).isoformat() if day else ""
