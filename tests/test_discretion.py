"""A discreet site: what tabs, histories, messengers, search engines and printers learn of it."""

import re
from pathlib import Path

import pytest

from handrail.telling import telling_words
from hubs import run, write_hub

SITE = """name: Riverside Recovery Circle
tagline: For people who leave alcohol behind
url: https://example.org/hub/
contact: {email: recovery@example.org}
languages: [en, es]
safety: {discretion: discreet, short_name: Riverside}
"""
HUB = {
    "content/index.es.md": "---\ntitle: Hola\n---\n\nTexto.\n",
    "content/about.md": "---\ntitle: About us\nsummary: How we recover together.\n---\n\nText.\n",
    "content/resources/relapse.md": "---\ntitle: After a relapse\nneeds: [after-a-slip]\n---\n\nText.\n",
    "content/resources/sleep.md": "---\ntitle: Sober sleep\ntitle_discreet: Better nights\nslug_discreet: nights\n"
    "---\n\nSee [the other one](relapse.md).\n",
    "content/news/fair.md": "---\ntitle: Sober summer fair\ndate: 2026-11-01\n---\n\nText.\n",
    "content/meetings.yaml": "meetings:\n"
    "  - {name: Sober Sunday, slug: sunday, day: sunday, time: 10:00, minutes: 60, place: {name: Hall}}\n",
}

NOT_ON_PAPER = r'<(header|div|ul) class="[^"]*hr-screen[^"]*">.*?</\1>'


@pytest.fixture(scope="module")
def discreet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_hub(tmp_path_factory.mktemp("discreet"), {"site.yaml": SITE, **HUB})
    answer = run(root, "build")
    assert answer.exit_code == 0, answer.output
    return root / "output"


def pages(output: Path) -> dict[str, str]:
    return {file.relative_to(output).as_posix(): file.read_text("utf-8") for file in output.rglob("*.html")}


def test_no_title_and_no_preview_tells_the_topic(discreet: Path) -> None:
    titles = {}
    for path, page in pages(discreet).items():
        head = page.split("</head>")[0]
        shown = re.findall(
            r"<title>(.*?)</title>|<meta (?:property|name)=\"(?:og:(?!url)|desc)[^>]*content=\"(.*?)\"", head
        )
        assert [words for pair in shown for words in pair if telling_words(words)] == [], path
        assert "og:image" not in head
        assert 'name="description"' not in head
        titles[path] = shown[0][0]
    assert titles["index.html"] == "Welcome – Riverside"
    assert titles["resources/relapse/index.html"] == "Resources 1 – Riverside"
    assert titles["resources/nights/index.html"] == "Better nights – Riverside"
    assert titles["help/index.html"] == "Contacts – Riverside"
    assert titles["es/help/index.html"] == "Contactos – Riverside"
    assert titles["safety/index.html"] == "About this site – Riverside"
    assert len({(path.startswith("es/"), title) for path, title in titles.items()}) == len(titles)


def test_pages_themselves_still_say_what_they_are_about(discreet: Path) -> None:
    built = pages(discreet)
    assert "<h1>After a relapse</h1>" in built["resources/relapse/index.html"]
    assert ">Riverside Recovery Circle</a>" in built["index.html"]


def test_no_page_asks_to_be_found(discreet: Path) -> None:
    for path, page in pages(discreet).items():
        assert '<meta name="robots" content="noindex">' in page, path
        assert "hreflang" not in page.split("</head>")[0], path
    assert not (discreet / "sitemap.xml").exists()
    assert (discreet / "robots.txt").read_text() == "User-agent: *\nAllow: /\n"


def test_hosts_are_asked_to_keep_no_copies_and_to_stay_unlisted(discreet: Path) -> None:
    for name in ("_headers", "vercel.json", ".htaccess", "_nginx.conf"):
        text = (discreet / name).read_text()
        assert "no-store" in text, name
        assert "X-Robots-Tag" in text, name
        assert "immutable" not in text, name


def test_paper_names_neither_group_nor_mailbox(discreet: Path) -> None:
    for path, page in pages(discreet).items():
        if "poster" in path:  # a poster is there to name the group
            continue
        on_paper = re.sub(NOT_ON_PAPER, "", page.split("</head>")[1], flags=re.DOTALL)
        kept = re.sub(r"<[^>]*>", " ", on_paper)
        assert "Riverside Recovery Circle" not in kept, path
        assert "recovery@example.org" not in kept, path


def test_feeds_and_files_carry_the_short_name(discreet: Path) -> None:
    feed = (discreet / "feed.xml").read_text("utf-8")
    assert "<title>Riverside</title>" in feed
    assert "Riverside Recovery Circle" not in feed
    for file in discreet.rglob("*.ics"):
        assert not telling_words(file.read_text("utf-8")), file
    assert [file.name for file in discreet.rglob("*") if telling_words(file.stem)] == ["relapse"] * 2  # in Spanish, too


def test_a_neutral_address_is_linked_to_and_belongs_to_the_discreet_site_alone(discreet: Path, tmp_path: Path) -> None:
    assert 'href="../resources/nights/"' in pages(discreet)["resources/index.html"]
    standard = SITE.replace("discretion: discreet, ", "")
    run(write_hub(tmp_path, {"site.yaml": standard, **HUB}), "build")
    built = pages(tmp_path / "output")
    assert "resources/sleep/index.html" in built
    assert "<title>Sober sleep – Riverside Recovery Circle</title>" in built["resources/sleep/index.html"]


def test_without_a_short_name_a_telling_name_is_shown_nowhere(tmp_path: Path) -> None:
    site = SITE.replace(", short_name: Riverside", "")
    answer = run(write_hub(tmp_path, {"site.yaml": site, **HUB}), "build")
    assert "V105" in answer.output
    built = pages(tmp_path / "output")
    assert "<title>Welcome</title>" in built["index.html"]
    assert "og:site_name" not in built["index.html"]


def test_the_check_names_each_address_that_still_tells(tmp_path: Path) -> None:
    answer = run(write_hub(tmp_path, {"site.yaml": SITE, **HUB}), "check")
    told = re.findall(r'warning\[C712\]: the address "([^"]*)" tells the topic: "([^"]*)"\n --> (\S+)', answer.output)
    assert told == [(f"{part}/resources/relapse/", "relapse", "content/resources/relapse.md") for part in ("/es", "")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("resources/after-a-relapse/", ("relapse",)),
        ("nach-einem-Rückfall.pdf", ("Rückfall",)),
        ("Spielsuchthilfe", ("Spielsuchthilfe",)),
        ("التعافي من الإدمان", ("التعافي", "الإدمان")),
        ("self-harm and Al-Anon", ("selfharm", "AlAnon")),
        ("drogas, RECAÍDA, rechute, überdosis", ("drogas", "RECAÍDA", "rechute", "überdosis")),
        ("Leaving safely", ("Leaving",)),
        ("Meetings – Riverside", ()),
        ("sobre nosotros, la cantidad, Discover, na praia", ()),
    ],
)
def test_words_that_tell_are_known_in_many_languages(text: str, words: tuple[str, ...]) -> None:
    assert telling_words(text) == words
