"""S: schedules of meetings."""

from .code import Code, Severity

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

CODES = (
    Code(
        "S901",
        ERROR,
        "An end that cannot be meant",
        why="A meeting may go on past midnight for up to four hours; anything longer is nearly always 8:15 for 20:15.",
        fix="Write start and end on the 24-hour clock.",
        example="time: 19:15 and end_time: 8:15        # expected: end_time: 20:15",
    ),
    Code(
        "S902",
        ERROR,
        "Every second or third week, counted from nothing",
        why="Without a first date, half of the people come in the wrong week.",
        fix="Add starts: and any date on which the meeting happened or will happen.",
        example="repeats: every 2 weeks, without starts",
    ),
    Code(
        "S903",
        ERROR,
        "A change on a date without a meeting",
        why="The date is mistyped, so the real one is not changed and people come to a locked door.",
        fix="Use one of the dates that the message names.",
        example="a Tuesday meeting with changes: [{date: 2026-12-23, cancelled: yes}]",
    ),
    Code(
        "S904",
        ERROR,
        "One date twice",
        why="It is not clear which of the two holds.",
        fix="Join them, or make a meeting of its own for the second one.",
        example="dates: [2026-12-24 10:00, 2026-12-24 18:00]",
    ),
    Code(
        "S905",
        ERROR,
        "A meeting without a time, or with two answers",
        why="Nobody could tell when to come.",
        fix="Give day and time, or dates, or by_appointment: yes; and a last day that is not before the first.",
        example="day: tuesday, without time",
    ),
    Code(
        "S906",
        NOTE,
        "A meeting without an end",
        why="People plan the way home by it; calendars then show one hour, which may be wrong.",
        fix="Add end_time: or minutes:.",
        example="time: 19:00, without end_time and minutes",
    ),
    Code(
        "S907",
        ERROR,
        "A meeting that is nowhere",
        why="Nobody could find it or join it.",
        fix="Add a place, or how to join online.",
        example="attendance: online, without online",
    ),
    Code(
        "S908",
        ERROR,
        "A change that says nothing, or two things",
        why="It is not clear what is different on that date.",
        fix="Say cancelled, or another time or place, or a note.",
        example="changes: [{date: 2026-12-22}]",
    ),
    Code(
        "S909",
        WARNING,
        "Two meetings in one room at one time",
        why="One of them has moved, or one of the times is wrong.",
        fix="Correct the day, the time or the place; if the place has several rooms, make each room a place.",
        example="two meetings on Tuesday at 19:00 at st-marks",
    ),
    Code(
        "S910",
        NOTE,
        "A time that the clocks jump over",
        why="On that night the clocks are put forward, so this time of day does not exist there.",
        fix="Add a change for that date with the time you really meet; some calendars leave the date out otherwise.",
        example="time: 02:30 in New York on 8 March 2026",
    ),
    Code(
        "S911",
        NOTE,
        "A meeting that is over",
        why="Its last date has passed, so lists and calendars no longer show it.",
        fix="Delete it, or correct ends or dates.",
        example="ends: 2025-06-30",
    ),
)
