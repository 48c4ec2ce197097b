"""What `is`, `became` and `remains` state of their subject: `X is the capital of Y`, `X is similar to Y`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.facts import VerbFacts
from kg.extract.forms import NOMINAL, is_infinitive, is_verb
from kg.extract.lists import members
from kg.extract.noun_clauses import clause_of_noun
from kg.extract.nouns import PORTFOLIOS, ROLE_NOUNS
from kg.extract.phrases import content, label, whole
from kg.extract.polarity import is_negated
from kg.extract.predicates import Wording, active, relational, worded
from kg.extract.prepositionals import members_of
from kg.stages import Phrase, Proposition

if TYPE_CHECKING:
    from spacy.tokens import Token

_RHETORICAL = frozenset("doubt question way point need reason shortage denying mistake secret wonder surprise".split())
"""Nouns whose absence nobody would note: `there is no doubt`."""
_AMOUNTS = frozenset({"much", "more", "less", "enough", "many", "most", "few"})
"""Adjectives that are an amount of something: `don't get too much`."""
_MOST_COMPARED = 14
"""Words of a comparison that are told with it."""
_MOST_TARGETS = 3
"""Things that one adjective or relational noun relates to; more is a misparsed list."""


def copula(facts: VerbFacts, verb: Token, subject: Token, complement: Token) -> list[Proposition]:
    """Return what a copula states of the noun `subject` by one complement.

    `is crucial for X` and `is the capital of X` become relations to X, where the complement alone
    would say too little; an adjective that only frames a clause (`is likely to`) states nothing.
    """
    if any(c.dep_ == "expl" for c in verb.children):
        if clause_of_noun(complement) is not None or _says_nothing(verb, complement):
            return []  # `there are fears that …`: what is feared is stated on its own
        return [facts.states(verb, subject, None, worded("exist"), facts.qualifiers(verb))]
    describes = complement.pos_ == "ADJ" or complement.dep_ == "acomp"
    if describes and (stance := _stance(facts, verb, subject, complement)) is not None:
        return stance
    prices = [c for c in complement.children if c.dep_ in ("npadvmod", "dobj", "pobj")]
    if prices and complement.lower_ == "worth":
        return [facts.states(verb, subject, facts.noun(prices[0]), worded(f"{verb.lemma_} worth"))]
    inner = _related(facts, complement)
    if words := _relation(verb, complement, inner):
        targets = [facts.noun(i) for i in inner[:_MOST_TARGETS]]
        return [facts.states(verb, subject, t, worded(words), facts.qualifiers(verb)) for t in targets]
    wording, shared = _becoming(verb, complement), facts.qualifiers(verb)
    return [
        facts.states(verb, subject, _described(facts, m), wording, _circumstances(facts, m) + shared)
        for m in _alternatives(complement)
    ]


def _described(facts: VerbFacts, complement: Token) -> Phrase:
    """What something is, with all that says which; names stay as they are."""
    if (than := _compared_with(complement)) is not None:
        return _up_to(facts, complement, than.right_edge.i + 1)
    named = complement.pos_ in ("PROPN", "PRON", "NUM")
    return facts.noun(complement) if named else whole(facts.reading, complement)


def _compared_with(complement: Token) -> Token | None:
    """The clause after `than`: `was in the war` of `is stronger than it was in the war`."""
    degree = complement.tag_ == "JJR" or any(c.tag_ == "RBR" or c.lower_ == "less" for c in complement.lefts)
    clauses = [c for c in (*complement.rights, *complement.head.rights) if c.dep_ in ("advcl", "ccomp") and degree]
    return next((c for c in clauses if c.left_edge.lower_ == "than"), None)


def _up_to(facts: VerbFacts, complement: Token, stop: int) -> Phrase:
    """The words from the complement to token `stop`, where they are few, else its own phrase."""
    own = facts.noun(complement)
    if stop - own.first > _MOST_COMPARED:
        return own
    words = facts.reading.wording(own.first, stop)
    return replace(own, stop=stop, label=label(words))


def _becoming(verb: Token, complement: Token) -> Wording:
    """`got angry` says that somebody became so, not that he obtained it."""
    state = verb.lemma_ == "get" and complement.pos_ == "ADJ" and complement.lower_ not in _AMOUNTS
    return worded("become") if state else active(verb)


def _says_nothing(verb: Token, complement: Token) -> bool:
    """`there is no doubt`, `there is no going back`."""
    return is_negated(verb) and (complement.lemma_.lower() in _RHETORICAL or complement.tag_ == "VBG")


def _stance(facts: VerbFacts, verb: Token, subject: Token, adjective: Token) -> list[Proposition] | None:
    """`is confident that …`, `is concerned about how …`: the clause is the object.

    An adjective that only frames an infinitive (`is likely to`) states nothing, None where it has no clause.
    """
    for child in adjective.rights:
        inner = next((c for c in child.children if c.dep_ == "pcomp" and is_verb(c)), None)
        if child.dep_ == "prep" and inner is not None:
            words = worded(f"{verb.lemma_} {adjective.lower_} {child.lower_}")
            return [facts.states(verb, subject, content(facts.reading, inner), words, facts.qualifiers(verb))]
        if child.dep_ == "ccomp" and is_verb(child) and not is_infinitive(child):
            words = worded(f"{verb.lemma_} {adjective.lower_}")
            return [facts.states(verb, subject, content(facts.reading, child), words, facts.qualifiers(verb))]
        if child.dep_ in ("xcomp", "ccomp"):
            return []
    return None


def _related(facts: VerbFacts, complement: Token) -> list[Token]:
    """What prepositions right after the complement lead to."""
    if _is_office(complement):
        return []
    return [
        p
        for prep in complement.rights
        if prep.dep_ == "prep" and prep.i == complement.i + 1
        for each in (prep, *(c for c in prep.conjuncts if c.dep_ == "conj" and c.tag_ in ("IN", "TO")))
        for p in members_of(each)
        if not facts.is_time(p)
    ]


def _is_office(complement: Token) -> bool:
    """`is the head of state of Peru`: the field belongs to the office."""
    fields = [c for prep in complement.rights if prep.lower_ == "of" for c in prep.children if c.dep_ == "pobj"]
    return complement.lemma_.lower() in ROLE_NOUNS and any(f.lower_ in PORTFOLIOS for f in fields)


def _relation(verb: Token, complement: Token, inner: list[Token]) -> str:
    if not inner:
        return ""
    preposition = inner[0].head.lower_
    if complement.pos_ == "ADJ":
        equal = preposition == "as" and any(c.lower_ == "as" for c in complement.lefts)
        degree = next((c.lower_ for c in complement.lefts if c.lower_ in ("more", "less")), "")
        return " ".join(w for w in (verb.lemma_, "as" if equal else degree, complement.lower_, preposition) if w)
    return relational(complement, preposition)


def _circumstances(facts: VerbFacts, complement: Token) -> tuple[tuple[str, Phrase], ...]:
    """What the prepositions of one predicate noun lead to: `not only an insult to A, but an affront to B`."""
    if complement.pos_ not in NOMINAL:
        return ()
    related = [(i, _first(i).head) for i in _related(facts, complement)]
    return tuple((p.lower_, facts.noun(i)) for i, p in related if p.pos_ in ("ADP", "SCONJ") and p.lower_ != "of")


def _first(noun: Token) -> Token:
    """The first of the list that `noun` belongs to."""
    while noun.dep_ == "conj":
        noun = noun.head
    return noun


def _alternatives(complement: Token) -> list[Token]:
    return members(complement) if complement.pos_ in NOMINAL else [complement, *complement.conjuncts]
