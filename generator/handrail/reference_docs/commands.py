"""Pure: the commands, from their own help."""

import re
from collections.abc import Iterator

import click

from ..cli import COMMANDS, cli
from ..problems import Problem, Related, Span
from ..reports.json_report import json_report
from .blocks import link, table

EXAMPLE = Problem(
    "F210",
    Span("content/places.yaml", 12, 9, 16),
    'there are two records with the id "library"',
    "give one of them another id",
    (Related(Span("content/places.yaml", 3, 9, 16), "it was used here first"),),
)
IN_JSON = {
    "version": "the version of this form, a number; it changes when a name goes or gets another meaning",
    "counts": "how many problems there are of each severity; all three are always there",
    "problems": "all problems, the gravest first, then by place",
    "code": "what is wrong, by a name that never changes its meaning: see [problems](problems.md)",
    "severity": "`error`, `warning` or `note`; `--strict` changes the exit code, not this",
    "path": "the file, from the hub's folder, with `/`; what comes with Handrail has a path of its own",
    "line": "the line, from 1; 0 means the whole file",
    "column": "the first character of the mistake in that line, from 1; 0 when only the line is known",
    "end": "the character behind the last one; 0 when only the start is known",
    "message": "what is wrong, in a sentence for people; it may be reworded in any release",
    "hint": "what to do about it; may be empty",
    "related": "other places that belong to it, each with `path`, `line`, `column`, `end` and `message`",
}


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
    yield from _report_for_programs()


def _report_for_programs() -> Iterator[str]:
    """Give what stands in the output of `--report json`."""
    yield "## The report for programs"
    yield (
        "With `--report json`, `handrail build` and `handrail check` print one JSON object (UTF-8) and nothing else on "
        "standard output. New names may be added in any release; leave those aside that you do not know."
    )
    yield table(("Name", "What it is"), ((f"`{name}`", words) for name, words in IN_JSON.items()))
    yield f"```json\n{json_report([EXAMPLE])}```"


def _help(command: click.Command) -> Iterator[str]:
    """Give a command's help; paragraphs that click leaves as they are stand as code."""
    for block in re.split(r"\n\s*\n", command.help or ""):
        lines = [line.strip() for line in block.strip().split("\n")]
        yield "\n".join(("```", *lines[1:], "```")) if lines[0] == "\b" else " ".join(lines)
