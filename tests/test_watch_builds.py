"""What a preview asks a build for, and when: at the start, and on each new day."""

import threading
from datetime import date, timedelta
from pathlib import Path

from handrail.build import BuildRequest, BuildResult
from handrail.watch import HubWatch, Preview, Round, keep_built
from watched import DEADLINE, hub_and_elsewhere


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
