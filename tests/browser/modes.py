"""What visitors' systems ask for: less motion, their own colours, paper."""

import shutil
import subprocess
from pathlib import Path

from .visits import Visit


def moving_parts(visit: Visit) -> list[str]:
    """Give what moves, or would move, although the visitor asked for less motion."""
    faults: list[str] = visit.ask("movingParts")
    return faults


def unmarked_controls(visit: Visit) -> list[str]:
    """Give the links and buttons that forced colours leave without any mark."""
    faults: list[str] = visit.ask("unmarkedControls")
    return faults


def print_faults(visit: Visit, paper: Path) -> list[str]:
    """Print the page to a tagged PDF at `paper`, and give what is missing from it or should not be there."""
    heading = visit.page.locator("h1").first.text_content() or ""
    skip_link = visit.page.locator("a[href^='#']").first.text_content() or ""
    visit.page.pdf(path=paper, prefer_css_page_size=True, tagged=True, outline=True)
    tags = [] if b"/StructTreeRoot" in paper.read_bytes() else ["prints without tags"]
    return [*tags, *_text_faults(paper, heading, skip_link)]


def can_read_paper() -> bool:
    """Tell whether pdftotext (Debian package poppler-utils) is installed."""
    return shutil.which("pdftotext") is not None


def _text_faults(paper: Path, heading: str, skip_link: str) -> list[str]:
    if not can_read_paper():
        return []
    command = ["pdftotext", str(paper), "-"]
    printed = _words(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    lost = [] if _words(heading) in printed else [f"prints without its heading “{heading.strip()}”"]
    left = [f"prints its skip link “{skip_link.strip()}”"] if _words(skip_link) in printed else []
    return [*lost, *left]


def _words(text: str) -> str:
    """Give a text without its blanks: a printed heading is broken into lines, sometimes within a word."""
    return "".join(text.replace("\u00ad", "").split())
