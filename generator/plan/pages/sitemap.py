"""sitemap.xml with every page, its languages and its pictures; robots.txt. The map needs a base URL."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from html import escape

from generator.plan.seals import sealed
from generator.plan.targets import Planned, Target, TextRecipe, text
from generator.plan.urls import absolute

MOST = 40_000  # addresses in one file; sitemaps.org allows 50,000
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml" '
    'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
)
LEFT_OUT = {"not_found", "alias", "gateway"}


def sitemap(pages: Sequence[Target], seal: str, base: str) -> Iterator[Target]:
    """The files for machines, from the pages that were planned; `seal` is of what the map says beside addresses."""
    robots = "User-agent: *\nAllow: /\n"
    if base:
        shown = [page for page in pages if page.spot and page.template not in LEFT_OUT]
        chunks = [shown[at : at + MOST] for at in range(0, len(shown), MOST)]
        names = ["sitemap.xml"] if len(chunks) == 1 else [f"sitemap-{n}.xml" for n in range(1, len(chunks) + 1)]
        for name, chunk in zip(names, chunks, strict=True):
            recipe = TextRecipe(sealed(seal, base, *[page.paths[0] for page in chunk]), partial(_map, chunk, base))
            yield Planned((name,), "text", recipe, name)
        if len(chunks) > 1:
            rows = "".join(
                f"<sitemap><loc>{escape(absolute(base, name), quote=False)}</loc></sitemap>\n" for name in names
            )
            index = f"{HEAD}<sitemapindex {NAMES.split(' ', 1)[0]}>\n{rows}</sitemapindex>\n"
            yield text("sitemap.xml", index, "sitemap.xml")
        robots += f"Sitemap: {absolute(base, 'sitemap.xml')}\n"
    yield text("robots.txt", robots, "robots.txt")


def _map(pages: Sequence[Target], base: str) -> str:
    shown_base = escape(base.rstrip("/"), quote=False).replace('"', "&quot;")
    return f"{HEAD}<urlset {NAMES}>\n{''.join([_url(page, shown_base) for page in pages])}</urlset>\n"


def _url(page: Target, base: str) -> str:
    """A page's lines. Addresses are made of slugs and of the base, which is `escape`d already: nothing else is."""
    assert page.spot, "only pages are listed"
    spot = page.spot()
    told = spot.hreflang(page.recipe.lang, base)  # type: ignore[attr-defined]
    links = "".join([f'<xhtml:link rel="alternate" hreflang="{code}" href="{url}"/>' for code, url in told])
    image = f"<image:image><image:loc>{base}/{spot.image}</image:loc></image:image>" if spot.image else ""
    return f"<url><loc>{base}/{spot.path}</loc>{links}{image}</url>\n"
