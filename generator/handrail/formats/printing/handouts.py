"""What people take along: the wallet card, and the poster with strips to tear off."""

from collections.abc import Iterator
from datetime import date

from ...edition import Edition
from ...kinds.meeting import ONLINE
from ...meetings import LinkedMeeting, State
from ...output import Late
from ...telephone import unbroken
from ...views import PaperCardView, PaperPosterView, PosterRowView
from ...voice import Voice
from ...wording import meetings as said
from ...wording import printing as say
from ..meetings.words import rule_in_words
from .papers import CARD, POSTER, Printable, address_in_words, help_lines
from .qr import square_code

MOST_ON_A_CARD = 3
MOST_ON_A_POSTER = 10  # meetings that are named; of more it says how many


def handouts(edition: Edition, language: str) -> Iterator[Printable]:
    """Give the card of one language, which needs no meetings, and the poster, which does."""
    voice = edition.voice(language)
    title = voice.text(say.TITLES[CARD])
    card = Late(PaperCardView, help_lines(edition, language, MOST_ON_A_CARD))
    yield Printable(CARD, f"{CARD}/", title, title, card, has_pdf=False)
    if edition.site.meetings.listed:
        site = edition.site_view(language, "")
        meetings = tuple(meeting for meeting in edition.site.meetings.listed if is_regular(meeting, voice.today))
        poster = Late(poster_view, voice, meetings, site.tagline, edition.settings.contact.phone, site.email)
        yield Printable(POSTER, f"{POSTER}/", site.name, voice.text(say.TITLES[POSTER]), poster, meetings)


def is_regular(meeting: LinkedMeeting, today: date) -> bool:
    """Tell whether somebody who reads a poster could come on a usual day: neither on a break nor yet to begin."""
    schedule = meeting.schedule
    return meeting.state is State.ON and bool(schedule.days) and (schedule.starts is None or schedule.starts <= today)


def poster_view(
    voice: Voice, meetings: tuple[LinkedMeeting, ...], tagline: str, phone: str | None, email: str | None
) -> PaperPosterView:
    """Give the meetings in short, and the code of the site's address."""
    is_short = len(meetings) <= MOST_ON_A_POSTER
    return PaperPosterView(
        tagline=tagline,
        rows=tuple(poster_row(voice, meeting) for meeting in meetings) if is_short else (),
        total="" if is_short else voice.count(say.ONE_REGULAR, say.MANY_REGULAR, len(meetings)),
        code=square_code(f"{voice.base_url}{voice.here('')}") if voice.base_url else None,
        code_words=voice.text(say.SITE_CODE, address=address_in_words(voice, "")) if voice.base_url else "",
        phone=voice.number(unbroken(phone)) if phone else "",
        email=email or "",
    )


def poster_row(voice: Voice, meeting: LinkedMeeting) -> PosterRowView:
    """Give a meeting in short: when it is on usual days, and where."""
    time = voice.time(meeting.schedule.at)
    zone = f" ({voice.zone(meeting.zone)})" if meeting.zone != voice.site_zone else ""
    place = meeting.place if meeting.record.how != ONLINE else None
    return PosterRowView(
        when=f"{rule_in_words(voice, meeting.record)}, {time}{zone}",
        name=voice.say(meeting.record.name),
        where=voice.plain(place.name) if place else voice.text(said.HOW[meeting.record.how]),
    )
