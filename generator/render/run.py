"""Makes every target that is not made already: a table of makers, the cache, the workers."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass
from functools import cached_property, partial
from multiprocessing import get_context
from typing import Any

from generator import cache
from generator.errors import BuildFailed, Problem
from generator.load.files import Folder
from generator.model.languages import Language
from generator.plan.parts import Chrome
from generator.plan.targets import PageRecipe, Target, TextRecipe
from generator.render import cards, markdown, photos, templates
from generator.render.templates import Dress, Renderer

BATCH = 40  # pages a worker makes at a time
FEWEST = 120  # fewer pages are made here: starting workers takes longer


@dataclass(frozen=True)
class Workshop:
    """What makers need beside a recipe: the theme, the languages, and the folder that photos lie in.

    It can be sent to another process, where the renderer is made anew.
    """

    dress: Dress
    languages: Mapping[str, Language]
    chromes: Mapping[str, Chrome]
    content: Folder

    @cached_property
    def renderer(self) -> Renderer:
        return Renderer(self.dress, self.languages, self.chromes)

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name != "renderer"}


def _page(recipe: PageRecipe, shop: Workshop) -> tuple[bytes, ...]:
    return (shop.renderer.page(recipe),)


def _text(recipe: TextRecipe, _shop: Workshop) -> tuple[bytes, ...]:
    return (recipe.text.encode(),)


def _photo(recipe: Any, shop: Workshop) -> tuple[bytes, ...]:
    return photos.encode(recipe, shop.content)


def _card(recipe: Any, shop: Workshop) -> tuple[bytes, ...]:
    return (cards.draw(recipe, shop.content, shop.renderer, shop.dress),)


MAKERS: Mapping[str, tuple[int, Callable[[Any, Workshop], tuple[bytes, ...]]]] = {
    "page": (templates.VERSION * 1000 + markdown.VERSION, _page),
    "text": (1, _text),
    "photo": (2, _photo),
    "card": (1, _card),
}


def make(target: Target, shop: Workshop) -> tuple[bytes, ...]:
    """A target's files, in the order of its paths."""
    return MAKERS[target.maker][1](target.recipe, shop)


def key(target: Target) -> str:
    """The digest of all that a target's bytes follow from."""
    return cache.key(target.maker, MAKERS[target.maker][0], target.recipe)


_INHERITED: list[Workshop] = []  # in a worker of ours: the workshop it was forked with


def make_all(
    targets: Sequence[Target],
    shop: Workshop,
    put: Callable[[Target, tuple[bytes, ...]], None],
    *,
    jobs: int,
    executor: Executor | None = None,
) -> None:
    """Makes the targets in `jobs` processes and hands each one's bytes to `put`, in the targets' order.

    An `executor` is used where one is given. Raises BuildFailed with every problem met.
    """
    problems: list[Problem] = []
    batches = _batches(targets)
    if executor is None and (jobs == 1 or len(batches) < 2 or not hasattr(os, "fork")):
        for target in targets:
            try:
                files = make(target, shop)
            except BuildFailed as failed:
                problems += failed.problems
            else:
                put(target, files)  # a disk that is full is told once
    else:
        problems += _spread(batches, shop, put, jobs=jobs, executor=executor)
    if problems:
        raise BuildFailed(problems)


def _spread(
    batches: Sequence[Sequence[Target]],
    shop: Workshop,
    put: Callable[[Target, tuple[bytes, ...]], None],
    *,
    jobs: int,
    executor: Executor | None,
) -> list[Problem]:
    """Makes the batches elsewhere: in workers that inherit the workshop, or in an executor that is sent it."""
    problems: list[Problem] = []
    work = _batch if executor is None else partial(_batch, shop=shop)
    assert shop.renderer, "made here once, so that workers inherit it"
    workers = executor or ProcessPoolExecutor(
        jobs, mp_context=get_context("fork"), initializer=_INHERITED.append, initargs=(shop,)
    )
    try:
        for batch, made in zip(batches, workers.map(work, batches), strict=True):
            for target, result in zip(batch, made, strict=True):
                if isinstance(result, BuildFailed):
                    problems += result.problems
                else:
                    put(target, result)
    finally:
        if executor is None:
            workers.shutdown(cancel_futures=True)
    return problems


def _batch(batch: Sequence[Target], shop: Workshop | None = None) -> list[tuple[bytes, ...] | BuildFailed]:
    made: list[tuple[bytes, ...] | BuildFailed] = []
    for target in batch:
        try:
            made.append(make(target, shop or _INHERITED[0]))
        except BuildFailed as failed:
            made.append(failed)
    return made


def _batches(targets: Sequence[Target]) -> list[Sequence[Target]]:
    """Photos one by one, as each takes long; the rest in runs."""
    slow = [[target] for target in targets if target.maker == "photo"]
    quick = [target for target in targets if target.maker != "photo"]
    if len(quick) < FEWEST and not slow:
        return [quick] if quick else []
    runs = [quick[at : at + BATCH] for at in range(0, len(quick), BATCH)]
    return [*slow, *runs]
