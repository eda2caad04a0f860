"""What only a browser can tell, on the longest page of each kind in each language: it reads, fits, and asks nobody."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from tests.judges import tools
from tests.judges.conftest import Roots
from tests.judges.pages import Built, Page
from tests.judges.test_html import some

WIDTHS = (320, 360, 768, 1280, 1920)
NOTE_VIOLATIONS = """
    window.violations = [];
    document.addEventListener("securitypolicyviolation",
        event => window.violations.push(`${event.violatedDirective} refused ${event.blockedURI || event.sourceFile}`));
"""
# What sticks out, the outermost first; what scrolls in a box of its own does not.
STICKS_OUT = """() => {
    const width = document.documentElement.clientWidth, needed = document.documentElement.scrollWidth;
    if (needed <= width) return [];
    const all = [...document.querySelectorAll("body *")];
    const wide = all.filter(one => one.getBoundingClientRect().right > width + 0.5).slice(0, 3);
    return [`needs ${needed} px: ${wide.map(one => one.outerHTML.slice(0, 80)).join(" … ")}`];
}"""
BROKEN_PICTURES = """async () => {
    const pictures = [...document.images];
    pictures.forEach(one => one.loading = "eager");
    await Promise.all(pictures.map(one => one.decode().catch(() => {})));
    return pictures.filter(one => !one.naturalWidth).map(one => `no picture at ${one.currentSrc || one.src}`);
}"""
LINKS = "() => [...document.links].map(one => one.href.split('#')[0])"


@contextmanager
def tab(browser: Browser, **options: Any) -> Iterator[Tab]:
    """A fresh tab of a fresh profile."""
    context = browser.new_context(**options)
    try:
        yield context.new_page()
    finally:
        context.close()


def visit(seen: Tab, root: str, page: Page) -> None:
    """Open a page; the page for what is not there is seen where nothing is."""
    lost = page.kind == "not-found" and root.startswith("http")
    answer = seen.goto(f"{root}no/such/page.html" if lost else f"{root}{page}", wait_until="load")
    assert answer, f"{page}: no answer"
    assert answer.status in ({404} if lost else {0, 200}), f"{page}: {answer.status}"
    kind = seen.evaluate("document.body.className")
    assert f"page-{page.kind}" in kind.split(), f"{page}: another page answers"


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(built: Built, roots: Roots, browser: Browser, scheme: Any, width: int) -> None:
    assert tools.AXE.is_file(), "axe-core is not here: `python3 -m tests` fetches it"
    axe = tools.AXE.read_text("utf-8")
    found = []
    with tab(browser, color_scheme=scheme, viewport={"width": width, "height": 800}, reduced_motion="reduce") as seen:
        for page in built.samples:
            visit(seen, roots.home, page)
            seen.evaluate(axe)
            result = seen.evaluate("axe.run(document, {preload: false, resultTypes: ['violations']})")
            found += [f"{page}: {line}" for violation in result["violations"] for line in told(violation)]
    assert built.samples
    assert not found, some(found)


def told(violation: dict[str, Any]) -> list[str]:
    """One kind of violation: the first three places it was found at."""
    nodes = violation["nodes"][:3]
    return [f"{violation['id']}: {node['html'][:120]}: {' '.join(node['failureSummary'].split())}" for node in nodes]


@pytest.mark.parametrize("where", ["home", "top", "below", "disk"])
def test_nothing_is_refused_or_broken_and_no_other_host_is_asked(
    built: Built, roots: Roots, browser: Browser, where: str
) -> None:
    root: str = getattr(roots, where)
    found: list[str] = []
    with tab(browser) as seen:
        seen.add_init_script(NOTE_VIOLATIONS)
        listen(seen, root, found.append)
        for page in built.samples:
            if page.kind == "not-found" and where != "home":
                continue  # it knows one address only, its base URL's
            before = len(found)
            visit(seen, root, page)
            found += seen.evaluate("window.violations") + seen.evaluate(BROKEN_PICTURES)
            found += [
                f"a link to {link}" for link in seen.evaluate(LINKS) if link != seen.url and astray(built, root, link)
            ]
            found[before:] = [f"{page}: {line}" for line in found[before:]]
    assert not found, some(found)


def listen(seen: Tab, root: str, note: Callable[[str], None]) -> None:
    """Note what a browser complains of, what it is refused, and whom else it asks."""
    seen.on("pageerror", lambda problem: note(f"a script failed: {problem}"))

    def failed(asked: Any) -> None:
        if asked.failure != "net::ERR_ABORTED":  # we went on to the next page before the icon came
            note(f"no answer: {asked.url}")

    seen.on("requestfailed", failed)

    def said(message: Any) -> None:
        # The missing page itself is answered with 404, as it should be, and the console says so.
        if message.type in {"error", "warning"} and "status of 404" not in message.text:
            note(f"console: {message.text}")

    def answered(answer: Any) -> None:
        if answer.status >= 400 and not answer.url.endswith("no/such/page.html"):
            note(f"{answer.status}: {answer.url}")

    def asked(request: Any) -> None:
        if not request.url.startswith((root, "data:")) and not request.url.endswith("/favicon.ico"):
            note(f"asks for {request.url}")

    seen.on("console", said)
    seen.on("response", answered)
    seen.on("request", asked)


def astray(built: Built, root: str, link: str) -> bool:
    """Whether a link as the browser understands it claims to be of this site and is not."""
    if link.startswith(root):
        path = unquote(urlsplit(link.removeprefix(root)).path)
        return not (built.folder / path).is_file()
    return link.startswith(("file:", "http://127.0.0.1"))


def test_no_page_is_wider_than_the_screen(built: Built, roots: Roots, browser: Browser) -> None:
    found = []
    with tab(browser) as seen:
        for page in built.samples:
            visit(seen, roots.home, page)
            for width in WIDTHS:
                seen.set_viewport_size({"width": width, "height": 800})
                found += [f"{page} at {width} px: {line}" for line in seen.evaluate(STICKS_OUT)]
    assert not found, some(found)


FIRST_VIEW = 100_000
PHONE = {"viewport": {"width": 412, "height": 823}, "device_scale_factor": 1.75, "is_mobile": True, "has_touch": True}


def test_the_first_view_of_a_product_on_a_phone_is_not_over_100_kb(
    built: Built, roots: Roots, browser: Browser
) -> None:
    found = []
    for page in (page for page in built.pages if (page.kind, page.language) == ("product", "id")):
        with tab(browser, **PHONE) as seen:
            asked = asked_by(seen)
            visit(seen, roots.top, page)
            seen.wait_for_load_state("networkidle")
        paths = [built.folder / unquote(urlsplit(url).path).lstrip("/") for url in asked if url.startswith(roots.top)]
        sizes = {path.name: sent(path.read_bytes(), path.suffix) for path in paths if path.is_file()}
        assert page.path.rpartition("/")[2] in sizes
        if sum(sizes.values()) > FIRST_VIEW:
            found.append(f"{page}: {sum(sizes.values())} bytes, {sizes}")
    assert not found, some(found)


def asked_by(seen: Tab) -> list[str]:
    """The addresses that a tab has asked for; the list grows with them."""
    found: list[str] = []
    seen.on("requestfinished", lambda request: found.append(request.url))
    return found


def sent(data: bytes, suffix: str) -> int:
    """A file's size as a host sends it: texts compressed, pictures as they are."""
    return len(gzip.compress(data, 9)) if suffix in {".html", ".css", ".js", ".svg"} else len(data)


# What one can press, choose and fill in is a script's to add; what one reads is not.
WITHOUT_CONTROLS = "document.querySelectorAll('main :is(button, label, select)').forEach(one => one.remove())"


def test_without_javascript_every_page_reads_the_same(built: Built, roots: Roots, browser: Browser) -> None:
    found = []
    with tab(browser) as scripted, tab(browser, java_script_enabled=False) as plain:
        for page in built.samples:
            texts = []
            for seen in (scripted, plain):
                visit(seen, roots.home, page)
                assert seen.locator("h1").first.is_visible(), f"{page}: no heading to be seen"
                if seen is scripted:
                    seen.evaluate(WITHOUT_CONTROLS)
                texts.append(seen.locator("main").inner_text().split())
            if len(texts[1]) < 5:
                found.append(f"{page}: only {len(texts[1])} words without JavaScript")
            lost = set(texts[0]) - set(texts[1])
            if len(lost) > len(set(texts[0])) / 20:
                found.append(f"{page}: read with JavaScript only: {' '.join(sorted(lost)[:12])}")
    assert not found, some(found)
