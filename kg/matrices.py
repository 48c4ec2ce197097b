"""How a model multiplies its matrices: with NumPy, on one core.

spaCy brings a library of its own for this, BLIS, which knows no recent AMD processor and takes three
times as long there as the OpenBLAS of NumPy; on other processors they are about equal. Several cores
would mostly wait for each other, as the matrices are small. And what one core works out does not
depend on how many there are.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from ctypes import CDLL
from functools import lru_cache
from pathlib import Path

import numpy as np


def multiplying_with_numpy() -> AbstractContextManager[object]:
    """Let models that are loaded meanwhile use NumPy, unless spaCy was told to use a GPU or Apple's library."""
    from thinc.api import NumpyOps, get_current_ops, use_ops

    return use_ops("numpy", use_blis=False) if type(get_current_ops()) is NumpyOps else nullcontext()


@contextmanager
def on_one_core() -> Iterator[None]:
    """Keep NumPy's OpenBLAS to one core until the work is done; do nothing where NumPy has another library."""
    library = _openblas()
    if library is None:
        yield
        return
    cores = library.scipy_openblas_get_num_threads64_()
    library.scipy_openblas_set_num_threads64_(1)
    try:
        yield
    finally:
        library.scipy_openblas_set_num_threads64_(cores)


@lru_cache(maxsize=1)
def _openblas() -> CDLL | None:
    """The OpenBLAS that came with NumPy, where its build has one and calls its functions as is usual."""
    package = Path(np.__file__).parent
    shipped = [*package.with_name("numpy.libs").glob("*openblas*"), *package.glob(".dylibs/*openblas*")]
    libraries = [CDLL(str(path)) for path in shipped]
    return next((library for library in libraries if hasattr(library, "scipy_openblas_set_num_threads64_")), None)
