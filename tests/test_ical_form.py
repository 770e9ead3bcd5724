"""The form of calendars: lines, escapes, what surrounds the events, the same bytes everywhere (RFC 5545)."""

import hashlib
import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handrail.formats.meetings.ical import calendar, events, timezone
from hubs import REPOSITORY
from meeting_samples import CANCELLED, ELSEWHERE, NEW_YORK, linked, only, parsed, unfolded, voice

# --- The form


SOME_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.sampled_from("\\;,:\nNn\"'"))


@given(name=SOME_TEXT.filter(lambda text: text.split() != []), notes=SOME_TEXT)
def test_every_text_comes_back_as_it_was(name: str, notes: str) -> None:
    name = " ".join(name.split())
    event = only(linked(name=name, notes=f"{notes}|", place=None, attendance="in-person"))
    assert event["SUMMARY"] == name
    told = "\n".join(f"{notes}|".strip().splitlines())
    assert event["DESCRIPTION"] == f"{told}\n\nhttps://example.org/hub/meetings/tuesday-circle/"


@pytest.mark.parametrize(
    "name",
    ["حلقة مساء الثلاثاء في قاعة القديس مرقس الكبيرة " * 3, "🕯️🤝🏽 " * 40, "é" * 200, "x" * 300, "\\" * 200, "a;" * 99],
)
def test_lines_are_at_most_75_octets_and_split_no_letter_and_no_escape(name: str) -> None:
    data = calendar(
        name, "https://example.org/" + "x" * 99, [NEW_YORK], [events(voice(), linked(name=name, notes=name))]
    )
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    for line in data.removesuffix(b"\r\n").split(b"\r\n"):
        assert len(line) <= 75
        assert (len(line) - len(line.rstrip(b"\\"))) % 2 == 0
        line.decode()


def test_only_texts_are_escaped() -> None:
    online = {"url": "https://zoom.us/j/1,2;3?a=b,c"}
    data = unfolded(events(voice(), linked(online=online, name="a\\b;c,d", notes="one\ntwo: \\N")))
    assert "SUMMARY:a\\\\b\\;c\\,d\r\n" in data
    assert "DESCRIPTION:one\\ntwo: \\\\N\\n" in data
    assert "VALUE=URI:https://zoom.us/j/1,2;3?a=b,c\r\n" in data
    assert "GEO:41.785112;-73.69\r\n" in data


def test_addresses_in_other_scripts_are_written_as_machines_send_them() -> None:
    meeting = linked(slug="حلقة", online={"url": "https://meet.jit.si/Kreis-Ä"})
    data = unfolded(events(voice(), meeting))
    assert "URL:https://example.org/hub/meetings/%D8%AD%D9%84%D9%82%D8%A9/\r\n" in data
    assert "VALUE=URI:https://meet.jit.si/Kreis-%C3%84\r\n" in data
    assert "UID:حلقة@example.org\r\n" in data


def test_every_event_has_what_rfc_5545_requires() -> None:
    meeting = linked(changes=[CANCELLED, ELSEWHERE], dates=["2026-12-24 18:00", "2026-12-15 09:00"])
    for discreet in (False, True):
        for event in parsed(meeting, discreet=discreet):
            for name in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "LAST-MODIFIED", "SUMMARY", "STATUS"):
                assert event[name] is not None
                assert not isinstance(event[name], list)
            assert event.end > event.start


# --- The calendar around


def test_a_calendar_says_what_it_is_and_when_to_look_again() -> None:
    head = unfolded(calendar("All; meetings", "https://example.org/calendars/all.ics", [], []))
    assert head.split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Handrail//Meetings//EN",
        "NAME:All\\; meetings",
        "X-WR-CALNAME:All\\; meetings",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
        "SOURCE;VALUE=URI:https://example.org/calendars/all.ics",
        "END:VCALENDAR",
        "",
    ]


def test_each_zone_stands_once_in_order_and_before_the_events() -> None:
    names = ["Europe/London", NEW_YORK, "Europe/London", "Etc/UTC"]
    data = calendar("Test", None, names, [events(voice(), linked())])
    assert data.count(b"BEGIN:VTIMEZONE") == 2
    places = [data.index(part) for part in (b"TZID:America/New_York", b"TZID:Europe/London", b"BEGIN:VEVENT")]
    assert places == sorted(places)
    assert timezone(NEW_YORK) in data


def test_no_calendar_has_a_method_or_an_organizer() -> None:
    data = calendar("Test", None, [NEW_YORK], [events(voice(), linked(changes=[CANCELLED]))])
    for word in (b"METHOD", b"ORGANIZER", b"ATTENDEE"):
        assert word not in data


def test_a_calendar_of_five_thousand_meetings_is_put_together_at_once() -> None:
    finished = [events(voice(), linked())] * 5000
    timezone(NEW_YORK)
    started = time.perf_counter()
    calendar("Test", None, [NEW_YORK] * 5000, finished)
    assert time.perf_counter() - started < 0.1


SCRIPT = """
import hashlib, sys
sys.path[:0] = [{tests!r}, {generator!r}]
from meeting_samples import NEW_YORK, linked, voice
from handrail.formats.meetings.ical import calendar, events
meeting = linked(dates=["2026-12-24 18:00"], changes=[{{"date": "2026-12-22", "cancelled": "yes"}}], ends="2027-06-30")
data = calendar("Test", None, {{NEW_YORK, "Europe/London", "Asia/Gaza"}}, [events(voice(), meeting)])
print(hashlib.sha256(data).hexdigest())
"""


def test_the_bytes_are_the_same_in_every_process_zone_language_and_hash_seed() -> None:
    rule = {
        "dates": ["2026-12-24 18:00"],
        "changes": [{"date": "2026-12-22", "cancelled": "yes"}],
        "ends": "2027-06-30",
    }
    zones = [NEW_YORK, "Europe/London", "Asia/Gaza"]
    here = hashlib.sha256(calendar("Test", None, zones, [events(voice(), linked(rule))])).hexdigest()
    script = SCRIPT.format(tests=str(REPOSITORY / "tests"), generator=str(REPOSITORY / "generator"))
    for environment in (
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "1"},
        {"TZ": "America/St_Johns", "LC_ALL": "C", "PYTHONHASHSEED": "2", "PYTHONTZPATH": ""},
    ):
        done = subprocess.run(
            [sys.executable, "-c", script], env=environment, capture_output=True, check=True, text=True
        )
        assert done.stdout.strip() == here
