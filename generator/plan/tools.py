"""What a theme's tools for buyers need: their pages, and the scripts with what they know of the goods."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.cache import Cache
from generator.plan import offers, search
from generator.plan.edition import Edition
from generator.plan.extracts import Extracts, Make
from generator.plan.offers import Offers
from generator.plan.pages import compare, inquiry
from generator.plan.search import found
from generator.plan.targets import Target

WITH_OFFERS: dict[str, Callable[[Edition, Offers], Target]] = {"inquiry": inquiry.inquiry, "compare": compare.compare}


def tools(
    editions: Sequence[Edition], own: Sequence[str], cache: Cache, *, jobs: int
) -> tuple[list[Target], list[Target]]:
    """The pages and the files of those tools that the theme has; `own` are the products' seals, in their order."""
    has = editions[0].look.tools
    asking, searching = not has.isdisjoint(WITH_OFFERS), "search" in has
    makes: dict[str, Make] = {}
    if asking:
        makes[offers.NAME] = offers.extract
    if searching:
        makes[search.NAME] = found.extract
    extracts = Extracts(editions, makes, own, cache, jobs=jobs)
    pages: list[Target] = []
    files: list[Target] = []
    if asking:
        offered = offers.offers(editions, extracts)
        pages += [kind(edition, offered) for edition in editions for tool, kind in WITH_OFFERS.items() if tool in has]
        files += offered.targets
    if searching:
        files += search.Search(editions, extracts, cache).targets()
    return pages, files
