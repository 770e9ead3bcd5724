"""What the preview answers, and whom: what was built, as it is, to this computer only."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tornado.httpclient import HTTPClientError

from handrail.build import BuildResult, build
from handrail.serve import dressed
from previews import PAGE, RunningPreview, copy, previewed, write_pages, write_tiny_hub

SCRIPT = b'<script src="/livereload.js?port=8000"></script>'
ROUTES = ["/", "/about/", "/livereload", "/livereload.js", "/forcereload"]


@pytest.fixture(scope="module")
def two_pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningPreview]:
    root = tmp_path_factory.mktemp("hub")
    write_pages(root, {"index.html": PAGE, "about/index.html": PAGE, "assets/style.css": "p{}"})
    with previewed(root, copy) as preview:
        yield preview


def test_a_wrong_address_shows_the_hubs_own_page(tmp_path: Path) -> None:
    write_tiny_hub(tmp_path)
    with previewed(tmp_path, build) as preview:
        answer = preview.get("/nowhere/")
        page = (tmp_path / ".handrail" / "preview" / "404.html").read_bytes()
        assert (answer.status, answer.text) == (404, dressed(page, "", preview.port).decode())


@pytest.mark.parametrize(
    ("path", "expected"), [("/..%2f..%2fsite.yaml", 403), ("/%00", 404), ("/assets/", 404), ("/favicon.ico", 404)]
)
def test_nothing_but_what_was_built_can_be_had(path: str, expected: int, two_pages: RunningPreview) -> None:
    assert two_pages.get(path).status == expected


def test_before_the_first_build_only_pages_are_made_up(tmp_path: Path) -> None:
    with previewed(tmp_path, lambda _: BuildResult((), is_written=False)) as preview:
        assert [preview.get(path).status for path in ("/", "/a/b/", "/404.html", "/favicon.ico")] == [200] * 3 + [404]


def test_an_address_without_its_slash_leads_to_the_page(tmp_path: Path) -> None:
    write_pages(tmp_path, {"index.html": PAGE, "about/index.html": PAGE})
    with previewed(tmp_path, copy) as preview:
        answer = preview.get("/about")
        assert (answer.status, answer.headers["Location"]) == (301, "/about/")


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "evil.example:8000"},
        {"Host": "127.0.0.1.evil.example"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
    ],
    ids=lambda headers: " ".join(headers.values()),
)
def test_what_another_site_asks_for_is_refused(headers: dict[str, str], route: str, two_pages: RunningPreview) -> None:
    assert two_pages.get(route, headers).status == 403


def test_a_line_from_another_site_is_refused(two_pages: RunningPreview) -> None:
    with pytest.raises(HTTPClientError, match="403"), two_pages.tab("/", {"Origin": "http://evil.example"}):
        pass


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"])
def test_every_name_of_this_computer_is_answered(host: str, two_pages: RunningPreview) -> None:
    assert two_pages.get("/", {"Host": f"{host}:{two_pages.port}"}).status == 200


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("meeting.ics", "text/calendar; charset=utf-8"),
        ("map.svg", "image/svg+xml"),
        ("photo.webp", "image/webp"),
        ("feed.xml", "application/xml"),
        ("meetings.json", "application/json; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("guide.pdf", "application/pdf"),
        ("", "text/html; charset=utf-8"),
    ],
)
def test_each_file_has_its_type(name: str, expected: str, tmp_path: Path) -> None:
    write_pages(tmp_path, {"index.html": PAGE, **({name: "content"} if name else {})})
    with previewed(tmp_path, copy) as preview:
        assert preview.get(f"/{name}").headers["Content-Type"] == expected


@pytest.mark.parametrize("path", ["/", "/assets/style.css", "/assets/style.css?v=1", "/nowhere/", "/about"])
def test_the_browser_may_keep_nothing(path: str, two_pages: RunningPreview) -> None:
    headers = two_pages.get(path).headers
    assert (headers.get("Cache-Control"), headers.get("Etag"), headers.get("Expires")) == ("no-store", None, None)


def test_the_head_of_a_page_can_be_asked_for(two_pages: RunningPreview) -> None:
    whole, head = two_pages.get("/"), two_pages.get("/", method="HEAD")
    assert (head.text, head.headers["Content-Length"]) == ("", whole.headers["Content-Length"])


def test_livereloads_script_is_served(two_pages: RunningPreview) -> None:
    assert "LiveReload" in two_pages.get("/livereload.js").text


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (b"<head></head><body></body>", b"<head>" + SCRIPT + b"</head><body>P</body>"),
        (b"<HEAD></HEAD ><BODY></BODY\n>", b"<HEAD>" + SCRIPT + b"</HEAD ><BODY>P</BODY\n>"),
        (b"<title>x</title>", b"<title>x</title>" + SCRIPT + b"P"),
        (
            b"<head></head><body><script>'</body>'</script></body>",
            b"<head>" + SCRIPT + b"</head><body><script>'</body>'</script>P</body>",
        ),
    ],
    ids=["plain", "capitals", "neither end", "an end in a text"],
)
def test_a_page_gets_script_and_panel(page: bytes, expected: bytes) -> None:
    assert dressed(page, "P", 8000) == expected


def test_a_head_of_any_length_gets_the_script(tmp_path: Path) -> None:
    page = PAGE.replace("</head>", f"<style>{'p{margin:0}' * 20_000}</style></head>")
    write_pages(tmp_path, {"index.html": page})
    with previewed(tmp_path, copy) as preview:
        assert '"></script></head>' in preview.get("/").text


@pytest.mark.parametrize(
    "policy",
    [
        b'<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;">',
        b"<META content='default-src https:' HTTP-EQUIV=content-security-policy />",
    ],
)
def test_the_policy_that_would_stop_the_script_is_left_out(policy: bytes) -> None:
    assert dressed(policy + b"<meta name=x></head></body>", "", 8000) == b"<meta name=x>" + SCRIPT + b"</head></body>"
