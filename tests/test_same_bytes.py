"""The same content on the same day gives the same bytes, however and wherever it is built."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from concurrent.futures import Executor, ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import pytest

from generator import pipeline
from generator.pipeline import Options
from tests import photos
from tests.site import ROOT, TODAY, Site

EPOCH = "1795305600"
WAYS: dict[str, tuple[dict[str, str], list[str]]] = {
    "another hash seed": ({"PYTHONHASHSEED": "1"}, ["--jobs", "1"]),
    "two processes": ({"PYTHONHASHSEED": "2"}, ["--jobs", "2"]),
    "another locale": (
        {"LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de", "TZ": "Asia/Jayapura", "PYTHONUTF8": "0"},
        ["--jobs", "1"],
    ),
    "no locale at all": ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, ["--jobs", "1"]),
    "no cache": ({}, ["--jobs", "1", "--no-cache"]),
}


def run(output: Path, environment: dict[str, str], options: list[str]) -> str:
    """Builds the catalogue in a process of its own; its manifest."""
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    command = [sys.executable, "-m", "generator", "--content", str(ROOT / "content"), "--output", str(output)]
    done = subprocess.run(
        [*command, *options, "--messages", "en"],
        cwd=ROOT,
        env={**bare, "SOURCE_DATE_EPOCH": EPOCH, **environment},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return (output / "build.json").read_text("utf-8")


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The manifest of the plainest build."""
    return run(tmp_path_factory.mktemp("first") / "dist", {"PYTHONHASHSEED": "0"}, ["--jobs", "1", "--no-cache"])


@pytest.mark.parametrize("way", WAYS)
def test_the_catalogue_is_the_same_however_it_is_built(first: str, tmp_path: Path, way: str) -> None:
    assert run(tmp_path / "dist", *WAYS[way]) == first


def test_the_manifest_lists_every_file_with_its_digest(site: Site) -> None:
    site.build()
    dist = site.folder / "dist"
    listed = json.loads(site.page("build.json"))["files"]
    found = {p.relative_to(dist).as_posix(): p.read_bytes() for p in dist.rglob("*") if p.is_file()}
    del found["build.json"]
    assert {path: hashlib.sha256(data).hexdigest() for path, data in found.items()} == {
        path: said["sha256"] for path, said in listed.items()
    }


def build(output: Path, *, executor: Executor | None = None, cached: bool = False) -> pipeline.Report:
    options = Options(content=ROOT / "content", output=output, today=TODAY, jobs=1, executor=executor, cached=cached)
    return pipeline.build(options)


def test_the_second_build_writes_nothing(tmp_path: Path) -> None:
    build(tmp_path / "dist")
    before = times(tmp_path / "dist")
    again = build(tmp_path / "dist")
    assert (again.made, again.removed) == ((), ())
    assert times(tmp_path / "dist") == before


def times(folder: Path) -> dict[str, tuple[int, int]]:
    return {str(p): (p.stat().st_ino, p.stat().st_mtime_ns) for p in folder.rglob("*")}


def spawned() -> Executor:
    return ProcessPoolExecutor(2, mp_context=get_context("spawn"))


@pytest.mark.parametrize("pool", [spawned, partial(ProcessPoolExecutor, 2, mp_context=get_context("fork"))])
def test_an_executor_of_ones_own_makes_the_same_site(first: str, tmp_path: Path, pool: partial[Executor]) -> None:
    with pool() as executor:
        build(tmp_path / "dist", executor=executor)
    assert (tmp_path / "dist/build.json").read_text("utf-8") == first


def test_a_picture_has_the_same_copies_with_and_without_a_cache(site: Site) -> None:
    site("""\
-- add content/products/lapas-contoh/roti/product.yaml --
photos:
  - file: roti.jpg
    alt:
      id: Roti di atas meja
      en: Bread on a table
    people: none
""")
    photos.write(site.folder / "content/products/lapas-contoh/roti", "roti.jpg", photos.saved(photos.picture(), "JPEG"))
    assert site.build().photos_made == 1
    before = site.page("build.json")
    (site.folder / "dist").rename(site.folder / "lama")
    kept = site.build()
    assert (kept.photos_made, kept.photos_kept, site.page("build.json")) == (0, 1, before)
    (site.folder / "dist").rename(site.folder / "lebih-lama")
    assert site.build(cached=False).photos_made == 1
    assert site.page("build.json") == before
