"""The words of a predicate, and whose time holds for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.predicates import Wording, active, extent, frames, lacks_object, passive, time_anchors
from tests.parsing import parsed, texts, word

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("sentence", "verb", "words"),
    [
        ("Apple no longer needs approval.", "needs", "no longer needs"),
        ("Apple has not begun selling phones.", "selling", "has not begun selling"),
        ("Apple is ready to sell phones.", "sell", "is ready to sell"),
        ("Merkel pointed out an error.", "pointed", "pointed out"),
        ("Did Apple sell the unit?", "sell", "sell"),
    ],
)
def test_the_words_of_a_predicate(nlp: Language, sentence: str, verb: str, words: str) -> None:
    reading = parsed(sentence, nlp)
    assert reading.wording(*extent(word(reading, verb))) == words


def test_a_verb_of_beginning_only_frames_what_begins(nlp: Language) -> None:
    reading = parsed("Apple has not begun selling phones.", nlp)
    assert frames(word(reading, "begun"))
    assert not frames(word(reading, "selling"))
    assert texts(time_anchors(word(reading, "selling"))) == ["selling", "begun"]


def test_a_passive_is_worded_for_readers_and_by_its_base_form(nlp: Language) -> None:
    held = word(parsed("The summit was held in Geneva.", nlp), "held")
    assert passive(held, "in") == Wording("hold in", "be held in")
    assert active(held, "in") == Wording("hold in", "hold in")


def test_an_infinitive_that_describes_its_own_object_says_nothing(nlp: Language) -> None:
    assert lacks_object(word(parsed("Cook has big shoes to fill.", nlp), "fill"))
    assert not lacks_object(word(parsed("Siemens hopes to ship the turbines.", nlp), "ship"))
