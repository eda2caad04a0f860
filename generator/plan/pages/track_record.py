"""Every export and sales figure of the catalogue on one time line, each according to its source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.catalogue import Entry
from generator.model.kinds import VOCABULARIES
from generator.model.records.facility import Facility
from generator.model.records.parts import Figure, Sale
from generator.model.records.product import Product
from generator.plan import record
from generator.plan.edition import Cites, Edition
from generator.plan.frames import frame
from generator.plan.parts import Bar, Chart, Frame, Link, Moment, Source, Span, Tick
from generator.plan.targets import Target, page


@dataclass(frozen=True, slots=True)
class TrackRecordView:
    """`spans` are drawn against `ticks`; `exports`, `sales`, `figures` tell the same in words, but for the sales that
    `charts` compare."""

    frame: Frame
    heading: str
    lede: str
    ticks: tuple[Tick, ...]
    spans: tuple[Span, ...]
    exports: tuple[Moment, ...]
    sales: tuple[Moment, ...]
    figures: tuple[Moment, ...]
    charts: tuple[Chart, ...]
    sources: tuple[Source, ...]


Group = tuple[str, str, str]  # facility, span in words, source
FEWEST_BARS = 3  # fewer figures are told in words only


def track_record(edition: Edition) -> Iterator[Target]:
    """The one page of everything on record."""
    catalogue, t = edition.catalogue, edition.t
    cites = edition.cites()
    rows = [row for entry in catalogue.listed for row in record.rows(edition, entry, cites, named=True)]
    rows.sort(key=lambda row: row.end or row.start, reverse=True)
    ticks, spans = record.drawn(edition, rows)
    compared = _compared(edition)
    figures = [m for f in catalogue.facilities.values() for m in _figures(edition, f, cites)]
    heading, lede = t("nav.track-record"), t("lede.track-record")
    around = frame(
        edition,
        "track-record",
        address=lambda u: u.track_record(),
        title=heading,
        description=lede,
        section="track-record",
    )
    view = TrackRecordView(
        frame=around,
        heading=heading,
        lede=lede,
        ticks=ticks,
        spans=spans,
        exports=tuple(row.moment for row in rows if row.kind != "sales"),
        sales=tuple(row.moment for row in rows if row.kind == "sales" and row.group not in compared),
        figures=tuple(figures),
        charts=tuple(_chart(edition, cites, group, bars) for group, bars in compared.items()),
        sources=cites.listed(),
    )
    yield page(edition, "track_record", view, "track record")


def _figures(edition: Edition, entry: Entry[Facility], cites: Cites) -> Iterator[Moment]:
    language = edition.language
    for figure in entry.record.figures:
        value = figure_value(edition, figure)
        when = language.words(figure.period) or edition.t("record.undated")
        notes = (edition.t("record.said", date=language.date(figure.said)),) if figure.said else ()
        text = f"{language.words(figure.label)}: {value}"
        maker = Link(entry.record.name, edition.urls.facility(entry.key))
        proof = cites.of(figure.source)
        yield Moment(when, "", text, notes, edition.mark(figure.source), proof, "both", None, maker)


def figure_value(edition: Edition, figure: Figure) -> str:
    """A figure's number with its unit or currency."""
    if figure.unit in VOCABULARIES["currency"]:
        return edition.language.money(figure.value, figure.unit)
    return edition.language.quantity(figure.value, figure.unit)


def _compared(edition: Edition) -> dict[Group, list[Bar]]:
    """Sales figures of one facility, span and source, where there are several: never two sources in one chart."""
    groups: dict[Group, list[tuple[Sale, Entry[Product]]]] = {}
    for entry in edition.catalogue.listed:
        for sale in entry.record.sales:
            group = record.sale_group(edition, entry, sale)
            if group[2]:
                groups.setdefault(group, []).append((sale, entry))
    return {group: _bars(edition, sales) for group, sales in groups.items() if len(sales) >= FEWEST_BARS}


def _bars(edition: Edition, sales: list[tuple[Sale, Entry[Product]]]) -> list[Bar]:
    """The largest first; lengths in thousandths of it."""
    sales = sorted(sales, key=lambda pair: pair[0].quantity.amount, reverse=True)
    most = sales[0][0].quantity.amount
    return [
        Bar(
            edition.language.words(entry.record.name),
            edition.quantity(sale.quantity),
            edition.urls.product(entry),
            max(2, round(1000 * sale.quantity.amount / most)),
        )
        for sale, entry in sales
    ]


def _chart(edition: Edition, cites: Cites, group: Group, bars: list[Bar]) -> Chart:
    facility, period, source = group
    maker = edition.catalogue.facilities[facility].record.name
    said = edition.catalogue.sources[source].record.said
    caption = edition.t("chart.caption", source=_publisher(edition, source))
    if said:
        caption = f"{caption}, {edition.t('record.said', date=edition.language.date(said))}"
    return Chart(edition.t("chart.title", facility=maker, period=period), caption, tuple(bars), cites.of(source))


def _publisher(edition: Edition, key: str) -> str:
    source = edition.catalogue.sources[key].record
    return source.publisher or edition.t("source.no-publisher", kind=edition.t(f"source-kind.{source.kind}"))
