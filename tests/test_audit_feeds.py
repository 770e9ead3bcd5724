"""The audit's judges of feeds and sitemaps find each fault, and none where there is none."""

from pathlib import Path

import pytest
from tools.audit import feeds, sitemaps
from tools.audit.judging import BAD, JudgeFailedError, Site
from tools.audit.programs import HERE
from tools.browser import SamplePage

HOME = "http://127.0.0.1:1/hub/"

FEED = f"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>{HOME}</id><title>Circle</title><updated>2026-11-16T00:00:00Z</updated>
  <link rel="self" type="application/atom+xml" href="{HOME}feed.xml"/>
  <author><name>Circle</name></author>
  <entry>
    <id>{HOME}tea/</id><title>Tea</title><updated>2026-11-16T00:00:00Z</updated>
    <link rel="alternate" href="{HOME}tea/"/><summary>New leaves</summary>
  </entry>
  <entry>
    <id>{HOME}</id><title>Chairs</title><updated>2026-11-02T00:00:00Z</updated>
    <link rel="alternate" href="{HOME}"/><content type="html">&lt;p&gt;More&lt;/p&gt;</content>
  </entry>
</feed>
"""

TWINS = "".join(
    f'<x:link rel="alternate" hreflang="{language}" href="{HOME}{path}"/>'
    for language, path in (("en", ""), ("es", "es/"), ("x-default", ""))
)
SITEMAP = f"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:x="http://www.w3.org/1999/xhtml">
  <url><loc>{HOME}</loc><lastmod>2026-11-16</lastmod>{TWINS}</url>
  <url><loc>{HOME}es/</loc>{TWINS}</url>
  <url><loc>{HOME}tea/</loc></url>
</urlset>
"""

HIDDEN = '<meta name="robots" content="noindex">'


@pytest.fixture
def site(tmp_path: Path) -> Site:
    pages = {"index.html": "home", "es/index.html": "home", "tea/index.html": "news", "old/index.html": "moved"}
    for path in pages:
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("<!doctype html><title>A page</title>", encoding="utf-8")
    (tmp_path / "feed.xml").write_text(FEED, encoding="utf-8")
    (tmp_path / "sitemap.xml").write_text(SITEMAP, encoding="utf-8")
    found = [SamplePage(path, template, "en") for path, template in sorted(pages.items())]
    return Site(tmp_path, HOME, found, found, HERE / "bad", "http://127.0.0.1:2/", frozenset({"en"}))


def change(site: Site, name: str, old: str, new: str) -> None:
    text = (site.folder / name).read_text(encoding="utf-8")
    assert old in text
    (site.folder / name).write_text(text.replace(old, new), encoding="utf-8")


def faults(site: Site, judge: str) -> list[str]:
    judgement = {"feed.xml": feeds.judge, "sitemap.xml": sitemaps.judge}[judge](site)
    return [f"{f.rule}: {f.message}" for f in judgement.findings if not f.page.startswith(BAD)]


@pytest.mark.parametrize("name", ["feed.xml", "sitemap.xml"])
def test_a_good_file_has_no_fault_and_the_bad_one_has(name: str, site: Site) -> None:
    assert faults(site, name) == []
    judgement = {"feed.xml": feeds.judge, "sitemap.xml": sitemaps.judge}[name](site)
    assert any(finding.page.startswith(f"{BAD}{name}") for finding in judgement.findings)


@pytest.mark.parametrize("name", ["feed.xml", "sitemap.xml"])
def test_a_hub_without_the_file_cannot_be_judged(name: str, site: Site) -> None:
    (site.folder / name).unlink()
    with pytest.raises(JudgeFailedError, match="the hub has no"):
        faults(site, name)


@pytest.mark.parametrize(
    ("name", "old", "new", "rule"),
    [
        ("feed.xml", "</feed>", "", "XML"),
        ("feed.xml", "<title>Tea</title>", "", "atom.rng"),
        ("feed.xml", "<title>Tea</title>", "<title>Tea</title><title>Cake</title>", "atom.rng"),
        ("feed.xml", "<author><name>Circle</name></author>", "", "atom.rng"),
        ("feed.xml", "2026-11-02T00:00:00Z", "2026-11-02", "atom.rng"),
        ("feed.xml", "2026-11-02T00:00:00Z", "2026-11-02T00:00:00", "atom.rng"),
        ("feed.xml", f'<link rel="alternate" href="{HOME}tea/"/>', '<link rel="alternate" href="tea/"/>', "atom.rng"),
        ("feed.xml", "2026-11-02", "2026-11-17", "updated"),
        ("feed.xml", f"<id>{HOME}</id><title>Chairs", f"<id>{HOME}tea/</id><title>Chairs", "unique ids"),
        ("feed.xml", f'href="{HOME}tea/"', f'href="{HOME}coffee/"', "links"),
        ("feed.xml", "feed.xml", "other.xml", "self"),
        ("sitemap.xml", "</urlset>", "", "XML"),
        ("sitemap.xml", "2026-11-16", "yesterday", "sitemap.rng"),
        ("sitemap.xml", f"<loc>{HOME}tea/</loc>", "<loc>/tea/</loc>", "sitemap.rng"),
        ("sitemap.xml", f"<loc>{HOME}tea/</loc>", "<loc>http://127.0.0.1:1/hub/té/</loc>", "sitemap.rng"),
        ("sitemap.xml", f"<loc>{HOME}tea/</loc>", f"<loc>{HOME}es/</loc>", "unique addresses"),
        ("sitemap.xml", f"<url><loc>{HOME}tea/</loc></url>", "", "all pages"),
        ("sitemap.xml", f"<loc>{HOME}tea/</loc>", f"<loc>{HOME}coffee/</loc>", "addresses"),
        ("sitemap.xml", f"<loc>{HOME}es/</loc>{TWINS}", f"<loc>{HOME}es/</loc>", "languages"),
        ("tea/index.html", "<!doctype html>", HIDDEN, "hidden pages"),
        ("tea/index.html", "<!doctype html>", f'<link rel="canonical" href="{HOME}">', "hidden pages"),
    ],
)
def test_a_fault_is_found(name: str, old: str, new: str, rule: str, site: Site) -> None:
    change(site, name, old, new)
    judged = "feed.xml" if name == "feed.xml" else "sitemap.xml"
    assert rule in {fault.split(": ")[0] for fault in faults(site, judged)}


def test_entries_that_are_not_in_order_are_found(site: Site) -> None:
    change(site, "feed.xml", "<title>Tea</title><updated>2026-11-16", "<title>Tea</title><updated>2026-10-16")
    assert faults(site, "feed.xml") == ["order: the newest entry is not the first"]


def test_a_page_that_is_to_be_found_elsewhere_need_not_be_listed(site: Site) -> None:
    change(site, "tea/index.html", "<!doctype html>", f'<link rel="canonical" href="{HOME}">')
    change(site, "sitemap.xml", f"<url><loc>{HOME}tea/</loc></url>", "")
    assert faults(site, "sitemap.xml") == []
    change(site, "tea/index.html", HOME, f"{HOME}tea/")
    assert faults(site, "sitemap.xml") == ["all pages: does not list tea/index.html"]
