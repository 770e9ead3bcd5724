"""A walk through a page with the Tab key: where it stops, whether each stop shows, and the way back."""

from dataclasses import dataclass

from .visits import Visit

# A page that catches the focus would never end the walk.
MOST_STOPS = 600


@dataclass(frozen=True, slots=True)
class Stop:
    """A place where the focus rests. `ring` and `cover` say what is wrong with it, empty where nothing is."""

    number: int
    name: str
    ring: str
    cover: str
    fragment: str
    is_in_main: bool


def begin(visit: Visit) -> None:
    """Remember how everything looks without the focus."""
    visit.ask("beginWalk")


def press(visit: Visit, key: str) -> Stop | None:
    """Press a key and give the stop it leads to; nothing where the focus left the page."""
    visit.page.keyboard.press(key)
    found = visit.ask("currentStop")
    return Stop(**found) if found else None


def forward(visit: Visit) -> list[Stop]:
    """Walk from the top to the end of the page."""
    stops: list[Stop] = []
    while (stop := press(visit, "Tab")) and not (stops and stop.number == stops[0].number):
        stops.append(stop)
        if len(stops) > MOST_STOPS:
            break
    return stops


def backward(visit: Visit, count: int) -> list[Stop | None]:
    """Walk back from the last stop, as many stops as there were."""
    # Not from past the end: how many stops the browser's own parts have there differs from run to run.
    visit.ask("stayAtLastStop")
    return [Stop(**visit.ask("currentStop")), *(press(visit, "Shift+Tab") for _ in range(count - 1))]


def faults_of(stops: list[Stop]) -> list[str]:
    """Give what is wrong with the stops of a walk forward."""
    if len(stops) > MOST_STOPS:
        return [f"never lets the focus go: it was last at {stops[-1].name}"]
    met_twice = [f"{stop.name} is met twice" for index, stop in enumerate(stops) if stop.number < index]
    unseen = [f"{stop.name} {fault}" for stop in stops for fault in (stop.ring, stop.cover) if fault]
    return [*met_twice, *unseen]


def second_look(visit: Visit) -> list[str]:
    """Give the stops of the last walk that do not show their focus now; the keys are not pressed again."""
    faults: list[str] = visit.ask("lookAgain")
    return faults


def way_back_faults(stops: list[Stop], back: list[Stop | None]) -> list[str]:
    """Give where the walk back is not the walk forward reversed."""
    return [
        f"Shift+Tab leads to {met.name if met else 'nothing'} where {due.name} is due"
        for met, due in zip(back, reversed(stops), strict=True)
        if met is None or met.number != due.number
    ]


def skip_link_faults(visit: Visit) -> list[str]:
    """Give what is wrong with the first stop, which must lead past the menu; to be asked in a page just opened."""
    begin(visit)
    first = press(visit, "Tab")
    if first is None or not first.fragment.startswith("#"):
        return [f"begins with {first.name if first else 'no stop'}, not with a link that skips to the content"]
    target = press(visit, "Enter")
    if target is None or not target.is_in_main:
        return [f"{first.name} moves the focus to {target.name if target else 'nothing'}, not into the main part"]
    after = press(visit, "Tab")
    has_stops_in_main = visit.page.locator("main").locator("a[href], button, input, select, summary").count() > 0
    if has_stops_in_main and (after is None or not after.is_in_main):
        return [f"after {first.name}, Tab leads to {after.name if after else 'nothing'}, not into the main part"]
    return []
