"""What every test may ask for: a small site of its own, and whether expectations are to be rewritten."""

from __future__ import annotations

from pathlib import Path

import pytest

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
