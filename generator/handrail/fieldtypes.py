"""What a field can hold: every type reads the text as it was written, and says kindly what it expected.

The validators raise pydantic errors whose type is a problem code; `schema` turns them into problems with a place.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Any, TypeAlias
from urllib.parse import urlsplit

from pydantic import Field, PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from .paths import is_slug
from .plaintext import HIDDEN
from .spelling import did_you_mean
from .texts import Localised
from .zones import zone_names

DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
EMAIL = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\".]+")
PHONE = re.compile(r"[+\d][\d\s().*#-]{1,30}")
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?")
PERIOD = re.compile(r"(\d{1,3}) (day|week|month|year)s?")
SAFE_SCHEMES = ("https", "http")
YES = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}


def refusal(code: str, expected: str, hint: str = "") -> PydanticCustomError:
    """Make the error that becomes problem `code`: the message reads `"field" should be <expected>, not "…"`."""
    return PydanticCustomError(code, "{expected}", {"expected": expected, "hint": hint})


def record_refusal(code: str, field: str, sentence: str, hint: str) -> PydanticCustomError:
    """Make the error of a whole record, shown at one of its fields: `a place <sentence>`."""
    context = {"sentence": sentence, "field": field, "hint": hint}
    return PydanticCustomError(code, "{sentence}", context)


def shape_refusal(expected: str, hint: str = "") -> PydanticCustomError:
    """Make the error for a list or group where something else is expected."""
    return refusal("F205", expected, hint)


def text(value: Any) -> str:
    """Read text on one or more lines."""
    if not isinstance(value, str):
        raise shape_refusal("a text")
    if HIDDEN.search(value):
        raise refusal("Y108", "a text without control characters", "delete the escape that starts with a backslash")
    return value.strip()


def line_of_text(value: Any) -> str:
    """Read text on one line; line breaks of a folded value become blanks."""
    return " ".join(text(value).split())


def day(value: Any) -> date:
    """Read an ISO date."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    written = text(value)
    if not DATE.fullmatch(written):
        raise refusal("F203", "a date, such as 2026-11-22", "write year-month-day, with two digits for month and day")
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise refusal("F203", "a day that exists, such as 2026-11-22", "check the month and the day") from None


def number(low: int, high: int, unit: str) -> Callable[[Any], int]:
    """Make a reader of whole numbers from `low` to `high`."""

    def read(value: Any) -> int:
        if isinstance(value, int):
            return value
        written = text(value)
        if not re.fullmatch(r"-?\d{1,9}", written) or not low <= int(written) <= high:
            raise refusal("F203", f"a whole number of {unit} from {low} to {high}", "write digits only")
        return int(written)

    return read


def coordinates(value: Any) -> tuple[float, float]:
    """Read latitude and longitude in degrees."""
    if not isinstance(value, list | tuple) or len(value) != 2:  # noqa: PLR2004  # a point on a map has two numbers
        raise refusal("F205", "latitude and longitude, such as [39.75895, -84.19161]")
    latitude, longitude = (_degrees(part, limit) for part, limit in zip(value, (90, 180), strict=True))
    return latitude, longitude


def _degrees(value: Any, limit: int) -> float:
    if isinstance(value, float):
        return value
    written = text(value)
    if not re.fullmatch(r"-?\d{1,3}(\.\d{1,10})?", written) or abs(float(written)) > limit:
        raise refusal("F203", f"numbers of degrees from -{limit} to {limit}, such as 40.71")
    return float(written)


def repository(value: Any) -> str:
    """Read the name of a GitHub repository."""
    written = text(value)
    if not re.fullmatch(r"[\w.-]+/[\w.-]+", written):
        raise refusal("F203", "a GitHub repository, such as owner/name", "write the owner, a slash and the name")
    return written


def yes_no(value: Any) -> bool:
    """Read yes or no."""
    if isinstance(value, bool):
        return value
    answer = YES.get(text(value).lower())
    if answer is None:
        raise refusal("F203", "yes or no")
    return answer


def web_address(value: Any) -> str:
    """Read a web address that is safe to follow."""
    written = text(value)
    if re.search(r"[\s<>\"\\]", written):
        raise refusal("F206", "a web address without blanks or quotes")
    try:
        parts = urlsplit(written)
    except ValueError:
        raise refusal("F206", "a web address, such as https://example.org/") from None
    if parts.scheme not in SAFE_SCHEMES or not parts.hostname:
        raise refusal("F206", "a whole web address, such as https://example.org/", "start with https://")
    return written


def email(value: Any) -> str:
    """Read an e-mail address."""
    written = text(value)
    if not EMAIL.fullmatch(written):
        raise refusal("F203", "an e-mail address, such as hello@example.org")
    return written


def phone(value: Any) -> str:
    """Read a telephone number as people write it."""
    written = text(value)
    if not PHONE.fullmatch(written):
        raise refusal("F203", 'a telephone number, such as "+1 202 555 0114"', "use digits, blanks and a + in front")
    return written


def colour(value: Any) -> str:
    """Read a colour with six hexadecimal digits."""
    written = text(value)
    if not COLOUR.fullmatch(written):
        raise refusal("F203", 'a colour in quotes, such as "#2f6f62"', "write # and six digits or letters a to f")
    return written.lower()


def time_zone(value: Any) -> str:
    """Read a name of the tz database."""
    written = text(value)
    zones = zone_names()
    if written not in zones or "/" not in written:
        hint = did_you_mean(written, (z for z in zones if "/" in z), "use a region, a slash and a city")
        raise refusal("F207", "a time zone, such as America/New_York", hint)
    return written


def language(value: Any) -> str:
    """Read a BCP 47 language code of the simple forms: `en`, `pt-BR`, `zh-Hant`."""
    written = text(value)
    if not LANGUAGE.fullmatch(written):
        tidied = _as_usual(written)
        hint = f'did you mean "{tidied}"?' if LANGUAGE.fullmatch(tidied) else ""
        raise refusal("F208", "a language code, such as en, es or pt-BR", hint)
    return written


def _as_usual(code: str) -> str:
    """Write a language code with the usual letters and signs: `zh-Hant-TW` (RFC 5646, 2.1.1)."""
    language_part, *others = re.split("[-_]", code)
    script_letters = 4
    tidied = (part.title() if len(part) == script_letters else part.upper() for part in others)
    return "-".join((language_part.lower(), *tidied))


def period(value: Any) -> str:
    """Read a stretch of time: `12 months`."""
    written = text(value)
    if not PERIOD.fullmatch(written):
        raise refusal("F203", "a time, such as 6 months or 2 years", "write a number, a blank, and days to years")
    return written


def slug(value: Any) -> str:
    """Read one part of an address."""
    written = text(value)
    if not is_slug(written):
        raise refusal("F206", "letters, digits and hyphens, such as better-sleep", "leave out slashes, dots and blanks")
    return written


def site_path(value: Any) -> str:
    """Read an old address of this site; given with a slash at both ends: `/old/page/`."""
    written = text(value)
    parts = written.strip("/").split("/")
    if not written.startswith("/") or not all(is_slug(part) for part in parts):
        raise refusal(
            "F206", "an old address of this site, such as /old/page/", "start with / and leave out the domain"
        )
    return f"/{'/'.join(parts)}/"


def choice(*words: str) -> Callable[[Any], str]:
    """Make a reader of one of a few words."""

    def read(value: Any) -> str:
        written = text(value)
        if written not in words:
            raise refusal("F204", f"one of {', '.join(words)}", did_you_mean(written, words))
        return written

    return read


def localised(value: Any) -> Localised:
    """Read a text, or a group of texts by language: `{en: Hello, es: Hola}`."""
    if isinstance(value, Localised):
        return value
    if isinstance(value, str):
        return Localised((("", text(value)),))
    if isinstance(value, dict) and value and all(isinstance(item, str) for item in value.values()):
        return Localised(tuple((language(key), text(item)) for key, item in value.items()))
    raise shape_refusal("a text, or texts by language as in {en: Hello, es: Hola}")


def _field(reader: Callable[[Any], Any], kind: str = "string", **schema: Any) -> Any:
    return (PlainValidator(reader), WithJsonSchema({"type": kind, **schema}))


LOCALISED_SCHEMA = {
    "anyOf": [
        {"type": "string"},
        {"type": "object", "additionalProperties": {"type": "string"}, "minProperties": 1},
    ]
}
TIME_ZONE_EXAMPLE = {"pattern": "/", "examples": ["America/New_York"]}

Text: TypeAlias = Annotated[str, *_field(text)]
Line: TypeAlias = Annotated[str, *_field(line_of_text)]
Texts: TypeAlias = Annotated[
    Localised,
    PlainValidator(localised),
    PlainSerializer(lambda t: t.as_written()),
    WithJsonSchema(LOCALISED_SCHEMA),
]
Day: TypeAlias = Annotated[
    date, *_field(day, format="date", pattern=DATE.pattern), PlainSerializer(date.isoformat, when_used="json")
]
Minutes: TypeAlias = Annotated[int, *_field(number(1, 1440, "minutes"), "integer", minimum=1, maximum=1440)]
Days: TypeAlias = Annotated[int, *_field(number(1, 3660, "days"), "integer", minimum=1, maximum=3660)]
Order: TypeAlias = Annotated[int, *_field(number(-9999, 9999, "places"), "integer")]
Coordinates: TypeAlias = Annotated[
    tuple[float, float],
    *_field(coordinates, "array", items={"type": "number"}, minItems=2, maxItems=2),
    PlainSerializer(list, return_type=list[float], when_used="json"),
]
Repository: TypeAlias = Annotated[str, *_field(repository, pattern="^[^/]+/[^/]+$")]
YesNo: TypeAlias = Annotated[bool, PlainValidator(yes_no), WithJsonSchema({"enum": ["yes", "no", True, False]})]
WebAddress: TypeAlias = Annotated[str, *_field(web_address, format="uri", pattern="^https?://")]
Email: TypeAlias = Annotated[str, *_field(email, format="email")]
Phone: TypeAlias = Annotated[str, *_field(phone)]
Colour: TypeAlias = Annotated[str, *_field(colour, pattern=f"^{COLOUR.pattern}$")]
TimeZone: TypeAlias = Annotated[str, *_field(time_zone, **TIME_ZONE_EXAMPLE)]
Language: TypeAlias = Annotated[str, *_field(language, pattern=f"^{LANGUAGE.pattern}$")]
Period: TypeAlias = Annotated[str, *_field(period, pattern=f"^{PERIOD.pattern}$")]
Slug: TypeAlias = Annotated[str, *_field(slug)]
SitePath: TypeAlias = Annotated[str, *_field(site_path, pattern="^/")]
Known: TypeAlias = Annotated[str, *_field(choice("yes", "no", "unknown"), enum=["yes", "no", "unknown"])]


def one_of(*words: str) -> Any:
    """Give the type of a field that takes one of a few words."""
    return Annotated[str, *_field(choice(*words), enum=list(words))]


def unknown_by_default(description: str) -> Any:
    """Declare a yes/no/unknown fact that is unknown until somebody says so."""
    return Field(default="unknown", description=description)
