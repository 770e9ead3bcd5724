"""What can be found, how large that is, and the page on which one searches."""

import gzip
import json
import random
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from hubs import REPOSITORY, run, write_hub

SITE = """name: Circle
url: https://example.org/hub/
languages: [en, es]
helplines: [US]
"""
HUB = {
    "site.yaml": SITE,
    "content/about.md": "---\ntitle: About us\nsummary: Who keeps the chairs.\n---\n\nWe brew coffee & *cocoa*.\n",
    "content/about.es.md": "---\ntitle: Quiénes somos\n---\n\nHacemos café.\n",
    "content/secret.md": "---\ntitle: For those with the link\nnoindex: yes\n---\n\nMarzipan.\n",
    "content/draft.md": "---\ntitle: Not yet\ndraft: yes\n---\n\nNougat.\n",
    "content/safety.md": "---\ntitle: Safe here\n---\n\nKeep a quilt.\n",
    "content/resources/tea.md": "---\ntitle: Warm tea\nsummary: What helps at night.\ntopics: [sleep]\n"
    "needs: [cannot-sleep, craving]\n---\n\n## Water first\n\nPeppermint, then peppermint again.\n",
    "content/stories/one.md": "---\ntitle: One story\ncontent_note: Mentions a funeral.\n---\n\nText.\n",
    "content/stories/index.md": "---\ntitle: Our stories\nnoindex: yes\n---\n",
    "content/groups.yaml": "groups:\n  - {id: river, name: River group, about: We paddle.}\n",
    "content/places.yaml": "places:\n  - {id: library, name: Old Library, region: Northside}\n"
    "  - {id: home, name: At a home, private_venue: yes, region: Northside, address: {street: 7 Hidden Lane}}\n",
    "content/meetings.yaml": "meetings:\n"
    "  - {name: Quiet Table, slug: quiet, day: tuesday, time: 19:00, minutes: 60, place: library, types: [newcomers],\n"
    "     contact: {name: Zenobia, phone: +1 202 555 0143}}\n"
    "  - {name: Over and done, slug: over, place: library, minutes: 60,\n"
    "     dates: [2025-01-01 18:00]}\n",
    "content/rota.yaml": "rota:\n  - {role: Kettle, people: [Wilhelmina], meeting: quiet, starts: 2026-11-24}\n",
}


def built(root: Path, files: dict[str, str]) -> Path:
    answer = run(write_hub(root, files), "build")
    assert answer.exit_code == 0, answer.output
    return root / "output"


def index_file(output: Path, language: str = "en") -> Path:
    (file,) = output.glob(f"assets/search-{language}.*.js")
    return file


def index_of(output: Path, language: str = "en") -> dict[str, Any]:
    name, _, data = index_file(output, language).read_text("utf-8").partition("=")
    assert name == "self.handrailIndex"
    index: dict[str, Any] = json.loads(data)
    return index


def row_of(index: dict[str, Any], href: str) -> dict[str, str]:
    at = index["href"].index(href)
    return {name: index[name][at] for name in ("title", "line", "more", "text")} | {
        "kind": index["kinds"][index["kind"][at]],
        "lang": index["lang"].get(str(at), ""),
    }


def page_of(output: Path, path: str = "search/index.html") -> str:
    return (output / path).read_text("utf-8")


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("hub"), HUB)


def test_the_index_holds_exactly_what_a_reader_can_reach(output: Path) -> None:
    assert sorted(index_of(output)["href"]) == sorted(
        [
            "about/", "resources/", "resources/tea/", "stories/one/", "groups/", "groups/river/", "places/",
            "places/library/", "places/home/", "meetings/", "meetings/quiet/", "help/", "safety/", "right-now/",
            "right-now/#cannot-sleep", "right-now/#craving",
        ]
    )  # fmt: skip


UNSAID = (
    "marzipan", "those with the link", "nougat", "not yet", "hidden lane", "wilhelmina", "kettle", "zenobia", "0143",
    "over and done", "our stories", "print/", "rota",
)  # fmt: skip


def test_what_is_hidden_private_or_for_the_group_alone_is_nowhere_in_it(output: Path) -> None:
    for language in ("en", "es"):
        text = index_file(output, language).read_text("utf-8").casefold()
        assert [words for words in UNSAID if words in text] == []


def test_a_page_is_found_by_title_line_headings_topics_needs_and_text(output: Path) -> None:
    assert row_of(index_of(output), "resources/tea/") == {
        "title": "Warm tea",
        "line": "What helps at night.",
        "kind": "Resource",
        "lang": "",
        "more": "water first sleep cannot feel strong urge",
        "text": "again peppermint then",
    }
    assert row_of(index_of(output), "about/")["text"] == "brew cocoa coffee"


def test_a_story_tells_what_hard_things_it_mentions_before_it_is_opened(output: Path) -> None:
    assert row_of(index_of(output), "stories/one/")["line"] == "Mentions a funeral."


def test_a_meeting_is_found_by_name_day_time_and_place(output: Path) -> None:
    row = row_of(index_of(output), "meetings/quiet/")
    assert (row["title"], row["kind"]) == ("Quiet Table", "Meeting")
    assert re.fullmatch(r"Tuesday, 7:00\sPM · In person · Old Library · Northside · Good for newcomers", row["line"])
    assert row_of(index_of(output, "es"), "es/meetings/quiet/")["line"].startswith("Martes, 19:00 · ")


def test_each_language_has_its_own_and_pages_that_exist_in_another_only(output: Path) -> None:
    index = index_of(output, "es")
    assert row_of(index, "es/about/")["title"] == "Quiénes somos"
    assert "about/" not in index["href"]
    assert row_of(index, "es/resources/tea/")["lang"] == "en"


def test_the_name_of_the_index_changes_with_what_it_holds_and_not_with_the_day(tmp_path: Path) -> None:
    first = index_file(built(tmp_path, HUB)).name
    assert run(tmp_path, "build", "--today", "2026-11-25").exit_code == 0
    assert index_file(tmp_path / "output").name == first
    write_hub(tmp_path, {**HUB, "content/about.md": "---\ntitle: About us\n---\n\nWe brew tea.\n"})
    assert run(tmp_path, "build").exit_code == 0
    assert index_file(tmp_path / "output").name != first


def test_500_pages_travel_in_less_than_50_kilobytes_and_a_small_hub_keeps_more_of_each(tmp_path: Path) -> None:
    large, small = (built(tmp_path / str(count), pages(count)) for count in (500, 40))
    size = len(gzip.compress(index_file(large).read_bytes(), 6, mtime=0))
    assert 30_000 < size < 50_000
    assert len(gzip.compress(index_file(small).read_bytes(), 6, mtime=0)) < 25_000
    texts = [sum(len(text) for text in index_of(output)["text"]) for output in (large, small)]
    assert texts[1] > texts[0]
    assert min(len(line) for line in index_of(large)["line"] if line) > 20


def pages(count: int) -> dict[str, str]:
    """Give so many pages, whose words are as often as in people's own texts, and in no order that could be packed."""
    own = " ".join(file.read_text("utf-8") for file in sorted((REPOSITORY / "content").rglob("*.md")))
    words = re.findall(r"[a-z]{2,14}", own.casefold())
    by_chance = random.Random(7)  # noqa: S311  # no secret

    def some(few: int, many: int) -> str:
        return " ".join(by_chance.choices(words, k=by_chance.randint(few, many))).capitalize()

    files = {"site.yaml": "name: Circle\n"}
    for number in range(count):
        heads = "\n\n".join(f"## {some(2, 5)}\n\n{some(60, 100)}." for _ in range(5))
        header = f"title: {some(2, 6)}\nsummary: {some(10, 20)}."
        files[f"content/{some(2, 3).replace(' ', '-')}-{number}.md"] = f"---\n{header}\n---\n\n{heads}\n"
    return files


def test_long_lines_are_cut_at_a_word(tmp_path: Path) -> None:
    summary = "word " * 60
    hub = built(tmp_path, {"content/long.md": f"---\ntitle: Long\nsummary: {summary}\n---\n"})
    assert re.fullmatch(r"(word )+…", row_of(index_of(hub), "long/")["line"])


# -- The page


def test_the_page_names_the_two_files_and_both_are_there(output: Path) -> None:
    for path in ("search/index.html", "es/search/index.html"):
        page = page_of(output, path)
        for name in ("library", "index"):
            found = re.search(rf'data-{name}="([^"]+)"', page)
            assert found
            assert (output / path).parent.joinpath(found[1]).is_file()


def test_its_policy_alone_lets_scripts_load_others_and_by_one_name_only(output: Path) -> None:
    policies = {}
    for file in output.rglob("*.html"):
        (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', file.read_text("utf-8"))
        policies[file.relative_to(output).as_posix()] = unescape(policy)
    opened = sorted(
        path for path, policy in policies.items() if "strict-dynamic" in policy or "script-src 'self" in policy
    )
    assert opened == ["es/search/index.html", "search/index.html"]
    assert policies["search/index.html"].endswith("require-trusted-types-for 'script'; trusted-types hr-search")
    assert "unsafe" not in "".join(policies.values())


def test_the_field_has_no_name_and_stands_in_no_form_so_no_word_gets_into_the_address(output: Path) -> None:
    page = page_of(output)
    (field,) = re.findall(r"<input[^>]*>", page)
    assert " name=" not in field
    assert 'autocomplete="off"' in field
    assert 'spellcheck="false"' in field
    assert "<form" not in page


def test_without_script_there_is_no_field_and_the_page_offers_the_list_of_all_pages_and_other_ways(
    output: Path,
) -> None:
    page = page_of(output)
    assert re.search(r'<search [^>]*id="hr-search" hidden', page)
    assert re.search(r'<p class="hr-note" id="hr-without">[^<]*from A to Z', page)
    ways = re.findall(r'href="([^"]+)"', page[page.index('id="hr-ways"') : page.index("</main>")])
    sections = ("meetings", "resources", "stories", "places", "groups")
    assert ways[:2] == ["../map/", "../right-now/"]
    assert sorted(ways[2:]) == sorted(f"../{section}/" for section in sections)


def test_every_page_leads_to_it_in_one_step_and_a_menu_can_name_it(output: Path, tmp_path: Path) -> None:
    for file in output.rglob("*.html"):
        found = re.findall(r'<a class="hr-find hr-screen" href="([^"]+)"', file.read_text("utf-8"))
        assert len(found) == 1, file
    assert 'href="/hub/search/"' in page_of(output, "404.html")
    named = built(tmp_path, {"site.yaml": "name: Circle\nnavigation: [search]\n"})
    assert page_of(named, "index.html").count('href="search/"') == 2


def test_a_discreet_hub_says_no_topic_in_title_and_address_of_the_search(tmp_path: Path) -> None:
    site = "name: Sober Circle\nsafety: {discretion: discreet, short_name: Circle}\n"
    slug = {"content/sober.md": "---\ntitle: Staying sober\nslug_discreet: ideas\n---\n"}
    hub = built(tmp_path, {"site.yaml": site, **slug})
    assert "<title>Search – Circle</title>" in page_of(hub)
    assert "ideas/" in index_of(hub)["href"]
    assert not any("sober" in href for href in index_of(hub)["href"])


def test_a_disk_copy_spells_out_the_addresses_of_results(tmp_path: Path) -> None:
    assert run(write_hub(tmp_path, HUB), "build", "--portable").exit_code == 0
    index = index_of(tmp_path / "output")
    assert "right-now/index.html#craving" in index["href"]
    assert all(".html" in href for href in index["href"])
