"""Verbs that share their predicate with a noun: `embark on a visit to`, `take control of`, `hold a post at`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.arguments import objects
from kg.extract.control import skill_before
from kg.extract.facts import VerbFacts
from kg.extract.forms import is_verb
from kg.extract.lists import core
from kg.extract.phrases import content
from kg.extract.predicates import base, is_idiom, with_noun, worded
from kg.extract.prepositionals import Prepositional, members_of, prepositionals
from kg.extract.subjects import skilled
from kg.extract.verbs import RELATING_VERBS
from kg.stages import Proposition

if TYPE_CHECKING:
    from spacy.tokens import Token

_ENJOYING = frozenset({"have", "get", "receive", "win", "gain", "enjoy", "need", "want", "seek"})
_SETTLING = frozenset({"sure", "clear", "certain", "plain"})
"""Adjectives that `make` settles: `make sure that …`."""
_BESIDE = ("with", "to", "on", "for", "of", "against", "in", "over", "from")
"""Prepositions of the verb that may belong to its noun: `held talks in secret with X`."""
_RELATING = ("at", "in", "with", "on", "for", "against", "to", "from")
_MOST_TARGETS = 4


def light(facts: VerbFacts, verb: Token, who: Sequence[Token]) -> list[Proposition]:
    """Return what verb and noun state together of the subjects `who`, empty where each says its own.

    In `embarked on his third visit to China` and `took control of the bank` the noun is the
    predicate, and what it is directed at the object.
    """
    if (settled := _settled(verb)) is not None:
        return _ensured(facts, verb, who, settled)
    things = [core(t) for t in objects(verb)]
    nouns = things or [p.object for p in prepositionals(verb) if p.preposition == "on"]
    if not nouns or any(c.dep_ == "poss" and c.pos_ == "PROPN" for c in nouns[0].lefts):
        return []
    noun, targets = nouns[0], _targets(facts, verb, nouns[0])
    words = with_noun(verb, noun, targets[0].preposition) if targets else ""
    if not words:
        return []
    preposition = targets[0].preposition
    same = [t.object for t in targets if t.token == targets[0].token][:_MOST_TARGETS]
    # `has the support of X`: X is the one who supports.
    enjoyed = verb.lemma_ in _ENJOYING and preposition == "of" and not is_idiom(verb, noun)
    pairs = [(t, s) if enjoyed else (s, t) for s in who for t in same]
    rest = facts.qualifiers(verb, skip=("on", preposition))
    return [facts.states(verb, a, facts.noun(b), worded(words, noun.i), rest) for a, b in pairs]


def _settled(verb: Token) -> Token | None:
    """The adjective of `make sure that …`, or None."""
    near = [c for c in verb.rights if c.lower_ in _SETTLING and c.dep_ in ("acomp", "ccomp", "oprd", "advmod", "xcomp")]
    return near[0] if verb.lemma_ == "make" and near else None


def _ensured(facts: VerbFacts, verb: Token, who: Sequence[Token], settled: Token) -> list[Proposition]:
    """`made sure that it works`, `make it clear that …`: the clause is the object of verb and adjective together."""
    below = [c for host in (settled, verb) for c in host.rights if c.i > settled.i]
    clauses = [c for c in below if c.dep_ in ("ccomp", "csubj", "advcl", "relcl") and is_verb(c)]
    words, extra = worded(f"make {settled.lower_}", settled.i), facts.qualifiers(verb)
    return [facts.states(verb, s, content(facts.reading, c), words, extra) for s in who for c in clauses[:1]]


def _targets(facts: VerbFacts, verb: Token, noun: Token) -> list[Prepositional]:
    """What an event noun is directed at, in its own phrase or beside it."""
    own = [
        Prepositional(prep.lower_, prep, t)
        for prep in noun.rights
        if prep.dep_ == "prep"
        for t in members_of(prep)
        if not facts.is_time(t)
    ]
    beside = [p for p in prepositionals(verb) if p.object != noun and p.preposition in _BESIDE]
    return own or [p for p in beside if not facts.is_time(p.object)]


def relating(facts: VerbFacts, verb: Token, subject: Token, thing: Token) -> Iterator[Proposition]:
    """Yield what `held positions at IBM` states besides the positions: where they were."""
    plain = thing.pos_ == "NOUN" and not any(c.dep_ == "poss" or c.lower_ == "the" for c in thing.lefts)
    if verb.lemma_.lower() not in RELATING_VERBS or not plain or thing.i < verb.i:
        return
    for prep in thing.rights:
        if prep.dep_ != "prep" or prep.lower_ not in _RELATING:
            continue
        words = worded(f"{base(verb)} {thing.lower_} {prep.lower_}", prep.i)
        for target in members_of(prep):
            if target.pos_ == "PROPN" and not facts.is_time(target):
                yield facts.states(verb, subject, facts.noun(target), words, facts.qualifiers(verb))


def skills(facts: VerbFacts, gerund: Token) -> list[Proposition]:
    """Return what `her experience in dealing with X` states: that she has it, not that she deals with X."""
    noun = skill_before(gerund.head) if gerund.dep_ == "pcomp" else None
    if noun is None:
        return []
    words = worded(f"have {noun.lower_} {gerund.head.lower_}")
    said = [facts.states(gerund, s, content(facts.reading, gerund), words) for s in skilled(noun)]
    return [replace(p, first=noun.i, stop=gerund.head.i + 1) for p in said]
