"""`handrail why`."""

from datetime import date
from pathlib import Path

import click

from ..build import BuildRequest
from ..load import load
from ..making import assembly_of
from ..manifest import Manifest, manifest_file, read_manifest
from ..spelling import did_you_mean
from ..why import Knowledge, OnDisk, account, find, known_paths, spellings
from ..write import is_intact
from .options import base_url_option, output_option, portable_option, root_option, this_day, today_option


@click.command("why")
@click.argument("path")
@root_option
@output_option
@base_url_option
@portable_option
@today_option
def command(*, path: str, root: Path, output: Path, base_url: str | None, portable: bool, today: date | None) -> None:
    """Say what a published file is made from, and whether the next build makes it again.

    PATH is a file of the site or its folder (resources/sleep/), an address, or a file of the hub
    (content/resources/sleep.md). Nothing is written.
    """
    request = BuildRequest(root, this_day(today), output, base_url, portable)
    known = _knowledge(request)
    edition = known.assembly.edition
    asked = (*spellings(path, edition.site if edition else None), *_in_folders(path, request))
    found = find(asked, known)
    if found is None:
        hint = did_you_mean(asked[0], known_paths(known), "name a page by its address, or by its file in content/")
        raise click.UsageError(f'nothing is known about "{path}"; {hint}')
    click.echo(account(found, known, {name: _on_disk(name, known, request.output_folder) for name in found.outputs}))


def _knowledge(request: BuildRequest) -> Knowledge:
    hub = load(request.root, request.today)
    assembly = assembly_of(hub, request)
    manifest = read_manifest(manifest_file(request.root, request.output_folder))
    folder = f"{request.output_folder.name}/"
    return Knowledge(hub, assembly, manifest or Manifest(), folder, is_built=manifest is not None)


def _in_folders(path: str, request: BuildRequest) -> tuple[str, ...]:
    """Give what a path means as a file on this computer: within the output, or within the hub."""
    file = Path(path).resolve()
    folders = (request.output_folder.resolve(), request.root.resolve())
    return tuple(file.relative_to(folder).as_posix() for folder in folders if file.is_relative_to(folder))


def _on_disk(path: str, known: Knowledge, folder: Path) -> OnDisk:
    written = known.manifest.files.get(path)
    if not (folder / path).exists():
        return OnDisk.MISSING
    return OnDisk.SAME if written and is_intact(folder, path, written) else OnDisk.CHANGED
