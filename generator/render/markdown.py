"""Story text → safe HTML: Python-Markdown with tables, raw HTML shown as text, then a short allow-list.

Python-Markdown is neither safe nor linear by itself: switching raw HTML off still lets `javascript:` through, and some
inputs take it seconds (libraries.md). The slow ones are refused by name before it sees them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape
from itertools import islice

import nh3
from markdown import Markdown

from generator.errors import Place, Problem, problem

VERSION = 1
TAGS = {
    *("p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a", "h2", "h3", "h4"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {"a": {"href"}, "th": {"align"}, "td": {"align"}, "ol": {"start"}}
SCHEMES = {"http", "https", "mailto"}
OURS = re.compile(r"(?:product|facility|category|programme|page|source):[^\s]*")
SLOW = (
    (re.compile(r"\[{40}|(?:\[[^\]\n]{0,3}){60}"), "[[["),
    (re.compile(r"<!\[CDATA\["), "<![CDATA["),
    (re.compile(r"(?:<[a-zA-Z!?/][^<>\n]{0,20}){60}"), "<x <x"),
    (re.compile(r"[*_]{60}|(?:[*_][^*_\n]?){200}"), "*****"),
    (re.compile(r"`{60}|(?:`[^`\n]?){200}"), "`````"),
    (re.compile(r"(?m)^(?:[ \t]*(?:>[ \t]?|(?:[-*+]|\d{1,9}\.)[ \t]+)){8}"), "> > >"),
)
MANY = (  # what takes the square of its number: how many there may be in one story
    (re.compile(r"\["), 300, "["),
    (re.compile(r"(?m)^(?: {0,3}(?:#|=|-|\*|_)[^\n]*|[ \t]+\S.*)$"), 400, "#"),
)


@lru_cache(maxsize=1)
def _reader() -> Markdown:
    reader = Markdown(extensions=["tables"], output_format="html")
    for part in ("html_block",):
        reader.preprocessors.deregister(part)
    for part in ("html", "image_link", "image_reference", "short_image_ref"):
        reader.inlinePatterns.deregister(part)
    return reader


@lru_cache(maxsize=50_000)  # a story is checked and then shown: it is read once, and workers inherit it
def _converted(text: str) -> str:
    reader = _reader()
    reader.reset()
    return reader.convert(text)


def story_html(text: str, links: Mapping[str, str]) -> str:
    """A story as HTML that is safe to print. `links` has the address of each `product:`, `source:` … target.

    Headings begin at h2; links abroad open nothing by themselves.
    """
    html = re.sub(r"<(/?)h1>", r"<\1h2>", _converted(text))
    html = re.sub(r'href="([^"]*)"', lambda m: f'href="{_address(m[1], links)}"', html)
    safe = nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)
    safe = re.sub(r'<a href="#s(\d+)">[^<]*</a>', r'<sup><a href="#s\1">\1</a></sup>', safe)
    return re.sub(
        r"<table>(.*?)</table>", r'<div class="scroll" tabindex="0"><table>\1</table></div>', safe, flags=re.DOTALL
    )


def _address(href: str, links: Mapping[str, str]) -> str:
    return links.get(unescape(href), href)


def problems(file: str, text: str) -> Iterator[Problem]:
    """What keeps a story from being printed: inputs that would take for ever, addresses that are not safe."""
    for pattern, name in SLOW:
        slow = pattern.search(text)
        if slow:
            yield problem("story-slow", _place(file, text, slow.start(), 1), what=name)
            return
    for pattern, most, name in MANY:
        over = next(islice(pattern.finditer(text), most, None), None)
        if over:
            yield problem("story-slow", _place(file, text, over.start(), 1), what=name)
            return
    image = re.search(r"!\[[^\]\n]{0,200}\]\(", text)
    if image:
        yield problem("story-image", _place(file, text, image.start(), 2))
    for href in re.findall(r'href="([^"]*)"', _converted(text)):
        address = unescape(href).strip()
        if OURS.fullmatch(address) or address.startswith("#"):
            continue
        scheme = re.match(r"[^/?#]*?:", address)
        if not scheme or scheme[0][:-1].lower() not in SCHEMES:
            at = max(0, text.find(address))
            yield problem("story-address", _place(file, text, at, len(address)), given=address[:60])


def _place(file: str, text: str, at: int, length: int) -> Place:
    return Place(file, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at), length)
