"""The smallest theme that keeps the contract: every field of every view is printed, so that any change is seen."""

from types import UnionType
from typing import Any, get_args, get_origin

from handrail.views import TEMPLATES, fields_of


def tiny_theme() -> dict[str, str]:
    """Give the files of the theme `tiny`, which prints all it is given and looks like nothing."""
    files = {"themes/tiny/theme.yaml": "name: tiny\n"}
    for name, views in TEMPLATES.items():
        shown = "\n".join(_shown(key, kind, 0) for key, kind in views.items())
        files[f"themes/tiny/templates/{name}"] = (
            '<!doctype html><html lang="{{ page.language }}"><head><meta name="generator" content="Handrail">'
            f"<title>{{{{ page.title }}}}</title></head><body>\n{shown}\n</body></html>\n"
        )
    return files


def _shown(name: str, kind: Any, depth: int) -> str:
    """Write Jinja that prints a value and all its parts."""
    options = [option for option in (get_args(kind) if get_origin(kind) is UnionType else (kind,)) if option]
    inner = next((option for option in options if option is not type(None)), kind)
    if get_origin(inner) is tuple:
        item = f"item{depth}"
        return f"{{% for {item} in {name} %}}{_shown(item, get_args(inner)[0], depth + 1)}{{% endfor %}}"
    if fields_of(inner):
        hints = fields_of(inner)
        parts = [_shown(f"{name}.{field}", hints[field], depth) for field in hints]
        body = "".join(part for part in parts if "page.style" not in part and "site.files" not in part)
        return f"{{% if {name} is not none %}}{body}{{% endif %}}" if len(options) > 1 else body
    return f"[{{{{ {name} }}}}]"
