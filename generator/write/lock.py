"""One builder at a time for one output folder, by a lock that the system takes back when its holder dies.

A lock of the system, not a file that says "busy": no killed build leaves a folder locked for ever. It is the kind that
belongs to a process and is not handed on by a fork, so that workers which outlive a killed build don't hold it.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

HELD: set[str] = set()  # by this process: the system's lock keeps out other processes only


@dataclass(slots=True)
class Lock:
    """A file beside the output folder, there only while it is held."""

    path: Path
    _file: int = field(default=-1, init=False)

    def take(self) -> bool:
        """True if it is ours from now on, False if another builder holds it. Raises OSError."""
        if str(self.path) in HELD:  # asking the system would give the lock up: closing any handle of the file does
            return False
        while True:
            self._file = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o644)
            if not _exclusive(self._file):
                os.close(self._file)
                return False
            if _same(self._file, self.path):
                HELD.add(str(self.path))
                return True
            os.close(self._file)  # its last holder removed it in between

    def release(self) -> None:
        if str(self.path) in HELD:
            HELD.discard(str(self.path))
            if sys.platform != "win32":  # there, an open file can't be removed; it stays and harms nobody
                self.path.unlink(missing_ok=True)
            os.close(self._file)


def _exclusive(file: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _same(file: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file), os.stat(path))
    except FileNotFoundError:
        return False
