"""How much a search loads and how long a keystroke takes: `python -m bench.search CONTENT [--throttle 4]`.

Plans the site, makes only its front page, its products page and what a search needs, and types into both boxes in
Chromium, from disk, with the processor throttled. `bench.corpus` makes a catalogue of any size.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import tempfile
import time
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Page, sync_playwright

from generator.cache import NoCache
from generator.pipeline import Options, _folder, prepare
from generator.render.run import make
from tests.judges import tools

TYPED = ("tas rajut", "charcoal", "kursi jati", "gantungan kunci", "charcaol", "madu hutan", "roti sumatera")
BUDGET = {"kilobytes before the first result": 200, "milliseconds a keystroke": 50}
# Types a text letter by letter, with pauses; gives the milliseconds from each letter until its first results stand on
# the page, laid out.
KEYSTROKES = """async ([box, place, text]) => {
    const input = document.querySelector(box), shown = document.querySelector(place), times = [];
    for (let end = 1; end <= text.length; end++) {
        const drawn = new Promise(done => {
            const watch = new MutationObserver(() => {
                watch.disconnect();
                done(shown.offsetHeight && performance.now());
            });
            watch.observe(shown, { childList: true, subtree: true });
            setTimeout(done, 3000, NaN);
        });
        performance.mark("letter");
        const start = performance.now();
        input.value = text.slice(0, end);
        input.dispatchEvent(new Event("input", { bubbles: true }));
        times.push(await drawn - start);
        await new Promise(done => setTimeout(done, 200));
    }
    return times.filter(time => !isNaN(time));
}"""
TRACED = ["toplevel", "disabled-by-default-devtools.timeline", "blink.user_timing"]

OPENED = (
    "async () => { const start = performance.now(); await etalase.search.open(); return performance.now() - start }"
)


def main() -> None:
    """Print sizes and times beside what they may be."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("content", type=Path)
    given.add_argument("--throttle", type=int, default=4)
    asked = given.parse_args()
    with tempfile.TemporaryDirectory(prefix="etalase-search-") as folder:
        root = Path(folder)
        print(f"planned in {site(asked.content, root):.1f} s")
        sizes(root)
        measure(root, throttle=asked.throttle)


def site(content: Path, root: Path) -> float:
    """Make what a search needs under `root`; the seconds that planning took."""
    started = time.monotonic()
    ready = prepare(Options(content=content, cached=False, today="2026-11-22"), _folder(content), NoCache())
    seconds = time.monotonic() - started
    pages = {"id/index.html", "id/produk/index.html"}
    for target in ready.plan.targets:
        if target.paths[0] in pages or target.maker == "text":
            for path, data in zip(target.paths, make(target, ready.shop), strict=True):
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_bytes(data)
    return seconds


def packed(path: Path) -> int:
    """A file's bytes as a host sends them."""
    return len(gzip.compress(path.read_bytes(), 9))


def sizes(root: Path) -> None:
    """What there is to load, compressed."""
    folder = root / "aset/cari"
    for name in ("id.js", "index-*.js", "id-order-*.js", "id-[0-9]*.js", "said-*.js"):
        found = [packed(path) for path in folder.glob(name)]
        if found:
            total, most = sum(found) / 1000, max(found) / 1000
            print(f"{name:16} {len(found):4} files, {total:7.1f} kB in all, {most:6.1f} the largest")


def measure(root: Path, *, throttle: int) -> None:
    """Type into both boxes, each text twice: the second time nothing is to be loaded."""
    options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=tools.program("chromium"), args=options, env=dict(os.environ)
        )
        for slow in (throttle, 1):
            page = chromium.new_page()
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slow})
            page.goto((root / "id/index.html").as_uri())
            if slow > 1:
                first(page, throttle)
            opened(page)
            report(page, "header", "#find-input", ".find-list", slow, throttle)
            page.goto((root / "id/produk/index.html").as_uri())
            opened(page)
            page.click("[aria-controls=filters]")
            page.wait_for_selector(".facet")
            report(page, "products page, filters open", ".tools input", "#found", slow, throttle)
            page.close()
        chromium.close()


def first(page: Page, throttle: int) -> None:
    """Say what is loaded before the first result, and how long that takes."""
    loaded: list[Path] = []
    page.on("request", lambda request: loaded.append(Path(unquote(urlsplit(request.url).path))))
    print(f"opened in {opened(page):.0f} ms at 1/{throttle} speed")
    typed(page, "#find-input", ".find-list", TYPED[0][:2])
    size = sum(packed(path) for path in loaded if "/cari/" in str(path) or "/find-" in str(path))
    print(f"before the first result: {size / 1000:.1f} kB of {BUDGET['kilobytes before the first result']}")


def opened(page: Page) -> float:
    """Load the search; the milliseconds it took."""
    value: float = page.evaluate(OPENED)
    return value


def typed(page: Page, box: str, place: str, text: str) -> list[float]:
    """The milliseconds that each letter of a text took."""
    times: list[float] = page.evaluate(KEYSTROKES, [box, place, text])
    return times


def report(page: Page, name: str, box: str, place: str, slow: int, throttle: int) -> None:
    """Type everything twice. Throttled: how long results took, by the clock. At full speed: the longest task that each
    letter brought, in processor time as it would be throttled, which other programs on the machine do not lengthen."""
    for what in ("loading rows", "nothing to load"):
        if slow > 1:
            kind = "until results"
            times = [time for text in TYPED for time in typed(page, box, place, text)]
        else:
            kind = "longest task"
            browser = page.context.browser
            assert browser
            browser.start_tracing(page=page, categories=TRACED)
            for text in TYPED:
                typed(page, box, place, text)
            times = [time * throttle for time in longest(json.loads(browser.stop_tracing())["traceEvents"])]
        times.sort()
        middle, most = times[len(times) // 2], times[int(len(times) * 0.95)]
        limit = BUDGET["milliseconds a keystroke"]
        print(
            f"{name}, {what}, {kind}: {middle:.0f} ms, 95 of 100 under {most:.0f}, at most {times[-1]:.0f} of {limit}"
        )


def longest(events: list[dict[str, Any]]) -> list[float]:
    """Of each letter the milliseconds of processor time of the longest task up to the next letter."""
    letters = sorted((one for one in events if one["name"] == "letter"), key=lambda one: float(one["ts"]))
    place = letters[0]["pid"], letters[0]["tid"]
    tasks = [one for one in events if one["name"] == "RunTask" and (one["pid"], one["tid"]) == place and "tdur" in one]
    ends = [float(one["ts"]) for one in letters[1:]] + [float("inf")]
    return [
        max(one["tdur"] / 1000 for one in tasks if letter["ts"] < one["ts"] + one["dur"] and one["ts"] < end)
        for letter, end in zip(letters, ends, strict=True)
    ]


if __name__ == "__main__":
    main()
