"""Every export and sales figure of the catalogue on one time line, each according to its source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.model.catalogue import Entry
from generator.model.kinds import VOCABULARIES
from generator.model.records.facility import Facility
from generator.model.records.parts import Figure, Sale
from generator.model.records.product import Product
from generator.plan import record
from generator.plan.edition import Cites, Edition, capital, pager, pages_of
from generator.plan.frames import frame
from generator.plan.parts import Bar, Chart, Frame, Link, Moment, Pager, Source, Span, Tick, Value
from generator.plan.targets import Target, page
from generator.plan.urls import PER_PAGE


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
    pager: Pager
    sources: tuple[Source, ...]


Group = tuple[str, str, str]  # facility, span in words, source
CHARTS = 6  # to a page
FEWEST_BARS = 3  # fewer figures are told in words only


def track_record(edition: Edition) -> Iterator[Target]:
    """Everything on record, latest first, so many rows and charts to a page."""
    catalogue = edition.catalogue
    rows = [row for entry in catalogue.listed for row in record.rows(edition, entry, named=True)]
    rows.sort(key=lambda row: row.end or row.start, reverse=True)
    compared = _compared(edition)
    told = [row for row in rows if row.group not in compared]
    figures = [(f, n) for f in catalogue.facilities.values() for n in range(len(f.record.figures))]
    count = max(pages_of(len(told)), -(-len(compared) // CHARTS), pages_of(len(figures)))
    addresses = tuple(edition.urls.track_record(n) for n in range(1, count + 1))
    groups = list(compared)
    for number in range(1, count + 1):
        here = slice((number - 1) * PER_PAGE, number * PER_PAGE)
        charts = groups[(number - 1) * CHARTS : number * CHARTS]
        shown = [row for row in rows if row.group in charts] + told[here]
        yield _page(edition, pager(number, addresses), shown, {g: compared[g] for g in charts}, figures[here])


def _page(
    edition: Edition,
    turning: Pager,
    rows: list[record.Row],
    compared: dict[Group, list[Bar]],
    figures: list[tuple[Entry[Facility], int]],
) -> Target:
    t, number, cites = edition.t, turning.current, edition.cites()
    heading, lede = t("nav.track-record"), t("lede.track-record")
    heading = heading if number == 1 else t("list.page", name=heading, number=str(number))
    around = frame(
        edition,
        "track-record",
        address=lambda u: u.track_record(number),
        title=heading,
        description=lede,
        section="track-record",
    )
    ticks, spans = record.drawn(edition, _gathered(edition, rows, set(compared), around.path))
    told = [(row.kind, row.tell(cites)) for row in rows if row.group not in compared]
    view = TrackRecordView(
        frame=around,
        heading=heading,
        lede=lede,
        ticks=ticks,
        spans=spans,
        exports=tuple(moment for kind, moment in told if kind != "sales"),
        sales=tuple(moment for kind, moment in told if kind == "sales"),
        figures=tuple(_figure(edition, facility, n, cites) for facility, n in figures),
        charts=tuple(_chart(edition, cites, group, bars) for group, bars in compared.items()),
        pager=turning,
        sources=cites.listed(),
    )
    return page(edition, "track_record", view, f"track record {number}")


def _gathered(edition: Edition, rows: list[record.Row], compared: set[Group], path: str) -> list[record.Row]:
    """The rows, those that a chart compares as one of their facility: ten bars of one span and one source say no more
    than the first. It leads to the chart, which has each."""
    kept = [row for row in rows if row.group not in compared]
    for group in sorted(compared):
        own = [row for row in rows if row.group == group]
        name = edition.catalogue.facilities[group[0]].record.name
        value = f"{edition.language.t('count.products', n=len(own))}, {group[1]}"
        kept.append(replace(own[0], label=name, value=value, href=f"{path}#charts"))
    return kept


def _figure(edition: Edition, entry: Entry[Facility], number: int, cites: Cites) -> Moment:
    language = edition.language
    figure = entry.record.figures[number]
    when = capital(language.words(figure.period) or edition.t("record.undated"))
    notes = (Value(capital(edition.t("record.said", date=language.date(figure.said)))),) if figure.said else ()
    text = f"{language.words(figure.label)}: {figure_value(edition, figure)}"
    maker = Link(entry.record.name, edition.urls.facility(entry.key))
    return Moment(when, "", text, notes, edition.mark(figure.source), cites.of(figure.source), "both", None, maker)


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
        caption = f"{caption}, {edition.t('source.said', date=edition.language.date(said))}"
    return Chart(edition.t("chart.title", facility=maker, period=period), caption, tuple(bars), cites.of(source))


def _publisher(edition: Edition, key: str) -> str:
    source = edition.catalogue.sources[key].record
    return source.publisher or edition.t("source.no-publisher", kind=edition.t(f"source-kind.{source.kind}"))
