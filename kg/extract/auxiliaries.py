"""What a clause's own words make of it: modal auxiliaries, hedges and `if`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.forms import SUBJECT, is_infinitive, is_passive
from kg.extract.verbs import HEDGES, MODAL
from kg.model import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONDITIONAL_MARKS = frozenset({"if", "unless", "whether", "provided", "assuming", "lest"})


def own_modality(verb: Token) -> Modality:
    """Return the modality of the clause that `verb` heads, as far as the clause itself tells."""
    auxiliaries = [c for c in verb.children if c.dep_ == "aux"]
    if any(a.lower_ == "would" for a in auxiliaries) and any(a.lower_ == "have" for a in auxiliaries):
        return "conditional"
    for auxiliary in auxiliaries:
        if auxiliary.lower_ in MODAL and auxiliary.tag_ == "MD":
            return MODAL[auxiliary.lower_]
    if _has_if(verb):
        return "conditional"
    if any(c.lower_ in ("easily", "readily") for c in verb.children) and is_passive(verb) and not _past(verb):
        return "possible"  # `is easily fixed`
    hedged = any(c.dep_ == "advmod" and c.lower_ in HEDGES for c in verb.lefts)
    if hedged:
        return "possible"
    headline = verb.dep_ == "ROOT" and is_infinitive(verb) and any(c.dep_ in SUBJECT for c in verb.lefts)
    return "planned" if headline else "asserted"  # `Nokia to cut jobs`


def _past(verb: Token) -> bool:
    return any(c.dep_ == "auxpass" and c.tag_ in ("VBD", "VBN") for c in verb.lefts)


def _has_if(verb: Token) -> bool:
    """Whether the clause of `verb` is introduced as a condition."""
    return any(c.dep_ in ("mark", "advmod") and c.lower_ in _CONDITIONAL_MARKS for c in verb.lefts)
