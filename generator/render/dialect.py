"""Jinja as themes speak it: the same language, each part of it said in the cheapest way that it can be.

A page asks some hundred times for a name, for a text to be escaped, for a macro; what Jinja looks at each time, in case
it is something else, is looked at here once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from keyword import iskeyword
from types import CodeType
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]

KNOWN = 12_000  # pieces that are the same on many pages, kept in a language
MARK, MARKED = "\ue000", "\ue000\\1\ue001"  # round a string's key in what is compiled: nobody's letters
ASKED = re.compile(r"\{\{ t\(\"([\w.-]+)\"\) \}\}")
SAID = re.compile("\ue000([^\ue001]+)\ue001")


class _Seen(Context):
    """The names a template knows: its own, the few that all have, and what its view answers when it is asked."""

    def resolve_or_missing(self, key: str) -> Any:
        """What a name stands for; a view makes it now."""
        found = self.vars.get(key, missing)
        if found is missing:
            found = self.parent.get(key, missing)
        if found is missing and key[0] != "_":
            found = getattr(self.parent.get("view"), key, missing)
        return found

    def call(  # as Jinja spells it
        __self,  # noqa: N805
        __made: Any,
        *given: Any,
        _block_vars: Any = None,
        _loop_vars: Any = None,
        **named: Any,
    ) -> Any:
        """What a macro or a function makes of what it is given; Jinja asks each anew whether it wants the context."""
        if type(__made) is not _Macro:
            return super().call(__made, *given, **named)
        if len(given) == __made.takes and not named and __self.eval_ctx.autoescape:
            return Markup(__made.make(*given))  # noqa: S704  # what a template makes
        return __made(__self.eval_ctx, *given, **named)


class _Macro(Macro):
    """A macro that is called without ado where it is given just what it `takes`, each in its place."""

    def __init__(
        self,
        environment: Environment,
        make: Callable[..., str],
        name: str,
        arguments: Sequence[str],
        *special: bool,
    ) -> None:
        """`special` says whether it takes other names, more than it names, or a caller."""
        super().__init__(environment, make, name, arguments, *special)  # type: ignore[arg-type]
        self.make, self.takes = make, -1 if any(special[:3]) else len(arguments)


class _Made(Template):
    """A template in which texts are escaped, and HTML is left alone, without being wrapped: that costs more."""

    @classmethod
    def from_code(cls, *args: Any, **named: Any) -> Template:
        """The template of some code, with its own way to escape, and its macros."""
        made = super().from_code(*args, **named)
        made.root_render_func.__globals__.update(escape=_escaped, Macro=_Macro)
        return made

    def _get_default_module(self, ctx: Context | None = None) -> Any:  # noqa: ARG002  # all share one set of names
        return self._module or super()._get_default_module()


def _escaped(value: Any) -> str:
    """A value as it stands in HTML."""
    kind = type(value)
    if kind is str:
        return _escape_inner(value)
    return value if kind is Markup else escape(value)  # what is HTML already need not be made so again


class _Direct(CodeGenerator):
    """Compiles `a.b` as Python would, without trying whether `a` is a dict: if it is, that is an AttributeError."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802  # as Jinja spells it
        """Writes the code for an attribute."""
        if not node.attr.isidentifier() or iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")


class Patient(Environment):
    """Jinja for a theme that does not change while it is used: templates are found at once, and all share one set of
    names, so that a part which pages import is made once and not again for each."""

    context_class = _Seen
    template_class = _Made

    def __init__(self, compiled: dict[str, CodeType], **options: Any) -> None:
        """`compiled` is the code of templates by their names, which the environments of all languages share."""
        super().__init__(**options)
        self._compiled = compiled
        self._found: dict[str, Template] = {}

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> Template:  # noqa: A002
        """The template of a name."""
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = super().get_template(name, parent, globals)
        return found

    def compile(self, source: Any, name: Any = None, *args: Any, **named: Any) -> Any:
        """The code of a template: compiled in the first language that asks, and what it says put in for each."""
        assert name, "a theme's templates are files"
        code = self._compiled.get(name)
        if code is None:
            code = self._compiled[name] = super().compile(source, name, *args, **named)
        return _spoken(code, self.globals["t"]) if "t" in self.globals else code

    def make_globals(self, _own: Any) -> Any:
        """The names that each template knows."""
        return self.globals


class Dialect(Patient):
    """The same without patience for `a.b` where `a` is a dict, or may have no `b`: that raises AttributeError."""

    code_generator_class = _Direct


class Once(Extension):
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


class Said(Extension):
    """Leaves strings without arguments to be put into the code: `{{ t("nav.skip") }}` is constant in a language."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        """The source with such strings marked."""
        return ASKED.sub(MARKED, source)


def _spoken(made: Any, t: Any) -> Any:
    """Code, or a constant in it, with the strings where they are marked."""
    if isinstance(made, CodeType):
        return made.replace(co_consts=tuple(_spoken(const, t) for const in made.co_consts))
    if isinstance(made, tuple):
        return tuple(_spoken(part, t) for part in made)
    return SAID.sub(lambda match: str(t(match[1])), made) if isinstance(made, str) and MARK in made else made
