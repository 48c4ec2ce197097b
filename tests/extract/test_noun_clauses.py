"""What a noun's that-clause says: who holds it and how real that makes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.modality import standing
from kg.extract.noun_clauses import clause_of_noun, holders, noun_of
from tests.parsing import parsed, texts, word

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "noun", "verb", "who", "modality"),
    [
        ("Iran rejected claims that it sold weapons.", "claims", "sold", ["Iran"], "denied"),
        ("Merkel expressed fears that Germany would leave the union.", "fears", "leave", ["Merkel"], "possible"),
        ("Merkel came to the conclusion that the plan failed.", "conclusion", "failed", ["Merkel"], "asserted"),
        ("Obama repeated his belief that Congress backed the bill.", "belief", "backed", ["his"], "asserted"),
        ("The bank faces claims that it sold weapons.", "claims", "sold", [], "possible"),
        ("There is no evidence that Iraq bought uranium.", "evidence", "bought", [], "denied"),
        ("The report provides evidence that Shell polluted the river.", "evidence", "polluted", [], "asserted"),
    ],
)
def test_a_clause_is_held_by_whoever_voices_the_noun(
    nlp: Language, text: str, noun: str, verb: str, who: list[str], modality: str
) -> None:
    reading = parsed(text, nlp)
    assert clause_of_noun(word(reading, noun)) == word(reading, verb)
    assert texts(holders(word(reading, noun))) == who
    assert standing(word(reading, verb)).modality == modality


def test_an_infinitive_is_no_that_clause(nlp: Language) -> None:
    reading = parsed("Iran made a promise to sell weapons.", nlp)
    assert noun_of(word(reading, "sell")) is None
