"""Bytes become text: UTF-8, with plain line ends, without anything invisible."""

import re

from .problems import Outcome, Problem, Span
from .sources import Source

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffe\uffff]")


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
    control = CONTROL.search(text)
    if control is None:
        return Outcome(text)
    line = text.count("\n", 0, control.start()) + 1
    column = control.start() - text.rfind("\n", 0, control.start())
    message = f"there is an invisible control character (U+{ord(control.group()):04X}) in the text"
    problem = Problem("Y108", Span(source.path, line, column, column + 1), message, "delete it, or type the line again")
    return Outcome(None, (problem,))
