"""`build.json`: what in a site's folder is ours, each file with its SHA-256 and size.

It goes with the site and may have been anywhere since, so no path in it is used before it is found to be a plain one.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from json.encoder import encode_basestring_ascii as quoted
from pathlib import Path
from typing import Any, NamedTuple

NAME = "build.json"


class Manifest(NamedTuple):
    """What a build.json lists: the size of each file in bytes, by its path, sorted.

    It lists the same as long as its `stamp` is the same: whose it is, its size and time; and also where its `seal`, the
    digest of its text, is. Most builds ask for no file's digest, so those are left where they are.
    """

    stamp: str
    seal: str
    sizes: Mapping[str, int]


NOTHING = Manifest("", "", {})
Entry = Sequence[Any]  # a file's SHA-256 in hexadecimal, its size, and whatever else is known of it


def stamp(site: Path) -> tuple[str, int]:
    """The stamp of a site's build.json, and when it was written, in nanoseconds. Raises OSError."""
    found = os.lstat(site / NAME)
    return f"{found.st_size} {found.st_mtime_ns} {str(site)!a}", found.st_mtime_ns


def read(site: Path) -> tuple[Manifest, dict[str, str]]:
    """What a site's build.json lists, whatever the paths, and each file's digest. Raises OSError, and much else for one
    that is not ours."""
    text = (site / NAME).read_bytes()
    said = json.loads(text)
    if said["made_by"] != "etalase":
        raise ValueError("another program's")
    sizes = {path: int(file["size"]) for path, file in said["files"].items()}
    digests = {path: str(file["sha256"]) for path, file in said["files"].items()}
    return Manifest(stamp(site)[0], seal(text), sizes), digests


def seal(text: bytes) -> str:
    """The digest of a build.json."""
    return hashlib.sha256(text).hexdigest()


def spelled(files: Mapping[str, Entry]) -> bytes:
    """A build.json that lists these, which are sorted by path."""
    lines = ",\n".join([f"{_name(path)}{_entry(entry)}" for path, entry in files.items()])
    return f'{{\n "files": {{\n{lines}\n }},\n "made_by": "etalase"\n}}\n'.encode()


def exchanged(text: bytes, files: Mapping[str, Entry]) -> bytes | None:
    """A build.json in which some files are listed anew; None where one of them is not in it, each on its line."""
    for path, entry in files.items():
        name = f"\n{_name(path)}".encode()
        before, found, after = text.partition(name)
        line, _, _ = after.partition(b"}")
        if not found or name in after:
            return None
        text = b"".join((before, name, _entry(entry).encode(), after[len(line) + 1 :]))
    return text


def _name(path: str) -> str:
    return f"  {quoted(path)}: "


def _entry(entry: Entry) -> str:
    return f'{{"sha256": "{entry[0]}", "size": {entry[1]}}}'
