"""`handrail serve`: the port it takes, the hub it wants, and how it opens the browser and ends."""

import os
import signal
import sys
from contextlib import ExitStack, closing, suppress
from pathlib import Path

import pytest
from click import BadParameter
from click.testing import CliRunner

from handrail.cli.serve import command, listen
from hubs import write_hub
from previews import DEADLINE, running_command, until, write_tiny_hub


def test_a_port_in_use_is_passed_over() -> None:
    with closing(listen(0)) as taken:
        first = taken.getsockname()[1]
        with closing(listen(first)) as other:
            assert other.getsockname()[1] in range(first + 1, first + 10)


def test_ports_that_are_all_in_use_are_wrong_use(tmp_path: Path) -> None:
    write_hub(tmp_path, {})
    with ExitStack() as stack:
        with suppress(BadParameter):  # somebody else has it
            stack.enter_context(listen(65_535))
        result = CliRunner().invoke(command, ["--root", str(tmp_path), "--port", "65535"])
    assert (result.exit_code, "none of the ports 65535 to 65535 can be used" in result.output) == (2, True)


def test_a_folder_that_is_no_hub_is_not_watched(tmp_path: Path) -> None:
    result = CliRunner().invoke(command, ["--root", str(tmp_path)])
    assert (result.exit_code, result.output.splitlines()[0]) == (
        1,
        "error[L101]: there is no site.yaml in this folder, so it is not a hub",
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl-C to a whole console")
def test_ctrl_c_ends_the_preview_quietly(tmp_path: Path) -> None:
    write_tiny_hub(tmp_path)
    with running_command(tmp_path) as process:
        lines = [process.stdout.readline() for _ in range(2)] if process.stdout else []
        process.send_signal(signal.SIGINT)
        rest, mistakes = process.communicate(timeout=DEADLINE)
    assert (process.returncode, [line.split(" ")[0] for line in lines], rest, mistakes) == (0, ["The", "built"], "", "")


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl-C to a whole console")
def test_the_browser_is_opened_when_asked_for(tmp_path: Path) -> None:
    write_tiny_hub(tmp_path)
    opened = tmp_path / "opened.txt"
    browser = f'{sys.executable} -c \'open(__import__("sys").argv[1],"w").write(__import__("sys").argv[2])\' '
    with running_command(tmp_path, "--open", BROWSER=f"{browser} {opened} %s") as process:
        address = process.stdout.readline().split(" ")[4] if process.stdout else ""
        until(lambda: opened.exists() and opened.read_text() != "")
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=DEADLINE)
    assert opened.read_text() == address
