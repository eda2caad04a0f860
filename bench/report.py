"""What was measured, as a page to read: tables of seconds and of ratios, how cost grows, and a chart."""

from __future__ import annotations

import math
import os
import platform
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from bench import programs
from bench.changes import SCENARIOS
from bench.race import Result

CHART = "results.svg"
TITLES = {scenario.key: scenario.title for scenario in SCENARIOS}
COLOURS = {
    "etalase": "#9c3d2e",
    "etalase-real": "#d08a5f",
    "hugo": "#3d5a80",
    "hugo-pretty": "#7d9cc0",
    "eleventy": "#6b7a4b",
}


def report(results: Sequence[Result], names: Sequence[str], *, runs: int) -> str:
    """The whole page, in Markdown."""
    parts = [HEAD.format(runs=runs, **_machine()), f"![Seconds by scenario]({CHART})\n"]
    for result in results:
        parts += [f"## {result.size.products:,} products × 2 languages\n", _equal(result), _table(result, names)]
        ratios = "\n".join(_ratios(result))
        if ratios:
            parts.append(f"Ours (plain theme) as a ratio:\n\n{ratios}\n")
    if len(results) > 1:
        parts.append(_growth(results, names))
    return "\n".join(parts)


HEAD = """# Benchmark results

Written by `python -m bench`. Whole processes, one after another in turns, medians of {runs} runs; peak memory is the
sum of the proportional set sizes of all processes of a build, watched in a run of its own. `etalase` has the bench's
plain theme, whose pages the twins give too; `etalase-real` the real theme, which shows more. Ours runs in the Python
that runs the bench: let it be the system's own, as one that was built without a profile is slower by an eighth.

{machine}; {versions}. Load before: {load}.
"""


def _machine() -> dict[str, str]:
    cpu = next((x for x in Path("/proc/cpuinfo").read_text("utf-8").splitlines() if x.startswith("model name")), ": ?")
    node = programs.version(["node", "--version"])
    hugo = programs.version([str(programs.hugo()), "version"]).partition("+")[0]
    eleventy = programs.NODE[0].rpartition("@")[2]
    python = f"{platform.python_version()} of {sys.base_prefix}"
    return {
        "machine": f"{len(os.sched_getaffinity(0))} cores ({cpu.partition(': ')[2]}), {platform.system()}",
        "versions": f"Python {python}, {hugo}, Eleventy {eleventy} on Node {node}",
        "load": f"{os.getloadavg()[0]:.1f}",
    }


def _equal(result: Result) -> str:
    """Whether the twins say the same, in one paragraph."""
    pages = {name: found.get("id", 0) + found.get("en", 0) for name, found in result.counts.items()}
    told = ", ".join(f"{name} {count:,}" for name, count in pages.items())
    odd = "; ".join(f"{name}: {len(found)}" for name, found in result.differences.items())
    odd = odd or "not compared"
    return f"Pages: {told}. Differences from ours in words, links and data, before and after all changes: {odd}.\n"


def _table(result: Result, names: Sequence[str]) -> str:
    """Seconds by the clock / processor seconds / MB, a row a scenario."""
    shown = [n for n in names if any(key[1] == n for key in result.runs)]
    rows = [f"| wall s · cpu s · MB | {' | '.join(shown)} |", f"|---|{'---:|' * len(shown)}"]
    for key in dict.fromkeys(scenario for scenario, _ in result.runs):
        cells = (_cell(result, key, name) for name in shown)
        rows.append(f"| {TITLES[key]} | {' | '.join(cells)} |")
    return "\n".join(rows) + "\n"


def _cell(result: Result, scenario: str, name: str) -> str:
    wall, cpu = result.wall(scenario, name), result.cpu(scenario, name)
    if wall is None or cpu is None:
        return "–"
    return f"{wall:.2f} · {cpu:.2f} · {result.memory.get((scenario, name), 0):.0f}"


def _ratios(result: Result) -> Iterator[str]:
    """Ours to the better of Hugo's two, and to Eleventy: wall, processor, memory."""
    groups = (("Hugo", ("hugo", "hugo-pretty")), ("Eleventy", ("eleventy",)))
    yield "| | wall to Hugo | cpu to Hugo | memory to Hugo | wall to Eleventy | cpu to Eleventy | memory to Eleventy |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for key in dict.fromkeys(scenario for scenario, _ in result.runs):
        cells = []
        for _, names in groups:
            walls = [w for n in names if (w := result.wall(key, n))]
            cpus = [c for n in names if (c := result.cpu(key, n))]
            sizes = [m for n in names if (m := result.memory.get((key, n)))]
            ours = (result.wall(key, "etalase"), result.cpu(key, "etalase"), result.memory.get((key, "etalase")))
            for own, others in zip(ours, (walls, cpus, sizes), strict=True):
                cells.append(f"{own / min(others):.3f}" if own and others else "–")
        yield f"| {TITLES[key]} | {' | '.join(cells)} |"


def _growth(results: Sequence[Result], names: Sequence[str]) -> str:
    """The exponent with which cold time and memory grow from the smallest to the largest catalogue."""
    first, last = results[0], results[-1]
    rows = [
        "## Growth\n",
        f"Exponents from {first.size.products:,} to {last.size.products:,} products, cold: 1 is linear.\n",
    ]
    rows += ["| | wall | cpu | memory |", "|---|---:|---:|---:|"]
    for name in names:
        key = ("cold", name)
        pairs = (
            (first.wall(*key), last.wall(*key)),
            (first.cpu(*key), last.cpu(*key)),
            (first.memory.get(key), last.memory.get(key)),
        )
        grown = math.log(last.size.products / first.size.products)
        cells = [f"{math.log(b / a) / grown:.2f}" if a and b else "–" for a, b in pairs]
        rows.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(rows) + "\n"


def chart(result: Result, names: Sequence[str]) -> str:
    """Bars of seconds by scenario and contestant, in logarithmic length, as SVG."""
    keys = list(dict.fromkeys(scenario for scenario, _ in result.runs))
    shown = [n for n in names if any(key[1] == n for key in result.runs)]
    walls = [w for key in keys for n in shown if (w := result.wall(key, n))]
    low, high = min(walls) / 1.5, max(walls)
    bar, y, parts = 11, 34, []
    for key in keys:
        parts.append(f'<text x="0" y="{y + 9}" class="b">{escape(TITLES[key])}</text>')
        for name in shown:
            wall = result.wall(key, name)
            if wall is None:
                continue
            width = 420 * math.log(wall / low) / math.log(high / low)
            parts.append(f'<rect x="190" y="{y}" width="{width:.0f}" height="{bar - 2}" fill="{COLOURS[name]}"/>')
            parts.append(f'<text x="{196 + width:.0f}" y="{y + 9}">{wall:.2f} s</text>')
            y += bar
        y += 8
    legend = "".join(
        f'<rect x="{n * 130}" y="6" width="10" height="10" fill="{COLOURS[name]}"/>'
        f'<text x="{n * 130 + 14}" y="15">{name}</text>'
        for n, name in enumerate(shown)
    )
    note = f'<text x="680" y="26" text-anchor="end">{result.size.products:,} products; lengths are logarithmic</text>'
    style = "<style>text{font:10px sans-serif;fill:#222}.b{font-weight:bold}svg{background:#fff}</style>"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 {y}" width="680">'
    return f"{head}{style}{legend}{note}{''.join(parts)}</svg>\n"
