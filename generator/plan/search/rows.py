"""What a result shows, in one language: the head, with all that results share, and the rows of products, in pieces.

A text that falls back to another language is a pair: the text, its language.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.model.entries import Entry
from generator.model.kinds import VOCABULARIES
from generator.model.languages import Fallback
from generator.model.records.product import Product
from generator.plan.edition import Edition
from generator.plan.parts import Card, Picture
from generator.plan.search import codes, words
from generator.plan.search.index import STATED, Shelf, common, material
from generator.plan.strings import FIND

PER_PIECE = 50  # rows in one script
NARROW = 480  # pixels: a card's picture is no wider than this where there is such a copy
Said = str | list[str]


def said(text: str) -> Said:
    """A text as scripts take it."""
    return [str(text), text.lang] if isinstance(text, Fallback) else str(text)


def row(edition: Edition, entry: Entry[Product]) -> list[Any]:
    """Address, name, the line that is known, summary, how far it can be had, what is drawn or shown, maker unknown,
    and, where it can be asked for, its own part of the key."""
    card, record = edition.card(entry), entry.record
    address = card.href.rpartition("/")[2].removesuffix(".html")
    summary = edition.language.words(record.summary)
    asked = card.key.rpartition("/")[2]
    known = [address, said(card.name), card.line, said(summary), card.badge, _seen(card)]
    return [*known, 1 if record.made_at else 0, asked]


def _seen(card: Card) -> list[Any]:
    """A picture as [address, width, height, words for it, tint, illustration], else drawn art as five numbers."""
    if card.picture is None:
        art = card.art
        return [art.x, art.y, art.turn, art.size, art.accent]
    shown: Picture = card.picture
    copies = shown.formats[0][1] if shown.formats else (shown.jpeg,)
    best = next((copy for copy in copies if copy.width >= NARROW), copies[-1])
    return [best.href, shown.width, shown.height, said(shown.alt), shown.tint, 1 if shown.illustration else 0]


def by_name(edition: Edition, found: Shelf) -> str:
    """The products' numbers in the order of their names."""
    names = [words.folded(edition.language.words(p.record.name)) for p in found.products]
    return codes.numbers(sorted(range(len(names)), key=lambda n: (names[n], n)))


def head(edition: Edition, found: Shelf) -> dict[str, Any]:
    """What results and filters of one language share: names, addresses, what is said."""
    catalogue, urls, words_of = edition.catalogue, edition.urls, edition.language.words
    records = [f.record for f in found.facilities]
    makers = [catalogue.facility_of(p).record for p in found.products]
    provinces = tuple(dict.fromkeys((*common(r.province for r in makers), *common(r.province for r in records))))
    types = tuple(dict.fromkeys((*common(r.type for r in makers), *common(r.type for r in records))))
    return {
        "language": edition.code,
        "products": [urls.products(), urls.products().rpartition("/")[0] + "/"],
        "facility": urls.facility("*"),
        "category": urls.category("*"),
        "facilities": [
            [f.key, f.record.name, f.record.place or "", provinces.index(f.record.province), types.index(f.record.type)]
            for f in found.facilities
        ],
        "categories": [
            [key, said(words_of(catalogue.categories[key].record.name)), edition.category_art(key).pattern]
            for key in found.categories
        ],
        "provinces": [[code, edition.t(f"province.{code}")] for code in provinces],
        "types": [[code, edition.t(f"type.{code}")] for code in types],
        "stages": [[code, edition.t(f"stage.{code}")] for code in VOCABULARIES["stage"]],
        "statuses": [[code, edition.t(f"status.{code}")] for code in VOCABULARIES["status"]],
        "prices": [["stated", edition.t("find.price-stated")], ["on-request", edition.t("price.on-request")]],
        "samples": [[yes, edition.t(f"samples.{yes}")] for yes in ("yes" if given else "no" for given in STATED)],
        "materials": _materials(edition, found),
        "says": spoken(edition),
    }


def _materials(edition: Edition, found: Shelf) -> list[list[Said]]:
    names: dict[str, Said] = {}
    for product in found.products:
        for one in product.record.materials:
            names.setdefault(material(one.name), said(edition.language.words(one.name)))
    return [[key, names[key]] for key in found.materials]


def spoken(edition: Edition) -> dict[str, str]:
    """The theme's strings that the scripts say, with their places for names and numbers; plurals by their form."""
    strings = edition.language.strings
    wanted = {key: text for key, text in strings.items() if key.rpartition(".")[0] in FIND or key in FIND}
    return dict(sorted(wanted.items()))


def pieces(edition: Edition, products: Sequence[Entry[Product]]) -> list[list[list[Any]]]:
    """The rows of products, `PER_PIECE` in one."""
    rows = [row(edition, entry) for entry in products]
    return [rows[at : at + PER_PIECE] for at in range(0, len(rows), PER_PIECE)]
