"""Photos as an iPhone takes them, from file to site: where `pillow-heif` of requirements/extras.txt is installed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from generator.cache import NoCache, digest
from generator.load import pixels
from generator.load.files import Folder, walk
from generator.load.photos import PhotoFacts, photo_facts
from tests import photos
from tests.photos import BLUE, RED, exif, picture
from tests.site import Site

pillow_heif = pytest.importorskip("pillow_heif", reason="HEIC is not proved here: pillow-heif is not installed")

PRODUCT = """\
-- add content/products/lapas-contoh/roti/product.yaml --
photos:
  - file: roti.heic
    alt:
      id: Roti
      en: Bread
    people: none
"""
UNDO = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # by EXIF's orientation, the turn that a camera held so makes


def heic(image: Image.Image, **options: Any) -> bytes:
    pillow_heif.register_heif_opener()
    return photos.saved(image, "HEIF", **{"quality": 90, **options})


def look(folder: Path, data: bytes) -> tuple[PhotoFacts | None, list[str]]:
    content = Folder(folder / "photos", "photos")
    photos.write(content.root, "a.heic", data)
    [file] = walk(content)[0]
    facts, problems = photo_facts(content, file, digest=digest(data), cache=NoCache())
    return facts, [told.code for told in problems]


def near(pixel: object, colour: tuple[int, int, int]) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(a - b) <= 14 for a, b in zip(pixel, colour, strict=True))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_site_shows_a_photo_from_an_iphone(site: Site, jobs: int) -> None:
    data = heic(picture(), exif=exif(gps=(-6.7, 108.5)).tobytes())
    photos.write(site.folder, "content/products/lapas-contoh/roti/roti.heic", data)
    done = site(PRODUCT).build(jobs=jobs)
    assert site.codes == ["photo-position"]
    copies = [path for path in done.made if path.startswith("foto/")]
    assert len(copies) == 4
    for path in copies:
        assert f"../../../{path}" in site.page("id/produk/lapas-contoh/roti.html")
        assert b"Exif" not in (site.folder / "dist" / path).read_bytes()
        with Image.open(site.folder / "dist" / path) as image:
            shown = image.convert("RGB")
        assert near(shown.getpixel((shown.width // 4, shown.height // 2)), RED)
        assert near(shown.getpixel((shown.width * 3 // 4, shown.height // 2)), BLUE)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_it_is_upright_however_the_phone_was_held(tmp_path: Path, orientation: int) -> None:
    stored = picture()
    if orientation in UNDO:
        stored = stored.transpose(Image.Transpose(UNDO[orientation]))
    data = heic(stored, exif=exif(orientation).tobytes())
    facts, codes = look(tmp_path, data)
    assert facts is not None
    assert (facts.width, facts.height, codes) == (800, 600, [])
    with pixels.opened(data, format="HEIF") as image:
        upright = pixels.plain(image)
    assert upright.size == (800, 600)
    assert near(upright.getpixel((100, 300)), RED)


def test_its_preview_is_not_taken_for_the_photo() -> None:
    with pixels.opened(heic(picture(), thumbnails=[320]), format="HEIF") as image:
        assert image.draft(image.mode, (64, 48)) is None
        assert image.size == (800, 600)


def test_one_that_is_cut_short_is_told(tmp_path: Path) -> None:
    whole = heic(picture())
    for length in (40, len(whole) // 2, len(whole) - 1):
        assert look(tmp_path, whole[:length]) == (None, ["photo-broken"])
