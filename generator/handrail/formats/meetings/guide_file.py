"""meetings.json, and what it could not say, for the people who keep the list."""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from ...digest import digest
from ...edition import Edition
from ...meetings import LinkedMeeting
from ...output import Output, Piece
from ...problems import Problem, Span
from ...voice import Voice
from .guide_feed import OVER, Entity, Shared, Slugs, is_told, slugs_of, told, unsaid
from .guide_places import Fields, area_of

FEED = "meetings.json"
MOST_NAMED = 5


def feed_file(edition: Edition) -> Iterator[Output]:
    """Plan the feed, in the main language; none when no meeting can be said in it."""
    voice = edition.voice(edition.main_language)
    pieces = feed_pieces(voice, edition.site.meetings.listed, entity_of(edition))
    if pieces:
        yield Output(FEED, "meeting feed", {"lines": [piece.key for piece in pieces]}, voice.language, "", feed, pieces)


def feed_pieces(voice: Voice, meetings: Sequence[LinkedMeeting], entity: Entity) -> tuple[Piece, ...]:
    """Give the feed in pieces, one for each meeting that the format can tell."""
    ids, shared = {meeting.id for meeting in meetings}, Shared(area_of(meetings), entity)
    parts = ((voice, m, slugs_of(voice, m, ids), shared) for m in meetings if is_told(voice, m))
    return tuple(Piece(digest(["feed", *part]), partial(_lines, *part)) for part in parts)


def feed(lines: Sequence[bytes]) -> bytes:
    """Put the feed together: one object for each weekday of a meeting, one line for each object."""
    return b"[\n" + b",\n".join(lines) + b"\n]\n"


def one_a_line(records: Iterable[Fields]) -> bytes:
    """Write records as JSON, each on a line of its own."""
    return ",\n".join(json.dumps(record, ensure_ascii=False) for record in records).encode()


def _lines(voice: Voice, meeting: LinkedMeeting, slugs: Slugs, shared: Shared) -> bytes:
    return one_a_line(told(voice, meeting, slugs, shared).records)


def entity_of(edition: Edition) -> Entity:
    """Give who answers for the list: the hub."""
    settings, voice = edition.settings, edition.voice(edition.main_language)
    return Entity(voice.plain(settings.name), settings.base_url or "", settings.contact.phone or "")


def has_feed(voice: Voice, meetings: tuple[LinkedMeeting, ...]) -> bool:
    """Tell whether some meeting can be said in the feed."""
    return any(is_told(voice, meeting) for meeting in meetings)


def feed_losses(edition: Edition) -> Iterator[Problem]:
    """Say what the feed could not, once for each reason. Problems: P607."""
    voice = edition.voice(edition.main_language)
    reasons: dict[tuple[str, bool], list[str]] = {}
    for loss in unsaid(voice, edition.site.meetings.listed):
        reasons.setdefault((loss.reason, loss.is_left_out), []).append(loss.slug)
    for (reason, is_left_out), slugs in reasons.items():
        if reason == OVER:
            continue  # S911 has said so
        named = ", ".join(f'"{slug}"' for slug in slugs[:MOST_NAMED])
        more = f" and {len(slugs) - MOST_NAMED} more" if len(slugs) > MOST_NAMED else ""
        does = "leaves out" if is_left_out else "does not say all of"
        message = f"{FEED}, which other finders read, {does} {named}{more}: {reason}"
        yield Problem("P607", Span("content/meetings"), message, "nothing need be done; the site itself says it all")
