"""Stable fingerprints of values: equal values, equal digest, in any process, on any machine.

This is what makes rebuilding right without tracking: an output's key is the digest of everything it is made from.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import date

HEX_LENGTH = 32


def digest_bytes(*parts: bytes) -> str:
    """Give the digest of byte strings; where one ends and the next begins counts."""
    state = hashlib.blake2b(digest_size=HEX_LENGTH // 2)
    for part in parts:
        state.update(len(part).to_bytes(8, "big"))
        state.update(part)
    return state.hexdigest()


class Digester:
    """Digests views: mappings of a few values, some of which thousands of views share.

    A shared value, such as the navigation, is known by its identity and walked once. Values must not change while
    the digester lives; it keeps them alive, so that an identity is never reused.
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, str]] = {}

    def digest(self, view: Mapping[str, object]) -> str:
        """Give the digest of a view; a value without a stable form raises `TypeError`, a bug shown early."""
        return _hash(_encode({name: self._of_value(value) for name, value in view.items()}))

    def _of_value(self, value: object) -> str:
        known = self._known.get(id(value))
        if known is None:
            known = (value, digest(value))
            self._known[id(value)] = known
        return known[1]


def digest(value: object) -> str:
    """Give the digest of one value: text, numbers, tuples, mappings, dates, bytes, and named tuples of these.

    A value that is put together late has a property `made_of`: all that decides what it will be.
    """
    return _hash(_encode(value))


def _hash(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=HEX_LENGTH // 2).hexdigest()


def _parts(value: object) -> object:
    """Give plain data that says all of a value that JSON does not know."""
    made_of: object = getattr(value, "made_of", None)  # of a value that is put together late
    if made_of is not None:
        return made_of
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return digest_bytes(value)
    raise TypeError(f"{type(value).__name__} has no stable digest")


# One fixed form of JSON is the stable text that is hashed, because Python writes it in C.
_encode = json.JSONEncoder(
    default=_parts, ensure_ascii=True, check_circular=False, sort_keys=True, separators=(",", ":")
).encode
