"""Schedules as hypothesis makes them, for tests of everything that says when a meeting is."""

from datetime import date, datetime, time, timedelta

from hypothesis import strategies as st

from handrail.recurrence import LAST, Change, Pause, Schedule, dates

FIRST, LATEST = date(2025, 1, 1), date(2029, 12, 31)
SOME_DAY = st.dates(FIRST, LATEST)
WEEKDAYS = st.sets(st.integers(0, 6), min_size=1, max_size=4).map(lambda days: tuple(sorted(days)))
ORDINALS = st.sets(st.sampled_from([1, 2, 3, 4, 5, LAST]), min_size=1, max_size=3).map(lambda n: tuple(sorted(n)))
CLOCK = st.tuples(st.integers(0, 23), st.sampled_from([0, 15, 30, 45])).map(lambda at: time(*at))


@st.composite
def schedules(draw: st.DrawFn) -> Schedule:
    """Give a schedule of any kind that its record could have, with changes on days it gives."""
    rule = Schedule(
        days=draw(WEEKDAYS | st.just(())),
        at=draw(CLOCK),
        minutes=draw(st.sampled_from([30, 60, 75, 90, 240])),
        every=draw(st.sampled_from([1, 1, 1, 2, 3])),
        starts=draw(st.none() | SOME_DAY),
        ends=draw(st.none() | SOME_DAY),
        dates=tuple(draw(st.lists(_single(), max_size=2, unique_by=lambda start: start.date()))),
        pause=draw(st.none() | st.builds(lambda a, b: Pause(min(a, b), max(a, b)), SOME_DAY, SOME_DAY)),
    )
    if rule.every > 1 and rule.starts is None:
        rule = rule._replace(starts=draw(SOME_DAY))
    if rule.every == 1 and draw(st.booleans()):
        rule = rule._replace(ordinals=draw(ORDINALS))
    return rule._replace(changes=draw(_changes(rule)))


def _single() -> st.SearchStrategy[datetime]:
    return st.tuples(SOME_DAY, CLOCK).map(lambda parts: datetime.combine(*parts))


@st.composite
def _changes(draw: st.DrawFn, rule: Schedule) -> dict[date, Change]:
    around = draw(SOME_DAY)
    days = list(dates(rule, around, around + timedelta(days=120)))[:4]
    changed = draw(st.sets(st.sampled_from(days), max_size=2)) if days else set()
    return {day: draw(_change(day)) for day in sorted(changed)}


@st.composite
def _change(draw: st.DrawFn, day: date) -> Change:
    if draw(st.booleans()):
        return Change(0, is_cancelled=True)
    moved = datetime.combine(day + timedelta(days=draw(st.integers(-9, 9))), draw(CLOCK))
    return Change(0, start=draw(st.none() | st.just(moved)), minutes=draw(st.sampled_from([None, 45, 120])))
