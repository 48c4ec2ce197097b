"""Who and what a noun stands for: the members of a list, the names of examples, what a bundling noun bundles.

`Ford, Fiat and their suppliers` are three; `a large number of the protesters` are protesters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.apposed import apposed_name, same_one
from kg.extract.forms import NOMINAL
from kg.extract.nouns import COLLECTIVES, EXAMPLE_MARKERS, FRACTIONS

if TYPE_CHECKING:
    from spacy.tokens import Token

_SIZES = frozenset("large small great huge vast big growing considerable significant good high low certain".split())
"""Adjectives of `number` and `amount` that only count: `a large number of people` are people."""


def core(head: Token) -> Token:
    """Return what a bundling or describing noun stands for.

    For `series` in `a series of measures` that is `measures`; for `minister` in `the country's
    minister for trade, Jeannot Krecké` it is the name.
    """
    seen = head
    while _stands_for(seen) and (inner := _of_object(seen)) is not None:
        seen = inner
    return apposed_name(seen) or seen


def _stands_for(noun: Token) -> bool:
    """Whether what follows `of` is meant; `none of the passengers` are the passengers, of whom something is denied."""
    return (noun.lemma_.lower() in COLLECTIVES and not _is_figure(noun)) or noun.lower_ in ("none", "neither")


def _is_figure(noun: Token) -> bool:
    """Whether the number itself is meant: `the number of deaths rose`, but `a number of deaths occurred`."""
    counted = noun.lemma_.lower() in ("number", "amount", "total")
    judged = any(c.dep_ == "amod" and c.lower_ not in _SIZES for c in noun.lefts)  # `excessive amounts of debt`
    return counted and (judged or any(c.lower_ == "the" for c in noun.lefts))


def members(head: Token) -> list[Token]:
    """Return the heads that `head` stands for: itself and its conjuncts, or named examples.

    ``NVIDIA, AMD and Intel`` gives three; ``giants like NVIDIA and AMD`` gives the two names, since
    the class is only there to introduce them.
    """
    found = [] if _is_denied(head) else [core(head)]
    for conjunct in head.conjuncts:
        if same_one(head, conjunct):
            found = [apposed_name(head) or core(conjunct)]
            continue
        if conjunct.pos_ in NOMINAL and conjunct.i > head.i and conjunct.dep_ == "conj":
            found.append(core(conjunct))
    out: list[Token] = []
    for one in found:
        named = [e for e in examples(one) if e.pos_ == "PROPN"] or listed(one)
        out += named or [one]
    return out


def _is_denied(head: Token) -> bool:
    """`not Poland but Hungary`: only the other is meant; `not only X but also Y` means both."""
    denial = next((c for c in head.lefts if c.lower_ == "not"), None)
    if denial is None or denial.nbor(1).lower_ in ("only", "just", "merely"):
        return False
    return any(c.dep_ == "cc" and c.lower_ == "but" for c in head.rights)


def examples(head: Token) -> list[Token]:
    """Return the members that `such as`, `like` or `including` names for `head`, a plural."""
    if head.tag_ not in ("NNS", "NNPS"):
        return []
    for prep in head.children:
        marks = prep.dep_ == "prep" and (
            prep.lower_ in EXAMPLE_MARKERS or (prep.lower_ == "as" and any(c.lower_ == "such" for c in prep.children))
        )
        if marks and prep.i > head.i:
            if prep.lower_ == "like" and not any(c.pos_ == "PROPN" for c in prep.children):
                continue
            return [m for c in prep.children if c.dep_ == "pobj" for m in (c, *(x for x in c.conjuncts if x.i > c.i))]
    return []


def listed(head: Token) -> list[Token]:
    """Return the names that a colon or a number spells out: `products: Windows and Xbox`, `two firms, A and B`."""
    for child in head.rights:
        if child.dep_ != "appos" or child.pos_ != "PROPN":
            continue
        counted = head.tag_ == "NNS" and any(c.dep_ == "nummod" for c in head.lefts)
        names = [child, *(c for c in child.conjuncts if c.i > child.i and c.pos_ == "PROPN")]
        if any(t.text == ":" for t in head.doc[head.i + 1 : child.i]) or (counted and len(names) > 1):
            return names
    return []


def _of_object(head: Token) -> Token | None:
    for prep in head.rights:
        if prep.lower_ == "of":
            return next((c for c in prep.children if c.dep_ == "pobj"), None)
    return None


def is_fraction(head: Token) -> bool:
    """Whether `head` is a share of what follows `of`: `half of the researchers`."""
    return head.lemma_.lower() in FRACTIONS and _of_object(head) is not None
