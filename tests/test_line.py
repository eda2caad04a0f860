"""The whole line on a small site: what is shown and what is not, and what one edit makes anew."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from generator.errors import BuildFailed
from generator.pipeline import Report
from tests.site import Site

CAKE = """\
-- content/products/lapas-contoh/kue/product.yaml --
name:
  id: Kue
  en: Cake
summary:
  id: Kue bolu.
  en: Sponge cake.
category: makanan
added: 2026-10-01
"""
OWN_THEME = """\
-- theme themes/toko --
-- add content/site.yaml --
theme: toko
"""
CAKE_PAGE = "id/produk/lapas-contoh/kue.html"


def edit(site: Site, path: str, old: str, new: str) -> None:
    file = site.folder / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def pages(paths: Iterable[str], language: str = "id") -> set[str]:
    return {path for path in paths if path.startswith(f"{language}/")}


def html(paths: Iterable[str]) -> set[str]:
    """The pages among some files; those of data follow from the same content and change with it."""
    return {path for path in paths if path.endswith(".html")}


# -- what one edit makes anew --------------------------------------------------------------------------------------


def test_a_changed_summary_makes_its_own_page_anew(site: Site) -> None:
    site(CAKE).build()
    edit(site, "content/products/lapas-contoh/kue/product.yaml", "Sponge cake.", "Layer cake.")
    assert html(site.build().made) == {"en/products/lapas-contoh/kue.html"}
    assert "Layer cake." in site.page("en/products/lapas-contoh/kue.html")


def test_a_changed_name_of_a_facility_makes_every_page_that_shows_it_anew(site: Site) -> None:
    site(CAKE).build()
    shows = {page for page in site.pages() if "Lapas Kelas IIA Contoh" in site.page(page)}
    edit(site, "content/facilities/lapas-contoh/facility.yaml", "IIA Contoh", "IIA Teladan")
    done = site.build()
    tools = {"id/permintaan.html", "id/bandingkan.html", "en/inquiry.html", "en/compare.html"}  # they name data files
    assert html(done.made) == shows | tools
    assert CAKE_PAGE in shows
    assert {"id/mitra.html", "robots.txt", "index.html"} <= set(done.kept)


def test_a_changed_string_makes_the_pages_of_its_language_that_say_it_anew(site: Site) -> None:
    site(OWN_THEME).build()
    says = {page for page in site.pages() if ">Home<" in site.page(page)}
    edit(site, "themes/toko/strings/en.yaml", 'nav.home: "Home"', 'nav.home: "Front"')
    made = set(site.build().made)
    assert made == says | {page for page in made if ">Front<" in site.page(page)}
    assert pages(made) == set()
    assert pages(made, "en")


def test_a_changed_style_sheet_takes_a_new_address_that_every_page_names(site: Site) -> None:
    site(OWN_THEME).build()
    [old] = [p.name for p in (site.folder / "dist/aset").glob("etalase-*.css")]
    with (site.folder / "themes/toko/styles/tokens.css").open("a") as file:
        file.write(".percobaan { color: red }\n")
    done = site.build()
    [new] = [p.name for p in (site.folder / "dist/aset").glob("etalase-*.css")]
    assert done.removed == (f"aset/{old}",)
    assert {page for page in site.pages() if new in site.page(page)} | {f"aset/{new}"} == set(done.made)
    assert not any(old in site.page(page) for page in site.pages())


def test_a_removed_product_takes_its_pages_and_cards_with_it(site: Site) -> None:
    site(CAKE).build()
    done = site("-- remove content/products/lapas-contoh/kue --\n").build()
    assert html(done.removed) == {CAKE_PAGE, "en/products/lapas-contoh/kue.html"}
    assert not any("kue.html" in site.page(page) for page in site.pages())


def test_nothing_changed_makes_nothing(site: Site) -> None:
    site.build()
    again = site.build()
    assert (again.made, again.removed) == ((), ())
    assert again.kept


# -- what is shown -------------------------------------------------------------------------------------------------


def test_an_alias_leads_on(site: Site) -> None:
    site(CAKE + "aliases: [id/produk/lama.html, lama/kue.html]\n").build()
    for old, root in (("id/produk/lama.html", "../../"), ("lama/kue.html", "../")):
        assert f'content="0; url={root}{CAKE_PAGE}"' in site.page(old)
        assert 'content="noindex"' in site.page(old)


@pytest.mark.parametrize("line", ["status: draft", "added: 2026-11-23"])
def test_a_draft_and_an_entry_of_a_later_day_are_nowhere(site: Site, line: str) -> None:
    text = CAKE.replace("added: 2026-10-01\n", "") if line.startswith("added") else CAKE
    site(f"{text}{line}\n").build()
    assert not any("kue.html" in page for page in site.pages())
    assert not any("Kue" in site.page(page) for page in site.pages())
    assert site.codes == []


def test_an_entry_of_today_is_shown(site: Site) -> None:
    site(CAKE.replace("2026-10-01", "2026-11-22")).build()
    assert "Kue" in site.page(CAKE_PAGE)


def test_an_archived_product_keeps_its_page_and_leaves_the_lists(site: Site) -> None:
    site(CAKE + "status: archived\n").build()
    assert "tidak lagi ditawarkan" in site.page(CAKE_PAGE).casefold()
    for place in ("id/index.html", "id/produk/index.html", "id/kategori/makanan.html", "id/unit/lapas-contoh.html"):
        assert "kue.html" not in site.page(place)


def test_goods_known_only_for_a_region_name_no_maker(site: Site) -> None:
    site("""\
-- content/facilities/kanwil-contoh/facility.yaml --
name: Kanwil Ditjenpas Contoh
type: kanwil
province: ID-JB
-- content/products/kanwil-contoh/keset/product.yaml --
name:
  id: Keset
  en: Doormat
summary:
  id: Keset dari wilayah ini.
  en: Doormats from this region.
category: makanan
added: 2026-11-01
made_at: not-stated
""").build()
    said = site.page("id/produk/kanwil-contoh/keset.html")
    assert '"manufacturer"' not in said
    assert "belum dinyatakan" in said
    assert '"manufacturer"' in site.page("id/produk/lapas-contoh/roti.html")


# -- a third language ----------------------------------------------------------------------------------------------

KOREAN = """\
-- content/site.yaml --
title:
  id: Etalase Kecil
  en: Small Window
  ko: 작은 진열장
languages: [id, en, ko]
publisher:
  name: Percobaan
theme: toko
-- theme themes/toko --
-- content/products/lapas-contoh/kue/product.yaml --
name:
  id: Kue
  en: Cake
  ko: 케이크
summary:
  id: Kue bolu.
  en: Sponge cake.
  ko: 카스텔라.
category: makanan
added: 2026-10-01
order:
  unit: pack
  minimum: 1084
"""


@pytest.fixture
def korean(site: Site) -> Site:
    """The small site in a third language, by strings and content alone."""
    site(KOREAN)
    text = (site.folder / "themes/toko/strings/en.yaml").read_text("utf-8")
    words = {"nav.home": ("Home", "첫 화면"), "language.name": ("English", "한국어")}
    for key, (english, word) in {**words, "address.products": ("products", "sangpum")}.items():
        assert f'\n{key}: "{english}"\n' in text
        text = text.replace(f'\n{key}: "{english}"\n', f'\n{key}: "{word}"\n')
    (site.folder / "themes/toko/strings/ko.yaml").write_text(text, "utf-8")
    return site


def test_a_third_language_is_strings_and_content_and_no_python(korean: Site) -> None:
    korean.build()
    assert set(korean.codes) == {"untranslated"}
    said = korean.page("ko/sangpum/lapas-contoh/kue.html")
    assert '<html lang="ko">' in said
    assert "<h1>케이크</h1>" in said
    assert "1,084" in said
    assert ">한국어<" in korean.page("id/index.html")
    assert "ko/index.html" in korean.page("index.html")
    assert len(pages(korean.pages(), "ko")) == len(pages(korean.pages(), "id"))


def test_what_falls_back_is_marked_and_claims_no_translation(korean: Site) -> None:
    korean.build(base_url="https://contoh.example.org/a/")
    bread, cake = (korean.page(f"ko/sangpum/lapas-contoh/{name}.html") for name in ("roti", "kue"))
    assert '<h1><span lang="id">Roti</span></h1>' in bread
    assert '<span lang="id">Roti tawar buatan Lapas Contoh.</span>' in bread
    assert 'rel="alternate"' not in bread
    assert '<link rel="alternate" hreflang="ko"' in cake
    original = korean.page("id/produk/lapas-contoh/roti.html")
    assert '<link rel="alternate" hreflang="en"' in original
    assert '<link rel="alternate" hreflang="ko"' not in original


def test_without_a_base_url_no_address_is_whole(site: Site) -> None:
    site.build()
    for page in site.pages():
        for claim in ('rel="canonical"', 'rel="alternate"', "og:url", "og:image"):
            assert claim not in site.page(page)
    assert not (site.folder / "dist/sitemap.xml").exists()


# -- safety --------------------------------------------------------------------------------------------------------


def state(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {str(p): (p.stat().st_mtime_ns, p.read_bytes()) for p in folder.rglob("*") if p.is_file()}


def test_a_build_with_problems_leaves_the_old_site_untouched(site: Site) -> None:
    site.build()
    before = state(site.folder / "dist")
    site("-- add content/products/lapas-contoh/roti/product.yaml --\nprice: 35.000\n")
    with pytest.raises(BuildFailed):
        site.build()
    assert site.codes == ["price-text"]
    assert state(site.folder / "dist") == before
    assert sorted(p.name for p in site.folder.iterdir()) == [".cache", "content", "dist"]


def test_a_check_writes_no_site(site: Site) -> None:
    assert site.check() == []
    assert not (site.folder / "dist").exists()


def test_without_a_cache_nothing_is_kept_beside_the_site(site: Site) -> None:
    done: Report = site.build(cached=False)
    assert done.made
    assert sorted(p.name for p in site.folder.iterdir()) == ["content", "dist"]


def test_a_story_may_name_goods_that_are_not_shown_yet(site: Site) -> None:
    site("""\
-- content/products/lapas-contoh/roti/id.md --
Dibuat di dapur yang sama dengan [kue](product:lapas-contoh/kue).
-- content/products/lapas-contoh/kue/product.yaml --
name:
  id: Kue
summary:
  id: Kue.
category: makanan
added: 2026-11-01
status: draft
""")
    site.build()
    assert "sama dengan <a>kue</a>." in site.page("id/produk/lapas-contoh/roti.html")
