"""The one index of words, for all languages at once: which word stands in which product, facility or category.

Products come first, sorted by their identity, so that those of a facility lie together; then facilities; then
categories. A word in a name counts more than one among materials and keywords, which counts more than one in a summary.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.model.entries import Entry
from generator.model.kinds import VOCABULARIES
from generator.model.records.facility import Facility
from generator.model.records.product import Product
from generator.model.records.small import Term
from generator.plan.edition import Edition
from generator.plan.search import codes, words

NAME, MORE, SUMMARY = range(3)
LARGE = 2000  # above so many products, what summaries say lies apart
CHUNK = 100  # words of summaries in one script, where they lie apart
STATED = (True, False)


@dataclass(slots=True)
class Index:
    """Words being gathered. `known` are all words by language; `found` says where each stands, by what it counts."""

    known: dict[str, set[str]] = field(default_factory=dict)
    found: dict[str, tuple[set[int], set[int], set[int]]] = field(default_factory=dict)

    def add(self, number: int, weight: int, language: str, *texts: str) -> None:
        for text in texts:
            for word in words.words(text):
                self.known.setdefault(language, set()).add(word)
                self.found.setdefault(word, (set(), set(), set()))[weight].add(number)

    def learn(self, language: str, *texts: str) -> None:
        """Words that a buyer may type and that stand nowhere in the catalogue."""
        for text in texts:
            for word in words.words(text):
                self.known.setdefault(language, set()).add(word)
                self.found.setdefault(word, (set(), set(), set()))


@dataclass(frozen=True, slots=True)
class Shelf:
    """What an index counts: products by identity, facilities, categories that have products, materials by key."""

    products: tuple[Entry[Product], ...]
    facilities: tuple[Entry[Facility], ...]
    categories: tuple[str, ...]
    materials: tuple[str, ...]


def shelf(edition: Edition) -> Shelf:
    """What is found: the products that lists show, every facility, the categories that have goods."""
    catalogue = edition.catalogue
    products = tuple(sorted(catalogue.listed, key=lambda p: p.key.split("/")))
    return Shelf(
        products=products,
        facilities=tuple(catalogue.facilities[key] for key in sorted(catalogue.facilities)),
        categories=tuple(key for key in catalogue.categories if key in catalogue.by_category),
        materials=common(material(m.name) for p in products for m in p.record.materials),
    )


def common(keys: Iterable[str]) -> tuple[str, ...]:
    """Each key once, the most frequent first."""
    counts = Counter(keys)
    return tuple(sorted(counts, key=lambda key: (-counts[key], key)))


def material(name: Mapping[str, str]) -> str:
    """A material's key, the same in all languages: its name in the first of them."""
    return words.folded(next(iter(name.values())))


def gather(editions: Sequence[Edition], found: Shelf) -> Index:
    """Every word of the catalogue and of the thesaurus."""
    index = Index()
    catalogue, count = editions[0].catalogue, len(found.products)
    for number, product in enumerate(found.products):
        _product(index, number, product.record)
        for other in product.record.also_made_at:
            index.add(number, MORE, "id", catalogue.facilities[other].record.name)
    for number, facility in enumerate(found.facilities, count):
        _facility(index, number, facility.record, editions)
    for number, key in enumerate(found.categories, count + len(found.facilities)):
        category = catalogue.categories[key].record
        for language, text in category.name.items():
            index.add(number, NAME, language, text)
        for language, text in (category.summary or {}).items():
            index.add(number, SUMMARY, language, text)
    for term in catalogue.terms:
        for language, phrases in term.record.words.items():
            index.learn(language, *phrases)
        index.learn("id", *term.record.same, *term.record.near, *term.record.narrower_than)
    index.learn("", *words.REAL)
    return index


def _product(index: Index, number: int, product: Product) -> None:
    for language, text in product.name.items():
        index.add(number, NAME, language, text)
    for one in product.materials:
        for language, text in one.name.items():
            index.add(number, MORE, language, text)
    for language, texts in product.keywords.items():
        index.add(number, MORE, language, *texts)
    for language, text in product.summary.items():
        index.add(number, SUMMARY, language, text)


def _facility(index: Index, number: int, facility: Facility, editions: Sequence[Edition]) -> None:
    index.add(number, NAME, "id", facility.name, *facility.known_as)
    for edition in editions:
        texts = (edition.town(facility), edition.t(f"type.{facility.type}"))
        index.add(number, MORE, edition.code, *texts)


# -- as scripts take it ------------------------------------------------------------------------------------------------


def written(index: Index, found: Shelf, terms: Iterable[Term]) -> tuple[dict[str, Any], list[str]]:
    """The index as a script takes it, and what summaries say, in pieces of `CHUNK` words where that lies apart."""
    order = sorted(index.found)
    place = {word: n for n, word in enumerate(order)}
    apart = len(found.products) > LARGE
    groups: dict[str, list[int]] = {}
    for word, family in words.families(index.known).items():
        groups.setdefault(family, []).append(place[word])
    summaries = [codes.steps(sorted(index.found[word][SUMMARY])) for word in order]
    data = {
        "count": [len(found.products), len(found.facilities), len(found.categories)],
        "words": " ".join(order),
        "posts": " ".join(_posts(index.found[word]) for word in order),
        "summaries": "" if apart else " ".join(summaries),
        "chunk": CHUNK if apart else 0,
        "families": " ".join(codes.steps(group) for group in sorted(map(sorted, groups.values()))),
        "terms": thesaurus(tuple(terms)),
        "empty": " ".join(sorted(words.EMPTY)),
        **columns(found),
    }
    return data, [" ".join(summaries[at : at + CHUNK]) for at in range(0, len(order), CHUNK)] if apart else []


def _posts(found: tuple[set[int], set[int], set[int]]) -> str:
    """Where a word stands: in names, and after a dot among what names do not say."""
    name, more = sorted(found[NAME]), sorted(found[MORE] - found[NAME])
    return codes.steps(name) + (f".{codes.steps(more)}" if more else "")


def thesaurus(terms: Sequence[Term]) -> list[list[str]]:
    """Of each term its phrases, those of what is narrower, and those that are near; each list one text."""
    same = [_phrases(phrase for texts in (*t.words.values(), t.same) for phrase in texts) for t in terms]
    wider = [_phrases(t.narrower_than) for t in terms]
    beside = [_phrases(t.near) for t in terms]
    lines = []
    for n, own in enumerate(same):
        narrower = [p for m, up in enumerate(wider) if m != n and set(up) & set(own) for p in same[m]]
        related = [p for m, by in enumerate(beside) if m != n and set(by) & set(own) for p in same[m]]
        near = [*wider[n], *beside[n], *related]
        lines.append(["|".join(own), "|".join(_but(own, narrower)), "|".join(_but(own, near))])
    return lines


def _phrases(texts: Iterable[str]) -> tuple[str, ...]:
    folded = (" ".join(words.words(text)) for text in texts)
    return tuple(dict.fromkeys(text for text in folded if text))


def _but(own: Sequence[str], others: Iterable[str]) -> list[str]:
    return [text for text in dict.fromkeys(others) if text not in own]


def columns(found: Shelf) -> dict[str, Any]:
    """What products are filtered and sorted by; 0 is what is not stated."""
    records = [p.record for p in found.products]
    own: dict[str, int] = {}
    for product in found.products:
        facility = product.key.partition("/")[0]
        own[facility] = own.get(facility, 0) + 1
    days = sorted({r.added for r in records})
    return {
        "facilities": codes.numbers(own.get(f.key, 0) for f in found.facilities),
        "category": codes.numbers(found.categories.index(r.category) for r in records),
        "material": " ".join(_materials(r, found.materials) for r in records),
        "stage": codes.numbers(_place("stage", r.stage) for r in records),
        "status": codes.numbers(_place("status", r.status) for r in records),
        "price": codes.numbers(_price(r) for r in records),
        "samples": codes.numbers(_samples(r) for r in records),
        "minimum": codes.numbers((r.order.minimum or 0) if r.order else 0 for r in records),
        "added": codes.numbers(days.index(r.added) for r in records),
        "featured": codes.steps([n for n, r in enumerate(records) if r.featured]),
    }


def _place(vocabulary: str, code: str | None) -> int:
    return VOCABULARIES[vocabulary].index(code) + 1 if code else 0


def _materials(product: Product, known: Sequence[str]) -> str:
    return codes.steps(sorted({known.index(material(m.name)) for m in product.materials}))


def _price(product: Product) -> int:
    """1: a price is stated; 2: one is told on request; 0: nothing is said."""
    price = product.price
    return 0 if price is None else 2 if price.on_request else 1


def _samples(product: Product) -> int:
    samples = product.order.samples if product.order else None
    return 0 if samples is None else 1 + STATED.index(samples)
