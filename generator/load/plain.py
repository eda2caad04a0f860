"""The plainest YAML, read line by line: what editors write nearly always, in less than half of a parser's time.

Block mappings and lists, a `- ` and no more before an item, texts that are plain or in quotes and end on their line,
words in brackets. Whatever is not certainly that is left to PyYAML, which alone judges; what is read here PyYAML reads
alike, and `tests/load/test_plain.py` changes thousands of files to hold it to that.
"""

from __future__ import annotations

import re
from typing import Any

DEEPEST = 18  # mappings and lists in one another; fewer than a file may have
NOT_GIVEN = {"~", "null", "Null", "NULL"}
MEANT = "\"'[{" + "~nN"  # a value is what is in these, or may be none at all
KEY = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}"
FIRST = r"""[^\s\-?:,\[\]{}\#&*!|>'"%@`]"""
WORDS = rf"{FIRST} [^\t\n?,:\[\]{{}}\#]* (?<![ ])"  # in brackets
# Its indent, a dash, a key, a value, and what of it is neither. A plain value has no `: ` and no ` #` in it.
LINE = re.compile(
    rf"""(?mx) ^ ([ ]*) (-[ ])? (?: ({KEY}) : (?:[ ]|$) )?
    ( {FIRST} [^\t\n:\#]* (?: (?: :(?=[^\s]) | (?<![ ])\# ) [^\t\n:\#]* )* (?<![ ])
    | -[0-9][0-9.]* | "[^"\\\t\n]*" | '[^'\t\n]*'
    | \[ {WORDS} (?: ,[ ]{WORDS} )* \] | \{{ {KEY}:[ ]{WORDS} (?: ,[ ]{KEY}:[ ]{WORDS} )* \}} )? (.*) $"""
)


def read(text: str) -> Any:
    """The data of a text whose every line is plain: dicts, lists, texts. None where one is not, or there is none."""
    whole: dict[str, Any] = {}
    into: Any = whole
    at, key = -1, "whole"  # the indent of what is in `into`; the key in it whose value comes below
    above: list[tuple[int, Any]] = []
    for spaces, dash, name, said, odd in LINE.findall(text):
        if odd or not (name or said):
            if dash or name or said or (odd and odd[0] != "#"):
                return None
            continue  # an empty line, or a comment
        indent = len(spaces)
        if key:
            if indent < at + (not dash) or len(above) == DEEPEST:
                return None
            above.append((at, into))
            below: Any = [] if dash else {}
            into[key] = below
            at, into, key = indent, below, ""
        else:
            while indent < at or (indent == at and not dash and type(into) is list):
                at, into = above.pop()
            if indent != at or (dash and type(into) is dict):
                return None
        value: Any = said
        if not said:
            key = name
        elif said[0] in MEANT:
            value = _meant(said)
            if value is None:
                return None
        if dash:
            if not name:
                into.append(value)
                continue
            above.append((at, into))
            below = {}
            into.append(below)
            at, into = indent + 2, below
        if not name or name in into:
            return None
        into[name] = value
    return None if key else whole["whole"]


def _meant(text: str) -> Any:
    """What a value in quotes or in brackets, `[a, b]` or `{k: a, l: b}`, has in them, or one that begins like what is
    no text at all; None where it may be that, or is not certainly words and keys."""
    if text[0] in "\"'":
        return text[1:-1]
    if text[0] not in "[{":
        return None if text in NOT_GIVEN else text
    parts = text[1:-1].split(", ")
    if text[0] == "[":
        return None if not NOT_GIVEN.isdisjoint(parts) else parts
    data = dict(part.split(": ") for part in parts)
    return data if len(data) == len(parts) and NOT_GIVEN.isdisjoint(data.values()) else None
