"""Pure: where each page of a site lives."""

from .kinds.header import Header
from .model import Entry

RIGHT_NOW = "right-now/"
HELP = "help/"
SAFETY = "safety/"
DISPLAY = "display/"
OFFLINE = "offline/"
FORGET = "forget/"
MAP = "map/"
SEARCH = "search/"
PRINT = "print/"
ROTA = "rota/"


def rota_anchor(meeting: str) -> str:
    """Give the anchor of a meeting on the page of the rota, which no heading that somebody writes can have."""
    return f"hr-at-{meeting}"


def in_language(url: str, language: str, main_language: str) -> str:
    """Put a site-relative address into its language's part of the site."""
    return url if language == main_language else f"{language}/{url}"


def url_of(entry: Entry, main_language: str, *, is_discreet: bool) -> str:
    """Give a page's site-relative address: `resources/sleep/`, `es/`, `""` for home."""
    parts = entry.id.split("/")
    if parts[-1] == "index":
        parts.pop()
    record = entry.record
    if isinstance(record, Header) and parts:
        parts[-1] = (is_discreet and record.slug_discreet) or record.slug or parts[-1]
    url = "".join(f"{part}/" for part in parts)
    return in_language(url, entry.language, main_language)


def record_url(entry: Entry, language: str, main_language: str) -> str:
    """Give the address of a record's page: `places/library/`."""
    return in_language(f"{entry.id}/", language, main_language)
