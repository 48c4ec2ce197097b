"""All weights of coreference in one place, and how they turn into probabilities."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp

PRONOUN_WEIGHTS: Mapping[str, float] = {
    "sentences away": -0.8,
    "paragraph away": -0.35,
    "subject": 0.9,
    "object": 0.25,
    "possessive": 0.15,
    "modifier": -0.8,
    "main subject": 0.5,
    "subject of this sentence": 0.8,
    "subject of own clause": 1.6,
    "doer in own phrase": 0.8,
    "subject of matrix": 1.1,
    "promised by": 2.0,
    "speaks too": 0.6,
    "promised to": -2.0,
    "object of telling": 1.8,
    "fronted": 1.6,
    "parallel": 0.4,
    "name": 0.5,
    "share": 0.8,
    "unknown sort": -0.4,
    "same pronoun before": 0.7,
    "other pronoun before": -1.5,
    "collective they": -0.6,
    "collective they apart": -1.0,
    "team they": -0.2,
    "country they": -0.9,
    "person they": -1.2,
    "group they": 0.3,
    "group of things they": -0.5,
    "animate subject": 1.0,
    "inanimate subject": -1.2,
    "belongs": 0.8,
    "cannot own": -1.5,
    "body it": 0.3,
    "thing it": -0.1,
    "quoted outside": -1.3,
    "same quotation": 0.8,
    "spoke before": -1.6,
    "topic": 2.2,
    "one beside many": -1.5,
    "body of other paragraph they": -2.0,
    "beside quotation": -1.2,
    "speaker again": 1.8,
    "introduced": 1.0,
    "acted on": 3.2,
    "has it": 2.0,
    "causing it": -1.2,
    "handled it": -0.8,
    "far inside sentence": -0.03,
}
"""Feature → weight for third-person pronouns; the sum is a log-odds."""

DESCRIPTION_WEIGHTS: Mapping[str, float] = {
    "same sentence": 0.5,
    "sentences away": -0.35,
    "paragraph away": -0.15,
    "subject": 0.5,
    "object": 0.1,
    "modifier": -0.3,
    "share": 1.5,
    "title": 2.0,
    "no title": -1.5,
    "gender told": 1.5,
    "country in passing": -1.0,
    "other title": -1.5,
    "name holds noun": 2.0,
    "name lacks noun": -1.8,
    "name holds other noun": -1.5,
    "same noun": 1.6,
    "same thing": 0.6,
    "name": 0.6,
    "general type": -0.8,
    "same clause": -1.6,
    "quoted outside": -0.5,
}
"""Feature → weight for ``the company`` and its like."""

SHARPNESS = 1.4
"""How much a difference in log-odds counts when candidates compete."""
NOTHING = {"he": -1.0, "she": -1.0, "it": 0.2, "they": 0.2}
"""Log-odds of no candidate being right, by pronoun."""
NOTHING_HAPPENED = 1.0
"""What is added where the clause says of ``it`` what only a thing or an event is or does."""
NOTHING_DESCRIBED = 0.3
"""The same for descriptions, which more often stand alone."""


def probabilities(scores: Mapping[str, float], nothing: float) -> dict[str, float]:
    """Turn log-odds into probabilities that sum to less than one; the rest is that none is right.

    >>> round(probabilities({"a": 2.0}, nothing=0.0)["a"], 2)
    0.94
    """
    top = max([*scores.values(), nothing])
    odds = {key: exp(SHARPNESS * (s - top)) for key, s in scores.items()}
    total = sum(odds.values()) + exp(SHARPNESS * (nothing - top))
    return {key: value / total for key, value in odds.items()}


def weigh(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Sum of the features' weights."""
    return sum(weights[name] * value for name, value in features.items())
