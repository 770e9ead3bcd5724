"""Tools: what a resource can do on the visitor's own device: a pacer, a walk-through, a sheet, a count of days."""

import json

from markupsafe import Markup

from ..edition import Edition
from ..kinds.resource import DAY_COUNT, SAFETY_PLAN, Resource
from ..views import OptionView, ToolView
from ..voice import Voice
from ..wording.tools import COUNTED, NOTES
from .printing.papers import help_lines

MOST_LINES = 3  # on a sheet that should stay one page and be taken in at a glance


def tool_script(edition: Edition, name: str | None) -> str:
    """Give the script of a tool, which stands in the pages that have it; none without a tool."""
    return edition.theme.scripts.get(f"tool-{name}.js", "") if name else ""


def tool_view(edition: Edition, header: Resource, language: str) -> ToolView:
    """Give what a resource's tool shows, and its script."""
    voice = edition.voice(language)
    view = ToolView(header.tool or "", Markup(tool_script(edition, header.tool)))  # noqa: S704  # the theme's own code
    if header.tool == SAFETY_PLAN:
        title = voice.text(NOTES) if edition.is_discreet else header.title
        return view._replace(lines=help_lines(edition, language, MOST_LINES), file_title=title)
    return _with_dates(view, voice) if header.tool == DAY_COUNT else view


def _with_dates(view: ToolView, voice: Voice) -> ToolView:
    """Add the names of months, and the words for lengths of time in every plural form of the language."""
    months = tuple(OptionView(str(number), voice.month(number)) for number in range(1, 13))
    counts = {unit: voice.forms(one, many) for unit, (one, many) in COUNTED.items()}
    return view._replace(months=months, parts=voice.date_parts(), counts=json.dumps(counts, ensure_ascii=False))
