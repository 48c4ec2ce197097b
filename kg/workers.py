"""Articles read by one process or several; what comes out is the same."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Generator, Sequence

from kg.errors import InputError
from kg.evidence import verified
from kg.extraction import Toolbox, extract
from kg.model import Article, Extraction

Load = Callable[[], Toolbox]

_FEW = 100
"""For no more articles than this, loading the language model in each process takes longer than it saves."""

_toolbox: Toolbox | None = None
"""What this process works with if it is a worker."""


def workers_for(articles: int, jobs: int | None) -> int:
    """How many processes read so many articles: `jobs`, by default one for each usable core if there are many.

    Raises `InputError` for fewer than one.

    >>> workers_for(3, None), workers_for(3, 8), workers_for(500, 2)
    (1, 3, 2)
    """
    if jobs is None:
        jobs = _cores() if articles > _FEW else 1
    if jobs < 1:
        raise InputError(f"--jobs {jobs}: there must be at least 1")
    return max(1, min(jobs, articles))


def extracted(articles: Sequence[Article], load: Load, jobs: int | None = 1) -> Generator[Extraction, None, None]:
    """Yield what each article states, in the order of the articles, with quotations verified.

    Each process calls `load` once. An error in an article is raised when its turn comes. Raises
    `InputError` when a process is killed, which is mostly for want of memory.
    """
    count = workers_for(len(articles), jobs)
    if count > 1:
        yield from _by_workers(articles, load, count)
        return
    tools = load()
    for article in articles:
        yield verified(extract(article, tools))


def _by_workers(articles: Sequence[Article], load: Load, count: int) -> Generator[Extraction, None, None]:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # Processes that are started anew, not forked: the same on every system, and safe beside threads.
    pool = ProcessPoolExecutor(count, get_context("spawn"), _prepare, (load,))
    try:
        yield from pool.map(_extracted, articles)
    except BrokenProcessPool as error:
        raise InputError(f"--jobs {count}: a process was killed, perhaps for want of memory; try --jobs 1") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _prepare(load: Load) -> None:
    global _toolbox
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who is interrupted is the process that waits for this one
    _toolbox = load()


def _extracted(article: Article) -> Extraction:
    assert _toolbox is not None
    return verified(extract(article, _toolbox))


def _cores() -> int:
    """The processor cores that this process may use."""
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable else os.cpu_count() or 1
