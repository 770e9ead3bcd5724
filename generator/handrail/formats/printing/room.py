"""How much room words take on a page of the pocket guide, guessed with care: for the widest letters in use.

Widths are those of an n in DejaVu Sans, 0.63 of the letters' size; few browsers have a wider font. Heights are lines of
plain text. A page is 58 by 93 mm inside, which is the smaller of A4 and Letter each way. Tests print what fits here.
"""

from collections.abc import Iterable
from typing import NamedTuple
from unicodedata import east_asian_width

NARROW = frozenset(" fijlrtI.,:;'’!()|-/·")
BROAD = frozenset("mwMWшщжюмфыШЩЖЮМФЫ@%—…")
GAP = 0.3  # between the items of a list
BREAK = 0.65  # below a title
APART = 0.45  # beside words that stand by themselves


class Room(NamedTuple):
    """A page in letters of one size: how broad its lines are, in plain, bold and title letters, and how many it has.

    `title_line` is the height of a line of the title.
    """

    plain: float
    bold: float
    title: float
    lines: float
    title_line: float

    def titled(self, title: str) -> float:
        """Give the height of a title."""
        return lines(title, self.title) * self.title_line + BREAK

    def apart(self, text: str) -> float:
        """Give the height of words that stand by themselves; none without words."""
        return lines(text, self.plain) + APART if text else 0


LARGE = Room(plain=21, bold=20, title=17, lines=18, title_line=1.1)  # 11 points
SMALL = Room(plain=26, bold=25, title=17, lines=22, title_line=1.3)  # 9 points


def lines(text: str, room: float) -> int:
    """Give how many lines a text takes; words that are longer than one are broken."""
    count, used = 0, room
    for word in text.split(" "):
        width = sum(map(_width, word))
        if used + _width(" ") + width <= room:
            used += _width(" ") + width
            continue
        broken = max(1, -int(-width // room)) if text else 0
        count, used = count + broken, width - (broken - 1) * room
    return count


def _width(sign: str) -> float:
    if sign in NARROW:
        return 0.65
    if sign in BROAD or east_asian_width(sign) in "WF":
        return 1.6
    return 1.2 if sign.isupper() else 1


def how_many_fit(items: Iterable[float], room: float, rest: float = 0) -> int:
    """Give how many items of a list fit by their heights, whole and in their order.

    `rest` is the height of the words that say that there are more, which stand there only if there are.
    """
    heights = [height + GAP for height in items]
    if sum(heights) <= room:
        return len(heights)
    return next((count for count in range(len(heights), 0, -1) if sum(heights[:count]) <= room - rest), 0)
