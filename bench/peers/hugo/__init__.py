"""Hugo: a Markdown file a product and language, categories, facilities, provinces and stages as taxonomies.

Its dearest idioms are left out in its favour: words come from site parameters and not from i18n's `T`, JSON-LD is
written in the template and not through `dict` and `jsonify`, cards and menus are cached, no link hooks run.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench import programs
from bench.twins import GROUPS, Page, Tongue, links

HERE = Path(__file__).resolve().parent
BASE = "https://example.org/katalog/"
FACTS = ("terms", "packing", "specs", "grids", "missing", "record", "how", "certificates", "related", "sources")
TEMPLATE = "layouts/products/page.html"  # what the change of a template changes
STYLE = "static/site.css"
Files = dict[str, str]


def sources(tongues: list[Tongue], *, flat: bool) -> Files:
    """All of Hugo's own sources, by path: with flat addresses (`roti.html`) or pretty ones (`roti/index.html`)."""
    files = {
        f"layouts/{f.relative_to(HERE / 'layouts')}": f.read_text("utf-8") for f in (HERE / "layouts").rglob("*.html")
    }
    files["hugo.json"] = json.dumps(_settings(tongues, flat=flat), indent=1, ensure_ascii=False)
    files["static/site.css"] = (HERE.parent.parent / "themes" / "plain" / "styles" / "main.css").read_text("utf-8")
    for tongue in tongues:
        for path, data, text in _content(tongue):
            files[f"content/{tongue.code}/{path}.md"] = f"+++\n{_toml(data)}+++\n\n{text}"
    return files


def _toml(data: Page) -> str:
    """Front matter in TOML, which Hugo reads faster than JSON (by an eighth) or YAML (by a third)."""
    return "".join(f"{key} = {_value(value)}\n" for key, value in data.items())


def _value(value: Any) -> str:
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key} = {_value(item)}' for key, item in value.items())}}}"
    return json.dumps(value, ensure_ascii=False)  # TOML writes texts, numbers and truth as JSON does


def _settings(tongues: list[Tongue], *, flat: bool) -> dict[str, Any]:
    never = {"useEmbedded": "never"}
    languages = {
        tongue.code: {
            "weight": number,
            "title": tongue.home["site"],
            "label": {"id": "Bahasa Indonesia", "en": "English"}[tongue.code],
            "contentDir": f"content/{tongue.code}",
            "params": {"t": tongue.strings, "menu": [*links(tongue, "menu")], "foot": [*links(tongue, "foot")]},
        }
        for number, tongue in enumerate(tongues, 1)
    }
    return {
        "baseURL": BASE,
        "uglyURLs": flat,
        "defaultContentLanguage": "id",
        "defaultContentLanguageInSubdir": True,
        "disableDefaultLanguageRedirect": flat,  # with flat addresses it would stand where the front page is
        "disableKinds": ["rss"],
        "pagination": {"pagerSize": 48, "disableAliases": True},
        "taxonomies": {"category": "categories", "facility": "facilities", "province": "provinces", "stage": "stages"},
        "markup": {
            "goldmark": {
                "extensions": {"typographer": {"disable": True}},
                "renderHooks": {"link": never, "image": never},
            }
        },
        "languages": languages,
    }


def _content(tongue: Tongue) -> Iterator[tuple[str, Page, str]]:
    """Every content file: path, front matter, text."""
    home = tongue.home
    yield (
        "_index",
        {"title": home["title"], "description": home["description"], "params": {"counts": home["counts"]}},
        "",
    )
    for kind, page in tongue.sections.items():
        data = _head(page) | {"title": page["heading"]}
        yield f"{kind}/_index", data | {"params": _params(page, "lede", "total", tab="title")}, ""
    notes = {tongue.key(href): note for _, href, note in tongue.sections["facilities"]["provinces"]}
    tiles = {tongue.key(t["href"]): t for s in tongue.sections.values() for t in s.get("tiles", ())}
    for kind in GROUPS:
        for weight, page in enumerate(tongue.groups[kind], 1):
            yield (
                f"{page['key']}/_index",
                _term(page, weight, notes, tiles.get(page["key"], {})),
                (page.get("story") or {"text": ""})["text"],
            )
    for weight, product in enumerate(tongue.products, 1):
        yield product["key"], _product(product, weight), (product["story"] or {"text": ""})["text"]
    for page in tongue.pages:
        data = _head(page) | {"title": page["heading"], "params": _params(page, "lede", "lists", "pager", tab="title")}
        yield page["key"], data, (page.get("story") or {"text": ""})["text"]


def _head(page: Page) -> Page:
    return {"description": page["description"], "translationKey": page["pair"]}


def _params(page: Page, *names: str, **others: str) -> Page:
    return {n: page[n] for n in names if page.get(n)} | {n: page[o] for n, o in others.items()}


def _term(page: Page, weight: int, notes: dict[str, str], tile: Page) -> Page:
    key = page["key"].partition("/")[2]
    params = _params(page, "lede", "gloss", "confirmed", "province", "office", "facts", "figures", "how", tab="title")
    if "total" in page:
        params["goods"] = page["total"]
    if "goods" in page:
        params["cards"] = page["goods"]
    params |= {
        "key": key,
        "total": tile.get("count", ""),
        "tile": tile.get("name", ""),
        "units": notes.get(page["key"], ""),
    }
    return _head(page) | {"title": page["heading"], "weight": weight, "params": params}


def _product(page: Page, weight: int) -> Page:
    data = {
        "title": page["name"],
        "description": page["summary"],
        "translationKey": page["pair"],
        "weight": weight,
        "categories": [page["category"]],
        "facilities": [page["facility"]],
        "provinces": [page["province"]],
    }
    if page["stage"]:
        data["stages"] = [page["stage"]]
    if not page["listed"]:
        data["build"] = {"list": "never"}
    params = _params(page, "line", "card_badge", "badge", *FACTS, tab="title")
    params |= {"own": not page["story"] or page["story"]["own"], "material": page["ld"]["material"]}
    if page["ld"]["offers"]:
        params["offers"] = {name: text for name, text in page["ld"]["offers"].items() if name != "@type"}
    return data | {"params": params}


def command(_site: Path) -> list[str]:
    """What builds the site, in its folder."""
    return [str(programs.hugo()), "build", "--quiet", "--noBuildLock"]


def environment() -> dict[str, str]:
    """What its environment has besides."""
    return {}


def output(site: Path) -> Path:
    """Where the built site is."""
    return site / "public"


def clean(site: Path) -> None:
    """Forget every earlier build."""
    for folder in ("public", "resources"):
        shutil.rmtree(site / folder, ignore_errors=True)
