"""The kinds of page that are planned as lists, in their order: all but products' own and the tools'.

They are many, and a build that finds every list as it was needs none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.plan.edition import Edition
from generator.plan.pages import (
    alias,
    categories,
    category,
    facilities,
    facility,
    gateway,
    home,
    importing,
    not_found,
    page,
    partners,
    products,
    programme,
    province,
    stage,
    track_record,
)
from generator.plan.targets import Target

FIRST: tuple[Callable[[Edition], Iterator[Target]], ...] = (home.home, products.products)  # then each product's own
REST: tuple[Callable[[Edition], Iterator[Target]], ...] = (
    categories.categories,
    category.categories,
    facilities.facilities,
    facility.facilities,
    categories.programmes,
    programme.programmes,
    categories.provinces,
    province.provinces,
    categories.stages,
    stage.stages,
    track_record.track_record,
    partners.partners,
    importing.importing,
    page.pages,
    alias.aliases,
)
ONCE: tuple[Callable[[Sequence[Edition]], Target], ...] = (gateway.gateway, not_found.not_found)
