"""Slugs: from whatever stands in a source to a part of an address that stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handrail.importers.slugs import LONGEST, LONGEST_BYTES, free, wished, with_end
from handrail.paths import is_slug


@pytest.mark.parametrize(
    ("written", "slug", "number"),
    [
        ("early-birds", "early-birds", ""),
        ("Early Birds!", "early-birds", ""),
        ("Café/Room 2", "cafe-room-2", ""),
        ("101", "circle-101", "101"),
        ("", "", ""),
        ("!!!", "", ""),
        ("robin@example.org", "", ""),
        ("x" * 80, "x" * 64, ""),
        (f"{'word-' * 20}end", ("word-" * 12).strip("-"), ""),
    ],
)
def test_a_slug_can_stand_in_an_address(written: str, slug: str, number: str) -> None:
    assert wished("Circle", written) == (slug, number)


def test_a_slug_that_is_taken_gets_an_end() -> None:
    taken = {"circle", "circle-monday", "circle-monday-1900"}
    ladder = ("circle", "circle-monday", "circle-monday-1900")
    assert free(ladder, lambda slug: slug not in taken) == "circle-monday-1900-2"
    assert free(("constructor", "index"), lambda _: True) == "meeting-1"


@given(st.text(max_size=90), st.text(max_size=90), st.text(max_size=90))
def test_a_slug_is_never_too_long_for_a_file_or_a_feed(name: str, written: str, end: str) -> None:
    slug, _ = wished(name, written)
    longer = free((slug, with_end(slug, end, "1900")), lambda step: step != slug)
    for one in (slug, longer):
        assert one == "" or is_slug(one)
        assert len(one) <= LONGEST
        assert len(one.encode()) <= LONGEST_BYTES
