"""How a clause stands to what is so, and what a noun or an impersonal adjective before it makes of that.

`a plan to sell` is planned, `had no right to sell` negative, `it is unclear whether it sells` asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kg.extract.forms import is_infinitive, is_verb
from kg.extract.noun_clauses import held, noun_of
from kg.extract.nouns import CONTENT_NOUNS, NEGATING_NOUNS
from kg.extract.polarity import is_negated
from kg.extract.verbs import ATTITUDE, NEGATING_ADJECTIVES
from kg.model import Modality, Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token

_FEARS = frozenset("fear worry concern anxiety threat risk danger prospect possibility warning talk".split())
_MISSING = ("miss", "lose", "waste", "squander", "blow", "spurn", "forgo", "pass")
"""Verbs of whoever might have done something and did not."""
_HOLDING = ("have", "lack", "get", "see", "find", "give")
"""Verbs whose negation reaches what their object is about: `had no right to sell`."""
_UNKNOWN = frozenset({"unclear", "unknown", "uncertain", "unsure"})
_WANTED = frozenset("necessary essential vital crucial imperative mandatory".split())
_FALSE = frozenset("false untrue wrong baseless unfounded fabricated incorrect groundless".split())
_FAR_FROM_FACT: tuple[Modality, ...] = (
    "asserted",
    "planned",
    "required",
    "possible",
    "hoped",
    "conditional",
    "asked",
    "denied",
)


@dataclass(frozen=True)
class Standing:
    """How a clause stands to what is so."""

    polarity: Polarity = "positive"
    modality: Modality = "asserted"

    def negated(self) -> Standing:
        """The opposite polarity, same modality."""
        return Standing("negative" if self.polarity == "positive" else "positive", self.modality)

    def under(self, modality: Modality) -> Standing:
        """This standing within a frame of `modality`: the one further from fact wins."""
        return Standing(self.polarity, max(self.modality, modality, key=_FAR_FROM_FACT.index))


def of_noun(verb: Token, noun: Token, own: Standing) -> Standing:
    """Return how the clause of `verb` stands, which says what `noun` is about: `the risk of losing`."""
    if noun_of(verb) is not None:
        return own.under("denied" if _is_called_false(noun) else held(noun))
    infinitive = is_infinitive(verb)
    if infinitive and noun.lemma_.lower() in NEGATING_NOUNS:
        return own.negated()
    if infinitive and _is_missed(noun):
        return own.negated()
    if infinitive and _is_taken(noun):
        return own
    if infinitive and lacks(noun):
        own = own.negated()
    if any(c.dep_ == "mark" and c.lower_ == "whether" for c in verb.lefts):
        return own.under("asked")  # `no certainty whether it will sell`
    frame = CONTENT_NOUNS.get(noun.lemma_.lower())
    if frame is not None and (infinitive or frame != "planned"):
        return own.under(frame)
    return own.under("planned") if infinitive else own


def _is_called_false(noun: Token) -> bool:
    """`reports that he died were false`."""
    be = noun.head
    false = any(c.dep_ == "acomp" and c.lower_ in _FALSE for c in be.rights)
    return noun.dep_ == "nsubj" and be.lemma_ == "be" and false != is_negated(be)


def _is_missed(noun: Token) -> bool:
    """`missed a chance to score`: whoever might have did not."""
    verb = noun.head
    chance = noun.dep_ == "dobj" and noun.lemma_.lower() in ("chance", "opportunity")
    return chance and verb.lemma_.lower() in _MISSING and not is_negated(verb)


def _is_taken(noun: Token) -> bool:
    """`took the opportunity to thank them`: and did."""
    verb = noun.head
    chance = noun.dep_ == "dobj" and noun.lemma_.lower() in ("chance", "opportunity", "occasion")
    return chance and verb.tag_ == "VBD" and verb.lemma_.lower() in ("take", "seize", "use")


def made_up(noun: Token) -> Token | None:
    """Return the verb of `will consist of the bank lending …`: what it consists of will be, too."""
    of = noun.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    return of.head if of is not None and of.head.lemma_.lower() in ("consist", "be") and is_verb(of.head) else None


def is_feared(noun: Token) -> bool:
    """Tell whether something may come that nobody plans: `fears of a war that would hurt trade`."""
    of = noun.head if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "about", "over") else None
    return of is not None and of.head.lemma_.lower() in _FEARS


def lacks(noun: Token) -> bool:
    """Whether whoever might have what `noun` names has it not: `had no right`, `lacked the right`."""
    holder = noun.head
    kept = noun.dep_ == "dobj" and holder.lemma_.lower() in _HOLDING
    return kept and is_negated(holder) != (holder.lemma_.lower() == "lack")


def of_impersonal(be: Token, own: Standing) -> Standing:
    """Return how a clause stands that `be` and its adjective introduce: `it is likely that it sells`."""
    for said in [c for c in be.rights if c.dep_ == "acomp"]:
        lemma = said.lemma_.lower()
        own = own.negated() if lemma in NEGATING_ADJECTIVES else own
        if lemma in _FALSE or (lemma == "true" and is_negated(be)):
            return own.under("denied")
        wanted: Modality = "required" if lemma in _WANTED else "asserted"
        own = own.under("asked" if lemma in _UNKNOWN else ATTITUDE.get(lemma, wanted))
    return own


def judged(copula: Token) -> Literal["", "forbidden", "required", "possible"]:
    """What an adjective makes of `for X to V`: `it is illegal for a company to cut the power`."""
    adjective = next((c.lemma_.lower() for c in copula.children if c.dep_ == "acomp"), "")
    if adjective in ("illegal", "unlawful", "forbidden"):
        return "forbidden"
    if adjective in _WANTED:
        return "required"
    return "possible" if adjective in ("possible", "legal", "lawful", "hard", "difficult", "easy") else ""
