"""Sheets that are made to be printed."""

from typing import NamedTuple

from markupsafe import Markup

from .page import ActionView, DateView, LinkView, TextView
from .records import PlaceView


class PrintableView(NamedTuple):
    """A printable in the list of all, and what it is good for."""

    link: LinkView
    words: str


class PrintablesView(NamedTuple):
    """Everything one can print; `doors` are the notices for places, `parts` the lists of regions or days.

    There are parts when all meetings together would be no sheet any more.
    """

    sheets: tuple[PrintableView, ...]
    parts: tuple[LinkView, ...]
    doors: tuple[LinkView, ...]


class PaperView(NamedTuple):
    """What every sheet has: `how` says how to print it, `pdf` leads to the same sheet as a file.

    `owner` is the group's name, empty on a discreet site. `address` is that of the site as one would say it. The rest
    stands at the foot: `made` says of which day the data is, `confirmed` how fresh it is, `left_out` what is missing,
    `current` where the newest is.
    """

    form: str
    title: str
    how: str
    pdf: LinkView | None
    owner: str
    address: str
    made: DateView
    from_data: str
    confirmed: str
    left_out: str
    current: str


class PaperMeetingView(NamedTuple):
    """A meeting on a sheet: `when` is what is not every week, `join` how to take part from elsewhere.

    `alert` says what is different soon, or why it does not happen.
    """

    name: TextView
    times: str
    when: str
    facts: tuple[str, ...]
    join: str
    contact: str
    alert: str


class PaperDayView(NamedTuple):
    """The meetings of a day on a sheet, of no fixed day, or of none at present."""

    title: str
    rows: tuple[PaperMeetingView, ...]


class PaperPlaceView(NamedTuple):
    """A place in the list of addresses; `access` holds what is known, for better or worse."""

    name: str
    address: str
    access: tuple[str, ...]
    access_notes: TextView | None
    directions: TextView | None


class PaperLineView(NamedTuple):
    """A help line: its name, and what to do."""

    name: TextView
    actions: tuple[ActionView, ...]


class PaperListView(NamedTuple):
    """All meetings on paper; `times` says in which zone they are, `unknown` what silence about a place means.

    `is_dense` asks for the smallest letters.
    """

    times: str
    days: tuple[PaperDayView, ...]
    places: tuple[PaperPlaceView, ...]
    unknown: str
    lines: tuple[PaperLineView, ...]
    is_dense: bool


class PaperDoorView(NamedTuple):
    """What meets at a place, for its door; `is_dense` asks for smaller letters, because it is much."""

    place: PlaceView
    days: tuple[PaperDayView, ...]
    is_dense: bool


class PaperCardView(NamedTuple):
    """A wallet card."""

    lines: tuple[PaperLineView, ...]


class GuideLinesView(NamedTuple):
    """The help lines of a pocket guide: for somebody in danger, then others; `more` says where the rest is, if any.

    `is_dense` asks for the smallest letters here and on the pages below.
    """

    urgent: tuple[PaperLineView, ...]
    lines: tuple[PaperLineView, ...]
    more: str
    is_dense: bool


class GuideStepsView(NamedTuple):
    """A resource in a pocket guide: its first steps, or its summary when it has none.

    Title, steps and summary are in the language of the title. `more` says where the rest is, if there is some.
    """

    title: TextView
    minutes: int | None
    steps: tuple[str, ...]
    summary: str
    more: str
    is_dense: bool


class PosterRowView(NamedTuple):
    """A meeting in short: `when` in a few letters, and where."""

    when: str
    name: TextView
    where: str


class PaperPosterView(NamedTuple):
    """A poster: the meetings, or only how many when there are too many to name.

    `code` is the square code of the site's address as a drawing, `None` while nobody has said what the address is.
    """

    tagline: str
    rows: tuple[PosterRowView, ...]
    total: str
    code: Markup | None
    code_words: str
    phone: str
    email: str


class GuideMeetingsView(NamedTuple):
    """The regular meetings of a pocket guide, the next one first; none when they are too many.

    `total` says that there are more, or how many. On a discreet site a name or place that tells the topic is empty.
    `current` says where the newest is.
    """

    total: str
    rows: tuple[PosterRowView, ...]
    current: str
    is_dense: bool


class PaperGuideView(NamedTuple):
    """A pocket guide: eight small pages on one sheet.

    `owner` and `address` are empty where they should not be told. `blanks` is how many pages for notes there are in the
    place of resources, of which there are four at most.
    """

    owner: str
    address: str
    help: GuideLinesView
    resources: tuple[GuideStepsView, ...]
    blanks: int
    meetings: GuideMeetingsView | None
