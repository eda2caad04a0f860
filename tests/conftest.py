"""What every test may ask for: a small site of its own, a browser, whether expectations are to be rewritten."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.judges import tools
from tests.site import Site
from tests.sites.built import Complete


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite what tests/problems expects; then read the diff")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update"))


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A small site without a problem, of 2026-11-22; see `Site` for how to change it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    return Site(tmp_path)


@pytest.fixture(scope="session")
def complete(tmp_path_factory: pytest.TempPathFactory) -> Complete:
    """The fictional site of tests/sites/complete, built once."""
    return Complete.build(tmp_path_factory.mktemp("complete") / "dist")


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A build on a busy machine says after a second what it is doing; tests compare what it says in the end."""
    monkeypatch.setattr("generator.commands.progress.PATIENCE", float("inf"))


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One headless Chromium, with a home that goes away again."""
    executable = tools.program("chromium")
    assert executable, "no Chromium: `python3 -m tests` says what to install"
    home = str(tmp_path_factory.mktemp("home"))
    options = """--no-sandbox --disable-gpu --disable-quic --disable-background-networking
        --disable-component-update --disable-sync""".split()
    surroundings: dict[str, str | float | bool] = {
        **os.environ,
        **dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"), home),
    }
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=options, env=surroundings)
        yield chromium
        chromium.close()
