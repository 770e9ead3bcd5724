"""meetings.json, and what it could not say, for the people who keep the list."""

from collections.abc import Iterator
from functools import partial

from ...edition import Edition
from ...meetings import LinkedMeeting
from ...output import Output
from ...problems import Problem, Span
from ...voice import Voice
from .guide_feed import OVER, Entity, feed, unsaid

FEED = "meetings.json"
MOST_NAMED = 5


def feed_file(edition: Edition) -> Iterator[Output]:
    """Plan the feed, in the main language; none when no meeting can be said in it."""
    voice = edition.voice(edition.main_language)
    meetings = edition.site.meetings.listed
    if not has_feed(voice, meetings):
        return
    entity = entity_of(edition)
    view = {"voice": voice, "meetings": meetings, "entity": entity}
    yield Output(FEED, "meeting feed", view, voice.language, make=partial(feed, voice, meetings, entity))


def entity_of(edition: Edition) -> Entity:
    """Give who answers for the list: the hub."""
    settings, voice = edition.settings, edition.voice(edition.main_language)
    return Entity(voice.plain(settings.name), settings.base_url or "", settings.contact.phone or "")


def has_feed(voice: Voice, meetings: tuple[LinkedMeeting, ...]) -> bool:
    """Tell whether some meeting can be said in the feed."""
    left_out = {loss.slug for loss in unsaid(voice, meetings) if loss.is_left_out}
    return len(left_out) < len(meetings)


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
