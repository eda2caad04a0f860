"""Every export and sales figure of the catalogue on one time line, each according to its source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.catalogue import Entry
from generator.model.kinds import VOCABULARIES
from generator.model.records.facility import Facility
from generator.model.records.parts import Figure, Sale
from generator.plan import record
from generator.plan.edition import Cites, Edition
from generator.plan.frames import frame
from generator.plan.parts import Bar, Chart, Frame, Link, Moment, Source, Span, Tick
from generator.plan.targets import Target, page


@dataclass(frozen=True, slots=True)
class TrackRecordView:
    """`spans` are drawn against `ticks`; `exports`, `sales`, `figures` tell the same in words."""

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


FEWEST_BARS = 3  # fewer figures are told in words only


def track_record(edition: Edition) -> Iterator[Target]:
    """The one page of everything on record."""
    catalogue, t = edition.catalogue, edition.t
    cites = edition.cites()
    rows = [row for entry in catalogue.listed for row in record.rows(edition, entry, cites, named=True)]
    rows.sort(key=lambda row: row.end or row.start, reverse=True)
    ticks, spans = record.drawn(edition, rows)
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
        sales=tuple(row.moment for row in rows if row.kind == "sales"),
        figures=tuple(figures),
        charts=tuple(_charts(edition, cites)),
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


def _charts(edition: Edition, cites: Cites) -> Iterator[Chart]:
    """A bar chart for each facility, period and source with several sales figures; never two sources in one."""
    groups: dict[tuple[str, str, str], list[tuple[str, str, Sale]]] = {}
    for entry in edition.catalogue.listed:
        for sale in entry.record.sales:
            period = edition.language.words(sale.period)
            if not period and sale.from_ and sale.to:
                period = edition.language.span(sale.from_, sale.to)
            if period and sale.source:
                facility = entry.key.partition("/")[0]
                name = edition.language.words(entry.record.name)
                key = (facility, period, sale.source)
                groups.setdefault(key, []).append((name, edition.urls.product(entry), sale))
    for (facility, period, source), sales in groups.items():
        if len(sales) >= FEWEST_BARS:
            yield _chart(edition, cites, facility, period, source, sales)


def _chart(
    edition: Edition, cites: Cites, facility: str, period: str, source: str, sales: list[tuple[str, str, Sale]]
) -> Chart:
    sales = sorted(sales, key=lambda row: row[2].quantity.amount, reverse=True)
    most = sales[0][2].quantity.amount
    bars = []
    for name, href, sale in sales:
        share = max(2, round(1000 * sale.quantity.amount / most))
        bars.append(Bar(name, edition.quantity(sale.quantity), href, share))
    maker = edition.catalogue.facilities[facility].record.name
    number = cites.of(source)
    said = sales[0][2].said
    caption = edition.t("chart.caption", source=_publisher(edition, source))
    if said:
        caption = f"{caption}, {edition.t('record.said', date=edition.language.date(said))}"
    return Chart(edition.t("chart.title", facility=maker, period=period), caption, tuple(bars), number)


def _publisher(edition: Edition, key: str) -> str:
    source = edition.catalogue.sources[key].record
    return source.publisher or edition.t("source.no-publisher", kind=edition.t(f"source-kind.{source.kind}"))
