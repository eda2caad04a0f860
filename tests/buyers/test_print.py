"""On paper: a product is one A4 sheet, a category a price list, and a code leads back to the page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator import pipeline
from generator.pipeline import Options
from generator.render.qr import MARGIN, qr
from tests.buyers.conftest import Open
from tests.site import ROOT, TODAY, Site
from tests.sites.built import strings

BASE = "https://contoh.example/katalog/"
SITES = {"content": ROOT / "content", "complete": ROOT / "tests/sites/complete/content"}


@pytest.fixture(scope="module", params=SITES)
def printed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each site with an address, as it would be published."""
    output = tmp_path_factory.mktemp(request.param) / "dist"
    pipeline.build(Options(content=SITES[request.param], output=output, base_url=BASE, today=TODAY, cached=False))
    return output


def sheets(seen: Page) -> int:
    """How many pages of paper the page takes."""
    return len(re.findall(rb"/Type\s*/Page\b", seen.pdf(prefer_css_page_size=True)))


def test_every_product_is_one_sheet_in_both_languages(printed: Path, tab: Open) -> None:
    seen, found = tab(), []
    products = [*printed.glob("id/produk/*/*.html"), *printed.glob("en/products/*/*.html")]
    assert len(products) > 20
    for path in sorted(products):
        seen.goto(path.as_uri())
        count = sheets(seen)
        if count != 1:
            found.append(f"{path.relative_to(printed)}: {count}")
    assert not found, found


def test_a_category_is_a_price_list(printed: Path, tab: Open) -> None:
    seen = tab()
    seen.emulate_media(media="print")
    for path in sorted(printed.glob("en/categories/*.html")):
        if path.name == "index.html":
            continue
        seen.goto(path.as_uri())
        rows = seen.locator(".prices tbody tr")
        assert rows.count() == seen.locator(".card").count() > 0
        expect(rows.first).to_be_visible()
        assert not seen.locator(".card").first.is_visible()
        assert seen.locator(".prices th[scope=row]").all_inner_texts() == seen.locator(".card-name").all_text_contents()


def test_a_price_list_tells_price_conditions_and_minimum_and_what_is_not_stated(site: Site, tab: Open) -> None:
    site("""\
-- add content/products/lapas-contoh/roti/product.yaml --
price:
  amount: 12000
  currency: IDR
  per: piece
  tax: included
  as_of: 2026-11-01
order:
  unit: piece
  minimum: 50
-- content/products/lapas-contoh/kue/product.yaml --
name: {id: Kue, en: Cake}
summary: {id: Kue., en: Cake.}
category: makanan
added: 2026-01-01
""").build()
    seen = tab()
    seen.emulate_media(media="print")
    seen.goto((site.folder / "dist/en/categories/makanan.html").as_uri())
    rows = {r.locator("th").inner_text(): r.inner_text() for r in seen.locator(".prices tbody tr").all()}
    assert "12,000" in rows["Bread"]
    assert "50" in rows["Bread"]
    assert strings("en").t("tax.included") in rows["Bread"]
    assert rows["Cake"].count(strings("en").t("not-stated")) == 2


def test_what_is_for_pressing_is_not_printed(printed: Path, tab: Open) -> None:
    seen = tab()
    for path in ("id/index.html", "id/produk/index.html", "id/kategori/index.html", "id/rekam-jejak.html"):
        seen.emulate_media(media="print")
        seen.goto((printed / path).as_uri())
        found = seen.locator("button, .button, form, input, nav").evaluate_all(
            "all => all.filter(one => one.checkVisibility()).map(one => one.outerHTML.slice(0, 80))"
        )
        assert not [html for html in found if "crumbs" not in html], path


def test_the_code_is_on_paper_alone_and_only_where_the_address_is_known(printed: Path, site: Site, tab: Open) -> None:
    seen = tab()
    path = min(printed.glob("id/produk/*/*.html"))
    seen.goto(path.as_uri())
    assert not seen.locator(".qr").is_visible()
    seen.emulate_media(media="print")
    expect(seen.locator(".qr")).to_be_visible()
    assert f"{BASE}{path.relative_to(printed).as_posix()}" in seen.locator(".qr").inner_text()
    box = seen.locator(".qr svg").bounding_box()
    assert box
    assert box["width"] >= 60, "about 16 mm: a phone reads it from arm's length"
    site.build()
    assert 'class="qr"' not in site.page("id/produk/lapas-contoh/roti.html")


def test_the_path_draws_just_the_dark_modules() -> None:
    import segno

    url = f"{BASE}id/produk/rutan-medan/roti.html"
    side, path = qr(url)
    x, y = MARGIN, MARGIN
    dark = set()
    assert path.startswith(f"M{MARGIN} {MARGIN + 0.5}")
    for dx, dy, run in re.findall(r"m(-?\d+) (-?\d+)h(\d+)", path):
        x, y = x + int(dx), y + int(dy)
        dark |= {(x + n - MARGIN, y - MARGIN) for n in range(int(run))}
        x += int(run)
    rows = segno.make(url, error="m", micro=False, mask=2).matrix
    assert side == len(rows) + 2 * MARGIN
    assert dark == {(x, y) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell}


def test_no_screen_waits_for_the_print_sheet(site: Site) -> None:
    site.build()
    page = site.page("id/index.html")
    assert re.search(r'<link rel="stylesheet" media="print" href="\.\./aset/print-\w+\.css">', page)
