"""The exit codes that scripts and CI rely on: 0 all is well, 1 problems, 2 wrong use, 3 a bug in Handrail."""

from pathlib import Path

import pytest

from handrail import cli
from handrail.cli import build as build_command
from hubs import run, write_hub


@pytest.mark.parametrize(
    ("files", "arguments", "code"),
    [
        ({}, ("build",), 0),
        ({"content/a.md": "no header"}, ("build",), 1),
        ({"content/a.md": "no header"}, ("check",), 1),
        ({"site.yaml": "name: Circle\n"}, ("build",), 0),
        ({"site.yaml": "name: Circle\n"}, ("build", "--strict"), 1),
        ({}, ("build", "--no-such-option"), 2),
        ({}, ("bild",), 2),
        ({}, ("build", "--root", "nowhere"), 2),
        ({}, ("explain", "Y101"), 0),
        ({}, ("explain", "Z999"), 2),
    ],
)
def test_a_command_ends_with_its_code(
    files: dict[str, str], arguments: tuple[str, ...], code: int, tmp_path: Path
) -> None:
    assert run(write_hub(tmp_path, files), *arguments).exit_code == code


def test_a_bug_of_ours_ends_with_3_and_asks_for_a_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_request: object) -> None:
        raise ZeroDivisionError("one of ours")

    monkeypatch.setattr(build_command, "build", fail)
    monkeypatch.setattr("sys.argv", ["handrail", "build", "--root", str(write_hub(tmp_path, {}))])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    said = capsys.readouterr().err
    assert ended.value.code == 3
    assert "one of ours" in said
    assert "This is a bug in Handrail, not a mistake of yours. Nothing of yours was changed." in said
