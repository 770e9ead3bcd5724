"""Pure: the loss report in plain words: first what holds for the whole file, then each record, then the counts."""

import textwrap
from collections import Counter
from collections.abc import Mapping, Sequence

from ..spelling import listed
from .importing import Imported
from .losses import CHANGED, DRAFT, DROPPED, GUESSED, KEPT, LOOK, REPAIRED, Loss, What
from .masking import longest_first, masked

MOST_ALIKE = 5
LONGEST_VALUE = 120
COLUMN = 9
WIDTH = 110
INDENT = " " * 12
DRY = "Nothing is written, because of --dry-run; it would be"
MEANINGS = {
    DROPPED: "not kept",
    DRAFT: "kept off the site until somebody looks at it",
    LOOK: "look at this",
    GUESSED: "a guess; correct it if it is wrong",
    CHANGED: "the source wins over what stood here",
    REPAIRED: "written in another way, the meaning is the same",
    KEPT: "kept as it is, or kept elsewhere",
}


def report(imported: Imported, layout: str, source: str, files: tuple[str, ...], *, dry_run: bool) -> tuple[str, ...]:
    """Give the lines of the report; `files` are those that change. Nothing private stands in it, whatever came."""
    counts = imported.counts
    losses = imported.losses
    lines = [f"{source} is {layout}. It holds {_number(counts.read, 'record')}.", ""]
    lines += _whole_file(losses)
    lines += _records(losses, imported.names)
    lines += _summary(imported, files, dry_run=dry_run)
    secrets = longest_first(imported.secrets)
    return tuple(masked(line, secrets) for line in lines)


def _number(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"


def _whole_file(losses: Sequence[Loss]) -> list[str]:
    """Give what was said about the file, and what is the same in many records, once with its count."""
    lines = [_line(loss) for loss in losses if not loss.record and not loss.together]
    counted: dict[tuple[What, str], Counter[str]] = {}
    for loss in dict.fromkeys(losses):
        if loss.together:
            counted.setdefault((loss.what, loss.said), Counter())[loss.field] += 1
    for (what, said), fields in sorted(counted.items(), key=lambda item: list(What).index(item[0][0])):
        if len(fields) == 1:
            ((field, count),) = fields.items()
            lines.append(f"  {what:<{COLUMN}} {field}: {said} ({_number(count, 'record')})")
        else:
            listing = ", ".join(f"{field} ({count})" for field, count in fields.items())
            lines.append(f"  {what:<{COLUMN}} {said}: {listing}")
    return ["In the whole file", *lines, ""] if lines else []


def _value(loss: Loss) -> str:
    return loss.value if len(loss.value) <= LONGEST_VALUE else f"{loss.value[:LONGEST_VALUE]}…"


def _line(loss: Loss) -> str:
    value = _value(loss)
    return f"  {loss.what:<{COLUMN}} {loss.field}: {loss.said}{f': {value}' if value else ''}"


def _records(losses: Sequence[Loss], names: Mapping[str, str]) -> list[str]:
    """Give the lines of each record; what says the same of many records is told in full for the first few only."""
    own = [loss for loss in losses if loss.record and not loss.together]
    alike: dict[tuple[What, str, str], list[Loss]] = {}
    by_record: dict[str, list[str]] = {}
    for loss in own:
        same = alike.setdefault((loss.what, loss.field, loss.said), [])
        if len(same) < MOST_ALIKE or _is_always_shown(loss):
            by_record.setdefault(loss.record, []).append(_line(loss))
        same.append(loss)
    lines: list[str] = []
    for record, said in by_record.items():
        name = names.get(record, "")
        lines += [f"{record}, {name}" if name else record, *said, ""]
    further = [[loss for loss in same[MOST_ALIKE:] if not _is_always_shown(loss)] for same in alike.values()]
    more = [line for rest in further if rest for line in _more(rest)]
    return [*lines, *(["And the same in further records", *more, ""] if more else [])]


def _more(losses: Sequence[Loss]) -> list[str]:
    """Give one line for many that are alike; what is lost is named, with the records it is lost from."""
    first = losses[0]
    start = f"  {first.what:<{COLUMN}} {first.field}: {first.said} ({len(losses)} more)"
    if first.what is REPAIRED:
        return [start]
    by_value: dict[str, list[str]] = {}
    for loss in losses:
        by_value.setdefault(_value(loss), []).append(loss.record)
    lines = []
    for value, records in by_value.items():
        text = f"{value + ': ' if value else ''}{', '.join(records)}"
        lines += textwrap.wrap(text, WIDTH, initial_indent=INDENT, subsequent_indent=f"{INDENT}  ")
    return [f"{start}:", *lines]


def _is_always_shown(loss: Loss) -> bool:
    """Tell whether people must see each of these, because each says something else and somebody must act."""
    return loss.what is DRAFT or (loss.what is LOOK and bool(loss.value))


def _summary(imported: Imported, files: tuple[str, ...], *, dry_run: bool) -> list[str]:
    counts = imported.counts
    parts = (
        (counts.new, "new"),
        (counts.updated, "changed"),
        (counts.unchanged, "unchanged"),
        (counts.elsewhere, "left as people wrote them"),
        (counts.dropped, "not kept"),
    )
    told = listed((f"{count} {word}" for count, word in parts if count), "and") or "none"
    lines = [f"Meetings: {told}.{f' Drafts among them: {counts.drafts}.' if counts.drafts else ''}"]
    if imported.places or imported.groups:
        lines.append(f"New places: {len(imported.places)}. New groups: {len(imported.groups)}.")
    kinds = Counter(loss.what for loss in imported.losses)
    lines += [f"  {what:<{COLUMN}} {kinds[what]:>5}  {MEANINGS[what]}" for what in What if kinds[what]]
    if not files:
        end = "Nothing would change." if dry_run else "Nothing has changed, so nothing is written."
    else:
        end = f"{DRY if dry_run else 'Written'}: {listed(files, 'and')}."
    return [*lines, "", end]
