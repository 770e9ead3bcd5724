"""The server answers as GitHub Pages does, and the browser is found or asked for in one sentence."""

import gzip
import os
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tools import browser
from tools.browser import SamplePage, all_pages, answer, find_chromium, launch_arguments, one_page_per_template


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    for name, text in {
        "index.html": "home",
        "404.html": "lost",
        "about.html": "about",
        "deep/index.html": "deep",
        "bare/file.txt": "file",
        "año/index.html": "year",
        "all.ics": "BEGIN:VCALENDAR",
        "feed.xml": "<feed/>",
    }.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    return site


@pytest.mark.parametrize(
    ("target", "status", "body"),
    [
        ("/hub/", 200, b"home"),
        ("/hub/?x=1", 200, b"home"),
        ("/hub/index.html", 200, b"home"),
        ("/hub/deep/", 200, b"deep"),
        ("/hub/about", 200, b"about"),
        ("/hub/a%C3%B1o/", 200, b"year"),
        ("/hub/404.html", 200, b"lost"),
        ("/hub/bare/file.txt", 200, b"file"),
        ("/hub/none", 404, b"lost"),
        ("/hub/no/such/page/", 404, b"lost"),
        ("/hub/bare/", 404, b"lost"),
        ("/hub/bare", 404, b"lost"),
        ("/hub/../secret.txt", 404, b"lost"),
        ("/hub/%2e%2e/secret.txt", 404, b"lost"),
        ("/hub/..%5csecret.txt", 404, b"lost"),
        ("/hub//etc/passwd", 404, b"lost"),
        ("/hub/%00", 404, b"lost"),
        ("/elsewhere/", 404, b"outside the site"),
        ("/hubble/", 404, b"outside the site"),
    ],
)
def test_addresses_are_answered_as_github_pages_does(folder: Path, target: str, status: int, body: bytes) -> None:
    reply = answer(folder, "/hub/", target)
    assert (reply.status, reply.body) == (status, body)


@pytest.mark.parametrize(
    ("target", "location"), [("/hub", "/hub/"), ("/hub/deep", "/hub/deep/"), ("/hub/año", "/hub/a%C3%B1o/")]
)
def test_folders_without_their_slash_are_led_to_it(folder: Path, target: str, location: str) -> None:
    reply = answer(folder, "/hub/", target)
    assert (reply.status, reply.location) == (301, location)


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("all.ics", "text/calendar; charset=utf-8"),
        ("feed.xml", "application/xml"),
    ],
)
def test_files_are_sent_with_their_type(folder: Path, name: str, content_type: str) -> None:
    assert answer(folder, "/", f"/{name}").content_type == content_type


def test_the_server_answers_head_and_get_over_one_connection(folder: Path) -> None:
    with browser.serving(folder, "/hub/") as home:
        connection = HTTPConnection(urlsplit(home).netloc, timeout=10)
        replies = []
        for method in ("HEAD", "GET"):
            connection.request(method, "/hub/deep/")
            response = connection.getresponse()
            replies.append((response.status, response.getheader("Content-Length"), response.read()))
        connection.close()
    assert replies == [(200, "4", b""), (200, "4", b"deep")]


def test_text_is_sent_compressed_to_those_who_can_read_it(folder: Path) -> None:
    (folder / "photo.webp").write_bytes(b"photo")
    with browser.serving(folder) as home:
        connection = HTTPConnection(urlsplit(home).netloc, timeout=10)
        replies = {}
        for name in ("about.html", "photo.webp"):
            connection.request("GET", f"/{name}", headers={"Accept-Encoding": "br, gzip"})
            response = connection.getresponse()
            body = response.read()
            assert response.getheader("Content-Length") == str(len(body))
            replies[name] = (response.getheader("Content-Encoding"), body)
        connection.close()
    assert replies["photo.webp"] == (None, b"photo")
    assert replies["about.html"][0] == "gzip"
    assert gzip.decompress(replies["about.html"][1]) == b"about"


def test_a_page_names_its_template_and_language(tmp_path: Path) -> None:
    for name, html in {
        "index.html": '<html lang="en"><body class="x" data-template="home.html">',
        "b/index.html": '<html lang="en" dir="ltr"><body data-template="page">',
        "a/index.html": '<html lang="en"><body data-template="page">',
        "es/a/index.html": '<html lang="es"><body data-template="page">',
        "none.html": "<body>",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(html, encoding="utf-8")
    assert len(all_pages(tmp_path)) == 5
    assert one_page_per_template(tmp_path) == [
        SamplePage("index.html", "home", "en"),
        SamplePage("a/index.html", "page", "en"),
        SamplePage("es/a/index.html", "page", "es"),
    ]
    assert [page.url for page in one_page_per_template(tmp_path)] == ["", "a/", "es/a/"]


def program(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_text("#!/bin/sh\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_the_browser_is_the_one_that_is_named_else_the_first_on_the_path(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    chrome = program(tmp_path, "google-chrome")
    assert find_chromium() == chrome
    chromium = program(tmp_path, "chromium")
    assert find_chromium() == chromium
    monkeypatch.setenv("CHROMIUM", str(program(tmp_path, "mine")))
    assert find_chromium() == tmp_path / "mine"


@pytest.mark.parametrize("named", ["", "/no/such/chromium"])
def test_a_missing_browser_is_asked_for_in_one_sentence(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    named: str,
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CHROMIUM", named)
    with pytest.raises(browser.ChromiumMissingError, match="install the Debian package chromium") as error:
        find_chromium()
    assert str(error.value).count(". ") == 0


@pytest.mark.parametrize(("user", "has_sandbox"), [(0, False), (1000, True)])
def test_the_sandbox_is_given_up_for_root_alone(
    monkeypatch: pytest.MonkeyPatch,
    user: int,
    has_sandbox: bool,  # noqa: FBT001 - parametrised
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user)
    assert ("--no-sandbox" not in launch_arguments()) == has_sandbox
