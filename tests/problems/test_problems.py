"""Every problem a site can have, told exactly: one file a code, its input first, then what an editor reads.

`pytest --update` rewrites the expectations; what it wrote is then read, sentence by sentence. The input may be
followed by `-- run --` with the command (else `check`); what no text can hold is made in `settings`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.errors import LANGUAGES
from generator.messages import MESSAGES
from tests.problems.settings import SETTINGS, Setting
from tests.site import Site

HERE = Path(__file__).parent
CASES = sorted(path.stem for path in HERE.glob("*.txt"))
PARTS = re.compile(r"^-- (run|id|en) --\n", re.MULTILINE)


def read(case: str) -> dict[str, str]:
    """A case's parts: `input`, `run`, `id`, `en`."""
    first, *rest = PARTS.split((HERE / f"{case}.txt").read_text("utf-8"))
    return {"input": first, "run": "check", **dict(zip(rest[::2], rest[1::2], strict=True))}


def write(case: str, language: str, said: str) -> None:
    parts = {**read(case), language: said}
    order = [part for part in ("run", *LANGUAGES) if part in parts and (part != "run" or parts["run"] != "check")]
    text = parts["input"] + "".join(f"-- {part} --\n{parts[part]}" for part in order)
    (HERE / f"{case}.txt").write_text(text, "utf-8")


@pytest.fixture
def run(site: Site, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Iterator[Setting]:
    with monkeypatch.context() as patch:
        yield Setting(site, patch, capfd)


def output(run: Setting, case: str, language: str) -> str:
    """All that the command prints, without what differs by the way: the test's own folder, seconds, how many pages."""
    parts = read(case)
    run.site(parts["input"])
    with SETTINGS.get(case, Setting.as_it_is)(run):
        run.read()
        main([*parts["run"].split(), "--messages", language])
        said = run.read()
    said = said.replace(str(run.site.folder), "/percobaan")
    said = re.sub(
        r"(?m)^dist: .*", lambda line: re.sub(r"\d+ (?=berkas|files|tetap|kept|dihapus|removed)", "… ", line[0]), said
    )
    return re.sub(r"\d+\.\d (detik|s)\b", r"0.0 \1", said)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES)
def test_an_editor_reads_exactly_this(run: Setting, case: str, language: str, update: bool) -> None:
    said = output(run, case, language)
    if update:
        write(case, language, said)
    assert said == read(case).get(language)


def code_of(case: str) -> str:
    return case.partition(".")[0]


@pytest.mark.parametrize("case", CASES)
def test_a_case_shows_the_problem_it_is_named_for(case: str) -> None:
    parts = read(case)
    for language in LANGUAGES:
        assert f"[{code_of(case)}]" in parts[language]


def test_every_problem_has_a_case_and_every_case_a_problem() -> None:
    assert {code_of(case) for case in CASES} == set(MESSAGES)


def test_every_setting_has_a_case() -> None:
    assert set(SETTINGS) <= set(CASES)
