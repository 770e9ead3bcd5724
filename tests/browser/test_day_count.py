"""The count of days: by the calendar, in every zone, in the words of the language."""

import pytest
from playwright.sync_api import Browser

from .hub import Hub
from .in_use import DAYS, count, status, using

pytestmark = pytest.mark.browser

NO_SUCH_DAY = "There is no such day. Please look at day, month and year again; the year has four digits."


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (("22", "11", "2026"), ["Today is your first day. It counts."]),
        (("21", "11", "2026"), ["1 day"]),
        (("16", "11", "2026"), ["6 days"]),
        (("15", "11", "2026"), ["7 days", "1 week"]),
        (("22", "10", "2026"), ["31 days", "4 weeks and 3 days", "1 month"]),
        (("31", "10", "2026"), ["22 days", "3 weeks and 1 day"]),
        (("28", "2", "2024"), ["998 days", "142 weeks and 4 days", "2 years, 8 months, and 25 days"]),
        (("29", "2", "2024"), ["997 days", "142 weeks and 3 days", "2 years, 8 months, and 24 days"]),
        (("22", "11", "2025"), ["365 days", "52 weeks and 1 day", "1 year"]),
        (("1", "1", "1970"), ["20779 days", "2968 weeks and 3 days", "56 years, 10 months, and 21 days"]),
        (("٢٢", "10", "٢٠٢٦"), ["31 days", "4 weeks and 3 days", "1 month"]),
        (("23", "11", "2026"), ["This day is still to come. You can count from it when it is here."]),
        (("29", "2", "2025"), [NO_SUCH_DAY]),
        (("31", "4", "2026"), [NO_SUCH_DAY]),
        (("1", "", "2026"), [NO_SUCH_DAY]),
        (("1", "1", "26"), [NO_SUCH_DAY]),
        (("one", "1", "2026"), [NO_SUCH_DAY]),
        (("", "", ""), [NO_SUCH_DAY]),
    ],
    ids=str,
)
def test_days_are_counted_by_the_calendar(
    browser: Browser, hub: Hub, date: tuple[str, str, str], expected: list[str]
) -> None:
    with using(browser, hub, DAYS) as page:
        assert count(page, *date) == expected


@pytest.mark.parametrize(
    "zone", ["America/New_York", "Europe/Madrid", "Pacific/Apia", "Asia/Kathmandu", "Africa/Cairo"]
)
def test_neither_summer_time_nor_the_zone_takes_a_day_away(browser: Browser, hub: Hub, zone: str) -> None:
    context = browser.new_context(timezone_id=zone)
    page = context.new_page()
    for moment, expected in (("2026-04-30T00:30:00", "121 days"), ("2026-11-10T23:30:00", "315 days")):
        page.goto("about:blank")
        page.clock.set_fixed_time(page.evaluate("(moment) => new Date(moment).getTime()", moment) / 1000)
        page.goto(hub.home + DAYS)
        assert page.evaluate("new Date().toLocaleString('sv').slice(0, 10)") == moment[:10]
        assert count(page, "30", "12", "2025")[0] == expected
    context.close()


def test_days_are_counted_in_spanish(browser: Browser, hub: Hub) -> None:
    with using(browser, hub, f"es/{DAYS}") as page:
        assert count(page, "28", "2", "2024") == ["998 días", "142 semanas y 4 días", "2 años, 8 meses y 25 días"]
        assert count(page, "21", "11", "2026") == ["1 día"]
        page.get_by_role("button", name="Olvidarlo").click()
        assert status(page) == ""
        assert page.input_value("#hr-year") == ""


def test_a_page_keeps_no_date_in_its_address(browser: Browser, hub: Hub) -> None:
    with using(browser, hub, DAYS) as page:
        count(page, "28", "2", "2024")
        assert page.url == hub.home + DAYS
        assert page.evaluate("history.length") <= 2  # the empty tab and this page
