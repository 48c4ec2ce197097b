"""Propositions to claims: words become entities, amounts, times and relations, or a rejection.

What a phrase names is looked up in the article's resolution; a phrase that is no name becomes a
node of its own article. A predicate that the ontology knows gets its relation, any other stays an
open relation. Nothing is dropped silently.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from kg import ids
from kg.circumstances import Circumstances
from kg.extract.lists import is_fraction
from kg.extract.shells import says_nothing, stands_in
from kg.extract.verbs import EMPTY_VERBS, TRANSITIVE_VERBS
from kg.measures import sentence_range
from kg.model import Claim, ClaimRef, EntityRef, Evidence, Node, Predicate, Rejection, Value
from kg.nodes import Nodes, key, type_of
from kg.ontology import Relation
from kg.posts import FORMER, role_relation
from kg.stages import Content, Phrase, Proposition
from kg.tautologies import is_named_by, is_said_twice

_ROLES = ("title", "apposition", "post")
"""The rules that say what somebody is to somebody."""
_IDENTIFYING = frozenset({"be", "become", "remain", "name", "call", "know"})
"""Verbs that may say of somebody who that is."""
_BEING = frozenset({"be", "become", "remain"})
_ASKING = ("how ", "what ", "why ", "whether ", "which ")
_SPEAKER_OWNS = ("my", "our", "your")


@dataclass(frozen=True)
class Ground:
    """Turns the propositions of one article into claims."""

    nodes: Nodes

    def claims(self, propositions: Iterable[Proposition]) -> tuple[tuple[Claim, ...], tuple[Rejection, ...]]:
        """Return the claims and rejections of `propositions`, in the order of the text."""
        kept: list[tuple[int, Claim]] = []
        rejected: list[Rejection] = []
        seen: set[tuple[object, ...]] = set()
        for proposition in sorted(propositions, key=lambda p: (p.root, p.extractor != "clause")):
            outcome = self._ground(proposition)
            if isinstance(outcome, str):
                rejected.append(self._rejection(proposition, outcome))
                continue
            for claim in outcome:
                if _essence(claim) not in seen:
                    seen.add(_essence(claim))
                    kept.append((proposition.root, claim))
        return _linked(kept), tuple(rejected)

    # --- one proposition ---

    def _ground(self, p: Proposition) -> list[Claim] | str:
        """The claims that a proposition makes, or why it makes none."""
        if reason := self._unfit(p):
            return reason
        subjects = self._subjects(p.subject)
        if not subjects:
            return f"unresolved subject {p.subject.label!r}"
        if isinstance(subjects[0], Value):
            return f"subject {p.subject.label!r} is an amount or a time"
        objects = self._objects(p.object, kind=p.lemma in _BEING)
        if not objects:
            return f"unresolved object {p.object.label if p.object else ''!r}"
        pairs = [(s, o) for s, o in product(subjects, objects) if not _same(s, o)]
        if not pairs and (other := self._somebody_else(p)) is not None:
            pairs = [(subjects[0], other)]
        return [self._claim(p, s, o) for s, o in pairs] or "subject and object are the same"

    def _somebody_else(self, p: Proposition) -> Node | None:
        """`Apple is buying the company`: a description beside its verb's subject is somebody else."""
        if not isinstance(p.object, Phrase) or p.extractor != "clause" or p.lemma.split()[0] in _IDENTIFYING:
            return None
        head = self.nodes.reading.doc[p.object.head]
        return self.nodes.thing(p.object) if head.pos_ == "NOUN" and p.object.label else None

    def _unfit(self, p: Proposition) -> str:
        undone = p.lemma in TRANSITIVE_VERBS and not p.label.startswith("be ")
        if p.object is None and (p.lemma in EMPTY_VERBS or undone):
            return f"{p.label!r} says nothing without an object"
        if any(t.lower_ == "whose" for t in self.nodes.reading.doc[p.subject.first : p.subject.stop]):
            return "the subject is a part of something named elsewhere (whose)"
        if p.extractor == "clause" and (empty := self._empty(p.subject) or self._empty(p.object)):
            return f"nothing says which: {empty!r}"
        if p.object is None and self._is_in_name(p):
            return f"the verb is a part of the name {p.subject.label!r}"
        if p.extractor == "clause" and p.subject.label.lower().startswith(_ASKING):
            return f"the subject is a question: {p.subject.label!r}"
        if p.object is not None and p.object.label.lower().endswith(("doing so", " do so")):
            return f"nothing says what was done: {p.object.label!r}"
        if p.extractor == "clause" and stands_in(p.subject.label):
            return f"nothing says which: {p.subject.label!r}"
        if self._is_appeal(p):
            return f"an appeal tells of nobody: {self.nodes.reading.wording(p.first, p.stop)!r}"
        if is_named_by(p, self.nodes):
            return f"the name says it already: {p.subject.label!r}"
        if is_said_twice(p, self.nodes):
            return "somebody says that they say it"
        owner = self._unknown_owner(p.subject)
        return f"nobody knows whose: {owner!r}" if owner else ""

    def _is_appeal(self, p: Proposition) -> bool:
        """Whether a verb only calls on everybody: `let us begin`, `let's go`."""
        doc = self.nodes.reading.doc
        us = p.root + 1 if doc[p.root].lower_ == "let" else p.subject.head
        let = doc[us - 1] if us else doc[us]
        bare = let.lower_ == "let" and not any(c.dep_ in ("nsubj", "aux") for c in let.lefts)
        return bare and us < len(doc) and doc[us].lower_ in ("us", "'s", "’s")

    def _is_in_name(self, p: Proposition) -> bool:
        """Whether a capitalised verb belongs to the name before it: `Hope Lives On, a charity, …`."""
        verb = self.nodes.reading.doc[p.root]
        names = [entity.label for entity in self.nodes.denoted(self.nodes.reading.doc[p.subject.head])]
        return verb.text[0].isupper() and any(verb.text in name.split() for name in names)

    def _empty(self, phrase: Phrase | Content | None) -> str:
        """The words of a phrase that points at what was not named before, or that lacks what would say which."""
        if not isinstance(phrase, Phrase):
            return ""
        head = self.nodes.reading.doc[phrase.head]
        empty = says_nothing(head, phrase.label) and not self.nodes.denoted(head)
        return self.nodes.reading.wording(phrase.first, phrase.stop) if empty else ""

    def _unknown_owner(self, phrase: Phrase) -> str:
        """A first or second person's possessive that nobody in the article answers to."""
        for token in self.nodes.reading.doc[phrase.first : phrase.head]:
            known = self.nodes.denoted(token) or self.nodes.resolution.among.get(token.i)
            if token.lower_ in _SPEAKER_OWNS and token.dep_ == "poss" and not known:
                return token.text
        return ""

    def _subjects(self, phrase: Phrase) -> list[Node]:
        """What the subject names; a share (`half of the researchers`) is somebody here, not a number."""
        found = self.nodes.named(phrase)
        if found and isinstance(found[0], Value) and is_fraction(self.nodes.reading.doc[phrase.head]):
            return [self.nodes.thing(phrase)]
        return found

    def _objects(self, object_: Phrase | Content | None, *, kind: bool = False) -> Sequence[Node | None]:
        """What the object names; where it says of which `kind` the subject is, `an Indian` is not India."""
        if isinstance(object_, Phrase):
            return [self.nodes.people(object_)] if kind and self.nodes.is_people(object_) else self.nodes.named(object_)
        return [self.nodes.content(object_)] if object_ is not None else [None]

    def _claim(self, p: Proposition, subject: Node, object_: Node | None) -> Claim:
        if _is_membership(p, subject, object_):
            p = replace(p, label="member of")
        predicate, swapped = self._predicate(p, subject, object_)
        if swapped and object_ is not None:
            subject, object_ = object_, subject
        parts = (str(predicate.start), key(subject), predicate.id, key(object_), p.polarity, p.extractor)
        around = Circumstances(self.nodes)
        return Claim(
            id=ids.claim_iri(self.nodes.reading.article.id, *parts),
            subject=subject,
            predicate=predicate,
            object=object_,
            evidence=self._evidence(p),
            polarity=p.polarity,
            modality=p.modality,
            qualifiers=tuple(q for q in around.qualifiers(p) if object_ is None or key(q.object) != key(object_)),
            attributed_to=around.speakers(p),
            time=around.time(p),
            quantity=around.quantity(p),
            confidence=p.confidence,
            extractor=p.extractor,
        )

    def _predicate(self, p: Proposition, subject: Node, object_: Node | None) -> tuple[Predicate, bool]:
        """The relation, and whether its words name it with subject and object exchanged."""
        known, swapped = self._relation(p, subject, object_)
        reading = self.nodes.reading
        predicate = Predicate(
            id=known.iri if known else ids.relation_iri(p.label),
            label=_label(p, known),
            lemma=p.lemma,
            text=reading.wording(p.first, p.stop),
            start=reading.start(p.first),
            end=reading.end(p.stop - 1),
            canonical=known is not None,
        )
        return predicate, swapped

    def _relation(self, p: Proposition, subject: Node, object_: Node | None) -> tuple[Relation | None, bool]:
        types = (type_of(subject), type_of(object_))
        known = self.nodes.ontology.relation(p.label, *types) if _fits(p, object_) else None
        if known is None and p.extractor in _ROLES and isinstance(object_, EntityRef):
            known = role_relation(self.nodes.ontology, p.label, *types)
        if known is not None and object_ is None and known.label != p.label:
            known = None
        if known is None and isinstance(object_, EntityRef):
            known = self.nodes.ontology.inverse(p.label, *types)
            return known, known is not None
        return known, False

    def _evidence(self, p: Proposition) -> Evidence:
        start, end = sentence_range(self.nodes.reading, self.nodes.reading.doc[p.root].sent)
        article = self.nodes.reading.article
        return Evidence(article.id, article.text[start:end], start, end, article.published)

    def _rejection(self, p: Proposition, reason: str) -> Rejection:
        evidence = self._evidence(p)
        object_ = p.object.label if p.object else ""
        text = " · ".join(part for part in (p.subject.label, p.label, object_) if part)
        return Rejection(evidence.article, evidence.sentence, evidence.start, evidence.end, text, reason, p.extractor)


def _linked(kept: Sequence[tuple[int, Claim]]) -> tuple[Claim, ...]:
    """Point clause objects at the claim that their verb made, or keep them as words."""
    by_root: dict[str, Claim] = {}
    for root, claim in kept:
        by_root.setdefault(f"#{root}", claim)
    return tuple(_resolve_content(claim, by_root) for _, claim in kept)


def _resolve_content(claim: Claim, by_root: Mapping[str, Claim]) -> Claim:
    reference = claim.object
    if not isinstance(reference, ClaimRef):
        return claim
    target = by_root.get(reference.claim)
    if target is None or target.id == claim.id:
        return replace(claim, object=reference.words())
    return replace(claim, object=replace(reference, claim=target.id))


def _label(p: Proposition, known: Relation | None) -> str:
    """The relation's own label, unless the words hold it and say more: `Commerce Secretary of`."""
    if known is None:
        return p.label
    more = set(known.label.lower().split()) < set(p.label.lower().split())
    past = p.label.startswith(f"{FORMER} ")
    return p.label if (more or past) and p.extractor in _ROLES else known.label


def _fits(p: Proposition, object_: Node | None) -> bool:
    """A bare `be in` or `be at` is a relation between things only with a place that is known as one."""
    words = p.lemma.split()
    return not (len(words) == 2 and words[0] == "be" and (type_of(object_) in (None, "Thing")))


def _is_membership(p: Proposition, subject: Node, object_: Node | None) -> bool:
    """`Klobuchar and Ellison are Democrats`: the party is named by its members."""
    people = type_of(subject) == "Person" and type_of(object_) == "Organization" and p.lemma == "be"
    named = isinstance(object_, EntityRef) and object_.mention.casefold() in object_.entity.label.casefold()
    return people and not named


def _same(subject: Node, object_: Node | None) -> bool:
    return isinstance(subject, EntityRef) and isinstance(object_, EntityRef) and subject.entity.id == object_.entity.id


def _essence(claim: Claim) -> tuple[object, ...]:
    """What makes two claims of one sentence the same."""
    return (
        claim.evidence.start,
        key(claim.subject),
        claim.predicate.id,
        key(claim.object),
        claim.polarity,
        claim.modality,
        tuple(s.entity.id for s in claim.attributed_to),
    )
