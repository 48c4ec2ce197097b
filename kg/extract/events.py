"""What event nouns state: `the U.S. easing of chip controls`, `talks between China and the United States`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.facts import NounFacts, Source
from kg.extract.forms import is_passive, is_verb
from kg.extract.lists import core
from kg.extract.nouns import ACTOR_TYPES, EVENT_NOUNS, MUTUAL, PEOPLE_EVENTS
from kg.extract.predicates import event_words
from kg.extract.prepositionals import members_of
from kg.extract.subjects import subjects
from kg.stages import Proposition

if TYPE_CHECKING:
    from spacy.tokens import Token

_DIRECTED = Source("event-noun", 0.65)
_MUTUAL = Source("event-noun", 0.7)
_MODIFIERS = ("compound", "nmod", "amod")
_THEMES = ("of", "on", "to", "with", "in", "against", "for", "into", "over", "about", "from")
_LEAVING = frozenset({"withdraw", "resign", "import", "remove", "dismiss"})
"""Verbs whose noun says with `from` what somebody left; `support from X` is given by X."""
_BEGINNING = frozenset("file bring launch make start issue lodge mount lead conduct".split())
_MOST_DOERS = 3


def events(facts: NounFacts, noun: Token) -> Iterator[Proposition]:
    """Yield who does what to whom by an event noun: `his third visit to China`."""
    verb = _verb_of(noun)
    if verb is None or noun.dep_ in _MODIFIERS or facts.is_name(noun):
        return
    preposition, theme = _theme(facts, noun, verb)
    if theme is None:
        return
    words = event_words(verb, preposition)
    for doer in _doers(facts, noun)[:_MOST_DOERS]:
        if doer.i != theme.i:
            yield facts.happens(noun, doer, words, facts.noun(theme), _DIRECTED)


def _verb_of(noun: Token) -> str | None:
    """The verb that says the same as an event noun, or None: `easing of`, `visit to`."""
    if noun.tag_ == "VBG" and any(c.lower_ == "of" for c in noun.rights):
        return noun.lemma_.lower()
    return EVENT_NOUNS.get(noun.lemma_.lower()) or EVENT_NOUNS.get(noun.lower_)


def _theme(facts: NounFacts, noun: Token, verb: str) -> tuple[str, Token | None]:
    """What the event is about: the first object of its prepositions that is no time, and its preposition."""
    preps = [p for p in (*noun.rights, *_of_filing(noun)) if p.dep_ == "prep" and p.lower_ in _THEMES]
    preps = [p for p in preps if p.lower_ != "from" or verb in _LEAVING]
    themes = [(p.lower_, t) for p in preps for t in members_of(p) if not facts.is_time(t)]
    return themes[0] if themes else ("", None)


def _doers(facts: NounFacts, noun: Token) -> list[Token]:
    """Who does it: the possessor, who stands after `by`, a modifying name, or the clause's subject."""
    for child in noun.lefts:
        if child.dep_ == "poss":
            return [child, *(c for c in child.conjuncts if c.i < noun.i)]
    for prep in _by_phrases(noun):
        if found := members_of(prep):
            return found
    for prep in _of_filing(noun):
        if prep.dep_ in ("agent", "prep") and prep.lower_ == "by" and (found := members_of(prep)):
            return found
    for child in noun.lefts:
        if child.dep_ in _MODIFIERS and _may_act(facts, child):
            return [child]
    return _visitors(noun)


def _of_filing(noun: Token) -> list[Token]:
    """What follows a participle that only says that the event was begun: `a lawsuit filed by X against Y`."""
    begun = [c for c in noun.rights if c.dep_ == "acl" and c.tag_ == "VBN" and c.lemma_ in _BEGINNING]
    return [p for participle in begun for p in participle.rights]


def _by_phrases(noun: Token) -> Iterator[Token]:
    """The `by` phrases of an event, those that the parser hung on its theme included: `the arrest of X by police`."""
    for prep in noun.rights:
        if prep.dep_ in ("prep", "agent") and prep.lower_ == "by":
            yield prep
        elif prep.dep_ == "prep" and prep.lower_ == "of":
            yield from (p for t in prep.rights for p in t.rights if p.dep_ in ("prep", "agent") and p.lower_ == "by")


def _may_act(facts: NounFacts, modifier: Token) -> bool:
    name = facts.named.get(modifier.i)
    return name.type in ACTOR_TYPES if name is not None else bool(facts.country(modifier.text))


def _visitors(noun: Token) -> list[Token]:
    """`said during an interview with …`: the clause's subject takes part."""
    if not any(c.dep_ == "prep" and c.lower_ in ("with", "to", "between") for c in noun.rights):
        return []  # `at an interview in Sydney` leaves open with whom
    during = noun.dep_ == "pobj" and noun.head.lower_ in ("during", "in", "for", "on", "at", "after")
    clause = noun.head.head
    if noun.lemma_.lower() not in PEOPLE_EVENTS or not during or not is_verb(clause) or is_passive(clause):
        return []
    return subjects(clause)[:2]


def mutual_events(facts: NounFacts, noun: Token) -> Iterator[Proposition]:
    """Yield who does something with whom: `negotiations between U.S. and Chinese officials`."""
    if core(noun).lemma_.lower() not in MUTUAL or noun.dep_ in ("compound", "nmod"):
        return
    words = f"{'hold' if noun.tag_ == 'NNS' else 'have'} {noun.text.lower()} with"
    for prep in noun.rights:
        if prep.dep_ == "prep" and prep.lower_ == "between":
            parties = members_of(prep)
            if len(parties) == 1:
                parties = _modifying_parties(facts, parties[0])
            if len(parties) == 2:
                yield facts.happens(noun, parties[0], words, facts.noun(parties[1]), _MUTUAL)
        elif prep.dep_ == "prep" and prep.lower_ == "with" and _verb_of(noun) is None:
            owners = [c for c in noun.lefts if c.dep_ == "poss"]
            for owner, target in ((o, t) for o in owners for t in members_of(prep)[:_MOST_DOERS]):
                if not facts.is_time(target):
                    yield facts.happens(noun, owner, words, facts.noun(target), _MUTUAL)


def _modifying_parties(facts: NounFacts, noun: Token) -> list[Token]:
    """`between U.S. and Chinese officials`: the two countries."""
    for child in noun.lefts:
        if facts.is_somebody(child):
            other = [c for c in child.conjuncts if c.i > child.i and facts.is_somebody(c)]
            if other:
                return [child, other[0]]
    return []
