"""What of a plan is made already, and making what is not: the one place where targets, cache and site come together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.cache import Cache
from generator.errors import BuildFailed, Problem
from generator.made import Made
from generator.plan.targets import Target
from generator.render import run
from generator.render.packs import Packs
from generator.render.run import Workshop, key, make_all
from generator.write.output import Laid, Output

if TYPE_CHECKING:
    from concurrent.futures import Executor

Listener = Callable[[str, int, int], None]  # what is being done, how much of it is done, of how much
Cost = tuple[float, str, str]  # seconds that a target took, its template or maker, what it is


@dataclass(frozen=True, slots=True)
class Work:
    """A plan's targets: each path's key; the files that stand already; the targets that do not."""

    keys: Mapping[str, str]
    keep: Collection[str]
    lacking: Sequence[Target]

    @classmethod
    def of(cls, targets: Sequence[Target], output: Output, cache: Cache, before: Made) -> Work:
        """What the last build made under the same key stands; photos that an earlier build encoded are laid down from
        the cache."""
        named = [(target, target.paths, key(target)) for target in targets]
        keys = {path: name for _, paths, name in named for path in paths}
        same = output.ours.listed.seal == before.manifest.seal
        keep = output.ours.standing([p for p, name in before.keys.items() if keys.get(p) == name] if same else ())
        lacking = [target for target, paths, _ in named if not keep.issuperset(paths)]
        return cls(keys, keep, [t for t in lacking if not _taken_from_cache(t, keys, output, cache)])

    def make(
        self, shop: Workshop, output: Output, cache: Cache, listener: Listener, *, jobs: int, executor: Executor | None
    ) -> list[Cost]:
        """Makes what is to be made, and lays it beside the site. Raises BuildFailed with every problem."""
        done = 0
        problems: list[Problem] = []
        costs: list[Cost] = []
        packs = Packs(cache) if len(self.lacking) >= run.FEWEST else None

        def put(target: Target, files: tuple[bytes, ...]) -> tuple[Laid, ...]:
            if target.maker == "photo":
                for number, data in enumerate(files):
                    cache.put(f"{self.keys[target.paths[0]]}{number:02}", data)
            return tuple(output.put(path, data) for path, data in zip(target.paths, files, strict=True))

        listener("page", 0, len(self.lacking))
        for unit, result in make_all(self.lacking, shop, put, packs, jobs=jobs, executor=executor):
            problems += result.problems
            for target, laid, seconds in zip(unit, result.laid, result.seconds, strict=True):
                costs.append((seconds, target.template or target.maker, target.what))
                for path, file in zip(target.paths, laid or (), strict=False):
                    output.take(path, file)
            if packs:
                packs.note(result.packed)
            done += len(unit)
            listener("photo" if unit[0].maker == "photo" else "page", done, len(self.lacking))
        if problems:
            raise BuildFailed(problems)
        if packs:
            packs.remember({*self.keys.values()})
        return costs


def _taken_from_cache(target: Target, keys: Mapping[str, str], output: Output, cache: Cache) -> bool:
    """A photo's copies, if every one of them is kept from an earlier build."""
    if target.maker != "photo":
        return False
    files = [cache.get(f"{keys[path]}{number:02}") for number, path in enumerate(target.paths)]
    if any(data is None for data in files):
        return False
    for path, data in zip(target.paths, files, strict=True):
        output.put(path, data or b"")
    return True
