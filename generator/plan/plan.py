"""The plan: everything that will exist, from the catalogue and what the theme says of itself."""

from __future__ import annotations

from typing import NamedTuple

from generator.cache import Cache
from generator.errors import BuildFailed
from generator.model.catalogue import Catalogue
from generator.plan.assets import Assets
from generator.plan.edition import Edition, Look
from generator.plan.lists import Lists
from generator.plan.pages.product import products
from generator.plan.pages.sitemap import sitemap
from generator.plan.photos import PhotoPlan, copies, settings
from generator.plan.seals import Seals
from generator.plan.targets import Planned, Target, clashes
from generator.plan.urls import Urls


class Plan(NamedTuple):
    """Every target, and the editions that the pages' recipes name by their digest."""

    targets: tuple[Target, ...]
    editions: tuple[Edition, ...]


def plan(catalogue: Catalogue, look: Look, assets: Assets, *, base_url: str, cache: Cache, jobs: int) -> Plan:
    """All pages, pictures and files of the site. What an earlier build kept of its plan is not planned again.

    Raises BuildFailed with a problem for each two targets that want one path.
    """
    photos = _photos(catalogue)
    seals = Seals(catalogue)
    editions = tuple(
        Edition(catalogue, language, Urls(language), look, photos, base_url, catalogue.languages, seals)
        for language in catalogue.languages
    )
    lists = Lists(editions, cache)
    pages = lists.once()
    own = seals.products(lists.makers, lists.alike)
    for edition in editions:
        first, rest = lists.of(edition)
        pages += [*first, *products(edition, own), *rest]
    made = [*assets.targets]
    if look.tools:
        from generator.plan.tools import tools

        own_pages, files = tools(editions, seals.products(lists.makers, {}), cache, jobs=jobs)
        pages += own_pages
        made += files
    pictures = [
        Planned(tuple(o.path for o in p.recipe.outputs), "photo", p.recipe, p.recipe.source) for p in photos.values()
    ]
    targets = (*pages, *pictures, *made, *sitemap(pages, lists.mapped, base_url))
    twice = list(clashes(targets))
    if twice:
        raise BuildFailed(twice)
    lists.remember()
    return Plan(targets, editions)


def _photos(catalogue: Catalogue) -> dict[str, PhotoPlan]:
    """The copies of every photo that an entry shows, by the photo's digest: one picture is encoded once."""
    chosen = settings(catalogue.site.images)
    facts = [catalogue.photos[path] for path in sorted(catalogue.pictured)]
    return {one.digest: copies(one, chosen) for one in facts}
