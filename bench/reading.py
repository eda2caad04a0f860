"""Whether two sites say the same: what a reader gets from a page's `<main>`, and how many pages there are."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from bench.twins import GROUPS, Tongue


@dataclass(slots=True)
class Read:
    """The words, the number of links, and the product's data of one page."""

    words: list[str] = field(default_factory=list)
    links: int = 0
    data: Any = None


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.read = Read()
        self.inside = 0
        self.script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside += tag == "main"
        self.read.links += bool(self.inside and tag == "a")
        self.script = tag == "script" and ("type", "application/ld+json") in attrs

    def handle_endtag(self, tag: str) -> None:
        self.inside -= tag == "main"
        self.script = False

    def handle_data(self, data: str) -> None:
        if self.script:
            self.read.data = {k: v for k, v in json.loads(data).items() if k != "url"}
        elif self.inside:
            self.read.words += data.split()


def read(file: Path) -> Read:
    """What one page says."""
    reader = _Reader()
    reader.feed(file.read_text("utf-8"))
    return reader.read


def _place(tongue: Tongue, path: str) -> Iterator[str]:
    """Where a twin has the page that we have at `path`, likeliest first."""
    key = tongue.key(path)
    numbered = re.fullmatch(r"(.+?)(?:/index)?-(\d+)", key)
    gathered = {"products", *(page["key"] for kind in GROUPS for page in tongue.groups[kind])}
    if numbered and numbered[1] in gathered and key not in gathered:
        key = f"{numbered[1]}/page/{numbered[2]}"
    stem = f"{tongue.code}/{key}" if key else tongue.code
    return iter((f"{stem}.html", f"{stem}/index.html"))


def differences(tongues: list[Tongue], ours: Path, theirs: Path, *, every: int = 1) -> list[str]:
    """How the twin's pages differ from ours in words, links and data, one page of `every` read. Empty: not at all."""
    found = []
    for tongue in tongues:
        pages = sorted((ours / tongue.code).rglob("*.html"))
        for file in pages[::every]:
            path = file.relative_to(ours).as_posix()
            twin = next((theirs / p for p in _place(tongue, path) if (theirs / p).is_file()), None)
            if twin is None:
                found.append(f"{path}: missing")
                continue
            one, two = read(file), read(twin)
            if one.words != two.words:
                at = next((n for n, (a, b) in enumerate(zip(one.words, two.words, strict=False)) if a != b), -1)
                found.append(f"{path}: {one.words[max(0, at - 3) : at + 5]} / {two.words[max(0, at - 3) : at + 5]}")
            if one.links != two.links:
                found.append(f"{path}: {one.links} links / {two.links}")
            if one.data != two.data:
                odd = [key for key in one.data if one.data[key] != (two.data or {}).get(key)]
                found.append(f"{path}: product data differ in {', '.join(odd)}")
    return found


def counts(site: Path) -> dict[str, int]:
    """Pages (.html) by language, other files, and bytes in all."""
    found: Counter[str] = Counter()
    for file in site.rglob("*"):
        if file.is_file():
            inside = file.relative_to(site).parts
            page = file.suffix == ".html" and not file.name.startswith("404")
            found[inside[0] if page and len(inside) > 1 else "others"] += 1
            found["bytes"] += file.stat().st_size
    return dict(found)
