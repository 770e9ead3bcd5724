"""Searching on the visitor's own device: a page per language, its index, and the library that reads it."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from markupsafe import Markup

from ...addresses import SEARCH, in_language
from ...digest import digest, digest_bytes
from ...edition import Edition, asset_path
from ...output import Output
from ...paths import root_from
from ...views import LinkView, SearchView
from ...wording import RIGHT_NOW
from ...wording import SEARCH as SEARCH_TITLE
from ..cards import section_title
from ..shell import Sheet, in_each_language, page_output
from .documents import documents
from .first import distress_data, first_views
from .index import index_script

LIBRARY = "vendor/minisearch/minisearch.js"
SCRIPT = "search.js"
LOADER = "hr-search"  # the policy for trusted types by which the script loads the two files
ANY_DAY = date(2026, 1, 1)  # the index says nothing that depends on the day, so that its name lasts
EDITION_OF_INDEX = 1  # to be counted up when an index is made otherwise from the same pages


def search_outputs(edition: Edition) -> Iterator[Output]:
    """Plan the search page and its index in every language, and the library once; none for a theme without it."""
    library = edition.theme.scripts.get(LIBRARY, "").encode()
    address = asset_path(LIBRARY, digest_bytes(library)) if library else ""
    if library:
        yield Output(address, "copy", {"digest": digest_bytes(library)}, make=partial(bytes, library))
    for language in edition.site.languages:
        index = _index(edition, language)
        yield _page(edition, language, address, index.path)
        if library:
            yield index


def _index(edition: Edition, language: str) -> Output:
    """Plan the index. Its name tells what it is made from: it is not made before somebody needs it."""
    voice = edition.voice(language).on(ANY_DAY)
    found = tuple(documents(edition, language))
    meetings = edition.site.meetings.listed
    made_of = digest([EDITION_OF_INDEX, voice, found, meetings])
    make = partial(_script, voice, found, meetings)
    return Output(
        asset_path(f"search-{language}.js", made_of), "search index", {"made_of": made_of}, language, make=make
    )


def _script(*made_of: object) -> bytes:
    return index_script(*made_of).encode()  # type: ignore[arg-type]  # partial knows them


def _page(edition: Edition, language: str, library: str, index: str) -> Output:
    voice = edition.voice(language)
    url = in_language(SEARCH, language, edition.main_language)
    root = root_from(url)
    script = Markup(edition.theme.scripts.get(SCRIPT, ""))  # noqa: S704  # the theme's own code
    sheet = Sheet(
        "search.html",
        url,
        language,
        voice.text(SEARCH_TITLE),
        section="search",
        urls=in_each_language(edition, SEARCH),
        script=script,
        loader=LOADER if library else "",
    )
    view = SearchView(
        library=root + library if library else "",
        index_file=root + index if library else "",
        root=root,
        first=tuple(first_views(edition, language, root)),
        distress=distress_data(edition),
        ways=tuple(_ways(edition, language, root)),
        script=script,
    )
    return page_output(edition, sheet, search=view)


def _ways(edition: Edition, language: str, root: str) -> Iterator[LinkView]:
    """Give other ways to look than by words: by need, and by section."""
    if edition.site.has_needs:
        yield LinkView(edition.right_now(language, root), edition.voice(language).text(RIGHT_NOW))
    for section in edition.site.sections[language]:
        if not section.kind.is_inward:
            yield LinkView(edition.href(section.url, root), section_title(edition, section))
