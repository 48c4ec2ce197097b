"""Who a clause is about: said, controlled, modified, shared or left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.arguments import objects
from kg.extract.forms import is_passive
from kg.extract.prepositionals import prepositionals
from kg.extract.subjects import agents, subjects
from tests.parsing import parsed, texts, word

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("sentence", "verb", "wanted"),
    [
        ("Siemens hopes to ship the turbines.", "ship", ["Siemens"]),
        ("Apple promised to sell the unit.", "sell", ["Apple"]),
        ("Siemens asked Bosch to ship the turbines.", "ship", ["Bosch"]),
        ("Apple was forced to close the plant.", "close", ["Apple"]),
        ("The senator called on Congress to pass the law.", "pass", ["Congress"]),
        ("The court prevented Apple from selling phones.", "selling", ["Apple"]),
        ("Police accused Smith of stealing cars.", "stealing", ["Smith"]),
        ("The company's decision to close the plant surprised workers.", "close", ["company"]),
        ("After meeting Macron, Merkel left Paris.", "meeting", ["Merkel"]),
        ("Washington raised tariffs, angering Beijing.", "angering", ["Washington"]),
        ("The ministry read a statement released by Siemens.", "released", ["statement"]),
        ("The minister who signed the treaty resigned.", "signed", ["minister"]),
        ("Merkel met the senators, who signed the treaty.", "signed", ["senators"]),
        ("Apple bought Beats and sold the unit.", "sold", ["Apple"]),
        ("Merkel and Macron met and signed the treaty.", "signed", ["Merkel", "Macron"]),
        ("Giants like Apple and Google sued Samsung.", "sued", ["Apple", "Google"]),
        ("There are talks in Geneva.", "are", ["talks"]),
    ],
)
def test_whom_a_clause_is_about(nlp: Language, sentence: str, verb: str, wanted: list[str]) -> None:
    assert texts(subjects(word(parsed(sentence, nlp), verb))) == wanted


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [("Close the door.", "Close"), ("The regulator authorized sending troops.", "sending")],
)
def test_a_clause_that_leaves_its_subject_open_has_none(nlp: Language, sentence: str, verb: str) -> None:
    assert subjects(word(parsed(sentence, nlp), verb)) == []


def test_a_passive_has_a_patient_and_an_agent(nlp: Language) -> None:
    verb = word(parsed("The report was published by Reuters.", nlp), "published")
    assert is_passive(verb)
    assert (texts(subjects(verb)), texts(agents(verb)), objects(verb)) == (["report"], ["Reuters"], [])


def test_a_bare_participle_after_a_noun_is_passive_and_a_finite_verb_is_not(nlp: Language) -> None:
    reading = parsed("The ministry read a statement released by Siemens.", nlp)
    assert is_passive(word(reading, "released"))
    assert not is_passive(word(reading, "read"))


def test_a_relative_clause_without_object_takes_the_noun_before_it(nlp: Language) -> None:
    verb = word(parsed("The chips that Intel sells are cheap.", nlp), "sells")
    assert (texts(subjects(verb)), texts(objects(verb))) == (["Intel"], ["chips"])


def test_prepositional_phrases_come_in_order(nlp: Language) -> None:
    verb = word(parsed("Merkel travelled to Paris with Scholz.", nlp), "travelled")
    assert [(p.preposition, p.object.text) for p in prepositionals(verb)] == [("to", "Paris"), ("with", "Scholz")]


def test_a_fixed_adverbial_is_no_participant(nlp: Language) -> None:
    verb = word(parsed("Beijing raised tariffs in response.", nlp), "raised")
    assert prepositionals(verb) == []
