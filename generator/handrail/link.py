"""Pure: entries become a site: addresses, languages, references, sections and the menu are settled here."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from .addresses import DISPLAY, HELP, MAP, OFFLINE, RIGHT_NOW, SAFETY, SEARCH, in_language, url_of
from .decode import Configuration
from .decode_data import repeated
from .distress import DistressWords
from .freshness import is_line_overdue, is_page_overdue, line_dates, page_dates
from .history import compare, read_record_file
from .kinds import BY_NAME, KINDS
from .kinds.header import Header, is_expired
from .kinds.helpline import CRISIS, EMERGENCY, SUPPORT, Helpline
from .kinds.resource import Resource
from .meeting_types import TYPES
from .meetings import link_meetings
from .menu import menu, menu_problems
from .model import Entry, Picture
from .problems import Outcome, Problem, Span
from .references import Targets, link_body, picture_target
from .rota import link_rota
from .settings import SiteSettings
from .site import DatedLine, Page, PictureUse, Section, Site
from .sources import Source
from .spelling import did_you_mean
from .stand_ins import stand_ins
from .wording import NEEDS

URGENCY = (EMERGENCY, CRISIS, SUPPORT)


class Material(NamedTuple):
    """Everything decoded: pages and records, the paths of pages that could not, pictures, other files, the record."""

    entries: tuple[Entry, ...]
    bundled_lines: tuple[Entry, ...]
    broken: frozenset[str]
    pictures: Mapping[str, Picture]
    attachments: Mapping[str, Source]
    published: Source | None = None
    distress: tuple[DistressWords, ...] = ()


def known_needs(configuration: Configuration) -> tuple[str, ...]:
    """Give the ids of all needs, the hub's own last."""
    return (*NEEDS, *(need.id for need in configuration.values.needs))


def known_types(configuration: Configuration) -> tuple[str, ...]:
    """Give the words for all types of meeting, the hub's own last."""
    return (*TYPES, *(own.id for own in configuration.values.types))


def link(configuration: Configuration, material: Material, today: date) -> Outcome[Site]:
    """Join entries into a site.

    Problems: F208, F210, F212, H801 to H808, K401 to K406, L110, M303, M307, P605, S903, S909 to S912.
    """
    settings = configuration.values
    main = settings.language
    problems: list[Problem] = [*page_dates(material.entries, today)]
    shown = [e for e in material.entries if isinstance(e.record, Header) and _is_shown(e.record, today)]
    records = tuple(e for e in material.entries if e.kind.is_data and not getattr(e.record, "draft", False))
    records = _each_once(records, problems)
    meetings, found = link_meetings(records, settings.timezone, today)
    problems += found
    rota, found = link_rota(records, meetings)
    problems += found
    before, found = read_record_file(material.published)
    problems += found
    targets = _targets(shown, records, material, settings)
    pages, others = _pages(shown, targets, settings, today, problems)
    sections = {
        language: tuple(_sections(pages, others, records, language, main)) for language in settings.all_languages
    }
    lines, near = _help_lines(configuration, material, today, problems)
    menus = {language: menu(configuration, (*pages, *others), sections[language], language) for language in sections}
    problems += menu_problems(configuration, pages, sections[main], material.broken)
    if settings.url is None:
        message = "the address where this site will live is not known"
        hint = "add url: https://… to site.yaml, or build with --base-url"
        problems.append(Problem("P605", Span("site.yaml"), message, hint))
    site = Site(
        configuration,
        today,
        pages,
        sections,
        menus,
        known_needs(configuration),
        lines,
        near,
        material.pictures,
        material.attachments,
        _by_id(pages),
        meetings,
        rota,
        compare(before, meetings.all, today),
        material.distress,
        _by_id(others),
    )
    return Outcome(site, tuple(problems))


def _by_id(pages: Iterable[Page]) -> dict[str, tuple[Page, ...]]:
    found: dict[str, tuple[Page, ...]] = {}
    for page in pages:
        found[page.id] = (*found.get(page.id, ()), page)
    return found


def _each_once(records: Sequence[Entry], problems: list[Problem]) -> tuple[Entry, ...]:
    """Leave out records whose id another file has used. Problems: F210."""
    first = {entry.id: entry for entry in reversed(records)}
    problems += (repeated(entry, first[entry.id]) for entry in records if first[entry.id] is not entry)
    return tuple(entry for entry in records if first[entry.id] is entry)


def _is_shown(header: Header, today: date) -> bool:
    return not header.draft and not is_expired(header, today)


def _targets(shown: list[Entry], records: Sequence[Entry], material: Material, settings: SiteSettings) -> Targets:
    main, languages = settings.language, settings.all_languages
    urls = {entry.source: url_of(entry, main, is_discreet=settings.safety.is_discreet) for entry in shown}
    sections = {entry.kind.section for entry in (*shown, *records) if entry.kind.section}
    for section in sections:
        urls.setdefault(f"content/{section}/index.md", f"{section}/")
    has_needs = any(isinstance(e.record, Resource) and e.record.needs for e in shown)
    generated = {
        "",
        HELP,
        SAFETY,
        DISPLAY,
        SEARCH,
        MAP,
        *([OFFLINE] if settings.offers_copies else []),
        *(f"{e.id}/" for e in records if e.kind.template),
        *([RIGHT_NOW] if has_needs else []),
    }
    addresses = frozenset((*urls.values(), *(in_language(url, lang, main) for url in generated for lang in languages)))
    entries = {entry.source: entry for entry in shown}
    hidden = frozenset(e.source for e in material.entries if isinstance(e.record, Header)) - frozenset(entries)
    twins = {(entry.id, entry.language): entry for entry in shown}
    files = material.attachments
    return Targets(main, entries, twins, urls, addresses, hidden, material.broken, material.pictures, files, has_needs)


def _pages(
    shown: list[Entry], targets: Targets, settings: SiteSettings, today: date, problems: list[Problem]
) -> tuple[tuple[Page, ...], tuple[Page, ...]]:
    """Give all pages in their own parts of the site, and those that stand in for translations in others."""
    lacking = stand_ins(shown, settings, targets.known_urls)
    seen_from = {language: targets._replace(urls={**targets.urls, **urls}) for language, urls in lacking.items()}
    pages = [_page(entry, seen_from[entry.language], today, entry.language, problems) for entry in shown]
    pages.sort(key=lambda p: (settings.all_languages.index(p.language), *_place_in_list(p)))
    others = [
        _page(targets.entries[source], seen_from[language], today, language, [])  # its problems are told already
        for language, urls in lacking.items()
        for source in urls
    ]
    return tuple(pages), tuple(sorted(others, key=_place_in_list))


def _page(entry: Entry, targets: Targets, today: date, reader: str, problems: list[Problem]) -> Page:
    header = entry.record
    if not isinstance(header, Header):
        raise TypeError(f"{entry.source} has no header")
    body, found = link_body(entry.body, entry.source, reader, targets)
    problems += found
    texts = {}
    for name, text in entry.texts.items():
        texts[name], found = link_body(text, entry.source, reader, targets)
        problems += found
    image = picture_target(entry.image, entry.source, targets, problems) if entry.image else None
    return Page(
        entry.kind,
        entry.id,
        entry.language,
        targets.urls[entry.source],
        entry.source,
        header,
        body,
        texts,
        image if isinstance(image, PictureUse) else None,
        is_page_overdue(header, today),
        reader,
    )


def _place_in_list(page: Page) -> tuple[int, int, str, str]:
    """Give the total order of lists: the author's order, news by date with the newest first, then title and path."""
    day = getattr(page.header, "date", None)
    newest = -day.toordinal() if page.kind.newest_first and isinstance(day, date) else 0
    return (page.header.order, newest, sortable(page.header.title), page.source)


def sortable(title: str) -> str:
    """Give the form of a title by which people look for it: without case and accents, from its first letter on."""
    plain = title.lower()
    if not title.isascii():
        parted = unicodedata.normalize("NFKD", title).casefold()
        plain = "".join(c for c in parted if not unicodedata.combining(c))
    if plain[:1].isalnum():
        return plain
    first = next((index for index, sign in enumerate(plain) if sign.isalnum()), 0)
    return plain[first:]


def _sections(
    pages: Sequence[Page], others: Sequence[Page], records: Sequence[Entry], language: str, main: str
) -> Iterable[Section]:
    for kind in KINDS:
        of_kind = [page for page in pages if page.kind is kind]
        own = tuple(page for page in of_kind if page.language == language)
        elsewhere = tuple(page for page in others if page.kind is kind and page.reader == language)
        index = next((p for p in pages if p.id == f"{kind.section}/index" and p.language == language), None)
        rows = tuple(entry for entry in records if entry.kind is kind)
        has_page = kind.section and (of_kind or index or rows) and kind.name != "helpline"
        if has_page:
            url = in_language(f"{kind.section}/", language, main)
            rows = tuple(sorted(rows, key=lambda e: (getattr(e.record, "order", 0), e.id)))
            yield Section(kind, language, url, index, own, elsewhere, rows)


def _help_lines(
    configuration: Configuration, material: Material, today: date, problems: list[Problem]
) -> tuple[Mapping[str, tuple[DatedLine, ...]], tuple[str, ...]]:
    """Join the bundled help lines with the hub's own, which replace those of the same id."""
    own = [entry for entry in material.entries if entry.kind is BY_NAME["helpline"]]
    by_id = {entry.id: entry for entry in (*material.bundled_lines, *own)}
    regions: dict[str, list[Entry]] = {}
    for entry in by_id.values():
        if isinstance(entry.record, Helpline):
            regions.setdefault(entry.record.country, []).append(entry)
    near = tuple(dict.fromkeys(r for r in configuration.values.helplines if r in regions))
    for index, region in enumerate(configuration.values.helplines):
        if region not in regions:
            message = f'there are no help lines for the region "{region}"'
            hint = did_you_mean(region, regions, f"known regions are {', '.join(sorted(regions))}")
            problems.append(Problem("H804", configuration.place("helplines", index), message, hint))
    nearby = [entry for region in near for entry in regions[region]]
    problems += line_dates(nearby, today)
    if near and not any(isinstance(e.record, Helpline) and e.record.use == EMERGENCY for e in nearby):
        message = f"the help lines of {', '.join(near)} bring no emergency number"
        hint = "add the region that has it, such as EU, or your own line with use: emergency"
        problems.append(Problem("H807", configuration.place("helplines"), message, hint))
    order = (*near, *sorted(region for region in regions if region not in near))
    return {region: _by_urgency(regions[region], today) for region in order}, near


def _by_urgency(entries: Iterable[Entry], today: date) -> tuple[DatedLine, ...]:
    lines = [e.record for e in entries if isinstance(e.record, Helpline)]
    ordered = sorted(lines, key=lambda line: URGENCY.index(line.use))
    return tuple(DatedLine(line, is_line_overdue(line, today)) for line in ordered)
