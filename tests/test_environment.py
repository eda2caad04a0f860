"""The ground the program stands on: what is pinned, what is declared, and when a Python has everything."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import build

ROOT = Path(__file__).parent.parent
LOCKS = ("core", "extras", "tests")


def pins(name: str) -> dict[str, str]:
    return dict(re.findall(r"^([\w.-]+)==(\S+)", build.lock(name).read_text("utf-8"), re.MULTILINE))


def wanted(name: str) -> set[str]:
    lines = (ROOT / f"requirements/{name}.in").read_text("utf-8").splitlines()
    return {re.split(r"[\[<>=;]", line.lower())[0].replace(".", "-") for line in lines if line[:1].isalpha()}


@pytest.mark.parametrize("name", LOCKS)
def test_everything_pinned_has_a_hash_and_names_no_host(name: str) -> None:
    text = build.lock(name).read_text("utf-8")
    entries = re.split(r"\n(?=\S)", re.sub(r"^ *#.*\n", "", text, flags=re.MULTILINE).strip())
    assert entries
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert re.findall(r"https?:|file:|--(?:extra-)?index|--find-links", text) == []


@pytest.mark.parametrize("name", LOCKS)
def test_what_is_asked_for_is_pinned(name: str) -> None:
    assert wanted(name) - set(pins(name)) == set()


def test_the_tests_run_on_the_very_versions_that_build() -> None:
    assert pins("core").items() <= pins("tests").items()


def test_the_package_declares_what_a_build_needs_and_the_extras_that_are_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = {re.split(r"[\[>=]", line)[0].replace(".", "-") for line in project["dependencies"]}
    assert named == wanted("core")
    extras = {
        re.split(r"[\[>=]", line)[0].replace(".", "-")
        for ls in project["optional-dependencies"].values()
        for line in ls
    }
    assert extras == wanted("extras")


def test_a_python_with_every_package_or_newer_ones_has_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "requirements").mkdir()
    monkeypatch.setattr(build, "HERE", tmp_path)

    def has(*lines: str) -> bool:
        (tmp_path / "requirements/some.txt").write_text("".join(f"{line} \\\n    --hash=x\n" for line in lines))
        return build.has_everything("some")

    assert has("pytest==1.0", "jinja2==3.1.0")
    assert not has("pytest==1.0", "jinja2==99.0")
    assert not has("pytest==1.0", "there-is-no-such-package==1.0")
    assert has("pytest==1.0", "there-is-no-such-package==1.0 ; sys_platform == 'win32'")


def test_a_stamped_environment_goes_stale_with_its_requirements(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "requirements").mkdir()
    monkeypatch.setattr(build, "HERE", tmp_path)
    (tmp_path / "requirements/some.txt").write_text("one")
    before = build.digest("some")
    (tmp_path / "requirements/some.txt").write_text("two")
    assert build.digest("some") != before


def test_an_older_python_is_told_in_both_languages(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 4, "final", 0))
    with pytest.raises(SystemExit) as end:
        build.enter("core")
    assert end.value.code == 2
    assert capsys.readouterr().err.splitlines() == [
        "Perlu Python 3.11 atau lebih baru; ini 3.10.4.",
        "Python 3.11 or newer is needed; this is 3.10.4.",
    ]


def test_a_failed_installation_leaves_no_half_made_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / ".venv"
    monkeypatch.setattr(build, "PLACE", place)
    monkeypatch.setattr(build, "PYTHON", place / "bin/python")

    def venv_then_no_network(*command: str) -> bool:
        place.mkdir()
        return False

    monkeypatch.setattr(build, "run", venv_then_no_network)
    with pytest.raises(SystemExit) as end:
        build.make("core", set())
    assert end.value.code == 2
    assert not place.exists()
    assert "Periksa sambungan internet" in capsys.readouterr().err


def test_build_py_reads_with_nothing_but_the_standard_library() -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-I",
            "-S",
            "-c",
            f"import sys; sys.path.insert(0, {str(ROOT)!r}); import build, tests.judges.tools",
        ],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
