"""Every link between records leads somewhere, or is a problem that says what was meant.

An entry's links are checked apart from all others': `of_product`, `of_facility`, `of_page`, and `of_site` for the rest.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from generator.errors import Place, Problem, did_you_mean, problem
from generator.model.catalogue import Catalogue
from generator.model.entries import Entry
from generator.model.reading import Desk
from generator.model.records.facility import Facility
from generator.model.records.parts import Export, Work
from generator.model.records.product import Product
from generator.model.records.small import Page, Programme
from generator.model.stories import LINK, story_links

Reference = tuple[tuple[str | int, ...], str, str]  # where in an entry, to what, key

KINDS = {
    "category": ("kategori", "category"),
    "facility": ("unit", "facility"),
    "product": ("produk", "product"),
    "partner": ("mitra", "partner"),
    "source": ("sumber", "source"),
    "page": ("halaman", "page"),
    "programme": ("program", "programme"),
}


def of_product(desk: Desk, entry: Entry[Product]) -> Iterator[Problem]:
    """A product's links and its stories' that lead nowhere. What exists but could not be read counts as there."""
    yield from _missing(desk, entry, _of_product(entry.record))
    yield from _stories(desk, entry)


def of_facility(desk: Desk, entry: Entry[Facility]) -> Iterator[Problem]:
    """A facility's links and its stories'."""
    yield from _missing(desk, entry, _of_facility(entry.record))
    yield from _stories(desk, entry)


def of_page(desk: Desk, entry: Entry[Page]) -> Iterator[Problem]:
    """A page's links, which are its stories'."""
    yield from _stories(desk, entry)


def of_site(desk: Desk, catalogue: Catalogue) -> Iterator[Problem]:
    """The links of the small files, and those of facilities to their offices, which must be offices."""
    for partner in catalogue.partners.values():
        yield from _missing(desk, partner, _one(("source",), "source", partner.record.source))
    for programme in catalogue.programmes.values():
        yield from _missing(desk, programme, _of_programme(programme.record))
    for market in catalogue.markets:
        yield from _missing(desk, market, _one(("category",), "category", market.record.category))
    for paper in catalogue.papers.values():
        links = ((("categories", number), "category", key) for number, key in enumerate(paper.record.categories))
        yield from _missing(desk, paper, links)
    for name, page in catalogue.site.guides:
        if page and page not in desk.there["page"]:
            yield _unknown(catalogue.site_document.place(("guides", name)), "page", page, desk.there["page"])
    for key, facilities in catalogue.by_office.items():
        office = catalogue.facilities.get(key)
        if office is not None and office.record.type not in ("kanwil", "ditjenpas"):
            for facility in facilities:
                yield problem("office-type", facility.place("office"), given=key, type=office.record.type)


def refs(entry: Entry[Any]) -> tuple[tuple[str, str], ...]:
    """The (kind, key) of all that a product or a facility names."""
    record = entry.record
    own = _of_product(record) if isinstance(record, Product) else _of_facility(record)
    told = ((kind, key.partition("#")[0]) for story in entry.stories.values() for kind, key in story_links(story.text))
    return tuple(dict.fromkeys((*((kind, key) for _, kind, key in own), *told)))


def _unknown(place: Place, kind: str, key: str, known: Collection[str]) -> Problem:
    near = did_you_mean(key, known)
    if not near and kind == "product":
        near = did_you_mean(key, [k.partition("/")[2] for k in known])
        near = next((k for k in known if k.partition("/")[2] == near), "") if near else ""
    return problem("unknown-reference", place, kind=KINDS[kind], given=key, suggestion=near)


def _missing(desk: Desk, entry: Entry[Any], links: Iterable[Reference]) -> Iterator[Problem]:
    for path, kind, key in links:
        if key not in desk.there[kind]:
            yield _unknown(entry.place(*path), kind, key, desk.there[kind])


def _stories(desk: Desk, entry: Entry[Any]) -> Iterator[Problem]:
    for story in entry.stories.values():
        for match in LINK.finditer(story.text):
            kind, key = match[1], match[2].partition("#")[0]
            if key not in desk.there[kind]:
                line = story.text.count("\n", 0, match.start(1)) + 1
                column = match.start(1) - story.text.rfind("\n", 0, match.start(1))
                place = Place(story.file, line, column, len(match[1]) + 1 + len(match[2]))
                yield _unknown(place, kind, key, desk.there[kind])


def _one(path: tuple[str | int, ...], kind: str, key: str | None) -> tuple[Reference, ...]:
    return ((path, kind, key),) if key else ()


def _of_product(product: Product) -> Iterator[Reference]:
    yield ("category",), "category", product.category
    for number, key in enumerate(product.also_made_at):
        yield ("also_made_at", number), "facility", key
    for number, key in enumerate(product.partners):
        yield ("partners", number), "partner", key
    for number, key in enumerate(product.related):
        yield ("related", number), "product", key
    for number, export in enumerate(product.exports):
        yield from _of_export(number, export)
    for number, sale in enumerate(product.sales):
        if sale.source:
            yield ("sales", number, "source"), "source", sale.source
    if product.production and product.production.source:
        yield ("production", "source"), "source", product.production.source
    if product.work:
        yield from _of_work(product.work)


def _of_export(number: int, export: Export) -> Iterator[Reference]:
    if export.source:
        yield ("exports", number, "source"), "source", export.source
    if export.partner:
        yield ("exports", number, "partner"), "partner", export.partner
    for row, dispute in enumerate(export.disputed):
        yield ("exports", number, "disputed", row, "source"), "source", dispute.source


def _of_facility(facility: Facility) -> Iterator[Reference]:
    if facility.office:
        yield ("office",), "facility", facility.office
    for number, figure in enumerate(facility.figures):
        if figure.source:
            yield ("figures", number, "source"), "source", figure.source
    if facility.work:
        yield from _of_work(facility.work)


def _of_work(work: Work) -> Iterator[Reference]:
    for name in ("makers", "directed_by", "consent", "pay", "training"):
        part = getattr(work, name)
        if part is not None and part.source:
            yield ("work", name, "source"), "source", part.source


def _of_programme(programme: Programme) -> Iterator[Reference]:
    yield from _one(("source",), "source", programme.source)
    yield from _one(("began_at",), "facility", programme.began_at)
    for number, site in enumerate(programme.sites):
        yield ("sites", number, "facility"), "facility", site.facility
