"""Nothing is lost in silence: every value of a source is in the hub, or its field is named in the report."""

import csv
import io
import json
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handrail.importers import READERS
from handrail.importers.cleaning.type_words import vocabulary
from handrail.importers.importing import Imported, import_meetings
from handrail.importers.losses import DROPPED, LOOK, REPAIRED, Loss
from handrail.importers.opening import open_bytes
from handrail.importers.raw import Circumstances
from handrail.importers.report import report
from handrail.importers.standing import Held
from handrail.importers.tidy import Hub
from handrail.meeting_types import TYPES
from handrail.scaffold.refusal import Refusal
from handrail.setting import Setting

QUIET = settings(suppress_health_check=list(HealthCheck), max_examples=60)
SETTING = Setting(("en",), {}, types=tuple(TYPES))
HUB = Hub("America/New_York", "en", vocabulary(), date(2026, 11, 22))
NOTHING = Held((), (), (), frozenset())


class Layout(NamedTuple):
    """A layout's fields with the names that the report may use for them, besides their own."""

    fields: Mapping[str, str]
    needed: Mapping[str, str]
    is_table: bool = False


WHEN, POINT = "when, day and time", "coordinates, latitude and longitude"
SPEC = Layout(
    {
        "day": WHEN, "time": WHEN, "end_time": "", "timezone": "", "types": "", "notes": "", "location": "",
        "location_notes": "", "formatted_address": "", "address": "street", "city": "", "state": "", "postal_code": "",
        "country": "", "region": "address", "sub_region": "region, address", "regions": "address", "latitude": POINT,
        "longitude": POINT, "approximate": "", "attendance_option": "attendance", "conference_url": "",
        "conference_url_notes": "conference notes", "conference_phone": "",
        "conference_phone_notes": "conference notes",
        "group": "", "group_notes": "", "email": "group_email", "phone": "group_phone", "venmo": "", "square": "",
        "paypal": "", "website": "", "website_2": "website", "contact_1_name": "", "contact_1_email": "",
        "contact_1_phone": "", "contact_2_name": "", "contact_3_email": "", "last_contact": "", "updated": "",
        "feedback_url": "", "entity": "", "entity_email": "", "homegroup_online": "", "url": "", "anything": "",
    },
    {"name": "X", "slug": "x"},
)  # fmt: skip
BMLT = Layout(
    {
        "weekday_tinyint": "", "start_time": WHEN + ", time", "duration_time": "duration, end_time", "formats": "",
        "venue_type": "attendance", "location_text": "location", "location_street": "street", "location_info": "",
        "location_municipality": "city", "location_sub_province": "region", "location_province": "state",
        "location_postal_code_1": "postal_code", "location_nation": "country", "location_neighborhood": "region",
        "location_city_subsection": "region", "latitude": POINT, "longitude": POINT, "time_zone": "timezone",
        "virtual_meeting_link": "conference_url",
        "virtual_meeting_additional_info": "conference notes, conference_url_notes",
        "phone_meeting_number": "conference_phone", "comments": "", "bus_lines": "", "train_lines": "",
        "email_contact": "email_contact_email", "root_server_uri": "", "worldid_mixed": "", "anything": "",
    },
    {"meeting_name": "X", "id_bigint": "5"},
)  # fmt: skip
NAWS = Layout(
    {
        "Room": "room", "Closed": "closed", "Place": "location", "Address": "street", "City": "city", "State": "state",
        "LocBorough": "region", "Zip": "postal_code", "Country": "country", "Directions": "location_notes",
        "Language1": "formats", "Format2": "formats", "Longitude": POINT, "Latitude": POINT, "TimeZone": "timezone",
        "PhoneMeetingNumber": "conference_phone", "VirtualMeetingLink": "conference_url", "AreaRegion": "arearegion",
        "VirtualMeetingInfo": "conference notes, conference_url_notes", "LastChanged": "lastchanged",
        "ContactName": "contactname",
        "ContactPhone": "contactphone", "CompanyName": "companyname", "ParentName": "parentname",
        "Committee": "committee", "LocationId": "locationid",
    },
    {"CommitteeName": "X", "Day": "Monday", "Time": "1900", "Format1": "BEG", "bmlt_id": "5"},
    is_table=True,
)  # fmt: skip


def import_of(layout: Layout, values: Mapping[str, str]) -> Imported:
    record = {**layout.needed, **values}
    text = io.StringIO()
    csv.writer(text).writerows([record.keys(), record.values()])
    opened = open_bytes((text.getvalue() if layout.is_table else json.dumps([record])).encode())
    assert not isinstance(opened, Refusal)
    reader = next(reader for reader in READERS if reader.recognise(opened))
    reading = reader.read(opened, Circumstances("America/New_York", "2026-11-22"))
    return import_meetings(reading, "a", NOTHING, HUB, SETTING)


@pytest.mark.parametrize("layout", [SPEC, BMLT, NAWS], ids=["spec", "bmlt", "naws"])
@QUIET
@given(data=st.data())
def test_a_value_is_in_the_hub_or_its_field_is_in_the_report(layout: Layout, data: st.DataObject) -> None:
    fields = data.draw(st.sets(st.sampled_from(sorted(layout.fields)), min_size=1))
    values = {name: f"mark{number}x" for number, name in enumerate(sorted(fields))}
    result = import_of(layout, values)
    kept = " ".join([*result.files.values(), *map(str, (*result.places, *result.groups))])
    told = {loss.field for loss in result.losses}
    for name, value in values.items():
        names = {name, *layout.fields[name].split(", ")}
        assert value in kept or names & told, f"{name} is nowhere"


def report_of(*losses: Loss) -> list[str]:
    result = import_of(SPEC, {"day": "1", "time": "19:00", "timezone": "America/New_York", "location": "Hall"})
    lines = report(result._replace(losses=losses), "a list", "a.json", (), dry_run=False)
    return list(lines[2 : lines.index("Meetings: 1 new.")])


def test_what_is_the_same_in_many_records_is_counted_once() -> None:
    losses = [Loss(f"record {n}", DROPPED, "updated", "is not kept", together=True) for n in range(9)]
    losses += [Loss(f"record {n}", DROPPED, "id", "is not kept", together=True) for n in range(3)]
    assert report_of(*losses, *losses) == ["In the whole file", "  dropped   is not kept: updated (9), id (3)", ""]


def test_lines_that_are_alike_are_told_five_times_and_then_together() -> None:
    losses = [Loss(f"record {n}", DROPPED, "types", "is unknown", "Potluck" if n % 2 else "Tea") for n in range(9)]
    assert report_of(*losses)[-5:] == [
        "And the same in further records",
        "  dropped   types: is unknown (4 more):",
        "            Potluck: record 5, record 7",
        "            Tea: record 6, record 8",
        "",
    ]


def test_what_is_only_written_in_another_way_needs_no_list() -> None:
    losses = [Loss(f"record {n}", REPAIRED, "time", "is written anew", str(n)) for n in range(7)]
    assert report_of(*losses)[-3:] == [
        "And the same in further records",
        "  repaired  time: is written anew (2 more)",
        "",
    ]


def test_what_people_must_look_at_is_always_told() -> None:
    losses = [Loss(f"record {n}", LOOK, "notes", "may matter", f"phrase {n}") for n in range(8)]
    assert [line for line in report_of(*losses) if "phrase" in line][-1] == "  look      notes: may matter: phrase 7"


def test_a_private_value_is_hidden_even_where_nobody_expected_it() -> None:
    code = "EXAMPLE1"
    result = import_of(SPEC, {"day": "1", "time": "19:00", "location": "Hall"})
    losses = (Loss("record 1", DROPPED, "x", "is lost", f"{code} or 202-555-0106 or a@example.org"),)
    lines = report(result._replace(losses=losses, secrets=frozenset({code})), "a list", "a.json", (), dry_run=False)
    assert "  dropped   x: is lost: … or … or …" in lines
