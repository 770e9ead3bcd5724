"""What all sheets share: the page around one, its PDF, and the words at its foot."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import NamedTuple

from ...addresses import PRINT
from ...edition import Edition
from ...kinds.meeting import IN_PERSON
from ...kinds.meeting import ONLINE as ONLINE_ONLY
from ...meetings import LinkedMeeting, State
from ...output import Late, Output
from ...views import LinkView, PaperLineView, PaperView
from ...voice import Voice
from ...wording import printing as say
from ..cards import section_title
from ..meetings.rows import FINDER
from ..meetings.words import from_data
from ..shell import Sheet, in_each_language, page_output
from .pdf import pdf_output

LIST, POCKET, LARGE, CARD, GUIDE = "list", "pocket", "large", "card", "guide"
DOOR, POSTER = "door", "poster"
MOST_LINES = 5
HANGS_FOR = 60  # days: how long people go by a sheet of paper, so what is different until then stands on it
ON_A_DOOR = 21  # days: a notice that can be read from the street has no room for more
TEMPLATES = {LIST: "list", POCKET: "list", LARGE: "list", CARD: "card", GUIDE: "guide", DOOR: "door", POSTER: "poster"}


class Printable(NamedTuple):
    """A sheet to be: its form, its address below `print/`, its heading, what is on it, and the meetings it speaks of.

    `title` is what a tab shows; `has_pdf` tells that it comes as a file too, where one can be made.
    """

    form: str
    url: str
    heading: str
    title: str
    content: Late
    meetings: tuple[LinkedMeeting, ...] = ()
    has_pdf: bool = True


class Publisher(NamedTuple):
    """What sheets say of the whole site: whose they are, and what there is besides.

    `owner` is empty on a discreet site; `finder` tells that the site has a page of all meetings.
    """

    owner: str
    finder: bool
    total: int
    has_ended: bool
    has_more_lines: bool


def publisher_of(edition: Edition, language: str) -> Publisher:
    """Give what the sheets of one language say of the site."""
    meetings = edition.site.meetings
    return Publisher(
        owner="" if edition.is_discreet else edition.site_view(language, "").name,
        finder=bool(meetings.listed),
        total=len(meetings.listed),
        has_ended=any(meeting.state is State.OVER for meeting in meetings.all),
        has_more_lines=sum(len(edition.site.lines[region]) for region in edition.site.near) > MOST_LINES,
    )


def sheet_outputs(
    edition: Edition, language: str, printable: Printable, about: Publisher, *, has_file: bool
) -> Iterator[Output]:
    """Plan a sheet: a page, and the same as a PDF."""
    voice = edition.voice(language)
    url = f"{PRINT}{printable.url}"
    file = f"{printable.form}.pdf" if has_file else None
    paper = paper_of(voice, printable, about, file)
    sheet = Sheet(
        f"print-{TEMPLATES[printable.form]}.html",
        voice.here(url),
        language,
        printable.heading,
        title=printable.title,
        section="meetings",
        above=above(edition, language),
        urls=in_each_language(edition, url),
        is_hidden=True,
    )
    yield page_output(edition, sheet, **{"paper": paper, TEMPLATES[printable.form]: printable.content})
    if file:
        yield pdf_output(voice, f"{voice.here(url)}{file}", printable.heading, paper, printable.content)


def paper_of(voice: Voice, printable: Printable, about: Publisher, file: str | None) -> Late:
    """Give what stands around a sheet; `file` is its PDF."""
    return Late(paper_view, voice, printable.form, printable.title, printable.meetings, about, file)


def above(edition: Edition, language: str) -> tuple[tuple[str, str], ...]:
    """Give the pages between home and a sheet."""
    voice = edition.voice(language)
    sections = (s for s in edition.site.sections[language] if s.kind.name == "meeting")
    own = tuple((section.url, section_title(edition, section)) for section in sections)
    return (*own, (voice.here(PRINT), voice.text(say.TO_PRINT)))


def help_lines(edition: Edition, language: str, most: int = MOST_LINES) -> tuple[PaperLineView, ...]:
    """Give the lines that one can call or text, the most urgent first."""
    lines = [line for region in edition.site.near for line in edition.site.lines[region]]
    voice = edition.voice(language)
    found = (PaperLineView(voice.say(line.record.name), edition.actions(line, language)) for line in lines)
    return tuple(line for line in found if line.actions)[:most]


def paper_view(
    voice: Voice, form: str, title: str, meetings: tuple[LinkedMeeting, ...], about: Publisher, file: str | None
) -> PaperView:
    """Give what stands around a sheet, and at its foot."""
    address = address_in_words(voice, "")
    current = address_in_words(voice, FINDER) if about.finder and form != CARD else address
    things = left_out(voice, form, meetings, about)
    return PaperView(
        form=form,
        title=title,
        how=voice.text(say.HOW[form]),
        pdf=LinkView(file, voice.text(say.PDF)) if file else None,
        owner=about.owner,
        address=address,
        made=voice.dated(voice.today),
        from_data=from_data(voice),
        confirmed=confirmed(voice, meetings),
        left_out=voice.text(say.LEFT_OUT, things=voice.listed(things)) if things else "",
        current=voice.text(say.CURRENT, address=current) if current else "",
    )


def address_in_words(voice: Voice, url: str) -> str:
    """Give an address as people say it, without the signs that browsers add; empty when the site's is not known."""
    return f"{voice.base_url.split('://', 1)[1]}{voice.here(url)}".rstrip("/") if voice.base_url else ""


def confirmed(voice: Voice, meetings: Sequence[LinkedMeeting]) -> str:
    """Say when meetings were last confirmed, and of how many nobody has said."""
    days = sorted(meeting.record.verified for meeting in meetings if meeting.record.verified)
    words = []
    if days and days[0] == days[-1]:
        words.append(voice.text(say.CONFIRMED, date=voice.date(days[0])))
    elif days:
        words.append(voice.text(say.CONFIRMED_BETWEEN, first=voice.date(days[0]), last=voice.date(days[-1])))
    if len(days) < len(meetings):
        words.append(voice.count(say.ONE_UNCONFIRMED, say.SOME_UNCONFIRMED, len(meetings) - len(days)))
    return " ".join(words)


def left_out(voice: Voice, form: str, meetings: Sequence[LinkedMeeting], about: Publisher) -> list[str]:
    """Name what a sheet of these meetings does not say, though the site does."""
    later = voice.date(voice.today + timedelta(days=ON_A_DOOR if form == DOOR else HANGS_FOR))
    places = [meeting.place for meeting in meetings if meeting.place and meeting.record.how != ONLINE_ONLY]
    is_list = form in (LIST, POCKET, LARGE)
    is_meetings = is_list or form in (DOOR, POSTER)
    things = {
        say.NO_LINKS: is_meetings and any(m.record.online and m.record.how != IN_PERSON for m in meetings),
        say.NO_HOMES: is_list and any(place.private_venue for place in places),
        say.NO_NOTES: (is_list or form == DOOR) and any(m.record.notes for m in meetings),
        say.NO_DIRECTIONS: form in (LIST, POCKET) and any(place.directions for place in places),
        say.NO_LATER: (is_list or form == DOOR) and any(m.schedule.changes for m in meetings),
        say.NO_DATES: form == POSTER and bool(meetings),
        say.NO_OTHERS: form == DOOR and len(meetings) < about.total,
        say.NO_ENDED: is_list and about.has_ended,
        say.NO_LINES: (is_list or form == CARD) and about.has_more_lines,
    }
    return [
        voice.text(words, date=later) if words == say.NO_LATER else voice.text(words)
        for words, is_so in things.items()
        if is_so
    ]
