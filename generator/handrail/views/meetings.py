"""Meetings: a page of one, and lists of many."""

from typing import NamedTuple

from markupsafe import Markup

from .content import CardView
from .page import DateView, LinkView, TextView
from .records import ContactView, PlaceView


class OccasionView(NamedTuple):
    """One coming date: the day and the times in words, `iso` for the `datetime` attribute.

    `status` is empty, `cancelled` or `moved`; `words` say what is different, `note` why.
    """

    day: str
    times: str
    iso: str
    status: str
    words: str
    place: LinkView | None
    note: TextView | None


class JoinView(NamedTuple):
    """How to take part from elsewhere.

    `service` names what the link opens; `keys` are pressed when somebody has dialled `phone`, which presses them by
    itself where the telephone can; `passcode` says how to get in.
    """

    url: str | None
    service: str
    phone: LinkView | None
    keys: str
    passcode: str
    notes: TextView | None


class MeetingView(NamedTuple):
    """A meeting.

    `when` and `times` say its rule in words, `zone` the time zone where it matters; `how` is in words, `attendance`
    one of in-person, online and hybrid. `state` is on, paused or over, `state_words` says it, `reason` why. `place` is
    shown without its page when `place_href` is empty. `next` are the coming dates. `calendar` and `subscribe` lead to
    the same calendar, to save and to follow, `rota` to who does what at the next dates. `data` is what search engines
    read (schema.org, JSON-LD).
    """

    name: TextView
    when: str
    times: str
    zone: str
    how: str
    attendance: str
    state: str
    state_words: str
    reason: TextView | None
    place: PlaceView | None
    place_href: str
    group: LinkView | None
    join: JoinView | None
    types: tuple[LinkView, ...]
    languages: str
    contact: ContactView | None
    notes: tuple[TextView, ...]
    next: tuple[OccasionView, ...]
    calendar: str | None
    subscribe: str | None
    rota: str | None
    verified: DateView | None
    readings: tuple[CardView, ...]
    data: Markup


class MeetingRowView(NamedTuple):
    """A meeting in a list; `href` is the address behind that of the finder.

    `start` and `end` are times in words, `clock` the start as `19:00`; `when` says what is not every week; `facts` are
    how, where and for whom; `alert` says what is different soon, or why it does not happen.
    """

    href: str
    name: TextView
    start: str
    end: str
    clock: str
    when: str
    facts: tuple[str, ...]
    alert: str


class DayView(NamedTuple):
    """The meetings of one weekday, or of none; `id` is its anchor, `href` the page of its own, if it has one."""

    id: str
    title: str
    href: str
    total: int
    rows: tuple[MeetingRowView, ...]


class ChoiceView(NamedTuple):
    """A page of the meetings that share something, and how many they are."""

    link: LinkView
    total: int


class MeetingListView(NamedTuple):
    """Meetings by day; `base` leads to the finder from here, `zone` is the site's time zone in words.

    `from_data` says on paper of which day the times are, since lists are carried about for long. `calendar` and
    `subscribe` lead to the calendar of these very meetings, to save and to follow.
    """

    base: str
    zone: str
    zone_id: str
    from_data: str
    days: tuple[DayView, ...]
    calendar: str | None = None
    subscribe: str | None = None


class OptionView(NamedTuple):
    """A choice of the finder's form: its value in addresses, and its words."""

    value: str
    label: str


class FinderView(NamedTuple):
    """The page that finds meetings. `list` holds them all, or counts by day when they are too many for one page.

    `by_region`, `by_place` and `by_type` lead to pages of their own; `weekdays`, `regions`, `types`, `languages` and
    `access` are the choices of the form. `row` is the address of a meeting's page with * for its slug, `feed` the whole
    address of the feed that other finders read; `printing` leads to what is made to be printed. `data` is what the
    script reads, in the order of those choices; `script` is the script that the policy of the page allows.
    """

    list: MeetingListView
    total: int
    by_region: tuple[ChoiceView, ...]
    by_place: tuple[ChoiceView, ...]
    by_type: tuple[ChoiceView, ...]
    weekdays: tuple[OptionView, ...]
    regions: tuple[OptionView, ...]
    types: tuple[OptionView, ...]
    languages: tuple[OptionView, ...]
    access: tuple[OptionView, ...]
    calendar: str
    subscribe: str | None
    week: str | None
    changes: str | None
    feed: str | None
    printing: str
    row: str
    data: Markup
    script: Markup


class WeekItemView(NamedTuple):
    """A meeting in the picture of the week."""

    href: str
    time: str
    name: TextView


class WeekCellView(NamedTuple):
    """An hour of a day: its meetings, or only how many when there are too many to name; `href` leads to the day."""

    items: tuple[WeekItemView, ...]
    total: int
    href: str


class WeekHourView(NamedTuple):
    """An hour at which meetings start, with its seven days from Monday."""

    time: str
    cells: tuple[WeekCellView, ...]


class WeekView(NamedTuple):
    """The week as a picture; `zone` is the site's time zone in words, `short_days` are for small screens.

    `from_data` says on paper of which day the times are.
    """

    days: tuple[str, ...]
    short_days: tuple[str, ...]
    hours: tuple[WeekHourView, ...]
    zone: str
    from_data: str


class ChangeView(NamedTuple):
    """Something that happened to a meeting; its link leads nowhere when the page is gone. `before` held until then."""

    id: str
    link: LinkView
    words: str
    before: str


class ChangeDayView(NamedTuple):
    """What changed on one day."""

    date: DateView
    changes: tuple[ChangeView, ...]
