"""Lists that are shown in pages, and the way through them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from generator.plan.parts import Pager
from generator.plan.urls import PER_PAGE

T = TypeVar("T")


def shelved(
    entries: Sequence[T], address: Callable[[int], str], *, per: int = PER_PAGE
) -> Iterator[tuple[Pager, Sequence[T]]]:
    """A list in pages, each with its pager; `address` is a page's by its number. An empty list takes one page."""
    count = max(1, -(-len(entries) // per))
    addresses = tuple(address(number) for number in range(1, count + 1))
    for number in range(1, count + 1):
        yield pager(number, addresses), entries[(number - 1) * per : number * per]


def pager(current: int, addresses: tuple[str, ...]) -> Pager:
    """Numbered pages of a list, `current` counting from 1."""
    if len(addresses) == 1:
        return Pager(1, ())
    before = addresses[current - 2] if current > 1 else ""
    after = addresses[current] if current < len(addresses) else ""
    return Pager(current, _numbered(current, addresses), before, after)


def _numbered(current: int, addresses: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
    """The first, the last, and those near the current one; a gap where others are left out."""
    near = range(max(1, current - 2), min(len(addresses), current + 2) + 1)
    numbers = sorted({1, *near, len(addresses)})
    shown: list[tuple[int, str]] = []
    for number in numbers:
        if shown and number > shown[-1][0] + 1:
            shown.append((0, ""))
        shown.append((number, addresses[number - 1]))
    return tuple(shown)
