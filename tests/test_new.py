"""What `handrail new DIR` writes, and what it never overwrites."""

import json
import re
from pathlib import Path

import pytest
import yaml

from handrail.json_schema import schema_files
from handrail.scaffold.hub_texts import HubFacts, address, bound
from handrail.scaffold.starter import NewFile, starter_files
from handrail.sources import Source
from hubs import Answer, run, tree, write_hub

DAY = "2026-11-22"
USAGE = "Usage: handrail new [OPTIONS] DIR|KIND [TITLE]\nTry 'handrail new --help' for help.\n\nError: "


def new(root: Path, *arguments: str) -> Answer:
    return run(root, "new", *arguments, "--today", DAY)


def problems_of(root: Path, command: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(run(root, command, "--report", "json").output)["problems"]
    return found


def settings_in(hub: Path) -> list[str]:
    lines = (hub / "site.yaml").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def pages_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


@pytest.mark.parametrize("language", ["en", "es", "ar"])
@pytest.mark.parametrize("command", ["build", "check"])
def test_a_new_hub_has_no_problem_but_the_limit_of_its_host(tmp_path: Path, language: str, command: str) -> None:
    assert new(tmp_path, "hub", "--language", language, "--repository", "ana/hub").exit_code == 0
    assert {problem["code"] for problem in problems_of(tmp_path / "hub", command)} - {"C713"} == {"P609"}


def test_a_new_hub_tells_only_what_is_true_of_any_group(tmp_path: Path) -> None:
    new(tmp_path, "hub")
    content = tmp_path / "hub/content"
    assert pages_in(content / "news") == ["2026-11-22-our-site-is-open.md", "index.md"]
    assert pages_in(content / "stories") == ["index.md", "starting-again.md"]  # the one that a resource leads to
    assert [file for file in content.rglob("*") if file.suffix in (".yaml", ".yml")] == []


def test_a_spanish_hub_has_its_spanish_pages_in_front_and_the_english_ones_beside_them(tmp_path: Path) -> None:
    new(tmp_path, "hub", "--language", "es")
    content = tmp_path / "hub/content"
    assert "title: Sobre nuestro círculo\n" in (content / "about.md").read_text(encoding="utf-8")
    assert "title: About our circle\n" in (content / "about.en.md").read_text(encoding="utf-8")
    assert not (content / "faq.md").exists()
    assert "title: First questions\n" in (content / "faq.en.md").read_text(encoding="utf-8")
    assert {"language: es", "languages: [es, en]"} < set(settings_in(tmp_path / "hub"))


def test_an_english_hub_with_spanish_has_both(tmp_path: Path) -> None:
    new(tmp_path, "hub", "--languages", "es")
    assert {"about.md", "about.es.md"} < set(pages_in(tmp_path / "hub/content"))
    assert "languages: [en, es]" in settings_in(tmp_path / "hub")


def test_a_language_without_sample_pages_comes_with_the_english_ones(tmp_path: Path) -> None:
    new(tmp_path, "hub", "--language", "nl", "--languages", "nl")
    assert "languages: [nl, en]" in settings_in(tmp_path / "hub")
    assert (tmp_path / "hub/content/index.en.md").is_file()
    assert run(tmp_path / "hub", "build").exit_code == 0


def test_links_follow_pages_to_their_new_names() -> None:
    sample = (
        Source("content/index.md", b"[About](about.md#who), [Sleep](<x.md>) [Mail](mailto:a@b.md)"),
        Source("content/about.md", b"[Home](index.md)"),
        Source("content/about.es.md", b"[Sue\xc3\xb1o](resources/sleep.md) [Aqu\xc3\xad](about.es.md)"),
        Source("content/resources/sleep.md", b"[About](../about.md)"),
    )
    assert starter_files(sample, (), ("es", "en")) == (
        NewFile("content/about.md", b"[Sue\xc3\xb1o](resources/sleep.en.md) [Aqu\xc3\xad](about.md)"),
        NewFile("content/about.en.md", b"[Home](index.en.md)"),
        NewFile("content/index.en.md", b"[About](about.en.md#who), [Sleep](<x.md>) [Mail](mailto:a@b.md)"),
        NewFile("content/resources/sleep.en.md", b"[About](../about.en.md)"),
    )


def test_a_link_to_a_page_in_a_language_left_out_becomes_words() -> None:
    sample = (
        Source("content/index.es.md", b"Lee [sobre el\nsue\xc3\xb1o](sleep.md#x)."),
        Source("content/sleep.md", b""),
    )
    assert starter_files(sample, (), ("es",)) == (NewFile("content/index.md", b"Lee sobre el\nsue\xc3\xb1o."),)


def test_fiction_stays_behind_unless_a_kept_page_leads_to_it() -> None:
    sample = (
        Source("content/index.md", b"[Read](stories/kept.md)"),
        Source("content/stories/index.md", b""),
        Source("content/stories/kept.md", b"[On](also-kept.md)"),
        Source("content/stories/also-kept.md", b""),
        Source("content/stories/left.md", b"[Home](../index.md)"),
        Source("content/news/left.md", b""),
        Source("content/marked.md", b"---\n# Fictional: our hall\ntitle: Hall\n---\n"),
        Source("content/places.yaml", b"places: []"),
        Source("content/chairs.jpg", b"JPEG"),
    )
    assert [file.path for file in starter_files(sample, (), ("en",))] == [
        "content/index.md",
        "content/stories/also-kept.md",
        "content/stories/index.md",
        "content/stories/kept.md",
        "content/chairs.jpg",
    ]


def test_pages_for_new_hubs_replace_those_of_the_sample() -> None:
    sample = (Source("content/news/index.md", b"We met in May."),)
    own = (Source("content/news/index.md", b"News."), Source("content/news/open.md", b"We are open."))
    assert starter_files(sample, own, ("en",)) == (
        NewFile("content/news/index.md", b"News."),
        NewFile("content/news/open.md", b"We are open."),
    )


def test_a_folder_with_anything_in_it_is_refused(tmp_path: Path) -> None:
    hub = write_hub(tmp_path / "hub", {})
    before = tree(hub)
    answer = new(tmp_path, "hub", "--name", "Other")
    assert answer == Answer(2, f'{USAGE}"hub" is not an empty folder; name a folder that is new or empty\n')
    assert tree(hub) == before


def test_a_fresh_clone_of_an_empty_repository_is_a_free_folder(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert new(tmp_path, ".", "--name", "Circle").exit_code == 0
    assert (tmp_path / "site.yaml").is_file()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--language", "english"], 'there is no language "english"; write a code such as en, es or pt-BR'),
        (["--languages", "es,xx-YY"], 'there is no language "xx-YY"; write a code such as en, es or pt-BR'),
        (
            ["--url", "example.org"],
            '"url" should be a whole web address, such as https://example.org/, not "example.org"; start with https://',
        ),
        (
            ["--repository", "hub"],
            (
                '"repository" should be a GitHub repository, such as owner/name, not "hub"; '
                "write the owner, a slash and the name"
            ),
        ),
        (
            ["--name", " "],
            'the name of the group is empty or cannot be shown; write it as in --name "Riverside Circle"',
        ),
        (["--root", "."], "--root belongs to a page, and this is a new hub"),
    ],
)
def test_what_cannot_be_used_is_refused_before_anything_is_written(
    tmp_path: Path, options: list[str], said: str
) -> None:
    assert new(tmp_path, "hub", *options) == Answer(2, f"{USAGE}{said}\n")
    assert tree(tmp_path) == {}


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert new(tmp_path, "file/hub") == Answer(1, 'Error: "file/hub" cannot be written: not a directory\n')


@pytest.mark.parametrize(
    ("zone", "settings"),
    [
        ("America/New_York", ["timezone: America/New_York", "helplines: [US]"]),
        ("US/Pacific", ["timezone: America/Los_Angeles", "helplines: [US]"]),
        ("Europe/London", ["timezone: Europe/London", "helplines: [UK]"]),
        ("Europe/Madrid", ["timezone: Europe/Madrid", "helplines: [ES, EU]"]),
        ("Europe/Dublin", ["timezone: Europe/Dublin", "helplines: [IE]"]),
        ("Europe/Rome", ["timezone: Europe/Rome", "helplines: [EU]"]),
        ("Europe/Vienna", ["timezone: Europe/Vienna", "helplines: [AT, EU]"]),
        ("Europe/Zurich", ["timezone: Europe/Zurich", "helplines: [CH]"]),
        ("America/Sao_Paulo", ["timezone: America/Sao_Paulo", "helplines: [BR]"]),
        (
            "Asia/Tokyo",
            ["timezone: Asia/Tokyo", "helplines: []    # not known yet: without a region no help line is shown"],
        ),
        (
            "UTC",
            [
                "timezone: Etc/UTC    # not known yet: write a region, a slash and a city, such as America/New_York",
                "helplines: []    # not known yet: without a region no help line is shown",
            ],
        ),
    ],
)
def test_the_computers_time_zone_tells_the_help_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, zone: str, settings: list[str]
) -> None:
    monkeypatch.setenv("TZ", zone)
    new(tmp_path, "hub")
    assert [line for line in settings_in(tmp_path / "hub") if line.startswith(("timezone", "helplines"))] == settings


@pytest.mark.parametrize(
    ("repository", "expected"),
    [
        ("Ana/Circle", "https://ana.github.io/Circle/"),
        ("Ana/ana.github.io", "https://ana.github.io/"),
        (None, None),
    ],
)
def test_github_publishes_a_repository_at_a_known_address(repository: str | None, expected: str | None) -> None:
    assert address(HubFacts("Circle", ("en",), repository=repository)) == expected


def test_an_address_that_was_named_wins(tmp_path: Path) -> None:
    new(tmp_path, "hub", "--repository", "ana/hub", "--url", "https://circle.example/")
    assert {"url: https://circle.example/", "repository: ana/hub"} < set(settings_in(tmp_path / "hub"))


def test_the_next_three_steps_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")
    assert re.sub(r"\d+ pages", "N pages", new(tmp_path, "my-hub", "--languages", "es").output) == (
        "The hub is ready in my-hub: N pages, in English and Spanish. The next three steps:\n"
        "\n"
        "1. See it:          handrail serve --root my-hub\n"
        "2. Make it yours:   site.yaml holds the name and the settings. Still to be filled in: the time zone, the "
        "regions of the help lines and where it will live (url).\n"
        "3. Publish it:      README.md says how, step by step.\n"
    )


def test_a_hub_is_called_as_its_folder(tmp_path: Path) -> None:
    new(tmp_path, "riverside-recovery_circle")
    assert settings_in(tmp_path / "riverside-recovery_circle")[0] == "name: Riverside recovery circle"


def test_the_readme_is_in_the_hubs_language(tmp_path: Path) -> None:
    new(tmp_path, "hub", "--language", "es", "--name", "Círculo del río")
    text = (tmp_path / "hub/README.md").read_text(encoding="utf-8")
    assert text.startswith("# Círculo del río\n\nEsta carpeta contiene el sitio web de nuestro grupo.")


def test_a_hub_brings_the_schemas_and_names_its_own(tmp_path: Path) -> None:
    new(tmp_path, "hub")
    files = tree(tmp_path / "hub")
    assert files["site.yaml"].startswith(b"# yaml-language-server: $schema=schemas/site.json\n")
    assert {f"schemas/{name}": text.encode() for name, text in schema_files().items()}.items() <= files.items()
    assert files[".gitignore"].splitlines()[1:3] == [b"/output/", b".handrail/"]


def test_the_workflow_names_every_action_by_its_commit(tmp_path: Path) -> None:
    new(tmp_path, "hub")
    text = (tmp_path / "hub/.github/workflows/publish.yml").read_text(encoding="utf-8")
    uses = re.findall(r"uses: (.*)", text)
    assert [re.sub(r"@[0-9a-f]{40} #", " in", action) for action in uses] == [
        "actions/checkout in v7.0.1",
        "actions/setup-python in v6.3.0",
        "actions/configure-pages in v6.0.0",
        "actions/upload-pages-artifact in v5.0.0",
        "actions/deploy-pages in v5.0.0",
    ]


def test_the_workflow_checks_suggestions_and_publishes_the_rest(tmp_path: Path) -> None:
    new(tmp_path, "hub")
    workflow = yaml.safe_load((tmp_path / "hub/.github/workflows/publish.yml").read_text(encoding="utf-8"))
    build, deploy = workflow["jobs"]["build"], workflow["jobs"]["deploy"]
    runs = [step["run"] for step in build["steps"] if "run" in step and "if" not in step]
    assert list(workflow[True]) == ["push", "pull_request", "workflow_dispatch", "schedule"]  # YAML 1.1 reads on: so
    assert runs == ['python -m pip install "handrail==0.1.*"', "handrail check"]
    assert build["steps"][-2]["run"] == 'handrail build --base-url "${{ steps.pages.outputs.base_url }}/"'
    assert build["steps"][-1]["with"] == {"path": "output", "include-hidden-files": True}
    assert {step["if"] for step in build["steps"] if "if" in step} == {"github.event_name != 'pull_request'"}
    assert deploy["if"] == "github.event_name != 'pull_request'"
    assert deploy["needs"] == "build"
    assert workflow["permissions"] == {"contents": "read"}
    assert deploy["permissions"] == {"pages": "write", "id-token": "write"}


@pytest.mark.parametrize(("version", "expected"), [("0.1.0", "0.1.*"), ("0.12.3", "0.12.*"), ("2.4.1", "2.*")])
def test_a_hub_stays_with_versions_that_read_it_alike(version: str, expected: str) -> None:
    assert bound(version) == expected
