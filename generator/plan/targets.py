"""What a build will make: each target a path (or several from one photo) and the recipe of its bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple, Protocol

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


class Target(Protocol):
    """What is made by one call of a maker. `paths` are in the site; `maker` is a name in render's table; `recipe` is
    all that its bytes follow from, and `seal` the digest of it where that is known; `template` is a page's; `what` says
    it to a person ("id: product rutan-medan/roti"); a page says its `spot`.

    `group` says with what it is best made, as it shows the same things: a language's lists, a facility's pages.
    """

    @property
    def paths(self) -> tuple[str, ...]: ...
    @property
    def maker(self) -> str: ...
    @property
    def recipe(self) -> object: ...
    @property
    def seal(self) -> str: ...
    @property
    def template(self) -> str: ...
    @property
    def what(self) -> str: ...
    @property
    def spot(self) -> Callable[[], Spot] | None: ...
    @property
    def group(self) -> str: ...


class Planned(NamedTuple):
    """A target that has all of this at hand."""

    paths: tuple[str, ...]
    maker: str
    recipe: object
    what: str
    spot: Callable[[], Spot] | None = None
    group: str = ""

    @property
    def seal(self) -> str:
        """The digest of a page's or a text's recipe; an empty text for pictures."""
        return self.recipe.seal if isinstance(self.recipe, PageRecipe | TextRecipe) else ""

    @property
    def template(self) -> str:
        """A page's template; an empty text for all else."""
        return self.recipe.template if isinstance(self.recipe, PageRecipe) else ""


def told(target: Target, recipe: object) -> Planned:
    """The same target with another recipe of the same."""
    return Planned(target.paths, target.maker, recipe, target.what, None, target.group)


def page(
    edition: Edition,
    spot: Spot,
    template: str,
    view: Callable[[], object],
    what: str,
    *,
    of: Iterable[str] = (),
    group: str = "",
) -> Planned:
    """The target of one page, made of what `of` seals beside what all pages of its language are made of."""
    recipe = PageRecipe(template, edition.code, edition.seal(template) + sealed(spot.path, *of), view)
    return Planned((spot.path,), "page", recipe, f"{edition.code}: {what}", lambda: spot, group or edition.code)


def text(path: str, made: str, what: str) -> Planned:
    """The target of a file that is ready as it is."""
    return Planned((path,), "text", TextRecipe(sealed(made), partial(str, made)), what)


def clashes(targets: Sequence[Target]) -> Iterator[Problem]:
    """Two targets for one path, also where only case tells them apart: a problem that names both."""
    paths = [path for target in targets for path in target.paths]
    whole = "\n".join(paths)
    folded = whole.casefold()  # all at once, and none by itself where it comes to the same
    if len({*(paths if folded == whole else folded.split("\n"))}) == len(paths):
        return
    taken: dict[str, Target] = {}
    for target in targets:
        for path in target.paths:
            other = taken.setdefault(path.casefold(), target)
            if other is not target:
                yield problem("target-twice", Place(path), one=other.what, two=target.what)
