"""The generator's own texts about meetings, in English: the keys of their translations."""

from ..meeting_types import TYPES

WHICH = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last"}

EVERY_DAY = "Every day"
EVERY = "Every %(days)s"
EVERY_WEEK, EVERY_WEEKS = "Every week on %(days)s", "Every %(num)s weeks on %(days)s"
OF_THE_MONTH = "%(which)s %(days)s of the month"
FROM_ON = "from %(date)s on"
UNTIL = "until %(date)s"
FROM_TO = "%(start)s to %(end)s"
ON_DATES = "On single dates"
BY_APPOINTMENT = "By appointment"

HOW = {"in-person": "In person", "online": "Online", "hybrid": "In person and online"}

PAUSED = "Paused for now"
PAUSED_UNTIL = "Paused until %(date)s"
BREAK = "Takes a break from %(date)s on"
BREAK_UNTIL = "Takes a break from %(date)s until %(until)s"
OVER = "This meeting has ended"
DRAFT = "This is a draft, which is not published yet."
NOT_ON = "Not on %(date)s"
MOVED_TO = "On %(date)s at %(time)s instead of %(usual)s"  # a time
MOVED_FROM = "On %(date)s at %(time)s, moved from %(usual)s"  # a day
OTHER_PLACE = "On %(date)s at another place: %(place)s"
CANCELLED = "Cancelled"
MOVED = "At another time"
ELSEWHERE = "At another place"
STARTS = "Starts on %(date)s"
WEEK = "The week at a glance"
ALL_MEETINGS = "All meetings"

PASSCODE_ASK = "Ask the group for the passcode."
PASSCODE_NONE = "You need no passcode."
PASSCODE_IS = "Passcode: %(code)s"
PASSCODE_ON_PAGE = "The passcode is on the meeting's page."
APPOINTMENT = "Appointment"
END_NOT_KNOWN = "When it ends is not known; one hour is shown."

MEETING_TEXTS: tuple[str, ...] = (
    *(kind.label for kind in TYPES.values()),
    *WHICH.values(),
    *HOW.values(),
    *(EVERY_DAY, EVERY, EVERY_WEEK, OF_THE_MONTH, FROM_ON, UNTIL, FROM_TO, ON_DATES, BY_APPOINTMENT),
    *(
        PAUSED,
        PAUSED_UNTIL,
        BREAK,
        BREAK_UNTIL,
        OVER,
        DRAFT,
        NOT_ON,
        MOVED_TO,
        MOVED_FROM,
        OTHER_PLACE,
        CANCELLED,
        MOVED,
        ELSEWHERE,
        STARTS,
        WEEK,
        ALL_MEETINGS,
    ),
    *(PASSCODE_ASK, PASSCODE_NONE, PASSCODE_IS, PASSCODE_ON_PAGE, APPOINTMENT, END_NOT_KNOWN),
)
