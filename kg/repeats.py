"""What an article states twice is one statement with two pieces of evidence.

Two statements of an article are the same when subject, relation, object, polarity, modality,
speakers and circumstances are, and their times do not differ. Nothing is merged across articles:
who repeats whom is for the reader to see.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from kg.model import Claim, ClaimRef, EntityRef, Evidence, Node, Restatement, TimeSpan

_MOST_ROUNDS: Final = 8
_Key = tuple[object, ...]


def merged(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims of one article with repeats merged into the first, in their old order.

    The first keeps its id; the others stand in its `Claim.more_evidence`, in the order of the text,
    and whatever pointed at one of them points at it. A statement about a repeated statement is a
    repeat itself, hence the rounds.
    """
    found = tuple(claims)
    for _ in range(_MOST_ROUNDS):
        fewer = _once(found)
        if len(fewer) == len(found):
            break
        found = fewer
    return found


def _once(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    kept: dict[str, Claim] = {}
    moved: dict[str, str] = {}
    for group in _groups(claims):
        first = group[0]
        kept[first.id] = _joined(group) if len(group) > 1 else first
        moved |= {other.id: first.id for other in group[1:]}
    if not moved:
        return tuple(claims)
    return tuple(_repointed(kept[claim.id], moved) for claim in claims if claim.id in kept)


def _groups(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """The statements that say the same, each group in the order given."""
    alike: dict[_Key, list[Claim]] = defaultdict(list)
    for claim in claims:
        alike[_essence(claim)].append(claim)
    for same in alike.values():
        yield from _of_one_time(same)


def _of_one_time(same: list[Claim]) -> Iterator[list[Claim]]:
    """Parted by time; the undated joins the dated only where there is no choice of dates."""
    times = {_bounds(claim.time) for claim in same if claim.time is not None}
    if len(times) < 2:
        yield same
        return
    parted: dict[object, list[Claim]] = defaultdict(list)
    for claim in same:
        parted[_bounds(claim.time)].append(claim)
    yield from parted.values()


def _bounds(time: TimeSpan | None) -> _Key:
    if time is None:
        return ()
    return (time.start, time.end) if time.start or time.end else (time.text.casefold(),)


def _essence(claim: Claim) -> _Key:
    return (
        _key(claim.subject),
        claim.predicate.id,
        claim.predicate.label,
        _key(claim.object),
        claim.polarity,
        claim.modality,
        tuple(speaker.entity.id for speaker in claim.attributed_to),
        frozenset((q.role, _key(q.object)) for q in claim.qualifiers),
        claim.quantity,
    )


def _key(node: Node | None) -> _Key:
    if isinstance(node, EntityRef):
        return ("entity", node.entity.id)
    if isinstance(node, ClaimRef):
        return ("claim", node.claim)
    return () if node is None else ("value", " ".join(node.label.casefold().split()), node.quantity)


def _joined(group: Sequence[Claim]) -> Claim:
    """The first of a group with the evidence of all, the time that any gives, and the best confidence."""
    first = group[0]
    others: dict[tuple[int, int], Restatement] = {}
    for claim in group:
        for again in (*claim.more_evidence, _restatement(claim, first)):
            others.setdefault(_place(again.evidence), again)
    others.pop(_place(first.evidence))
    return replace(
        first,
        time=next((claim.time for claim in group if claim.time is not None), None),
        confidence=max(claim.confidence for claim in group),
        more_evidence=tuple(again for _, again in sorted(others.items())),
    )


def _restatement(claim: Claim, first: Claim) -> Restatement:
    """`claim` as another place of `first`, under the names that the first goes by."""
    said = claim.predicate
    return Restatement(
        evidence=claim.evidence,
        subject=_elsewhere(first.subject, claim.subject),
        predicate=replace(first.predicate, text=said.text, start=said.start, end=said.end),
        object=None if first.object is None or claim.object is None else _elsewhere(first.object, claim.object),
    )


def _elsewhere(node: Node, there: Node) -> Node:
    if isinstance(node, EntityRef):
        return replace(
            node, mention=there.mention if isinstance(there, EntityRef) else "", start=there.start, end=there.end
        )
    return replace(node, start=there.start, end=there.end)


def _place(evidence: Evidence) -> tuple[int, int]:
    return evidence.start, evidence.end


def _repointed(claim: Claim, moved: Mapping[str, str]) -> Claim:
    """`claim` with every reference to a merged statement leading to the one that stayed."""
    object_ = None if claim.object is None else _pointed(claim.object, moved)
    qualifiers = tuple(replace(q, object=_pointed(q.object, moved)) for q in claim.qualifiers)
    subject = _pointed(claim.subject, moved)
    if (subject, object_, qualifiers) == (claim.subject, claim.object, claim.qualifiers):
        return claim
    again = tuple(
        replace(a, subject=_pointed(a.subject, moved), object=None if a.object is None else _pointed(a.object, moved))
        for a in claim.more_evidence
    )
    return replace(claim, subject=subject, object=object_, qualifiers=qualifiers, more_evidence=again)


def _pointed(node: Node, moved: Mapping[str, str]) -> Node:
    return replace(node, claim=moved.get(node.claim, node.claim)) if isinstance(node, ClaimRef) else node
