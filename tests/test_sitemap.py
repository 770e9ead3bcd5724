"""The sitemap lists every page that may be found, and nothing else; each page names its twins in other languages."""

from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import pytest

from handrail.build import BuildRequest
from handrail.load import load
from handrail.making import draw
from handrail.paths import output_path
from hubs import write_hub

DAY = date(2026, 11, 22)
BASE = "https://example.org/hub/"
SITEMAPS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
HUB = {
    "site.yaml": (
        "name: {en: Circle, es: Círculo}\nlanguage: en\nlanguages: [en, es, pt-BR]\n"
        "url: https://example.org/hub\nhelplines: [US]\n"
    ),
    "content/index.md": "---\ntitle: Welcome\n---\n",
    "content/index.es.md": "---\ntitle: Hola\n---\n",
    "content/about.md": "---\ntitle: About\nreviewed: 2026-11-01\nredirects: [/who-we-are/, /old/about/]\n---\n",
    "content/secret.md": "---\ntitle: For those with the link\nnoindex: yes\n---\n",
    "content/secret.es.md": "---\ntitle: Con el enlace\nnoindex: yes\n---\n",
    "content/draft.md": "---\ntitle: Not yet\ndraft: yes\n---\n",
    "content/stories/over.md": "---\ntitle: Over\nexpires: 2026-01-01\n---\n",
    "content/guidelines/index.md": "---\ntitle: Our guidelines\n---\n",
    "content/guidelines/agreement.md": "---\ntitle: Agreement\n---\n",
    "content/guidelines/agreement.es.md": "---\ntitle: Acuerdo\nreviewed: 2026-10-05\n---\n",
    "content/resources/tea.md": "---\ntitle: Tea\nneeds: [anxious]\nslug: warm-tea\n---\n",
    "content/news/chairs.md": "---\ntitle: Chairs\ndate: 2026-11-02\n---\n",
    "content/places.yaml": "places:\n  - {id: library, name: Library}\n  - {id: hall, name: Hall, draft: yes}\n",
    "content/groups.yaml": "groups:\n  - {id: river, name: River}\n",
}
# In each language: home, help, the map, what do you need, and each section with its places and groups.
SHARED = (
    "", "display/", "groups/", "groups/river/", "guidelines/", "help/", "map/", "news/", "offline/", "places/",
    "places/library/", "resources/", "right-now/", "safety/", "search/",
)  # fmt: skip
WRITTEN = ("about/", "guidelines/agreement/", "es/guidelines/agreement/", "news/chairs/", "resources/warm-tea/")


class Facts(NamedTuple):
    """What the head of a page tells search engines."""

    is_hidden: bool
    canonical: str
    alternates: dict[str, str]
    language: str


class Head(HTMLParser):
    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.facts = Facts(is_hidden=False, canonical="", alternates={}, language="")
        self.feed(data.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.facts = self.facts._replace(language=has["lang"])
        if tag == "meta" and has.get("name") == "robots":
            self.facts = self.facts._replace(is_hidden="noindex" in has["content"])
        if tag == "link" and has["rel"] == "canonical":
            self.facts = self.facts._replace(canonical=has["href"])
        if tag == "link" and "hreflang" in has:
            self.facts.alternates[has["hreflang"]] = has["href"]


def drawn(root: Path, base_url: str | None = None) -> dict[str, bytes]:
    """Give every file of a hub's site by path."""
    drawing = draw(load(root, DAY), BuildRequest(root, DAY, base_url=base_url))
    return {path: file.data for path, file in drawing.files.items()}


def listed(files: dict[str, bytes]) -> dict[str, str]:
    """Give the addresses of a sitemap, each with its day, which may be empty."""
    urls = ET.fromstring(files["sitemap.xml"]).findall("s:url", SITEMAPS)  # noqa: S314  # our own file
    found = {url.findtext("s:loc", "", SITEMAPS): url.findtext("s:lastmod", "", SITEMAPS) for url in urls}
    assert len(found) == len(urls)
    return found


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return drawn(write_hub(tmp_path_factory.mktemp("hub"), HUB))


@pytest.fixture(scope="module")
def heads(files: dict[str, bytes]) -> dict[str, Facts]:
    return {path: Head(data).facts for path, data in files.items() if path.endswith(".html")}


def test_the_sitemap_lists_exactly_these_pages(files: dict[str, bytes]) -> None:
    everywhere = {f"{BASE}{prefix}{url}" for prefix in ("", "es/", "pt-BR/") for url in SHARED}
    assert set(listed(files)) == everywhere | {f"{BASE}{url}" for url in WRITTEN}


def test_every_page_is_listed_unless_it_is_hidden_moved_or_lost(
    files: dict[str, bytes], heads: dict[str, Facts]
) -> None:
    hidden = {path for path, facts in heads.items() if facts.is_hidden}
    assert hidden == {
        "404.html",
        *(f"{prefix}forget/index.html" for prefix in ("", "es/", "pt-BR/")),
        *(f"{prefix}print/{sheet}index.html" for prefix in ("", "es/", "pt-BR/") for sheet in ("", "card/")),
        "who-we-are/index.html",
        "old/about/index.html",
        "secret/index.html",
        "es/secret/index.html",
        "pt-BR/secret/index.html",
    }
    originals = {path: output_path(facts.canonical.removeprefix(BASE)) for path, facts in heads.items()}
    stand_ins = {path for path in heads.keys() - hidden if originals[path] != path}
    assert {"es/about/index.html", "pt-BR/news/chairs/index.html"} <= stand_ins
    assert {originals[path] for path in stand_ins} <= heads.keys() - hidden
    assert {output_path(url.removeprefix(BASE)) for url in listed(files)} == heads.keys() - hidden - stand_ins


def test_every_listed_address_is_the_one_its_page_gives_itself(
    files: dict[str, bytes], heads: dict[str, Facts]
) -> None:
    for url in listed(files):
        assert heads[output_path(url.removeprefix(BASE))].canonical == url


def test_the_list_is_in_order_and_says_when_a_page_was_reviewed_and_what_day_news_is_of(
    files: dict[str, bytes],
) -> None:
    found = listed(files)
    assert list(found) == sorted(found)
    assert {url: day for url, day in found.items() if day} == {
        f"{BASE}about/": "2026-11-01",
        f"{BASE}es/guidelines/agreement/": "2026-10-05",
        f"{BASE}news/chairs/": "2026-11-02",
    }


def test_a_page_names_itself_and_its_twins(heads: dict[str, Facts]) -> None:
    assert heads["guidelines/agreement/index.html"].alternates == {
        "en": f"{BASE}guidelines/agreement/",
        "es": f"{BASE}es/guidelines/agreement/",
        "x-default": f"{BASE}guidelines/agreement/",
    }
    assert heads["pt-BR/places/library/index.html"].alternates == {
        "en": f"{BASE}places/library/",
        "es": f"{BASE}es/places/library/",
        "pt-BR": f"{BASE}pt-BR/places/library/",
        "x-default": f"{BASE}places/library/",
    }


def test_a_page_without_twins_names_none(heads: dict[str, Facts]) -> None:
    assert heads["about/index.html"].alternates == {}
    assert heads["404.html"].alternates == {}
    assert heads["who-we-are/index.html"].alternates == {}


def test_twins_name_each_other_and_are_in_the_language_they_are_named_for(heads: dict[str, Facts]) -> None:
    for facts in heads.values():
        for language, url in facts.alternates.items():
            twin = heads[output_path(url.removeprefix(BASE))]
            assert twin.alternates == facts.alternates
            assert language in (twin.language, "x-default")


def test_robots_may_read_everything_and_are_shown_the_sitemap(files: dict[str, bytes]) -> None:
    assert files["robots.txt"] == f"User-agent: *\nAllow: /\n\nSitemap: {BASE}sitemap.xml\n".encode()


def test_another_base_address_is_used_in_all_of_it(tmp_path: Path) -> None:
    files = drawn(write_hub(tmp_path, {"site.yaml": HUB["site.yaml"]}), "https://other.example/")
    assert all(url.startswith("https://other.example/") for url in listed(files))
    assert files["robots.txt"].endswith(b"\nSitemap: https://other.example/sitemap.xml\n")


def test_without_an_address_there_is_no_sitemap(tmp_path: Path) -> None:
    files = drawn(write_hub(tmp_path, {"site.yaml": "name: Circle\n"}))
    assert "sitemap.xml" not in files
    assert files["robots.txt"] == b"User-agent: *\nAllow: /\n"


@pytest.mark.parametrize("page", ["stories/index", "index"])
def test_a_list_page_can_be_hidden_like_any_other(page: str, tmp_path: Path) -> None:
    hub = {
        "content/stories/one.md": "---\ntitle: One\n---\n",
        f"content/{page}.md": "---\ntitle: Stories\nnoindex: yes\n---\n",
    }
    files = drawn(write_hub(tmp_path, hub))
    url = page.removesuffix("index")
    assert f"https://example.org/{url}" not in listed(files)
    assert Head(files[output_path(url)]).facts.is_hidden


def test_a_hidden_twin_is_not_named(tmp_path: Path) -> None:
    hub = {
        "site.yaml": HUB["site.yaml"],
        "content/about.md": "---\ntitle: About\n---\n",
        "content/about.es.md": "---\ntitle: Nosotros\nnoindex: yes\n---\n",
    }
    assert Head(drawn(write_hub(tmp_path, hub))["about/index.html"]).facts.alternates == {}


def test_an_address_in_any_script_is_escaped(tmp_path: Path) -> None:
    hub = {
        "content/عنا.md": "---\ntitle: عنا\nredirects: [/من/]\n---\n",
        "content/news/椅子.md": "---\ntitle: 椅子\ndate: 2026-11-02\n---\n",
    }
    files = drawn(write_hub(tmp_path, hub))
    own = "https://example.org/%D8%B9%D9%86%D8%A7/"
    assert own in listed(files)
    assert Head(files["عنا/index.html"]).facts.canonical == own
    assert files["_redirects"] == b"/%D9%85%D9%86/ /%D8%B9%D9%86%D8%A7/ 301\n"
    assert b"<id>https://example.org/news/%E6%A4%85%E5%AD%90/</id>" in files["feed.xml"]


def test_the_list_names_the_same_twins_as_the_pages(files: dict[str, bytes], heads: dict[str, Facts]) -> None:
    twins = {}
    for url in ET.fromstring(files["sitemap.xml"]).findall("s:url", SITEMAPS):  # noqa: S314  # our own file
        links = url.findall("x:link", SITEMAPS)
        assert {link.get("rel") for link in links} <= {"alternate"}
        twins[url.findtext("s:loc", "", SITEMAPS)] = {link.get("hreflang"): link.get("href") for link in links}
    assert twins == {url: heads[output_path(url.removeprefix(BASE))].alternates for url in listed(files)}
    assert len(twins[f"{BASE}guidelines/agreement/"]) == 3


def test_a_section_that_is_a_page_in_one_language_has_no_twins(tmp_path: Path) -> None:
    hub = {"site.yaml": HUB["site.yaml"], "content/stories/index.es.md": "---\ntitle: Historias\n---\n"}
    files = drawn(write_hub(tmp_path, hub))
    assert Head(files["es/stories/index.html"]).facts.alternates == {}
    assert "stories/index.html" not in files


def test_a_page_that_moved_names_the_new_address_only(files: dict[str, bytes], heads: dict[str, Facts]) -> None:
    assert heads["old/about/index.html"].canonical == f"{BASE}about/"
    assert f'<meta property="og:url" content="{BASE}about/">'.encode() in files["old/about/index.html"]


def with_meeting(tmp_path: Path, facts: str) -> dict[str, bytes]:
    meetings = f"meetings:\n  - {{slug: tea, name: Tea, time: 19:30, {facts}}}\n"
    places = "places:\n  - {id: library, name: Library, region: Hillside}\n"
    content = {"content/places.yaml": places, "content/meetings/tea.yaml": meetings}
    return drawn(write_hub(tmp_path, {"site.yaml": HUB["site.yaml"], **content}))


def test_lists_of_meetings_by_day_region_and_type_are_listed_too(tmp_path: Path) -> None:
    files = with_meeting(tmp_path, "day: monday, place: library, types: [open]")
    lists = ("days/monday/", "regions/hillside/", "types/open/", "week/")
    assert {f"{BASE}{prefix}meetings/{url}" for prefix in ("", "es/") for url in lists} <= set(listed(files))
    findable = {path for path, data in files.items() if path.endswith(".html") and not Head(data).facts.is_hidden}
    assert {output_path(url.removeprefix(BASE)) for url in listed(files)} == findable


def test_a_hub_whose_meetings_have_no_weekday_lists_no_week(tmp_path: Path) -> None:
    files = with_meeting(tmp_path, "dates: [2026-12-24], place: library")
    assert f"{BASE}meetings/days/dates/" in listed(files)
    assert f"{BASE}meetings/week/" not in listed(files)
