"""Pages of records: a place, a group."""

from collections.abc import Iterator
from urllib.parse import quote

from markupsafe import Markup

from ..addresses import PRINT, record_url
from ..edition import Edition
from ..kinds.contact import Contact
from ..kinds.group import Group
from ..kinds.place import Place, Whereabouts
from ..model import Entry
from ..output import Late, Output
from ..paths import root_from
from ..site import Section
from ..telephone import telephone
from ..views import ContactView, FactView, GroupView, LinkView, PlaceView
from ..voice import Voice
from ..wording import ACCESS, MAPS
from .meetings.rows import FINDER, meeting_list
from .shell import Sheet, in_each_language, page_output

ANSWERS = ("yes", "no", "unknown")
MAP_SERVICES = (
    "https://www.openstreetmap.org/search?query={}",
    "https://maps.apple.com/?q={}",
    "https://www.google.com/maps/search/?api=1&query={}",
)


def record_pages(edition: Edition) -> Iterator[Output]:
    """Plan a page for each place and each group, in every language."""
    for language in edition.site.languages:
        for section in edition.site.sections[language]:
            if section.kind.name in ("place", "group"):
                yield from _pages(edition, section)


def _pages(edition: Edition, section: Section) -> Iterator[Output]:
    for entry in section.records:
        if isinstance(entry.record, Place):
            yield _place_page(edition, section, entry, entry.record)
        elif isinstance(entry.record, Group):
            yield _group_page(edition, section, entry, entry.record)


def _place_page(edition: Edition, section: Section, entry: Entry, place: Place) -> Output:
    sheet, root = _sheet(edition, section, entry), _root(edition, section, entry)
    voice = edition.voice(section.language)
    view, script = place_view(voice, place, root, place.id), copy_script(edition, place)
    door = voice.href(voice.here(f"{PRINT}doors/{place.id}/"), root)
    return page_output(
        edition,
        sheet._replace(
            heading=view.name,
            title=tab_title(view, voice.text(section.kind.title)),
            script=script,
        ),
        place=view,
        meetings=_meetings(edition, section, entry, root),
        script=script,
        notice=door if has_notice(edition, place) else None,
    )


def _group_page(edition: Edition, section: Section, entry: Entry, group: Group) -> Output:
    sheet, root = _sheet(edition, section, entry), _root(edition, section, entry)
    voice = edition.voice(section.language)
    view = _group(voice, group, root)
    sheet = sheet._replace(heading=view.name, title=tab_title(view, voice.text(section.kind.title)))
    return page_output(
        edition, sheet, group=view, meetings=_meetings(edition, section, entry, root, f"group-{entry.name}")
    )


def _root(edition: Edition, section: Section, entry: Entry) -> str:
    return root_from(record_url(entry, section.language, edition.main_language))


def _sheet(edition: Edition, section: Section, entry: Entry) -> Sheet:
    """Give the page of a record, but for what it is called."""
    title = section.intro.header.title if section.intro else section.kind.title
    return Sheet(
        section.kind.template,
        record_url(entry, section.language, edition.main_language),
        section.language,
        "",
        section=section.kind.section,
        above=((section.url, edition.voice(section.language).text(title)),),
        urls=in_each_language(edition, f"{entry.id}/"),
        source=entry.source,
        number=section.records.index(entry) + 1,
    )


def _meetings(edition: Edition, section: Section, entry: Entry, root: str, calendar: str = "") -> Late:
    """Give the meetings at a place or of a group."""
    voice = edition.voice(section.language)
    here = edition.site.meetings.of(section.kind.name, entry.name)
    base = f"{root}{voice.here(FINDER)}"  # a folder, to which addresses of pages are added
    return Late(meeting_list, voice, here, base, "", calendar)


def has_notice(edition: Edition, place: Place) -> bool:
    """Tell whether there is a notice for a place's door: where people meet, and not at somebody's home."""
    return not place.private_venue and bool(edition.site.meetings.of("place", place.id))


def tab_title(view: PlaceView | GroupView, kind: str) -> str:
    """Tell a place from a group of its name, which is common, and from a place of its name elsewhere."""
    where = view.region if isinstance(view, PlaceView) else None
    name = view.name if not where or where in view.name else f"{view.name}, {where}"
    return f"{name} – {kind}"


def place_views(edition: Edition, section: Section, root: str) -> tuple[PlaceView, ...]:
    """Give the places of a section, as seen from `root`."""
    voice = edition.voice(section.language)
    places = (entry.record for entry in section.records)
    return tuple(place_view(voice, place, root, place.id) for place in places if isinstance(place, Place))


def group_views(edition: Edition, section: Section, root: str) -> tuple[GroupView, ...]:
    """Give the groups of a section, as seen from `root`."""
    voice = edition.voice(section.language)
    groups = (entry.record for entry in section.records)
    return tuple(_group(voice, group, root) for group in groups if isinstance(group, Group))


def place_view(voice: Voice, place: Whereabouts, root: str, identity: str) -> PlaceView:
    """Give a place in words; `identity` is empty for one without a page, whose `href` then leads nowhere."""
    address = () if place.private_venue else address_lines(place)
    facts = []
    for name, sentences in ACCESS.items():
        answer = getattr(place.access, name)
        facts.append(FactView(name, answer, voice.text(sentences[ANSWERS.index(answer)])))
    return PlaceView(
        name=voice.plain(place.name),
        href=voice.href(voice.here(f"places/{identity}/"), root) if identity else "",
        address=address,
        region=place.region or (place.regions[-1] if place.regions else None),
        is_private=place.private_venue,
        directions=None if place.private_venue else voice.maybe(place.directions),
        facts=tuple(facts),
        access_notes=voice.maybe(place.access_notes),
        maps=_maps(voice, place, address),
    )


def copy_script(edition: Edition, place: Whereabouts | None) -> Markup:
    """Give the script that copies an address; none where there is none to copy."""
    has_address = place is not None and not place.private_venue and address_lines(place)
    return Markup(edition.theme.scripts.get("copy.js", "") if has_address else "")  # noqa: S704  # the theme's own code


def address_lines(place: Whereabouts) -> tuple[str, ...]:
    """Give an address as a letter has it."""
    parts = place.address
    town = " ".join(part for part in (parts.state, parts.postal_code) if part)
    city = ", ".join(part for part in (parts.city, town) if part)
    return tuple(line for line in (parts.street, city, parts.country) if line)


def _maps(voice: Voice, place: Whereabouts, address: tuple[str, ...]) -> tuple[LinkView, ...]:
    """Give a choice of map services, none of which the page itself asks for anything."""
    if not address:
        return ()
    where = ",".join(str(part) for part in place.coordinates) if place.coordinates else ", ".join(address)
    return tuple(
        LinkView(service.format(quote(where)), voice.text(name))
        for service, name in zip(MAP_SERVICES, MAPS, strict=True)
    )


def _group(voice: Voice, group: Group, root: str) -> GroupView:
    return GroupView(
        name=voice.plain(group.name),
        href=voice.href(voice.here(f"groups/{group.id}/"), root),
        about=voice.paragraphs(group.about),
        links=tuple(LinkView(link.url, link.title) for link in group.links),
        donations=voice.maybe(group.donations),
        contact=contact_view(group.contact),
    )


def contact_view(contact: Contact | None) -> ContactView | None:
    """Give how to reach somebody, as far as it may be published."""
    if contact is None or not contact.publish:
        return None
    phone = LinkView(telephone(contact.phone), contact.phone) if contact.phone else None
    return ContactView(contact.name, contact.email, phone)
