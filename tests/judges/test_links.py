"""Every address in a built site leads somewhere: told from the files alone, so it holds on any host and from a disk."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from tests.judges.pages import Built, Page
from tests.judges.test_html import some


def test_every_address_and_anchor_leads_somewhere(built: Built) -> None:
    found = [
        f"{page}:{tag.line}: <{tag.name}> {address}: {why}"
        for page in built.pages
        for tag, address, fetched in page.addresses()
        if (why := fault(built, page, address, fetched=fetched))
    ]
    assert not found, some(found)


def fault(built: Built, page: Page, address: str, *, fetched: bool) -> str:
    """What is wrong with an address on a page, or ""."""
    parts = urlsplit(address)
    if built.base and address.startswith(built.base) and not fetched:
        return missing(built, unquote(parts.path).removeprefix(built.base_path) or "index.html", parts.fragment)
    if parts.scheme or parts.netloc:
        outside = fetched and parts.scheme != "data"
        return "asks another host" if outside else "" if parts.scheme in {"http", "https", "mailto", "tel"} else "what?"
    if address.startswith("/"):
        if page.kind != "not-found" or not built.base:
            return "starts at the host's root, which only a 404 page of a known address may"
        return missing(built, unquote(parts.path).removeprefix(built.base_path), parts.fragment)
    if not address or address == "#":
        return "leads nowhere"
    if page.kind == "not-found" and parts.path:
        return "relative, on a page that is shown at any address"
    path = resolve(page.path, unquote(parts.path)) if parts.path else page.path
    return missing(built, path, unquote(parts.fragment)) if path is not None else "leaves the site"


def resolve(start: str, relative: str) -> str | None:
    """The path of an address relative to a page; None where it climbs out of the site."""
    steps: list[str] = list(PurePosixPath(start).parent.parts)
    for step in relative.split("/"):
        if step == "..":
            if not steps:
                return None
            steps.pop()
        elif step != ".":
            steps.append(step)
    return "/".join(steps)


def missing(built: Built, path: str, anchor: str) -> str:
    """Why a path of the site, with an anchor, leads nowhere, or ""."""
    if not (built.folder / path).is_file():  # a folder is no address: from a disk it shows a listing
        return f"there is no file {path}"
    target = built.by_path.get(path)
    if anchor and (target is None or anchor not in target.ids):
        return f"{path} has no id `{anchor}`"
    return ""


def test_every_address_in_the_styles_leads_to_a_file(built: Built) -> None:
    found = []
    for sheet in built.folder.rglob("*.css"):
        here = sheet.relative_to(built.folder).as_posix()
        text = sheet.read_text("utf-8")
        assert "@import" not in text, f"{here}: @import makes a reader wait twice"
        for address in re.findall(r"""url\(\s*['"]?([^'")]+)""", text):
            if address.startswith(("data:", "#")):
                continue
            path = resolve(here, address)
            if ":" in address or path is None or not (built.folder / path).is_file():
                found.append(f"{here}: {address}")
    assert not found, some(found)


def test_the_site_map_names_only_pages_that_are_there(built: Built) -> None:
    site_map = built.folder / "sitemap.xml"
    if not built.base:
        assert not site_map.exists(), "a site map without a base URL has no addresses to name"
        return
    text = site_map.read_text("utf-8")
    named = re.findall(r"<(?:loc|image:loc)>([^<]+)</", text) + re.findall(r'href="([^"]+)"', text)
    assert named, "an empty site map"
    found = [
        address
        for address in named
        if not address.startswith(built.base)
        or missing(built, unquote(address.removeprefix(built.base)) or "index.html", "")
    ]
    assert not found, some(found)


def test_without_a_base_url_no_page_claims_an_absolute_address(built: Built) -> None:
    if built.base:
        return
    found = [
        f"{page}:{tag.line}: {tag.attributes.get('rel') or tag.attributes.get('property')}"
        for page in built.pages
        for tag in page.tags
        if tag.attributes.get("rel") == "canonical"
        or (tag.name == "link" and "hreflang" in tag.attributes)
        or tag.attributes.get("property") in {"og:url", "og:image"}
    ]
    assert not found, some(found)


def test_no_two_elements_of_a_page_have_one_id(built: Built) -> None:
    found = [f"{page}: {name}" for page in built.pages for name in sorted(set(page.ids)) if page.ids.count(name) > 1]
    assert not found, some(found)
