"""A product's page: the heart of the catalogue, in the order of a buyer's questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.catalogue import Entry
from generator.model.records.parts import Confirmed
from generator.model.records.product import Product
from generator.plan import record, terms
from generator.plan.asking import inquiry
from generator.plan.cards import card, cards
from generator.plan.edition import Cites, Edition
from generator.plan.frames import Ld, arts_of, frame
from generator.plan.parts import (
    Art,
    Card,
    FacilityBox,
    Fact,
    Frame,
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
from generator.plan.targets import Target, page
from generator.plan.urls import absolute


@dataclass(frozen=True, slots=True)
class ProductView:
    """`made_in` says once, plainly, where the goods were made; `confirmed` how sure the entry is; `badge` a status that
    a buyer must see first (no longer offered, paused, …) or empty. `glance` are the facts beside the picture (maker,
    partners, materials); `terms`, `packing` and `specs` hold stated facts only, `missing` names what a buyer would ask
    for and nobody has stated. `how` keeps its empty facts, to be shown as "not stated". `valid_until` (ISO date) and
    `ask_price` let a script say that a price has run out. What is not for sale (no longer offered,
    or made by children) has no `inquiry`, and nothing of a sale is `missing`."""

    frame: Frame
    key: str
    name: str
    summary: str
    category: Link
    badge: str
    stage: str
    stage_href: str
    stamps: tuple[Stamp, ...]
    pictures: tuple[Picture, ...]
    art: Art
    made_in: str
    confirmed: str
    glance: tuple[Fact, ...]
    terms: tuple[Fact, ...]
    packing: tuple[Fact, ...]
    specs: tuple[Fact, ...]
    grids: tuple[Grid, ...]
    missing: tuple[str, ...]
    valid_until: str
    ask_price: str
    story: Story | None
    record: tuple[Moment, ...]
    how: tuple[Fact, ...]
    certificates: tuple[Fact, ...]
    papers: tuple[Paper, ...]
    markets: tuple[Market, ...]
    markets_link: Link
    facility: FacilityBox
    inquiry: Inquiry | None
    related: tuple[Card, ...]
    related_title: str
    sources: tuple[Source, ...]
    dates: tuple[Fact, ...]


RELATED = 4  # cards under a product


def products(edition: Edition) -> Iterator[Target]:
    """A page and a share card for each product, those no longer offered too."""
    for entry in edition.catalogue.products.values():
        yield _product(edition, entry)
        yield from cards(edition, entry)


def _product(edition: Edition, entry: Entry[Product]) -> Target:
    product, catalogue, t, words = entry.record, edition.catalogue, edition.t, edition.language.words
    facility = catalogue.facility_of(entry)
    cites = edition.cites()
    name, summary = words(product.name), words(product.summary)
    category = catalogue.categories[product.category].record
    category_link = Link(words(category.name), edition.urls.category(product.category), product.category)
    pictures = edition.pictures(entry)
    stamps = record.stamps(edition, product, cites)
    glance = _glance(edition, entry, cites)
    story = edition.story(entry, cites)
    moments = tuple(row.tell(cites) for row in record.rows(edition, entry, named=False))
    how = terms.how(edition, entry, cites)
    related = edition.cards(_related(edition, entry))
    ask_price = t("price.on-request")
    sold = bool(edition.asked_for(entry))
    around = frame(
        edition,
        "product",
        address=lambda u: u.product(entry),
        title=f"{name} – {facility.record.name}",
        description=summary,
        section="products",
        crumbs=(Link(t("nav.products"), edition.urls.products()), category_link),
        translated=lambda code: _translated(entry, code),
        picture=pictures[0] if pictures else None,
        og_type="product",
        ld=[_ld(edition, entry, pictures)],
        arts=(*arts_of(related), *(() if pictures else (edition.art(entry),))),
        card=card(edition, entry),
    )
    view = ProductView(
        frame=around,
        key=edition.asked_for(entry),
        name=name,
        summary=summary,
        category=category_link,
        badge=t(f"status.{product.status}") if product.status else "",
        stage=t(f"stage.{product.stage}") if product.stage else "",
        stage_href=edition.urls.stage(product.stage) if product.stage and product.status != "archived" else "",
        stamps=stamps,
        pictures=pictures,
        art=edition.art(entry),
        made_in=_made_in(edition, entry),
        confirmed=confirmed(edition, product.confirmed, facility.record.name),
        glance=glance,
        terms=terms.terms(edition, product),
        packing=terms.packing(edition, product.trade.packaging if product.trade else None),
        specs=terms.specs(edition, product),
        grids=terms.grids(edition, product),
        missing=terms.missing(edition, product) if sold else (),
        valid_until=(product.price.valid_until or "") if product.price else "",
        ask_price=ask_price,
        story=story,
        record=moments,
        how=how,
        certificates=terms.certificates(edition, product),
        papers=edition.papers(category=product.category, traits=catalogue.traits(product), abroad=True) if sold else (),
        markets=_markets(edition, product) if sold else (),
        markets_link=Link(t("markets.all"), edition.urls.importing()),
        facility=_box(edition, entry),
        inquiry=inquiry(edition, facility, entry) if sold else None,
        related=related,
        related_title=t("product.related"),
        sources=cites.listed(),
        dates=_dates(edition, product),
    )
    return page(edition, "product", view, f"product {entry.key}")


def _translated(entry: Entry[Product], code: str) -> bool:
    texts = (entry.record.name, entry.record.summary)
    return all(code in words for words in texts) and (code in entry.stories or not entry.stories)


def _markets(edition: Edition, product: Product) -> tuple[Market, ...]:
    """Rules on all goods made in prisons, then rules on such goods."""
    return (*edition.markets(about="prison-goods"), *edition.markets(about="goods", category=product.category))


def _made_in(edition: Edition, entry: Entry[Product]) -> str:
    """Said once, plainly: where the goods were made."""
    facility = edition.catalogue.facility_of(entry).record
    if entry.record.made_at:
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
    gloss = edition.gloss(facility.record)
    maker = Value(facility.record.name, href=edition.urls.facility(facility.key), note=gloss)
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


def _box(edition: Edition, entry: Entry[Product]) -> FacilityBox:
    facility = edition.catalogue.facility_of(entry)
    row = edition.facility_row(facility)
    picture = edition.picture(*facility.photos[0]) if facility.photos else None
    return FacilityBox(row.href, row.name, row.gloss, edition.town(facility.record), row.goods, picture)


def _related(edition: Edition, entry: Entry[Product]) -> list[Entry[Product]]:
    """Named ones first, then the same category, then the same facility."""
    catalogue = edition.catalogue
    named = [catalogue.products[key] for key in entry.record.related if key in catalogue.products]
    alike = catalogue.by_category.get(entry.record.category, ())[: RELATED + 1]
    same = catalogue.by_facility.get(entry.key.partition("/")[0], ())[: RELATED + 1]
    found = dict.fromkeys(p for p in (*named, *alike, *same) if p is not entry and p.record.status != "archived")
    return list(found)[:RELATED]


def _dates(edition: Edition, product: Product) -> tuple[Fact, ...]:
    date = edition.language.date
    facts = (
        edition.fact("added", date(product.added)),
        edition.fact("updated", date(product.updated) if product.updated else ""),
    )
    return tuple(fact for fact in facts if fact.values)


def _ld(edition: Edition, entry: Entry[Product], pictures: tuple[Picture, ...]) -> Ld:
    """schema.org Product; an offer only where there is a price that holds."""
    product, base = entry.record, edition.base_url
    facility = edition.catalogue.facility_of(entry).record
    words = edition.language.words
    maker = {
        "@type": "Organization",
        "name": facility.name,
        "address": {"@type": "PostalAddress", "addressRegion": edition.place(facility), "addressCountry": "ID"},
    }
    images = [absolute(base, p.jpeg.href) for p in pictures if not p.illustration] if base else []
    return {
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
    if price is None or price.amount is None or edition.price_line(price) == edition.t("price.on-request"):
        return None
    offer: Ld = {"@type": "Offer", "price": str(price.amount), "priceCurrency": price.currency}
    return offer | ({"priceValidUntil": price.valid_until} if price.valid_until else {})
