from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from kg import ids
from kg.errors import StoreError
from kg.model import Article, Claim, Entity, EntityRef, Extraction
from kg.rdf import claims_to_triples, iri, notation, read_claims, supports, term, terms, to_turtle, write_turtle
from kg.rdf.terms import KG, number, plain
from tests.graphs import ACME, ROCKET, article, claim, extractions, first, ref, second
from tests.sample import sample_extraction

SELLS, RELEASES = ids.KG + "sells", ids.KG + "releases"
HOSTILE = (
    'quote " back \\ triple """ line\nbreak\r tab\t nul\x00 bell\x07 esc\x1b[31m del\x7f nel\x85 '
    "ls\u2028 bidi\u202e bom\ufeff end\uffff"
)


def parsed(text: str) -> list[ox.Triple]:
    return [ox.Triple(*quad[:3]) for quad in map(tuple, ox.parse(text, format=ox.RdfFormat.TURTLE))]


def plain_triples(*found: Extraction, edges: str = "planned") -> set[tuple[str, str, str]]:
    triples = claims_to_triples(found, edges)  # type: ignore[arg-type]
    relations = {c.predicate.id for e in found for c in e.claims}
    return {(t.subject.value, t.predicate.value, t.object.value) for t in triples if t.predicate.value in relations}  # type: ignore[union-attr]


@given(extractions())
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_claims_survive_the_way_through_turtle(made: Extraction) -> None:
    back = read_claims(parsed(to_turtle([made])))
    assert len(back) == 1
    assert back[0].claims == made.claims
    assert replace(back[0].article, blocks=made.article.blocks) == made.article


def test_sample_of_the_seed_article_survives() -> None:
    sample = sample_extraction()
    back = read_claims(claims_to_triples([sample]))
    assert back[0].claims == sample.claims
    assert {e.id for e in back[0].entities} == {e.id for e in sample.entities} | set(map(_subject, sample.claims)) - {
        ""
    }


def _subject(made: Claim) -> str:
    return made.subject.entity.id if isinstance(made.subject, EntityRef) else ""


def test_reads_back_from_rdflib_as_well() -> None:
    graph = rdflib.Graph().parse(data=to_turtle([first(), second()]), format="turtle")
    assert {c for e in read_claims(graph) for c in e.claims} == {*first().claims, *second().claims}


def test_a_plain_triple_stands_once_for_positive_asserted_or_planned_claims() -> None:
    sale = (ACME.id, SELLS, ROCKET.id)
    assert sale in plain_triples(first())
    assert (ids.entity_iri("Globex"), RELEASES, ROCKET.id) in plain_triples(first())
    assert (ids.entity_iri("Globex"), RELEASES, ROCKET.id) not in plain_triples(first(), edges="asserted")
    both = [t for t in claims_to_triples([first(), second()]) if t.predicate.value == SELLS]
    assert len(both) == 1


@pytest.mark.parametrize("modality", ["hoped", "possible", "required", "conditional", "asked", "denied"])
def test_what_is_not_fact_or_plan_is_a_claim_only(modality: str) -> None:
    a = article("x", "Acme sells Rocket 3.")
    made = claim(a, a.text, ref(a, ACME), ("sell", "sells"), ref(a, ROCKET), modality=modality)
    assert plain_triples(Extraction(a, (made,))) == set()
    assert len(plain_triples(Extraction(a, (made,)), edges="all")) == (modality != "denied")


def test_a_negated_claim_never_makes_a_plain_triple() -> None:
    a = article("x", "Acme sells Rocket 3.")
    made = claim(a, a.text, ref(a, ACME), ("sell", "sells"), ref(a, ROCKET), polarity="negative")
    for edges in ("asserted", "planned", "all"):
        assert plain_triples(Extraction(a, (made,)), edges=edges) == set()
    assert not supports("negative", "asserted", "all")


def test_unknown_policy_is_refused() -> None:
    with pytest.raises(StoreError, match="'some' is no policy"):
        list(claims_to_triples([], "some"))  # type: ignore[arg-type]


def test_same_input_same_bytes_and_every_triple_once() -> None:
    found = (first(), second(), sample_extraction())
    assert to_turtle(found) == to_turtle(found)
    triples = list(claims_to_triples(found))
    assert len(triples) == len(set(triples))


def test_both_parsers_read_the_turtle_alike() -> None:
    text = to_turtle([first(), second()])
    ours = ox.serialize(parsed(text), format=ox.RdfFormat.N_TRIPLES)
    assert ours is not None
    assert isomorphic(rdflib.Graph().parse(data=text, format="turtle"), rdflib.Graph().parse(data=ours, format="nt"))


def test_hostile_text_stays_text() -> None:
    evil = Entity(
        ids.entity_iri("evil"), HOSTILE, "Company", ("Company", "Organization"), (HOSTILE,), same_as=("http://x/a b>",)
    )
    a = replace(article("x", HOSTILE), url="javascript:alert(1) <x>", title=HOSTILE, source=HOSTILE, authors=(HOSTILE,))
    made = claim(a, HOSTILE, EntityRef(evil, HOSTILE, 0, len(HOSTILE)), ("sell", "quote"), None)
    text = to_turtle([Extraction(a, (made,), entities=(evil,))])
    for forbidden in ("\x00", "\x1b", "\u202e", "\x07"):
        assert forbidden not in text
    assert rdflib.Graph().parse(data=text, format="turtle")
    back = read_claims(parsed(text))[0]
    assert back.article.title == HOSTILE
    assert back.article.url == a.url
    subject = back.claims[0].subject
    assert isinstance(subject, EntityRef)
    assert subject.entity.label == HOSTILE
    assert subject.entity.same_as == ("http://x/a%20b%3E",)


def test_lone_surrogates_are_replaced_without_moving_anything() -> None:
    a = article("x", "Acme \ud800 sells Rocket 3.")
    made = claim(a, a.text, ref(a, ACME), ("sell", "sells"), ref(a, ROCKET))
    back = read_claims(parsed(to_turtle([Extraction(a, (made,))])))[0]
    assert back.article.text == plain(a.text) == "Acme \ufffd sells Rocket 3."
    evidence = back.claims[0].evidence
    assert back.article.text[evidence.start : evidence.end] == evidence.sentence


def test_turtle_is_written_for_readers() -> None:
    text = to_turtle([first()])
    assert '\nent:acme a kg:Company , kg:Organization ;\n  rdfs:label "Acme" ;' in text
    assert "  kg:sells ent:rocket-3 ." in text or "  kg:sells ent:rocket-3 ;" in text
    assert text.count("\nent:acme ") == 1
    assert 'schema:datePublished "2024-05-06"^^xsd:date' in text


def test_quantities_use_the_classes_of_schema_org() -> None:
    text = to_turtle([first()])
    assert 'a schema:MonetaryAmount ;\n  schema:value "5500000000"^^xsd:decimal ;\n  schema:currency "USD"' in text
    assert number(0.1 + 0.2).value == "0.30000000000000004"
    assert number(-0.0).value == "0"


def test_speakers_keep_their_order() -> None:
    made = read_claims(claims_to_triples([first()]))[0]
    plan = next(c for c in made.claims if c.modality == "planned")
    assert [speaker.entity.label for speaker in plan.attributed_to] == ["Ann Lee", "The Daily"]


def test_time_is_an_interval_of_dates_with_open_sides() -> None:
    back = read_claims(claims_to_triples([first()]))[0]
    spans = [c.time for c in back.claims if c.time]
    assert (spans[0].start, spans[0].end, spans[0].precision) == (date(2025, 1, 1), date(2025, 12, 31), "year")


def test_the_outlet_of_an_article_is_the_entity_of_its_name() -> None:
    text = to_turtle([second()])
    assert "schema:publisher ent:evening-post" in text
    assert "\nent:evening-post a kg:NewsOutlet , kg:Organization" in text
    assert to_turtle([first()]).count("\nent:the-daily ") == 1


def test_one_entity_with_two_spellings_has_one_name_and_both_aliases() -> None:
    loud = replace(ACME, label="ACME", aliases=("ACME",))
    a = article("x", "ACME sells Rocket 3.")
    other = Extraction(a, (claim(a, a.text, ref(a, loud), ("sell", "sells"), ref(a, ROCKET)),), entities=(loud,))
    text = to_turtle([first(), other])
    assert (
        '\nent:acme a kg:Company , kg:Organization ;\n  rdfs:label "Acme" ;\n  skos:altLabel "Acme" , "ACME" ;' in text
    )


def test_relations_in_use_explain_themselves() -> None:
    triples = set(claims_to_triples([first(), second()]))
    assert (
        ox.Triple(KG["imposes"], iri("http://www.w3.org/2000/01/rdf-schema#subPropertyOf"), KG["restricts"]) in triples
    )
    assert "rel:spin-around a kg:OpenRelation" in to_turtle([second()])


def test_a_claim_without_what_it_needs_is_named() -> None:
    triples = [t for t in claims_to_triples([first()]) if t.predicate != KG["polarity"]]
    with pytest.raises(StoreError, match=r"claim/[0-9a-f]+ has no .*polarity"):
        read_claims(triples)


def test_writing_to_nowhere_is_an_error_of_one_line(tmp_path: Path) -> None:
    write_turtle([first()], tmp_path / "graph.ttl")
    assert (tmp_path / "graph.ttl").read_text("utf-8") == to_turtle([first()])
    with pytest.raises(StoreError, match="cannot be written"):
        write_turtle([first()], tmp_path / "no" / "graph.ttl")


def test_two_hundred_claims_take_less_than_a_second() -> None:
    sample = sample_extraction()
    many = [replace(c, id=f"{c.id}{i}") for i in range(4) for c in sample.claims]
    start = time.perf_counter()
    to_turtle([replace(sample, claims=tuple(many))])
    assert time.perf_counter() - start < 2  # 0.15 s on an idle laptop


def test_terms_are_shortened_where_turtle_allows() -> None:
    assert term(iri(ids.ENT + "acme")) == "ent:acme"
    assert term(iri(ids.ENT + "a.b")) == f"<{ids.ENT}a.b>"
    assert term(iri("https://example.org/x")) == "<https://example.org/x>"
    assert term(ox.Literal("hi", language="en")) == '"hi"@en'


def test_article_without_anything_but_text_is_enough() -> None:
    bare = Extraction(Article(ids.article_iri("x", "0" * 64), "x", "Nothing."))
    assert read_claims(claims_to_triples([bare])) == (bare,)


@given(st.text(), st.floats(allow_nan=False), st.integers(), st.dates(), st.booleans())
def test_the_notation_is_that_of_the_terms_it_stands_for(
    text: str, number: float, count: int, date: date, truth: bool
) -> None:
    for name, value in {
        "iri": f"{ids.ENT}{text}",
        "string": text,
        "english": text,
        "number": number,
        "whole": count,
        "day": date,
        "truth": truth,
    }.items():
        assert getattr(notation, name)(value) == term(getattr(terms, name)(value))
