"""The news feed keeps every rule of Atom (RFC 4287) that a machine can check, and leads to pages that are there."""

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from handrail.build import BuildRequest, build
from hubs import write_hub

ATOM = "{http://www.w3.org/2005/Atom}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
BASE = "https://example.org/hub/"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")  # RFC 3339, as RFC 4287, 3.3 asks
ONCE = ("id", "title", "updated")  # of a feed and of every entry: RFC 4287, 4.1.1 and 4.1.2
TODAY = date(2026, 11, 22)


class Addresses(HTMLParser):
    """Collects where the links and pictures of a piece of HTML lead."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name in ("href", "src")]


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    news = "---\ntitle: {title}\ndate: {day}\n{more}---\n\n{body}\n"
    root = write_hub(
        tmp_path_factory.mktemp("hub"),
        {
            "site.yaml": f"name: A & B <Circle>\nurl: {BASE}\nlanguages: [en, es]\n",
            "content/news/tea.md": news.format(
                title="Tea & <cake>",
                day="2026-11-02",
                more="summary: New cups.\n",
                body="[Home](../index.md) & more.",
            ),
            "content/news/hall.md": news.format(title="A new hall", day="2026-11-16", more="", body="Come and see."),
            "content/news/draft.md": news.format(title="Not yet", day="2026-11-17", more="draft: yes\n", body="No."),
            "content/news/old.md": news.format(
                title="Over", day="2026-10-01", more="expires: 2026-11-01\n", body="It is over."
            ),
            "content/news/tea.es.md": news.format(title="Té", day="2026-11-03", more="", body="Tazas nuevas."),
        },
    )
    assert build(BuildRequest(root, TODAY)).is_written
    return root / "output"


@pytest.fixture(scope="module", params=["feed.xml", "es/feed.xml"])
def feed(request: pytest.FixtureRequest, output: Path) -> ET.Element:
    return read(output / request.param)


def read(file: Path) -> ET.Element:
    return ET.fromstring(file.read_bytes())  # noqa: S314  # our own output


def texts(element: ET.Element, name: str) -> list[str]:
    return [found.text or "" for found in element.findall(f"{ATOM}{name}")]


def entries(feed: ET.Element) -> list[ET.Element]:
    return feed.findall(f"{ATOM}entry")


def test_feed_and_entries_have_what_they_must_have_once(feed: ET.Element) -> None:
    assert feed.tag == f"{ATOM}feed"
    for element in (feed, *entries(feed)):
        assert [len(texts(element, name)) for name in ONCE] == [1, 1, 1]
        assert all(texts(element, name)[0].strip() for name in ONCE)


def test_somebody_is_named_as_author(feed: ET.Element) -> None:
    assert [texts(author, "name") for author in feed.findall(f"{ATOM}author")] == [["A & B <Circle>"]]


def test_dates_are_moments_and_the_feed_is_as_new_as_its_newest_entry(feed: ET.Element) -> None:
    moments = [moment for entry in entries(feed) for moment in (*texts(entry, "updated"), *texts(entry, "published"))]
    assert all(MOMENT.fullmatch(moment) for moment in moments)
    assert texts(feed, "updated") == [max(moments)]


def test_each_entry_has_an_id_of_its_own_that_is_a_whole_address(feed: ET.Element) -> None:
    ids = [*texts(feed, "id"), *(identity for entry in entries(feed) for identity in texts(entry, "id"))]
    assert len(set(ids)) == len(ids)
    assert all(identity.startswith(BASE) for identity in ids)


def test_links_name_the_feed_itself_and_pages_that_are_there(feed: ET.Element, output: Path) -> None:
    own = {link.get("rel"): link.get("href", "") for link in feed.findall(f"{ATOM}link")}
    assert set(own) == {"self", "alternate"}
    pages = [own["alternate"], *(link.get("href", "") for e in entries(feed) for link in e.findall(f"{ATOM}link"))]
    files = [own["self"], *(f"{page}index.html" for page in pages)]
    assert [file for file in files if not (output / file.removeprefix(BASE)).is_file()] == []


def test_content_is_html_whose_links_are_whole(feed: ET.Element) -> None:
    for entry in entries(feed):
        content = entry.find(f"{ATOM}content")
        assert content is not None
        assert content.get("type") == "html"
        assert all(address.startswith(BASE) for address in Addresses(content.text or "").found)


def test_each_language_has_its_own_news_the_newest_first(output: Path) -> None:
    english, spanish = (read(output / path) for path in ("feed.xml", "es/feed.xml"))
    assert (english.get(LANGUAGE), spanish.get(LANGUAGE)) == ("en", "es")
    assert [texts(entry, "title") for entry in entries(english)] == [["A new hall"], ["Tea & <cake>"]]
    assert [texts(entry, "title") for entry in entries(spanish)] == [["Té"]]


def test_pages_tell_where_the_feed_is(output: Path) -> None:
    page = (output / "news/index.html").read_text(encoding="utf-8")
    assert '<link rel="alternate" type="application/atom+xml"' in page
    assert 'href="../feed.xml"' in page
