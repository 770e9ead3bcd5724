"""Pure: pages that stand in for translations which nobody has written yet, and where they stand."""

from collections.abc import Collection, Sequence

from .addresses import in_language, url_of
from .kinds import KINDS
from .kinds.header import Header
from .model import Entry
from .settings import SiteSettings

SECTIONS = tuple(kind.section for kind in KINDS if kind.section)
FRAMED = frozenset({"index", "safety", *(f"{section}/index" for section in SECTIONS)})


def stand_ins(shown: Sequence[Entry], settings: SiteSettings, taken: Collection[str]) -> dict[str, dict[str, str]]:
    """Give for each language the addresses of pages that it lacks, by their sources.

    The main language's page stands in, else that of the first language that has one. What is `FRAMED` has a page in
    every language anyhow. An address that a page or a redirect has already `taken` stays theirs.
    """
    languages = settings.all_languages
    old = (url.lstrip("/") for e in shown if isinstance(e.record, Header) for url in e.record.redirects)
    lists = (in_language(f"{name}/", language, settings.language) for name in SECTIONS for language in languages)
    used = {*taken, *old, *lists}
    by_id: dict[str, dict[str, Entry]] = {}
    for entry in shown:
        by_id.setdefault(entry.id, {})[entry.language] = entry
    found: dict[str, dict[str, str]] = {language: {} for language in languages}
    for identity, twins in by_id.items():
        if identity in FRAMED:
            continue
        original = next(twins[language] for language in languages if language in twins)
        for language in languages:
            there = original._replace(language=language)
            url = url_of(there, settings.language, is_discreet=settings.safety.is_discreet)
            if language not in twins and url not in used:
                found[language][original.source] = url
    return found
