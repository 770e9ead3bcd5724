"""Pure: people and groups: contacts are cut to a first name and an initial, and none is published unasked."""

import re
from typing import NamedTuple

from ...conference import host_of
from ...fieldtypes import EMAIL
from ..losses import DROPPED, KEPT, REPAIRED, Account
from ..raw import RawContact, RawMeeting
from .joining import dialled, link_of
from .privacy import Scrubbed, scrub, together
from .texts import folded, line_of, text_of

TITLES = frozenset(("mr", "mrs", "ms", "dr", "rev", "fr", "sr", "st", "fr."))
AND = re.compile(r"\s+(?:and|or|y|et|und)\s+|\s*[&/,;+]\s*", re.IGNORECASE)
VENMO = re.compile(r"@[\w-]{1,30}")
SQUARE = re.compile(r"\$[\w-]{1,30}")
PAYPAL = re.compile(r"[A-Za-z0-9]{1,20}")
PAYPAL_PAGE = re.compile(r"(?:https?://)?(?:www\.)?paypal\.me/([^/?#\s]+)/?", re.IGNORECASE)


class GroupWish(NamedTuple):
    """A group as one record tells it; `contact` holds private values only."""

    name: str
    about: str = ""
    links: tuple[str, ...] = ()
    donations: tuple[str, ...] = ()
    contact: tuple[tuple[str, str], ...] = ()


class Found(NamedTuple):
    """A group, if the record names one, the mail and number of the group when it does not, and codes in its texts."""

    wish: GroupWish | None = None
    left: Scrubbed = Scrubbed("")


def short_name(written: str) -> str:
    """Give a first name, with the initial of what stands behind it."""
    first = AND.split(written.strip())[0]
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*\.?", first) if word.lower().rstrip(".") not in TITLES]
    if not words:
        return ""
    name = words[0].rstrip(".")
    return f"{name} {words[-1][0].upper()}." if len(words) > 1 else name


def contact_of(contacts: tuple[RawContact, ...], found: Scrubbed, account: Account) -> dict[str, str]:
    """Give whom to ask: the first one named, else what stood in the texts. Nothing of it is published."""
    given = [contact for contact in contacts if contact.name or contact.email or contact.phone]
    for contact in given:
        account.secrets |= {text for text in contact[1:] if text and (" " in text or not text.isalpha())}
    for contact in given[1:]:
        for field in ("name", "email", "phone"):
            if getattr(contact, field):
                account.say(DROPPED, f"{contact.field}_{field}", "a meeting has one contact here")
    first = given[0] if given else RawContact("the notes")
    fields = _fields(first, account)
    for field, values in (("email", found.emails), ("phone", found.phones)):
        for value in dict.fromkeys(values):
            usable = dialled(value.split(",")[0]) if field == "phone" else value
            if usable and field not in fields:
                fields[field] = usable
            elif not usable or fields[field] != usable:
                account.say(DROPPED, f"the {field} in the texts", "a meeting has one contact here")
    if fields:
        account.count(REPAIRED, "contact", "is kept with publish: no, so nothing of it is shown")
        fields["publish"] = "no"
    return fields


def _fields(contact: RawContact, account: Account) -> dict[str, str]:
    """Give the fields of one contact that can be used."""
    name = short_name(contact.name)
    if contact.name and name != contact.name.strip():
        said = "is cut to a first name and an initial" if name else "holds no name"
        account.say(REPAIRED if name else DROPPED, f"{contact.field}_name", said)
    email = contact.email.strip().removeprefix("mailto:")
    if email and not EMAIL.fullmatch(email):
        account.say(DROPPED, f"{contact.field}_email", "is no e-mail address")
        email = ""
    phone = dialled(contact.phone)
    if contact.phone and not phone:
        account.say(DROPPED, f"{contact.field}_phone", "is no telephone number")
    fields = {"name": name, "email": email, "phone": phone}
    return {field: value for field, value in fields.items() if value}


def group_of(raw: RawMeeting, account: Account) -> Found:
    """Read the group of a meeting, with its own mail, pages and ways to give."""
    name = scrub(line_of(raw.group, "group", account), "group", "", account)
    about = scrub(text_of(raw.group_notes, "group_notes", account), "group_notes", "", account)
    own = RawContact("group", "", raw.group_email, raw.group_phone)
    emails, phones = (*name.emails, *about.emails), (*name.phones, *about.phones)
    if not name.text:
        _groupless(raw, account)
        more = _fields(own, account)
        emails += (more["email"],) if "email" in more else ()
        phones += (more["phone"],) if "phone" in more else ()
        account.secrets |= {*more.values()}
        if about.text:
            account.say(KEPT, "group_notes", "stand in the notes, because no group is named")
        found = together(name, about)
        return Found(None, found._replace(text=about.text, phones=phones, emails=emails))
    contact = contact_of((own,), Scrubbed("", (), phones, emails), account)
    links = tuple(url for text in raw.websites if (url := _page(text, account)))
    wish = GroupWish(name.text, about.text, links, _donations(raw, account), tuple(contact.items()))
    return Found(wish, together(name, about)._replace(phones=(), emails=()))


def _page(text: str, account: Account) -> str:
    link = link_of(text, "website", account)
    if link.rest:
        account.say(DROPPED, "website", "is no web address", link.rest)
    return link.url


def _groupless(raw: RawMeeting, account: Account) -> None:
    """Say what belongs to a group and cannot be kept without one."""
    for number, text in enumerate(raw.websites, 1):
        if text:
            field = "website" if number == 1 else f"website_{number}"
            account.say(
                DROPPED,
                field,
                "belongs to a group, and no group is named",
                host_of(link_of(text, field, Account()).url),
            )
    for field in ("venmo", "square", "paypal"):
        if getattr(raw, field):
            account.say(DROPPED, field, "belongs to a group, and no group is named")


def _donations(raw: RawMeeting, account: Account) -> tuple[str, ...]:
    """Give the ways to pay whose form is right; whatever else stands in the fields may be anything, even a password."""
    page = PAYPAL_PAGE.fullmatch(raw.paypal.strip())
    ways = (
        ("Venmo", "venmo", raw.venmo.strip(), VENMO),
        ("Square", "square", raw.square.strip(), SQUARE),
        ("PayPal", "paypal", page[1] if page else raw.paypal.strip(), PAYPAL),
    )
    if page and PAYPAL.fullmatch(page[1]):
        account.say(REPAIRED, "paypal", "is the name in the address now")
    found = []
    for label, field, value, pattern in ways:
        if value and pattern.fullmatch(value):
            found.append(f"{label} {value}")
        elif value:
            account.say(DROPPED, field, "is no name that this service has")
    return tuple(found)


def same_name(first: str, second: str) -> bool:
    """Tell whether two names are one, however they are written."""
    return folded(first) == folded(second)
