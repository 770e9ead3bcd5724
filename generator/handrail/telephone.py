"""Pure: telephone numbers, as people write them, and as a telephone dials them (RFC 3966)."""

import re
from typing import NamedTuple
from urllib.parse import quote

DIALLED = re.compile(r"([^,;*#]+)(,[,\s]*[\d\s]+#)?(#?)")


class Dial(NamedTuple):
    """What to dial: a number as people write it, then pauses and the keys of the room, as in `,,5550100#`."""

    number: str
    room: str = ""

    @property
    def digits(self) -> str:
        """The number alone, with the + of a full international one."""
        plus = "+" if self.number.startswith("+") else ""
        return plus + re.sub(r"\D", "", self.number)

    @property
    def href(self) -> str:
        """The address that dials it, keys too: a # would end an address."""
        return f"tel:{self.digits}{quote(self.room, safe=',;*')}"

    @property
    def keys(self) -> str:
        """The keys as somebody presses them who dials by hand."""
        return ", ".join(part for part in re.split(r"[,;]+", self.room) if part)


def dial(written: str, code: str = "", *, shows_codes: bool = False) -> Dial:
    """Part a number from the keys behind it; nothing of them is left that could be a passcode, or holds `code`.

    Passcodes stand behind a `*`, a second `#`, or between a blank and a `#`.
    """
    match = DIALLED.match(written)
    if match is None:
        return Dial("")
    number, room, is_code = match.groups(default="")
    if shows_codes:
        return Dial(number.strip(), re.sub(r"\s", "", written[len(number) :]))
    if is_code and not number.endswith(" "):
        number = number.rpartition(" ")[0]
    room = re.sub(r"\s", "", room)
    return Dial(number.strip(), "" if code and code in room else room)


def hidden_keys(written: str, code: str = "") -> tuple[str, ...]:
    """Give the keys behind a number that `dial` leaves out."""
    shown = dial(written, code)
    rest = re.sub(r"\s", "", written).removeprefix(re.sub(r"\s", "", shown.number + shown.room))
    return tuple(re.findall(r"\d+", rest))


def digits(written: str) -> str:
    """Give a number's digits, with the + of a full international one; no keys that are pressed later."""
    return dial(written).digits


def telephone(written: str) -> str:
    """Give the address that dials a number; an extension behind a # is left for people to ask for."""
    return f"tel:{digits(written)}"


def unbroken(written: str) -> str:
    """Join the groups of a number by no-break spaces and hyphens, so that a line never ends within it."""
    return written.replace(" ", "\u00a0").replace("-", "\u2011")
