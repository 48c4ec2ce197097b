"""Names that stand beside a noun and replace it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.apposed import apposed_name, same_one
from kg.extract.lists import members
from tests.parsing import parsed, texts, word

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("sentence", "head", "wanted"),
    [
        ("Her passenger and boyfriend, Matthew Smit, had injuries.", "passenger", ["Smit"]),
        ("The chairman and chief executive, Tim Cook, sold shares.", "chairman", ["Cook"]),
        ("The president and the prime minister, Viktor Orban, met.", "president", ["president", "Orban"]),
        ("Belgium defeated debutants Panama 3-0 in Sochi.", "debutants", ["Panama"]),
        ("One of the units owned by Nokia, MySpace, has agreed to pay.", "One", ["MySpace"]),
        ("One of the banks, a lender, failed.", "One", ["One"]),
    ],
)
def test_a_name_beside_a_noun_is_what_the_noun_stands_for(
    nlp: Language, sentence: str, head: str, wanted: list[str]
) -> None:
    assert texts(members(word(parsed(sentence, nlp), head))) == wanted


def test_two_of_a_pair_are_one_only_with_a_name_after_both(nlp: Language) -> None:
    reading = parsed("The chairman and founder left.", nlp)
    assert apposed_name(word(reading, "chairman")) is None
    assert not same_one(word(reading, "chairman"), word(reading, "founder"))
