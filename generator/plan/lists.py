"""The pages that show several entries at once, planned anew only when one of them may show something else.

To plan them is to sort and to group the whole catalogue. What follows from that is kept as one table under a digest of
all that shelves show on other pages than their entries' own: whoever edits a story or a summary edits none of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from typing import Any, cast

from generator.cache import Cache
from generator.plan.edition import Edition
from generator.plan.frames import Spot
from generator.plan.seals import sealed
from generator.plan.targets import PageRecipe, Planned, Target

KEPT = "lists"
Table = Mapping[str, Any]  # JSON's own kinds
Row = tuple[str, Sequence[str], str, str]  # a page: its path, its recipe but for the view, what it is, its group
At = tuple[int, int, int]  # where a page was planned: the edition's place, the group, its number in it


class Lists:
    """All pages but products' own: as an earlier build kept them, or else planned, language by language."""

    def __init__(self, editions: Sequence[Edition], cache: Cache) -> None:
        self._editions, self._cache, self._known = editions, cache, cache.recall(KEPT)
        self._planned: dict[int, list[list[Target]]] = {}  # by the edition's place; -1 has what is made once

    @cached_property
    def table(self) -> Table:
        """What is kept: what products' pages show of others, what the site's map says of all, and each page; all that
        is the same as it was is that which was `known`."""
        seals, catalogue = self._editions[0].seals, self._editions[0].catalogue
        shown = sealed(catalogue.shows, catalogue.today, seals.every_source)
        digests = [edition.digest for edition in self._editions]
        found = {
            "around": self._kept("around", shown, lambda: [seals.makers, seals.alike, seals.mapped]),
            "once": self._kept("once", sealed(shown, *digests), lambda: self._rows(-1)),
        }
        for at, edition in enumerate(self._editions):
            found[edition.code] = self._kept(
                edition.code,
                sealed(shown, edition.digest),
                lambda at=at: self._rows(at),  # type: ignore[misc]
            )
        return self._known if found == self._known else found

    def remember(self) -> None:
        """Keeps the table for another build."""
        if self.table is not self._known:
            self._cache.remember(KEPT, self.table)

    def _kept(self, part: str, name: str, make: Callable[[], Any]) -> Any:
        known = self._known.get(part)
        return known if known and known[0] == name else [name, make()]

    def _rows(self, at: int) -> list[list[Row]]:
        return [[_row(target) for target in group] for group in self._plan(at)]

    @property
    def makers(self) -> Mapping[str, str]:
        """What products' pages show of their makers."""
        return cast("Mapping[str, str]", self.table["around"][1][0])

    @property
    def alike(self) -> Mapping[str, str]:
        """What they show of others of their category."""
        return cast("Mapping[str, str]", self.table["around"][1][1])

    @property
    def mapped(self) -> str:
        """What the site's map says of pages beside their addresses."""
        return sealed(self.table["around"][1][2], *[edition.digest for edition in self._editions])

    def once(self) -> list[Target]:
        """The pages that are made once."""
        return self._targets("once", -1)[0]

    def of(self, edition: Edition) -> tuple[list[Target], list[Target]]:
        """The pages of a language: those before its products and those after them."""
        first, rest = self._targets(edition.code, self._editions.index(edition))
        return first, rest

    def _targets(self, part: str, at: int) -> list[list[Target]]:
        groups: list[list[Row]] = self.table[part][1]
        return [
            [self._target((at, group, number), *row) for number, row in enumerate(rows)]
            for group, rows in enumerate(groups)
        ]

    def _target(self, at: At, path: str, recipe: Sequence[str], what: str, group: str) -> Target:
        template, lang, seal = recipe
        made = PageRecipe(template, lang, seal, partial(self._view, at))
        return Planned((path,), "page", made, what, partial(self._spot, at), group)

    def _plan(self, at: int) -> list[list[Target]]:
        known = self._planned.get(at)
        if known is None:
            from generator.plan.pages.kinds import FIRST, ONCE, REST

            editions = self._editions
            groups = (FIRST, REST) if at >= 0 else ()
            known = [[target for kind in kinds for target in kind(editions[at])] for kinds in groups]
            known = self._planned[at] = known or [[once(editions) for once in ONCE]]
        return known

    def _view(self, at: At) -> object:
        edition, group, number = at
        recipe = self._plan(edition)[group][number].recipe
        assert isinstance(recipe, PageRecipe), "lists are pages"
        return recipe.view()

    def _spot(self, at: At) -> Spot:
        edition, group, number = at
        spot = self._plan(edition)[group][number].spot
        assert spot, "every page has one"
        return spot()


def _row(target: Target) -> Row:
    assert isinstance(target.recipe, PageRecipe)
    return target.paths[0], target.recipe[:3], target.what, target.group
