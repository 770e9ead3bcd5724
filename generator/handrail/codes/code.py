"""What is said about a kind of problem once, wherever it occurs."""

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a problem matters, the gravest first: only errors keep a site from being written."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Code(NamedTuple):
    """An entry of the table of codes: stable, documented, shown by `handrail explain`."""

    code: str
    severity: Severity
    title: str
    why: str
    fix: str
    example: str
