"""Nouns that hold a that-clause: `rejected claims that it sold weapons`, `his belief that …`.

What the clause says is held by whoever has the belief or voices the fear, and it is only as real as
the noun makes it; whoever rejects a claim denies what it says.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from kg.extract.forms import clause_of, is_infinitive, is_verb
from kg.extract.reporting import reporting_class
from kg.extract.subjects import subjects
from kg.model import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

HELD: Final[Mapping[str, Modality]] = {
    **dict.fromkeys(
        "claim allegation accusation assertion charge conclusion belief view opinion argument complaint conviction "
        "position confidence warning statement letter email memo note post speech finding ruling "
        "admission announcement report assumption theory message".split(),
        "asserted",
    ),
    **dict.fromkeys(
        "fear concern worry suspicion possibility risk danger likelihood chance speculation rumour rumor suggestion "
        "doubt impression perception idea notion".split(),
        "possible",
    ),
    **dict.fromkeys("hope wish desire demand request recommendation proposal insistence".split(), "hoped"),
    **dict.fromkeys("expectation prediction forecast promise pledge vow assurance guarantee threat".split(), "planned"),
    "denial": "denied",
}
"""Nouns whose that-clause somebody holds, and how real that is. Nouns of knowledge (`fact`, `evidence`) are none."""

_KNOWN = frozenset(
    "fact evidence proof news sign indication knowledge reason confirmation revelation "
    "surprise regret relief dismay disappointment disgust delight satisfaction dissatisfaction pride".split()
)
"""Nouns of knowledge, and of what one feels at what one knows."""
_REJECTING = frozenset("reject deny dismiss refute dispute rebut contradict debunk disprove repudiate scotch".split())
_OTHERS = frozenset("hear examine investigate face follow cite receive respond allay ease spark fuel".split())
"""Verbs whose subject does not hold what their object says: `faces claims that …`."""


def noun_of(clause: Token) -> Token | None:
    """Return the noun whose that-clause `clause` heads, or None."""
    if clause.dep_ == "conj" and is_verb(clause.head) and _says_that(clause):
        return noun_of(clause.head)  # `allegations that A paid and that B hid it`
    noun = clause.head
    if clause.dep_ not in ("acl", "ccomp", "relcl") or noun.pos_ != "NOUN" or is_infinitive(clause):
        return None
    marked = _says_that(clause)
    known = noun.lemma_.lower() in HELD or noun.lemma_.lower() in _KNOWN
    return noun if marked and known else None


def _says_that(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.lefts)


def clause_of_noun(noun: Token) -> Token | None:
    """Return the head of the that-clause that `noun` holds, or None."""
    return next((c for c in noun.rights if is_verb(c) and noun_of(c) is not None), None)


def holders(noun: Token) -> list[Token]:
    """Return who holds what the that-clause of `noun` says: its owner, or who voices, makes or rejects it."""
    if noun.lemma_.lower() not in HELD:
        return []
    if owners := [c for c in noun.lefts if c.dep_ == "poss"]:
        return owners[:1]
    verb = clause_of(noun)
    below = noun.dep_ == "pobj" and noun.head.lower_ in ("to", "under", "with", "of")
    direct = noun.dep_ in ("dobj", "attr") or below or _said_in(noun, verb)
    if verb is None or not direct or verb.lemma_.lower() in _OTHERS or verb.lemma_ == "be":
        return []
    return subjects(verb)[:3]


def _said_in(noun: Token, verb: Token | None) -> bool:
    """`wrote in a letter that …`."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "in" and verb is not None and reporting_class(verb) is not None


def held(noun: Token) -> Modality:
    """Return how real what the that-clause of `noun` says is, by the noun and by what is done to it."""
    lemma = noun.lemma_.lower()
    rejected = noun.dep_ == "dobj" and noun.head.lemma_.lower() in _REJECTING
    lacking = any(c.lower_ == "no" and c.dep_ in ("det", "neg") for c in noun.lefts) and lemma != "doubt"
    if rejected or lacking:
        return "denied"
    modality = HELD.get(lemma, "asserted")
    nobodys = modality == "asserted" and lemma in HELD and not holders(noun)
    return "possible" if nobodys else modality  # `there were allegations that money was paid`


def rejects(verb: Token) -> bool:
    """Whether `verb` denies what its object holds."""
    return verb.lemma_.lower() in _REJECTING
