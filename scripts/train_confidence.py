#!/usr/bin/env python3
"""Train the model that says how likely a statement is right, and say how good it is on articles it has not seen.

    scripts/train_confidence.py tests/eval/judgements.jsonl [--out kg/confidence/weights.json] [--figures-only]

The judged sentences are read anew with the present rules; a judgement counts where they still make its statement.
Needs scikit-learn, which nothing else of Pressgraph does. Figures come from ten folds by article; the models of the
folds are kept beside the final one, so that `kg eval calibration` can measure without training.
Statements of CaRB's development half, labelled by its scorer, were tried as further examples and made nothing better.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from kg.calibration import Judged, judged, measured, told
from kg.confidence import Rating, Trained
from kg.confidence.model import WEIGHTS
from kg.extraction import Toolbox
from kg.language import load_model

FOLDS = 10
STRENGTH = 0.1
"""Inverse of the penalty on large weights; 0.05 to 0.4 do nearly as well."""
LEAST = 25
"""A sign seen on fewer statements than this is not weighed."""


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("judgements", type=Path)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--figures-only", action="store_true")
    options = parser.parse_args()
    found, lost = judged(options.judgements, Toolbox(load_model()))
    names = signs_of(found)
    folds = folds_of(found, names)
    final = fitted(found, names)
    unseen = {article: rating for rating, articles in folds for article in articles}
    figures = measured(found, Trained(final, unseen))
    print(told(figures, lost), end="")
    if not options.figures_only:
        cross_validated = {key: round(getattr(figures, key), 3) for key in ("count", "right", "brier", "ece", "auc")}
        data = {"cross_validated": cross_validated, **record(final)}
        data["folds"] = [{"articles": articles, **record(rating)} for rating, articles in folds]
        options.out.write_text(json.dumps(data, indent=1) + "\n", "utf-8")


def signs_of(found: Sequence[Judged]) -> list[str]:
    """The signs to weigh, in alphabetical order."""
    seen = Counter(name for each in found for name in each.signs)
    return sorted(name for name, count in seen.items() if count >= LEAST)


def fitted(found: Sequence[Judged], names: Sequence[str]) -> Rating:
    """A model of the signs `names` that fits these verdicts."""
    x = np.array([[each.signs.get(name, 0.0) for name in names] for each in found])
    y = np.array([each.right for each in found])
    model = LogisticRegression(C=STRENGTH, max_iter=10_000, tol=1e-8).fit(x, y)
    weights = {name: round(float(w), 3) for name, w in zip(names, model.coef_[0], strict=True)}
    return Rating(round(float(model.intercept_[0]), 3), weights)


def folds_of(found: Sequence[Judged], names: Sequence[str]) -> list[tuple[Rating, list[str]]]:
    """For each fold a model of the others, and the articles of the fold."""
    groups = [each.group for each in found]
    made = []
    for seen, unseen in GroupKFold(FOLDS).split(groups, groups=groups):
        rating = fitted([found[i] for i in seen], names)
        made.append((rating, sorted({groups[i] for i in unseen})))
    return made


def record(rating: Rating) -> dict[str, Any]:
    """A model as plain data."""
    return {"intercept": rating.intercept, "weights": dict(rating.weights)}


if __name__ == "__main__":
    main()
