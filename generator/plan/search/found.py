"""What a search takes of each product: its words, what it is filtered and sorted by, its row in every language.

A text that falls back to another language is a pair: the text, its language.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import orjson

from generator.model.entries import Entry
from generator.model.languages import Fallback
from generator.model.records.product import Product
from generator.plan.edition import Edition
from generator.plan.parts import Card, Picture
from generator.plan.search import words

NAME, MORE, SUMMARY = range(3)  # the parts of a product's words, by what they count
NARROW = 480  # pixels: a card's picture is no wider than this where there is such a copy
STATED = (True, False)
Said = str | list[str]
Words = Sequence[str]  # of one language: those of its name, of materials and keywords, of its summary


class Found(NamedTuple):
    """A product that lists show. `words` are by language, each part as one text, in no order; `materials` are (key, by
    language what it is called); `rows` and folded `names` are by language. What is not stated is empty or 0."""

    key: str
    words: Mapping[str, Words]
    materials: Sequence[tuple[str, Mapping[str, Said]]]
    category: str
    stage: str
    status: str
    price: int
    samples: int
    minimum: int
    added: str
    featured: bool
    rows: Mapping[str, Sequence[Any]]
    names: Mapping[str, str]

    @property
    def facility(self) -> str:
        """Its facility's key."""
        return self.key.partition("/")[0]


def extract(editions: Sequence[Edition], _facility: str, goods: Sequence[Entry[Product]]) -> str:
    """A facility's goods as a search needs them, as JSON; see `opened`."""
    listed = [entry for entry in goods if entry.gist.status != "archived"]
    listed.sort(key=lambda entry: entry.key.split("/"))
    return orjson.dumps([_found(editions, entry) for entry in listed]).decode()


def opened(text: str) -> list[Found]:
    """The goods as they were extracted."""
    return [*map(Found._make, orjson.loads(text))]


def said(text: str) -> Said:
    """A text as scripts take it."""
    return [str(text), text.lang] if isinstance(text, Fallback) else str(text)


def material(name: Mapping[str, str]) -> str:
    """A material's key, the same in all languages: its name in the first of them."""
    return words.folded(next(iter(name.values())))


def _found(editions: Sequence[Edition], entry: Entry[Product]) -> tuple[Any, ...]:
    product = entry.record
    return tuple(
        Found(
            key=entry.key,
            words=_words(editions[0], product),
            materials=[
                (material(m.name), {e.code: said(e.language.words(m.name)) for e in editions})
                for m in product.materials
            ],
            category=product.category,
            stage=product.stage or "",
            status=product.status or "",
            price=_price(product),
            samples=_samples(product),
            minimum=(product.order.minimum or 0) if product.order else 0,
            added=product.added,
            featured=product.featured,
            rows={e.code: _row(e, entry) for e in editions},
            names={e.code: words.folded(e.language.words(product.name)) for e in editions},
        )
    )


def _words(edition: Edition, product: Product) -> Mapping[str, Words]:
    """Every word of a product by its language, and the names of other facilities that make it."""
    known: dict[str, tuple[list[str], list[str], list[str]]] = {}

    def add(part: int, texts: Mapping[str, str]) -> None:
        for language, text in texts.items():
            known.setdefault(language, ([], [], []))[part].extend(words.words(text))

    add(NAME, product.name)
    for one in product.materials:
        add(MORE, one.name)
    for language, keywords in product.keywords.items():
        add(MORE, {language: " ".join(keywords)})
    for other in product.also_made_at:
        add(MORE, {"id": edition.catalogue.facilities[other].record.name})
    add(SUMMARY, product.summary)
    return {language: [" ".join(dict.fromkeys(part)) for part in parts] for language, parts in known.items()}


def _price(product: Product) -> int:
    """1: a price is stated; 2: one is told on request; 0: nothing is said."""
    price = product.price
    return 0 if price is None else 2 if price.on_request else 1


def _samples(product: Product) -> int:
    samples = product.order.samples if product.order else None
    return 0 if samples is None else 1 + STATED.index(samples)


def _row(edition: Edition, entry: Entry[Product]) -> list[Any]:
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
