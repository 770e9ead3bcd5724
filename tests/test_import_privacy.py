"""Passcodes, numbers, mail addresses and last names: kept apart, not published, never in the report."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handrail.importers.cleaning.joining import dial_of, link_of
from handrail.importers.cleaning.people import short_name
from handrail.importers.cleaning.privacy import scrub
from handrail.importers.losses import Account
from handrail.importers.masking import longest_first, masked
from hubs import run
from imports.tried import imported, records


@pytest.mark.parametrize(
    ("text", "rest", "codes"),
    [
        ("Meeting ID: 999 555 0100, Password: EXAMPLE1", "Meeting ID: 999 555 0100", ["EXAMPLE1"]),
        ("Passcode EXAMPLE1", "", ["EXAMPLE1"]),
        ("Zoom ID 999-555-0100 Password 123456", "Zoom ID 999-555-0100", ["123456"]),
        ("Passcode for Zoom: 123 456. See you!", "See you!", ["123 456"]),
        ("The password is serenity1 (case sensitive).", "(case sensitive).", ["serenity1"]),
        ('passcode: "let me in" please', "please", ["let me in"]),
        ("Password is easy does it", "", ["easy does it"]),
        ("Zoom password - serenity now", "", ["serenity now"]),
        ("El código es 1234.", "", ["1234"]),
        ("Contraseña: hola1", "", ["hola1"]),
        ("Mot de passe : bonjour", "", ["bonjour"]),
        ("PIN 4321 at the gate", "at the gate", ["4321"]),
        ("(Password: abc)", "", ["abc"]),
        ("Meeting ID 999 555 0100 PC: abc", "Meeting ID 999 555 0100", ["abc"]),
        ("The door code is 4321#, third floor", "third floor", ["4321#"]),
        ("Zip code 10000, area code 202", "Zip code 10000, area code 202", []),
        ("Dress code: casual. Code of conduct applies", "Dress code: casual. Code of conduct applies", []),
        ("Password required. Ask for the passcode.", "Password required. Ask for the passcode.", []),
        ("Passcode on request", "Passcode on request", []),
        ("A bus pass is valid here", "A bus pass is valid here", []),
        ("This is a pass-through room", "This is a pass-through room", []),
    ],
)
def test_a_passcode_is_taken_out_and_the_text_still_reads_well(text: str, rest: str, codes: list[str]) -> None:
    found = scrub(text, "notes", "", Account())
    assert (found.text, list(found.codes)) == (rest, codes)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Join https://zoom.us/j/123?pwd=abc and bring tea", "Join https://zoom.us/j/123 and bring tea"),
        ("https://zoom.us/j/1?a=1&pwd=x9&b=2", "https://zoom.us/j/1?a=1&b=2"),
        ("https://zoom.us/j/1?PWD=x9", "https://zoom.us/j/1"),
        ("https://zoom.us/j/1#pwd=x9", "https://zoom.us/j/1"),
    ],
)
def test_a_link_in_a_text_loses_its_passcode(text: str, rest: str) -> None:
    found = scrub(text, "notes", "", Account())
    assert found.text == rest
    assert len(found.linked) == 1


@pytest.mark.parametrize(
    ("text", "rest", "number"),
    [
        ("Call 202-555-0132 if the door is shut.", "Call if the door is shut.", "202-555-0132"),
        ("Tea at six, or call (202) 555-0111", "Tea at six", "(202) 555-0111"),
        ("Tel: +44 20 7946 0018; ring bell", "Tel: ring bell", "+44 20 7946 0018"),
        ("Call or text Robin 202.555.0114 to be let in", "Call or text Robin to be let in", "202.555.0114"),
        ("Dial +1 202 555 0125,,9995550100#,,*555010#", "", "+1 202 555 0125,,9995550100#,,*555010#"),
    ],
)
def test_a_telephone_number_is_taken_out(text: str, rest: str, number: str) -> None:
    found = scrub(text, "notes", "", Account())
    assert (found.text, found.phones) == (rest, (number,))


@pytest.mark.parametrize(
    "text", ["Room 555-1234", "Since 1985-1990", "https://zoom.us/j/99955501000", "ID 999 555 0100", "Doors 7-8"]
)
def test_a_number_that_is_no_telephone_stays(text: str) -> None:
    assert scrub(text, "notes", "", Account()).text == text


def test_a_mail_address_is_taken_out() -> None:
    found = scrub("Contact Pat at pat@example.org for details.", "notes", "", Account())
    assert (found.text, found.emails) == ("Contact Pat for details.", ("pat@example.org",))


def test_a_passcode_that_nobody_can_find_is_shown_to_people() -> None:
    account = Account()
    scrub("You will get the passcode by the usual way", "notes", "", account)
    assert [loss.said for loss in account.losses] == ["speaks of a passcode; see that it does not give it away"]


@pytest.mark.parametrize(
    ("written", "number", "meeting", "code"),
    [
        ("+12025550112,,9995550100#,,*555010#", "+12025550112", "9995550100", "555010"),
        ("+12025550112,,9995550100#,,#,,555010#", "+12025550112", "9995550100", "555010"),
        ("(202) 555-0115", "202-555-0115", "", ""),
        ("+1 (202) 555-0115", "+1 202 555-0115", "", ""),
        ("202-555-0115,,999555010#", "202-555-0115", "999555010", ""),
    ],
)
def test_a_dial_string_is_parted(written: str, number: str, meeting: str, code: str) -> None:
    assert dial_of(written, Account())[:3] == (number, meeting, code)


@pytest.mark.parametrize(("written", "rest"), [("1-800-FLOWERS", "1-800-FLOWERS"), ("call us", "call us")])
def test_what_cannot_be_dialled_stands_in_the_notes(written: str, rest: str) -> None:
    assert dial_of(written, Account()) == ("", "", "", rest)


@pytest.mark.parametrize(
    ("written", "url"),
    [
        (" https://zoom.us/j/1 ", "https://zoom.us/j/1"),
        ("zoom.us/j/1", "https://zoom.us/j/1"),
        ("https:/zoom.us/j/1", "https://zoom.us/j/1"),
        ("HTTPS://zoom.us/j/1", "https://zoom.us/j/1"),
        ("https://me:secret@zoom.us/j/1", "https://zoom.us/j/1"),
        ("https://zoom.us/j/1?pwd=EXAMPLE", "https://zoom.us/j/1"),
        ("Join: https://zoom.us/j/1 (any time)", "https://zoom.us/j/1"),
        ("javascript:alert(1)", ""),
        ("999 555 0100", ""),
    ],
)
def test_a_link_is_made_whole_or_left_out(written: str, url: str) -> None:
    assert link_of(written, "conference_url", Account()).url == url


@pytest.mark.parametrize(
    ("written", "short"),
    [
        ("Pat E.", "Pat E."),
        ("Robin Example", "Robin E."),
        ("Dr. Robin van Example", "Robin E."),
        ("Ana", "Ana"),
        ("Bob & Sue Example", "Bob"),
        ("José Ángel Ejemplo", "José E."),
        ("12345", ""),
    ],
)
def test_a_name_is_cut_to_a_first_name_and_an_initial(written: str, short: str) -> None:
    assert short_name(written) == short


def test_no_contact_is_published_unasked(tmp_path: Path) -> None:
    fields = {"contact_1_name": "Robin Example", "contact_1_phone": "202-555-0101", "contact_2_email": "x@example.org"}
    tried = imported(tmp_path / "hub", "a.json", records(fields))
    assert '    contact: {name: Robin E., phone: "202-555-0101", publish: no}\n' in tried.meetings
    assert "x@example.org" not in tried.everything
    assert "dropped   contact_2_email: a meeting has one contact here" in tried.report


def test_the_mail_of_a_group_is_not_published_either(tmp_path: Path) -> None:
    fields = {"group": "Bell Group", "email": "bell@example.org", "phone": "(202) 555-0102"}
    tried = imported(tmp_path / "hub", "a.json", records(fields))
    assert '    contact: {email: bell@example.org, phone: "202-555-0102", publish: no}\n' in tried.groups


@pytest.mark.parametrize(
    ("field", "good", "bad"),
    [
        ("venmo", "@bell-group", "bell-group"),
        ("square", "$Bell", "Bell"),
        ("paypal", "BellGroup1", "hunter2 secret"),
        ("paypal", "https://paypal.me/BellGroup1", "bell@example.org"),
    ],
)
def test_a_way_to_give_is_kept_in_its_own_form_only(tmp_path: Path, field: str, good: str, bad: str) -> None:
    tried = imported(tmp_path / "good", "a.json", records({"group": "Tower", field: good}))
    assert good.rpartition("/")[2] in tried.groups
    tried = imported(tmp_path / "bad", "a.json", records({"group": "Tower", field: bad}))
    assert bad not in tried.everything + tried.report
    assert f"dropped   {field}: is no name that this service has" in tried.report


@pytest.mark.parametrize(
    ("notes", "kept"),
    [("EXAMPLE1", 'passcode: "EXAMPLE1"'), ("123456", 'passcode: "123456"'), ("Camera off", "notes: Camera off")],
)
def test_notes_that_are_nothing_but_a_code_are_a_passcode(tmp_path: Path, notes: str, kept: str) -> None:
    fields = {"conference_url": "https://zoom.us/j/1", "conference_url_notes": notes}
    assert kept in imported(tmp_path / "hub", "a.json", records(fields)).meetings


def test_a_passcode_stands_in_its_own_field_and_on_no_page(tmp_path: Path) -> None:
    fields = {
        "conference_url": "https://zoom.us/j/9995550100?pwd=EXAMPLE1",
        "conference_url_notes": "Passcode: EXAMPLE2",
        "conference_phone": "+12025550103,,9995550100#,,*555011#",
        "notes": "Tea at six. Zoom code is in the mail; password EXAMPLE2.",
    }
    tried = imported(tmp_path / "hub", "a.json", records(fields))
    assert 'passcode: "EXAMPLE2, by phone 555011"' in tried.meetings
    assert tried.everything.count("EXAMPLE2") == 1
    assert "EXAMPLE" not in tried.report
    run(tmp_path / "hub", "build")
    page = (tmp_path / "hub/output/meetings/circle/index.html").read_text(encoding="utf-8")
    assert "Tea at six" in page
    assert "EXAMPLE" not in page
    assert "555011" not in page


def test_a_time_cell_with_a_number_tells_it_to_nobody(tmp_path: Path) -> None:
    tried = imported(tmp_path / "hub", "a.json", records({"time": "ask 202-555-0104 or a@example.org"}))
    for private in ("202-555-0104", "a@example.org"):
        assert private not in tried.report
        assert private not in tried.meetings


@given(st.text(max_size=40), st.sampled_from(["EXAMPLE1", "202-555-0105", "pat@example.org", "Robin Example"]))
def test_a_masked_line_holds_no_secret(text: str, secret: str) -> None:
    assert secret not in masked(f"{text} {secret} {text}", longest_first({secret}))


def test_a_hub_with_imported_contacts_leaks_nothing(tmp_path: Path) -> None:
    fields = {
        "contact_1_name": "Robin Example",
        "contact_1_email": "robin@example.org",
        "location": "Robin's house",
        "formatted_address": "77 Secret Lane, Anytown, NY 10000, USA",
        "latitude": "40.712776",
        "longitude": "-74.005974",
    }
    tried = imported(tmp_path / "hub", "a.json", records({"slug": "b"}, fields))
    assert "private_venue: yes" in tried.meetings
    answer = run(tmp_path / "hub", "check")
    assert "C709" not in answer.output
    run(tmp_path / "hub", "build")
    pages = (tmp_path / "hub/output").rglob("*.html")
    assert not [page for page in pages if re.search("Robin|Secret Lane|40.71", page.read_text(encoding="utf-8"))]
