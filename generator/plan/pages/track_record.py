"""Every export and sales figure of the catalogue on one time line, each according to its source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from generator.model.catalogue import Catalogue, Group, Line
from generator.model.entries import Entry
from generator.model.kinds import VOCABULARIES
from generator.model.ledger import KIND
from generator.model.records.facility import Facility
from generator.model.records.parts import Figure, Sale
from generator.plan import record
from generator.plan.edition import Cites, Edition, capital
from generator.plan.frames import Frame, Spot, spot
from generator.plan.pagers import pager
from generator.plan.parts import Bar, Chart, Link, Moment, Pager, Source, Span, Tick, Value
from generator.plan.pieces import piece
from generator.plan.seals import Seals, sealed
from generator.plan.targets import Target, page
from generator.plan.urls import PER_PAGE

CHARTS = 6  # to a page


class Part(NamedTuple):
    """What one page of the record holds: lines told in words, sales compared in charts, figures of facilities."""

    told: tuple[Line, ...]
    compared: tuple[tuple[Group, tuple[Line, ...]], ...]
    figures: tuple[tuple[Entry[Facility], int], ...]


def track_record(edition: Edition) -> Iterator[Target]:
    """Everything on record, latest first, so many rows and charts to a page."""
    seals, parts = edition.seals, _parts(edition.catalogue)
    own = seals.once("track record", lambda: [_seal(seals, part) for part in parts])
    addresses = tuple(edition.urls.track_record(n) for n in range(1, len(parts) + 1))
    for number, part in enumerate(parts, 1):
        turning = pager(number, addresses)
        place = spot(edition, "track-record", lambda urls, n=number: urls.track_record(n))  # type: ignore[misc]
        view = partial(TrackRecordView, edition, place, turning, part)
        of = (own[number - 1], seals.every_source, str(len(parts)))
        yield page(edition, place, "track_record", view, f"track record {number}", of=of)


def _parts(catalogue: Catalogue) -> list[Part]:
    """What its pages hold, in their order."""
    told, groups = catalogue.told, tuple(catalogue.compared.items())
    figures = tuple((f, n) for f in catalogue.facilities.values() for n in range(len(f.record.figures)))
    count = max(1, *(-(-len(all_) // per) for all_, per in ((told, PER_PAGE), (groups, CHARTS), (figures, PER_PAGE))))
    return [
        Part(
            told[number * PER_PAGE : (number + 1) * PER_PAGE],
            groups[number * CHARTS : (number + 1) * CHARTS],
            figures[number * PER_PAGE : (number + 1) * PER_PAGE],
        )
        for number in range(count)
    ]


def _seal(seals: Seals, part: Part) -> str:
    lines = (*part.told, *(line for _, lines in part.compared for line in lines))
    facilities = [facility.spine.digest for facility, _ in part.figures]
    return sealed(*[f"{line.number}{seals.card(line.entry)}" for line in lines], *facilities)


class TrackRecordView:
    """A page of the record, made piece by piece as its template asks for it."""

    def __init__(self, edition: Edition, place: Spot, turning: Pager, part: Part) -> None:
        self._edition, self._place, self._turning, self._part = edition, place, turning, part

    @piece
    def frame(self) -> Frame:
        """What stands round the page."""
        return Frame(self._edition, self._place, title=self.heading, description=self.lede, section="track-record")

    @piece
    def heading(self) -> str:
        """What the page is called, and which of its pages this is."""
        name, number = self._edition.t("nav.track-record"), self._turning.current
        return name if number == 1 else self._edition.t("list.page", name=name, number=str(number))

    @piece
    def lede(self) -> str:
        """One sentence on what it holds."""
        return self._edition.t("lede.track-record")

    @piece
    def _drawn(self) -> tuple[tuple[Tick, ...], tuple[Span, ...]]:
        edition, part = self._edition, self._part
        rows = [_row(edition, line) for line in part.told]
        rows += [_gathered(edition, group, lines, self._place.path) for group, lines in sorted(part.compared)]
        return record.drawn(edition, rows)

    @piece
    def ticks(self) -> tuple[Tick, ...]:
        """The time line's marks."""
        return self._drawn[0]

    @piece
    def spans(self) -> tuple[Span, ...]:
        """What is drawn against them."""
        return self._drawn[1]

    @piece
    def _told(self) -> Told:
        """Everything that cites, in the order of the page, so that sources are numbered as they are met."""
        edition, part, cites = self._edition, self._part, self._edition.cites()
        told = [(line.event[KIND], record.moment(edition, line.entry, line.number, cites)) for line in part.told]
        return Told(
            exports=tuple(moment for kind, moment in told if kind != "sales"),
            sales=tuple(moment for kind, moment in told if kind == "sales"),
            figures=tuple(_figure(edition, facility, n, cites) for facility, n in part.figures),
            charts=tuple(_chart(edition, cites, lines) for _, lines in part.compared),
            sources=cites.listed(),
        )

    @piece
    def exports(self) -> tuple[Moment, ...]:
        """All but sales, in words."""
        return self._told.exports

    @piece
    def sales(self) -> tuple[Moment, ...]:
        """Sales in words, but for those that charts compare."""
        return self._told.sales

    @piece
    def figures(self) -> tuple[Moment, ...]:
        """Figures of facilities in words."""
        return self._told.figures

    @piece
    def charts(self) -> tuple[Chart, ...]:
        """Sales of one facility, span and source side by side."""
        return self._told.charts

    @piece
    def pager(self) -> Pager:
        """The way through its pages."""
        return self._turning

    @piece
    def sources(self) -> tuple[Source, ...]:
        """The numbered notes."""
        return self._told.sources


class Told(NamedTuple):
    """The parts of a page that cite sources, and those sources."""

    exports: tuple[Moment, ...]
    sales: tuple[Moment, ...]
    figures: tuple[Moment, ...]
    charts: tuple[Chart, ...]
    sources: tuple[Source, ...]


def _row(edition: Edition, line: Line) -> record.Row:
    return record.row(edition, line.entry, line.number)


def _gathered(edition: Edition, group: Group, lines: Sequence[Line], path: str) -> record.Row:
    """The lines that a chart compares as one of their facility: ten bars of one span and one source say no more than
    the first. It leads to the chart, which has each."""
    first = _row(edition, lines[0])
    name = edition.catalogue.facilities[group[0]].record.name
    value = f"{edition.language.t('count.products', n=len(lines))}, {record.sold_when(edition, _sale(lines[0]))}"
    return first._replace(label=name, value=lambda: value, href=f"{path}#charts")


def _sale(line: Line) -> Sale:
    thing = line.entry.thing(line.number)
    assert isinstance(thing, Sale), "only sales are compared"
    return thing


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


def _bars(edition: Edition, lines: Sequence[Line]) -> tuple[Bar, ...]:
    """The largest first; lengths in thousandths of it."""
    sales = sorted(
        ((_sale(line), line.entry) for line in lines), key=lambda pair: pair[0].quantity.amount, reverse=True
    )
    most = sales[0][0].quantity.amount
    return tuple(
        Bar(
            edition.card(entry).name,
            edition.quantity(sale.quantity),
            edition.card(entry).href,
            max(2, round(1000 * sale.quantity.amount / most)),
        )
        for sale, entry in sales
    )


def _chart(edition: Edition, cites: Cites, lines: Sequence[Line]) -> Chart:
    sale = _sale(lines[0])
    assert sale.source, "what is compared has a source"
    maker = edition.catalogue.facility_of(lines[0].entry).record.name
    period = str(record.sold_when(edition, sale))
    said = edition.catalogue.sources[sale.source].record.said
    caption = edition.t("chart.caption", source=_publisher(edition, sale.source))
    if said:
        caption = f"{caption}, {edition.t('source.said', date=edition.language.date(said))}"
    title = edition.t("chart.title", facility=maker, period=period)
    return Chart(title, caption, _bars(edition, lines), cites.of(sale.source))


def _publisher(edition: Edition, key: str) -> str:
    source = edition.catalogue.sources[key].record
    return source.publisher or edition.t("source.no-publisher", kind=edition.t(f"source-kind.{source.kind}"))
