"""The promise that every statement points at the very words it quotes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.model import Claim, EntityRef, Extraction, Node, Rejection

REASON = "evidence does not match the text"


def verified(extraction: Extraction) -> Extraction:
    """Return `extraction` with every claim whose quotation or positions are wrong as a rejection.

    A sentence must stand verbatim at its place, and a mention at its own, unless it has no width
    (the sentence implies somebody whom it does not name).
    """
    text = extraction.article.text
    kept = tuple(claim for claim in extraction.claims if is_verbatim(claim, text))
    if len(kept) == len(extraction.claims):
        return extraction
    dropped = tuple(_rejection(claim) for claim in extraction.claims if not is_verbatim(claim, text))
    return replace(extraction, claims=kept, rejections=extraction.rejections + dropped)


def is_verbatim(claim: Claim, text: str) -> bool:
    """Whether the sentence and the mentions of `claim` stand in `text` where it says."""
    evidence = claim.evidence
    if text[evidence.start : evidence.end] != evidence.sentence:
        return False
    return all(_stands(node, text) for node in nodes_of(claim))


def nodes_of(claim: Claim) -> Iterator[Node]:
    """Subject, object, qualifiers' objects and speakers of a claim, in that order."""
    yield claim.subject
    if claim.object is not None:
        yield claim.object
    yield from (qualifier.object for qualifier in claim.qualifiers)
    yield from claim.attributed_to


def _stands(node: Node, text: str) -> bool:
    if not 0 <= node.start <= node.end <= len(text):
        return False
    if not isinstance(node, EntityRef) or node.start == node.end:
        return True
    return text[node.start : node.end] == node.mention


def _rejection(claim: Claim) -> Rejection:
    evidence = claim.evidence
    return Rejection(
        evidence.article,
        evidence.sentence,
        evidence.start,
        evidence.end,
        claim.predicate.text,
        REASON,
        claim.extractor,
    )
