#!/usr/bin/env python3
"""Train the scorer of standing relations, and say how good it is on documents it has not seen.

    scripts/train_relations.py DOCUMENTS.jsonl [--out kg/standing/weights.npz] [--figures-only]

DOCUMENTS.jsonl is in the form of KnowledgeNet's training data: documentId, documentText and passages with
their start, end, properties and facts. Needs scikit-learn, which nothing else of Pressgraph does. The figures
come from five folds by document, the first stage's scores of a fold always from models that never saw it.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from kg.benchmarks.relations import THRESHOLD, prepared
from kg.extraction import Toolbox
from kg.language import load_model
from kg.standing.features import features
from kg.standing.links import Links
from kg.standing.relations import RELATIONS
from kg.standing.rules import rule_probabilities
from kg.standing.scorer import BUCKETS, WEIGHTS, Candidates, buckets, candidates, packed, second_inputs, unpacked

FOLDS = 5
KEPT = 8000
"""Buckets kept for each relation: more of them make the file larger and nothing better."""
LOW = -6.0
Range = tuple[int, int]


@dataclass
class Part:
    """The pairs of one passage: rows of the matrices, and what the annotation says."""

    document: int
    rows: slice
    found: Candidates
    links: Links
    ranges: list[tuple[Range, Range]]
    properties: set[str]
    facts: list[tuple[str, Range, Range]]


@dataclass
class Data:
    """All pairs: features `x`, whether a relation may hold, was annotated, and holds."""

    parts: list[Part]
    x: csr_matrix
    admitted: np.ndarray
    annotated: np.ndarray
    holds: np.ndarray
    by_rule: np.ndarray
    document: np.ndarray


def overlap(a: Range, b: Range) -> bool:
    """Whether two ranges share a character."""
    return a[0] < b[1] and b[0] < a[1]


def load(path: Path) -> Data:
    """Read the documents and lay out all pairs."""
    tools = Toolbox(load_model())
    parts: list[Part] = []
    columns: list[int] = []
    ends = [0]
    ruled = []
    for number, line in enumerate(path.read_text("utf-8").splitlines()):
        record = json.loads(line)
        reading, found = prepared(record, tools)
        for stretch in found:
            passage = stretch.passage
            pairs = candidates(passage)
            first = len(ends) - 1
            for a, b in pairs.pairs:
                columns += buckets(features(passage, passage.members[a], passage.members[b]))
                ends.append(len(columns))
            spans = [(reading.start(p.first), reading.end(p.stop - 1)) for p in passage.members]
            about = next(p for p in record["passages"] if p["start"] <= spans[0][0] < p["end"])
            facts = [(f["property"], tuple(f["subject"]), tuple(f["object"])) for f in about["facts"]]
            ruled.append(rule_probabilities(passage, stretch.links, pairs))
            ranges = [(spans[a], spans[b]) for a, b in pairs.pairs]
            rows = slice(first, first + len(ranges))
            parts.append(Part(number, rows, pairs, stretch.links, ranges, set(about["properties"]), facts))
    return _data(parts, columns, ends, np.concatenate(ruled))


def _data(parts: list[Part], columns: list[int], ends: list[int], by_rule: np.ndarray) -> Data:
    ones = np.ones(len(columns), dtype=np.float32)
    x = csr_matrix((ones, np.array(columns, dtype=np.int32), np.array(ends)), shape=(len(ends) - 1, BUCKETS))
    admitted = np.concatenate([p.found.admitted for p in parts])
    asked = np.array([[r.name in p.properties for r in RELATIONS] for p in parts for _ in p.ranges])
    holds = np.zeros_like(admitted)
    document = np.array([p.document for p in parts for _ in p.ranges])
    for part in parts:
        for k, relation in enumerate(RELATIONS):
            facts = [f for f in part.facts if f[0] == relation.name]
            for n, (s, o) in enumerate(part.ranges):
                holds[part.rows.start + n, k] = any(overlap(s, f[1]) and overlap(o, f[2]) for f in facts)
    return Data(parts, x, admitted, admitted & asked, holds, by_rule, document)


def train_first(data: Data, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Weights of the first stage from the pairs `rows` (a mask): buckets, and a row of weights each."""
    weights: dict[int, np.ndarray] = defaultdict(lambda: np.zeros(len(RELATIONS), dtype=np.float32))
    always = buckets(["1"])[0]
    for k in range(len(RELATIONS)):
        mine = np.flatnonzero(rows & data.annotated[:, k])
        x, y = data.x[mine], data.holds[mine, k]
        counts = np.asarray(x.sum(axis=0)).ravel()
        columns = np.flatnonzero(counts >= 2)
        model = _regression().fit(x[:, columns], y)
        value = np.abs(model.coef_[0]) * np.sqrt(np.minimum(counts[columns], 50))
        columns = np.union1d(columns[np.argsort(-value, kind="stable")[:KEPT]], [always])
        model = _regression().fit(x[:, columns], y)
        for column, weight in zip(columns, model.coef_[0], strict=True):
            weights[int(column)][k] = weight
        weights[always][k] += model.intercept_[0]
    known = np.array(sorted(weights), dtype=np.int64)
    return known, np.array([weights[int(c)] for c in known], dtype=np.float32)


def _regression() -> LogisticRegression:
    return LogisticRegression(C=0.3, solver="liblinear", tol=1e-3)


def score_first(data: Data, rows: np.ndarray, known: np.ndarray, first: np.ndarray, scores: np.ndarray) -> None:
    """Fill in the first-stage scores of the pairs `rows` (a mask)."""
    mine = np.flatnonzero(rows)
    scores[mine] = np.where(data.admitted[mine], data.x[mine][:, known] @ first, LOW)


def inputs(data: Data, scores: np.ndarray) -> np.ndarray:
    """What the second stage weighs, for every pair."""
    parts = [second_inputs(scores[p.rows].astype(np.float32), p.links, p.found) for p in data.parts]
    return np.concatenate(parts)


def train_second(data: Data, rows: np.ndarray, raw: np.ndarray) -> np.ndarray:
    """Weights of the second stage from the pairs `rows` (a mask), a row a relation, the constant last."""
    weights = []
    for k in range(len(RELATIONS)):
        mine = np.flatnonzero(rows & data.annotated[:, k])
        model = LogisticRegression(C=1.0, max_iter=1000).fit(raw[mine, k], data.holds[mine, k])
        weights.append(np.append(model.coef_[0], model.intercept_[0]))
    return np.array(weights, dtype=np.float32)


def out_of_fold(data: Data, folds: np.ndarray, used: list[int]) -> np.ndarray:
    """First-stage scores of the folds in `used`, each from a model trained on the others of them."""
    scores = np.full(data.admitted.shape, LOW)
    for fold in used:
        others = np.isin(folds, [f for f in used if f != fold])
        score_first(data, folds == fold, *train_first(data, others), scores)
    return scores


def cross_validated(data: Data) -> np.ndarray:
    """Probability of each relation for each pair, from models that have seen nothing of its document."""
    folds = data.document % FOLDS
    likely = np.zeros(data.admitted.shape)
    for fold in range(FOLDS):
        used = [f for f in range(FOLDS) if f != fold]
        scores = out_of_fold(data, folds, used)
        train, test = folds != fold, folds == fold
        score_first(data, test, *train_first(data, train), scores)
        raw = inputs(data, scores)
        second = train_second(data, train, raw)
        logits = np.einsum("prk,rk->pr", raw[test], second[:, :-1]) + second[:, -1]
        likely[test] = 1 / (1 + np.exp(-logits)) * data.admitted[test]
    return likely


def figures(data: Data, stated: np.ndarray) -> dict[str, tuple[int, int, int]]:
    """Right, wrong and missed by relation, counted as KnowledgeNet's text evaluation does."""
    counts: dict[str, list[int]] = {r.name: [0, 0, 0] for r in RELATIONS}
    for part in data.parts:
        for k, relation in enumerate(RELATIONS):
            if relation.name not in part.properties:
                continue
            facts = [f for f in part.facts if f[0] == relation.name]
            said = [pair for n, pair in enumerate(part.ranges) if stated[part.rows.start + n, k]]
            hits = [[overlap(s, f[1]) and overlap(o, f[2]) for s, o in said] for f in facts]
            right = sum(any(h) for h in hits)
            wrong = sum(not any(h[n] for h in hits) for n in range(len(said)))
            for place, number in enumerate((right, wrong, len(facts) - right)):
                counts[relation.name][place] += number
    return {name: (tp, fp, fn) for name, (tp, fp, fn) in counts.items()}


def show(title: str, counts: dict[str, tuple[int, int, int]], *, all_of_them: bool = True) -> None:
    """Print precision, recall and F1 by relation and over all."""
    total = tuple(sum(c[i] for c in counts.values()) for i in range(3))
    print(title)
    for name, (tp, fp, fn) in [*(counts.items() if all_of_them else ()), ("all", total)]:
        precision, recall = tp / max(1, tp + fp), tp / max(1, tp + fn)
        f1 = 2 * tp / max(1, 2 * tp + fp + fn)
        print(f"  {name:24} P={precision:.3f} R={recall:.3f} F1={f1:.3f}  tp={tp} fp={fp} fn={fn}")


def main() -> None:
    """Read, measure, train, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=Path)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--figures-only", action="store_true", help="write nothing")
    chosen = parser.parse_args()
    data = load(chosen.documents)
    show("rules", figures(data, data.by_rule))
    likely = cross_validated(data)
    show("scorer, cross-validated", figures(data, likely >= THRESHOLD))
    for threshold in (0.3, 0.5, 0.6, 0.7, 0.8, 0.9):
        show(f"scorer at {threshold}", figures(data, likely >= threshold), all_of_them=False)
    if chosen.figures_only:
        return
    everything = np.ones(len(data.document), dtype=bool)
    folds = data.document % FOLDS
    second = train_second(data, everything, inputs(data, out_of_fold(data, folds, list(range(FOLDS)))))
    arrays: dict[str, Any] = packed(*train_first(data, everything), second)
    unpacked(**arrays)
    np.savez_compressed(chosen.out, **arrays)
    print(f"{chosen.out}: {chosen.out.stat().st_size:,} bytes, {len(arrays['steps']):,} buckets")


if __name__ == "__main__":
    main()
