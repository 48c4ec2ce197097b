import json
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.records import (
    article_from_record,
    article_record,
    entity_from_record,
    entity_record,
    from_record,
    read_lines,
    rejection_from_record,
    rejection_record,
    statements,
    to_line,
    to_record,
)
from tests.sample import sample_extraction

KEYS = [
    "id", "subject", "predicate", "object", "qualifiers", "polarity", "modality", "attributed_to", "time", "quantity",
    "evidence", "more_evidence", "contradicts", "confidence", "extractor",
]  # fmt: skip


def test_every_record_has_every_key_in_order() -> None:
    extraction = sample_extraction()
    records = list(statements([extraction]))
    assert len(records) == len(extraction.claims)
    assert all(list(record) == KEYS for record in records)


def test_a_record_survives_json_and_back() -> None:
    extraction = sample_extraction()
    known = {entity.id: entity for entity in extraction.entities}
    for record in statements([extraction]):
        read = json.loads(to_line(record))
        assert read == record
        assert to_record(from_record(read, known), extraction) == record


def test_a_claim_comes_back_with_what_only_the_entity_table_knows() -> None:
    extraction = sample_extraction()
    known = {entity.id: entity for entity in extraction.entities}
    for claim in extraction.claims:
        again = from_record(to_record(claim, extraction), known)
        assert (again.predicate, again.evidence, again.time) == (claim.predicate, claim.evidence, claim.time)
        assert [q.role for q in again.qualifiers] == [q.role for q in claim.qualifiers]
        assert [s.entity for s in again.attributed_to] == [s.entity for s in claim.attributed_to]


def test_mentions_are_the_words_of_the_article() -> None:
    extraction = sample_extraction()
    text = extraction.article.text
    for record in statements([extraction]):
        nodes = [record["subject"], record["object"], *(q["object"] for q in record["qualifiers"])]
        for node in [*filter(None, nodes), *record["attributed_to"]]:
            assert text[node["start"] : node["end"]] == node["mention"]
        evidence = record["evidence"]
        assert text[evidence["start"] : evidence["end"]] == evidence["sentence"]


def test_an_amount_shows_its_number_as_its_value() -> None:
    amounts = [r for r in statements([sample_extraction()]) if (r["object"] or {}).get("quantity")]
    assert {"value": 5.5e9, "unit": "USD", "low": None, "high": None, "approximate": True} in [
        r["object"]["quantity"] for r in amounts
    ]
    assert all(r["object"]["value"] == r["object"]["quantity"]["value"] for r in amounts)


def test_articles_entities_and_rejections_survive() -> None:
    extraction = sample_extraction()
    article = extraction.article
    assert article_from_record(json.loads(to_line(article_record(article)))) == article
    for entity in extraction.entities:
        assert entity_from_record(json.loads(to_line(entity_record(entity, article)))) == entity
    for rejection in extraction.rejections:
        assert rejection_from_record(json.loads(to_line(rejection_record(rejection)))) == rejection


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\n", "\r"])
def test_no_text_can_break_a_line(separator: str) -> None:
    line = to_line({"label": f"a{separator}b"})
    assert line.splitlines() == [line[:-1]]
    assert json.loads(line) == {"label": f"a{separator}b"}


@pytest.mark.parametrize(("text", "place"), [("{}\n{", "line 2: not JSON"), ("[]", "line 1: expected a JSON object")])
def test_a_damaged_file_is_named_with_its_line(tmp_path: Path, text: str, place: str) -> None:
    path = tmp_path / "statements.jsonl"
    path.write_text(text, "utf-8")
    with pytest.raises(StoreError, match=place):
        list(read_lines(path))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"statements\.jsonl: cannot be read"):
        list(read_lines(tmp_path / "statements.jsonl"))
