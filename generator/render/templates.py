"""The Jinja environment: a page's template and view → bytes; a template's mistake → a problem with its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import PurePosixPath
from typing import Any

from jinja2 import (
    Environment,
    FunctionLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    nodes,
)
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]

from generator.errors import BuildFailed, Place, Problem, problem
from generator.model.languages import Fallback, Language
from generator.model.stories import linked
from generator.plan.parts import Chrome, Story
from generator.plan.pieces import asked
from generator.plan.targets import PageRecipe
from generator.render.qr import qr

KNOWN = 4_000  # pieces that are the same on many pages, kept in a language


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
        self._environments = {
            code: environment(dress, language, chrome=chromes[code]) for code, language in languages.items()
        }

    def ready(self, recipes: Sequence[PageRecipe]) -> list[PageRecipe]:
        """The same pages of one template, with what it asked for last time made of all of them, piece by piece: many
        times the same, one after another, is a good deal quicker than everything for each."""
        views: list[Any] = [recipe.view() for recipe in recipes]
        of_view, of_frame = self._asked.get(recipes[0].template, ((), ()))
        for name in of_view:
            for view in views:
                getattr(view, name)
        frames = [view.frame for view in views] if of_frame else []
        for name in of_frame:
            for frame in frames:
                getattr(frame, name)
        return [recipe._replace(view=partial(_same, view)) for recipe, view in zip(recipes, views, strict=True)]

    def page(self, recipe: PageRecipe) -> bytes:
        """The page's bytes. Raises BuildFailed for a template that can't be rendered."""
        view: Any = recipe.view()
        try:
            template = self._environments[recipe.lang].get_template(f"pages/{recipe.template}.html")
            made = template.render(view=view, root=view.frame.root).encode()
        except TemplateError as error:
            raise BuildFailed([_problem(self._dress, error, recipe.template)]) from error
        if recipe.template not in self._asked:
            self._asked[recipe.template] = asked(view), asked(view.frame)
        return made

    def macros(self, part: str) -> Any:
        """The macros and names of a part, for what is drawn outside pages. They say nothing in any language."""
        return next(iter(self._environments.values())).get_template(f"parts/{part}.html").module


def environment(dress: Dress, language: Language | None = None, *, chrome: Chrome | None = None) -> Environment:
    """Templates of a theme with the few filters they may use; with a language, what they say is already in it."""
    templates = {
        name.removeprefix("templates/"): text for name, text in dress.files.items() if name.startswith("templates/")
    }
    made = _Dialect(
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
    made.add_extension(_Once)
    if language:
        made.globals["t"] = _speaker(language)
        made.add_extension(_Said)
    return made


def _same(view: object) -> object:
    return view


class _Seen(Context):
    """The names a template knows: its own, the few that all have, and what its view answers when it is asked."""

    def resolve_or_missing(self, key: str) -> Any:
        """What a name stands for; a view makes it now."""
        if key in self.vars:
            return self.vars[key]
        if key in self.parent:
            return self.parent[key]
        return missing if key.startswith("_") else getattr(self.parent.get("view"), key, missing)

    def call(__self, __made: Any, *given: Any, **named: Any) -> Any:  # noqa: N805  # as Jinja spells it
        """What a macro or a function makes of what it is given; Jinja asks each anew whether it wants the context."""
        if type(__made) is Macro:
            named.pop("_block_vars", None)
            named.pop("_loop_vars", None)
            return __made(__self.eval_ctx, *given, **named)
        return super().call(__made, *given, **named)


class _Made(Template):
    """A template in which texts are escaped, and HTML is left alone, without being wrapped: that costs more."""

    @classmethod
    def from_code(cls, *args: Any, **named: Any) -> Template:
        """The template of some code, with its own way to escape."""
        made = super().from_code(*args, **named)
        made.root_render_func.__globals__["escape"] = _escaped
        return made


def _escaped(value: Any) -> str:
    """A value as it stands in HTML."""
    kind = type(value)
    if kind is str:
        return _escape_inner(value)
    return value if kind is Markup else escape(value)  # what is HTML already need not be made so again


class _Dialect(Environment):
    """Jinja for a theme that does not change while it is used: templates are found at once, and all share one set of
    names, so that a part which pages import is made once and not again for each."""

    context_class = _Seen
    template_class = _Made

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._found: dict[str, Template] = {}

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> Template:  # noqa: A002
        """The template of a name."""
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = super().get_template(name, parent, globals)
        return found

    def make_globals(self, _own: Any) -> Any:
        """The names that each template knows."""
        return self.globals


class _Once(Extension):
    """`{% once root %}…{% endonce %}`: what is the same wherever `root` is the same is made once and kept.

    Whatever the lines between depend on must be named, but for what is constant in a language (`chrome`, `t`).
    """

    tags = {"once"}  # noqa: RUF012  # as Jinja spells it

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self._known: dict[Hashable, Markup] = {}
        environment.filters |= {"known": self._known.get, "keep": self._keep}

    def parse(self, parser: Parser) -> list[nodes.Node]:
        """The lines between, made only where they are not known: as filters, which are called most cheaply."""
        line = next(parser.stream).lineno
        names = nodes.Tuple([nodes.Const(f"{parser.name}:{line}"), parser.parse_tuple()], "load")
        lines = parser.parse_statements(("name:endonce",), drop_needle=True)
        found = parser.free_identifier()
        ask = nodes.Assign(found, nodes.Filter(names, "known", [], [], None, None))
        make = nodes.AssignBlock(found, None, lines)
        keep = nodes.Output([nodes.Filter(names, "keep", [found], [], None, None)])
        either = nodes.If(found, [nodes.Output([found])], [], [make, keep])
        return [node.set_lineno(line) for node in (ask, either)]

    def _keep(self, names: Hashable, made: Markup) -> Markup:
        if len(self._known) >= KNOWN:
            self._known.clear()
        self._known[names] = made
        return made


class _Said(Extension):
    """Puts strings without arguments into a template before it is compiled: `{{ t("nav.skip") }}` → its text."""

    asked = re.compile(r"\{\{ t\(\"([\w.-]+)\"\) \}\}")

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        """The source with those strings in it; one that Jinja or a line count would stumble over stays a call."""
        return self.asked.sub(self._said, source)

    def _said(self, match: re.Match[str]) -> str:
        text = str(self.environment.globals["t"](match[1]))  # type: ignore[operator]
        return match[0] if re.search(r"[{}\n]", text) else text


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
