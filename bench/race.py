"""The measurement: each scenario done by each contestant in turn, so that a slow minute is everyone's."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bench.changes import SCENARIOS, Scenario
from bench.contestants import Contestant, Field, assemble
from bench.goods import Size
from bench.measure import Run
from bench.reading import counts, differences

READ = 600  # pages read to compare two sites


@dataclass(slots=True)
class Result:
    """What was found for one size: runs by scenario and contestant, the peak memory of each, pages, differences."""

    size: Size
    runs: dict[tuple[str, str], list[Run]] = field(default_factory=dict)
    memory: dict[tuple[str, str], float] = field(default_factory=dict)
    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    differences: dict[str, list[str]] = field(default_factory=dict)

    def wall(self, scenario: str, name: str) -> float | None:
        """Median seconds by the clock; None where it was not measured."""
        found = self.runs.get((scenario, name))
        return statistics.median(run.wall for run in found) if found else None

    def cpu(self, scenario: str, name: str) -> float | None:
        """Median processor seconds; None where it was not measured."""
        found = self.runs.get((scenario, name))
        return statistics.median(run.cpu for run in found) if found else None


def race(size: Size, names: tuple[str, ...], keys: tuple[str, ...], folder: Path, *, runs: int) -> Result:
    """Measure a catalogue of this size. One round more than `runs` is run: the first warms up and watches memory."""
    result = Result(size)
    all_there = assemble(size, folder, names)
    scenarios = [s for s in SCENARIOS if (s.key in keys or s.key == "cold") and (s.twins or size.photos)]
    for round_ in range(runs + 1):
        for scenario in scenarios:
            _once(result, all_there, scenario, round_)
            if scenario.key == "cold" and not round_:
                _compare(result, all_there)
    _compare(result, all_there)  # once more: every change must show with everyone
    return result


def _once(result: Result, all_there: Field, scenario: Scenario, round_: int) -> None:
    """One scenario by all, from another one each round."""
    mark = 1 + round_
    if all_there.teller:
        all_there.teller.change(scenario, mark)
    taking = [c for c in all_there.contestants if scenario.twins or c.name.startswith("etalase")]
    first = round_ % len(taking)
    for contestant in (*taking[first:], *taking[:first]):
        contestant.prepare(scenario, mark)
        contestant.forget(scenario.forgets)
        key = (scenario.key, contestant.name)
        if round_ == 0:
            result.memory[key] = contestant.run("memory").memory
        else:
            run = contestant.run()
            result.runs.setdefault(key, []).append(run)
            _say(f"{result.size.products} {scenario.key} {contestant.name}: {run.wall:.2f} s, {run.cpu:.2f} s cpu")


def _compare(result: Result, all_there: Field) -> None:
    """Count everyone's pages, and read them against ours."""
    sites = {c.name: c for c in all_there.contestants}
    for name, contestant in sites.items():
        result.counts[name] = counts(contestant.output())
    if "etalase" in sites and all_there.teller:
        pages = result.counts["etalase"].get("id", 0) + result.counts["etalase"].get("en", 0)
        told, every = all_there.teller.tell(), max(1, pages // READ)
        for twin in _twins(sites):
            ours = sites["etalase"].output()
            found = differences(told, ours, twin.output(), every=every)
            result.differences.setdefault(twin.name, []).extend(found)
            _say(f"{twin.name}: {len(found)} differences from ours in one page of {every}")
            _say("\n".join(found[:10]))


def _twins(sites: dict[str, Contestant]) -> Iterator[Contestant]:
    return (c for name, c in sites.items() if not name.startswith("etalase"))


def _say(text: str) -> None:
    if text:
        print(text, file=sys.stderr, flush=True)
