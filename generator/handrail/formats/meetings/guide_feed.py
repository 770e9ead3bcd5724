"""meetings.json: weekly meetings in the format that Meeting Guide and other finders read (meetings.md, 1 and 5)."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple
from urllib.parse import urlsplit

from ...conference import host_of, service_of
from ...digest import digest
from ...kinds.meeting import IN_PERSON, ONLINE, Online
from ...meeting_types import LANGUAGE_CODES, PLACE_CLOSED, TYPES
from ...meetings import LinkedMeeting, State
from ...recurrence import DAYS_IN_WEEK
from ...spelling import listed
from ...telephone import dial
from ...timefields import WEEKDAYS
from ...voice import Voice
from ...wording import meetings as say
from .guide_places import Fields, area_of, is_exact, where
from .joining import link_of, online_of, page_of, passcode_words, passed_on, without_codes
from .words import SOON, alert_of, has_known_end, sentence

MAX_SLUG = 64
MAX_NAME = 255
FEWEST_DIGITS = 10  # of a telephone number; readers leave out a shorter one
HASH_LENGTH = 8
SAFE = re.compile(r"[a-z0-9]+(?:-+[a-z0-9]+)*")
RESERVED = frozenset(("constructor",))  # readers keep meetings by slug in an object of JavaScript, which has that one
LANGUAGE_TO_CODE = {language: code for code, language in LANGUAGE_CODES.items()}

# text: what the feed cannot say, for the people who keep the list
PAUSED = "it is paused"
OVER = "it has ended"
NOT_YET = "it starts on {:%Y-%m-%d}, and the format cannot say so"
SINGLE = "it is on single dates, and the format knows weekly meetings only"
NOT_WEEKLY = "it does not happen every week, and the format knows weekly meetings only"
MORE_DATES = "its single dates are left out, because the format knows weekly meetings only"
NO_CLOCK = "it is by appointment: websites list it, the mobile app does not"
NO_STREET = "it is in person and its street is not given, so readers show it as inactive"
OTHER_HOST = "its link leads to {}, which readers do not know, so they get the address of its page instead"
SHORT_PHONE = "its telephone number has fewer than ten digits, so readers would leave it out"
OWN_TYPES = "the format has no code for {}"

Slugs = tuple[tuple[str, int | None], ...]  # of each record of a meeting, with its weekday


class Entity(NamedTuple):
    """Who answers for the list: the site's name, its address, and its public telephone number."""

    name: str = ""
    url: str = ""
    phone: str = ""


class Unsaid(NamedTuple):
    """What the feed does not say of a meeting, and why; `is_left_out` when it says nothing of it at all."""

    slug: str
    reason: str
    is_left_out: bool = True


class Telling(NamedTuple):
    """A meeting as the format tells it: a record for each weekday.

    One that the feed leaves out, and `why`, has one record without day and time: nobody may stand before a locked door.
    """

    meeting: LinkedMeeting
    why: str
    records: tuple[Fields, ...]


NOBODY = Entity()


class Shared(NamedTuple):
    """What is said of every meeting: where most of them are, roughly, and who answers; dates count `ahead` days."""

    area: str
    entity: Entity = NOBODY
    ahead: int = SOON


def guide_records(
    voice: Voice, meetings: Sequence[LinkedMeeting], entity: Entity = NOBODY, ahead: int = SOON
) -> Iterator[Telling]:
    """Give the records of every meeting, in their order; what is different is told for `ahead` days."""
    ids, shared = {meeting.id for meeting in meetings}, Shared(area_of(meetings), entity, ahead)
    return (told(voice, meeting, slugs_of(voice, meeting, ids), shared) for meeting in meetings)


def told(voice: Voice, meeting: LinkedMeeting, slugs: Slugs, shared: Shared) -> Telling:
    """Give the records of a meeting; `slugs` are those of its place in the list."""
    facts = {**_facts(voice, meeting, shared.area, shared.ahead), **_entity(shared.entity)}
    records = tuple({**_identity(voice, meeting, slug, day), **facts} for slug, day in slugs)
    return Telling(meeting, _why_left_out(voice, meeting), records)


def slugs_of(voice: Voice, meeting: LinkedMeeting, ids: Collection[str]) -> Slugs:
    """Give the slug of each record with its weekday; a meeting that the feed leaves out has one, and no weekday."""
    days = meeting.schedule.days if is_told(voice, meeting) else ()
    if not days:
        return ((_slug(meeting.id, "", ids), None),)
    return tuple((_slug(meeting.id, WEEKDAYS[day] if len(days) > 1 else "", ids), day) for day in days)


def is_told(voice: Voice, meeting: LinkedMeeting) -> bool:
    """Tell whether the format can say when a meeting is."""
    return not _why_left_out(voice, meeting)


def unsaid(voice: Voice, meetings: Sequence[LinkedMeeting]) -> Iterator[Unsaid]:
    """Give what the feed leaves unsaid."""
    for meeting in meetings:
        reason = _why_left_out(voice, meeting)
        if reason:
            yield Unsaid(meeting.id, reason)
        else:
            yield from (Unsaid(meeting.id, lost, is_left_out=False) for lost in _losses(voice, meeting))


def _why_left_out(voice: Voice, meeting: LinkedMeeting) -> str:
    schedule = meeting.schedule
    if meeting.state is not State.ON:
        return PAUSED if meeting.state is State.PAUSED else OVER
    if meeting.record.by_appointment:
        return ""  # the format allows it and websites list it: somebody in hospital must find it
    if not schedule.days:
        return SINGLE
    if schedule.every > 1 or schedule.ordinals:
        return NOT_WEEKLY
    is_ahead = schedule.starts and schedule.starts > voice.today
    return NOT_YET.format(schedule.starts) if is_ahead else ""


def _losses(voice: Voice, meeting: LinkedMeeting) -> Iterator[str]:
    """Find what the record of a meeting in the feed cannot say."""
    record, online = meeting.record, online_of(meeting)
    if record.by_appointment:
        yield NO_CLOCK
    elif any(start.date() >= voice.today for start in meeting.schedule.dates):
        yield MORE_DATES
    if record.how == IN_PERSON and not is_exact(meeting.place):
        yield NO_STREET
    if online and online.url and not service_of(online.url):
        yield OTHER_HOST.format(host_of(online.url))
    if online and online.dial.number and not _phone(online):
        yield SHORT_PHONE
    unknown = [word for word in record.types if word not in TYPES or not TYPES[word].code]
    unknown += [language for language in record.languages if not _code_of(language)]
    if unknown:
        yield OWN_TYPES.format(listed(unknown, "and"))


def _slug(identity: str, day: str, ids: Collection[str]) -> str:
    """Give a slug of at most 64 signs a-z, 0-9 and hyphens, the same in every build.

    What the alphabet cannot say, and what would be another meeting's slug, is told apart by a part of a digest.
    """
    end = f"-{day}" if day else ""
    slug = identity + end
    is_taken = slug in RESERVED or bool(end and slug in ids)
    if SAFE.fullmatch(slug) and len(slug) <= MAX_SLUG and not is_taken:
        return slug
    end = f"-{digest(identity)[:HASH_LENGTH]}{end}"
    plain = unicodedata.normalize("NFKD", identity.lower()).encode("ascii", "ignore").decode()
    start = "-".join(re.findall("[a-z0-9]+", plain))[: MAX_SLUG - len(end)].strip("-")
    return (start or "meeting") + end


def _identity(voice: Voice, meeting: LinkedMeeting, slug: str, day: int | None) -> Fields:
    """Give what a record is known by, and when: the format counts days from Sunday, 0."""
    schedule = meeting.schedule
    fields: Fields = {"slug": slug, "name": voice.plain(meeting.record.name)[:MAX_NAME]}
    if day is not None:
        fields |= {"day": (day + 1) % DAYS_IN_WEEK, "time": f"{schedule.at:%H:%M}"}
        end = (datetime.combine(date.min, schedule.at) + timedelta(minutes=schedule.minutes)).time()
        if has_known_end(meeting.record) and end != schedule.at:
            fields["end_time"] = f"{end:%H:%M}"
    return {**fields, "timezone": meeting.zone}


def _facts(voice: Voice, meeting: LinkedMeeting, area: str, ahead: int) -> Fields:
    record = meeting.record
    place, online = meeting.place, online_of(meeting)
    page = page_of(voice, meeting)
    how = voice.text(say.HOW[record.how]) if record.how != IN_PERSON else ""
    until = sentence(voice.text(say.UNTIL, date=voice.date(record.ends))) if record.ends else ""
    notes = (
        without_codes(meeting, alert_of(voice, meeting, ahead)),
        until,
        passed_on(voice, meeting, record.notes),
        how,
    )
    fields: Fields = {
        **where(voice, meeting, place, area),
        "group": voice.plain(meeting.group.name) if meeting.group else "",
        "types": list(_types(meeting)),
        "notes": "\n\n".join(text for text in notes if text),
        **(_joining(voice, meeting, online, page) if online else {}),
        "url": page,
        "feedback_url": page,
        "updated": f"{record.verified:%Y-%m-%d} 00:00:00" if record.verified else "",
    }
    return {name: value for name, value in fields.items() if value not in ("", [])}


def _types(meeting: LinkedMeeting) -> Iterator[str]:
    record = meeting.record
    codes = [TYPES[word].code for word in record.types if word in TYPES]
    codes += [_code_of(language) for language in record.languages]
    if record.how == ONLINE and meeting.place:
        codes.append(PLACE_CLOSED)
    yield from dict.fromkeys(code for code in codes if code)


def _code_of(language: str) -> str:
    return LANGUAGE_TO_CODE.get(language.partition("-")[0], "")


def _joining(voice: Voice, meeting: LinkedMeeting, online: Online, page: str) -> Fields:
    """Give how to join: a link only if readers know its host, for others make them think that there is none."""
    fields: Fields = {}
    notes = [passed_on(voice, meeting, online.notes), passcode_words(voice, online)]
    if online.url and service_of(online.url):
        fields["conference_url"] = urlsplit(link_of(online))._replace(scheme="https").geturl()
    elif online.url:
        notes.insert(0, f"{host_of(online.url)}: {page}" if page else host_of(online.url))
    fields["conference_url_notes"] = "\n".join(note for note in notes if note)
    fields["conference_phone"] = _phone(online)
    return fields


def _phone(online: Online) -> str:
    found = online.dial
    return found.digits + found.room if len(found.digits.lstrip("+")) >= FEWEST_DIGITS else ""


def _entity(entity: Entity) -> Fields:
    if not entity.name:
        return {}
    phone = "-".join(re.findall(r"[+\d]+", dial(entity.phone).number))
    fields: Fields = {"entity": entity.name, "entity_url": entity.url, "entity_phone": phone}
    return {name: value for name, value in fields.items() if value}
