"""Pure: the reference, as Markdown generated from the code. A page is a sequence of blocks, the title first."""

from collections.abc import Iterable

from .commands import commands_page
from .fields import fields_page
from .problems import problems_page
from .views import views_page

NOTICE = "<!-- Written by tools/write_reference.py from the code. Change the code, not this file. -->"


def reference_pages() -> dict[str, str]:
    """Give every page of the reference by its file name."""
    pages = {
        "fields.md": fields_page(),
        "problems.md": problems_page(),
        "views.md": views_page(),
        "commands.md": commands_page(),
    }
    return {name: _page(blocks) for name, blocks in pages.items()}


def _page(blocks: Iterable[str]) -> str:
    title, *rest = blocks
    return "\n\n".join((title, NOTICE, *rest)) + "\n"
