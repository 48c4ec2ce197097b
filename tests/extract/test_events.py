"""What event nouns state, and the verbs that leave their meaning to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extraction import extract
from tests.parsing import article, name

if TYPE_CHECKING:
    from kg.extraction import Toolbox
    from kg.model import Claim


def found(text: str, toolbox: Toolbox, extractor: str) -> list[Claim]:
    return [c for c in extract(article(text), toolbox).claims if c.extractor == extractor]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Merkel welcomed Apple's acquisition of Beats.", ("Apple", "acquire", "Beats")),
        ("The sale of Beats by Apple surprised Sony.", ("Apple", "sell", "Beats")),
        ("Merkel criticized the US attack on Iran.", ("United States", "attack", "Iran")),
        ("Nokia's reliance on China grew.", ("Nokia", "rely on", "China")),
        ("Angela Merkel spoke during her visit to China.", ("Angela Merkel", "visit", "China")),
        ("The talks between China and Japan failed.", ("China", "hold talks with", "Japan")),
        ("The agreement between France and Spain ended.", ("France", "have agreement with", "Spain")),
        (
            "The negotiations between U.S. and Chinese officials failed.",
            ("United States", "hold negotiations with", "China"),
        ),
    ],
)
def test_an_event_noun_says_who_does_what(toolbox: Toolbox, text: str, wanted: tuple[str, str, str]) -> None:
    (claim,) = found(text, toolbox, "event-noun")
    assert (name(claim.subject), claim.predicate.lemma, name(claim.object)) == wanted


def test_an_event_without_anybody_who_does_it_states_nothing(toolbox: Toolbox) -> None:
    assert found("The acquisition of Beats failed.", toolbox, "event-noun") == []


def test_who_reports_the_clause_reports_the_event_in_it(toolbox: Toolbox) -> None:
    (claim,) = found("Merkel said that China's invasion of Japan failed.", toolbox, "event-noun")
    assert [s.entity.label for s in claim.attributed_to] == ["Merkel"]


@pytest.mark.parametrize(
    ("text", "wanted", "words"),
    [
        ("Merkel embarked on a visit to China.", ("Merkel", "visit", "China"), "embarked on a visit"),
        ("Germany took control of the bank.", ("Germany", "take control of", "bank"), "took control"),
        ("Nokia has the support of Germany.", ("Germany", "support", "Nokia"), "has the support"),
    ],
)
def test_a_light_verb_shares_its_predicate_with_the_noun(
    toolbox: Toolbox, text: str, wanted: tuple[str, str, str], words: str
) -> None:
    (claim,) = found(text, toolbox, "clause")
    assert (name(claim.subject), claim.predicate.lemma, name(claim.object)) == wanted
    assert claim.predicate.text == words
