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
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

import numpy as np

from kg.errors import ModelError
from kg.standing.features import joint, order_of, own, shared
from kg.standing.links import Links
from kg.standing.passages import Passage
from kg.standing.relations import RELATIONS, roles

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

Roles = Callable[[str, str], tuple[tuple[bool, ...], tuple[bool, ...]]]
"""Tells by form and kind of a participant of which relations it may be the subject, and of which the object."""

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
    admitted = paired(passage, roles)
    possible = admitted.any(axis=2)
    return Candidates(tuple((a, b) for a, b in np.argwhere(possible).tolist()), admitted[possible])


def paired(passage: Passage, judge: Roles) -> NDArray[np.bool_]:
    """For each subject, object and relation whether `judge` takes both for what the relation holds between."""
    judged = [judge(member.form, member.kind) for member in passage.members]
    subjects = np.array([subject for subject, _ in judged], dtype=bool).reshape(len(judged), 1, len(RELATIONS))
    objects = np.array([object_ for _, object_ in judged], dtype=bool).reshape(1, len(judged), len(RELATIONS))
    others = ~np.eye(len(judged), dtype=bool)[:, :, None]
    fitting: NDArray[np.bool_] = subjects & objects & others
    return fitting


def buckets(words: Iterable[str]) -> list[int]:
    """The numbers under which feature words are weighed, in order and each once.

    >>> buckets(["born", "born"]) == buckets(["born"])
    True
    """
    return sorted(hashed(words))


def hashed(words: Iterable[str]) -> set[int]:
    """The same numbers without order."""
    return {zlib.crc32(word.encode("utf-8", "surrogatepass")) & (BUCKETS - 1) for word in words}


@dataclass(frozen=True)
class Scorer:
    """Weights of both stages: `known` buckets in order with a row of `first` each; a row of `second` a relation."""

    known: NDArray[np.int64]
    first: Floats
    second: Floats

    def probabilities(
        self, passage: Passage, links: Links, found: Candidates, wanted: Sequence[int] | None = None
    ) -> Floats:
        """Probability of each relation (columns, in the order of `RELATIONS`) for each of the pairs.

        With `wanted`, for the pairs at these positions only, in their order; what has no part in their
        scores is not looked at.
        """
        rows = range(len(found.pairs)) if wanted is None else wanted
        if not rows:
            return np.zeros((0, len(RELATIONS)), dtype=np.float32)
        kinship = kin(links, found, rows)
        needed = sorted({row for groups in kinship for group in groups for row in group})
        raw = second_inputs(self.logits(passage, found, needed), links, found, rows)
        logits = np.einsum("prk,rk->pr", raw, self.second[:, :-1]) + self.second[:, -1]
        likely: Floats = (found.admitted[rows] / (1 + np.exp(-logits.clip(-50, 50)))).astype(np.float32)
        return likely

    def logits(self, passage: Passage, found: Candidates, rows: Iterable[int]) -> Floats:
        """What the first stage thinks of the pairs at `rows`; the lowest score for the others and what cannot hold."""
        scores = np.full((len(found.pairs), len(RELATIONS)), -_LIMIT, dtype=np.float32)
        pieces = _Pieces(passage)
        for n in rows:
            wanted = np.array(sorted(pieces.of(*found.pairs[n])))
            at = np.searchsorted(self.known, wanted).clip(max=len(self.known) - 1)
            scores[n] = self.first[at[self.known[at] == wanted]].sum(axis=0)
        return np.where(found.admitted, scores, -_LIMIT).astype(np.float32)


class _Pieces:
    """The buckets of the pairs of one passage, put together from those that several pairs share."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._shared = hashed(shared(passage))
        self._own: dict[tuple[int, str, str], set[int]] = {}

    def of(self, a: int, b: int) -> set[int]:
        subject, object_ = self._passage.members[a], self._passage.members[b]
        order = order_of(subject, object_)
        parts = (self._side(a, "s", order), self._side(b, "o", order), hashed(joint(self._passage, subject, object_)))
        return self._shared.union(*parts)

    def _side(self, n: int, side: str, order: str) -> set[int]:
        key = n, side, order
        if key not in self._own:
            self._own[key] = hashed(own(self._passage, self._passage.members[n], side, order))
        return self._own[key]


def second_inputs(logits: Floats, links: Links, found: Candidates, rows: Sequence[int] | None = None) -> Floats:
    """What the second stage weighs, for all pairs or those at `rows`: an array of pairs by relations by inputs."""
    rows = range(len(found.pairs)) if rows is None else rows
    scores = logits.clip(-_LIMIT, _LIMIT)
    pairs = [found.pairs[n] for n in rows]
    related = np.full((len(pairs), len(RELATIONS), _KINSHIP), -_LIMIT, dtype=np.float32)
    for n, groups in enumerate(kin(links, found, rows)):
        for k, others in enumerate(groups):
            if others:
                related[n, :, k] = scores[others].max(axis=0)
    alike = np.array([b in links.same[a] for a, b in pairs], dtype=np.float32) * 2
    mine = related / 3
    best = np.maximum(mine[..., :1], np.maximum(mine[..., 1:2], mine[..., 3:4]))
    every = np.repeat(scores[rows, None, :] / _LIMIT, len(RELATIONS), axis=1)
    same = np.repeat(alike[:, None], len(RELATIONS), axis=1)[..., None]
    parts = (mine, same, every, np.maximum(mine, -0.5), np.maximum(mine, 0.3), best, np.maximum(best, -0.5))
    return np.concatenate(parts, axis=2).astype(np.float32)


def kin(links: Links, found: Candidates, rows: Iterable[int]) -> list[list[list[int]]]:
    """For each pair at `rows` the rows of itself and of ten kinds of pairs that tell something about it."""
    known = {pair: n for n, pair in enumerate(found.pairs)}
    return [_kin(*found.pairs[n], links, known) for n in rows]


def _kin(a: int, b: int, links: Links, rows: Mapping[tuple[int, int], int]) -> list[list[int]]:

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
