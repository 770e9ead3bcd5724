"""Pictures of one page of every template and language: `python tools/screenshots.py OUTPUT_FOLDER TARGET_FOLDER`.

Does I/O: serves the output folder, drives Chromium, writes PNG files and prints their names.
"""

import argparse
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser

# Run as a script, this file's own folder is on the path, but not the one above it.
sys.path.insert(0, str(Path(__file__).parents[1]))

from tools.browser import ChromiumMissingError, SamplePage, chromium, one_page_per_template, serving, show_whole

WIDTHS = (320, 768, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
HEIGHT = 800


def file_name(page: SamplePage, width: int, scheme: str) -> str:
    """Give the name of a picture."""
    return f"{page.template}-{page.language}-{width}-{scheme}.png"


def take_pictures(
    browser: Browser,
    home: str,
    pages: list[SamplePage],
    target: Path,
    widths: list[int],
) -> Iterator[str]:
    """Take all pictures, and give the name of each with the page it shows."""
    for width, scheme in product(widths, SCHEMES):
        context = browser.new_context(
            viewport={"width": width, "height": HEIGHT},
            color_scheme=scheme,
            reduced_motion="reduce",
        )
        window = context.new_page()
        for page in pages:
            name = file_name(page, width, scheme)
            window.set_viewport_size({"width": width, "height": HEIGHT})
            window.goto(home + page.url, wait_until="load")
            show_whole(window, width)
            window.screenshot(path=target / name, full_page=True)
            yield f"{name}  {page.path}"
        context.close()


def main() -> int:
    """Read the command line, take the pictures and print an index."""
    parser = argparse.ArgumentParser(description="Take pictures of one page of every template and language.")
    parser.add_argument("output_folder", type=Path, help="a built site")
    parser.add_argument("target_folder", type=Path, help="where the pictures go; it is made if need be")
    parser.add_argument("--widths", type=int, nargs="+", default=list(WIDTHS), help="widths in CSS pixels")
    options = parser.parse_args()
    pages = one_page_per_template(options.output_folder)
    if not pages:
        print(f"No page in {options.output_folder} names its template: build the site first.", file=sys.stderr)
        return 1
    options.target_folder.mkdir(parents=True, exist_ok=True)
    try:
        with serving(options.output_folder) as home, chromium() as browser:
            for line in take_pictures(browser, home, pages, options.target_folder, options.widths):
                print(line, flush=True)
    except ChromiumMissingError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
