"""Pure: into which files meetings go: where they stand, else files named after their source."""

from collections.abc import Iterable, Mapping, Sequence

from ..paths import slugify
from ..timefields import WEEKDAYS
from .losses import KEPT, Loss
from .settling import Settled
from .standing import FOLDER, Held, MeetingFile, Standing
from .writing import Written, header_of, meetings_file

MOST_IN_ONE_FILE = 200
NO_DAY = "other"


def files_of(settled: Sequence[Settled], held: Held, source: str) -> tuple[dict[str, str], int]:
    """Give the files that change, as they shall be, and how many meetings that the hub had change in them."""
    by_path: dict[str, list[Settled]] = {}
    stem = _stem(held, source)
    for one in settled:
        path = one.standing.path if one.standing else f"{FOLDER}{stem}{_ending(one, len(settled))}.yaml"
        by_path.setdefault(path, []).append(one)
    known = {file.path: file for file in held.meetings}
    files: dict[str, str] = {}
    changed = 0
    for path, ones in by_path.items():
        file = known.get(path)
        updates = {id(one.standing): one for one in ones if one.standing}
        different = [one for one in ones if one.standing and one.fields != one.standing.fields]
        new = [one for one in ones if one.standing is None]
        changed += len(different)
        if different or new:
            files[path] = _text(file, updates, new, source)
    return files, changed


def _text(file: MeetingFile | None, updates: Mapping[int, Settled], new: Sequence[Settled], source: str) -> str:
    old = (updates.get(id(standing), standing) for standing in file.meetings) if file else ()
    records = [Written(one.fields, _remark(one)) for one in (*old, *new)]
    return meetings_file(file.header if file else header_of(source), records)


def _remark(one: Settled | Standing) -> str:
    reasons = one.reasons if isinstance(one, Settled) and "draft" in one.fields else ()
    return f"A draft: {'; '.join(dict.fromkeys(reasons))}." if reasons else ""


def _ending(one: Settled, count: int) -> str:
    """Give the part of a file's name that tells the day, when there are many meetings."""
    if count <= MOST_IN_ONE_FILE:
        return ""
    day = one.fields.get("day")
    first = day[0] if isinstance(day, list) and day else day
    return f"-{first or NO_DAY}"


def _stem(held: Held, source: str) -> str:
    """Give the name of the files for a source: its own, unless people or another source have files of that name."""
    name, _, ending = source.rpartition(".")
    base = slugify(name or source) or "import"
    number = 1
    for stem in (base, f"{base}-{slugify(ending) or 'import'}", f"{base}-import"):
        if _may_use(stem, held, source):
            return stem
    while not _may_use(f"{base}-import-{number}", held, source):
        number += 1
    return f"{base}-import-{number}"


def _may_use(stem: str, held: Held, source: str) -> bool:
    names = {f"{FOLDER}{name}.yaml" for name in (stem, *(f"{stem}-{day}" for day in (*WEEKDAYS, NO_DAY)))}
    return all(file.source == source for file in held.meetings if file.path in names)


def gone(held: Held, source: str, settled: Iterable[Settled], slugs: set[str]) -> Iterable[Loss]:
    """Tell which meetings of the files concerned are no longer in the source; they stay."""
    touched = {one.standing.path for one in settled if one.standing}
    for file in held.meetings:
        for standing in file.meetings if file.source and (file.source == source or file.path in touched) else ():
            if standing.slug not in slugs:
                said = "is not in the file any more; delete it if the meeting has ended"
                yield Loss(standing.slug, KEPT, "the record", said, standing.path)
