"""Counts of a build, for a person to read and a script to compare.

The report holds nothing that depends on the clock or the machine, so that two builds of the same
articles give the same bytes; how long a build took is kept apart (`Timing`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.model import ClaimRef, Entity, EntityRef, Extraction, Value
from kg.rdf.writing import merged_entities


@dataclass(frozen=True)
class Timing:
    """How long a build took, in seconds of wall clock, and for how many words of text."""

    seconds: float
    words: int

    @property
    def words_per_second(self) -> float:
        """Words of article text for each second of the whole build, loading included."""
        return self.words / self.seconds if self.seconds > 0 else 0.0

    def record(self) -> dict[str, Any]:
        """The timing as plain data, rounded."""
        pace = round(self.words_per_second, 1)
        return {"seconds": round(self.seconds, 3), "words": self.words, "words_per_second": pace}


def entities_of(extractions: Iterable[Extraction]) -> tuple[Entity, ...]:
    """Every entity once, in order of first appearance; its names are those of all articles."""
    return tuple(merged_entities(extractions).values())


def word_count(extractions: Iterable[Extraction]) -> int:
    """Words of all articles' text, counted at white space."""
    return sum(len(extraction.article.text.split()) for extraction in extractions)


def report(extractions: Sequence[Extraction], versions: Mapping[str, str]) -> dict[str, Any]:
    """Return the counts of a build as plain data; `versions` says what made it.

    Counts are sorted from the most frequent down, and by name where equally frequent.
    """
    claims = [claim for extraction in extractions for claim in extraction.claims]
    rejections = [rejection for extraction in extractions for rejection in extraction.rejections]
    entities = entities_of(extractions)
    return {
        "articles": len(extractions),
        "words": word_count(extractions),
        "entities": len(entities),
        "statements": len(claims),
        "rejections": len(rejections),
        "canonical_statements": sum(claim.predicate.canonical for claim in claims),
        "statements_with_time": sum(claim.time is not None for claim in claims),
        "statements_with_amount": sum(claim.quantity is not None for claim in claims),
        "attributed_statements": sum(bool(claim.attributed_to) for claim in claims),
        "entities_by_type": _counts(entity.type for entity in entities),
        "statements_by_predicate": _counts(claim.predicate.label for claim in claims),
        "statements_by_modality": _counts(claim.modality for claim in claims),
        "statements_by_polarity": _counts(claim.polarity for claim in claims),
        "statements_by_object": _counts(_kind(claim.object) for claim in claims),
        "statements_by_speaker": _counts(
            claim.attributed_to[0].entity.label for claim in claims if claim.attributed_to
        ),
        "statements_by_extractor": _counts(claim.extractor for claim in claims),
        "statements_by_article": {extraction.article.name: len(extraction.claims) for extraction in extractions},
        "rejections_by_reason": _counts(rejection.reason for rejection in rejections),
        "versions": dict(versions),
    }


def _kind(node: EntityRef | Value | ClaimRef | None) -> str:
    if node is None:
        return "none"
    return {EntityRef: "entity", Value: "value", ClaimRef: "statement"}[type(node)]


def _counts(names: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items(), key=lambda pair: (-pair[1], pair[0])))
