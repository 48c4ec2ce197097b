"""Who says so: the chain of speakers behind a clause, innermost first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.attribution import Attribution
from kg.extract.quotes import find_quotations
from tests.parsing import parsed, texts, word

if TYPE_CHECKING:
    from spacy.language import Language

_CHAIN = "Reuters reported that Merkel told Macron that analysts believe that Nokia sold the unit."
_SOURCE = "According to a statement released by Siemens, Nokia sold the unit."


@pytest.mark.parametrize(
    ("text", "verb", "speakers"),
    [
        ("Nokia sold the unit.", "sold", []),
        ("Merkel said that Nokia sold the unit.", "said", []),
        ("Merkel said that Nokia sold the unit.", "sold", ["Merkel"]),
        ("It was reported by Reuters that Nokia sold the unit.", "sold", ["Reuters"]),
        (_CHAIN, "sold", ["analysts", "Merkel", "Reuters"]),
        (_CHAIN, "told", ["Reuters"]),
        ("According to Siemens, Nokia sold the unit.", "sold", ["Siemens"]),
        ("Reuters reported that, according to Siemens, Nokia sold the unit.", "sold", ["Siemens", "Reuters"]),
        (_SOURCE, "sold", ["Siemens"]),
        (_SOURCE, "released", []),
        ("A report by Reuters said that Nokia sold the unit.", "sold", ["Reuters"]),
        ("Siemens' statement said that Nokia sold the unit.", "sold", ["Siemens"]),
        ("Siemens issued a notice. The notice said that Nokia sold the unit.", "sold", ["Siemens"]),
        ('"Nokia sold the unit," Merkel said.', "sold", ["Merkel"]),
        ("Nokia claims to have sold the unit.", "sold", ["Nokia"]),
    ],
)
def test_who_says_so(nlp: Language, text: str, verb: str, speakers: list[str]) -> None:
    reading = parsed(text, nlp)
    attribution = Attribution(reading.doc, find_quotations(reading))
    assert texts(attribution.speakers(word(reading, verb))) == speakers
