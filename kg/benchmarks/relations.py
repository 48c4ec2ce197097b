"""Standing relations on annotated documents: who was born where, works for whom, is married to whom.

Documents are JSON lines with ``documentId``, ``documentText`` and ``passages``, each with ``start``
and ``end``; predictions have ``documentId``, ``property`` and the ``subject`` and ``object`` as
half-open ranges of code points of the text. What the annotation says of the passages is not looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.benchmarks.records import Record, read_records
from kg.errors import InputError
from kg.extraction import Toolbox
from kg.language import Reading, read
from kg.model import Article, Block
from kg.opening import opened
from kg.standing.links import Links
from kg.standing.relations import RELATIONS
from kg.standing.rules import rule_probabilities
from kg.standing.scorer import Candidates, candidates, load_scorer
from kg.standing.stretches import Stretch, block_bounds, stretches

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from kg.standing.passages import Passage

    Judge = Callable[[Passage, Links, Candidates], NDArray[np.float32]]

THRESHOLD = 0.4
"""From this probability on a relation is predicted; it makes F1 highest on held-out folds."""


def predicted(path: Path, tools: Toolbox, *, rules: bool = False) -> Iterator[dict[str, Any]]:
    """Yield the predictions for the documents of the file `path`, in the order of their texts.

    By the trained scorer, or by `rules` alone. Raises `InputError` for a file or a line that cannot be used.
    """
    judge = rule_probabilities if rules else load_scorer().probabilities
    for record in read_records(path, ("documentId", "documentText")):
        reading, found = prepared(record, tools)
        for stretch in found:
            for fact in _facts(reading, stretch, judge):
                yield {"documentId": record["documentId"], **fact}


def prepared(record: Record, tools: Toolbox) -> tuple[Reading, list[Stretch]]:
    """Read one document and cut it into its passages; raises `InputError` where these are not usable."""
    article = _article(record)
    begun = opened(read(article, tools.nlp), tools.gazetteer)
    reading, country = begun.reading, tools.gazetteer.demonym_country
    return reading, list(stretches(reading, begun.mentions, begun.references, country, block_bounds(reading)))


def _facts(reading: Reading, stretch: Stretch, judge: Judge) -> Iterator[dict[str, Any]]:
    found = candidates(stretch.passage)
    likely = judge(stretch.passage, stretch.links, found)
    for (a, b), row in zip(found.pairs, likely, strict=True):
        for relation, probability in zip(RELATIONS, row, strict=True):
            if probability >= THRESHOLD:
                yield {
                    "property": relation.name,
                    "subject": _range(reading, stretch, a),
                    "object": _range(reading, stretch, b),
                }


def _range(reading: Reading, stretch: Stretch, member: int) -> list[int]:
    participant = stretch.passage.members[member]
    return [reading.start(participant.first), reading.end(participant.stop - 1)]


def _article(record: Record) -> Article:
    name, text = str(record["documentId"]), str(record["documentText"])
    try:
        blocks = tuple(Block(int(p["start"]), int(p["end"]), "paragraph") for p in record["passages"])
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"{name}: each of its 'passages' needs 'start' and 'end' as numbers; add them") from error
    ends = [0, *(block.end for block in blocks)]
    if any(not before <= b.start < b.end <= len(text) for before, b in zip(ends, blocks, strict=False)):
        raise InputError(f"{name}: its 'passages' overlap or lie outside the text; put them in order")
    return Article(name, name, text, blocks=blocks)
