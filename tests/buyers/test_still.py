"""Nothing that is seen moves by itself, on no page and in no state, also where scripts and data come late."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.buyers.test_inquire import BREAD, COMPARED, INQUIRY, MAT, NET, SHELF, listed
from tests.judges.conftest import serving
from tests.judges.pages import Built
from tests.sites.built import LANGUAGES, PAGES, Complete

LATE = 0.25  # seconds that every script waits
NOTE_SHIFTS = """
    window.shifts = [];
    new PerformanceObserver(list => list.getEntries().forEach(one => one.hadRecentInput || window.shifts.push(
        `${one.value.toFixed(4)}: ${one.sources.map(({ node }) => node && (node.outerHTML || "").slice(0, 70))}`
    ))).observe({ type: "layout-shift", buffered: true });
"""
SIZES = {360: 780, 768: 1024, 1280: 800}


@pytest.fixture(scope="module")
def root(complete: Complete) -> Iterator[str]:
    with serving(Built("complete", complete.folder, ""), "/") as address:
        yield address


@pytest.fixture
def late(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A tab of some width in which scripts come after the page has been seen."""
    width: int = request.param
    context = browser.new_context(viewport={"width": width, "height": SIZES[width]}, reduced_motion="reduce")
    page = context.new_page()
    page.add_init_script(NOTE_SHIFTS)

    def wait(route: Route) -> None:
        time.sleep(LATE)
        route.continue_()

    page.route("**/*.js", wait)
    yield page
    context.close()


def moved(page: Page) -> list[str]:
    """What has moved by now, when nothing is left to come."""
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    shifts: list[str] = page.evaluate("window.shifts.splice(0)")
    return shifts


@pytest.mark.parametrize(("late", "language"), [(360, "id"), (768, "en"), (1280, "id")], indirect=["late"])
def test_nothing_moves_by_itself(root: str, late: Page, language: str) -> None:
    n, found = LANGUAGES.index(language), {}
    for end in ("", "#category=makanan", "#q=roti&stage=exported,!", "#sort=name"):
        late.goto("about:blank")
        late.goto(f"{root}{SHELF[language]}{end}")
        late.locator(".found .card, .loosen" if end else ".tools.ready").first.wait_for()
        found[f"products{end}"] = moved(late)
    late.goto("about:blank")
    late.goto(f"{root}{SHELF[language]}")
    late.locator("[aria-controls=filters]").click()
    late.locator(".facet").first.wait_for()
    found["filters open"] = moved(late)
    late.locator(".tools input").press_sequentially("jaring")
    expect(late.locator(".chips")).to_contain_text("jaring")
    found["typed"] = moved(late)
    for key in (NET, BREAD):
        late.goto(f"{root}{SHELF[language]}")
        for does in ("keep", "compare"):
            late.locator(f"[data-product='{key}'] [data-does={does}]").click()
    for name, path in {
        "home": PAGES["beranda"][n],
        "product": PAGES["jaring"][n],
        "facility": PAGES["lapas"][n],
        "inquiry": INQUIRY[language],
        "comparison": COMPARED[language],
        "shared comparison": f"{COMPARED[language]}#{NET},{MAT}",
        "shared list": INQUIRY[language] + listed((MAT, "3", "", "")),
    }.items():
        late.goto("about:blank")
        late.goto(f"{root}{path}")
        found[name] = moved(late)
    late.goto(f"{root}{PAGES['beranda'][n]}")
    late.get_by_role("combobox").fill("roti")
    late.get_by_role("option").first.wait_for()
    found["results open"] = moved(late)
    assert {name: shifts for name, shifts in found.items() if shifts} == {}


@pytest.mark.parametrize("late", [1280], indirect=True)
def test_what_moves_is_seen(late: Page, tmp_path: Path) -> None:
    page = tmp_path / "moving.html"
    page.write_text("<p id=a>a</p><p>b</p><script>setTimeout(() => a.style.height = '300px', 300)</script>", "utf-8")
    late.goto(page.as_uri())
    assert moved(late)
