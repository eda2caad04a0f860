"""What the twins show: our pages' content, read from the `data` theme's output, in a form that other generators take.

A twin derives from its own indexes what a generator should (lists, their pages, cards, related goods, menus,
breadcrumbs, links); what is worded by planning (facts, totals) it is given. Its addresses are of one shape in every
language: `id/products/<facility>/<product>`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

Page = dict[str, Any]
GROUPS = ("categories", "facilities", "provinces", "stages")
SINGLE = {"category": "categories", "facility": "facilities", "province": "provinces", "stage": "stages"}
STRINGS = (
    *("nav.skip", "nav.main", "nav.foot", "nav.home", "foot.independent", "home.heading", "home.featured", "list.page"),
    *("not-stated", "pager.previous", "pager.next", "translation.missing", "product.terms", "product.specs"),
    *("product.missing", "product.record", "product.how", "product.certificates", "product.maker"),
)


@dataclass(slots=True)
class Tongue:
    """The catalogue in one language. `sections` are the lists' own pages by kind, `groups` the pages that products are
    gathered under, `pages` those that stand alone; products are in the order of the lists, those not listed last."""

    code: str
    strings: dict[str, str]
    segments: dict[str, str] = field(default_factory=dict)  # ours → a kind
    home: Page = field(default_factory=dict)
    sections: dict[str, Page] = field(default_factory=dict)
    products: list[Page] = field(default_factory=list)
    groups: dict[str, list[Page]] = field(default_factory=dict)
    pages: list[Page] = field(default_factory=list)

    def key(self, href: str) -> str:
        """An address of ours as a twin's path: `id/produk/rutan-a/roti.html` → `products/rutan-a/roti`."""
        first, _, rest = href.removesuffix(".html").partition("/")[2].partition("/")
        path = f"{self.segments.get(first, first)}/{rest}" if rest else first
        return path.removesuffix("/index").removesuffix("index")


def tongues(site: Path, theme: Path) -> list[Tongue]:
    """What the twins show, by language, from the site that the `data` theme gave and the strings of `theme` (plain)."""
    found = []
    for code in ("id", "en"):
        strings = yaml.load((theme / "strings" / f"{code}.yaml").read_text("utf-8"), yaml.CSafeLoader)
        tongue = Tongue(code, {key: strings[key] for key in STRINGS})
        pages = [json.loads(file.read_text("utf-8")) for file in sorted((site / code).rglob("*.html"))]
        tongue.segments = {p["path"].split("/")[1]: p["kind"] for p in pages if p["kind"] in (*GROUPS, "products")}
        _sort(tongue, pages)
        found.append(tongue)
    return found


def _sort(tongue: Tongue, pages: list[Page]) -> None:
    """Put each page where a twin expects it."""
    lists = sorted((p for p in pages if p["kind"] == "products"), key=lambda p: int(p["number"]))
    cards = {card["href"]: (rank, card) for rank, card in enumerate(c for p in lists for c in p["cards"])}
    for page in pages:
        kind = page["kind"]
        page["key"] = tongue.key(page["path"])
        page["pair"] = page["path"] if tongue.code == "id" else next(iter(page.get("others", [])), page["path"])
        if kind == "home":
            tongue.home = page
        elif kind == "product":
            tongue.products.append(_product(tongue, page, *cards.get(page["path"], (len(cards), {}))))
        elif kind in SINGLE and page["number"] == 1:
            tongue.groups.setdefault(SINGLE[kind], []).append(page)
        elif kind in GROUPS or (kind == "products" and page["number"] == 1):
            tongue.sections[kind] = page
        elif kind not in SINGLE and kind not in ("products", "alias"):
            tongue.pages.append(_alone(tongue, page))
    tongue.products.sort(key=lambda p: (p["rank"], p["key"]))
    _order(tongue)


def _product(tongue: Tongue, page: Page, rank: int, card: Page) -> Page:
    page |= {"rank": rank, "listed": bool(card), "line": card.get("line", ""), "card_badge": card.get("badge", "")}
    page["facility"] = tongue.key(page["facility"]).partition("/")[2]
    page["stage"] = tongue.key(page["stage"]).partition("/")[2] if page["stage"] else ""
    page["ld"] = {"material": page["ld"].get("material", ""), "offers": page["ld"].get("offers")}
    page["story"] = _story(tongue, page["story"])
    return page


def _story(tongue: Tongue, story: Page | None) -> Page | None:
    """A story with its links as addresses, and whether it is in the page's own language."""
    if story is None:
        return None
    links = {name: href if href[0] == "#" else f"/{tongue.code}/{tongue.key(href)}/" for name, href in story["links"]}
    text = re.sub(
        r"\[[^\]]*\]\(source:([^)]+)\)",
        lambda m: f"[{links[f'source:{m[1]}'][2:]}]({links[f'source:{m[1]}']})",
        Path(story["file"]).read_text("utf-8") if story["file"] else "",
    )
    text = re.sub(r"\]\((\w+:[^/)][^)]*)\)", lambda m: f"]({links.get(m[1], m[1])})", text)
    return {"text": text, "own": story["lang"] == tongue.code}


def _alone(tongue: Tongue, page: Page) -> Page:
    """A page that stands alone: a heading, a sentence, lists of lines, perhaps a story and a pager."""
    lists = [page[name] for name in ("exports", "sales", "figures", "countries") if name in page]
    stem = re.sub(r"-\d+$", "", page["key"])
    many = page.get("pages", 1)
    page["pager"] = [stem, page["number"], many] if many > 1 else None
    return page | {"lists": lists, "story": _story(tongue, page.get("story"))}


def _order(tongue: Tongue) -> None:
    """Give groups the order in which they are listed, and facilities their province and regional office."""
    for kind in ("categories", "provinces", "stages"):
        ranks = {tongue.key(tile["href"]): n for n, tile in enumerate(tongue.sections[kind]["tiles"])}
        tongue.groups[kind].sort(key=lambda page: ranks[page["key"]])
    facilities = {page["key"]: page for page in sorted(tongue.groups["facilities"], key=lambda p: str(p["key"]))}
    tongue.groups["facilities"] = list(facilities.values())
    for page in facilities.values():
        page["story"] = _story(tongue, page["story"])
        page["province"] = tongue.key(page["crumbs"][2][1]).partition("/")[2]
        for href in page["dependants"]:
            facilities[tongue.key(href)]["office"] = page["key"].partition("/")[2]
    for product in tongue.products:
        product["province"] = facilities[f"facilities/{product['facility']}"]["province"]


def links(tongue: Tongue, name: str) -> Iterator[tuple[str, str]]:
    """The menu (`menu`) or the footer's (`foot`): texts and paths."""
    for text, href in tongue.home[name]:
        yield text, tongue.key(href)
