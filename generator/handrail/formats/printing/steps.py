"""What to do, as plain text: the items of the first numbered list in a body."""

import re
from html.parser import HTMLParser

BLANKS = re.compile(r"[ \t\n]+")  # and not the kind that keeps a number together
LIST = re.compile(r"<(/?)ol\b[^>]*>")
NOTES = '<div class="footnote"'  # at the foot of a body, a numbered list too
LISTS = ("ol", "ul")
ALONE = ("br", "hr", "img", "input", "wbr")  # elements without an end
PARTS = (*ALONE, "p", "li", "div", "blockquote")  # what stands in them is no part of the word before


def first_steps(html: str) -> tuple[str, ...]:
    """Give the items of the first numbered list of clean HTML, without what is for screen readers; may be empty."""
    reader = _Steps()
    reader.feed(_first_list(html))
    reader.close()
    return tuple(text for step in reader.steps if (text := BLANKS.sub(" ", "".join(step)).strip()))


def _first_list(html: str) -> str:
    """Give the list alone: reading whole bodies as HTML would take a second of a large hub's build."""
    body = html.partition(NOTES)[0]
    start, depth = body.find("<ol"), 0
    for tag in LIST.finditer(body):
        depth += -1 if tag[1] else 1
        if not depth:
            return body[start : tag.end()]
    return ""


class _Steps(HTMLParser):
    """Collects the text of each item; `unread` counts the open elements within one that is passed over."""

    def __init__(self) -> None:
        super().__init__()
        self.steps: list[list[str]] = []
        self.depth = 0
        self.unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.unread or _is_aside(dict(attrs)):
            self.unread += tag not in ALONE
            return
        self.depth += tag in LISTS
        if self.depth == 1 and tag == "li":
            self.steps.append([])
        self.handle_data(" " if tag in PARTS else "")

    def handle_endtag(self, tag: str) -> None:
        if self.unread:
            self.unread -= 1
        else:
            self.depth -= tag in LISTS

    def handle_data(self, data: str) -> None:
        if self.steps and not self.unread:
            self.steps[-1].append(data)


def _is_aside(attributes: dict[str, str | None]) -> bool:
    """Tell whether an element is the mark of a note at the foot, or only for screen readers."""
    is_mark = (attributes.get("id") or "").startswith("fnref")
    return is_mark or "hr-hidden" in (attributes.get("class") or "").split()
