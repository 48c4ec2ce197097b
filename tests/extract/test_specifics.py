"""What says which: the clauses and complements that a noun needs to mean anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.phrases import brief, phrase
from kg.extract.shells import is_definite, points, says_nothing
from tests.parsing import parsed, word

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("sentence", "head", "wanted"),
    [
        ("The number of people actively seeking work rose.", "number", "number of people actively seeking work"),
        ("The report highlights the problems Nokia faces.", "problems", "problems Nokia faces"),
        ("The gland reduces the amount of hormone it needs.", "amount", "amount of hormone it needs"),
        (
            "Australia has a law which enables police to prosecute offenders.",
            "law",
            "law which enables police to prosecute offenders",
        ),
        ("Both men share the desire to find a solution.", "desire", "desire to find a solution"),
        ("Malaysia keeps the policy of turning away boats.", "policy", "policy of turning away boats"),
        (
            "He made a convincing case that the boy would go to jail.",
            "case",
            "convincing case that the boy would go to jail",
        ),
    ],
)
def test_a_noun_that_says_nothing_alone_keeps_what_says_which(
    nlp: Language, sentence: str, head: str, wanted: str
) -> None:
    reading = parsed(sentence, nlp)
    assert phrase(reading, word(reading, head)).label == wanted
    assert wanted.startswith(brief(reading, word(reading, head)).label)


@pytest.mark.parametrize(
    ("sentence", "head", "wanted"),
    [
        ("Nokia has the chips. It sold the chips that Siemens made.", "chips", "chips"),
        ("The bank has a law firm, which wrote the letter.", "firm", "law firm"),
        ("The rights to which Nokia refers are its own.", "rights", "rights"),
        ("The problem, which Nokia denied, was old.", "problem", "problem"),
    ],
)
def test_definite_things_and_what_is_only_added_stay_short(
    nlp: Language, sentence: str, head: str, wanted: str
) -> None:
    reading = parsed(sentence, nlp)
    assert phrase(reading, word(reading, head)).label == wanted


def test_a_long_clause_ends_at_a_word_that_can_stand_last(nlp: Language) -> None:
    reading = parsed(
        "Congress passed a law which enables the police of every state to prosecute the owners of the "
        "companies that sold the drugs to hospitals in the north.",
        nlp,
    )
    found = phrase(reading, word(reading, "law")).label
    assert found.startswith("law which enables the police")
    assert len(found.split()) <= 14
    assert found.split()[-1] not in ("the", "of", "to", "that")


@pytest.mark.parametrize(
    ("sentence", "head", "empty"),
    [
        ("Such moves would hurt the economy.", "moves", True),
        ("The moves failed. Such moves would hurt the economy.", "moves", False),
        ("This behavior harms the industry.", "behavior", False),
        ("The plan went its own way.", "plan", False),
        ("The effects work their way through.", "way", True),
    ],
)
def test_what_points_at_nothing_said_before_says_nothing(nlp: Language, sentence: str, head: str, empty: bool) -> None:
    reading = parsed(sentence, nlp)
    noun = [t for t in reading.doc if t.text == head][-1]
    assert says_nothing(noun, phrase(reading, noun).label) is empty


def test_pointing_and_known_phrases(nlp: Language) -> None:
    reading = parsed("This pact and the deal hurt a bank.", nlp)
    pact, deal, bank = (word(reading, w) for w in ("pact", "deal", "bank"))
    assert (points(pact), points(deal)) == (True, False)
    assert (is_definite(pact), is_definite(deal), is_definite(bank)) == (True, True, False)
