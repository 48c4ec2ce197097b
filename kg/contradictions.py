"""Which statements cannot both be true: one definition for the records, the graph and the page.

Two statements contradict each other when different voices make them of the same subject at the
same time, and they

- affirm and negate (or deny) the same relation to the same object, or
- affirm relations that exclude each other (`kg:excludes` of the ontology: support, oppose), or
- give a relation that has one value (`kg:singleValued`: a date of birth, a toll) different ones.

What was and what is are no contradiction, hence the care with time and tense; nor is a change of
mind of one speaker.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations
from typing import Final, Literal

from kg import ids
from kg.model import Article, Claim, ClaimRef, EntityRef, Extraction, Node, Qualifier, Quantity, Value
from kg.ontology import Ontology

_SAME_NEWS: Final = timedelta(days=31)
"""How far apart undated statements of two articles may be published and still be of the same time."""

_PAST: Final = frozenset("was were had did wasn't weren't hadn't didn't".split())
_PRESENT: Final = frozenset("is are am has have do does isn't aren't hasn't haven't don't doesn't".split())
_CHANGED: Final = re.compile(
    r"\b(?:no longer|no more|any ?more|not yet|now|still|formerly|once|used to)\b", re.IGNORECASE
)
_Tense = Literal["past", "present", ""]


def with_contradictions(extractions: Iterable[Extraction], ontology: Ontology) -> tuple[Extraction, ...]:
    """Return `extractions` with `Claim.contradicts` of every claim: the ids of those against it, sorted."""
    found = tuple(extractions)
    against: dict[str, set[str]] = defaultdict(set)
    for one, other in contradictions(found, ontology):
        against[one.id].add(other.id)
        against[other.id].add(one.id)
    return tuple(_told(extraction, against) for extraction in found)


def _told(extraction: Extraction, against: dict[str, set[str]]) -> Extraction:
    if not any(claim.contradicts or claim.id in against for claim in extraction.claims):
        return extraction
    claims = (replace(claim, contradicts=tuple(sorted(against.get(claim.id, ())))) for claim in extraction.claims)
    return replace(extraction, claims=tuple(claims))


def contradictions(extractions: Sequence[Extraction], ontology: Ontology) -> Iterator[tuple[Claim, Claim]]:
    """Yield each pair of contradicting claims once, in the order of `extractions`."""
    found: set[tuple[str, str]] = set()
    for told in _topics(extractions, ontology):
        for one, other in combinations(told, 2):
            pair = (one.claim.id, other.claim.id)
            if pair in found or not _contrary(one.claim, other.claim, ontology):
                continue
            if one.voice != other.voice and one.comparable(other):
                found.add(pair)
                yield one.claim, other.claim


def _topics(extractions: Sequence[Extraction], ontology: Ontology) -> Iterator[list[_Told]]:
    """Claims that can contradict each other: of one subject and object, or of one subject and one-valued relation."""
    topics: dict[tuple[str, str, str], list[_Told]] = defaultdict(list)
    for extraction in extractions:
        for claim in extraction.claims:
            if not isinstance(claim.subject, EntityRef) or not sign(claim):
                continue
            told, subject = _Told(claim, extraction.article), claim.subject.entity.id
            topics[subject, "object", "" if claim.object is None else _key(claim.object)].append(told)
            relation = ontology.by_iri(claim.predicate.id)
            if relation is not None and relation.single_valued:
                topics[subject, "relation", relation.iri].append(told)
    yield from topics.values()


def sign(claim: Claim) -> int:
    """1 where a claim says that it is or will be so, -1 where it says that it is not, 0 for neither."""
    if claim.modality == "denied":
        return -1 if claim.polarity == "positive" else 0
    if claim.modality not in ("asserted", "planned"):
        return 0
    return 1 if claim.polarity == "positive" else -1


# --- what is contrary ---


def _contrary(one: Claim, other: Claim, ontology: Ontology) -> bool:
    if one.predicate.id == other.predicate.id and one.predicate.label == other.predicate.label:
        if sign(one) != sign(other):
            return _same(one.object, other.object)
        return sign(one) == 1 and _two_values(one, other, ontology)
    if sign(one) != 1 or sign(other) != 1 or one.object is None:
        return False
    return _same(one.object, other.object) and ontology.exclude(one.predicate.id, other.predicate.id)


def _same(one: Node | None, other: Node | None) -> bool:
    """Whether two objects are the same; clauses are not compared."""
    if isinstance(one, EntityRef) and isinstance(other, EntityRef):
        return one.entity.id == other.entity.id
    if isinstance(one, Value) and isinstance(other, Value):
        return one.label.casefold() == other.label.casefold() and one.quantity == other.quantity
    return one is None and other is None


def _two_values(one: Claim, other: Claim, ontology: Ontology) -> bool:
    """Whether a relation that has one value for a name is given two."""
    relation = ontology.by_iri(one.predicate.id)
    if relation is None or not relation.single_valued or not _named(one.subject):
        return False
    numbers = _number(one), _number(other)
    if numbers[0] is not None and numbers[1] is not None:
        counted = {isinstance(one.object, Value), isinstance(other.object, Value)}
        # a toll grows: two of them are at odds only when they are of the same stated time
        dated = one.time is not None and other.time is not None and _bounds(one) == _bounds(other)
        return len(counted) == 1 and dated and _apart(numbers[0], numbers[1])
    labels = [node.label.casefold() for node in (one.object, other.object) if isinstance(node, Value)]
    return len(labels) == 2 and numbers == (None, None) and labels[0] not in labels[1] and labels[1] not in labels[0]


def _named(node: Node) -> bool:
    return isinstance(node, EntityRef) and node.entity.named


def _number(claim: Claim) -> Quantity | None:
    return claim.object.quantity if isinstance(claim.object, Value) else claim.quantity


def _apart(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers differ that are both meant exactly."""
    vague = any(q.approximate or q.low is not None or q.high is not None for q in (one, other))
    return not vague and one.unit == other.unit and one.value != other.value


# --- who says so, and of when ---


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim with the article that makes it."""

    claim: Claim
    article: Article

    @property
    def voice(self) -> str:
        """Whose word it is, as an IRI: the innermost speaker's, or else the outlet's."""
        if self.claim.attributed_to:
            return self.claim.attributed_to[0].entity.id
        return ids.entity_iri(self.article.source) if self.article.source else self.article.id

    def comparable(self, other: _Told) -> bool:
        """Whether two statements can be of one time and one circumstance."""
        one, two = self.claim, other.claim
        if _modal(one) != _modal(two) or not _same_circumstances(one.qualifiers, two.qualifiers):
            return False
        if one.time is not None and two.time is not None:
            return _overlap(_bounds(one), _bounds(two))
        tenses = {_tense(one), _tense(two)} - {""}
        if len(tenses) > 1 or any(_CHANGED.search(claim.predicate.text) for claim in (one, two) if claim.time is None):
            return False
        return _overlap(self._when(), other._when())

    def _when(self) -> tuple[date, date]:
        """The time of the statement, or else that of its publication with some days around it."""
        day = self.article.published
        if self.claim.time is not None or day is None:
            return _bounds(self.claim)
        return day - _SAME_NEWS / 2, day + _SAME_NEWS / 2


def _modal(claim: Claim) -> bool:
    """Whether it is about what is to come; a denial may be of either."""
    return claim.modality == "planned"


def _bounds(claim: Claim) -> tuple[date, date]:
    time = claim.time
    return (time.start if time and time.start else date.min), (time.end if time and time.end else date.max)


def _overlap(one: tuple[date, date], other: tuple[date, date]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _same_circumstances(one: Iterable[Qualifier], other: Iterable[Qualifier]) -> bool:
    """Whether no role has different participants in the two."""
    ours, theirs = _by_role(one), _by_role(other)
    return all(ours[role] == theirs[role] for role in ours.keys() & theirs.keys())


def _by_role(qualifiers: Iterable[Qualifier]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for qualifier in qualifiers:
        found[qualifier.role].add(_key(qualifier.object))
    return dict(found)


def _key(node: Node) -> str:
    if isinstance(node, EntityRef):
        return node.entity.id
    return node.claim if isinstance(node, ClaimRef) else node.label.casefold()


def _tense(claim: Claim) -> _Tense:
    """The tense that the words of the verb show, as far as an auxiliary or an ending tells."""
    words = claim.predicate.text.casefold().replace("’", "'").split()
    verb = (claim.predicate.lemma.split() or [""])[0].casefold()
    if any(word in _PRESENT for word in words) or f"{verb}s" in words:
        return "present"
    if any(word in _PAST for word in words) or any(word.startswith(verb[:3]) and word.endswith("ed") for word in words):
        return "past"
    return ""
