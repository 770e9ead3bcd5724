"""Places: where people meet, how to get there, and whether everybody can get in."""

from typing import ClassVar

from pydantic import Field, model_validator

from ..fieldtypes import (
    Coordinates,
    Known,
    Line,
    Order,
    Slug,
    Texts,
    TimeZone,
    YesNo,
    record_refusal,
    unknown_by_default,
)
from ..schema import Record
from .kind import Kind


class Address(Record):
    """The parts of an address, as a letter would have them."""

    label: ClassVar[str] = "an address"

    street: Line | None = Field(default=None, description="Street and number", examples=["14 Alder Street"])
    city: Line | None = Field(default=None, description="City, town or village", examples=["Millbrook"])
    state: Line | None = Field(default=None, description="State, province or county", examples=["OH"])
    postal_code: Line | None = Field(default=None, description="Postal code", examples=['"45401"'])
    country: Line | None = Field(default=None, description="Country", examples=["US"])


class Access(Record):
    """Facts about access, each yes, no or unknown; what nobody checked stays unknown."""

    label: ClassVar[str] = "access"

    step_free: Known = unknown_by_default("One can get in and to the room without a step")
    accessible_toilet: Known = unknown_by_default("There is a toilet for people who use a wheelchair")
    hearing_loop: Known = unknown_by_default("The room has a hearing loop")
    quiet_space: Known = unknown_by_default("There is a quiet place to step out to")
    parking: Known = unknown_by_default("One can park close by")
    public_transport: Known = unknown_by_default("A bus or train stops close by")
    assistance_dogs: Known = unknown_by_default("Assistance dogs are welcome")
    children: Known = unknown_by_default("Children may come along")


class Whereabouts(Record):
    """Where people meet; a private home shows its area only."""

    label: ClassVar[str] = "a place"

    name: Texts = Field(description="What people call it", examples=["St Mark's Hall"])
    address: Address = Field(default_factory=Address, description="Its address", examples=["{street: 14 Alder Street}"])
    coordinates: Coordinates | None = Field(
        default=None, description="Latitude and longitude", examples=["[39.75895, -84.19161]"]
    )
    region: Line | None = Field(default=None, description="The part of town or country", examples=["Riverside"])
    regions: tuple[Line, ...] = Field(
        default=(), description="The regions it lies in, from large to small", examples=["[North, Riverside]"]
    )
    timezone: TimeZone | None = Field(
        default=None, description="Its time zone, when not the site's", examples=["America/Chicago"]
    )
    directions: Texts | None = Field(
        default=None,
        description="How to find the door",
        examples=["Use the side door and ring the lower bell."],
    )
    access: Access = Field(default_factory=Access, description="Who can get in", examples=["{step_free: yes}"])
    access_notes: Texts | None = Field(default=None, description="What one should know about access")
    private_venue: YesNo = Field(default=False, description="yes for a home: only the region is published")

    @model_validator(mode="after")
    def _a_home_has_a_region(self) -> "Whereabouts":
        if self.private_venue and not (self.region or self.regions):
            sentence = "that is a home shows its region, not its address, and has none"
            raise record_refusal("F202", "private_venue", sentence, "add region: and the part of town")
        return self

    @property
    def kept_back(self) -> frozenset[str]:
        """Whatever leads to the door of a home."""
        return frozenset(("address", "coordinates", "directions")) if self.private_venue else frozenset()

    @property
    def all_regions(self) -> tuple[str, ...]:
        """The regions it lies in, from large to small."""
        own = (self.region,) if self.region and self.region not in self.regions else ()
        return (*self.regions, *own)


class Named(Record):
    """What other records can name."""

    id: Slug = Field(description="A short name that never changes", examples=["st-marks"])


class Place(Whereabouts, Named):
    """A place with a page of its own, where several meetings can be."""

    draft: YesNo = Field(default=False, description="yes keeps it off the site", examples=["yes"])
    order: Order = Field(default=0, description="Its place in lists: lower comes first", examples=["10"])


KIND = Kind(
    name="place",
    section="places",
    title="Places",
    model=Place,
    template="place.html",
    list_template="places.html",
    data_key="places",
)
