"""The trained scorer: how likely each relation is between each two participants of a passage.

Two logistic regressions, one after the other. The first weighs the words of `kg.standing.features`,
hashed into buckets. The second looks at what the first thought of the pair, of the same pair in
other words (``who``, ``his``), of its neighbours in a list, of rivals and of the opposite direction.
The weights are made by ``scripts/train_relations.py`` from KnowledgeNet (Diffbot, CC BY-SA 4.0; folds 1
to 3 of its documents) and read with numpy; no other library is needed.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

import numpy as np

from kg.errors import ModelError
from kg.standing.features import Passage, features
from kg.standing.links import Links
from kg.standing.relations import RELATIONS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

BUCKETS = 1 << 20
WEIGHTS = Path(__file__).with_name("weights.npz")
_LIMIT = 6.0
"""Scores of the first stage are cut off here: beyond it they say nothing more."""
_KINSHIP = 11


@dataclass(frozen=True)
class Candidates:
    """The pairs of one passage by position of subject and object, and for each relation whether it may hold."""

    pairs: Sequence[tuple[int, int]]
    admitted: NDArray[np.bool_]


def candidates(passage: Passage) -> Candidates:
    """Return every ordered pair of participants between which some relation may hold."""
    members = passage.members
    found = {}
    for a, subject in enumerate(members):
        for b, object_ in enumerate(members):
            admitted = [a != b and relation.admits(subject, object_) for relation in RELATIONS]
            if any(admitted):
                found[a, b] = admitted
    return Candidates(tuple(found), np.array(list(found.values()), dtype=bool).reshape(len(found), len(RELATIONS)))


def buckets(words: Iterable[str]) -> list[int]:
    """The numbers under which feature words are weighed, in order and each once.

    >>> buckets(["born", "born"]) == buckets(["born"])
    True
    """
    return sorted({zlib.crc32(word.encode("utf-8", "surrogatepass")) & (BUCKETS - 1) for word in words})


@dataclass(frozen=True)
class Scorer:
    """Weights of both stages: `known` buckets in order with a row of `first` each; a row of `second` a relation."""

    known: NDArray[np.int64]
    first: Floats
    second: Floats

    def probabilities(self, passage: Passage, links: Links, found: Candidates) -> Floats:
        """Probability of each relation (columns, in the order of `RELATIONS`) for each of the pairs."""
        if not found.pairs:
            return np.zeros((0, len(RELATIONS)), dtype=np.float32)
        raw = second_inputs(self.logits(passage, found), links, found)
        logits = np.einsum("prk,rk->pr", raw, self.second[:, :-1]) + self.second[:, -1]
        likely: Floats = (found.admitted / (1 + np.exp(-logits.clip(-50, 50)))).astype(np.float32)
        return likely

    def logits(self, passage: Passage, found: Candidates) -> Floats:
        """What the first stage thinks of each pair; the lowest score where a relation cannot hold."""
        scores = np.full((len(found.pairs), len(RELATIONS)), -_LIMIT, dtype=np.float32)
        for n, (a, b) in enumerate(found.pairs):
            wanted = np.array(buckets(features(passage, passage.members[a], passage.members[b])))
            at = np.searchsorted(self.known, wanted).clip(max=len(self.known) - 1)
            scores[n] = self.first[at[self.known[at] == wanted]].sum(axis=0)
        return np.where(found.admitted, scores, -_LIMIT).astype(np.float32)


def second_inputs(logits: Floats, links: Links, found: Candidates) -> Floats:
    """What the second stage weighs: an array of pairs by relations by inputs."""
    scores = logits.clip(-_LIMIT, _LIMIT)
    rows = {pair: n for n, pair in enumerate(found.pairs)}
    kin = np.full((len(rows), len(RELATIONS), _KINSHIP), -_LIMIT, dtype=np.float32)
    for (a, b), n in rows.items():
        for k, others in enumerate(_kin(a, b, links, rows)):
            if others:
                kin[n, :, k] = scores[others].max(axis=0)
    alike = np.array([b in links.same[a] for a, b in rows], dtype=np.float32) * 2
    own = kin / 3
    best = np.maximum(own[..., :1], np.maximum(own[..., 1:2], own[..., 3:4]))
    every = np.repeat(scores[:, None, :] / _LIMIT, len(RELATIONS), axis=1)
    same = np.repeat(alike[:, None], len(RELATIONS), axis=1)[..., None]
    parts = (own, same, every, np.maximum(own, -0.5), np.maximum(own, 0.3), best, np.maximum(best, -0.5))
    return np.concatenate(parts, axis=2).astype(np.float32)


def _kin(a: int, b: int, links: Links, rows: dict[tuple[int, int], int]) -> list[list[int]]:
    """Rows of the pair itself and of ten kinds of pairs that tell something about it."""

    def of(pairs: Iterable[tuple[int, int]]) -> list[int]:
        return [rows[pair] for pair in pairs if pair in rows]

    beside_b = links.same[b] | links.listed[b] | {b}
    beside_a = links.same[a] | links.listed[a] | {a}
    everyone = range(len(links.same))
    return [
        of([(a, b)]),
        of((x, b) for x in links.same[a]),
        of((a, x) for x in links.same[b]),
        of((x, b) for x in links.lead[a]),
        of((a, x) for x in links.lead[b]),
        of((x, b) for x in links.listed[a]),
        of((a, x) for x in links.listed[b]),
        of((a, x) for x in everyone if x not in beside_b),
        of((x, b) for x in everyone if x not in beside_a),
        of([(b, a)]),
        of((x, y) for x in sorted(links.same[a]) for y in sorted(links.same[b])),
    ]


@lru_cache(maxsize=2)
def load_scorer(path: Path = WEIGHTS) -> Scorer:
    """Read the weights that come along; raises `ModelError` when they are missing or of another version."""
    try:
        with np.load(path, allow_pickle=False) as stored:
            scorer = unpacked(stored["steps"], stored["weights"], stored["scales"], stored["second"])
    except (OSError, EOFError, KeyError, ValueError, BadZipFile) as error:
        raise ModelError(
            f"{path}: the weights of the relation scorer cannot be read: install pressgraph again"
        ) from error
    inputs = 4 * _KINSHIP - _KINSHIP + len(RELATIONS) + 4
    if scorer.second.shape != (len(RELATIONS), inputs) or not math.isfinite(float(scorer.second.sum())):
        raise ModelError(f"{path}: made for another version: run scripts/train_relations.py again")
    return scorer


def packed(known: NDArray[np.int64], first: Floats, second: Floats) -> dict[str, Any]:
    """The arrays of a scorer as they are stored: steps between buckets, and weights as small whole numbers."""
    scales = (np.abs(first).max(axis=0) / 127).astype(np.float32)
    return {
        "steps": np.diff(known, prepend=0).astype(np.uint32),
        "weights": np.round(first / scales).astype(np.int8),
        "scales": scales,
        "second": second.astype(np.float32),
    }


def unpacked(steps: NDArray[np.uint32], weights: NDArray[np.int8], scales: Floats, second: Floats) -> Scorer:
    """The scorer that `packed` arrays describe."""
    return Scorer(np.cumsum(steps.astype(np.int64)), weights.astype(np.float32) * scales, second)
