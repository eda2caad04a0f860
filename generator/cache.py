"""Results kept under the digest of all they depend on: what makes a second build quick, and nothing else.

A key is made of the maker's name, its version and its recipe, so nothing is ever invalidated: what changed has
another key. The folder may be deleted, cut short or written by two builds at once; that costs time and no more.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, cast

PLAIN = {str, int, bool, float, type(None), bytes, date, Decimal}  # what Python spells in one way only
DAY = 86_400.0  # seconds
MONTH = 30 * DAY
LONG = 10_000  # characters of a text that is spelled by its digest: escaping them takes longer
SEAL = 4  # bytes before an entry's data


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


@cache
def code_digest() -> str:
    """The digest of this program and of the versions it rests on: what older code made is not taken for its own."""
    home = Path(__file__).resolve().parent
    files = (*sorted(home.rglob("*.py")), home.parent / "requirements" / "core.txt")
    seal = hashlib.sha256(sys.version.encode())
    for file in files:
        seal.update(file.read_bytes())
    return seal.hexdigest()


def key(maker: str, version: int, recipe: object) -> str:
    """The name of what `maker` makes of a recipe, as 64 hexadecimal digits.

    Raises TypeError for a recipe that holds what has no canonical spelling: a dict, a set, a list, a path.
    """
    return digest(spelled((maker, version, recipe)).encode("utf-8", "surrogatepass"))


def spelled(value: object) -> str:
    """One text for one value, the same in every process: frozen dataclasses, named and plain tuples, enums, values.

    A dataclass's field that takes no part in `==` takes none here.
    """
    parts: list[str] = []
    _spell(value, parts.append)
    return "".join(parts)


def _spell(value: object, say: Callable[[str], None]) -> None:
    kind: type[Any] = type(value)
    if kind is str and len(value) > LONG:  # type: ignore[arg-type]
        say(f"text:{digest(value.encode('utf-8', 'surrogatepass'))}")  # type: ignore[attr-defined]
    elif kind in PLAIN:
        say(repr(value))
    elif kind is tuple:
        say("(")
        for item in cast("tuple[object, ...]", value):
            _spell(item, say)
            say(",")
        say(")")
    elif isinstance(value, Enum):
        say(f"{kind.__qualname__}.{value.name}")
    elif isinstance(value, str):  # a text that knows more than its letters, as its language
        say(f"{kind.__qualname__}({str(value)!r},")
        _spell(_attributes(value), say)
        say(")")
    else:
        say(f"{kind.__qualname__}(")
        for name in _fields(kind):  # type: ignore[arg-type]  # a class can be hashed
            say(name + "=")
            _spell(getattr(value, name), say)
            say(",")
        say(")")


def _attributes(value: str) -> tuple[tuple[str, object], ...]:
    state = value.__getstate__()  # since Python 3.11: None, a dict, or a dict and its slots
    parts = state if isinstance(state, tuple) else (state,)
    return tuple(sorted((name, item) for part in parts if part for name, item in part.items()))


@cache
def _fields(kind: type[Any]) -> tuple[str, ...]:
    """The fields of a named tuple, or of a frozen dataclass as far as they make it equal to another."""
    if issubclass(kind, tuple):
        return cast("tuple[str, ...]", kind._fields)  # type: ignore[attr-defined]
    if not (is_dataclass(kind) and kind.__dataclass_params__.frozen):  # type: ignore[attr-defined]
        raise TypeError(f"a recipe can't hold {kind!r}: it has no canonical spelling")
    return tuple(f.name for f in fields(kind) if f.compare)


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of results. Every entry carries its own checksum: a damaged one reads as missing.

    No method raises for what the disk does: a full one, or one that may not be written, keeps nothing.
    """

    folder: Path

    def get(self, key: str) -> bytes | None:
        return _read(self._entry(key), used=True)

    def put(self, key: str, data: bytes) -> bool:
        """Keeps a result under its key; says whether it is kept."""
        return _write(self._entry(key), data)

    def made(self, key: str, make: Callable[[], bytes]) -> bytes:
        """What is kept under the key, or else what `make` makes, which is kept from then on."""
        data = self.get(key)
        if data is None:
            data = make()
            self.put(key, data)
        return data

    def recall(self, name: str) -> dict[str, Any]:
        """A small table by its name; an empty one where there is none."""
        try:
            table = json.loads(_read(self._table(name)) or b"{}")
        except ValueError:
            return {}
        return table if isinstance(table, dict) else {}

    def remember(self, name: str, table: Mapping[str, Any]) -> None:
        """Keeps a table of JSON's own kinds (a tuple comes back as a list), if it is not kept already."""
        data = json.dumps(table, sort_keys=True, separators=(",", ":")).encode()
        if _read(self._table(name)) != data:
            _write(self._table(name), data)

    def recall_columns(self, name: str) -> list[list[str]]:
        """A large table by its name, a list a column; one empty column where there is no table."""
        data = _read(self._table(name)) or b""
        return [column.split("\n") if column else [] for column in data.decode().split("\0")]

    def remember_columns(self, name: str, columns: Iterable[Iterable[str]]) -> None:
        """Keeps a table of texts without line ends, which is read a good deal faster than JSON."""
        _write(self._table(name), "\0".join("\n".join(column) for column in columns).encode())

    def recall_lines(self, name: str) -> list[bytes]:
        """A table of lines by its name; no lines where there is none."""
        table = _read(self._table(name))
        return table.split(b"\n") if table else []

    def remember_lines(self, name: str, lines: Iterable[bytes]) -> None:
        """Keeps a table of lines, each without the end of one."""
        _write(self._table(name), b"\n".join(lines))

    def prune(self) -> int:
        """Once a day, takes out what nobody has asked for in a month, and what killed builds left; says how many."""
        if time.time() - _used(str(self._table("pruned"))) < DAY:
            return 0
        _write(self._table("pruned"), b"")
        before = time.time() - MONTH
        gone = [path for path in _files(self.folder / "made") if _used(path) < before]
        for path in gone:
            _unlink(path)
        return len(gone)

    def _table(self, name: str) -> Path:
        return self.folder / "tables" / name

    def _entry(self, key: str) -> Path:
        return self.folder / "made" / key[:2] / key[2:]


class NoCache(Cache):
    """Keeps nothing and knows nothing: for `--no-cache`."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__(Path())

    def get(self, key: str) -> bytes | None:  # noqa: ARG002
        return None

    def put(self, key: str, data: bytes) -> bool:  # noqa: ARG002
        return False

    def recall(self, name: str) -> dict[str, Any]:  # noqa: ARG002
        return {}

    def remember(self, name: str, table: Mapping[str, Any]) -> None:
        """Keeps nothing."""

    def recall_columns(self, name: str) -> list[list[str]]:  # noqa: ARG002
        return []

    def remember_columns(self, name: str, columns: Iterable[Iterable[str]]) -> None:
        """Keeps nothing."""

    def recall_lines(self, name: str) -> list[bytes]:  # noqa: ARG002
        return []

    def remember_lines(self, name: str, lines: Iterable[bytes]) -> None:
        """Keeps nothing."""

    def prune(self) -> int:
        return 0


def _read(path: Path, *, used: bool = False) -> bytes | None:
    """An entry's data; `used` notes, once a day, that somebody has asked for it."""
    try:
        with open(path, "rb", buffering=0) as entry:  # a buffer would hold it all once more
            seal, data = entry.read(SEAL), entry.readall()
        if used and time.time() - _used(str(path)) > DAY:
            os.utime(path)
    except OSError:
        return None
    return data if _seal(data) == seal else None


def _write(path: Path, data: bytes) -> bool:
    """Whether it could be written."""
    beside = f"{path}.{os.getpid()}"  # two builds may make the same thing at once
    try:
        os.makedirs(path.parent, exist_ok=True)
        with open(beside, "wb") as file:
            file.write(_seal(data))
            file.write(data)
        os.replace(beside, path)
    except OSError:
        _unlink(beside)
        return False
    return True


def _seal(data: bytes) -> bytes:
    """What shows that data came to harm, as in archives; who does harm on purpose could seal it, whatever the seal."""
    return zlib.crc32(data).to_bytes(SEAL, "big")


def _used(path: str) -> float:
    """When an entry was last asked for, to the day."""
    try:
        return os.stat(path).st_mtime
    except OSError:
        return 0.0


def _unlink(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return


def _files(folder: Path) -> Iterator[str]:
    return (os.path.join(parent, name) for parent, _, names in os.walk(folder) for name in names)
