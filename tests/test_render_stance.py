"""Which relations take a side."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.model import Claim, Modality, Polarity
from kg.render.stance import stance
from tests.sample import sample_extraction


def _claim(label: str, polarity: Polarity = "positive", modality: Modality = "asserted") -> Claim:
    claim = sample_extraction().claims[0]
    return replace(claim, predicate=replace(claim.predicate, label=label), polarity=polarity, modality=modality)


@pytest.mark.parametrize(
    ("label", "side"),
    [("oppose", -1), ("support", 1), ("vote against", -1), ("call for", 1), ("sell", 0), ("approve", 1), ("", 0)],
)
def test_some_relations_take_a_side(label: str, side: int) -> None:
    assert stance(_claim(label)) == side


def test_a_negation_turns_the_side() -> None:
    assert stance(_claim("support", "negative")) == -1
    assert stance(_claim("oppose", modality="denied")) == 1


def test_what_may_come_takes_no_side_yet() -> None:
    assert stance(_claim("oppose", modality="planned")) == 0
