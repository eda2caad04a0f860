"""The theme says all it is asked for, in every language, and nothing else."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.load.documents import Document, parse
from generator.load.files import Folder
from generator.load.theme import load_theme
from generator.model.kinds import UNWORDED, VOCABULARIES
from generator.model.strings import Use, check, tables
from generator.plan.strings import BEGINNINGS, STRINGS, needed
from tests.site import ROOT, Site

TEXTS, _ = tables(load_theme(Folder(ROOT / "themes" / "etalase", "themes/etalase")).strings)
FROM_TEMPLATES = {"mark"}  # beginnings that no planning asks for


def asked() -> Iterator[ast.expr]:
    """The first argument of every `t(…)` and `….t(…)` in the generator."""
    for path in (ROOT / "generator").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args and name_of(node.func) == "t":
                yield from branches(node.args[0])


def name_of(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def branches(node: ast.expr) -> Iterator[ast.expr]:
    """An expression, or both that a conditional one may be."""
    if isinstance(node, ast.IfExp):
        yield from branches(node.body)
        yield from branches(node.orelse)
    else:
        yield node


def beginning(text: ast.JoinedStr) -> str:
    """What a key that is put together begins with: `record` of `f"record.{kind}"`."""
    first = text.values[0]
    return str(first.value).removesuffix(".") if isinstance(first, ast.Constant) else ""  # a vocabulary's name


def bare(key: str) -> str:
    return key.removesuffix(".one").removesuffix(".other")


def test_planning_names_the_strings_it_asks_for() -> None:
    found = {node.value for node in asked() if isinstance(node, ast.Constant)}
    assert found == set(STRINGS)
    assert list(STRINGS) == sorted(STRINGS)


def test_planning_names_the_beginnings_of_keys_that_it_puts_together() -> None:
    found = {beginning(node) for node in asked() if isinstance(node, ast.JoinedStr)} - {""}
    known = {*BEGINNINGS, *VOCABULARIES, "field", "unit"}
    assert {
        start for start in found if start not in known and not any(k.startswith(f"{start}.") for k in known)
    } == set()
    unused = {start for start in BEGINNINGS if not any(start == f or start.startswith(f"{f}.") for f in found)}
    assert unused <= FROM_TEMPLATES | {"address.stage"}


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_key_that_may_be_asked_for_has_its_text(language: str) -> None:
    have = {bare(key) for key in TEXTS[language]}
    vocabularies = {f"{name}.{code}" for name, codes in VOCABULARIES.items() if name not in UNWORDED for code in codes}
    assert (needed() | vocabularies) - have == set()
    assert [key for key, text in TEXTS[language].items() if not text.strip()] == []


def test_the_theme_has_the_same_keys_in_both_languages() -> None:
    assert {bare(key) for key in TEXTS["id"]} == {bare(key) for key in TEXTS["en"]}


def test_the_theme_has_no_problem(site: Site) -> None:
    assert [p for p in site.check() if p.startswith(("string-", "template"))] == []


# -- what is told of a theme that is not whole ------------------------------------------------------------------------


def told(strings: dict[str, str], **more: str) -> list[tuple[str, str]]:
    """Code and key of what is wrong in `id` and, where given, `en`; vocabularies and fields aside."""
    documents: dict[str, Document] = {
        code: parse(f"strings/{code}.yaml", text) for code, text in {**strings, **more}.items()
    }
    found, wrong = tables(documents)
    uses = [Use("nav.home", "a.html", 1), Use("proof.*", "a.html", 2)]
    problems = [*wrong, *check(documents, found, languages=["id", "en"], uses=uses, ours={"list.empty", "card.*"})]
    keys = [(p.code, str(dict(p.args).get("key", ""))) for p in problems]
    return [(c, k) for c, k in keys if c != "string-missing" or k == "list.empty"]


WHOLE = 'nav.home: "Beranda"\nlist.empty: "{n} kosong"\n'


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (WHOLE, []),
        (WHOLE.replace("list.empty", "list.full"), [("string-missing", "list.empty"), ("string-unused", "list.full")]),
        (WHOLE.replace("nav.home", "nav.hom"), [("string-unknown", "nav.home"), ("string-unused", "nav.hom")]),
        (WHOLE + 'nav.lama: "Lama"\n', [("string-unused", "nav.lama")]),
        (WHOLE + 'proof.press: "Pers"\ncard.sold: "Terjual"\n', []),
        (WHOLE.replace("list.empty", "list.empty.other"), []),
        (WHOLE + "nav:\n  home: Beranda\n", [("not-text", "")]),
        ("- a\n", [("not-mapping", "")]),
    ],
)
def test_what_is_missing_unknown_or_unused_is_told(text: str, problems: list[tuple[str, str]]) -> None:
    assert told({"id": text}) == problems


@pytest.mark.parametrize(
    ("english", "problems"),
    [
        ('"{n} empty"', []),
        ('"empty"', []),  # a plural form may leave its number out
        ('"{m} empty"', [("string-placeholder", "list.empty")]),
        ('"{n} {name} empty"', [("string-placeholder", "list.empty")]),
    ],
)
def test_placeholders_are_the_same_in_every_language(english: str, problems: list[tuple[str, str]]) -> None:
    assert told({"id": WHOLE}, en=f'nav.home: "Home"\nlist.empty: {english}\n') == problems


def test_a_theme_is_found_by_name_beside_the_content_or_by_path(site: Site) -> None:
    site("-- theme themes/toko --\n-- themes/toko/strings/id.yaml --\n- bukan teks\n")
    assert "not-mapping" not in site.check()
    assert "not-mapping" in site.check(theme="toko")
    assert "not-mapping" in site.check(theme=str(Path("themes") / "toko"))
