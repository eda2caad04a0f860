"""What of a plan is made already, and making what is not: the one place where targets, cache and site come together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.cache import Cache
from generator.errors import BuildFailed, Problem
from generator.made import Made
from generator.plan.targets import Target
from generator.render import run
from generator.render.packs import Packs
from generator.render.run import Workshop, key, make_all
from generator.write.output import Output

if TYPE_CHECKING:
    from concurrent.futures import Executor

Listener = Callable[[str, int, int], None]  # what is being done, how much of it is done, of how much
Cost = tuple[float, str, str]  # seconds that a target took, its template or maker, what it is


@dataclass(frozen=True, slots=True)
class Work:
    """A plan's targets: each path's key; the digests of the files that stand already; the targets that do not."""

    keys: Mapping[str, str]
    keep: Mapping[str, str]
    lacking: Sequence[Target]

    @classmethod
    def of(cls, targets: Sequence[Target], output: Output, cache: Cache, before: Made) -> Work:
        """What the last build made under the same key stands; photos that an earlier build encoded are laid down from
        the cache."""
        keys: dict[str, str] = {}
        made_by: dict[str, Target] = {}
        for target in targets:
            name = key(target)
            for path in target.paths:
                keys[path], made_by[path] = name, target
        same = [path for path, name in before.keys.items() if keys.get(path) == name]
        digests = before.manifest.digests
        keep = output.ours.standing({path: digests[path] for path in same})
        lacking: list[Target] = []
        for path, target in made_by.items():
            if path not in keep and not (lacking and lacking[-1] is target):  # a target's paths follow each other
                lacking.append(target)
        return cls(keys, keep, [t for t in lacking if not _taken_from_cache(t, keys, output, cache)])

    def make(
        self, shop: Workshop, output: Output, cache: Cache, listener: Listener, *, jobs: int, executor: Executor | None
    ) -> list[Cost]:
        """Makes what is to be made, and lays it beside the site. Raises BuildFailed with every problem."""
        done = 0
        problems: list[Problem] = []
        costs: list[Cost] = []
        packs = Packs(cache) if len(self.lacking) >= run.FEWEST else None

        def put(target: Target, files: tuple[bytes, ...]) -> tuple[str, ...]:
            if target.maker == "photo":
                for number, data in enumerate(files):
                    cache.put(f"{self.keys[target.paths[0]]}{number:02}", data)
            return tuple(output.put(path, data) for path, data in zip(target.paths, files, strict=True))

        listener("page", 0, len(self.lacking))
        for unit, result in make_all(self.lacking, shop, put, packs, jobs=jobs, executor=executor):
            problems += result.problems
            for target, digests, seconds in zip(unit, result.digests, result.seconds, strict=True):
                costs.append((seconds, target.template or target.maker, target.what))
                for path, digest in zip(target.paths, digests or (), strict=False):
                    output.take(path, digest)
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
