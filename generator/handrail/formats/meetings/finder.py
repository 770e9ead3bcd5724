"""The finder, and the lists of meetings that share a day, a region or a type."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from ...addresses import PRINT
from ...edition import Edition
from ...kinds.meeting import ONLINE
from ...link import sortable
from ...meetings import LinkedMeeting
from ...output import Late, Output
from ...paths import root_from, slugify
from ...site import Section
from ...timefields import WEEKDAYS
from ...views import ChoiceView, FinderView, LinkView, OptionView
from ...voice import Voice
from ..cards import section_title
from ..shell import Sheet, in_each_language, page_output
from .calendars import region_calendar
from .changes import CHANGES_PAGE, change_pages
from .data import choices, finder_data, region_path
from .guide_file import FEED, has_feed
from .rows import DAY_LISTS, FINDER, FOLDER, day_names, day_title, meeting_list, webcal
from .week import WEEK_PAGE, has_week, week_page
from .words import type_label

MOST_ON_ONE_PAGE = 600
ALL = f"{FOLDER}all.ics"
SCRIPTS = ("recurrence.js", "finder.js")


class Shelf(NamedTuple):
    """Meetings that share a day, a region or a type: the address of their list behind the finder's, and its title.

    `only` is the one day to show, `calendar` the name of the calendar of these meetings, if there is one.
    """

    url: str
    title: str
    meetings: tuple[LinkedMeeting, ...]
    only: str = ""
    calendar: str = ""


def meeting_lists(edition: Edition) -> Iterator[Output]:
    """Plan the pages per day, region and type and the week at a glance, in every language."""
    meetings = edition.site.meetings.listed
    for language in edition.site.languages:
        voice = edition.voice(language)
        section = next((s for s in edition.site.sections[language] if s.kind.name == "meeting"), None)
        if section:
            for number, shelf in enumerate(_shelves(voice, meetings), len(edition.site.meetings.all) + 1):
                yield _list_page(edition, section, shelf, number)
            yield from week_page(edition, section)
            yield from change_pages(edition, section)


def list_addresses(edition: Edition) -> Iterator[str]:
    """Give the addresses of these pages in the main language; none when no meeting is shown."""
    if edition.site.meetings.all:
        shelves = _shelves(edition.voice(edition.main_language), edition.site.meetings.listed)
        yield from (f"{FINDER}{shelf.url}" for shelf in shelves)
        if has_week(edition.site.meetings.listed):
            yield f"{FINDER}{WEEK_PAGE}"
        if edition.site.history.is_kept:
            yield f"{FINDER}{CHANGES_PAGE}"


def _shelves(voice: Voice, meetings: Sequence[LinkedMeeting]) -> Iterator[Shelf]:
    yield from (*days(voice, meetings), *regions(meetings), *types(voice, meetings))


def days(voice: Voice, meetings: Sequence[LinkedMeeting]) -> Iterator[Shelf]:
    """Give the meetings of each day, in the order of the week."""
    by_day: dict[str, list[LinkedMeeting]] = {}
    for meeting in meetings:
        for name in day_names(meeting):
            by_day.setdefault(name, []).append(meeting)
    for name in (name for name in DAY_LISTS if name in by_day):
        yield Shelf(f"days/{name}/", day_title(voice, name), tuple(by_day[name]), name)


def regions(meetings: Sequence[LinkedMeeting]) -> Iterator[Shelf]:
    """Give the meetings of each region, those of the regions within it too, from A to Z."""
    by_region: dict[tuple[str, ...], list[LinkedMeeting]] = {}
    for meeting in meetings:
        path = region_path(meeting)
        for length in range(1, len(path) + 1):
            by_region.setdefault(path[:length], []).append(meeting)
    for path in sorted(by_region):
        address = "".join(f"{slugify(part)}/" for part in path)
        yield Shelf(f"regions/{address}", " – ".join(path), tuple(by_region[path]), calendar=region_calendar(path))


def types(voice: Voice, meetings: Sequence[LinkedMeeting]) -> Iterator[Shelf]:
    """Give the meetings of each type, from A to Z."""
    by_type: dict[str, list[LinkedMeeting]] = {}
    for meeting in meetings:
        for word in meeting.record.types:
            by_type.setdefault(word, []).append(meeting)
    for word in sorted(by_type, key=lambda w: sortable(type_label(voice, w))):
        yield Shelf(f"types/{word}/", type_label(voice, word), tuple(by_type[word]), calendar=f"type-{word}")


def _list_page(edition: Edition, section: Section, shelf: Shelf, number: int) -> Output:
    voice = edition.voice(section.language)
    url = voice.here(f"{FINDER}{shelf.url}")
    base = "../" * (url.count("/") - section.url.count("/"))
    sheet = Sheet(
        "meeting-list.html",
        url,
        section.language,
        f"{section_title(edition, section)}: {shelf.title}",
        section=section.kind.section,
        above=((section.url, section_title(edition, section)),),
        urls=in_each_language(edition, f"{FINDER}{shelf.url}"),
        number=number,
    )
    return page_output(edition, sheet, list=Late(meeting_list, voice, shelf.meetings, base, shelf.only, shelf.calendar))


def finder_script(edition: Edition) -> str:
    """Give the finder's script: the recurrence rules for the browser, and the form that uses them."""
    scripts = edition.theme.scripts
    return "".join(scripts.get(name, "") for name in SCRIPTS)


def finder(edition: Edition, section: Section) -> Late:
    """Give what the finder shows."""
    voice = edition.voice(section.language)
    meetings, script = edition.site.meetings.listed, finder_script(edition)
    has_record = edition.site.history.is_kept
    return Late(finder_view, voice, meetings, root_from(section.url), script, has_record)


def finder_view(
    voice: Voice,
    meetings: tuple[LinkedMeeting, ...],
    root: str,
    script: str,
    has_record: bool,  # noqa: FBT001  # arguments of what is made late have no names
) -> FinderView:
    """Give all meetings by day, or only how many each day has, and ways to those of a region, type or place."""
    whole = meeting_list(voice, meetings, "", is_counted=len(meetings) > MOST_ON_ONE_PAGE)
    known = choices(voice, meetings)
    return FinderView(
        list=whole,
        total=len(meetings),
        by_region=tuple(_choice(voice, shelf) for shelf in regions(meetings)),
        by_place=tuple(_place_choices(voice, meetings, root)),
        by_type=tuple(_choice(voice, shelf) for shelf in types(voice, meetings)),
        weekdays=tuple(OptionView(str(WEEKDAYS.index(day.id)), day.title) for day in whole.days if day.id in WEEKDAYS),
        regions=known.regions,
        types=known.types,
        languages=known.languages,
        access=known.access,
        calendar=root + voice.here(ALL),
        subscribe=webcal(voice, voice.here(ALL)),
        week=voice.href(WEEK_PAGE, "") if has_week(meetings) else None,
        changes=voice.href(CHANGES_PAGE, "") if has_record else None,
        feed=f"{voice.base_url}{FEED}" if voice.base_url and has_feed(voice, meetings) else None,
        printing=voice.href(root + voice.here(PRINT), ""),
        row=voice.href("*/", ""),
        data=finder_data(voice, meetings, known),
        script=Markup(script),  # noqa: S704  # the theme's own code
    )


def _choice(voice: Voice, shelf: Shelf) -> ChoiceView:
    return ChoiceView(LinkView(voice.href(shelf.url, ""), shelf.title), len(shelf.meetings))


def _place_choices(voice: Voice, meetings: Sequence[LinkedMeeting], root: str) -> Iterator[ChoiceView]:
    by_place: dict[str, list[LinkedMeeting]] = {}
    for meeting in meetings:
        if meeting.place_id and meeting.record.how != ONLINE:
            by_place.setdefault(meeting.place_id, []).append(meeting)
    names = {m.place_id: voice.plain(m.place.name) for m in meetings if m.place}
    for place in sorted(by_place, key=lambda p: names[p].casefold()):
        link = LinkView(voice.href(voice.here(f"places/{place}/"), root), names[place])
        yield ChoiceView(link, len(by_place[place]))
