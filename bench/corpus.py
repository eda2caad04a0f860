"""A national catalogue in our content format, of any size: `python -m bench.corpus N DIR [--photos K]`.

N products, N/20 facilities over all 38 provinces with their regional offices, and what a press-compiled catalogue has
and lacks: stories with tables and links, exports, sales, prices that are not stated, words not yet translated.
Product i is the same for every N. What a site has once (categories, papers, markets, pages) is our own content's.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path
from typing import Any

from bench.block import Data, block
from bench.camera import write_photos
from bench.goods import Size, goods, product_data, story
from bench.units import PROVINCES, facility, facility_data, source

OURS = Path(__file__).resolve().parent.parent / "content"
SHARED = ("categories.yaml", "papers.yaml", "markets.yaml", "thesaurus.yaml", "pages/cara-pesan", "pages/impor-produk")
EPOCH = 1795305600  # 22 November 2026: the day every benchmark builds on, so that nothing expires meanwhile


def write(path: Path, text: str) -> None:
    """Write one file, and its folder if need be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def write_yaml(path: Path, data: Any) -> None:
    """Write one file of data in block style."""
    write(path, "\n".join(block(data)) + "\n")


def write_product(folder: Path, number: int, size: Size) -> str:
    """Write product `number` of a catalogue of this size into `folder`; its key, `<facility>/<product>`."""
    item = goods(number, size)
    key = f"{item.facility[0]}/{item.key}"
    place = folder / "products" / key
    write_yaml(place / "product.yaml", product_data(item, size))
    told = story(item)
    write(place / "id.md", told[0])
    if item.r.random() < 0.92:
        write(place / "en.md", told[1])
    return key


def write_catalogue(folder: Path, size: Size) -> None:
    """Write the whole catalogue into `folder`, which is emptied first; photos excepted."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in SHARED:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(OURS / name, target) if (OURS / name).is_dir() else shutil.copyfile(OURS / name, target)
    write_yaml(folder / "site.yaml", site())
    write_yaml(folder / "sources.yaml", {source(n): press(n) for n in range(size.facilities)})
    for number in range(len(PROVINCES)):
        write_office(folder, number)
    for number in range(size.facilities):
        data, told = facility_data(number, size.seed)
        place = folder / "facilities" / facility(number, size.seed)[0]
        write_yaml(place / "facility.yaml", data)
        for language, text in zip(("id", "en"), told, strict=True):
            write(place / f"{language}.md", text)
    for number in range(size.products):
        write_product(folder, number, size)


def write_office(folder: Path, number: int) -> None:
    """Write the regional office of province `number`."""
    code = PROVINCES[number]
    data = {"name": f"Kanwil Ditjenpas Wilayah {number + 1}", "type": "kanwil", "province": code}
    write_yaml(folder / "facilities" / f"kanwil-{code.lower()}" / "facility.yaml", data)


def site() -> Data:
    """What stands in site.yaml."""
    title = {"id": "Etalase", "en": "Etalase"}
    tagline = {"id": "Barang karya warga binaan.", "en": "Goods from correctional work programmes."}
    site = {"title": title, "tagline": tagline, "languages": ["id", "en"], "base_url": "https://example.org/katalog/"}
    guides = {"ordering": "cara-pesan", "importing": "impor-produk"}
    return {**site, "publisher": {"name": "Etalase"}, "contact": {"email": "katalog@example.org"}, "guides": guides}


def press(number: int) -> Data:
    """A source: a made-up article."""
    said = f"2025-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
    return {
        "kind": "press",
        "publisher": f"Kabar Rekaan {number % 17 + 1}",
        "title": f"Karya dari bengkel {number + 1}",
        "said": said,
    }


def main() -> None:
    """Write a catalogue where the command line says."""
    options = argparse.ArgumentParser(prog="python -m bench.corpus", description=__doc__.splitlines()[0])
    options.add_argument("products", type=int, metavar="N", help="how many products")
    options.add_argument("folder", type=Path, metavar="DIR", help="the content folder, emptied first")
    options.add_argument(
        "--photos", type=int, default=0, metavar="K", help="write K photographs, and let products use them"
    )
    options.add_argument("--seed", type=int, default=7)
    given = options.parse_args()
    size = Size(products=given.products, photos=given.photos, seed=given.seed)
    write_catalogue(given.folder, size)
    if size.photos:
        write_photos(given.folder / "photos", size.photos, seed=size.seed)
    print(f"{size.products} products, {size.facilities} facilities, {size.photos} photos in {given.folder}")


if __name__ == "__main__":
    main()
