"""Pure: what readers of a language get in another, because nobody has translated it yet."""

from collections.abc import Iterator

from ..problems import Problem, Span
from ..translation import name_of
from ..views import EntryView
from .finished import Finished

MOST_NAMED = 8


def untranslated(finished: Finished) -> Iterator[Problem]:
    """List the pages that a language of the site lacks, a line for each language. Problems: C713."""
    lacking: dict[str, list[str]] = {}
    for output in finished.drawn.outputs.values():
        entry = output.view.get("entry")
        if isinstance(entry, EntryView) and entry.language:
            lacking.setdefault(output.language, []).append(output.source.removeprefix("content/"))
    for language, sources in lacking.items():
        count, named = len(sources), ", ".join(sorted(sources)[:MOST_NAMED])
        more = f" and {count - MOST_NAMED} more" if count > MOST_NAMED else ""
        pages = "1 page is" if count == 1 else f"{count} pages are"
        message = f"{pages} not translated into {name_of(language, 'en')} yet: {named}{more}"
        hint = f"a translation is a file beside the page, such as about.{language}.md; there is no hurry"
        if language == finished.drawn.settings.language:
            hint = "a translation is a file beside the page without the language in its name; there is no hurry"
        yield Problem("C713", Span("site.yaml"), message, hint)
