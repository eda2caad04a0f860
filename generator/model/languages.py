"""How a language says things: strings, plurals, numbers, money, dates, names of countries, and what falls back.

Babel knows the languages; it is slow to import, so it comes in only when something is first formatted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from generator.model.kinds import VOCABULARIES, Words

if TYPE_CHECKING:
    from babel import Locale
    from babel.numbers import NumberPattern

NBSP = "\u00a0"
LOCALES = {"en": "en_GB"}  # British throughout (words.md)
PLACEHOLDER = re.compile(r"\{(\w+)\}")


class Fallback(str):
    """A text in another language than the page's, because a translation is missing; `lang` is its language.

    In HTML it marks itself: `<span lang="id">…</span>`.
    """

    lang: str
    __slots__ = ("lang",)

    def __new__(cls, text: str, lang: str) -> Fallback:
        self = super().__new__(cls, text)
        self.lang = lang
        return self

    def __html__(self) -> str:
        from markupsafe import escape

        return f'<span lang="{self.lang}">{escape(str(self))}</span>'

    def __repr__(self) -> str:
        return f"Fallback({str(self)!r}, {self.lang!r})"

    def __reduce__(self) -> tuple[type, tuple[str, str]]:
        return Fallback, (str(self), self.lang)


@dataclass(frozen=True)
class Language:
    """One language of the site, with the theme's strings in it. `reference` is the site's first language's code."""

    code: str
    strings: Mapping[str, str]
    reference: str
    _quantities: dict[tuple[int | Decimal, str], str] = field(default_factory=dict, compare=False, repr=False)

    def t(self, key: str, *, n: int | Decimal | None = None, **args: str) -> str:
        """A theme string; with `n` its plural form, `{n}` being the number as this language writes it."""
        if n is None:
            text = self.strings[key]
        else:
            form = self.strings.get(f"{key}.{plural(self.code, n)}")
            text = form if form is not None else self.strings.get(f"{key}.other") or self.strings[key]
            args["n"] = self.number(n)
        return text.format_map(args) if "{" in text else text

    def words(self, words: Words | None) -> str:
        """The text in this language, or a Fallback; an empty text for nothing."""
        if not words:
            return ""
        text = words.get(self.code)
        if text is not None:
            return text
        language = self.reference if self.reference in words else next(iter(words))
        return Fallback(words[language], language)

    def number(self, value: int | Decimal) -> str:
        return _number(self.code, value)

    def quantity(self, amount: int | Decimal, unit: str) -> str:
        """`1.084 unit`, number and unit never split."""
        known = self._quantities.get((amount, unit))
        if known is None:
            known = f"{self.number(amount)}{NBSP}{self.t(f'unit.{unit}', n=amount)}"
            self._quantities[amount, unit] = known
        return known

    def unit_name(self, unit: str) -> str:
        """A unit's name for one of it, as after "per"."""
        return self.t(f"unit.{unit}", n=1)

    def money(self, amount: int | Decimal, currency: str) -> str:
        """`Rp35.000` in Indonesian, `IDR 35,000` elsewhere (words.md, rule 10)."""
        number = self.number(amount)
        return f"Rp{number}" if (currency, self.code) == ("IDR", "id") else f"{currency}{NBSP}{number}"

    def date(self, text: str, *, short: bool = False) -> str:
        """An ISO day, month or year, as precise as given."""
        return _date(self.code, text, "MMM" if short else "MMMM")

    def span(self, start: str, end: str) -> str:
        """`29 September – 16 Oktober 2025`: the year once where it is the same."""
        if start == end:
            return self.date(start)
        first = self.date(start)
        year = start[:4]
        if end[:4] == year and len(start) > 4 and first.endswith(year):
            first = first[: -len(year)].rstrip()
        return f"{first} – {self.date(end)}"

    def country(self, code: str) -> str:
        return _country(self.code, code)

    def language(self, code: str) -> str:
        """A language's name in this one: `Inggris`."""
        return str(_locale(self.code).languages.get(code, code))

    def listed(self, items: Iterable[str]) -> str:
        """`a, b, dan c`."""
        return _listed(self.code, tuple(items))

    def own_name(self) -> str:
        """The language's name in itself: `Bahasa Indonesia`, `English`."""
        return self.t("language.name")


@cache
def _locale(code: str) -> Locale:
    from babel import Locale

    return Locale.parse(LOCALES.get(code, code))


@lru_cache(maxsize=100_000)
def _number(code: str, value: int | Decimal) -> str:
    return str(_decimal().apply(value, _locale(code)))


@cache
def _decimal() -> NumberPattern:
    from babel.numbers import parse_pattern

    return parse_pattern("#,##0.######")


@lru_cache(maxsize=10_000)
def _date(code: str, text: str, month: str) -> str:
    from datetime import date

    from babel.dates import format_date, format_skeleton

    parts = [int(p) for p in text.split("-")]
    if len(parts) == 1:
        return text if code != "ko" else f"{text}년"
    day = date(parts[0], parts[1], parts[2] if len(parts) == 3 else 1)
    if len(parts) == 2:
        return str(format_skeleton(f"y{month}", day, locale=_locale(code)))
    if code in ("id", "en"):
        return format_date(day, f"d {month} y", locale=_locale(code))
    return format_date(day, "medium" if month == "MMM" else "long", locale=_locale(code))


@cache
def _country(language: str, code: str) -> str:
    return str(_locale(language).territories.get(code, code))


@lru_cache(maxsize=10_000)
def _listed(code: str, items: tuple[str, ...]) -> str:
    from babel.lists import format_list

    return format_list(items, locale=_locale(code)) if items else ""


@lru_cache(maxsize=10_000)
def plural(code: str, n: int | Decimal) -> str:
    """The plural form's name: `one`, `other`, …"""
    return str(_locale(code).plural_form(n))


def country_name(language: str, code: str) -> str:
    """A country's name: `Korea Selatan` for `KR`; an empty text for none."""
    return str(_locale(language).territories[code]) if code else ""


@cache
def country_names(codes: tuple[str, ...]) -> dict[str, str]:
    """Countries' names in several languages, case-folded, by code: `korea selatan` → `KR`."""
    from generator.model.kinds import COUNTRIES

    return {_locale(c).territories[k].casefold(): k for c in codes for k in COUNTRIES if k in _locale(c).territories}


def vocabulary_names(strings: Iterable[Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """Other names of closed values, by vocabulary: `sumatera utara` → `ID-SU`, from the theme's own words."""
    names: dict[str, dict[str, str]] = {name: {} for name in VOCABULARIES}
    for table in strings:
        for vocabulary, codes in VOCABULARIES.items():
            for code in codes:
                word = table.get(f"{vocabulary}.{code}", table.get(f"{vocabulary}.{code}.other"))
                if word:
                    names[vocabulary].setdefault(word.casefold(), code)
    return names


def label_names(strings: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Fields by their labels in any language, case-folded: `harga` → `price`."""
    found: dict[str, str] = {}
    for table in strings:
        for key, word in table.items():
            if key.startswith("field."):
                found.setdefault(word.casefold(), key.removeprefix("field."))
    return found
