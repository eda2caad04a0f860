"""Lists of a hundred products and of none, and pages without what others have."""

from __future__ import annotations

from tests.site import Site
from tests.sites import reading as read
from tests.sites.built import LANGUAGES, strings

PRODUCT = """\
-- content/products/lapas-contoh/barang-{n:03}/product.yaml --
name:
  id: Barang {n}
  en: Item {n}
summary:
  id: Barang rekaan.
  en: A fictional item.
category: makanan
added: 2026-01-01
stage: domestic
"""


def test_a_hundred_products_take_three_pages(site: Site) -> None:
    site("-- remove content/products/lapas-contoh/roti --\n" + "".join(PRODUCT.format(n=n) for n in range(100)))
    site.build()
    lists = ("en/products/index", "en/categories/makanan", "en/provinces/west-java", "en/stages/sold-in-indonesia")
    for start in (*lists, "en/facilities/lapas-contoh"):
        pages = [read.Page(site.page(f"{start}{end}.html")) for end in ("", "-2", "-3")]
        assert not (site.folder / f"dist/{start}-4.html").exists()
        cards = [{n.text for n in p.elements("a") if n.text.startswith("Item ")} for p in pages]
        assert [len(names) for names in cards] == [48, 48, 4], start
        assert not cards[0] & cards[1] | cards[1] & cards[2]
        name = start.rpartition("/")[2]
        assert [_turns(p) for p in pages] == [
            {"next": f"{name}-2.html"},
            {"prev": f"{name}.html", "next": f"{name}-3.html"},
            {"prev": f"{name}-2.html"},
        ]
    titles = [read.Page(site.page(f"en/products/index{end}.html")).elements("title")[0].text for end in ("", "-2")]
    assert titles[0] != titles[1]


def _turns(page: read.Page) -> dict[str, str]:
    links = [n for n in page.elements("a") if n.attributes.get("rel") in ("prev", "next")]
    return {n.attributes["rel"]: n.attributes["href"].rpartition("/")[2] for n in links}


def test_an_empty_catalogue_builds_and_says_that_it_is_empty(site: Site) -> None:
    site("-- remove content/products --\n").build()
    for language, word in zip(LANGUAGES, ("produk", "products"), strict=True):
        page = read.Page(site.page(f"{language}/{word}/index.html"))
        assert strings(language).t("list.empty") in page.elements("main")[0].text
        assert not page.elements(".pager")
        home = read.Page(site.page(f"{language}/index.html"))
        assert strings(language).t("count.products", n=0) in home.elements("main")[0].text


def test_an_empty_catalogue_has_no_empty_list(site: Site) -> None:
    site(
        "-- remove content/products --\n-- remove content/facilities --\n-- remove content/categories.yaml --\n"
    ).build()
    for path in (site.folder / "dist").rglob("*.html"):
        page = read.Page(path.read_text("utf-8"))
        lists = [n for name in ("ul", "ol", "dl", "nav") for n in page.elements(name)]
        assert all(n.text for n in lists), path.name


def test_a_contact_that_reaches_someone_stands_in_where_a_facility_has_none(site: Site) -> None:
    site("-- add content/site.yaml --\ncontact:\n  email: katalog@etalase-rekaan.id\n").build()
    page = read.Page(site.page("en/products/lapas-contoh/roti.html"))
    assert page.under(strings("en").t("field.email")) == ["katalog@etalase-rekaan.id"]
    assert strings("en").t("inquiry.from-site") in page.elements(".inquiry")[0].text
    footer = page.elements("footer")[0]
    assert "mailto:katalog@etalase-rekaan.id" in [n.attributes.get("href") for n in footer.all("a")]


def test_without_a_page_on_corrections_the_footer_leads_nowhere_else(site: Site) -> None:
    site.build()
    footer = read.Page(site.page("en/index.html")).elements("footer")[0]
    assert all(n.attributes["href"].endswith(".html") for n in footer.all("a"))
