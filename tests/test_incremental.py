"""Incremental equals clean: whatever is edited, added, renamed or deleted, the folder is as a fresh build makes it."""

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handrail.build import BuildRequest, BuildResult, build
from hubs import tree, write_hub
from tiny_theme import tiny_theme

SITE = "name: {name}\nurl: https://example.org/hub/\nlanguages: [en, es]\nhelplines: [US]\ntheme: {{name: tiny}}\n"
PAGES = ("index", "about", "resources/sleep", "resources/walk", "resources/sleep.es", "news/open", "guidelines/index")
WORDS = st.sampled_from(["Sleep", "Walk", "Rest well", "Été", "Breathe & wait", "One\u00a0day"])
START = date(2026, 11, 22)
MEETINGS = """meetings:
  - {{name: {name}, slug: circle, day: tuesday, time: "19:00", place: hall, verified: 2026-11-01}}
  - {{name: Open Table, day: friday, time: "{time}", place: hall, verified: 2026-11-01}}
"""


def page(path: str, title: str, body: str) -> str:
    dated = "date: 2026-11-16\nexpires: 2026-12-01\n" if path.startswith("news") else ""
    need = "needs: [craving]\ntopics: [sleep]\nredirects: [/old/]\n" if path == "resources/sleep" else ""
    shared = "topics: [sleep]\n" if path.startswith("resources") and not need else ""
    return f"---\ntitle: {title}\nreviewed: 2026-11-01\nreview_every: 1 month\n{dated}{need}{shared}---\n\n{body}\n"


class Hub:
    """A hub under edit."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.today = START
        places = "places:\n  - {id: hall, name: Hall, region: North}\n"
        files = {f"content/{path}.md": page(path, path.title(), "Text.") for path in PAGES[:4]}
        write_hub(root, {**tiny_theme(), **files, "site.yaml": SITE.format(name="Hub"), "content/places.yaml": places})

    def write_meetings(self, name: str, time: str) -> None:
        self.write("content/meetings/all.yaml", MEETINGS.format(name=name, time=time))

    def write(self, path: str, text: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def request(self, output: str) -> BuildRequest:
        return BuildRequest(self.root, self.today, Path(output))


Edit = Callable[[Hub], None]
TELL_OF_ALL = ("offline.json", "sw.js")  # files that change with any other


def made_again(result: BuildResult) -> list[str]:
    """Give what a build changed, but for the files that tell of all others."""
    return [path for path in result.changed if path not in TELL_OF_ALL]


def rename(hub: Hub, path: str, title: str) -> None:
    file = hub.root / f"content/{path}.md"
    if file.exists():
        file.rename(file.with_name(f"{title[0].lower()}-{file.name}"))


def edit_template(hub: Hub, _: str, title: str) -> None:
    with (hub.root / "themes/tiny/templates/resource.html").open("a", encoding="utf-8") as stream:
        stream.write(f"<!-- {title} -->")


def spoil_output(hub: Hub, _: str, title: str) -> None:
    for written in sorted((hub.root / "output").rglob("*.html"))[:2]:
        written.write_text(title, encoding="utf-8")


def let_days_pass(hub: Hub, _: str, __: str) -> None:
    hub.today += timedelta(days=6)


EDITS: dict[str, Callable[[Hub, str, str], object]] = {
    "delete a page": lambda hub, path, _: (hub.root / f"content/{path}.md").unlink(missing_ok=True),
    "rename a page": rename,
    "rename the group": lambda hub, _, title: hub.write("site.yaml", SITE.format(name=title)),
    "edit a template": edit_template,
    "let days pass": let_days_pass,
    "spoil the output": spoil_output,
    "edit a place": lambda hub, _, title: hub.write(
        "content/places.yaml", f"places:\n  - {{id: hall, name: {title}, region: North}}\n"
    ),
    "edit a meeting": lambda hub, path, title: hub.write_meetings(title, f"{len(path):02}:30"),
    "forget": lambda hub, _, __: shutil.rmtree(hub.root / ".handrail", ignore_errors=True),
}
BODIES = st.sampled_from(["Text.", "## Heading\n\n- one", "[Home](/)", "A *word*[^1]\n\n[^1]: Note."])


@st.composite
def edits(draw: st.DrawFn) -> Edit:
    """Draw one thing that somebody does to a hub; half of the time they write a page."""
    path, title, body = draw(st.sampled_from(PAGES)), draw(WORDS), draw(BODIES)
    if draw(st.booleans()):
        return lambda hub: hub.write(f"content/{path}.md", page(path, title, body))
    change = EDITS[draw(st.sampled_from(sorted(EDITS)))]

    def edit(hub: Hub) -> None:
        change(hub, path, title)

    return edit


def clean_build(hub: Hub, folder: Path) -> dict[str, bytes] | None:
    """Build a copy of the hub that remembers nothing; `None` when it has mistakes."""
    shutil.copytree(hub.root, folder, ignore=shutil.ignore_patterns("output", ".handrail"))
    result = build(BuildRequest(folder, hub.today))
    return tree(folder / "output") if result.is_written else None


@given(st.lists(edits(), min_size=1, max_size=5))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_after_any_edits_the_folder_is_as_a_clean_build_makes_it(tmp_path: Path, steps: list[Edit]) -> None:
    shutil.rmtree(tmp_path)
    hub = Hub(tmp_path / "hub")
    hub.write_meetings("Circle", "18:00")
    assert build(hub.request("output")).is_written
    for number, edit in enumerate(steps):
        edit(hub)
        before = tree(hub.root / "output")
        result = build(hub.request("output"))
        clean = clean_build(hub, tmp_path / f"clean{number}")
        assert tree(hub.root / "output") == (clean if result.is_written else before)
        assert result.is_written == (clean is not None)


def test_a_calendar_of_all_is_put_together_from_what_is_remembered(hub: Hub) -> None:
    hub.write_meetings("Circle", "18:00")
    build(hub.request("output"))
    hub.write_meetings("Circle", "18:30")
    changed = build(hub.request("output")).changed
    assert {"calendars/all.ics", "meetings/open-table-friday/meeting.ics"} <= set(changed)
    assert "meetings/circle/meeting.ics" not in changed
    text = (hub.root / "output/calendars/all.ics").read_text(encoding="utf-8")
    assert text.count("SUMMARY:Circle") == text.count("SUMMARY:Open Table") == text.count("T183000") == 1
    assert "T180000" not in text


@pytest.fixture
def hub(tmp_path: Path) -> Hub:
    made = Hub(tmp_path)
    assert build(made.request("output")).is_written
    return made


def test_a_body_edit_writes_that_page_alone(hub: Hub) -> None:
    hub.write("content/about.md", page("about", "About", "Other words."))
    result = build(hub.request("output"))
    assert made_again(result) == ["about/index.html", "es/about/index.html"]


def test_a_new_title_writes_the_pages_that_show_it(hub: Hub) -> None:
    hub.write("content/resources/walk.md", page("resources/walk", "Run", "Text."))
    changed = build(hub.request("output")).changed
    assert {"resources/walk/index.html", "resources/index.html", "map/index.html"} <= set(changed)
    assert "about/index.html" not in changed


def test_a_template_edit_writes_the_pages_it_draws(hub: Hub) -> None:
    with (hub.root / "themes/tiny/templates/resource.html").open("a") as stream:
        stream.write("<!-- edited -->")
    changed = made_again(build(hub.request("output")))
    pages = ("resources/sleep/index.html", "resources/walk/index.html")
    assert changed == [*(f"es/{page}" for page in pages), *pages]  # in Spanish, they stand in for translations


def test_nothing_changed_writes_nothing(hub: Hub) -> None:
    before = {file: file.stat().st_mtime_ns for file in (hub.root / "output").rglob("*")}
    assert build(hub.request("output")).changed == ()
    assert {file: file.stat().st_mtime_ns for file in (hub.root / "output").rglob("*")} == before


def test_a_day_on_which_nothing_turns_overdue_writes_only_sheets_of_paper_which_say_their_day(hub: Hub) -> None:
    hub.today += timedelta(days=1)
    assert made_again(build(hub.request("output"))) == ["es/print/card/index.html", "print/card/index.html"]


def test_the_day_a_page_turns_overdue_writes_it(hub: Hub) -> None:
    hub.today = date(2026, 12, 2)
    assert "about/index.html" in build(hub.request("output")).changed


def test_a_file_changed_by_hand_is_put_right(hub: Hub) -> None:
    file = hub.root / "output/about/index.html"
    good = file.read_bytes()
    file.write_text("something else")
    assert made_again(build(hub.request("output"))) == ["about/index.html"]
    assert file.read_bytes() == good


def test_a_damaged_memo_costs_only_time(hub: Hub) -> None:
    (hub.root / ".handrail/memo.sqlite").write_bytes(b"not a database")
    hub.write("content/about.md", page("about", "About", "New words."))
    assert made_again(build(hub.request("output"))) == ["about/index.html", "es/about/index.html"]


def test_a_damaged_manifest_costs_only_time(hub: Hub) -> None:
    before = tree(hub.root / "output")
    for file in (hub.root / ".handrail").glob("manifest*"):
        file.write_text("{")
    assert build(hub.request("output")).is_written
    assert tree(hub.root / "output") == before
