"""What photos cost, counted: how often one is decoded, at which size, and how many copies are encoded.

Seconds differ from machine to machine; these numbers do not, and grow only when somebody makes them grow.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from PIL import Image, ImageFile

from tests import photos
from tests.site import Site

SIZE = (3200, 2400)
LOOKED_AT, ENCODED_FROM = (400, 300), (1600, 1200)  # an eighth for a photo's facts, a half for copies up to 1440 wide
COPIES = {"WEBP": 4, "JPEG": 1}
NAMES = ("kue", "roti-manis", "tas")
PRODUCT = """\
-- content/products/lapas-contoh/{name}/product.yaml --
name:
  id: {name}
  en: {name}
summary:
  id: Buatan Lapas Contoh.
  en: Made at Lapas Contoh.
category: makanan
added: 2026-11-01
photos:
  - file: foto.jpg
    alt:
      id: Barang di atas meja
      en: Goods on a table
    people: none
"""


@dataclass
class Work:
    """Sizes that pictures were decoded at, and how many files of each format were encoded."""

    decoded: list[tuple[int, int]] = field(default_factory=list)
    encoded: dict[str, int] = field(default_factory=dict)


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    """Counts whatever Pillow decodes and encodes in this process, whoever asks for it."""
    done = Work()
    load, save = ImageFile.ImageFile.load, Image.Image.save

    def counted_load(image: ImageFile.ImageFile) -> Any:
        if image.tile:  # it is emptied by decoding
            done.decoded.append(image.size)
        return load(image)

    def counted_save(image: Image.Image, file: Any, kind: str, **options: Any) -> None:
        done.encoded[kind] = done.encoded.get(kind, 0) + 1
        save(image, file, kind, **options)

    monkeypatch.setattr(ImageFile.ImageFile, "load", counted_load)
    monkeypatch.setattr(Image.Image, "save", counted_save)
    return done


@pytest.fixture
def shop(site: Site, work: Work) -> Site:
    """Three products with a photo each; making those is not counted."""
    for number, name in enumerate(NAMES):
        site(PRODUCT.format(name=name))
        put_photo(site, name, shade=number)
    work.decoded.clear()
    work.encoded.clear()
    return site


def put_photo(site: Site, name: str, *, shade: int) -> None:
    made = photos.picture(*SIZE)
    made.paste((shade * 10, 90, 60), (0, 0, 800, 600))
    path = f"content/products/lapas-contoh/{name}/foto.jpg"
    photos.write(site.folder, path, photos.saved(made, "JPEG"))


def test_a_cold_build_decodes_each_photo_small_and_once_more_for_its_copies(shop: Site, work: Work) -> None:
    done = shop.build()
    assert sorted(work.decoded) == [LOOKED_AT] * 3 + [ENCODED_FROM] * 3
    assert work.encoded == {kind: number * 3 for kind, number in COPIES.items()}
    assert (done.photos_made, done.photos_kept) == (3, 0)


def test_a_check_decodes_each_photo_small(shop: Site, work: Work) -> None:
    shop.check()
    assert work == Work(decoded=[LOOKED_AT] * 3)


@pytest.mark.parametrize("lost", ["", "dist", ".cache/build/tables"])
def test_a_build_without_changes_decodes_and_encodes_nothing(shop: Site, work: Work, lost: str) -> None:
    shop.build()
    work.decoded.clear()
    work.encoded.clear()
    if lost:
        shop(f"-- remove {lost} --\n")
    shop.build()
    assert work == Work()


def test_a_replaced_photo_is_the_only_one_decoded_and_encoded(shop: Site, work: Work) -> None:
    shop.build()
    put_photo(shop, "tas", shade=9)
    work.decoded.clear()
    work.encoded.clear()
    shop.build()
    assert work == Work(decoded=[LOOKED_AT, ENCODED_FROM], encoded=COPIES)


def test_one_picture_under_two_names_is_encoded_once(shop: Site, work: Work) -> None:
    """Its facts are looked at once too, as they are kept by the picture's digest."""
    put_photo(shop, "kue", shade=2)
    work.encoded.clear()
    shop.build()
    assert sorted(work.decoded) == [LOOKED_AT] * 2 + [ENCODED_FROM] * 2
    assert work.encoded == {kind: number * 2 for kind, number in COPIES.items()}


def test_words_of_a_photo_decode_nothing(shop: Site, work: Work) -> None:
    shop.build()
    work.decoded.clear()
    work.encoded.clear()
    shop(PRODUCT.format(name="tas").replace("on a table", "on a shelf"))
    assert shop.build().made
    assert work == Work()
