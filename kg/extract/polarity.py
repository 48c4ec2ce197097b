"""Whether a clause is denied in its own words: `not`, `no longer`, `no X`, `without`, `rather than`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.forms import SUBJECT
from kg.extract.verbs import NEGATIVE_ADVERBS

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOBODY = frozenset({"nobody", "nothing", "none", "no-one", "noone", "neither"})
_PARTS = ("compound", "nmod", "amod")


def is_negated(verb: Token) -> bool:
    """Whether the clause of `verb` itself is denied; what it hangs on is not looked at."""
    for child in verb.children:
        if _denies(child, verb):
            return not _only(child)
        if _no_longer(child) or _never_before(child, verb) or _holds_nothing(child, verb):
            return True
    return _left_undone(verb) or _joined_by_nor(verb)


def _denies(child: Token, verb: Token) -> bool:
    adverb = child.dep_ in ("advmod", "preconj", "cc") and child.lower_ in NEGATIVE_ADVERBS and child.i < verb.i
    return child.dep_ == "neg" or adverb


def _only(negation: Token) -> bool:
    """`not only … but also` denies nothing."""
    following = negation.nbor(1).lower_ if negation.i + 1 < len(negation.doc) else ""
    return negation.lower_ == "not" and following in ("only", "just", "merely")


def _no_longer(child: Token) -> bool:
    longer = child.dep_ == "advmod" and child.lower_ == "longer"
    return longer and any(c.lower_ in ("no", "any") for c in child.lefts)


def _never_before(child: Token, verb: Token) -> bool:
    """`never before had the club won`."""
    return child.dep_ == "advmod" and child.i < verb.i and any(c.lower_ == "never" for c in child.lefts)


def _holds_nothing(child: Token, verb: Token) -> bool:
    """`no company sells`, `is not in the list` with the negation below the complement."""
    if child.dep_ in (*SUBJECT, "dobj", "attr", "pobj") and _nothing(child):
        return True
    complement = verb.lemma_ == "be" and child.dep_ in ("prep", "acomp", "attr")
    return complement and any(c.dep_ == "neg" for c in child.children)


def _nothing(noun: Token) -> bool:
    if noun.lower_ in _NOBODY or _not_one(noun):
        return True
    # `no tsunami warning`: the parser may hang `no` on the tsunami.
    before = [c for t in (noun, *(c for c in noun.lefts if c.dep_ in _PARTS)) for c in t.lefts]
    return any(c.lower_ in ("no", "neither") and c.dep_ in ("det", "neg", "preconj", "cc", "predet") for c in before)


def _not_one(noun: Token) -> bool:
    """`not a single member`; in `not Poland but Hungary` the other is meant."""
    before = [c for t in (noun, *(c for c in noun.lefts if c.dep_ == "nummod")) for c in t.lefts]
    return any(c.lower_ == "not" and c.nbor(1).lower_ in ("a", "an", "one") for c in before)


def _left_undone(verb: Token) -> bool:
    """`without paying`, `rather than tapping`, `instead of paying`."""
    governor = verb.head
    if verb.dep_ == "pcomp" and (governor.lower_ == "without" or is_instead(governor) or _short(governor)):
        return True
    before = verb.left_edge.nbor(-1) if verb.left_edge.i else verb
    # `instead of being fired, he was promoted`: a preposition with a clause of its own denies that one.
    return is_instead(before) or any(is_instead(c) and not list(c.children) for c in verb.lefts)


def is_instead(preposition: Token) -> bool:
    """Whether `than` or `of` ends `rather than` or `instead of`, after which comes what is not so."""
    first = {"than": "rather", "of": "instead"}.get(preposition.lower_)
    return first is not None and preposition.i > 0 and preposition.nbor(-1).lower_ == first


def _short(preposition: Token) -> bool:
    """`stopped short of endorsing it`."""
    return preposition.lower_ == "of" and preposition.i > 0 and preposition.nbor(-1).lower_ == "short"


def _joined_by_nor(verb: Token) -> bool:
    words = (*verb.head.children, *verb.children)
    joined = any(c.dep_ in ("cc", "preconj") and c.lower_ in ("nor", "neither") for c in words)
    return verb.dep_ == "conj" and joined
