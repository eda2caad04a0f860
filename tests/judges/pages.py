"""A built site as its judges see it: each page's elements, ids, scripts and addresses, read once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path

# Every kind of page a catalogue has; the theme writes it as `<body class="page-KIND">`.
KINDS = frozenset(
    """gateway home products product categories category facilities facility programmes programme provinces province
    stages stage track-record partners importing inquiry compare page not-found""".split()
)
# A kind that only some catalogues have: it leads on from an old address before anyone can look at it.
RARE_KINDS = frozenset({"alias"})

# `rel` words of a <link> that only name an address; every other one makes the browser fetch it.
NAMING = {"canonical", "alternate", "prev", "next", "license", "author", "help", "search"}
FETCHED = {"src", "srcset", "imagesrcset", "poster", "data", "action", "formaction", "background", "ping", "xlink:href"}


@dataclass(frozen=True, slots=True)
class Tag:
    """One start tag and the line it stands on."""

    name: str
    attributes: dict[str, str]
    line: int

    def addresses(self) -> Iterator[tuple[str, bool]]:
        """Each address, and whether a browser asks for it by itself (or sends something to it)."""
        for name, value in self.attributes.items():
            if name in {"srcset", "imagesrcset"}:
                yield from ((part.split()[0], True) for part in value.split(",") if part.strip())
            elif name in FETCHED:
                yield value, True
            elif name == "href":
                names = set(self.attributes.get("rel", "").split())
                yield value, self.name not in {"a", "area"} and not (self.name == "link" and names & NAMING)
        if self.name == "meta":
            yield from self._named_by_meta()

    def _named_by_meta(self) -> Iterator[tuple[str, bool]]:
        content = self.attributes.get("content", "")
        if self.attributes.get("http-equiv", "").lower() == "refresh" and "=" in content:
            yield content.split("=", 1)[1].strip(), False
        if self.attributes.get("property") in {"og:image", "og:url"}:
            yield content, False


class Page(HTMLParser):
    """One HTML file of a built site; `path` counts from the site's root, `size` is in bytes."""

    def __init__(self, *, path: str, source: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.path, self.size = path, len(source)
        self.kind = self.language = ""
        self.tags: list[Tag] = []
        self.ids: list[str] = []
        self.scripts: list[tuple[Tag, str]] = []
        self.feed(source.decode("utf-8"))
        self.close()

    def __str__(self) -> str:
        return self.path

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what a judge asks about."""
        found = Tag(tag, {name: value or "" for name, value in attrs}, self.getpos()[0])
        self.tags.append(found)
        if "id" in found.attributes:
            self.ids.append(found.attributes["id"])
        if tag == "html":
            self.language = found.attributes.get("lang", "")
        elif tag == "body":
            kinds = [name[5:] for name in found.attributes.get("class", "").split() if name.startswith("page-")]
            self.kind = kinds[0] if len(kinds) == 1 else ""
        elif tag == "script":
            self.scripts.append((found, ""))

    def handle_data(self, data: str) -> None:
        """Keep a script's text."""
        if self.cdata_elem == "script":
            tag, text = self.scripts[-1]
            self.scripts[-1] = tag, text + data

    def addresses(self) -> Iterator[tuple[Tag, str, bool]]:
        """Each address on the page: its tag, itself, and whether a browser asks for it by itself."""
        return ((tag, address, fetched) for tag in self.tags for address, fetched in tag.addresses())


@dataclass(frozen=True)
class Built:
    """A built site: its name among the judged, its folder, and the address it was built for (or "")."""

    name: str
    folder: Path
    base: str

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Every HTML file of the site."""
        paths = sorted(self.folder.rglob("*.html"))
        return tuple(Page(path=p.relative_to(self.folder).as_posix(), source=p.read_bytes()) for p in paths)

    @cached_property
    def by_path(self) -> dict[str, Page]:
        """The pages by their path."""
        return {page.path: page for page in self.pages}

    @cached_property
    def samples(self) -> tuple[Page, ...]:
        """The longest page of each kind in each language: what a browser looks at."""
        longest: dict[tuple[str, str], Page] = {}
        for page in self.pages:
            if page.kind in RARE_KINDS:
                continue
            key = page.kind, page.language
            if key not in longest or page.size > longest[key].size:
                longest[key] = page
        return tuple(longest.values())

    @property
    def base_path(self) -> str:
        """`/katalog/` of `https://contoh.example/katalog/`; `/` where no address is known."""
        return re.sub(r"^https?://[^/]+", "", self.base) or "/"
