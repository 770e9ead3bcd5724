"""The nearest known word to one that is not known: the kindest line in most messages."""

from collections.abc import Iterable
from difflib import get_close_matches

SHORT = 4


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the known word most like this one, ignoring case; `None` when nothing is near."""
    by_fold = {candidate.casefold(): candidate for candidate in known}
    # Three letters in common are much of a long word; of a short one they may be chance, as in date and draft.
    cutoff = 0.75 if len(word) <= SHORT else 0.6
    matches = get_close_matches(word.casefold(), by_fold, n=1, cutoff=cutoff)
    return by_fold[matches[0]] if matches else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """Give a hint that names the nearest known word, or `otherwise` when nothing is near."""
    match = nearest(word, known)
    return f'did you mean "{match}"?' if match else otherwise


def listed(words: Iterable[str], last: str = "or") -> str:
    """Join words as a sentence does: `a, b or c`."""
    *rest, final = list(words) or [""]
    return f"{', '.join(rest)} {last} {final}" if rest else final
