"""I/O: the composer: load, see whether anything changed, plan, make what is new, write it.

The stages that need the heavy libraries are imported only when something changed: a build with nothing to do takes
a quarter of the time, most of which Python needs to start.
"""

from datetime import date
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from .digest import digest_bytes
from .engine import engine
from .load import load
from .manifest import Manifest, manifest_file, read_manifest
from .problems import Problem, in_order
from .sources import Hub


class BuildRequest(NamedTuple):
    """A build as it was asked for; `output` is absolute or relative to the hub, `strict` stops at warnings too.

    `record` notes in the hub what of its meetings is published with it.
    """

    root: Path
    today: date
    output: Path = Path("output")
    base_url: str | None = None
    portable: bool = False
    clean: bool = False
    strict: bool = False
    jobs: int = 1
    record: bool = False

    @property
    def output_folder(self) -> Path:
        """The folder to write into."""
        return self.root / self.output


class BuildResult(NamedTuple):
    """What a build found and did: problems in order, and the paths written or removed."""

    problems: tuple[Problem, ...]
    is_written: bool
    changed: tuple[str, ...] = ()
    total: int = 0


def build(request: BuildRequest) -> BuildResult:
    """Build a site into its output folder; on any error what was there stays as it is."""
    hub = load(request.root, request.today)
    inputs = inputs_digest(hub, request)
    manifest = None if request.clean else read_manifest(manifest_file(request.root, request.output_folder))
    if manifest and manifest.inputs == inputs and _is_whole(manifest, request.output_folder):
        return BuildResult(manifest.problems, is_written=True, total=len(manifest.files))
    making = import_module(".making", __package__)
    result: BuildResult = making.make(hub, request, inputs, manifest)
    return result


def inputs_digest(hub: Hub, request: BuildRequest) -> str:
    """Digest everything a build starts from: every source, the day, the options, and the engine."""
    asked = f"{request.base_url} {request.portable} {request.strict} {request.record} {hub.today}"
    parts = [f"{source.path} {source.digest}".encode() for source in hub.sources]
    unreadable = repr(in_order(hub.problems)).encode()
    return digest_bytes(engine().encode(), asked.encode(), unreadable, *parts)


def _is_whole(manifest: Manifest, output: Path) -> bool:
    """Tell whether every file of the last build is still there, unchanged."""
    try:
        for path, written in manifest.files.items():
            facts = (output / path).lstat()
            if (facts.st_size, facts.st_mtime_ns) != (written.size, written.modified):
                return False
    except OSError:
        return False
    return bool(manifest.files)
