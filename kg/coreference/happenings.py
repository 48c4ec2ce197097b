"""Whether ``it`` stands for what happened or for a thing, so that no company, country or person may be meant.

``Orion Air cut 300 jobs. It is a sign of weakness.``: a company is no sign. Nothing tells which clause is
meant, so the resolver then rather takes nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.coreference.words import NOUN_TYPES, POSTS

if TYPE_CHECKING:
    from spacy.tokens import Token

_BODIES = frozenset(
    {"Company", "Organization", "NewsOutlet", "GovernmentBody", "InternationalBody", "Government", "Country"}
)
_BODILY = POSTS | frozenset(
    "one member home part ally democracy monarchy economy power target favourite favorite giant unit arm brand pioneer"
    " victim winner loser buyer seller holder user rival competitor partner opponent candidate host guest signatory"
    " place player provider customer client neighbour neighbor colony entity institution subsidiary branch division"
    " shareholder investor sponsor contender successor predecessor defendant plaintiff beneficiary consumer source"
    " newcomer participant exception friend enemy hub haven capital name sister parent what who".split()
)
"""Nouns that say what a company, a body or a country is, besides those that name kinds of them."""
_JUDGING = frozenset(
    "call describe consider see view regard deem label brand term dub characterise characterize".split()
)
_HAPPENING = frozenset("happen occur last transpire recur".split())
"""What only events do."""
_STAGES = frozenset("end begin start finish continue resume stop".split())
"""What only events do where nothing is begun or ended."""
_STATES = frozenset("pending imminent underway overdue forthcoming ongoing inevitable".split())
"""Adjectives for what happens, not for companies and countries."""
_SEEMING = frozenset("feel look sound smell taste hurt".split())
_COMING = frozenset("as after amid days weeks months hours shortly just before despite".split())
_CAUSING = frozenset(
    "cause lead result spark trigger prompt allow enable make show prove reflect suggest indicate mark affect apply"
    " cover contain include mean require signal bring come follow involve represent depend work help".split()
)
"""What things and events do more often than companies and countries."""
_MADE = frozenset("intend design schedule publish write sign read implement repeal postpone ratify enact play".split())
"""What is done to things and events, not to companies and countries."""
_DEALING = frozenset(
    "sue fine accuse criticize criticise ask tell urge force require allow help buy acquire own run lead leave join"
    " found regulate attack support give pay owe charge blame condemn praise ban bar warn invade order prevent join"
    " represent punish hit hurt value cost fund finance save rescue license licence list found cofound head chair"
    " advise represent sanction prosecute raid investigate threaten isolate pressure sell target visit".split()
)
"""What people and bodies do to each other."""


def bars_bodies(it: Token) -> bool:
    """Tell whether the clause of ``it`` rules out companies, bodies, countries, places and persons."""
    verb = it.head
    if any(c.dep_ == "acomp" and c.lower_ in _STATES for c in verb.children) or _is_coming(it):
        return True
    if it.dep_ in ("nsubj", "nsubjpass"):
        made = it.dep_ == "nsubjpass" and verb.lemma_ in _MADE
        return made or any(not _may_be_body(noun) for noun in _called(it, verb)) or _only_of_events(verb)
    return it.dep_ == "dobj" and verb.lemma_ in _JUDGING and any(not _may_be_body(n) for n in _called(it, verb))


def _is_coming(it: Token) -> bool:
    """`we knew it was coming`."""
    verb = it.head
    progressive = verb.lower_ == "coming" and any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children)
    return it.dep_ == "nsubj" and progressive and not any(c.lower_ in ("to", "from", "back") for c in verb.rights)


def leaning(it: Token) -> str:
    """Name of the feature that speaks against a body or country for ``it`` as subject or object, empty for none."""
    verb = it.head
    lemma = verb.lemma_.lower()
    if it.dep_ == "nsubj" and lemma in _CAUSING:
        return "causing it"
    return "handled it" if it.dep_ == "dobj" and lemma not in _DEALING else ""


def _called(it: Token, verb: Token) -> Iterator[Token]:
    """The nouns that a clause says ``it`` is."""
    judged = verb.lemma_ in _JUDGING or (verb.head.lemma_ in _JUDGING and verb.dep_ == "ccomp")
    for child in verb.children:
        if child.i <= it.i:
            continue
        if child.dep_ in ("attr", "oprd") and child.pos_ in ("NOUN", "NUM", "PROPN", "PRON"):
            yield child
        elif judged and child.dep_ == "prep" and child.lower_ == "as":
            yield from (c for c in child.children if c.dep_ == "pobj")
    if verb.pos_ in ("NOUN", "NUM") and verb.i > it.i:  # `called it a disaster` as a clause without a verb
        yield verb


def _may_be_body(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    if noun.pos_ in ("PROPN", "PRON"):
        return True
    if noun.pos_ == "NUM":
        return lemma == "one"
    return lemma in _BODILY or bool(NOUN_TYPES.get(lemma, frozenset()) & _BODIES)


def _only_of_events(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    after = [c for c in verb.children if c.i > verb.i]
    if lemma in _HAPPENING:
        return True
    if lemma in _STAGES:
        return not any(c.dep_ in ("dobj", "xcomp", "ccomp", "acomp", "attr") for c in after)
    if lemma == "mean":
        return any(c.dep_ == "ccomp" for c in after)
    legal = (t.lower_ for c in after if c.lower_ in ("into", "in") for t in c.children)
    if lemma in ("go", "come", "enter", "be") and any(word in ("effect", "force") for word in legal):
        return True
    if lemma == "come":
        return any(c.lower_ in _COMING for c in verb.subtree if verb.i < c.i <= verb.i + 2)
    if lemma == "take":
        return any(c.dep_ == "dobj" and c.lower_ in ("place", "effect", "force", "shape") for c in after)
    felt = any(c.dep_ == "acomp" or c.lower_ in ("like", "as") for c in after)
    return lemma in _SEEMING and felt and not any(c.dep_ == "ccomp" for c in after)
