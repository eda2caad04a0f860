"""Under the plainest strict policy, sent as a header, nothing of any page or state is refused."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.buyers.test_inquire import BREAD, COMPARED, INQUIRY, MAT, NET, SHELF, listed
from tests.judges.conftest import serving
from tests.judges.pages import Built
from tests.judges.test_browser import NOTE_VIOLATIONS, visit
from tests.sites.built import LANGUAGES, PAGES, Complete

POLICY = "default-src 'self'"


@pytest.fixture(scope="module")
def host(complete: Complete) -> Iterator[tuple[Built, str]]:
    """The fictional site, which has everything, and the address of a host that sends the policy with each file."""
    built = Built("complete", complete.folder, "")
    with serving(built, "/", POLICY) as root:
        yield built, root


@pytest.fixture
def seen(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.add_init_script(NOTE_VIOLATIONS)
    yield page
    assert page.evaluate("window.violations") == []
    context.close()


def test_the_header_is_sent_and_refuses_what_it_should(host: tuple[Built, str], seen: Page) -> None:
    answer = seen.goto(f"{host[1]}id/index.html")
    assert answer
    assert answer.headers["content-security-policy"] == POLICY
    seen.evaluate("document.body.setAttribute('style', 'color: red')")
    seen.wait_for_function("window.violations.length")
    assert seen.evaluate("window.violations.splice(0)")[0].startswith("style-src")


def test_no_kind_of_page_is_refused_anything(host: tuple[Built, str], seen: Page) -> None:
    built, root = host
    found = []
    for page in built.samples:
        if page.kind == "not-found":
            continue
        visit(seen, root, page)
        found += [f"{page}: {line}" for line in seen.evaluate("window.violations")]
    assert len(built.samples) > 20
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_state_is_refused_anything(host: tuple[Built, str], seen: Page, language: str) -> None:
    root, n = host[1], LANGUAGES.index(language)
    seen.goto(f"{root}{PAGES['jaring'][n]}")
    seen.get_by_role("combobox").fill("roti")
    seen.get_by_role("option").first.wait_for()
    seen.keyboard.press("Escape")
    seen.locator("[data-copy]").click()
    for button in seen.locator(".keep-both button").all()[:2]:
        button.click()
    expect(seen.locator(".tray")).to_be_visible()
    seen.locator(".open-picture").first.click()
    expect(seen.get_by_role("dialog")).to_be_visible()
    assert seen.evaluate("window.violations") == []
    seen.goto(f"{root}{SHELF[language]}#q=contoh&sort=name")
    seen.locator("[aria-controls=filters]").click()
    seen.locator(".facet label").first.wait_for()
    seen.locator(".found .card").first.wait_for()
    seen.locator(".tools input").fill("xyzxyz")
    seen.locator(".found .lede").wait_for()
    assert seen.evaluate("window.violations") == []
    seen.goto(f"{root}{COMPARED[language]}#{NET},{MAT}")
    seen.locator("table").wait_for()
    seen.locator("#compare-share").click()
    expect(seen.locator("#shared")).to_be_visible()
    assert seen.evaluate("window.violations") == []
    seen.goto(f"{root}{INQUIRY[language]}{listed((NET, '300', 'roll', 'x'), (BREAD, '5', '', ''))}")
    seen.locator("[data-do=add]").click()
    seen.locator("#goods > li").nth(1).wait_for()
    with seen.expect_download():
        seen.locator("[data-do=csv]").click()
    seen.emulate_media(media="print")
    expect(seen.locator(".rfq").first).to_be_visible()
