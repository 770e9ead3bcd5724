"""Pure: lines that people read, without what may be private, even where nobody expected it."""

import re
from collections.abc import Iterable

from .cleaning.privacy import EMAIL, IN_LINK, PHONE

SHORTEST = 4  # characters of a secret; anything shorter stands in every other word
MOST_DIGITS = 6  # of a number that is no telephone's
HIDDEN = "…"


def longest_first(secrets: Iterable[str]) -> tuple[str, ...]:
    """Give the secrets that can be looked for, so that none hides a part of another."""
    return tuple(sorted((secret for secret in secrets if len(secret) >= SHORTEST), key=lambda s: (-len(s), s)))


def masked(line: str, secrets: Iterable[str]) -> str:
    """Hide secrets, passcodes in addresses, mail addresses and telephone numbers."""
    for secret in secrets:
        if secret in line:
            line = re.sub(rf"(?<!\w){re.escape(secret)}(?!\w)", HIDDEN, line)
    line = IN_LINK.sub(lambda match: f"{match[1]}{match[2]}{HIDDEN}", line)
    return PHONE.sub(_number, EMAIL.sub(HIDDEN, line))


def _number(match: re.Match[str]) -> str:
    return HIDDEN if len(re.sub(r"\D", "", match[0])) > MOST_DIGITS else match[0]
