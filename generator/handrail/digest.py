"""Stable fingerprints of values: equal values, equal digest, in any process, on any machine.

This is what makes rebuilding right without tracking: an output's key is the digest of everything it is made from.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import lru_cache

from markupsafe import Markup

HEX_LENGTH = 32


def digest_bytes(*parts: bytes) -> str:
    """Give the digest of byte strings; where one ends and the next begins counts."""
    state = hashlib.blake2b(digest_size=HEX_LENGTH // 2)
    for part in parts:
        state.update(len(part).to_bytes(8, "big"))
        state.update(part)
    return state.hexdigest()


class Digester:
    """Digests values, remembering shared ones by identity for as long as it lives.

    A navigation that a thousand views share is walked once. Values must not change while the digester lives;
    it keeps them alive, so that an identity is never reused.
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, bytes]] = {}

    def digest(self, value: object) -> str:
        """Give the digest of a value; a type without a stable form raises `TypeError`, a bug shown early."""
        return hashlib.blake2b(self._encode(value), digest_size=HEX_LENGTH // 2).hexdigest()

    def _encode(self, value: object) -> bytes:
        plain = _encode_plain(value)
        if plain is not None:
            return plain
        known = self._known.get(id(value))
        if known is not None:
            return known[1]
        inner = b"".join(self._parts(value))
        short = b"#" + hashlib.blake2b(inner, digest_size=HEX_LENGTH // 2).digest()
        self._known[id(value)] = (value, short)
        return short

    def _parts(self, value: object) -> list[bytes]:
        if is_dataclass(value) and not isinstance(value, type):
            kind = type(value)
            encode = self._encode
            return [
                kind.__qualname__.encode(),
                *(encode(getattr(value, name)) for name in _field_names(kind)),
            ]
        if isinstance(value, tuple):
            return [b"(%d" % len(value), *map(self._encode, value)]
        if isinstance(value, Mapping):
            items = sorted((self._encode(key), self._encode(item)) for key, item in value.items())
            return [b"{%d" % len(items), *(half for item in items for half in item)]
        raise TypeError(f"{type(value).__name__} has no stable digest")


def _encode_plain(value: object) -> bytes | None:
    """Encode a value without parts: its type, its length, its text; `None` for values that have parts."""
    encoded = None
    if isinstance(value, Enum):
        encoded = f"e{type(value).__qualname__}.{value.name};".encode()
    elif isinstance(value, str):
        data = value.encode()
        encoded = (b"m%d:" if isinstance(value, Markup) else b"s%d:") % len(data) + data
    elif value is None or isinstance(value, bool):
        encoded = b"=" + repr(value).encode()
    elif isinstance(value, int | float):
        encoded = f"n{value!r};".encode()
    elif isinstance(value, bytes):
        encoded = b"b" + digest_bytes(value).encode()
    elif isinstance(value, date):
        encoded = f"d{value.isoformat()};".encode()
    return encoded


@lru_cache(maxsize=256)
def _field_names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
