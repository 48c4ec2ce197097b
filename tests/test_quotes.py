"""Quotations: where they begin and end, who says them, and whether they are a whole utterance."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.quotes import REPORTING_VERBS, find_quotations, reporting_class
from kg.language import Reading, load_model, read
from kg.model import Article, Block

CASES = [
    json.loads(line) for line in (Path(__file__).parent / "language" / "quotes.jsonl").read_text("utf-8").splitlines()
]


def reading(text: str) -> Reading:
    paragraphs = re.finditer(r"\S(?:.|\n(?!\n))*", text)
    blocks = tuple(Block(m.start(), m.end(), "paragraph") for m in paragraphs)
    return read(Article("", "case", text, blocks=blocks), load_model())


def wording(r: Reading, token: int | None) -> str | None:
    return None if token is None else r.wording(token, token + 1)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_quotations_of_a_text(case: dict[str, Any]) -> None:
    r = reading(case["text"])
    found = find_quotations(r)
    assert [r.wording(q.first, q.stop) for q in found] == [q["quote"] for q in case["quotes"]]
    assert [wording(r, q.speaker) for q in found] == [q["speaker"] for q in case["quotes"]]
    assert [wording(r, q.verb) for q in found] == [q["verb"] for q in case["quotes"]]
    for quotation, wanted in zip(found, case["quotes"], strict=True):
        assert wanted["whole"] in (None, quotation.whole)


def test_the_verb_list_is_broad_and_knows_what_kind_of_report_a_verb_makes() -> None:
    assert len(REPORTING_VERBS) >= 120
    assert REPORTING_VERBS["deny"] == "deny"
    assert REPORTING_VERBS["point out"] == "say"
    assert REPORTING_VERBS["hope"] == "hope"


def test_a_particle_belongs_to_its_verb() -> None:
    pointed = reading("Hart pointed out an error. Hart pointed at the door.").doc
    verbs = [t for t in pointed if t.lower_ == "pointed"]
    assert [reporting_class(v) for v in verbs] == ["say", None]


def test_an_article_without_prose_has_no_quotations() -> None:
    assert find_quotations(reading("")) == ()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(['"', "“", "”", "'", "Hart", "said", ".", ",", "\n\n", "we lost", " "]), max_size=25))
def test_any_run_of_marks_gives_ordered_separate_quotations(parts: list[str]) -> None:
    r = reading(" ".join(parts))
    found = find_quotations(r)
    for quotation in found:
        assert 0 <= quotation.first < quotation.stop <= len(r.doc)
        assert quotation.speaker is None or not quotation.first <= quotation.speaker < quotation.stop
    assert all(a.stop <= b.first for a, b in pairwise(found))
