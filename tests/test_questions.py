"""The ready questions, asked of the seed article: what a reader of it knows must be in the answer."""

from __future__ import annotations

import pytest

from kg.query import evidence_for, format_evidence, named_queries, named_query, run_query
from tests.conftest import SeedBuild

Row = dict[str, object]

EXPECTED: dict[str, Row] = {
    "events-by-type": {"code": "CONSULT", "who": "Huang Renxun", "how": "meet with", "whom": "Trump"},
    "restrictions": {
        "who": "United States",
        "how": "tighten",
        "what": "export controls on chips to China",
        "kind": "tighten",
    },
    "claims-by-outlet": {"outlet": "Observer Net", "articles": 1},
    "companies-and-products": {"company": "NVIDIA", "relation": "sell", "product": "H20"},
    "easing-of-measures": {"who": "Trump administration", "how": "relax", "measure": "export controls on H20 chips"},
    "measures-against-country": {"country": "China", "who": "United States", "measure": "tighten"},
    "money-amounts": {"amount": 17e9, "currency": "USD", "about": "Chinese market"},
    "statements-about-statements": {"who": "United States government", "relation": "assure"},
    "timeline": {"from": "2025-07-10", "to": "2025-07-10", "claim": "Huang Renxun · meet with · Trump"},
    "visits": {"who": "Huang Renxun", "where": "Beijing", "from": "2025-04-17"},
    "what-did-each-government-do": {"government": "Biden administration", "did": "implement"},
    "what-is-denied-or-negated": {"claim": "Siemens · not need · government approval", "polarity": "negative"},
    "what-is-only-possible": {"modality": "hoped", "claim": "China · buy · American semiconductors"},
    "what-is-planned": {"who": "NVIDIA", "what": "sell", "object": "H20"},
    "what-was-done-by-kind": {"kind": "move", "who": "Huang Renxun", "how": "visit", "what": "China"},
    "who-holds-which-post": {"who": "Lin Jian", "post": "spokesperson for", "where": "Chinese Foreign Ministry"},
    "who-met-whom": {"who": "Huang Renxun", "whom": "Trump", "from": "2025-07-10"},
    "who-opposes-what": {"who": "Huang Renxun", "stance": "oppose", "what": "export restrictions to China"},
    "who-said-what": {"speaker": "Lin Jian", "published": "2025-07-16"},
    "who-sells-what": {"who": "NVIDIA", "what": "H20"},
    "single-source-claims": {"subject": "Huang Renxun", "relation": "CEO of", "object": "NVIDIA"},
}
"""One row, in words, that the answer to each question must hold."""


def answer(seed: SeedBuild, name: str) -> list[Row]:
    result = run_query(seed.graph.store, named_query(name).sparql)
    return [{key: result.labels.get(str(value), value) for key, value in row.items()} for row in result]


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_the_article_answers(name: str, seed_build: SeedBuild) -> None:
    rows = answer(seed_build, name)
    assert any(EXPECTED[name].items() <= row.items() for row in rows), rows[:20]


def test_nothing_in_one_article_by_one_outlet_is_contested(seed_build: SeedBuild) -> None:
    assert answer(seed_build, "contested") == []


def test_whoever_is_talked_about_most_stands_first(seed_build: SeedBuild) -> None:
    rows = answer(seed_build, "who-is-talked-about")
    counts = [int(str(row["claims"])) for row in rows]
    assert counts == sorted(counts, reverse=True)
    assert {"Huang Renxun", "NVIDIA", "China"} <= {str(row["entity"]) for row in rows[:4]}


def test_every_ready_question_is_asked_here() -> None:
    elsewhere = {"comings-and-goings", "former-posts", "lives", "who-owns-what", "suits-and-fines"}  # test_relations.py
    others = {"contested", "who-is-talked-about"} | elsewhere
    assert {query.name for query in named_queries()} == set(EXPECTED) | others


def test_the_sentence_behind_an_answer_is_shown(seed_build: SeedBuild) -> None:
    store = seed_build.graph.store
    result = run_query(store, "SELECT ?o { ent:nvidia kg:sells ?o }")
    shown = format_evidence(result, evidence_for(store, result))
    assert "So we will begin selling H20 to the Chinese market." in shown
    assert "Huang Renxun" in shown


def test_the_commerce_department_notifies_siemens(seed_build: SeedBuild) -> None:
    result = run_query(seed_build.graph.store, "SELECT ?o { ent:us-department-of-commerce kg:notifies ?o }")
    assert "Siemens" in [result.labels.get(str(row["o"])) for row in result]
