"""What a search needs, as scripts that are loaded only when someone searches or filters, from a disk too.

For each language a head at an address that never changes, so that pages need not; it names the others, which have
their digest in their name: the one index of words, the rows that results show, their order by name. Each calls
`etalase.take(name, data)`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from typing import Any, NamedTuple

from generator.cache import Cache
from generator.plan.assets import FOLDER
from generator.plan.edition import Edition
from generator.plan.extracts import Extracts
from generator.plan.seals import sealed
from generator.plan.search import found, index, rows
from generator.plan.targets import Planned, Target, TextRecipe

NAME = "found"  # of what a search takes of each facility's goods
TABLE = "search"


class Script(NamedTuple):
    """One of the scripts: where it is, what `etalase.take` calls it, its whole text."""

    path: str
    name: str
    text: str


class Search:
    """The scripts of all languages, made of what was extracted of each facility's goods. To make one is to make all, so
    they are made when the first is asked for; which there are is known from an earlier build, where nothing changed."""

    def __init__(self, editions: Sequence[Edition], extracts: Extracts, cache: Cache) -> None:
        self._editions, self._extracts, self._cache = editions, extracts, cache

    def targets(self) -> list[Target]:
        """Every script, without any being made where they are as they were."""
        catalogue, extracts = self._editions[0].catalogue, self._extracts
        seal = sealed(
            *[edition.digest for edition in self._editions],
            *[entry.spine.digest for entry in catalogue.facilities.values()],
            *[repr(entry.record) for entry in catalogue.terms],
            *[extracts.digest(NAME, facility) for facility in extracts.facilities],
        )
        known = self._cache.recall(TABLE)
        if known.get("seal") != seal:
            known = {"seal": seal, "scripts": [[s.path, s.name, sealed(s.text)] for s in self.scripts]}
            self._cache.remember(TABLE, known)
        return [self._target(number, *script) for number, script in enumerate(known["scripts"])]

    def _target(self, number: int, path: str, name: str, seal: str) -> Target:
        return Planned((path,), "text", TextRecipe(seal, partial(self._text, number)), f"search: {name}", group=TABLE)

    def _text(self, number: int) -> str:
        return self.scripts[number].text

    @cached_property
    def scripts(self) -> tuple[Script, ...]:
        """All of them, always in this order."""
        return tuple(_scripts(self._editions, self._extracts))


def _scripts(editions: Sequence[Edition], extracts: Extracts) -> Iterator[Script]:
    texts = (extracts.text(NAME, facility) for facility in extracts.facilities)
    shelf = index.shelf(editions[0], [product for text in texts for product in found.opened(text)])
    terms = [entry.record for entry in editions[0].catalogue.terms]
    data, summaries = index.written(index.gather(editions, shelf), shelf, terms)
    shared = [_named("index", data), *(_named(f"said-{n}", text) for n, text in enumerate(summaries))]
    yield from shared
    for edition in editions:
        own = rows.pieces(edition, shelf.products)
        pieces = [_named(f"{edition.code}-{n}", piece) for n, piece in enumerate(own)]
        order = _named(f"{edition.code}-order", rows.by_name(edition, shelf))
        yield from (*pieces, order)
        head = {
            **rows.head(edition, shelf),
            "index": shared[0].path,
            "said": [script.path for script in shared[1:]],
            "rows": [script.path for script in pieces],
            "order": order.path,
            "per": rows.PER_PIECE,
        }
        yield Script(edition.urls.search(), "head", _text("head", head))


def _named(name: str, data: Any) -> Script:
    """A script whose address has its digest."""
    text = _text(name, data)
    return Script(f"{FOLDER}/cari/{name}-{hashlib.sha256(text.encode()).hexdigest()[:8]}.js", name, text)


def _text(name: str, data: Any) -> str:
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("\u2028", " ").replace("\u2029", " ")
    return f"etalase.take({json.dumps(name)},{written})\n"
