"""Sentences and the statements they must yield: `tests/language/statements.jsonl`, one a line.

| key | meaning |
|---|---|
| `kind` | what the sentence is an example of |
| `text` | the sentence; its article was published on Wednesday, 16 July 2025 |
| `yields` | what must be among its statements; an empty list means that nothing may be |
| `only` | true where nothing else may be stated |
| `known` | why it fails so far; the case must then fail, so that mending it is noticed |

In each of `yields`, `subject` and `object` are what a reader calls them (no `object`: there is none), and
`predicate` is the label or the lemma. What is left out is positive, asserted and in the article's own voice
(`polarity`, `modality`, `speakers`); `time` (`2025-07-02`, or `start/end`), `quantity` (`5.5e9 USD`) and
`qualifiers` (role to label) are looked at only where they are given; a time or quantity that is null must be missing.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.extraction import Toolbox, extract
from kg.model import Claim, EntityRef, Extraction, Node, Quantity, TimeSpan
from tests.parsing import article

SENTENCES, YIELDING_NOTHING, WHOLE = 900, 150, 500
"""At least so many sentences, of which so many must yield nothing, and so many nothing besides what they must."""
KNOWN_AT_MOST = 0.05
"""Share of sentences that may be read wrongly so far."""

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "language" / "statements.jsonl").read_text("utf-8").splitlines()
]


def label(node: Node | None) -> str | None:
    if node is None:
        return None
    return node.entity.label if isinstance(node, EntityRef) else node.label


def of_sentence(text: str, tools: Toolbox) -> Extraction:
    return extract(article(text), tools)


def says(claim: Claim, wanted: dict[str, Any]) -> bool:
    return (
        label(claim.subject) == wanted["subject"]
        and wanted["predicate"] in (claim.predicate.label, claim.predicate.lemma)
        and label(claim.object) == wanted.get("object")
        and claim.polarity == wanted.get("polarity", "positive")
        and claim.modality == wanted.get("modality", "asserted")
        and speakers(claim) == wanted.get("speakers", [])
        and ("time" not in wanted or wanted["time"] == when(claim.time))
        and ("quantity" not in wanted or amount(wanted["quantity"]) == measured(claim.quantity))
        and wanted.get("qualifiers", {}).items() <= {(q.role, label(q.object)) for q in claim.qualifiers}
    )


def speakers(claim: Claim) -> list[str]:
    return [s.entity.label for s in claim.attributed_to]


def when(time: TimeSpan | None) -> str | None:
    if time is None:
        return None
    return str(time.start) if time.start == time.end else f"{time.start or ''}/{time.end or ''}"


def amount(wanted: str | None) -> tuple[float, str] | None:
    if wanted is None:
        return None
    number, unit = wanted.split(" ", 1)
    return float(number), unit


def measured(quantity: Quantity | None) -> tuple[float, str] | None:
    return (quantity.value, quantity.unit) if quantity else None


def shown(claim: Claim) -> str:
    """A claim on one line, for whoever reads a failure."""
    words = [label(claim.subject), claim.predicate.label, label(claim.object), claim.polarity, claim.modality]
    more = [f"by {' > '.join(speakers(claim))}" if claim.attributed_to else "", when(claim.time) or ""]
    more += [f"{claim.quantity.value:g} {claim.quantity.unit}"] if claim.quantity else []
    more += [f"{q.role}={label(q.object)}" for q in claim.qualifiers]
    return " | ".join([*(str(w) for w in words), *(m for m in more if m), claim.extractor])


def marked(case: dict[str, Any]) -> Any:
    known = [pytest.mark.xfail(reason=case["known"], strict=True)] if "known" in case else []
    return pytest.param(case, id=f"{case['kind']}: {case['text'][:60]}", marks=known)


@pytest.mark.parametrize("case", map(marked, CASES))
def test_sentence_yields_its_statements(case: dict[str, Any], toolbox: Toolbox) -> None:
    claims = of_sentence(case["text"], toolbox).claims
    seen = "\n".join(shown(c) for c in claims) or "nothing"
    for wanted in case["yields"]:
        assert any(says(claim, wanted) for claim in claims), f"{wanted} is not among\n{seen}"
    if case.get("only") or not case["yields"]:
        surplus = [shown(c) for c in claims if not any(says(c, wanted) for wanted in case["yields"])]
        assert not surplus, surplus


def test_the_set_keeps_its_size_and_its_sentences_that_say_nothing() -> None:
    assert len(CASES) >= SENTENCES
    assert sum(not case["yields"] for case in CASES) >= YIELDING_NOTHING
    assert sum(case.get("only", False) for case in CASES) >= WHOLE
    assert sum("known" in case for case in CASES) <= KNOWN_AT_MOST * len(CASES)
    assert len({case["text"] for case in CASES}) == len(CASES)
