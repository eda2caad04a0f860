"""Stories become safe HTML; what would take Markdown for ever is refused before it begins."""

from __future__ import annotations

import random
import re

import pytest
from markdown import Markdown

from generator.model import stories
from generator.model.stories import linked, problems, story_html


def codes(text: str) -> list[str]:
    return [told.code for told in problems("id.md", text)]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Roti **tawar**.", "<p>Roti <strong>tawar</strong>.</p>"),
        ("# Judul", "<h2>Judul</h2>"),
        ("<b>tebal</b>", "<p>&lt;b&gt;tebal&lt;/b&gt;</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
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
        *("[" * 60, "[a](" * 400, "[a]( " * 400, "[a][" * 400, "[a]:\n" * 400, "<![CDATA[", "<x " * 100, "<!" * 100),
        *("*" * 100, "_" * 100, "`" * 100, "`a" * 300, "> " * 20, "- " * 20, "1. " * 20, "> - " * 10),
        *("# a\n" * 500, "a\n=\n" * 500, "---\n" * 500, "- a\n" * 500, "    a\n" * 500),
        "\n\n".join("> " * 9 + "a" for _ in range(300)),
    ],
)
def test_what_markdown_would_never_end_with_is_refused_before_it_begins(
    monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setattr(stories, "_reader", None)  # whoever asks Markdown now fails
    assert codes(f"Roti.\n\n{text}") == ["story-slow"]


@pytest.mark.parametrize(
    "text",
    [
        *("---\n", "- - -\n", "***\n\n**tebal** _miring_\n", "> a\n> > b\n", "1. a\n    - b\n        - c\n"),
        "a|b\n------------|------------\n" + "1|2\n" * 200,
        "\n\n".join(f"[a{n}](https://example.org/{n})" for n in range(100)),
    ],
)
def test_what_an_editor_may_well_write_is_read(text: str) -> None:
    assert codes(text) == []
    assert story_html(text)


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
def test_a_reader_with_what_a_text_needs_says_what_a_whole_one_says(seed: int) -> None:
    whole = Markdown(extensions=["tables"], output_format="html")
    whole.preprocessors.deregister("html_block")
    for name in ("html", "image_link", "image_reference", "short_image_ref"):
        whole.inlinePatterns.deregister(name)
    for text in snippets(seed):
        if "story-slow" not in codes(text):
            assert stories._converted(text) == whole.reset().convert(text), repr(text)


@pytest.mark.parametrize("seed", range(5))
def test_an_address_that_looks_right_is_right(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = snippets(seed)
    looked = [codes(text) for text in texts]
    monkeypatch.setattr(stories, "UNPLAIN", re.compile(""))  # every address is taken from the HTML
    assert looked == [codes(text) for text in texts]
    assert ["story-address"] in looked
