"""What is read line by line is what PyYAML reads, and what is not certain is left to it."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from generator.load import plain
from tests.load.outcomes import parsed

CONTENT = Path(__file__).parents[2] / "content"
FILES = [path.read_text("utf-8") for path in sorted(CONTENT.rglob("*.yaml"))]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: b c\n", {"a": "b c"}),
        ("a: 0901.10\nb: NO\nc: 2026-11-22\nd: -6.9\n", {"a": "0901.10", "b": "NO", "c": "2026-11-22", "d": "-6.9"}),
        ("a: \"b: c # d\"\ne: 'f \" g'\nh: ''\n", {"a": "b: c # d", "e": 'f " g', "h": ""}),
        ("a: https://b.id/c#d\ne: 12:30\n", {"a": "https://b.id/c#d", "e": "12:30"}),
        ("a:\n  b:\n    c: d\n  e: f\ng: h\n", {"a": {"b": {"c": "d"}, "e": "f"}, "g": "h"}),
        ("a:\n  - b\n  - c: d\n    e: f\n  - g:\n      - h\n", {"a": ["b", {"c": "d", "e": "f"}, {"g": ["h"]}]}),
        ("a:\n- b\n- c\nd: e\n", {"a": ["b", "c"], "d": "e"}),
        ("- a: b\n  c: d\n- a: e\n", [{"a": "b", "c": "d"}, {"a": "e"}]),
        ("a: [b c, d]\ne: {id: f, en: g h}\n", {"a": ["b c", "d"], "e": {"id": "f", "en": "g h"}}),
        ("# a\n\na: b\n  # c\n\nd: e\n# f", {"a": "b", "d": "e"}),
        ("a: 'null'\nb: Nullarbor\n", {"a": "null", "b": "Nullarbor"}),
    ],
)
def test_what_is_plain_is_read(text: str, data: Any) -> None:
    assert plain.read(text) == data == parsed(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# a\n",
        "a\n",
        "a:\n",
        "a: ~\n",
        "a: [b, null]\n",
        "a: {b: ~}\n",
        "a: {b: c, b: d}\n",
        "a: b\na: c\n",
        "a: b: c\n",
        "a: b:\n",
        "a: b # c\n",
        "a: b \n",
        "a: b\n  c\n",
        "a: b\n  c: d\n",
        "a: b\n  - c\n",
        "a:\n  b\n",
        "a:\nb: c\n",
        "a:\n    b: c\n  d: e\n",
        "a:\n  - b\n  c: d\n",
        "- a\nb: c\n",
        "- - a\n",
        "-  a: b\n",
        "-\n",
        "a: - b\n",
        'a: "b\\nc"\n',
        'a: "b\n  c"\n',
        "a: 'b''c'\n",
        "a: 'b' c\n",
        "a: |\n  b\n",
        "a: >-\n  b\n",
        "a: &b c\n",
        "a: *b\n",
        "a: !c d\n",
        "a:\tb\n",
        "a: b\tc\n",
        "? a\n",
        "a: [b, [c]]\n",
        "a: {b, c}\n",
        "a: [b,c]\n",
        "---\na: b\n",
        "a: b\n...\n",
        "%YAML 1.1\n",
    ],
)
def test_all_else_is_left_to_the_parser(text: str) -> None:
    assert plain.read(text) is None


def test_what_lies_deeper_than_a_file_may_is_left_to_the_parser() -> None:
    nested = ["  " * level + "a:" for level in range(plain.DEEPEST)]
    assert plain.read("\n".join([*nested, "  " * plain.DEEPEST + "a: b"])) is None
    assert plain.read("\n".join([*nested[:-1], "  " * (plain.DEEPEST - 1) + "a: b"])) is not None


def test_nearly_all_of_the_catalogue_is_plain() -> None:
    read = sum(plain.read(text) is not None for text in FILES)
    assert read > 0.8 * len(FILES)


SLIPS = (
    " ¦  ¦\n¦- ¦: ¦:¦ #¦#¦\"¦'¦\\¦~¦null¦|¦>¦&a¦*a¦!t¦?¦, ¦[¦]¦{¦}¦[a, b]¦{id: a}¦\t¦---¦%¦é¦\N{NO-BREAK SPACE}¦-1¦''"
    "¦- a: b\n¦a: b\n¦a:\n¦\n  - ¦# a\n¦\n\n"
).split("¦")


def slipped(text: str, chance: random.Random) -> str:
    """A few lines of a file after what an editor's hand may do to them."""
    lines = text.split("\n")
    start = chance.randrange(len(lines))
    lines = lines[start : start + chance.randint(2, 14)]
    for _ in range(chance.randint(0, 2)):
        row = chance.randrange(len(lines))
        line, at = lines[row], chance.randint(0, len(lines[row]))
        lines[row] = chance.choice(
            (
                line[:at] + chance.choice(SLIPS) + line[at:],
                line[:at] + line[at + 1 :],
                " " * chance.randrange(5) + line.lstrip(" "),
                lines[chance.randrange(len(lines))],
            )
        )
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(10))
def test_what_is_read_after_slips_is_what_the_parser_reads(seed: int) -> None:
    chance = random.Random(seed)
    found = [(text, plain.read(text)) for text in (slipped(chance.choice(FILES), chance) for _ in range(400))]
    read = [(text, data) for text, data in found if data is not None]
    assert len(read) > 50, "or hardly anything is compared"
    for text, data in read:
        assert data == parsed(text), text
