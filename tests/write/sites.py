"""Small sites to be written, and how to see what became of a folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.errors import BuildFailed
from generator.write.output import Output, Report

OLD = {"index.html": b"old", "id/index.html": b"id", "foto/a-640.webp": b"a", "id/produk/keset.html": b"keset"}
NEW = {"index.html": b"new", "id/index.html": b"id", "foto/b-640.webp": b"b", "id/unit/cirebon.html": b"unit"}


def build(dist: Path, files: Mapping[str, bytes]) -> Report:
    with Output.open(dist) as site:
        for path, data in files.items():
            site.put(path, data)
        return site.commit({})


def tree(folder: Path) -> dict[str, bytes]:
    """Every file and, with a slash at its end, every folder."""
    return {
        p.relative_to(folder).as_posix() + ("/" if p.is_dir() else ""): b"" if p.is_dir() else p.read_bytes()
        for p in folder.rglob("*")
    }


def files(folder: Path) -> dict[str, bytes]:
    return {path: data for path, data in tree(folder).items() if not path.endswith("/") and path != "build.json"}


def codes(failure: pytest.ExceptionInfo[BuildFailed]) -> list[str]:
    for told in failure.value.problems:
        for language in ("id", "en"):
            assert told.sentence(language)
            assert told.hint(language)
    return [told.code for told in failure.value.problems]


def beside(dist: Path) -> list[str]:
    return sorted(p.name for p in dist.parent.iterdir() if p.name != dist.name)


def inodes(dist: Path) -> dict[str, tuple[int, int]]:
    return {str(p): (p.stat().st_ino, p.stat().st_mtime_ns) for p in dist.rglob("*")}
