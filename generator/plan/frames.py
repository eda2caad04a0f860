"""What stands round every page: its title, its languages, the way to it, and what machines read of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from generator.plan.edition import Edition
from generator.plan.parts import Alternate, Art, Card, Frame, Link, Picture, Tile
from generator.plan.urls import Urls, absolute, root_of

Address = Callable[[Urls], str]  # the page's address in one language
Ld = dict[str, Any]  # a JSON-LD node


def frame(
    edition: Edition,
    kind: str,
    *,
    address: Address,
    title: str,
    description: str,
    section: str = "",
    crumbs: tuple[Link, ...] = (),
    translated: Callable[[str], bool] = lambda _code: True,
    picture: Picture | None = None,
    og_type: str = "website",
    ld: Iterable[Ld] = (),
    arts: Iterable[Art | None] = (),
    card: str = "",
) -> Frame:
    """The frame of one page. `translated` says whether the page's own text is in a language; where it is not, the
    page claims no translation. `crumbs` are the pages above this one, without the front page."""
    path = address(edition.urls)
    base = edition.base_url
    languages = [(language, address(Urls(language))) for language in edition.others]
    site = edition.language.words(edition.catalogue.site.title)
    trail = (Link(edition.t("nav.home"), edition.urls.home()), *crumbs) if path != edition.urls.home() else ()
    nodes = [*ld, *([_trail_ld(trail, title, path, base)] if trail else [])]
    image = absolute(base, picture.jpeg.href) if picture else ""
    return Frame(
        kind=kind,
        lang=edition.code,
        path=path,
        root=root_of(path),
        title=f"{plain(title)} · {site}" if plain(title) != site else site,
        description=plain(description),
        section=section,
        crumbs=trail,
        alternates=tuple(
            Alternate(x.code, x.own_name(), p, x.code == edition.code, translated(x.code)) for x, p in languages
        ),
        canonical=absolute(base, path),
        hreflang=_hreflang(edition, languages, translated),
        image=image,
        og_type=og_type,
        ld=tuple(written(node) for node in nodes),
        arts=tuple(sorted({art.pattern for art in arts if art})),
        card=absolute(base, card) if card else "",
    )


def plain(text: str) -> str:
    """A text without the knowledge of its language, for titles and machines."""
    return str(text)


def written(node: Ld) -> str:
    """A JSON-LD node as text that can stand in a script element (no `<` in it), empty parts left out."""
    kept = {key: value for key, value in node.items() if value not in ("", None, [], {})}
    text = json.dumps({"@context": "https://schema.org", **kept}, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def arts_of(cards: Iterable[Card | Tile]) -> tuple[Art, ...]:
    """The drawn art that cards and tiles show."""
    return tuple(c.art for c in cards if c.art is not None and getattr(c, "picture", None) is None)


def list_ld(cards: Iterable[Card], base: str) -> Ld:
    """An ItemList of products."""
    items = [
        {"@type": "ListItem", "position": n, "name": plain(c.name)} | ({"url": absolute(base, c.href)} if base else {})
        for n, c in enumerate(cards, 1)
    ]
    return {"@type": "ItemList", "numberOfItems": len(items), "itemListElement": items}


def _trail_ld(trail: tuple[Link, ...], title: str, path: str, base: str) -> Ld:
    items = [
        {"@type": "ListItem", "position": n, "name": plain(text)} | ({"item": absolute(base, href)} if base else {})
        for n, (text, href) in enumerate([*((c.text, c.href) for c in trail), (title, path)], 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _hreflang(edition: Edition, languages: list[Any], translated: Callable[[str], bool]) -> tuple[tuple[str, str], ...]:
    there = [(language.code, path) for language, path in languages if translated(language.code)]
    if not edition.base_url or len(there) < 2 or edition.code not in dict(there):
        return ()
    pairs = [(code, absolute(edition.base_url, path)) for code, path in there]
    return (*pairs, ("x-default", pairs[0][1]))
