"""sitemap.xml with every page, its languages and its pictures; robots.txt. The map needs a base URL."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from generator.plan.targets import Target, TextRecipe
from generator.plan.urls import absolute

MOST = 40_000  # addresses in one file; sitemaps.org allows 50,000
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml" '
    'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
)
LEFT_OUT = {"not-found", "alias", "gateway"}


def sitemap(pages: Sequence[Target], base: str) -> Iterator[Target]:
    """The files for machines, from the pages that were planned."""
    robots = "User-agent: *\nAllow: /\n"
    if base:
        shown_base = escape(base.rstrip("/"), {'"': "&quot;"})
        shown = [page for page in pages if page.spot and page.spot.kind not in LEFT_OUT]
        chunks = [shown[at : at + MOST] for at in range(0, len(shown), MOST)]
        names = ["sitemap.xml"] if len(chunks) == 1 else [f"sitemap-{n}.xml" for n in range(1, len(chunks) + 1)]
        for name, chunk in zip(names, chunks, strict=True):
            yield _text(
                name, f"{HEAD}<urlset {NAMES}>\n{''.join([_url(page, shown_base) for page in chunk])}</urlset>\n"
            )
        if len(chunks) > 1:
            rows = "".join(f"<sitemap><loc>{escape(absolute(base, name))}</loc></sitemap>\n" for name in names)
            yield _text("sitemap.xml", f"{HEAD}<sitemapindex {NAMES.split(' ', 1)[0]}>\n{rows}</sitemapindex>\n")
        robots += f"Sitemap: {absolute(base, 'sitemap.xml')}\n"
    yield _text("robots.txt", robots)


def _url(page: Target, base: str) -> str:
    """A page's lines. Addresses are made of slugs and of the base, which is `escape`d already: nothing else is."""
    spot = page.spot
    assert spot, "only pages are listed"
    told = spot.hreflang(page.recipe.lang, base)  # type: ignore[attr-defined]
    links = "".join([f'<xhtml:link rel="alternate" hreflang="{code}" href="{url}"/>' for code, url in told])
    image = f"<image:image><image:loc>{base}/{spot.image}</image:loc></image:image>" if spot.image else ""
    return f"<url><loc>{base}/{spot.path}</loc>{links}{image}</url>\n"


def _text(path: str, text: str) -> Target:
    return Target((path,), "text", TextRecipe(text), path)
