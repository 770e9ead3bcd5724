"""Everything that is made to be printed: sheets below `print/`, as pages and as accessible PDF files."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from ...addresses import PRINT
from ...edition import Edition
from ...output import Output
from ...problems import Problem, Span
from ...views import LinkView, PrintablesView, PrintableView
from ...wording import printing as say
from ..shell import Sheet, in_each_language, page_output
from .doors import door_url, doors, noticed_places
from .guide import guide, has_guide
from .handouts import handouts
from .lists import FORMS, lists, parts_of
from .papers import CARD, GUIDE, POSTER, Printable, above, paper_of, publisher_of, sheet_outputs
from .pdf import missing_letter, sheet_data

__all__ = ["print_losses", "print_pages", "printable_links"]

MOST_NAMED = 3


def print_pages(edition: Edition) -> Iterator[Output]:
    """Plan all sheets in every language, and the list of them."""
    lacking = lacking_letters(edition)
    for language in edition.site.languages:
        about = publisher_of(edition, language)
        yield _index(edition, language)
        for printable in _printables(edition, language):
            has_file = lacking.get((language, printable.url)) == ""
            yield from sheet_outputs(edition, language, printable, about, has_file=has_file)


def print_losses(edition: Edition) -> Iterator[Problem]:
    """Say which sheets come without a PDF file because typst's fonts lack their letters. Problems: P608."""
    without: dict[tuple[str, str], list[str]] = {}
    for (language, url), letter in lacking_letters(edition).items():
        if letter:
            without.setdefault((language, letter), []).append(edition.voice(language).here(f"{PRINT}{url}"))
    for (_, letter), urls in without.items():
        named = ", ".join(urls[:MOST_NAMED]) + (" and others" if len(urls) > MOST_NAMED else "")
        message = f'no PDF file is made of {named}: the fonts for PDF have no letter for "{letter}"'
        yield Problem("P608", Span("content"), message, "print the page itself, which shows every letter")


@lru_cache(maxsize=1)  # the sheets and what is said of them ask the same of one edition
def lacking_letters(edition: Edition) -> Mapping[tuple[str, str], str]:
    """Give the sheets that can come as files, by language and address, with a letter that no font has, or nothing."""
    found = {}
    for language in edition.site.languages if edition.options.typst else ():
        voice = edition.voice(language)
        about = publisher_of(edition, language)
        for printable in _printables(edition, language):
            if printable.has_pdf:
                paper = paper_of(voice, printable, about, None)
                data = sheet_data(voice, printable.heading, paper, printable.content)
                found[language, printable.url] = missing_letter(data, voice)
    return found


def _printables(edition: Edition, language: str) -> Iterator[Printable]:
    """Give all sheets of a language."""
    yield from lists(edition, language)
    yield from doors(edition, language)
    yield from handouts(edition, language)
    yield from guide(edition, language)


def printable_links(edition: Edition, language: str, root: str) -> Iterator[LinkView]:
    """Give the ways to the sheets from a page at `root`, the list of all first; notices stand with their places."""
    voice = edition.voice(language)
    yield LinkView(voice.href(voice.here(PRINT), root), voice.text(say.TO_PRINT))
    for form in _forms(edition, language):
        yield LinkView(voice.href(voice.here(f"{PRINT}{form}/"), root), voice.text(say.TITLES[form]))


def _forms(edition: Edition, language: str) -> tuple[str, ...]:
    """Give the forms of which there is one sheet for all."""
    parts = parts_of(edition.voice(language), edition.site.meetings.listed)
    by_hand = (CARD, GUIDE) if has_guide(edition) else (CARD,)
    if not edition.site.meetings.listed:
        return by_hand
    return (*FORMS, *by_hand, POSTER) if len(parts) == 1 else (*by_hand, POSTER)


def _index(edition: Edition, language: str) -> Output:
    voice = edition.voice(language)
    url = voice.here(PRINT)
    sheets = []
    for form in _forms(edition, language):
        link = LinkView(voice.href(f"{form}/", ""), voice.text(say.TITLES[form]))
        sheets.append(PrintableView(link, voice.text(say.PURPOSES[form])))
    parts = [part for part in parts_of(voice, edition.site.meetings.listed) if part.url]
    view = PrintablesView(
        sheets=tuple(sheets),
        parts=tuple(
            LinkView(voice.href(f"{form}/{part.url}", ""), f"{part.title}: {voice.text(say.TITLES[form])}")
            for part in parts
            for form in FORMS
        ),
        doors=tuple(
            LinkView(voice.href(door_url(place), ""), voice.plain(place.name)) for place in noticed_places(edition)
        ),
    )
    sheet = Sheet(
        "print.html",
        url,
        language,
        voice.text(say.TO_PRINT),
        section="meetings",
        above=above(edition, language)[:-1],
        urls=in_each_language(edition, PRINT),
        is_hidden=True,
    )
    return page_output(edition, sheet, printables=view)
