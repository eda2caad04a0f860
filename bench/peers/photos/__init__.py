"""Photographs by others: eleventy-img (which is sharp, which is libvips) and Hugo's own image processing."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench import programs

HERE = Path(__file__).resolve().parent
LEFT_OUT = ["taxonomy", "term", "rss", "sitemap", "404", "section"]


@dataclass(frozen=True, slots=True)
class Way:
    """One way to make all copies: what prepares its folder, its command, its environment, and its copies by name."""

    prepare: Callable[[Path, Path], None]
    command: Callable[[Path, Path], list[str]]
    environment: Callable[[], dict[str, str]]
    copies: Callable[[Path], dict[str, Path]]


def _nothing(_photos: Path, _folder: Path) -> None:
    pass


def _eleventy(photos: Path, folder: Path) -> list[str]:
    return ["node", str(HERE / "eleventy.cjs"), str(photos), str(folder / "out")]


def files(folder: Path) -> dict[str, Path]:
    """Copies that are named as wanted."""
    return {file.name: file for file in (folder / "out").iterdir()}


def _hugo_site(photos: Path, folder: Path) -> None:
    shutil.copytree(photos, folder / "assets" / "photos")
    (folder / "layouts").mkdir()
    shutil.copyfile(HERE / "hugo.html", folder / "layouts" / "home.html")
    imaging = {"resampleFilter": "lanczos", "jpeg": {"quality": 80}, "webp": {"quality": 75}}
    settings = {"baseURL": "https://example.org/", "disableKinds": LEFT_OUT, "timeout": "900s", "imaging": imaging}
    (folder / "hugo.json").write_text(json.dumps(settings), "utf-8")


def _hugo_copies(folder: Path) -> dict[str, Path]:
    page = (folder / "public" / "index.html").read_text("utf-8")
    found = re.findall(r'src="?/([^" ]+)"? data-name="?([^" >]+)', page)
    return {name: folder / "public" / path for path, name in found}


WAYS = {
    "eleventy-img": Way(_nothing, _eleventy, lambda: {"NODE_PATH": str(programs.node_modules())}, files),
    "hugo": Way(_hugo_site, lambda _p, _f: [str(programs.hugo()), "build", "--quiet"], dict, _hugo_copies),
}
