"""C709: what somebody wants kept private stands in no output, and in no report either."""

from pathlib import Path
from urllib.parse import quote

import pytest
import yaml

from checked import PAGE, Found, found, hints, hub, with_page_end
from handrail.checks.private import PrivateValue, number_of, private_values
from handrail.checks.searching import Search
from handrail.kinds import BY_NAME
from handrail.model import Entry
from handrail.problems import Span
from handrail.settings import SiteSettings
from hubs import run

GROUPS = """groups:
  - id: river
    name: River Group
    steward: Maria Lopez
    contact: {name: Grace, email: anita@example.net, phone: "+1 202 555 0125", publish: no}
"""
PLACES = """places:
  - id: kitchen
    name: A kitchen
    private_venue: yes
    region: Riverside
    address: {street: 14 Alder Street, city: Millbrook, state: Ohio, postal_code: "45401-7", country: United States}
    coordinates: [39.75895, -84.19161]
    directions: {en: Ring the lower bell., es: Toque el timbre de abajo.}
"""
SETTINGS = SiteSettings.model_validate({"name": "Circle"})
KEPT = "content/groups.yaml, groups/river, contact →"


def about(text: str) -> str:
    return f"---\ntitle: About\n---\n\n{text}\n"


def entry(kind: str, **record: object) -> Entry:
    """Give a record as if it stood in a data file."""
    model = BY_NAME[kind].model.model_validate(record)
    return Entry(BY_NAME[kind], f"{kind}s/x", "", f"content/{kind}s.yaml", model, Span(f"content/{kind}s.yaml", 2))


def values(*entries: Entry) -> list[tuple[str, tuple[str, ...]]]:
    return [(value.field, value.forms) for value in private_values(entries, SETTINGS)]


def is_found(value: str, text: str, path: str = "about/index.html") -> bool:
    return bool(Search([PrivateValue("content/groups.yaml", "groups/x", "x", (value,))]).found_in(path, text.encode()))


def test_private_values_that_nothing_repeats_are_no_problem(tmp_path: Path) -> None:
    text = about("We meet in Millbrook, Ohio. Write to juanita@example.net. By the grace of a friend.")
    root = hub(tmp_path, {"content/groups.yaml": GROUPS, "content/places.yaml": PLACES, "content/about.md": text})
    assert found(root) == []


def test_every_private_value_in_a_page_is_found_and_none_is_repeated(tmp_path: Path) -> None:
    text = about(
        "Write to Anita@example.net, call (202) 555-0125 at night, ask for Grace. Maria Lopez knows.\n\n"
        "Come to 14 Alder Street, 45401-7! See 39.75895,-84.19161 on a map. Toque el timbre de abajo"
    )
    files = {"content/groups.yaml": GROUPS, "content/places.yaml": PLACES, "content/about.md": text}
    home = "content/places.yaml, places/kitchen,"
    assert {problem.message for problem in found(hub(tmp_path, files))} == {
        f'"an…a@" is private ({KEPT} email), but stands in "/about/"',
        f'"+1…5" is private ({KEPT} phone), but stands in "/about/"',
        f'"G…" is private ({KEPT} name), but stands in "/about/"',
        '"Ma…z" is private (content/groups.yaml, groups/river, steward), but stands in "/about/"',
        f'"14…t" is private ({home} address → street), but stands in "/about/"',
        f'"4…" is private ({home} address → postal_code), but stands in "/about/"',
        f'"39…1" is private ({home} coordinates), but stands in "/about/"',
        f'"To…." is private ({home} directions), but stands in "/about/"',
    }


def test_a_leak_is_placed_in_the_file_that_has_it_but_not_on_its_line(tmp_path: Path) -> None:
    files = {"content/groups.yaml": GROUPS, "content/about.md": about("Maria Lopez knows.")}
    said = '"Ma…z" is private (content/groups.yaml, groups/river, steward), but stands in "/about/"'
    assert found(hub(tmp_path, files)) == [Found("C709", "content/about.md", 0, said)]


def test_no_report_shows_the_line_on_which_the_value_stands(tmp_path: Path) -> None:
    files = {"content/groups.yaml": GROUPS, "content/about.md": about("Write to anita@example.net.")}
    answer = run(hub(tmp_path, files), "check")
    assert "error[C709]" in answer.output
    assert "anita@" not in answer.output


def test_a_value_that_a_page_passes_on_to_lists_and_feeds_is_one_problem(tmp_path: Path) -> None:
    news = "---\ntitle: A move\nsummary: Call 202 555 0125.\ndate: 2026-11-01\n---\n\nCall +1 202 555 0125.\n"
    files = {"content/groups.yaml": GROUPS, "content/news/a-move.md": news}
    said = f'"+1…5" is private ({KEPT} phone), but stands in "/news/a-move/" and 4 other files'
    assert found(hub(tmp_path, files)) == [Found("C709", "content/news/a-move.md", 0, said)]


def test_a_value_in_two_pages_is_a_problem_of_each(tmp_path: Path) -> None:
    text = about("Call 202 555 0125.")
    files = {"content/groups.yaml": GROUPS, "content/about.md": text, "content/faq.md": text.replace("About", "FAQ")}
    assert [problem.path for problem in found(hub(tmp_path, files))] == ["content/about.md", "content/faq.md"]


def test_a_value_that_the_theme_shows_is_one_problem(tmp_path: Path) -> None:
    files = {"content/groups.yaml": GROUPS, "content/faq.md": "---\ntitle: FAQ\n---\n\nHello.\n"}
    root = hub(tmp_path, files, page=with_page_end('<a href="mailto:anita%40example.net">Write</a>'))
    said = f'"an…a@" is private ({KEPT} email), but stands in "/about/" and 1 other file'
    assert found(root) == [Found("C709", "content/about.md", 0, said)]


def test_a_draft_keeps_its_private_values_too(tmp_path: Path) -> None:
    files = {"content/groups.yaml": f"{GROUPS}    draft: yes\n", "content/about.md": about("Maria Lopez knows.")}
    assert [problem.code for problem in found(hub(tmp_path, files))] == ["C709"]


def test_a_first_name_may_be_meant_otherwise_so_the_hint_says_how_to_tell(tmp_path: Path) -> None:
    files = {"content/groups.yaml": GROUPS, "content/about.md": about("Grace is a gift.")}
    hint = "take it out there; if it is another person or a mere word, write the private one longer, such as Ana M."
    assert hints(hub(tmp_path, files)) == [hint]


def test_a_document_is_searched_too(tmp_path: Path) -> None:
    text = about("[The list](list.csv)")
    files = {
        "content/groups.yaml": GROUPS,
        "content/about.md": text,
        "content/list.csv": "name,mail\nA,anita@example.net\n",
    }
    assert [(problem.code, problem.path) for problem in found(hub(tmp_path, files))] == [("C709", "content/list.csv")]


def test_a_marked_field_is_private_and_an_open_contact_is_not() -> None:
    contact = {"name": "Grace", "email": "anita@example.net"}
    assert values(entry("group", id="x", name="X", steward="Maria Lopez", contact=contact)) == [
        ("steward", ("Maria Lopez",))
    ]


def test_what_another_record_shows_on_purpose_is_not_private() -> None:
    kept = {"phone": "202 555 0125", "publish": "no"}
    shown = {"phone": "+1 (202) 555-0125"}
    assert values(entry("group", id="x", name="X", contact=kept), entry("group", id="y", name="Y", contact=shown)) == []


def test_what_only_a_draft_or_a_page_shows_stays_private() -> None:
    kept = entry("group", id="x", name="X", steward="Maria Lopez")
    draft = entry("group", id="y", name="Maria Lopez", draft="yes")
    story = entry("story", title="A year", alias="Maria Lopez")
    assert values(kept, draft, story) == [("steward", ("Maria Lopez",))]


def test_of_a_home_what_names_more_than_the_region_is_private() -> None:
    address = {"street": "14 Alder Street", "city": "Millbrook", "country": "US"}
    home = {"private_venue": "yes", "region": "Riverside", "address": address, "coordinates": [39.7, -84.19161]}
    assert values(entry("place", id="x", name="X", **home)) == [
        ("address → street", ("14 Alder Street",)),
        ("coordinates", ("39.7, -84.19161", "39.7,-84.19161", "-84.19161,39.7", "-84.19161")),
    ]


@pytest.mark.parametrize(
    ("online", "field"),
    [
        ('passcode: "778899"', "online → passcode"),
        ("passcode: ask, url: https://zoom.us/j/1?pwd=778899", "online → url"),
        ('passcode: ask, phone: "+1 202 555 0125,,5550100#,,*778899#"', "online → phone"),
    ],
)
def test_a_passcode_that_the_notes_of_its_meeting_repeat_is_found(tmp_path: Path, online: str, field: str) -> None:
    address = "" if "url:" in online else ", url: https://zoom.us/j/1"
    circle = f"name: Circle\nslug: circle\nday: monday\ntime: 19:00\nonline: {{{online}{address}}}\n"
    assert found(hub(tmp_path, {"content/meetings/circle.yaml": circle})) == []
    root = hub(tmp_path, {"content/meetings/circle.yaml": f"{circle}notes: Passcode 778899, ring twice.\n"})
    assert [(each.code, field in each.message) for each in found(root)] == [("C709", True)]


@pytest.mark.parametrize("online", ["show_passcode: yes, passcode: '778899'", "show_passcode: yes"])
def test_a_passcode_that_everybody_may_know_is_no_secret(online: str) -> None:
    phone = "+1 202 555 0125,,5550100#,,*778899#"
    fields = yaml.safe_load(f"{{url: 'https://zoom.us/j/1?pwd=778899', phone: '{phone}', {online}}}")
    assert values(entry("meeting", name="Circle", day="monday", time="19:00", online=fields)) == []


def test_a_hall_is_not_private() -> None:
    assert values(entry("place", id="x", name="X", address={"street": "14 Alder Street"}, directions="Ring.")) == []


def test_values_that_stand_in_every_other_sentence_are_not_looked_for() -> None:
    assert values(entry("group", id="x", name="X", steward="Ana")) == []


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Maria Lopez", "by MARIA\n lopez."),
        ("Maria Lopez", "by Maria&nbsp;Lopez"),
        ("Núria Pérez", "by N&uacute;ria P&#233;rez"),
        ("Núria Pérez", r'{"by": "N\u00faria P\u00e9rez"}'),
        ("Núria Pérez", f"?q={quote('Núria Pérez')}"),
        ("Núria Pérez", "by Nu\u0301ria Pe\u0301rez"),
        ("Tom & Ann", "by Tom &amp; Ann"),
        ("Tom & Ann", "&lt;p&gt;by Tom &amp;amp; Ann&lt;/p&gt;"),
        ("Mary-Jane K", "by Mary\u2011Jane K"),
        ("anita@example.net", "an&#105;ta&#64;example.net"),
        ("anita@example.net", "<span>anita</span><b>@</b>example.net"),
        ("anita@example.net", "mailto:anita%40example.net?subject=x"),
        ("+1 202 555 0125", "tel:+12025550125"),
        ("+1 202 555 0125", "202\u00a0555\u20110125"),
        ("+1 202 555 0125", "(202) 555.0125, day or night"),
        ("+44 7700 900123", "07700 900 123"),
        ("0049 30 123456", "0049-30-123456"),
        ("555 0125", "call 5550125 now"),
        ("Grace", '<style>p::after{content:"Grace"}</style>'),
    ],
)
def test_a_value_is_known_however_it_is_written(value: str, text: str) -> None:
    assert is_found(value, text)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Maria Lopez", "Maria and Lopez"),
        ("Maria Lopez", "Rosemaria Lopez"),
        ("Grace", "with grace"),
        ("Grace", "Graceful"),
        ("anita@example.net", "juanita@example.net"),
        ("anita@example.net", "anita@example.network"),
        ("+1 202 555 0125", "+1 202 555 0126"),
        ("+1 202 555 0125", "+1 302 555 0125"),
        ("555 0125", "1 202 555 0125"),
        ("\u200b\u200b\u200b\u200b", "anything"),
        ("....", "anything"),
    ],
)
def test_something_else_is_not_taken_for_the_value(value: str, text: str) -> None:
    assert not is_found(value, text)


def test_a_folded_line_of_a_calendar_is_read_whole() -> None:
    assert is_found("14 Alder Street, Millbrook", "LOCATION:14 Alder Str\r\n eet\\, Millbrook\r\n", "meeting.ics")


def test_a_value_is_found_among_bytes_that_are_no_text() -> None:
    search = Search([PrivateValue("content/groups.yaml", "groups/x", "steward", ("Maria Lopez",))])
    assert [value.field for value in search.found_in("assets/list.pdf", b"\xff\xd8 Maria Lopez \x00")] == ["steward"]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("+1 202 555 0125", "2025550125"),
        ("1-202-555-0125", "2025550125"),
        ("+44 (0)7700 900123", "7700900123"),
        ("07700 900123", "7700900123"),
        ("+353 1 234 5678", "12345678"),
        ("112", ""),
        ("14 Alder Street 2025550", ""),
    ],
)
def test_a_number_is_what_is_dialled_within_its_country(written: str, number: str) -> None:
    assert number_of(written) == number


@pytest.mark.parametrize(
    ("value", "masked"),
    [("anita@example.net", "an…a@"), ("ana@example.net", "a…@"), ("Maria Lopez", "Ma…z"), ("Grace", "G…")],
)
def test_a_masked_value_is_known_to_its_owner_only(value: str, masked: str) -> None:
    assert PrivateValue("", "", "", (value,)).masked == masked


def test_a_page_template_of_ours_is_healthy(tmp_path: Path) -> None:
    assert found(hub(tmp_path, {"content/groups.yaml": GROUPS}, page=PAGE)) == []
