"""Pictures at full size, the map that tells near places apart, the track record at a glance, covers that move."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.buyers.conftest import Open
from tests.judges import tools
from tests.judges.conftest import serving
from tests.judges.pages import Built
from tests.site import Site
from tests.sites import reading as read
from tests.sites.built import strings

PRODUCT = "content/products/lapas-contoh/roti"
PICTURES = f"""\
-- photo {PRODUCT}/a.jpg 800 600 --
-- photo {PRODUCT}/b.jpg 600 800 --
-- photo {PRODUCT}/c.jpg 900 600 --
-- add {PRODUCT}/product.yaml --
photos:
  - file: a.jpg
    alt: {{id: Roti di meja., en: Bread on a table.}}
    people: none
    illustration: true
  - file: b.jpg
    alt: {{id: Roti utuh., en: A whole loaf.}}
    caption: {{id: Satu bungkus <b>&amp;, en: One packet <b>&amp;}}
    people: none
  - file: c.jpg
    alt: {{id: Roti iris., en: Sliced bread.}}
    credit: Juru Foto
    people: none
"""
LANGUAGES = [("id", "id/produk/lapas-contoh/roti.html"), ("en", "en/products/lapas-contoh/roti.html")]


def facility(key: str, town: str, lat: float, lon: float, province: str = "ID-JB") -> str:
    return f"""\
-- content/facilities/{key}/facility.yaml --
name: Lapas Kelas IIB {town}
type: lapas
class: IIB
province: {province}
place: {town}
location: {{lat: {lat:.1f}, lon: {lon:.1f}}}
"""


@pytest.fixture
def pictured(site: Site) -> Site:
    site(PICTURES).build()
    return site


def shown(site: Site, seen: Page, path: str) -> Page:
    seen.goto((site.folder / "dist" / path).as_uri())
    return seen


# -- the gallery -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "path"), LANGUAGES)
def test_pictures_are_seen_at_full_size_with_the_keyboard_alone(
    pictured: Site, tab: Open, language: str, path: str
) -> None:
    seen = shown(pictured, tab(), path)
    t = strings(language).t
    first = seen.get_by_role("button", name=t("gallery.open", at="1"))
    first.focus()
    seen.keyboard.press("Enter")
    dialog = seen.get_by_role("dialog", name=t("product.pictures"))
    expect(dialog).to_be_visible()
    status = dialog.get_by_role("status")
    for key, number in (("ArrowRight", 2), ("End", 3), ("ArrowRight", 3), ("ArrowLeft", 2), ("Home", 1)):
        seen.keyboard.press(key)
        expect(status).to_have_text(t("gallery.count", at=str(number), total="3"))
        expect(dialog.locator("figure").nth(number - 1)).to_be_in_viewport(ratio=0.9)
    dialog.get_by_role("button", name=t("gallery.next")).focus()
    seen.keyboard.press("Enter")
    expect(status).to_have_text(t("gallery.count", at="2", total="3"))
    seen.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(first).to_be_focused()


def test_a_finger_swipes_from_picture_to_picture(pictured: Site, tab: Open) -> None:
    seen = shown(pictured, tab(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True), LANGUAGES[0][1])
    seen.locator(".open-picture").first.tap()
    strip = seen.locator(".lightbox-strip")
    assert strip.evaluate("one => getComputedStyle(one).touchAction") == "auto", "zooming is the browser's"
    finger = seen.context.new_cdp_session(seen)
    for step in range(14):
        kind, at = ("touchMove", 300 - 20 * step) if step else ("touchStart", 300)
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": at, "y": 400}]})
        seen.wait_for_timeout(16)  # as a hand moves
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(seen.locator("dialog").get_by_role("status")).to_have_text(
        strings("id").t("gallery.count", at="2", total="3")
    )
    expect(seen.locator("dialog figure").nth(1)).to_be_in_viewport(ratio=0.9)


def test_captions_badges_and_credits_are_with_the_full_size_too(pictured: Site, tab: Open) -> None:
    seen = shown(pictured, tab(), LANGUAGES[1][1])
    seen.locator(".open-picture").first.click()
    figures = seen.locator("dialog figure")
    t = strings("en").t
    expect(figures.nth(0)).to_contain_text(t("picture.illustration"))
    expect(figures.nth(1)).to_contain_text("One packet <b>&amp;")
    expect(figures.nth(2)).to_contain_text(t("picture.credit", name="Juru Foto"))
    assert [figure.get_attribute("alt") for figure in seen.locator("dialog img").all()] == [
        "Bread on a table.",
        "A whole loaf.",
        "Sliced bread.",
    ]
    seen.mouse.click(30, 400)  # beside the picture
    expect(seen.locator("dialog")).to_be_hidden()


def test_without_a_script_every_picture_is_on_the_page_and_nothing_to_press(pictured: Site, tab: Open) -> None:
    seen = shown(pictured, tab(java_script_enabled=False), LANGUAGES[1][1])
    expect(seen.locator(".gallery img")).to_have_count(3)
    expect(seen.locator(".open-picture")).to_have_count(0)
    expect(seen.get_by_text("One packet")).to_be_visible()


def test_one_picture_has_a_view_without_steps(site: Site, tab: Open) -> None:
    site(
        f"-- photo {PRODUCT}/a.jpg 800 600 --\n"
        + PICTURES.split("-- photo")[-1].split("--\n", 1)[1].split("  - file: b")[0]
    )
    site.build()
    seen = shown(site, tab(), LANGUAGES[0][1])
    seen.locator(".open-picture").click()
    expect(seen.locator("dialog button")).to_have_count(1)
    seen.keyboard.press("ArrowRight")
    expect(seen.locator("dialog figure")).to_be_in_viewport(ratio=0.9)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_the_full_size_view(pictured: Site, tab: Open, scheme: str, width: int) -> None:
    seen = shown(pictured, tab(color_scheme=scheme, viewport={"width": width, "height": 800}), LANGUAGES[0][1])
    seen.locator(".open-picture").nth(1).click()
    seen.evaluate(tools.AXE.read_text("utf-8"))
    found = seen.evaluate("axe.run(document, {preload: false, resultTypes: ['violations']})")["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_a_page_without_pictures_asks_for_no_gallery(site: Site) -> None:
    site.build()
    assert "gallery" not in site.page(LANGUAGES[0][1])


# -- the map -----------------------------------------------------------------------------------------------------------

NEAR = facility("lapas-satu", "Satu", -6.7, 108.5) + facility("lapas-dua", "Dua", -6.8, 108.2)
FAR = facility("lapas-jauh", "Jauh", 3.6, 98.7, "ID-SU")


def points(page: str) -> dict[str, str]:
    """The points of a page's map: what each is called, and where it leads."""
    return {
        p.attributes["aria-label"]: p.attributes["href"]
        for p in read.Page(page).elements(".map")[0].all("a")
        if "aria-label" in p.attributes
    }


def test_near_places_are_one_point_of_their_province_and_apart_on_its_page(site: Site) -> None:
    site(NEAR + FAR).build()
    whole = points(site.page("en/facilities/index.html"))
    assert whole == {
        "West Java: 3 facilities, 1 product": "../../en/provinces/west-java.html#place",
        "Lapas Kelas IIB Jauh": "../../en/facilities/lapas-jauh.html",
    }
    closer = points(site.page("en/provinces/west-java.html"))
    assert list(closer) == ["Lapas Kelas IIB Dua", "Lapas Kelas IIB Satu"]
    assert 'id="place"' in site.page("en/provinces/west-java.html")


def test_two_units_of_one_town_stand_beside_each_other_on_their_province_s_map(site: Site) -> None:
    site(facility("lapas-satu", "Kota", -6.7, 108.5) + facility("lapas-dua", "Kota", -6.7, 108.5)).build()
    places = re.findall(r'translate\(([\d.]+) ([\d.]+)\)"><title', site.page("id/provinsi/jawa-barat.html"))
    (x1, y1), (x2, y2) = ((float(x), float(y)) for x, y in places)
    assert y1 == y2
    assert x2 - x1 >= 24, "nothing lies under another"


def test_names_on_the_map_meet_no_other_name_and_no_point(tab: Open, site: Site) -> None:
    spots = [(f"Kota {n:02}", -6.0 - (n % 5) * 0.55, 106.6 + n * 0.21) for n in range(14)]
    site("".join(facility(f"lapas-{n}", *spot) for n, spot in enumerate(spots))).build()
    seen = shown(site, tab(viewport={"width": 1280, "height": 900}), "id/provinsi/jawa-barat.html")
    boxes = seen.locator(".map .name, .map .point").evaluate_all(
        """all => all.map(one => {
            const box = one.getBoundingClientRect();
            return [one.tagName, box.left, box.top, box.right, box.bottom];
        })"""
    )
    names = [box for box in boxes if box[0] == "text"]
    assert len(names) >= 8, "most have their name"
    for name in names:
        met = [
            b
            for b in boxes
            if b is not name and name[1] < b[3] and b[1] < name[3] and name[2] < b[4] and b[2] < name[4]
        ]
        assert not met


def test_the_map_is_walked_with_the_keyboard_and_told_in_a_list_beside(site: Site, tab: Open) -> None:
    site(NEAR + FAR).build()
    seen = shown(site, tab(), "en/index.html")
    point = seen.get_by_role("link", name="West Java: 3 facilities, 1 product")
    point.focus()
    seen.keyboard.press("Enter")
    expect(seen).to_have_url(re.compile(r"provinces/west-java\.html#place$"))
    expect(seen.locator("#place")).to_be_in_viewport()
    shown(site, seen, "en/index.html")
    listed = seen.get_by_role("list", name=strings("en").t("map.places"))
    assert [text.split("\n") for text in listed.get_by_role("listitem").all_inner_texts()] == [
        ["Jauh", "0"],
        ["West Java", "1"],
    ]


def test_hundreds_of_places_are_one_point_a_province(site: Site) -> None:
    site(
        "".join(
            facility(f"lapas-{n}", f"Kota {n}", -8 + n / 8, 100 + n / 3, ("ID-JB", "ID-SU")[n % 2]) for n in range(70)
        )
    )
    site.build()
    assert len(points(site.page("id/unit/index.html"))) == 2


# -- the track record --------------------------------------------------------------------------------------------------


def test_figures_of_one_span_and_source_are_one_bar_that_leads_to_their_chart(site: Site) -> None:
    for n in range(4):
        site(f"""\
-- content/products/lapas-contoh/barang-{n}/product.yaml --
name: {{id: Barang {n}, en: Item {n}}}
summary: {{id: Barang rekaan., en: A fictional item.}}
category: makanan
added: 2026-01-01
sales:
  - quantity: {{amount: {n + 1}, unit: piece}}
    period: {{id: setahun terakhir, en: the past year}}
    said: 2026-01-05
    source: berita
""")
    site.build()
    page = read.Page(site.page("en/track-record.html"))
    rows = [row.text for row in page.elements(".timeline")[0].all("p")]
    assert len(rows) == 1
    assert "Lapas Kelas IIA Contoh" in rows[0]
    assert "4 products" in rows[0]
    assert [link.attributes["href"] for link in page.elements(".timeline")[0].all("a")] == [
        "../en/track-record.html#charts"
    ]


# -- covers that move --------------------------------------------------------------------------------------------------

TELL = """
    addEventListener("DOMContentLoaded", () => addEventListener("pageswap", event => {
        const covers = document.querySelectorAll(".cover").length;
        sessionStorage.setItem("swapped", `${!!event.viewTransition} ${covers}`);
    }));
"""


@pytest.mark.parametrize(("motion", "moves"), [("no-preference", True), ("reduce", False)])
def test_the_cover_alone_moves_from_a_list_to_a_product_and_only_where_motion_is_wanted(
    pictured: Site, browser: Browser, motion: str, moves: bool
) -> None:
    with serving(Built("small", pictured.folder / "dist", ""), "/") as root:
        context = browser.new_context(reduced_motion=motion)  # type: ignore[arg-type]
        context.add_init_script(TELL)
        seen = context.new_page()
        seen.goto(f"{root}id/produk/index.html")
        seen.locator(".card-name a").click()
        expect(seen.locator("h1")).to_have_text("Roti")
        seen.wait_for_load_state("load")  # the heading is there before the style sheet that names what moves
        assert seen.evaluate("sessionStorage.getItem('swapped')") == ("true 1" if moves else "false 0")
        named = "all => all.filter(one => getComputedStyle(one).viewTransitionName === 'cover').length"
        assert seen.locator("main *").evaluate_all(named) == (1 if moves else 0)
        context.close()
