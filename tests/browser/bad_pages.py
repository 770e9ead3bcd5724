"""Small pages with one fault each, served from a folder of their own, to see the battery find it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.browser import serving

from .visits import Setting, Visit, Visitor

WIDE = Setting()
NARROW = Setting(320, 640)

STYLE = """
  :root { color-scheme: light dark }
  a, button, summary { display: inline-block; min-width: 44px; min-height: 44px; color: #00f; background: #fff }
  p a { display: inline; min-height: 0 }
  :focus-visible { outline: 3px solid #d00; outline-offset: 2px }
"""

# What a page needs so that nothing is wrong with it but the fault under test.
BODY = """
  <a href="#main">Skip to the content</a>
  <nav aria-label="Menu"><ul><li><a href="#one">One</a></li><li><a href="#two">Two</a></li></ul></nav>
  <main id="main" tabindex="-1">
    <h1>A page without faults</h1>
    <p id="one">Some words, and <a href="#two">a link among them</a>.</p>
    <p id="two">Some more words.</p>
    {}
  </main>
"""


@dataclass(frozen=True, slots=True)
class Stage:
    """A folder that is served, and someone to visit it."""

    folder: Path
    home: str
    visitor: Visitor

    def write(self, name: str, text: str) -> None:
        """Put a file into the folder."""
        (self.folder / name).write_text(text, encoding="utf-8")

    @contextmanager
    def show(self, more: str = "", *, head: str = "", setting: Setting = WIDE) -> Iterator[Visit]:
        """Visit the page without faults, with something more in its main part or its head."""
        with self.show_body(BODY.format(more), head=head, setting=setting) as visit:
            yield visit

    @contextmanager
    def show_body(self, body: str, *, head: str = "", setting: Setting = WIDE) -> Iterator[Visit]:
        """Visit a page with a body of its own."""
        self.write("index.html", html(body, head))
        with self.visitor.visit(self.home, setting) as visit:
            yield visit


def html(body: str, head: str = "") -> str:
    """Give a whole page."""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">'
        f"<style>{STYLE}</style>{head}</head><body>{body}</body></html>"
    )


@contextmanager
def staged(folder: Path, visitor: Visitor) -> Iterator[Stage]:
    """Serve a folder of bad pages."""
    with serving(folder) as home:
        yield Stage(folder, home, visitor)
