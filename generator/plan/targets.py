"""What a build will make: each target a path (or several from one photo) and the recipe of its bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.errors import Place, Problem, problem
from generator.plan.edition import Edition
from generator.plan.parts import Frame


@dataclass(frozen=True, slots=True)
class PageRecipe:
    """A page: its template, its view (a frozen dataclass), its language, and the digest of what every page of the
    language shares (theme, strings, header and footer)."""

    template: str
    view: object
    lang: str
    edition: str


@dataclass(frozen=True, slots=True)
class TextRecipe:
    """A file that is ready as it is: a sitemap, a style sheet, a script."""

    text: str


@dataclass(frozen=True, slots=True)
class Target:
    """What is made by one call of a maker. `paths` are in the site; `maker` is a name in render's table; `recipe` is
    all that its bytes follow from; `what` says it to a person ("produk rutan-medan/roti")."""

    paths: tuple[str, ...]
    maker: str
    recipe: object
    what: str

    @property
    def frame(self) -> Frame | None:
        view = getattr(self.recipe, "view", None)
        frame = getattr(view, "frame", None)
        return frame if isinstance(frame, Frame) else None


def page(edition: Edition, template: str, view: object, what: str) -> Target:
    """The target of one page; its path is its frame's."""
    recipe = PageRecipe(template, view, edition.code, edition.digest)
    path = view.frame.path  # type: ignore[attr-defined]
    return Target((path,), "page", recipe, f"{edition.code}: {what}")


def clashes(targets: Iterable[Target]) -> Iterator[Problem]:
    """Two targets for one path, also where only case tells them apart: a problem that names both."""
    taken: dict[str, str] = {}
    for target in targets:
        for path in target.paths:
            other = taken.setdefault(path.casefold(), target.what)
            if other is not target.what:
                yield problem("target-twice", Place(path), one=other, two=target.what)
