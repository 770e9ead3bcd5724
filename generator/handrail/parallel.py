"""Work on many items at once, in processes that share what the parent already holds in memory."""

import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNKS_PER_PROCESS = 8

_shared: tuple[Callable[[Any], Any], Sequence[Any]] | None = None


def map_parallel(work: Callable[[Item], Result], items: Sequence[Item], jobs: int) -> list[Result]:
    """Give the result of each item, in order.

    Only results travel between processes: a forked child sees `work` and `items` as the parent does. Where forking is
    not possible, or other threads run, in whose middle a fork could stop for ever, one process does it all.
    """
    jobs = min(jobs, len(items))
    if jobs < 2 or threading.active_count() > 1:  # noqa: PLR2004  # one process needs no pool
        return [work(item) for item in items]
    import multiprocessing  # noqa: PLC0415  # slow to load, and most builds have too little to share out
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

    if "fork" not in multiprocessing.get_all_start_methods():
        return [work(item) for item in items]
    global _shared  # noqa: PLW0603  # the one way to hand a forked child something that need not be copied
    _shared = (work, items)
    try:
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(jobs, mp_context=context) as pool:
            ranges = list(_ranges(len(items), jobs * CHUNKS_PER_PROCESS))
            return [result for chunk in pool.map(_work_on, ranges) for result in chunk]
    finally:
        _shared = None


def _ranges(length: int, parts: int) -> Iterator[tuple[int, int]]:
    size = max(1, -(-length // parts))
    return ((start, min(start + size, length)) for start in range(0, length, size))


def _work_on(span: tuple[int, int]) -> list[Any]:
    if _shared is None:
        raise RuntimeError("a worker started without its work")
    work, items = _shared
    return [work(item) for item in items[span[0] : span[1]]]
