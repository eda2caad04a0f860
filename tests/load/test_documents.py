"""YAML without its guesses: scalars stay text, and everything has its place."""

from __future__ import annotations

import random
from typing import Any

import pytest

from generator.errors import BuildFailed
from generator.load.documents import parse
from tests.load.outcomes import composed, outcome, parsed


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: 0901.10\n", {"a": "0901.10"}),
        (
            "a: NO\nb: yes\nc: 08123\nd: 2026-11-22\ne: 1e3\n",
            {"a": "NO", "b": "yes", "c": "08123", "d": "2026-11-22", "e": "1e3"},
        ),
        ("a:\nb: ~\nc: null\nd: ''\ne: '~'\nf: \"null\"\n", {"d": "", "e": "~", "f": "null"}),
        ("- a\n-\n- ~\n", ["a", None, None]),
        ("a: |\n  satu\n  dua\n", {"a": "satu\ndua\n"}),
        ("a: {b: c, d: [e, f]}\n", {"a": {"b": "c", "d": ["e", "f"]}}),
        ("", {}),
        ("# catatan\n", {}),
        ("~\n", {}),
        ("roti\n", "roti"),
    ],
)
def test_what_a_file_says_stays_text(text: str, data: Any) -> None:
    assert parse("a.yaml", text).data == data


TEXT = """\
name:
  id: Roti
photos:
  - file: a.jpg
    alt: {id: Roti, en: "Bread"}
price:
"""


@pytest.mark.parametrize(
    ("path", "key", "place"),
    [
        (("name", "id"), False, (2, 7, 4)),
        (("name", "id"), True, (2, 3, 2)),
        (("name",), False, (2, 3, 2)),
        (("photos", 0, "file"), False, (4, 11, 5)),
        (("photos", 0), False, (4, 5, 4)),
        (("photos", 0, "alt", "en"), False, (5, 25, 7)),
        (("photos", 0, "credit"), False, (4, 5, 4)),
        (("photos", 7), False, (4, 3, 1)),
        (("price",), False, (6, 1, 5)),
        (("price", "amount"), False, (6, 1, 5)),
        (("category",), False, (1, 1, 4)),
        ((), False, (1, 1, 4)),
    ],
)
def test_a_path_has_its_place_or_that_of_what_is_nearest(
    path: tuple[str | int, ...], key: bool, place: tuple[int, int, int]
) -> None:
    found = parse("a.yaml", TEXT).place(path, key=key)
    assert (found.line, found.column, found.length) == place


def test_an_empty_file_has_a_place_of_its_own() -> None:
    assert str(parse("a.yaml", "").place(("name",))) == "a.yaml"


@pytest.mark.parametrize(
    "text", ["a: b & c\n", "a: 5 * 3\n", "a: Roti!\n", "a: 'x: &y *z !w'\n", "a: 50%\n", "a: R&D\n"]
)
def test_signs_within_a_text_are_text(text: str) -> None:
    assert parse("a.yaml", text).data


def test_twenty_levels_are_read_and_one_more_is_not() -> None:
    assert parse("a.yaml", "[" * 20 + "]" * 20).data
    with pytest.raises(BuildFailed) as failure:
        parse("a.yaml", "[" * 21 + "]" * 21)
    assert [p.code for p in failure.value.problems] == ["yaml-deep"]


def test_every_doubled_key_is_told() -> None:
    with pytest.raises(BuildFailed) as failure:
        parse("a.yaml", "a: 1\nb: 2\na: 3\nb: 4\n")
    assert [str(p.place) for p in failure.value.problems] == ["a.yaml:3:1", "a.yaml:4:1"]


PIECES = (
    "a: ¦b: ¦a:¦- ¦? ¦: ¦\n¦\n  ¦\n    ¦a¦b¦~¦null¦''¦\"~\"¦|\n  x\n¦>-\n  x\n¦{¦}¦[¦]¦, ¦{a: b, c}¦{a: ~}¦[a, ~]"
    "¦[[[[[[[¦]]]]]]]¦- - - - - - - ¦---\n¦...\n¦&x ¦*x¦!t ¦% ¦%YAML 1.1\n¦#c\n¦\t¦'¦\"¦\\¦@"
).split("¦")


@pytest.mark.parametrize("seed", range(20))
def test_reading_without_places_finds_what_reading_with_places_finds(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(200):
        text = "".join(chance.choices(PIECES, k=chance.randint(1, 9)))
        assert outcome(text) == parsed(text) == composed(text), text
