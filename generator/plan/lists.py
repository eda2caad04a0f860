"""The pages that show several entries at once, planned anew only when one of them may show something else.

To plan them is to sort and to group the whole catalogue. What follows from that is kept as one table under a digest of
all that shelves show on other pages than their entries' own: whoever edits a story or a summary edits none of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, partial
from typing import Any

from generator.plan.edition import Edition
from generator.plan.frames import Spot
from generator.plan.pages import FIRST, ONCE, REST
from generator.plan.seals import sealed
from generator.plan.targets import PageRecipe, Planned, Target

Table = Mapping[str, Any]  # JSON's own kinds


class Lists:
    """All pages but products' own: as `known` has them from an earlier build, or else planned."""

    def __init__(self, editions: Sequence[Edition], known: Table) -> None:
        self._editions, self._known = editions, known

    @cached_property
    def table(self) -> Table:
        """What is kept: each page, what products' pages show of others, what the site's map says of all."""
        seals, catalogue = self._editions[0].seals, self._editions[0].catalogue
        digests = [edition.digest for edition in self._editions]
        name = sealed(catalogue.shows, catalogue.today, seals.every_source, *digests)
        if self._known.get("name") == name:
            return self._known
        return {
            "name": name,
            "pages": [[_row(target) for target in group] for group in self._planned],
            "makers": seals.makers,
            "alike": seals.alike,
            "mapped": sealed(seals.mapped, *digests),
        }

    def groups(self) -> list[list[Target]]:
        """The pages that are made once; then of each language those before its products and those after them."""
        return [
            [self._target(at, number, *row) for number, row in enumerate(rows)]
            for at, rows in enumerate(self.table["pages"])
        ]

    def _target(self, at: int, number: int, path: str, recipe: Sequence[str], what: str, group: str) -> Target:
        template, lang, seal = recipe
        made = PageRecipe(template, lang, seal, partial(self._view, at, number))
        return Planned((path,), "page", made, what, partial(self._spot, at, number), group)

    @cached_property
    def _planned(self) -> list[list[Target]]:
        groups = [[once(self._editions) for once in ONCE]]
        for edition in self._editions:
            groups += [[target for kind in kinds for target in kind(edition)] for kinds in (FIRST, REST)]
        return groups

    def _view(self, at: int, number: int) -> object:
        recipe = self._planned[at][number].recipe
        assert isinstance(recipe, PageRecipe), "lists are pages"
        return recipe.view()

    def _spot(self, at: int, number: int) -> Spot:
        spot = self._planned[at][number].spot
        assert spot, "every page has one"
        return spot()


def _row(target: Target) -> tuple[str, Sequence[str], str, str]:
    assert isinstance(target.recipe, PageRecipe)
    return target.paths[0], target.recipe[:3], target.what, target.group
