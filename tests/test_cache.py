import os
import pickle
import subprocess
import sys
import time
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path

import pytest

from generator.cache import Cache, NoCache, digest, key, spelled


@dataclass(frozen=True, slots=True)
class Recipe:
    name: str
    sizes: tuple[int, ...] = ()
    path: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Other:
    name: str
    sizes: tuple[int, ...] = ()


@dataclass
class Loose:
    name: str


class Tagged(str):
    lang: str

    def __new__(cls, text: str, lang: str) -> "Tagged":
        self = super().__new__(cls, text)
        self.lang = lang
        return self


class Slotted(str):
    __slots__ = ("lang",)
    lang: str

    def __new__(cls, text: str, lang: str) -> "Slotted":
        self = super().__new__(cls, text)
        self.lang = lang
        return self


class Stage(Enum):
    SAMPLE = 1


A_KEY = key("page", 1, "a")
B_KEY = key("page", 1, "b")


@pytest.fixture
def store(tmp_path: Path) -> Cache:
    return Cache(tmp_path / ".cache")


def test_a_digest_is_sha256_in_hexadecimal() -> None:
    assert digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_a_recipe_is_spelled_so_that_one_can_read_it() -> None:
    assert spelled(Recipe("roti", (1, 2))) == "Recipe(name='roti',sizes=(1,2,),)"


@pytest.mark.parametrize(
    ("one", "another"),
    [
        ("1", 1),
        (1, True),
        (None, "None"),
        (("a", "b"), ("a,b",)),
        ((("a",), "b"), (("a", "b"),)),
        ((), None),
        (Recipe("a"), Other("a")),
        (Recipe("a", (1,)), Recipe("a", (1, 1))),
        (Tagged("roti", "id"), "roti"),
        (Tagged("roti", "id"), Tagged("roti", "en")),
        (Slotted("roti", "id"), Slotted("roti", "en")),
        (date(2026, 1, 1), "2026-01-01"),
        (Decimal("1.0"), Decimal("1.00")),
        (b"a", "a"),
        (Stage.SAMPLE, "Stage.SAMPLE"),
    ],
)
def test_different_recipes_have_different_keys(one: object, another: object) -> None:
    assert key("page", 1, one) != key("page", 1, another)


def test_the_maker_and_its_version_are_part_of_the_key() -> None:
    assert len({key("page", 1, "a"), key("page", 2, "a"), key("photo", 1, "a")}) == 3


def test_a_field_outside_equality_is_outside_the_key() -> None:
    assert Recipe("a", path="x") == Recipe("a", path="y")
    assert key("photo", 1, Recipe("a", path="x")) == key("photo", 1, Recipe("a", path="y"))


@pytest.mark.parametrize("trap", [{"a": 1}, {"a"}, ["a"], Path("a"), Loose("a"), object(), (1, ({},))])
def test_what_has_no_canonical_spelling_is_refused(trap: object) -> None:
    with pytest.raises(TypeError, match="canonical"):
        key("page", 1, trap)


def test_a_key_is_the_same_in_another_process() -> None:
    program = "from generator.cache import key; print(key('page', 1, ('roti', 3, None)))"
    for seed in ("1", "2"):
        said = subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parent.parent,
            capture_output=True,
            text=True,
            check=True,
        )
        assert said.stdout.strip() == key("page", 1, ("roti", 3, None))


def test_what_was_put_is_got(store: Cache) -> None:
    assert store.get(A_KEY) is None
    store.put(A_KEY, b"roti")
    store.put(B_KEY, b"")
    assert store.get(A_KEY) == b"roti"
    assert store.get(B_KEY) == b""


def test_a_thing_is_made_once(store: Cache) -> None:
    made: list[int] = []

    def make() -> bytes:
        made.append(1)
        return b"roti"

    assert store.made(A_KEY, make) == store.made(A_KEY, make) == b"roti"
    assert made == [1]


@pytest.mark.parametrize("damage", [b"", b"x", b"\0" * 32, b"\0" * 64])
def test_a_damaged_entry_reads_as_missing_and_can_be_put_again(store: Cache, damage: bytes) -> None:
    store.put(A_KEY, b"roti")
    [entry] = [p for p in store.folder.rglob("*") if p.is_file()]
    entry.write_bytes(damage)
    assert store.get(A_KEY) is None
    store.put(A_KEY, b"roti")
    assert store.get(A_KEY) == b"roti"


def test_an_entry_cut_anywhere_reads_as_missing(store: Cache) -> None:
    store.put(A_KEY, b"roti")
    [entry] = [p for p in store.folder.rglob("*") if p.is_file()]
    whole = entry.read_bytes()
    for length in range(len(whole)):
        entry.write_bytes(whole[:length])
        assert store.get(A_KEY) is None


def test_a_table_is_recalled(store: Cache) -> None:
    assert store.recall("digests") == {}
    store.remember("digests", {"a.yaml": [1, 2, "x"]})
    assert store.recall("digests") == {"a.yaml": [1, 2, "x"]}


def test_a_table_that_did_not_change_is_not_written_again(store: Cache) -> None:
    store.remember("digests", {"b": 1, "a": 2})
    table = store.folder / "tables" / "digests"
    os.utime(table, ns=(1, 1))
    store.remember("digests", {"a": 2, "b": 1})
    assert table.stat().st_mtime_ns == 1


def test_a_table_of_columns_is_recalled(store: Cache) -> None:
    columns = [["once"], ["a", "b"], [], ["", "é"]]
    store.remember_columns("made", columns)
    assert store.recall_columns("made") == columns
    (store.folder / "tables" / "made").write_bytes(b"cut short")
    assert store.recall_columns("made") == [[]]


def test_a_damaged_table_is_empty(store: Cache) -> None:
    store.remember("digests", {"a": 1})
    (store.folder / "tables" / "digests").write_bytes(b"{")
    assert store.recall("digests") == {}


def test_pruning_leaves_what_was_asked_for_this_month_and_the_tables(store: Cache) -> None:
    store.put(A_KEY, b"a")
    store.put(B_KEY, b"b")
    store.remember("digests", {"a": 1})
    left = store.folder / "made" / A_KEY[:2] / f"{A_KEY[2:]}.123"
    left.write_bytes(b"left by a kill")
    long_ago = time.time() - 40 * 24 * 3600
    for path in (left, *(store.folder / "made" / name[:2] / name[2:] for name in (A_KEY, B_KEY))):
        os.utime(path, (long_ago, long_ago))
    assert store.get(A_KEY) == b"a"
    assert store.prune() == 2
    assert store.get(A_KEY) == b"a"
    assert store.get(B_KEY) is None
    assert store.recall("digests") == {"a": 1}


def test_pruning_is_done_once_a_day(store: Cache) -> None:
    def left() -> Path:
        store.put(B_KEY, b"b")
        path = store.folder / "made" / B_KEY[:2] / B_KEY[2:]
        os.utime(path, (0, 0))
        return path

    assert store.prune() == 0
    old = left()
    assert store.prune() == 0
    assert old.exists()
    yesterday = time.time() - 25 * 3600
    os.utime(store.folder / "tables" / "pruned", (yesterday, yesterday))
    assert store.prune() == 1
    assert not old.exists()


def test_a_folder_that_can_not_be_written_keeps_nothing_and_fails_nothing(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    store = Cache(tmp_path / "cache")
    store.put(A_KEY, b"roti")
    store.remember("digests", {"a": 1})
    assert store.get(A_KEY) is None
    assert store.recall("digests") == {}
    assert store.prune() == 0


def test_no_cache_keeps_nothing_and_touches_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    store: Cache = NoCache()
    store.put(A_KEY, b"roti")
    store.remember("digests", {"a": 1})
    assert store.made(A_KEY, lambda: b"kue") == b"kue"
    assert store.get(A_KEY) is None
    assert store.recall("digests") == {}
    assert store.prune() == 0
    assert list(tmp_path.iterdir()) == []


def test_a_cache_goes_to_a_worker_and_back(store: Cache) -> None:
    store.put(A_KEY, b"roti")
    assert pickle.loads(pickle.dumps(store)).get(A_KEY) == b"roti"
    assert pickle.loads(pickle.dumps(NoCache())).get(A_KEY) is None
