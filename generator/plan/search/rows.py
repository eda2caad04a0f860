"""What a result shows, in one language: the head, with all that results share, and the rows of products, in pieces."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.model.kinds import VOCABULARIES
from generator.plan.edition import Edition
from generator.plan.search import codes
from generator.plan.search.found import STATED, Found, Said, said
from generator.plan.search.index import Shelf, common
from generator.plan.strings import FIND

PER_PIECE = 50  # rows in one script


def by_name(edition: Edition, found: Shelf) -> str:
    """The products' numbers in the order of their names."""
    names = [p.names[edition.code] for p in found.products]
    return codes.numbers(sorted(range(len(names)), key=lambda n: (names[n], n)))


def head(edition: Edition, found: Shelf) -> dict[str, Any]:
    """What results and filters of one language share: names, addresses, what is said."""
    catalogue, urls, words_of = edition.catalogue, edition.urls, edition.language.words
    records = [f.record for f in found.facilities]
    makers = [catalogue.facilities[p.facility].record for p in found.products]
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
        for key, called in product.materials:
            names.setdefault(key, called[edition.code])
    return [[key, names[key]] for key in found.materials]


def spoken(edition: Edition) -> dict[str, str]:
    """The theme's strings that the scripts say, with their places for names and numbers; plurals by their form."""
    strings = edition.language.strings
    wanted = {key: text for key, text in strings.items() if key.rpartition(".")[0] in FIND or key in FIND}
    return dict(sorted(wanted.items()))


def pieces(edition: Edition, products: Sequence[Found]) -> list[list[Sequence[Any]]]:
    """The rows of products, `PER_PIECE` in one."""
    rows = [product.rows[edition.code] for product in products]
    return [rows[at : at + PER_PIECE] for at in range(0, len(rows), PER_PIECE)]
