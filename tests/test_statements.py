"""Sentences and the statements they must yield: `tests/language/statements.jsonl`, one a line.

`yields` lists what must be among the statements; an empty list means that nothing may be. Names are
the labels of entities; `predicate` is the label or the lemma; what is null is not looked at.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.extraction import Toolbox, extract
from kg.ids import article_iri, digest
from kg.model import Article, Block, Claim, EntityRef, Extraction, Node

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "language" / "statements.jsonl").read_text("utf-8").splitlines()
]


def label(node: Node | None) -> str | None:
    if node is None:
        return None
    return node.entity.label if isinstance(node, EntityRef) else node.label


def of_sentence(text: str, tools: Toolbox) -> Extraction:
    article = Article(
        article_iri("sentence", digest(text)), "sentence", text, blocks=(Block(0, len(text), "paragraph"),)
    )
    return extract(article, tools)


def says(claim: Claim, wanted: dict[str, Any]) -> bool:
    speakers = [s.entity.label for s in claim.attributed_to]
    return (
        label(claim.subject) == wanted["subject"]
        and wanted["predicate"] in (claim.predicate.label, claim.predicate.lemma)
        and wanted["object"] in (None, label(claim.object))
        and claim.polarity == (wanted["polarity"] or "positive")
        and wanted["modality"] in (None, claim.modality)
        and wanted["speakers"] in (None, speakers)
    )


@pytest.mark.parametrize("case", CASES, ids=[c["text"][:60] for c in CASES])
def test_sentence_yields_its_statements(case: dict[str, Any], toolbox: Toolbox) -> None:
    claims = of_sentence(case["text"], toolbox).claims
    seen = [(label(c.subject), c.predicate.label, label(c.object), c.polarity, c.modality) for c in claims]
    for wanted in case["yields"]:
        assert any(says(claim, wanted) for claim in claims), f"{wanted} is not among {seen}"
    if not case["yields"]:
        assert not claims, seen
