"""How to join from elsewhere, as calendars and feeds say it: they are passed on, so no passcode goes with them."""

from urllib.parse import urlsplit

from ...conference import host_of, passcodes_in, service_of, without_passcode
from ...kinds.meeting import IN_PERSON, NO_CODE, Online
from ...meetings import LinkedMeeting
from ...texts import Localised
from ...voice import Voice
from ...wording import meetings as say
from ..shell import in_ascii
from .rows import FINDER


def online_of(meeting: LinkedMeeting) -> Online | None:
    """Give how to join; nothing for a meeting in person only."""
    return meeting.record.online if meeting.record.how != IN_PERSON else None


def page_of(voice: Voice, meeting: LinkedMeeting) -> str:
    """Give the whole address of a meeting's page; empty when the site's own is not known."""
    return in_ascii(f"{voice.base_url}{voice.here(f'{FINDER}{meeting.id}/')}") if voice.base_url else ""


def link_of(online: Online) -> str:
    """Give the address that opens the meeting, its host in lower case as readers want it; empty if there is none."""
    if not online.url:
        return ""
    parts = urlsplit(without_passcode(online.url))
    return in_ascii(parts._replace(netloc=parts.netloc.lower()).geturl())


def service_name(online: Online) -> str:
    """Name what the address opens; empty if there is none."""
    return (service_of(online.url) or host_of(online.url)) if online.url else ""


def passed_on(voice: Voice, meeting: LinkedMeeting, text: Localised | None) -> str:
    """Give a text as people wrote it; nothing if it repeats a passcode."""
    return without_codes(meeting, voice.plain(text)) if text else ""


def without_codes(meeting: LinkedMeeting, words: str) -> str:
    """Give words as they are; nothing if they repeat a passcode."""
    online = meeting.record.online
    return "" if online and any(code in words for code in _codes(online)) else words


def passcode_words(voice: Voice, online: Online) -> str:
    """Say how to get the passcode; nothing where none is needed."""
    if online.passcode == NO_CODE or not (online.passcode or _codes(online)):
        return ""
    return voice.text(say.PASSCODE_ON_PAGE if online.show_passcode and _codes(online) else say.PASSCODE_ASK)


def _codes(online: Online) -> tuple[str, ...]:
    in_url = passcodes_in(online.url) if online.url else ()
    return tuple(code for code in (online.code, *in_url) if code)
