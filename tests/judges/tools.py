"""The programs that judge a built site and are no Python: Chromium, the Nu HTML Checker, axe-core.

`python3 -m tests` has them ready before the tests run. Debian packages are installed only as root, and said first;
what comes from npm is pinned by version and hash and kept in `.cache/npm`. Standard library only.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
KEPT = HERE.parent.parent / ".cache" / "npm"
VNU = KEPT / "node_modules/vnu-jar/build/dist/vnu.jar"
AXE = KEPT / "node_modules/axe-core/axe.min.js"
PACKAGES = {"chromium": "chromium", "java": "default-jre-headless", "npm": "npm"}


def program(name: str) -> str | None:
    """Where a program is; `CHROMIUM` may name a browser that is not on the path."""
    if name == "chromium":
        names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
        return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    return shutil.which(name)


def missing() -> list[str]:
    """The Debian packages whose programs are not here; npm counts only while something is still to be fetched."""
    needed = [name for name in PACKAGES if name != "npm" or not fetched()]
    return [PACKAGES[name] for name in needed if program(name) is None]


def prepare() -> bool:
    """Have every judge ready. Whether that went well; what stands in the way has been said."""
    root = os.name == "posix" and os.geteuid() == 0
    if (packages := missing()) and root and shutil.which("apt-get"):
        apt(packages)
    if packages := missing():
        say(f"Not found: {', '.join(packages)}. On Debian: sudo apt install {' '.join(packages)}")
        say("A browser elsewhere can be named: CHROMIUM=/path/to/chrome python3 -m tests")
        return False
    return fetched() or fetch()


def apt(packages: list[str]) -> None:
    """Install Debian packages, as root; what went wrong apt says itself."""
    say(f"Installing Debian packages, which the tests need: {' '.join(packages)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "--yes", "-qq", "--no-install-recommends", *packages]
    for command in (["apt-get", "update", "-qq"], install):
        subprocess.run(command, env=quiet, stdin=subprocess.DEVNULL, check=False)


def fetched() -> bool:
    """Whether what the lock file names is in `.cache/npm`."""
    lock = KEPT / "package-lock.json"
    same = lock.is_file() and lock.read_bytes() == (HERE / "package-lock.json").read_bytes()
    return same and VNU.is_file() and AXE.is_file()


def fetch() -> bool:
    """Fetch what the lock file names by npm, which checks each hash; no script of a package is run."""
    say("Fetching the Nu HTML Checker and axe-core by npm into .cache/npm …")
    KEPT.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(HERE / name, KEPT / name)
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"]
    command = [program("npm") or "npm", "ci", *quiet, "--cache", str(KEPT / "cache")]
    done = subprocess.run(command, cwd=KEPT, stdin=subprocess.DEVNULL, check=False).returncode == 0
    shutil.rmtree(KEPT / "cache", ignore_errors=True)
    return done and fetched()


def say(sentence: str) -> None:
    """One line of progress."""
    print(sentence, file=sys.stderr, flush=True)
