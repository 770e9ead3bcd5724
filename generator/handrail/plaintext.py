"""Bytes become text: UTF-8, with plain line ends, without anything invisible."""

import re

from .problems import Outcome, Problem, Span
from .sources import Source

# Control characters but tab and line ends (C1's own line end is harmless), halves of letters, what XML forbids.
HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


def text_of(source: Source) -> Outcome[str | None]:
    """Give a source's text, without a byte order mark; `None` when it cannot be read. Problems: Y105, Y108."""
    try:
        text = source.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = source.data[: error.start].count(b"\n") + 1
        hint = 'save the file again with the encoding "UTF-8"'
        message = "this line holds letters that are not UTF-8"
        return Outcome(None, (Problem("Y105", Span(source.path, line), message, hint),))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    hidden = hidden_character(source.path, text)
    return Outcome(None, (hidden,)) if hidden else Outcome(text)


def hidden_character(path: str, text: str, first_line: int = 1) -> Problem | None:
    """Give the problem of the first character that nobody can see. Problems: Y108."""
    found = HIDDEN.search(text)
    if found is None:
        return None
    line = text.count("\n", 0, found.start()) + first_line
    column = found.start() - text.rfind("\n", 0, found.start())
    message = f"there is an invisible control character (U+{ord(found.group()):04X}) in the text"
    return Problem("Y108", Span(path, line, column, column + 1), message, "delete it, or type the line again")
