"""What calendars must not say of a meeting."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from handrail.build import BuildRequest, build
from handrail.formats.meetings.ical import events
from handrail.kinds.meeting import Online
from hubs import write_hub
from meeting_samples import CANCELLED, ZOOM, lines, linked, only, parsed, unfolded, voice


def test_no_passcode_and_no_contact_stands_in_a_calendar() -> None:
    contact = {"name": "Rosalind", "email": "rosalind@example.org", "phone": "+1 202 555 0199"}
    meeting = linked(online={**ZOOM, "notes": "The code is 778899"}, contact=contact, notes="Say SeSaMe at the door")
    for discreet in (False, True):
        data = unfolded(events(voice(), meeting, discreet=discreet))
        for secret in ("778899", "SeSaMe", "pwd", "123", "Rosalind", "rosalind", "0199"):
            assert secret not in data


def test_a_passcode_that_everybody_may_know_stands_on_the_page_only() -> None:
    meeting = linked(online={**ZOOM, "show_passcode": "yes"})
    assert "The passcode is on the meeting's page." in only(meeting)["DESCRIPTION"]
    assert "778899" not in unfolded(events(voice(), meeting))


@pytest.mark.parametrize(
    ("phone", "uri"),
    [
        ("+1 202 555 0125", "tel:+12025550125"),
        ("+1 202 555 0125,,5550100#,,,,*123456#", "tel:+12025550125,,5550100%23"),
        ("+1 202 555 0125,,5550100#,,123456#", "tel:+12025550125,,5550100%23"),
        ("+1 202 555 0125,,*123#", "tel:+12025550125"),
        ("+1 202 555 0125,,123#", "tel:+12025550125"),  # the passcode itself
        ("+1 202 555 0125 *123#", "tel:+12025550125"),
        ("+1 202 555 0125 123#", "tel:+12025550125"),
        ("(202) 555-0125", "tel:2025550125"),
        ("+12025550125123#", ""),
    ],
)
def test_a_number_is_dialled_without_its_passcode(phone: str, uri: str) -> None:
    meeting = linked(attendance="hybrid", online={"url": "https://zoom.us/j/1"})
    record = meeting.record.model_copy(update={"online": Online.model_construct(phone=phone, passcode="123")})
    meeting = replace(meeting, record=record)
    found = [line.partition("VALUE=URI:")[2] for line in lines(meeting) if line.startswith("CONFERENCE")]
    assert found == ([uri] if uri else [])


def test_a_discreet_event_says_when_and_where_and_nothing_else() -> None:
    meeting = linked(online=ZOOM, notes="We do recover", changes=[CANCELLED], dates=["2026-12-24 18:00"])
    series, override, single = parsed(meeting, discreet=True)
    for event, summary in ((series, "Appointment"), (override, "Cancelled: Appointment"), (single, "Appointment")):
        assert (event["SUMMARY"], event["LOCATION"]) == (summary, "14 Alder St, Millbrook, NY 00014, US")
        assert {"DESCRIPTION", "CATEGORIES", "URL", "CONFERENCE", "GEO"}.isdisjoint(event)
    data = unfolded(events(voice(), meeting, discreet=True)).lower()
    for word in ("tuesday", "circle", "meeting", "recover", "mark", "zoom", "example", "handrail"):
        assert word not in data
    assert series["UID"] == override["UID"] != single["UID"]


def test_a_discreet_event_names_a_service_and_no_other_host() -> None:
    online: dict[str, Any] = {"place": None, "attendance": "online"}
    assert only(linked(online, online={"url": "https://zoom.us/j/1"}), discreet=True)["LOCATION"] == "Zoom"
    assert "LOCATION" not in only(linked(online, online={"url": "https://recovery.example/1"}), discreet=True)


def test_a_discreet_calendar_has_no_name_and_says_no_address(tmp_path: Path) -> None:
    site = "name: Riverside Circle\nurl: https://circle.example/\nsafety: {discretion: discreet}\n"
    meeting = "name: Tuesday Circle\nday: tuesday\ntime: 19:00\nonline: {url: https://zoom.us/j/1}\ntypes: [open]\n"
    write_hub(tmp_path, {"site.yaml": site, "content/meetings/tuesday.yaml": meeting})
    assert build(BuildRequest(tmp_path, date(2026, 11, 22))).is_written
    files = sorted((tmp_path / "output").rglob("*.ics"))
    assert {file.name for file in files} >= {"all.ics", "type-open.ics", "meeting.ics"}
    for file in files:
        data = file.read_text(encoding="utf-8")
        assert "X-WR-CALNAME:Appointment\n" in data
        assert not any(word in data.lower() for word in ("circle", "riverside", "source", "tuesday", "open"))
