"""Themes speak Jinja, whichever way is the cheapest to say it."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from generator.cache import NoCache
from generator.errors import BuildFailed
from generator.load.files import Folder
from generator.model.languages import Language
from generator.pipeline import Options, prepare
from generator.plan.targets import PageRecipe
from generator.render.dialect import Dialect, Patient
from generator.render.templates import Dress, Renderer

CONTENT = Path(__file__).parents[2] / "content"
VIEW = {"frame": SimpleNamespace(root="../"), "name": "Roti & kue", "size": {"kg": 2, "from": 3}, "none": None}
MACROS = """\
{% macro both(a, b) %}{{ a }}+{{ b }}{% endmacro %}
{% macro more(a, b="<b>") %}{{ a }}+{{ b }}{{ varargs|length }}{% endmacro %}
{% macro named(a) %}{{ a }}{{ kwargs.x }}{% endmacro %}
{% macro round(a) %}({{ caller(a) }}){% endmacro %}
"""


def rendered(template: str, renderer: Renderer | None = None) -> str:
    files = {"templates/pages/p.html": template, "templates/parts/macros.html": MACROS}
    made = renderer or Renderer(Dress(files, {}, "t"), {"id": Language("id", {}, "id")}, {"id": None})  # type: ignore[dict-item]
    return made.page(PageRecipe("p", "id", "", lambda: SimpleNamespace(**VIEW))).decode()


@pytest.mark.parametrize(
    ("template", "made"),
    [
        ("{{ name }}", "Roti &amp; kue"),
        ("{{ frame.root }}", "../"),
        ("{{ size.kg }}", "2"),
        ("{{ size.from }}", "3"),
        ("{{ frame.other|default('-') }}", "-"),
        ("{% if frame.other is defined %}a{% else %}b{% endif %}", "b"),
        ("{% for x in [{'a': 1}] %}{{ x.a }}{{ loop.index }}{% endfor %}", "11"),
        ("{{ frame.root.upper() }}{{ 'a'.upper() }}", "../A"),
        ("{% block a %}x{% endblock %}{{ self.a() }}", "xx"),
        ("{% set n = namespace(a=1) %}{% set n.a = 2 %}{{ n.a }}", "2"),
        ("{% import 'parts/macros.html' as m %}{{ m.both(name, 2) }}", "Roti &amp; kue+2"),
        ("{% from 'parts/macros.html' import both %}{{ both(1, b='<') }}{{ both(b=1, a=2) }}", "1+&lt;2+1"),
        ("{% from 'parts/macros.html' import more %}{{ more(1) }} {{ more(1, 2, 3, 4) }}", "1+&lt;b&gt;0 1+22"),
        ("{% from 'parts/macros.html' import named %}{{ named(1, x='>') }}", "1&gt;"),
        (
            "{% from 'parts/macros.html' import round %}{% call(x) round(name) %}{{ x }}!{% endcall %}",
            "(Roti &amp; kue!)",
        ),
        ("{% from 'parts/macros.html' import both %}{{ both(1, 2) ~ '<' }}", "1+2&lt;"),
        ("{% for a in [1, 2] %}{% from 'parts/macros.html' import both %}{{ both(a, a) }}{% endfor %}", "1+12+2"),
    ],
)
def test_a_template_says_what_jinja_says(template: str, made: str) -> None:
    assert rendered(template).strip() == made


@pytest.mark.parametrize(
    ("template", "name"),
    [
        ("\n{{ frame.other }}", "other"),
        ("\n{{ frame.other.more }}", "other"),
        ("\n{{ none.other }}", "other"),
        ("\n{{ nobody.other }}", "nobody"),
        ("\n{{ size.other }}", "other"),
        ("\n{{ nobody }}", "nobody"),
    ],
)
def test_a_name_that_there_is_not_is_told_with_its_line(template: str, name: str) -> None:
    with pytest.raises(BuildFailed) as failure:
        rendered(template)
    [told] = failure.value.problems
    assert (told.code, dict(told.args)["name"]) == ("template-name", name)
    assert str(told.place) == "t/templates/pages/p.html:2:1"


def test_pages_are_the_same_with_patience_and_the_theme_needs_none() -> None:
    ready = prepare(Options(cached=False), Folder(CONTENT, "content"), NoCache())
    shop = ready.shop
    hasty, patient = (Renderer(shop.dress, shop.languages, shop.chromes) for _ in "ab")
    patient._environments = {code: patient._environment(code, Patient) for code in shop.languages}
    pages = [target.recipe for target in ready.plan.targets if isinstance(target.recipe, PageRecipe)]
    assert len(pages) > 100
    for recipe in pages:
        assert hasty.page(recipe) == patient.page(recipe), recipe.template
    assert {type(each) for each in hasty._environments.values()} == {Dialect}
    assert not hasty._patient, "the theme asks for attributes that are none: each of its pages is made twice"
