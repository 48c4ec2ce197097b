"""Statements that cannot both be true: which pairs are, which only look like it, and where it shows."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kg.contradictions import contradictions, with_contradictions
from kg.model import Article, Claim, Entity, EntityRef, Extraction, Quantity, TimeSpan, Value
from kg.pipeline import build
from kg.query import named_query, run_query
from kg.rdf import claims_to_triples, read_claims
from kg.records import from_record, to_line, to_record
from kg.store import open_store
from kg.validate import validate
from tests.graphs import ACME, ANN, BOB, DAILY, GLOBEX, ONTOLOGY, ROCKET, article, claim, ref

LINES = (
    "Acme will sell Rocket 3.", "Acme was not sold.", "Acme supports Globex, Ann Lee said.",
    "Acme opposes Globex, Bob Roe of The Daily said.", "Acme is now Globex.", "Acme killed 12 people.",
)  # fmt: skip
TEXT = article("first", *LINES)
OTHER = article("other", *LINES, source="Evening Post", day=date(2024, 5, 9))
LATER = article("later", *LINES, source="Weekly", day=date(2025, 5, 9))
MAY = TimeSpan(date(2024, 5, 1), date(2024, 5, 31), "May", "month")
JUNE = TimeSpan(date(2024, 6, 1), date(2024, 6, 30), "June", "month")


def stated(verb: str = "sell", words: str = "sell", of: Entity = ROCKET, **more: object) -> Claim:
    claim_ = claim(TEXT, LINES[0], ref(TEXT, ACME), (verb, "sell"), ref(TEXT, of), **more)
    return replace(claim_, predicate=replace(claim_.predicate, text=words))


def by(*claims: Claim, where: Article = OTHER) -> Extraction:
    """The claims as another article makes them in the same words."""
    moved = (replace(c, id=f"{c.id}-2", evidence=replace(c.evidence, article=where.id)) for c in claims)
    return Extraction(where, tuple(moved))


def pairs(*extractions: Extraction) -> int:
    return len(list(contradictions(extractions, ONTOLOGY)))


def told(one: Claim) -> Extraction:
    return Extraction(TEXT, (one,))


def test_affirmed_by_one_outlet_and_negated_by_another() -> None:
    assert pairs(told(stated()), by(stated(polarity="negative"))) == 1
    assert pairs(told(stated()), by(stated(modality="denied"))) == 1


def test_of_two_speakers_in_one_article() -> None:
    said = stated(attributed_to=(ref(TEXT, ANN),))
    denied = stated(polarity="negative", attributed_to=(ref(TEXT, BOB),))
    assert pairs(Extraction(TEXT, (said, denied))) == 1


def test_relations_that_exclude_each_other() -> None:
    said = stated("support", attributed_to=(ref(TEXT, ANN),))
    other = stated("oppose", attributed_to=(ref(TEXT, BOB),))
    assert pairs(Extraction(TEXT, (said, other))) == 1
    assert pairs(Extraction(TEXT, (said, replace(other, polarity="negative")))) == 0


def test_what_is_only_opposite_in_direction_is_no_contradiction() -> None:
    assert pairs(told(stated("buy")), by(stated("sell"))) == 0
    assert pairs(told(stated("import")), by(stated("export"))) == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (stated(), stated()),
        (stated(), stated(polarity="negative", of=GLOBEX)),
        (stated(), stated(polarity="negative", modality="possible")),
        (stated(modality="planned"), stated(polarity="negative")),
        (stated(time=MAY), stated(polarity="negative", time=JUNE)),
        (stated(words="is selling"), stated(words="was not selling", polarity="negative")),
        (stated(words="sells"), stated(words="no longer sells", polarity="negative")),
    ],
)
def test_what_only_looks_contrary(one: Claim, other: Claim) -> None:
    assert pairs(told(one), by(other)) == 0


def test_one_voice_may_change_its_mind() -> None:
    assert pairs(Extraction(TEXT, (stated(), stated(polarity="negative")))) == 0


def test_undated_statements_a_year_apart_are_of_different_times() -> None:
    assert pairs(told(stated()), by(stated(polarity="negative"), where=LATER)) == 0
    assert pairs(told(stated(time=MAY)), by(stated(polarity="negative", time=MAY), where=LATER)) == 1


def toll(number: float, *, approximate: bool = False, time: TimeSpan | None = MAY, unit: str = "person") -> Claim:
    amount = Quantity(number, unit, approximate=approximate)
    value = Value(f"{number:g} people", 0, 4, amount, number)
    killed = claim(TEXT, LINES[5], ref(TEXT, ACME), ("kill", "killed"), value, quantity=amount)
    return replace(killed, id=f"{killed.id}-{number:g}", time=time)


def test_two_tolls_of_one_event_at_one_time() -> None:
    assert pairs(told(toll(12)), by(toll(15))) == 1
    assert pairs(told(toll(12)), by(toll(12))) == 0


def test_tolls_that_are_vague_or_of_different_times_do_not_contradict() -> None:
    assert pairs(told(toll(12)), by(toll(15, approximate=True))) == 0
    assert pairs(told(toll(12)), by(toll(15, time=JUNE))) == 0
    assert pairs(told(toll(12)), by(toll(15, unit="soldier"))) == 0
    assert pairs(told(toll(12, time=None)), by(toll(15, time=None))) == 0


def both() -> tuple[Extraction, ...]:
    entities = (ACME, ROCKET, DAILY, ANN)
    one = replace(told(stated(attributed_to=(ref(TEXT, ANN),))), entities=entities)
    return with_contradictions([one, replace(by(stated(polarity="negative")), entities=entities)], ONTOLOGY)


def test_the_link_goes_both_ways_and_linking_again_changes_nothing() -> None:
    one, other = both()
    assert one.claims[0].contradicts == (other.claims[0].id,)
    assert other.claims[0].contradicts == (one.claims[0].id,)
    assert with_contradictions(both(), ONTOLOGY) == both()
    assert with_contradictions(both()[:1], ONTOLOGY)[0].claims[0].contradicts == ()


def test_records_and_graph_carry_it_and_give_it_back() -> None:
    one, other = both()
    record = json.loads(to_line(to_record(one.claims[0], one)))
    assert record["contradicts"] == [other.claims[0].id]
    assert from_record(record).contradicts == one.claims[0].contradicts
    triples = list(claims_to_triples(both()))
    assert {c.contradicts for e in read_claims(triples) for c in e.claims} == {
        c.contradicts for e in both() for c in e.claims
    }


def test_the_ready_question_names_both_speakers() -> None:
    with open_store(None) as store:
        store.replace(both())
        result = run_query(store, named_query("contested").sparql)
        rows = [{key: result.labels.get(str(value), value) for key, value in row.items()} for row in result]
        store.retract(OTHER.id)
        left = run_query(store, "SELECT ?c { ?c kg:contradicts ?d }")
    assert len(rows) == 1
    assert {rows[0]["speaker"], rows[0]["opponent"]} == {"Ann Lee", "Evening Post"}
    assert list(left) == []


def test_a_contradiction_that_goes_one_way_is_found_out() -> None:
    one, other = both()
    broken = replace(other, claims=(replace(other.claims[0], contradicts=()),))
    messages = [problem.message for problem in validate(list(claims_to_triples([one, broken]))).problems]
    assert any("contradiction must go both ways" in message for message in messages)


def test_the_subject_must_be_the_same() -> None:
    one = stated()
    assert isinstance(one.subject, EntityRef)
    other = replace(stated(polarity="negative"), subject=replace(one.subject, entity=GLOBEX))
    assert pairs(told(one), by(other)) == 0


def test_a_build_finds_two_tolls_of_one_storm_on_one_day(tmp_path: Path) -> None:
    for outlet, number in (("Morning Star", 12), ("Evening Post", 15)):
        text = f"Typhoon Haiyan killed {number} people on Monday. Ministers met in Berlin."
        head = f"---\ntitle: News\nsource: {outlet}\npublished: 2024-05-07\n---\n"
        (tmp_path / f"{outlet}.md").write_text(f"{head}{text}\n", "utf-8")
    against = [claim for claim in build([tmp_path]).claims if claim.contradicts]
    assert sorted(claim.quantity.value for claim in against if claim.quantity) == [12, 15]


def test_a_build_finds_what_two_outlets_contradict_each_other_in(tmp_path: Path) -> None:
    for outlet, sentence in (
        ("Morning Star", "Germany supports the talks with Ukraine."),
        ("Evening Post", "Germany opposes the talks with Ukraine."),
        ("Weekly", "Germany considers the talks with Ukraine."),
    ):
        head = f"---\ntitle: News\nsource: {outlet}\npublished: 2024-05-06\n---\n"
        (tmp_path / f"{outlet}.md").write_text(f"{head}{sentence} Ministers met in Berlin this week.\n", "utf-8")
    graph = build([tmp_path])
    against = [claim for claim in graph.claims if claim.contradicts]
    # "the talks" are a phrase of each article, so only names can be contradicted across articles
    assert against == []
    for path in tmp_path.iterdir():
        path.write_text(path.read_text("utf-8").replace("the talks with Ukraine", "Ukraine"), "utf-8")
    graph = build([tmp_path])
    labels = {claim.predicate.label for claim in graph.claims if claim.contradicts}
    assert labels == {"support", "oppose"}
    rows = list(graph.query(named_query("contested").sparql))
    assert len(rows) == 1
