"""What a meeting's page and the lists say, and what they keep to themselves."""

import json
import re
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from hubs import run, write_hub

PLACES = """places:
  - id: hall
    name: Town Hall
    address: {street: 14 Alder Street, city: Millbrook, state: NY, postal_code: "00014", country: US}
    region: Riverside
    coordinates: [41.78512, -73.69371]
    access: {step_free: yes}
  - {id: library, name: Old Library, region: Riverside}
  - id: home
    name: Rosa's living room
    address: {street: 5 Secret Lane, city: Millbrook}
    coordinates: [41.12345, -73.54321]
    region: Hillside
    private_venue: yes
"""
SITE = """name: Riverside Circle
url: https://example.org/hub/
timezone: America/New_York
"""


def words_of(html: str) -> str:
    text = re.sub(r"<(style|script|template)\b.*?</\1>", " ", html, flags=re.DOTALL)
    words = " ".join(unescape(re.sub(r"<[^>]*>", " ", text)).replace("\u00a0", " ").split())
    return re.sub(r" ([,:])", r"\1", words)


def built(root: Path, meeting: str, *arguments: str, site: str = SITE) -> Path:
    lines = "\n".join(f"    {line}" for line in meeting.strip().splitlines())
    files = {
        "site.yaml": site,
        "content/places.yaml": PLACES,
        "content/meetings/all.yaml": f"meetings:\n  - name: Circle\n    slug: circle\n{lines}\n",
    }
    answer = run(write_hub(root, files), "build", *arguments)
    assert answer.exit_code == 0, answer.output
    return root / "output"


@cache
def page(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def meeting_page(output: Path) -> str:
    return page(output / "meetings/circle/index.html")


WEEKLY = "day: tuesday\ntime: 19:00\nend_time: 20:15\nplace: hall"

SAID = {
    "weekly": (WEEKLY, "Every Tuesday, 7:00 PM to 8:15 PM"),
    "two days": (
        "day: [thursday, monday]\ntime: 07:30\nminutes: 30\nplace: hall",
        "Every Monday and Thursday, 7:30 AM to 8:00 AM",
    ),
    "every day": ("day: every day\ntime: 12:00\nminutes: 60\nplace: hall", "Every day, 12:00 PM to 1:00 PM"),
    "fortnightly": (f"{WEEKLY}\nrepeats: every 2 weeks\nstarts: 2026-01-06", "Every 2 weeks on Tuesday, 7:00 PM"),
    "of the month": (f"{WEEKLY}\nrepeats: [third, first]", "First and third Tuesday of the month, 7:00 PM"),
    "last": (f"{WEEKLY}\nrepeats: last", "Last Tuesday of the month"),
    "a season": (
        f"{WEEKLY}\nstarts: 2027-05-01\nends: 2027-09-30",
        "Every Tuesday, from May 1, 2027 on, until September 30, 2027",
    ),
    "appointment": ("by_appointment: yes\nplace: hall", "By appointment"),
    "single dates": ("dates: [2026-12-24 18:00]\nminutes: 90\nplace: hall", "On single dates"),
    "no end": ("day: tuesday\ntime: 19:00\nplace: hall", "Every Tuesday, 7:00 PM Next"),
    "over midnight": ("day: friday\ntime: 23:00\nend_time: 01:00\nplace: hall", "11:00 PM to 1:00 AM"),
    "paused": (
        f"{WEEKLY}\nstatus: {{paused: yes, until: 2027-01-11, reason: Painting}}",
        "Paused until January 11, 2027: Painting",
    ),
    "over": (f"{WEEKLY}\nends: 2026-11-01", "This meeting has ended"),
    "confirmed": (f"{WEEKLY}\nverified: 2026-11-10", "Confirmed: November 10, 2026"),
    "not confirmed": (WEEKLY, "Nobody has said when this was last confirmed."),
    "other zone": (f"{WEEKLY}\ntimezone: Europe/London", "Times are in United Kingdom Time."),
}


@pytest.mark.parametrize("case", SAID)
def test_when_and_whether_it_is_on_is_said_in_words(tmp_path: Path, case: str) -> None:
    meeting, said = SAID[case]
    assert said in words_of(meeting_page(built(tmp_path, meeting)))


def test_the_next_dates_are_those_of_the_engine_with_what_is_different(tmp_path: Path) -> None:
    closed, earlier = (
        "{date: 2026-12-01, cancelled: yes, note: Hall closed}",
        "{date: 2026-12-08, time: 17:00, end_time: 18:00}",
    )
    changes = f"changes:\n  - {closed}\n  - {earlier}"
    shown = meeting_page(built(tmp_path, f"{WEEKLY}\n{changes}"))
    dates = re.findall(r'<time datetime="([\dT:-]+)">', shown[shown.index("The next dates") :])
    assert dates[:4] == ["2026-11-24T19:00", "2026-12-01T19:00", "2026-12-08T17:00", "2026-12-15T19:00"]
    assert "<s><time" in shown
    assert "Dec 1, 7:00 PM to 8:15 PM Cancelled Hall closed" in words_of(shown)
    assert "5:00 PM to 6:00 PM At another time" in words_of(shown)


def test_what_is_different_soon_stands_in_the_lists_too(tmp_path: Path) -> None:
    output = built(tmp_path, f"{WEEKLY}\nchanges:\n  - {{date: 2026-12-01, cancelled: yes, note: Hall closed}}")
    for path in ("meetings", "meetings/days/tuesday", "meetings/regions/riverside", "places/hall"):
        assert "Not on Tue, Dec 1: Hall closed" in words_of(page(output / path / "index.html"))


@pytest.mark.parametrize(
    ("until", "words"),
    [
        ("", "Takes a break from December 8, 2026 on: Flooded"),
        (", until: 2027-01-11", "Takes a break from December 8, 2026 until January 11, 2027: Flooded"),
    ],
)
def test_a_break_that_is_to_come_is_announced_in_lists_and_in_the_feed(tmp_path: Path, until: str, words: str) -> None:
    output = built(tmp_path, f"{WEEKLY}\nstatus: {{paused: yes, since: 2026-12-08{until}, reason: Flooded}}")
    for name in ("index.html", "circle/index.html"):
        assert words in words_of(page(output / "meetings" / name)), name
    (record,) = json.loads(page(output / "meetings.json"))
    assert words in record["notes"]


def test_a_break_that_is_far_away_is_announced_on_the_page_of_the_meeting_alone(tmp_path: Path) -> None:
    output = built(tmp_path, f"{WEEKLY}\nstatus: {{paused: yes, since: 2027-07-01, until: 2027-09-01}}")
    assert "Takes a break from July 1, 2027 until September 1, 2027" in words_of(meeting_page(output))
    assert "Takes a break" not in page(output / "meetings/index.html")


def test_a_break_that_has_passed_is_forgotten(tmp_path: Path) -> None:
    output = built(tmp_path, f"{WEEKLY}\nstatus: {{paused: yes, since: 2026-07-01, until: 2026-09-01}}")
    assert 'class="hr-alert"' not in meeting_page(output)


def test_a_meeting_that_is_over_keeps_its_page_and_leaves_the_lists(tmp_path: Path) -> None:
    output = built(tmp_path, f"{WEEKLY}\nends: 2026-11-01")
    assert "circle/" not in page(output / "meetings/index.html")
    assert not (output / "meetings/days/tuesday").exists()
    assert "This meeting has ended" in meeting_page(output)


CODE = "s3cretcode"
HIDDEN = {
    "a passcode": f"day: tuesday\ntime: 19:00\nminutes: 60\nonline: {{url: https://zoom.us/j/1, passcode: {CODE}}}",
    "a passcode within the address": f'day: tuesday\ntime: 19:00\nminutes: 60\nonline: {{url: "https://zoom.us/j/1?pwd={CODE}"}}',
    "a contact": f"{WEEKLY}\ncontact: {{name: {CODE}, email: {CODE}@example.org, publish: no}}",
    "who looks after it": f"{WEEKLY}\nsteward: {CODE}\nverified_by: {CODE}",
}


@pytest.mark.parametrize("case", HIDDEN)
def test_what_is_private_stands_in_no_file(tmp_path: Path, case: str) -> None:
    output = built(tmp_path, HIDDEN[case])
    assert [file for file in output.rglob("*") if file.is_file() and CODE.encode() in file.read_bytes()] == []


def test_a_home_is_shown_by_its_region_alone(tmp_path: Path) -> None:
    output = built(tmp_path, "day: tuesday\ntime: 19:00\nminutes: 60\nplace: home")
    assert "Hillside" in words_of(meeting_page(output))
    for file in (file for file in output.rglob("*") if file.is_file()):
        assert not any(secret in file.read_bytes() for secret in (b"Secret Lane", b"41.123", b"73.543"))


def test_a_passcode_for_everybody_is_shown_on_the_page_and_nowhere_else(tmp_path: Path) -> None:
    output = built(tmp_path, f"{HIDDEN['a passcode'][:-1]}, show_passcode: yes}}")
    assert f"Passcode: {CODE}" in words_of(meeting_page(output))
    holding = [
        str(file.relative_to(output))
        for file in output.rglob("*")
        if file.is_file() and CODE.encode() in file.read_bytes()
    ]
    assert holding == ["meetings/circle/index.html"]


def event(output: Path) -> dict[str, object]:
    match = re.search(r'<script type="application/ld\+json">(.*?)</script>', meeting_page(output), re.DOTALL)
    assert match
    data = json.loads(match[1])
    assert isinstance(data, dict)
    return data


DIALLED = 'online: {phone: "+1 202 555 0125,,5550100#,,*778899#"'


def test_a_telephone_dials_the_number_and_keys_in_the_room_but_no_passcode(tmp_path: Path) -> None:
    found = meeting_page(built(tmp_path, f"{WEEKLY}\n{DIALLED}}}"))
    assert 'href="tel:+12025550125,,5550100%23"' in found
    assert "Call in: +1 202 555 0125" in words_of(found)
    assert "key in 5550100#." in words_of(found)
    assert "778899" not in found


def test_a_telephone_keys_in_a_passcode_that_everybody_may_know(tmp_path: Path) -> None:
    found = meeting_page(built(tmp_path, f"{WEEKLY}\n{DIALLED}, show_passcode: yes}}"))
    assert 'href="tel:+12025550125,,5550100%23,,*778899%23"' in found
    assert "key in 5550100#, *778899#." in words_of(found)


def test_an_extension_is_never_dialled_as_a_part_of_the_number(tmp_path: Path) -> None:
    found = meeting_page(built(tmp_path, f'{WEEKLY}\ncontact: {{phone: "+1 202 555 0114 #12"}}'))
    assert 'href="tel:+12025550114"' in found
    assert "+1 202 555 0114 #12" in found


def test_search_engines_get_the_next_date_with_its_right_end_and_the_rule(tmp_path: Path) -> None:
    data = event(built(tmp_path, f"{WEEKLY}\nchanges:\n  - {{date: 2026-11-24, cancelled: yes}}"))
    assert (data["startDate"], data["endDate"]) == ("2026-12-01T19:00:00-05:00", "2026-12-01T20:15:00-05:00")
    assert data["eventAttendanceMode"] == "https://schema.org/OfflineEventAttendanceMode"
    schedule = data["eventSchedule"]
    assert isinstance(schedule, dict)
    assert schedule["repeatFrequency"] == "P1W"
    assert schedule["byDay"] == ["https://schema.org/Tuesday"]
    assert schedule["exceptDate"] == ["2026-11-24"]
    assert (schedule["startTime"], schedule["endTime"], schedule["scheduleTimezone"]) == (
        "19:00:00",
        "20:15:00",
        "America/New_York",
    )


ELSEWHERE = "changes:\n  - {date: 2026-11-24, place: library}\n  - {date: 2026-12-08, place: library}"


def test_a_next_date_elsewhere_leads_nobody_to_the_usual_door(tmp_path: Path) -> None:
    output = built(tmp_path, f"{WEEKLY}\n{ELSEWHERE}")
    data = event(output)
    assert isinstance(data["location"], dict)
    assert data["location"]["name"] == "Old Library"
    assert "eventSchedule" not in data
    (ticket,) = re.findall(r'<div class="hr-ticket">.*?</div>', meeting_page(output), re.DOTALL)
    assert "Old Library" in ticket
    assert "Alder Street" not in ticket


def test_search_engines_are_told_on_which_dates_the_usual_place_does_not_hold(tmp_path: Path) -> None:
    data = event(built(tmp_path, f"{WEEKLY}\n{ELSEWHERE}", "--today", "2026-11-25"))
    assert isinstance(data["location"], dict)
    assert data["location"]["name"] == "Town Hall"
    assert isinstance(data["eventSchedule"], dict)
    assert data["eventSchedule"]["exceptDate"] == ["2026-11-24", "2026-12-08"]


def test_search_engines_are_promised_no_date_in_a_break(tmp_path: Path) -> None:
    data = event(built(tmp_path, f"{WEEKLY}\nstatus: {{paused: yes, since: 2026-12-08, until: 2027-01-11}}"))
    assert isinstance(data["eventSchedule"], dict)
    assert data["eventSchedule"]["endDate"] == "2026-12-07"


def test_search_engines_get_no_end_that_nobody_said(tmp_path: Path) -> None:
    data = event(built(tmp_path, "day: tuesday\ntime: 19:00\nplace: hall"))
    assert "endDate" not in data
    assert "endTime" not in str(data["eventSchedule"])


def test_text_of_a_meeting_cannot_leave_its_script(tmp_path: Path) -> None:
    output = built(tmp_path, f'{WEEKLY}\nnotes: "</script><script>alert(1)</script>"')
    assert event(output)["description"] == "</script><script>alert(1)</script>"
    assert "<script>alert(1)" not in meeting_page(output)
    assert "<script>alert(1)" not in page(output / "meetings/index.html")


def test_a_page_and_the_meetings_about_the_same_lead_to_each_other(tmp_path: Path) -> None:
    write_hub(tmp_path, {"content/resources/sleep.md": "---\ntitle: Better sleep\ntopics: [Sleep]\n---\n\nText.\n"})
    output = built(tmp_path, f"{WEEKLY}\ntopics: [sleep]")
    assert 'href="../../resources/sleep/"' in meeting_page(output)
    assert 'href="../../meetings/circle/"' in page(output / "resources/sleep/index.html")


def test_many_meetings_are_counted_by_day_and_listed_on_pages_of_their_own(tmp_path: Path) -> None:
    one = "  - {{name: M{0}, slug: m{0}, day: tuesday, time: 19:00, minutes: 60, online: {{url: https://zoom.us/j/1}}}}"
    many = "\n".join(("meetings:", *(one.format(number) for number in range(601)), ""))
    answer = run(write_hub(tmp_path, {"site.yaml": SITE, "content/meetings/all.yaml": many}), "build")
    assert answer.exit_code == 0, answer.output
    finder = page(tmp_path / "output/meetings/index.html")
    assert "601 meetings" in words_of(finder)
    assert 'href="m7/"' not in finder
    assert 'href="../../m7/"' in page(tmp_path / "output/meetings/days/tuesday/index.html")
