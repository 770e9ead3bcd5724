"""The rota: who does what at the next meetings, by first names only."""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, TypeAlias

from pydantic import Field, PlainValidator, WithJsonSchema, model_validator

from ..fieldtypes import Day, Slug, Texts, YesNo, number, record_refusal, refusal, text
from ..paths import slugify
from ..rotation import Rotation
from ..schema import Record
from .contact import FirstName
from .kind import OCCASION, Fault, Kind, Mention

MONTH = "month"
LONGEST_TURN = 60  # meetings in a row


def turn(value: Any) -> int | str:
    """Read how long a turn is: a number of meetings, or a month."""
    if value == MONTH or isinstance(value, int):
        return value  # type: ignore[no-any-return]  # the comparison has settled it
    if not text(value).lstrip("-").isdigit():
        raise refusal("F203", "a number of meetings, or month", "write 1 to change at every meeting, or month")
    return number(1, LONGEST_TURN, "meetings")(value)


Turn: TypeAlias = Annotated[
    int | str,
    PlainValidator(turn),
    WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 1, "maximum": LONGEST_TURN}, {"enum": [MONTH]}]}),
]


class Swap(Record):
    """A single date on which somebody else does it."""

    label: ClassVar[str] = "a swap"

    date: Day = Field(description="The date of the meeting", examples=["2026-12-01"])
    person: FirstName = Field(description="Who does it: a first name, on the list or not", examples=["Ben"])


class Role(Record):
    """What somebody does at each date of a meeting, and the people who take turns."""

    label: ClassVar[str] = "a role"

    role: Texts = Field(description="What there is to do", examples=["Opening the room"])
    meeting: Slug = Field(description="At which meeting: its slug", examples=["tuesday-evening-circle"])
    people: tuple[FirstName, ...] = Field(
        description="First names in the order of turns; everybody here has agreed to be named",
        examples=["[Ana, Ben, Eva]"],
    )
    starts: Day = Field(
        description="A date of the meeting: the first on which the first person does it", examples=["2026-11-24"]
    )
    turn: Turn = Field(default=1, description="How many meetings in a row are one turn, or month", examples=["2"])
    swaps: tuple[Swap, ...] = Field(
        default=(),
        description="Single dates on which somebody else does it",
        examples=["[{date: 2026-12-01, person: Ben}]"],
    )
    publish: YesNo = Field(default=True, description="no keeps all of it off the site", examples=["no"])

    @model_validator(mode="after")
    def _has_people(self) -> "Role":
        if not any(self.people):
            raise record_refusal("F202", "people", "needs at least one person", "write it as in people: [Ana, Ben]")
        return self

    @property
    def kept_back(self) -> frozenset[str]:
        """All names, unless they may be published."""
        return frozenset() if self.publish else frozenset(("people", "swaps"))

    @property
    def draft(self) -> bool:
        """Whether it is kept off the site, as drafts are."""
        return not self.publish

    @property
    def slug(self) -> str:
        """What tells it apart from other roles at its meeting."""
        words = self.role.by_language[0][1]
        return slugify(words) or words

    @property
    def id(self) -> str:
        """What tells it apart from all other roles."""
        return f"{self.meeting}/{self.slug}"

    @property
    def rotation(self) -> Rotation:
        """The turns, as the engine counts them."""
        length = self.turn if isinstance(self.turn, int) else None
        return Rotation(self.people, self.starts, length, {swap.date: swap.person for swap in self.swaps})


def faults(record: Record) -> Iterator[Fault]:
    """Find what no field alone can tell. Problem codes: S904, S913."""
    if not isinstance(record, Role):
        return
    names = [name.casefold() for name in record.people]
    for index, name in enumerate(record.people):
        if name.casefold() in names[:index]:
            hint = "add an initial if they are two people, as in Ana M.; else leave one of them out"
            yield Fault("S913", ("people", index), f'"{name}" is on this list twice', hint)
    days = [swap.date for swap in record.swaps]
    for index, day in enumerate(days):
        if day in days[:index]:
            yield Fault("S904", ("swaps", index, "date"), f"there are two swaps for {day}", "keep one of them")


def mentions(record: Record) -> Iterator[Mention]:
    """Give the meeting, and the dates of it that are named."""
    if isinstance(record, Role):
        yield Mention(("meeting",), "meeting", record.meeting)
        yield Mention(("starts",), OCCASION, record.starts.isoformat())
        for index, swap in enumerate(record.swaps):
            yield Mention(("swaps", index, "date"), OCCASION, swap.date.isoformat())


KIND = Kind(
    name="rota",
    section="rota",
    title="Who does what",
    model=Role,
    template="",
    list_template="rota.html",
    data_key="rota",
    id_field="role",
    is_inward=True,
    faults=faults,
    mentions=mentions,
)
