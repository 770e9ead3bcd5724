"""Whether a site works where it lives: below a base path, at wrong addresses, on a disk."""

from pathlib import Path
from urllib.parse import urldefrag, urlsplit
from urllib.request import url2pathname

from tools.browser import all_pages

from . import quiet
from .crawl import fetch
from .documents import local_links, read_document
from .visits import Visit

# Never shown from a disk: it is for servers, and its links are made for any depth.
FOR_SERVERS = {"404"}


def looks_of(visit: Visit) -> list[str]:
    """Give what a style sheet sets: fonts, sizes and colours of what every page has."""
    looks: list[str] = visit.page.evaluate("""() => ["body", "main", "h1", "a"].flatMap((name) => {
      const element = document.querySelector(name);
      if (!element) return [`no ${name}`];
      const style = getComputedStyle(element);
      return [style.fontFamily, style.fontSize, style.color, style.maxWidth, style.backgroundColor];
    })""")
    return looks


def deep_faults(visit: Visit, home: str, looks: list[str]) -> list[str]:
    """Give what is wrong with the answer to a wrong address, beside how the same page looks at its own address."""
    status = [] if visit.status == 404 else [f"is answered with {visit.status}"]
    style = [] if looks_of(visit) == looks else ["has lost its style sheet"]
    # Chromium complains about the status of the page itself, once; that is meant.
    about_itself = next((text for text in visit.complaints if "status of 404" in text), None)
    complaints = [text for text in visit.complaints if text is not about_itself]
    links: list[str] = visit.page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
    local = {urldefrag(link).url for link in links if link.startswith(home)} - {urldefrag(visit.url).url}
    lost = [f"links to {link}, which is not there" for link in sorted(local) if fetch(link).status != 200]
    nowhere = [] if local else ["links to no page of the site"]
    return [*status, *style, *complaints, *quiet.foreign_requests(visit), *lost, *nowhere]


def stray_links(folder: Path, home: str) -> list[str]:
    """Give the links of a site that stay on its server but leave its base path."""
    return [
        f"{page.path}: {address}"
        for page in all_pages(folder)
        for address in sorted(local_links(read_document((folder / page.path).read_text("utf-8")), home + page.url))
        if not address.startswith(home)
    ]


def links_to_no_file(folder: Path) -> list[str]:
    """Give the links of a portable build that lead to no file: a disk opens no folder as a page."""
    faults = []
    for page in all_pages(folder):
        path = folder / page.path
        if page.template in FOR_SERVERS:
            continue
        for address in sorted(local_links(read_document(path.read_text("utf-8")), path.as_uri())):
            target = Path(url2pathname(urlsplit(address).path))
            if not target.is_file() or not target.is_relative_to(folder):
                faults.append(f"{page.path}: {address}")
    return faults
