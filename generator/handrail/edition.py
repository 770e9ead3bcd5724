"""Pure: one edition of a site: what all its pages share, and how they point at each other."""

import posixpath
from collections.abc import Mapping
from functools import cache, cached_property
from typing import NamedTuple

from markupsafe import Markup, escape

from .addresses import DISPLAY, HELP, MAP, OFFLINE, RIGHT_NOW, SAFETY, SEARCH, in_language
from .colour import palettes, stylesheet
from .discretion import public_name
from .kinds.helpline import CRISIS, EMERGENCY
from .leaving import EXIT_SCRIPT, exit_view
from .model import Picture
from .pictures import widths_for
from .policy import content_policy
from .settings import SiteSettings
from .site import DatedLine, Link, LinkedBody, PictureUse, Site, Target
from .telephone import digits, telephone, unbroken
from .theme import Theme
from .translation import Catalogue, direction_of, name_of
from .views import ActionView, HelpBarView, Html, ImageView, LinkView, NavigationView, SiteView, VariantView
from .voice import Voice, site_href
from .wording import CALL, TEXT

DISPLAY_SCRIPT = "display.js"
FALLBACK_WIDTH = 960
SHORT_DIGEST = 10


class Options(NamedTuple):
    """How a site is published: `portable` spells out index.html, so that pages open from a disk.

    `typst` is the release of the program that makes PDFs, empty where it is not installed.
    """

    portable: bool = False
    typst: str = ""


class Edition:
    """A site with its theme and options. Values are made once per language and depth and shared by all pages."""

    def __init__(self, site: Site, theme: Theme, options: Options) -> None:
        self.site = site
        self.theme = theme
        self.options = options
        self.voice = cache(self._voice)
        self.site_view = cache(self._site_view)
        self.navigation = cache(self._navigation)
        self.help_bar = cache(self._help_bar)
        self.policy = cache(self._policy)
        self.style = cache(self._style)

    @property
    def settings(self) -> SiteSettings:
        """What site.yaml says."""
        return self.site.configuration.values

    @property
    def main_language(self) -> str:
        """The language at the root of the site."""
        return self.settings.language

    def _style(self, templates: tuple[str, ...]) -> Markup:
        """The style sheet of a template's pages: the palettes of the accent colour, then the theme's own rules."""
        rules = self.theme.style_of(templates)
        return Markup(stylesheet(palettes(self.settings.theme.accent)) + rules)  # noqa: S704  # theme code

    def _policy(self, style: Markup, script: str, has_exit: bool, reach: tuple[str, ...], loader: str) -> str:  # noqa: FBT001  # cached by its arguments
        """The policy of a page: its style, its scripts, what it may fetch, and the name by which it loads scripts."""
        scripts = (self.display_script, self.exit_script if has_exit else "", script)
        return content_policy((style,), filter(None, scripts), reach, loader)

    @cached_property
    def display_script(self) -> Markup:
        """The script that shows pages as a visitor asked for, which stands in every page."""
        return Markup(self.theme.scripts.get(DISPLAY_SCRIPT, ""))  # noqa: S704  # theme code

    @cached_property
    def exit_script(self) -> Markup:
        """The script of the way out, which stands in every page that has one."""
        return Markup(self.theme.scripts.get(EXIT_SCRIPT, ""))  # noqa: S704  # theme code

    @property
    def is_discreet(self) -> bool:
        """Whether papers and files that visitors take along must not name the group."""
        return self.settings.safety.is_discreet

    @property
    def offers_copies(self) -> bool:
        """Whether visitors may keep a copy: pages from a disk are one already, and browsers keep none of those."""
        return self.settings.offers_copies and not self.options.portable

    def href(self, url: str, root: str, fragment: str = "") -> str:
        """Give the relative address of a page from a page at `root`; a whole address stays as it is."""
        return site_href(url, root, fragment, portable=self.options.portable)

    def absolute(self, url: str) -> str | None:
        """Give a page's whole address; `None` when the site's own is not known."""
        base = self.settings.base_url
        return f"{base}{url}" if base else None

    def html(self, body: LinkedBody, root: str) -> Html:
        """Fill a body's holes with links as seen from `root`."""
        return Html(body.html, body.digest, tuple(self._filled(target, root) for target in body.targets))

    def image(self, use: PictureUse, root: str) -> ImageView:
        """Give a picture with all its sizes."""
        picture = use.picture
        webp: tuple[VariantView, ...] = ()
        if has_sizes(picture):
            sizes = widths_for(picture)
            webp = tuple(VariantView(root + picture_path(picture, width, "webp"), width) for width in sizes)
        return ImageView(root + fallback_path(picture), use.alt, picture.width, picture.height, webp)

    def _filled(self, target: Target, root: str) -> str:
        if isinstance(target, Link):
            if target.url.startswith("="):
                href = root + self.attachment_path(target.url[1:])
            else:
                href = self.href(target.url, root, target.fragment)
            foreign = f' hreflang="{target.language}"' if target.language else ""
            return f'<a href="{escape(href)}"{foreign}{_attributes(target.attributes)}>'
        if isinstance(target, PictureUse):
            return self._picture(target, root)
        return target.html

    def attachment_path(self, source: str) -> str:
        """Give the path at which a file beside a page is published; photos are copies without metadata."""
        picture = self.site.pictures.get(source)
        if picture and has_sizes(picture):
            return picture_path(picture, widths_for(picture)[-1], fallback_kind(picture))
        return asset_path(source, self.site.attachments[source].digest)

    def _picture(self, use: PictureUse, root: str) -> str:
        image = self.image(use, root)
        attributes = _attributes(use.attributes)
        size = f'width="{image.width}" height="{image.height}" loading="lazy" decoding="async"'
        element = f'<img src="{escape(image.src)}" alt="{escape(image.alt)}" {size}{attributes}>'
        if not image.webp:
            return element
        sizes = ", ".join(f"{variant.href} {variant.width}w" for variant in image.webp)
        source = f'<source type="image/webp" srcset="{sizes}" sizes="(min-width: 48rem) 40rem, 100vw">'
        return f"<picture>{source}{element}</picture>"

    def has_feed(self, language: str) -> bool:
        """Tell whether there is a feed of news in a language; it needs news, and whole addresses."""
        news = (section for section in self.site.sections[language] if section.kind.name == "news")
        return self.settings.base_url is not None and any(section.pages for section in news)

    def _voice(self, language: str) -> Voice:
        simple = language.split("-", maxsplit=1)[0]
        catalogues = self.theme.catalogues
        settings = self.settings
        return Voice(
            catalogues.get(language) or catalogues.get(simple) or Catalogue(language),
            language,
            self.main_language,
            settings.base_url,
            settings.timezone,
            self.site.today,
            {own.id: own.title for own in settings.types},
            portable=self.options.portable,
        )

    def _site_view(self, language: str, root: str) -> SiteView:
        settings, main = self.settings, self.main_language
        contact = settings.contact
        tagline = settings.tagline.in_language(language, main).text if settings.tagline else ""
        phone = LinkView(telephone(contact.phone), contact.phone) if contact.phone else None
        return SiteView(
            name=settings.name.in_language(language, main).text,
            public_name=public_name(settings, language),
            is_discreet=self.is_discreet,
            tagline=tagline,
            home=self.href(in_language("", language, main), root),
            email=contact.email,
            phone=phone,
            map=self.href(in_language(MAP, language, main), root),
            search=self.href(in_language(SEARCH, language, main), root),
            feed=root + in_language("feed.xml", language, main) if self.has_feed(language) else None,
            root=root or "./",
            display=self.href(in_language(DISPLAY, language, main), root),
            display_script=self.display_script,
            offline=self.href(in_language(OFFLINE, language, main), root) if self.offers_copies else None,
            base_url=settings.base_url,
            files={name: root + asset_path(name, file.digest) for name, file in self.theme.static.items()},
        )

    def _navigation(self, language: str, root: str, current: str, is_here: bool) -> NavigationView:  # noqa: FBT001  # cached by its arguments
        """Give the menu; the entry of the `current` section is that page itself, or is above it."""
        translate = self.voice(language).text
        items = []
        for item in self.site.menu[language]:
            title = item.title if item.language else translate(item.title)
            link = LinkView(self.href(item.url, root), title, item.language, direction=_direction(item.language))
            if item.section == current:
                link = link._replace(is_current=is_here, is_above=not is_here)
            items.append(link)
        return NavigationView(tuple(items))

    def _help_bar(self, language: str, root: str) -> HelpBarView:
        lines = [line for region in self.site.near for line in self.site.lines[region] if not line.record.region]
        able = [(line.record, actions[0]) for line in lines if (actions := self.actions(line, language))]
        of_use = (next((pair for pair in able if pair[0].use == use), None) for use in (CRISIS, EMERGENCY))
        offered = [pair for pair in of_use if pair]
        voice = self.voice(language)
        return HelpBarView(
            actions=tuple(action for _, action in offered),
            checked_on=voice.dated(min(record.verified_on for record, _ in offered)) if offered else None,
            more=voice.href(voice.here(HELP), root),
            safety=voice.href(voice.here(SAFETY), root),
            exit=exit_view(self.settings, voice, self.exit_script),
        )

    def actions(self, line: DatedLine, language: str) -> tuple[ActionView, ...]:
        """Give what one can do at once with a help line: call, and text."""
        record = line.record
        name = record.name.in_language(language, self.main_language).text
        words = self.voice(language).text
        actions = []
        if record.call:
            number = unbroken(record.call)
            actions.append(ActionView(telephone(record.call), words(CALL), number, name))
        if record.text:
            to, keyword = record.text.to, record.text.keyword
            actions.append(ActionView(f"sms:{digits(to)}", words(TEXT), unbroken(to), name, keyword))
        return tuple(actions)

    def right_now(self, language: str, root: str, need: str = "") -> str:
        """Give the address of the right-now page, or of a need's place on it."""
        return self.href(in_language(RIGHT_NOW, language, self.main_language), root, need)

    def languages(self, urls: Mapping[str, str], current: str, root: str) -> tuple[LinkView, ...]:
        """Give the language switch: where the same page is in each language, in that language's own words."""
        if len(self.site.languages) == 1:
            return ()
        return tuple(
            LinkView(
                self.href(urls.get(language, in_language("", language, self.main_language)), root),
                name_of(language),
                language,
                language == current,
                direction_of(language),
            )
            for language in self.site.languages
        )


def _direction(language: str) -> str:
    """Give the direction of a language where one is named."""
    return direction_of(language) if language else ""


def asset_path(source: str, digest: str) -> str:
    """Give the fingerprinted path of a file: a changed file has another address, so no cache is ever stale."""
    name, ending = posixpath.splitext(posixpath.basename(source))
    return f"assets/{name}.{digest[:SHORT_DIGEST]}{ending.lower()}"


def picture_path(picture: Picture, width: int, kind: str) -> str:
    """Give the path of one size of a picture."""
    name = posixpath.splitext(posixpath.basename(picture.source))[0]
    return f"assets/{name}-{width}.{picture.digest[:SHORT_DIGEST]}.{kind}"


def has_sizes(picture: Picture) -> bool:
    """Tell whether a picture is made of dots that can be drawn smaller; drawings and animations are not."""
    return picture.format != "svg" and not picture.is_animated


def fallback_path(picture: Picture) -> str:
    """Give the path of the picture that every browser can show."""
    if not has_sizes(picture):
        return asset_path(picture.source, picture.digest)
    return picture_path(picture, fallback_width(picture), fallback_kind(picture))


def fallback_width(picture: Picture) -> int:
    """Give the largest published width that a phone still loads quickly."""
    return max((w for w in widths_for(picture) if w <= FALLBACK_WIDTH), default=widths_for(picture)[0])


def fallback_kind(picture: Picture) -> str:
    """Give the format of the fallback: photos stay JPEG, everything else keeps its transparency as PNG."""
    return "jpg" if picture.format == "jpg" else "png"


def _attributes(attributes: tuple[tuple[str, str], ...]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes)
