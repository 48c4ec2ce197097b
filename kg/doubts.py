"""Statements that were most likely misread are set aside, with the reason, instead of stated.

What remains is what a careful reader would accept more often than not; what is set aside stands
among the rejections, where a lower bound (`kg build --min-confidence 0`) brings it back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.model import Claim, ClaimRef, Rejection, label_of


def sifted(claims: Sequence[Claim], least: float) -> tuple[tuple[Claim, ...], tuple[Rejection, ...]]:
    """Return the claims that are at least `least` likely right, 0 to 1, and a rejection for each other.

    What was stated of a claim that is set aside keeps its words. Both are in the old order.
    """
    gone = {claim.id for claim in claims if claim.confidence < least}
    kept = tuple(_unlinked(claim, gone) for claim in claims if claim.id not in gone)
    return kept, tuple(_rejection(claim, least) for claim in claims if claim.id in gone)


def _unlinked(claim: Claim, gone: set[str]) -> Claim:
    reference = claim.object
    if not isinstance(reference, ClaimRef) or reference.claim not in gone:
        return claim
    return replace(claim, object=reference.words())


def _rejection(claim: Claim, least: float) -> Rejection:
    object_ = [label_of(claim.object)] if claim.object is not None else []
    parts = (label_of(claim.subject), claim.predicate.label, *object_)
    reason = f"doubtful: confidence {claim.confidence:.2f} is below {least:g}"
    at = claim.evidence
    text = " · ".join(part for part in parts if part)
    return Rejection(at.article, at.sentence, at.start, at.end, text, reason, claim.extractor)
