"""Services for meetings online, known by their hosts (meetings.md, 1.3), and addresses without their passcodes."""

from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

SERVICES = {
    "bluejeans.com": "BlueJeans",
    "discord.gg": "Discord",
    "freeconference.com": "FreeConference",
    "freeconferencecall.com": "FreeConferenceCall",
    "goto.com": "GoTo",
    "gotomeet.me": "GoTo Meeting",
    "gotomeeting.com": "GoTo Meeting",
    "horizon.meta.com": "Meta Horizon",
    "maps.secondlife.com": "Second Life",
    "meet.google.com": "Google Meet",
    "meet.jit.si": "Jitsi Meet",
    "meetings.dialpad.com": "Dialpad",
    "signal.group": "Signal",
    "skype.com": "Skype",
    "slurl.com": "Second Life",
    "teams.live.com": "Microsoft Teams",
    "teams.microsoft.com": "Microsoft Teams",
    "vrchat.com": "VRChat",
    "webex.com": "Webex",
    "zoho.com": "Zoho Meeting",
    "zoom.us": "Zoom",
}
PASSCODES = frozenset(("pwd", "password", "passcode", "p", "tk"))  # p is that of Teams, tk that of Zoom


@lru_cache(maxsize=20_000)  # page, list, calendar and feed of a meeting all ask
def service_of(url: str) -> str | None:
    """Name the service an address opens; `None` for one that no list of meetings knows."""
    host = (urlsplit(url).hostname or "").lower()
    return next((name for end, name in SERVICES.items() if host == end or host.endswith(f".{end}")), None)


def host_of(url: str) -> str:
    """Give the host of an address, as people read it."""
    return (urlsplit(url).hostname or url).removeprefix("www.")


def passcodes_in(url: str) -> tuple[str, ...]:
    """Give the codes by which an address lets people in."""
    return tuple(value for name, value in parse_qsl(urlsplit(url).query) if name.lower() in PASSCODES)


def without_passcode(url: str) -> str:
    """Leave out of an address the code that lets people in; an address without one stays as it is."""
    if not passcodes_in(url):
        return url
    parts = urlsplit(url)
    kept = [(name, value) for name, value in parse_qsl(parts.query) if name.lower() not in PASSCODES]
    return urlunsplit(parts._replace(query=urlencode(kept)))
