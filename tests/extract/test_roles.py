"""Who is what: appositions, titles, posts, kinds and examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.roles import has_acronym
from kg.extraction import extract
from tests.parsing import article, name, triples

if TYPE_CHECKING:
    from kg.extraction import Toolbox
    from kg.model import Claim


def roles(text: str, toolbox: Toolbox) -> list[Claim]:
    """What nouns say of who is what."""
    kinds = ("apposition", "title", "post", "example")
    return [c for c in extract(article(text), toolbox).claims if c.extractor in kinds]


@pytest.mark.parametrize(
    ("text", "wanted", "extractor"),
    [
        ("Tim Cook, chief executive of Apple, spoke.", ("Tim Cook", "chief executive of", "Apple"), "apposition"),
        ("Merkel praised Scholz, deputy leader of the party.", ("Scholz", "deputy leader of", "party"), "apposition"),
        ("Angela Merkel, a German, spoke.", ("Angela Merkel", "citizen of", "Germany"), "apposition"),
        ("US bank Goldman Sachs hired Smith.", ("Goldman Sachs", "be", "US bank"), "apposition"),
        ("Apple CEO Tim Cook visited Berlin.", ("Tim Cook", "CEO of", "Apple"), "title"),
        ("German Chancellor Angela Merkel spoke.", ("Angela Merkel", "chancellor of", "Germany"), "title"),
        ("Prime Minister Boris Johnson resigned.", ("Boris Johnson", "be", "Prime Minister"), "title"),
        ("Smith resigned from his post as director of Nokia.", ("Smith", "former director of", "Nokia"), "post"),
    ],
)
def test_who_is_what(toolbox: Toolbox, text: str, wanted: tuple[str, str, str], extractor: str) -> None:
    (claim,) = roles(text, toolbox)
    assert (name(claim.subject), claim.predicate.lemma, name(claim.object)) == wanted
    assert claim.extractor == extractor


def test_two_roles_share_what_they_are_roles_of(toolbox: Toolbox) -> None:
    found = roles("Gates, founder and chairman of Microsoft, spoke.", toolbox)
    assert [(c.predicate.lemma, name(c.object)) for c in found] == [
        ("founder of", "Microsoft"),
        ("chairman of", "Microsoft"),
    ]


def test_examples_belong_to_their_class(toolbox: Toolbox) -> None:
    found = roles("Companies such as Nokia and Siemens paid.", toolbox)
    assert [(name(c.subject), c.predicate.lemma, name(c.object)) for c in found] == [
        ("Nokia", "be one of", "companies"),
        ("Siemens", "be one of", "companies"),
    ]


def test_an_abbreviation_in_parentheses_states_nothing(toolbox: Toolbox) -> None:
    assert roles("The World Health Organization (WHO) praised Germany.", toolbox) == []


def test_a_title_holds_whatever_the_sentence_says(toolbox: Toolbox) -> None:
    claims = extract(article("Apple CEO Tim Cook did not visit Berlin."), toolbox).claims
    assert [(c.predicate.lemma, c.polarity) for c in claims] == [("CEO of", "positive"), ("visit", "negative")]
    assert triples(claims)[1] == ("Tim Cook", "visit", "Berlin")


def test_a_title_with_an_acronym_keeps_its_capitals() -> None:
    assert has_acronym("deputy CEO")
    assert not has_acronym("Prime Minister")
