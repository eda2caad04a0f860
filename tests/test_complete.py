"""A plainly fictional site that uses every field: each value is found under its label, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.errors import BuildFailed
from generator.model.records.facility import Facility
from generator.model.records.product import Product
from generator.model.records.record import Record, _records
from generator.model.records.site import Site as SiteRecord
from generator.model.records.site import Switches
from generator.model.records.small import Category, Market, Page, Paper, Partner, Programme, Source
from tests.site import Site
from tests.sites import reading as read
from tests.sites.built import COMPLETE, LANGUAGES, PAGES, Complete, strings

RECORDS = (Product, Facility, Partner, Programme, Market, Source, Category, Paper, Page)
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
