"""What a search needs, as scripts that are loaded only when someone searches or filters, from a disk too.

For each language a head at an address that never changes, so that pages need not; it names the others, which have
their digest in their name: the one index of words, the rows that results show, their order by name. Each calls
`etalase.take(name, data)`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any

from generator.plan.assets import FOLDER
from generator.plan.edition import Edition
from generator.plan.search import index, rows
from generator.plan.targets import Target
from generator.plan.targets import text as ready


def search(editions: Sequence[Edition]) -> Iterator[Target]:
    """Every script of the search."""
    found = index.shelf(editions[0])
    terms = [entry.record for entry in editions[0].catalogue.terms]
    data, summaries = index.written(index.gather(editions, found), found, terms)
    shared = [_named("index", data), *(_named(f"said-{n}", text) for n, text in enumerate(summaries))]
    yield from shared
    for edition in editions:
        own = rows.pieces(edition, found.products)
        pieces = [_named(f"{edition.code}-{n}", piece) for n, piece in enumerate(own)]
        order = _named(f"{edition.code}-order", rows.by_name(edition, found))
        yield from (*pieces, order)
        head = {
            **rows.head(edition, found),
            "index": shared[0].paths[0],
            "said": [target.paths[0] for target in shared[1:]],
            "rows": [target.paths[0] for target in pieces],
            "order": order.paths[0],
            "per": rows.PER_PIECE,
        }
        yield _target(edition.urls.search(), "head", head)


def _named(name: str, data: Any) -> Target:
    """A script whose address has its digest."""
    text = _script(name, data)
    return _target(f"{FOLDER}/cari/{name}-{hashlib.sha256(text.encode()).hexdigest()[:8]}.js", name, data)


def _target(path: str, name: str, data: Any) -> Target:
    return ready(path, _script(name, data), f"search: {name}")


def _script(name: str, data: Any) -> str:
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("\u2028", " ").replace("\u2029", " ")
    return f"etalase.take({json.dumps(name)},{written})\n"
