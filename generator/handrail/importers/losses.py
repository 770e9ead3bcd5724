"""What an import says about each value that did not reach the hub as it was: the lines of the loss report."""

from enum import StrEnum
from typing import NamedTuple


class What(StrEnum):
    """What became of a value, the most important first."""

    DROPPED = "dropped"
    DRAFT = "draft"
    LOOK = "look"
    GUESSED = "guessed"
    CHANGED = "changed"
    REPAIRED = "repaired"
    KEPT = "kept"


DROPPED, DRAFT, LOOK, GUESSED, CHANGED, REPAIRED, KEPT = What


class Loss(NamedTuple):
    """One thing said about one field of one record; `record` is empty for the whole file.

    `value` is shown, so a private one never stands there. Losses that are `together` are counted once per file.
    """

    record: str
    what: What
    field: str
    said: str
    value: str = ""
    together: bool = False


class Account:
    """What is said about one record while it is tidied, and the texts that no report may repeat."""

    def __init__(self, record: str = "") -> None:
        self.record = record
        self.losses: list[Loss] = []
        self.secrets: set[str] = set()

    def say(self, what: What, field: str, said: str, value: str = "") -> None:
        """Say something about a field; `value` may be shown to anybody."""
        self.losses.append(Loss(self.record, what, field, said, " ".join(value.split())))

    def count(self, what: What, field: str, said: str) -> None:
        """Say something that is the same in many records."""
        self.losses.append(Loss(self.record, what, field, said, together=True))
