"""Folders that come, go, move or may not be opened: what is edited in them later is heard all the same."""

import errno
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from watchdog.events import FileSystemEventHandler
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

from handrail.watch import HubWatch
from watched import DEADLINE, hub_and_elsewhere, observers, until_silent


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


class NoEntryToThePrivate(PollingObserver):
    def schedule(self, event_handler: FileSystemEventHandler, path: str | Path, **options: Any) -> ObservedWatch:
        if str(path).endswith("private"):
            raise PermissionError(errno.EACCES, "permission denied")
        return super().schedule(event_handler, path, **options)


def test_a_folder_that_may_not_be_opened_is_passed_over(tmp_path: Path) -> None:
    hub, _ = hub_and_elsewhere(tmp_path)
    (hub / "private").mkdir()
    said: list[str] = []
    with HubWatch(hub, said.append, partial(NoEntryToThePrivate, timeout=0.1)) as watch:
        (hub / "content" / "index.md").write_text("edited")
        assert (next(watch.bursts(DEADLINE)), said) == (True, [])
