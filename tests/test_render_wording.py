"""Statements in plain English."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kg.model import Claim, Entity, EntityRef, Modality, Polarity, Predicate, Qualifier, TimeSpan
from kg.render.english import past, third_person
from kg.render.wording import attribution, sentence, verb_phrase, when
from tests.sample import sample_entity, sample_extraction


def _claim(label: str, text: str, modality: Modality = "asserted", polarity: Polarity = "positive") -> Claim:
    base = sample_extraction().claims[0]
    predicate = Predicate("x", label, label.split()[0], text, 0, 0, True)
    return replace(base, predicate=predicate, modality=modality, polarity=polarity, attributed_to=())


def test_a_statement_with_its_speakers_and_its_time() -> None:
    said = {(sentence(c), attribution(c), when(c.time)) for c in sample_extraction().claims}
    notified = "U.S. Department of Commerce notified Siemens"
    assert (notified, "according to Siemens, via Bloomberg", "by 2 July 2025") in said
    assert ("Biden administration implemented chip export restrictions", "", "October 2022") in said
    assert ("economic and trade talks were held in Geneva", "", "10–11 May 2025") in said
    assert ("NVIDIA hopes to ship", "according to NVIDIA", "") in said


@pytest.mark.parametrize(
    ("label", "text", "said"),
    [
        ("notify", "has notified", "notified"),
        ("need", "needs", "needs"),
        ("come from", "come from", "came from"),
        ("visit", "visit", "visited"),
        ("CEO of", "CEO", "is CEO of"),
        ("member of", "member", "is member of"),
        ("instance of", "giants", "is one of"),
        ("accuse of", "accused", "accused of"),
        ("be held in", "were held in", "was held in"),
        ("fulfil", "fulfilled", "fulfilled"),
        ("be part of", "is part of", "is part of"),
        ("meet with", "met with", "met with"),
        ("prevent", "to prevent", "prevented"),
        ("cut", "has cut", "cut"),
        ("have", "has", "has"),
        ("have", "has had", "had"),
        ("target", "was targeted by", "targeted"),
    ],
)
def test_the_tense_is_that_of_the_sentence_and_past_without_one(label: str, text: str, said: str) -> None:
    assert verb_phrase(_claim(label, text)) == said


@pytest.mark.parametrize(
    ("subject", "mention", "label", "text", "modality", "said"),
    [
        ("Washington politicians", "politicians", "lift", "lift", "hoped", "are hoped to lift"),
        ("talks between China and Japan", "talks", "be held in", "were held in", "asserted", "were held in"),
        ("researchers in the world", "researchers", "come from", "come from", "asserted", "come from"),
        ("NVIDIA", "they", "be told", "were told", "asserted", "was told"),
        ("NVIDIA", "we", "sell", "sell", "asserted", "sells"),
        ("NVIDIA", "we", "sell", "do not sell", "denied", "does not sell"),
        ("United States", "U.S.", "have", "have", "asserted", "had"),
    ],
)
def test_the_verb_agrees_with_its_subject(
    subject: str, mention: str, label: str, text: str, modality: Modality, said: str
) -> None:
    named = subject in ("NVIDIA", "United States")
    entity = Entity("x", subject, "Thing", named=named)
    claim = replace(_claim(label, text, modality), subject=EntityRef(entity, mention, 0, 0))
    assert verb_phrase(claim) == said


@pytest.mark.parametrize(
    ("label", "text", "modality", "said"),
    [
        ("need", "no longer needs", "asserted", "no longer needs"),
        ("need", "no longer needed", "asserted", "no longer needed"),
        ("need", "does not need", "asserted", "does not need"),
        ("sign", "did not sign", "asserted", "did not sign"),
        ("sign", "refused to sign", "asserted", "did not sign"),
        ("be behind", "is not behind", "asserted", "is not behind"),
        ("sign", "will not sign", "planned", "will not sign"),
        ("sign", "may not sign", "possible", "may not sign"),
        ("sign", "must not sign", "required", "must not sign"),
    ],
)
def test_what_is_negated_is_said_to_be(label: str, text: str, modality: Modality, said: str) -> None:
    assert verb_phrase(_claim(label, text, modality, "negative")) == said


@pytest.mark.parametrize(
    ("modality", "said"),
    [
        ("planned", "will sign"),
        ("hoped", "is hoped to sign"),
        ("possible", "may sign"),
        ("required", "must sign"),
        ("conditional", "would sign"),
        ("denied", "did not sign"),
    ],
)
def test_what_is_not_a_fact_is_not_said_as_one(modality: Modality, said: str) -> None:
    assert verb_phrase(_claim("sign", "signed", modality)) == said


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2025, 1, 1), date(2025, 3, 31), "Q1 2025"),
        (date(2024, 1, 1), date(2024, 12, 31), "2024"),
        (date(2010, 1, 1), date(2019, 12, 31), "2010s"),
        (date(2024, 2, 1), date(2024, 2, 29), "February 2024"),
        (date(2024, 2, 1), date(2024, 5, 31), "February – May 2024"),
        (date(2024, 11, 1), date(2025, 2, 28), "November 2024 – February 2025"),
        (date(2025, 4, 28), date(2025, 5, 3), "28 April – 3 May 2025"),
        (date(2024, 12, 30), date(2025, 1, 2), "30 December 2024 – 2 January 2025"),
        (date(2025, 4, 28), None, "since 28 April 2025"),
        (date(9999, 12, 1), date(9999, 12, 31), "1–31 December 9999"),
    ],
)
def test_times_read_as_people_write_them(start: date, end: date | None, said: str) -> None:
    assert when(TimeSpan(start, end, "", "interval")) == said


def test_what_a_name_already_says_is_not_said_again() -> None:
    base = next(c for c in sample_extraction().claims if c.predicate.label == "approve")
    again = Qualifier("to", EntityRef(sample_entity("China"), "China", 0, 0))
    owner = Qualifier("possessor", EntityRef(sample_entity("NVIDIA"), "its", 0, 0))
    more = Qualifier("in", EntityRef(sample_entity("Geneva"), "Geneva", 0, 0))
    said = sentence(replace(base, qualifiers=(again, owner, more)))
    assert said == "United States approved export of H20 chips to China in Geneva"


def test_verb_forms() -> None:
    assert [past(v) for v in ("approve", "supply", "ship", "offer", "sell", "pay", "have")] == [
        "approved",
        "supplied",
        "shipped",
        "offered",
        "sold",
        "paid",
        "had",
    ]
    assert [third_person(v) for v in ("pay", "supply", "push", "fix", "do")] == [
        "pays",
        "supplies",
        "pushes",
        "fixes",
        "does",
    ]
