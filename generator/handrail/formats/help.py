"""The help page: help lines in words, the site's own regions first and whole, then every other."""

from collections.abc import Iterator

from ..addresses import HELP, PRINT, in_language
from ..edition import Edition
from ..kinds.helpline import EMERGENCY, Helpline
from ..output import Output
from ..paths import root_from, slugify
from ..site import DatedLine
from ..translation import country_of, name_of
from ..views import HelpView, LineView, LinkView, RegionView, SpokenLineView, SpokenView, TextView
from ..wording import (
    ALL_COUNTRIES,
    ALL_HOURS,
    ANONYMOUS,
    CHAT,
    CHECKED_OPERATOR,
    CHECKED_PUBLISHED,
    EUROPE,
    FREE,
    FREE_OTHERWISE,
    HELP_NEUTRAL,
    LANGUAGES,
    MAY_DISPATCH,
    NEVER_DISPATCHES,
    OFF_BILL,
    ON_BILL,
    REGION_OF,
    STANDARD,
    WEBSITE,
)
from ..wording import HELP as HELP_TITLE
from .open_hours import told_hours
from .shell import Sheet, in_each_language, page_output

SPECIAL = {"ANY": ALL_COUNTRIES, "EU": EUROPE}
ISO_CODES = {"UK": "GB"}


def help_pages(edition: Edition) -> Iterator[Output]:
    """Plan the help page in every language."""
    for language in edition.site.languages:
        url = in_language(HELP, language, edition.main_language)
        title = edition.voice(language).text(HELP_TITLE)
        regions = {region: _region(edition, region, language) for region in edition.site.lines}
        near = tuple(regions[region] for region in edition.site.near)
        others = sorted((r for name, r in regions.items() if name not in edition.site.near), key=lambda r: r.name)
        urls = in_each_language(edition, HELP)
        card = edition.href(in_language(f"{PRINT}card/", language, edition.main_language), root_from(url))
        sheet = Sheet(
            "help.html",
            url,
            language,
            title,
            section="help",
            urls=urls,
            neutral=edition.voice(language).text(HELP_NEUTRAL),
        )
        spoken = tuple(_spoken(edition, language))
        view = HelpView(near, tuple(others), spoken, card)
        yield page_output(edition, sheet, help=view)


def _spoken(edition: Edition, language: str) -> Iterator[SpokenView]:
    """Give the lines of every language that some speak, in all regions, from A to Z: people carry theirs with them."""
    by_language: dict[str, list[SpokenLineView]] = {}
    for region, lines in edition.site.lines.items():
        where = _region_name(edition, region, language)
        for line in lines:
            view = SpokenLineView(edition.voice(language).say(line.record.name), where, edition.actions(line, language))
            for spoken in line.record.languages if view.actions else ():
                by_language.setdefault(spoken, []).append(view)
    for spoken in sorted(by_language, key=lambda code: name_of(code).casefold()):
        yield SpokenView(edition.voice(language).words(spoken, name_of(spoken)), tuple(by_language[spoken]))


def _region(edition: Edition, region: str, language: str) -> RegionView:
    lines = tuple(_line(edition, line, language) for line in edition.site.lines[region])
    return RegionView(f"hr-{slugify(region)}", _region_name(edition, region, language), lines)


def _region_name(edition: Edition, region: str, language: str) -> str:
    if region in SPECIAL:
        return edition.voice(language).text(SPECIAL[region])
    return country_of(ISO_CODES.get(region, region), language) or region


def _line(edition: Edition, dated: DatedLine, language: str) -> LineView:
    line = dated.record
    voice = edition.voice(language)
    name = voice.say(line.name)
    if line.region:
        name = name._replace(text=voice.text(REGION_OF, country=name.text, region=line.region))
    checked = CHECKED_OPERATOR if line.checked == "operator" else CHECKED_PUBLISHED
    return LineView(
        id=line.id,
        name=name,
        use=line.use,
        what_for=voice.say(line.what_for),
        audience=voice.maybe(line.audience),
        actions=edition.actions(dated, language),
        chat=LinkView(line.chat_url, voice.text(CHAT)) if line.chat_url else None,
        website=LinkView(line.website, voice.text(WEBSITE)) if line.website else None,
        relay=voice.maybe(line.relay),
        hours=_hours(edition, line, language),
        languages=_languages(edition, line, language),
        facts=tuple(voice.text(fact) for fact in _facts(line)),
        notes=voice.maybe(line.notes),
        checked=voice.text(checked),
        checked_on=voice.dated(line.verified_on),
        source=LinkView(line.source_url, line.source_url.split("/")[2]),
        is_overdue=dated.is_overdue,
    )


def _hours(edition: Edition, line: Helpline, language: str) -> TextView | None:
    if line.hours is None:
        return None
    if line.always_open:
        return TextView(edition.voice(language).text(ALL_HOURS))
    return told_hours(edition.voice(language), line.hours)


def _languages(edition: Edition, line: Helpline, language: str) -> str | None:
    if not line.languages:
        return None
    names = ", ".join(name_of(spoken, language) for spoken in line.languages)
    return edition.voice(language).text(LANGUAGES, languages=names)


def _facts(line: Helpline) -> Iterator[str]:
    """Give what happens when one calls, as far as it is known."""
    facts = {
        ("cost", "free"): FREE if line.call else FREE_OTHERWISE,
        ("cost", "standard"): STANDARD,
        ("on_bill", "yes"): ON_BILL,
        ("on_bill", "no"): OFF_BILL,
        ("may_dispatch", "yes"): MAY_DISPATCH,
        ("may_dispatch", "no"): NEVER_DISPATCHES,
        ("anonymous", "yes"): ANONYMOUS,
    }
    for (name, value), words in facts.items():
        # Sending help is what an emergency number is for: "may" would leave doubt.
        if getattr(line, name) == value and (name, line.use) != ("may_dispatch", EMERGENCY):
            yield words
