"""Quantities: what is found, where it stands, and what it amounts to."""

from __future__ import annotations

import json
import math
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.quantities import QuantityMention, find_quantities

CASES = [
    json.loads(line) for line in (Path(__file__).parent / "language/quantities.jsonl").read_text("utf-8").splitlines()
]
PIECES = st.lists(
    st.sampled_from(
        "$ US$ € ¥ 5 1,426 2.5 .5 million bn crore half a an dozen to - – and or between from about over least "
        "% percent per cent "
        "percentage point times fold troops barrels people of the dollars Krona cents one two thirds quarter "
        "in out 1/0 0/3 (a day) km °C 2008 s m".split()
    ),
    max_size=12,
).flatmap(lambda words: st.sampled_from([" ".join(words), "".join(words)]))


def row(text: str, mention: QuantityMention) -> list[object]:
    noun = text[slice(*mention.noun)] if mention.noun else None
    found = mention.quantity
    if found is None:
        return [text[mention.start : mention.end], mention.kind, None, None, None, None, False, noun]
    return [
        text[mention.start : mention.end],
        mention.kind,
        found.value,
        found.unit,
        found.low,
        found.high,
        found.approximate,
        noun,
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"])
def test_case(case: dict[str, list[list[object]] | str]) -> None:
    text = str(case["text"])
    found = [row(text, m) for m in find_quantities(text)]
    assert found == [[pytest.approx(v) if isinstance(v, float) else v for v in e] for e in case["expected"]]


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 100
    assert sum(not c["expected"] for c in CASES) >= 20


@settings(max_examples=400, deadline=None)
@given(PIECES | st.text(max_size=60))
def test_offsets_order_and_numbers_always_hold(text: str) -> None:
    last = 0
    for mention in find_quantities(text):
        assert last <= mention.start < mention.end <= len(text)
        last = mention.end
        if mention.noun:
            assert mention.start < mention.noun[0] < mention.noun[1] <= mention.end
        if mention.quantity:
            assert math.isfinite(mention.quantity.value)
            assert mention.quantity.low is None or mention.quantity.low <= mention.quantity.value
            assert mention.quantity.high is None or mention.quantity.high >= mention.quantity.value


@pytest.mark.parametrize(
    "piece",
    ["1 ", "1,111,", "10 to ", "a ", "one hundred and ", "$", "9", "half a ", "5 million ", "of the ", " ", "US"],
)
def test_hostile_repetition_is_read_in_time(piece: str) -> None:
    began = time.perf_counter()
    find_quantities(piece * 4000)
    assert time.perf_counter() - began < 5
