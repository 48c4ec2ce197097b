"""Parser errors that the shape of the tree gives away; each test sees the error first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.repair import base_form
from kg.extract.trees import attach
from kg.language import read
from tests.parsing import article, parsed, word

if TYPE_CHECKING:
    from spacy.language import Language


def link(text: str, token: str, nlp: Language) -> list[tuple[str, str]]:
    """Dependency and head of a token, as parsed and as mended."""
    before, after = word(read(article(text), nlp), token), word(parsed(text, nlp), token)
    return [(t.dep_, t.head.text) for t in (before, after)]


def test_a_past_form_after_a_comma_becomes_the_verb_of_a_sentence_without_one(nlp: Language) -> None:
    text = "Tom Smith, founder of Acme, dressed in black, embarked on a tour."
    assert link(text, "embarked", nlp) == [("acl", "Smith"), ("ROOT", "embarked")]
    assert link(text, "Smith", nlp) == [("ROOT", "Smith"), ("nsubj", "embarked")]


def test_who_climbs_to_a_person(nlp: Language) -> None:
    text = "Huang, an expert at Stanford University, who stated the facts, left."
    assert link(text, "stated", nlp) == [("relcl", "University"), ("relcl", "expert")]


def test_the_name_after_a_spokesman_is_the_spokesman(nlp: Language) -> None:
    text = "A spokesman for the representative, Richard Mills, said no."
    assert link(text, "Mills", nlp) == [("appos", "representative"), ("appos", "spokesman")]


def test_the_first_of_two_subjects_describes_the_second(nlp: Language) -> None:
    text = "The former chief, Tim Cook will leave."
    assert link(text, "chief", nlp) == [("nsubj", "leave"), ("appos", "Cook")]


def test_a_sound_tree_stays_as_it_is(nlp: Language) -> None:
    text = "The minister who signed the treaty met officials from Norway."
    before, after = read(article(text), nlp), parsed(text, nlp)
    assert [(t.dep_, t.head.i) for t in before.doc] == [(t.dep_, t.head.i) for t in after.doc]


@pytest.mark.parametrize(
    ("form", "lemma", "base"),
    [("hoped", "hop", "hope"), ("hopped", "hop", "hop"), ("fines", "fin", "fine"), ("visited", "visit", "visit")],
)
def test_a_lost_silent_e_comes_back(form: str, lemma: str, base: str) -> None:
    assert base_form(form, lemma) == base


def test_nothing_hangs_below_itself(nlp: Language) -> None:
    doc = parsed("The mayor closed the old bridge.", nlp).doc
    closed, bridge, old = (next(t for t in doc if t.text == word) for word in ("closed", "bridge", "old"))
    before = [(t.head.i, t.dep_) for t in doc]
    attach(closed, old, "dobj")
    assert [(t.head.i, t.dep_) for t in doc] == before
    attach(old, closed, "advmod")
    assert old.head == closed
    assert bridge.head == closed
