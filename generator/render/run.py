"""Makes every target that is not made already: a table of makers, the cache, the workers."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import groupby, islice
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from generator import cache
from generator.errors import BuildFailed, Problem
from generator.load.files import Folder
from generator.model.languages import Language
from generator.plan.frames import Frame
from generator.plan.parts import Chrome
from generator.plan.pieces import shown
from generator.plan.targets import PageRecipe, Target, TextRecipe, told
from generator.render.packs import ROOM, Pack, Packs
from generator.render.templates import Dress, Renderer
from generator.workers import spread

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

UNIT = 160  # pages that a worker makes at a time, at least
FEWEST = 120  # fewer pages are made here: starting workers takes longer
TOGETHER = 40  # pages that are made ready together
AHEAD = 4  # units that an executor is given before the first has come back


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
    return (recipe.text().encode(),)


def _photo(recipe: Any, shop: Workshop) -> tuple[bytes, ...]:
    from generator.render import photos  # Pillow takes its time to import

    return photos.encode(recipe, shop.content)


def _card(recipe: Any, shop: Workshop) -> tuple[bytes, ...]:
    from generator.render import cards

    return (cards.draw(recipe, shop.content, shop.renderer, shop.dress),)


# What makes what, and since when so: pages are sealed with the code itself; pictures are costly and say it.
MAKERS: Mapping[str, tuple[int, Callable[[Any, Workshop], tuple[bytes, ...]]]] = {
    "page": (1, _page),
    "text": (1, _text),
    "photo": (3, _photo),
    "card": (1, _card),
}


def make(target: Target, shop: Workshop) -> tuple[bytes, ...]:
    """A target's files, in the order of its paths. Raises BuildFailed."""
    return MAKERS[target.maker][1](target.recipe, shop)


def key(target: Target) -> str:
    """The digest of all that a target's bytes follow from."""
    return target.seal or cache.key(target.maker, MAKERS[target.maker][0], target.recipe)


Put = Callable[[Target, tuple[bytes, ...]], tuple[Any, ...]]  # lays files where they belong, and says how they lie


@dataclass(slots=True)
class Done:
    """What came of a unit's targets: of each how its files lie, None where it failed, and the seconds it took; every
    problem; the packs that keep its pages."""

    laid: list[tuple[Any, ...] | None] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    packed: list[tuple[str, list[str]]] = field(default_factory=list)


def make_all(
    targets: Sequence[Target],
    shop: Workshop,
    put: Put,
    packs: Packs | None,
    *,
    jobs: int,
    executor: Executor | None = None,
) -> Iterator[tuple[Sequence[Target], Done]]:
    """Makes the targets in `jobs` processes, each of which lays what it made where it belongs; says unit by unit what
    came of them.

    An `executor` is sent recipes and gives back bytes. Raises BuildFailed where files could not be laid down.
    """
    if executor:
        yield from _elsewhere(_units(targets), shop, put, executor)
        return
    many = len(targets) >= FEWEST or any(target.maker == "photo" for target in targets)
    units = _units(targets, packs) if many else [[*targets]][: len(targets)]
    if many:
        assert shop.renderer, "made here once, so that workers inherit it"
    work = partial(_unit, units, shop, put, packs)
    yield from zip(units, spread(work, range(len(units)), jobs=jobs if many else 1), strict=True)


def _unit(units: Sequence[Sequence[Target]], shop: Workshop, put: Put, packs: Packs | None, number: int) -> Done:
    """Makes a unit's targets. Pages that lie in a pack are not made, and others are put into one.

    Each step is done for many targets before the next one is: so what it needs stays at hand, which counts for more
    than most of what the steps do.
    """
    done = Done()
    kept = packs.open(packs.of(_seal(units[number][0]))) if packs else {}
    pack = Pack()
    for targets in _alike(units[number]):
        started = time.perf_counter()
        made, own = [], []
        for target, ready in zip(targets, _ready(targets, shop, kept), strict=True):
            began = time.perf_counter()
            made.append(_made(target, ready, shop, kept, done))
            own.append(time.perf_counter() - began)
        for target, files in zip(targets, made, strict=True):
            done.laid.append(None if files is None else put(target, files))
            seal = _seal(target)
            if packs and files and seal and seal not in kept:
                pack.add(seal, files[0])
        shared = (time.perf_counter() - started - sum(own)) / len(targets)
        done.seconds += [spent + shared for spent in own]
        if packs and pack.seals and (len(pack.seals) >= ROOM or len(done.seconds) == len(units[number])):
            done.packed.append(packs.keep(pack))
            pack = Pack()
    return done


def _alike(unit: Sequence[Target]) -> Iterator[list[Target]]:
    """The targets of a unit, some of one template that follow each other at a time."""
    for _, targets in groupby(unit, lambda target: target.template or target.maker):
        of_one = iter(targets)
        while some := [*islice(of_one, TOGETHER)]:
            yield some


Ready = tuple[PageRecipe, object]  # a page and its view, of which all that its template asks for has been made


def _ready(targets: list[Target], shop: Workshop, kept: Container[str]) -> Sequence[Ready | None]:
    """Of targets that are pages to be made, what is shown on them; None for others."""
    if not targets[0].template or targets[0].seal in kept:
        return [None] * len(targets)
    recipes: list[PageRecipe] = [target.recipe for target in targets]  # type: ignore[misc]
    try:
        return [*zip(recipes, shop.renderer.ready(recipes), strict=True)]
    except BuildFailed:  # which of them it is shows when each is made
        return [None] * len(targets)


def _made(
    target: Target, ready: Ready | None, shop: Workshop, kept: Mapping[str, bytes], done: Done
) -> tuple[bytes, ...] | None:
    """A target's files, from a pack or made; None where it failed."""
    try:
        page = kept.get(_seal(target))
        if page is None and ready:
            page = shop.renderer.page(*ready)
        return make(target, shop) if page is None else (page,)
    except BuildFailed as failed:
        done.problems += failed.problems
        return None


def _seal(target: Target) -> str:
    """A page's seal, by which packs know it; an empty text for all else."""
    return target.seal if target.maker == "page" else ""


def _elsewhere(
    units: Sequence[Sequence[Target]], shop: Workshop, put: Put, executor: Executor
) -> Iterator[tuple[Sequence[Target], Done]]:
    """Makes the units in an executor, which may be on other machines: views are made here and sent along."""
    waiting: deque[tuple[Sequence[Target], Future[list[tuple[bytes, ...] | BuildFailed]]]] = deque()
    for unit in (*units, None):
        if unit is not None:
            waiting.append((unit, executor.submit(_sent, [sendable(target) for target in unit], shop)))
        while waiting and (unit is None or len(waiting) > AHEAD):
            of, future = waiting.popleft()
            done = Done(seconds=[0.0] * len(of))
            for target, made in zip(of, future.result(), strict=True):
                failed = isinstance(made, BuildFailed)
                done.problems += made.problems if isinstance(made, BuildFailed) else ()
                done.laid.append(None if failed else put(target, made))  # type: ignore[arg-type]
            yield of, done


def sendable(target: Target) -> Target:
    """A target that can be sent anywhere: its view is made, and is plain data."""
    recipe = target.recipe
    if isinstance(recipe, TextRecipe):
        return told(target, recipe._replace(text=partial(str, recipe.text())))
    if not isinstance(recipe, PageRecipe):
        return target
    return told(target, recipe._replace(view=partial(_same, _plain(recipe.view()))))


def _plain(view: object) -> SimpleNamespace:
    """A view as data, its frame too."""
    parts = shown(view)
    return SimpleNamespace(**{name: _plain(part) if isinstance(part, Frame) else part for name, part in parts.items()})


def _same(view: object) -> object:
    return view


def _sent(unit: Sequence[Target], shop: Workshop) -> list[tuple[bytes, ...] | BuildFailed]:
    made: list[tuple[bytes, ...] | BuildFailed] = []
    for target in unit:
        try:
            made.append(make(target, shop))
        except BuildFailed as failed:
            made.append(failed)
    return made


def _units(targets: Sequence[Target], packs: Packs | None = None) -> list[list[Target]]:
    """What is best made together, the longest first: photos one by one; the lists, which show the same cards; the pages
    of facilities, which show the same makers; and the pages of each pack."""
    photos: list[list[Target]] = []
    packed: dict[str, list[Target]] = {}
    lists: list[Target] = []
    own: dict[str, list[Target]] = {}
    for target in targets:
        pack = packs.of(_seal(target)) if packs else ""
        if target.maker == "photo":
            photos.append([target])
        elif pack:
            packed.setdefault(pack, []).append(target)
        elif not target.group or target.what.startswith(f"{target.group}: "):  # it begins with the language
            lists.append(target)
        else:
            own.setdefault(target.group, []).append(target)
    units = [*photos, *([sorted(lists, key=_subject)] if lists else []), *packed.values()]
    unit: list[Target] = []
    for pages in own.values():
        unit += sorted(pages, key=_after_goods)
        if len(unit) >= UNIT:
            units.append(unit)
            unit = []
    return [*units, unit] if unit else units


def _subject(target: Target) -> str:
    """What a page is about, the same in every language, so that what it shows is at hand for the next."""
    return target.what.partition(": ")[2]


def _after_goods(target: Target) -> tuple[bool, str]:
    """The same, a facility's own pages after its goods': these are open then."""
    return target.template != "product", _subject(target)
