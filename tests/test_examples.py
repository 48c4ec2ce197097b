"""Each example of the ontology is read by the whole pipeline: sentence in, statement out."""

from __future__ import annotations

import pytest

from kg import ids
from kg.extraction import Toolbox, extract
from kg.language import load_model
from kg.model import Article, Block, Claim, EntityRef, Node
from kg.ontology import Example, Relation, load_ontology

EXAMPLES = [(relation, example) for relation in load_ontology().relations for example in relation.examples]


@pytest.fixture(scope="module")
def tools() -> Toolbox:
    return Toolbox(load_model())


def read(sentence: str, tools: Toolbox) -> tuple[Claim, ...]:
    digest = ids.digest(sentence)
    block = Block(0, len(sentence), "paragraph")
    return extract(Article(ids.article_iri("x", digest), "x", sentence, blocks=(block,), digest=digest), tools).claims


def name(node: Node | None) -> str:
    if node is None:
        return "-"
    return node.entity.label if isinstance(node, EntityRef) else node.label


@pytest.mark.parametrize(
    ("relation", "example"), EXAMPLES, ids=[relation.iri.rpartition("#")[2] for relation, _ in EXAMPLES]
)
def test_example_is_read(relation: Relation, example: Example, tools: Toolbox) -> None:
    claims = read(example.sentence, tools)
    found = [(name(c.subject), c.predicate.label, name(c.object), c.predicate.id) for c in claims]
    assert (example.subject, example.label, example.object, relation.iri) in found
