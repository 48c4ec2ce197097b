"""Sums and shares as the amounts of relations, fines, and what two do with each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extraction import extract
from tests.parsing import article, name

if TYPE_CHECKING:
    from kg.extraction import Toolbox


@pytest.mark.parametrize(
    ("text", "wanted", "amount"),
    [
        ("Toyota invested $5 billion in Subaru.", ("Toyota", "invest in", "Subaru"), (5e9, "USD")),
        ("Toyota put $5 billion into Subaru.", ("Toyota", "invest in", "Subaru"), (5e9, "USD")),
        ("Toyota owns 20 percent of Subaru.", ("Toyota", "own share of", "Subaru"), (20.0, "%")),
        ("Toyota sold 20 percent of Subaru.", ("Toyota", "sell share of", "Subaru"), (20.0, "%")),
        ("Germany imposed a fine of $5 million on Toyota.", ("Germany", "fine", "Toyota"), (5e6, "USD")),
        ("Germany fined Toyota $5 million.", ("Germany", "fine", "Toyota"), (5e6, "USD")),
    ],
)
def test_an_amount_belongs_to_the_relation(
    text: str, wanted: tuple[str, str, str], amount: tuple[float, str], toolbox: Toolbox
) -> None:
    found = {
        (name(c.subject), c.predicate.label, name(c.object)): (c.quantity.value, c.quantity.unit)
        for c in extract(article(text), toolbox).claims
        if c.quantity
    }
    assert found.get(wanted) == amount


def test_two_who_merge_merge_with_each_other(toolbox: Toolbox) -> None:
    claims = extract(article("Toyota and Subaru merged."), toolbox).claims
    assert ("Toyota", "merge with", "Subaru") in [(name(c.subject), c.predicate.label, name(c.object)) for c in claims]
