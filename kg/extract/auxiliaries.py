"""What a clause's own words make of it: modal auxiliaries, hedges and `if`.

`will sell` is planned, `may sell` and `reportedly sells` possible, `if it sells` conditional.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.forms import SUBJECT, is_infinitive, is_passive
from kg.extract.verbs import HEDGES, MODAL
from kg.model import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

_GUESSES = frozenset({"perhaps", "maybe", "possibly", "conceivably"})
"""Adverbs that leave open whether what is to come will; `will probably` foretells it."""
_NEARLY = frozenset({"nearly", "almost"})
_GROWING = frozenset("double triple treble quadruple halve exhaust".split())
"""Verbs that `nearly` measures: `nearly doubled` did grow, `nearly collapsed` did not."""
_CONDITIONAL_MARKS = frozenset({"if", "unless", "whether", "provided", "assuming", "lest"})


def own_modality(verb: Token) -> Modality:
    """Return the modality of the clause that `verb` heads, as far as the clause itself tells."""
    if is_inverted(verb):
        return "conditional"
    auxiliaries = [c for c in verb.children if c.dep_ == "aux"]
    if any(a.lower_ == "would" for a in auxiliaries) and any(a.lower_ == "have" for a in auxiliaries):
        return "conditional"
    for auxiliary in auxiliaries:
        if auxiliary.lower_ in MODAL and auxiliary.tag_ == "MD":
            guessed = MODAL[auxiliary.lower_] == "planned" and _has_adverb(verb, _GUESSES)
            return "possible" if guessed else MODAL[auxiliary.lower_]
    if _has_if(verb):
        return "conditional"
    if any(c.lower_ in ("easily", "readily") for c in verb.children) and is_passive(verb) and not _past(verb):
        return "possible"  # `is easily fixed`
    if _has_adverb(verb, HEDGES) or (verb.lemma_ == "be" and _is_hedged(verb)):
        return "possible"
    if {"not", "necessarily"} <= {c.lower_ for c in verb.lefts}:
        return "possible"  # `does not necessarily mean it`: it may or may not
    if _has_adverb(verb, _NEARLY) and verb.lemma_.lower() not in _GROWING:
        return "possible"
    headline = verb.dep_ == "ROOT" and is_infinitive(verb) and any(c.dep_ in SUBJECT for c in verb.lefts)
    return "planned" if headline else "asserted"  # `Nokia to cut jobs`


def _past(verb: Token) -> bool:
    return any(c.dep_ == "auxpass" and c.tag_ in ("VBD", "VBN") for c in verb.lefts)


def is_inverted(verb: Token) -> bool:
    """Whether a clause is a condition by its order of words: `should the vote fail`, `had it known`."""
    first = next((c for c in verb.lefts if c.dep_ in ("aux", "auxpass")), None)
    subject = next((c for c in verb.lefts if c.dep_ in SUBJECT), None)
    if verb.dep_ != "advcl" or first is None or subject is None:
        return False
    return first.i < subject.i and first.lower_ in ("should", "had", "were") and first.i == verb.left_edge.i


def _has_adverb(verb: Token, words: frozenset[str]) -> bool:
    return any(c.dep_ == "advmod" and c.lower_ in words for c in verb.lefts)


def _is_hedged(be: Token) -> bool:
    """`is possibly the largest`: the adverb stands between `be` and what is said."""
    said = next((c.left_edge.i for c in be.rights if c.dep_ in ("attr", "acomp")), be.i)
    return any(c.dep_ == "advmod" and c.lower_ in HEDGES and c.i < said for c in be.rights)


def _has_if(verb: Token) -> bool:
    """Whether the clause of `verb` is introduced as a condition."""
    return any(c.dep_ in ("mark", "advmod") and c.lower_ in _CONDITIONAL_MARKS for c in verb.lefts)
