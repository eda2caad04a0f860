"""What a text may mean: each kind reads strictly, and says what was likely meant."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.model import kinds
from generator.model.kinds import Reading

READING = Reading(
    ("id", "en"),
    {"status": {"tersedia": "available"}, "province": {"jawa barat": "ID-JB", "west java": "ID-JB"}},
)
PROVINCE: Any = Annotated[str, kinds.one_of("province")]
STATUS: Any = Annotated[str, kinds.one_of("status")]


def read(kind: Any, text: Any) -> Any:
    return TypeAdapter(kind).validate_python(text, context=READING)


def refused(kind: Any, text: Any) -> tuple[str, Any]:
    """The problem's code, and what it suggests."""
    with pytest.raises(ValidationError) as failure:
        read(kind, text)
    [told] = failure.value.errors()
    return told["type"], told.get("ctx", {}).get("suggestion", "")


@pytest.mark.parametrize(
    ("text", "value"), [("35000", "35000"), ("1.1", "1.1"), ("-6.7", "-6.7"), ("1.2345", "1.2345"), ("007", "7")]
)
def test_a_number_is_digits_with_a_point_for_decimals(text: str, value: str) -> None:
    assert read(kinds.Number, text) == Decimal(value)


NUMBERS = [
    ("35.000", "35000"),
    ("1.000.000", "1000000"),
    ("35,000", "35000"),
    ("1.234,50", "1234.5"),
    ("Rp35.000,00", "35000"),
    ("35rb", "35000"),
    ("35 ribu", "35000"),
    ("1,5jt", "1500000"),
    ("Rp35.000,-", "35000"),
    ("Rp 35000", "35000"),
    ("IDR 35000", "35000"),
    ("1_000", "1000"),
    ("1e3", "1000"),
    ("1,5", "1.5"),
    ("0x10", ""),
    ("banyak", ""),
    ("", ""),
    (".5", ""),
    ("1.", ""),
    ("+5", ""),
    ("1.2345678", ""),
    ("9" * 5000, ""),
    ("٣٥", ""),
    ("½", ""),
    ("NaN", ""),
]


@pytest.mark.parametrize(("text", "meant"), NUMBERS)
def test_any_other_number_is_refused_with_what_was_likely_meant(text: str, meant: str) -> None:
    assert refused(kinds.Number, text) == ("number", meant)


@pytest.mark.parametrize("text", [text for text, meant in NUMBERS if meant and "," not in text])
def test_what_a_number_suggests_is_itself_a_number(text: str) -> None:
    assert read(kinds.Number, refused(kinds.Number, text)[1]) > 0


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        (kinds.Count, "2.5", "whole-number"),
        (kinds.Count, "1.000", "number"),
        (kinds.Count, "0", "number-positive"),
        (kinds.Count, "-1", "number-positive"),
        (kinds.Amount, "0", "number-positive"),
        (kinds.Amount, "0.00", "number-positive"),
        (kinds.Coordinate, "-6.706", "number"),  # as a thousand and its dot would be written
        (kinds.Coordinate, "-6.7063", "coordinate-fine"),
        (kinds.Text, ["a"], "not-text"),
        (kinds.Text, {"a": "b"}, "not-text"),
        (kinds.Text, None, "item-empty"),
        (kinds.Bilingual, None, "item-empty"),
        (kinds.Bilingual, {"en": "Bread"}, "words-missing"),
        (kinds.Bilingual, {"id": ["Roti"]}, "not-text"),
        (kinds.Bilingual, {"id": "Roti", "ko": "빵"}, "words-language"),
        (kinds.WordLists, {"id": "roti"}, "not-list"),
        (kinds.WordLists, "roti", "words"),
    ],
)
def test_what_a_kind_can_not_hold_is_refused(kind: Any, text: Any, code: str) -> None:
    assert refused(kind, text)[0] == code


def test_words_keep_the_order_of_the_sites_languages() -> None:
    assert list(read(kinds.Bilingual, {"en": " Bread ", "id": "Roti"}).items()) == [("id", "Roti"), ("en", "Bread")]


@pytest.mark.parametrize(("text", "value"), [("true", True), ("ya", True), ("false", False), ("tidak", False)])
def test_a_flag_is_yes_or_no_in_either_language(text: str, value: bool) -> None:
    assert read(kinds.Flag, text) is value


@pytest.mark.parametrize(
    ("text", "meant"),
    [("yes", "true"), ("Ya", "true"), ("True", "true"), ("no", "false"), ("off", "false"), ("0", "false"), ("x", "")],
)
def test_any_other_flag_is_refused(text: str, meant: str) -> None:
    assert refused(kinds.Flag, text) == ("flag", meant)


@pytest.mark.parametrize("text", ["2025-10-21", "2025-10", "2025", "2024-02-29"])
def test_a_date_keeps_its_precision(text: str) -> None:
    assert read(kinds.Date, text) == text


@pytest.mark.parametrize(
    ("text", "code", "meant"),
    [
        ("21/10/2025", "date", "2025-10-21"),
        ("21-10-2025", "date", "2025-10-21"),
        ("1.2.2025", "date", "2025-02-01"),
        ("2025/10/21", "date", "2025-10-21"),
        ("2025-1-5", "date", "2025-01-05"),
        ("21 Oktober 2025", "date", ""),
        ("25-10-21", "date", ""),
        ("２０２５", "date", ""),
        ("2025-02-29", "date-none", ""),
        ("2025-13", "date-none", ""),
        ("0000", "date-none", ""),
        ("1025-10-21", "date-absurd", ""),
        ("2205-10-21", "date-absurd", ""),
    ],
)
def test_any_other_date_is_refused_with_what_was_likely_meant(text: str, code: str, meant: str) -> None:
    assert refused(kinds.Date, text) == (code, meant)


def test_a_day_is_a_whole_date() -> None:
    assert read(kinds.Day, "2025-10-21") == "2025-10-21"
    assert refused(kinds.Day, "2025-10")[0] == "date-day"


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("0812-3456-7890", "6281234567890"),
        ("0812 3456 7890", "6281234567890"),
        ("(0231) 123456", "62231123456"),
        ("+62 812 3456 7890", "6281234567890"),
        ("6281234567890", "6281234567890"),
        ("+82 2 1234 5678", "82212345678"),
    ],
)
def test_a_telephone_number_is_kept_with_its_countrys_code(text: str, digits: str) -> None:
    assert read(kinds.Phone, text) == digits


@pytest.mark.parametrize("text", ["0812-abc", "112", "00812345678", "+0812345678", "1" * 20, ""])
def test_what_is_no_telephone_number_is_refused(text: str) -> None:
    assert refused(kinds.Phone, text)[0] == "phone"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("5608.90", "5608.90"),
        ("560890", "5608.90"),
        ("5608", "5608"),
        ("0901.10", "0901.10"),
        ("5608 90 19", "5608.90.19"),
    ],
)
def test_an_hs_code_is_set_in_pairs(text: str, code: str) -> None:
    assert read(kinds.HsCode, text) == code


@pytest.mark.parametrize("text", ["190", "56089", "0001.10", "9801.10", "7700", "abcd", "56.08.9", "5608901910000"])
def test_what_is_no_hs_code_is_refused(text: str) -> None:
    assert refused(kinds.HsCode, text)[0] == "hs-code"


@pytest.mark.parametrize("text", ["ID-JB", "Jawa Barat", "jawa barat", "West Java"])
def test_a_province_may_be_named(text: str) -> None:
    assert read(PROVINCE, text) == "ID-JB"


@pytest.mark.parametrize(("text", "meant"), [("Jawa Brat", "ID-JB"), ("ID-JBB", "ID-JB"), ("Bavaria", "")])
def test_any_other_province_is_refused(text: str, meant: str) -> None:
    assert refused(PROVINCE, text) == ("not-one-of", meant)


def test_the_indonesian_word_for_a_value_suggests_it() -> None:
    assert refused(STATUS, "tersedia") == ("not-one-of", "available")


@pytest.mark.parametrize("text", ["KR", "Korea Selatan", "korea selatan", "South Korea"])
def test_a_country_may_be_named(text: str) -> None:
    assert read(kinds.Country, text) == "KR"


@pytest.mark.parametrize("text", ["NO", "ID", "EU"])
def test_a_countrys_code_is_text_and_europe_a_market_only(text: str) -> None:
    assert read(kinds.MarketPlace, text) == text
    if text == "EU":
        assert refused(kinds.Country, text)[0] == "country"


@pytest.mark.parametrize(
    ("text", "meant"),
    [("kr", "KR"), ("Korea Seltan", ("Korea Selatan", "South Korea")), ("XX", ("", "")), ("Zzzz", ("", ""))],
)
def test_any_other_country_is_refused(text: str, meant: object) -> None:
    assert refused(kinds.Country, text) == ("country", meant)


@pytest.mark.parametrize("text", ["https://example.org", "http://a.go.id/b?c=d#e", "https://toko.example.org/roti"])
def test_a_whole_web_address_is_kept(text: str) -> None:
    assert read(kinds.Url, text) == text


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "ftp://a.b", "//a.b", "https://a", "https://u:p@a.b", 'https://a.b/"', "data:x"]
)
def test_any_other_address_is_refused(text: str) -> None:
    assert refused(kinds.Url, text)[0] == "url"


@pytest.mark.parametrize("text", ["../a.jpg", "a/../../b.jpg", "a b.jpg", ".jpg", "a\\b.jpg", "https://a.b/c.jpg", ""])
def test_a_photo_lies_beside_its_entry_or_in_the_shared_folder(text: str) -> None:
    assert refused(kinds.PhotoFile, text)[0] == "photo-file"
    assert read(kinds.PhotoFile, "/photos/bengkel.jpg") == "/photos/bengkel.jpg"


@pytest.mark.parametrize("text", ["../x.html", "/x.html", "a//b.html", "x.htm", "a/b", "a/.html", "x y.html"])
def test_an_old_address_is_a_plain_path(text: str) -> None:
    assert refused(kinds.AddressPath, text)[0] == "alias"


@pytest.mark.parametrize(
    ("text", "meant"),
    [("Roti Manis", "roti-manis"), ("roti_manis", "roti-manis"), ("-a", "a"), ("ブレッド", ""), ("a" * 81, "a" * 80)],
)
def test_a_slug_is_ascii_lower_case_with_hyphens(text: str, meant: str) -> None:
    assert refused(kinds.Slug, text) == ("slug", meant)
