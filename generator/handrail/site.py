"""The linked site: entries with addresses, references that hold, sections in order. Everything plan reads."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from .decode import Configuration
from .distress import DistressWords
from .history import History
from .kinds.header import Header
from .kinds.helpline import Helpline
from .kinds.kind import Kind
from .kinds.resource import Resource
from .meetings import Meetings
from .model import Entry, Heading, Picture
from .rota import LinkedRole
from .sources import Source


class Link(NamedTuple):
    """A link within the site: `url` is site-relative, `fragment` without its sign, `language` that of the target."""

    url: str
    fragment: str = ""
    language: str = ""
    attributes: tuple[tuple[str, str], ...] = ()


class PictureUse(NamedTuple):
    """A picture in a body or at the head of a page; `alt` is empty when it is decoration."""

    picture: Picture
    alt: str
    attributes: tuple[tuple[str, str], ...] = ()


class Replaced(NamedTuple):
    """HTML that stands in place of a reference which cannot be followed."""

    html: str


Target = Link | PictureUse | Replaced


class LinkedBody(NamedTuple):
    """A body whose holes have targets; `digest` is that of the body's HTML without them."""

    html: str = ""
    digest: str = ""
    targets: tuple[Target, ...] = ()
    headings: tuple[Heading, ...] = ()


class Page(NamedTuple):
    """A page of content that is published; `source` is its file, `url` site-relative with a slash at the end.

    `reader` is the language of the part of the site in which it stands: another one than the page's own where it stands
    in for a translation.
    """

    kind: Kind
    id: str
    language: str
    url: str
    source: str
    header: Header
    body: LinkedBody
    texts: Mapping[str, LinkedBody]
    image: PictureUse | None
    is_overdue: bool
    reader: str

    @property
    def foreign(self) -> str:
        """Its language where its readers have another one, else nothing."""
        return self.language if self.language != self.reader else ""


class Section(NamedTuple):
    """A list page of one kind in one language; `elsewhere` holds those that stand in for translations."""

    kind: Kind
    language: str
    url: str
    intro: Page | None
    pages: tuple[Page, ...]
    elsewhere: tuple[Page, ...]
    records: tuple[Entry, ...]


class MenuItem(NamedTuple):
    """An entry of the menu: a section by its kind, a page by its id, or a generated page by its text.

    `language` is that of the title where readers have another one.
    """

    url: str
    title: str
    section: str
    language: str = ""


class DatedLine(NamedTuple):
    """A help line, and whether its review date has passed."""

    record: Helpline
    is_overdue: bool


class Site(NamedTuple):
    """A whole hub whose references hold.

    `pages` are by language in site order, then in the order of lists. `menu` and `sections` are by language.
    `lines` holds help lines by region, the site's own regions first; `near` are those regions.
    `attachments` holds the sources of all files beside pages, pictures among them. `distress` holds the words of
    distress in every language that Handrail knows some in, whatever the languages of the site. `stand_ins` are pages by
    their id in parts of the site whose language they do not have.
    """

    configuration: Configuration
    today: date
    pages: tuple[Page, ...]
    sections: Mapping[str, tuple[Section, ...]]
    menu: Mapping[str, tuple[MenuItem, ...]]
    needs: tuple[str, ...]
    lines: Mapping[str, tuple[DatedLine, ...]]
    near: tuple[str, ...]
    pictures: Mapping[str, Picture]
    attachments: Mapping[str, Source]
    translations: Mapping[str, tuple[Page, ...]]
    meetings: Meetings
    rota: tuple[LinkedRole, ...]
    history: History
    distress: tuple[DistressWords, ...]
    stand_ins: Mapping[str, tuple[Page, ...]]

    @property
    def has_needs(self) -> bool:
        """Whether some resource says what it is good for, so that there is a right-now page."""
        return any(isinstance(page.header, Resource) and page.header.needs for page in self.pages)

    def pages_for(self, language: str) -> Iterator["Page"]:
        """Give the pages that readers of a language get: theirs, and those that stand in for what they lack."""
        stand_ins = (page for there in self.stand_ins.values() for page in there)
        return (page for page in (*self.pages, *stand_ins) if page.reader == language)

    @property
    def on_rota(self) -> frozenset[str]:
        """The ids of the meetings at which people take turns."""
        return frozenset(role.meeting.id for role in self.rota)

    @property
    def languages(self) -> tuple[str, ...]:
        """The site's languages, the main one first."""
        return self.configuration.values.all_languages
