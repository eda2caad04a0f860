"""Every link between records leads somewhere, or is a problem that says what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.errors import Place, Problem, did_you_mean, problem
from generator.load.content import StoryText
from generator.model.catalogue import Catalogue, Entry
from generator.model.reading import Desk
from generator.model.records.parts import Export, Work
from generator.model.records.product import Product

Reference = tuple[Entry[Any], tuple[str | int, ...], str, str]  # whose, where in it, to what, key

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


def check_references(catalogue: Catalogue, desk: Desk) -> Iterator[Problem]:
    """A problem for each link that leads nowhere. What exists but could not be read counts as there."""
    known = tables(catalogue)
    for entry, path, kind, key in _references(catalogue):
        if key not in known[kind] and not desk.may_hold(FAILED[kind], key):
            yield _unknown(entry.place(*path), kind, key, known[kind])
    told: tuple[Entry[Any], ...] = (
        *catalogue.products.values(),
        *catalogue.facilities.values(),
        *catalogue.pages.values(),
    )
    for entry in told:
        for story in entry.stories.values():
            yield from _story(story, known, desk)
    yield from _guides(catalogue, desk)
    yield from _offices(catalogue)


def _guides(catalogue: Catalogue, desk: Desk) -> Iterator[Problem]:
    for name, key in catalogue.site.guides:
        if key and key not in catalogue.pages and not desk.may_hold("pages", key):
            yield _unknown(catalogue.site_document.place(("guides", name)), "page", key, catalogue.pages)


def tables(catalogue: Catalogue) -> dict[str, Mapping[str, Entry[Any]]]:
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


def _story(story: StoryText, known: Mapping[str, Mapping[str, Entry[Any]]], desk: Desk) -> Iterator[Problem]:
    for match in LINK.finditer(story.text):
        kind, key = match[1], match[2].partition("#")[0]
        if key not in known[kind] and not desk.may_hold(FAILED[kind], key):
            line = story.text.count("\n", 0, match.start(1)) + 1
            column = match.start(1) - story.text.rfind("\n", 0, match.start(1))
            yield _unknown(Place(story.file, line, column, len(match[1]) + 1 + len(match[2])), kind, key, known[kind])


def _references(catalogue: Catalogue) -> Iterator[Reference]:
    for product in catalogue.products.values():
        yield from _of_product(product)
    for facility in catalogue.facilities.values():
        if facility.record.office:
            yield facility, ("office",), "facility", facility.record.office
        for number, figure in enumerate(facility.record.figures):
            if figure.source:
                yield facility, ("figures", number, "source"), "source", figure.source
        yield from _of_work(facility, facility.record.work)
    for partner in catalogue.partners.values():
        if partner.record.source:
            yield partner, ("source",), "source", partner.record.source
    for programme in catalogue.programmes.values():
        if programme.record.source:
            yield programme, ("source",), "source", programme.record.source
        if programme.record.began_at:
            yield programme, ("began_at",), "facility", programme.record.began_at
        for number, site in enumerate(programme.record.sites):
            yield programme, ("sites", number, "facility"), "facility", site.facility
    for market in catalogue.markets:
        if market.record.category:
            yield market, ("category",), "category", market.record.category
    for paper in catalogue.papers.values():
        for number, key in enumerate(paper.record.categories):
            yield paper, ("categories", number), "category", key


def _of_product(entry: Entry[Product]) -> Iterator[Reference]:
    product = entry.record
    yield entry, ("category",), "category", product.category
    for number, key in enumerate(product.also_made_at):
        yield entry, ("also_made_at", number), "facility", key
    for number, key in enumerate(product.partners):
        yield entry, ("partners", number), "partner", key
    for number, key in enumerate(product.related):
        yield entry, ("related", number), "product", key
    for number, export in enumerate(product.exports):
        yield from _of_export(entry, number, export)
    for number, sale in enumerate(product.sales):
        if sale.source:
            yield entry, ("sales", number, "source"), "source", sale.source
    if product.production and product.production.source:
        yield entry, ("production", "source"), "source", product.production.source
    yield from _of_work(entry, product.work)


def _of_export(entry: Entry[Product], number: int, export: Export) -> Iterator[Reference]:
    if export.source:
        yield entry, ("exports", number, "source"), "source", export.source
    if export.partner:
        yield entry, ("exports", number, "partner"), "partner", export.partner
    for row, dispute in enumerate(export.disputed):
        yield entry, ("exports", number, "disputed", row, "source"), "source", dispute.source


def _of_work(entry: Entry[Any], work: Work | None) -> Iterator[Reference]:
    for name in ("makers", "directed_by", "consent", "pay", "training"):
        part = getattr(work, name, None)
        if part is not None and part.source:
            yield entry, ("work", name, "source"), "source", part.source


def _offices(catalogue: Catalogue) -> Iterator[Problem]:
    for facility in catalogue.facilities.values():
        office = catalogue.facilities.get(facility.record.office or "")
        if office is not None and office.record.type not in ("kanwil", "ditjenpas"):
            yield problem("office-type", facility.place("office"), given=office.key, type=office.record.type)
