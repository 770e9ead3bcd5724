"""The rules in the browser give what the engine gives: the same days, the same times, the same moments."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from handrail.formats.meetings.data import DAYS_OF_CLOCKS, clock_offsets, number_of, rule_data
from handrail.recurrence import Occasion, Schedule, occasions, upcoming
from handrail.translation import Catalogue, Translator
from handrail.zones import moment, offset
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


TODAY = date(2026, 11, 22)
IN_WORDS = """([language, moment]) => ["day", "time"].map((what) => new Intl.DateTimeFormat(language, {
  ...(what === "day" ? {weekday: "long", month: "long", day: "numeric"} : {timeStyle: "short"}), timeZone: "UTC",
}).format(new Date(moment)))"""


@pytest.mark.parametrize("language", ["en", "es", "fr", "de", "nl", "it", "pt", "pl", "ar", "he", "ja"])
@pytest.mark.parametrize("when", [datetime(2026, 11, 22, 19, 30, tzinfo=UTC), datetime(2027, 3, 1, 0, 5, tzinfo=UTC)])
def test_days_and_times_read_as_the_browser_writes_them(rules: Page, language: str, when: datetime) -> None:
    voice = Translator(Catalogue(language))
    shown = rules.evaluate(IN_WORDS, [language, when.timestamp() * 1000])
    assert [voice.day_in_full(when.date()), voice.time(when.time())] == [shown[0], "\u00a0".join(shown[1].split())]


@pytest.fixture(scope="module")
def told(browser: Browser) -> Iterator[Page]:
    """An empty page that is told of clocks, in a browser that may not be asked."""
    page = browser.new_page()
    script = (REPOSITORY / "themes/harbor/scripts/recurrence.js").read_text(encoding="utf-8")
    known = json.dumps({zone: clock_offsets(TODAY, zone) for zone in ZONES})
    page.add_script_tag(content=f"{script}\nObject.assign(offsets, {known}); askedOffset = () => 'asked';")
    yield page
    page.close()


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ahead=st.integers(-8 * MINUTES, (DAYS_OF_CLOCKS - 10) * MINUTES), zone=st.sampled_from(ZONES))
def test_clocks_that_a_page_tells_of_are_those_of_the_zone(told: Page, ahead: int, zone: str) -> None:
    when = datetime(TODAY.year, TODAY.month, TODAY.day, tzinfo=UTC) + timedelta(minutes=ahead)
    shown = told.evaluate("(a) => offsetOf(...a)", [zone, int(when.timestamp()) // 60])
    assert shown == offset(zone, when) // timedelta(minutes=1)


@pytest.mark.parametrize("days", [-11, DAYS_OF_CLOCKS])
def test_of_other_times_the_browser_is_asked(told: Page, days: int) -> None:
    assert told.evaluate("(a) => offsetOf(...a)", [ZONES[0], (number_of(TODAY) + days) * MINUTES]) == "asked"
