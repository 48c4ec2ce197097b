"""Work that makes many objects which all stay, and so needs no search for those that nobody uses."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """Put off the search for cycles of unused objects until the work is done.

    Without this, Python looks through everything again and again while an article's words and
    statements are made. Also a decorator.
    """
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()
