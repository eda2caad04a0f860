"""What the fictional site shows and what it keeps back: every closed value, fallbacks, and what is not for sale."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from generator.model.kinds import UNWORDED, VOCABULARIES
from tests.sites import photos
from tests.sites.built import LANGUAGES, PAGES, Complete, strings

NEVER_PRINTED = {"people", "trait", "unit", "province", "class", "confirmed-by", "export-kind", "market-about"}


def words() -> list[tuple[str, str]]:
    shown = sorted(set(VOCABULARIES) - UNWORDED - NEVER_PRINTED)
    return [(name, code) for name in shown for code in VOCABULARIES[name] if code != "draft"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_closed_value_is_said_somewhere(complete: Complete, language: str) -> None:
    pages = [p for path, p in complete.pages() if path.startswith(language)]
    text = " ".join(page.root.text for page in pages).casefold()
    table = strings(language).strings
    patterns = {f"{n}.{c}": re.sub(r"\\{\w+\\}", ".+", re.escape(table[f"{n}.{c}"].casefold())) for n, c in words()}
    assert not [key for key, pattern in patterns.items() if not re.search(pattern, text)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_unit_and_province_has_its_word(language: str) -> None:
    speech = strings(language)
    units = [speech.quantity(2, unit) for unit in VOCABULARIES["unit"]]
    assert all(re.fullmatch(r"2\u00a0\S.*", text) for text in units)
    assert len(set(units)) == len(units)
    provinces = [speech.t(f"province.{code}") for code in VOCABULARIES["province"]]
    assert len(set(provinces)) == 38


# -- what is missing, and what is not for sale ------------------------------------------------------------------------


def test_a_missing_translation_falls_back_and_says_so(complete: Complete) -> None:
    page = complete.at("kursi", "en")
    heading = page.elements("h1")[0]
    assert [n.attributes.get("lang") for n in heading.all("span")] == ["id"]
    assert strings("en").t("translation.missing") in [n.text for n in page.elements(".untranslated")]
    assert not [n for n in page.elements("link") if "hreflang" in n.attributes], "it claims no translation"
    story = complete.at("roti", "en").elements(".story")[0]
    assert story.attributes["lang"] == "id"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["lampu", "gantungan", "lpka"])
def test_what_is_not_for_sale_asks_for_no_quotation(complete: Complete, name: str, language: str) -> None:
    page = complete.at(name, language)
    assert not page.elements(".inquiry")
    assert not page.elements(".missing")
    assert "#inquiry" not in page.attribute("href")


def test_drafts_and_what_is_of_a_later_day_are_kept_out(complete: Complete) -> None:
    pages = "".join(complete.html().values())
    for name in ("rancangan", "Barang nanti", "Draft goods", "Later goods"):
        assert f"{name}.html" not in pages
        assert name not in pages


def test_what_is_no_longer_offered_is_on_no_shelf(complete: Complete) -> None:
    holders = [path for path, text in complete.html().items() if "lampu.html" in text]
    assert sorted(holders) == [PAGES["lampu"][1], PAGES["lampu"][0]]
    stage = complete.at("lampu", "en").elements(".stage")[0]
    assert stage.text == "sold in Indonesia"
    assert not [*stage.all("a")], "its stage has no page that would show it"


def test_a_price_that_has_run_out_is_nowhere(complete: Complete) -> None:
    for language in LANGUAGES:
        text = complete.at("roti", language).root.text
        assert "Rp5.000" not in text
        assert "IDR 5,000" not in text


def test_structured_data_has_a_price_only_where_it_holds(complete: Complete) -> None:
    def offer(name: str) -> Any:
        nodes = [json.loads(n.text) for n in complete.at(name, "en").elements("script") if n.text.startswith("{")]
        return next(n for n in nodes if n["@type"] == "Product").get("offers")

    assert offer("jaring")["price"] == "35000"
    assert offer("roti") is None
    assert offer("kursi") is None


def test_the_drawn_pictures_are_the_committed_ones(tmp_path: Path) -> None:
    photos.draw_all(tmp_path)
    drawn = {p.relative_to(tmp_path) for p in tmp_path.rglob("*") if p.is_file()}
    committed = {p.relative_to(photos.CONTENT): p for p in photos.CONTENT.rglob("*.[jp][pn]g")}
    assert drawn == set(committed)
    for name, path in committed.items():
        with Image.open(path) as kept, Image.open(tmp_path / name) as made:
            assert kept.size == made.size
        assert path.stat().st_size < 15_000
