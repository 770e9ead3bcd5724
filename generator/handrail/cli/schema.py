"""`handrail schema`."""

import json
from pathlib import Path

import click

from ..json_schema import FOLDER, documents, schema_files
from ..scaffold.files import write_generated
from .options import root_option


@click.command("schema")
@root_option
def command(root: Path) -> None:
    """Write JSON Schema files into schemas/, with which editors help while you type."""
    if not (root / "site.yaml").is_file():
        raise click.UsageError("there is no site.yaml in this folder, so it is not a hub; name the hub's with --root")
    files = schema_files()
    try:
        changed = write_generated(root / FOLDER, files)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise click.ClickException(f'"{error.filename}" cannot be written: {reason}') from None
    click.echo(f"{len(changed)} of {len(files)} files in {FOLDER}/ were written; the others were up to date.")
    click.echo(_how_to_use())


def _how_to_use() -> str:
    """Say how an editor finds the schemas: by a line in the file, or by a setting for all files."""
    setting = json.dumps({"yaml.schemas": {f"./{FOLDER}/{name}": file for name, file in documents().items()}}, indent=2)
    return f"""
An editor with the YAML language server finds a schema by the first line of the file. In site.yaml:

  # yaml-language-server: $schema={FOLDER}/site.json

and in content/places.yaml:

  # yaml-language-server: $schema=../{FOLDER}/places.json

In VS Code, install the extension YAML (redhat.vscode-yaml). One setting in .vscode/settings.json then does
for all files what these lines do for one:

{_indented(setting)}

The other files, such as resource.json, describe the headers of pages, for editors that check those."""


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.split("\n"))
