"""Numbers as short text, so that an index of ten thousand products is small: five bits a letter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def number(value: int) -> str:
    """A whole number: letters of the alphabet's second half while more follow, one of its first half at the end."""
    text = LETTERS[value & 31]
    value >>= 5
    while value:
        text = LETTERS[32 + (value & 31)] + text
        value >>= 5
    return text


def numbers(values: Iterable[int]) -> str:
    """Whole numbers one after another; each says itself where it ends."""
    return "".join(map(number, values))


def steps(values: Sequence[int]) -> str:
    """Rising numbers as the steps between them."""
    return numbers(value - before - 1 for before, value in pairwise((-1, *values)))
