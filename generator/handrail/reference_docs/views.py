"""Pure: what templates receive, from the view types."""

from collections.abc import Iterator, Mapping
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from .. import views
from .blocks import Words, doc, link, table

VIEW_WORDS: dict[str, Words] = {
    "str": ("text", "texts"),
    "int": ("number", "numbers"),
    "bool": ("true or false", "true or false"),
    "Mapping": ("texts by name", "texts by name"),
    "Markup": ("finished HTML", "pieces of finished HTML"),
    "Html": ("finished HTML", "pieces of finished HTML"),
}


def views_page() -> Iterator[str]:
    """Give the page of every name and field that templates can use."""
    yield "# Views"
    yield doc(views)
    yield (
        'Texts of the theme itself are translated with `_("…")` and `ngettext("one", "many", number)`. A name or field '
        "that is not listed here is a mistake, and Handrail says so before it draws a page."
    )
    yield "## What every template receives"
    yield table(("Name", "What it is"), ((f"`{n}`", _view_words(kind)[0]) for n, kind in views.EVERY_PAGE.items()))
    yield "## What each template receives besides"
    yield table(("Template", "Names"), ((f"`{name}`", _names(given)) for name, given in views.TEMPLATES.items()))
    for view in _all_views():
        yield f"## {view.__name__}"
        yield doc(view)
        yield table(("Field", "What it is"), ((f"`{n}`", _view_words(t)[0]) for n, t in views.fields_of(view).items()))


def _names(given: Mapping[str, Any]) -> str:
    own = (f"`{name}`: {_view_words(kind)[0]}" for name, kind in given.items() if name not in views.EVERY_PAGE)
    return ", ".join(own)


def _all_views() -> tuple[Any, ...]:
    """Give every view type that a template can reach, in the order in which a reader meets them."""
    found: dict[Any, None] = {}
    waiting = [kind for given in views.TEMPLATES.values() for kind in given.values()]
    while waiting:
        kind = waiting.pop(0)
        if views.fields_of(kind) and kind not in found:
            found[kind] = None
            waiting += views.fields_of(kind).values()
        waiting += get_args(kind)
    return tuple(found)


def _view_words(kind: Any) -> Words:
    origin, parts = get_origin(kind), get_args(kind)
    if getattr(kind, "__name__", "") in VIEW_WORDS:
        return VIEW_WORDS[kind.__name__]
    if origin in (Union, UnionType):
        one, several = " or ".join(_view_words(part)[0] for part in parts if part is not NoneType), "values"
        return (f"{one}, or none" if NoneType in parts else one), several
    if origin is tuple:
        return f"list of {_view_words(parts[0])[1]}", f"lists of {_view_words(parts[0])[1]}"
    view = link(f"`{kind.__name__}`", kind.__name__)
    return view, view
