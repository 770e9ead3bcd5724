"""What can be found: a script file per language that holds all pages in columns, and how much of each it can hold.

It stays small enough to be loaded by a phone on a poor line (visitors.md §7: 50 kB for 500 pages as they travel).
Title and address stand whole, and a line; of the rest only words that title and line lack, first those of headings,
topics and needs, then those of the text that tell a page from others, as many as there is room for.
The browser indexes them itself, which takes 0.3 s for 500 pages at a sixth of a desktop's speed (measured on
2026-11-23). The form in which MiniSearch keeps an index would be as large again: 48 kB beside these 45 kB.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from html import unescape
from math import log
from typing import NamedTuple

from ...meetings import LinkedMeeting
from ...views import Html
from ...voice import Voice
from ...wording.searching import MEETING
from ..meetings.rows import FINDER, day_names, day_title, facts

NAME = "handrailIndex"  # what the script file sets
ROOM = 230  # bytes for a page on average, a tenth of a kilobyte as it travels
FEWEST_PAGES = 500  # a smaller hub has room for as much, up to
MOST_WORDS = 700  # bytes of words for a page
LONGEST_LINE = 150  # characters
FEWEST_TO_RANK = 20  # pages; among fewer, a word on most of them may still be what somebody looks for
WORD = re.compile(r"[^\W_]{3,30}")
TAG = re.compile(r'<(?:[^>"]|"[^"]*")*+>')


class Document(NamedTuple):
    """Something that can be found: its kind in words, title, site-relative address, and a line about it.

    `language` is set where it is not that of the index; `words` are headings, topics and needs, `text` its body.
    """

    title: str
    href: str
    kind: str = ""
    line: str = ""
    language: str = ""
    words: tuple[str, ...] = ()
    text: Html = Html("", "", ())


def index_script(voice: Voice, documents: Sequence[Document], meetings: Sequence[LinkedMeeting]) -> str:
    """Give the script that sets the index of one language: columns of equal length, kinds numbered."""
    rows = [*documents, *(_meeting(voice, meeting) for meeting in meetings)]
    kinds = list(dict.fromkeys(row.kind for row in rows))
    lines = [_cut(row.line) for row in rows]
    more, text = _words(rows, lines)
    columns = {
        "kinds": kinds,
        "kind": [kinds.index(row.kind) for row in rows],
        "title": [row.title for row in rows],
        "href": [row.href for row in rows],
        "line": lines,
        "lang": {number: row.language for number, row in enumerate(rows) if row.language},
        "more": more,
        "text": text,
    }
    return f"self.{NAME}={json.dumps(columns, ensure_ascii=False, separators=(',', ':'))}\n"


def _meeting(voice: Voice, meeting: LinkedMeeting) -> Document:
    """Give a meeting with its days, its place and what kind it is."""
    record = meeting.record
    days = voice.listed([day_title(voice, name) for name in day_names(meeting)])
    when = f"{days}, {voice.time(record.time)}" if record.time and not record.by_appointment else days
    href = voice.href(voice.here(f"{FINDER}{meeting.id}/"), "")
    return Document(voice.plain(record.name), href, voice.text(MEETING), " · ".join((when, *facts(voice, meeting))))


def _cut(line: str) -> str:
    """Shorten a line at a blank."""
    if len(line) <= LONGEST_LINE:
        return line
    return f"{line[:LONGEST_LINE].rpartition(' ')[0].rstrip(' ,;:·–')} …"


def _words(rows: Sequence[Document], lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """Give the words of each document that its title and line lack: of its headings, and of its text."""
    counts = [Counter(_in(unescape(TAG.sub(" ", str(row.text))))) for row in rows]
    spread = Counter(word for count in counts for word in count)
    room = _room(rows, lines, sum(1 for count in counts if count))
    more, text = [], []
    for row, line, count in zip(rows, lines, counts, strict=True):
        told = set(_in(f"{row.title} {line}"))
        head = _fitting((word for word in dict.fromkeys(_in(" ".join(row.words))) if word not in told), room)
        weights = {w: _weight(count[w], spread[w], len(rows)) for w in count.keys() - told - set(head)}
        ranked = (word for _, word in sorted((-weight, word) for word, weight in weights.items()))
        more.append(" ".join(head))
        text.append(" ".join(sorted(_fitting(ranked, room - len(more[-1].encode())))))
    return more, text


def _room(rows: Sequence[Document], lines: Sequence[str], with_text: int) -> int:
    """Give how many bytes of words a document may have, when those with text share what the others leave."""
    used = sum(len(f"{row.title}{row.href}{line}".encode()) for row, line in zip(rows, lines, strict=True))
    return min(MOST_WORDS, max(0, ROOM * max(FEWEST_PAGES, len(rows)) - used) // max(1, with_text))


def _in(text: str) -> Iterable[str]:
    return WORD.findall(text.casefold())


def _weight(times: int, pages: int, of: int) -> float:
    """Tell how well a word tells a page from others: often here, seldom elsewhere."""
    return round((1 + log(times)) * log((1 + max(of, FEWEST_TO_RANK)) / pages), 6)


def _fitting(words: Iterable[str], room: int) -> list[str]:
    """Give the first words that fit into some bytes."""
    kept = []
    for word in words:
        room -= len(word.encode()) + 1
        if room < 0:
            break
        kept.append(word)
    return kept
