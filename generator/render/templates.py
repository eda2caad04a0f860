"""The Jinja environment: a page's template and view → bytes; a template's mistake → a problem with its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from types import CodeType
from typing import Any

from jinja2 import (
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    nodes,
)
from markupsafe import Markup, escape

from generator.errors import BuildFailed, Place, Problem, problem
from generator.model.languages import Fallback, Language
from generator.model.stories import linked
from generator.plan.parts import Chrome, Story
from generator.plan.pieces import asked
from generator.plan.targets import PageRecipe
from generator.render.dialect import Dialect, Once, Patient, Said
from generator.render.qr import qr


@dataclass(frozen=True, slots=True)
class Dress:
    """What a theme brings to rendering: its files, other assets' addresses, and its folder's name for problems."""

    files: Mapping[str, str]
    assets: Mapping[str, str]
    shown: str


class Renderer:
    """Renders pages of every language. Made once; workers inherit it.

    Each language has an environment of its own, in which the theme's strings and what all its pages share are
    constant: so parts can be imported without a page's context, once for all pages.
    """

    def __init__(self, dress: Dress, languages: Mapping[str, Language], chromes: Mapping[str, Chrome]) -> None:
        self._dress = dress
        # By template: the pieces that it asked its first view for, and that view's frame.
        self._asked: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
        self._languages, self._chromes = languages, chromes
        self._compiled: dict[type[Patient], dict[str, CodeType]] = {Dialect: {}, Patient: {}}
        self._environments = {code: self._environment(code, Dialect) for code in languages}
        self._patient: dict[str, Environment] = {}

    def _environment(self, code: str, kind: type[Patient]) -> Environment:
        language, chrome = self._languages[code], self._chromes[code]
        return environment(self._dress, language, chrome=chrome, kind=kind, compiled=self._compiled[kind])

    def ready(self, recipes: Sequence[PageRecipe]) -> list[object]:
        """The views of pages of one template, with what it asked for last time made of all of them, piece by piece: the
        same many times, one after another, is a good deal quicker than everything for each."""
        views: list[Any] = [recipe.view() for recipe in recipes]
        of_view, of_frame = self._asked.get(recipes[0].template, ((), ()))
        for name in of_view:
            for view in views:
                getattr(view, name)
        frames = [view.frame for view in views] if of_frame else []
        for name in of_frame:
            for frame in frames:
                getattr(frame, name)
        return views

    def page(self, recipe: PageRecipe, ready: object = None) -> bytes:
        """The page's bytes, of its view where that is `ready`. Raises BuildFailed for a template that can't be
        rendered."""
        view: Any = recipe.view() if ready is None else ready
        try:
            made = self._rendered(self._environments[recipe.lang], recipe.template, view)
        except AttributeError:  # perhaps a dict's, or one that may be missing: Jinja's own way knows
            if recipe.lang not in self._patient:
                self._patient[recipe.lang] = self._environment(recipe.lang, Patient)
            made = self._rendered(self._patient[recipe.lang], recipe.template, view)
        if recipe.template not in self._asked:
            self._asked[recipe.template] = asked(view), asked(view.frame)
        return made

    def _rendered(self, environment: Environment, name: str, view: Any) -> bytes:
        try:
            template = environment.get_template(f"pages/{name}.html")
            return template.render(view=view, root=view.frame.root).encode()
        except TemplateError as error:
            raise BuildFailed([_problem(self._dress, error, name)]) from error

    def macros(self, part: str) -> Any:
        """The macros and names of a part, for what is drawn outside pages. They say nothing in any language."""
        return next(iter(self._environments.values())).get_template(f"parts/{part}.html").module


def environment(
    dress: Dress,
    language: Language | None = None,
    *,
    chrome: Chrome | None = None,
    kind: type[Patient] = Patient,
    compiled: dict[str, CodeType] | None = None,
) -> Environment:
    """Templates of a theme with the few filters they may use; with a language, what they say is already in it.

    Environments of one kind may share what has been `compiled`.
    """
    templates = {
        name.removeprefix("templates/"): text for name, text in dress.files.items() if name.startswith("templates/")
    }
    made = kind(
        {} if compiled is None else compiled,
        loader=FunctionLoader(lambda name: (templates[name], name, None) if name in templates else None),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
    )
    made.filters |= {"plain": _plain, "ld": Markup, "story": _story}
    made.tests["fallback"] = lambda value: isinstance(value, Fallback)
    made.globals |= {
        "qr": qr,
        "chrome": chrome,
        "icon": _icons(dress),
        "asset": lambda name: _named(dress.assets, name),
    }
    made.add_extension(Once)
    if language:
        made.globals["t"] = _speaker(language)
        made.add_extension(Said)
    return made


def _plain(text: str) -> str:
    return str.__str__(text) if not isinstance(text, Fallback) else "".join(text)


def _story(story: Story, root: str) -> Markup:
    """A story's HTML; `root` leads from the page that shows it to the site's root."""
    links = {name: href if href[:1] in ("#", "") else f"{root}{href}" for name, href in story.links}
    return Markup(linked(story.html, links) if links else story.html)  # noqa: S704  # made safe by an allow-list


def _icons(dress: Dress) -> Callable[[str], Markup]:
    icons = {PurePosixPath(n).stem: Markup(t.strip()) for n, t in dress.files.items() if n.startswith("icons/")}  # noqa: S704
    return lambda name: _named(icons, name)


def _named(table: Mapping[str, Any], name: str) -> Any:
    """What a template asks for by name, or Jinja's own complaint that there is no such thing."""
    if name not in table:
        raise UndefinedError(f"'{name}' is undefined")
    return table[name]


def _speaker(language: Language) -> Callable[..., Markup]:
    """The function `t` of templates: a theme string, its arguments escaped. What it says may not be markup."""

    @lru_cache(maxsize=20_000)  # the same few are said on every page
    def t(key: str, *, n: int | None = None, **args: Any) -> Markup:
        plain = {name: str(value) for name, value in args.items()}
        return escape(language.t(key, n=n, **plain))

    return t


def _problem(dress: Dress, error: TemplateError, template: str) -> Problem:
    """A template's mistake at its line: the deepest frame of the traceback that lies in a template."""
    name, line = f"pages/{template}.html", 0
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if f"templates/{file}" in dress.files:
            name, line = file, trace.tb_lineno
        trace = trace.tb_next
    if isinstance(error, TemplateSyntaxError):
        name, line = error.name or name, error.lineno
    return _told(Place(f"{dress.shown}/templates/{name}", line, 1 if line else 0), error)


def _told(place: Place, error: TemplateError) -> Problem:
    """Jinja's complaint in our words."""
    if isinstance(error, TemplateNotFound):
        return problem("template-missing", place, name=error.name or "?")
    if isinstance(error, UndefinedError):
        named = re.search(r"no (?:attribute|element) '?([\w.-]+)|'([\w./-]+)' is undefined", str(error.message))
        return problem("template-name", place, name=(named[1] or named[2]) if named else "?")
    return problem("template-syntax", place)


def used_strings(dress: Dress) -> Iterator[tuple[str, str, int]]:
    """Every string that templates ask for by a literal key: key, file, line. Raises BuildFailed for bad syntax."""
    made = environment(dress)
    wrong: list[Problem] = []
    for name in sorted(dress.files):
        if not name.startswith("templates/"):
            continue
        try:
            tree = made.parse(dress.files[name])
        except TemplateError as error:
            line = getattr(error, "lineno", 0) or 0
            wrong.append(_told(Place(f"{dress.shown}/{name}", line, 1 if line else 0), error))
            continue
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "t" and call.args:
                first = call.args[0]
                if isinstance(first, nodes.Const):
                    yield str(first.value), f"{dress.shown}/{name}", call.lineno
                elif isinstance(first, nodes.Concat | nodes.Add):
                    yield f"{_prefix(first)}*", f"{dress.shown}/{name}", call.lineno
    if wrong:
        raise BuildFailed(wrong)


def _prefix(node: Any) -> str:
    """The constant beginning of a key that is put together: `proof.` of `"proof." ~ mark`."""
    left = node.nodes[0] if isinstance(node, nodes.Concat) else node.left
    return str(left.value) if isinstance(left, nodes.Const) else re.escape("")
