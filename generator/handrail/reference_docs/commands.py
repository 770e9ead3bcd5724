"""Pure: the commands, from their own help."""

import re
from collections.abc import Iterator

import click

from ..cli import COMMANDS, cli
from .blocks import link, table


def commands_page() -> Iterator[str]:
    """Give the page of every command with its help and options."""
    yield "# Commands"
    yield from _help(cli)
    yield table(("Command", "What it does"), ((link(f"handrail {n}", f"handrail {n}"), COMMANDS[n]) for n in COMMANDS))
    for name in COMMANDS:
        context = click.Context(cli, info_name="handrail")
        command = cli.get_command(context, name)
        if command:
            own = click.Context(command, info_name=name, parent=context)
            yield f"## handrail {name}"
            yield f"```\nhandrail {name} {' '.join(command.collect_usage_pieces(own))}\n```"
            yield from _help(command)
            records = (param.get_help_record(own) for param in command.params if isinstance(param, click.Option))
            rows = [(f"`{record[0]}`", record[1]) for record in records if record]
            yield from [table(("Option", "What it does"), rows)] if rows else []


def _help(command: click.Command) -> Iterator[str]:
    """Give a command's help; paragraphs that click leaves as they are stand as code."""
    for block in re.split(r"\n\s*\n", command.help or ""):
        lines = [line.strip() for line in block.strip().split("\n")]
        yield "\n".join(("```", *lines[1:], "```")) if lines[0] == "\b" else " ".join(lines)
