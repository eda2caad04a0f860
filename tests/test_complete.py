"""A plainly fictional site that uses every field: each value is found under its label, in both languages."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image

from generator import pipeline
from generator.errors import BuildFailed, Problem
from generator.model.kinds import UNWORDED, VOCABULARIES
from generator.model.languages import Language
from generator.model.records.facility import Facility
from generator.model.records.product import Product
from generator.model.records.record import Record, _records
from generator.model.records.site import Site as SiteRecord
from generator.model.records.site import Switches
from generator.model.records.small import Category, Market, Page, Paper, Partner, Programme, Source
from generator.pipeline import Options
from tests.site import ROOT, Site
from tests.sites import photos
from tests.sites import reading as read

COMPLETE = ROOT / "tests/sites/complete"
LANGUAGES = ("id", "en")
RECORDS = (Product, Facility, Partner, Programme, Market, Source, Category, Paper, Page)
PAGES = {  # the pages that the table names, in each language
    "jaring": ("id/produk/lapas-contoh/jaring.html", "en/products/lapas-contoh/coir-net.html"),
    "keset": ("id/produk/lapas-contoh/keset.html", "en/products/lapas-contoh/keset.html"),
    "kursi": ("id/produk/lapas-contoh/kursi.html", "en/products/lapas-contoh/kursi.html"),
    "roti": ("id/produk/lapas-contoh/roti.html", "en/products/lapas-contoh/roti.html"),
    "lampu": ("id/produk/lapas-contoh/lampu.html", "en/products/lapas-contoh/lampu.html"),
    "anyaman": ("id/produk/kanwil-contoh/anyaman.html", "en/products/kanwil-contoh/anyaman.html"),
    "kopi": ("id/produk/bapas-contoh/kopi.html", "en/products/bapas-contoh/kopi.html"),
    "panjang": (
        "id/produk/lapas-narkotika-contoh/nama-panjang.html",
        "en/products/lapas-narkotika-contoh/nama-panjang.html",
    ),
    "kain": ("id/produk/lapas-perempuan-contoh/kain.html", "en/products/lapas-perempuan-contoh/kain.html"),
    "arang": ("id/produk/cabang-rutan-teladan/arang.html", "en/products/cabang-rutan-teladan/arang.html"),
    "gantungan": ("id/produk/lpka-contoh/gantungan.html", "en/products/lpka-contoh/gantungan.html"),
    "lapas": ("id/unit/lapas-contoh.html", "en/facilities/lapas-contoh.html"),
    "rutan": ("id/unit/rutan-teladan.html", "en/facilities/rutan-teladan.html"),
    "lpka": ("id/unit/lpka-contoh.html", "en/facilities/lpka-contoh.html"),
    "mitra": ("id/mitra.html", "en/partners.html"),
    "program": ("id/program/program-contoh.html", "en/programmes/program-contoh.html"),
    "impor": ("id/impor.html", "en/importing.html"),
    "sabut": ("id/kategori/sabut-serat.html", "en/categories/sabut-serat.html"),
    "tentang": ("id/tentang.html", "en/about.html"),
    "koreksi": ("id/koreksi.html", "en/koreksi.html"),
    "beranda": ("id/index.html", "en/index.html"),
    "gerbang": ("index.html", "index.html"),
}


class Complete:
    """The built site and what its build told."""

    def __init__(self, folder: Path, problems: list[Problem]) -> None:
        self.folder, self.problems = folder, problems
        self.page = cache(lambda path: read.Page((folder / path).read_text("utf-8")))

    def at(self, name: str, language: str) -> read.Page:
        return self.page(PAGES[name][LANGUAGES.index(language)])

    def html(self) -> dict[str, str]:
        return {p.relative_to(self.folder).as_posix(): p.read_text("utf-8") for p in self.folder.rglob("*.html")}


@pytest.fixture(scope="session")
def complete(tmp_path_factory: pytest.TempPathFactory) -> Complete:
    folder = tmp_path_factory.mktemp("complete") / "dist"
    report = pipeline.build(Options(content=COMPLETE / "content", output=folder, today="2026-11-22", cached=False))
    return Complete(folder, report.problems)


@cache
def strings(language: str) -> Language:
    table = yaml.safe_load((ROOT / f"themes/etalase/strings/{language}.yaml").read_text("utf-8"))
    return Language(language, table, "id")


Row = tuple[tuple[str, ...], str, str, dict[str, str]]  # fields, page, label, texts by language


def table() -> list[Row]:
    rows = []
    for line in (COMPLETE / "fields.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            fields, page, label, *texts = line.split(" | ")
            rows.append((tuple(fields.split()), page, label, {"id": texts[0], "en": texts[-1]}))
    return rows


def seen(page: read.Page, label: str, language: str) -> list[str]:
    """What stands on a page under a label of the table."""
    if label.startswith("@"):
        return page.attribute(label[1:])
    if label.startswith("<"):
        return [node.text for node in page.elements(label[1:-1])]
    if label.startswith("="):
        return page.under(label.split("=")[1 + LANGUAGES.index(language)])
    return page.under(strings(language).t(label))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("row", table(), ids=lambda row: f"{row[1]} {row[2]}: {row[0][0]}")
def test_each_value_is_found_under_its_label(complete: Complete, row: Row, language: str) -> None:
    fields, page, label, texts = row
    pattern = ".*".join(map(re.escape, texts[language].split(" … ")))
    lines = seen(complete.at(page, language), label, language)
    assert any(re.search(pattern, line) for line in lines), f"{fields}: {texts[language]!r} is not in {lines}"


# -- what is never printed: each such field by its effect ----------------------------------------------------------


def _old_addresses_lead_on(complete: Complete) -> None:
    for old, new in {
        "id/produk/jaring-lama.html": "produk/lapas-contoh/jaring.html",
        "id/unit/lapas-lama.html": "unit/lapas-contoh.html",
        "id/lama/tentang.html": "tentang.html",
    }.items():
        refresh = complete.page(old).attribute("content")
        assert any(text.startswith("0; url=") and text.endswith(new) for text in refresh), refresh


def _keywords_are_for_search_only(complete: Complete) -> None:
    pages = "".join(complete.html().values())
    assert "kata-kunci-rahasia" not in pages
    assert "hidden-keyword" not in pages


def _what_is_featured_comes_first(complete: Complete) -> None:
    cards = [n for n in complete.at("beranda", "en").elements("h3") if n.text in ("Coir net", "Range doormat")]
    assert cards[0].text == "Coir net", "the featured net is older, and still the first"


def _each_photo_is_published(complete: Complete) -> None:
    for language in LANGUAGES:
        assert len(complete.at("jaring", language).elements(".gallery")[0].parts) > 5
        images = [n for n in complete.at("jaring", language).elements("figure") if [*n.all("img")]]
        assert len(images) == 5, "four beside the entry and one under /photos"
    assert len(complete.at("lapas", "en").elements(".gallery")) == 1


def _who_is_in_a_picture_is_checked_for_children(_complete: Complete) -> None:
    with pytest.raises(BuildFailed) as failed:
        _small("lpka", "people: staff")
    assert "lpka-people" in {p.code for p in failed.value.problems}


def _a_number_that_is_not_official_is_refused(_complete: Complete) -> None:
    with pytest.raises(BuildFailed) as failed:
        _small("lapas", "people: none", contact="  phone: 0812 0000 0000")
    assert "contact-unofficial" in {p.code for p in failed.value.problems}


def _addresses_are_made_of_keys_and_slugs(complete: Complete) -> None:
    for addresses in PAGES.values():
        for address in addresses:
            assert (complete.folder / address).is_file(), address
    assert "pt-misal" in complete.at("mitra", "en").attribute("id")


def _the_footer_has_the_pages_of_the_menu_in_their_order(complete: Complete) -> None:
    links = [n.text for n in complete.at("beranda", "id").elements("footer")[0].all("a")]
    order = [links.index(t) for t in ("Tentang situs contoh", "Cara memesan contoh", "Koreksi contoh")]
    assert order == sorted(order)
    assert "Panduan impor contoh" not in links, "it has no place in the menu"


def _a_page_on_the_law_may_use_its_words(complete: Complete) -> None:
    assert "narapidana" in complete.page("id/panduan-impor.html").elements("main")[0].text
    assert "text-word" not in {p.code for p in complete.problems}


def _every_language_has_its_pages(complete: Complete) -> None:
    count = [len([*(complete.folder / language).rglob("*.html")]) for language in LANGUAGES]
    assert count[1] == count[0] - 3, "but for the old addresses, which are Indonesian ones"


def _a_placeholder_is_never_printed(complete: Complete) -> None:
    assert "katalog@contoh.example" not in "".join(complete.html().values())
    assert "contact-placeholder" in {p.code for p in complete.problems}


def _photos_are_made_as_told(complete: Complete) -> None:
    names = [p.name for p in complete.folder.rglob("*-*.*") if p.suffix in (".avif", ".webp")]
    assert {re.sub(r".*-(\d+)\.", r"\1.", n) for n in names} == {"320.avif", "640.avif", "320.webp", "640.webp"}
    page = complete.at("jaring", "id")
    types = [n.attributes["type"] for n in page.elements("source")]
    assert types[:2] == ["image/avif", "image/webp"], "best first"


def _quality_is_the_encoders(_complete: Complete) -> None:
    low, high = (_sizes(_small("lapas", "people: none", quality=q)) for q in (20, 90))
    assert low.keys() == high.keys() == {".webp", ".avif", ".jpg"}
    assert all(low[kind] < high[kind] for kind in low)


def _nothing_is_turned_on(_complete: Complete) -> None:
    assert not any(value for _, value in Switches())


def _a_level_is_the_sites_own(complete: Complete) -> None:
    assert {p.level for p in complete.problems if p.code == "price-expired"} == {"note"}


def _the_theme_is_the_named_one(complete: Complete) -> None:
    assert [*complete.folder.rglob("etalase-*.css")]


EFFECTS: dict[Callable[[Complete], None], str] = {
    _old_addresses_lead_on: "product.aliases facility.aliases page.aliases",
    _keywords_are_for_search_only: "product.keywords",
    _what_is_featured_comes_first: "product.featured",
    _each_photo_is_published: "product.photos.file facility.photos.file",
    _who_is_in_a_picture_is_checked_for_children: "product.photos.people facility.photos.people",
    _a_number_that_is_not_official_is_refused: "product.contact.official facility.contact.official",
    _addresses_are_made_of_keys_and_slugs: "product.slug page.slug programme.key category.key",
    _the_footer_has_the_pages_of_the_menu_in_their_order: "page.menu",
    _a_page_on_the_law_may_use_its_words: "page.law",
    _every_language_has_its_pages: "site.languages",
    _a_placeholder_is_never_printed: "site.contact.email",
    _photos_are_made_as_told: "site.images.widths site.images.formats",
    _quality_is_the_encoders: "site.images.quality.webp site.images.quality.jpeg site.images.quality.avif",
    _nothing_is_turned_on: "site.switches.share_cards site.switches.pdf site.switches.admin",
    _a_level_is_the_sites_own: "site.levels.code site.levels.level site.levels.because",
    _the_theme_is_the_named_one: "site.theme",
}
KEYS = {"paper.key"}  # a name for editors; nothing has an address or an anchor by it


@pytest.mark.parametrize("effect", EFFECTS, ids=lambda effect: effect.__name__.strip("_"))
def test_what_is_never_printed_has_its_effect(
    complete: Complete, effect: Callable[[Complete], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    effect(complete)


def paths(kind: type[Record], name: str) -> Iterator[str]:
    for field, info in kind.model_fields.items():
        path = f"{name}.{info.alias or field}"
        below = next(_records(info.annotation), None)
        yield from paths(below, path) if below else (path,)


def test_no_field_of_the_content_model_is_left_out() -> None:
    told = {field for row in table() for field in row[0]} | {f for fs in EFFECTS.values() for f in fs.split()} | KEYS
    known = {path for kind in RECORDS for path in paths(kind, kind.__name__.casefold())} | {*paths(SiteRecord, "site")}
    assert told == known


# -- closed values -------------------------------------------------------------------------------------------------

NEVER_PRINTED = {"people", "trait", "unit", "province", "class", "confirmed-by", "export-kind", "market-about"}


def words() -> list[tuple[str, str]]:
    shown = sorted(set(VOCABULARIES) - UNWORDED - NEVER_PRINTED)
    return [(name, code) for name in shown for code in VOCABULARIES[name] if code != "draft"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_closed_value_is_said_somewhere(complete: Complete, language: str) -> None:
    pages = [p for path, p in _pages(complete) if path.startswith(language)]
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


# -- sizes: none, and many -------------------------------------------------------------------------------------------

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
        empty = [n for n in home.elements("ul") if not [*n.all("li")]]
        assert not empty, "no empty list"


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


# -- helpers -----------------------------------------------------------------------------------------------------------


def _pages(complete: Complete) -> Iterator[tuple[str, read.Page]]:
    for path in complete.html():
        yield path, complete.page(path)


def _small(kind: str, people: str, *, contact: str = "", quality: int = 75) -> Path:
    """A small site with one photo in its facility, built in the folder where we stand."""
    site = Site(Path.cwd())
    site(f"""\
-- add content/site.yaml --
images:
  formats: [avif, webp]
  widths: [320]
  quality:
    webp: {quality}
    jpeg: {quality}
    avif: {quality}
-- photo content/facilities/lapas-contoh/foto.jpg 800 600 --
-- content/facilities/lapas-contoh/facility.yaml --
name: Lapas Kelas IIA Contoh
type: {kind}
province: ID-JB
photos:
  - file: foto.jpg
    alt:
      id: Bengkel
      en: Workshop
    {people}
{f"contact:{chr(10)}{contact}" if contact else ""}
""").build(cached=False)
    return site.folder / "dist"


def _sizes(folder: Path) -> dict[str, int]:
    """The bytes of the photos' copies, by kind."""
    found: dict[str, int] = {}
    for path in folder.rglob("*"):
        if path.suffix in (".webp", ".avif", ".jpg"):
            found[path.suffix] = found.get(path.suffix, 0) + path.stat().st_size
    return found
