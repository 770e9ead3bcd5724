"""Pure: the texts of a new hub that depend on the group: its site.yaml, its README and its workflow."""

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from .yaml_writing import flow, scalar

TOKEN = re.compile(r"@([a-z]+)@")
TAGLINES = {
    "en": "A peer-support group that keeps a chair open for you",
    "es": "Un grupo de apoyo mutuo que te guarda una silla",
    "fr": "Un groupe d’entraide où une chaise t’attend",
    "pt": "Um grupo de apoio mútuo onde há sempre uma cadeira livre",
    "de": "Eine Selbsthilfegruppe, in der ein Stuhl für dich frei bleibt",
    "ar": "مجموعة دعم أقران تحجز لك مقعدًا",
}
UNKNOWN_ZONE = "Etc/UTC    # not known yet: write a region, a slash and a city, such as America/New_York"
NO_REGIONS = "[]    # not known yet: without a region no help line is shown"


class HubFacts(NamedTuple):
    """What is known about a new hub: languages with the main one first, regions of its help lines and all there are."""

    name: str
    languages: tuple[str, ...]
    menu: tuple[str, ...] = ()
    timezone: str | None = None
    helplines: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    url: str | None = None
    repository: str | None = None


def tokens(facts: HubFacts, today: date, version: str) -> dict[str, str]:
    """Give what each @token@ of a starter file stands for."""
    return {
        "today": today.isoformat(),
        "bound": bound(version),
        "title": facts.name,
        "name": scalar(facts.name),
        "tagline": _tagline(facts.languages),
        "language": facts.languages[0],
        "languages": flow(facts.languages),
        "timezone": facts.timezone or UNKNOWN_ZONE,
        "helplines": flow(facts.helplines) if facts.helplines else NO_REGIONS,
        "regions": ", ".join(sorted(facts.regions)),
        "menu": flow(facts.menu),
        "url": _line("url", address(facts), "https://example.org/hub/"),
        "repository": _line("repository", facts.repository, "owner/name"),
    }


def filled(template: str, values: Mapping[str, str]) -> str:
    """Put values in the places of a template's tokens."""
    return TOKEN.sub(lambda match: values[match[1]], template)


def address(facts: HubFacts) -> str | None:
    """Give the site's address: the one named, else where GitHub Pages publishes the repository."""
    if facts.url or not facts.repository:
        return facts.url
    owner, _, name = facts.repository.lower().partition("/")
    own_page = name == f"{owner}.github.io"
    return f"https://{owner}.github.io/{'' if own_page else facts.repository.partition('/')[2] + '/'}"


def bound(version: str) -> str:
    """Give the versions that build a hub as this one does: `0.1.*`; from 1.0 on, all of one major version."""
    major, minor = version.split(".")[:2]
    return f"{major}.{minor}.*" if major == "0" else f"{major}.*"


def _tagline(languages: tuple[str, ...]) -> str:
    known = {language: TAGLINES[language] for language in languages if language in TAGLINES} or {"en": TAGLINES["en"]}
    if len(languages) == 1:
        return f"tagline: {next(iter(known.values()))}"
    return "\n".join(("tagline:", *(f"  {language}: {text}" for language, text in known.items())))


def _line(key: str, value: str | None, example: str) -> str:
    return f"{key}: {scalar(value)}" if value else f"# {key}: {example}"
