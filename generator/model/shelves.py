"""A facility and its products lie on one shelf: read, checked and remembered together, opened one by one when shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.errors import Problem
from generator.model.entries import Ref, Spine


@dataclass(slots=True)
class Read:
    """What was read of a shelf: its spines, facility first, what there is to tell of it, its photos by path and digest,
    all that it names, and the keys of its translations that are out of date.

    `kept` is the key that its lines are kept under, or empty where they are not kept; `told` ends as the first of them
    does: with all this as it was frozen, the gists last. `shows` is the digest of what of it other pages than an
    entry's own may show. `lines` are those of its entries, four of each in the order of the spines, where they came
    along.
    """

    name: str
    spines: list[Spine]
    problems: list[Problem]
    kept: str = ""
    told: bytes = b""
    shows: str = ""
    lines: bytes = b""
    failed: dict[str, set[str]] = field(default_factory=dict)
    shown: set[str] = field(default_factory=set)
    photos: Iterable[Ref] = ()
    names: Iterable[Ref] = ()
    stale: Sequence[str] = ()
    parsed: int = 0

    def let_go(self) -> None:
        """Forgets what has been told."""
        self.problems, self.failed, self.shown, self.names = [], {}, set(), ()
