"""What the tests of a buyer's tools share: tabs that note whatever goes wrong in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, Request

Open = Callable[..., Page]


@pytest.fixture
def tab(browser: Browser) -> Iterator[Open]:
    """Opens a tab of a fresh profile; the test fails if a script failed in it, or it asked anyone for anything."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def said(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            wrong.append(message.text)

    def asked(request: Request) -> None:
        if not request.url.startswith(("file:", "blob:", "about:")):
            wrong.append(request.url)

    def asks(dialog: Dialog) -> None:
        wrong.append(f"a dialogue: {dialog.message}")
        dialog.dismiss()

    def opened(**options: Any) -> Page:
        context = browser.new_context(reduced_motion="reduce", **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: wrong.append(f"a script failed: {error}"))
        page.on("console", said)
        page.on("request", asked)
        page.on("dialog", asks)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not wrong, wrong
