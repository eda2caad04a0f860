"""Eleventy: the catalogue as one JSON file, JavaScript templates (its fastest), pages by pagination."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from bench import programs
from bench.twins import Tongue, links

HERE = Path(__file__).resolve().parent
BASE = "https://example.org/katalog/"
LEFT_OUT = {"menu", "foot", "others", "crumbs", "path", "lang", "section", "rank", "site", "cards"}
TEMPLATE = "product.11ty.cjs"  # what the change of a template changes
STYLE = "site.css"
Files = dict[str, str]


def sources(tongues: list[Tongue], *, flat: bool) -> Files:
    """All of Eleventy's own sources, by path. Its addresses are flat, as ours; it has no faster ones."""
    assert flat
    files = {file.name: file.read_text("utf-8") for file in HERE.glob("*.cjs")}
    files["site.css"] = (HERE.parent.parent / "themes" / "plain" / "styles" / "main.css").read_text("utf-8")
    catalogue = {"base": BASE, "tongues": [_tongue(tongue) for tongue in tongues]}
    return files | {"catalogue.json": json.dumps(catalogue, ensure_ascii=False)}


def _tongue(tongue: Tongue) -> dict[str, Any]:
    notes = {tongue.key(href).partition("/")[2]: note for _, href, note in tongue.sections["facilities"]["provinces"]}
    tiles = {tongue.key(t["href"]): t for s in tongue.sections.values() for t in s.get("tiles", ())}
    groups = {
        kind: [_short(page) | {"tile": tiles.get(page["key"]), "id": page["key"].partition("/")[2]} for page in pages]
        for kind, pages in tongue.groups.items()
    }
    return {
        "code": tongue.code,
        "label": {"id": "Bahasa Indonesia", "en": "English"}[tongue.code],
        "site": tongue.home["site"],
        "t": tongue.strings,
        "menu": [*links(tongue, "menu")],
        "foot": [*links(tongue, "foot")],
        "home": _short(tongue.home),
        "sections": {kind: _short(page) for kind, page in tongue.sections.items()},
        "units": notes,
        "groups": groups,
        "products": [_short(page) for page in tongue.products],
        "pages": [_short(page) for page in tongue.pages],
    }


def _short(page: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in page.items() if name not in LEFT_OUT}


def command(_site: Path) -> list[str]:
    """What builds the site, in its folder."""
    program = programs.node_modules() / "@11ty" / "eleventy" / "cmd.cjs"
    return ["node", "--max-old-space-size=6000", str(program), "--quiet", "--config=eleventy.config.cjs"]


def environment() -> dict[str, str]:
    """What its environment has besides."""
    return {"NODE_PATH": str(programs.node_modules())}


def output(site: Path) -> Path:
    """Where the built site is."""
    return site / "_site"


def clean(site: Path) -> None:
    """Forget every earlier build."""
    for folder in ("_site", ".cache"):
        shutil.rmtree(site / folder, ignore_errors=True)
