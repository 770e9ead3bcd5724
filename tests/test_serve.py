import asyncio
import json
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest
from click import BadParameter
from click.testing import CliRunner
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from handrail.build import BuildRequest, BuildResult, build
from handrail.cli.serve import Teller, command, listen
from handrail.problems import Problem, Span
from handrail.serve import PreviewServer, dressed
from handrail.watch import HubWatch, Preview, Round
from hubs import REPOSITORY, write_hub
from tiny_theme import tiny_theme

DEADLINE = 90.0  # seconds; it counts only where something is broken
TODAY = date(2026, 11, 22)
HOME = "---\ntitle: Home\n---\nThe first words.\n"
EDITED = "---\ntitle: Home\n---\nOther words.\n"
BROKEN = "---\ntitle: Home\ntitel: twice\n---\nOther words.\n"
PAGE = "<!doctype html><html lang=en><head><title>Page</title></head><body><p>The first words.</p></body></html>"
PANEL = 'id="handrail-problems"'


def test_an_edit_is_served(tmp_path: Path) -> None:
    write_tiny_hub(tmp_path)
    with previewed(tmp_path, build) as preview:
        (tmp_path / "content" / "index.md").write_text(EDITED)
        preview.next_round()
        assert "Other words." in preview.get("/").text


def test_an_edit_reloads_the_open_page(tmp_path: Path) -> None:
    write_pages(tmp_path, {"index.html": PAGE})
    with previewed(tmp_path, copy) as preview, preview.tab("/") as tab:
        (tmp_path / "content" / "index.html").write_text(PAGE.replace("first", "other"))
        assert tab.heard() == {"command": "reload", "path": "*", "liveCSS": None, "liveImg": True}


def test_five_files_saved_at_once_make_one_build(tmp_path: Path) -> None:
    write_pages(tmp_path, {"index.html": PAGE})
    with previewed(tmp_path, copy, quiet=0.5) as preview:
        for number in range(5):
            (tmp_path / "content" / f"{number}.html").write_text(PAGE)
        preview.next_round()
        with pytest.raises(queue.Empty):
            preview.rounds.get(timeout=1.0)


def test_an_atomic_save_is_served(tmp_path: Path) -> None:
    write_pages(tmp_path, {"index.html": PAGE})
    with previewed(tmp_path, copy) as preview:
        (tmp_path / "content" / ".index.html.new").write_text(PAGE.replace("first", "other"))
        (tmp_path / "content" / ".index.html.new").replace(tmp_path / "content" / "index.html")
        preview.next_round()
        assert "The other words." in preview.get("/").text


def test_a_page_in_a_new_folder_is_served(tmp_path: Path) -> None:
    write_tiny_hub(tmp_path)
    with previewed(tmp_path, build) as preview:
        (tmp_path / "content" / "guidelines").mkdir()
        (tmp_path / "content" / "guidelines" / "kindness.md").write_text("---\ntitle: Kindness\n---\nBe kind.\n")
        preview.until(lambda: "Be kind." in preview.get("/guidelines/kindness/").text)


def test_a_broken_header_keeps_the_last_good_page_under_a_panel(tmp_path: Path) -> None:
    write_tiny_hub(tmp_path)
    with previewed(tmp_path, build) as preview:
        (tmp_path / "content" / "index.md").write_text(BROKEN)
        preview.until(lambda: PANEL in preview.get("/").text)
        page = preview.get("/").text
        assert [words in page for words in ("The first words.", "Other words.", "content/index.md:3:1")] == [
            True,
            False,
            True,
        ]


def test_the_panel_is_gone_when_the_header_is_mended(tmp_path: Path) -> None:
    write_tiny_hub(tmp_path, home=BROKEN)
    with previewed(tmp_path, build) as preview:
        preview.until(lambda: PANEL in preview.get("/").text)
        (tmp_path / "content" / "index.md").write_text(HOME)
        preview.until(lambda: "The first words." in preview.get("/").text)
        assert PANEL not in preview.get("/").text


def test_the_open_page_reloads_when_only_the_problems_change(tmp_path: Path) -> None:
    write_pages(tmp_path, {"index.html": PAGE})
    with previewed(tmp_path, refuse_mistakes) as preview, preview.tab("/") as tab:
        (tmp_path / "content" / "mistake.html").touch()
        appeared = tab.heard()["command"]
        (tmp_path / "content" / "mistake.html").unlink()
        assert (appeared, tab.heard()["command"]) == ("reload", "reload")


def test_panel_and_script_are_never_written_into_files(tmp_path: Path) -> None:
    write_pages(tmp_path, {"index.html": PAGE})
    with previewed(tmp_path, refuse_mistakes) as preview:
        (tmp_path / "content" / "mistake.html").touch()
        preview.until(lambda: PANEL in preview.get("/").text)
        assert (tmp_path / ".handrail" / "preview" / "index.html").read_text() == PAGE


def test_a_good_build_shows_its_warnings(tmp_path: Path) -> None:
    write_pages(tmp_path, {"index.html": PAGE})
    with previewed(tmp_path, with_problem("C706")) as preview:
        preview.until(lambda: "The site was built all the same." in preview.get("/").text)


def test_what_is_only_worth_a_note_stays_in_the_terminal(tmp_path: Path) -> None:
    write_pages(tmp_path, {"index.html": PAGE})
    with previewed(tmp_path, with_problem("H802")) as preview:
        (tmp_path / "content" / "index.html").write_text(PAGE.replace("first", "other"))
        preview.until(lambda: "The other words." in preview.get("/").text)
        assert PANEL not in preview.get("/").text


def test_a_hub_that_was_never_built_has_a_page_with_the_panel(tmp_path: Path) -> None:
    write_tiny_hub(tmp_path, home=BROKEN)
    with previewed(tmp_path, build) as preview:
        preview.until(lambda: PANEL in preview.get("/about/").text)
        answer = preview.get("/about/")
        parts = ('<html lang="en">', "<title>No page yet</title>", "<h1>There is no page to show yet</h1>", "titel")
        assert (answer.status, [part in answer.text for part in parts]) == (200, [True] * 4)


def test_a_wrong_address_shows_the_hubs_own_page(tmp_path: Path) -> None:
    write_tiny_hub(tmp_path)
    with previewed(tmp_path, build) as preview:
        answer = preview.get("/nowhere/")
        page = (tmp_path / ".handrail" / "preview" / "404.html").read_bytes()
        assert (answer.status, answer.text) == (404, dressed(page, "", preview.port).decode())


@pytest.mark.parametrize(
    ("path", "expected"), [("/..%2f..%2fsite.yaml", 403), ("/%00", 404), ("/assets/", 404), ("/favicon.ico", 404)]
)
def test_nothing_but_what_was_built_can_be_had(path: str, expected: int, two_pages: "RunningPreview") -> None:
    assert two_pages.get(path).status == expected


def test_before_the_first_build_only_pages_are_made_up(tmp_path: Path) -> None:
    with previewed(tmp_path, lambda _: BuildResult((), is_written=False)) as preview:
        assert [preview.get(path).status for path in ("/", "/a/b/", "/404.html", "/favicon.ico")] == [200] * 3 + [404]


def test_an_address_without_its_slash_leads_to_the_page(tmp_path: Path) -> None:
    write_pages(tmp_path, {"index.html": PAGE, "about/index.html": PAGE})
    with previewed(tmp_path, copy) as preview:
        answer = preview.get("/about")
        assert (answer.status, answer.headers["Location"]) == (301, "/about/")


ROUTES = ["/", "/about/", "/livereload", "/livereload.js", "/forcereload"]


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
def test_what_another_site_asks_for_is_refused(
    headers: dict[str, str], route: str, two_pages: "RunningPreview"
) -> None:
    assert two_pages.get(route, headers).status == 403


def test_a_line_from_another_site_is_refused(two_pages: "RunningPreview") -> None:
    with pytest.raises(HTTPClientError, match="403"), two_pages.tab("/", {"Origin": "http://evil.example"}):
        pass


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"])
def test_every_name_of_this_computer_is_answered(host: str, two_pages: "RunningPreview") -> None:
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
def test_the_browser_may_keep_nothing(path: str, two_pages: "RunningPreview") -> None:
    headers = two_pages.get(path).headers
    assert (headers.get("Cache-Control"), headers.get("Etag"), headers.get("Expires")) == ("no-store", None, None)


def test_the_head_of_a_page_can_be_asked_for(two_pages: "RunningPreview") -> None:
    whole, head = two_pages.get("/"), two_pages.get("/", method="HEAD")
    assert (head.text, head.headers["Content-Length"]) == ("", whole.headers["Content-Length"])


def test_livereloads_script_is_served(two_pages: "RunningPreview") -> None:
    assert "LiveReload" in two_pages.get("/livereload.js").text


SCRIPT = b'<script src="/livereload.js?port=8000"></script>'


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


def test_a_page_is_answered_while_a_build_goes_on(tmp_path: Path) -> None:
    write_pages(tmp_path, {"index.html": PAGE})
    is_building, may_end = threading.Event(), threading.Event()

    def slow(request: BuildRequest) -> BuildResult:
        if (tmp_path / "content" / "slow.html").exists():
            is_building.set()
            may_end.wait(DEADLINE)
        return copy(request)

    with previewed(tmp_path, slow) as preview:
        (tmp_path / "content" / "slow.html").touch()
        is_building.wait(DEADLINE)
        answer = preview.get("/")
        still_building = not may_end.is_set()
        may_end.set()
        assert (answer.status, still_building) == (200, True)


def test_a_bug_of_ours_is_shown_over_the_last_good_page(tmp_path: Path) -> None:
    write_pages(tmp_path, {"index.html": PAGE})
    with previewed(tmp_path, fail_over_mistakes) as preview:
        (tmp_path / "content" / "mistake.html").touch()
        preview.until(lambda: "ZeroDivisionError" in preview.get("/").text)
        assert [part in preview.get("/").text for part in ("The first words.", "A bug in Handrail")] == [True, True]


def test_a_bug_of_ours_is_told_with_its_traceback(tmp_path: Path) -> None:
    write_pages(tmp_path, {"index.html": PAGE})
    with previewed(tmp_path, fail_over_mistakes) as preview:
        (tmp_path / "content" / "mistake.html").touch()
        assert preview.next_round().bug.endswith("\nZeroDivisionError: integer modulo by zero\n")


def test_the_preview_lives_on_after_a_bug_of_ours(tmp_path: Path) -> None:
    write_pages(tmp_path, {"index.html": PAGE, "mistake.html": ""})
    with previewed(tmp_path, fail_over_mistakes) as preview:
        (tmp_path / "content" / "mistake.html").unlink()
        preview.until(lambda: preview.get("/").text.endswith("<p>The first words.</p></body></html>"))


def test_reading_starts_no_build(tmp_path: Path) -> None:
    write_pages(tmp_path, {"index.html": PAGE})
    with previewed(tmp_path, copy) as preview:
        preview.get("/")
        (tmp_path / "content" / "index.html").read_bytes()
        with pytest.raises(queue.Empty):
            preview.rounds.get(timeout=1.0)


def test_a_second_preview_in_the_same_process_still_watches(tmp_path: Path) -> None:
    write_pages(tmp_path, {"index.html": PAGE})
    with previewed(tmp_path, copy):
        pass
    with previewed(tmp_path, copy) as preview, preview.tab("/") as tab:
        (tmp_path / "content" / "index.html").write_text(PAGE.replace("first", "other"))
        assert tab.heard()["command"] == "reload"


def test_an_open_page_that_missed_a_reload_is_told_when_it_connects(tmp_path: Path) -> None:
    write_pages(tmp_path, {"index.html": PAGE})
    with previewed(tmp_path, copy) as preview, preview.tab("/", is_asked_for=False) as tab:
        assert tab.heard() == {"command": "reload", "path": "*", "liveCSS": False}


def test_pages_of_an_unknown_build_are_not_shown(tmp_path: Path) -> None:
    write_pages(tmp_path, {"index.html": PAGE})
    old = tmp_path / ".handrail" / "preview" / "old" / "index.html"
    old.parent.mkdir(parents=True)
    old.write_text(PAGE)
    with previewed(tmp_path, copy) as preview:
        assert preview.get("/old/").status == 404


def test_pages_of_the_last_preview_are_shown_while_the_hub_is_broken(tmp_path: Path) -> None:
    write_tiny_hub(tmp_path)
    with previewed(tmp_path, build):
        pass
    (tmp_path / "content" / "index.md").write_text(BROKEN)
    with previewed(tmp_path, build) as preview:
        preview.until(lambda: PANEL in preview.get("/").text)
        assert "The first words." in preview.get("/").text


def test_a_port_in_use_is_passed_over() -> None:
    with closing(listen(0)) as taken:
        first = taken.getsockname()[1]
        with closing(listen(first)) as other:
            assert other.getsockname()[1] in range(first + 1, first + 10)


def test_ports_that_are_all_in_use_are_wrong_use(tmp_path: Path) -> None:
    write_hub(tmp_path, {})
    with ExitStack() as stack:
        with suppress(BadParameter):  # somebody else has it
            stack.enter_context(listen(65_535))
        result = CliRunner().invoke(command, ["--root", str(tmp_path), "--port", "65535"])
    assert (result.exit_code, "none of the ports 65535 to 65535 can be used" in result.output) == (2, True)


def test_a_folder_that_is_no_hub_is_not_watched(tmp_path: Path) -> None:
    result = CliRunner().invoke(command, ["--root", str(tmp_path)])
    assert (result.exit_code, result.output.splitlines()[0]) == (
        1,
        "error[L101]: there is no site.yaml in this folder, so it is not a hub",
    )


MISTAKE = Problem("F201", Span("content/circle.md", 3, 1, 6), '"titel" is not a field of a page')
REPORT = """error[F201]: "titel" is not a field of a page
 --> content/circle.md:3:1

1 error
handrail explain F201 tells more about the first one
"""


REFUSED = Round(0.5, BuildResult((MISTAKE,), is_written=False))
NOTHING = "nothing was built: the pages are as they were"


def good(*changed: str) -> Round:
    return Round(0.1234, BuildResult((), is_written=True, changed=changed))


@pytest.mark.parametrize(
    ("rounds", "expected"),
    [
        ([good("a", "b", "c")], "built in 0.12 s, 3 files changed\n"),
        ([good("a")], "built in 0.12 s, 1 file changed\n"),
        ([good()], "built in 0.12 s, no files changed\n"),
        ([REFUSED], f"{REPORT}{NOTHING}\n"),
        ([REFUSED, REFUSED], f"{REPORT}{NOTHING}\n{NOTHING}; 1 error as before\n"),
        ([REFUSED, good("a")], f"{REPORT}{NOTHING}\nbuilt in 0.12 s, 1 file changed\n"),
    ],
)
def test_each_build_is_told(
    rounds: list[Round], expected: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    teller = Teller(tmp_path, "terminal", print)
    for done in rounds:
        teller.tell(done)
    assert capsys.readouterr().out == expected


BUG = """Traceback
ZeroDivisionError

This is a bug in Handrail, not a mistake of yours; the preview goes on.
Please report it with the lines above.
"""


def test_a_bug_of_ours_is_told_on_standard_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Teller(tmp_path, "terminal", print).tell(Round(0.5, bug="Traceback\nZeroDivisionError\n"))
    assert capsys.readouterr() == ("", BUG)


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl-C to a whole console")
def test_ctrl_c_ends_the_preview_quietly(tmp_path: Path) -> None:
    write_tiny_hub(tmp_path)
    with running_command(tmp_path) as process:
        lines = [process.stdout.readline() for _ in range(2)] if process.stdout else []
        process.send_signal(signal.SIGINT)
        rest, mistakes = process.communicate(timeout=DEADLINE)
    assert (process.returncode, [line.split(" ")[0] for line in lines], rest, mistakes) == (0, ["The", "built"], "", "")


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl-C to a whole console")
def test_the_browser_is_opened_when_asked_for(tmp_path: Path) -> None:
    write_tiny_hub(tmp_path)
    opened = tmp_path / "opened.txt"
    browser = f'{sys.executable} -c \'open(__import__("sys").argv[1],"w").write(__import__("sys").argv[2])\' '
    with running_command(tmp_path, "--open", BROWSER=f"{browser} {opened} %s") as process:
        address = process.stdout.readline().split(" ")[4] if process.stdout else ""
        until(lambda: opened.exists() and opened.read_text() != "")
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=DEADLINE)
    assert opened.read_text() == address


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    text: str


@dataclass(frozen=True)
class RunningPreview:
    port: int
    rounds: "queue.SimpleQueue[Round]"

    def get(self, path: str, headers: dict[str, str] | None = None, method: str = "GET") -> Answer:
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=DEADLINE)) as connection:
            connection.request(method, path, headers=headers or {})
            response = connection.getresponse()
            return Answer(response.status, dict(response.headers), response.read().decode())

    def next_round(self) -> Round:
        return self.rounds.get(timeout=DEADLINE)

    def until(self, is_so: Callable[[], bool]) -> None:
        until(is_so)

    @contextmanager
    def tab(self, path: str, headers: dict[str, str] | None = None, *, is_asked_for: bool = True) -> Iterator["Tab"]:
        if is_asked_for:
            self.get(path)
        with asyncio.Runner() as runner:
            tab = Tab(runner, runner.run(connected(self.port, headers or {})))
            try:
                tab.say({"command": "hello"})
                tab.heard()
                tab.say({"command": "info", "url": f"http://127.0.0.1:{self.port}{path}"})
                if is_asked_for:
                    tab.say({"command": "hello"})
                    tab.heard()
                yield tab
            finally:
                tab.line.close()
                runner.run(tab.ended())


@dataclass(frozen=True)
class Tab:
    runner: asyncio.Runner
    line: WebSocketClientConnection

    def say(self, message: dict[str, str]) -> None:
        async def write() -> None:
            await self.line.write_message(json.dumps(message))

        self.runner.run(write())

    def heard(self) -> Any:
        async def read() -> Any:
            return await asyncio.wait_for(self.line.read_message(), DEADLINE)

        return json.loads(self.runner.run(read()))

    async def ended(self) -> None:
        while await asyncio.wait_for(self.line.read_message(), DEADLINE) is not None:
            pass


async def connected(port: int, headers: dict[str, str]) -> WebSocketClientConnection:
    return await websocket_connect(HTTPRequest(f"ws://127.0.0.1:{port}/livereload", headers=headers))


@contextmanager
def previewed(root: Path, make: Callable[[BuildRequest], BuildResult], quiet: float = 0.1) -> Iterator[RunningPreview]:
    rounds: queue.SimpleQueue[Round] = queue.SimpleQueue()
    preview = Preview(root, lambda: TODAY, rounds.put, build=make)
    server = PreviewServer(preview, HubWatch(root, print, quiet=quiet), listen(0))
    thread = threading.Thread(target=server.serve)
    thread.start()
    try:
        running = RunningPreview(server.port, rounds)
        running.next_round()
        yield running
    finally:
        server.stop()
        thread.join(DEADLINE)


@pytest.fixture(scope="module")
def two_pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningPreview]:
    root = tmp_path_factory.mktemp("hub")
    write_pages(root, {"index.html": PAGE, "about/index.html": PAGE, "assets/style.css": "p{}"})
    with previewed(root, copy) as preview:
        yield preview


def copy(request: BuildRequest) -> BuildResult:
    """Build without rules: what lies in content/ is the site."""
    changed = []
    for file in sorted((request.root / "content").rglob("*.*")):
        path = file.relative_to(request.root / "content")
        target = request.output_folder / path
        if not target.exists() or target.read_bytes() != file.read_bytes():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())
            changed.append(path.as_posix())
    return BuildResult((), is_written=True, changed=tuple(changed))


def refuse_mistakes(request: BuildRequest) -> BuildResult:
    is_mistaken = (request.root / "content" / "mistake.html").exists()
    return BuildResult((MISTAKE,), is_written=False) if is_mistaken else copy(request)


def fail_over_mistakes(request: BuildRequest) -> BuildResult:
    result = copy(request)
    1 % (0 if (request.root / "content" / "mistake.html").exists() else 1)
    return result


def with_problem(code: str) -> Callable[[BuildRequest], BuildResult]:
    problem = Problem(code, Span("content/index.md"), "something to know")
    return lambda request: BuildResult((problem,), is_written=True, changed=copy(request).changed)


def write_tiny_hub(root: Path, home: str = HOME) -> None:
    site = "name: A hub\nurl: https://example.org/hub/\ntheme: {name: tiny}\n"
    write_hub(root, {**tiny_theme(), "site.yaml": site, "content/index.md": home})


def write_pages(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        file = root / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


@contextmanager
def running_command(root: Path, *options: str, **environment: str) -> Iterator["subprocess.Popen[str]"]:
    surroundings = {**os.environ, "PYTHONPATH": str(REPOSITORY / "generator"), **environment}
    arguments = [sys.executable, "-m", "handrail", "serve", "--root", str(root), "--port", "0", *options]
    process = subprocess.Popen(
        arguments, env=surroundings, cwd=root, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def until(is_so: Callable[[], bool]) -> None:
    pause, deadline = threading.Event(), threading.Timer(DEADLINE, lambda: None)
    deadline.daemon = True
    deadline.start()
    while not is_so():
        assert deadline.is_alive(), "it did not happen in time"
        pause.wait(0.02)
    deadline.cancel()
