"""A product's page: the heart of the catalogue, in the order of a buyer's questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from generator.model.entries import Entry
from generator.model.records.facility import Facility
from generator.model.records.parts import Confirmed
from generator.model.records.product import Product
from generator.plan import record, rules, terms
from generator.plan.asking import inquiry
from generator.plan.cards import card, cards
from generator.plan.edition import Cites, Edition
from generator.plan.frames import Frame, Ld, Spot, arts_of, spot
from generator.plan.parts import (
    Art,
    Card,
    FacilityBox,
    Fact,
    Grid,
    Inquiry,
    Link,
    Market,
    Moment,
    Paper,
    Picture,
    Source,
    Stamp,
    Story,
    Value,
)
from generator.plan.pieces import piece
from generator.plan.seals import RELATED
from generator.plan.targets import PageRecipe, Target
from generator.plan.urls import absolute


class ProductView:
    """A product's page, made piece by piece as its template asks for it."""

    def __init__(self, edition: Edition, entry: Entry[Product]) -> None:
        self._edition, self._entry = edition, entry
        self._product = entry.record
        self._facility = edition.catalogue.facility_of(entry)
        self._sold = bool(edition.asked_for(entry))

    @piece
    def frame(self) -> Frame:
        """What stands round the page."""
        edition, entry = self._edition, self._entry
        return Frame(
            edition,
            _spot(edition, entry),
            title=f"{self.name} – {self._facility.record.name}",
            description=self.summary,
            section="products",
            crumbs=(Link(edition.t("nav.products"), edition.urls.products()), self.category),
            og_type="product",
            ld=_ld(edition, entry),
            arts=_arts(edition, entry),
            card=card(edition, entry),
        )

    @piece
    def key(self) -> str:
        """Its identity, where it can be asked for."""
        return self._edition.asked_for(self._entry)

    @piece
    def name(self) -> str:
        """Its name."""
        return self._edition.language.words(self._product.name)

    @piece
    def summary(self) -> str:
        """One or two sentences."""
        return self._edition.language.words(self._product.summary)

    @piece
    def category(self) -> Link:
        """Its category."""
        return self._edition.category_link(self._product.category)

    @piece
    def badge(self) -> str:
        """A status that a buyer must see first (no longer offered, paused, …), or empty."""
        return self._edition.t(f"status.{self._product.status}") if self._product.status else ""

    @piece
    def stage(self) -> str:
        """How far it has come, or empty."""
        return self._edition.t(f"stage.{self._product.stage}") if self._product.stage else ""

    @piece
    def stage_href(self) -> str:
        """Where the goods of its stage are listed, or empty."""
        product = self._product
        return self._edition.urls.stage(product.stage) if product.stage and product.status != "archived" else ""

    @piece
    def pictures(self) -> tuple[Picture, ...]:
        """Its photos, the cover first."""
        return self._edition.pictures(self._entry)

    @piece
    def art(self) -> Art:
        """What is drawn where there is no photo."""
        return self._edition.art(self._entry)

    @piece
    def made_in(self) -> str:
        """Said once, plainly: where the goods were made."""
        return _made_in(self._edition, self._entry)

    @piece
    def confirmed(self) -> str:
        """How sure the entry is."""
        return confirmed(self._edition, self._product.confirmed, self._facility.record.name)

    @piece
    def _told(self) -> Told:
        """Everything that cites, in the order of the page, so that sources are numbered as they are met."""
        edition, entry, cites = self._edition, self._entry, self._edition.cites()
        return Told(
            stamps=record.stamps(edition, self._product, cites),
            glance=_glance(edition, entry, cites),
            story=edition.story(entry, cites),
            record=record.moments(edition, entry, cites),
            how=terms.how(edition, entry, cites),
            sources=cites.listed(),
        )

    @piece
    def stamps(self) -> tuple[Stamp, ...]:
        """Its shipments abroad as marks of proof."""
        return self._told.stamps

    @piece
    def glance(self) -> tuple[Fact, ...]:
        """The facts beside the picture: maker, partners, materials."""
        return self._told.glance

    @piece
    def story(self) -> Story | None:
        """Its story."""
        return self._told.story

    @piece
    def record(self) -> tuple[Moment, ...]:
        """Its track record, latest first."""
        return self._told.record

    @piece
    def how(self) -> tuple[Fact, ...]:
        """How this was made; its empty facts are shown as "not stated"."""
        return self._told.how

    @piece
    def sources(self) -> tuple[Source, ...]:
        """The numbered notes."""
        return self._told.sources

    @piece
    def terms(self) -> tuple[Fact, ...]:
        """On which terms it is sold: stated facts only."""
        return terms.terms(self._edition, self._product)

    @piece
    def packing(self) -> tuple[Fact, ...]:
        """How it is packed: stated facts only."""
        trade = self._product.trade
        return terms.packing(self._edition, trade.packaging if trade else None)

    @piece
    def specs(self) -> tuple[Fact, ...]:
        """Its specification: stated facts only."""
        return terms.specs(self._edition, self._product)

    @piece
    def grids(self) -> tuple[Grid, ...]:
        """Prices by quantity, and variants."""
        return terms.grids(self._edition, self._product)

    @piece
    def missing(self) -> tuple[str, ...]:
        """What a buyer would ask for and nobody has stated; nothing for what is not for sale."""
        return terms.missing(self._edition, self._product) if self._sold else ()

    @piece
    def valid_until(self) -> str:
        """The price's last day (ISO), by which a script can say that it has run out."""
        return (self._product.price.valid_until or "") if self._product.price else ""

    @piece
    def ask_price(self) -> str:
        """What is said in the place of a price that has run out."""
        return self._edition.t("price.on-request")

    @piece
    def certificates(self) -> tuple[Fact, ...]:
        """Its certificates."""
        return terms.certificates(self._edition, self._product)

    @piece
    def papers(self) -> tuple[Paper, ...]:
        """The papers to ask for."""
        traits = self._edition.catalogue.traits(self._product)
        return (
            rules.papers(self._edition, category=self._product.category, traits=traits, abroad=True)
            if self._sold
            else ()
        )

    @piece
    def markets(self) -> tuple[Market, ...]:
        """Rules on all goods made in prisons, then rules on such goods."""
        own = partial(rules.markets, self._edition, about="goods", category=self._product.category)
        return (*rules.markets(self._edition, about="prison-goods"), *own()) if self._sold else ()

    @piece
    def markets_link(self) -> Link:
        """Where all rules are."""
        return Link(self._edition.t("markets.all"), self._edition.urls.importing())

    @piece
    def facility(self) -> FacilityBox:
        """The maker's card."""
        return self._edition.same(("box", self._facility.key), partial(_box, self._edition, self._facility))

    @piece
    def inquiry(self) -> Inquiry | None:
        """How to ask; nothing for what is not for sale (no longer offered, or made by children)."""
        return inquiry(self._edition, self._facility, self._entry) if self._sold else None

    @piece
    def related(self) -> tuple[Card, ...]:
        """Goods that go with it."""
        return self._edition.cards(self._edition.catalogue.related(self._entry, RELATED))

    @piece
    def related_title(self) -> str:
        """What stands above them."""
        return self._edition.t("product.related")

    @piece
    def dates(self) -> tuple[Fact, ...]:
        """When the entry was made and last changed."""
        return _dates(self._edition, self._product)


class Told(NamedTuple):
    """The parts of a page that cite sources, and those sources."""

    stamps: tuple[Stamp, ...]
    glance: tuple[Fact, ...]
    story: Story | None
    record: tuple[Moment, ...]
    how: tuple[Fact, ...]
    sources: tuple[Source, ...]


class ProductPage:
    """The target of a product's page. There are more of them than of all others, and a build that changes little only
    looks at their seals: so they have no more than that at hand."""

    __slots__ = ("_address", "_edition", "_entry", "seal")
    maker = "page"
    template = "product"

    def __init__(self, edition: Edition, entry: Entry[Product], address: str, seal: str) -> None:
        self._edition, self._entry, self._address, self.seal = edition, entry, address, seal

    @property
    def paths(self) -> tuple[str, ...]:
        """Its address."""
        return (self._address,)

    @property
    def recipe(self) -> PageRecipe:
        """What it is made of."""
        view = partial(ProductView, self._edition, self._entry)
        return PageRecipe(self.template, self._edition.code, self.seal, view)

    @property
    def what(self) -> str:
        """What it is, for a person."""
        return f"{self._edition.code}: product {self._entry.key}"

    def spot(self) -> Spot:
        """Where it is."""
        return _spot(self._edition, self._entry)

    @property
    def group(self) -> str:
        """Its facility: what else shows that is best made with it."""
        return self._entry.shelf


def products(edition: Edition, seals: Sequence[str]) -> Iterator[Target]:
    """A page and a share card for each product, those no longer offered too; `seals` are of what each page shows."""
    entries = edition.catalogue.products.values()
    start = edition.seal("product")
    shared = edition.base_url and edition.catalogue.site.switches.share_cards
    for entry, address, seal in zip(entries, map(edition.urls.product, entries), seals, strict=True):
        yield ProductPage(edition, entry, address, start + seal)
        if shared:
            yield from cards(edition, entry)


def _spot(edition: Edition, entry: Entry[Product]) -> Spot:
    gist = entry.gist
    return spot(
        edition,
        "product",
        lambda urls: urls.product(entry),
        translated=gist.translated,
        image=edition.image(entry),
    )


def _made_in(edition: Edition, entry: Entry[Product]) -> str:
    """Said once, plainly: where the goods were made."""
    facility = edition.catalogue.facility_of(entry).record
    if entry.label.made_at:
        return edition.t(
            f"made-in.not-stated.{'office' if facility.type == 'kanwil' else 'bapas'}", facility=facility.name
        )
    return edition.t(f"made-in.{facility.type}")


def confirmed(edition: Edition, by: Confirmed | None, facility: str) -> str:
    """How sure an entry is: who confirmed it and when, or that nobody has."""
    if by is None:
        return edition.t("confirmed.not", facility=facility)
    return edition.t(f"confirmed.{by.by}", date=edition.language.date(by.on))


def _glance(edition: Edition, entry: Entry[Product], cites: Cites) -> tuple[Fact, ...]:
    """The facts beside the picture: who made it, with whom, of what."""
    catalogue, product, words = edition.catalogue, entry.record, edition.language.words
    facility = catalogue.facility_of(entry)
    maker = edition.same(("maker", facility.key), partial(_maker_value, edition, facility))
    if product.made_at:
        maker = Value(edition.t("not-stated"))  # where it was made is told beside it, in a sentence
    more = (
        Value(f.record.name, href=edition.urls.facility(f.key))
        for f in (catalogue.facilities[key] for key in product.also_made_at)
    )
    partners = []
    for key in product.partners:
        partner = catalogue.partners[key].record
        roles = edition.language.listed(edition.t(f"role.{role}") for role in partner.roles)
        partners.append(
            edition.told(partner.name, partner.source, cites, note=roles, href=f"{edition.urls.partners()}#{key}")
        )
    materials = []
    for material in product.materials:
        note = edition.t("material.inferred") if material.inferred else ""
        because = words(material.because)
        materials.append(Value(words(material.name), note=f"{note}. {because}" if note and because else note))
    facts = (
        edition.fact("made_at", maker),
        edition.fact("also_made_at", *more),
        edition.fact("partners", *partners),
        edition.fact("materials", *materials),
    )
    return tuple(fact for fact in facts if fact.values)


def _maker_value(edition: Edition, facility: Entry[Facility]) -> Value:
    href = edition.urls.facility(facility.key)
    return Value(facility.record.name, href=href, note=edition.gloss(facility.record))


def _box(edition: Edition, facility: Entry[Facility]) -> FacilityBox:
    row = edition.facility_row(facility)
    picture = edition.picture(*facility.photos[0]) if facility.photos else None
    return FacilityBox(row.href, row.name, row.gloss, edition.town(facility.record), row.goods, picture)


def _dates(edition: Edition, product: Product) -> tuple[Fact, ...]:
    date = edition.language.date
    facts = (
        edition.fact("added", date(product.added)),
        edition.fact("updated", date(product.updated) if product.updated else ""),
    )
    return tuple(fact for fact in facts if fact.values)


def _arts(edition: Edition, entry: Entry[Product]) -> Iterator[Art]:
    yield from arts_of(edition.cards(edition.catalogue.related(entry, RELATED)))
    if not entry.gist.photos:
        yield edition.art(entry)


def _ld(edition: Edition, entry: Entry[Product]) -> Iterator[Ld]:
    """schema.org Product; an offer only where there is a price that holds."""
    product, base = entry.record, edition.base_url
    facility = edition.catalogue.facility_of(entry).record
    words = edition.language.words
    maker = {
        "@type": "Organization",
        "name": facility.name,
        "address": {"@type": "PostalAddress", "addressRegion": edition.place(facility), "addressCountry": "ID"},
    }
    shown = edition.pictures(entry) if base and entry.gist.photos else ()
    images = [absolute(base, picture.jpeg.href) for picture in shown if not picture.illustration]
    yield {
        "@type": "Product",
        "name": str(words(product.name)),
        "description": str(words(product.summary)),
        "url": absolute(base, edition.urls.product(entry)),
        "image": images,
        "category": str(words(edition.catalogue.categories[product.category].record.name)),
        "material": ", ".join(words(m.name) for m in product.materials if not m.inferred),
        "manufacturer": None if product.made_at else maker,
        "countryOfOrigin": {"@type": "Country", "name": "Indonesia"},
        "offers": _offer(edition, product),
    }


def _offer(edition: Edition, product: Product) -> Ld | None:
    price = product.price
    if price is None or price.amount is None or not edition.holds(price):
        return None
    offer: Ld = {"@type": "Offer", "price": str(price.amount), "priceCurrency": price.currency}
    return offer | ({"priceValidUntil": price.valid_until} if price.valid_until else {})
