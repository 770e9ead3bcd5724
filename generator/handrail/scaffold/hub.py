"""I/O: start a hub: from what comes with Handrail and this computer's time zone, to a folder ready to publish."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from .. import __version__
from ..decode import decode_settings
from ..fieldtypes import LANGUAGE
from ..json_schema import FOLDER, schema_files
from ..load import PACKAGE, load
from ..sources import Source
from ..translation import is_known
from .files import is_free, write_new
from .hub_texts import HubFacts, filled, tokens
from .refusal import Refusal
from .starter import NewFile, menu, starter_files, starter_languages
from .whereabouts import regions_in, time_zone

STARTER = PACKAGE / "starter"
SAMPLE = next(p for p in (STARTER, PACKAGE.parents[1]) if (p / "content").is_dir())
NAMELESS = "Our group"


class HubWish(NamedTuple):
    """A hub as it was asked for; what was not said is guessed. `languages` are those beside the main one."""

    name: str | None = None
    language: str = "en"
    languages: tuple[str, ...] = ()
    url: str | None = None
    repository: str | None = None


class NewHub(NamedTuple):
    """A hub that was written: how many pages it has, and what was known about it."""

    pages: int
    facts: HubFacts


def new_hub(folder: Path, wish: HubWish, today: date) -> NewHub | Refusal:
    """Write a hub into a free folder; nothing is written when anything is in the way."""
    if not is_free(folder):
        return Refusal(f'"{folder}" is not an empty folder', "name a folder that is new or empty")
    name = " ".join((_name_from(folder) if wish.name is None else wish.name).split())
    wrong = _wrong(name, (wish.language, *wish.languages))
    if wrong:
        return wrong
    sample = load(SAMPLE, today)
    own = _pages_for_new_hubs(today)
    languages = starter_languages((*sample.content, *own), wish.language, wish.languages)
    content = starter_files(sample.content, own, languages)
    facts = _facts(name, languages, wish, sample.bundled, content)
    files = (*_frame(facts, today), *content)
    refused = _settings_refused(files[0])
    if refused:
        return refused
    for file in files:
        write_new(folder, file)
    return NewHub(sum(file.path.endswith(".md") for file in content), facts)


def _name_from(folder: Path) -> str:
    words = folder.resolve().name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] if words.isprintable() and words else NAMELESS


def _wrong(name: str, languages: tuple[str, ...]) -> Refusal | None:
    if not name or not name.isprintable():
        return Refusal("the name of the group is empty or cannot be shown", 'write it as in --name "Riverside Circle"')
    for language in languages:
        if not LANGUAGE.fullmatch(language) or not is_known(language):
            return Refusal(f'there is no language "{language}"', "write a code such as en, es or pt-BR")
    return None


def _pages_for_new_hubs(today: date) -> tuple[Source, ...]:
    """Give the pages that take the place of what is true for the sample group only."""
    day = {"today": today.isoformat()}
    found = []
    for file in sorted((STARTER / "pages").rglob("*.md")):
        path = f"content/{file.relative_to(STARTER / 'pages').as_posix()}"
        found.append(Source(filled(path, day), filled(file.read_text("utf-8"), day).encode()))
    return tuple(found)


def _facts(
    name: str, languages: tuple[str, ...], wish: HubWish, bundled: Iterable[Source], content: Iterable[NewFile]
) -> HubFacts:
    emergency = {
        source.path.removeprefix("helplines/").removesuffix(".yaml"): b"use: emergency" in source.data
        for source in bundled
        if source.path.endswith(".yaml")
    }
    zone = time_zone()
    near = regions_in(zone, emergency) if zone else ()
    return HubFacts(name, languages, menu(content), zone, near, tuple(emergency), wish.url, wish.repository)


def _frame(facts: HubFacts, today: date) -> tuple[NewFile, ...]:
    """Give the files around content/, site.yaml first."""
    values = tokens(facts, today, __version__)
    readme = next(p for p in (f"README.{facts.languages[0]}.md", "README.md") if (STARTER / p).is_file())
    templates = {
        "site.yaml": "site.yaml",
        "README.md": readme,
        ".gitignore": "gitignore",
        ".github/workflows/publish.yml": "publish.yml",
    }
    texts = {path: filled((STARTER / name).read_text("utf-8"), values) for path, name in templates.items()}
    texts |= {f"{FOLDER}/{name}": text for name, text in schema_files().items()}
    return tuple(NewFile(path, text.encode()) for path, text in texts.items())


def _settings_refused(site: NewFile) -> Refusal | None:
    """Say what is wrong with the settings asked for, as the build would."""
    _, problems = decode_settings(Source(site.path, site.data))
    return Refusal(problems[0].message, problems[0].hint) if problems else None
