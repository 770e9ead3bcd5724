"""Importing again: what changed in the source is brought up to date, what people wrote stays, nothing comes twice."""

from pathlib import Path

import pytest

from imports.tried import hub_in, imported, records

FILE = "content/meetings/a.yaml"


def edited(root: Path, old: str, new: str, path: str = FILE) -> None:
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_what_changed_in_the_source_is_brought_up_to_date(tmp_path: Path) -> None:
    imported(tmp_path / "hub", "a.json", records({"end_time": "20:00"}))
    tried = imported(tmp_path / "hub", "a.json", records({"time": "18:30", "end_time": "20:00", "name": "Round"}))
    assert "  - name: Round\n    slug: circle\n    day: tuesday\n    time: 18:30\n" in tried.meetings
    assert tried.meetings.count("slug:") == 1
    assert "changed   time: is another in the source now: 19:00 → 18:30" in tried.report
    assert "Meetings: 1 changed." in tried.report


def test_what_people_added_stays(tmp_path: Path) -> None:
    imported(tmp_path / "hub", "a.json", records({}))
    own = (
        "    changes:\n      - {date: 2026-12-22, cancelled: yes, note: {en: Closed, es: Cerrado}}\n"
        "    status: {paused: yes, until: 2027-01-12}\n    topics: [sleep]\n    steward: Ana\n"
        "    verified: 2026-11-01\n"
    )
    edited(tmp_path / "hub", "    place: elm-street-hall\n", f"    place: elm-street-hall\n{own}")
    tried = imported(tmp_path / "hub", "a.json", records({"time": "18:00", "last_contact": "2026-01-01"}))
    for line in own.splitlines():
        assert line in tried.meetings
    assert "    time: 18:00\n" in tried.meetings


def test_a_translation_stays_when_the_source_has_one_language(tmp_path: Path) -> None:
    imported(tmp_path / "hub", "a.json", records({"notes": "Ring."}))
    edited(tmp_path / "hub", "name: Circle", "name: {en: Circle, es: Círculo}")
    edited(tmp_path / "hub", "notes: Ring.", "notes: {en: Ring., es: Llama.}")
    tried = imported(tmp_path / "hub", "a.json", records({"notes": "Knock."}))
    assert "  - name: {en: Circle, es: Círculo}\n" in tried.meetings
    assert "    notes: {en: Knock., es: Llama.}\n" in tried.meetings


def test_what_the_source_says_wins_and_is_told(tmp_path: Path) -> None:
    imported(tmp_path / "hub", "a.json", records({"notes": "Ring."}))
    edited(tmp_path / "hub", "notes: Ring.", "notes: Ring twice.")
    tried = imported(tmp_path / "hub", "a.json", records({"notes": "Ring."}))
    assert "notes: Ring.\n" in tried.meetings
    assert "changed   notes: is another in the source now: Ring twice. → Ring." in tried.report


def test_a_file_in_which_nothing_changes_keeps_its_remarks(tmp_path: Path) -> None:
    imported(tmp_path / "hub", "a.json", records({}))
    edited(tmp_path / "hub", "    time: 19:00\n", "    time: 19:00   # ask Ana\n    topics: [ sleep ]\n")
    before = (tmp_path / "hub" / FILE).read_bytes()
    tried = imported(tmp_path / "hub", "a.json", records({}))
    assert (tmp_path / "hub" / FILE).read_bytes() == before
    assert "Nothing has changed" in tried.report


def test_the_remarks_at_the_top_stay_when_a_file_is_written_anew(tmp_path: Path) -> None:
    imported(tmp_path / "hub", "a.json", records({}))
    edited(tmp_path / "hub", "meetings:\n", "# Ask Ana before you change this.\nmeetings:\n")
    tried = imported(tmp_path / "hub", "a.json", records({"time": "18:00"}))
    assert "# Ask Ana before you change this.\nmeetings:\n" in tried.meetings


def test_a_meeting_that_people_wrote_is_left_alone(tmp_path: Path) -> None:
    own = "# ours\nmeetings:\n  - {name: Our Circle, slug: circle, day: friday, time: 20:00, place: {name: Here}}\n"
    hub_in(tmp_path / "hub", meetings__ours=own)
    tried = imported(tmp_path / "hub", "a.json", records({}, {"slug": "b"}))
    assert tried.files["content/meetings/ours.yaml"] == own
    assert "slug: circle" not in tried.files[FILE]
    assert "kept      the record: stands in content/meetings/ours.yaml, which people wrote, and stays" in tried.report
    assert "Meetings: 1 new and 1 left as people wrote them." in tried.report


def test_a_file_that_people_wrote_under_that_name_is_left_alone(tmp_path: Path) -> None:
    own = "meetings:\n  - {name: Ours, slug: ours, day: friday, time: 20:00, place: {name: Here}}\n"
    hub_in(tmp_path / "hub", meetings__a=own)
    tried = imported(tmp_path / "hub", "a.json", records({}))
    assert tried.files[FILE] == own
    assert "slug: circle" in tried.files["content/meetings/a-json.yaml"]
    assert imported(tmp_path / "hub", "a.json", records({})).files == tried.files


def test_a_meeting_that_is_gone_from_the_source_stays_and_is_told(tmp_path: Path) -> None:
    imported(tmp_path / "hub", "a.json", records({}, {"slug": "b"}))
    tried = imported(tmp_path / "hub", "a.json", records({}))
    assert "slug: b\n" in tried.meetings
    assert (
        "\nb\n  kept      the record: is not in the file any more; delete it if the meeting has ended" in tried.report
    )


def test_a_slug_that_means_another_meeting_is_told(tmp_path: Path) -> None:
    imported(tmp_path / "hub", "a.json", records({}))
    other = {
        "name": "Writers",
        "day": 5,
        "time": "10:00",
        "location": "Mill",
        "formatted_address": "1 Mill Lane, Anytown",
    }
    tried = imported(tmp_path / "hub", "a.json", records(other))
    assert "look      slug: means another meeting now: name, time and place are all others" in tried.report
    assert "circle: Circle → Writers" in tried.report


@pytest.mark.parametrize("change", [{"name": "Writers"}, {"day": 5}, {"time": "10:00"}])
def test_a_meeting_that_changed_in_one_way_is_the_same(tmp_path: Path, change: dict[str, object]) -> None:
    imported(tmp_path / "hub", "a.json", records({}))
    assert "another meeting" not in imported(tmp_path / "hub", "a.json", records(change)).report


def test_a_slug_given_twice_tells_the_day(tmp_path: Path) -> None:
    one, two = {"types": "O"}, {"day": 4, "types": "C"}
    tried = imported(tmp_path / "hub", "a.json", records(one, two))
    assert "    slug: circle\n    day: tuesday\n" in tried.meetings
    assert "    slug: circle-thursday\n    day: thursday\n" in tried.meetings
    assert "look      slug: is given to several records of the source: circle" in tried.report


def test_the_order_of_records_with_one_slug_does_not_matter(tmp_path: Path) -> None:
    one, two, three = {"types": "O"}, {"day": 4, "types": "C"}, {"day": 4, "time": "08:00", "types": "C"}
    first = imported(tmp_path / "hub", "a.json", records(one, two, three))
    again = imported(tmp_path / "hub", "a.json", records(three, two, one))
    assert again.files == first.files
    assert "    slug: circle-thursday-0800\n" in first.meetings


def test_another_source_may_use_the_same_slug_for_another_meeting(tmp_path: Path) -> None:
    first = imported(tmp_path / "hub", "a.json", records({}))
    other = {"day": 5, "location": "Mill", "formatted_address": "1 Mill Lane, Othertown"}
    tried = imported(tmp_path / "hub", "b.json", records(other))
    assert tried.files[FILE] == first.files[FILE]
    assert "    slug: circle-friday\n" in tried.files["content/meetings/b.yaml"]
    assert imported(tmp_path / "hub", "b.json", records(other)).files == tried.files


def test_the_same_source_under_another_name_is_known_again(tmp_path: Path) -> None:
    imported(tmp_path / "hub", "a.json", records({}, {"slug": "b", "day": 3}, {"slug": "c", "day": 4}))
    tried = imported(tmp_path / "hub", "a-december.json", records({"time": "18:00"}, {"slug": "b", "day": 3}))
    assert [path for path in tried.files if "meetings" in path] == [FILE]
    assert "    time: 18:00\n" in tried.meetings
    assert "\nc\n  kept      the record: is not in the file any more" in tried.report


def test_a_number_keeps_the_name_it_came_with(tmp_path: Path) -> None:
    imported(tmp_path / "hub", "a.json", records({"slug": None, "id": 55}))
    tried = imported(tmp_path / "hub", "a.json", records({"slug": None, "id": 55, "name": "Round"}))
    assert "  - name: Round\n    slug: circle-55\n" in tried.meetings


def test_a_draft_that_people_completed_stays_complete(tmp_path: Path) -> None:
    imported(tmp_path / "hub", "a.json", records({"time": "TBA"}))
    edited(tmp_path / "hub", "    by_appointment: yes\n", "    day: tuesday\n    time: 19:30\n")
    edited(tmp_path / "hub", "    draft: yes\n", "")
    edited(tmp_path / "hub", "  # A draft: the time", "  # was: the time")
    tried = imported(tmp_path / "hub", "a.json", records({"time": "TBA", "notes": "Ring."}))
    assert "    day: tuesday\n    time: 19:30\n    place: elm-street-hall\n    notes: Ring.\n" in tried.meetings
    assert "draft" not in tried.meetings


def test_a_draft_that_could_be_shown_now_is_told(tmp_path: Path) -> None:
    imported(tmp_path / "hub", "a.json", records({"time": "TBA"}))
    tried = imported(tmp_path / "hub", "a.json", records({}))
    assert "    day: tuesday\n    time: 19:00\n    place: elm-street-hall\n    draft: yes\n" in tried.meetings
    assert "by_appointment" not in tried.meetings
    assert "look      draft: still keeps it off the site; delete it if the meeting may be shown" in tried.report


def test_a_contact_that_people_published_stays_published_until_it_is_another_one(tmp_path: Path) -> None:
    imported(tmp_path / "hub", "a.json", records({"contact_1_name": "Ana"}))
    edited(tmp_path / "hub", "publish: no", "publish: yes")
    tried = imported(tmp_path / "hub", "a.json", records({"contact_1_name": "Ana", "notes": "Ring."}))
    assert "    contact: {name: Ana, publish: yes}\n" in tried.meetings
    tried = imported(tmp_path / "hub", "a.json", records({"contact_1_name": "Ben"}))
    assert "    contact: {name: Ben, publish: no}\n" in tried.meetings


def test_a_place_that_people_corrected_stays_the_place(tmp_path: Path) -> None:
    imported(tmp_path / "hub", "a.json", records({"group": "Bell"}))
    edited(tmp_path / "hub", "name: Elm Street Hall", "name: The Hall, back door", "content/places.yaml")
    edited(tmp_path / "hub", "name: Bell", "name: The Bell Circle", "content/groups.yaml")
    tried = imported(tmp_path / "hub", "a.json", records({"group": "Bell", "time": "18:00"}))
    assert tried.places.count("- id:") == 1
    assert tried.groups.count("- id:") == 1
    assert "    place: elm-street-hall\n" in tried.meetings


def test_what_the_source_no_longer_has_stays_and_is_told(tmp_path: Path) -> None:
    imported(tmp_path / "hub", "a.json", records({"end_time": "20:00"}))
    tried = imported(tmp_path / "hub", "a.json", records({}))
    assert "    end_time: 20:00\n" in tried.meetings
    assert "kept      end_time: stands in the hub and not in the source" in tried.report


def test_a_change_on_a_date_that_is_no_meeting_any_more_is_left_out(tmp_path: Path) -> None:
    imported(tmp_path / "hub", "a.json", records({}))
    edited(tmp_path / "hub", "    place:", "    changes: [{date: 2026-12-22, cancelled: yes}]\n    place:")
    tried = imported(tmp_path / "hub", "a.json", records({"day": 3}))
    assert "    day: wednesday\n" in tried.meetings
    assert "changes" not in tried.meetings
    assert (
        "dropped   changes → 1: would be a mistake: this meeting does not happen on Tuesday 2026-12-22" in tried.report
    )


def test_a_mistake_that_people_made_is_theirs_to_mend(tmp_path: Path) -> None:
    imported(tmp_path / "hub", "a.json", records({}))
    edited(tmp_path / "hub", "    place:", "    titel: Our circle\n    place:")
    tried = imported(tmp_path / "hub", "a.json", records({"time": "18:00"}))
    assert "    time: 18:00\n" in tried.meetings
    assert "    titel: Our circle\n" in tried.meetings


def test_a_place_with_a_mistake_does_not_stop_the_import(tmp_path: Path) -> None:
    hub_in(tmp_path / "hub", places="places:\n  - {id: hall, name: Elm Street Hall, coordinates: [north, 1e5]}\n")
    tried = imported(tmp_path / "hub", "a.json", records({"latitude": "40.5", "longitude": "-74"}))
    assert "    place: hall\n" in tried.meetings


def test_a_home_that_changed_is_not_told(tmp_path: Path) -> None:
    imported(tmp_path / "hub", "a.json", records({"location": "A member's house"}))
    there = {"location": "A member's house", "formatted_address": "77 Secret Lane, Anytown, NY 10000, USA"}
    tried = imported(tmp_path / "hub", "a.json", records(there))
    assert "77 Secret Lane" in tried.meetings
    assert "changed   place: is another in the source now: described here → described here" in tried.report


def test_files_for_days_that_people_wrote_are_left_alone(tmp_path: Path) -> None:
    own = "meetings:\n  - {name: Ours, slug: ours, day: monday, time: 20:00, place: {name: Here}}\n"
    hub_in(tmp_path / "hub", **{"meetings__a-monday": own})
    many = [{"slug": f"c{n}", "day": n % 7, "time": "19:00"} for n in range(210)]
    tried = imported(tmp_path / "hub", "a.json", records(*many))
    assert tried.files["content/meetings/a-monday.yaml"] == own
    assert "content/meetings/a-json-monday.yaml" in tried.files


def test_a_mail_address_is_no_slug(tmp_path: Path) -> None:
    tried = imported(tmp_path / "hub", "a.json", records({"slug": "robin@example.org"}))
    assert "    slug: circle-tuesday\n" in tried.meetings
    assert "robin" not in tried.everything + tried.report


def test_many_meetings_get_a_file_for_each_day(tmp_path: Path) -> None:
    many: list[dict[str, object]] = [{"slug": f"c{n}", "day": n % 7, "time": "19:00"} for n in range(210)]
    many.append({"slug": "x", "day": None, "time": None})
    tried = imported(tmp_path / "hub", "a.json", records(*many))
    names = [path.removeprefix("content/meetings/") for path in tried.files if "/meetings/" in path]
    days = ("friday", "monday", "other", "saturday", "sunday", "thursday", "tuesday", "wednesday")
    assert names == [f"a-{day}.yaml" for day in days]
    assert imported(tmp_path / "hub", "a.json", records(*many)).files == tried.files
