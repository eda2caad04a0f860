"""The field's own types: what a text in a catalogue's file may mean, each read strictly.

Scalars arrive as text. A kind reads it, or raises a `PydanticCustomError` whose type is a problem code of ours and
whose context are the problem's arguments; `records.problems` turns it into a sentence with a place.

The validation context (`Reading`) knows the site's languages and the words by which codes are also known.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, TypeVar

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # to look for them reads about every package there is

from pydantic import ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.errors import did_you_mean

Words = dict[str, str]  # one text in several languages, by language code; the reference language is always there


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading needs to know of the site. `names` has, by vocabulary, each code's other names, case-folded."""

    languages: tuple[str, ...]
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


class Read:
    """How a field's value is read: by a function of ours and by nothing else, which is also told the `Reading` where it
    is `informed`. pydantic need not look at the function to find out."""

    def __init__(self, read: Callable[..., Any], *, informed: bool = False) -> None:
        schema = (
            core_schema.with_info_plain_validator_function if informed else core_schema.no_info_plain_validator_function
        )
        self._schema: CoreSchema = schema(read)

    def __get_pydantic_core_schema__(self, _source: Any, _handler: Any) -> CoreSchema:
        return self._schema


def wrong(code: str, **args: object) -> PydanticCustomError:
    """An error of ours in pydantic's clothing."""
    return PydanticCustomError(code, "ours", args)


# -- closed vocabularies: code by code, each with a theme string `<vocabulary>.<code>` -------------------------------

VOCABULARIES: dict[str, tuple[str, ...]] = {
    "type": (
        *("lapas", "lapas-narkotika", "lapas-perempuan", "lapas-pemuda", "lapas-terbuka", "rutan"),
        *("rutan-perempuan", "cabang-rutan", "lpka", "bapas", "kanwil", "ditjenpas"),
    ),
    "class": ("I", "II", "IIA", "IIB", "III"),
    "trait": ("wood", "plant", "food", "fish", "dangerous", "textile", "art"),
    "status": ("available", "made-to-order", "sample", "paused", "archived", "draft"),
    "stage": ("prototype", "domestic", "sample-sent", "exported", "repeat-export"),
    "people": ("none", "staff", "not-identifiable", "public"),
    "confirmed-by": ("facility", "regional-office"),
    "unit": (
        *("unit", "piece", "pair", "set", "dozen", "kodi", "gross", "sheet", "roll", "sack", "pack", "jar"),
        *("bottle", "box", "m", "m2", "m3", "litre", "g", "kg", "tonne"),
    ),
    "capacity-per": ("day", "week", "month", "year"),
    "currency": ("IDR", "USD", "EUR", "SGD", "MYR", "KRW", "JPY", "CNY", "AUD", "GBP"),
    "price-for": ("retail", "wholesale", "export"),
    "tax": ("included", "excluded", "none"),
    "days": ("working", "calendar"),
    "lead-from": ("order", "deposit", "sample-approval"),
    "seller-kind": ("facility", "cooperative", "partner"),
    "outlet-kind": ("gallery", "shop", "marketplace", "e-katalog"),
    "hs-said-by": ("facility", "broker"),
    "certificate-kind": (
        "halal",
        "p-irt",
        "bpom",
        "sni",
        "svlk",
        "fsc",
        "iso-9001",
        "phytosanitary",
        "origin",
        "unlisted",
    ),
    "export-kind": ("sample", "launch", "commercial"),
    "made-at": ("not-stated",),
    "makers": ("sentenced", "awaiting-trial", "supervised-in-community", "mixed"),
    "directed-by": ("facility", "facility-with-partner", "partner"),
    "source-kind": ("press", "facility", "regional-office", "ministry", "partner", "document", "law"),
    "role": ("technical", "raw-material", "marketing", "buyer", "exporter"),
    "site-state": ("active", "preparing", "named"),
    "market-about": ("prison-goods", "goods"),
    "market-status": ("prohibited", "conditional", "upcoming", "not-established"),
    "read-as": ("primary", "secondary", "not-rechecked"),
    "link-kind": ("website", "instagram", "facebook", "tiktok", "youtube", "x", "marketplace"),
    "image-format": ("webp", "avif"),
    "level": ("error", "warning", "note"),
    "province": (
        *("ID-AC", "ID-SU", "ID-SB", "ID-RI", "ID-KR", "ID-JA", "ID-BE", "ID-SS", "ID-BB", "ID-LA", "ID-BT"),
        *("ID-JK", "ID-JB", "ID-JT", "ID-YO", "ID-JI", "ID-BA", "ID-NB", "ID-NT", "ID-KB", "ID-KT", "ID-KS"),
        *("ID-KI", "ID-KU", "ID-SA", "ID-GO", "ID-ST", "ID-SR", "ID-SN", "ID-SG", "ID-MA", "ID-MU"),
        *("ID-PD", "ID-PB", "ID-PA", "ID-PS", "ID-PT", "ID-PE"),
    ),
    "incoterm": ("EXW", "FCA", "CPT", "CIP", "DAP", "DPU", "DDP", "FAS", "FOB", "CFR", "CIF"),
}
UNWORDED = {"incoterm", "currency", "level", "image-format", "made-at"}  # shown as they are, or never

COUNTRIES = frozenset(  # ISO 3166-1 alpha-2
    """AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
    CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
    GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO
    JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR
    MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO
    RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV
    TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW""".split()
)


def _reading(info: ValidationInfo) -> Reading:
    context = info.context
    assert isinstance(context, Reading)
    return context


def _text(value: Any) -> str:
    if type(value) is str:
        return value.strip()
    if value is None:
        raise wrong("item-empty")
    if isinstance(value, dict):
        raise wrong("not-text", found=("baris-baris di bawahnya", "lines beneath it"))
    if isinstance(value, list):
        raise wrong("not-text", found=("sebuah daftar", "a list"))
    return str(value).strip()


def one_of(vocabulary: str) -> Any:
    """A text that is one of a vocabulary's codes. Names by which a code is also known are accepted where a code is
    due (provinces), and suggested elsewhere."""
    codes = VOCABULARIES[vocabulary]
    known = frozenset(codes)

    def read(value: Any, info: ValidationInfo) -> str:
        text = _text(value)
        if text in known:
            return text
        names = _reading(info).names.get(vocabulary, {})
        if vocabulary == "province" and text.casefold() in names:
            return names[text.casefold()]
        near = names.get(text.casefold()) or did_you_mean(text, codes)
        if not near:
            name = did_you_mean(text, names)
            near = names.get(name.casefold(), "")
        raise wrong("not-one-of", given=text, choices=", ".join(codes), suggestion=near)

    return Read(read, informed=True)


def one_of_two(first: str, second: str) -> Any:
    """A code of either of two vocabularies."""
    codes = VOCABULARIES[first] + VOCABULARIES[second]

    def read(value: Any) -> str:
        text = _text(value)
        if text not in codes:
            raise wrong("not-one-of", given=text, choices=", ".join(codes), suggestion=did_you_mean(text, codes))
        return text

    return Read(read)


# -- text -----------------------------------------------------------------------------------------------------------

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _read_slug(value: Any) -> str:
    text = _text(value)
    if not SLUG.fullmatch(text) or len(text) > 80:
        raise wrong("slug", given=text, suggestion=slugify(text))
    return text


def slugify(text: str) -> str:
    """ASCII, lower case, hyphens: what an address may be made of. Empty where nothing of `text` is ASCII."""
    return re.sub(r"[^a-z0-9]+", "-", text.casefold().encode("ascii", "ignore").decode())[:80].strip("-")


def _read_words(value: Any, info: ValidationInfo) -> Words:
    reading = _reading(info)
    first = reading.languages[0]
    if value is None:
        raise wrong("item-empty")
    if not isinstance(value, dict):
        raise wrong("words", language=first, given=str(value)[:60] if isinstance(value, str) else "…")
    for language, text in value.items():
        if language in reading.languages and type(text) is str:
            continue
        if language not in reading.languages:
            near = did_you_mean(language, reading.languages) if len(language) < 6 else ""
            raise wrong(
                "words-language",
                at=(language,),
                given=language,
                languages=", ".join(reading.languages),
                suggestion=near,
            )
        if not isinstance(text, str):
            raise wrong("not-text", at=(language,), found=("sebuah daftar", "a list"))
    if first not in value:
        raise wrong("words-missing", language=first)
    return {language: value[language].strip() for language in reading.languages if language in value}


def _read_word_lists(value: Any, info: ValidationInfo) -> dict[str, list[str]]:
    languages = _reading(info).languages
    if not isinstance(value, dict):
        raise wrong("words", language=languages[0], given=str(value)[:60])
    for language, texts in value.items():
        if not re.fullmatch(r"[a-z]{2,3}", language):
            raise wrong("words-language", at=(language,), given=language, languages=", ".join(languages), suggestion="")
        if not isinstance(texts, list) or not all(isinstance(t, str) for t in texts):
            raise wrong("not-list", at=(language,))
    return value


# -- numbers --------------------------------------------------------------------------------------------------------


def _read_decimal(value: Any) -> Decimal:
    text = _text(value)
    if _is_plain(text):
        return Decimal(text)
    if re.fullmatch(r"(?a)-?\d{1,15}(\.\d{1,6})?", text) and not re.fullmatch(r"-?\d{1,3}\.\d{3}", text):
        return Decimal(text)
    raise wrong("number", given=text, suggestion=_number_meant(text))


def _is_plain(text: str) -> bool:
    """Whether a text is digits and no more: nearly every number is, and this is quicker than asking a pattern."""
    return text.isdigit() and text.isascii() and len(text) <= 15


def _read_whole(value: Any) -> int:
    text = _text(value)
    if _is_plain(text):
        return int(text)
    if re.fullmatch(r"(?a)-?\d{1,15}", text):
        return int(text)
    raise wrong(
        "number" if not re.fullmatch(r"-?\d+\.\d{1,2}", text) else "whole-number",
        given=text,
        suggestion=_number_meant(text),
    )


def _number_meant(text: str) -> str:
    """What an editor likely meant: `Rp35.000,-` 35000, `35rb` 35000, `1,5` 1.5, `1e3` 1000."""
    bare = re.sub(r"(?i)^(?:rp|idr)\.?\s*|,-$|\s+", "", text)
    thousands = re.fullmatch(r"(?i)(\d+(?:[.,]\d+)?)(rb|ribu|k|jt|juta)", bare)
    if thousands:
        factor = 1000 if thousands[2].casefold() in ("rb", "ribu", "k") else 1_000_000
        return str(int(Decimal(thousands[1].replace(",", ".")) * factor))
    grouped = re.fullmatch(r"(\d{1,3}(?:[.,]\d{3})+)(?:[.,](\d{1,2}))?", bare)
    if grouped:
        whole, cents = re.sub(r"\D", "", grouped[1]), (grouped[2] or "").rstrip("0")
        return f"{whole}.{cents}" if cents else whole
    if re.fullmatch(r"\d+,\d+", bare):
        return bare.replace(",", ".")
    if re.fullmatch(r"\d+(_\d+)+", bare):
        return bare.replace("_", "")
    if re.fullmatch(r"\d{1,6}e\d", bare):
        return str(int(bare.split("e")[0]) * 10 ** int(bare.split("e")[1]))
    return bare if bare != text and re.fullmatch(r"\d+", bare) else ""


def _positive(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """The same for numbers above zero."""

    def above_zero(value: Any) -> Any:
        number = read(value)
        if number <= 0:
            raise wrong("number-positive", given=number)
        return number

    return above_zero


def _read_flag(value: Any) -> bool:
    text = _text(value)
    if text in ("true", "ya"):
        return True
    if text in ("false", "tidak"):
        return False
    meant = {
        "ya": "true",
        "tidak": "false",
        "yes": "true",
        "y": "true",
        "on": "true",
        "benar": "true",
        "1": "true",
        "no": "false",
        "n": "false",
        "off": "false",
        "0": "false",
    }
    raise wrong("flag", given=text, suggestion=meant.get(text.casefold(), did_you_mean(text, ("true", "false"))))


# -- dates, codes ---------------------------------------------------------------------------------------------------


def _read_date(value: Any) -> str:
    """A day, a month or a year (ISO 8601), as text; never more precise than given."""
    return _date(_text(value))


@lru_cache(maxsize=10_000)  # a catalogue has many dates, and few that differ
def _date(text: str) -> str:
    match = re.fullmatch(r"(?a)(\d{4})(?:-(\d\d))?(?:-(\d\d))?", text)
    if not match:
        raise wrong("date", given=text, suggestion=_date_meant(text))
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        raise wrong("date-none", given=text) from None
    if not 1945 <= int(match[1]) <= 2100:
        raise wrong("date-absurd", given=text)
    return text


def _read_day(value: Any) -> str:
    text = _read_date(value)
    if len(text) != 10:
        raise wrong("date-day", given=text)
    return text


def _date_meant(text: str) -> str:
    match = re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", text)
    if match:  # as Indonesians write: day, month, year
        return f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
    match = re.fullmatch(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})", text)
    return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}" if match else ""


def _read_country(value: Any) -> str:
    text = _text(value)
    if text in COUNTRIES:
        return text
    from generator.model.languages import country_name, country_names  # Babel is slow to import; codes are the rule

    names = country_names(("id", "en"))
    if text.casefold() in names:
        return names[text.casefold()]
    if text.upper() in COUNTRIES:
        raise wrong("country", given=text, suggestion=text.upper())
    near = names.get(did_you_mean(text, names), "")
    raise wrong("country", given=text, suggestion=(country_name("id", near), country_name("en", near)))


def _read_market(value: Any) -> str:
    return "EU" if value == "EU" else _read_country(value)


def _matching(pattern: str, code: str) -> Any:
    compiled = re.compile(pattern)

    def read(value: Any) -> str:
        text = _text(value)
        if not compiled.fullmatch(text):
            raise wrong(code, given=text, suggestion="")
        return text

    return Read(read)


def _read_hs(value: Any) -> str:
    text = _text(value)
    digits = re.sub(r"[. ]", "", text)
    if not re.fullmatch(r"(?a)\d{4}(\d\d){0,3}", digits) or not 1 <= int(digits[:2]) <= 97 or digits[:2] == "77":
        raise wrong("hs-code", given=text, suggestion="")
    return digits[:4] + "".join("." + digits[i : i + 2] for i in range(4, len(digits), 2))


def _read_phone(value: Any) -> str:
    """An Indonesian or international number as digits with the country code: `0812-3456` gives `628123456`."""
    text = _text(value)
    digits = re.sub(r"[\s().-]", "", text)
    if re.fullmatch(r"(?a)0[1-9]\d{6,12}", digits):
        return "62" + digits[1:]
    if re.fullmatch(r"(?a)\+?[1-9]\d{7,14}", digits):
        return digits.lstrip("+")
    raise wrong("phone", given=text)


def _read_url(value: Any) -> str:
    text = _text(value)
    if not re.fullmatch(r"https?://[^\s/?#\"'<>@]+\.[^\s/?#\"'<>@]+(?:[/?#][^\s\"'<>]*)?", text):
        raise wrong(
            "url",
            given=text,
            suggestion=f"https://{text}" if re.fullmatch(r"(www\.)?[\w-]+(\.[\w-]+)+(/\S*)?", text) else "",
        )
    return text


def _read_email(value: Any) -> str:
    text = _text(value)
    if not re.fullmatch(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", text):
        raise wrong("email", given=text)
    return text


def _read_two_decimals(value: Any) -> Decimal:
    number = _read_decimal(value)
    if number != round(number, 2):
        raise wrong("coordinate-fine", given=_text(value), suggestion=str(round(number, 2)))
    return number


T = TypeVar("T")
Text = Annotated[str, Read(_text)]
Slug = Annotated[str, Read(_read_slug)]
Bilingual = Annotated[Words, Read(_read_words, informed=True)]
WordLists = Annotated[dict[str, list[str]], Read(_read_word_lists, informed=True)]
Number = Annotated[Decimal, Read(_read_decimal)]
Amount = Annotated[Decimal, Read(_positive(_read_decimal))]
Count = Annotated[int, Read(_positive(_read_whole))]
Flag = Annotated[bool, Read(_read_flag)]
Date = Annotated[str, Read(_read_date)]
Day = Annotated[str, Read(_read_day)]
Country = Annotated[str, Read(_read_country)]
MarketPlace = Annotated[str, Read(_read_market)]
HsCode = Annotated[str, Read(_read_hs)]
Port = Annotated[str, _matching(r"[A-Z]{2}[A-Z2-9]{3}", "port")]  # UN/LOCODE: country, then three
Phone = Annotated[str, Read(_read_phone)]
Url = Annotated[str, Read(_read_url)]
Email = Annotated[str, Read(_read_email)]
Coordinate = Annotated[Decimal, Read(_read_two_decimals)]
LanguageCode = Annotated[str, _matching(r"[a-z]{2,3}", "language")]
AddressPath = Annotated[str, _matching(r"(?!/)(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+\.html", "alias")]
PhotoFile = Annotated[str, _matching(r"/?(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9][A-Za-z0-9._-]*", "photo-file")]
