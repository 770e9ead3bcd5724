"""The files that hosts and search engines look for say what they should, at a domain and below a folder."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

import rota_hubs
from handrail.build import BuildRequest, build
from handrail.policy import HEADERS
from hubs import write_hub

ABOUT = "---\ntitle: About\nredirects: [/who/, /old/us/]\n---\n\nUs.\n"


def published(root: Path, url: str | None) -> Path:
    address = f"url: {url}\n" if url else ""
    write_hub(root, {"site.yaml": f"name: Circle\n{address}", "content/about.md": ABOUT})
    assert build(BuildRequest(root, date(2026, 11, 22))).is_written
    return root / "output"


def text(folder: Path, name: str) -> str:
    return (folder / name).read_text(encoding="utf-8")


def test_a_domain_of_its_own_is_named(tmp_path: Path) -> None:
    assert text(published(tmp_path, "https://circle.example.org/"), "CNAME") == "circle.example.org\n"


@pytest.mark.parametrize("url", ["https://group.github.io/hub/", "https://example.org/hub/", None])
def test_a_shared_or_unknown_domain_is_not_claimed(url: str | None, tmp_path: Path) -> None:
    assert not (published(tmp_path, url) / "CNAME").exists()


def test_github_is_told_to_publish_the_files_as_they_are(tmp_path: Path) -> None:
    assert (published(tmp_path, None) / ".nojekyll").read_bytes() == b""


@pytest.mark.parametrize("base", ["/", "/hub/"])
def test_headers_say_for_all_pages_what_a_meta_element_cannot(base: str, tmp_path: Path) -> None:
    rules = text(published(tmp_path, f"https://example.org{base}"), "_headers")
    of_all, of_assets = re.split(rf"^{base}assets/\*\n", rules, flags=re.MULTILINE)
    assert of_all.startswith(f"{base}*\n")
    assert "frame-ancestors 'none'" in of_all
    assert "  Referrer-Policy: no-referrer\n" in of_all
    assert "  X-Content-Type-Options: nosniff\n" in of_all
    assert "camera=()" in of_all
    assert of_assets.startswith("  Cache-Control: public, max-age=31536000, immutable\n")


@pytest.mark.parametrize("base", ["/", "/hub/"])
def test_old_addresses_lead_on_by_rule_and_by_page(base: str, tmp_path: Path) -> None:
    output = published(tmp_path, f"https://example.org{base}")
    assert text(output, "_redirects").splitlines() == [
        f"{base}who/ {base}about/ 301",
        f"{base}old/us/ {base}about/ 301",
    ]
    assert 'url=../about/"' in text(output, "who/index.html")
    assert 'url=../../about/"' in text(output, "old/us/index.html")


def test_files_may_be_read_and_folders_entered_by_any_server(tmp_path: Path) -> None:
    output = published(tmp_path, "https://example.org/")
    modes = {"file": set(), "folder": {output.stat().st_mode & 0o777}}  # type: dict[str, set[int]]
    for path in output.rglob("*"):
        modes["folder" if path.is_dir() else "file"].add(path.stat().st_mode & 0o777)
    assert modes == {"file": {0o644}, "folder": {0o755}}


def test_each_page_names_its_address_and_how_it_looks_when_shared(tmp_path: Path) -> None:
    page = text(published(tmp_path, "https://example.org/hub/"), "about/index.html")
    for element in (
        '<link rel="canonical" href="https://example.org/hub/about/">',
        '<meta property="og:url" content="https://example.org/hub/about/">',
        '<meta property="og:title" content="About – Circle">',
        '<meta property="og:type" content="website">',
        '<meta property="og:site_name" content="Circle">',
        '<meta name="referrer" content="no-referrer">',
    ):
        assert element in page


@pytest.mark.parametrize("base", ["/", "/hub/"])
def test_every_host_is_told_the_same(base: str, tmp_path: Path) -> None:
    output = published(tmp_path, f"https://example.org{base}")
    vercel = json.loads(text(output, "vercel.json"))["headers"]
    assert vercel[0]["source"] == f"{base}(.*)"
    assert len(vercel[0]["headers"]) == len(HEADERS)
    for name, value in HEADERS:
        assert f"\n  {name}: {value}\n" in text(output, "_headers")
        assert {"key": name, "value": value} in vercel[0]["headers"]
        assert f'Header always set {name} "{value}" env=HANDRAIL_0\n' in text(output, ".htaccess")
        conf = text(output, "_nginx.conf")
        assert conf.count(f'add_header {name} "{value}" always;\n') == conf.count("location ")  # none inherits
    for name, place in ((".htaccess", f'"^{base}assets/"'), ("_nginx.conf", f"location {base}assets/ {{")):
        assert place in text(output, name)
        assert "immutable" in text(output, name)


def test_the_rota_stays_unlisted_at_every_host(tmp_path: Path) -> None:
    root = rota_hubs.hub(tmp_path, rota_hubs.OPENING)
    assert build(BuildRequest(root, date(2026, 11, 22))).is_written
    for name in ("_headers", "vercel.json", ".htaccess", "_nginx.conf"):
        rules = text(root / "output", name)
        assert rules.count("noindex") == rules.count("rota/") == 2, name  # in both languages
