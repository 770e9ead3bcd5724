"""Pure: times, weekdays, lengths and dates as people write them."""

import re
import unicodedata
from datetime import date

from ...timefields import WEEKDAYS
from ..losses import DROPPED, GUESSED, LOOK, REPAIRED, Account

HOURS, HALF_DAY = 24, 12
MINUTES_IN_DAY = HOURS * 60
NOON = HALF_DAY * 60
MONTHS = 12
CENTURY = 100
LONGEST_OVERNIGHT = 4 * 60  # meetings.md, overnight rule
LONG = 6 * 60  # hours after which a length is nearly always a slip
TIME = re.compile(r"(\d{1,2})(?:[:.h]([0-5]\d))?(?::[0-5]\d(?:\.\d+)?)? ?(?:([ap])\.?(?:m\.?)?)?", re.IGNORECASE)
TOGETHER = re.compile(r"(\d{1,2})([0-5]\d)")
WORDS_FOR_TIMES = {
    "noon": NOON, "12 noon": NOON, "12:00 noon": NOON, "midday": NOON, "mediodia": NOON, "midi": NOON,
    "midnight": 0, "12 midnight": 0, "12:00 midnight": 0, "medianoche": 0, "minuit": 0, "24:00": 0,
}  # fmt: skip
# Names of weekdays in other languages, without accents, Monday first.
OTHER_NAMES = (
    "lunes martes miercoles jueves viernes sabado domingo",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "segunda-feira terca-feira quarta-feira quinta-feira sexta-feira sabado domingo",
    "lunedi martedi mercoledi giovedi venerdi sabato domenica",
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "mandag tisdag onsdag torsdag fredag lordag sondag",
    "pondelok utorok streda stvrtok piatok sobota nedela",
    "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日",
    "mon tue wed thu fri sat sun",
    "mo tu we th fr sa su",
)
DAY_NAMES = {name: WEEKDAYS[number] for names in OTHER_NAMES for number, name in enumerate(names.split())} | {
    "tues": "tuesday", "weds": "wednesday", "thur": "thursday", "thurs": "thursday", "sonnabend": "saturday",
    "mandag": "monday", "måndag": "monday",
}  # fmt: skip
SHORTEST_START = 3  # letters by which a weekday is known
DAYS_BETWEEN = re.compile(r" ?(?:-|–|—|to|through|thru) ?")
SEVERAL = re.compile(r" ?[,;/&+] ?| and | y | et | und ")
EVERY_DAY = {"daily", "every day", "everyday", "all days", "diario", "todos los dias", "tous les jours", "7 days"}
ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]?\d{1,2}:.*)?")
SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})(?: .*)?")


def clock(text: str) -> str | None:
    """Read a time of day in any usual form; `None` for anything else."""
    written = _plain(text)
    if written in WORDS_FOR_TIMES:
        return as_clock(WORDS_FOR_TIMES[written])
    match = TIME.fullmatch(written) if not written.isdigit() else None
    digits = TOGETHER.fullmatch(written)
    if digits:
        hour, minute, half = int(digits[1]), int(digits[2]), ""
    elif match and (match[2] or match[3]):
        hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").lower()
    else:
        return None
    if half and 1 <= hour <= HALF_DAY:
        hour = hour % HALF_DAY + (HALF_DAY if half == "p" else 0)
    # 19:00 PM is met, and cannot mean anything else; 0:30 AM neither.
    return as_clock(hour * 60 + minute) if hour < HOURS else None


def as_clock(minute: int) -> str:
    """Write minutes since midnight as a time of day, over midnight if need be."""
    return f"{minute // 60 % HOURS:02}:{minute % 60:02}"


def minute_of(at: str) -> int:
    """Give the minutes since midnight of a time that `clock` gave."""
    return int(at[:2]) * 60 + int(at[3:])


def time_of(text: str, field: str, account: Account) -> str | None:
    """Read a time and say how it was written, if not on the 24-hour clock."""
    found = clock(text)
    if found and text.strip() not in (found, f"{found}:00"):
        account.say(REPAIRED, field, "is on the 24-hour clock now", f"{text} → {found}")
    return found


def length_of(text: str) -> int | None:
    """Read a length, `01:30:00` or `90`, in minutes."""
    written = text.strip()
    if re.fullmatch(r"\d{1,3}", written):
        return int(written)
    match = re.fullmatch(r"(\d{1,2}):([0-5]\d)(?::[0-5]\d)?", written)
    return int(match[1]) * 60 + int(match[2]) if match else None


def end_of(start: str, end: str, duration: str, account: Account) -> str | None:
    """Give the end of a meeting; one that cannot be meant is guessed or left out, and said."""
    if duration and not end:
        minutes = length_of(duration)
        if not minutes or minutes >= MINUTES_IN_DAY:
            account.say(DROPPED, "duration", "is no length that a meeting can have", duration)
            return None
        return _usual_end(start, as_clock(minute_of(start) + minutes), duration, account)
    if not end:
        return None
    found = time_of(end, "end_time", account)
    if found is None:
        account.say(DROPPED, "end_time", "is no time of day", end)
        return None
    return _usual_end(start, found, end, account)


def _usual_end(start: str, end: str, written: str, account: Account) -> str | None:
    minutes = (minute_of(end) - minute_of(start)) % MINUTES_IN_DAY
    is_overnight = minute_of(end) < minute_of(start)
    if minutes == 0:
        account.say(DROPPED, "end_time", "is the same as the start", written)
        return None
    if not is_overnight or minutes <= LONGEST_OVERNIGHT:
        if minutes > LONG:
            account.say(LOOK, "end_time", f"makes the meeting {minutes // 60} hours long", f"{start} to {end}")
        return end
    other = as_clock(minute_of(end) + NOON)
    likely = (minute_of(other) - minute_of(start)) % MINUTES_IN_DAY
    if 0 < likely <= LONGEST_OVERNIGHT:
        account.say(GUESSED, "end_time", f"would be {minutes // 60} hours after the start", f"{end} → {other}")
        return other
    said = f"would be {minutes // 60} hours after the start, at {end} of the next day, so it is left out"
    account.say(DROPPED, "end_time", said, written)
    return None


def _plain(text: str) -> str:
    """Give a text in lower case, without accents."""
    parted = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", "".join(c for c in parted if not "\u0300" <= c <= "\u036f")).strip()


def days_of(texts: tuple[str, ...], account: Account) -> tuple[str, ...]:
    """Read the days of a meeting in the order of the week: names, or numbers with Sunday as 0 or 7."""
    found: list[str] = []
    for text in texts:
        days = _days(text)
        if days:
            _say_day(text, days, account)
        elif text.strip():
            account.say(LOOK, "day", "is no day of the week", text)
        found += days
    return tuple(day for day in WEEKDAYS if day in found)


def _say_day(text: str, days: tuple[str, ...], account: Account) -> None:
    written = text.strip()
    if written.lower() == days[0] or (written.isdigit() and written != "7"):
        return
    account.say(REPAIRED, "day", "is written as in English", f"{written} → {', '.join(days)}")


def _days(text: str) -> tuple[str, ...]:
    written = _plain(text)
    if written in EVERY_DAY:
        return WEEKDAYS
    if written in ("weekdays", "weekday"):
        return WEEKDAYS[:5]
    if written in ("weekends", "weekend"):
        return WEEKDAYS[5:]
    match [one_day(part) for part in DAYS_BETWEEN.split(written)]:
        case [str(start), str(end)]:
            first, last = WEEKDAYS.index(start), WEEKDAYS.index(end)
            length = (last - first) % len(WEEKDAYS) + 1
            return tuple(WEEKDAYS[(first + number) % len(WEEKDAYS)] for number in range(length))
    several = [one_day(part) for part in SEVERAL.split(written)]
    return tuple(day for day in several if day) if all(several) else ()


def one_day(text: str) -> str | None:
    """Read one day of the week."""
    written = _plain(text).rstrip(".")
    if re.fullmatch(r"[0-7](\.0)?", written):
        return WEEKDAYS[(int(written[0]) - 1) % len(WEEKDAYS)]
    if written in WEEKDAYS:
        return written
    singular = written.removesuffix("s")
    if singular in WEEKDAYS:
        return singular
    return DAY_NAMES.get(written) or (DAY_NAMES.get(singular) if len(singular) >= SHORTEST_START else None)


def date_of(text: str, field: str, account: Account) -> str | None:
    """Read a date, ISO or month/day/year; one that could also be day/month is a guess."""
    written = text.strip()
    iso = ISO_DATE.fullmatch(written)
    if iso:
        return _real(int(iso[1]), int(iso[2]), int(iso[3]))
    match = SLASHED.fullmatch(written)
    if not match:
        return None
    first, second, year = int(match[1]), int(match[2]), int(match[3])
    year += 2000 if year < CENTURY else 0
    month, day = (first, second) if first <= MONTHS else (second, first)
    found = _real(year, month, day)
    if found:
        is_clear = max(first, second) > MONTHS or first == second
        said = "is written year-month-day" if is_clear else "is read as month/day/year"
        account.say(REPAIRED if is_clear else GUESSED, field, said, f"{written} → {found}")
    return found


def _real(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
