"""Work done beside this process comes back whole, whatever becomes of the other one."""

import os
from pathlib import Path

import pytest

from generator.workers import beside

LARGE = b"roti" * 100_000  # more than a pipe holds


def test_work_is_done_in_another_process() -> None:
    with beside(lambda: str(os.getpid()).encode() + LARGE, worth_it=True) as result:
        found = result()
    assert found.endswith(LARGE)
    assert found != str(os.getpid()).encode() + LARGE


def test_work_that_is_not_worth_it_is_done_here() -> None:
    with beside(lambda: str(os.getpid()).encode(), worth_it=False) as result:
        assert result() == str(os.getpid()).encode()


def test_work_is_done_here_where_there_is_no_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    with beside(lambda: str(os.getpid()).encode(), worth_it=True) as result:
        assert result() == str(os.getpid()).encode()


def test_what_the_other_process_fails_at_is_done_here() -> None:
    here = os.getpid()

    def work() -> bytes:
        if os.getpid() != here:
            raise MemoryError
        return LARGE

    with beside(work, worth_it=True) as result:
        assert result() == LARGE


def test_a_process_that_nobody_asks_ends(tmp_path: Path) -> None:
    def work() -> bytes:
        (tmp_path / "worker").write_text(str(os.getpid()))
        return LARGE

    with beside(work, worth_it=True):
        pass
    with pytest.raises(ChildProcessError):  # it has been waited for
        os.waitpid(int((tmp_path / "worker").read_text()), 0)
