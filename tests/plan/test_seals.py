"""A page's key changes whenever what it shows does: every value of a site is changed, one at a time, and looked for.
So are the scripts for buyers, of which a build plans only what may say something else: they are as if it knew nothing.

Made of `tests/sites/complete`, which uses every field. A seeded part of the values is tried here; all of them with
`ETALASE_EVERY=1` (some minutes).
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.errors import BuildFailed
from generator.load.documents import parse
from generator.pipeline import Options, _cache, _folder, prepare
from generator.plan.pieces import shown
from generator.plan.targets import PageRecipe, TextRecipe
from generator.render.run import key

COMPLETE = Path(__file__).parent.parent / "sites" / "complete" / "content"
SAMPLE = 40
Step = str | int


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sealed") / "content"
    shutil.copytree(COMPLETE, folder)
    return folder


def pages(content: Path) -> dict[str, tuple[str, str]]:
    """By path: the page's key, and all that its template may see."""
    options = Options(content=content, base_url="https://example.org/k/", today="2026-11-22", jobs=1)
    found = {}
    for target in prepare(options, _folder(content), _cache(options)).plan.targets:
        if isinstance(target.recipe, PageRecipe):
            view = target.recipe.view()
            found[target.paths[0]] = key(target), repr(shown(view))
    return found


def texts(content: Path, *, cached: bool) -> dict[str, tuple[str, str]]:
    """By path: the key of a file that is text, and the text."""
    options = Options(content=content, base_url="https://example.org/k/", today="2026-11-22", jobs=1, cached=cached)
    targets = prepare(options, _folder(content), _cache(options)).plan.targets
    return {t.paths[0]: (key(t), t.recipe.text()) for t in targets if isinstance(t.recipe, TextRecipe)}


def leaves(data: Any, path: tuple[Step, ...] = ()) -> Iterator[tuple[Step, ...]]:
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    if not isinstance(data, dict | list):
        yield path
    for step, below in steps:
        yield from leaves(below, (*path, step))


def others(value: str) -> list[str]:
    """What may stand there instead: the first that the site can be read with is taken."""
    flipped = {"true": "false", "false": "true"}.get(value)
    if flipped:
        return [flipped]
    if value.isdigit():
        return [str(int(value) + 1)]
    if value[:4].isdigit() and "-" in value:
        return [f"{int(value[:4]) - 1}{value[4:]}"]
    return [f"{value} lain", f"{value}x", f"x{value}"]


def changes() -> list[tuple[str, tuple[Step, ...]]]:
    """Every value of every file; of a story, the story."""
    found: list[tuple[str, tuple[Step, ...]]] = []
    for file in sorted(COMPLETE.rglob("*")):
        name = file.relative_to(COMPLETE).as_posix()
        if file.suffix == ".yaml":
            found += [(name, path) for path in leaves(parse(name, file.read_text("utf-8")).data)]
        elif file.suffix == ".md":
            found.append((name, ()))
    every = os.environ.get("ETALASE_EVERY")
    return found if every else random.Random(7).sample(found, SAMPLE)


def changed(text: str, path: tuple[Step, ...]) -> Iterator[str]:
    """The file with another value there."""
    if not path:
        yield f"{text}\n\nSatu kalimat lagi.\n"
        return
    data = parse("x.yaml", text).data
    above = data
    for step in path[:-1]:
        above = above[step]
    for other in others(above[path[-1]]):
        above[path[-1]] = other
        yield yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def test_no_page_shows_something_else_under_the_same_key(content: Path) -> None:
    before = pages(content)
    wrong, tried = [], 0
    assert texts(content, cached=True) == texts(content, cached=False)
    for name, path in changes():
        file = content / name
        text = file.read_text("utf-8")
        for other in changed(text, path):
            file.write_text(other, "utf-8")
            try:
                after = pages(content)
            except BuildFailed:
                continue
            tried += 1
            known, anew = texts(content, cached=True), texts(content, cached=False)
            wrong += [
                f"{name} {'.'.join(map(str, path))}: {path_of}"
                for path_of in sorted(known.keys() | anew.keys())
                if known.get(path_of) != anew.get(path_of)
            ]
            wrong += [
                f"{name} {'.'.join(map(str, path))}: {page}"
                for page, (sealed, shown) in after.items()
                if page in before and before[page][0] == sealed and before[page][1] != shown
            ]
            break
        file.write_text(text, "utf-8")
    assert not wrong, "\n".join(wrong[:40])
    assert tried > SAMPLE // 2
