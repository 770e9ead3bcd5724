"""A hub that is watched, with a folder elsewhere at hand. Does I/O: writes both into the folder it is given."""

from functools import partial
from pathlib import Path

import pytest
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from handrail.watch import HubWatch

DEADLINE = 60.0  # seconds
SILENCE = 0.5  # seconds in which whatever is heard at all would have been heard

observers = pytest.mark.parametrize(
    "observer", [Observer, partial(PollingObserver, timeout=0.1)], ids=["told by the system", "by polling"]
)


def hub_and_elsewhere(folder: Path) -> tuple[Path, Path]:
    """Write a hub of one page, and a folder beside it; give both."""
    hub, elsewhere = folder / "hub", folder / "elsewhere"
    (hub / "content" / "old").mkdir(parents=True)
    (hub / "content" / "index.md").write_text("Hello")
    (hub / "site.yaml").write_text("name: A hub")
    (elsewhere / "deep").mkdir(parents=True)
    return hub, elsewhere


def until_silent(watch: HubWatch) -> None:
    """Wait until nothing more is heard of what was done before."""
    while next(watch.bursts(SILENCE)):
        pass
