"""Every change of a hub is heard, whatever editor saved it and however, and nothing else is."""

import errno
import shutil
import threading
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

from handrail.watch import NO_MORE, HubWatch, matters
from watched import DEADLINE, SILENCE, hub_and_elsewhere, observers

Change = Callable[[Path, Path], object]  # of a hub, with a folder elsewhere at hand


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


def test_what_watchdog_notes_about_a_folder_met_twice_stays_off_the_terminal(tmp_path: Path) -> None:
    hub, _ = hub_and_elsewhere(tmp_path)
    with HubWatch(hub, print) as watch:
        for number in range(100):
            (hub / f"content/{number}/a/b/c").mkdir(parents=True)
        warnings.warn("Callback with id '1' already exists for watch x. It will be Overwritten.", RuntimeWarning, 2)
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
