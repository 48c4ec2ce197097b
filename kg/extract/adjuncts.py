"""Clauses that add to a verb without being its object: gerunds, purposes, occasions and conditions.

`prevented X from selling Y`, `was deployed to retrieve them`, `died when it collapsed`, `will respond if Y attacks`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.forms import SUBJECT, is_finite, is_infinitive, is_verb
from kg.extract.phrases import can_act
from kg.extract.suppositions import conditions
from kg.extract.verbs import PREVENTING

if TYPE_CHECKING:
    from spacy.tokens import Token

_TELLING = frozenset("of for from by with in against to about on at into over as without despite".split())
"""Prepositions whose gerund says what a verb is about; after `before` or `since` it only says when."""
_OCCASIONS = frozenset({"when", "after", "before", "because", "until"})


def gerunds(verb: Token) -> Iterator[tuple[str, Token]]:
    """Yield each preposition after `verb` that has a gerund, with the gerund: `accused of taking bribes`."""
    for prep in verb.rights:
        if prep.dep_ in ("prep", "agent") and prep.lower_ in _TELLING:
            for inner in prep.children:
                if inner.dep_ == "pcomp" and is_verb(inner) and (is_gerund(inner) or _is_question(inner)):
                    yield prep.lower_, inner


def is_gerund(verb: Token) -> bool:
    """Whether `verb` names a deed: `taking bribes`, `having taken bribes`, `being told`."""
    return verb.tag_ == "VBG" or any(c.dep_ in ("aux", "auxpass") and c.tag_ == "VBG" for c in verb.lefts)


def purpose(verb: Token) -> Token | None:
    """Return the infinitive that says what for: `was deployed to retrieve them`, `left to found a firm`."""
    aims = [c for c in verb.children if c.dep_ == "advcl"]
    aims += [c for prep in verb.rights if prep.lower_ == "in" for order in prep.children for c in _ordered(order)]
    return next((c for c in aims if is_verb(c) and _is_bare_infinitive(c)), None)


def _ordered(order: Token) -> list[Token]:
    """The infinitive of `in order to`."""
    alone = order.lower_ == "order" and order.dep_ == "pobj" and not list(order.lefts)
    return [c for c in order.rights if c.dep_ in ("acl", "relcl")] if alone else []


def _is_question(verb: Token) -> bool:
    """`debated over who should pay`."""
    return verb.left_edge.tag_ in ("WP", "WDT", "WRB") or verb.left_edge.lower_ == "whether"


def _is_bare_infinitive(verb: Token) -> bool:
    marked = any(c.dep_ == "mark" or c.dep_ in SUBJECT for c in verb.lefts)
    return is_infinitive(verb) and not marked


def occasions(verb: Token) -> Iterator[tuple[str, Token]]:
    """Yield the word and the verb of clauses that say when or why: `died when the hotel collapsed`."""
    for prep in verb.rights:
        if prep.dep_ == "prep" and prep.lower_ in _OCCASIONS:  # `was arrested after leaving the group`
            yield from ((prep.lower_, c) for c in prep.children if c.dep_ == "pcomp" and is_verb(c) and is_gerund(c))
    for clause in verb.children:
        if clause.dep_ == "advcl" and is_verb(clause) and is_finite(clause):
            for word in clause.lefts:
                if word.dep_ in ("mark", "advmod") and word.lower_ in _OCCASIONS:
                    yield word.lower_, clause


def prevented(verb: Token) -> Token | None:
    """Return what is kept from happening: the gerund of `prevented the debt from growing`, or None."""
    if verb.lemma_.lower() not in PREVENTING:
        return None
    return next((inner for prep, inner in gerunds(verb) if prep == "from"), None)


def is_condition(verb: Token) -> bool:
    """Whether `verb` only says under which condition something else is so."""
    clause = verb
    while clause.dep_ == "conj" and is_verb(clause.head):
        clause = clause.head
    return clause.dep_ == "advcl" and any(c == clause for _, c in conditions(clause.head))


def is_awaited(verb: Token) -> bool:
    """Whether `verb` says after what, or up to what, something is so: `once it has been read, it is signed`."""
    marks = {c.lower_ for c in verb.lefts if c.dep_ in ("mark", "advmod")}
    return verb.dep_ == "advcl" and not marks.isdisjoint(("once", "until"))


def is_slight(verb: Token) -> bool:
    """Whether a condition tells no deed of its own: `if that limit is reached`, `if the deficiency is serious`."""
    deed = any(c.dep_ in ("dobj", "ccomp") for c in verb.rights) or any(c.dep_ == "neg" for c in verb.lefts)
    somebody = any(c.dep_ == "nsubj" and (c.pos_ == "PRON" or can_act(c)) for c in verb.children)
    return not deed and not (somebody and any(c.dep_ == "prep" for c in verb.rights))


def is_concession(verb: Token) -> bool:
    """Tell whether a clause is added after a comma against what was said: `it is safe, although tests failed`."""
    first = verb.left_edge
    added = first.lower_ in ("although", "though", "whereas") or [
        t.lower_ for t in verb.doc[first.i : first.i + 2]
    ] == [
        "even",
        "though",
    ]
    return verb.dep_ == "advcl" and added and verb.i > verb.head.i and first.i > 0 and first.nbor(-1).text == ","
