"""Story text → safe HTML: Python-Markdown with tables, raw HTML shown as text, then a short allow-list.

Python-Markdown is neither safe nor linear by itself: switching raw HTML off still lets `javascript:` through, and some
inputs take it seconds (libraries.md). The slow ones are refused by name before it sees them.

Most of its time goes into asking each of some twenty processors about each paragraph and cell. Each needs some sign in
the text, so a story is read by an instance that has only those whose sign is in it, and what has none is passed by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape, unescape
from itertools import islice
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from generator.errors import Place, Problem, problem
from generator.load.content import StoryText

TAGS = {
    *("p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a", "h2", "h3", "h4"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {"a": {"href"}, "th": {"align"}, "td": {"align"}, "ol": {"start"}}
SCHEMES = {"http", "https", "mailto"}
OUR_SCHEMES = {"product", "facility", "category", "programme", "page", "source"}
CLEANER = nh3.Cleaner(tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES | OUR_SCHEMES, link_rel=None)
NEVER = ("html_block", "html", "image_link", "image_reference", "short_image_ref")
NEEDED: dict[str, tuple[str, ...]] = {  # sign → the processors that do nothing unless it, or another, is in a text
    "\\": ("escape", "unescape"),
    "`": ("backtick",),
    "[": ("link",),
    "]:": ("reference", "short_reference"),
    "<": ("autolink", "automail"),
    "&": ("entity",),
    "  \n": ("linebreak",),
    "*": ("em_strong", "hr"),
    "_": ("em_strong", "hr"),
    "-": ("setextheader", "hr"),
    "=": ("setextheader",),
    "#": ("hashheader",),
    "|": ("table",),
    ">": ("quote",),
    "    ": ("indent", "code"),
    "* ": ("ulist",),
    "+ ": ("ulist",),
    "- ": ("ulist",),
}
INLINE = ("\\", "`", "[", "<", "&", "  \n", "*", "_")  # those that an inline processor looks for
MOVED = "\t\r\x02\x03"  # what Markdown replaces or takes out first: other signs may come of it
LINE = r"(?m)^(?: {0,3}(?:#|=|-|\*|_)[^\n]*|[ \t]+\S.*)$"
SLOW = (  # the signs of it, how many of them it has at least, itself, how often it may be there, its name
    ("[", 40, re.compile(r"\[{40}|(?:\[[^\]\n]{0,3}){60}"), 0, "[[["),
    ("<", 1, re.compile(r"<!\[CDATA\["), 0, "<![CDATA["),
    ("<", 60, re.compile(r"(?:<[a-zA-Z!?/][^<>\n]{0,20}){60}"), 0, "<x <x"),
    ("*_", 60, re.compile(r"[*_]{60}|(?:[*_][^*_\n]?){200}"), 0, "*****"),
    ("`", 60, re.compile(r"`{60}|(?:`[^`\n]?){200}"), 0, "`````"),
    (">-*+.", 8, re.compile(r"(?m)^(?:[ \t]*(?:>[ \t]?|(?:[-*+]|\d{1,9}\.)[ \t]+)){8}"), 0, "> > >"),
    ("[", 300, re.compile(r"\["), 300, "["),  # these two take the square of their number
    ("\n", 400, re.compile(LINE), 400, "#"),
)
NAMED = "|".join(sorted(OUR_SCHEMES))
OURS = re.compile(rf"(?:{NAMED}):[^\s]*")
LINK = re.compile(rf"\]\(\s*<?({NAMED}):([^)\s>]*)>?")
TARGET = re.compile(rf' href="((?:{NAMED}):[^"]*)"')
# A link that may have a wrong address, or one that is not all there is to it. Without one, and without the signs below
# (addresses without brackets; what is taken out before links are read), every address stands so between brackets.
UNPLAIN = re.compile(rf"\]\((?!(?:#|(?:https?|mailto|{NAMED}):)[^\s()<>\"'&]*\))")
ADDRESSED = (
    "<",
    "]:",
    "\\",
    "`",
    "\x02",
    "\x03",
)  # addresses without brackets, what is taken out before links are read


class _Passed(Treeprocessor):
    """Lets the inline processors pass by what has none of their signs, as they do for code."""

    def __init__(self, signs: tuple[str, ...]) -> None:
        super().__init__()
        self.signs = signs

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and not any(sign in element.text for sign in self.signs):
                element.text = AtomicString(element.text)


@lru_cache(maxsize=256)
def _reader(signs: tuple[str, ...]) -> Markdown:
    """A Markdown that has what texts with these signs need, and no more."""
    reader = Markdown(extensions=[TableExtension()], output_format="html")
    reader.block_level_elements = set(reader.block_level_elements)  # type: ignore[assignment]  # asked 30 times a story
    needed = {part for sign in signs for part in NEEDED[sign]}
    without = {part for parts in NEEDED.values() for part in parts} - needed
    for parts in (reader.preprocessors, reader.inlinePatterns, reader.parser.blockprocessors, reader.treeprocessors):
        for name in (*NEVER, *without):
            parts.deregister(name, strict=False)
    reader.treeprocessors.register(_Passed(tuple(sign for sign in signs if sign in INLINE)), "passed", 30)
    return reader


@dataclass(frozen=True, slots=True)
class StoryHtml:
    """A story that is safe to print.

    `file` is its name as an editor sees it, `letters` the length of its text; `links` are the (kind, key) of what it
    leads to, in order, whose addresses `linked` puts into `html`.
    """

    file: str
    html: str
    letters: int
    links: tuple[tuple[str, str], ...] = ()


def _signs(text: str) -> tuple[str, ...]:
    """Which signs are in a text as Markdown sees it, with a line's end at its end."""
    if any(sign in text for sign in MOVED):
        return tuple(NEEDED)
    ended = f"{text}\n"
    return tuple([sign for sign in NEEDED if sign in ended])


@lru_cache(maxsize=2)  # a story is checked and then converted: it is read once
def _converted(text: str) -> str:
    reader = _reader(_signs(text))
    reader.reset()
    return reader.convert(text)


def story_html(text: str) -> str:
    """A story as HTML that is safe to print once `linked` has put addresses for its `product:`, `source:` … targets.

    Headings begin at h2; links abroad open nothing by themselves.
    """
    html = _converted(text).replace("<h1>", "<h2>").replace("</h1>", "</h2>")
    safe = CLEANER.clean(html)
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

    html = TARGET.sub(addressed, html)
    return re.sub(r'<a href="#s(\d+)">[^<]*</a>', r'<sup><a href="#s\1">\1</a></sup>', html)


def problems(file: str, text: str) -> Iterator[Problem]:
    """What keeps a story from being printed: inputs that would take for ever, addresses that are not safe."""
    for signs, least, pattern, most, name in SLOW:
        if sum(map(text.count, signs)) < least:
            continue
        slow = next(islice(pattern.finditer(text), most, None), None)
        if slow:
            yield problem("story-slow", _place(file, text, slow.start(), 1), what=name)
            return
    image = re.search(r"!\[[^\]\n]{0,200}\]\(", text)
    if image:
        yield problem("story-image", _place(file, text, image.start(), 2))
    if not UNPLAIN.search(text) and not any(sign in text for sign in ADDRESSED):
        return
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
