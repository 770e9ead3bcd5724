"""`handrail new`."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from ..kinds.kind import Kind
from ..scaffold.addition import add_entry
from ..scaffold.entry import WRITABLE, EntryWish
from ..scaffold.hub import HubWish, NewHub, new_hub
from ..scaffold.hub_texts import address
from ..scaffold.refusal import Refusal
from ..spelling import did_you_mean, listed
from ..translation import name_of
from .options import Day, this_day

KINDS = listed(WRITABLE)
HELP = f"""Start a hub in a folder, or a page or record in a hub. Nothing that exists is overwritten.

\b
handrail new my-hub --name "Riverside Circle"
handrail new resource "Better sleep"

Kinds of pages and records are {listed(WRITABLE, "and")}.
"""


@click.command("new", help=HELP)
@click.argument("what", metavar="DIR|KIND")
@click.argument("words", nargs=-1, metavar="[TITLE]")
@click.option("--name", help="For a hub: the name of the group.", metavar="TEXT")
@click.option("--language", "--lang", help="The language of the hub or page, such as en or es.", metavar="CODE")
@click.option("--languages", help="For a hub: its other languages, such as en,es.", metavar="CODES")
@click.option("--url", help="For a hub: where the site will live.", metavar="URL")
@click.option("--repository", help="For a hub: its repository on GitHub.", metavar="OWNER/NAME")
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="For a page or record: the hub's folder.",
    metavar="DIR",
)
@click.option("--today", type=Day(), help="Date it as if it were this day.", metavar="DATE")
def command(
    *,
    what: str,
    words: tuple[str, ...],
    name: str | None,
    language: str | None,
    languages: str | None,
    url: str | None,
    repository: str | None,
    root: Path | None,
    today: date | None,
) -> None:
    """Tell the two forms apart: one word is a folder, a kind and more words are a page or record."""
    for_hubs = {"--name": name, "--languages": languages, "--url": url, "--repository": repository}
    if words:
        _no_others(for_hubs, "a new hub, and this is a page")
        wish = EntryWish(_kind(what), " ".join(words), language or "")
        _add(root or Path(), wish, this_day(today))
    elif what in WRITABLE:
        message = f'a {what} needs a title, as in: handrail new {what} "A title"'
        raise click.UsageError(f"{message}; for a hub in a folder of that name, write ./{what}")
    else:
        _no_others({"--root": root}, "a page, and this is a new hub")
        others = tuple((languages or "").replace(",", " ").split())
        _start(Path(what), HubWish(name, language or "en", others, url, repository), this_day(today))


def _no_others(options: Mapping[str, object], belonging: str) -> None:
    for option, value in options.items():
        if value is not None:
            raise click.UsageError(f"{option} belongs to {belonging}")


def _kind(word: str) -> Kind:
    if word not in WRITABLE:
        hint = did_you_mean(word, WRITABLE, f"kinds are {KINDS}; a folder's name with blanks goes in quotes")
        raise click.UsageError(f'there is no kind "{word}"; {hint}')
    return WRITABLE[word]


def _add(root: Path, wish: EntryWish, today: date) -> None:
    try:
        added = add_entry(root, wish, today)
    except OSError as error:
        raise _not_written(error) from None
    if isinstance(added, Refusal):
        raise _wrong_use(added)
    where = "at the end of " if wish.kind.is_data and not wish.kind.has_folder else ""
    click.echo(f"Written: {where}{added.path}")
    click.echo(f"Address: {added.address}")


def _start(folder: Path, wish: HubWish, today: date) -> None:
    try:
        hub = new_hub(folder, wish, today)
    except OSError as error:
        raise _not_written(error) from None
    if isinstance(hub, Refusal):
        raise _wrong_use(hub)
    click.echo(_next_steps(folder, hub))


def _not_written(error: OSError) -> click.ClickException:
    return click.ClickException(f'"{error.filename}" cannot be written: {(error.strerror or str(error)).lower()}')


def _wrong_use(refusal: Refusal) -> click.UsageError:
    return click.UsageError(f"{refusal.message}; {refusal.hint}" if refusal.hint else refusal.message)


def _next_steps(folder: Path, hub: NewHub) -> str:
    facts = hub.facts
    open_questions = [
        *(["the time zone"] if facts.timezone is None else []),
        *(["the regions of the help lines"] if not facts.helplines else []),
        *(["where it will live (url)"] if address(facts) is None else []),
    ]
    missing = f" Still to be filled in: {listed(open_questions, 'and')}." if open_questions else ""
    languages = listed((name_of(language, "en") for language in facts.languages), "and")
    root = "" if folder == Path() else f" --root {folder}"
    return f"""The hub is ready in {folder}: {hub.pages} pages, in {languages}. The next three steps:

1. See it:          handrail serve{root}
2. Make it yours:   site.yaml holds the name and the settings.{missing}
3. Publish it:      README.md says how, step by step."""
