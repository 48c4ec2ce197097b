"""From scores to what an article states: relations that are likely, well typed and named by a word of the text.

A benchmark wants every relation that is more likely than not. A graph wants those that a reader would
sign, so more is asked here: a higher probability, participants that are known to be of the right types,
and a word on the way between them that names the relation. What the clause and noun rules have already
found is left to them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from kg.extract.attribution import Attribution, is_nobody
from kg.extract.forms import clause_of, is_verb
from kg.extract.modality import standing
from kg.extract.phrases import label
from kg.language import PARSED_KINDS, Reading
from kg.model import Claim, EntityRef, Node, Value
from kg.ontology import Ontology
from kg.stages import Mention, Phrase, Proposition, Reference
from kg.standing.passages import Passage
from kg.standing.relations import RELATIONS, Standing, known_roles, roles
from kg.standing.rules import TRIGGERS
from kg.standing.scorer import candidates, load_scorer, paired
from kg.standing.spans import Participant
from kg.standing.stretches import Stretch, sentence_bounds, stretches
from kg.standing.ties import cued, tie
from kg.times import find_times

if TYPE_CHECKING:
    from spacy.tokens import Token

THRESHOLD = 0.6
"""From this probability on a relation becomes a statement."""
EXTRACTOR = "standing"
_LOOSE = frozenset({"affiliated with", "citizen of"})
"""Relations that say nothing new of two who are known to be related in any other way."""
_PRECISE = {"member": "member of", "work": "work for", "employ": "work for", "employee": "work for"}
"""What says more than `affiliated with`, by the word that ties the two."""
_PAST = frozenset(
    "former ex then late future designate alleged would-be prospective onetime formerly originally previously once"
    " never no not reportedly allegedly".split()
)


@dataclass(frozen=True)
class Sources:
    """What the earlier stages found in one article."""

    reading: Reading
    mentions: Sequence[Mention]
    references: Sequence[Reference]
    attribution: Attribution
    country: Callable[[str], str | None]


def standing_propositions(sources: Sources) -> Iterator[Proposition]:
    """Yield the standing relations that the sentences of an article state, in the order of the text.

    `Proposition.confidence` is the probability that the scorer gives.
    """
    reading = sources.reading
    bounds = [b for b in sentence_bounds(reading) if _is_prose(reading, b[0]) and _triggered(reading, b)]
    resolved = {r.mention.head for r in sources.references}
    for stretch in stretches(reading, sources.mentions, sources.references, sources.country, bounds):
        yield from _stated(sources, stretch, resolved)


def with_novel(known: Sequence[Claim], found: Sequence[Claim], ontology: Ontology) -> tuple[Claim, ...]:
    """Return the claims `known` and, in the order of the text, what the standing claims `found` add to them.

    Those that do not fit the ontology add nothing, nor do those that a sentence's other claims already
    say: `CEO of` needs no `affiliated with` beside it. A claim whose object is a date gets that date as
    its time.
    """
    kept: list[Claim] = []
    for claim in found:
        between = [k for k in (*known, *kept) if _pair(k) == _pair(claim) and k.evidence.start == claim.evidence.start]
        if _fits(claim) and not any(_covers(k, claim, ontology) for k in between):
            kept.append(_dated(claim))
    return tuple(sorted((*known, *kept), key=lambda c: c.evidence.start))


def _fits(claim: Claim) -> bool:
    """Whether the ontology takes the relation between the two; a party is no ministry and no company."""
    party = claim.predicate.label != "party member of" or _type_of(claim.object) == "Organization"
    return claim.predicate.canonical and party


def _dated(claim: Claim) -> Claim:
    """Of `(21 October 1891 – 25 July 1956)`, the day of birth is not the whole life."""
    if not isinstance(claim.object, Value):
        return claim
    times = find_times(f"in {claim.object.label}", claim.evidence.published)
    return replace(claim, time=times[0].span if times else None)


def _is_prose(reading: Reading, first: int) -> bool:
    kind = reading.block(first).kind
    return kind in PARSED_KINDS and kind != "headline"


def _triggered(reading: Reading, bounds: tuple[int, int]) -> bool:
    return any(t.lemma_.lower() in TRIGGERS or _is_nationality(t) for t in reading.doc[bounds[0] : bounds[1]])


def _is_nationality(token: Token) -> bool:
    """Whether the model takes a word for a nationality."""
    return token.ent_type_ == "NORP"


def _stated(sources: Sources, stretch: Stretch, resolved: set[int]) -> Iterator[Proposition]:
    """What one stretch states; a pair is scored only if grammar ties the two, which is seldom."""
    passage = stretch.passage
    tied = [(a, b, column, named) for a, b, column, named in _tied(passage, resolved) if _holds(named, b, passage)]
    if not tied:
        return
    found = candidates(passage)
    rows = {pair: row for row, pair in enumerate(found.pairs)}
    wanted = sorted({rows[a, b] for a, b, _, _ in tied})
    likely = dict(zip(wanted, load_scorer().probabilities(passage, stretch.links, found, wanted), strict=True))
    for a, b, column, named in tied:
        probability = float(likely[rows[a, b]][column])
        if probability >= THRESHOLD:
            pair = passage.members[a], passage.members[b]
            yield _proposition(sources, RELATIONS[column], pair, named, probability)


def _tied(passage: Passage, resolved: set[int]) -> Iterator[tuple[int, int, int, Token]]:
    """Yield subject, object, relation (by position) and the word that ties the two, if types and grammar allow it."""
    may_hold = paired(passage, roles) & paired(passage, known_roles) & np.array(cued(passage))
    for a, b, column in np.argwhere(may_hold).tolist():
        s, o = passage.members[a], passage.members[b]
        if _known(s, resolved) and _known(o, resolved):
            named = tie(passage, RELATIONS[column], s, o)
            if named is not None:
                yield a, b, column, named


def _known(p: Participant, resolved: set[int]) -> bool:
    return p.form != "pronoun" or p.head in resolved


def _holds(named: Token, other: int, passage: Passage) -> bool:
    """Whether the words say it of now or ever, and say it at all: no `former`, no `not`, no `would`."""
    words = (named, passage.tokens[passage.members[other].head])
    if any(c.lower_ in _PAST or c.dep_ == "neg" for word in words for c in word.children):
        return False
    clause = named.head if named.dep_ == "attr" else named
    if not is_verb(clause):
        return True  # a title or a kinship in passing holds whatever the clause says
    frame = standing(clause)
    return frame.polarity == "positive" and frame.modality == "asserted"


def _proposition(
    sources: Sources, relation: Standing, pair: tuple[Participant, Participant], named: Token, probability: float
) -> Proposition:
    clause = named if is_verb(named) else clause_of(named)
    speakers = sources.attribution.speakers(clause) if clause is not None else sources.attribution.quoted(named)
    first, stop = named.i, named.i + 1
    if pair[1].first <= named.i < pair[1].stop:
        first, stop = pair[1].first, pair[1].stop
    words = relation.label
    if relation.name == "EMPLOYEE_OR_MEMBER_OF":
        words = _PRECISE.get(named.lemma_.lower(), words)
    return Proposition(
        root=named.i,
        lemma=words,
        label=words,
        first=first,
        stop=stop,
        subject=_phrase(sources.reading, pair[0]),
        object=_phrase(sources.reading, pair[1]),
        speakers=tuple(Phrase(s.i, s.i, s.i + 1, "" if is_nobody(s) else s.text) for s in speakers),
        anchors=(named.i, named.head.i) if named.dep_ == "attr" else (named.i,),
        extractor=EXTRACTOR,
        confidence=round(probability, 2),
    )


def _phrase(reading: Reading, p: Participant) -> Phrase:
    words = reading.wording(p.first, p.stop)
    return Phrase(p.head, p.first, p.stop, " ".join(words.split()) if p.form == "date" else label(words))


def _type_of(node: Node | None) -> str | None:
    """The entity type of a node, None where it is no entity."""
    return node.entity.type if isinstance(node, EntityRef) else None


def _pair(claim: Claim) -> frozenset[str]:
    return frozenset((_identity(claim.subject), _identity(claim.object)))


def _identity(node: Node | None) -> str:
    if isinstance(node, EntityRef):
        return node.entity.id
    return "" if node is None else f"{node.start}"


def _covers(known: Claim, claim: Claim, ontology: Ontology) -> bool:
    """Whether `known` says as much as `claim` of the same two."""
    if claim.predicate.label in _LOOSE:
        return True
    iris = {known.predicate.id, *ontology.ancestors(known.predicate.id)}
    return claim.predicate.id in iris or known.predicate.id in ontology.ancestors(claim.predicate.id)
