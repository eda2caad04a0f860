"""The inquiry list in a browser, from a disk: by keyboard, by touch, without scripts or storage, in both languages."""

from __future__ import annotations

import json
import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.buyers.conftest import Open
from tests.buyers.payloads import HARMED, PAYLOADS
from tests.judges import tools
from tests.site import Site
from tests.sites.built import LANGUAGES, PAGES, Complete, strings

INQUIRY = {"id": "id/permintaan.html", "en": "en/inquiry.html"}
COMPARED = {"id": "id/bandingkan.html", "en": "en/compare.html"}
SHELF = {"id": "id/produk/index.html", "en": "en/products/index.html"}
NOW = "2026-11-23T10:00:00"  # a Monday
BLOCKED = """Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("no", "SecurityError"); },
});"""
NET, BREAD, MAT = ("lapas-contoh/jaring", "lapas-contoh/roti", "lapas-contoh/keset")
PAVING = "rutan-teladan/paving"


def at(site: Complete | Site, path: str) -> str:
    folder = site.folder if isinstance(site, Complete) else site.folder / "dist"
    return (folder / path).as_uri()


def listed(*goods: tuple[str, str, str, str]) -> str:
    """The end of an address that holds a list: key, amount, unit, note."""
    return "#list=" + ";".join(",".join(quote(part, safe="") for part in one) for one in goods)


def opened(page: Page, site: Complete | Site, language: str, *goods: tuple[str, str, str, str]) -> Page:
    """The inquiry page with these goods on the list."""
    page.clock.set_fixed_time(NOW)
    page.goto(at(site, INQUIRY[language]) + (listed(*goods) if goods else ""))
    if goods:
        page.locator("#goods > li").nth(len(goods) - 1).wait_for()
    return page


def reach(page: Page, selector: str) -> None:
    """Go there with the Tab key alone."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab never comes to {selector}")


def say(language: str, key: str, **parts: str) -> str:
    return strings(language).strings[key].format(**parts)


# -- the ways to the list ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_by_keyboard_alone_goods_come_from_a_shelf_to_a_letter(tab: Open, complete: Complete, language: str) -> None:
    page = tab(viewport={"width": 1280, "height": 800})
    page.goto(at(complete, SHELF[language]))
    reach(page, f"[data-product='{NET}'] [data-does=keep]")
    page.keyboard.press("Enter")
    expect(page.locator("[data-inquiry]")).to_have_text(f"{say(language, 'nav.inquiry')} (1)")
    assert page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true"
    page.goto(at(complete, PAGES["roti"][LANGUAGES.index(language)]))
    reach(page, ".keep-both [data-does=keep]")
    page.keyboard.press("Space")
    page.reload()
    reach(page, "[data-inquiry]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/" + INQUIRY[language])
    reach(page, "#g0amount")
    page.keyboard.type("300")
    expect(page.locator("[data-key='lapas-contoh/jaring'] .told")).to_contain_text("250")
    expect(page.locator(".recipient .letter").first).to_contain_text("300")
    reach(page, "[data-key='lapas-contoh/jaring'] button")
    page.keyboard.press("Enter")
    expect(page.locator("#goods > li")).to_have_count(1)
    assert page.evaluate("document.activeElement.closest('li').dataset.key") == BREAD


@pytest.mark.parametrize("language", LANGUAGES)
def test_by_touch_on_a_small_phone_all_is_within_reach(tab: Open, complete: Complete, language: str) -> None:
    page = tab(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page.goto(at(complete, SHELF[language]))
    for key in (NET, BREAD):
        page.locator(f"[data-product='{key}'] [data-does=keep]").tap()
    page.locator("[data-inquiry]").tap()
    page.locator("#goods > li").nth(1).wait_for()
    page.locator("input[value=abroad]").tap()
    page.locator("#f-country").select_option("DE")
    page.locator("#g0amount").fill("1200")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    small = page.evaluate("""() => [...document.querySelectorAll("main button, main input, main select, main .do a")]
        .filter(one => one.offsetParent).map(one => (one.closest("label") || one).getBoundingClientRect())
        .filter(box => box.height < 36 || box.width < 36).length""")
    assert small == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_scripts_the_page_says_how_to_ask(tab: Open, complete: Complete, language: str) -> None:
    page = tab(java_script_enabled=False)
    page.goto(at(complete, INQUIRY[language]))
    assert page.get_by_text(say(language, "inquiry-page.step-plain")).is_visible()
    assert not page.locator("form, button").filter(visible=True).count()
    page.goto(at(complete, PAGES["jaring"][LANGUAGES.index(language)]))
    assert not page.locator("main .keep-both").is_visible()
    assert page.locator("#letter").is_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_nothing_may_be_kept_the_list_goes_along_in_the_address(
    tab: Open, complete: Complete, language: str
) -> None:
    page = tab()
    page.add_init_script(BLOCKED)
    page.goto(at(complete, PAGES["jaring"][LANGUAGES.index(language)]))
    page.locator(".keep-both [data-does=keep]").click()
    page.locator("[data-inquiry]").click()
    page.locator("#goods > li").wait_for()
    assert page.locator("#inquiry-kept").is_visible()
    page.locator("#g0amount").fill("260")
    expect(page.locator(".recipient .letter")).to_contain_text("260")
    page.locator("[data-do=share]").click()
    assert "260" in page.locator("#shared").inner_text()


def test_the_list_outlives_the_page_and_the_language(tab: Open, complete: Complete) -> None:
    page = opened(tab(), complete, "id", (NET, "300", "roll", "rapat"))
    page.locator("#f-name").fill("Sari")
    reference = page.locator("#inquiry-ref").inner_text()
    assert re.fullmatch(r"20261123-[A-HJ-NP-Z]{4}", reference)
    page.goto(at(complete, INQUIRY["en"]))
    expect(page.locator("#g0amount")).to_have_value("300")
    expect(page.locator("#g0note")).to_have_value("rapat")
    expect(page.locator("#f-name")).to_have_value("Sari")
    assert page.locator("#inquiry-ref").inner_text() == reference
    page.locator("[data-do=clear]").click()
    expect(page.locator("#inquiry-empty")).to_be_visible()
    assert page.evaluate("JSON.parse(localStorage['etalase-form']).ref") != reference


# -- what a quantity means --------------------------------------------------------------------------------------------


def told(page: Page, key: str) -> list[str]:
    return page.locator(f"[data-key='{key}'] .told li").all_inner_texts()


@pytest.mark.parametrize(
    ("amount", "unit", "key", "parts"),
    [
        ("200", "roll", "ask.minimum-short", {"minimum": "250\u00a0rolls", "short": "50\u00a0rolls"}),
        ("1.200", "roll", "ask.minimum-met", {"minimum": "250\u00a0rolls"}),
        ("1,200", "roll", "ask.minimum-met", {"minimum": "250\u00a0rolls"}),
        ("300", "kg", "ask.minimum-other-unit", {"minimum": "250\u00a0rolls"}),
        ("tiga", "roll", "ask.amount-wrong", {}),
        ("-5", "roll", "ask.amount-wrong", {}),
        ("0", "roll", "ask.amount-wrong", {}),
        ("", "roll", "ask.amount-missing", {}),
    ],
)
def test_a_quantity_is_held_against_the_minimum(
    tab: Open, complete: Complete, amount: str, unit: str, key: str, parts: dict[str, str]
) -> None:
    page = opened(tab(), complete, "en", (NET, amount, unit, ""))
    assert told(page, NET)[0] == say("en", key, **parts)


def test_the_earliest_date_follows_from_time_and_capacity_and_shows_its_working(tab: Open, complete: Complete) -> None:
    page = opened(tab(), complete, "en", (NET, "1200", "roll", ""))
    first = told(page, NET)[1]
    assert first.startswith("11 December 2026 at the earliest, 22 December 2026 by the longest time stated.")
    assert "14–21 working days from receipt of the deposit" in first
    assert "5,400\u00a0rolls per month: 1,200\u00a0rolls take 7 days" in first
    page.locator("#g0amount").fill("54000")
    assert told(page, NET)[1].startswith("19 September 2027 at the earliest."), "capacity is the tighter of the two"
    page.locator("#f-needed").fill("2027-03-01")
    late = page.locator(f"[data-key='{NET}'] .told li").nth(1)
    expect(late).to_have_class("bad")
    expect(late).to_contain_text("Later than 1 March 2027")


def test_cartons_and_their_share_of_a_container_are_reckoned(tab: Open, complete: Complete) -> None:
    page = opened(tab(), complete, "en", (NET, "1190", "roll", ""))
    text = told(page, NET)[2]
    for part in ("Cartons: 60", "0.0996\u00a0m³", "5.98\u00a0m³", "21% of a 20-foot", "10% of a 40-foot", "1,110"):
        assert part in text
    assert "about 28\u00a0m³" in text
    assert "about 58\u00a0m³" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_nobody_has_stated_is_said_to_be_so(tab: Open, complete: Complete, language: str) -> None:
    page = opened(tab(), complete, language, (PAVING, "10", "", ""))
    assert told(page, PAVING) == [say(language, "ask.minimum-not-stated"), say(language, "ask.time-not-stated")]


# -- where it goes -----------------------------------------------------------------------------------------------------


def test_abroad_shows_what_the_law_of_that_country_says(tab: Open, complete: Complete) -> None:
    page = opened(tab(), complete, "en", (NET, "300", "roll", ""))
    law = page.locator("#law")
    expected = {"US": "A fictional rule that prohibits.", "DE": "A fictional rule to come.", "KR": "rule on nets"}
    for country, text in expected.items():
        page.locator("#f-country").select_option(country)
        expect(law).to_contain_text(text)
    page.locator("#f-country").select_option("BR")
    expect(law).to_contain_text(say("en", "ask.law-none"))
    page.locator("input[value=home]").check()
    expect(law).to_be_hidden()
    expect(page.locator("#f-port")).to_be_hidden()
    assert page.locator("input[name=by]").first.is_visible()


def test_papers_follow_the_goods_and_the_way_they_go(tab: Open, complete: Complete) -> None:
    page = opened(tab(), complete, "id", (BREAD, "10", "piece", ""))
    papers = page.locator("#papers label")
    assert papers.all_inner_texts() == ["Kuitansi contoh", "Keterangan pangan"]
    page.locator("input[value=abroad]").check()
    expect(papers).to_have_count(3)
    page.get_by_label("Keterangan asal contoh").check()
    expect(page.locator(".recipient .letter")).to_contain_text("Kuitansi contoh, Keterangan asal contoh.")


# -- what was, what came, what is meant to harm -----------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_no_longer_there_says_so_and_is_in_no_letter(tab: Open, complete: Complete, language: str) -> None:
    page = opened(
        tab(),
        complete,
        language,
        ("lapas-contoh/lampu", "1", "", ""),
        ("hilang/barang", "1", "", ""),
        (NET, "1", "", ""),
    )
    rows = page.locator("#goods > li")
    expect(rows.nth(0)).to_contain_text(say(language, "ask.no-longer-offered"))
    expect(rows.nth(1)).to_contain_text(say(language, "ask.no-longer-there"))
    expect(page.locator(".recipient")).to_have_count(1)
    rows.nth(1).get_by_role("button").click()
    expect(rows).to_have_count(2)


def test_a_list_that_comes_by_link_replaces_nothing_unasked(tab: Open, complete: Complete) -> None:
    page = opened(tab(), complete, "en", (NET, "300", "roll", ""))
    page.goto("about:blank")
    page.goto(at(complete, INQUIRY["en"]) + listed((BREAD, "4", "piece", "")))
    expect(page.locator("#incoming")).to_be_visible()
    expect(page.locator("#g0amount")).to_have_value("300")
    page.locator("[data-do=add]").click()
    expect(page.locator("#goods > li")).to_have_count(2)
    expect(page.locator("#incoming")).to_be_hidden()
    page.locator("[data-do=share]").click()
    shared = page.locator("#shared").inner_text()
    other = tab()
    other.goto(shared)
    expect(other.locator("#goods > li")).to_have_count(2)
    expect(other.locator("#g0amount")).to_have_value("300")


def test_hostile_addresses_show_only_as_text(tab: Open, complete: Complete) -> None:
    page = tab()
    keys = (NET, BREAD, MAT, "lapas-contoh/kursi", "rutan-teladan/paving", "bapas-contoh/kopi", "kanwil-contoh/anyaman")
    for start in range(0, 40, len(keys)):
        texts = PAYLOADS[start : start + len(keys)]
        goods = [(key, text, text, text) for key, text in zip(keys, texts, strict=False)]
        page.goto("about:blank")
        opened(page, complete, "en", *goods)
        notes = [page.locator(f"#g{n}note").input_value() for n in range(len(goods))]
        assert notes == list(texts)
        letters = "".join(page.locator(".recipient .letter").all_inner_texts())
        assert all(" ".join(text.split()) in letters for text in texts)
        assert page.evaluate(HARMED) == []
        page.goto(at(complete, INQUIRY["en"]) + "#list=" + ";".join(texts))
        page.goto(at(complete, INQUIRY["en"]) + "#" + texts[0])
        assert page.evaluate(HARMED) == []
        page.evaluate("localStorage.clear()")


def test_hostile_storage_shows_only_as_text(tab: Open, complete: Complete) -> None:
    page = tab()
    page.goto(at(complete, INQUIRY["en"]))
    goods = [
        {"key": f"hilang/b{n}", **dict.fromkeys(("name", "amount", "unit", "note"), t)} for n, t in enumerate(PAYLOADS)
    ]
    goods += [{"key": text, "name": text} for text in PAYLOADS]
    fields = ("name", "business", "city", "port", "reply", "country", "term", "by", "use", "ref", "needed", "papers")
    kept = [{**dict.fromkeys(fields, text), "abroad": True} for text in PAYLOADS[::2]]
    kept += [{"name": text, "business": text, "city": text, "reply": text} for text in PAYLOADS[1::2]]
    goods.insert(0, {"key": NET, "name": "x", "amount": "300"})
    page.evaluate("goods => { localStorage['etalase-inquiry'] = JSON.stringify(goods); }", goods)
    page.evaluate("texts => { localStorage['etalase-compare'] = JSON.stringify(texts); }", list(PAYLOADS))
    for form in kept:
        page.evaluate("form => { localStorage['etalase-form'] = JSON.stringify(form); }", form)
        page.reload()
        page.locator("#goods > li").nth(40).wait_for()
        assert page.evaluate(HARMED) == []
        assert f"{form['name']}"[:60].split("\u2028")[0] in page.locator(".recipient .letter").inner_text()
    assert page.locator("#goods h3").nth(1).inner_text() == PAYLOADS[0]
    assert re.fullmatch(r"\d{8}-[A-Z]{4}", page.locator("#inquiry-ref").inner_text())


@pytest.mark.parametrize("text", ["{", "[]", "null", "7", '"x"', '{"length": 3}', "[[[]]]", '[{"key": 5}]', ""])
def test_storage_that_makes_no_sense_is_an_empty_list(tab: Open, complete: Complete, text: str) -> None:
    page = tab()
    page.goto(at(complete, INQUIRY["id"]))
    for name in ("inquiry", "compare", "form"):
        page.evaluate("([name, text]) => localStorage['etalase-' + name] = text", [name, text])
    page.reload()
    expect(page.locator("#inquiry-empty")).to_be_visible()
    page.goto(at(complete, PAGES["jaring"][0]))
    page.locator(".keep-both [data-does=keep]").click()
    expect(page.locator("[data-inquiry]")).to_contain_text("(1)")


def test_hostile_names_of_goods_and_makers_show_only_as_text(tab: Open, site: Site) -> None:
    goods = [text for text in PAYLOADS if "\u2028" not in text]
    blocks = [
        f"-- content/products/lapas-contoh/p{n}/product.yaml --\nname:\n  id: {json.dumps(text)}\n"
        f"summary:\n  id: Barang.\ncategory: makanan\nadded: 2026-11-01\n"
        for n, text in enumerate(goods)
    ]
    maker = "-- content/facilities/lapas-contoh/facility.yaml --\ntype: lapas\nprovince: ID-JB\n"
    maker += f"name: {json.dumps(goods[0])}\n"
    site("".join(blocks) + maker).build()
    page = opened(tab(), site, "en", *((f"lapas-contoh/p{n}", "3", "piece", text) for n, text in enumerate(goods)))
    assert page.locator("#goods h3").all_inner_texts() == goods
    assert page.evaluate(HARMED) == []
    assert all(text in page.locator(".recipient .letter").inner_text() for text in goods if "  " not in text)
    page.goto(at(site, "en/products/index.html"))
    for button in page.locator("[data-does=compare]").all()[:4]:
        button.click()
    assert page.evaluate(HARMED) == []
    page.locator(".tray a").click()
    page.locator("table").wait_for()
    assert page.evaluate(HARMED) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_filled_list(tab: Open, complete: Complete, scheme: str) -> None:
    assert tools.AXE.is_file(), "axe-core is not here: `python3 -m tests` fetches it"
    page = opened(
        tab(color_scheme=scheme), complete, "en", (NET, "3", "roll", ""), (BREAD, "", "", ""), ("a/b", "", "", "")
    )
    page.locator("#f-country").select_option("US")
    page.evaluate(tools.AXE.read_text("utf-8"))
    found = page.evaluate("axe.run(document, {preload: false, resultTypes: ['violations']})")["violations"]
    assert [f"{one['id']}: {one['nodes'][0]['html'][:100]}" for one in found] == []
