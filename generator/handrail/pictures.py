"""Pictures beside pages: which files are pictures, what is known of them, and the widths they are published in."""

from .model import Picture
from .problems import Outcome, Problem, Span
from .sources import Source

ENDINGS = {".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg"}
WIDTHS = (480, 960, 1600)


def widths_for(picture: Picture) -> tuple[int, ...]:
    """Give the widths a photo is published in, smallest first, the last its own or the largest useful one."""
    largest = min(picture.width, WIDTHS[-1])
    return (*(width for width in WIDTHS if width < largest), largest)


def unusable(source: Source, message: str, hint: str = "save it again as JPEG, PNG or WebP") -> Outcome[Picture | None]:
    """Refuse a picture. Problems: M304."""
    return Outcome(None, (Problem("M304", Span(source.path), message, hint),))
