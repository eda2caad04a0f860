"""Every link between records leads somewhere, or is a problem that says what was meant.

An entry's links are checked apart from all others': `of_product`, `of_facility`, `of_page`, and `of_site` for the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.errors import Place, Problem, did_you_mean, problem
from generator.model.catalogue import Catalogue, Entry
from generator.model.reading import Desk
from generator.model.records.facility import Facility
from generator.model.records.parts import Export, Work
from generator.model.records.product import Product
from generator.model.records.small import Page, Programme

Reference = tuple[tuple[str | int, ...], str, str]  # where in an entry, to what, key
Known = Mapping[str, Mapping[str, Entry[Any]]]

KINDS = {
    "category": ("kategori", "category"),
    "facility": ("unit", "facility"),
    "product": ("produk", "product"),
    "partner": ("mitra", "partner"),
    "source": ("sumber", "source"),
    "page": ("halaman", "page"),
    "programme": ("program", "programme"),
}
FAILED = {
    "category": "categories.yaml",
    "facility": "facilities",
    "product": "products",
    "partner": "partners.yaml",
    "source": "sources.yaml",
    "page": "pages",
    "programme": "programmes.yaml",
}
LINK = re.compile(r"\]\(\s*<?(product|facility|category|programme|page|source):([^)\s>]*)>?")


def of_product(catalogue: Catalogue, desk: Desk, entry: Entry[Product]) -> Iterator[Problem]:
    """A product's links and its stories'."""
    known = tables(catalogue)
    yield from _missing(entry, _of_product(entry.record), known, desk)
    yield from _stories(entry, known, desk)


def of_facility(catalogue: Catalogue, desk: Desk, entry: Entry[Facility]) -> Iterator[Problem]:
    """A facility's links and its stories'; its office is one."""
    known = tables(catalogue)
    yield from _missing(entry, _of_facility(entry.record), known, desk)
    yield from _stories(entry, known, desk)
    office = catalogue.facilities.get(entry.record.office or "")
    if office is not None and office.record.type not in ("kanwil", "ditjenpas"):
        yield problem("office-type", entry.place("office"), given=office.key, type=office.record.type)


def of_page(catalogue: Catalogue, desk: Desk, entry: Entry[Page]) -> Iterator[Problem]:
    """A page's links, which are its stories'."""
    yield from _stories(entry, tables(catalogue), desk)


def of_site(catalogue: Catalogue, desk: Desk) -> Iterator[Problem]:
    """The links of the small files."""
    known = tables(catalogue)
    for partner in catalogue.partners.values():
        yield from _missing(partner, _one(("source",), "source", partner.record.source), known, desk)
    for programme in catalogue.programmes.values():
        yield from _missing(programme, _of_programme(programme.record), known, desk)
    for market in catalogue.markets:
        yield from _missing(market, _one(("category",), "category", market.record.category), known, desk)
    for paper in catalogue.papers.values():
        links = ((("categories", number), "category", key) for number, key in enumerate(paper.record.categories))
        yield from _missing(paper, links, known, desk)
    yield from _guides(catalogue, desk)


def check_references(catalogue: Catalogue, desk: Desk) -> Iterator[Problem]:
    """A problem for each link that leads nowhere. What exists but could not be read counts as there."""
    for product in catalogue.products.values():
        yield from of_product(catalogue, desk, product)
    for facility in catalogue.facilities.values():
        yield from of_facility(catalogue, desk, facility)
    for page in catalogue.pages.values():
        yield from of_page(catalogue, desk, page)
    yield from of_site(catalogue, desk)


def _guides(catalogue: Catalogue, desk: Desk) -> Iterator[Problem]:
    for name, key in catalogue.site.guides:
        if key and key not in catalogue.pages and not desk.may_hold("pages", key):
            yield _unknown(catalogue.site_document.place(("guides", name)), "page", key, catalogue.pages)


def tables(catalogue: Catalogue) -> Known:
    """All that can be referred to, by kind and key."""
    return {
        "category": catalogue.categories,
        "facility": catalogue.facilities,
        "product": catalogue.products,
        "partner": catalogue.partners,
        "source": catalogue.sources,
        "page": catalogue.pages,
        "programme": catalogue.programmes,
    }


def story_links(text: str) -> list[tuple[str, str]]:
    """The entries a story links to: (kind, key), in order."""
    return [(match[1], match[2]) for match in LINK.finditer(text)]


def _unknown(place: Place, kind: str, key: str, known: Mapping[str, Entry[Any]]) -> Problem:
    near = did_you_mean(key, known)
    if not near and kind == "product":
        near = did_you_mean(key, [k.partition("/")[2] for k in known])
        near = next((k for k in known if k.partition("/")[2] == near), "") if near else ""
    return problem("unknown-reference", place, kind=KINDS[kind], given=key, suggestion=near)


def _missing(entry: Entry[Any], links: Iterable[Reference], known: Known, desk: Desk) -> Iterator[Problem]:
    for path, kind, key in links:
        if key not in known[kind] and not desk.may_hold(FAILED[kind], key):
            yield _unknown(entry.place(*path), kind, key, known[kind])


def _stories(entry: Entry[Any], known: Known, desk: Desk) -> Iterator[Problem]:
    for story in entry.stories.values():
        for match in LINK.finditer(story.text):
            kind, key = match[1], match[2].partition("#")[0]
            if key not in known[kind] and not desk.may_hold(FAILED[kind], key):
                line = story.text.count("\n", 0, match.start(1)) + 1
                column = match.start(1) - story.text.rfind("\n", 0, match.start(1))
                place = Place(story.file, line, column, len(match[1]) + 1 + len(match[2]))
                yield _unknown(place, kind, key, known[kind])


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
