"""Times: what is found, where it stands, and which days it means."""

from __future__ import annotations

import json
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.model import TimeSpan
from kg.times import TimeMention, find_times
from kg.timing.calendar_days import month

CASES = [json.loads(line) for line in (Path(__file__).parent / "language/times.jsonl").read_text("utf-8").splitlines()]
PIECES = st.lists(
    st.sampled_from(
        "May 10 11 to from between and , 2004 2006 – - July Friday last next the of end year week in within 90 days "
        "ago for until since by Q3 fiscal 1990s early mid- summer February 29 30 every ' s ’ 0001 9999 five "
        "several".split()
    ),
    max_size=12,
).map(" ".join)


def compact(span: TimeSpan | None) -> str | None:
    """A span as the gold annotations write it."""
    if span is None:
        return None
    start, end = str(span.start or ""), str(span.end or "")
    if start == end:
        return start
    if (
        span.precision == ("month")
        and span.start
        and span == TimeSpan(*month(span.start.year, span.start.month)[:2], span.text, "month")
    ):
        return start[:7]
    if span.precision == "year" and start.endswith("-01-01") and end == f"{start[:4]}-12-31":
        return start[:4]
    return f"{start}/{end}"


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"])
def test_case(case: dict[str, object]) -> None:
    text = str(case["text"])
    published = date.fromisoformat(str(case["published"])) if case["published"] else None
    found = find_times(text, published, future=bool(case.get("future")))
    assert [[text[m.start : m.end], compact(m.span), m.kind] for m in found] == case["expected"]


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 120
    assert sum(not c["expected"] for c in CASES) >= 15


def check(text: str, mentions: tuple[TimeMention, ...]) -> None:
    last = 0
    for mention in mentions:
        assert last <= mention.start < mention.end <= len(text)
        last = mention.end
        if mention.span:
            assert mention.span.text == text[mention.start : mention.end]
            assert mention.span.start or mention.span.end
            assert not (mention.span.start and mention.span.end) or mention.span.start <= mention.span.end


@settings(max_examples=300, deadline=None)
@given(PIECES | st.text(max_size=60), st.none() | st.dates(), st.booleans())
@example("10,000 years ago and in 9999 decades", date(2025, 7, 16), False)
@example("until February 29, from 9999 to May 31", date(9999, 12, 31), True)
def test_offsets_and_order_always_hold(text: str, published: date | None, future: bool) -> None:
    check(text, find_times(text, published, future=future))


@pytest.mark.parametrize(
    "piece",
    ["1 ", "10 to ", "May ", "a ", "the last ", "in the ", "2004-", "over over ", "every ", "1,111", " ", "about "],
)
def test_hostile_repetition_is_read_in_time(piece: str) -> None:
    began = time.perf_counter()
    find_times(piece * 4000, date(2025, 7, 16))
    assert time.perf_counter() - began < 5


def test_a_sentence_is_quick() -> None:
    text = (
        "On July 15, during his visit to China, the chief executive announced that, after three months, sales "
        "may begin."
    )
    find_times(text, date(2025, 7, 16))
    began = time.perf_counter()
    for _ in range(100):
        find_times(text, date(2025, 7, 16))
    assert (time.perf_counter() - began) / 100 < 0.003  # ten times what it takes, for slow machines
