"""A facility: a correctional institution, an office, or a regional office."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.kinds import AddressPath, Bilingual, Coordinate, Slug, Text, one_of
from generator.model.records.parts import Confirmed, Contact, Figure, Photo, Work
from generator.model.records.record import Record


class Location(Record):
    """The town, not the building: at most two decimals."""

    lat: Coordinate = Field(description="Latitude, north positive.")
    lon: Coordinate = Field(description="Longitude, east positive.")


class Facility(Record):
    """One institution. Its name is one, Indonesian, in every language."""

    name: Text = Field(description="The official Indonesian name: type, class, place.")
    known_as: list[Text] = Field(default_factory=list, description="Other names it goes by.")
    aliases: list[AddressPath] = Field(default_factory=list, description="Old addresses that lead here.")
    type: Annotated[str, one_of("type")] = Field(description="What kind of institution.")
    class_: Annotated[str, one_of("class")] | None = Field(None, alias="class", description="Its class.")
    province: Annotated[str, one_of("province")] = Field(description="An ISO 3166-2 code, or the province's name.")
    place: Text | None = Field(None, description="The town or regency.")
    office: Slug | None = Field(None, description="Its regional office, an entry of type kanwil.")
    confirmed: Confirmed | None = Field(None, description="Who confirmed the entry.")
    location: Location | None = Field(None, description="Where the town is.")
    contact: Contact | None = Field(None, description="How it is reached.")
    workshops: list[Bilingual] = Field(default_factory=list, description="Its workshops.")
    work: Work | None = Field(None, description="How goods are made here.")
    figures: list[Figure] = Field(default_factory=list, description="Numbers about it.")
    photos: list[Photo] = Field(default_factory=list, description="Pictures of workshops; never of people in custody.")
