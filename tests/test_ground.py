"""Propositions to claims: nodes, circumstances and the reasons why something is no claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extraction import extract
from kg.model import ClaimRef, EntityRef, Value
from tests.parsing import article, name, triples

if TYPE_CHECKING:
    from kg.extraction import Toolbox
    from kg.model import Claim, Extraction


def read(text: str, toolbox: Toolbox) -> Extraction:
    return extract(article(text), toolbox)


def by_lemma(text: str, toolbox: Toolbox) -> dict[str, Claim]:
    return {c.predicate.lemma: c for c in read(text, toolbox).claims}


def start(claim: Claim) -> str:
    return str(claim.time.start) if claim.time else ""


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("It sold the unit.", "unresolved subject 'It'"),
        ("Our profits rose sharply.", "nobody knows whose: 'Our'"),
        ("Apple owns Apple.", "subject and object are the same"),
        ("Five left Paris.", "subject 'five' is an amount or a time"),
        ("The company does.", "'do' says nothing without an object"),
    ],
)
def test_what_is_no_claim_is_rejected_with_a_reason(toolbox: Toolbox, text: str, reason: str) -> None:
    outcome = read(text, toolbox)
    assert outcome.claims == ()
    assert [(r.reason, r.sentence, r.start) for r in outcome.rejections] == [(reason, text, 0)]


def test_a_subject_owned_by_whose_is_rejected_and_the_rest_is_kept(toolbox: Toolbox) -> None:
    outcome = read("Sony, whose profits fell, left Japan.", toolbox)
    assert triples(outcome.claims) == [("Sony", "leave", "Japan")]
    assert ["whose" in r.reason for r in outcome.rejections] == [True]


def test_a_passive_with_an_agent_is_stated_of_the_agent(toolbox: Toolbox) -> None:
    assert triples(read("Nokia was bought by Microsoft.", toolbox).claims) == [("Microsoft", "buy", "Nokia")]


def test_an_owner_inside_the_subject_qualifies_the_statement(toolbox: Toolbox) -> None:
    (claim,) = read("Apple's profits fell.", toolbox).claims
    assert [(q.role, name(q.object)) for q in claim.qualifiers] == [("possessor", "Apple")]
    assert claim.object is None


def test_a_place_inside_the_subject_qualifies_the_statement(toolbox: Toolbox) -> None:
    (claim,) = read("Officials in London met Macron.", toolbox).claims
    assert [(q.role, name(q.object)) for q in claim.qualifiers] == [("in", "London")]


def test_money_is_a_value_and_counted_things_are_things(toolbox: Toolbox) -> None:
    (paid,) = read("Nokia paid $5 billion.", toolbox).claims
    (bought,) = read("Nokia bought 30,000 phones.", toolbox).claims
    assert isinstance(paid.object, Value)
    assert isinstance(bought.object, EntityRef)
    assert paid.quantity is not None
    assert (paid.quantity.value, paid.quantity.unit) == (5e9, "USD")
    assert bought.quantity is not None
    assert (bought.quantity.value, bought.quantity.unit) == (30000, "phone")


def test_a_share_of_people_may_act(toolbox: Toolbox) -> None:
    assert triples(read("Half of the researchers left Google.", toolbox).claims) == [
        ("half of the researchers", "leave", "Google")
    ]


def test_equal_phrases_of_one_article_are_one_node_of_that_article(toolbox: Toolbox) -> None:
    first, second = read("The talks failed. The talks resumed.", toolbox).claims
    assert isinstance(first.subject, EntityRef)
    assert isinstance(second.subject, EntityRef)
    assert first.subject.entity == second.subject.entity
    assert not first.subject.entity.named
    (other,) = read("The talks failed.", toolbox).claims
    assert isinstance(other.subject, EntityRef)
    assert other.subject.entity.id != first.subject.entity.id


def test_what_was_said_points_at_its_own_claim(toolbox: Toolbox) -> None:
    said, sold = read("Merkel said that Nokia sold the unit.", toolbox).claims
    assert isinstance(said.object, ClaimRef)
    assert said.object.claim == sold.id
    assert (said.attributed_to, [s.entity.label for s in sold.attributed_to]) == ((), ["Merkel"])


def test_a_time_before_two_verbs_holds_for_both(toolbox: Toolbox) -> None:
    found = by_lemma("On Monday, Merkel met Macron and signed the treaty.", toolbox)
    assert {lemma: start(c) for lemma, c in found.items()} == {"meet": "2025-07-14", "sign": "2025-07-14"}


def test_a_time_after_the_second_verb_is_its_own(toolbox: Toolbox) -> None:
    found = by_lemma("Merkel met Macron and signed the treaty on Monday.", toolbox)
    assert {lemma: start(c) for lemma, c in found.items()} == {"meet": "", "sign": "2025-07-14"}


def test_the_words_of_predicate_and_nodes_stand_where_they_are_said_to(toolbox: Toolbox) -> None:
    text = "Apple no longer needs the approval."
    (claim,) = read(text, toolbox).claims
    assert text[claim.predicate.start : claim.predicate.end] == claim.predicate.text == "no longer needs"
    assert text[claim.subject.start : claim.subject.end] == "Apple"
    assert claim.object is not None
    assert text[claim.object.start : claim.object.end] == "approval"
    assert claim.polarity == "negative"


def test_an_unknown_relation_stays_open_and_a_known_one_is_canonical(toolbox: Toolbox) -> None:
    (known,) = read("Microsoft bought Nokia.", toolbox).claims
    (open_,) = read("Merkel photographed Macron.", toolbox).claims
    assert (known.predicate.canonical, open_.predicate.canonical) == (True, False)
    assert open_.predicate.id.endswith("/relation/photograph")


def test_a_judgement_qualifies_what_is_judged(toolbox: Toolbox) -> None:
    (claim,) = read("Merkel found the fees unreasonable.", toolbox).claims
    assert triples([claim]) == [("Merkel", "find", "fees")]
    assert [(q.role, name(q.object)) for q in claim.qualifiers] == [("as", "unreasonable")]
