"""The comparison in a browser: two to four products side by side, by address, on paper, and by every way of use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.buyers.conftest import Open
from tests.buyers.payloads import HARMED, PAYLOADS
from tests.buyers.test_inquire import BLOCKED, BREAD, MAT, NET, PAVING, SHELF, at, reach, say
from tests.judges import tools
from tests.site import Site
from tests.sites.built import LANGUAGES, PAGES, Complete

COMPARE = {"id": "id/bandingkan.html", "en": "en/compare.html"}
CHAIR = "lapas-contoh/kursi"
PRICED = """\
-- content/products/lapas-contoh/{name}/product.yaml --
name:
  id: {name}
  en: {name}
summary:
  id: Barang rekaan.
  en: A fictional item.
category: makanan
added: 2026-11-01
price:
  amount: {amount}
  currency: IDR
  per: {per}
  basis: {basis}
  valid_until: {until}
"""


def beside(page: Page, site: Complete | Site, language: str, *keys: str) -> Page:
    page.goto(f"{at(site, COMPARE[language])}#{','.join(keys)}")
    page.locator("table").wait_for()
    return page


def row(page: Page, label: str) -> list[str]:
    """The cells of a line by its label, as they read."""
    line = page.locator("tbody tr").filter(has=page.locator("th", has_text=re.compile(rf"^{re.escape(label)}(?!\w)")))
    return [" ".join(text.split()) for text in line.first.locator("td").all_inner_texts()]


# -- what stands beside what ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_products_stand_side_by_side_in_the_order_of_the_address(tab: Open, complete: Complete, language: str) -> None:
    page = beside(tab(), complete, language, MAT, NET, CHAIR)
    names = page.locator("thead th a").all_inner_texts()
    assert names == (
        ["Keset rentang", "Jaring sabut", "Kursi tanya"]
        if language == "id"
        else ["Range doormat", "Coir net", "Kursi tanya"]
    )
    least = row(page, say(language, "field.minimum"))
    assert least[1] in ("250 gulung", "250 rolls")
    assert least[0] == least[2] == say(language, "not-stated")


def test_lines_that_differ_are_marked_and_others_are_not(tab: Open, complete: Complete) -> None:
    page = beside(tab(), complete, "en", NET, MAT)
    differs = page.locator("tr.differs th").all_inner_texts()
    labels = {text.split("\n")[0].replace(say("en", "ask.differs"), "").strip() for text in differs}
    assert {"Price", "Production capacity", "Samples"} <= labels
    assert not labels & {"Category", "Made by"}
    assert "Minimum order" not in labels, "what is not stated is not known to differ"
    assert all(say("en", "ask.differs") in text for text in differs), "a word marks it, not colour alone"


def test_prices_of_different_basis_are_not_ranked_and_it_says_why(tab: Open, complete: Complete) -> None:
    page = beside(tab(), complete, "en", NET, MAT, CHAIR)
    why = page.locator("#compare-prices")
    expect(why).to_contain_text("not ranked")
    expect(why).to_contain_text("unit, what the price is based on")
    expect(why).to_contain_text(say("en", "ask.prices-not-stated"))
    assert not any(say("en", "ask.lowest") in text for text in row(page, "Price"))


def test_prices_on_the_same_terms_are_ranked_and_one_that_ran_out_is_not(tab: Open, site: Site) -> None:
    same = {"basis": "at-facility", "until": "2099-12-31"}
    goods = (("mahal", 9000, "piece"), ("murah", 7000, "piece"), ("lain", 1, "pack"))
    site("".join(PRICED.format(name=name, amount=amount, per=per, **same) for name, amount, per in goods)).build()
    page = tab()
    page.clock.set_fixed_time("2026-11-23T10:00:00")
    beside(page, site, "id", "lapas-contoh/mahal", "lapas-contoh/murah")
    expect(page.locator("#compare-prices")).to_have_text(say("id", "ask.prices-same"))
    dear, cheap = row(page, "Harga")
    assert say("id", "ask.lowest") in cheap
    assert say("id", "ask.lowest") not in dear
    beside(page, site, "id", "lapas-contoh/mahal", "lapas-contoh/lain", BREAD)
    expect(page.locator("#compare-prices")).to_contain_text(say("id", "ask.basis-per"))
    page.clock.set_fixed_time("2100-01-02T10:00:00")
    page.reload()
    page.locator("table").wait_for()
    assert row(page, "Harga")[0] == say("id", "price.on-request")


def test_what_is_gone_says_so_and_the_rest_is_compared(tab: Open, complete: Complete) -> None:
    page = beside(tab(), complete, "en", NET, "hilang/barang", "lapas-contoh/lampu", MAT)
    expect(page.locator("#compare-lost")).to_contain_text("hilang/barang, lapas-contoh/lampu")
    expect(page.locator("thead th a")).to_have_count(2)


def test_one_alone_asks_for_another_and_four_is_the_most(tab: Open, complete: Complete) -> None:
    page = beside(tab(), complete, "id", NET)
    expect(page.locator("#compare-one")).to_be_visible()
    beside(page, complete, "id", NET, MAT, CHAIR, BREAD, PAVING)
    page.reload()
    page.locator("table").wait_for()
    expect(page.locator("thead th a")).to_have_count(4)
    page.goto(at(complete, PAGES["kopi"][0]))
    page.locator(".keep-both [data-does=compare]").click()
    expect(page.locator(".tray")).to_contain_text(say("id", "keep.full"))
    expect(page.locator(".tray")).to_contain_text("(4)")


# -- every way of use -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_by_keyboard_alone_a_shelf_leads_to_the_comparison(tab: Open, complete: Complete, language: str) -> None:
    page = tab(viewport={"width": 1280, "height": 800})
    page.goto(at(complete, SHELF[language]))
    for key in (NET, MAT):
        reach(page, f"[data-product='{key}'] [data-does=compare]")
        page.keyboard.press("Enter")
    reach(page, ".tray a")
    page.keyboard.press("Enter")
    page.locator("table").wait_for()
    expect(page.locator("thead th a")).to_have_count(2)
    reach(page, "thead button")
    page.keyboard.press("Enter")
    expect(page.locator("thead th a")).to_have_count(1)
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("language", LANGUAGES)
def test_by_touch_on_a_small_phone_four_fit_and_scroll_in_a_box_of_their_own(
    tab: Open, complete: Complete, language: str
) -> None:
    page = tab(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page.goto(at(complete, SHELF[language]))
    for key in (NET, MAT, CHAIR, BREAD):
        page.locator(f"[data-product='{key}'] [data-does=compare]").tap()
    page.locator(".tray a").tap()
    page.locator("table").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate("document.getElementById('compare-table').scrollWidth") > 360
    edges = (
        "selector => [...document.querySelectorAll(selector)].map(one => Math.round(one.getBoundingClientRect().left))"
    )
    assert page.evaluate(edges, "thead th") == page.evaluate(edges, "tbody tr:first-child td")


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_scripts_the_page_says_how_to_compare(tab: Open, complete: Complete, language: str) -> None:
    page = tab(java_script_enabled=False)
    page.goto(at(complete, COMPARE[language]))
    assert page.get_by_text(say(language, "compare-page.step-plain")).is_visible()
    assert not page.locator("main button").filter(visible=True).count()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_address_carries_the_comparison_to_another_language_and_without_storage(
    tab: Open, complete: Complete, language: str
) -> None:
    page = tab()
    page.add_init_script(BLOCKED)
    beside(page, complete, language, NET, MAT)
    page.locator("a[data-lang]").click()
    page.locator("table").wait_for()
    expect(page.locator("thead th a")).to_have_count(2)
    assert page.url.endswith(f"#{NET},{MAT}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_paper_only_the_comparison_is_printed(tab: Open, complete: Complete, language: str) -> None:
    page = beside(tab(), complete, language, NET, MAT)
    page.emulate_media(media="print")
    assert page.locator("table").is_visible()
    assert page.locator("#compare-prices").is_visible()
    assert not page.locator("main button").filter(visible=True).count()
    assert b"%PDF" in page.pdf(format="A4")[:8]


def test_hostile_addresses_and_storage_do_nothing(tab: Open, complete: Complete) -> None:
    page = tab()
    address = at(complete, COMPARE["en"])
    page.goto(address)
    for text in PAYLOADS:
        page.evaluate("text => { localStorage['etalase-compare'] = JSON.stringify([text, text]); }", text)
        page.goto("about:blank")
        page.goto(f"{address}#{text},lapas-contoh/jaring")
        page.locator("table").wait_for()
        expect(page.locator("thead th a")).to_have_count(1)
        assert page.evaluate(HARMED) == [], text
        page.evaluate("text => { localStorage['etalase-compare'] = text; }", text)
        page.goto("about:blank")
        page.goto(address)
        expect(page.locator("#compare-empty")).to_be_visible()
        assert page.evaluate(HARMED) == [], text


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_a_comparison(tab: Open, complete: Complete, scheme: str, width: int) -> None:
    assert tools.AXE.is_file(), "axe-core is not here: `python3 -m tests` fetches it"
    page = beside(tab(color_scheme=scheme, viewport={"width": width, "height": 800}), complete, "en", NET, MAT, CHAIR)
    page.evaluate(Path(tools.AXE).read_text("utf-8"))
    found = page.evaluate("axe.run(document, {preload: false, resultTypes: ['violations']})")["violations"]
    assert [f"{one['id']}: {one['nodes'][0]['html'][:100]}" for one in found] == []
