"""What stands round every page: its title, its languages, the way to it, and what machines read of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from generator.plan.edition import Edition
from generator.plan.parts import Alternate, Art, Card, Frame, Link, Tile
from generator.plan.urls import Urls, absolute, root_of

Address = Callable[[Urls], str]  # the page's address in one language
ENCODED = json.JSONEncoder(ensure_ascii=False).encode
Ld = dict[str, Any]  # a JSON-LD node


class Spot(NamedTuple):
    """A page before it is made: where it is in each language, in which of them its own text is, what it shows first.

    `addresses` are by language, the reference first; `translated` are languages; `image` is the address of a JPEG.
    """

    kind: str
    path: str
    addresses: tuple[tuple[str, str], ...]
    translated: Sequence[str]
    image: str = ""

    def hreflang(self, lang: str, base: str) -> tuple[tuple[str, str], ...]:
        """(language, whole address) of each translation, where there is more than one and the base is known."""
        if not base or lang not in self.translated:
            return ()
        base = base.rstrip("/")
        pairs = [(code, f"{base}/{path}") for code, path in self.addresses if code in self.translated]
        return (*pairs, ("x-default", pairs[0][1])) if len(pairs) > 1 else ()


def spot(
    edition: Edition, kind: str, address: Address, *, translated: Sequence[str] | None = None, image: str = ""
) -> Spot:
    """Where a page is. Without `translated` its text is in every language."""
    addresses = tuple([(urls.language.code, address(urls)) for urls in edition.all_urls])
    return Spot(kind, address(edition.urls), addresses, edition.codes if translated is None else translated, image)


def frame(
    edition: Edition,
    spot: Spot,
    *,
    title: str,
    description: str,
    section: str = "",
    crumbs: tuple[Link, ...] = (),
    og_type: str = "website",
    ld: Iterable[Ld] = (),
    arts: Iterable[Art | None] = (),
    card: str = "",
) -> Frame:
    """The frame of one page; where its text is in another language, it claims no translation. `crumbs` are the pages
    above this one, without the front page."""
    path, base = spot.path, edition.base_url
    site = edition.language.words(edition.catalogue.site.title)
    trail = (Link(edition.t("nav.home"), edition.urls.home()), *crumbs) if path != edition.urls.home() else ()
    nodes = [*ld, *([_trail_ld(trail, title, path, base)] if trail else [])]
    return Frame(
        kind=spot.kind,
        lang=edition.code,
        path=path,
        root=root_of(path),
        title=f"{plain(title)} · {site}" if plain(title) != site else site,
        description=plain(description),
        section=section,
        crumbs=trail,
        alternates=tuple(
            Alternate(code, name, href, code == edition.code, code in spot.translated)
            for name, (code, href) in zip(edition.own_names, spot.addresses, strict=True)
        ),
        canonical=absolute(base, path),
        hreflang=spot.hreflang(edition.code, base),
        image=absolute(base, spot.image) if spot.image else "",
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
    text = ENCODED({"@context": "https://schema.org", **kept})
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
