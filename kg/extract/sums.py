"""Relations that a clause hides: `invested $4 billion in Uber`, `holds 43 percent of Nissan`, `A and B merged`.

The clause rules tell that somebody invests a sum, and that two merged; here the sum is the amount of a relation
between two, and the two merge with each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from kg.extract.arguments import objects
from kg.extract.facts import VerbFacts
from kg.extract.forms import is_passive
from kg.extract.predicates import base, worded
from kg.extract.prepositionals import members_of
from kg.extract.subjects import subjects
from kg.stages import Proposition

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUMS: Mapping[str, frozenset[str]] = {
    verb: frozenset(prepositions.split())
    for verb, prepositions in {
        "invest": "in",
        "inject": "into",
        "pour": "into",
        "pump": "into",
        "put": "into",
        "spend": "on",
        "donate": "to",
        "lend": "to",
        "pay": "to",
        "give": "to",
        "award": "to",
        "owe": "to",
    }.items()
}
"""Verbs whose object is a sum and whose relation is to what follows the preposition."""
_HOLDING: Mapping[str, str] = {
    **dict.fromkeys(("own", "hold", "control", "have", "possess"), "own share of"),
    **dict.fromkeys(("buy", "acquire", "purchase", "take"), "buy share of"),
    "sell": "sell share of",
}
"""Verbs of having a share, and the relation to the whole."""
_MUTUAL = frozenset("merge compete partner cooperate collaborate ally clash negotiate marry divorce team".split())
"""Verbs that two subjects do with each other where no object is named."""
_FINING = frozenset("impose levy slap".split())
_PLACING = frozenset({"inject", "pour", "pump", "put"})
"""Verbs that with money are investing."""
_MONEY = frozenset("dollar euro pound yen yuan rupee franc peso money capital".split())
_SHARES = frozenset({"percent", "%", "pct", "per cent", "cent"})
_MOST = 3


def sums(facts: VerbFacts, verb: Token) -> Iterator[Proposition]:
    """Yield to what a sum goes, or of what a share is held; the amount lies within the predicate's words."""
    lemma = verb.lemma_.lower()
    if is_passive(verb) or (lemma not in _SUMS and lemma not in _HOLDING):
        return
    for amount in objects(verb)[:1]:
        for words, target in _aims(facts, verb, amount):
            for subject in subjects(verb)[:_MOST]:
                yield facts.states(verb, subject, facts.noun(target), worded(words, amount.i))


def together(facts: VerbFacts, verb: Token) -> Iterator[Proposition]:
    """Yield with whom the first of two subjects does what both do: `Airbus and Boeing compete`."""
    who = subjects(verb)
    taken = any(c.dep_ in ("dobj", "ccomp") or (c.dep_ == "prep" and c.lower_ == "with") for c in verb.rights)
    if verb.lemma_.lower() in _MUTUAL and not is_passive(verb) and len(who) == 2 and not taken:
        preposition = "" if verb.lemma_.lower() in ("marry", "divorce") else " with"
        yield facts.states(
            verb, who[0], facts.noun(who[1]), worded(f"{base(verb)}{preposition}"), facts.qualifiers(verb)
        )


def _aims(facts: VerbFacts, verb: Token, amount: Token) -> Iterator[tuple[str, Token]]:
    lemma = verb.lemma_.lower()
    if lemma in _HOLDING and amount.lower_ in _SHARES:
        whole = [t for p in amount.rights if p.lower_ == "of" for t in members_of(p)]
        yield from ((_HOLDING[lemma], t) for t in whole[:_MOST])
    elif lemma in _SUMS and _is_sum(amount):
        preps = [p for p in (*verb.rights, *amount.rights) if p.dep_ in ("prep", "dative") and p.lower_ in _SUMS[lemma]]
        placing = lemma in _PLACING and _is_money(amount)
        aims = [("invest in" if placing else f"{base(verb)} {p.lower_}", t) for p in preps[:1] for t in members_of(p)]
        yield from ((words, t) for words, t in aims[:_MOST] if not facts.is_time(t))


def fines(facts: VerbFacts, verb: Token) -> Iterator[Proposition]:
    """Yield on whom a fine is put: `imposed a fine of $5 billion on Google`."""
    things = [t for t in objects(verb) if t.lemma_.lower() in ("fine", "penalty")]
    if is_passive(verb) or verb.lemma_.lower() not in _FINING:
        return
    for thing in things[:1]:
        for prep in (*verb.rights, *thing.rights, *(c for p in thing.rights for t in p.children for c in t.rights)):
            if prep.dep_ == "prep" and prep.lower_ in ("on", "against", "upon"):
                for target in members_of(prep)[:_MOST]:
                    for subject in subjects(verb)[:_MOST]:
                        yield facts.states(verb, subject, facts.noun(target), worded("impose fine on", prep.i - 1))
                return


def _is_money(amount: Token) -> bool:
    return any(t.tag_ == "$" for t in amount.subtree) or amount.lemma_.lower() in _MONEY


def _is_sum(amount: Token) -> bool:
    return amount.pos_ in ("NUM", "SYM") or any(c.dep_ in ("nummod", "quantmod") for c in amount.lefts)
