"""The site itself: its title, languages, publisher, contact, pictures and switches."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, field_validator

from generator.model.kinds import Bilingual, Count, Email, Flag, LanguageCode, Slug, Text, Url, one_of, wrong
from generator.model.records.record import Record


class Publisher(Record):
    """Who publishes the catalogue."""

    name: Text = Field(description="The name.")
    official: Flag = Field(False, description="Whether it is the Directorate General's own.")


class SiteContact(Record):
    """Whom to ask where nobody else is known, and for corrections."""

    email: Email | None = Field(None, description="An address; on a reserved domain it is a placeholder.")


class Quality(Record):
    """The encoders' quality, 1–100."""

    webp: Count = Field(72, description="WebP.")
    jpeg: Count = Field(80, description="JPEG.")
    avif: Count = Field(60, description="AVIF.")

    @field_validator("webp", "jpeg", "avif")
    @classmethod
    def at_most_100(cls, value: int) -> int:
        if value > 100:
            raise wrong("number-high", given=value, high=100)
        return value


class Images(Record):
    """Which copies of a photo are made."""

    widths: list[Count] = Field(default_factory=lambda: [320, 640, 960, 1440], min_length=1, description="In pixels.")
    formats: list[Annotated[str, one_of("image-format")]] = Field(
        default_factory=lambda: ["webp"], min_length=1, description="Best first."
    )
    quality: Quality = Field(default_factory=Quality, description="The encoders' quality.")


class Switches(Record):
    """What may be turned on."""

    share_cards: Flag = Field(False, description="A card per product for previews elsewhere.")
    pdf: Flag = Field(False, description="A printable catalogue.")
    admin: Flag = Field(False, description="An editing form.")


class Level(Record):
    """A problem's level on this site, with the reason."""

    code: Slug = Field(description="The problem's code.")
    level: Annotated[str, one_of("level")] = Field(description="The level it has here.")
    because: Text = Field(description="Why.")


class Guides(Record):
    """Content pages that other pages lead to."""

    ordering: Slug | None = Field(None, description="How to order and how to pay safely.")
    importing: Slug | None = Field(None, description="Guidance on importing these goods.")
    corrections: Slug | None = Field(None, description="Privacy, and how to ask for a correction.")


class Site(Record):
    """The site."""

    title: Bilingual = Field(description="Its title.")
    tagline: Bilingual | None = Field(None, description="One sentence on what it is.")
    languages: list[LanguageCode] = Field(min_length=1, description="The languages, the reference first.")
    base_url: Url | None = Field(None, description="Where it is published, if known.")
    publisher: Publisher = Field(description="Who publishes it.")
    contact: SiteContact = Field(default_factory=SiteContact, description="Whom to ask.")
    guides: Guides = Field(default_factory=Guides, description="Pages that other pages lead to.")
    theme: Slug = Field("etalase", description="The theme's folder under themes/.")
    images: Images = Field(default_factory=Images, description="Copies of photos.")
    switches: Switches = Field(default_factory=Switches, description="What is turned on.")
    levels: list[Level] = Field(default_factory=list, description="Problems' levels, where they differ.")
