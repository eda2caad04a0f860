"""What a link brings along elsewhere: share cards, their tags, and the device's own way to share."""

from __future__ import annotations

import hashlib
import io
import re
import sys

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import expect

from generator.errors import BuildFailed
from generator.render import cards
from tests.buyers.conftest import Open
from tests.site import Site

BASE = "https://contoh.example/katalog/"
ON = "-- add content/site.yaml --\nswitches:\n  share_cards: true\n"
PRODUCT = "content/products/lapas-contoh/roti"
PHOTO = f"""\
-- photo {PRODUCT}/a.jpg 800 600 --
-- add {PRODUCT}/product.yaml --
photos:
  - file: a.jpg
    alt: {{id: Roti., en: Bread.}}
    people: none
    illustration: true
"""
PAGES = {"id": "id/produk/lapas-contoh/roti.html", "en": "en/products/lapas-contoh/roti.html"}


def card(site: Site, language: str = "id") -> bytes:
    """The card that a product's page names."""
    head = site.page(PAGES[language]).encode()[:10_000].decode(errors="ignore")
    named = re.search(r'<meta property="og:image" content="([^"]+)">', head)
    assert named, "within the first 10 KB"
    assert named[1].startswith(f"{BASE}kartu/")
    return (site.folder / "dist" / named[1].removeprefix(BASE)).read_bytes()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def named(name: str) -> str:
    return f"""\
-- {PRODUCT}/product.yaml --
name:
  id: {name}
summary:
  id: Roti tawar.
category: makanan
added: 2026-11-01
"""


@pytest.mark.parametrize("language", PAGES)
@pytest.mark.parametrize("photo", ["", PHOTO])
def test_a_card_is_a_small_plain_jpeg_of_the_size_that_others_ask_for(site: Site, photo: str, language: str) -> None:
    site(ON + photo).build(base_url=BASE)
    data = card(site, language)
    image = opened(data)
    assert (image.format, image.size, image.mode) == ("JPEG", (1200, 630), "RGB")
    assert len(data) < 250_000
    assert not image.getexif()
    assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}
    assert '<meta property="og:image:width" content="1200">' in site.page(PAGES[language])


def test_each_language_has_its_card(site: Site) -> None:
    site(ON).build(base_url=BASE)
    assert card(site, "id") != card(site, "en")


def test_no_card_without_an_address_or_with_the_switch_off_and_typst_is_not_asked_for(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    site.build(base_url=BASE)
    assert not (site.folder / "dist/kartu").exists()
    site(ON).build()
    assert not (site.folder / "dist/kartu").exists()
    assert "og:image" not in site.page(PAGES["id"])


def test_where_typst_is_missing_it_is_said_once_what_to_install(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cards, "find_spec", lambda _name: None)
    with pytest.raises(BuildFailed):
        site(ON).build(base_url=BASE)
    assert site.codes == ["card-typst"]
    assert "pip install typst" in site.report("en")
    assert "pip install typst" in site.report("id")


def test_the_same_content_gives_the_same_card(site: Site) -> None:
    site(ON + PHOTO).build(base_url=BASE, cached=False)
    first = hashlib.sha256(card(site)).hexdigest()
    site.build(base_url=BASE, cached=False, clean=True)
    assert hashlib.sha256(card(site)).hexdigest() == first


@pytest.mark.parametrize(
    ("one", "other"), [("Roti", "Kue"), ("Roti tawar " * 6, "Kue lapis " * 7), ("Rotitawarpanjang" * 4, "Kuelapis" * 8)]
)
def test_all_that_the_label_says_lies_in_the_middle_square(site: Site, one: str, other: str) -> None:
    images: list[Image.Image] = []
    for name in (one, other):
        site(named(name) + (ON if not images else "")).build(base_url=BASE)
        images.append(opened(card(site)).convert("L"))
    changed = ImageChops.difference(*images).point(lambda level: 255 if level > 64 else 0).getbbox()
    assert changed
    assert changed[0] >= 285
    assert changed[2] <= 915
    assert changed[1] > 420
    assert changed[3] < 616, "nothing runs into the hem"


@pytest.mark.parametrize("name", ["대나무 공예", "竹细工", "ตะกร้า", "سلة"])
def test_in_a_script_that_its_fonts_lack_a_card_is_the_picture_alone(site: Site, name: str) -> None:
    site(ON + PHOTO).build(base_url=BASE)
    labelled = opened(card(site))
    site(named(name) + "\n".join(PHOTO.splitlines()[1:]) + "\n").build(base_url=BASE)
    bare = opened(card(site))
    paper = [image.convert("RGB").getpixel((600, 600)) for image in (labelled, bare)]
    assert paper[0] != paper[1], "the picture is where the label would be"


@pytest.mark.parametrize(
    "name", ['"#panic(1)"', '"$x$ *b* _i_ `c` <a> @b #[z]"', '"\\\\ #import \\"/etc/passwd\\": *"']
)
def test_what_typst_would_obey_is_only_text(site: Site, name: str) -> None:
    site(ON + named(name)).build(base_url=BASE)
    assert opened(card(site)).size == (1200, 630)


def test_a_broken_layout_is_told_with_its_file(site: Site) -> None:
    site(ON + "-- theme themes/toko --\n-- themes/toko/cards/product.typ --\n#nothing-of-the-kind()\n")
    with pytest.raises(BuildFailed):
        site.build(base_url=BASE, theme="toko")
    assert site.codes == ["card-layout"]
    assert site.problems[0].place.file.endswith("themes/toko/cards/product.typ")


# -- the device's own way ----------------------------------------------------------------------------------------------


def test_the_button_to_share_shows_only_where_the_device_can(site: Site, tab: Open) -> None:
    site.build(base_url=BASE)
    page = (site.folder / "dist" / PAGES["en"]).as_uri()
    seen = tab()
    seen.add_init_script("Object.defineProperty(Navigator.prototype, 'share', {value: undefined})")
    seen.goto(page)
    assert not seen.locator("[data-share]").is_visible()
    able = tab()
    able.add_init_script("navigator.share = what => { window.shared = what; return Promise.reject(new Error('no')); }")
    able.goto(page)
    button = able.locator("[data-share]")
    expect(button).to_be_visible()
    button.focus()
    able.keyboard.press("Enter")
    assert able.evaluate("window.shared") == {"title": able.title(), "url": BASE + PAGES["en"]}
    plain = tab(java_script_enabled=False)
    plain.goto(page)
    assert not plain.locator("[data-share]").is_visible()
