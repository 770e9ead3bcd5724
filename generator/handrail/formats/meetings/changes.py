"""What has changed about meetings since they were published first: a page, and an Atom feed to follow."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from markupsafe import escape

from ...edition import Edition
from ...history import Entry, What
from ...kinds.meeting import Times
from ...output import Output
from ...site import Section
from ...views import ChangeDayView, ChangeView, LinkView
from ...voice import Voice
from ...wording.changes import BEFORE, CHANGES, HAPPENED
from ...wording.meetings import HOW
from ..cards import section_title
from ..feed import Feed, FeedEntry, write_feed
from ..shell import Sheet, in_ascii, in_each_language, page_output, titled
from .rows import FINDER
from .words import rule_in_words

CHANGES_PAGE = "changes/"
FEED = "changes/feed.xml"
MOST_SHOWN = 100


def change_pages(edition: Edition, section: Section) -> Iterator[Output]:
    """Plan the page and the feed; none without a record to compare with."""
    history = edition.site.history
    if not history.is_kept:
        return
    voice = edition.voice(section.language)
    names = {meeting.id: voice.plain(meeting.record.name) for meeting in edition.site.meetings.all}
    entries = history.published.log[:MOST_SHOWN]
    changes = tuple((entry, _change(voice, entry, names.get(entry.slug))) for entry in entries)
    sheet = Sheet(
        "meeting-changes.html",
        voice.here(f"{FINDER}{CHANGES_PAGE}"),
        section.language,
        voice.text(CHANGES),
        section=section.kind.section,
        above=((section.url, section_title(edition, section)),),
        urls=in_each_language(edition, f"{FINDER}{CHANGES_PAGE}"),
    )
    days = tuple(
        ChangeDayView(voice.dated(day), tuple(change for _, change in found))
        for day, found in groupby(changes, key=lambda pair: pair[0].date)
    )
    yield page_output(edition, sheet, days=days, feed="feed.xml" if voice.base_url else None)
    if voice.base_url:
        yield _feed(edition, voice, changes)


def _change(voice: Voice, entry: Entry, name: str | None) -> ChangeView:
    """Give a change in words; `name` is what the meeting is called now, `None` when its page is gone."""
    before = words_before(voice, entry)
    return ChangeView(
        id=f"{entry.slug}-{entry.what}-{entry.date.isoformat()}",
        link=LinkView(voice.href(f"../{entry.slug}/", "") if name else "", name or entry.name),
        words=voice.text(HAPPENED[entry.what]),
        before=voice.text(BEFORE, words=before) if before else "",
    )


def words_before(voice: Voice, entry: Entry) -> str:
    """Say what held before a change; nothing for what is new."""
    if entry.times:
        return times_in_short(voice, entry.times)
    if entry.what == What.HOW and entry.words in HOW:
        return voice.text(HOW[entry.words])
    return entry.words or ""


def times_in_short(voice: Voice, times: Times) -> str:
    """Say days and start: `Every Tuesday, 7:00 PM`."""
    rule = rule_in_words(voice, times)
    return voice.beside(rule, voice.time(times.time)) if times.time and not times.by_appointment else rule


def _feed(edition: Edition, voice: Voice, changes: tuple[tuple[Entry, ChangeView], ...]) -> Output:
    base = voice.base_url or ""
    path = voice.here(f"{FINDER}{FEED}")
    home = in_ascii(base + voice.here(f"{FINDER}{CHANGES_PAGE}"))
    items = tuple(
        FeedEntry(
            in_ascii(f"{home}#{change.id}"),
            voice.with_more(change.words, change.link.label),
            change.before,
            f"<p>{escape(change.before or change.words)}</p>",
            entry.date,
        )
        for entry, change in changes
    )
    title = titled(voice.text(CHANGES), edition.site_view(voice.language, "").public_name)
    feed = Feed(in_ascii(base + path), home, title, voice.language, items)
    return Output(path, "feed", {"feed": feed}, voice.language, make=partial(write_feed, feed))
