"""Pure: pieces that several outputs are put together from are made once, and remembered from build to build."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from .decoded import Row
from .digest import digest_bytes
from .output import Output, Piece
from .parallel import map_parallel

WORTH_A_PROCESS = 500  # pieces; below, starting a process costs more than it saves


class Made(NamedTuple):
    """Finished pieces by their keys, and what to remember of those that were made now."""

    pieces: Mapping[str, bytes]
    new_rows: Mapping[str, Row]


def memo_keys(outputs: Iterable[Output], engine: str) -> frozenset[str]:
    """Give the keys under which the pieces of outputs are remembered."""
    return frozenset(_memo_key(piece, engine) for piece in _pieces(outputs))


def make_pieces(outputs: Iterable[Output], memo: Mapping[str, Row], engine: str, jobs: int) -> Made:
    """Give all pieces of some outputs, those that `memo` knows from there."""
    pieces = _pieces(outputs)
    keys = [_memo_key(piece, engine) for piece in pieces]
    new = [(piece, key) for piece, key in zip(pieces, keys, strict=True) if key not in memo]
    made = map_parallel(_make, [piece for piece, _ in new], jobs if len(new) > WORTH_A_PROCESS else 1)
    new_rows = {key: Row(data.decode(), "") for (_, key), data in zip(new, made, strict=True)}
    rows = {**memo, **new_rows}
    return Made({piece.key: rows[key].facts.encode() for piece, key in zip(pieces, keys, strict=True)}, new_rows)


def _pieces(outputs: Iterable[Output]) -> list[Piece]:
    return list({piece.key: piece for output in outputs for piece in output.pieces}.values())


def _memo_key(piece: Piece, engine: str) -> str:
    return digest_bytes(b"piece", engine.encode(), piece.key.encode())


def _make(piece: Piece) -> bytes:
    return piece.make()
