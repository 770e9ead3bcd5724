"""Pure: the menu: what the settings name, else every list that visitors are meant to read."""

from collections.abc import Iterable, Mapping, Sequence

from .addresses import in_language
from .decode import Configuration
from .problems import Problem
from .site import MenuItem, Page, Section
from .spelling import did_you_mean
from .wording import HELP as HELP_TITLE
from .wording import RIGHT_NOW as RIGHT_NOW_TITLE
from .wording import SAFETY as SAFETY_TITLE
from .wording import SEARCH as SEARCH_TITLE

# Pages that a menu can name.
GENERATED = {"right-now": RIGHT_NOW_TITLE, "help": HELP_TITLE, "safety": SAFETY_TITLE, "search": SEARCH_TITLE}


def menu(
    configuration: Configuration, pages: Sequence[Page], sections: Sequence[Section], language: str
) -> tuple[MenuItem, ...]:
    """Give the menu in one language; what exists in another language only stands there in that."""
    main = configuration.values.language
    by_section = {section.kind.section: section for section in sections}
    by_id = {page.id: page for page in pages if page.reader == language}
    items = []
    for name in configuration.values.navigation or _usual_menu(sections, by_id):
        if name in by_section:
            section = by_section[name]
            title = section.intro.header.title if section.intro else section.kind.title
            items.append(MenuItem(section.url, title, name))
        elif name in by_id:
            items.append(MenuItem(by_id[name].url, by_id[name].header.title, name, by_id[name].foreign))
        elif name in GENERATED:
            items.append(MenuItem(in_language(f"{name}/", language, main), GENERATED[name], name))
    return tuple(items)


def _usual_menu(sections: Sequence[Section], by_id: Mapping[str, Page]) -> tuple[str, ...]:
    outward = (section.kind.section for section in sections if not section.kind.is_inward)
    return (*outward, *(["about"] if "about" in by_id else []))


def menu_problems(
    configuration: Configuration, pages: Sequence[Page], sections: Sequence[Section], broken: Iterable[str]
) -> Iterable[Problem]:
    """Find names in the menu that nothing has; what could not be read has a problem of its own. Problems: K406."""
    known = {*(s.kind.section for s in sections), *(p.id for p in pages), *GENERATED}
    unread = tuple(path.removeprefix("content/") for path in broken)
    for index, name in enumerate(configuration.values.navigation):
        if name not in known and not any(path.startswith((f"{name}.", f"{name}/")) for path in unread):
            hint = did_you_mean(name, known, f"sections are: {', '.join(s.kind.section for s in sections)}")
            message = f'the menu names "{name}", which is no section and no page'
            yield Problem("K406", configuration.place("navigation", index), message, hint)
