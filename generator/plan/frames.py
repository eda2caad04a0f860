"""What stands round every page: its title, its languages, the way to it, and what machines read of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import orjson

from generator.plan.edition import Edition
from generator.plan.parts import Alternate, Art, Card, Link, Tile
from generator.plan.pieces import piece, shown
from generator.plan.urls import Urls, absolute, root_of

Address = Callable[[Urls], str]  # the page's address in one language
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
    return Spot(
        kind, dict(addresses)[edition.code], addresses, edition.codes if translated is None else translated, image
    )


class Frame:
    """What every page has round its content, made piece by piece as its template asks for it.

    `title` is for the tab, `kind` for the `body` class, `section` the key of the menu entry it lies under; `crumbs` are
    the pages above this one. What machines read is empty where no base URL is known.
    """

    def __init__(
        self,
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
    ) -> None:
        """`crumbs` are without the front page; `ld` and `arts` are looked at when they are asked for."""
        self._edition, self._spot, self._name = edition, spot, title
        self._crumbs, self._nodes, self._arts, self._card = crumbs, ld, arts, card
        site = edition.language.words(edition.catalogue.site.title)
        self.title = f"{plain(title)} · {site}" if plain(title) != site else site
        self.kind, self.path, self.section, self.og_type = spot.kind, spot.path, section, og_type
        self.lang, self.description = edition.code, plain(description)

    @piece
    def root(self) -> str:
        """The way from the page to the site's root: empty, or `../` as often as need be."""
        return root_of(self.path)

    @piece
    def crumbs(self) -> tuple[Link, ...]:
        """The front page and those between it and this one."""
        edition = self._edition
        home = edition.urls.home()
        return (Link(edition.t("nav.home"), home), *self._crumbs) if self.path != home else ()

    @piece
    def alternates(self) -> tuple[Alternate, ...]:
        """The page in each language, this one too."""
        spot = self._spot
        named = zip(self._edition.own_names, spot.addresses, strict=True)
        return tuple(
            [Alternate(code, name, href, code == self.lang, code in spot.translated) for name, (code, href) in named]
        )

    @piece
    def canonical(self) -> str:
        """The page's whole address."""
        return absolute(self._edition.base_url, self.path)

    @piece
    def hreflang(self) -> tuple[tuple[str, str], ...]:
        """(language, whole address) of each translation; where the text is in another language, it claims none."""
        return self._spot.hreflang(self.lang, self._edition.base_url)

    @piece
    def image(self) -> str:
        """The whole address of its first photo as JPEG."""
        return absolute(self._edition.base_url, self._spot.image) if self._spot.image else ""

    @piece
    def card(self) -> str:
        """The whole address of the picture that is drawn to be shown elsewhere."""
        return absolute(self._edition.base_url, self._card) if self._card else ""

    @piece
    def ld(self) -> tuple[str, ...]:
        """What the page is, as JSON-LD texts."""
        return tuple([written(node) for node in self._nodes])

    @piece
    def trail(self) -> str:
        """The way to the page as a JSON-LD text, or empty."""
        if not self.crumbs:
            return ""
        return written(_trail_ld(self.crumbs, self._name, self.path, self._edition.base_url))

    @piece
    def arts(self) -> tuple[str, ...]:
        """The patterns drawn on the page, to be defined once."""
        return tuple(sorted({art.pattern for art in self._arts if art}))

    def __repr__(self) -> str:
        return f"Frame({', '.join(f'{name}={part!r}' for name, part in shown(self).items())})"

    def but(self, **pieces: object) -> Frame:
        """The same with other pieces."""
        vars(self).update(pieces)
        return self


def plain(text: str) -> str:
    """A text without the knowledge of its language, for titles and machines."""
    return str(text)


def written(node: Ld) -> str:
    """A JSON-LD node as text that can stand in a script element (no `<` in it), empty parts left out."""
    kept = {key: value for key, value in node.items() if value or value == 0}
    text = orjson.dumps({"@context": "https://schema.org", **kept}).decode()
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def arts_of(cards: Iterable[Card | Tile]) -> Iterator[Art]:
    """The drawn art that cards and tiles show."""
    return (c.art for c in cards if c.art is not None and getattr(c, "picture", None) is None)


def list_ld(cards: Iterable[Card], base: str) -> Iterator[Ld]:
    """An ItemList of products, if there are any."""
    items = [
        {"@type": "ListItem", "position": n, "name": plain(c.name)} | ({"url": absolute(base, c.href)} if base else {})
        for n, c in enumerate(cards, 1)
    ]
    if items:
        yield {"@type": "ItemList", "numberOfItems": len(items), "itemListElement": items}


def _trail_ld(trail: tuple[Link, ...], title: str, path: str, base: str) -> Ld:
    items = [
        {"@type": "ListItem", "position": n, "name": plain(text)} | ({"item": absolute(base, href)} if base else {})
        for n, (text, href) in enumerate([*((c.text, c.href) for c in trail), (title, path)], 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
