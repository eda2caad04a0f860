"""What texts cost, counted: documents parsed, stories converted, lists planned, pages rendered, files written.

Seconds differ from machine to machine; these numbers do not, and grow only when somebody makes them grow.
"""

from __future__ import annotations

import gc
import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.cache import Cache, NoCache
from generator.load import content
from generator.load.files import Folder
from generator.model import stories
from generator.pipeline import Options, prepare
from generator.plan.pages import home
from generator.plan.search import found, index
from generator.render import run
from generator.render.templates import Renderer
from generator.write import output
from tests.site import Site

FACILITIES, EACH = 3, 4
LONG_AGO = 1_700_000_000  # seconds; what changed a moment ago is not believed by its time
PRODUCT = """\
-- content/products/lapas-{f}/barang-{n}/product.yaml --
name:
  id: Barang {f}-{n}
  en: Goods {f}-{n}
summary:
  id: Buatan Lapas {f}.
  en: Made at Lapas {f}.
category: makanan
added: 2026-11-0{n}
-- content/products/lapas-{f}/barang-{n}/id.md --
Cerita barang **{n}**.
-- content/products/lapas-{f}/barang-{n}/en.md --
A story of goods **{n}**.
"""
FACILITY = """\
-- content/facilities/lapas-{f}/facility.yaml --
name: Lapas {f}
type: lapas
province: ID-JB
"""
SMALL_FILES = 3  # site.yaml, categories.yaml, sources.yaml
PRODUCTS = FACILITIES * EACH


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Counts what is done in this process, whoever asks for it."""
    done: Counter[str] = Counter()

    def counted(where: Any, name: str, what: str) -> None:
        function: Callable[..., Any] = getattr(where, name)

        def call(*given: Any, **more: Any) -> Any:
            done[what] += 1
            return function(*given, **more)

        monkeypatch.setattr(where, name, call)

    counted(content, "parse", "parsed")
    counted(stories, "story_html", "converted")
    counted(home, "_latest", "listed")
    counted(found, "_found", "extracted")
    counted(index, "gather", "indexed")
    counted(Renderer, "page", "rendered")
    counted(output, "_write", "written")
    return done


@pytest.fixture
def shop(site: Site) -> Site:
    site("-- remove content/facilities --\n-- remove content/products --\n")
    for f in range(1, FACILITIES + 1):
        site(FACILITY.format(f=f))
        for n in range(1, EACH + 1):
            site(PRODUCT.format(f=f, n=n))
    return site


def built(site: Site, work: Counter[str]) -> Counter[str]:
    """What one build does, once nothing has been touched for a while."""
    for file in (*Path("content").rglob("*"), *Path("dist").rglob("*")):
        os.utime(file, (LONG_AGO, LONG_AGO))
    work.clear()
    site.build(jobs=1)
    return Counter(work)


def changed(file: str, old: str, new: str) -> None:
    path = Path(file)
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def test_a_cold_build_does_each_thing_once(shop: Site, work: Counter[str]) -> None:
    done = built(shop, work)
    pages = len([*Path("dist").rglob("*.html")])
    assert done["parsed"] == SMALL_FILES + FACILITIES + PRODUCTS
    assert done["converted"] == 2 * PRODUCTS
    assert done["extracted"] == PRODUCTS
    assert done["indexed"] == 1
    assert done["rendered"] == pages
    assert done["written"] == len([path for path in Path("dist").rglob("*") if path.is_file()])


def test_no_change_does_nothing(shop: Site, work: Counter[str]) -> None:
    built(shop, work)
    assert built(shop, work) == {}


def test_an_edited_summary_costs_its_shelf_and_its_own_pages(shop: Site, work: Counter[str]) -> None:
    built(shop, work)
    changed("content/products/lapas-2/barang-3/product.yaml", "Buatan Lapas 2.", "Buatan Lapas 2, baru.")
    done = built(shop, work)
    assert done["parsed"] == SMALL_FILES + 1 + EACH
    assert done["converted"] == 2 * EACH
    assert done["rendered"] == 2  # the product's, in each language: no list shows a summary
    assert done["listed"] == 0
    assert done["extracted"] == EACH
    assert done["indexed"] == 1  # what a search finds shows it


def test_an_edited_story_costs_no_index(shop: Site, work: Counter[str]) -> None:
    built(shop, work)
    changed("content/products/lapas-2/barang-3/id.md", "Cerita", "Kisah")
    done = built(shop, work)
    assert done["rendered"] == 2  # the other is out of date now, and says so
    assert done["extracted"] == EACH
    assert done["indexed"] == 0


def test_an_edited_name_costs_the_pages_that_show_it(shop: Site, work: Counter[str]) -> None:
    built(shop, work)
    changed("content/products/lapas-2/barang-3/product.yaml", "id: Barang 2-3", "id: Barang 2-3 baru")
    done = built(shop, work)
    assert done["parsed"] == SMALL_FILES + 1 + EACH
    # In each language: every product of the category, as it may be among their related ones; its facility's page, the
    # list, its category's, its province's, the facilities', the front page, and the two that know all goods.
    assert done["rendered"] == 2 * (PRODUCTS + 8)
    assert done["listed"] == 2 * 2  # front pages are planned, and made


def test_a_changed_string_costs_one_language_and_no_reading(shop: Site, work: Counter[str]) -> None:
    shop("-- theme themes/punya --\n")
    changed("content/site.yaml", "languages: [id, en]", "languages: [id, en]\ntheme: punya")
    built(shop, work)
    half = len([*Path("dist/en").rglob("*.html")])
    changed("themes/punya/strings/en.yaml", "nav.skip: ", "nav.skip: x")
    done = built(shop, work)
    assert done["parsed"] == SMALL_FILES
    assert done["converted"] == 0
    assert done["rendered"] == half + 2  # the gateway and the page for what is not there are in every language


def test_a_lost_site_is_made_without_reading_anything_again(shop: Site, work: Counter[str]) -> None:
    pages = built(shop, work)["rendered"]
    shop("-- remove dist --\n")
    done = built(shop, work)
    assert done["parsed"] == SMALL_FILES
    assert done["converted"] == 0
    assert done["rendered"] == pages


def test_lists_that_were_kept_and_are_lost_are_planned_again(shop: Site, work: Counter[str]) -> None:
    built(shop, work)
    shop("-- remove .cache/build/tables/lists --\n")
    changed("content/products/lapas-2/barang-3/product.yaml", "Buatan Lapas 2.", "Buatan Lapas 2, baru.")
    done = built(shop, work)
    assert (done["listed"], done["rendered"]) == (2, 2)


def test_scripts_of_a_lost_site_are_made_of_what_was_extracted(shop: Site, work: Counter[str]) -> None:
    built(shop, work)
    before = contents()
    shop("-- remove dist --\n")
    done = built(shop, work)
    assert (done["extracted"], done["indexed"]) == (0, 1)
    assert contents() == before
    shop("-- remove dist --\n-- remove .cache/build/made --\n")
    done = built(shop, work)
    assert (done["extracted"], done["indexed"]) == (PRODUCTS, 1)
    assert contents() == before


def test_a_fresh_checkout_reads_but_parses_nothing_again(shop: Site, work: Counter[str]) -> None:
    built(shop, work)
    for file in Path("content").rglob("*"):
        os.utime(file)
    work.clear()
    shop.build(jobs=1)
    assert work["parsed"] == SMALL_FILES
    assert work["converted"] == 0
    assert work["rendered"] == 0


def test_what_was_kept_and_is_lost_is_read_from_the_files(shop: Site, work: Counter[str]) -> None:
    shop("-- theme themes/punya --\n")
    changed("content/site.yaml", "languages: [id, en]", "languages: [id, en]\ntheme: punya")
    built(shop, work)
    pages = len([*Path("dist/en").rglob("*.html")])
    shop("-- remove .cache/build/made --\n")
    changed("themes/punya/strings/en.yaml", "nav.skip: ", "nav.skip: x")
    done = built(shop, work)
    assert done["rendered"] == pages + 2
    assert done["converted"] == 2 * PRODUCTS


@pytest.fixture
def packed(shop: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    """The same shop, whose pages are put into packs although they are few."""
    monkeypatch.setattr(run, "FEWEST", 1)
    return shop


def contents() -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in Path("dist").rglob("*") if path.is_file()}


def test_a_lost_site_is_laid_down_again_from_packs(packed: Site, work: Counter[str]) -> None:
    built(packed, work)
    before = contents()
    packed("-- remove dist --\n")
    done = built(packed, work)
    assert done["rendered"] == 0
    assert contents() == before


def test_a_clean_build_takes_nothing_from_packs(packed: Site, work: Counter[str]) -> None:
    pages = built(packed, work)["rendered"]
    before = contents()
    work.clear()
    packed.build(jobs=1, clean=True)
    assert work["rendered"] == pages
    assert work["converted"] == 2 * PRODUCTS
    assert contents() == before


def test_of_a_lost_site_only_what_was_edited_meanwhile_is_made(packed: Site, work: Counter[str]) -> None:
    built(packed, work)
    packed("-- remove dist --\n")
    changed("content/products/lapas-2/barang-3/product.yaml", "Buatan Lapas 2.", "Buatan Lapas 2, baru.")
    assert built(packed, work)["rendered"] == 2
    packed("-- remove dist --\n")
    assert built(packed, work)["rendered"] == 0


def test_pages_of_a_lost_or_spoilt_pack_are_made(packed: Site, work: Counter[str]) -> None:
    pages = built(packed, work)["rendered"]
    before = contents()
    for line in Cache(Path(".cache/build")).recall_lines("packs"):
        name = line.partition(b" ")[0].decode()
        kept = Path(".cache/build/made") / name[:2] / name[2:]
        kept.write_bytes(kept.read_bytes()[:-1])
    packed("-- remove dist --\n")
    assert built(packed, work)["rendered"] == pages
    assert contents() == before


def test_a_page_leaves_nothing_that_refers_to_itself(shop: Site) -> None:
    """A build runs without the collector of such things: they would stay until its end."""
    ready = prepare(Options(cached=False), Folder(Path("content").resolve(), "content"), NoCache())
    made = [target for target in ready.plan.targets if target.maker == "page"]

    def make_all() -> int:
        gc.collect()
        for target in made:
            run.make(target, ready.shop)
        return gc.collect()

    make_all()  # templates are compiled
    gc.disable()
    try:
        assert make_all() == 0
    finally:
        gc.enable()
    assert len(made) > 2 * PRODUCTS
