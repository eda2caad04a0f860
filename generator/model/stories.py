"""Story text → safe HTML: CommonMark with tables, raw HTML shown as text, then a short allow-list.

comrak reads any text in a time that grows with its length; only nesting without an end is refused by name, as the
allow-list takes its square.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial
from html import escape, unescape
from typing import NamedTuple

import nh3
from comrak import ExtensionOptions, RenderOptions, render_markdown

from generator.errors import Place, Problem, problem
from generator.load.content import StoryText
from generator.model.finding import finder

TAGS = {
    *("p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a", "h2", "h3", "h4"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {"a": {"href"}, "th": {"align"}, "td": {"align"}, "ol": {"start"}}
SCHEMES = {"http", "https", "mailto"}
OUR_SCHEMES = ("category", "facility", "page", "product", "programme", "source")
CLEANER = nh3.Cleaner(tags=TAGS, attributes=ATTRIBUTES, url_schemes={*SCHEMES, *OUR_SCHEMES}, link_rel=None)
# What needs no cleaning, as it is nothing but text and such tags as comrak writes: it would come out the same.
CLEAN = finder(
    rf"""(?x)\A(?: [^<&\xa0\r] | &(?:amp|lt|gt); | </?(?:{"|".join(sorted(TAGS - {"br", "hr"}))})>
    | <a\x20href="(?: https?://(?:[a-z0-9]+[.])+[a-z]+(?:/[^"<>&\s]*)? | (?:{"|".join(OUR_SCHEMES)}):[a-z0-9/\#-]* )">
    | <t[hd]\x20align="(?:left|center|right)"> )*\z"""
)
DEEPEST = 8  # quotes and lists in one another
DEEP = re.compile(rf"(?m)^[ \t]*(?:(?:>|(?:[-*+]|\d{{1,9}}[.)])(?=[ \t]))[ \t]*){{{DEEPEST}}}")
NAMED = "|".join(OUR_SCHEMES)
OURS = re.compile(rf"(?:{NAMED}):[^\s]*")
LINK = re.compile(rf"\]\(\s*<?({NAMED}):([^)\s>]*)>?")
TARGET = re.compile(rf' href="((?:{NAMED}):[^"]*)"')
CITED = re.compile(r'<a href="#s(\d+)">[^<]*</a>')


def _reader() -> Callable[[str], str]:
    """CommonMark with tables. Addresses that are not safe are kept, so that they can be told of: the allow-list drops
    them."""
    extensions, rendering = ExtensionOptions(), RenderOptions()
    extensions.table = True
    rendering.escape = rendering.unsafe_ = True
    read = partial(render_markdown, extension_options=extensions, render_options=rendering)
    return lru_cache(maxsize=200)(read)  # a shelf's stories are checked and then converted: each is read once


READ = _reader()


class StoryHtml(NamedTuple):
    """A story that is safe to print.

    `file` is its name as an editor sees it, `letters` the length of its text; `links` are the (kind, key) of what it
    leads to, in order, whose addresses `linked` puts into `html`.
    """

    file: str
    html: str
    letters: int
    links: tuple[tuple[str, str], ...] = ()


def story_html(text: str) -> str:
    """A story as HTML that is safe to print once `linked` has put addresses for its `product:`, `source:` … targets.

    Headings begin at h2; links abroad open nothing by themselves.
    """
    html = READ(text).rstrip("\n").replace("<h1>", "<h2>").replace("</h1>", "</h2>")
    unquoted = html.replace("&quot;", '"')
    safe = unquoted if CLEAN(unquoted) else CLEANER.clean(html)
    return safe.replace("<table>", '<div class="scroll" tabindex="0"><table>').replace("</table>", "</table></div>")


def story_links(text: str) -> list[tuple[str, str]]:
    """The entries a story links to: (kind, key), in order."""
    return [(match[1], match[2]) for match in LINK.finditer(text)]


def told(story: StoryText) -> StoryHtml:
    """A story as pages take it."""
    return StoryHtml(story.file, story_html(story.text), len(story.text), tuple(dict.fromkeys(story_links(story.text))))


def linked(html: str, links: Mapping[str, str]) -> str:
    """A story's HTML with the address of each of its targets, or without a link where there is none; a source's is its
    number on the page."""

    def addressed(match: re.Match[str]) -> str:
        address = links.get(unescape(match[1]), "")
        return f' href="{escape(address)}"' if address else ""

    told = TARGET.sub(addressed, html)
    return CITED.sub(r'<sup><a href="#s\1">\1</a></sup>', told) if 'href="#s' in told else told


def problems(file: str, text: str) -> Iterator[Problem]:
    """What keeps a story from being printed: nesting without an end, pictures, addresses that are not safe."""
    html = READ(text)
    nested = html.count("<li>") + html.count("<blockquote>")
    deep = DEEP.search(text) if nested >= DEEPEST else None
    if deep:
        yield problem("story-deep", _place(file, text, deep.start(), 1), most=DEEPEST - 1)
        return
    if "<img " in html:
        image = re.search(r"!\[", text)
        yield problem("story-image", _place(file, text, image.start() if image else 0, 2))
    for href in re.findall(r'href="([^"]*)"', html):
        address = unescape(href).strip()
        if OURS.fullmatch(address) or address.startswith("#"):
            continue
        scheme = re.match(r"[^/?#]*?:", address)
        if not scheme or scheme[0][:-1].lower() not in SCHEMES:
            at = max(0, text.find(address))
            yield problem("story-address", _place(file, text, at, len(address)), given=address[:60])


def _place(file: str, text: str, at: int, length: int) -> Place:
    return Place(file, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at), length)
