"""A model that multiplies with NumPy reads what it reads otherwise, and leaves NumPy as it was."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from kg.language import load_model, shipped_model
from kg.matrices import _openblas, multiplying_with_numpy, on_one_core

TEXT = "Siemens said on Monday in Berlin that Anna Weber, who led its rail unit, would not sell the plant to Alstom."


def read(nlp: Any) -> list[tuple[Any, ...]]:
    return [(token.head.i, token.dep_, token.tag_, token.ent_type_, token.ent_iob_) for token in nlp(TEXT)]


def backends(nlp: Any) -> set[Any]:
    return {layer.ops.use_blis for layer in nlp.get_pipe("tok2vec").model.walk()}


def test_only_the_own_model_multiplies_with_numpy() -> None:
    assert backends(load_model()) == {False}
    assert backends(shipped_model()) == {True}


def test_what_is_read_stays_the_same() -> None:
    with multiplying_with_numpy():
        other = shipped_model()
    assert read(other) == read(shipped_model())


def test_another_backend_is_left_alone() -> None:
    from thinc.api import Ops, get_current_ops, set_current_ops

    before = get_current_ops()
    set_current_ops(Ops())
    try:
        with multiplying_with_numpy():
            assert type(get_current_ops()) is Ops
    finally:
        set_current_ops(before)


def test_one_core_only_meanwhile() -> None:
    library = _openblas()
    if library is None:
        pytest.skip("NumPy multiplies with another library here")
    before = library.scipy_openblas_get_num_threads64_()
    with on_one_core():
        assert library.scipy_openblas_get_num_threads64_() == 1
    assert library.scipy_openblas_get_num_threads64_() == before


def test_without_openblas_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.matrices._openblas", lambda: None)
    with on_one_core():
        assert np.ones((2, 2)).sum() == 4
