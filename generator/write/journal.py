"""The steps that turn the old site into the new one, written down before the first is taken.

Everything a step needs is staged already, so a step is a rename or a removal, and taking it twice does no more than
taking it once: whoever finds a journal takes all its steps, and the site is whole.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

NAME = "journal.json"
NEW = "new"  # the folder of staged files, under their paths in the site
# What gives way is moved here and removed after the burst. Renaming over a file makes ext4 write the new one out at
# once, so that ten thousand pages took ten seconds, the site half old all the while; so they take less than one.
OLD = "old"


class Step(NamedTuple):
    """`put` takes the staged file of that path over; `remove` removes the site's, and the folders this empties."""

    verb: str
    path: str


def write(staging: Path, steps: Iterable[Step]) -> None:
    """Writes the steps down; from here on the build is done, whatever happens. Raises OSError."""
    beside = staging / f"{NAME}.part"
    with open(beside, "w", encoding="utf-8") as file:
        file.write(json.dumps(list(steps)))  # `dump` would write piece by piece
        file.flush()
        os.fsync(file.fileno())
    os.rename(beside, staging / NAME)


def finish(staging: Path, site: Path) -> None:
    """Takes every step of the journal, if there is one, and removes the staging folder. Raises OSError."""
    try:
        steps = json.loads((staging / NAME).read_bytes())
    except FileNotFoundError:  # staging was not complete: the old site is the site
        steps = []
    if steps:
        (staging / OLD).mkdir(exist_ok=True)
    for number, (verb, path) in enumerate(steps):
        old = f"{staging}/{OLD}/{number}"
        if verb == "put":
            _put(f"{staging}/{NEW}/{path}", f"{site}/{path}", old)
        else:
            _remove(path, site, old)
    discard(staging)


def discard(staging: Path) -> None:
    """Removes what is staged; its journal first, because half of a staging folder must not be taken over."""
    (staging / NAME).unlink(missing_ok=True)
    if staging.exists():
        shutil.rmtree(staging)


def _put(staged: str, target: str, old: str) -> None:
    if not os.path.lexists(staged):  # taken over before a kill
        return
    with suppress(FileNotFoundError):
        os.rename(target, old)
    try:
        os.rename(staged, target)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        os.rename(staged, target)


def _remove(path: str, site: Path, old: str) -> None:
    target = site / path
    if os.path.lexists(target) and not target.is_dir():
        os.rename(target, old)
    for folder in target.parents:
        if folder == site or not folder.is_dir():
            return
        try:
            folder.rmdir()
        except OSError:  # not empty
            return
