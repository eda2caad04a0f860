"""`python3 -m tests`: everything that is checked, on any machine, in one go.

Makes the environment as `build.py` does, has the judges of a built site ready, then checks format, lint, types and
tests. Each step runs even if one before it failed. Options go to pytest: `python3 -m tests -k price`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile

from build import HERE, enter
from tests.judges import tools

STEPS = {
    "format": ("ruff", "format", "--check", "."),
    "lint": ("ruff", "check", "."),
    "types": ("mypy",),
    "tests": ("pytest", "-W", "error"),
}


def main() -> int:
    """0 where every step went well, 1 where one did not, 2 where the tests could not be run."""
    enter("tests")
    if not tools.prepare():
        return 2
    with tempfile.TemporaryDirectory(prefix="etalase-home-") as home:
        # Programs that write into a home get one that goes away again.
        environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
        environment["HOME"] = home
        failed = [name for name in STEPS if not step(name, environment)]
    if failed:
        print(f"\nFailed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


def step(name: str, environment: dict[str, str]) -> bool:
    """Run one step in the open; whether it went well."""
    command = [sys.executable, "-m", *STEPS[name], *(sys.argv[1:] if name == "tests" else ())]
    print(f"\n── {name}: {' '.join(command[2:])}", flush=True)
    return subprocess.run(command, cwd=HERE, env=environment, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
