"""Pure: which meeting of an import is which meeting of the hub, and which address a new one gets."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ..paths import slugify
from ..timefields import WEEKDAYS
from .cleaning.texts import folded
from .losses import GUESSED, LOOK, REPAIRED, Account
from .places import names_of, text_in
from .raw import RawMeeting
from .slugs import cut, free, wished, with_end
from .standing import Held, Record, Standing
from .tidy import Tidied

ENOUGH = 2  # of name, time and place: then it is the same meeting


class Identity(NamedTuple):
    """The slug of a meeting, and what the hub has of it; `is_ours` when that stands in a file that an import wrote."""

    slug: str
    standing: Standing | None = None
    is_ours: bool = False


class _Known(NamedTuple):
    """A meeting of the hub with the source of its file, empty for files that people wrote."""

    standing: Standing
    source: str


def merge_days(raws: Iterable[RawMeeting]) -> tuple[RawMeeting, ...]:
    """Join records that have one slug and differ in nothing but their day."""
    found: dict[object, RawMeeting] = {}
    for raw in raws:
        key: object = raw._replace(where="", days=()) if raw.slug and raw.days else raw.where
        first = found.get(key)
        if first is None:
            found[key] = raw
            continue
        account = Account(raw.where)
        account.say(REPAIRED, "the record", f"is the same as {first.where} on another day and is joined with it")
        found[key] = first._replace(days=(*first.days, *raw.days), losses=(*first.losses, *account.losses))
    return tuple(found.values())


def identify(tidied: Sequence[Tidied], hub: Held, source: str) -> tuple[Identity, ...]:
    """Give each meeting its slug: the one it had, else the one it wishes for, else one that tells its day."""
    known = {s.slug: _Known(s, file.source) for file in hub.meetings for s in file.meetings if s.slug}
    wishes = {wished(meeting.name, meeting.raw.slug)[0] for meeting in tidied if not meeting.kept}
    bases = [_base(meeting, known, source, wishes) for meeting in tidied]
    count = Counter(bases)
    result: dict[int, Identity] = {}
    claimed = {page.removeprefix("meetings/") for page in hub.pages if page.startswith("meetings/")}
    # Those that the hub has at their day and time choose first, so that the order of records does not matter.
    order = sorted(
        range(len(tidied)), key=lambda i: not (count[bases[i]] > 1 and _at_its_time(tidied[i], bases[i], known))
    )
    for index in order:
        meeting, base = tidied[index], bases[index]
        ladder = _ladder(meeting, base)
        if count[base] > 1:
            at_time = [step for step in ladder if step in known and _same_when(known[step].standing.fields, meeting)]
            ladder = (*at_time, *(step for step in ladder if step not in at_time))
        result[index] = _identity(meeting, ladder, known, claimed, source)
        claimed.add(result[index].slug)
    given = Counter(meeting.raw.slug.strip() for meeting in tidied if not meeting.kept)
    for index, meeting in enumerate(tidied):
        if not meeting.kept and meeting.raw.slug.strip() and given[meeting.raw.slug.strip()] > 1:
            meeting.account.say(LOOK, "slug", "is given to several records of the source", meeting.raw.slug)
        _say(meeting, bases[index], result[index])
    return tuple(result[index] for index in range(len(tidied)))


def _base(meeting: Tidied, known: Mapping[str, _Known], source: str, wishes: set[str]) -> str:
    """Give the slug a record wishes for; a number keeps the name it had when it first came."""
    if meeting.kept:
        return meeting.kept.slug
    slug, number = wished(meeting.name, meeting.raw.slug)
    if number and slug not in known:
        own = (name for name, other in known.items() if other.source == source and name not in wishes)
        slug = next((name for name in own if name.endswith(f"-{number}")), slug)
    return slug or _from_name(meeting)


def _from_name(meeting: Tidied) -> str:
    name = slugify(meeting.name) or "meeting"
    days = _days(_fields(meeting))
    joined = "-".join(days) if len(days) < len(WEEKDAYS) else ""
    return cut(name) if not joined or joined in name else with_end(name, joined)


def _days(fields: Record) -> tuple[str, ...]:
    day = fields.get("day")
    if isinstance(day, list):
        return tuple(str(item) for item in day)
    return (day,) if isinstance(day, str) else ()


def _ladder(meeting: Tidied, base: str) -> tuple[str, ...]:
    fields = _fields(meeting)
    day = "-".join(_days(fields))
    time = text_in(fields.get("time")).replace(":", "")
    steps = (base, with_end(base, day), with_end(base, day, time)) if day else (base,)
    return tuple(dict.fromkeys(steps))


def _at_its_time(meeting: Tidied, base: str, known: Mapping[str, _Known]) -> bool:
    steps = _ladder(meeting, base)
    return any(step in known and _same_when(known[step].standing.fields, meeting) for step in steps)


def _identity(
    meeting: Tidied, ladder: tuple[str, ...], known: Mapping[str, _Known], claimed: set[str], source: str
) -> Identity:
    def can_be(step: str) -> bool:
        if step in claimed:
            return False
        other = known.get(step)
        return other is None or other.source in ("", source) or _agreeing(other.standing.fields, meeting) >= ENOUGH

    own = meeting.kept.slug if meeting.kept else ""
    slug = own if own and can_be(own) else free(ladder, can_be)
    found = known.get(slug)
    return Identity(slug, found.standing, bool(found.source)) if found else Identity(slug)


def _fields(meeting: Tidied) -> Record:
    """Give the fields of a meeting: those of its row, over those that its hub had."""
    return {**meeting.kept.fields, **meeting.fields} if meeting.kept else meeting.fields


def _agreeing(fields: Record, meeting: Tidied) -> int:
    """Count in how many of name, time and place two meetings agree."""
    return sum((_same_name(fields, meeting), _same_when(fields, meeting), _same_where(fields, meeting)))


def _same_name(fields: Record, meeting: Tidied) -> bool:
    return folded(meeting.name) in {folded(name) for name in names_of(fields.get("name"))}


def _same_when(fields: Record, meeting: Tidied) -> bool:
    own = _fields(meeting)
    return (
        _days(fields) == _days(own)
        and fields.get("time") == own.get("time")
        and fields.get("dates") == own.get("dates")
    )


def _same_where(fields: Record, meeting: Tidied) -> bool:
    if meeting.kept and not meeting.place:
        return all(fields.get(name) == meeting.kept.fields.get(name) for name in ("place", "online"))
    place, online, own = fields.get("place"), fields.get("online"), meeting.fields.get("online")
    if meeting.place and isinstance(place, str):
        return place.startswith(cut(slugify(meeting.place.name)))
    if meeting.place and isinstance(place, dict):
        return folded(meeting.place.name) in {folded(name) for name in names_of(place.get("name"))}
    if isinstance(online, dict) and isinstance(own, dict) and online.get("url"):
        return online.get("url") == own.get("url")
    return not meeting.place and not place


def _say(meeting: Tidied, base: str, identity: Identity) -> None:
    """Say how a slug differs from what the source has, and when it means another meeting than it did."""
    written, account = base if meeting.kept else meeting.raw.slug.strip(), meeting.account
    if not written:
        account.say(GUESSED, "slug", "is missing and made from name and day", identity.slug)
    elif written.isdecimal() and base.endswith(f"-{written}"):
        account.say(REPAIRED, "slug", "is a number, so the name stands before it", f"{written} → {base}")
    elif written != base:
        account.say(REPAIRED, "slug", "can stand in an address now", f"{written} → {base}")
    if identity.slug != base:
        account.say(
            REPAIRED, "slug", "is taken by another record, so it tells the day too", f"{base} → {identity.slug}"
        )
    if identity.standing and not _agreeing(identity.standing.fields, meeting):
        names = names_of(identity.standing.fields.get("name"))
        said = "means another meeting now: name, time and place are all others"
        account.say(LOOK, "slug", said, f"{identity.slug}: {names[0] if names else '?'} → {meeting.name}")
