"""One run of one program as a whole process: seconds by the clock and of the processor, and all its memory."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

EVERY = 0.05  # seconds between two looks at the memory


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took: seconds by the clock, processor seconds of all its processes, peak memory in MB (0: not
    watched). Memory is the sum of proportional set sizes: a page that several processes share counts once."""

    wall: float
    cpu: float
    memory: float = 0.0


class Failed(Exception):
    """A program ended badly; its last words."""


def run(command: list[str], *, where: Path, environment: dict[str, str], watched: tuple[str, ...] = ()) -> Run:
    """Run a program to its end. `watched` has "memory" where its memory is looked at, which slows it: such a run's
    seconds should not be used. Raises Failed."""
    os.sync()
    # As on a user's machine: this one's settings may keep Python from remembering what it has compiled.
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    peak = [0.0]
    started = time.perf_counter()
    # Its words go to a file: a pipe that nobody empties would stop it.
    log = where / "bench.log"
    with log.open("wb") as words:
        process = subprocess.Popen(
            command, cwd=where, env={**plain, **environment}, stdout=words, stderr=words, stdin=subprocess.DEVNULL
        )
        over = threading.Event()
        watcher = threading.Thread(target=_watch, args=(process.pid, over, peak), daemon=True)
        if "memory" in watched:
            watcher.start()
        _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    over.set()
    if watcher.is_alive():
        watcher.join()
    if process.returncode:
        raise Failed(f"{' '.join(command)}\n{log.read_text('utf-8', 'replace')[-3000:]}")
    return Run(wall, used.ru_utime + used.ru_stime, peak[0])


def _watch(root: int, over: threading.Event, peak: list[float]) -> None:
    while not over.wait(EVERY):
        peak[0] = max(peak[0], sum(_proportional(pid) for pid in family(root)) / 1024)


def family(root: int) -> Iterable[int]:
    """A process and all that descend from it, while they live."""
    waiting = [root]
    while waiting:
        pid = waiting.pop()
        yield pid
        try:
            for task in os.listdir(f"/proc/{pid}/task"):
                waiting += map(int, Path(f"/proc/{pid}/task/{task}/children").read_text().split())
        except OSError:
            continue


def _proportional(pid: int) -> int:
    """The proportional set size of a process in kB; 0 once it has ended."""
    try:
        with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as rollup:
            return next((int(line.split()[1]) for line in rollup if line.startswith("Pss:")), 0)
    except OSError:
        return 0
