from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg.errors import OntologyError, StoreError
from kg.model import Evidence, Extraction
from kg.rdf import claims_to_triples, to_turtle, write_turtle
from kg.rdf.terms import KG, OA, PROV, RDF, RDFS, SCHEMA
from kg.store import open_store
from kg.validate import ValidationReport, read_graph, validate
from tests.graphs import ACME, ROCKET, first, ref, second
from tests.sample import sample_extraction


def changed(without: Callable[[ox.Triple], bool] = lambda _: False, *more: ox.Triple) -> ValidationReport:
    return validate([t for t in claims_to_triples([first()]) if not without(t)] + list(more))


def messages(report: ValidationReport) -> str:
    return "\n".join(map(str, report.problems))


def test_what_we_write_is_sound() -> None:
    for found in ([first(), second()], [sample_extraction()]):
        report = validate(claims_to_triples(found))
        assert report.conforms, str(report)
        assert report.problems == (), str(report)
    assert str(report).startswith("62 claims and ") or report.claims > 0
    assert "all sound" in str(report)


def test_takes_a_store_an_rdflib_graph_and_a_file(tmp_path: Path) -> None:
    store = open_store(None)
    store.replace([first()])
    write_turtle([first()], tmp_path / "graph.ttl")
    graph = rdflib.Graph().parse(data=to_turtle([first()]), format="turtle")
    for source in (store, store.graph, graph, read_graph(tmp_path / "graph.ttl")):
        assert validate(source).conforms


@pytest.mark.parametrize(
    ("predicate", "complaint"),
    [
        (RDF["subject"], "a claim needs exactly one subject"),
        (KG["polarity"], "polarity must be positive or negative"),
        (KG["modality"], "modality must be"),
        (KG["confidence"], "confidence must be one number"),
        (KG["evidence"], "a claim needs an evidence sentence"),
        (PROV["wasDerivedFrom"], "must be derived from exactly one article"),
        (OA["hasSelector"], "evidence needs a selector"),
        (OA["exact"], "a selector needs the exact words"),
        (RDFS["label"], "an entity or value needs exactly one name"),
        (SCHEMA["articleBody"], "an article needs its text"),
        (SCHEMA["currency"], "ISO 4217"),
        (KG["attributionRank"], "an attribution needs its rank"),
        (KG["role"], "a qualifier needs its role"),
    ],
)
def test_what_is_missing_is_named(predicate: ox.NamedNode, complaint: str) -> None:
    report = changed(lambda t: t.predicate == predicate)
    assert not report.conforms
    assert complaint in messages(report)


@pytest.mark.parametrize(
    ("predicate", "value", "complaint"),
    [
        (KG["polarity"], "perhaps", 'polarity must be positive or negative (kg:polarity is "perhaps")'),
        (KG["modality"], "rumoured", "modality must be"),
        (KG["confidence"], "1.5", "confidence must be"),
    ],
)
def test_values_outside_the_lists_are_named(predicate: ox.NamedNode, value: str, complaint: str) -> None:
    triples = [ox.Triple(t.subject, t.predicate, ox.Literal(value)) if t.predicate == predicate else t
               for t in claims_to_triples([first()])]  # fmt: skip
    assert complaint in messages(validate(triples))


def test_a_message_says_which_claim_in_words() -> None:
    report = changed(lambda t: t.predicate == KG["evidence"])
    assert "(Ann Lee · CEO of · Acme): a claim needs an evidence sentence" in messages(report)


def test_a_sentence_that_the_article_does_not_have_is_an_error() -> None:
    found = first()
    wrong = replace(found.claims[0], evidence=Evidence(found.article.id, "Acme sells cake.", 0, 16))
    report = validate(claims_to_triples([Extraction(found.article, (wrong,))]))
    assert not report.conforms
    assert "quotes 'Acme sells cake.' but the article has 'Acme sells the R' at 0 to 16" in messages(report)


def test_a_mention_that_the_article_does_not_have_is_a_warning() -> None:
    found = first()
    subject = replace(ref(found.article, ACME), mention="Acne")
    report = validate(claims_to_triples([Extraction(found.article, (replace(found.claims[0], subject=subject),))]))
    assert report.conforms
    assert [problem.severity for problem in report.problems] == ["warning"]


def test_a_plain_triple_without_a_claim_is_an_error() -> None:
    report = changed(lambda _: False, ox.Triple(ox.NamedNode(ROCKET.id), KG["sells"], ox.NamedNode(ACME.id)))
    assert "ent:rocket-3 kg:sells ent:acme: is a plain triple that no claim supports" in messages(report)


def test_a_fact_without_its_plain_triple_is_an_error() -> None:
    report = changed(lambda t: t.predicate == KG["sells"])
    assert "should have its plain triple ent:acme kg:sells ent:rocket-3" in messages(report)


def test_a_claim_about_nothing_known_is_an_error() -> None:
    report = changed(lambda t: t.subject == ox.NamedNode(ACME.id) and t.predicate in (RDF["type"], RDFS["label"]))
    assert "ent:acme: takes part in statements but has no rdfs:label" in messages(report)
    assert "ent:acme: an entity or value needs a class" in messages(report)


def test_report_is_the_same_every_time_and_fits_json() -> None:
    reports = [changed(lambda t: t.predicate in (KG["polarity"], OA["exact"])) for _ in range(2)]
    assert reports[0] == reports[1]
    assert json.loads(json.dumps(reports[0].to_dict()))["conforms"] is False


def test_broken_shapes_are_told_of(tmp_path: Path) -> None:
    path = tmp_path / "shapes.ttl"
    path.write_text("kg:x a", encoding="utf-8")
    with pytest.raises(OntologyError, match="cannot be read as SHACL shapes"):
        validate(claims_to_triples([first()]), path)


def test_a_file_that_is_no_turtle_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text("<a> <b>", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot be read as Turtle"):
        read_graph(path)
    with pytest.raises(StoreError, match="cannot be read as Turtle"):
        read_graph(tmp_path / "none.ttl")


def test_two_hundred_claims_are_checked_in_time() -> None:
    sample = sample_extraction()
    many = tuple(replace(c, id=f"{c.id}{i}") for i in range(4) for c in sample.claims)
    start = time.perf_counter()
    validate(claims_to_triples([replace(sample, claims=many)]))
    assert time.perf_counter() - start < 15  # 1.2 s on an idle laptop
