"""What any page must be, told from its source alone: valid, small, of one piece, and silent about nobody's number."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
from pathlib import PurePosixPath

from tests.judges import tools
from tests.judges.pages import KINDS, RARE_KINDS, Built, Page

PAGE_BYTES = 60_000
STYLE_BYTES = 30_000
SCRIPT_BYTES = 25_000
# Good CSS that the checker does not know yet: SVG's `r` as a property, and `%` with `var()` inside `min()`.
NOT_YET_KNOWN = (
    r"CSS: .(r|paint-order|view-transition-name|animation-timeline|animation-range).: Property .* doesn.t exist\."
    r"|CSS: Unrecognized at-rule .@view-transition.|CSS: .(?:max-)?width.: The types are incompatible\."
)


def test_the_nu_html_checker_finds_no_error(built: Built) -> None:
    java = tools.program("java")
    assert java, "no Java: `python3 -m tests` says what to install"
    assert tools.VNU.is_file(), "the Nu HTML Checker is not here: `python3 -m tests` fetches it"
    options = ["--errors-only", "--skip-non-html", "--also-check-css", "--also-check-svg", "--format", "json"]
    options += ["--filterpattern", NOT_YET_KNOWN]
    command = [java, "-Xss4m", "-XX:-UsePerfData", "-jar", str(tools.VNU), *options, str(built.folder)]
    done = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    messages = json.loads(done.stderr)["messages"]
    root = f"{built.folder.as_uri().replace('///', '/')}/"
    said = [f"{m.get('url', '').removeprefix(root)}: {m['message']} … {m.get('extract', '')!r}" for m in messages]
    assert not said, some(said)
    assert done.returncode == 0, done.stderr.decode()


def test_every_kind_of_page_is_there_and_says_its_kind(built: Built) -> None:
    nameless = [page.path for page in built.pages if not page.kind]
    assert not nameless, f"no single `page-KIND` class on the body of: {some(nameless)}"
    kinds = {page.kind for page in built.pages}
    assert kinds >= KINDS, f"no page of the kind: {', '.join(sorted(KINDS - kinds))}"
    assert kinds <= KINDS | RARE_KINDS, f"unknown kinds: {', '.join(sorted(kinds - KINDS - RARE_KINDS))}"


def test_no_page_is_over_60_kb(built: Built) -> None:
    large = [f"{page.path}: {page.size:,} bytes" for page in built.pages if page.size > PAGE_BYTES]
    assert not large, some(large)


def test_the_style_sheets_that_a_page_links_are_not_over_30_kb_in_all_those_for_paper_too(built: Built) -> None:
    large = []
    for page in built.pages:
        links = [tag.attributes["href"] for tag in page.tags if tag.attributes.get("rel") == "stylesheet"]
        names = [PurePosixPath(link).name for link in links]
        size = sum((built.folder / "aset" / name).stat().st_size for name in names)
        assert names or page.kind in RARE_KINDS | {"not-found"}, page.path  # which may not know its address
        if size > STYLE_BYTES:
            large.append(f"{page.path}: {size:,} bytes in {', '.join(names)}")
    assert not large, some(large)


def test_all_scripts_of_the_site_are_not_over_25_kb_compressed(built: Built) -> None:
    scripts = {path.name: path.read_bytes() for path in built.folder.glob("aset/*.js")}
    code = {
        name: len(gzip.compress(text, 9)) for name, text in scripts.items() if not text.startswith(b"etalase.take(")
    }
    assert len(code) >= 4, "what begins so is data: what is left are the theme's scripts"
    assert sum(code.values()) <= SCRIPT_BYTES, code


def test_nothing_is_styled_or_scripted_inside_a_page(built: Built) -> None:
    found = []
    for page in built.pages:
        found += [f"{page}:{tag.line}: <style>" for tag in page.tags if tag.name == "style"]
        found += [
            f"{page}:{tag.line}: {name} on <{tag.name}>"
            for tag in page.tags
            for name in tag.attributes
            if name == "style" or re.fullmatch(r"on[a-z]+", name)
        ]
        found += [
            f"{page}:{tag.line}: a script inside the page"
            for tag, _ in page.scripts
            if "src" not in tag.attributes and tag.attributes.get("type") != "application/ld+json"
        ]
    assert not found, some(found)


def test_every_page_has_a_strict_policy_before_it_fetches_anything(built: Built) -> None:
    found = [f"{page}: {why}" for page in built.pages if (why := policy_fault(page))]
    assert not found, some(found)


def policy_fault(page: Page) -> str:
    """What is wrong with a page's Content-Security-Policy, or ""."""
    first = next((place for place, tag in enumerate(page.tags) if tag.name in {"link", "script", "img", "body"}), 0)
    policies = [
        (place, tag.attributes.get("content", ""))
        for place, tag in enumerate(page.tags)
        if tag.attributes.get("http-equiv", "").lower() == "content-security-policy"
    ]
    if len(policies) != 1:
        return f"{len(policies)} policies"
    place, policy = policies[0]
    loose = [
        word
        for word in ("'unsafe-inline'", "'unsafe-eval'", "http:", "https:", "*")
        if word in policy.replace(";", " ").split()
    ]
    if loose or "default-src 'none'" not in policy:
        return f"not strict: {policy}"
    return "its policy comes after what it should guard" if place > first else ""


def test_the_data_for_search_engines_is_json(built: Built) -> None:
    wrong = []
    for page in built.pages:
        for tag, text in page.scripts:
            if tag.attributes.get("type") != "application/ld+json":
                continue
            try:
                data = json.loads(text)
            except ValueError as problem:
                wrong.append(f"{page}:{tag.line}: {problem}")
                continue
            if "@context" not in data:
                wrong.append(f"{page}:{tag.line}: no @context")
    assert not wrong, some(wrong)


def test_the_true_content_links_to_nobody_s_mailbox_or_number(built: Built) -> None:
    if built.name == "complete":  # its contacts are plainly made up, and linking to them is what it shows
        return
    pattern = re.compile(rb"mailto:|wa\.me/\d|tel:\+?\d")
    texts = [path for path in built.folder.rglob("*") if path.suffix in {".html", ".js", ".json", ".xml", ".txt"}]
    found = [
        f"{path.relative_to(built.folder)}: {m[0]!r}" for path in texts if (m := pattern.search(path.read_bytes()))
    ]
    assert not found, some(found)


def some(lines: list[str]) -> str:
    """The first twenty of some lines, one below the other, and how many there are."""
    return f"{len(lines)} in all\n" + "\n".join(lines[:20])
