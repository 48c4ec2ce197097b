"""The form of a word as the parse gives it: whether it heads a clause, is passive, is an infinitive.

`had the statue removed` is passive without saying `was`; `to step down` is an infinitive with a particle.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
"""Parts of speech of what can be an argument."""
NOUNS = ("NOUN", "PROPN", "PRON")
"""Parts of speech of what can head a noun phrase."""
SUBJECT = ("nsubj", "nsubjpass")
"""Dependencies of a subject."""
_FAR = 7
"""Tokens from a verb to its particle; what stands further off is another word's: `told X of those out at sea`."""
_INSIDE = ("aux", "auxpass", "amod", "compound", "case", "mark", "prep", "punct", "cc", "nmod")
"""Dependencies of a verb form that is a part of some other phrase."""
_REDUCED = ("acl", "advcl", "relcl", "ccomp", "xcomp", "oprd")
"""Dependencies of a bare past participle that stands for a passive clause."""
_HAVING = frozenset({"have", "get", "want", "see", "hear", "find", "keep"})
"""Verbs whose participle with a subject tells what is done to that subject."""


def is_verb(token: Token) -> bool:
    """Whether `token` heads a clause: a full verb, or a copula."""
    if token.dep_ in _INSIDE:
        return False
    if token.pos_ == "VERB":
        return token.tag_.startswith("V")
    return token.pos_ == "AUX" and token.lemma_ in ("be", "have", "do")


def is_passive(verb: Token) -> bool:
    """Whether the surface subject undergoes what the verb says."""
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return True
    if verb.tag_ == "VBN" and verb.dep_ == "ccomp" and not has_auxiliary(verb) and verb.head.lemma_ in _HAVING:
        return True  # `had the statue removed`
    bare = verb.tag_ == "VBN" and not has_auxiliary(verb) and not has_subject(verb)
    if bare and verb.dep_ == "conj":
        return is_passive(verb.head) if is_verb(verb.head) else False
    return bare and verb.dep_ in _REDUCED


def is_infinitive(verb: Token) -> bool:
    """Whether `verb` has its `to`."""
    return any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)


def is_finite(verb: Token) -> bool:
    """Whether `verb` or an auxiliary of it shows tense."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass") and c.tag_ != "TO"]
    return bool(auxiliaries) or verb.tag_ in ("VBZ", "VBP", "VBD")


def has_auxiliary(verb: Token) -> bool:
    """Whether `verb` has an auxiliary, `to` included."""
    return any(c.dep_ in ("aux", "auxpass") for c in verb.children)


def has_subject(verb: Token) -> bool:
    """Whether `verb` has a subject of its own."""
    return any(c.dep_ in SUBJECT for c in verb.children)


def particle(verb: Token) -> str:
    """Return the particle of a phrasal verb (`out` in `pointed out`) or an empty string."""
    for child in verb.children:
        down = child.lower_ == "down" and child.i == verb.i + 1 and verb.lemma_ in ("step", "stand")
        back = child.lower_ in ("back", "away") and child.dep_ == "advmod" and child.i == verb.i + 1
        near = child.dep_ == "prt" and child.i - verb.i < _FAR
        if near or down or back or _is_stranded(child, verb):
            return child.lower_
    return ""


def _is_stranded(prep: Token, verb: Token) -> bool:
    """Whether a passive keeps its preposition: `will be dealt with`."""
    alone = prep.dep_ == "prep" and prep.i == verb.i + 1 and all(c.pos_ == "ADV" for c in prep.children)
    return alone and any(c.dep_ == "auxpass" for c in verb.lefts)


def clause_of(token: Token) -> Token | None:
    """Return the nearest verb above `token` that heads a clause, or None."""
    return next((above for above in token.ancestors if is_verb(above)), None)


def is_reciprocal(thing: Token) -> bool:
    """Whether an object is `each other` or `one another`."""
    before = thing.nbor(-1).lower_ if thing.i else ""
    return (before, thing.lower_) in (("each", "other"), ("one", "another"))


def finite(verb: Token) -> Token:
    """The word of a clause that shows its tense: the first auxiliary, or the verb."""
    return next((c for c in verb.lefts if c.dep_ in ("aux", "auxpass")), verb)
