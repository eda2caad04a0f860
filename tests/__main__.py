"""`python3 -m tests`: everything that is checked, on any machine, in one go.

Makes the environment as `build.py` does, has the judges of a built site ready, then checks format, lint, types and
tests. Each step runs even if one before it failed. What is tested in a browser, which mostly waits, is tested beside
all else. Options go to pytest, which then runs once: `python3 -m tests -k price`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from build import HERE, enter
from tests.judges import tools

STEPS = {
    "format": ("ruff", "format", "--check", "."),
    "lint": ("ruff", "check", "."),
    "types": ("mypy",),
}
TESTS = ("pytest", "-W", "error")
IN_A_BROWSER = {"buyers": "tests/buyers", "judges": "tests/judges"}


def main() -> int:
    """0 where every step went well, 1 where one did not, 2 where the tests could not be run."""
    enter("tests")
    if not tools.prepare():
        return 2
    with tempfile.TemporaryDirectory(prefix="etalase-home-") as home:
        # Programs that write into a home get one that goes away again.
        environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
        environment["HOME"] = home
        if len(sys.argv) > 1:
            failed = [] if step("tests", (*TESTS, *sys.argv[1:]), environment) else ["tests"]
        else:
            failed = everything(environment, Path(home))
    if failed:
        print(f"\nFailed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


def everything(environment: dict[str, str], home: Path) -> list[str]:
    """Run every step, the browser's tests beside the others; the names of those that went wrong."""
    beside = {name: start(name, folder, environment, home) for name, folder in IN_A_BROWSER.items()}
    failed = [name for name, module in STEPS.items() if not step(name, module, environment)]
    if not step("tests", (*TESTS, *(f"--ignore={folder}" for folder in IN_A_BROWSER.values())), environment):
        failed.append("tests")
    for name, run in beside.items():
        failed += [name] if run.wait() else []
        said = (home / f"{name}.log").read_text("utf-8", "replace")
        print(f"\n── {name}: {' '.join(TESTS)} {IN_A_BROWSER[name]}\n{said}", flush=True)
    return failed


def start(name: str, folder: str, environment: dict[str, str], home: Path) -> subprocess.Popen[bytes]:
    """Start the tests of a folder; what they say goes to a file in `home`."""
    with (home / f"{name}.log").open("wb") as said:
        command = [sys.executable, "-m", *TESTS, folder]
        return subprocess.Popen(command, cwd=HERE, env=environment, stdout=said, stderr=said)


def step(name: str, module: tuple[str, ...], environment: dict[str, str]) -> bool:
    """Run one step in the open; whether it went well."""
    print(f"\n── {name}: {' '.join(module)}", flush=True)
    return subprocess.run([sys.executable, "-m", *module], cwd=HERE, env=environment, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
