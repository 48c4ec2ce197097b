"""Whether a clause is so: what its own words and the words above it make of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.modality import Standing, standing
from tests.parsing import parsed, word

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.model import Modality, Polarity


@pytest.mark.parametrize(
    ("sentence", "verb", "polarity", "modality"),
    [
        ("Apple sells phones.", "sells", "positive", "asserted"),
        ("Apple does not sell phones.", "sell", "negative", "asserted"),
        ("Apple no longer sells phones.", "sells", "negative", "asserted"),
        ("Nobody bought the phones.", "bought", "negative", "asserted"),
        ("Neither company sold phones.", "sold", "negative", "asserted"),
        ("Apple left without paying the fine.", "paying", "negative", "asserted"),
        ("Apple used coal rather than tapping gas.", "tapping", "negative", "asserted"),
        ("Apple not only sells phones but also makes laptops.", "sells", "positive", "asserted"),
        ("Apple failed to sell phones.", "sell", "negative", "asserted"),
        ("Apple did not fail to sell phones.", "sell", "positive", "asserted"),
        ("Apple refused to pay the fine.", "pay", "negative", "asserted"),
        ("Apple stopped selling phones.", "selling", "negative", "asserted"),
        ("The court prevented Apple from selling phones.", "selling", "negative", "asserted"),
        ("Apple had no right to sell phones.", "sell", "negative", "possible"),
        ("Apple began to sell phones.", "sell", "positive", "asserted"),
        ("Apple was able to sell phones.", "sell", "positive", "asserted"),
        ("Apple will sell phones.", "sell", "positive", "planned"),
        ("Apple plans to buy Nokia and sell the unit.", "sell", "positive", "planned"),
        ("Apple announced a plan to sell phones.", "sell", "positive", "planned"),
        ("Apple hopes to sell phones.", "sell", "positive", "hoped"),
        ("Apple may sell phones.", "sell", "positive", "possible"),
        ("Police accused Smith of stealing cars.", "stealing", "positive", "possible"),
        ("Police believe that Smith stole cars.", "stole", "positive", "possible"),
        ("Apple must sell phones.", "sell", "positive", "required"),
        ("Apple has to sell the unit.", "sell", "positive", "required"),
        ("If Apple sells phones, Nokia will suffer.", "sells", "positive", "conditional"),
        ("If Apple sells phones, Nokia will suffer.", "suffer", "positive", "conditional"),
        ("Apple would have sold the unit.", "sold", "positive", "conditional"),
        ("Did Apple sell the unit?", "sell", "positive", "asked"),
        ("Reuters asked whether Apple sold the unit.", "sold", "positive", "asked"),
        ("Apple denied that it sold the data.", "sold", "positive", "denied"),
        ("Apple said that Nokia sold the unit.", "sold", "positive", "asserted"),
        ("Apple has yet to sell the unit.", "sell", "negative", "asserted"),
        ("Apple was unable to sell the unit.", "sell", "negative", "asserted"),
        ("Apple is unlikely to sell the unit.", "sell", "negative", "possible"),
        ("Apple ruled out selling the unit.", "selling", "negative", "asserted"),
        ("Apple stopped short of selling the unit.", "selling", "negative", "asserted"),
        ("Not a single firm sold phones.", "sold", "negative", "asserted"),
        ("Never before had Apple sold phones.", "sold", "negative", "asserted"),
        ("Apple was to sell the unit.", "sell", "positive", "planned"),
        ("Perhaps Apple will sell the unit.", "sell", "positive", "possible"),
        ("It is likely that Apple sold the unit.", "sold", "positive", "possible"),
        ("It is not true that Apple sold the unit.", "sold", "positive", "denied"),
        ("Reports that Apple sold the unit were false.", "sold", "positive", "denied"),
        ("The court acquitted Smith of stealing cars.", "stealing", "positive", "denied"),
        ("Should Apple sell the unit, Nokia would suffer.", "suffer", "positive", "conditional"),
        ("Apple insisted that Nokia sold the unit.", "sold", "positive", "asserted"),
        ("Apple did not confirm that Nokia sold the unit.", "sold", "positive", "possible"),
        ("It took Apple years to sell the unit.", "sell", "positive", "asserted"),
        ("Apple was the first firm to sell phones.", "sell", "positive", "asserted"),
    ],
)
def test_how_a_clause_stands(nlp: Language, sentence: str, verb: str, polarity: Polarity, modality: Modality) -> None:
    assert standing(word(parsed(sentence, nlp), verb)) == Standing(polarity, modality)


def test_of_two_modalities_the_one_further_from_fact_wins() -> None:
    assert Standing(modality="planned").under("hoped").modality == "hoped"
    assert Standing(modality="denied").under("planned").modality == "denied"


def test_negating_twice_changes_nothing() -> None:
    standing_ = Standing("negative", "hoped")
    assert standing_.negated() == Standing("positive", "hoped")
    assert standing_.negated().negated() == standing_
