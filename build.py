"""Build the catalogue: `python3 build.py`, on any machine that has Python 3.11.

The first run makes `.venv` beside this file from the hash-pinned requirements; every run then hands over to
`generator.__main__`. Where the running Python already has all it needs, nothing is made. Nothing outside this
folder is touched. Standard library only: this file runs before anything is installed.
"""

from __future__ import annotations

import gc
import hashlib
import os
import re
import sys
from pathlib import Path
from typing import NoReturn

HERE = Path(__file__).resolve().parent
PLACE = HERE / ".venv"
PYTHON = PLACE / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = PLACE / "etalase-requirements"  # what `.venv` was made from, or that it was left half-made
HALF_MADE = "half-made"


def enter(requirements: str) -> None:
    """Return in a Python that has all of `requirements/NAME.txt`, starting this program again in `.venv` if need be.

    Exits with 2, saying why in Indonesian and English, where such a Python cannot be had.
    """
    if sys.version_info < (3, 11):  # noqa: UP036 (this file is read by whatever Python there is)
        found = ".".join(map(str, sys.version_info[:3]))
        stop(f"Perlu Python 3.11 atau lebih baru; ini {found}.", f"Python 3.11 or newer is needed; this is {found}.")
    inside = Path(sys.prefix).resolve() == PLACE.resolve()
    made = set(STAMP.read_text("utf-8").splitlines()) if STAMP.is_file() and PYTHON.exists() else set()
    holds = {digest(requirements), digest("tests")}  # what tests need is that and more
    ready = not made.isdisjoint(holds) and (not inside or version() in made)
    if (ready and inside) or (not ready and has_everything(requirements)):
        return
    if not ready:
        make(requirements, made)
    command = [str(PYTHON), *sys.orig_argv[1:]]
    if os.name == "nt":  # exec there returns to the prompt before the new program has ended
        import subprocess

        sys.exit(subprocess.call(command))
    sys.stdout.flush()
    os.execv(command[0], command)  # noqa: S606


def has_everything(requirements: str) -> bool:
    """Whether the running Python has each pinned package, at the pinned version or a newer one."""
    # Their folders say it in their names; asking importlib.metadata would take longer than many a build.
    installed: dict[str, str] = {}
    for folder in filter(os.path.isdir, reversed(sys.path)):
        for entry in os.listdir(folder):
            found = re.match(r"([\w.]+)-(\d[^-]*).*\.(?:dist|egg)-info$", entry)
            if found:
                installed[plain(found[1])] = found[2]
    # A pin with a marker (`; sys_platform == …`) is only for some machines: its absence says nothing.
    pins = re.findall(r"^([\w.-]+)==([\w.]+) \\$", lock(requirements).read_text("utf-8"), re.MULTILINE)
    return all(numbers(installed.get(plain(name), "")) >= numbers(pin) for name, pin in pins)


def plain(name: str) -> str:
    """A package's name as all its spellings have it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def make(requirements: str, made: set[str]) -> None:
    """Make `.venv`, or mend it, and install into it; `made` is what its stamp said."""
    fresh = HALF_MADE in made or not can_install()
    if fresh:
        need_venv()
    say(
        "Menyiapkan .venv (hanya sekali; perlu internet, sekitar satu menit) …",
        "Preparing .venv (once only; needs the internet, about a minute) …",
    )
    done = False
    try:
        done = (not fresh or run(sys.executable, "-m", "venv", "--clear", str(PLACE))) and install(requirements)
    finally:
        if fresh and not done:
            import shutil

            shutil.rmtree(PLACE, ignore_errors=True)
    if not done:
        if not fresh:  # pip fetches everything before it changes anything: what was there still works
            stamp(made)
        stop(
            "Pemasangan gagal; alasannya di atas. Periksa sambungan internet, lalu jalankan lagi.",
            "The installation failed, for the reason above. Check the internet connection, then run this again.",
        )
    kept = set() if fresh else made & {digest("core"), digest("tests")}
    stamp(kept | {version(), digest(requirements)})


def can_install() -> bool:
    """Whether `.venv` is there and has pip: after a system has got a newer Python, an old one no longer does."""
    return PYTHON.exists() and run(
        str(PYTHON), "-c", "import sys, importlib.util as u; sys.exit(u.find_spec('pip') is None)"
    )


def install(requirements: str) -> bool:
    """Install by pip, each file checked against its hash; only wheels, since building one fetches what no hash pins."""
    stamp({HALF_MADE})
    options = ["--require-hashes", "--only-binary=:all:", "--no-cache-dir", "--disable-pip-version-check", "--no-input"]
    return run(str(PYTHON), "-m", "pip", "install", "--quiet", *options, "--requirement", str(lock(requirements)))


def stamp(lines: set[str]) -> None:
    """Write down what `.venv` is."""
    STAMP.write_text("".join(f"{line}\n" for line in sorted(lines)), "utf-8")


def need_venv() -> None:
    """Stop where Python came without `venv`, as Debian's does."""
    from importlib.util import find_spec

    if not (find_spec("venv") and find_spec("ensurepip")):
        stop(
            "Python ini tidak punya `venv`. Pasang dahulu: sudo apt install python3-venv",
            "This Python has no `venv`. Install it first: sudo apt install python3-venv",
        )


def run(*command: str) -> bool:
    """Run a program to its end; whether it went well."""
    import subprocess

    # A personal setting that sends installations elsewhere must not reach ours.
    elsewhere = {"PIP_USER", "PIP_TARGET", "PIP_PREFIX"}
    environment = {name: value for name, value in os.environ.items() if name not in elsewhere}
    # pip asks `rustc --version`, and where that is rustup it writes its settings into an empty home.
    environment["RUSTUP_HOME"] = str(PLACE / "rustup")
    return subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, check=False).returncode == 0


def lock(requirements: str) -> Path:
    """Where the pinned requirements of this name are."""
    return HERE / "requirements" / f"{requirements}.txt"


def digest(requirements: str) -> str:
    """The stamp's line for requirements: their name and SHA-256."""
    return f"{requirements} {hashlib.sha256(lock(requirements).read_bytes()).hexdigest()}"


def version() -> str:
    """The stamp's line for the running Python."""
    return f"python {sys.version_info[0]}.{sys.version_info[1]}"


def numbers(version: str) -> list[int]:
    """`3.1.6` as numbers that compare."""
    return [int(number) for number in re.findall(r"\d+", version)]


def say(indonesian: str, english: str) -> None:
    """Tell both readers, on the stream that is not the result."""
    print(f"{indonesian}\n{english}", file=sys.stderr, flush=True)


def stop(indonesian: str, english: str) -> NoReturn:
    """Tell both readers why nothing more can be done, and end."""
    say(indonesian, english)
    sys.exit(2)


def main() -> NoReturn:
    """Enter an environment that has what a build needs, and build."""
    gc.disable()  # there is little to look through for cycles, and the process ends soon
    enter("core")
    from generator.__main__ import program as etalase

    code = etalase()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)  # taking down, piece by piece, what a large catalogue is made of in memory would take a while


if __name__ == "__main__":
    main()
