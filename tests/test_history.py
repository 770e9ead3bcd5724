"""What visitors are told about changes: from the record of what was published, and from what is published now."""

from pathlib import Path

from hubs import run, write_hub

ONLINE = "online: {url: https://zoom.us/j/5550100}"


def meetings(**times: str) -> str:
    items = [f"  - {{name: {name}, slug: {name.lower()}, {when}, {ONLINE}}}" for name, when in times.items()]
    return "\n".join(("meetings:", *items, ""))


TUESDAY, WEDNESDAY = "day: tuesday, time: 19:00, minutes: 60", "day: wednesday, time: 20:00, minutes: 60"
PAUSED = f"{TUESDAY}, status: {{paused: yes}}"
FILE = "content/meetings/all.yaml"
PAGE = "output/meetings/changes/index.html"


def record(root: Path, day: str, **times: str) -> str:
    (root / FILE).write_text(meetings(**times), encoding="utf-8")
    answer = run(root, "build", "--record", "--today", day)
    assert answer.exit_code == 0, answer.output
    return page(root)


def page(root: Path) -> str:
    file = root / PAGE
    return file.read_text(encoding="utf-8") if file.exists() else ""


def hub(tmp_path: Path) -> Path:
    return write_hub(tmp_path, {FILE: meetings(Circle=TUESDAY)})


def test_without_a_record_nobody_is_told_anything(tmp_path: Path) -> None:
    root = hub(tmp_path)
    assert run(root, "build").exit_code == 0
    assert not (root / PAGE).exists()
    assert not (root / "published.json").exists()


def test_the_first_record_is_where_the_list_begins(tmp_path: Path) -> None:
    root = hub(tmp_path)
    record(root, "2026-11-01", Circle=TUESDAY)
    shown = record(root, "2026-11-02", Circle=TUESDAY)
    assert "Nothing has changed since this list was begun." in shown


def test_everything_that_happens_to_a_meeting_is_said_with_its_day(tmp_path: Path) -> None:
    root = hub(tmp_path)
    record(root, "2026-11-01", Circle=TUESDAY, Tea=TUESDAY)
    record(root, "2026-11-02", Circle=WEDNESDAY, Tea=PAUSED)
    record(root, "2026-11-03", Circle=WEDNESDAY, Tea=TUESDAY, Walk=TUESDAY)
    shown = record(root, "2026-11-04", Circle=WEDNESDAY, Walk=TUESDAY)
    told = [f"{name}-{what}-2026-11-0{day}" for day, name, what in (
        (4, "tea", "ended"), (3, "tea", "resumed"), (3, "walk", "new"), (2, "circle", "time"), (2, "tea", "paused"),
    )]  # fmt: skip
    places = [shown.index(f'id="{identity}"') for identity in told]
    assert places == sorted(places)
    assert "before: Every Tuesday, 7:00\u00a0PM" in shown


def test_a_meeting_that_is_gone_is_named_without_a_link(tmp_path: Path) -> None:
    root = hub(tmp_path)
    record(root, "2026-11-01", Circle=TUESDAY, Tea=TUESDAY)
    shown = record(root, "2026-11-02", Circle=TUESDAY)
    assert "<b>Tea</b>" in shown
    assert "../tea/" not in shown


def test_what_is_not_recorded_yet_is_told_too_and_the_record_stays_as_it_is(tmp_path: Path) -> None:
    root = hub(tmp_path)
    record(root, "2026-11-01", Circle=TUESDAY)
    kept = (root / "published.json").read_bytes()
    (root / FILE).write_text(meetings(Circle=WEDNESDAY), encoding="utf-8")
    run(root, "build", "--today", "2026-11-05")
    assert 'id="circle-time-2026-11-05"' in page(root)
    assert (root / "published.json").read_bytes() == kept


def test_recording_twice_changes_nothing(tmp_path: Path) -> None:
    root = hub(tmp_path)
    record(root, "2026-11-01", Circle=TUESDAY)
    record(root, "2026-11-02", Circle=WEDNESDAY)
    kept = (root / "published.json").read_bytes()
    record(root, "2026-11-09", Circle=WEDNESDAY)
    assert (root / "published.json").read_bytes() == kept


def test_a_site_with_errors_is_not_recorded(tmp_path: Path) -> None:
    root = write_hub(tmp_path, {FILE: meetings(Circle="day: tuesday")})
    assert run(root, "build", "--record").exit_code == 1
    assert not (root / "published.json").exists()


def test_each_change_has_an_entry_of_its_own_in_the_feed(tmp_path: Path) -> None:
    root = hub(tmp_path)
    record(root, "2026-11-01", Circle=TUESDAY, Tea=TUESDAY, Walk=TUESDAY)
    record(root, "2026-11-02", Circle=TUESDAY)
    feed = (root / "output/meetings/changes/feed.xml").read_text(encoding="utf-8")
    assert "https://example.org/meetings/changes/#tea-ended-2026-11-02</id>" in feed
    assert "https://example.org/meetings/changes/#walk-ended-2026-11-02</id>" in feed


def test_no_private_value_gets_into_the_record(tmp_path: Path) -> None:
    home = "{name: A home, region: Hillside, private_venue: yes, address: {street: 5 Secret Lane}}"
    private = f"contact: {{name: Zenobia, publish: no}}, steward: Quintus, place: {home}"
    root = write_hub(tmp_path, {FILE: meetings(Circle=f"{TUESDAY}, {private}")})
    assert run(root, "build", "--record").exit_code == 0
    kept = (root / "published.json").read_text(encoding="utf-8")
    assert "A home" in kept
    assert not any(secret in kept for secret in ("Zenobia", "Quintus", "Secret"))
