"""`handrail explain`."""

import click

from ..codes import CODES
from ..spelling import did_you_mean


@click.command("explain")
@click.argument("code")
def command(code: str) -> None:
    """Say what a problem code means, why it matters, and how to mend it."""
    entry = CODES.get(code.upper())
    if entry is None:
        hint = did_you_mean(code.upper(), CODES, f"codes are {', '.join(CODES)}")
        raise click.UsageError(f'there is no code "{code}"; {hint}')
    click.secho(f"{entry.code}: {entry.title} ({entry.severity})", bold=True)
    example = "\n".join(f"    {line}" for line in entry.example.split("\n"))
    for title, text in (("Why it matters", entry.why), ("What to do", entry.fix)):
        click.echo(f"\n{title}\n{click.wrap_text(text, 78, '  ', '  ')}")
    click.echo(f"\nFor example\n{example}")
