"""The fictional site as built, its pages read, and where each is."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import yaml

from generator import pipeline
from generator.errors import Problem
from generator.model.languages import Language
from generator.pipeline import Options
from tests.site import ROOT, TODAY
from tests.sites import reading as read

COMPLETE = ROOT / "tests/sites/complete"
LANGUAGES = ("id", "en")
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

    @classmethod
    def build(cls, folder: Path) -> Complete:
        report = pipeline.build(Options(content=COMPLETE / "content", output=folder, today=TODAY, cached=False))
        return cls(folder, report.problems)

    def __init__(self, folder: Path, problems: list[Problem]) -> None:
        self.folder, self.problems = folder, problems
        self.page: Callable[[str], read.Page] = cache(lambda path: read.Page((folder / path).read_text("utf-8")))

    def at(self, name: str, language: str) -> read.Page:
        return self.page(PAGES[name][LANGUAGES.index(language)])

    def pages(self) -> list[tuple[str, read.Page]]:
        return [(path, self.page(path)) for path in self.html()]

    def html(self) -> dict[str, str]:
        return {p.relative_to(self.folder).as_posix(): p.read_text("utf-8") for p in self.folder.rglob("*.html")}


@cache
def strings(language: str) -> Language:
    table = yaml.safe_load((ROOT / f"themes/etalase/strings/{language}.yaml").read_text("utf-8"))
    return Language(language, table, "id")
