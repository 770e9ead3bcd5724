"""Why nothing was written: what `handrail new` says instead of overwriting or guessing."""

from typing import NamedTuple


class Refusal(NamedTuple):
    """What is in the way, and what to do about it; both in plain words."""

    message: str
    hint: str
