"""Words that the parser misreads: each repair, and the look-alikes it must leave alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.parsing import parsed, texts, word

if TYPE_CHECKING:
    from spacy.language import Language


def test_a_verb_joined_to_a_noun_joins_the_verb(nlp: Language) -> None:
    reading = parsed("The ministry will cut subsidies and raise fees.", nlp)
    assert (word(reading, "raise").dep_, word(reading, "raise").head.text) == ("conj", "cut")


@pytest.mark.parametrize(
    ("text", "thing", "said"),
    [
        ("The board named Paul Stein chief executive.", "Stein", "executive"),
        ("Voters elected Ana Silva president.", "Silva", "president"),
        ("Critics called the tax unfair.", "tax", "unfair"),
        ('The mayor called the plan "a disaster."', "plan", "disaster"),
    ],
)
def test_naming_has_an_object_and_a_name(nlp: Language, text: str, thing: str, said: str) -> None:
    reading = parsed(text, nlp)
    assert (word(reading, thing).dep_, word(reading, said).dep_) == ("dobj", "oprd")


def test_an_object_of_naming_may_be_a_whole_phrase(nlp: Language) -> None:
    reading = parsed("The court named the Boeing manager.", nlp)
    assert word(reading, "manager").dep_ == "dobj"
    assert word(reading, "Boeing").head.text == "manager"


def test_what_an_object_is_held_to_be_belongs_to_the_verb(nlp: Language) -> None:
    assert word(parsed("The ministry described the attack as a crime.", nlp), "as").head.text == "described"


def test_a_past_form_with_an_object_is_no_participle(nlp: Language) -> None:
    reading = parsed("The board named Paul Stein chief executive.", nlp)
    assert texts([word(reading, "named").sent.root]) == ["named"]


def test_the_first_of_two_objects_side_by_side_receives(nlp: Language) -> None:
    assert word(parsed("Boeing sold Ryanair dozens of jets.", nlp), "Ryanair").dep_ == "dative"


def test_an_adjective_with_an_article_as_subject_is_a_noun(nlp: Language) -> None:
    assert word(parsed("The union demanded that the firm raise wages.", nlp), "firm").pos_ == "NOUN"


def test_numbers_from_and_to_are_two_phrases(nlp: Language) -> None:
    reading = parsed("The population grew from 2 million to 3 million.", nlp)
    assert (word(reading, "to").dep_, word(reading, "to").head.text) == ("prep", "grew")


def test_a_cleft_says_who(nlp: Language) -> None:
    built = word(parsed("It was Siemens that built the turbine.", nlp), "built")
    assert (built.dep_, built.head.text) == ("relcl", "Siemens")


@pytest.mark.parametrize(
    ("text", "preposition", "head"),
    [
        ("Nokia supplies antennas to Vodafone.", "to", "supplies"),
        ("A jury convicted the banker of fraud.", "of", "convicted"),
        ("The hacker sold access to the site.", "to", "access"),
        ("The mayor praised the head of the school.", "of", "head"),
    ],
)
def test_phrases_that_belong_to_the_verb(nlp: Language, text: str, preposition: str, head: str) -> None:
    assert word(parsed(text, nlp), preposition).head.text == head


def test_a_name_right_after_a_verb_is_its_object(nlp: Language) -> None:
    assert (
        word(parsed("Bayern Munich beat Arsenal 3-1 on Tuesday to reach the semifinals.", nlp), "Arsenal").dep_
        == "dobj"
    )


def test_two_subjects_are_a_kind_and_its_name_or_a_list(nlp: Language) -> None:
    brewer = word(parsed("The Danish brewer Carlsberg said that it would sell the unit.", nlp), "brewer")
    army = word(parsed("The ministry of health and the army distributed masks.", nlp), "army")
    assert (brewer.dep_, brewer.head.text) == ("compound", "Carlsberg")
    assert (army.dep_, army.head.text) == ("conj", "ministry")
