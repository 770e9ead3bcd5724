"""I/O: the memo of decoded sources, by what they were decoded from. Losing it costs only time."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path

from .decoded import Row

LOCK_SECONDS = 2


def read_memo(file: Path) -> dict[str, Row]:
    """Give all remembered rows by key; nothing when the memo is missing, locked or damaged."""
    if not file.is_file():
        return {}
    try:
        with closing(sqlite3.connect(file, timeout=LOCK_SECONDS)) as memo:
            return {key: Row(facts, parts) for key, facts, parts in memo.execute("SELECT key, facts, parts FROM rows")}
    except sqlite3.Error:
        return {}


def write_memo(file: Path, new: Mapping[str, Row], gone: frozenset[str]) -> None:
    """Add rows and forget others. A damaged memo is started afresh; a locked one is left alone."""
    if not new and not gone:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        _write(file, new, gone)
    except sqlite3.OperationalError:
        return
    except sqlite3.DatabaseError:
        file.unlink(missing_ok=True)
        with suppress(sqlite3.Error):
            _write(file, new, gone)


def _write(file: Path, new: Mapping[str, Row], gone: frozenset[str]) -> None:
    with closing(sqlite3.connect(file, timeout=LOCK_SECONDS)) as memo, memo:
        memo.execute("CREATE TABLE IF NOT EXISTS rows (key TEXT PRIMARY KEY, facts TEXT, parts TEXT) WITHOUT ROWID")
        memo.executemany("DELETE FROM rows WHERE key = ?", ((key,) for key in gone))
        rows = ((key, row.facts, row.parts) for key, row in new.items())
        memo.executemany("INSERT OR REPLACE INTO rows VALUES (?, ?, ?)", rows)
