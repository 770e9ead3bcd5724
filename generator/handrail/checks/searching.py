"""Pure: find private values in the bytes of an output, in whatever way they are written there."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

from .private import PrivateValue, number_of

WORD = re.compile(r"\w+")
INLINE_TAG = re.compile(r"</?(?:a|b|bdi|bdo|code|em|i|mark|small|span|strong|u|wbr)\b[^>]*>", re.IGNORECASE)
TAG = re.compile(r"<[^>]*>")
JSON_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|([\"\\/]))")
CALENDAR_FOLD = re.compile(r"\r?\n[ \t]")  # RFC 5545 §3.1
CALENDAR_ESCAPE = re.compile(r"\\([,;\\])")
RUN_OF_DIGITS = re.compile(r"\d(?:[ ().\-/]{0,3}\d)*")
FEWEST_IN_A_RUN = 7
SURE_ANYWHERE = 8  # digits that no two numbers share by chance
SURE_IN_BYTES = 6  # characters that do not stand in a picture by chance
STYLE = re.compile(r"(<style\b[^>]*>.*?</style>)", re.IGNORECASE | re.DOTALL)
UNUSUAL = re.compile("[\u00ad\u200b\u2060\u2010\u2011\u2012\u2013\u2212\u2019]")
USUAL = {"\u00ad": "", "\u200b": "", "\u2060": "", "\u2019": "'"}  # all others are hyphens


class _Form(NamedTuple):
    """One way to write a private value: its words, the pattern that finds it whole, and whether case counts."""

    words: frozenset[str]
    pattern: re.Pattern[str]
    is_cased: bool
    data: bytes


class _Text(NamedTuple):
    """A file's text made comparable: as written and without case, its words, and all its numbers."""

    written: str
    folded: str
    words: frozenset[str]
    numbers: str


class Search:
    """Looks for values in files; made once, used for every file."""

    def __init__(self, values: Iterable[PrivateValue]) -> None:
        self.values = tuple(values)
        self._forms = tuple(tuple(_form(form) for form in value.forms) for value in self.values)
        self._numbers = tuple(number_of(value.forms[0]) for value in self.values)
        self._found_in_style = cache(self._found_in_text)  # most pages have the same style sheet in them

    def found_in(self, path: str, data: bytes) -> tuple[PrivateValue, ...]:
        """Give the values that stand in a file."""
        if not self.values:
            return ()
        try:
            text = data.decode()
        except UnicodeDecodeError:
            return tuple(self._found_in_bytes(data))
        pieces = STYLE.split(text)
        parts = [self._found_in_text("".join(pieces[::2]), path), *map(self._found_in_style, pieces[1::2])]
        return tuple(dict.fromkeys(value for part in parts for value in part))

    def _found_in_text(self, written: str, path: str = "") -> tuple[PrivateValue, ...]:
        text = _comparable(path, written)
        return tuple(self._standing_in(text))

    def _standing_in(self, text: _Text) -> Iterator[PrivateValue]:
        for value, forms, number in zip(self.values, self._forms, self._numbers, strict=True):
            if _is_dialled(number, text.numbers) if number else any(_stands_in(form, text) for form in forms):
                yield value

    def _found_in_bytes(self, data: bytes) -> Iterator[PrivateValue]:
        for value, forms in zip(self.values, self._forms, strict=True):
            if any(len(form.data) >= SURE_IN_BYTES and form.data in data for form in forms):
                yield value


def _form(value: str) -> _Form:
    plain = _plain(value).rstrip(".")
    before = r"(?<![\w.+-])" if "@" in plain else r"(?<!\w)"
    after = r"(?!\w|[.-]\w)" if "@" in plain else r"(?!\w)"
    # A first name can be a word of the language too, so there the capital letter counts.
    is_cased = plain.isalpha()
    wanted = plain if is_cased else plain.casefold()
    pattern = re.compile(f"{before}{re.escape(wanted)}{after}")
    return _Form(frozenset(WORD.findall(plain.casefold())), pattern, is_cased, value.encode())


def _stands_in(form: _Form, text: _Text) -> bool:
    # Comparing words first is what makes a hundred values in a thousand pages a matter of seconds.
    is_possible = bool(form.words) and form.words <= text.words
    return is_possible and bool(form.pattern.search(text.written if form.is_cased else text.folded))


def _is_dialled(number: str, numbers: str) -> bool:
    return number in numbers if len(number) >= SURE_ANYWHERE else f"|{number}|" in numbers


def _comparable(path: str, text: str) -> _Text:
    if path.endswith(".ics"):
        text = CALENDAR_ESCAPE.sub(r"\1", CALENDAR_FOLD.sub("", text))
    elif "\\" in text:
        text = JSON_ESCAPE.sub(_signs, text)
    # Twice, because a feed holds pages that are escaped once more.
    decoded = unquote(unescape(unescape(text)))
    seen = TAG.sub("\n", INLINE_TAG.sub("", decoded)) if "<" in decoded else ""
    written = f"{_plain(decoded)}\n{_plain(seen)}"
    folded = written.casefold()
    runs = (re.sub(r"\D", "", run) for run in RUN_OF_DIGITS.findall(written))
    numbers = "|".join(["", *(run for run in runs if len(run) >= FEWEST_IN_A_RUN), ""])
    return _Text(written, folded, frozenset(WORD.findall(folded)), numbers)


def _signs(match: re.Match[str]) -> str:
    return chr(int(match.group(1), 16)) if match.group(1) else match.group(2)


def _plain(text: str) -> str:
    """Give a text with one kind of blank, hyphen and apostrophe, and none that nobody sees."""
    usual = UNUSUAL.sub(lambda match: USUAL.get(match.group(), "-"), unicodedata.normalize("NFC", text))
    return " ".join(usual.split())
