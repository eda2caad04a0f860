"""The plan: everything that will exist, from the catalogue and what the theme says of itself."""

from __future__ import annotations

from typing import NamedTuple

from generator.errors import BuildFailed
from generator.model.catalogue import Catalogue
from generator.plan.assets import Assets
from generator.plan.edition import Edition, Look
from generator.plan.lists import Lists, Table
from generator.plan.pages import WITH_OFFERS
from generator.plan.pages.product import products
from generator.plan.pages.sitemap import sitemap
from generator.plan.photos import PhotoPlan, copies, settings
from generator.plan.seals import Seals
from generator.plan.targets import Planned, Target, clashes
from generator.plan.urls import Urls


class Plan(NamedTuple):
    """Every target, and the editions that the pages' recipes name by their digest; `lists` may spare another build to
    plan its lists."""

    targets: tuple[Target, ...]
    editions: tuple[Edition, ...]
    lists: Table


def plan(catalogue: Catalogue, look: Look, assets: Assets, *, base_url: str, known: Table) -> Plan:
    """All pages, pictures and files of the site. `known` are the lists of an earlier build, or nothing.

    Raises BuildFailed with a problem for each two targets that want one path.
    """
    photos = _photos(catalogue)
    seals = Seals(catalogue)
    editions = tuple(
        Edition(catalogue, language, Urls(language), look, photos, base_url, catalogue.languages, seals)
        for language in catalogue.languages
    )
    lists = Lists(editions, known)
    pages = lists.once()
    own = seals.products(lists.makers, lists.alike)
    for edition in editions:
        first, rest = lists.of(edition)
        pages += [*first, *products(edition, own), *rest]
    made = [*assets.targets]
    if not look.tools.isdisjoint(WITH_OFFERS):
        from generator.plan.offers import offers

        offered = offers(editions)
        pages += [kind(e, offered) for e in editions for tool, kind in WITH_OFFERS.items() if tool in look.tools]
        made += offered.targets
    if "search" in look.tools:
        from generator.plan.search import search

        made += search(editions)
    pictures = [
        Planned(tuple(o.path for o in p.recipe.outputs), "photo", p.recipe, p.recipe.source) for p in photos.values()
    ]
    targets = (*pages, *pictures, *made, *sitemap(pages, lists.mapped, base_url))
    twice = list(clashes(targets))
    if twice:
        raise BuildFailed(twice)
    return Plan(targets, editions, lists.table)


def _photos(catalogue: Catalogue) -> dict[str, PhotoPlan]:
    """The copies of every photo that an entry shows, by the photo's digest: one picture is encoded once."""
    chosen = settings(catalogue.site.images)
    facts = [catalogue.photos[path] for path in sorted(catalogue.pictured)]
    return {one.digest: copies(one, chosen) for one in facts}
