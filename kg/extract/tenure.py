"""Posts as they are taken, held and given up: `was appointed CEO of Apple`, `resigned as chairman of Ford`.

A clause of this kind says two things: what happened, which the clause rules tell, and who is or was
what. The second is told here, with the words, the modality and the time of the clause. Whoever gave
a post up is `former CEO of` it, unless the giving up is only planned or denied: then it is still held.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.arguments import objects
from kg.extract.facts import NounFacts, Source
from kg.extract.forms import NOMINAL, is_passive, is_verb
from kg.extract.modality import Standing, standing
from kg.extract.nouns import POSTS
from kg.extract.predicates import time_anchors
from kg.extract.prepositionals import members_of
from kg.extract.roles import is_role, role_targets
from kg.extract.subjects import agents, subjects
from kg.extract.verbs import REMOVING_VERBS
from kg.stages import Proposition

if TYPE_CHECKING:
    from spacy.tokens import Token

_POST = Source("post", 0.8)
_BEING = frozenset("be become remain".split())
_CHOOSING = frozenset(
    "appoint name elect reelect re-elect choose select pick install designate reappoint re-appoint hire promote confirm"
    " crown swear nominate propose".split()
)
"""Verbs whose object becomes what their complement says."""
_PROPOSING = frozenset({"nominate", "propose"})
_ENDING = frozenset("resign step stand quit leave retire lose relinquish vacate give".split())
"""Verbs whose subject is no longer what their `as` phrase says."""
_REMOVING = REMOVING_VERBS | {"force out", "push out", "vote out", "drive out"}
"""Verbs whose object is no longer what their `as` phrase says."""
_OFFICES = POSTS | frozenset("office oath helm seat".split())
"""Nouns that an `as` phrase completes: `took office as president`."""
_DEPARTURES = frozenset("resignation departure retirement dismissal removal ouster exit sacking firing".split())
_PENDING = ("planned", "hoped", "possible", "required", "asked")
"""Modalities in which what ends a post has not ended it."""
_MOST = 3
"""Holders or bodies of one post; more is a misparsed list."""


def tenures(facts: NounFacts, verb: Token) -> Iterator[Proposition]:
    """Yield who is, becomes or no longer is what, as a verb with a role as its complement says."""
    lemma = _lemma(verb)
    roles = [r for r in _roles(verb) if is_role(r)]
    if not roles:
        return
    ended = lemma in _ENDING | _REMOVING
    stands = _stands(verb, lemma, ended)
    if stands is None:
        return
    for role in roles[:_MOST]:
        holders = [h for h in _holders(verb, lemma) if h.i != role.i and h.pos_ in NOMINAL]
        for words, target in _places(facts, verb, role):
            for holder in holders[:_MOST]:
                if target.i != holder.i:
                    past = f"former {words}" if _over(verb, ended) else words
                    told = _proposition(facts, verb, holder, past, target, stands)
                    # `will resign in May`: that is not when the post was held.
                    yield replace(told, anchors=()) if ended and past == words else told


def _lemma(verb: Token) -> str:
    """The base form of a verb; to elect again is to elect."""
    again = verb.lower_.removeprefix("re-").removeprefix("re")
    for base in ("elect", "appoint"):
        if again.startswith(base):
            return base
    out = any(c.lower_ == "out" and c.dep_ in ("prt", "advmod") for c in verb.rights)
    return f"{verb.lemma_.lower()} out" if out else verb.lemma_.lower()


def departures(facts: NounFacts, noun: Token) -> Iterator[Proposition]:
    """Yield what somebody is no longer: `the resignation of Karl Braun as chairman of Siemens`."""
    if noun.lemma_.lower() not in _DEPARTURES:
        return
    owners = [c for c in noun.lefts if c.dep_ == "poss"]
    owners += [t for p in noun.rights if p.dep_ == "prep" and p.lower_ == "of" for t in members_of(p)]
    roles = [r for p in noun.rights if p.dep_ == "prep" and p.lower_ == "as" for r in members_of(p) if is_role(r)]
    for owner in owners[:1]:
        for role in roles[:_MOST]:
            for words, target in role_targets(facts, role):
                yield facts.holds(role, owner, f"former {words}", facts.noun(target), _POST)


def posts(facts: NounFacts, noun: Token) -> Iterator[Proposition]:
    """Yield what `his post as CEO of Apple` says of its owner, unless a verb ends it: `left his post as`."""
    owners = [c for c in noun.lefts if c.dep_ == "poss"]
    if noun.lemma_.lower() not in POSTS or not owners or _governed(noun):
        return
    for role in (r for p in noun.rights if p.dep_ == "prep" and p.lower_ == "as" for r in members_of(p)):
        for words, target in role_targets(facts, role) if is_role(role) else []:
            yield facts.holds(role, owners[0], words, facts.noun(target), _POST)


def _governed(noun: Token) -> bool:
    """Whether the post is what a verb of giving up is about, which tells of it itself."""
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    return noun.dep_ in ("dobj", "pobj") and above.lemma_.lower() in _ENDING | _REMOVING


def _roles(verb: Token) -> Iterator[Token]:
    """The nouns that may say what somebody is: complements, and what follows `as`."""
    lemma = _lemma(verb)
    for child in verb.rights:
        complement = child.dep_ in ("attr", "oprd") and child.pos_ in NOMINAL
        second = child.dep_ == "dobj" and lemma in _CHOOSING
        if (complement and (lemma in _BEING | _CHOOSING or child.i > verb.i)) or second:
            yield from _each(child)
        if child.dep_ == "prep" and child.lower_ == "as":
            yield from members_of(child)
        elif child.dep_ in ("dobj", "prep"):
            for noun in [child] if child.dep_ == "dobj" else members_of(child):
                if noun.lemma_.lower() in _OFFICES:
                    yield from (r for p in noun.rights if p.dep_ == "prep" and p.lower_ == "as" for r in members_of(p))


def _each(noun: Token) -> list[Token]:
    return [noun, *(c for c in noun.conjuncts if c.i > noun.i and c.pos_ in NOMINAL)]


def _holders(verb: Token, lemma: str) -> list[Token]:
    """Whoever is what the role says: of choosing and removing the one it happens to, else the subject."""
    if lemma not in _CHOOSING | _REMOVING or is_passive(verb) or _copular(verb):
        return subjects(verb)
    things = objects(verb) + [c for c in verb.rights if c.dep_ in ("oprd", "dative")]
    # `appointed Lucy Hart chief executive` may be parsed with the name as a modifier of the title.
    things += [c for t in things for c in t.lefts if c.dep_ == "nmod" and c.pos_ == "PROPN"]
    return [t for t in things if t.pos_ == "PROPN" or t.ent_type_ == "PERSON"][:1]


def _copular(verb: Token) -> bool:
    return verb.lemma_ in _BEING


def _places(facts: NounFacts, verb: Token, role: Token) -> list[tuple[str, Token]]:
    """The role's words and whose it is; whoever fills a post owns it where nothing else is said."""
    found = list(role_targets(facts, role))
    if found or _lemma(verb) not in _CHOOSING:
        return found
    bare = " ".join([*(c.text.lower() for c in role.lefts if c.dep_ in ("amod", "compound")), role.text])
    owners = agents(verb) if is_passive(verb) else subjects(verb)
    fit = [o for o in owners if facts.is_name(o) and facts.named[o.i].type != "Person"]
    return [(f"{bare} of", o) for o in fit[:1]]


def _stands(verb: Token, lemma: str, ended: bool) -> Standing | None:
    """Polarity and modality of the post itself, None where the clause leaves them open."""
    stands = standing(verb)
    if lemma in _PROPOSING and stands.modality == "asserted":
        return stands.under("planned")
    if not ended or (stands.polarity == "positive" and stands.modality == "asserted"):
        return stands
    still = stands.modality in _PENDING or (stands.polarity == "negative" and stands.modality == "asserted")
    return Standing() if still else None


def _over(verb: Token, ended: bool) -> bool:
    stands = standing(verb)
    return ended and stands.polarity == "positive" and stands.modality == "asserted"


def _proposition(
    facts: NounFacts, verb: Token, holder: Token, words: str, target: Token, stands: Standing
) -> Proposition:
    said = facts.says(verb, holder, words, facts.noun(target), _POST)
    return replace(
        said,
        polarity=stands.polarity,
        modality=stands.modality,
        speakers=facts.voices(facts.attribution.speakers(verb)) if is_verb(verb) else said.speakers,
        anchors=tuple(t.i for t in time_anchors(verb)),
    )
