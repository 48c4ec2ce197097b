"""Does confidence mean what it says? Statements that people judged, against what the model thinks of them.

A judgement is a line of JSON: a sentence with the text ``before`` it, one statement read from it, and
the verdict of a careful reader: ``ok``, ``unhelpful`` (not false, but cut or not clear by itself),
``wrong`` or ``opposite``. Only ``ok`` counts as right. A judgement holds for a statement that the
present rules still make, in the same way; what they make no more is counted and left out.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any, Final

from kg import ids
from kg.confidence import Trained
from kg.errors import InputError
from kg.extraction import Toolbox, with_signs
from kg.model import Article, Block, Claim, EntityRef, Node
from kg.records import read_lines

VERDICTS: Final = ("ok", "unhelpful", "wrong", "opposite")
BINS: Final = 8
_FEWEST: Final = 20
"""Fewer statements than this in a bin say nothing about their share."""
_WIDTH: Final = 41
Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement that the present rules make and somebody judged: its signs, and whether it is right.

    `group` is the article that it is from, so that folds can be parted by article.
    """

    group: str
    right: bool
    signs: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Bin:
    """Statements of similar confidence: how many, their mean confidence, and the share that is right."""

    count: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """How well probabilities fit verdicts: `brier` and `ece` are 0 at best; `auc` tells right from wrong, 1 at best.

    `base` is the Brier score of giving every statement the share of right ones.
    """

    bins: tuple[Bin, ...]
    count: int
    right: float
    brier: float
    base: float
    ece: float
    auc: float


def judged(path: Path, tools: Toolbox) -> tuple[tuple[Judged, ...], int]:
    """Read the sentences of a file of judgements anew; return what still stands, and how many do not.

    Raises `InputError` naming the file when it cannot be read or a line lacks something.
    """
    records = list(read_lines(path)) if path.is_file() else []
    if not records:
        raise InputError(f"{path}: no judgements there; give a file of JSON lines")
    found: list[Judged] = []
    try:
        for (name, _), same in groupby(records, key=lambda r: (r["article"], r["before"] + r["sentence"])):
            found += _matched(name, list(same), tools)
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"{path}: a judgement is damaged or lacks something ({error!r})") from error
    return tuple(found), len(records) - len(found)


def _matched(name: str, records: Sequence[Record], tools: Toolbox) -> Iterator[Judged]:
    first = records[0]
    text, start = first["before"] + first["sentence"], len(first["before"])
    made = [pair for pair in with_signs(_article(name, text, first["published"]), tools) if _within(pair[0], start)]
    for record in records:
        if record["verdict"] not in VERDICTS:
            raise ValueError(f"verdict {record['verdict']!r}, not one of {', '.join(VERDICTS)}")
        found = next((signs for claim, signs in made if _is(claim, record)), None)
        if found is not None:
            yield Judged(name, record["verdict"] == "ok", found)


def _within(claim: Claim, start: int) -> bool:
    return claim.predicate.end > start


def _article(name: str, text: str, published: str) -> Article:
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        if paragraph.strip():
            blocks.append(Block(at, at + len(paragraph), "paragraph"))
        at += len(paragraph) + 2
    identity = ids.article_iri(name, ids.digest(text))
    return Article(identity, name, text, published=date.fromisoformat(published), blocks=tuple(blocks))


def _is(claim: Claim, record: Record) -> bool:
    """Whether a claim is the statement of a judgement; with a bad verdict, down to its circumstances."""
    if (claim.predicate.label, claim.polarity, claim.modality) != tuple(
        record[key] for key in ("predicate", "polarity", "modality")
    ):
        return False
    part = record["verdict"] == "ok"
    if not (_names(claim.subject, record["subject"], part) and _names(claim.object, record["object"], part)):
        return False
    told = (bool(claim.attributed_to), claim.time is not None, len(claim.qualifiers))
    was = (bool(record["attributed_to"]), record["time"] is not None, len(record["qualifiers"]))
    return record["verdict"] == "ok" or told == was


def _names(node: Node | None, wanted: Record | None, part: bool) -> bool:
    """Whether a node is called so, by its label or by what its sentence calls it; `part`: or by more or less words."""
    if node is None or wanted is None:
        return (node is None) == (wanted is None)
    ours = {_plain(node.entity.label), _plain(node.mention)} if isinstance(node, EntityRef) else {_plain(node.label)}
    theirs = {_plain(wanted[key]) for key in ("label", "mention") if wanted.get(key)}
    return not ours.isdisjoint(theirs) or (part and any(o in t or t in o for o in ours for t in theirs if o and t))


def _plain(words: str) -> str:
    plain = " ".join(words.casefold().replace('"', "").split())
    return plain.removeprefix("the ").removeprefix("a ").rstrip("…")[:60]


def measured(found: Sequence[Judged], trained: Trained) -> Calibration:
    """Measure on each judged statement the model that never saw its article."""
    chances = [trained.for_article(each.group).probability(each.signs) for each in found]
    return calibration(chances, [each.right for each in found])


def told(figures: Calibration, lost: int) -> str:
    """Return the figures as a table with a curve: ``o`` is the confidence of a bin, ``#`` the share that is right."""
    head = f"{figures.count} judged statements, {lost} more are not made any longer; {figures.right:.0%} are right\n"
    rows = [f"{'n':>4}  {'confidence':>10}  {'right':>5}  0%{' ' * (_WIDTH - 6)}100%"]
    rows += [f"{b.count:4}  {b.confidence:10.2f}  {b.right:5.2f}  {_bar(b)}" for b in figures.bins]
    scores = (
        f"Brier score {figures.brier:.3f} (always the mean: {figures.base:.3f})",
        f"expected calibration error {figures.ece:.3f}",
        f"right above wrong in {figures.auc:.0%} of pairs",
    )
    return head + "\n".join((*rows, ", ".join(scores))) + "\n"


def _bar(of: Bin) -> str:
    line = list("·" * _WIDTH)
    line[round(of.confidence * (_WIDTH - 1))] = "o"
    line[round(of.right * (_WIDTH - 1))] = "#"
    return "".join(line)


def calibration(chances: Sequence[float], right: Sequence[bool]) -> Calibration:
    """Compare probabilities with verdicts, in bins of equal count.

    >>> figures = calibration([0.25, 0.75, 0.75, 0.75], [False, True, True, False])
    >>> figures.brier, round(figures.auc, 2)
    (0.1875, 0.75)
    """
    pairs = sorted(zip(chances, right, strict=True))
    bins = tuple(_bin(part) for part in _parts(pairs))
    share = sum(right) / len(right)
    return Calibration(
        bins=bins,
        count=len(pairs),
        right=share,
        brier=math.fsum((p - r) ** 2 for p, r in pairs) / len(pairs),
        base=share * (1 - share),
        ece=math.fsum(b.count * abs(b.confidence - b.right) for b in bins) / len(pairs),
        auc=_auc(pairs),
    )


def _parts(pairs: Sequence[tuple[float, bool]]) -> Iterator[Sequence[tuple[float, bool]]]:
    count = max(1, min(BINS, len(pairs) // _FEWEST))
    edges = [round(i * len(pairs) / count) for i in range(count + 1)]
    yield from (pairs[a:b] for a, b in pairwise(edges))


def _bin(part: Sequence[tuple[float, bool]]) -> Bin:
    return Bin(len(part), math.fsum(p for p, _ in part) / len(part), sum(r for _, r in part) / len(part))


def _auc(pairs: Sequence[tuple[float, bool]]) -> float:
    """How often a right statement is given more than one that is not, ties counting half."""
    good, bad = ([p for p, r in pairs if bool(r) is wanted] for wanted in (True, False))
    if not good or not bad:
        return 0.5
    return math.fsum((g > b) + (g == b) / 2 for g in good for b in bad) / (len(good) * len(bad))
