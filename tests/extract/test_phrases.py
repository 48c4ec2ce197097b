"""What a noun phrase names, and whom a list or a class stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.contents import shorten
from kg.extract.lists import core, examples, is_fraction, members
from kg.extract.phrases import content, label, phrase
from tests.parsing import parsed, texts, word

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("sentence", "head", "wanted"),
    [
        ('Nokia sold the "special edition" phones that failed.', "phones", "special edition phones that failed"),
        ("Its new export rules hurt Nokia.", "rules", "new export rules"),
        ("The restrictions on chips hurt Nokia.", "restrictions", "restrictions on chips"),
        ("Officials met in the capital of France.", "capital", "capital of France"),
    ],
)
def test_the_name_of_a_thing(nlp: Language, sentence: str, head: str, wanted: str) -> None:
    reading = parsed(sentence, nlp)
    found = phrase(reading, word(reading, head))
    assert found.label == wanted
    assert found.first <= found.head < found.stop


def test_a_common_noun_loses_the_capital_of_its_sentence_and_a_name_keeps_its_own(nlp: Language) -> None:
    reading = parsed("Exports rose. Siemens fell.", nlp)
    assert phrase(reading, word(reading, "Exports")).label == "exports"
    assert phrase(reading, word(reading, "Siemens")).label == "Siemens"


def test_a_bundling_noun_stands_for_what_it_bundles(nlp: Language) -> None:
    assert core(word(parsed("The ministry took a series of measures.", nlp), "series")).text == "measures"


def test_a_class_with_named_examples_stands_for_them(nlp: Language) -> None:
    giants = word(parsed("Giants such as Nokia and Siemens paid.", nlp), "Giants")
    assert texts(members(giants)) == texts(examples(giants)) == ["Nokia", "Siemens"]


def test_a_colon_spells_out_a_class(nlp: Language) -> None:
    firms = word(parsed("The bank bought three firms: Nokia, Siemens and Bosch.", nlp), "firms")
    assert texts(members(firms)) == ["Nokia", "Siemens", "Bosch"]


def test_a_share_is_told_from_what_it_is_a_share_of(nlp: Language) -> None:
    reading = parsed("Half of the researchers left.", nlp)
    assert is_fraction(word(reading, "Half"))
    assert not is_fraction(word(reading, "researchers"))


def test_a_clause_as_argument_leaves_out_its_conjunction(nlp: Language) -> None:
    reading = parsed("Analysts said that the bank sold its shares.", nlp)
    clause = content(reading, word(reading, "sold"))
    assert clause.label == "the bank sold its shares"
    assert reading.wording(clause.first, clause.stop) == clause.label


def test_labels_lose_determiners_quotation_marks_and_the_possessive() -> None:
    assert label("the company's") == "company"
    assert label('its "dual ambitions"') == "dual ambitions"
    assert label("the") == "the"


def test_long_labels_end_at_a_word() -> None:
    assert shorten("one two three", 13) == "one two three"
    assert shorten("one two three", 9) == "one two…"
