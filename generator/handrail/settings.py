"""What `site.yaml` says."""

from typing import ClassVar
from urllib.parse import urlsplit

from pydantic import Field

from .fieldtypes import (
    Colour,
    Email,
    Language,
    Line,
    Phone,
    Repository,
    Slug,
    Texts,
    TimeZone,
    WebAddress,
    YesNo,
    one_of,
)
from .schema import Record

DEFAULT_ACCENT = "#2f6f62"
HOSTS = ("github-pages", "gitlab-pages", "netlify", "cloudflare-pages", "vercel", "apache", "nginx", "other")


class ThemeSettings(Record):
    """Which theme draws the site, and its one colour."""

    label: ClassVar[str] = "the theme"

    name: Slug = Field(default="harbor", description="A folder in themes/, or harbor", examples=["harbor"])
    accent: Colour = Field(
        default=DEFAULT_ACCENT,
        description="The one colour the light and dark palettes are made from",
        examples=['"#2f6f62"'],
    )


class PublicContact(Record):
    """How visitors reach the group; everything here is shown on every page."""

    label: ClassVar[str] = "the contact"

    email: Email | None = Field(default=None, description="A mailbox of the group", examples=["hello@example.org"])
    phone: Phone | None = Field(default=None, description="A number of the group", examples=['"+1 202 555 0114"'])


class SafetySettings(Record):
    """How careful the site is on behalf of people who may be watched."""

    label: ClassVar[str] = "the safety settings"

    exit_url: WebAddress | None = Field(
        default=None,
        description="Where the way out of the site leads: an ordinary page that shows nothing personal; else the "
        "weather of the first region under helplines",
        examples=["https://www.weather.gov/"],
    )
    exit_confirmed: YesNo = Field(
        default=False,
        description="yes says that somebody opened exit_url on a device of nobody's, and saw nothing personal",
        examples=["yes"],
    )
    exit_label: Texts | None = Field(
        default=None,
        description="What the way out is called, else Leave this site",
        examples=["{en: Leave now, es: Salir ya}"],
    )
    quick_exit: YesNo = Field(default=True, description="no leaves the way out away, on every page", examples=["yes"])
    keys: one_of("shift3", "off") = Field(  # type: ignore[valid-type]  # a type made by a function
        default="shift3",
        description="shift3 lets somebody leave by pressing Shift three times",
        examples=["shift3"],
    )
    back_guard: YesNo | None = Field(
        default=None,
        description="yes keeps the browser's Back button from showing this site again after somebody left; else as "
        "discretion says",
        examples=["yes"],
    )
    short_name: Texts | None = Field(
        default=None,
        description="What tabs, the history and messengers call a discreet site: a name that does not tell the topic",
        examples=["Riverside"],
    )
    discretion: one_of("standard", "discreet") = Field(  # type: ignore[valid-type]  # a type made by a function
        default="standard",
        description="discreet keeps the topic out of tabs, the history, previews, calendars and papers",
        examples=["standard"],
    )

    @property
    def is_discreet(self) -> bool:
        """Whether what visitors leave behind and take along must not tell the topic."""
        return str(self.discretion) == "discreet"

    @property
    def has_keys(self) -> bool:
        """Whether the keyboard leads out, too."""
        return str(self.keys) == "shift3"

    @property
    def guards_back(self) -> bool:
        """Whether going back after leaving leads out again."""
        return self.is_discreet if self.back_guard is None else self.back_guard


class OwnNeed(Record):
    """A need of the hub's own, beside the eight that Handrail knows."""

    label: ClassVar[str] = "a need"

    id: Slug = Field(description="The word used under needs in resources", examples=["at-work"])
    title: Texts = Field(description="What a visitor would say", examples=["{en: At work, es: En el trabajo}"])


class OwnType(Record):
    """A type of meeting of the hub's own, beside those that Handrail knows."""

    label: ClassVar[str] = "a type"

    id: Slug = Field(description="The word used under types in meetings", examples=["walking"])
    title: Texts = Field(description="What a visitor reads", examples=["{en: Walking, es: Caminando}"])


class SiteSettings(Record):
    """site.yaml: what the whole site shares."""

    label: ClassVar[str] = "site.yaml"

    name: Texts = Field(description="The name of the group", examples=["Riverside Recovery Circle"])
    tagline: Texts | None = Field(
        default=None, description="One sentence about the group", examples=["We keep a chair open for you"]
    )
    language: Language = Field(default="en", description="The language pages are in unless they say", examples=["en"])
    languages: tuple[Language, ...] = Field(
        default=(), description="All languages of the site, the main one first", examples=["[en, es]"]
    )
    timezone: TimeZone = Field(
        default="Etc/UTC", description="The zone of the group's times", examples=["America/New_York"]
    )
    url: WebAddress | None = Field(
        default=None, description="Where the site will live", examples=["https://example.org/hub/"]
    )
    repository: Repository | None = Field(
        default=None,
        description="The GitHub repository, for links that suggest a change",
        examples=["owner/name"],
    )
    host: one_of(*HOSTS) | None = Field(  # type: ignore[valid-type]  # a type made by a function
        default=None,
        description="Who serves the site, for what the build says of it; else as the address or repository tells",
        examples=["netlify"],
    )
    contact: PublicContact = Field(
        default_factory=PublicContact,
        description="How visitors reach the group",
        examples=["{email: hello@example.org}"],
    )
    theme: ThemeSettings = Field(default_factory=ThemeSettings, description="The look", examples=["{name: harbor}"])
    program: Slug = Field(
        default="none", description="The fellowship, which gives type codes their meaning", examples=["none"]
    )
    helplines: tuple[Line, ...] = Field(
        default=(), description="Regions whose help lines are shown, the nearest first", examples=["[US]"]
    )
    safety: SafetySettings = Field(
        default_factory=SafetySettings,
        description="Care for people who may be watched",
        examples=["{discretion: standard}"],
    )
    offline: YesNo | None = Field(
        default=None,
        description="yes lets visitors keep a copy of the site on their device, if they ask for one; else as "
        "discretion says: a standard site offers it, a discreet one does not",
        examples=["no"],
    )
    navigation: tuple[Line, ...] = Field(
        default=(),
        description="Sections and pages of the menu, in order",
        examples=["[resources, guidelines, about]"],
    )
    needs: tuple[OwnNeed, ...] = Field(
        default=(), description="Needs of your own", examples=["[{id: at-work, title: At work}]"]
    )
    types: tuple[OwnType, ...] = Field(
        default=(), description="Types of meeting of your own", examples=["[{id: walking, title: Walking}]"]
    )

    @property
    def all_languages(self) -> tuple[str, ...]:
        """Every language of the site, the main one first, each once."""
        return tuple(dict.fromkeys((self.language, *self.languages)))

    @property
    def offers_copies(self) -> bool:
        """Whether visitors may keep a copy of the site on their device."""
        return not self.safety.is_discreet if self.offline is None else self.offline

    @property
    def base_url(self) -> str | None:
        """The site's address with a slash at the end."""
        return f"{self.url.rstrip('/')}/" if self.url else None

    @property
    def base_path(self) -> str:
        """The path under which the site lives: `/` or `/hub/`."""
        return f"{urlsplit(self.url).path.rstrip('/')}/" if self.url else "/"
