"""Which style sheets stand in which page."""

from datetime import date
from pathlib import Path

from handrail.build import BuildRequest, build
from hubs import write_hub

FILES = {
    "site.yaml": "name: Circle\ntheme: {name: mine}\n",
    "themes/mine/theme.yaml": """name: mine
extends: harbor
styles: [all.css, some.css]
only_in: {some.css: [map.html]}
""",
    "themes/mine/styles/all.css": ".everywhere { color: red }\n",
    "themes/mine/styles/some.css": ".on-the-map { color: red }\n",
}


def test_a_sheet_for_some_templates_weighs_on_no_other_page(tmp_path: Path) -> None:
    write_hub(tmp_path, FILES)
    assert build(BuildRequest(tmp_path, date(2026, 11, 22))).is_written
    pages = {str(p.relative_to(tmp_path / "output")): p.read_text("utf-8") for p in tmp_path.rglob("output/**/*.html")}
    assert [path for path, page in pages.items() if ".everywhere" not in page] == []
    assert [path for path, page in pages.items() if ".on-the-map" in page] == ["map/index.html"]
    assert [path for path, page in pages.items() if page.count("<style>") != 1] == []
    assert pages["map/index.html"].index(".everywhere") < pages["map/index.html"].index(".on-the-map")


def test_the_papers_of_harbor_stand_in_papers_only(tmp_path: Path) -> None:
    write_hub(tmp_path, {"site.yaml": "name: Circle\n"})
    assert build(BuildRequest(tmp_path, date(2026, 11, 22))).is_written
    card = (tmp_path / "output" / "print" / "card" / "index.html").read_text("utf-8")
    home = (tmp_path / "output" / "index.html").read_text("utf-8")
    assert ".hr-sheet" in card
    assert ".hr-sheet" not in home


def test_a_tool_weighs_on_pages_that_have_it_only(tmp_path: Path) -> None:
    resource = "---\ntitle: {0}\nsummary: Words.\nneeds: [anxious]\n{1}---\n\nText.\n"
    pages = {"breathe": "tool: breathing\n", "count": "tool: day-count\n", "read": ""}
    files = {f"content/resources/{name}.md": resource.format(name, tool) for name, tool in pages.items()}
    write_hub(tmp_path, {"site.yaml": "name: Circle\n", **files})
    assert build(BuildRequest(tmp_path, date(2026, 11, 22))).is_written
    styled = {name: (tmp_path / f"output/resources/{name}/index.html").read_text("utf-8") for name in pages}
    have = {name: (".hr-tool" in page, ".hr-pace" in page, ".hr-days" in page) for name, page in styled.items()}
    assert have == {"breathe": (True, True, False), "count": (True, False, True), "read": (False, False, False)}
