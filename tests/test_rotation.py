"""Whose turn it is: everybody equally often, nobody twice for a date that did not take place."""

from collections import Counter
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from handrail.recurrence import Change, Pause, Schedule, dates, occasions
from handrail.rotation import Rotation, people_by_date
from meeting_rules import FIRST, LATEST, SOME_DAY, schedules

TUESDAYS = Schedule(days=(1,), at=time(19))
START = date(2026, 11, 24)
LATER = START + timedelta(weeks=12)
PEOPLE = st.sampled_from([("Ana",), ("Ana", "Ben"), ("Ana", "Ben", "Eva"), tuple("ABCDEFG")])
LENGTH = st.sampled_from([1, 1, 2, 3])


def weeks(*people: str, rotation: Rotation | None = None, schedule: Schedule = TUESDAYS) -> list[str]:
    """Give who has the first turns; one letter each for Ana, Ben and Eva."""
    found = people_by_date(rotation or Rotation(people, START), schedule, LATER)
    return [found[day] for day in sorted(found)]


def cancelled(*days: date) -> dict[date, Change]:
    return {day: Change(0, is_cancelled=True) for day in days}


@given(schedules(), PEOPLE, SOME_DAY, LENGTH, st.integers(1, 4))
def test_over_whole_rounds_everybody_has_equally_many_dates(
    schedule: Schedule, people: tuple[str, ...], begins: date, length: int, rounds: int
) -> None:
    found = people_by_date(Rotation(people, begins, length), schedule, begins + timedelta(days=400))
    whole = len(people) * length * rounds
    assume(len(found) >= whole)
    counts = Counter(found[day] for day in sorted(found)[:whole])
    assert counts == dict.fromkeys(people, length * rounds)


@given(schedules(), PEOPLE, SOME_DAY, LENGTH)
def test_exactly_the_dates_that_take_place_have_somebody(
    schedule: Schedule, people: tuple[str, ...], begins: date, length: int
) -> None:
    last = begins + timedelta(days=200)
    found = people_by_date(Rotation(people, begins, length), schedule, last)
    taking_place = {o.date for o in occasions(schedule, begins - timedelta(days=20), last + timedelta(days=20))}
    off = {day for day, change in schedule.changes.items() if change.is_cancelled}
    assert set(found) == {day for day in taking_place - off if begins <= day <= last}


@st.composite
def begun(draw: st.DrawFn) -> tuple[Schedule, Rotation, dict[date, str]]:
    """Give a schedule, a rotation that begins on one of its days if it has any, and who has a turn in half a year."""
    schedule = draw(schedules())
    around = draw(SOME_DAY)
    begins = next(dates(schedule, around, LATEST), None) or next(dates(schedule, FIRST, LATEST), around)
    rotation = Rotation(draw(PEOPLE), begins, draw(LENGTH))
    return schedule, rotation, people_by_date(rotation, schedule, begins + timedelta(days=150))


@given(begun(), st.data())
def test_cancelling_a_date_moves_everybody_behind_it_by_one(
    drawn: tuple[Schedule, Rotation, dict[date, str]], data: st.DataObject
) -> None:
    schedule, rotation, before = drawn
    last = rotation.begins + timedelta(days=150)
    assume(before)
    day = data.draw(st.sampled_from(sorted(before)))
    after = people_by_date(rotation, schedule._replace(changes={**schedule.changes, **cancelled(day)}), last)
    assert day not in after
    assert [after[d] for d in sorted(after)] == [before[d] for d in sorted(before)][:-1]


@given(begun(), st.data())
def test_a_swap_changes_its_own_date_only(
    drawn: tuple[Schedule, Rotation, dict[date, str]], data: st.DataObject
) -> None:
    schedule, rotation, before = drawn
    last = rotation.begins + timedelta(days=150)
    assume(before)
    day = data.draw(st.sampled_from(sorted(before)))
    assert people_by_date(rotation._replace(swaps={day: "Zoe"}), schedule, last) == {**before, day: "Zoe"}


@given(schedules(), PEOPLE, SOME_DAY, LENGTH, st.integers(0, 150))
def test_looking_further_ahead_changes_nothing_that_was_said(
    schedule: Schedule, people: tuple[str, ...], begins: date, length: int, days: int
) -> None:
    rotation, near = Rotation(people, begins, length), begins + timedelta(days=days)
    far = people_by_date(rotation, schedule, near + timedelta(days=90))
    assert people_by_date(rotation, schedule, near) == {day: who for day, who in far.items() if day <= near}


def test_the_first_person_has_the_first_date_that_takes_place() -> None:
    assert weeks("Ana", "Ben", "Eva")[:4] == ["Ana", "Ben", "Eva", "Ana"]
    found = people_by_date(Rotation(("Ana", "Ben"), START), TUESDAYS._replace(changes=cancelled(START)), LATER)
    assert found[START + timedelta(weeks=1)] == "Ana"


def test_a_turn_can_be_several_dates_in_a_row() -> None:
    assert weeks(rotation=Rotation(("Ana", "Ben"), START, 3))[:7] == ["Ana"] * 3 + ["Ben"] * 3 + ["Ana"]


def test_a_turn_can_be_a_month_and_a_month_without_a_meeting_uses_up_none() -> None:
    month = Rotation(("Ana", "Ben", "Eva"), START, None)
    found = people_by_date(month, TUESDAYS, LATER)
    assert [found[day] for day in sorted(found)][:7] == ["Ana", *["Ben"] * 5, "Eva"]
    no_december = TUESDAYS._replace(changes=cancelled(*dates(TUESDAYS, date(2026, 12, 1), date(2026, 12, 31))))
    assert people_by_date(month, no_december, LATER)[date(2027, 1, 5)] == "Ben"


def test_a_turn_goes_along_when_its_date_is_moved_past_the_next() -> None:
    moved = {START: Change(0, start=datetime(2026, 12, 3, 18))}
    found = people_by_date(Rotation(("Ana", "Ben"), START), TUESDAYS._replace(changes=moved), LATER)
    assert (found[START], found[date(2026, 12, 1)]) == ("Ana", "Ben")


def test_a_pause_uses_up_nobodys_turn() -> None:
    pause = Pause(date(2026, 12, 1), date(2027, 1, 1))
    found = people_by_date(Rotation(("Ana", "Ben", "Eva"), START), TUESDAYS._replace(pause=pause), LATER)
    assert list(found.items())[:3] == [(START, "Ana"), (date(2027, 1, 5), "Ben"), (date(2027, 1, 12), "Eva")]


@pytest.mark.parametrize("begins", [date(2026, 3, 3), date(2026, 10, 27)])
def test_nobody_is_passed_over_when_the_clocks_change(begins: date) -> None:
    at_two = TUESDAYS._replace(days=(6,), at=time(2, 30))
    found = people_by_date(Rotation(("Ana", "Ben"), begins), at_two, begins + timedelta(weeks=4))
    assert list(found.values()) == ["Ana", "Ben", "Ana", "Ben"]


def test_somebody_can_help_out_before_the_turns_begin_and_on_no_date_without_a_meeting() -> None:
    before, between = START - timedelta(weeks=1), START + timedelta(days=1)
    rotation = Rotation(("Ana", "Ben"), START, swaps={before: "Eva", between: "Eva", LATER + timedelta(weeks=1): "Eva"})
    found = people_by_date(rotation, TUESDAYS, LATER)
    assert (found[before], found[START], between in found, max(found)) == ("Eva", "Ana", False, LATER)
    off = TUESDAYS._replace(changes=cancelled(before))
    assert before not in people_by_date(rotation, off, LATER)
