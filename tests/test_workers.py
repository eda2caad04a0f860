"""Work done beside this process comes back whole, whatever becomes of the other one."""

import os
from collections.abc import Generator
from pathlib import Path

import pytest

from generator.workers import beside

LARGE = b"roti" * 100_000  # more than a pipe holds


def who() -> Generator[tuple[object, ...], None, None]:
    yield os.getpid(), "siapa"
    yield LARGE, [1, 2.5]


def test_work_is_done_in_another_process() -> None:
    with beside(who, worth_it=True) as found:
        (worker, said), *rest = found
    assert (said, rest) == ("siapa", [(LARGE, [1, 2.5])])
    assert worker != os.getpid()


def test_work_that_is_not_worth_it_is_done_here() -> None:
    with beside(who, worth_it=False) as found:
        assert list(found) == list(who())


def test_work_is_done_here_where_there_is_no_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    with beside(who, worth_it=True) as found:
        assert list(found) == list(who())


@pytest.mark.parametrize("told", [0, 1, 2])
def test_what_the_other_process_fails_at_is_done_here(told: int) -> None:
    here = os.getpid()

    def work() -> Generator[tuple[object, ...], None, None]:
        for number in range(3):
            if number == told and os.getpid() != here:
                raise MemoryError
            yield number, LARGE

    with beside(work, worth_it=True) as found:
        assert list(found) == [(0, LARGE), (1, LARGE), (2, LARGE)]


@pytest.mark.parametrize("asked", [0, 1])
def test_a_process_that_nobody_asks_any_more_ends(asked: int, tmp_path: Path) -> None:
    def work() -> Generator[bytes, None, None]:
        (tmp_path / "worker").write_text(str(os.getpid()))
        while True:
            yield LARGE

    with beside(work, worth_it=True) as found:
        while not (tmp_path / "worker").exists() or not (tmp_path / "worker").read_text():
            pass
        assert [next(found) for _ in range(asked)] == [LARGE] * asked
    with pytest.raises(ChildProcessError):  # it has been waited for
        os.waitpid(int((tmp_path / "worker").read_text()), 0)
