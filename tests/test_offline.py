"""What is published so that a visitor can keep a copy of the site, and what is when nobody may."""

import gzip
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from handrail.build import BuildRequest, BuildResult, build
from hubs import REPOSITORY, write_hub

URL = "https://example.org/hub/"
SITE = f"name: Circle\nurl: {URL}\nlanguages: [en, es]\n"
FILES = {
    "content/about.md": "---\ntitle: About us\n---\n\nWe meet.\n",
    "content/about.es.md": "---\ntitle: Quiénes somos\n---\n\nNos reunimos.\n",
    "content/resources/rest.md": "---\ntitle: Rest\nsummary: Sit.\nneeds: [anxious]\n---\n\nSit down.\n",
}
TODAY = date(2026, 11, 22)


def made(root: Path, settings: str = "", **options: Any) -> BuildResult:
    write_hub(root, {"site.yaml": SITE + settings, **FILES})
    result = build(BuildRequest(root, TODAY, **options))
    assert result.is_written, result.problems
    return result


def read(root: Path, path: str) -> str:
    return (root / "output" / path).read_text(encoding="utf-8")


def listed(root: Path, language: str, kind: str) -> list[str]:
    files: list[str] = json.loads(read(root, "offline.json"))["languages"][language][kind]["files"]
    return files


def release(root: Path) -> str:
    found = re.match(r'self\.release="([0-9a-f]{16})";', read(root, "sw.js"))
    assert found
    return found[1]


def test_what_matters_most_is_listed_first_in_each_language(tmp_path: Path) -> None:
    made(tmp_path)
    assert listed(tmp_path, "en", "few") == ["help/", "", "offline/", "right-now/", "safety/"]
    assert listed(tmp_path, "es", "few") == ["es/help/", "es/", "es/offline/", "es/right-now/", "es/safety/"]


def test_everything_holds_all_pages_of_a_language_and_none_that_are_made_for_hosts(tmp_path: Path) -> None:
    made(tmp_path)
    english = listed(tmp_path, "en", "all")
    assert {"about/", "resources/rest/", "map/"} <= set(english)
    assert not [path for path in english if path.startswith("es/") or "forget" in path or path == "404.html"]
    assert "es/about/" in listed(tmp_path, "es", "all")


def test_sizes_are_those_of_the_files(tmp_path: Path) -> None:
    made(tmp_path)
    few = json.loads(read(tmp_path, "offline.json"))["languages"]["en"]["few"]
    files = [f"{path}index.html" for path in few["files"]]
    assert few["size"] == sum((tmp_path / "output" / file).stat().st_size for file in files)


def test_the_release_changes_with_any_page_and_with_nothing_else(tmp_path: Path) -> None:
    made(tmp_path)
    first = release(tmp_path)
    made(tmp_path, clean=True)
    assert release(tmp_path) == first
    (tmp_path / "content" / "about.md").write_text("---\ntitle: About us\n---\n\nWe meet elsewhere.\n", "utf-8")
    result = build(BuildRequest(tmp_path, TODAY))
    assert {"about/index.html", "offline.json", "sw.js"} <= set(result.changed)
    assert release(tmp_path) != first


def test_a_site_without_copies_removes_those_of_an_earlier_time(tmp_path: Path) -> None:
    made(tmp_path, "offline: no\n")
    assert "unregister()" in read(tmp_path, "sw.js")
    left = {path.name for path in (tmp_path / "output").iterdir()}
    assert not left & {"offline", "forget", "offline.json", "manifest.webmanifest", "icon.svg"}
    assert "internet" not in read(tmp_path, "index.html")


def test_a_discreet_site_offers_copies_only_when_it_says_so(tmp_path: Path) -> None:
    discreet = "safety: {discretion: discreet, short_name: Riverside}\n"
    made(tmp_path, discreet)
    assert "unregister()" in read(tmp_path, "sw.js")
    made(tmp_path, f"{discreet}offline: yes\n")
    assert json.loads(read(tmp_path, "manifest.webmanifest"))["name"] == "Riverside"


def test_the_manifest_tells_no_topic_and_makes_no_app(tmp_path: Path) -> None:
    made(tmp_path)
    manifest = json.loads(read(tmp_path, "manifest.webmanifest"))
    assert (manifest["name"], manifest["display"]) == ("Circle", "browser")
    write_hub(tmp_path, {"site.yaml": "name: Recovery Circle\nlanguages: [en, es]\n"})
    build(BuildRequest(tmp_path, TODAY))
    assert json.loads(read(tmp_path, "manifest.webmanifest"))["short_name"] == "Home"


def test_only_the_pages_about_it_may_fetch_anything(tmp_path: Path) -> None:
    made(tmp_path)
    may = "connect-src &#39;self&#39;; worker-src &#39;self&#39;; manifest-src &#39;self&#39;"
    with_it = {
        str(file.parent.name) for file in (tmp_path / "output").rglob("*.html") if may in file.read_text("utf-8")
    }
    assert with_it == {"offline", "forget"}
    assert 'rel="manifest"' in read(tmp_path, "offline/index.html")
    assert 'rel="manifest"' not in read(tmp_path, "index.html")


def test_pages_for_a_disk_need_no_copy(tmp_path: Path) -> None:
    made(tmp_path, portable=True)
    assert not [path for path in (tmp_path / "output").rglob("*") if path.name in ("sw.js", "offline", "offline.json")]


@pytest.mark.parametrize(("url", "times"), [("https://circle.example.org/", 1), (URL, 0)])
def test_a_site_with_a_host_of_its_own_has_browsers_clear_what_they_keep(tmp_path: Path, url: str, times: int) -> None:
    """On a host that others share, clearing would take away what is theirs."""
    write_hub(tmp_path, {"site.yaml": f"name: Circle\nurl: {url}\n"})
    build(BuildRequest(tmp_path, TODAY))
    escaped = '"\\"cache\\", \\"storage\\""'
    assert read(tmp_path, "_headers").count('/forget/*\n  Clear-Site-Data: "cache", "storage"\n') == times
    assert read(tmp_path, ".htaccess").count(f"Clear-Site-Data {escaped} env") == times
    assert read(tmp_path, "_nginx.conf").count(f"add_header Clear-Site-Data {escaped} always;") == times


def test_what_matters_most_of_the_sample_hub_is_light(tmp_path: Path) -> None:
    """visitors.md 5: less than 150 kB; hosts send pages compressed."""
    build(BuildRequest(REPOSITORY, TODAY, output=tmp_path / "output"))
    for language in ("en", "es"):
        files = [tmp_path / "output" / path / "index.html" for path in listed(tmp_path, language, "few")]
        assert sum(len(gzip.compress(file.read_bytes())) for file in files) < 150_000
