"""The confidence model: a logistic regression over the signs of a statement, with weights from a file.

The weights are made by ``scripts/train_confidence.py`` from statements that people judged; reading
them needs no other library.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from kg.confidence.signs import Sight, signs
from kg.errors import ModelError
from kg.model import Claim

WEIGHTS: Final = Path(__file__).with_name("weights.json")
OWN_PROBABILITY: Final = frozenset({"standing", "byline"})
"""Rules whose statements come with a probability of their own, which the model leaves alone."""


@dataclass(frozen=True)
class Rating:
    """A logistic regression: `weights` by the name of a sign, and what there is without any."""

    intercept: float
    weights: Mapping[str, float]

    def probability(self, found: Mapping[str, float]) -> float:
        """How likely a statement with these signs is right, with two decimals.

        >>> Rating(0.0, {"passive": 2.0}).probability({"passive": 1.0, "unheard of": 1.0})
        0.88
        """
        score = self.intercept + math.fsum(self.weights.get(name, 0.0) * found[name] for name in sorted(found))
        return round(1 / (1 + math.exp(-score)), 2)


def rated(claims: Iterable[Claim], sight: Sight, rating: Rating | None = None) -> tuple[Claim, ...]:
    """Return `claims` with the confidence that the model gives them."""
    model = rating or load_rating()
    return tuple(
        claim
        if claim.extractor in OWN_PROBABILITY
        else replace(claim, confidence=model.probability(signs(claim, sight)))
        for claim in claims
    )


@dataclass(frozen=True)
class Trained:
    """What training made: the model, and for each article of the judged ones a model that never saw it."""

    rating: Rating
    unseen: Mapping[str, Rating]

    def for_article(self, name: str) -> Rating:
        """The model to measure with on statements of this article."""
        return self.unseen.get(name, self.rating)


def load_rating(path: Path = WEIGHTS) -> Rating:
    """Read the model; raises `ModelError` naming the file when it cannot be read or is no such file."""
    return load_trained(path).rating


@lru_cache(maxsize=2)
def load_trained(path: Path = WEIGHTS) -> Trained:
    """Read all that training made; raises what `load_rating` raises."""
    try:
        data = json.loads(path.read_text("utf-8"))
        folds = [(_rating(fold), fold["articles"]) for fold in data["folds"]]
        return Trained(_rating(data), {str(article): rating for rating, articles in folds for article in articles})
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"{path}: no weights of the confidence model ({error!r}): install pressgraph again") from error


def _rating(data: Any) -> Rating:
    return Rating(float(data["intercept"]), {str(name): float(weight) for name, weight in data["weights"].items()})
