"""The README keeps its word: its two commands come first, what it names is there, and its options are the program's."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")


@pytest.fixture(scope="module")
def options() -> set[str]:
    """Every option that the commands' own help names."""
    main = help_of()
    commands = re.findall(r"^  ([a-z-]+)  ", main.partition("Commands:")[2], re.MULTILINE)
    return set().union(*(OPTION.findall(text) for text in [main, *map(help_of, commands)]))


def help_of(*command: str) -> str:
    done = subprocess.run(
        [sys.executable, "build.py", *command, "--help"],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "200", "NO_COLOR": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_two_commands_are_the_first_code_in_the_readme() -> None:
    blocks = re.findall(r"^```\w*\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    assert [block.strip() for block in blocks[:2]] == ["python3 build.py", "python3 -m tests"]


def test_what_the_two_commands_name_is_there() -> None:
    assert (ROOT / "build.py").is_file()
    assert (ROOT / "tests/__main__.py").is_file()
    assert "python3 -m tests" in (ROOT / ".ci/run").read_text("utf-8")


def test_every_path_the_readme_names_is_there() -> None:
    named = re.findall(r"`([\w.-]+/[\w./-]*)`", README)
    assert named
    gone = [name for name in named if not name.startswith(("dist/", ".cache")) and not (ROOT / name).exists()]
    assert not gone


def test_every_option_in_the_readme_is_one_of_the_program(options: set[str]) -> None:
    table = README.partition("| option |")[2].partition("\n\n")[0]
    assert set(OPTION.findall(table)) - options == set()


def test_every_option_of_the_program_is_in_the_readme(options: set[str]) -> None:
    assert options - set(OPTION.findall(README)) == set()


def test_the_example_in_the_readme_is_the_content_it_names() -> None:
    example = re.search(r"```yaml\n# (\S+)\n(.*?)```", README, re.DOTALL)
    assert example, "no example of a product"
    keys = re.findall(r"^\w+:", example[2], re.MULTILINE)
    true = (ROOT / example[1]).read_text("utf-8")
    assert [key for key in keys if not re.search(f"^{key}", true, re.MULTILINE)] == []
