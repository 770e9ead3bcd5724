"""Interface texts in the page's language: gettext catalogues, plurals, and dates as people write them."""

import gettext
import io
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from babel import Locale, UnknownLocaleError
from babel.dates import (
    format_date,
    format_skeleton,
    format_time,
    get_timezone_name,
    match_skeleton,
    tokenize_pattern,
    untokenize_pattern,
)
from babel.lists import format_list
from babel.messages.pofile import PoFileError, read_po
from markupsafe import Markup, escape

from .problems import Outcome, Problem, Span
from .sources import Source

SOURCE_LANGUAGE = "en"
COMMA, WITH_MORE = ", ", "%(what)s: %(more)s"
ENGLISH_PLURAL = "n != 1"
WHOLE_DAY = "MMMMEEEEd"
SHORT_NAME, LONG_NAME = 3, 4  # letters that ask for `Nov` and `November` in a pattern
VALUE = re.compile(r"%\(\w+\)s")
PERCENT = re.compile(r"%%|%\(\w+\)s|(%\(?\w*\)?\w?)")  # the group holds what would break the text when it is filled
QUOTED = re.compile(r"'[^']*'")
PARTS = {"day": "d", "month": "M", "year": "y"}  # letters of date patterns
MOST_TO_TRY = 200  # every plural category of whole numbers below a million shows up before that
PO_LINE = re.compile(r'#.*|(?:msg\w+(?:\[\d+\])?\s+)?"(?:[^"\\]|\\.)*"')


class Catalogue(NamedTuple):
    """Translations into one language: each English text with its forms (one, or one for each plural form)."""

    language: str
    messages: Mapping[str, tuple[str, ...]] = {}
    plural: str = ENGLISH_PLURAL

    def over(self, other: "Catalogue") -> "Catalogue":
        """Give a catalogue with the texts of both, ours where both have one."""
        return Catalogue(self.language, MappingProxyType({**other.messages, **self.messages}), self.plural)


def read_catalogue(source: Source, language: str) -> Outcome[Catalogue]:
    """Read a PO file (GNU gettext); texts marked fuzzy or left empty count as missing. Problems: T510."""
    for number, line in enumerate(source.data.decode("utf-8", errors="replace").splitlines(), 1):
        if line.strip() and not PO_LINE.fullmatch(line.strip()):
            return _unreadable(source, language, number, "a quote is missing on this line, or it is no translation")
    try:
        catalogue = read_po(io.BytesIO(source.data), locale=None, abort_invalid=True, charset="utf-8")
        plural = catalogue.plural_expr if catalogue.num_plurals > 1 else "0"
        gettext.c2py(plural)
    except PoFileError as error:
        return _unreadable(source, language, getattr(error, "lineno", 0), str(error))
    except (ValueError, UnicodeDecodeError, UnknownLocaleError, LookupError) as error:
        return _unreadable(source, language, 0, str(error))
    messages: dict[str, tuple[str, ...]] = {}
    problems = []
    for message in catalogue:
        said = message.string if isinstance(message.string, tuple | list) else (message.string,)
        forms = tuple(form or "" for form in said)
        if not message.id or not all(forms) or message.fuzzy:
            continue
        ids = tuple(message.id) if isinstance(message.id, tuple | list) else (message.id,)
        mistake = _misuse_of_values(ids, forms)
        if mistake:
            problems.append(Problem("T510", Span(source.path, message.lineno or 0), *mistake))
        else:
            messages[ids[0]] = forms
    return Outcome(Catalogue(language, MappingProxyType(messages), plural), tuple(problems))


def _misuse_of_values(ids: tuple[str, ...], forms: tuple[str, ...]) -> tuple[str, str] | None:
    """Give message and hint for a translation into which the English text's values could not be put."""
    values = {value for text in ids for value in VALUE.findall(text)}
    strange = {value for form in forms for value in VALUE.findall(form)} - values
    if strange:
        what = f"the translation has the value {min(strange)}, which its English text does not have"
        return what, "use the values as they are"
    left = [sign for form in forms for sign in PERCENT.findall(form) if sign]
    if left and (values or len(ids) > 1):
        return (
            f'"{left[0]}" in the translation is no value',
            "use the values as they are, and write %% for a percent sign",
        )
    return None


def _unreadable(source: Source, language: str, line: int, said: str) -> Outcome[Catalogue]:
    message = f"this translation file cannot be read: {said.lower()}"
    problem = Problem("T510", Span(source.path, line), message, "open it in a translation editor such as Poedit")
    return Outcome(Catalogue(language), (problem,))


class Translator:
    """Says texts in one language; what has no translation stays English.

    Values are put in by name, `%(name)s`, and escaped, so that the result is safe HTML.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self.language = catalogue.language
        self._messages = catalogue.messages
        self._form = _plural_rule(catalogue.plural)

    def gettext(self, message: str, /, **values: object) -> Markup:
        """Translate a text for a template."""
        translated = self._messages.get(message, (message,))[0]
        return _filled(translated, values) if values else _as_it_is(translated)

    def ngettext(self, one: str, many: str, number: int, /, **values: object) -> Markup:
        """Translate a text with a count, given to it as `num`."""
        return _filled(self._plural(one, many, number), {"num": number, **values})

    def text(self, message: str, **values: object) -> str:
        """Translate a text for Python: plain, not HTML."""
        translated = self._messages.get(message, (message,))[0]
        return translated % values if values else translated

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """Translate a text with a count for Python: plain, not HTML."""
        return self._plural(one, many, number) % {"num": number, **values}

    def beside(self, *words: str) -> str:
        """Put words side by side, those that are empty left out: `Every Tuesday, 7:00 PM`."""
        return self.text(COMMA).join(filter(None, words))

    def with_more(self, what: str, more: str) -> str:
        """Put what tells more behind words: `Not on Tue, Dec 22: The hall is closed`."""
        return self.text(WITH_MORE, what=what, more=more)

    def day(self, day: date) -> str:
        """Write a date with its weekday and without its year, the names short where a language shortens them."""
        return _day(day, self.language)

    def day_in_full(self, day: date) -> str:
        """Write a date with its weekday and without its year, the names in full, as browsers do."""
        return format_date(day, format=_day_pattern(self.language), locale=_locale(self.language))

    def date(self, day: date) -> str:
        """Write a date in full, as people of the language do."""
        return format_date(day, format="long", locale=_locale(self.language))

    def weekday(self, number: int, width: str = "wide") -> str:
        """Name a day of the week, 0 for Monday, as it stands alone; `abbreviated` where there is little room."""
        return str(_locale(self.language).days["stand-alone"][width][number])

    def month(self, number: int) -> str:
        """Name a month, 1 for January, as it stands alone."""
        return str(_locale(self.language).months["stand-alone"]["wide"][number])

    def date_parts(self) -> tuple[str, ...]:
        """Give day, month and year in the order in which people write a date in full."""
        pattern = str(_locale(self.language).date_formats["long"].pattern)
        letters = QUOTED.sub("", pattern).replace("L", "M")
        return tuple(sorted(PARTS, key=lambda part: letters.find(PARTS[part])))

    def time(self, at: time) -> str:
        """Write a time of day, with no-break spaces."""
        return _time(at, self.language)

    def zone(self, name: str) -> str:
        """Name a time zone: `Eastern Time`."""
        return _zone(name, self.language)

    def listed(self, words: Sequence[str]) -> str:
        """Join words as a sentence does: `a, b and c`."""
        return format_list(list(words), locale=_locale(self.language))

    def forms(self, one: str, many: str) -> dict[str, str]:
        """Give a text with a count, with % for it, by CLDR's plural categories, which are those of browsers."""
        category = _locale(self.language).plural_form
        numbers = {category(number): number for number in range(MOST_TO_TRY, -1, -1)}
        return {name: self._plural(one, many, number) % {"num": "%"} for name, number in sorted(numbers.items())}

    def _plural(self, one: str, many: str, number: int) -> str:
        forms = self._messages.get(one)
        if forms is None:
            return one if number == 1 else many
        return forms[min(self._form(number), len(forms) - 1)]


def direction_of(language: str) -> str:
    """Give `rtl` for languages written from right to left, else `ltr`."""
    return "rtl" if _locale(language).character_order == "right-to-left" else "ltr"


def name_of(language: str, in_language: str | None = None) -> str:
    """Give a language's name in another, or in itself, as people write it at the start of a line."""
    name = _locale(language).get_display_name(_locale(in_language or language)) or language
    return name[:1].upper() + name[1:]


def country_of(code: str, in_language: str) -> str | None:
    """Give a country's name in a language; `None` for codes that are no country."""
    return _locale(in_language).territories.get(code)


def is_known(language: str) -> bool:
    """Tell whether there are dates and names for a language."""
    try:
        Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


@lru_cache(maxsize=64)
def _locale(language: str) -> Locale:
    return Locale.parse(language, sep="-")


@lru_cache(maxsize=2000)
def _time(at: time, language: str) -> str:
    return format_time(at, format="short", locale=_locale(language)).replace(" ", "\u00a0").replace("\u202f", "\u00a0")


@lru_cache(maxsize=4000)
def _day(day: date, language: str) -> str:
    return format_skeleton(WHOLE_DAY, day, locale=_locale(language))


@lru_cache(maxsize=64)
def _day_pattern(language: str) -> str:
    """Give a language's pattern with its short names made long (UTS 35, part 4, 2.6.2.2), which babel does not do."""
    patterns = _locale(language).datetime_skeletons
    nearest = patterns[match_skeleton(WHOLE_DAY, patterns) or WHOLE_DAY].pattern
    return untokenize_pattern([(kind, _in_full(value)) for kind, value in tokenize_pattern(nearest)])


def _in_full(part: str | tuple[str, int]) -> str | tuple[str, int]:
    if isinstance(part, str):
        return part
    letter, width = part
    is_name = letter in "Ec" or (letter in "ML" and width >= SHORT_NAME)
    return (letter, LONG_NAME) if is_name else part


@lru_cache(maxsize=200)
def _zone(name: str, language: str) -> str:
    return get_timezone_name(name, width="long", locale=_locale(language))


@lru_cache(maxsize=1000)
def _as_it_is(message: str) -> Markup:
    return Markup(escape(message))  # noqa: S704  # it was escaped


def _filled(message: str, values: Mapping[str, object]) -> Markup:
    safe = {name: escape(value) for name, value in values.items()}
    return Markup(escape(message) % safe)  # noqa: S704  # every part was escaped


@lru_cache(maxsize=32)
def _plural_rule(expression: str) -> Callable[[int], int]:
    return gettext.c2py(expression)
