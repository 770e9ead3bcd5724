"""Groups: who meets."""

from typing import ClassVar

from pydantic import Field

from ..fieldtypes import Line, Order, Slug, Texts, WebAddress, YesNo
from ..schema import Record, private
from .contact import Contact
from .kind import Kind


class GroupLink(Record):
    """A page about the group elsewhere."""

    label: ClassVar[str] = "a link"

    title: Line = Field(description="What is there", examples=["Our newsletter"])
    url: WebAddress = Field(description="Where it is", examples=["https://example.org/news"])


class Group(Record):
    """A group that meets."""

    label: ClassVar[str] = "a group"

    id: Slug = Field(description="A short name that never changes", examples=["riverside"])
    name: Texts = Field(description="Its name", examples=["Riverside Circle"])
    about: Texts | None = Field(default=None, description="Who it is for and what it is like")
    links: tuple[GroupLink, ...] = Field(
        default=(),
        description="Pages about it elsewhere",
        examples=["[{title: Newsletter, url: https://example.org/}]"],
    )
    donations: Texts | None = Field(
        default=None,
        description="How to give, if people want to",
        examples=["A basket goes round; nobody has to give."],
    )
    contact: Contact | None = Field(
        default=None, description="How to reach it", examples=["{name: Ana, email: ana@example.org}"]
    )
    steward: Line | None = private("Who looks after this entry; never published")
    draft: YesNo = Field(default=False, description="yes keeps it off the site", examples=["yes"])
    order: Order = Field(default=0, description="Its place in lists: lower comes first", examples=["10"])


KIND = Kind(
    name="group",
    section="groups",
    title="Groups",
    model=Group,
    template="group.html",
    list_template="groups.html",
    data_key="groups",
)
