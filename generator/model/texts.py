"""What must not stand in any text: words that wound, personal data, placeholders left in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from generator.errors import Place, Problem, problem
from generator.model.catalogue import Catalogue
from generator.model.entries import Entry
from generator.model.finding import finder
from generator.model.records.small import Page

# words.md, rule 4: word → replacement. Law pages and the markets' notices may quote the law.
NEVER: dict[str, tuple[tuple[str, str], ...]] = {
    "id": (
        (r"(?:eks|mantan) (?:napi|narapidana)", "mantan warga binaan"),
        (r"napi|narapidana", "warga binaan"),
        (r"penghuni", "warga binaan"),
        (r"(?<!rumah )tahanan(?! negara)", "warga binaan"),
        (r"penjara", "lapas"),
        (r"(?:di )?(?:balik )?jeruji|(?:di )?balik tembok", "di lapas"),
        (r"harga sesuai permintaan", "hubungi untuk harga"),
        (r"kanwil kemenkumham", "Kanwil Ditjenpas"),
    ),
    "en": (
        (r"ex-(?:inmates?|convicts?|prisoners?)", "former people in custody"),
        (r"inmates?", "people in custody"),
        (r"convicts?", "people in custody"),
        (r"offenders?", "people in custody"),
        (r"residents?", "people in custody"),
        (r"beneficiar(?:y|ies)", "people in custody"),
        (r"jails?", "correctional institution"),
        (r"female prison", "women's correctional institution"),
        (r"juvenile prison", "special development institution for children"),
    ),
}
COMPILED = {
    language: tuple((re.compile(rf"(?i)\b(?:{pattern})\b"), word) for pattern, word in words)
    for language, words in NEVER.items()
}
CUSTODY = r"(?:warga binaan|WBP|narapidana|napi|tahanan|anak binaan|klien)"
PERSONAL = (
    (re.compile(r"(?<![0-9.])[0-9]{16}(?!\.?[0-9])"), "text-identity"),
    (re.compile(r"(?i)\b(?:no\.?|nomor)\s*(?:reg(?:ister|istrasi)?)\b\.?\s*:?\s*[A-Z]{0,4}[ .]?\d+"), "text-register"),
    (
        re.compile(r"(?i)\b(?:rek(?:ening)?|acc(?:oun)?t(?: number)?|no\.? rek)\b[^\n]{0,24}?\d(?:[ -]?\d){7,}"),
        "text-account",
    ),
    (re.compile(r"\b[Aa]\.\s?[Nn]\.\s+[A-Z]\w+"), "text-account"),
    (re.compile(rf"(?i:{CUSTODY})[^.\n]{{0,60}}\b[A-Z][a-z]+ (?:bin|binti) [A-Z][a-z]+"), "text-name"),
)
LEFT_IN = re.compile(r"(?i)\b(?:lorem ipsum|isi di sini|tulis di sini|xxx+|tbd|todo|fill in here)\b")
ABOUT = re.compile(r"\\b|\(\?<?!.*?\)")  # what a pattern asks of the text round about what it finds


@cache
def _doubt() -> Callable[[str], bool]:
    """Whether anything at all may be wrong with a text, in any language: quick, and wrong in one direction only.

    These are all the patterns in one, but for what they ask round about, and the letters that Python takes for an i.
    """
    words = (pattern for told in COMPILED.values() for pattern, _ in told)
    patterns = (LEFT_IN, *(pattern for pattern, _ in PERSONAL), *words)
    asked = [ABOUT.sub("", pattern.pattern) for pattern in patterns]
    return finder("|".join(["[ıİ]", *(f"(?i:{p[4:]})" if p.startswith("(?i)") else p for p in asked)]))


def texts(catalogue: Catalogue, entry: Entry[Any]) -> Iterator[Problem]:
    """What must not stand in an entry's texts and stories."""
    law = isinstance(entry.record, Page) and entry.record.law
    document = entry.document
    if _doubt()(document.text if document.as_is else _joined(document.data)):
        for language, path, text in _texts(document.data, (), catalogue.languages[0].code):
            yield from _in_value(entry, path, text, language, law=law)
    for language, story in entry.stories.items():
        for code, start, length, args in _found(story.text, language, law=law):
            line = story.text.count("\n", 0, start) + 1
            column = start - story.text.rfind("\n", 0, start)
            yield problem(code, Place(story.file, line, column, length), **args)


def _joined(data: Any) -> str:
    """All texts below `data`, a line each: nearly every record is fine, and one look at all of it tells so.

    No pattern but the white space in one goes over a line's end, so none finds less here than in a text by itself.
    """
    found: list[str] = []
    below = [data]
    for part in below:  # it grows meanwhile
        if type(part) is str:
            found.append(part)
        elif type(part) is dict:
            below.extend(part.values())
        elif part is not None:
            below.extend(part)
    return "\n".join(found)


def _in_value(
    entry: Entry[Any], path: tuple[str | int, ...], text: str, language: str, *, law: bool
) -> Iterator[Problem]:
    for code, start, length, args in _found(text, language, law=law):
        place = entry.document.place(path)
        shown = Place(place.file, place.line, place.column + start, length) if place.length == len(text) else place
        yield problem(code, shown, **args)


def _texts(data: Any, path: tuple[str | int, ...], first: str) -> Iterator[tuple[str, tuple[str | int, ...], str]]:
    """Every text below `data`: its language (a key of two letters above it, else the first), its path, itself."""
    if isinstance(data, str):
        key = path[-1] if path else ""
        yield (key if isinstance(key, str) and len(key) == 2 else first), path, data
    elif isinstance(data, list):
        for number, item in enumerate(data):
            yield from _texts(item, (*path, number), first)
    else:
        for key, item in data.items():
            yield from _texts(item, (*path, key), first)


def _found(text: str, language: str, *, law: bool) -> Iterator[tuple[str, int, int, dict[str, str]]]:
    if not _doubt()(text):
        return
    for pattern, code in PERSONAL:
        for match in pattern.finditer(text):
            yield code, match.start(), len(match[0]), {}
    for match in LEFT_IN.finditer(text):
        yield "text-left-in", match.start(), len(match[0]), {"given": match[0]}
    taken: set[int] = set()
    for pattern, word in () if law else COMPILED.get(language, ()):
        for match in pattern.finditer(text):
            if not taken & set(range(match.start(), match.end())):
                taken |= set(range(match.start(), match.end()))
                yield "text-word", match.start(), len(match[0]), {"given": match[0], "word": word}
