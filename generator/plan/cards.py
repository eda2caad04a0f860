"""Share cards: the picture that a link to a product brings along elsewhere, one for each product and language.

A card is planned only where the site's address is known, as whoever shows it asks for it by its whole address.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.entries import Entry
from generator.model.records.product import Product
from generator.plan.edition import Edition
from generator.plan.parts import Art
from generator.plan.targets import Planned, Target

VERSION = 1  # of how cards are drawn: part of every address, as whoever shared one keeps what it gave
FOLDER = "kartu"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRecipe:
    """All that a card shows. `photo` is its digest and where it lies, empty where `art` stands alone; `note` says that
    the photo is an illustration, or nothing; `look` is a digest of the theme."""

    name: str
    maker: str
    place: str
    site: str
    note: str
    photo: str
    source: str
    art: Art
    look: str


def card(edition: Edition, entry: Entry[Product]) -> str:
    """The address of a product's card, or an empty text where none is made."""
    if not (edition.base_url and edition.catalogue.site.switches.share_cards):
        return ""
    seed = hashlib.sha256(repr((VERSION, _recipe(edition, entry))).encode()).hexdigest()[:10]
    return f"{FOLDER}/{entry.key.replace('/', '-')}-{edition.code}-{seed}.jpg"


def cards(edition: Edition, entry: Entry[Product]) -> Iterator[Target]:
    """The card's target, where one is made."""
    path = card(edition, entry)
    if path:
        what = f"{edition.code}: card {entry.key}"
        yield Planned((path,), "card", _recipe(edition, entry), what, group=entry.shelf)


def _recipe(edition: Edition, entry: Entry[Product]) -> CardRecipe:
    shown = entry.photos[0] if entry.photos else None
    return CardRecipe(
        name=str(edition.language.words(entry.label.name)),
        maker=str(edition.maker(entry)),
        place=edition.town(edition.catalogue.facility_of(entry).record),
        site=str(edition.language.words(edition.catalogue.site.title)),
        note=edition.t("picture.illustration") if shown and shown[0].illustration else "",
        photo=shown[1].digest if shown else "",
        source=shown[1].path if shown else "",
        art=edition.art(entry),
        look=edition.look.digest,
    )
