"""`build.json`: what in a site's folder is ours, each file with its SHA-256 and size.

It goes with the site and may have been anywhere since, so no path in it is used before it is found to be a plain one.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Mapping
from json.encoder import encode_basestring_ascii as quoted
from pathlib import Path
from typing import NamedTuple

NAME = "build.json"
FEW = 50  # entries that are exchanged in a text sooner than all are spelled


class Entry(NamedTuple):
    """What is known of a file of ours: its SHA-256 in hexadecimal, its size in bytes."""

    sha256: str
    size: int


class Manifest(NamedTuple):
    """What a build.json lists. It lists the same as long as its `stamp` is the same: whose it is, its size and time."""

    stamp: str
    entries: Mapping[str, Entry]


def stamp(site: Path) -> tuple[str, int]:
    """The stamp of a site's build.json, and when it was written, in nanoseconds. Raises OSError."""
    found = os.lstat(site / NAME)
    return f"{found.st_size} {found.st_mtime_ns} {str(site)!a}", found.st_mtime_ns


def read(site: Path) -> dict[str, Entry]:
    """What a site's build.json lists, whatever the paths. Raises OSError, and much else for one that is not ours."""
    said = json.loads((site / NAME).read_bytes())
    if said["made_by"] != "etalase":
        raise ValueError("another program's")
    return {path: Entry(str(file["sha256"]), int(file["size"])) for path, file in said["files"].items()}


def respelled(site: Path, before: Mapping[str, Entry], entries: Mapping[str, Entry], changed: Collection[str]) -> bytes:
    """The same as `spelled`. Where but for few `changed` entries it is as `before`, it is made of the site's own
    build.json."""
    if len(changed) > FEW or entries.keys() != before.keys():
        return spelled(entries)
    try:
        text = (site / NAME).read_bytes()
    except OSError:
        return spelled(entries)
    for path in changed:
        old, new = (_line(path, known[path]).encode() for known in (before, entries))
        if text.count(old) != 1:
            return spelled(entries)
        text = text.replace(old, new)
    return text


def spelled(entries: Mapping[str, Entry]) -> bytes:
    """A build.json that lists this, by path."""
    lines = [_line(path, entry) for path, entry in sorted(entries.items())]
    return "".join(('{\n "files": {\n', ",\n".join(lines), '\n },\n "made_by": "etalase"\n}\n')).encode()


def _line(path: str, entry: Entry) -> str:
    return f'  {quoted(path)}: {{"sha256": "{entry.sha256}", "size": {entry.size}}}'
