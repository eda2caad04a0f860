"""The whole line: load, model, plan, render, write, one under the other."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.cache import Cache, NoCache, code_digest
from generator.cache import key as cache_key
from generator.errors import BuildFailed, Place, Problem, frozen, problem, relevel, thawed
from generator.load.files import Folder
from generator.load.looking import Looking, look, share
from generator.standing import MANY, TABLE, Standing
from generator.workers import beside

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from generator.load.documents import Document
    from generator.load.shelves import Lying
    from generator.load.theme import Theme
    from generator.made import Made
    from generator.model.catalogue import Catalogue
    from generator.model.reading import Strings
    from generator.plan.assets import Assets
    from generator.plan.edition import Look
    from generator.plan.plan import Plan
    from generator.render.run import Workshop
    from generator.write.manifest import Manifest
    from generator.write.output import Output

HOME = Path(__file__).resolve().parent.parent
Listener = Callable[[str, int, int], None]  # what is being done, how much of it is done, of how much


def _nobody(_what: str, _done: int, _total: int) -> None:
    """Listens to no progress."""


class Options(NamedTuple):
    """What one build is told. Paths may be relative; `base_url` and `theme` of None leave it to site.yaml.

    `today` is an ISO day. `clean` forgets first what earlier builds kept; `cached` False keeps nothing and asks nothing
    of earlier builds. `executor` makes pages and photos elsewhere.
    """

    content: Path = Path("content")
    output: Path = Path("dist")
    theme: str | None = None
    base_url: str | None = None
    strict: bool = False
    jobs: int = 2
    cached: bool = True
    clean: bool = False
    today: str = ""
    listener: Listener = _nobody
    executor: Executor | None = None


@dataclass(slots=True)
class Report:
    """What a build did: paths by their fate, photos encoded and kept, problems that did not stop it, seconds.

    `costs` has of each target that was made its seconds, its template or maker, and what it is; `behind` holds what the
    site was made of, which takes a while to be taken down.
    """

    made: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    photos_made: int = 0
    photos_kept: int = 0
    problems: list[Problem] = field(default_factory=list)
    seconds: float = 0.0
    costs: list[tuple[float, str, str]] = field(default_factory=list)
    behind: tuple[object, ...] = field(default=(), repr=False)


def today() -> str:
    """The day of the build: SOURCE_DATE_EPOCH's, or the date."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date().isoformat() if epoch.isdigit() else date.today().isoformat()


class Ready(NamedTuple):
    """A site that has been read, checked and planned, and what making it takes."""

    catalogue: Catalogue
    plan: Plan
    shop: Workshop
    problems: list[Problem]


def build(options: Options) -> Report:
    """Builds the site. Raises BuildFailed with every problem; then the old site is as it was."""
    started = time.monotonic()
    content = _folder(options.content)
    cache = _cache(options)
    last = cache.recall(TABLE)
    with ExitStack() as held:
        own = share(content)
        rest = partial(look, content, spared=own)
        looks = look(content, begin=own), held.enter_context(beside(rest, worth_it=last.get("files", MANY + 1) > MANY))
        from generator.made import Made  # which takes its time while the content is looked at

        before = Made(cache)
        output = held.enter_context(_output(options, before.manifest))
        whole = output.ours.stand(before.manifest)  # which is looked at while the content is
        if not whole:
            _get_ready()
        standing = Standing.of(options, content, HOME, *looks)
        told = standing.told(last, before.manifest.stamp) if whole else None
        if told is not None:
            return Report(kept=tuple(before.manifest.sizes), problems=told, seconds=time.monotonic() - started)
        ready = prepare(options, content, cache, *looks)
        report = _made(options, ready, output, cache, before)
        report.problems = sorted({*ready.problems, *report.problems})
        standing.remember(cache, ready.problems, output.ours.listed.stamp)
    report.seconds = time.monotonic() - started
    return report


def _get_ready() -> None:
    """Imports what a build needs that makes something: it takes a while, and here it is waited for anyway."""
    import generator.model.gathering
    import generator.plan.pages.kinds
    import generator.plan.plan
    import generator.render.run  # noqa: F401


def _output(options: Options, known: Manifest) -> Output:
    from generator.write.output import Output

    outside = (options.content, HOME / "themes")
    return Output.open(options.output, protected=(options.content, HOME), outside=outside, known=known)


def check(options: Options) -> Report:
    """Reads, checks and plans the site, every story and every photo too; makes and writes nothing."""
    started = time.monotonic()
    content = _folder(options.content)
    ready = prepare(options, content, _cache(options))
    return Report(problems=ready.problems, seconds=time.monotonic() - started)


def prepare(options: Options, content: Folder, cache: Cache, *looks: Looking) -> Ready:
    """Loads, models and plans; `looks` at the content, each at a part of it, may have been begun already.

    Raises BuildFailed with every problem of the site.
    """
    from generator.load.shelves import lying, walked
    from generator.load.theme import load_theme
    from generator.model.strings import tables
    from generator.plan.assets import assets
    from generator.plan.plan import plan

    options.listener("load", 0, 1)
    if not content.root.is_dir():
        raise BuildFailed([problem("folder-missing", content.place())])
    theme = load_theme(_theme(options, content))
    strings, problems = tables(theme.strings)
    catalogue, told = _gathered(options, content, strings, cache, lying(*looks) if looks else walked(content))
    problems += told
    if catalogue is None:
        raise BuildFailed(problems)
    problems += _checked(catalogue, theme, strings, cache)
    problems = _judged(options, catalogue, problems)
    options.listener("plan", 0, 1)
    base_url = options.base_url if options.base_url is not None else catalogue.site.base_url or ""
    dressed = assets(theme.files, theme.shown)
    look = _look(theme, dressed)
    planned = plan(catalogue, look, dressed, base_url=base_url, cache=cache, jobs=options.jobs)
    return Ready(catalogue, planned, _workshop(theme, dressed.others, planned, content), problems)


def _gathered(
    options: Options, content: Folder, strings: Strings, cache: Cache, files: Lying
) -> tuple[Catalogue | None, list[Problem]]:
    """The catalogue, or None where there is no usable site.yaml; every problem of the content."""
    from generator.load.content import load_photos
    from generator.model.gathering import gather

    unread = {p.place.file.removeprefix(f"{content.shown}/") for p in files.wrong}
    photos, broken, told = load_photos(content, files.others, cache, jobs=options.jobs)
    options.listener("model", 0, 1)
    day = options.today or today()
    found = gather(content, files, photos, unread | broken, strings, today=day, cache=cache, jobs=options.jobs)
    return found.catalogue, [*files.wrong, *told, *found.problems]


def _checked(catalogue: Catalogue, theme: Theme, strings: dict[str, dict[str, str]], cache: Cache) -> Iterator[Problem]:
    """Everything that is known to go wrong with the theme's strings. What is found is kept, as themes seldom change."""
    codes = [language.code for language in catalogue.languages]

    def found() -> bytes:
        from generator.model import strings as theme_strings
        from generator.plan.strings import needed
        from generator.render.templates import Dress, used_strings

        uses = [theme_strings.Use(*use) for use in used_strings(Dress(theme.files, {}, theme.shown))]
        told = theme_strings.check(theme.strings, strings, languages=codes, uses=uses, ours=needed())
        return json.dumps([frozen(p) for p in told]).encode()

    texts = tuple((code, document.text) for code, document in theme.strings.items())
    kept = cache.made(cache_key("strings", 1, (code_digest(), theme.digest, theme.shown, tuple(codes), texts)), found)
    return map(thawed, json.loads(kept))


def _judged(options: Options, catalogue: Catalogue, problems: Iterable[Problem]) -> list[Problem]:
    """The problems at the site's own levels. Raises BuildFailed where one of them stops the build."""
    levels = {level.code: level.level for level in catalogue.site.levels}
    found = sorted(set(relevel(problems, levels)))
    stops = {"error", "warning"} if options.strict else {"error"}
    if any(p.level in stops for p in found):
        raise BuildFailed(found)
    return found


def _made(options: Options, ready: Ready, output: Output, cache: Cache, before: Made) -> Report:
    """Makes what is not made already and commits it with what is."""
    from generator.made import remember
    from generator.making import Work

    targets = ready.plan.targets
    work = Work.of(targets, output, cache, before)
    costs = work.make(ready.shop, output, cache, options.listener, jobs=options.jobs, executor=options.executor)
    options.listener("write", 0, 1)
    written = output.commit(work.keep)
    remember(cache, output.ours.listed, work.keys)
    cache.prune()
    photos = sum(target.maker == "photo" for target in targets)
    encoded = sum(target.maker == "photo" for target in work.lacking)
    return Report(
        made=written.made,
        kept=written.kept,
        removed=written.removed,
        photos_made=encoded,
        photos_kept=photos - encoded,
        problems=list(written.problems),
        costs=costs,
        behind=(ready, before, work),
    )


def _workshop(theme: Theme, others: tuple[tuple[str, str], ...], planned: Plan, content: Folder) -> Workshop:
    from generator.render.run import Workshop
    from generator.render.templates import Dress

    dress = Dress(theme.files, dict(others), theme.shown)
    languages = {edition.code: edition.language for edition in planned.editions}
    chromes = {edition.code: edition.chrome() for edition in planned.editions}
    return Workshop(dress, languages, chromes, content)


TOOLS = {  # for buyers: what a theme must have of each
    "search": "scripts/search.js",
    "inquiry": "templates/pages/inquiry.html",
    "compare": "templates/pages/compare.html",
}


def _look(theme: Theme, dressed: Assets) -> Look:
    """What planning must know of the theme, the map's ground from its own file."""
    from generator.plan.edition import Look, Outline

    data = theme.map.data
    projection = data["projection"]
    outline = Outline(
        path=data["outline"],
        width=int(data["width"]),
        height=int(data["height"]),
        lon_min=float(projection["lon_min"]),
        lat_max=float(projection["lat_max"]),
        units=float(projection["units_per_degree"]),
        credit=data["credit"],
    )
    tools = frozenset(tool for tool, file in TOOLS.items() if file in theme.files)
    seal = code_digest() + theme.digest + repr(dressed.others)
    return Look(dressed.styles, dressed.scripts, outline, seal, tools)


def _folder(path: Path) -> Folder:
    """A folder, named as an editor would: from where they are, if it lies below."""
    full = path.resolve()
    here = Path.cwd()
    return Folder(full, full.relative_to(here).as_posix() if full.is_relative_to(here) else full.as_posix())


def _theme(options: Options, content: Folder) -> Folder:
    """The theme's folder: a path, or a name under themes/ beside the content or beside the generator."""
    document = _site(content)
    named = document.data.get("theme", "etalase") if document and isinstance(document.data, dict) else "etalase"
    name = options.theme or (named if isinstance(named, str) else "etalase")
    places = [options.content.resolve().parent / "themes", HOME / "themes"]
    for folder in [Path(name)] if "/" in name else [place / name for place in places]:
        if folder.is_dir():
            return _folder(folder)
    there = sorted({p.name for place in places if place.is_dir() for p in place.iterdir() if p.is_dir()})
    place = document.place(("theme",)) if document and not options.theme else Place(content.name("site.yaml"))
    raise BuildFailed([problem("theme-missing", place, theme=name, themes=", ".join(there))])


def _site(content: Folder) -> Document | None:
    """site.yaml, which names the theme; None where it can't be read: whoever reads it in earnest says why."""
    from generator.load.documents import parse
    from generator.load.files import RECORD_LIMIT, read_text

    try:
        return parse(content.name("site.yaml"), read_text(content, "site.yaml", limit=RECORD_LIMIT))
    except BuildFailed:
        return None


def _cache(options: Options) -> Cache:
    if not options.cached:
        return NoCache()
    folder = options.content.resolve().parent / ".cache" / "build"
    if options.clean:
        import shutil

        shutil.rmtree(folder, ignore_errors=True)
    return Cache(folder)


def explain(options: Options, path: str) -> str:
    """The recipe of the target that makes a path, as text; which paths are near where there is none."""
    from generator.errors import did_you_mean
    from generator.plan.pieces import shown
    from generator.plan.targets import PageRecipe
    from generator.render.run import key

    content = _folder(options.content)
    ready = prepare(options, content, _cache(options))
    wanted = path.removeprefix(f"{options.output}/")
    for target in ready.plan.targets:
        if wanted in target.paths:
            recipe = target.recipe
            seen = shown(recipe.view() if isinstance(recipe, PageRecipe) else recipe)
            parts = [f"  {name}: {part!r}" for name, part in seen.items()]
            return "\n".join([target.what, f"maker: {target.maker}", f"key: {key(target)}", *parts])
    near = did_you_mean(wanted, [p for t in ready.plan.targets for p in t.paths])
    raise BuildFailed([problem("path-unknown", Place(path), path=wanted, suggestion=near)])
