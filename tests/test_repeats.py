"""What an article states twice: one statement with the evidence of both sentences."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from kg.evidence import REASON, is_verbatim, verified
from kg.extraction import extract
from kg.model import Claim, ClaimRef, Extraction, Modality, Polarity, TimeSpan
from kg.query import evidence_for, run_query
from kg.rdf import claims_to_triples, read_claims
from kg.records import from_record, to_line, to_record
from kg.repeats import merged
from kg.store import open_store
from kg.validate import validate
from tests.graphs import ACME, ANN, ROCKET, article, claim, ref
from tests.parsing import article as parsed
from tests.parsing import triples

if TYPE_CHECKING:
    from kg.extraction import Toolbox

FIRST, LATER, THIRD = (
    "Acme sells the Rocket 3.",
    "Shops love what Acme sells: the Rocket 3.",
    "Acme sells the Rocket 3!",
)
TEXT = article("twice", FIRST, LATER, THIRD, "Ann Lee says so.", "Ann Lee says so too.")
MAY = TimeSpan(date(2024, 5, 1), date(2024, 5, 31), "May", "month")
JUNE = TimeSpan(date(2024, 6, 1), date(2024, 6, 30), "June", "month")


def sale(sentence: str, **more: object) -> Claim:
    return claim(TEXT, sentence, ref(TEXT, ACME), ("sell", "sells"), ref(TEXT, ROCKET), **more)


def sentences(found: Claim) -> list[str]:
    return [found.evidence.sentence, *(again.evidence.sentence for again in found.more_evidence)]


def test_the_first_stays_and_takes_the_evidence_of_the_others_in_the_order_of_the_text() -> None:
    claims = sale(FIRST), sale(THIRD, confidence=0.7), sale(LATER, confidence=0.9)
    (one,) = merged([replace(claims[0], confidence=0.6), *claims[1:]])
    assert one.id == claims[0].id
    assert sentences(one) == [FIRST, LATER, THIRD]
    assert one.confidence == 0.9


def test_a_merged_statement_is_not_changed_by_merging_again() -> None:
    once = merged([sale(FIRST), sale(LATER)])
    assert merged(once) == once
    assert sentences(*merged([*once, sale(THIRD)])) == [FIRST, LATER, THIRD]


def test_twice_in_one_sentence_is_one_piece_of_evidence() -> None:
    (one,) = merged([sale(FIRST), replace(sale(FIRST), id="other", extractor="event-noun")])
    assert one.more_evidence == ()


def test_what_differs_in_any_part_stays_apart() -> None:
    ann = ref(TEXT, ANN)
    negative: Polarity = "negative"
    planned: Modality = "planned"
    others = [
        sale(LATER, polarity=negative),
        sale(LATER, modality=planned),
        sale(LATER, attributed_to=(ann,)),
        claim(TEXT, LATER, ref(TEXT, ACME), ("love", "love"), ref(TEXT, ROCKET)),
        claim(TEXT, LATER, ref(TEXT, ACME), ("sell", "sells"), None),
    ]
    assert merged([sale(FIRST), *others]) == (sale(FIRST), *others)


def test_the_undated_joins_the_dated_where_there_is_one_date() -> None:
    (one,) = merged([sale(FIRST), sale(LATER, time=MAY)])
    assert (one.time, sentences(one)) == (MAY, [FIRST, LATER])


def test_other_times_are_other_statements_and_the_undated_joins_neither() -> None:
    claims = sale(FIRST, time=MAY), sale(LATER, time=JUNE), sale(THIRD)
    assert merged(claims) == claims


def test_statements_about_one_statement_meet_when_it_does() -> None:
    first, later = sale(FIRST), sale(LATER)
    says = [
        claim(TEXT, s, ref(TEXT, ANN), ("say", "says"), ClaimRef(c.id, "Acme sells the Rocket 3", 0, 23))
        for s, c in (("Ann Lee says so.", first), ("Ann Lee says so too.", later))
    ]
    sold, said = merged([first, later, *says])
    assert isinstance(said.object, ClaimRef)
    assert said.object.claim == sold.id
    assert sentences(said) == ["Ann Lee says so.", "Ann Lee says so too."]


def twice() -> Extraction:
    return Extraction(TEXT, merged([sale(FIRST), sale(LATER)]), entities=(ACME, ROCKET))


def test_a_record_tells_every_sentence_and_comes_back() -> None:
    extraction = twice()
    record = json.loads(to_line(to_record(extraction.claims[0], extraction)))
    (again,) = record["more_evidence"]
    assert again["sentence"] == LATER
    assert TEXT.text[again["start"] : again["end"]] == LATER
    assert set(again) == {"article", "sentence", "start", "end", "published", "subject", "predicate", "object"}
    assert to_record(from_record(record), extraction) == record


def test_the_graph_has_both_sentences_is_sound_and_comes_back() -> None:
    triples_ = list(claims_to_triples([twice()]))
    report = validate(triples_)
    assert report.problems == ()
    (back,) = read_claims(triples_)
    assert back.claims == twice().claims


def test_a_query_shows_both_sentences_behind_a_row() -> None:
    with open_store(None) as store:
        store.replace([twice()])
        result = run_query(store, "SELECT ?o { ent:acme kg:sells ?o }")
        ((one, other),) = evidence_for(store, result)
    assert (one.sentence, other.sentence) == (FIRST, LATER)


def test_a_false_further_sentence_goes_and_the_statement_stays() -> None:
    extraction = twice()
    (one,) = extraction.claims
    wrong = replace(one.more_evidence[0], evidence=replace(one.more_evidence[0].evidence, sentence="Acme sells cake."))
    checked = verified(replace(extraction, claims=(replace(one, more_evidence=(wrong,)),)))
    assert checked.claims == (replace(one, more_evidence=()),)
    assert [r.reason for r in checked.rejections] == [REASON]


def test_an_article_that_repeats_itself_states_it_once(toolbox: Toolbox) -> None:
    text = "Merkel met Macron in Berlin. Analysts were surprised. Merkel met Macron in Berlin."
    extraction = extract(parsed(text), toolbox)
    met = [c for c in extraction.claims if c.predicate.label == "meet with"]
    assert triples(met) == [("Merkel", "meet with", "Macron")]
    assert [a.evidence.start for a in met[0].more_evidence] == [54]
    assert is_verbatim(met[0], text)
