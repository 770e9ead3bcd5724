"""Pure: private values that stand in a published file."""

from collections.abc import Iterator, Sequence

from ..problems import Problem, Span
from .faults import address_of, and_others, source_of
from .finished import Finished
from .private import PrivateValue
from .searching import Search

HINT = "take it out there; if people may know it, it is not private: change that in {}"
CHANCE = "take it out there; if it is another person or a mere word, write the private one longer, such as Ana M."


def leaks(finished: Finished) -> Iterator[Problem]:
    """Find private values in outputs of any format. Problems: C709.

    No message repeats a value, and no place has a line: a report shows the lines it names, and reports are public.
    """
    holders: dict[PrivateValue, list[str]] = {}
    for path, values in finished.leaks.items():
        for value in values:
            holders.setdefault(value, []).append(path)
    for value, paths in holders.items():
        for source, shown in _by_cause(finished, value, paths):
            where = f'"{address_of(shown[0])}"{and_others(len(shown) - 1, "file")}'
            kept = f"{value.source}, {value.entry}, {value.field}"
            message = f'"{value.masked}" is private ({kept}), but stands in {where}'
            hint = CHANCE if value.is_one_word else HINT.format(value.source)
            yield Problem("C709", Span(source or shown[0]), message, hint)


def _by_cause(finished: Finished, value: PrivateValue, paths: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the sources that hold a value, each with the outputs that show it, else the first output's source.

    A page's summary stands in lists and feeds as well, so what comes from no such source counts with each of them.
    """
    search = Search((value,))
    sources = dict.fromkeys(source_of(finished, path) for path in paths)
    known = {name: finished.drawn.sources[name] for name in sources if name in finished.drawn.sources}
    causes = [name for name, source in known.items() if search.found_in(name, source.data)]
    elsewhere = [path for path in paths if source_of(finished, path) not in causes]
    for cause in causes:
        yield cause, (*(path for path in paths if source_of(finished, path) == cause), *elsewhere)
    if not causes:
        yield source_of(finished, paths[0]), tuple(paths)
