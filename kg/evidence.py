"""The promise that every statement points at the very words it quotes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.model import Claim, EntityRef, Evidence, Extraction, Node, Rejection, Restatement

REASON = "evidence does not match the text"


def verified(extraction: Extraction) -> Extraction:
    """Return `extraction` with every claim whose quotation or positions are wrong as a rejection.

    A sentence must stand verbatim at its place, and a mention at its own, unless it has no width
    (the sentence implies somebody whom it does not name). A claim loses each further sentence that
    does not hold, and is lost itself only with its first.
    """
    text = extraction.article.text
    if all(is_verbatim(claim, text) for claim in extraction.claims):
        return extraction
    kept: list[Claim] = []
    dropped: list[Rejection] = []
    for claim in extraction.claims:
        if not _first_stands(claim, text):
            dropped.append(_rejection(claim, claim.evidence))
            continue
        false = [again for again in claim.more_evidence if not _again_stands(again, text)]
        dropped += [_rejection(claim, again.evidence) for again in false]
        kept.append(replace(claim, more_evidence=tuple(a for a in claim.more_evidence if a not in false)))
    return replace(extraction, claims=tuple(kept), rejections=(*extraction.rejections, *dropped))


def is_verbatim(claim: Claim, text: str) -> bool:
    """Whether every sentence and mention of `claim` stands in `text` where it says."""
    return _first_stands(claim, text) and all(_again_stands(again, text) for again in claim.more_evidence)


def _first_stands(claim: Claim, text: str) -> bool:
    return _quoted(claim.evidence, text) and all(_stands(node, text) for node in nodes_of(claim))


def _again_stands(again: Restatement, text: str) -> bool:
    nodes = (again.subject, *([again.object] if again.object is not None else []))
    return _quoted(again.evidence, text) and all(_stands(node, text) for node in nodes)


def _quoted(evidence: Evidence, text: str) -> bool:
    return text[evidence.start : evidence.end] == evidence.sentence


def nodes_of(claim: Claim) -> Iterator[Node]:
    """Subject, object, qualifiers' objects and speakers of a claim, in that order."""
    yield claim.subject
    if claim.object is not None:
        yield claim.object
    yield from (qualifier.object for qualifier in claim.qualifiers)
    yield from claim.attributed_to


def mentions_of(claim: Claim) -> Iterator[tuple[Node, Evidence]]:
    """Every node of a claim with the sentence that mentions it, further sentences after the first."""
    yield from ((node, claim.evidence) for node in nodes_of(claim))
    for again in claim.more_evidence:
        yield again.subject, again.evidence
        if again.object is not None:
            yield again.object, again.evidence


def _stands(node: Node, text: str) -> bool:
    if not 0 <= node.start <= node.end <= len(text):
        return False
    if not isinstance(node, EntityRef) or node.start == node.end:
        return True
    return text[node.start : node.end] == node.mention


def _rejection(claim: Claim, evidence: Evidence) -> Rejection:
    return Rejection(
        evidence.article,
        evidence.sentence,
        evidence.start,
        evidence.end,
        claim.predicate.text,
        REASON,
        claim.extractor,
    )
