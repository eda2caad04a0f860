"""Records that several others are made of: photos, quantities, proof, contact, work."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, model_validator

from generator.model.kinds import (
    Amount,
    Bilingual,
    Count,
    Country,
    Date,
    Email,
    Flag,
    Number,
    Phone,
    PhotoFile,
    Slug,
    Text,
    Url,
    one_of,
    one_of_two,
    wrong,
)
from generator.model.records.record import Record

Unit = Annotated[str, one_of("unit")]


class Quantity(Record):
    """How many of what."""

    amount: Amount = Field(description="A number greater than zero, without separators.")
    unit: Unit = Field(description="The unit as stated; `unit` where the source only says so.")


class Photo(Record):
    """A picture of the goods, beside the entry or under /photos."""

    file: PhotoFile = Field(description="The file's name beside this entry, or `/photos/…` for a shared one.")
    alt: Bilingual = Field(description="What the picture shows, for those who do not see it.")
    caption: Bilingual | None = Field(None, description="A line under the picture.")
    credit: Text | None = Field(None, description="Who made the picture.")
    people: Annotated[str, one_of("people")] = Field(
        description="Who can be seen: nobody, staff, hands or backs, or people not in custody who agreed in writing."
    )
    illustration: Flag = Field(False, description="Drawn or rendered, not a photo of the goods; the page says so.")


class Confirmed(Record):
    """Who has confirmed the entry, and when."""

    by: Annotated[str, one_of("confirmed-by")] = Field(description="The facility itself, or its regional office.")
    on: Date = Field(description="When.")


class ContactLink(Record):
    """A page of the institution elsewhere."""

    kind: Annotated[str, one_of("link-kind")] = Field(description="Which service.")
    url: Url = Field(description="The whole address.")


class Contact(Record):
    """How an institution is reached. Phone and WhatsApp only where they are official."""

    section: Text | None = Field(None, description="The section that answers, as Bimbingan Kerja.")
    whatsapp: Phone | None = Field(None, description="An official WhatsApp number.")
    phone: Phone | None = Field(None, description="An official telephone number.")
    email: Email | None = Field(None, description="An official e-mail address.")
    official: Flag = Field(False, description="The numbers belong to the institution, not to a person.")
    languages: list[Text] = Field(default_factory=list, description="Languages in which an answer can be expected.")
    address: Text | None = Field(None, description="The postal address.")
    hours: Bilingual | None = Field(None, description="When someone answers.")
    since: Date | None = Field(None, description="When this was last known to be right.")
    links: list[ContactLink] = Field(default_factory=list, description="Official pages elsewhere.")

    @model_validator(mode="after")
    def numbers_are_official(self) -> Contact:
        for name in ("whatsapp", "phone"):
            if getattr(self, name) and not self.official:
                raise wrong("contact-unofficial", at=(name,), field=name)
        return self


class Sourced(Record):
    """A closed value with the source that states it. In the file its key is `is`."""

    source: Slug | None = Field(None, description="The source that says so.")


class Makers(Sourced):
    """Who makes the goods."""

    value: Annotated[str, one_of("makers")] = Field(alias="is", description="In which situation the makers are.")


class DirectedBy(Sourced):
    """Who directs the work."""

    value: Annotated[str, one_of("directed-by")] = Field(alias="is", description="Who directs the work.")


def _split_words(value: Any, facts: tuple[str, ...]) -> Any:
    """`{id, en, source}` → `{words: {id, en}, source}`: words and their source stand side by side in the file."""
    if not isinstance(value, dict) or "words" in value:
        return value
    rest = {k: v for k, v in value.items() if k in facts}
    return {"words": {k: v for k, v in value.items() if k not in facts}, **rest}


class Told(Record):
    """A fact told in words, with its source."""

    words: Bilingual = Field(description="The fact, in each language.")
    source: Slug | None = Field(None, description="The source that says so.")

    @model_validator(mode="before")
    @classmethod
    def words_stand_beside(cls, value: Any) -> Any:
        return _split_words(value, ("source", "document"))


class Consent(Told):
    """Whether the makers agreed, and the document that shows it."""

    document: Text | None = Field(None, description="The document that shows it.")

    @model_validator(mode="after")
    def voluntary_needs_a_document(self) -> Consent:
        if not self.document:
            for language, text in self.words.items():
                if any(word in text.casefold() for word in ("sukarela", "voluntar")):
                    raise wrong("consent-undocumented", at=(language,))
        return self


class Work(Record):
    """How the goods are made: who, directed by whom, with what consent, pay and training."""

    makers: Makers | None = Field(None, description="Who makes them.")
    directed_by: DirectedBy | None = Field(None, description="Who directs the work.")
    consent: Consent | None = Field(None, description="Whether the makers agreed.")
    pay: Told | None = Field(None, description="What they are paid.")
    training: Told | None = Field(None, description="What they are taught.")


class Dispute(Record):
    """What another source says instead."""

    says: Bilingual = Field(description="What it says.")
    source: Slug = Field(description="Which source.")


class Export(Record):
    """A shipment abroad, each part only where the source states it."""

    kind: Annotated[str, one_of("export-kind")] | None = Field(None, description="A sample, a launch, or a sale.")
    ordinal: Count | None = Field(None, description="Which shipment it is: 2 is the second.")
    country: Country | None = Field(None, description="Where it went; left out: destination not stated.")
    date: Date | None = Field(None, description="When it was shipped, no more precise than stated.")
    said: Date | None = Field(None, description="When the source said so.")
    quantity: Quantity | None = Field(None, description="How much.")
    partner: Slug | None = Field(None, description="The partner who helped.")
    source: Slug | None = Field(None, description="The source that reports it.")
    disputed: list[Dispute] = Field(default_factory=list, description="What other sources say instead.")
    note: Bilingual | None = Field(None, description="What a reader must know beside it.")


class Sale(Record):
    """How much was sold in a span of time."""

    from_: Date | None = Field(None, alias="from", description="From when.")
    to: Date | None = Field(None, description="Until when.")
    period: Bilingual | None = Field(None, description="The span in the source's words, where it has no dates.")
    said: Date | None = Field(None, description="When the source said so.")
    quantity: Quantity = Field(description="How much.")
    source: Slug | None = Field(None, description="The source that reports it.")

    @model_validator(mode="after")
    def spans_run_forward(self) -> Sale:
        if self.from_ and self.to and self.from_ > self.to:
            raise wrong("span-backward", at=("to",), start=self.from_, end=self.to)
        return self


class Span(Record):
    """A stretch of time."""

    from_: Date = Field(alias="from", description="From when.")
    to: Date | None = Field(None, description="Until when.")

    @model_validator(mode="after")
    def spans_run_forward(self) -> Span:
        if self.to and self.from_ > self.to:
            raise wrong("span-backward", at=("to",), start=self.from_, end=self.to)
        return self


class Production(Record):
    """How one run of these goods was made."""

    made_between: Span | None = Field(None, description="When.")
    people: Count | None = Field(None, description="How many people took part.")
    quality: Bilingual | None = Field(None, description="What is said of the quality, and against which standard.")
    source: Slug | None = Field(None, description="The source that says so.")


class Figure(Record):
    """A number about a facility, as its revenue."""

    label: Bilingual = Field(description="What is counted.")
    value: Number = Field(description="The number, without separators.")
    unit: Annotated[str, one_of_two("unit", "currency")] = Field(description="A unit or a currency.")
    period: Bilingual | None = Field(None, description="Over which span.")
    said: Date | None = Field(None, description="When the source said so.")
    source: Slug | None = Field(None, description="The source that says so.")
