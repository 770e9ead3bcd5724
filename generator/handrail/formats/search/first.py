"""What comes before all results when somebody searches with words of distress: people to call, and what helps now."""

import json
from collections.abc import Iterator

from markupsafe import Markup

from ...distress import CRAVING, CRISIS, EMERGENCY, SLIP, URGENCY
from ...edition import Edition
from ...kinds.resource import Resource
from ...views import FirstView, LinkView
from ...wording import HELP, NEEDS, RIGHT_NOW
from ...wording import searching as say
from ..meetings.schema_org import SAFE_IN_SCRIPT

WORDS = {
    EMERGENCY: (say.EMERGENCY, say.EMERGENCY_WORDS),
    CRISIS: (say.CRISIS, say.CRISIS_WORDS),
    SLIP: (say.SLIP, say.SLIP_WORDS),
    CRAVING: (say.CRAVING, say.CRAVING_WORDS),
}
NEED = {SLIP: "after-a-slip", CRAVING: "craving"}


def first_views(edition: Edition, language: str, root: str) -> Iterator[FirstView]:
    """Give what comes first for each kind of distress, the most urgent first."""
    voice, bar = edition.voice(language), edition.help_bar(language, root)
    for kind in URGENCY:
        title, words = (voice.text(text) for text in WORDS[kind])
        # The bar offers the crisis line first; where a life is in danger, the emergency number is.
        actions = bar.actions[::-1] if kind == EMERGENCY else bar.actions
        links = (*_right_now(edition, language, root, kind), LinkView(bar.more, voice.text(HELP)))
        yield FirstView(kind, title, words, actions, links, links_first=kind in NEED)


def _right_now(edition: Edition, language: str, root: str, kind: str) -> Iterator[LinkView]:
    """Give the way to what helps now: to the very need, if some strategy serves it."""
    need = NEED.get(kind)
    if need and any(isinstance(p.header, Resource) and need in p.header.needs for p in edition.site.pages):
        yield LinkView(edition.right_now(language, root, need), edition.voice(language).text(NEEDS[need]))
    elif edition.site.has_needs:
        yield LinkView(edition.right_now(language, root), edition.voice(language).text(RIGHT_NOW))


def distress_data(edition: Edition) -> Markup:
    """Give the words of distress of all languages for the script, as JSON that can stand in a page."""
    lists = {kind: [words for found in edition.site.distress for words in found.phrases[kind]] for kind in URGENCY}
    text = json.dumps(lists, ensure_ascii=False, separators=(",", ":")).translate(SAFE_IN_SCRIPT)
    return Markup(text)  # noqa: S704  # no sign of HTML is left
