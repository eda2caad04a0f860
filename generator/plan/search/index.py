"""The one index of words, for all languages at once: which word stands in which product, facility or category.

Products come first, sorted by their identity, so that those of a facility lie together; then facilities; then
categories. A word in a name counts more than one among materials and keywords, which counts more than one in a summary.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.model.entries import Entry
from generator.model.kinds import VOCABULARIES
from generator.model.records.facility import Facility
from generator.model.records.small import Term
from generator.plan.edition import Edition
from generator.plan.search import codes, words
from generator.plan.search.found import MORE, NAME, SUMMARY, Found

LARGE = 2000  # above so many products, what summaries say lies apart
CHUNK = 100  # words of summaries in one script, where they lie apart


@dataclass(slots=True)
class Index:
    """Words being gathered. `known` are all words by language; `found` says where each stands, by what it counts."""

    known: dict[str, set[str]] = field(default_factory=dict)
    found: dict[str, tuple[set[int], set[int], set[int]]] = field(default_factory=dict)

    def add(self, number: int, weight: int, language: str, *texts: str) -> None:
        """The words of some texts."""
        for text in texts:
            self.put(number, weight, language, words.words(text))

    def put(self, number: int, weight: int, language: str, those: Sequence[str]) -> None:
        """Words as a search knows them."""
        self.known.setdefault(language, set()).update(those)
        for word in those:
            places = self.found.get(word)
            if places is None:
                places = self.found[word] = (set(), set(), set())
            places[weight].add(number)

    def learn(self, language: str, *texts: str) -> None:
        """Words that a buyer may type and that stand nowhere in the catalogue."""
        for text in texts:
            for word in words.words(text):
                self.known.setdefault(language, set()).add(word)
                self.found.setdefault(word, (set(), set(), set()))


@dataclass(frozen=True, slots=True)
class Shelf:
    """What an index counts: products by identity, facilities, categories that have products, materials by key."""

    products: tuple[Found, ...]
    facilities: tuple[Entry[Facility], ...]
    categories: tuple[str, ...]
    materials: tuple[str, ...]


def shelf(edition: Edition, products: Iterable[Found]) -> Shelf:
    """What is found: the products that lists show, every facility, the categories that have goods."""
    catalogue, products = edition.catalogue, tuple(products)
    taken = {product.category for product in products}
    return Shelf(
        products=products,
        facilities=tuple(catalogue.facilities[key] for key in sorted(catalogue.facilities)),
        categories=tuple(key for key in catalogue.categories if key in taken),
        materials=common(key for p in products for key, _ in p.materials),
    )


def common(keys: Iterable[str]) -> tuple[str, ...]:
    """Each key once, the most frequent first."""
    counts = Counter(keys)
    return tuple(sorted(counts, key=lambda key: (-counts[key], key)))


def gather(editions: Sequence[Edition], found: Shelf) -> Index:
    """Every word of the catalogue and of the thesaurus."""
    index = Index()
    catalogue, count = editions[0].catalogue, len(found.products)
    for number, product in enumerate(found.products):
        for language, parts in product.words.items():
            for weight, part in enumerate(parts):
                index.put(number, weight, language, part.split())
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
    products = found.products
    own = Counter(p.facility for p in products)
    days = {day: n for n, day in enumerate(sorted({p.added for p in products}))}
    categories = {key: n for n, key in enumerate(found.categories)}
    materials = {key: n for n, key in enumerate(found.materials)}
    return {
        "facilities": codes.numbers(own[f.key] for f in found.facilities),
        "category": codes.numbers(categories[p.category] for p in products),
        "material": " ".join(codes.steps(sorted({materials[key] for key, _ in p.materials})) for p in products),
        "stage": codes.numbers(_place("stage", p.stage) for p in products),
        "status": codes.numbers(_place("status", p.status) for p in products),
        "price": codes.numbers(p.price for p in products),
        "samples": codes.numbers(p.samples for p in products),
        "minimum": codes.numbers(p.minimum for p in products),
        "added": codes.numbers(days[p.added] for p in products),
        "featured": codes.steps([n for n, p in enumerate(products) if p.featured]),
    }


def _place(vocabulary: str, code: str) -> int:
    return VOCABULARIES[vocabulary].index(code) + 1 if code else 0
