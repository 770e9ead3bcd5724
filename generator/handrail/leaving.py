"""Pure: the way out of the site: where it leads, what it is called, and what can be wrong with it."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from markupsafe import Markup

from .decode import Configuration
from .problems import Problem
from .settings import SiteSettings
from .views import ExitView, TextView
from .voice import Voice
from .wording import LEAVE

EXIT_SCRIPT = "leave.js"

# Pages that anybody may have open, that show nothing personal, and that need no consent first: each country's weather.
EXITS = {
    "US": "https://www.weather.gov/",
    "UK": "https://www.metoffice.gov.uk/",
    "IE": "https://www.met.ie/",
    "CA": "https://weather.gc.ca/",
    "AU": "https://www.bom.gov.au/",
    "NZ": "https://www.metservice.com/",
    "FR": "https://meteofrance.com/",
    "ES": "https://www.aemet.es/",
    "DE": "https://www.dwd.de/",
    "PT": "https://www.ipma.pt/",
    "NL": "https://www.knmi.nl/",
    "CH": "https://www.meteoswiss.admin.ch/",
}
ANYWHERE = "https://worldweather.wmo.int/"
KNOWN_HOSTS = frozenset(urlsplit(url).hostname for url in (*EXITS.values(), ANYWHERE)) | {
    "www.bbc.co.uk",
    "www.wikipedia.org",
}


def exit_url(settings: SiteSettings) -> str:
    """Give where the way out leads: what the group chose, else the weather of its first region."""
    regions = (region.split("-")[0].upper() for region in settings.helplines)
    return settings.safety.exit_url or next((EXITS[region] for region in regions if region in EXITS), ANYWHERE)


def exit_view(settings: SiteSettings, voice: Voice, script: Markup) -> ExitView | None:
    """Give the way out, `None` when the group wants none."""
    safety = settings.safety
    if not safety.quick_exit:
        return None
    url = exit_url(settings)
    label = voice.say(safety.exit_label) if safety.exit_label else TextView(voice.text(LEAVE))
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return ExitView(url, label, host, safety.has_keys, safety.guards_back, script)


def exit_problems(configuration: Configuration) -> Iterator[Problem]:
    """Find what would give a visitor away who leaves. Problems: V101 to V104."""
    settings = configuration.values
    chosen = settings.safety.exit_url
    if not chosen or not settings.safety.quick_exit:
        return
    place = configuration.place("safety", "exit_url")
    parts = urlsplit(chosen)
    if parts.scheme != "https":
        hint = f'write "https{chosen.removeprefix("http")}"'
        yield Problem("V101", place, "the way out leads to an address that others on the line can read", hint)
    if settings.url and parts.hostname == urlsplit(settings.url).hostname:
        message = f"the way out leads to {parts.hostname}, where this site itself lives"
        yield Problem("V102", place, message, f"choose another site, such as {ANYWHERE}")
    elif parts.hostname not in KNOWN_HOSTS and not settings.safety.exit_confirmed:
        message = f"nobody has said yet that {parts.hostname} is a safe way out"
        hint = "open it on a device you have never used; if it shows nothing personal, add exit_confirmed: yes"
        yield Problem("V104", place, message, hint)
    if parts.query or parts.fragment:
        extra = chosen[chosen.index("?" if parts.query else "#") :]
        message = f'the way out carries "{extra}", which can tell that site where its visitor comes from'
        yield Problem("V103", place, message, f'write "{chosen.removesuffix(extra)}"')
