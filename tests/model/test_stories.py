"""Stories become safe HTML, whatever they say; what is nested without an end is refused."""

from __future__ import annotations

import random
import re

import pytest

from generator.model import stories
from generator.model.stories import linked, problems, story_html
from tests.site import ROOT

SITES = ("content", "tests/sites/complete/content")
TEXT = re.compile(r"<[^<>]*>|[^<>]")  # a whole tag, or what is none


def codes(text: str) -> list[str]:
    return [told.code for told in problems("id.md", text)]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Roti **tawar**.", "<p>Roti <strong>tawar</strong>.</p>"),
        ("# Judul", "<h2>Judul</h2>"),
        ("<b>tebal</b>", "<p>&lt;b&gt;tebal&lt;/b&gt;</p>"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("[a](https://example.org)", '<p><a href="https://example.org">a</a></p>'),
        ("[a](javascript:alert(1))", "<p><a>a</a></p>"),
        ("[a](product:x/y)", '<p><a href="../x/y.html">a</a></p>'),
        ("{: onclick=x }\n", "<p>{: onclick=x }</p>"),
        ("a & b < c", "<p>a &amp; b &lt; c</p>"),
    ],
)
def test_a_story_says_its_text_and_no_more(text: str, html: str) -> None:
    assert linked(story_html(text), {"product:x/y": "../x/y.html"}) == html


def test_a_table_can_be_scrolled() -> None:
    html = story_html("a|b\n-|-\n1|2\n")
    assert html.startswith('<div class="scroll" tabindex="0"><table>')
    assert "<td>2</td>" in html


def test_a_citation_is_a_raised_number() -> None:
    assert linked(story_html("Laku[¹](source:berita)."), {"source:berita": "#s3"}) == (
        '<p>Laku<sup><a href="#s3">3</a></sup>.</p>'
    )


@pytest.mark.parametrize(
    "address",
    [
        *(
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\tscript:x",
            "data:text/html,x",
            "vbscript:x",
            "file:///x",
        ),
        *("//example.org", "/etc", "../lama.html", "ftp://example.org", "&#106;avascript:x", "x:y"),
    ],
)
def test_an_address_that_is_not_safe_is_told_and_not_printed(address: str) -> None:
    assert codes(f"[a](<{address}>)") == ["story-address"]
    assert not re.search(r'href="\s*\w*(script|data|file|ftp):', story_html(f"[a](<{address}>) [b]({address})"))


def test_a_picture_in_a_story_is_told() -> None:
    assert "story-image" in codes("![Roti](roti.jpg)")


@pytest.mark.parametrize(
    "text",
    [
        *(
            "[" * 25_000,
            "[a](" * 12_000,
            "[a][" * 12_000,
            "[a]:\n" * 9_000,
            "![" * 25_000,
            "<![CDATA[" * 5_000,
            "<x " * 16_000,
        ),
        *("*" * 50_000, "**a" * 16_000, "_*" * 25_000, "`a" * 25_000, "&a" * 25_000, "\\" * 50_000, "|" * 50_000),
        *("# a\n" * 12_000, "a\n=\n" * 12_000, "---\n" * 12_000, "- a\n" * 12_000, "    a\n" * 8_000),
        *(">" * 50_000, "> " * 25_000, "- " * 25_000, "1. " * 16_000, "> - " * 12_000, "-" + (" " * 99 + "-") * 7),
        *("".join("  " * depth + "- a\n" for depth in range(200)), "|a|b\n|-|-\n" + "|x\n" * 16_000),
    ],
)
def test_a_text_that_markdown_may_never_end_with_ends(text: str) -> None:
    assert "story-deep" in codes(text) or "<" not in TEXT.sub("", story_html(text))


@pytest.mark.parametrize("text", ["> " * 8, ">" * 8, "- " * 8 + "a", "1. " * 8 + "a", "> - " * 4 + "a"])
def test_what_is_nested_without_an_end_is_refused(text: str) -> None:
    assert codes(f"Roti.\n\n{text}") == ["story-deep"]


@pytest.mark.parametrize(
    "text",
    [
        *("---\n", "- - -\n", "***\n\n**tebal** _miring_\n", "> a\n> > b\n", "1. a\n    - b\n        - c\n"),
        *("Bahan:\n- kayu\n- bambu\n", "-----------\n", "**a**-*b*-**c** - d - e - f - g - h - i\n"),
        "a|b\n------------|------------\n" + "1|2\n" * 200,
        "\n\n".join(f"[a{n}](https://example.org/{n})" for n in range(100)),
    ],
)
def test_what_an_editor_may_well_write_is_read(text: str) -> None:
    assert codes(text) == []
    assert story_html(text)


def test_a_list_needs_no_empty_line_before_it() -> None:
    assert story_html("Bahan:\n- kayu\n") == "<p>Bahan:</p>\n<ul>\n<li>kayu</li>\n</ul>"


PIECES = (
    "**¦*¦__¦_¦`¦``¦\\¦\\*¦\\`¦[¦]¦](¦[a](https://a.b)¦[b](product:x/y)¦[m](mailto:a@b)¦[f](#s1)¦[j](javascript:x)¦[l](/etc)¦"
    "[p](https://a.b/c_(d))¦[t](https://a.b 't')¦[r][s]¦[s]¦\n[s]: https://a.b¦]:¦![i](a.jpg)¦<¦<https://a.b>¦<me@a.b>¦<b>¦"
    "<!-- c -->¦&¦&amp;¦&#106;¦  \n¦\n¦\n\n¦# ¦\n## h ##¦\n===\n¦\n---\n¦***\n¦- ¦* ¦+ ¦1. ¦\n- a\n- b\n¦\n    code\n"
    '¦    ¦  ¦> ¦\n> q\n> r\n¦a|b\n-|-\n1|2\n¦|¦\n|a|b|\n|---|:-:|\n|1|*2*|\n¦\t¦\r\n¦\x02¦\x03¦\xa0¦"t"¦a¦roti¦ '
).split("¦")


def snippets(seed: int) -> list[str]:
    chance = random.Random(seed)
    few = [chance.sample(PIECES, chance.randint(2, 12)) for _ in range(400)]
    return ["".join(chance.choices(pieces, k=chance.randint(1, 18))) for pieces in few]


@pytest.mark.parametrize("seed", range(5))
def test_what_needs_no_cleaning_would_come_out_of_it_the_same(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    own = [path.read_text("utf-8") for folder in SITES for path in sorted((ROOT / folder).rglob("*.md"))]
    texts = [*own, *snippets(seed)]
    quickly = [story_html(text) for text in texts]
    spared = sum(stories.CLEAN(stories.READ(text)) for text in texts)
    monkeypatch.setattr(stories, "CLEAN", lambda _: False)
    assert quickly == [story_html(text) for text in texts]
    assert 100 < spared < len(texts) - 50


@pytest.mark.parametrize("seed", range(5))
def test_whatever_is_written_only_what_is_allowed_is_printed(seed: int) -> None:
    told = 0
    for text in snippets(seed):
        html = story_html(text)
        names = set(re.findall(r"</?([a-z][a-z0-9]*)", html))
        assert names <= stories.TAGS | {"div"}, repr(text)
        for href in re.findall(r'href="([^"]*)"', html):
            assert re.match(r"(?:https?|mailto|product|#|/|[a-z.]+$)", href), repr(text)
        unsafe = re.search(r'href="(?!https?:|mailto:|product:|#)', stories.READ(text))
        assert bool(unsafe) == ("story-address" in codes(text)), repr(text)
        told += bool(unsafe)
    assert told
