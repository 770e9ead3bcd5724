"""The page that says what the way out does and does not hide, in every language; a group can add words of its own."""

from collections.abc import Iterator

from ..addresses import SAFETY, in_language
from ..edition import Edition
from ..output import Output
from ..paths import root_from
from ..site import LinkedBody, Page
from ..views import SafetyView
from ..wording import SAFETY as SAFETY_TITLE
from ..wording import SAFETY_NEUTRAL
from .offline import copy_view, keeper
from .shell import Sheet, hidden_in, in_each_language, page_output

OWN_WORDS = "safety"  # the id of content/safety.md
EMPTY = LinkedBody()


def safety_pages(edition: Edition) -> Iterator[Output]:
    """Plan the safety page in every language, the group's own words first."""
    for language in edition.site.languages:
        url = in_language(SAFETY, language, edition.main_language)
        own = own_words(edition, language)
        sheet = Sheet(
            "safety.html",
            url,
            language,
            own.header.title if own else edition.voice(language).text(SAFETY_TITLE),
            description=(own.header.summary or "") if own else "",
            section="safety",
            urls=in_each_language(edition, SAFETY),
            hidden_in=hidden_in(edition, OWN_WORDS),
            is_hidden=bool(own and own.header.noindex),
            source=own.source if own else "",
            neutral=edition.voice(language).text(SAFETY_NEUTRAL),
            script=keeper(edition),
        )
        root = root_from(url)
        view = SafetyView(edition.html(own.body if own else EMPTY, root), copy_view(edition, language, root))
        yield page_output(edition, sheet, safety=view)


def own_words(edition: Edition, language: str) -> Page | None:
    """Give the page in which a group adds to what the safety page says."""
    twins = edition.site.translations.get(OWN_WORDS, ())
    return next((page for page in twins if page.language == language), None)
