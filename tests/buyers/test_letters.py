"""The letters of the inquiry in a browser: to whom, in which language, in which parts, by which way, on paper."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import expect

from tests.buyers.conftest import Open
from tests.buyers.test_inquire import BREAD, MAT, NET, PAVING, opened, say
from tests.site import Site
from tests.sites.built import LANGUAGES, Complete

SECTION = re.compile("Work Guidance|Bimbingan Kerja", re.IGNORECASE)


def test_each_who_must_be_asked_gets_a_letter_in_a_language_they_read(tab: Open, complete: Complete) -> None:
    page = opened(tab(), complete, "en", (NET, "300", "roll", "dense"), (BREAD, "40", "piece", ""), (MAT, "2", "", ""))
    page.locator("input[value=abroad]").check()
    buyer = {"name": "Kim", "business": "Han", "city": "Seoul", "reply": "kim@han.example", "port": "Busan"}
    for name, value in buyer.items():
        page.locator(f"#f-{name}").fill(value)
    page.locator("#f-country").select_option("KR")
    page.locator("#f-term").select_option("FOB")
    page.locator("input[value=resale]").check()
    page.locator("input[name=sample]").check()
    first, second = page.locator(".recipient .letter").all_inner_texts()
    assert first.startswith("Yth. Petugas Bimbingan Kerja Lapas Kelas I Contoh,\n")
    assert "saya Kim dari Han, Seoul, Korea Selatan." in first
    assert "1. Jaring sabut: 300\u00a0gulung – dense" in first
    assert "\n— English —\nDear Work Guidance Officer" in first
    for part in ("FOB Busan (Incoterms 2020)", "For resale.", "a sample first", "reply to: kim@han.example"):
        assert part in first
    assert second.startswith("Dear Work Guidance Officer"), "they read English"
    assert "Yth." not in second
    assert [line[:2] for line in second.splitlines() if re.match(r"\d\.", line)] == ["1.", "2."]
    links = [one.get_attribute("href") or "" for one in page.locator(".recipient .do a").all()]
    assert [urlsplit(link).path for link in links] == ["/6281200000002", "/6281200000000"]
    assert parse_qs(urlsplit(links[1]).query)["text"] == [second]


def test_a_long_letter_is_split_into_messages_under_1500_characters(tab: Open, complete: Complete) -> None:
    keys = (NET, BREAD, MAT, "lapas-contoh/kursi")
    page = opened(tab(), complete, "en", *((key, "300", "", "x" * 299) for key in keys))
    links = page.locator(".recipient .do a").all()
    parts = [unquote(urlsplit(one.get_attribute("href") or "").query[5:]) for one in links]
    assert len(parts) > 2
    assert all(len(part) < 1500 for part in parts)
    assert sum(part.count("x" * 299) for part in parts) == 5, "the net's is in two languages"
    whole = page.locator(".recipient .letter").nth(1).inner_text()
    said = {line for part in parts for line in part.splitlines()}
    assert set(whole.splitlines()) <= said


def test_with_no_contact_nobody_is_named_as_recipient_but_whom_to_ask_is(tab: Open, site: Site) -> None:
    site.build()
    page = opened(tab(), site, "en", (BREAD, "10", "piece", ""))
    links = [one.get_attribute("href") or "" for one in page.locator(".recipient a").all()]
    assert len(links) == 1
    assert links[0].startswith("https://wa.me/?text=")
    box, unit = page.locator(".recipient"), "Lapas Kelas IIA Contoh"
    expect(box).to_contain_text(say("en", "ask.no-contact", unit=unit))
    expect(box).to_contain_text(say("en", "inquiry.whom", section=say("en", "inquiry.section"), facility=unit))


def test_an_address_that_reaches_someone_gets_an_e_mail(tab: Open, site: Site) -> None:
    site("-- add content/facilities/lapas-contoh/facility.yaml --\ncontact:\n  email: bimker@lapas-rekaan.id\n").build()
    page = opened(tab(), site, "id", (BREAD, "10", "piece", ""))
    link = page.locator(".recipient a[href^=mailto]").get_attribute("href") or ""
    assert link.startswith("mailto:bimker@lapas-rekaan.id?subject=Permintaan%20penawaran%20")
    assert unquote(link.partition("&body=")[2]) == page.locator(".recipient .letter").inner_text()


def test_a_letter_is_copied_as_it_stands(tab: Open, complete: Complete) -> None:
    page = opened(tab(), complete, "id", (NET, "300", "roll", ""))
    page.evaluate("navigator.clipboard.writeText = async text => { window.copied = text; }")
    page.get_by_role("button", name=say("id", "ask.copy"), exact=True).click()
    expect(page.get_by_role("button", name=say("id", "ask.copied"))).to_be_visible()
    assert page.evaluate("window.copied") == page.locator(".recipient .letter").inner_text()


def test_the_table_holds_every_line_and_no_formula(tab: Open, complete: Complete) -> None:
    page = opened(tab(), complete, "en", (NET, "300", "roll", '=1+"1"'), (BREAD, "4", "", "@x"))
    with page.expect_download() as coming:
        page.locator("[data-do=csv]").click()
    text = Path(coming.value.path()).read_text("utf-8-sig")
    assert coming.value.suggested_filename == page.locator("#inquiry-ref").inner_text() + ".csv"
    lines = text.split("\n")
    assert len([line for line in lines if line.strip()]) == 3
    assert '"Coir net","300","roll","\'=1+""1"""' in lines[1]
    assert '"\'@x"' in lines[2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_paper_each_gets_a_sheet_and_nothing_else_is_printed(tab: Open, complete: Complete, language: str) -> None:
    page = opened(tab(), complete, language, (NET, "300", "roll", ""), (BREAD, "4", "", ""))
    page.emulate_media(media="print")
    sheets = page.locator(".rfq")
    expect(sheets).to_have_count(2)
    assert sheets.first.is_visible()
    assert not page.locator("#inquiry-form").is_visible()
    assert not page.locator("header.top nav").is_visible()
    expect(sheets.first).to_contain_text(page.locator("#inquiry-ref").text_content() or "?")
    expect(sheets.first.locator("tbody tr")).to_have_count(1)
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 2


# An office has no work guidance section: it is addressed by its name, in all that is sent, shown and printed.
OFFICE = """\
-- content/facilities/kantor-contoh/facility.yaml --
type: {kind}
province: ID-JB
name: Kantor Contoh
contact:
  email: kantor@kantor-rekaan.id
  whatsapp: "6281200000009"
  official: true
-- content/products/kantor-contoh/topi/product.yaml --
name: {{id: Topi, en: Hat}}
summary: {{id: Topi., en: A hat.}}
category: makanan
added: 2026-11-01
"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["kanwil", "bapas", "ditjenpas"])
def test_an_office_is_not_addressed_as_if_it_had_a_workshop(tab: Open, site: Site, kind: str, language: str) -> None:
    site(OFFICE.format(kind=kind)).build()
    page = opened(tab(), site, language, ("kantor-contoh/topi", "3", "piece", ""))
    links = [unquote(one.get_attribute("href") or "") for one in page.locator(".recipient .do a").all()]
    assert [link.partition("?")[0] for link in links] == [
        "https://wa.me/6281200000009",
        "mailto:kantor@kantor-rekaan.id",
    ]
    page.emulate_media(media="print")
    texts = {"letter": page.locator(".recipient .letter").text_content(), "paper": page.locator(".rfq").text_content()}
    texts |= {f"way {n}": link for n, link in enumerate(links)}
    greeting = say(language, "letter.greeting-unit", unit="Kantor Contoh")
    assert {name for name, text in texts.items() if greeting not in (text or "")} == set()
    assert {name for name, text in texts.items() if SECTION.search(text or "")} == set()
    assert not SECTION.search(page.locator(".recipient").text_content() or "")
    product = next((site.folder / f"dist/{language}").glob("*/kantor-contoh/*.html"))
    page.goto(product.as_uri())
    said = page.locator("#inquiry").text_content() or ""
    ways = [unquote(one.get_attribute("href") or "") for one in page.locator("#inquiry .do a").all()]
    assert "Kantor Contoh" in said
    assert not [text for text in (said, *ways) if SECTION.search(text)]


def test_where_the_regional_office_answers_the_letter_is_to_the_office(tab: Open, complete: Complete) -> None:
    page = opened(tab(), complete, "en", (PAVING, "10", "", ""))
    expect(page.locator(".recipient .letter")).to_contain_text(
        say("en", "letter.greeting-unit", unit="Kanwil Ditjenpas Contoh")
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_workshop_is_addressed_by_its_section(tab: Open, complete: Complete, language: str) -> None:
    page = opened(tab(), complete, language, (BREAD, "10", "", ""))
    expect(page.locator(".recipient .letter")).to_contain_text(SECTION)
