"""The only place where an address is made. Every page is a named .html file, so that a site needs no server.

Addresses are from the site's root, without a leading slash; segment words are the theme's strings `address.*`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from generator.model.entries import Entry
from generator.model.kinds import slugify
from generator.model.languages import Language
from generator.model.records.product import Product
from generator.model.records.small import Page

PER_PAGE = 48
NOT_FOUND = "404.html"
GATEWAY = "index.html"


@dataclass(frozen=True)
class Urls:
    """Addresses in one language."""

    language: Language

    def _at(self, *parts: str) -> str:
        return "/".join((self.language.code, *parts))

    def _word(self, key: str) -> str:
        return self.language.t(f"address.{key}")

    def home(self) -> str:
        return self._at("index.html")

    def products(self, page: int = 1) -> str:
        return self._at(self._word("products"), f"index{_number(page)}.html")

    @cached_property
    def _goods(self) -> str:
        """Where products lie: they are asked for more often than all else together."""
        return self._at(self._word("products"))

    def product(self, entry: Entry[Product]) -> str:
        own = entry.spine.slug.get(self.language.code)
        return f"{self._goods}/{entry.shelf}/{own}.html" if own else f"{self._goods}/{entry.key}.html"

    def categories(self) -> str:
        return self._at(self._word("categories"), "index.html")

    def category(self, key: str, page: int = 1) -> str:
        return self._at(self._word("categories"), f"{key}{_number(page)}.html")

    def facilities(self) -> str:
        return self._at(self._word("facilities"), "index.html")

    def facility(self, key: str, page: int = 1) -> str:
        return self._at(self._word("facilities"), f"{key}{_number(page)}.html")

    def programmes(self) -> str:
        return self._at(self._word("programmes"), "index.html")

    def programme(self, key: str) -> str:
        return self._at(self._word("programmes"), f"{key}.html")

    def provinces(self) -> str:
        return self._at(self._word("provinces"), "index.html")

    def province(self, code: str, page: int = 1) -> str:
        name = slugify(self.language.t(f"province.{code}")) or code.lower()
        return self._at(self._word("provinces"), f"{name}{_number(page)}.html")

    def stages(self) -> str:
        return self._at(self._word("stages"), "index.html")

    def stage(self, stage: str, page: int = 1) -> str:
        return self._at(self._word("stages"), f"{self._word(f'stage.{stage}')}{_number(page)}.html")

    def track_record(self, page: int = 1) -> str:
        return self._at(f"{self._word('track-record')}{_number(page)}.html")

    def partners(self) -> str:
        return self._at(f"{self._word('partners')}.html")

    def importing(self) -> str:
        return self._at(f"{self._word('importing')}.html")

    def inquiry(self) -> str:
        return self._at(f"{self._word('inquiry')}.html")

    def search(self) -> str:
        """The script with what a search shows; its address never changes, so that pages need not."""
        return f"aset/cari/{self.language.code}.js"

    def compare(self) -> str:
        return self._at(f"{self._word('compare')}.html")

    def page(self, entry: Entry[Page]) -> str:
        own = (entry.record.slug or {}).get(self.language.code, entry.key)
        return self._at(f"{own}.html")


def _number(page: int) -> str:
    return "" if page == 1 else f"-{page}"


def root_of(path: str) -> str:
    """What leads from a page back to the site's root: `../../` for a page two folders deep."""
    return "../" * path.count("/")


def absolute(base: str, path: str) -> str:
    """The whole address, or an empty text where no base URL is known."""
    return f"{base.rstrip('/')}/{path}" if base else ""


def base_path(base: str) -> str:
    """The base URL's path, which the not-found page's links begin with: `/` or `/katalog/`."""
    return urlsplit(base).path.rstrip("/") + "/"
