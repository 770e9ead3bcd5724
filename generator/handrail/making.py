"""I/O: the second half of a build, when something changed: plan, draw what is new, write it, remember it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from .assemble import Assembly, Request, assemble
from .build import BuildRequest, BuildResult
from .decoded import Row
from .digest import digest_bytes
from .edition import Edition, Options
from .engine import engine, release_of
from .history import first_record, record_bytes
from .manifest import Manifest, Written, manifest_file, write_manifest
from .memo import read_memo, write_memo
from .output import File, Finished
from .parallel import map_parallel
from .pieces import make_pieces
from .plan import Planned
from .problems import Outcome, Problem, has_errors, in_order
from .render import Renderer
from .sources import RECORD_FILE, Hub
from .write import Writer, foreign_folder, stale

TYPST = "0.15."
WORTH_A_PROCESS = 150  # pages; below, starting a process costs more than it saves


class Drawing(NamedTuple):
    """A site drawn in memory: every file by path, fewer when there are errors, and what it was drawn from."""

    problems: tuple[Problem, ...]
    files: Mapping[str, File]
    assembly: Assembly


def make(hub: Hub, request: BuildRequest, inputs: str, manifest: Manifest | None) -> BuildResult:
    """Bring an output folder up to date with a hub."""
    output = request.output_folder
    memo = read_memo(_memo_file(request.root))
    assembly = _assembly(hub, request, memo)
    write_memo(_memo_file(request.root), assembly.new_rows, assembly.old_keys)
    foreign = foreign_folder(output, request.root, manifest)
    problems = [*assembly.problems, *([foreign] if foreign else [])]
    if assembly.renderer is None or has_errors(problems, strict=request.strict):
        return BuildResult(in_order(problems), is_written=False)
    waiting = stale(assembly.planned, manifest, output)
    made = make_pieces((item.output for item in waiting), memo, engine(), request.jobs)
    write_memo(_memo_file(request.root), made.new_rows, frozenset())
    files, found = draw_all(waiting, assembly.renderer, made.pieces, request.jobs)
    problems += found
    if has_errors(problems, strict=request.strict):
        return BuildResult(in_order(problems), is_written=False)
    before = manifest or Manifest()
    writer = Writer(output)
    kept = _write(writer, assembly, waiting, files, before, manifest_file(request.root, output))
    if request.record and assembly.edition and not writer.problems:
        _note_what_is_published(request.root, assembly.edition, writer)
    problems += writer.problems
    is_written = not writer.problems
    shown = in_order(problems)
    after = Manifest(inputs if is_written else "", shown, kept)
    if is_written or writer.changed:
        write_manifest(manifest_file(request.root, output), after)
    return BuildResult(shown, is_written, tuple(sorted(writer.changed)), len(assembly.planned))


def draw(hub: Hub, request: BuildRequest) -> Drawing:
    """Draw a whole site in memory; nothing is written, not even what a build remembers."""
    memo = read_memo(_memo_file(request.root))
    assembly = _assembly(hub, request, memo)
    if assembly.renderer is None or has_errors(assembly.problems):
        return Drawing(in_order(assembly.problems), {}, assembly)
    made = make_pieces((item.output for item in assembly.planned), memo, engine(), request.jobs)
    files, found = draw_all(assembly.planned, assembly.renderer, made.pieces, request.jobs)
    finished = {file.path: Finished(digest_bytes(file.data), len(file.data)) for file in files}
    files += _told_last(assembly.planned, finished)
    return Drawing(in_order((*assembly.problems, *found)), {file.path: file for file in files}, assembly)


def _told_last(items: Sequence[Planned], finished: Mapping[str, Finished]) -> list[File]:
    """Make the files that tell of all the others, which are finished."""
    last = (item.output for item in items if item.output.is_last)
    return [File(output.path, output.make(finished)) for output in last if output.make]


def draw_all(
    items: Sequence[Planned], renderer: Renderer, pieces: Mapping[str, bytes], jobs: int
) -> Outcome[list[File]]:
    """Make the bytes of outputs but the last ones, in several processes when there are many. Problems: T509."""

    def draw_one(item: Planned) -> Outcome[File | None]:
        return renderer.render(item.output, pieces)

    apart = [item for item in items if not item.output.has_threads and not item.output.is_last]
    outcomes = map_parallel(draw_one, apart, jobs if len(apart) > WORTH_A_PROCESS else 1)
    outcomes += [draw_one(item) for item in items if item.output.has_threads]
    files = [outcome.value for outcome in outcomes if outcome.value]
    problems: dict[tuple[str, str, int], Problem] = {}
    for outcome in outcomes:
        for problem in outcome.problems:
            problems.setdefault((problem.code, problem.span.path, problem.span.line), problem)
    return Outcome(files, tuple(problems.values()))


def assembly_of(hub: Hub, request: BuildRequest) -> Assembly:
    """Decode, link and plan a hub, with what earlier builds remembered."""
    return _assembly(hub, request, read_memo(_memo_file(request.root)))


def _assembly(hub: Hub, request: BuildRequest, memo: Mapping[str, Row]) -> Assembly:
    options = Options(request.portable, _typst())
    return assemble(hub, memo, engine(), Request(request.base_url, options, request.jobs))


def _typst() -> str:
    """Give the release of typst, if it is one of those that the extra `print` allows: others read us otherwise."""
    release = release_of("typst")
    return release if release.startswith(TYPST) else ""


def _note_what_is_published(root: Path, edition: Edition, writer: Writer) -> None:
    """Bring the record of published meetings up to date, when it is behind. Problems: P604."""
    history = edition.site.history
    if history.is_behind:
        published = history.published if history.is_kept else first_record(edition.site.meetings.all)
        writer.write_beside(root / RECORD_FILE, record_bytes(published))


def _memo_file(root: Path) -> Path:
    return root / ".handrail" / "memo.sqlite"


def _write(
    writer: Writer,
    assembly: Assembly,
    waiting: Sequence[Planned],
    files: Sequence[File],
    before: Manifest,
    remembered: Path,
) -> dict[str, Written]:
    """Write new files and remove old ones; give what the manifest shall know.

    The manifest is written once before: if the machine stops half-way, the next build still knows what is ours.
    """
    planned = {item.output.path for item in assembly.planned}
    kept = dict(before.files)
    new = {item.output.path for item in waiting} - set(kept)
    if new:
        unknown = Written("", "", "", "", "", "", 0, 0)
        write_manifest(remembered, before._replace(inputs="", files={**kept, **dict.fromkeys(new, unknown)}))
    by_path = {item.output.path: item for item in waiting}

    def put(some: Sequence[File]) -> None:
        for file in some:
            written = writer.write(by_path[file.path], file, kept.get(file.path))
            if written:
                kept[file.path] = written

    put(files)
    last = {item.output.path for item in assembly.planned if item.output.is_last}
    finished = {path: Finished(kept[path].digest, kept[path].size) for path in planned - last if path in kept}
    put(_told_last(waiting, finished))
    gone = [path for path in kept if path not in planned]
    writer.remove(gone)
    return {path: kept[path] for path in sorted(kept) if path in planned}
