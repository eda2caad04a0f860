"""`build.json`: what in a site's folder is ours, each file with its SHA-256 and size.

It goes with the site and may have been anywhere since, so no path in it is used before it is found to be a plain one.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from json.encoder import encode_basestring_ascii as quoted
from pathlib import Path

NAME = "build.json"
FEW = 50  # entries that are exchanged in a text sooner than all are spelled


@dataclass(frozen=True, eq=False)
class Manifest:
    """What a build.json lists: of each file, by its path, the size in bytes and the SHA-256 in hexadecimal.

    It lists the same as long as its `stamp` is the same: whose it is, its size and time. Most builds ask for no digest,
    so they are looked up when one is asked for.
    """

    stamp: str
    sizes: Mapping[str, int]
    look_up: Callable[[], Mapping[str, str]]

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """The SHA-256 of each file, in the order of the sizes."""
        return self.look_up()

    def same(self, other: Manifest) -> bool:
        """Whether another lists the same files."""
        return self is other or (self.sizes == other.sizes and self.digests == other.digests)


NOTHING = Manifest("", {}, dict)


def stamp(site: Path) -> tuple[str, int]:
    """The stamp of a site's build.json, and when it was written, in nanoseconds. Raises OSError."""
    found = os.lstat(site / NAME)
    return f"{found.st_size} {found.st_mtime_ns} {str(site)!a}", found.st_mtime_ns


def read(site: Path) -> Manifest:
    """What a site's build.json lists, whatever the paths. Raises OSError, and much else for one that is not ours."""
    said = json.loads((site / NAME).read_bytes())
    if said["made_by"] != "etalase":
        raise ValueError("another program's")
    sizes = {path: int(file["size"]) for path, file in said["files"].items()}
    digests = {path: str(file["sha256"]) for path, file in said["files"].items()}
    return Manifest(stamp(site)[0], sizes, lambda: digests)


def respelled(site: Path, before: Manifest, after: Manifest, changed: Collection[str]) -> bytes:
    """The same as `spelled`. Where but for few `changed` entries it is as `before`, it is made of the site's own
    build.json."""
    if len(changed) > FEW or after.sizes.keys() != before.sizes.keys():
        return spelled(after)
    try:
        text = (site / NAME).read_bytes()
    except OSError:
        return spelled(after)
    for path in changed:
        old, new = (_line(path, known).encode() for known in (before, after))
        if text.count(old) != 1:
            return spelled(after)
        text = text.replace(old, new)
    return text


def spelled(listed: Manifest) -> bytes:
    """A build.json that lists this, by path."""
    lines = ",\n".join(_lines(listed))
    return f'{{\n "files": {{\n{lines}\n }},\n "made_by": "etalase"\n}}\n'.encode()


def _lines(listed: Manifest) -> Iterator[str]:
    return (_line(path, listed) for path in sorted(listed.sizes))


def _line(path: str, listed: Manifest) -> str:
    return f'  {quoted(path)}: {{"sha256": "{listed.digests[path]}", "size": {listed.sizes[path]}}}'
