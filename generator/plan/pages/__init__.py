"""The kinds of page, one file a kind: who gets one, where, and what its template sees."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from generator.plan.edition import Edition
from generator.plan.pages import (
    alias,
    categories,
    category,
    compare,
    facilities,
    facility,
    gateway,
    home,
    importing,
    inquiry,
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

if TYPE_CHECKING:
    from generator.plan.offers import Offers

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
WITH_OFFERS: dict[str, Callable[[Edition, Offers], Target]] = {"inquiry": inquiry.inquiry, "compare": compare.compare}
ONCE: tuple[Callable[[Sequence[Edition]], Target], ...] = (gateway.gateway, not_found.not_found)
