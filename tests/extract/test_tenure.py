"""Posts taken, held and given up: what a clause says of who is or was what."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.extraction import extract
from tests.parsing import article, name

if TYPE_CHECKING:
    from kg.extraction import Toolbox
    from kg.model import Claim


def posts(text: str, toolbox: Toolbox) -> list[Claim]:
    return [c for c in extract(article(text), toolbox).claims if c.extractor == "post"]


@pytest.mark.parametrize(
    ("text", "label", "modality"),
    [
        ("Tim Cook was named chairman of Apple.", "chair of", "asserted"),
        ("Tim Cook will be named chairman of Apple.", "chair of", "planned"),
        ("Tim Cook was nominated as chairman of Apple.", "chair of", "planned"),
        ("Tim Cook may be elected chairman of Apple.", "chair of", "possible"),
        ("Tim Cook resigned as chairman of Apple.", "former chairman of", "asserted"),
        ("Tim Cook was fired as chairman of Apple.", "former chairman of", "asserted"),
        ("Tim Cook did not resign as chairman of Apple.", "chair of", "asserted"),
        ("Tim Cook plans to resign as chairman of Apple.", "chair of", "asserted"),
        ("Tim Cook's resignation as chairman of Apple hurt sales.", "former chairman of", "asserted"),
    ],
)
def test_a_post_stands_as_its_clause_does(text: str, label: str, modality: str, toolbox: Toolbox) -> None:
    (claim,) = posts(text, toolbox)
    assert (name(claim.subject), claim.predicate.label, name(claim.object)) == ("Tim Cook", label, "Apple")
    assert (claim.polarity, claim.modality) == ("positive", modality)


def test_whoever_fills_a_post_owns_it(toolbox: Toolbox) -> None:
    (claim,) = posts("Apple appointed Tim Cook as chief executive in 2011.", toolbox)
    assert (claim.predicate.label, name(claim.object)) == ("CEO of", "Apple")
    assert claim.time is not None
    assert claim.time.start == date(2011, 1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "Tim Cook might have resigned as chairman of Apple if sales had fallen.",
        "Tim Cook left Apple.",
        "Apple named the phone after Tim Cook.",
    ],
)
def test_no_post_is_made_up(text: str, toolbox: Toolbox) -> None:
    assert posts(text, toolbox) == []
