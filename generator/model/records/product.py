"""A product: what it is, how it is sold, where it has been, and how it was made."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, model_validator

from generator.model.kinds import (
    AddressPath,
    Amount,
    Bilingual,
    Count,
    Country,
    Date,
    Day,
    Flag,
    HsCode,
    Port,
    Slug,
    Text,
    Url,
    WordLists,
    Words,
    one_of,
    wrong,
)
from generator.model.records.parts import (
    Confirmed,
    Contact,
    Export,
    Photo,
    Production,
    Sale,
    Unit,
    Work,
)
from generator.model.records.record import Record


class Material(Record):
    """What it is made of: words, or words with `inferred` where no source states it."""

    name: Bilingual = Field(description="The material.")
    inferred: Flag = Field(False, description="Concluded from what a source says, not stated by it.")
    because: Bilingual | None = Field(None, description="From what it is inferred.")

    @model_validator(mode="before")
    @classmethod
    def words_alone_are_a_name(cls, value: Any) -> Any:
        return value if isinstance(value, dict) and "name" in value else {"name": value}


class Tier(Record):
    """The price from a quantity up."""

    from_: Count = Field(alias="from", description="From how many.")
    amount: Amount = Field(description="The price of one, then.")


class Price(Record):
    """A price, or `on-request` where the seller chooses to be asked. Left out: not stated."""

    on_request: bool = False  # no field of the file: the text `on-request` is
    amount: Amount | None = Field(None, description="The price of one unit.")
    from_: Amount | None = Field(None, alias="from", description="The lowest price.")
    to: Amount | None = Field(None, description="The highest price.")
    currency: Annotated[str, one_of("currency")] | None = Field(None, description="The currency.")
    per: Unit | None = Field(None, description="Of what one is priced.")
    basis: Text | None = Field(None, description="at-facility, delivered, or an Incoterm with its place.")
    for_: Annotated[str, one_of("price-for")] | None = Field(None, alias="for", description="For whom.")
    tax: Annotated[str, one_of("tax")] | None = Field(None, description="Whether tax is in it.")
    as_of: Date | None = Field(None, description="Since when it holds.")
    valid_until: Day | None = Field(None, description="The last day it holds; past it the page says to ask.")
    tiers: list[Tier] = Field(default_factory=list, description="Prices by quantity.")

    @model_validator(mode="before")
    @classmethod
    def may_be_on_request(cls, value: Any) -> Any:
        if isinstance(value, dict):
            if "on_request" in value:
                raise wrong("unknown-field", given="on_request", fields="amount, from, to", suggestion="on-request")
            return value
        if value == "on-request":
            return {"on_request": True}
        raise wrong("price-text", given=str(value)[:40])

    @model_validator(mode="after")
    def a_price_is_whole(self) -> Price:
        if self.on_request:
            return self
        if self.amount is None and (self.from_ is None or self.to is None):
            raise wrong("price-empty")
        for name in ("currency", "per"):
            if getattr(self, name) is None:
                raise wrong("price-incomplete", field=name)
        if self.from_ and self.to and self.from_ > self.to:
            raise wrong("span-backward", at=("to",), start=self.from_, end=self.to)
        if self.basis and self.basis not in ("at-facility", "delivered"):
            parse_basis(self.basis)
        return self


def parse_basis(text: str) -> tuple[str, str]:
    """`FCA Cirebon` → ("FCA", "Cirebon")."""
    from generator.model.kinds import VOCABULARIES

    term, _, place = text.partition(" ")
    if term not in VOCABULARIES["incoterm"] or not place.strip():
        raise wrong("price-basis", at=("basis",), given=text, choices="at-facility, delivered, FCA Cirebon, …")
    return term, place.strip()


class Capacity(Record):
    """How much the maker states it can make."""

    amount: Amount = Field(description="How many of the order's unit.")
    per: Annotated[str, one_of("capacity-per")] = Field(description="In which time.")


class LeadTime(Record):
    """How long making takes."""

    min: Count = Field(description="The fewest days.")
    max: Count | None = Field(None, description="The most days.")
    days: Annotated[str, one_of("days")] = Field("calendar", description="Working or calendar days.")
    from_: Annotated[str, one_of("lead-from")] | None = Field(None, alias="from", description="Counted from what.")

    @model_validator(mode="after")
    def runs_forward(self) -> LeadTime:
        if self.max and self.max < self.min:
            raise wrong("span-backward", at=("max",), start=self.min, end=self.max)
        return self


class Order(Record):
    """What can be ordered, how many, how fast."""

    unit: Unit = Field(description="What one orders.")
    minimum: Count | None = Field(None, description="The fewest one can order.")
    capacity: Capacity | None = Field(None, description="How much can be made, as the maker states it.")
    lead_time: LeadTime | None = Field(None, description="How long making takes.")
    samples: Flag | None = Field(None, description="Whether samples can be had.")
    payment: Bilingual | None = Field(None, description="How to pay; never an account number.")


class Seller(Record):
    """Who sells and invoices."""

    name: Text = Field(description="The seller's name.")
    kind: Annotated[str, one_of("seller-kind")] = Field(description="What it is.")
    invoices: Flag | None = Field(None, description="Whether it writes the invoice.")
    exporter_of_record: Flag | None = Field(None, description="Whether it exports in its own name.")


class Outlet(Record):
    """Where the goods can be bought as they are."""

    kind: Annotated[str, one_of("outlet-kind")] = Field(description="What it is.")
    name: Text = Field(description="Its name.")
    url: Url | None = Field(None, description="Its address on the web.")
    hours: Text | None = Field(None, description="When it is open.")


class Hs(Record):
    """The customs code, and who says so."""

    code: HsCode = Field(description="Four to ten digits of the Harmonized System.")
    said_by: Annotated[str, one_of("hs-said-by")] = Field(description="Who says so.")


class Delivery(Record):
    """An Incoterms 2020 rule, always with a named place."""

    incoterm: Annotated[str, one_of("incoterm")] = Field(description="The rule.")
    place: Text = Field(description="The named place.")


class Carton(Record):
    """The export carton."""

    pieces: Count = Field(description="How many in one.")
    length_cm: Amount = Field(description="Length in centimetres.")
    width_cm: Amount = Field(description="Width in centimetres.")
    height_cm: Amount = Field(description="Height in centimetres.")
    gross_kg: Amount | None = Field(None, description="Weight with its content, in kilograms.")


class Packaging(Record):
    """How the goods are packed."""

    inner: Bilingual | None = Field(None, description="Round the goods.")
    carton: Carton | None = Field(None, description="Round those.")


class Trade(Record):
    """What customs and carriers ask."""

    hs_code: Hs | None = Field(None, description="The customs code.")
    delivery: list[Delivery] = Field(default_factory=list, description="On which terms the goods can be delivered.")
    port: Port | None = Field(None, description="The port of loading, a UN/LOCODE.")
    export_markets: list[Country] = Field(default_factory=list, description="Countries the maker wants to sell to.")
    packaging: Packaging | None = Field(None, description="How the goods are packed.")


class Size(Record):
    """How big and how heavy one is."""

    length_cm: Amount | None = Field(None, description="Length in centimetres.")
    width_cm: Amount | None = Field(None, description="Width in centimetres.")
    height_cm: Amount | None = Field(None, description="Height in centimetres.")
    diameter_cm: Amount | None = Field(None, description="Diameter in centimetres.")
    weight_kg: Amount | None = Field(None, description="Weight in kilograms.")


class Detail(Record):
    """A free line of the specification."""

    label: Bilingual = Field(description="What is told.")
    value: Bilingual = Field(description="The value.")


class Variant(Record):
    """A kind of the same product."""

    name: Bilingual = Field(description="Its name.")
    code: Text | None = Field(None, description="The maker's code.")
    price: Price | None = Field(None, description="Its own price.")


class Certificate(Record):
    """A certificate, only where it exists."""

    kind: Annotated[str, one_of("certificate-kind")] = Field(description="Which.")
    number: Text | None = Field(None, description="Its number.")
    issuer: Text | None = Field(None, description="Who issued it.")
    valid_until: Date | None = Field(None, description="Its last day.")


class Label(Record):
    """What a product's card shows, wherever it stands: so much of it is opened for a list, and what is on record."""

    name: Bilingual = Field(description="The name a buyer would use.")
    slug: Words | None = Field(None, description="The address's last part in another language.")
    category: Slug = Field(description="A category of categories.yaml.")
    added: Day = Field(description="When the entry was made; a future day keeps it out.")
    status: Annotated[str, one_of("status")] | None = Field(None, description="Whether it can be had.")
    stage: Annotated[str, one_of("stage")] | None = Field(None, description="How far it has come.")
    made_at: Annotated[str, one_of("made-at")] | None = Field(None, description="Known only for a region.")
    photos: list[Photo] = Field(default_factory=list, description="Pictures; the first is the cover.")
    price: Price | None = Field(None, description="The price; left out: not stated.")
    order: Order | None = Field(None, description="What can be ordered.")


class Product(Label):
    """Goods of one facility."""

    exports: list[Export] = Field(default_factory=list, description="Shipments abroad.")
    sales: list[Sale] = Field(default_factory=list, description="How much was sold.")
    production: Production | None = Field(None, description="How it was made.")
    aliases: list[AddressPath] = Field(default_factory=list, description="Old addresses that lead here.")
    summary: Bilingual = Field(description="One or two sentences, for cards and previews.")
    traits: list[Annotated[str, one_of("trait")]] = Field(default_factory=list, description="Beyond the category's.")
    materials: list[Material] = Field(default_factory=list, description="What it is made of.")
    keywords: WordLists = Field(default_factory=dict, description="For search only, never printed.")
    updated: Day | None = Field(None, description="When the entry last changed.")
    confirmed: Confirmed | None = Field(None, description="Who confirmed the entry.")
    featured: Flag = Field(False, description="Shown on the front page.")
    also_made_at: list[Slug] = Field(default_factory=list, description="Other facilities that make it.")
    seller: Seller | None = Field(None, description="Who sells and invoices.")
    outlets: list[Outlet] = Field(default_factory=list, description="Where it can be bought.")
    trade: Trade | None = Field(None, description="What customs and carriers ask.")
    size: Size | None = Field(None, description="How big and how heavy.")
    specs: dict[str, Text] = Field(default_factory=dict, description="The lines the category asks for.")
    details: list[Detail] = Field(default_factory=list, description="Free lines.")
    variants: list[Variant] = Field(default_factory=list, description="Kinds of it.")
    certificates: list[Certificate] = Field(default_factory=list, description="Certificates it has.")
    work: Work | None = Field(None, description="Where the work differs from the facility's.")
    contact: Contact | None = Field(None, description="Whom to ask, where it is not the facility.")
    partners: list[Slug] = Field(default_factory=list, description="Partners of partners.yaml.")
    related: list[Text] = Field(default_factory=list, description="Products that go with it.")
    rights: Bilingual | None = Field(None, description="Rights in art and traditional designs.")

    @model_validator(mode="after")
    def repeats_are_shown(self) -> Product:
        shipped = [e for e in self.exports if e.kind != "sample"]
        if self.stage == "repeat-export" and len(shipped) < 2 and not any((e.ordinal or 0) >= 2 for e in shipped):
            raise wrong("stage-unshown", at=("stage",), stage="repeat-export")
        if self.stage in ("exported", "sample-sent") and not self.exports:
            raise wrong("stage-unshown", at=("stage",), stage=self.stage)
        return self
