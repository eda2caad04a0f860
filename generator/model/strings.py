"""The theme's strings: flat tables a language, complete, without strangers, with the same placeholders."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.errors import Place, Problem, did_you_mean, problem
from generator.load.documents import Document
from generator.model.kinds import UNWORDED, VOCABULARIES
from generator.model.languages import PLACEHOLDER
from generator.model.records.facility import Facility
from generator.model.records.product import Product
from generator.model.records.record import field_names

Tables = dict[str, dict[str, str]]
PLURAL = (".zero", ".one", ".two", ".few", ".many", ".other")
COUNTED = {"unit"}  # vocabularies whose words have plural forms


class Use(NamedTuple):
    """A key that a template asks for, and where; a key that ends in `*` is a beginning."""

    key: str
    file: str
    line: int


def tables(documents: Mapping[str, Document]) -> tuple[Tables, list[Problem]]:
    """The strings by language, and every problem of reading them."""
    found: Tables = {}
    wrong: list[Problem] = []
    for language, document in documents.items():
        if not isinstance(document.data, dict):
            wrong.append(problem("not-mapping", document.place(), field=language))
            continue
        found[language] = {}
        for key, text in document.data.items():
            if isinstance(text, str):
                found[language][key] = text
            else:
                wrong.append(problem("not-text", document.place((key,)), found=("kunci bertingkat", "nested keys")))
    return found, wrong


def check(
    documents: Mapping[str, Document],
    strings: Tables,
    *,
    languages: Iterable[str],
    uses: Iterable[Use],
    ours: Collection[str],
) -> Iterator[Problem]:
    """What is missing, unknown, unused or at odds. `ours` are the keys that planning asks for (`*`: a beginning).

    Only the site's languages must be complete; the first that is gives the placeholders to compare with.
    """
    used = [*uses]
    needed = {*_vocabulary_keys(), *(f"field.{name}" for name in _fields()), *(k for k in ours if k[-1] != "*")}
    beginnings = {u.key[:-1] for u in used if u.key.endswith("*")} | {k[:-1] for k in ours if k.endswith("*")}
    by_place = {u.key: Place(u.file, u.line, 1, 1) for u in used if not u.key.endswith("*")}
    codes = [code for code in languages if code in strings]
    for code in codes:
        have = {_bare(key) for key in strings[code]}
        for key in sorted(needed - have):
            yield problem("string-missing", Place(documents[code].file), key=key, language=code)
        for key in sorted(set(by_place) - have - needed):
            near = did_you_mean(key, have)
            yield problem("string-unknown", by_place[key], key=key, language=code, suggestion=near)
        for key in strings[code]:
            bare = _bare(key)
            if bare not in needed and bare not in by_place and not bare.startswith(tuple(beginnings)):
                yield problem("string-unused", documents[code].place((key,), key=True), key=key)
    yield from _placeholders(documents, strings, codes)


def _placeholders(documents: Mapping[str, Document], strings: Tables, codes: list[str]) -> Iterator[Problem]:
    for code in codes[1:]:
        first = {_bare(key): text for key, text in strings[codes[0]].items()}
        for key, text in strings[code].items():
            other = first.get(_bare(key))
            if other is None:
                continue
            here, there = set(PLACEHOLDER.findall(text)), set(PLACEHOLDER.findall(other))
            odd = (here ^ there) - {"n"}  # a plural form may leave out its number
            if odd:
                shown = ", ".join(f"{{{name}}}" for name in sorted(odd))
                yield problem("string-placeholder", documents[code].place((key,)), key=key, odd=shown)


def _bare(key: str) -> str:
    for ending in PLURAL:
        if key.endswith(ending):
            return key[: -len(ending)]
    return key


def _vocabulary_keys() -> Iterator[str]:
    for name, codes in VOCABULARIES.items():
        if name not in UNWORDED:
            yield from (f"{name}.{code}" for code in codes)


def _fields() -> set[str]:
    return (field_names(Product) | field_names(Facility)) - {"on_request"}
