"""How each language says numbers, money, dates and what it lacks."""

from __future__ import annotations

import pickle
from decimal import Decimal

import pytest
from markupsafe import escape

from generator.load.files import Folder
from generator.load.theme import load_theme
from generator.model.languages import NBSP, Fallback, Language, label_names, vocabulary_names
from generator.model.strings import tables
from tests.site import ROOT

STRINGS, _ = tables(load_theme(Folder(ROOT / "themes" / "etalase", "themes/etalase")).strings)
ID, EN = (Language(code, STRINGS[code], "id") for code in ("id", "en"))
KO = Language("ko", {**STRINGS["en"], "unit.pack.other": "봉지"}, "id")


def plainly(text: str) -> str:
    return text.replace(NBSP, " ")


@pytest.mark.parametrize(
    ("language", "amount", "currency", "said"),
    [
        (ID, 28_500_000, "IDR", "Rp28.500.000"),
        (EN, 28_500_000, "IDR", "IDR 28,500,000"),
        (ID, Decimal("1.5"), "USD", "USD 1,5"),
        (EN, Decimal("1.50"), "USD", "USD 1.5"),
        (KO, 35_000, "IDR", "IDR 35,000"),
        (KO, 35_000, "KRW", "KRW 35,000"),
    ],
)
def test_money_is_said_as_the_language_writes_it(language: Language, amount: Decimal, currency: str, said: str) -> None:
    assert plainly(language.money(amount, currency)) == said


@pytest.mark.parametrize(
    ("language", "amount", "unit", "said"),
    [
        (ID, 1084, "unit", "1.084 unit"),
        (EN, 1084, "unit", "1,084 units"),
        (EN, 1, "pair", "1 pair"),
        (EN, 2, "pair", "2 pairs"),
        (EN, Decimal("0.5"), "tonne", "0.5 tonnes"),
        (ID, Decimal("0.5"), "tonne", "0,5 ton"),
        (KO, 1, "pack", "1 봉지"),
    ],
)
def test_a_quantity_has_its_units_plural_form(language: Language, amount: Decimal, unit: str, said: str) -> None:
    assert plainly(language.quantity(amount, unit)) == said


def test_a_number_never_parts_from_its_unit() -> None:
    assert " " not in ID.quantity(5, "pack") + EN.quantity(5, "pack") + EN.money(5, "IDR")


@pytest.mark.parametrize(
    ("text", "indonesian", "english", "korean"),
    [
        ("2025-10-21", "21 Oktober 2025", "21 October 2025", "2025년 10월 21일"),
        ("2025-10", "Oktober 2025", "October 2025", "2025년 10월"),
        ("2025", "2025", "2025", "2025년"),
    ],
)
def test_a_date_is_said_as_precisely_as_it_is_known(text: str, indonesian: str, english: str, korean: str) -> None:
    assert (ID.date(text), EN.date(text), KO.date(text)) == (indonesian, english, korean)


def test_a_short_date_shortens_the_month() -> None:
    assert (ID.date("2025-10-21", short=True), EN.date("2025-10", short=True)) == ("21 Okt 2025", "Oct 2025")


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2025-09-29", "2025-10-16", "29 September – 16 Oktober 2025"),
        ("2025-01", "2025-06", "Januari – Juni 2025"),
        ("2024-12", "2025-01", "Desember 2024 – Januari 2025"),
        ("2024", "2025", "2024 – 2025"),
        ("2025-10", "2025-10", "Oktober 2025"),
    ],
)
def test_a_span_says_the_year_once_where_it_is_one(start: str, end: str, said: str) -> None:
    assert ID.span(start, end) == said


def test_a_list_is_joined_as_the_language_does() -> None:
    assert (ID.listed(["a", "b", "c"]), EN.listed(["a", "b"]), ID.listed([])) == ("a, b, dan c", "a and b", "")


def test_countries_and_languages_have_their_names() -> None:
    assert (ID.country("KR"), EN.country("KR"), ID.language("en"), ID.country("EU")) == (
        *("Korea Selatan", "South Korea", "Inggris", "Uni Eropa"),
    )


def test_a_missing_translation_falls_back_and_says_so() -> None:
    said = EN.words({"id": "Roti & kue"})
    assert isinstance(said, Fallback)
    assert (said, said.lang) == ("Roti & kue", "id")
    assert str(escape(said)) == '<span lang="id">Roti &amp; kue</span>'


def test_a_text_in_the_pages_language_is_no_fallback() -> None:
    assert type(EN.words({"id": "Roti", "en": "Bread"})) is str
    assert EN.words(None) == EN.words({}) == ""


def test_a_fallback_goes_to_a_worker_and_back() -> None:
    said = pickle.loads(pickle.dumps(Fallback("Roti", "id")))
    assert (said, said.lang) == ("Roti", "id")


def test_fields_and_values_are_known_by_their_labels_in_every_language() -> None:
    labels, names = label_names(STRINGS.values()), vocabulary_names(STRINGS.values())
    assert {word: labels[word] for word in ("harga", "price", "bahan")} == {
        "harga": "price",
        "price": "price",
        "bahan": "materials",
    }
    assert (names["status"]["tersedia"], names["province"]["sumatera utara"]) == ("available", "ID-SU")
