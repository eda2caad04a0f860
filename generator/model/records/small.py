"""The records of the small files: categories, papers, sources, partners, programmes, markets, thesaurus."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from generator.model.kinds import (
    AddressPath,
    Bilingual,
    Count,
    Date,
    Day,
    Flag,
    MarketPlace,
    Slug,
    Text,
    Url,
    WordLists,
    Words,
    one_of,
    wrong,
)
from generator.model.records.record import Record

Trait = Annotated[str, one_of("trait")]


class Ask(Record):
    """A line that a buyer of such goods asks for."""

    key: Text = Field(description="The key under a product's `specs`.")
    label: Bilingual = Field(description="What is asked.")
    unit: Text | None = Field(None, description="The unit behind the value, as mm.")


class Category(Record):
    """A shelf of the shop."""

    key: Slug = Field(description="Its key; never renamed.")
    name: Bilingual = Field(description="Its name.")
    summary: Bilingual | None = Field(None, description="One sentence.")
    icon: Slug = Field(description="The pattern and icon of the theme.")
    traits: list[Trait] = Field(default_factory=list, description="What such goods are, by default.")
    asks: list[Ask] = Field(default_factory=list, description="What a buyer asks of such goods.")


class Paper(Record):
    """A document to ask for, and for which goods."""

    key: Slug = Field(description="Its key.")
    label: Bilingual = Field(description="Its name.")
    note: Bilingual | None = Field(None, description="What to know of it.")
    traits: list[Trait] = Field(default_factory=list, description="For goods that are so.")
    categories: list[Slug] = Field(default_factory=list, description="For goods of these categories.")
    abroad: Flag = Field(False, description="For all goods that leave the country.")
    always: Flag = Field(False, description="For all goods.")


class Source(Record):
    """What a claim rests on."""

    kind: Annotated[str, one_of("source-kind")] = Field(description="What it is.")
    publisher: Text | None = Field(None, description="Who published it, where known.")
    title: Text | None = Field(None, description="Its title, where known.")
    url: Url | None = Field(None, description="Its address, where known.")
    said: Date | None = Field(None, description="When it was said.")
    published: Date | None = Field(None, description="When it was published.")
    year_inferred: Flag = Field(False, description="The year is inferred, not stated.")
    note: Bilingual | None = Field(None, description="What a reader must know of it.")

    @model_validator(mode="after")
    def has_a_date(self) -> Source:
        if not self.said and not self.published:
            raise wrong("source-undated")
        return self


class Partner(Record):
    """A company or group that the sources name."""

    key: Slug = Field(description="Its key.")
    name: Text = Field(description="Its name.")
    roles: list[Annotated[str, one_of("role")]] = Field(min_length=1, description="What it does.")
    says: Bilingual | None = Field(None, description="What is known of it.")
    source: Slug | None = Field(None, description="The source that names it.")


class ProgrammeSite(Record):
    """A facility in a programme."""

    facility: Slug = Field(description="Which.")
    state: Annotated[str, one_of("site-state")] = Field(description="How far the programme is there.")


class Programme(Record):
    """A programme that runs at several facilities."""

    key: Slug = Field(description="Its key.")
    name: Bilingual = Field(description="Its name.")
    says: Bilingual | None = Field(None, description="What is known of it.")
    began_at: Slug | None = Field(None, description="The facility where it began.")
    source: Slug | None = Field(None, description="The source that tells of it.")
    sites: list[ProgrammeSite] = Field(default_factory=list, description="Where it runs.")


class Market(Record):
    """A country's rule on such goods. What is not here is "not established", never "allowed"."""

    country: MarketPlace = Field(description="ISO country code, or EU.")
    about: Annotated[str, one_of("market-about")] = Field(description="Prison-made goods, or goods of a category.")
    category: Slug | None = Field(None, description="Which goods, where the rule is about goods.")
    status: Annotated[str, one_of("market-status")] = Field(description="What the rule does.")
    instrument: Text | None = Field(None, description="The law's name.")
    says: Bilingual = Field(description="What it says.")
    quote: Text | None = Field(None, description="Its words.")
    url: Url | None = Field(None, description="Where it can be read.")
    read_as: Annotated[str, one_of("read-as")] = Field(description="How we read it.")
    applies_from: Date | None = Field(None, description="From when it applies.")
    checked_on: Day = Field(description="When it was last checked.")


class Term(Record):
    """Words that buyers use for the same thing."""

    words: WordLists = Field(description="The words, by language.")
    same: list[Text] = Field(default_factory=list, description="Found both ways.")
    near: list[Text] = Field(default_factory=list, description="Shown after what is exact.")
    narrower_than: list[Text] = Field(default_factory=list, description="What it is a kind of.")


class Page(Record):
    """A content page."""

    title: Bilingual = Field(description="Its title.")
    slug: Words | None = Field(None, description="The address's last part, by language.")
    summary: Bilingual | None = Field(None, description="One sentence, for previews.")
    menu: Count | None = Field(None, description="Its place in the footer's menu.")
    law: Flag = Field(False, description="About the law: the law's own words are allowed.")
    aliases: list[AddressPath] = Field(default_factory=list, description="Old addresses that lead here.")
