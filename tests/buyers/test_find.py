"""The search and the filters in a browser, from a disk: what buyers type finds what they mean, and hides nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator import pipeline
from generator.pipeline import Options
from generator.plan.search import codes, words
from tests.buyers.conftest import Open
from tests.buyers.payloads import HARMED, PAYLOADS
from tests.judges import tools
from tests.site import ROOT, TODAY, Site
from tests.sites.built import LANGUAGES, Complete

QUERIES = Path(__file__).with_name("queries.txt")
LIST = {"id": "id/produk/index.html", "en": "en/products/index.html"}
# The products that a query brings, best first, as `facility/product`, by the page's own script.
FOUND = """async query => {
    const find = await etalase.search.open(), found = find.search(query);
    if (!found) return [];
    const rows = await find.rows(find.best(found, 0, find.index.products));
    return rows.map(row => row.key);
}"""


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The true content, built."""
    folder = tmp_path_factory.mktemp("real") / "dist"
    pipeline.build(Options(content=ROOT / "content", output=folder, today=TODAY, cached=False))
    return folder


def at(folder: Path, page: str) -> str:
    return (folder / page).as_uri()


def browse(tab: Open, folder: Path, language: str, end: str = "", **options: object) -> Page:
    page = tab(**options)
    page.goto(at(folder, LIST[language]) + end)
    page.locator(".tools.ready").wait_for()
    return page


def names(page: Page) -> list[str]:
    return page.locator(".found .card-name").all_inner_texts()


# -- what is found -----------------------------------------------------------------------------------------------------


def test_what_buyers_type_brings_what_they_mean_among_the_first_three(real: Path, tab: Open) -> None:
    lines = [line.split(" = ") for line in QUERIES.read_text("utf-8").splitlines() if line and line[0] != "#"]
    assert len(lines) >= 60
    page = tab()
    page.goto(at(real, "en/index.html"))
    missed = [
        f"{query}: {got[:3]}" for query, wanted in lines if wanted not in (got := page.evaluate(FOUND, query))[:3]
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("query", "never"),
    [
        ("barang", "rutan-tanah-grogot/arang"),
        ("karang", "rutan-tanah-grogot/arang"),
        ("sabun", "lapas-cirebon/jaring"),
        ("tasik", "rutan-medan/tas"),
        ("rotan", "rutan-medan/roti"),
        ("ruti", "rutan-medan/roti"),  # four letters: no slip is forgiven
    ],
)
def test_a_real_or_short_word_is_not_taken_for_a_slip(real: Path, tab: Open, query: str, never: str) -> None:
    page = tab()
    page.goto(at(real, "id/index.html"))
    assert never not in page.evaluate(FOUND, query)


def test_the_stemmers_mistakes_are_not_made() -> None:
    apart = [("tahanan", "tahan"), ("binaan", "bina"), ("mebel", "bel"), ("konveksi", "veksi"), ("kesetan", "setan")]
    assert [pair for pair in apart if words.stem(pair[0], "id") == words.stem(pair[1], "id")] == []
    assert {words.stem(word, "id") for word in ("rajutan", "merajut", "dirajut", "rajut")} == {"rajut"}


def test_numbers_are_written_so_that_each_says_where_it_ends() -> None:
    assert [codes.numbers(values) for values in ([0, 31], [32], [1023], [1024])] == ["Af", "hA", "_f", "hgA"]
    assert codes.steps([0, 1, 5]) == "AAD"
    assert codes.steps([]) == ""


# -- the box in the header ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_box_is_a_combobox_that_the_keyboard_alone_can_use(real: Path, tab: Open, language: str) -> None:
    page = tab()
    page.goto(at(real, f"{language}/index.html"))
    box = page.get_by_role("combobox")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.focus()
    page.keyboard.type("char" if language == "id" else "rut")
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert box.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    page.keyboard.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    wanted = options.first.get_attribute("href") or ""
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{wanted.removeprefix('../')}")


def test_results_come_in_groups_with_what_was_typed_marked(real: Path, tab: Open) -> None:
    page = tab()
    page.goto(at(real, "id/index.html"))
    page.get_by_role("combobox").fill("medan")
    expect(page.get_by_role("group", name="Unit", exact=True)).to_contain_text("Rutan Kelas I Medan")
    assert page.locator(".find-list mark").first.inner_text() == "Medan"
    page.get_by_role("combobox").fill("tas")
    expect(page.get_by_role("group", name="Kategori", exact=True)).to_contain_text("Tas, sandal & aksesori")


def test_enter_leads_to_the_products_page_with_the_query_in_its_address(real: Path, tab: Open) -> None:
    page = tab(viewport={"width": 360, "height": 780}, has_touch=True)
    page.goto(at(real, "en/index.html"))
    page.get_by_role("combobox").tap()
    page.keyboard.type("coconut")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/products/index.html#q=coconut")
    expect(page.locator(".found .card-name").first).to_have_text("Nets")


def test_without_a_script_the_box_is_a_link_and_all_products_are_listed(real: Path, tab: Open) -> None:
    page = tab(java_script_enabled=False)
    page.goto(at(real, "id/index.html"))
    page.locator(".find a").click()
    assert page.url == at(real, LIST["id"])
    assert page.locator(".card").count() == 22
    expect(page.locator(".tools")).to_be_hidden()


# -- filters -----------------------------------------------------------------------------------------------------------


def test_what_is_not_stated_stays_unless_it_is_taken_out(real: Path, tab: Open) -> None:
    page = browse(tab, real, "en", "#stage=repeat-export")
    expect(page.locator(".found-count")).to_have_text("17 products")
    page.get_by_role("button", name="Filter").click()
    stage = page.locator("details", has_text="Stage")
    stage.locator("summary").click()
    stage.get_by_label("Not stated").uncheck()
    expect(page.locator(".found-count")).to_have_text("1 product")
    assert names(page) == ["Nets"]
    assert page.url.endswith("#stage=repeat-export,!")


def test_counts_tell_what_each_choice_would_bring(real: Path, tab: Open) -> None:
    page = browse(tab, real, "id", "#category=makanan")
    page.get_by_role("button", name="Saring").click()
    province = page.locator("details", has_text="Provinsi")
    expect(province).to_contain_text("Sumatera Utara3")
    province.get_by_label("Sumatera Utara").check()
    expect(page.locator(".found-count")).to_have_text("3 produk")
    page.go_back()
    expect(page.locator(".found-count")).to_have_text("5 produk")
    expect(province.get_by_label("Sumatera Utara")).not_to_be_checked()


def test_prices_samples_and_minimums_filter_where_they_are_stated(complete: Complete, tab: Open) -> None:
    page = browse(tab, complete.folder, "en", "#minimum=1,!")
    page.locator(".loosen, .found .card").first.wait_for()
    few = names(page)
    page.goto(at(complete.folder, LIST["en"]) + "#minimum=999999,!&sort=minimum")
    expect(page.locator(".chips")).to_contain_text("999,999")
    assert len(few) < len(names(page))
    page.goto(at(complete.folder, LIST["en"]) + "#price=stated,!")
    expect(page.locator(".chips")).to_contain_text("price stated")
    assert names(page)


def test_a_search_is_shared_by_its_address_also_into_another_language(real: Path, tab: Open) -> None:
    page = browse(tab, real, "id", "#q=arang&sort=name")
    expect(page.locator(".found .card-name").first).to_have_text("Arang")
    page.locator(".langs a").click()
    page.wait_for_url("**/en/products/index.html#q=arang&sort=name")
    expect(page.locator(".found .card-name").first).to_have_text("Charcoal")


def test_products_are_sorted_by_name(real: Path, tab: Open) -> None:
    page = browse(tab, real, "en", "#sort=name")
    expect(page.locator(".found .card")).to_have_count(22)
    assert names(page) == sorted(names(page), key=str.casefold)


def test_an_empty_result_says_what_can_be_loosened(real: Path, tab: Open) -> None:
    page = browse(tab, real, "en", "#q=charcoal&province=ID-SU")
    page.get_by_role("button", name="without “charcoal” (10)").wait_for()
    page.get_by_role("button", name="without Province: North Sumatra (1)").click()
    expect(page.locator(".found .card-name")).to_have_text("Charcoal")
    page.go_back()
    expect(page.locator(".loosen")).to_be_visible()


def test_typing_is_one_step_that_back_undoes(real: Path, tab: Open) -> None:
    page = browse(tab, real, "id")
    page.locator(".tools input").press_sequentially("sandal")
    page.locator(".tools input").blur()
    page.wait_for_url("**#q=sandal")
    page.go_back()
    expect(page.locator("[data-shelf]")).to_be_visible()
    expect(page.locator(".tools input")).to_have_value("")


# -- what must not be --------------------------------------------------------------------------------------------------


def test_hostile_text_in_names_the_box_and_the_address_is_only_shown(site: Site, tab: Open) -> None:
    site.build()
    page = browse(tab, site.folder / "dist", "id")
    for payload in PAYLOADS:
        page.locator(".tools input").fill(payload)
        page.evaluate(
            "text => { location.hash = `q=${encodeURIComponent(text)}&category=${encodeURIComponent(text)}` }", payload
        )
        page.goto(
            at(site.folder / "dist", LIST["id"]) + f"#q={payload}&stage={payload}&sort={payload}&minimum={payload}"
        )
    page.goto(at(site.folder / "dist", "id/index.html"))
    for payload in PAYLOADS:
        page.get_by_role("combobox").fill(f"roti {payload}")
    expect(page.locator(".find-list")).to_be_visible()
    assert not page.evaluate(HARMED)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_any_state(real: Path, tab: Open, scheme: str, width: int) -> None:
    page = tab(color_scheme=scheme, viewport={"width": width, "height": 800})
    found: list[str] = []

    def judge(state: str) -> None:
        page.evaluate(tools.AXE.read_text("utf-8"))
        result = page.evaluate("axe.run(document, {preload: false, resultTypes: ['violations']})")
        found.extend(f"{state}: {one['id']}: {one['nodes'][0]['html'][:90]}" for one in result["violations"])
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), state

    page.goto(at(real, "id/impor.html"))
    page.get_by_role("combobox").fill("tas")
    page.get_by_role("option").first.wait_for()
    judge("results open")
    page.goto(at(real, LIST["id"]) + "#q=tas&stage=exported")
    page.get_by_role("button", name="Saring").click()
    page.locator(".facet").first.wait_for()
    page.evaluate("document.querySelectorAll('.facet').forEach(one => one.open = true)")
    judge("filters open")
    page.goto(at(real, LIST["id"]) + "#q=arang&province=ID-SU")
    page.locator(".loosen").wait_for()
    judge("nothing found")
    assert found == []
