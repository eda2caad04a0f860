"""The theme strings that planning asks for by name, so that a theme that lacks one is told so before anything is made.

A test reads the sources beside this file and keeps the list true. `*` ends the beginning of keys put together.
"""

from __future__ import annotations

from generator.model.kinds import VOCABULARIES

STRINGS: tuple[str, ...] = (
    "capacity.note",
    "capacity.per",
    "card.sample",
    "card.sample-only",
    "card.sold",
    "card.to",
    "carton.pieces",
    "certificate.expired",
    "certificate.issuer",
    "certificate.number",
    "certificate.only-kind",
    "certificate.until",
    "chart.caption",
    "chart.title",
    "confirmed.not",
    "consent.document",
    "count.facilities",
    "count.products",
    "count.provinces",
    "facilities.description",
    "facility.children",
    "facility.goods",
    "facility.goods-known",
    "find.price-stated",
    "gloss.class",
    "home.all-facilities",
    "home.all-products",
    "home.counts",
    "home.exported",
    "home.track-record",
    "hs.note",
    "importing.guide",
    "importing.heading",
    "inquiry.amount",
    "inquiry.email",
    "inquiry.from-office",
    "inquiry.from-site",
    "inquiry.goods",
    "inquiry.greeting",
    "inquiry.greeting-unit",
    "inquiry.guide",
    "inquiry.message",
    "inquiry.section",
    "inquiry.subject",
    "inquiry.whatsapp",
    "inquiry.whatsapp-open",
    "inquiry.whom",
    "inquiry.whom-unit",
    "language.name",
    "lede.compare",
    "lede.importing",
    "lede.inquiry",
    "lede.partners",
    "lede.track-record",
    "list.empty",
    "list.page",
    "maker.not-stated",
    "map.point",
    "market.about-goods",
    "markets.all",
    "material.inferred",
    "nav.categories",
    "nav.compare",
    "nav.facilities",
    "nav.home",
    "nav.importing",
    "nav.inquiry",
    "nav.partners",
    "nav.products",
    "nav.programmes",
    "nav.provinces",
    "nav.stages",
    "nav.track-record",
    "not-found.heading",
    "not-found.text",
    "not-stated",
    "picture.illustration",
    "price.as-of",
    "price.on-request",
    "price.per",
    "price.valid-until",
    "product.related",
    "products.description",
    "province.description",
    "record.disputed",
    "record.made",
    "record.no-destination",
    "record.nth",
    "record.nth-of",
    "record.partner",
    "record.people",
    "record.said",
    "record.since",
    "record.sold",
    "record.to",
    "record.undated",
    "record.until",
    "samples.no",
    "samples.yes",
    "source.no-publisher",
    "source.published",
    "source.said",
    "source.title",
    "source.year-inferred",
    "work.rutan-note",
)
ASK = tuple(  # what the inquiry and the comparison say, by scripts
    """
    amount amount-missing amount-wrong basis-basis basis-currency basis-for basis-per basis-tax capacity-days
    capacity-not-stated cartons cartons-assumed cartons-working choose container copied copy copy-by-hand
    differs earliest earliest-until email incoming law law-checked law-goods law-none lead-calendar
    lead-not-stated lead-working link-copied lost lowest minimum-met minimum-not-stated minimum-other-unit
    minimum-short no-contact no-longer-offered no-longer-there not-stated note part part-of price-ask
    prices-differ prices-few prices-not-stated prices-same remove removed time-not-stated too-late total
    total-rest unit weight whatsapp whatsapp-open
    """.split()
)
LETTER = tuple(  # what a letter says, in whichever language
    """
    amount ask ask-any business by courier date greeting greeting-unit name pickup place reference reply sample self
    self-plain subject t-amount t-date t-from t-goods t-note t-number t-page t-papers t-price t-time t-title
    t-to t-unit terms thanks to tongue use-own use-resale where
    """.split()
)
BEGINNINGS: dict[str, tuple[str, ...]] = {
    "address": (
        "categories",
        "compare",
        "facilities",
        "importing",
        "inquiry",
        "partners",
        "products",
        "programmes",
        "provinces",
        "stages",
        "track-record",
    ),
    "address.stage": VOCABULARIES["stage"],
    "ask": ASK,
    "basis": ("at-facility", "delivered"),
    "card": ("commercial", "export", "launch"),
    "certificate-kind": VOCABULARIES["certificate-kind"],
    "confirmed": VOCABULARIES["confirmed-by"],
    "lede": ("categories", "programmes", "provinces", "stages"),
    "made-in": VOCABULARIES["type"],
    "made-in.not-stated": ("bapas", "office"),
    "letter": LETTER,
    "mark": (*VOCABULARIES["source-kind"], "issuer", "unsourced"),  # asked for by templates, of every proof
    "nav": ("categories", "programmes", "provinces", "stages"),
    "record": ("commercial", "export", "launch", "sample"),
    "samples": ("yes", "no"),
    "seller.exporter_of_record": ("yes", "no"),
    "seller.invoices": ("yes", "no"),
    "stage-lede": VOCABULARIES["stage"],
}
OTHERS = (
    "field.began_at",
    "field.price.tiers.amount",
    "field.price.tiers.from",
    "field.order.unit",
    "field.production.people",
)

FIND: tuple[str, ...] = (  # what the scripts of the search say
    "field.category",
    "field.materials",
    "field.minimum",
    "field.price",
    "field.province",
    "field.samples",
    "field.stage",
    "field.status",
    "field.type",
    "find.all",
    "find.clear",
    "find.close",
    "find.failed",
    "find.filters",
    "find.heading",
    "find.loosen",
    "find.minimum",
    "find.minimum-note",
    "find.more",
    "find.none",
    "find.only",
    "find.products",
    "find.related",
    "find.remove",
    "find.results",
    "find.shown",
    "find.sort",
    "find.sort-best",
    "find.sort-listed",
    "find.sort-minimum",
    "find.sort-name",
    "find.sort-newest",
    "find.stated-only",
    "find.unmatched",
    "find.without",
    "maker.not-stated",
    "nav.categories",
    "nav.facilities",
    "nav.products",
    "not-stated",
    "picture.illustration-short",
    "picture.none",
)


def needed() -> frozenset[str]:
    """Every key that planning may ask for."""
    made = (f"{start}.{end}" for start, ends in BEGINNINGS.items() for end in ends)
    return frozenset({*STRINGS, *made, *OTHERS, *FIND})
