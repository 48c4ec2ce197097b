"""Propositions to claims: words become entities, amounts, times and relations, or a rejection.

What a phrase names is looked up in the article's resolution; a phrase that is no name becomes a
node of its own article. A predicate that the ontology knows gets its relation, any other stays an
open relation. Nothing is dropped silently.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import TYPE_CHECKING, Protocol

from kg import ids
from kg.extract.nouns import HEAD_TYPES
from kg.extract.phrases import is_fraction
from kg.extract.verbs import EMPTY_VERBS
from kg.model import (
    Claim,
    ClaimRef,
    Content,
    Entity,
    EntityRef,
    Evidence,
    Node,
    Phrase,
    Predicate,
    Proposition,
    Qualifier,
    Quantity,
    Rejection,
    Resolution,
    TimeSpan,
    Value,
)

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from kg.language import Reading


class RelationLike(Protocol):
    """What grounding needs of an ontology relation."""

    @property
    def iri(self) -> str: ...
    @property
    def label(self) -> str: ...


class Relations(Protocol):
    """What grounding needs of an ontology: a relation for a cue, given the types it holds between."""

    def relation(
        self, cue: str, subject_type: str | None = None, object_type: str | None = None
    ) -> RelationLike | None: ...
    def inverse(
        self, cue: str, subject_type: str | None = None, object_type: str | None = None
    ) -> RelationLike | None: ...
    def superclasses(self, type_: str) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class Timed:
    """A time expression: its tokens and what it means."""

    tokens: range
    span: TimeSpan | None


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount: its tokens, what it means, and whether it stands for itself (money, a share)."""

    tokens: range
    quantity: Quantity
    value: bool


@dataclass(frozen=True)
class Ground:
    """Everything that turns the propositions of one article into claims."""

    reading: Reading
    resolution: Resolution
    relations: Relations
    times: Sequence[Timed]
    amounts: Sequence[Amount]
    country: Callable[[str], str | None]
    _things: dict[str, Entity] = field(default_factory=dict)

    def claims(self, propositions: Iterable[Proposition]) -> tuple[tuple[Claim, ...], tuple[Rejection, ...]]:
        """Return the claims and rejections of `propositions`, in the order of the text."""
        kept: list[tuple[int, Claim]] = []
        rejected: list[Rejection] = []
        seen: set[tuple[object, ...]] = set()
        for proposition in sorted(propositions, key=lambda p: (p.root, p.extractor != "clause")):
            outcome = self._ground(proposition)
            if isinstance(outcome, str):
                rejected.append(self._reject(proposition, outcome))
                continue
            for claim in outcome:
                key = _essence(claim)
                if key not in seen:
                    seen.add(key)
                    kept.append((proposition.root, claim))
        return self._linked(kept), tuple(rejected)

    # --- one proposition ---

    def _ground(self, proposition: Proposition) -> list[Claim] | str:
        if proposition.object is None and proposition.lemma in EMPTY_VERBS:
            return f"{proposition.label!r} says nothing without an object"
        if any(
            self.reading.doc[i].lower_ == "whose" for i in range(proposition.subject.first, proposition.subject.stop)
        ):
            return "the subject is a part of something named elsewhere (whose)"
        if owner := self._unknown_owner(proposition.subject):
            return f"nobody knows whose: {owner!r}"
        subjects = self.nodes(proposition.subject)
        if not subjects:
            return f"unresolved subject {proposition.subject.label!r}"
        if isinstance(subjects[0], Value) and is_fraction(self.reading.doc[proposition.subject.head]):
            subjects = [self._thing(proposition.subject, self.reading.doc[proposition.subject.head])]
        if isinstance(subjects[0], Value):
            return f"subject {proposition.subject.label!r} is an amount or a time"
        objects: Sequence[Node | None] = [None]
        if isinstance(proposition.object, Phrase):
            objects = self.nodes(proposition.object)
            if not objects:
                return f"unresolved object {proposition.object.label!r}"
        elif isinstance(proposition.object, Content):
            objects = [self._content(proposition.object)]
        pairs = [(s, o) for s, o in product(subjects, objects) if not _same(s, o)]
        if not pairs:
            return "subject and object are the same"
        return [self._claim(proposition, s, o) for s, o in pairs]

    def _unknown_owner(self, phrase: Phrase) -> str:
        """A first or second person's possessive that nobody in the article answers to."""
        for i in range(phrase.first, phrase.head):
            token = self.reading.doc[i]
            if token.lower_ in ("my", "our", "your") and token.dep_ == "poss" and i not in self.resolution.denoted:
                return token.text
        return ""

    def _claim(self, p: Proposition, subject: Node, object_: Node | None) -> Claim:
        article = self.reading.article
        predicate, swapped = self._predicate(p, subject, object_)
        if swapped and object_ is not None:
            subject, object_ = object_, subject
        qualifiers = self._qualifiers(p)
        evidence = self._evidence(p)
        parts = (str(predicate.start), _key(subject), predicate.id, _key(object_), p.polarity, p.extractor)
        return Claim(
            id=ids.claim_iri(article.id, *parts),
            subject=subject,
            predicate=predicate,
            object=object_,
            evidence=evidence,
            polarity=p.polarity,
            modality=p.modality,
            qualifiers=qualifiers,
            attributed_to=self._speakers(p),
            time=self._time(p),
            quantity=self._quantity(p),
            confidence=p.confidence,
            extractor=p.extractor,
        )

    def _predicate(self, p: Proposition, subject: Node, object_: Node | None) -> tuple[Predicate, bool]:
        """The relation, and whether its words name it with subject and object exchanged."""
        types = (_type(subject), _type(object_))
        known = self.relations.relation(p.label, *types) if _fits(p, object_) else None
        if known is not None and object_ is None and known.label != p.label:
            known = None
        swapped = False
        if known is None and isinstance(object_, EntityRef):
            known = self.relations.inverse(p.label, *types)
            swapped = known is not None
        start, end = self.reading.start(p.first), self.reading.end(p.stop - 1)
        predicate = Predicate(
            id=known.iri if known else ids.relation_iri(p.label),
            label=_label(p, known),
            lemma=p.lemma,
            text=self.reading.article.text[start:end],
            start=start,
            end=end,
            canonical=known is not None,
        )
        return predicate, swapped

    def _evidence(self, p: Proposition) -> Evidence:
        sentence = self.reading.doc[p.root].sent
        start, end = sentence_range(self.reading, sentence)
        article = self.reading.article
        return Evidence(article.id, article.text[start:end], start, end, article.published)

    # --- phrases ---

    def nodes(self, phrase: Phrase) -> list[Node]:
        """Return what a phrase names: one node, several for a plural, none if unresolved."""
        head = self.reading.doc[phrase.head]
        amount = self._amount_at(head.i)
        if amount is not None and amount.value:
            return [self._value(phrase, amount.quantity)]
        if any(head.i in t.tokens for t in self.times):
            return [self._value(phrase, None)]
        if product := self._product(head):
            return [self._reference(product[0], phrase, product[1])]
        if known := self.resolution.denoted.get(head.i):
            return [self._reference(entity, phrase, head) for entity in known]
        if head.pos_ == "PRON" or head.tag_ in ("WDT", "WP", "DT", "PRP", "PRP$", "EX") or not phrase.label:
            return []
        if country := self.country(head.text):
            return [self._reference(self._country(country), phrase, head)]
        if head.pos_ in ("ADJ", "ADV", "VERB", "ADP", "NUM") and head.tag_ != "VBG" and not is_fraction(head):
            return [self._value(phrase, None)]
        return [self._thing(phrase, head)]

    def _product(self, head: Token) -> tuple[Entity, Token] | None:
        """`a customized H20 chip` is the H20: a product's name before a noun for such products."""
        if head.i in self.resolution.denoted or HEAD_TYPES.get(head.lemma_.lower()) != "Product":
            return None
        for child in head.lefts:
            known = self.resolution.denoted.get(child.i, ())
            if child.i == head.i - 1 and len(known) == 1 and known[0].type == "Product":
                return known[0], child
        return None

    def _reference(self, entity: Entity, phrase: Phrase, head: Token) -> EntityRef:
        first, stop = self._mention_range(phrase, head)
        start, end = self.reading.start(first), self.reading.end(stop - 1)
        return EntityRef(entity, self.reading.article.text[start:end], start, end)

    def _mention_range(self, phrase: Phrase, head: Token) -> tuple[int, int]:
        """Tokens of the mention itself: the run around the head that denotes the same entity."""
        here = self.resolution.denoted.get(head.i)
        first, stop = head.i, head.i + 1
        while first > phrase.first and self.resolution.denoted.get(first - 1) == here:
            first -= 1
        while stop < phrase.stop and self.resolution.denoted.get(stop) == here:
            stop += 1
        called = head.text in (alias for entity in here or () for alias in entity.aliases)
        if stop - first == 1 and not called and head.pos_ in ("NOUN", "PROPN"):
            return phrase.first, max(stop, head.i + 1)
        return first, stop

    def _thing(self, phrase: Phrase, head: Token) -> EntityRef:
        phrase = self._bare(phrase)
        key = " ".join(phrase.label.lower().split())
        if key not in self._things:
            kind = HEAD_TYPES.get(head.lemma_.lower(), "Thing")
            types = self.relations.superclasses(kind)
            iri = ids.phrase_iri(key, self.reading.article.id)
            self._things[key] = Entity(iri, phrase.label, kind, types, (phrase.label,), named=False)
        start, end = self.reading.start(phrase.first), self.reading.end(phrase.stop - 1)
        return EntityRef(self._things[key], self.reading.article.text[start:end], start, end)

    def _bare(self, phrase: Phrase) -> Phrase:
        """The phrase without a leading article, pronoun or quotation mark that its label lacks."""
        first = phrase.first
        while first < phrase.head and (
            self.reading.doc[first].is_punct or self.reading.doc[first].dep_ in ("det", "predet")
        ):
            first += 1
        return replace(phrase, first=first)

    def _country(self, name: str) -> Entity:
        for entity in self.resolution.entities:
            if entity.label == name or name in entity.aliases:
                return entity
        if name not in self._things:
            self._things[name] = Entity(
                ids.entity_iri(name), name, "Country", self.relations.superclasses("Country"), (name,)
            )
        return self._things[name]

    def _value(self, phrase: Phrase, quantity: Quantity | None) -> Value:
        start, end = self.reading.start(phrase.first), self.reading.end(phrase.stop - 1)
        return Value(phrase.label, start, end, quantity, quantity.value if quantity else phrase.label)

    def _content(self, content: Content) -> ClaimRef:
        start, end = self.reading.start(content.first), self.reading.end(content.stop - 1)
        return ClaimRef(f"#{content.root}", content.label, start, end)

    # --- circumstances ---

    def _qualifiers(self, p: Proposition) -> tuple[Qualifier, ...]:
        found = [Qualifier(role, node) for role, phrase in p.qualifiers for node in self.nodes(phrase)]
        for phrase in (p.subject, p.object):
            if isinstance(phrase, Phrase):
                found += self._parts(phrase)
        return tuple({(q.role, _key(q.object)): q for q in reversed(found)}.values())[::-1]

    def _parts(self, phrase: Phrase) -> Iterator[Qualifier]:
        """Yield who or what else a phrase names inside: owners, places, members of a comparison.

        `Rutenberg's remarks`, `officials in London`: the names are linked to the statement although
        its subject or object is the whole.
        """
        head = self.reading.doc[phrase.head]
        own = self.resolution.denoted.get(head.i, ())
        for role, token in _inner_names(head, named=bool(own)):
            known = self.resolution.denoted.get(token.i, ())
            if not known or known == own or self.resolution.denoted.get(token.head.i) == known:
                continue
            for node in self.nodes(Phrase(token.i, token.left_edge.i, token.i + 1, token.text)):
                yield Qualifier(role, node)

    def _speakers(self, p: Proposition) -> tuple[EntityRef, ...]:
        found: dict[str, EntityRef] = {}
        for phrase in p.speakers:
            for node in self.nodes(phrase):
                if isinstance(node, EntityRef):
                    found.setdefault(node.entity.id, node)
        return tuple(found.values())

    def _time(self, p: Proposition) -> TimeSpan | None:
        conjunct = self.reading.doc[p.root].dep_ == "conj"
        for anchor in p.anchors:
            # A time is shared with the second verb of a pair only if it stands before both.
            found = [
                t
                for t in self.times
                if t.span is not None
                and (not conjunct or anchor == p.root or t.tokens.start < anchor)
                and anchor in time_hosts(self.reading, t.tokens)
            ]
            if found:
                return _nearest(found, p).span
        return None

    def _quantity(self, p: Proposition) -> Quantity | None:
        spans = [p.object] if isinstance(p.object, Phrase) else []
        spans += [phrase for _, phrase in p.qualifiers]
        if isinstance(p.subject, Phrase) and not spans:
            spans = [p.subject]
        for phrase in spans:
            for amount in self.amounts:
                if phrase.first <= amount.tokens.start < phrase.stop:
                    return amount.quantity
        return None

    def _amount_at(self, token: int) -> Amount | None:
        return next((a for a in self.amounts if token in a.tokens), None)

    # --- the whole article ---

    def _linked(self, kept: Sequence[tuple[int, Claim]]) -> tuple[Claim, ...]:
        """Point clause objects at the claim that their verb made, or keep them as words."""
        by_root: dict[str, Claim] = {}
        for root, claim in kept:
            by_root.setdefault(f"#{root}", claim)
        return tuple(_resolve_content(claim, by_root) for _, claim in kept)

    def _reject(self, p: Proposition, reason: str) -> Rejection:
        evidence = self._evidence(p)
        object_ = p.object.label if p.object else ""
        text = " · ".join(part for part in (p.subject.label, p.label, object_) if part)
        return Rejection(evidence.article, evidence.sentence, evidence.start, evidence.end, text, reason, p.extractor)


def sentence_range(reading: Reading, sentence: Span) -> tuple[int, int]:
    """Character range of a sentence in the article, without white space at either end."""
    tokens = [t.i for t in sentence if not t.is_space] or [sentence.start]
    return reading.start(tokens[0]), reading.end(tokens[-1])


def _nearest(times: Sequence[Timed], p: Proposition) -> Timed:
    """Of several times of one verb, the first after its object: `met Hu on Thursday, Wu on Friday`."""
    stop = p.object.stop if isinstance(p.object, Phrase) else -1
    after = [t for t in times if stop >= 0 and t.tokens.start >= stop]
    return after[0] if after and len(times) > 1 else times[0]


def time_hosts(reading: Reading, tokens: range) -> Iterator[int]:
    """Yield the tokens that a time expression hangs on, up to and with the verb of its clause."""
    token = reading.doc[tokens.start]
    while token.i in tokens and token.head != token:
        token = token.head
    while token.head != token and token.pos_ not in ("VERB", "AUX"):
        yield token.i
        token = token.head
    yield token.i


def _resolve_content(claim: Claim, by_root: Mapping[str, Claim]) -> Claim:
    reference = claim.object
    if not isinstance(reference, ClaimRef):
        return claim
    target = by_root.get(reference.claim)
    if target is None or target.id == claim.id:
        return replace(claim, object=Value(reference.label, reference.start, reference.end, None, reference.label))
    return replace(claim, object=replace(reference, claim=target.id))


def _label(p: Proposition, known: RelationLike | None) -> str:
    """The relation's own label, unless the words hold it and say more: `Commerce Secretary of`."""
    if known is None:
        return p.label
    more = set(known.label.lower().split()) < set(p.label.lower().split())
    return p.label if more and p.extractor in ("title", "apposition", "post") else known.label


def _fits(p: Proposition, object_: Node | None) -> bool:
    """A bare `be in` or `be at` is a relation between things only with a place that is known as one."""
    words = p.lemma.split()
    return not (len(words) == 2 and words[0] == "be" and (_type(object_) in (None, "Thing")))


_MODIFIERS = frozenset({"compound", "nmod", "amod", "poss"})


def _inner_names(head: Token, *, named: bool) -> Iterator[tuple[str, Token]]:
    """Yield the tokens of a noun phrase below its head with their roles, clauses left out.

    A name's own modifiers (`U.S. Commerce Secretary Rutenberg`) are its title, told elsewhere.
    """
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ not in ("like", "including", "as"):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    for each in (inner, *(c for c in inner.conjuncts if c.i > inner.i)):
                        yield child.lower_, each
                        yield from _inner_names(each, named=False)
        elif not named and child.dep_ in _MODIFIERS:
            yield ("possessor" if child.dep_ == "poss" else "of"), child
            yield from _inner_names(child, named=False)


def _same(subject: Node, object_: Node | None) -> bool:
    return isinstance(subject, EntityRef) and isinstance(object_, EntityRef) and subject.entity.id == object_.entity.id


def _key(node: Node | None) -> str:
    if isinstance(node, EntityRef):
        return node.entity.id
    return "" if node is None else f"{node.start}:{node.label}"


def _type(node: Node | None) -> str | None:
    return node.entity.type if isinstance(node, EntityRef) else None


def _essence(claim: Claim) -> tuple[object, ...]:
    return (
        claim.evidence.start,
        _key(claim.subject),
        claim.predicate.id,
        _key(claim.object),
        claim.polarity,
        claim.modality,
        tuple(s.entity.id for s in claim.attributed_to),
    )
