"""Whatever a meeting is, it comes back from every layout as it was; hypothesis makes the meetings."""

import tempfile
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exports import LAYOUTS, records_of
from handrail.exporters import EXPORTERS
from handrail.exporters.stock import Item, Stock
from handrail.importers.part import Part, part_in, text_of
from handrail.kinds.meeting import Meeting
from handrail.meeting_types import TYPES
from handrail.timefields import ORDINALS, WEEKDAYS
from hubs import write_hub
from imports.tried import SITE, imported
from meeting_samples import HALL, HOME, LIBRARY, RIVERSIDE, TUESDAY_CIRCLE, all_linked, voice
from meeting_samples import SITE as ENTITY

# What YAML and a build take in a text: no control characters, no blanks at the ends.
LETTERS = st.characters(blacklist_categories=("Cc", "Cs", "Co", "Cn", "Zl", "Zp", "Cf"), blacklist_characters="\x1f")
LINES = st.text(LETTERS, min_size=1, max_size=30).map(lambda t: " ".join(t.split())).filter(bool)
PROSE = st.lists(LINES, min_size=1, max_size=3).map("\n".join) | st.sampled_from(
    ["- a", "a: b", "null", "#", "'=1", '"']
)
TEXTS = PROSE | st.fixed_dictionaries({"en": PROSE, "es": PROSE})
CLOCK = st.tuples(st.integers(0, 23), st.sampled_from([0, 5, 30, 59])).map(lambda at: f"{at[0]:02}:{at[1]:02}")
DAYS = st.sets(st.sampled_from(WEEKDAYS), min_size=1).map(lambda days: [day for day in WEEKDAYS if day in days])
DATES = st.dates(date(2026, 1, 1), date(2028, 12, 31)).map(str)
ONLINE = st.fixed_dictionaries(
    {"url": st.sampled_from(["https://zoom.us/j/5550100?pwd=SeSaMe", "https://example.org/room"])},
    optional={
        "passcode": st.sampled_from(["ask", "none", "778899"]),
        "notes": TEXTS,
        "phone": st.just("+1 202 555 0125"),
    },
)
INLINE = st.fixed_dictionaries({"name": LINES, "region": LINES}, optional={"private_venue": st.just("yes")})
WEEKLY = st.fixed_dictionaries(
    {"day": DAYS, "time": CLOCK},
    optional={
        "minutes": st.sampled_from(["30", "75"]),
        "repeats": st.sampled_from([*ORDINALS, "weekly"]),
        "ends": DATES,
        "dates": st.lists(DATES, unique=True, max_size=2).map(lambda days: [f"{day} 18:00" for day in days]),
    },
)
SINGLE = st.lists(DATES, unique=True, min_size=1, max_size=3).map(lambda days: {"dates": [f"{d} 18:00" for d in days]})
WHEN = WEEKLY | SINGLE | st.just({"by_appointment": "yes"})
MEETINGS = st.builds(
    lambda when, rest: {**when, **rest},
    WHEN,
    st.fixed_dictionaries(
        {"name": LINES | st.fixed_dictionaries({"en": LINES, "es": LINES})},
        optional={
            "place": st.sampled_from(["st-marks", "library", "annas"]) | INLINE,
            "online": ONLINE,
            "group": st.just("riverside"),
            "types": st.lists(st.sampled_from(sorted(TYPES)), unique=True, max_size=4),
            "languages": st.lists(st.sampled_from(["en", "es", "fr"]), unique=True, max_size=2),
            "topics": st.lists(LINES, max_size=2),
            "notes": TEXTS,
            "contact": st.just({"name": "Ana", "publish": "no"}),
            "status": st.fixed_dictionaries({"paused": st.just("yes")}, optional={"reason": TEXTS, "until": DATES}),
            "verified": DATES,
            "steward": LINES,
            "timezone": st.sampled_from(["Europe/London", "Etc/UTC", "America/Chicago"]),
            "draft": st.just("yes"),
        },
    ),
)
NAMED = {"st-marks": HALL, "library": LIBRARY, "annas": HOME}


def stock_of(meetings: list[dict[str, Any]]) -> Stock:
    usual = dict.fromkeys(TUESDAY_CIRCLE)  # nothing of the sample meeting but what is given
    records = [{**usual, **fields, "slug": f"m{number}"} for number, fields in enumerate(meetings)]
    linked = all_linked(records)
    by_slug = {record["slug"]: {k: v for k, v in record.items() if v not in (None, [])} for record in records}
    items = []
    for meeting in linked:
        own = by_slug[meeting.id]
        places = tuple(NAMED[own["place"]] for _ in "1" if isinstance(own.get("place"), str))
        groups = (RIVERSIDE,) if "group" in own else ()
        items.append(Item(meeting, Part(own, places, groups)))  # type: ignore[arg-type]  # samples are plain data
    return Stock("Test", voice(), ENTITY, tuple(items), {}, Counter())


def is_sound(fields: dict[str, Any]) -> bool:
    """Tell whether a build would take a meeting: it is somewhere, and its last day comes after all."""
    return "draft" in fields or "place" in fields or "online" in fields


@pytest.mark.parametrize("layout", LAYOUTS)
@given(meetings=st.lists(MEETINGS.filter(is_sound), min_size=1, max_size=3))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_meeting_comes_back_as_it_was(layout: str, meetings: list[dict[str, Any]]) -> None:
    stock = stock_of(meetings)
    with tempfile.TemporaryDirectory() as folder:
        root = write_hub(Path(folder) / "hub", {"site.yaml": f"{SITE}languages: [en, es]\n"})
        tried = imported(root, f"moved.{layout}", EXPORTERS[layout](stock))
        assert "edited" not in tried.report
        after = records_of(root)
    for item in stock.items:
        assert after[f"meetings/{item.meeting.id}"] == Meeting.model_validate(item.part.meeting)


@given(st.recursive(st.text(max_size=5), lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=3), inner)))
def test_any_plain_value_stands_in_a_part(value: Any) -> None:
    part = Part({"name": value}, (), (), ({"name": "a1"},))
    assert part_in(text_of(part)) == part
