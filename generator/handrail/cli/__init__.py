"""The command line. Each command is a file of its own, imported when it is called: `handrail --help` stays quick."""

import atexit
import gc
import sys
from importlib import import_module
from keyword import iskeyword

import click

from .. import __version__

BUG = 3
COMMANDS = {
    "new": "Start a hub in a folder, or a page in a hub.",
    "build": "Build the site.",
    "check": "Look for problems, in the content and in the finished pages; writes nothing.",
    "serve": "Show the site in a browser and rebuild it while you edit.",
    "import": "Read the meetings of another system into the hub.",
    "export": "Write the meetings of the hub for other systems.",
    "schema": "Write JSON Schema files, with which editors help while you type.",
    "why": "Say what a page is made from, and why it would be built again.",
    "explain": "Say what a problem code means and how to mend it.",
}


class LazyGroup(click.Group):
    """A group that knows its commands' names and imports a command when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """Give the commands in the order of their use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's signature
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command = import_module(f".{module}", __package__).command
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  # click's signature
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that was meant, or suggest one."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            from ..spelling import did_you_mean  # noqa: PLC0415  # difflib is slow to load and seldom needed

            hint = did_you_mean(name, COMMANDS, f"commands are: {', '.join(COMMANDS)}")
            raise click.UsageError(f'there is no command "{name}"; {hint}', ctx)
        return super().resolve_command(ctx, args)


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, package_name="handrail")
def cli() -> None:
    """Build an accessible site for a peer-support group from Markdown and YAML.

    Exit codes: 0 all is well, 1 problems, 2 wrong use, 3 a bug in Handrail.
    """


def main() -> None:
    """Run the command line; a bug of ours ends with code 3 and a way to report it."""
    gc.set_threshold(400_000, 50, 100)  # nearly all that a build makes lives to its end: seldom look for litter
    atexit.register(gc.freeze)  # and nobody needs to take it apart then
    try:
        cli(prog_name="handrail")
    except Exception:  # noqa: BLE001  # the one place where whatever went wrong is ours
        import traceback  # noqa: PLC0415  # needed only now

        traceback.print_exc()
        click.echo("\nThis is a bug in Handrail, not a mistake of yours. Nothing of yours was changed.", err=True)
        click.echo("Please report it with the lines above.", err=True)
        sys.exit(BUG)
