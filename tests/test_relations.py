"""Typed relations: sentences and the ontology's property that each must, or must not, state.

`tests/language/relations.jsonl` holds one sentence a line. `yields` lists relations by the local name of
their property, which a narrower one satisfies as well; what `never` lists must not stand there as a plain
fact (positive and asserted): it is former, denied, planned, or not said at all.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kg.extraction import Toolbox, extract
from kg.ids import KG, article_iri, digest
from kg.model import Article, Block, Claim, EntityRef, Extraction, Node

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "language" / "relations.jsonl").read_text("utf-8").splitlines()
]


def label(node: Node | None) -> str | None:
    if node is None:
        return None
    return node.entity.label if isinstance(node, EntityRef) else node.label


def of_sentence(text: str, tools: Toolbox) -> Extraction:
    iri = article_iri("sentence", digest(text))
    blocks = (Block(0, len(text), "paragraph"),)
    return extract(Article(iri, "sentence", text, published=date(2025, 7, 1), blocks=blocks), tools)


def is_of(claim: Claim, wanted: dict[str, Any], tools: Toolbox) -> bool:
    """Whether a claim relates the two by the relation or a narrower one, either way round if it is symmetric."""
    iri = KG + wanted["relation"]
    relation = tools.ontology.by_iri(iri)
    assert relation is not None, f"{iri} is no relation of the ontology"
    if iri not in (claim.predicate.id, *tools.ontology.ancestors(claim.predicate.id)):
        return False
    ends = (label(claim.subject), label(claim.object))
    pairs = (ends, ends[::-1]) if relation.symmetric else (ends,)
    return any(s == wanted["subject"] and wanted["object"] in (None, o) for s, o in pairs)


def stands(claim: Claim, wanted: dict[str, Any]) -> bool:
    """Whether polarity, modality, amount and beginning are those that are wanted."""
    amount = (claim.quantity.value, claim.quantity.unit) if claim.quantity else None
    begun = str(claim.time.start) if claim.time else ""
    return (
        claim.polarity == wanted.get("polarity", "positive")
        and claim.modality == wanted.get("modality", "asserted")
        and ("quantity" not in wanted or tuple(wanted["quantity"]) == amount)
        and begun.startswith(wanted.get("from", ""))
    )


@pytest.mark.parametrize("case", CASES, ids=[c["text"][:70] for c in CASES])
def test_sentence_states_its_relations_and_no_others(case: dict[str, Any], toolbox: Toolbox) -> None:
    claims = of_sentence(case["text"], toolbox).claims
    seen = [(label(c.subject), c.predicate.label, label(c.object), c.polarity, c.modality, c.time) for c in claims]
    for wanted in case.get("yields", []):
        assert any(is_of(c, wanted, toolbox) and stands(c, wanted) for c in claims), f"{wanted} is not among {seen}"
    for wrong in case.get("never", []):
        plain = {"polarity": "positive", "modality": "asserted"}
        assert not any(is_of(c, wrong, toolbox) and stands(c, plain) for c in claims), f"{wrong} is among {seen}"
