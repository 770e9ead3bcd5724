"""Pure: the bytes of a file become JSON, a table or the lines of a calendar, as much of them as is whole."""

import csv
import io
import json
import re
from collections.abc import Iterator

from ..load import MAX_TEXT_BYTES
from ..scaffold.refusal import Refusal
from .guarding import unguarded
from .losses import DROPPED, REPAIRED, Account
from .raw import Material, Row, Table

MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
COMMA_BEFORE_END = re.compile(r'("(?:\\.|[^"\\])*")|,(?=\s*[\]}])', re.DOTALL)
BETWEEN_ITEMS = re.compile(r"[\s,]*")
SEPARATORS = ",;\t"
UNREADABLE = "is not JSON that can be read"


def open_bytes(data: bytes) -> Material | Refusal:
    """Tell which of the three forms a file has, and open it."""
    account = Account()
    text = _text(data, account).replace("\x00", "")
    start = text.lstrip()[:200]
    if not start:
        return Refusal("this file is empty", "save it again from where it comes")
    if start.startswith("<"):
        hint = "the address may ask for a login; open it in a browser and save what it shows there"
        return Refusal("this file is a web page, not meeting data", hint)
    if start.upper().startswith("BEGIN:VCALENDAR"):
        lines = tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
        return Material(lines=lines, losses=tuple(account.losses))
    if start[0] in "[{":
        return _json(text, account)
    return _table(text, account)


def _text(data: bytes, account: Account) -> str:
    """Read letters as UTF-8, which they nearly always are, else as Windows wrote them in western languages."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace").removeprefix("\ufeff")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        account.say(REPAIRED, "letters", "are not UTF-8 and are read as those of Windows (cp1252)")
        return data.decode("cp1252", errors="replace")


def _json(text: str, account: Account) -> Material | Refusal:
    text = text.lstrip()
    try:
        value, end = json.JSONDecoder().raw_decode(text)
    except RecursionError:
        return Refusal(f"this file {UNREADABLE}: it is nested too deeply", "save it again from where it comes")
    except ValueError as error:
        return _mended(text, error, account)
    return _with_rest(value, text[end:], account)


def _with_rest(value: object, rest: str, account: Account) -> Material:
    if rest.strip():
        said = f"{len(rest.strip())} characters stand behind the data and are not JSON"
        account.say(DROPPED, "the end of the file", said)
    return Material(value=value, losses=tuple(account.losses))


def _mended(text: str, error: ValueError, account: Account) -> Material | Refusal:
    """Read JSON with commas too many, or as many whole records of a list as there are."""
    fewer = COMMA_BEFORE_END.sub(lambda match: match[1] or "", text)
    try:
        value, end = json.JSONDecoder().raw_decode(fewer)
    except (ValueError, RecursionError):
        whole = list(_whole_items(text)) if text.startswith("[") else []
    else:
        account.say(REPAIRED, "the file", "had a comma behind the last item of a list")
        return _with_rest(value, fewer[end:], account)
    line = getattr(error, "lineno", 0)
    place = f" on line {line}" if line else ""
    if not whole:
        return Refusal(f"this file {UNREADABLE}; it breaks off{place}", "save it again from where it comes")
    said = f"it breaks off{place}; the {len(whole)} records before that are read, anything behind is not"
    account.say(DROPPED, "the end of the file", said)
    return Material(value=whole, losses=tuple(account.losses))


def _whole_items(text: str) -> Iterator[object]:
    """Give the items of a list up to the first that cannot be read."""
    decoder = json.JSONDecoder()
    at = 1
    while match := BETWEEN_ITEMS.match(text, at):
        try:
            item, at = decoder.raw_decode(text, match.end())
        except (ValueError, RecursionError):
            return
        yield item


def _table(text: str, account: Account) -> Material | Refusal:
    first = text.lstrip("\r\n").split("\n", 1)[0]
    separator = max(SEPARATORS, key=first.count)
    csv.field_size_limit(MAX_TEXT_BYTES)  # the usual one is shorter than what an export may hold
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    lines: list[tuple[int, list[str]]] = []
    try:
        before = 0
        for cells in reader:
            lines.append((before + 1, cells))
            before = reader.line_num
    except csv.Error as error:
        return Refusal(f"this table cannot be read: {error} (line {reader.line_num})", "save it again as CSV")
    filled = [(line, cells) for line, cells in lines if any(cell.strip() for cell in cells)]
    titles, rows = filled[0][1] if filled else [], filled[1:]
    if not rows or not titles[1:]:
        return Refusal("this file is no JSON, no calendar and no table with a row of data", "save it again as CSV")
    empty = len(lines) - len(filled)
    if empty:
        account.say(DROPPED, "rows", f"{empty} of them hold nothing")
    headers = _headers(titles)
    table = Table(tuple(titles), headers, tuple(_row(headers, line, cells) for line, cells in rows))
    return Material(table=table, losses=tuple(account.losses))


def _headers(titles: list[str]) -> tuple[str, ...]:
    """Give each column a name of its own: lower case, words joined by `_`."""
    names: list[str] = []
    for number, title in enumerate(titles, 1):
        wanted = "_".join(re.findall(r"[^\W_]+", title.lower())) or f"column_{number}"
        name, count = wanted, 1
        while name in names:
            count += 1
            name = f"{wanted}_{count}"
        names.append(name)
    return tuple(names)


def _row(headers: tuple[str, ...], line: int, cells: list[str]) -> Row:
    extra = sum(1 for cell in cells[len(headers) :] if cell.strip())
    return Row(line, {name: unguarded(cell.strip()) for name, cell in zip(headers, cells, strict=False)}, extra)
