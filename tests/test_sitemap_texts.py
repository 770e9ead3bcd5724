"""Whatever stands in a header, feed and sitemap can be read as XML, and no page gets a sign that nobody can see."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from handrail.build import BuildRequest
from handrail.fieldtypes import Line, Text, Texts
from handrail.formats.feed import ATOM, Feed, FeedEntry, write_feed
from handrail.load import load
from handrail.making import draw
from hubs import run, write_hub

DAY = date(2026, 11, 22)
HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
READERS: tuple[Any, ...] = (TypeAdapter(Text), TypeAdapter(Line), TypeAdapter(Texts))
SIGNS = st.text(
    st.characters() | st.sampled_from('\x00\x1b\x7f\x80\x85\x9b\u2028\ufffe\uffff\ud800<&]>"\r\n'), max_size=30
)


@given(SIGNS)
def test_no_field_of_text_takes_a_sign_that_cannot_be_published(text: str) -> None:
    for reader in READERS:
        for value in (text, {"en": text}) if reader is READERS[2] else (text,):
            if HIDDEN.search(text):
                with pytest.raises(ValidationError, match="without control characters"):
                    reader.validate_python(value)
            else:
                reader.validate_python(value)


@given(SIGNS, SIGNS)
def test_a_feed_can_be_read_whatever_a_header_says(title: str, summary: str) -> None:
    if HIDDEN.search(title + summary):
        return
    entry = FeedEntry("https://example.org/news/a/", title, summary, "<p>a</p>", DAY)
    data = write_feed(Feed("https://example.org/feed.xml", "https://example.org/", title, "en", (entry,)))
    root = ET.fromstring(data)  # noqa: S314  # our own file
    assert "".join((root.findtext(f"{{{ATOM}}}entry/{{{ATOM}}}title") or "").split()) == "".join(title.split())


@pytest.mark.parametrize("escape", ["\\0", "\\e", "\\x7f", "\\x9b", "\\ud800", "\\ufffe", "\\uffff"])
@pytest.mark.parametrize("field", ["title", "summary", "topics"])
def test_an_escape_in_a_header_is_refused(field: str, escape: str, tmp_path: Path) -> None:
    value = f'["a{escape}"]' if field == "topics" else f'"a{escape}"'
    title = "" if field == "title" else "title: A\n"
    root = write_hub(tmp_path, {"content/a.md": f"---\n{title}{field}: {value}\n---\n"})
    answer = run(root, "build", "--report", "json")
    assert [problem["code"] for problem in json.loads(answer.output)["problems"]] in (["Y108"], ["Y101"])
    assert not HIDDEN.search(answer.output)


def test_signs_of_xml_in_a_header_stay_what_they_are(tmp_path: Path) -> None:
    title = "<b> & ]]> \\N \\L 'x'"
    page = f'---\ntitle: "{title}"\nsummary: "{title}"\ndate: 2026-11-02\n---\n'
    root = write_hub(tmp_path, {"content/news/a.md": page})
    files = draw(load(root, DAY), BuildRequest(root, DAY)).files
    entry = ET.fromstring(files["feed.xml"].data).find(f"{{{ATOM}}}entry")  # noqa: S314  # our own file
    assert entry is not None
    assert entry.findtext(f"{{{ATOM}}}title") == "<b> & ]]> 'x'"
    ET.fromstring(files["sitemap.xml"].data)  # noqa: S314  # our own file
