"""The copy of the site that a visitor can keep on a device, and take away again: off until somebody asks for it.

A service worker (https://www.w3.org/TR/service-workers/) answers from the copy where there is no connection. A site
that offers no copies publishes a worker that removes those of an earlier time. No other page loads anything of this.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TypeAlias

from markupsafe import Markup, escape

from ..addresses import FORGET, HELP, OFFLINE, RIGHT_NOW, SAFETY, in_language
from ..digest import digest_bytes
from ..edition import Edition
from ..output import Finished, Output
from ..paths import output_path, root_from
from ..telling import telling_words
from ..views import CopyView
from ..wording import COPY_FROM, COPY_IS_OLD, HOME, REMOVED
from ..wording import OFFLINE as OFFLINE_TITLE
from .meetings.rows import FINDER
from .shell import Sheet, in_each_language, page_output

WORKER, LIST, MANIFEST, ICON = "sw.js", "offline.json", "manifest.webmanifest", "icon.svg"
KEEPER, ANSWERER, REMOVER = "keep.js", "worker.js", "retired-worker.js"
FIRST = ("", HELP, RIGHT_NOW, FINDER, SAFETY, OFFLINE)  # what somebody in need opens, and where the copy is removed
WANTED = ("html", "ics", "js", "css", "svg", "png", "jpg", "jpeg", "webp", "gif", "woff2")
NOT_KEPT = ("404.html", f"{FORGET}index.html")
REACH = ("connect", "worker", "manifest")
RELEASE = 16  # letters of a digest

Contents: TypeAlias = dict[str, dict[str, tuple[str, ...]]]  # language -> few | all -> paths


def offline_files(edition: Edition) -> Iterator[Output]:
    """Plan the page that offers a copy, the one after its removal, the worker, the list, and the manifest."""
    if edition.options.portable:
        return
    if not edition.offers_copies:
        yield _text(WORKER, edition.theme.scripts.get(REMOVER, ""))
        return
    for language in edition.site.languages:
        yield _page(edition, language, OFFLINE, "offline.html", OFFLINE_TITLE)
        yield _page(edition, language, FORGET, "forget.html", REMOVED)
    languages = (edition.main_language, *(own for own in edition.site.languages if own != edition.main_language))
    words = {language: _words(edition, language) for language in languages}
    answerer = edition.theme.scripts.get(ANSWERER, "")
    yield _telling(LIST, words, partial(list_file, languages, words))
    yield _telling(WORKER, {"languages": languages, "script": answerer}, partial(worker_file, languages, answerer))
    yield _text(MANIFEST, _manifest(edition))
    yield _text(ICON, _icon(edition.settings.theme.accent))


def copy_view(edition: Edition, language: str, root: str) -> CopyView | None:
    """Give what pages need that keep or remove a copy; `None` where none is offered."""
    if not edition.offers_copies:
        return None
    voice = edition.voice(language)
    return CopyView(
        root=root or "./",
        worker=root + WORKER,
        list=root + LIST,
        manifest=root + MANIFEST,
        offer=voice.href(voice.here(OFFLINE), root),
        removed=voice.href(voice.here(FORGET), root),
        script=Markup(keeper(edition)),  # noqa: S704  # the theme's own code
    )


def keeper(edition: Edition) -> str:
    """Give the script that keeps and removes copies."""
    return edition.theme.scripts.get(KEEPER, "") if edition.offers_copies else ""


def _page(edition: Edition, language: str, address: str, template: str, title: str) -> Output:
    url = in_language(address, language, edition.main_language)
    sheet = Sheet(
        template,
        url,
        language,
        edition.voice(language).text(title),
        section="offline",
        urls=in_each_language(edition, address),
        is_hidden=address == FORGET,
        script=keeper(edition),
        reach=REACH,
    )
    return page_output(edition, sheet, copy=copy_view(edition, language, root_from(url)))


def _words(edition: Edition, language: str) -> dict[str, str]:
    """Give what a page from the copy says of itself, as HTML; the worker puts the day in for `{date}`."""
    words = edition.voice(language).text
    return {"saved": str(escape(words(COPY_FROM, date="{date}"))), "old": str(escape(words(COPY_IS_OLD)))}


def contents(languages: tuple[str, ...], finished: Mapping[str, Finished]) -> Contents:
    """Give the files of a copy by language, the main one first: the `few` that matter most, and `all`.

    Papers are among all; files that every language uses are in each.
    """
    main, *others = languages
    kept: Contents = {}
    for language in languages:
        first = {output_path(in_language(url, language, main)) for url in FIRST}
        own = [path for path in sorted(finished) if _is_wanted(path, language, main, others)]
        kept[language] = {"few": tuple(path for path in own if path in first), "all": tuple(own)}
    return kept


def _is_wanted(path: str, language: str, main: str, others: list[str]) -> bool:
    start, _, rest = path.partition("/")
    spoken, address = (start, rest) if start in others else (main, path)
    is_for_them = spoken == language or path.startswith("assets/")
    return is_for_them and path.rpartition(".")[2] in WANTED and address not in NOT_KEPT


def list_file(
    languages: tuple[str, ...], words: Mapping[str, Mapping[str, str]], finished: Mapping[str, Finished]
) -> bytes:
    """Give the list that page and worker read: addresses from the site's root, how many bytes, and what pages say."""
    kept = contents(languages, finished)
    told = {language: {**words[language], **_kinds(kept[language], finished)} for language in languages}
    data = {"release": release(kept, finished), "languages": told}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _kinds(kinds: Mapping[str, tuple[str, ...]], finished: Mapping[str, Finished]) -> dict[str, object]:
    return {
        kind: {
            "size": sum(finished[path].size for path in paths),
            "files": [path.removesuffix("index.html") for path in paths],
        }
        for kind, paths in kinds.items()
    }


def worker_file(languages: tuple[str, ...], answerer: str, finished: Mapping[str, Finished]) -> bytes:
    """Give the worker; browsers compare its bytes, so it names the release."""
    return f'self.release="{release(contents(languages, finished), finished)}";{answerer}'.encode()


def release(kept: Contents, finished: Mapping[str, Finished]) -> str:
    """Give what changes when anything in a copy does."""
    paths = sorted({path for kinds in kept.values() for path in kinds["all"]})
    return digest_bytes(*(f"{path} {finished[path].digest}".encode() for path in paths))[:RELEASE]


def _manifest(edition: Edition) -> str:
    """Give the manifest: a name that tells nothing, and no window of its own that would look like an app's."""
    settings, main = edition.settings, edition.main_language
    name = (settings.safety.short_name or settings.name).in_language(main, main).text
    name = edition.voice(main).text(HOME) if telling_words(name) else name
    data = {
        "name": name,
        "short_name": name,
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "icons": [{"src": ICON, "sizes": "any", "type": "image/svg+xml"}],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _icon(colour: str) -> str:
    """Draw an icon that tells nothing: the site's colour."""
    square = f'<rect width="64" height="64" fill="{colour}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">{square}</svg>\n'


def _text(path: str, text: str) -> Output:
    return Output(path, "text", {"text": text}, make=partial(str.encode, text))


def _telling(path: str, view: object, make: Callable[[Mapping[str, Finished]], bytes]) -> Output:
    return Output(path, path, {"made_of": view}, make=make, is_last=True)
