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
from kg.graph import Graph
from kg.ids import KG, article_iri, digest
from kg.model import Article, Block, Claim, EntityRef, Extraction, Node
from kg.query import named_query, run_query

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


NEWS = (
    "Emmanuel Macron, president of France, visited Berlin.",
    "Former French President Nicolas Sarkozy visited Berlin.",
    "Renault owns a 43 percent stake in Nissan.",
    "The European Commission imposed a fine of $5 billion on Google.",
    "Lucy Hart was appointed chief executive of Siemens in 2013.",
    "Clara Weiss lives in Geneva.",
    "Siemens appointed Karl Braun as chairman in 2012.",
)

ANSWERS: dict[str, tuple[dict[str, object], ...]] = {
    "who-holds-which-post": (
        {"who": "Emmanuel Macron", "post": "president of", "where": "France"},
        {"who": "Lucy Hart", "post": "CEO of", "where": "Siemens"},
    ),
    "former-posts": ({"who": "Nicolas Sarkozy", "post": "former president of", "where": "France"},),
    "who-owns-what": ({"who": "Renault", "how": "own share of", "what": "Nissan", "amount": 43.0, "unit": "%"},),
    "suits-and-fines": ({"who": "European Commission", "how": "fine", "whom": "Google", "amount": 5e9, "unit": "USD"},),
    "lives": ({"who": "Clara Weiss", "relation": "resident of", "what": "Geneva"},),
    "comings-and-goings": ({"who": "Siemens", "how": "appoint", "whom": "Karl Braun", "from": "2012-01-01"},),
}
"""What each question must find in the news above, in words."""


@pytest.fixture(scope="module")
def news(toolbox: Toolbox) -> Graph:
    return Graph(tuple(of_sentence(text, toolbox) for text in NEWS))


@pytest.mark.parametrize("question", sorted(ANSWERS))
def test_typed_relations_answer_ready_questions(question: str, news: Graph) -> None:
    result = run_query(news.store, named_query(question).sparql)
    rows = [{key: result.labels.get(str(value), value) for key, value in row.items()} for row in result]
    for wanted in ANSWERS[question]:
        assert any(wanted.items() <= row.items() for row in rows), rows


def test_nobody_still_holds_a_former_post(news: Graph) -> None:
    held = run_query(news.store, "SELECT ?who { ?who kg:presidentOf ent:france }")
    assert [held.labels[str(row["who"])] for row in held] == ["Emmanuel Macron"]


def test_every_relation_of_the_sentences_is_a_property(toolbox: Toolbox) -> None:
    wanted = {w["relation"] for case in CASES for w in case.get("yields", [])}
    found = {KG + name for name in wanted} & {r.iri for r in toolbox.ontology.relations}
    assert len(wanted) > 40
    assert len(found) == len(wanted)
