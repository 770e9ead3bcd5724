"""Pages of records: a place, a group."""

from collections.abc import Iterator
from urllib.parse import quote

from ..addresses import record_url
from ..edition import Edition, telephone
from ..kinds.group import Group
from ..kinds.place import Place
from ..output import Output
from ..paths import root_from
from ..site import Section
from ..views import ContactView, FactView, GroupView, LinkView, PlaceView, TextView
from ..wording import ACCESS, MAPS
from .shell import Sheet, in_each_language, in_words_of, page_output, said

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
        url = record_url(entry, section.language, edition.main_language)
        root = root_from(url)
        record = entry.record
        view: PlaceView | GroupView
        if isinstance(record, Place):
            view = _place(edition, record, section, root)
        elif isinstance(record, Group):
            view = _group(edition, record, section, root)
        else:
            continue
        title = section.intro.header.title if section.intro else section.kind.title
        sheet = Sheet(
            section.kind.template,
            url,
            section.language,
            view.name,
            section=section.kind.section,
            above=((section.url, edition.translator(section.language).text(title)),),
            urls=in_each_language(edition, f"{entry.id}/"),
            source=entry.source,
        )
        yield page_output(edition, sheet, **{section.kind.name: view})


def place_views(edition: Edition, section: Section, root: str) -> tuple[PlaceView, ...]:
    """Give the places of a section, as seen from `root`."""
    places = (entry.record for entry in section.records)
    return tuple(_place(edition, place, section, root) for place in places if isinstance(place, Place))


def group_views(edition: Edition, section: Section, root: str) -> tuple[GroupView, ...]:
    """Give the groups of a section, as seen from `root`."""
    groups = (entry.record for entry in section.records)
    return tuple(_group(edition, group, section, root) for group in groups if isinstance(group, Group))


def _place(edition: Edition, place: Place, section: Section, root: str) -> PlaceView:
    language, main = section.language, edition.main_language
    words = edition.translator(language).text
    href = edition.href(f"{section.url}{place.id}/", root)
    address = () if place.private_venue else _address_lines(place)
    facts = []
    for name, sentences in ACCESS.items():
        answer = getattr(place.access, name)
        facts.append(FactView(name, answer, words(sentences[ANSWERS.index(answer)])))
    return PlaceView(
        name=place.name.in_language(language, main).text,
        href=href,
        address=address,
        region=place.region or (place.regions[-1] if place.regions else None),
        is_private=place.private_venue,
        directions=None if place.private_venue else said(place.directions, language, main),
        facts=tuple(facts),
        access_notes=said(place.access_notes, language, main),
        maps=_maps(edition, place, address, language),
    )


def _address_lines(place: Place) -> tuple[str, ...]:
    parts = place.address
    town = " ".join(part for part in (parts.state, parts.postal_code) if part)
    city = ", ".join(part for part in (parts.city, town) if part)
    return tuple(line for line in (parts.street, city, parts.country) if line)


def _maps(edition: Edition, place: Place, address: tuple[str, ...], language: str) -> tuple[LinkView, ...]:
    """Give a choice of map services, none of which the page itself asks for anything."""
    if not address:
        return ()
    where = ",".join(str(part) for part in place.coordinates) if place.coordinates else ", ".join(address)
    words = edition.translator(language).text
    return tuple(
        LinkView(service.format(quote(where)), words(name)) for service, name in zip(MAP_SERVICES, MAPS, strict=True)
    )


def _group(edition: Edition, group: Group, section: Section, root: str) -> GroupView:
    language, main = section.language, edition.main_language
    contact = group.contact if group.contact and group.contact.publish else None
    view = None
    if contact:
        phone = LinkView(telephone(contact.phone), contact.phone) if contact.phone else None
        view = ContactView(contact.name, contact.email, phone)
    return GroupView(
        name=group.name.in_language(language, main).text,
        href=edition.href(f"{section.url}{group.id}/", root),
        about=_paragraphs(group, language, main),
        links=tuple(LinkView(link.url, link.title) for link in group.links),
        donations=said(group.donations, language, main),
        contact=view,
    )


def _paragraphs(group: Group, language: str, main: str) -> tuple[TextView, ...]:
    """Give what a group says of itself, parted at empty lines."""
    if group.about is None:
        return ()
    found = group.about.in_language(language, main)
    parts = (" ".join(part.split()) for part in found.text.split("\n\n"))
    return tuple(in_words_of(found.language, part, language) for part in parts if part)
