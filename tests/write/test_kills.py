import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from generator.errors import BuildFailed
from generator.write.output import Output
from tests.write.sites import NEW, OLD, beside, build, codes, files

# -- kills ---------------------------------------------------------------------------------------------------------

CALLS = ("rename", "replace", "unlink", "rmdir", "makedirs", "mkdir")


def in_a_child(work: Callable[[], object]) -> int:
    """Does the work in a forked child and returns its exit code."""
    child = os.fork()
    if child == 0:  # pragma: no cover
        code = 99
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed_at(step: int, work: Callable[[], object], *, after: bool) -> int:
    """Does the work in a child that dies at its n-th change of the disk, before or after it; 7 says that it died."""

    count = 0

    def counting(real: Callable[..., object]) -> Callable[..., object]:
        def counted(*args: object, **kwargs: object) -> object:
            nonlocal count
            count += 1
            number = count
            if number == step and not after:
                os._exit(7)
            try:
                return real(*args, **kwargs)
            finally:
                if number == step:
                    os._exit(7)

        return counted

    def dying() -> None:
        for name in CALLS:
            setattr(os, name, counting(getattr(os, name)))
        work()

    return in_a_child(dying)


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize(("old", "new"), [(OLD, NEW), ({}, NEW), ({"a": b"1", "b/c": b"2"}, {"a/x": b"3", "b": b"4"})])
def test_a_kill_between_two_renames_is_healed(
    tmp_path: Path, old: dict[str, bytes], new: dict[str, bytes], after: bool
) -> None:
    seen, step = set(), 0
    while True:
        step += 1
        dist = tmp_path / str(step) / "dist"
        if old:
            build(dist, old)
        died = killed_at(step, partial(build, dist, new), after=after)
        if died == 0:
            break
        assert died == 7
        with Output.open(dist):
            healed = files(dist) if dist.exists() else {}
            assert healed in (old, new), f"neither old nor new after a kill at step {step}"
        assert beside(dist) == []
        seen.add(healed == new)
        build(dist, new)
        assert files(dist) == new
        assert build(dist, new).made == ()
    assert seen == {True, False}
    assert step > 5


@pytest.mark.parametrize("second", [1, 3, 6, 10])
def test_a_kill_while_healing_is_healed(tmp_path: Path, second: int) -> None:
    for first in range(1, 80):
        dist = tmp_path / str(first) / "dist"
        build(dist, OLD)
        if killed_at(first, partial(build, dist, NEW), after=True) == 0:
            return
        killed_at(second, partial(Output.open, dist), after=True)
        with Output.open(dist):
            assert files(dist) in (OLD, NEW)
        assert beside(dist) == []
    pytest.fail("the build never came to its end")


def test_a_second_build_at_once_is_told_that_the_folder_is_busy(dist: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from generator.errors import BuildFailed\n"
        "from generator.write.output import Output\n"
        "try: Output.open(Path(sys.argv[1])).close()\n"
        "except BuildFailed as failed: print(failed.problems[0].code)\n"
    )

    def another() -> str:
        command = [sys.executable, "-c", program, str(dist)]
        root = Path(__file__).parent.parent.parent
        return subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout.strip()

    with Output.open(dist):
        assert another() == "output-busy"
        with pytest.raises(BuildFailed) as failure:
            Output.open(dist)
        assert codes(failure) == ["output-busy"]
        assert another() == "output-busy"
    assert another() == ""


def test_the_lock_of_a_dead_builder_is_taken_over(dist: Path) -> None:
    assert killed_at(99, partial(Output.open, dist), after=True) == 0
    assert beside(dist) == [".dist-lock"]
    build(dist, OLD)
    assert files(dist) == OLD
    assert beside(dist) == []


def test_a_worker_that_outlives_its_builder_does_not_hold_the_lock(dist: Path) -> None:
    reader, writer = os.pipe()

    def builder() -> None:
        Output.open(dist)
        if os.fork() == 0:
            os.close(writer)
            os.read(reader, 1)  # until the test lets it go
        os._exit(7)

    assert in_a_child(builder) == 7
    build(dist, OLD)
    os.close(writer)
    os.close(reader)
    assert files(dist) == OLD
