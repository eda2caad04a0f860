"""What a build will make: each target a path (or several from one photo) and the recipe of its bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from generator.errors import Place, Problem, problem
from generator.plan.edition import Edition
from generator.plan.frames import Spot
from generator.plan.seals import sealed


class PageRecipe(NamedTuple):
    """A page: its template, its language, and the seal of everything that it is made of, itself too; `view` makes what
    its template sees, when the page is made."""

    template: str
    lang: str
    seal: str
    view: Callable[[], object]


class TextRecipe(NamedTuple):
    """A file that is text: a sitemap, a style sheet, a script. `seal` is of all that `text` makes it of."""

    seal: str
    text: Callable[[], str]


class Target(NamedTuple):
    """What is made by one call of a maker. `paths` are in the site; `maker` is a name in render's table; `recipe` is
    all that its bytes follow from; `what` says it to a person ("produk rutan-medan/roti"); a page says its `spot`.

    `group` says with what it is best made, as it shows the same things: a language's lists, a facility's pages.
    """

    paths: tuple[str, ...]
    maker: str
    recipe: object
    what: str
    spot: Callable[[], Spot] | None = None
    group: str = ""


def page(
    edition: Edition,
    spot: Spot,
    template: str,
    view: Callable[[], object],
    what: str,
    *,
    of: Iterable[str] = (),
    group: str = "",
) -> Target:
    """The target of one page, made of what `of` seals beside what all pages of its language are made of."""
    recipe = PageRecipe(template, edition.code, edition.seal(template) + sealed(spot.path, *of), view)
    return Target((spot.path,), "page", recipe, f"{edition.code}: {what}", lambda: spot, group or edition.code)


def text(path: str, made: str, what: str) -> Target:
    """The target of a file that is ready as it is."""
    return Target((path,), "text", TextRecipe(sealed(made), partial(str, made)), what)


def clashes(targets: Sequence[Target]) -> Iterator[Problem]:
    """Two targets for one path, also where only case tells them apart: a problem that names both."""
    paths = [path for target in targets for path in target.paths]
    if len({*"\n".join(paths).casefold().split("\n")}) == len(paths):
        return
    taken: dict[str, str] = {}
    for target in targets:
        for path in target.paths:
            other = taken.setdefault(path.casefold(), target.what)
            if other is not target.what:
                yield problem("target-twice", Place(path), one=other, two=target.what)
