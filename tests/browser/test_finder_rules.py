"""The rules in the browser give what the engine gives: the same days, the same times, the same moments."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from handrail.formats.meetings.data import number_of, rule_data
from handrail.recurrence import Occasion, Schedule, occasions, upcoming
from handrail.zones import moment
from hubs import REPOSITORY
from meeting_rules import SOME_DAY, schedules

pytestmark = pytest.mark.browser
MINUTES = 24 * 60
ZONES = (
    "America/New_York",
    "Europe/London",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Asia/Kathmandu",
    "America/Santiago",
)


@pytest.fixture(scope="module")
def rules(browser: Browser) -> Page:
    """An empty page that knows the rules."""
    page = browser.new_page()
    script = (REPOSITORY / "themes/harbor/scripts/recurrence.js").read_text(encoding="utf-8")
    page.add_script_tag(content=f"{script}\nwindow.rules = {{occasions, upcoming, momentOf}};")
    return page


def as_data(rule: Schedule) -> dict[str, object]:
    bits = sum(1 << day for day in rule.days)
    at = rule.at.hour * 60 + rule.at.minute
    return {"days": bits, "time": at, "long": rule.minutes, "rule": json.loads(json.dumps(rule_data(rule))) or None}


def minutes(local: datetime) -> int:
    return number_of(local.date()) * MINUTES + local.hour * 60 + local.minute


def as_pair(occasion: Occasion) -> list[int]:
    return [minutes(occasion.start), occasion.minutes]


@settings(max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(rule=schedules(), first=SOME_DAY, days=st.integers(0, 200))
def test_what_takes_place_is_what_the_engine_says(rules: Page, rule: Schedule, first: date, days: int) -> None:
    last = first + timedelta(days=days)
    shown = rules.evaluate("(a) => rules.occasions(...a)", [as_data(rule), number_of(first), number_of(last)])
    assert shown == [as_pair(o) for o in occasions(rule, first, last) if not o.is_cancelled]


@settings(max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(rule=schedules(), now=st.datetimes(datetime(2025, 1, 1), datetime(2029, 12, 31)))
def test_the_next_time_is_what_the_engine_says(rules: Page, rule: Schedule, now: datetime) -> None:
    horizon = 120
    shown = rules.evaluate("(a) => rules.upcoming(...a)", [as_data(rule), minutes(now), horizon])
    far = now.date() + timedelta(days=horizon)
    held = [o for o in upcoming(rule, now.replace(second=0, microsecond=0), 60) if not o.is_cancelled]
    near = [o for o in held if o.start.date() <= far]
    assert shown == (as_pair(near[0]) if near else None)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(local=st.datetimes(datetime(2024, 1, 1), datetime(2032, 1, 1)), zone=st.sampled_from(ZONES))
def test_a_clock_time_is_the_same_moment(rules: Page, local: datetime, zone: str) -> None:
    at = local.replace(second=0, microsecond=0)
    assert rules.evaluate("(a) => rules.momentOf(...a)", [minutes(at), zone]) == epoch_minutes(at, zone)


@pytest.mark.parametrize("minute", range(0, 240, 15))
@pytest.mark.parametrize(
    ("zone", "night"),
    [
        ("America/New_York", date(2026, 3, 8)),
        ("America/New_York", date(2026, 11, 1)),
        ("Europe/London", date(2026, 3, 29)),
        ("Europe/London", date(2026, 10, 25)),
        ("Australia/Lord_Howe", date(2026, 4, 5)),
        ("Australia/Lord_Howe", date(2026, 10, 4)),
    ],
)
def test_in_the_nights_of_the_clock_changes_too(rules: Page, zone: str, night: date, minute: int) -> None:
    at = datetime(night.year, night.month, night.day) + timedelta(minutes=minute)
    assert rules.evaluate("(a) => rules.momentOf(...a)", [minutes(at), zone]) == epoch_minutes(at, zone)


def epoch_minutes(at: datetime, zone: str) -> int:
    return (moment(at, zone) - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(minutes=1)
