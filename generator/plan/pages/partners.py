"""The companies the sources name, with their role."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.plan.edition import Edition
from generator.plan.frames import Frame, Spot, spot
from generator.plan.parts import Link, Source
from generator.plan.targets import Target, page


class PartnerRow(NamedTuple):
    """`anchor` is its id on the page."""

    anchor: str
    name: str
    roles: str
    says: str
    cites: tuple[int, ...]
    products: tuple[Link, ...]


class PartnersView(NamedTuple):
    """Every partner on one page."""

    frame: Frame
    heading: str
    lede: str
    partners: tuple[PartnerRow, ...]
    sources: tuple[Source, ...]


def partners(edition: Edition) -> Iterator[Target]:
    """The one page of all partners."""
    catalogue, seals = edition.catalogue, edition.seals
    here = spot(edition, "partners", lambda urls: urls.partners())
    of = (seals.every_source, *(f"{key} {seals.cards(own)}" for key, own in catalogue.by_partner.items()))
    yield page(edition, here, "partners", partial(_view, edition, here), "partners", of=of)


def _view(edition: Edition, here: Spot) -> PartnersView:
    catalogue, t = edition.catalogue, edition.t
    cites = edition.cites()
    rows = []
    for key, entry in catalogue.partners.items():
        partner = entry.record
        roles = edition.language.listed(t(f"role.{role}") for role in partner.roles)
        own = catalogue.by_partner.get(key, ())
        links = tuple(Link(edition.language.words(p.label.name), edition.urls.product(p)) for p in own)
        says = edition.language.words(partner.says)
        rows.append(PartnerRow(key, partner.name, roles, says, cites.of(partner.source), links))
    heading, lede = t("nav.partners"), t("lede.partners")
    around = Frame(edition, here, title=heading, description=lede)
    return PartnersView(around, heading, lede, tuple(rows), cites.listed())
