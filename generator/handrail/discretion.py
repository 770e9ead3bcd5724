"""Pure: what a discreet site is called where others may read along: in tabs, the history, previews and feeds."""

from collections.abc import Iterator

from .decode import Configuration
from .problems import Problem
from .settings import SiteSettings
from .telling import telling_words


def public_name(settings: SiteSettings, language: str) -> str:
    """Give the site's name for tabs and previews; on a discreet site one that does not tell the topic, or none."""
    name = settings.name.in_language(language, settings.language).text
    if not settings.safety.is_discreet:
        return name
    short = settings.safety.short_name
    name = short.in_language(language, settings.language).text if short else name
    return "" if telling_words(name) else name


def discretion_problems(configuration: Configuration) -> Iterator[Problem]:
    """Find a discreet site without a name that it could show. Problems: V105."""
    settings = configuration.values
    if not settings.safety.is_discreet:
        return
    short = settings.safety.short_name
    place = configuration.place("safety", "short_name") if short else configuration.place("name")
    for text in dict((short or settings.name).by_language).values():
        if words := telling_words(text):
            message = f'the name "{text}" tells the topic ("{words[0]}"), so tabs and previews show no name at all'
            yield Problem("V105", place, message, "add short_name under safety, such as the name of your town")
            return
