"""The prepositional phrases of a verb, lists spread out: `sold [to Peru] and [to Chad]`, `is [on par with X]`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.forms import is_verb, particle
from kg.extract.lists import members
from kg.extract.nouns import COMPLEX_PREPOSITIONS, FIXED_ADVERBIALS
from kg.extract.polarity import is_instead
from kg.extract.subjects import RELATIVE_TAGS, antecedent

if TYPE_CHECKING:
    from spacy.tokens import Token

_MANNERS = frozenset(
    tuple(pair.split("-"))
    for pair in "at-length in-detail in-depth in-full in-public in-private in-person in-secret in-writing by-name "
    "by-phone by-email by-hand at-once on-time under-oath in-order".split()
)
"""Phrases that say how, whatever hangs on them: `spoke at length about X`."""

_LEADING = ("prep", "dative", "advmod")
"""Dependencies of what begins a prepositional phrase; `from` may hang in other ways."""
_PLACING = frozenset("put place keep hold leave set bring".split())
"""Verbs that their preposition completes: `put children at risk`."""


@dataclass(frozen=True)
class Prepositional:
    """A prepositional phrase of a verb: `preposition` may have several words (`on par with`)."""

    preposition: str
    token: Token
    object: Token


def prepositionals(verb: Token) -> list[Prepositional]:
    """Return the prepositional phrases of a verb in order, lists spread out."""
    found = [p for child in verb.children for p in _phrases_of(child)]
    placing = verb.lemma_.lower() in _PLACING
    kept = [q for p in found for q in (_beyond(p) if _adverbial(p) and not placing else [p])]
    # The last word of `in touch with` may hang on the verb as well.
    return [p for p in kept if not any(q.object == p.object and len(q.preposition) > len(p.preposition) for q in kept)]


def _adverbial(p: Prepositional) -> bool:
    """Whether a phrase says how or when, not with whom: `in response`, `for the first time`."""
    words = (p.preposition, p.object.lower_)
    fixed = words in FIXED_ADVERBIALS and not list(p.object.children)
    return (
        fixed
        or (words == ("as", "result") and not list(p.object.rights))
        or (words in _MANNERS and not list(p.object.lefts))
        or (p.preposition in ("for", "at") and p.object.lower_ == "time")
    )


def _beyond(p: Prepositional) -> list[Prepositional]:
    """What the parser hung on a phrase of manner and the verb takes: `talked at length about the issues`."""
    if p.object.lower_ == "time":
        return []  # `was sold at a time of doubt`
    return [Prepositional(c.lower_, c, m) for c in p.object.rights if c.dep_ == "prep" for m in members_of(c)]


def _phrases_of(child: Token) -> Iterator[Prepositional]:
    if child.dep_ not in _LEADING and child.lower_ != "from":
        return
    if _is_replaced(child):
        return
    if child.lower_ == "with" and any(_is_share(c) for c in child.rights):
        return
    away = child.doc[child.i - 1] if child.i else child
    away = away.nbor(-1) if away.lower_ == "now" and away.i > 0 else away  # `12 months away now from the vote`
    if child.lower_ == "from" and away.lower_ == "away" and _distance(away):
        yield from _objects_of(child, f"{_distance(away)}away from")  # `is 12 months away from the vote`
    elif child.dep_ in ("prep", "dative") and child.pos_ in ("ADP", "SCONJ", "VERB", "ADV"):
        yield from _objects_of(child, child.lower_)
    elif child.dep_ == "advmod" and child.pos_ == "ADV":
        for inner in child.children:  # `together with`
            if inner.dep_ == "prep" and inner.i == child.i + 1:
                adverb = "" if particle(child.head) == child.lower_ else f"{_distance(child)}{child.lower_} "
                yield from _objects_of(inner, f"{adverb}{inner.lower_}")


def _is_share(noun: Token) -> bool:
    """`with 30 of those taken by women`: that tells of some of them, not with what it was done."""
    of = [c for prep in noun.rights if prep.lower_ == "of" for c in prep.children]
    return noun.pos_ == "NUM" and any(c.lower_ in ("those", "them", "these") for c in of)


def _distance(adverb: Token) -> str:
    """How far: `12 months ` before `away`, empty where that is not said."""
    measure = next((c for c in adverb.lefts if c.dep_ == "npadvmod"), None)
    if measure is None or adverb.lower_ != "away":
        return ""
    return " ".join(t.lower_ for t in adverb.doc[measure.left_edge.i : measure.i + 1]) + " "


def _is_replaced(prep: Token) -> bool:
    """`to the town instead of from the dam`: not from there."""
    return prep.i > prep.sent.start and is_instead(prep.nbor(-1))


def _objects_of(prep: Token, name: str) -> list[Prepositional]:
    found: list[Prepositional] = []
    bare = [c for c in prep.children if c.dep_ == "pcomp" and c.pos_ == "ADP" and not list(c.children)]
    name = " ".join([name, *(c.lower_ for c in bare)])
    for child in prep.children:
        if child.dep_ == "pobj" and (joined := _joined(child, name)) is not None:
            found += joined
        elif child.dep_ == "pobj":
            relative = child.tag_ in RELATIVE_TAGS and is_verb(prep.head)  # `the fund in which it invested`
            found += [Prepositional(name, prep, m) for m in (antecedent(prep.head) if relative else members(child))]
        elif child.pos_ == "ADJ" and prep.lower_ == "as":  # `came across as believable`
            found += [Prepositional(name, prep, c) for c in (child, *child.conjuncts) if c.pos_ == "ADJ"]
        elif child.dep_ in ("prep", "pcomp") and child.pos_ == "ADP":
            found += _objects_of(child, f"{name} {child.lower_}")
    return found


def _joined(noun: Token, name: str) -> list[Prepositional] | None:
    """What three words lead to that are one preposition, `in line with X`; None where they are not."""
    last = COMPLEX_PREPOSITIONS.get((name, noun.lower_))
    if last is None or list(noun.lefts):
        return None
    beside = [*noun.rights, *noun.head.head.rights]
    inner = [p for p in beside if p.dep_ == "prep" and p.lower_ == last and p.i == noun.i + 1]
    found = [q for p in inner for q in _objects_of(p, f"{name} {noun.lower_} {last}")]
    return found or ([] if inner and last != "of" else None)  # `in favour of selling` is told with its noun


def members_of(prep: Token) -> list[Token]:
    """Return the heads of the objects of one preposition, lists spread out."""
    return [m for c in prep.children if c.dep_ == "pobj" for m in members(c)]
