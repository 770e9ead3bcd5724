"""A page for each meeting."""

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup

from ...addresses import ROTA, rota_anchor
from ...conference import host_of, service_of, without_passcode
from ...edition import Edition
from ...kinds.meeting import NO_CODE, Meeting, Online
from ...meetings import LinkedMeeting
from ...output import Late, Output
from ...paths import root_from
from ...site import Page, Section
from ...telephone import dial
from ...views import CardView, JoinView, LinkView, MeetingView
from ...voice import Voice
from ...wording import meetings as say
from ..cards import card, section_title
from ..records import contact_view, copy_script, place_view
from ..shell import Sheet, in_each_language, page_output
from .calendars import OF_ONE
from .rows import FINDER, has_calendar, webcal
from .schema_org import event_data
from .words import (
    languages_in_words,
    occasion_view,
    rule_in_words,
    state_in_words,
    tab_title,
    type_label,
    usual_times,
)

NEXT = 6  # coming dates on a page
MOST_READINGS = MOST_MEETINGS = 3
TO_FINDER = "../"  # from a meeting's page


def meeting_pages(edition: Edition) -> Iterator[Output]:
    """Plan a page for each meeting in every language, those that are over too: somebody may have kept its address."""
    for language in edition.site.languages:
        section = next((s for s in edition.site.sections[language] if s.kind.name == "meeting"), None)
        if section:
            readings = _by_topic(edition, language)
            for number, meeting in enumerate(edition.site.meetings.all, 1):
                yield _page(edition, section, meeting, number, readings)


def _page(
    edition: Edition, section: Section, meeting: LinkedMeeting, number: int, readings: Mapping[str, list[Page]]
) -> Output:
    voice = edition.voice(section.language)
    address = f"{FINDER}{meeting.id}/"
    url = voice.here(address)
    root = root_from(url)
    name = voice.plain(meeting.record.name)
    script = copy_script(edition, meeting.place)
    sheet = Sheet(
        section.kind.template,
        url,
        section.language,
        name,
        title=tab_title(voice, name, meeting.record),
        section=section.kind.section,
        above=((section.url, section_title(edition, section)),),
        urls=in_each_language(edition, address),
        source=meeting.source,
        script=script,
        number=number,
    )
    found = {page.url: page for topic in meeting.record.topics for page in readings.get(topic.casefold(), ())}
    cards = tuple(card(edition, page, section.language, root) for page in list(found.values())[:MOST_READINGS])
    has_rota = meeting.id in edition.site.on_rota
    rota = edition.href(voice.here(ROTA), root, rota_anchor(meeting.id)) if has_rota else None
    view = Late(meeting_view, voice, meeting, root, url, cards, rota)
    return page_output(edition, sheet, meeting=view, script=script)


def _by_topic(edition: Edition, language: str) -> dict[str, list[Page]]:
    topics: dict[str, list[Page]] = {}
    for page in edition.site.pages:
        if page.language == language:
            for topic in page.header.topics:
                topics.setdefault(topic.casefold(), []).append(page)
    return topics


def meeting_links(edition: Edition, language: str, topics: Iterable[str], root: str) -> Iterator[LinkView]:
    """Give some meetings about the same topics as a page, with their days."""
    voice = edition.voice(language)
    for meeting in edition.site.meetings.about(topics)[:MOST_MEETINGS]:
        words = voice.with_more(voice.plain(meeting.record.name), rule_in_words(voice, meeting.record))
        yield LinkView(voice.href(voice.here(f"{FINDER}{meeting.id}/"), root), words)


def meeting_view(
    voice: Voice, meeting: LinkedMeeting, root: str, url: str, readings: tuple[CardView, ...], rota: str | None
) -> MeetingView:
    """Give all that is known of a meeting and may be published, in words."""
    record = meeting.record
    place = meeting.place
    zone = voice.zone(meeting.zone) if record.online or meeting.zone != voice.site_zone else ""
    group = None
    if meeting.group:
        group = LinkView(voice.href(voice.here(f"groups/{meeting.group_id}/"), root), voice.plain(meeting.group.name))
    calendar = OF_ONE if has_calendar(meeting) else None
    return MeetingView(
        name=voice.say(record.name),
        when=rule_in_words(voice, record),
        times=usual_times(voice, meeting),
        zone=zone,
        how=voice.text(say.HOW[record.how]),
        attendance=record.how,
        state=meeting.state,
        state_words=state_in_words(voice, meeting),
        reason=voice.maybe(record.status.reason),
        place=place_view(voice, place, root, meeting.place_id) if place else None,
        place_href=voice.href(voice.here(f"places/{meeting.place_id}/"), root) if meeting.place_id else "",
        group=group,
        join=_join(voice, record.online) if record.online else None,
        types=tuple(_type_links(voice, record)),
        languages=languages_in_words(voice, record),
        contact=contact_view(record.contact),
        notes=voice.paragraphs(record.notes),
        next=tuple(occasion_view(voice, meeting, o, root) for o in meeting.next(voice.today, NEXT)),
        calendar=calendar,
        subscribe=webcal(voice, f"{url}{calendar}") if calendar else None,
        rota=rota,
        verified=voice.dated(record.verified) if record.verified else None,
        readings=readings,
        data=event_data(voice, meeting, url) if voice.base_url else Markup(),
    )


def _type_links(voice: Voice, record: Meeting) -> Iterable[LinkView]:
    for word in record.types:
        yield LinkView(voice.href(f"{TO_FINDER}types/{word}/", ""), type_label(voice, word))


def _join(voice: Voice, online: Online) -> JoinView:
    url = online.url
    if url and not online.show_passcode:
        url = without_passcode(url)
    number = dial(online.phone or "", online.code, shows_codes=online.show_passcode)
    return JoinView(
        url=url,
        service=(service_of(url) or host_of(url)) if url else "",
        phone=LinkView(number.href, number.number) if number.number else None,
        keys=number.keys,
        passcode=_passcode(voice, online, is_removed=url != online.url),
        notes=voice.maybe(online.notes),
    )


def _passcode(voice: Voice, online: Online, *, is_removed: bool) -> str:
    """Say how to get in, without the code itself unless the group publishes it."""
    if online.passcode == NO_CODE:
        return voice.text(say.PASSCODE_NONE)
    if online.code and online.show_passcode:
        return voice.text(say.PASSCODE_IS, code=online.code)
    return voice.text(say.PASSCODE_ASK) if online.passcode or is_removed else ""
