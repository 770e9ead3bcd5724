"""Pure: one record for each group, however often it is named; groups that the hub has are used as they are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..conference import host_of
from ..paths import slugify
from ..yamltree import Plain
from .cleaning.people import GroupWish
from .cleaning.texts import folded
from .losses import DROPPED, KEPT, Account
from .places import names_of, text_in
from .slugs import cut, free

FILE = "content/groups.yaml"
HIDDEN = ("publish", "no")


@dataclass
class Known:
    """A group with its id: what names it has, and either the hub's record of it or a wish that still grows."""

    id: str
    names: frozenset[str]
    wish: GroupWish
    is_new: bool


@dataclass
class Groups:
    """All groups of a hub and of an import; grows while meetings are settled, in their order."""

    taken: set[str]
    known: list[Known] = field(default_factory=list)

    def settle(self, wish: GroupWish, hint: str, account: Account) -> tuple[Known, str]:
        """Find or make the group of a meeting; what it says beside the group's own description comes back.

        `hint` is the group that the meeting has in the hub: somebody may have given it another name there.
        """
        name = cut(slugify(wish.name)) or "group"
        own = folded(wish.name)
        found = next((known for known in self.known if own in known.names), None)
        found = found or next((known for known in self.known if known.id == hint == name), None)
        if found is None:
            new = Known(
                free((name,), lambda step: step not in self.taken), frozenset((folded(wish.name),)), wish, is_new=True
            )
            self.taken.add(new.id)
            self.known.append(new)
            return new, ""
        return found, _joined(found, wish, account)

    def new_records(self) -> tuple[dict[str, Plain], ...]:
        """Give the records of groups that the hub did not have, in the order in which they were named."""
        return tuple(_record_of(known) for known in self.known if known.is_new)


def known_groups(records: Iterable[Mapping[str, Plain]]) -> list[Known]:
    """Give the groups that a hub has."""
    return [_known(record) for record in records if isinstance(record.get("id"), str)]


def _known(record: Mapping[str, Plain]) -> Known:
    names = names_of(record.get("name"))
    links = record.get("links")
    urls = (text_in(link.get("url")) for link in links if isinstance(link, dict)) if isinstance(links, list) else ()
    contact = record.get("contact")
    pairs = contact.items() if isinstance(contact, dict) else ()
    wish = GroupWish(
        names[0] if names else "",
        "\n".join(names_of(record.get("about"))),
        tuple(urls),
        tuple(part for text in names_of(record.get("donations")) for part in text.split(", ")),
        tuple((key, value) for key, value in pairs if isinstance(value, str)),
    )
    return Known(text_in(record.get("id")), frozenset(folded(name) for name in names), wish, is_new=False)


def _joined(known: Known, wish: GroupWish, account: Account) -> str:
    """Add to a new group what it lacks; say what differs. Gives a description that must stand with the meeting."""
    old = known.wish
    if known.is_new:
        known.wish = old._replace(
            about=old.about or wish.about,
            links=tuple(dict.fromkeys((*old.links, *wish.links))),
            donations=tuple(dict.fromkeys((*old.donations, *wish.donations))),
            contact=old.contact or wish.contact,
        )
    else:
        _say_not_added(old, wish, account)
    if old.contact and not set(wish.contact) - {HIDDEN} <= set(old.contact):
        account.say(DROPPED, "group contact", "is another one for the same group elsewhere")
    if wish.about and folded(wish.about) not in folded(known.wish.about):
        account.say(KEPT, "group_notes", "stand in the notes, because the group is described otherwise already")
        return wish.about
    return ""


def _say_not_added(old: GroupWish, wish: GroupWish, account: Account) -> None:
    said = f"is not in {FILE}, which stays as it is"
    for link in wish.links:
        if link not in old.links:
            account.say(DROPPED, "website", said, link)
    for way in wish.donations:
        if way not in old.donations:
            account.say(DROPPED, way.split()[0].lower(), said)
    if wish.contact and not old.contact:
        account.say(DROPPED, "group contact", said)


def _record_of(known: Known) -> dict[str, Plain]:
    wish = known.wish
    links: list[Plain] = [{"title": host_of(url), "url": url} for url in wish.links]
    contact: dict[str, Plain] = dict(wish.contact)
    fields: dict[str, Plain] = {
        "id": known.id,
        "name": wish.name,
        "about": wish.about,
        "links": links,
        "donations": ", ".join(wish.donations),
        "contact": contact,
    }
    return {name: value for name, value in fields.items() if value}
