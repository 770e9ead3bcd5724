import errno
import shutil
import threading
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from watchdog.events import FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

from handrail.build import BuildRequest, BuildResult
from handrail.watch import NO_MORE, HubWatch, Preview, Round, keep_built, matters

DEADLINE = 60.0  # seconds
SILENCE = 0.5  # seconds in which whatever is heard at all would have been heard

Change = Callable[[Path, Path], object]  # of a hub, with a folder elsewhere at hand

observers = pytest.mark.parametrize(
    "observer", [Observer, partial(PollingObserver, timeout=0.1)], ids=["told by the system", "by polling"]
)


def write_in_place(hub: Path, _: Path) -> None:
    (hub / "content" / "index.md").write_text("as VS Code and Notepad save")


def write_elsewhere_and_replace(hub: Path, _: Path) -> None:
    (hub / "content" / ".index.md.123").write_text("as gedit, Kate and Sublime Text save")
    (hub / "content" / ".index.md.123").replace(hub / "content" / "index.md")


def move_aside_and_write(hub: Path, _: Path) -> None:
    page = hub / "content" / "index.md"
    (hub / "content" / "4913").touch()
    (hub / "content" / "4913").unlink()
    page.rename(hub / "content" / "index.md~")
    page.write_text("as vim saves")
    (hub / "content" / "index.md~").unlink()


def edit_the_settings(hub: Path, _: Path) -> None:
    (hub / "site.yaml").write_text("name: Another hub")


def make_folders_and_a_page(hub: Path, _: Path) -> None:
    (hub / "content" / "stories" / "old").mkdir(parents=True)
    (hub / "content" / "stories" / "old" / "one.md").write_text("new")


def make_a_theme(hub: Path, _: Path) -> None:
    (hub / "themes" / "mine").mkdir(parents=True)


def rename_a_page(hub: Path, _: Path) -> None:
    (hub / "content" / "index.md").rename(hub / "content" / "home.md")


def delete_a_page(hub: Path, _: Path) -> None:
    (hub / "content" / "index.md").unlink()


def move_a_folder_in(hub: Path, elsewhere: Path) -> None:
    elsewhere.rename(hub / "content" / "guides")


def move_the_content_away(hub: Path, elsewhere: Path) -> None:
    (hub / "content").rename(elsewhere / "content")


@observers
@pytest.mark.parametrize(
    "change",
    [
        write_in_place,
        write_elsewhere_and_replace,
        move_aside_and_write,
        edit_the_settings,
        make_folders_and_a_page,
        make_a_theme,
        rename_a_page,
        delete_a_page,
        move_a_folder_in,
        move_the_content_away,
    ],
)
def test_a_change_is_heard(change: Change, observer: Callable[[], BaseObserver], tmp_path: Path) -> None:
    hub, elsewhere = hub_and_elsewhere(tmp_path)
    with HubWatch(hub, print, observer) as watch:
        change(hub, elsewhere)
        assert next(watch.bursts(DEADLINE))


def edit_in_a_new_theme(hub: Path, _: Path) -> list[Callable[[], object]]:
    template = hub / "themes" / "mine" / "templates" / "page.html"
    return [partial(template.parent.mkdir, parents=True), partial(template.write_text, "{{ page.title }}")]


def edit_in_a_folder_that_was_moved_in(hub: Path, elsewhere: Path) -> list[Callable[[], object]]:
    page = hub / "content" / "guides" / "deep" / "page.md"
    return [partial(elsewhere.rename, hub / "content" / "guides"), partial(page.write_text, "edited")]


def edit_in_a_renamed_folder(hub: Path, _: Path) -> list[Callable[[], object]]:
    page = hub / "content" / "news" / "page.md"
    return [partial((hub / "content" / "old").rename, page.parent), partial(page.write_text, "edited")]


def edit_where_the_content_was_made_anew(hub: Path, _: Path) -> list[Callable[[], object]]:
    content = hub / "content"
    return [partial(shutil.rmtree, content), content.mkdir, partial((content / "index.md").write_text, "new")]


def edit_where_the_content_came_back(hub: Path, elsewhere: Path) -> list[Callable[[], object]]:
    content = hub / "content"
    there = elsewhere / "content"
    return [
        partial(content.rename, there),
        partial(there.rename, content),
        partial((content / "index.md").write_text, "edited"),
    ]


def edit_behind_a_link(hub: Path, elsewhere: Path) -> list[Callable[[], object]]:
    content = hub / "content"
    return [
        partial(shutil.rmtree, content),
        partial(content.symlink_to, elsewhere, target_is_directory=True),
        partial((elsewhere / "index.md").write_text, "edited"),
    ]


@observers
@pytest.mark.parametrize(
    "steps",
    [
        edit_in_a_new_theme,
        edit_in_a_folder_that_was_moved_in,
        edit_in_a_renamed_folder,
        edit_where_the_content_was_made_anew,
        edit_where_the_content_came_back,
        edit_behind_a_link,
    ],
)
def test_an_edit_in_a_folder_that_is_not_the_first_one_is_heard(
    steps: Callable[[Path, Path], list[Callable[[], object]]], observer: Callable[[], BaseObserver], tmp_path: Path
) -> None:
    hub, elsewhere = hub_and_elsewhere(tmp_path)
    *before, edit = steps(hub, elsewhere)
    with HubWatch(hub, print, observer) as watch:
        for step in before:
            step()
            assert next(watch.bursts(DEADLINE))
            until_silent(watch)
        edit()
        assert next(watch.bursts(DEADLINE))


def read_everything(hub: Path, _: Path) -> None:
    for file in hub.rglob("*"):
        if file.is_file():
            file.read_bytes()


def fill_the_output(hub: Path, _: Path) -> None:
    (hub / "output" / "about").mkdir(parents=True)
    (hub / "output" / "about" / "index.html").write_text("built")
    shutil.rmtree(hub / "output")


def fill_the_preview(hub: Path, _: Path) -> None:
    (hub / ".handrail" / "preview").mkdir(parents=True)
    (hub / ".handrail" / "preview" / "index.html").write_text("built")


def commit(hub: Path, _: Path) -> None:
    (hub / ".git" / "objects").mkdir(parents=True)
    (hub / ".git" / "index").write_text("committed")


def leave_swap_files(hub: Path, _: Path) -> None:
    for name in (".index.md.swp", "index.md~", "#index.md#", "index.md.tmp", ".#index.md", "Thumbs.db"):
        (hub / "content" / name).write_text("not a page")


@observers
@pytest.mark.parametrize("change", [read_everything, fill_the_output, fill_the_preview, commit, leave_swap_files])
def test_what_is_no_edit_is_not_heard(change: Change, observer: Callable[[], BaseObserver], tmp_path: Path) -> None:
    hub, elsewhere = hub_and_elsewhere(tmp_path)
    with HubWatch(hub, print, observer) as watch:
        change(hub, elsewhere)
        assert not next(watch.bursts(SILENCE))


def test_files_saved_together_are_one_burst(tmp_path: Path) -> None:
    hub, _ = hub_and_elsewhere(tmp_path)
    with HubWatch(hub, print, quiet=SILENCE) as watch:
        for number in range(5):
            (hub / "content" / f"{number}.md").write_text("saved")
        assert [next(watch.bursts(SILENCE)) for _ in range(2)] == [True, False]


def test_a_file_that_never_rests_does_not_keep_the_build_waiting(tmp_path: Path) -> None:
    hub, _ = hub_and_elsewhere(tmp_path)
    heard = threading.Event()

    def write_on() -> None:
        while not heard.is_set():
            (hub / "content" / "log.md").write_text("and on")
            heard.wait(0.01)

    writer = threading.Thread(target=write_on)
    with HubWatch(hub, print, quiet=1.0) as watch:
        writer.start()
        guard = threading.Timer(DEADLINE, heard.set)
        guard.start()
        next(watch.bursts(DEADLINE))
        came_in_time = not heard.is_set()
        heard.set()
        guard.cancel()
    writer.join()
    assert came_in_time


def test_any_thread_may_end_the_watch(tmp_path: Path) -> None:
    hub, _ = hub_and_elsewhere(tmp_path)
    with HubWatch(hub, print) as watch:
        threading.Timer(0.1, watch.stop).start()
        assert list(watch.bursts(DEADLINE)) == []


class NoMoreWatches(PollingObserver):
    def schedule(self, *_: object, **__: object) -> ObservedWatch:
        raise OSError(errno.ENOSPC, "inotify watch limit reached")


def no_more_instances() -> BaseObserver:
    raise OSError(errno.EMFILE, "inotify instance limit reached")


@pytest.mark.parametrize("observer", [NoMoreWatches, no_more_instances])
def test_where_no_more_can_be_watched_it_looks_by_itself(observer: Callable[[], BaseObserver], tmp_path: Path) -> None:
    hub, elsewhere = hub_and_elsewhere(tmp_path)
    with HubWatch(hub, print, observer) as watch:
        write_in_place(hub, elsewhere)
        assert next(watch.bursts(DEADLINE))


def test_it_says_that_no_more_can_be_watched(tmp_path: Path) -> None:
    hub, _ = hub_and_elsewhere(tmp_path)
    said: list[str] = []
    with HubWatch(hub, said.append, NoMoreWatches):
        assert said == [NO_MORE]


class NoEntryToThePrivate(PollingObserver):
    def schedule(self, event_handler: FileSystemEventHandler, path: str | Path, **options: Any) -> ObservedWatch:
        if str(path).endswith("private"):
            raise PermissionError(errno.EACCES, "permission denied")
        return super().schedule(event_handler, path, **options)


def test_a_folder_that_may_not_be_opened_is_passed_over(tmp_path: Path) -> None:
    hub, elsewhere = hub_and_elsewhere(tmp_path)
    (hub / "private").mkdir()
    said: list[str] = []
    with HubWatch(hub, said.append, partial(NoEntryToThePrivate, timeout=0.1)) as watch:
        write_in_place(hub, elsewhere)
        assert (next(watch.bursts(DEADLINE)), said) == (True, [])


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("site.yaml", True),
        ("content/index.md", True),
        ("content/output/page.md", True),
        ("themes/mine/theme.yaml", True),
        ("output/index.html", False),
        (".handrail/memo.sqlite", False),
        ("content/.index.md.swp", False),
        ("content/index.md~", False),
        ("content/#index.md#", False),
        ("content/__pycache__/x.pyc", False),
        ("", False),
    ],
)
def test_only_what_may_be_a_source_matters(path: str, expected: bool) -> None:  # noqa: FBT001  # a table of truths
    assert matters(tuple(path.split("/")) if path else ()) is expected


def test_each_build_is_asked_for_with_the_day_it_is(tmp_path: Path) -> None:
    hub, _ = hub_and_elsewhere(tmp_path)
    days = [date(2026, 11, 22), date(2026, 11, 22), date(2026, 11, 23)]
    watch = HubWatch(hub, print)
    asked: list[date] = []

    def today() -> date:
        return days.pop(0) if len(days) > 1 else days[0]

    def build(request: BuildRequest) -> BuildResult:
        asked.append(request.today)
        if request.today == date(2026, 11, 23):
            watch.stop()
        return BuildResult((), is_written=True)

    guard = threading.Timer(DEADLINE, watch.stop)
    guard.start()
    keep_built(Preview(hub, today, print, build=build, day_check=0.01), 8000, watch, lambda _: None)
    guard.cancel()
    assert asked == [date(2026, 11, 22), date(2026, 11, 23)]


def test_the_same_day_is_not_built_twice(tmp_path: Path) -> None:
    hub, _ = hub_and_elsewhere(tmp_path)
    watch = HubWatch(hub, print)
    looks: list[date] = []
    rounds: list[Round] = []

    def today() -> date:
        looks.append(date(2026, 11, 22))
        if len(looks) > 10:
            watch.stop()
        return looks[-1]

    preview = Preview(hub, today, print, build=lambda _: BuildResult((), is_written=True), day_check=0.01)
    keep_built(preview, 8000, watch, rounds.append)
    assert len(rounds) == 1


def test_a_preview_builds_in_one_process_into_its_own_folder_for_its_own_address(tmp_path: Path) -> None:
    tomorrow = date(2026, 11, 22) + timedelta(days=1)
    assert Preview(tmp_path, lambda: tomorrow, print, strict=True).request(8123) == BuildRequest(
        root=tmp_path,
        today=date(2026, 11, 23),
        output=Path(".handrail/preview"),
        base_url="http://127.0.0.1:8123/",
        strict=True,
        jobs=1,
    )


def hub_and_elsewhere(folder: Path) -> tuple[Path, Path]:
    hub, elsewhere = folder / "hub", folder / "elsewhere"
    (hub / "content" / "old").mkdir(parents=True)
    (hub / "content" / "index.md").write_text("Hello")
    (hub / "site.yaml").write_text("name: A hub")
    (elsewhere / "deep").mkdir(parents=True)
    return hub, elsewhere


def until_silent(watch: HubWatch) -> None:
    while next(watch.bursts(SILENCE)):
        pass
