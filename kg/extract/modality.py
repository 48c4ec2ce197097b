"""Whether a clause is so: its polarity and its modality.

Read off the verb's own auxiliaries and adverbs first, then off what it hangs on: `hopes to ship` is
hoped, `prevent X from selling` did not happen, an if-clause is conditional. Complements of plain
reporting verbs stand on their own: who says so is attribution, not modality.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.forms import SUBJECT, is_finite, is_infinitive, is_verb
from kg.extract.nouns import CONTENT_NOUNS
from kg.extract.subjects import prepositional_controller
from kg.extract.verbs import (
    ASPECTUAL,
    ATTITUDE,
    DEMANDING,
    ENDING,
    IMPLICATIVE_ADJECTIVES,
    MODAL,
    NEGATING,
    NEGATIVE_ADVERBS,
    OBJECT_CONTROL,
    PREVENTING,
)
from kg.model import Modality, Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONDITIONAL_MARKS = frozenset({"if", "unless", "whether", "provided", "assuming", "lest"})
_RESULT_MARKS = frozenset({"so", "that"})
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
_DEPTH = 12


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


def standing(verb: Token, depth: int = 0) -> Standing:
    """Return polarity and modality of the clause that `verb` heads."""
    own = Standing("negative" if is_negated(verb) else "positive", _own_modality(verb))
    if depth > _DEPTH or verb.head == verb:
        return _asked(verb, own)
    return _framed(verb, own, depth)


def is_negated(verb: Token) -> bool:
    """Whether the clause itself is denied: `not`, `no longer`, `never`, `no X`, `without` …"""
    for child in verb.children:
        if child.dep_ == "neg" or (
            child.dep_ in ("advmod", "preconj", "cc") and child.lower_ in NEGATIVE_ADVERBS and child.i < verb.i
        ):
            return not _only(child)
        if child.dep_ == "advmod" and child.lower_ == "longer" and any(c.lower_ in ("no", "any") for c in child.lefts):
            return True
        if child.dep_ in (*SUBJECT, "dobj", "attr", "pobj") and _nothing(child):
            return True
        if (
            verb.lemma_ == "be"
            and child.dep_ in ("prep", "acomp", "attr")
            and any(c.dep_ == "neg" for c in child.children)
        ):
            return True
    governor = verb.head
    if verb.dep_ == "pcomp" and governor.lower_ == "without":
        return True
    if verb.dep_ == "pcomp" and _instead(governor):
        return True
    if _instead(verb.left_edge.nbor(-1) if verb.left_edge.i else verb) or any(_instead(c) for c in verb.lefts):
        return True
    return verb.dep_ == "conj" and any(
        c.dep_ in ("cc", "preconj") and c.lower_ in ("nor", "neither") for c in (*governor.children, *verb.children)
    )


def _instead(preposition: Token) -> bool:
    """`rather than tapping`, `instead of paying`: what did not happen."""
    words = preposition.lower_
    before = preposition.nbor(-1).lower_ if preposition.i else ""
    return (words == "than" and before == "rather") or (words == "of" and before == "instead")


def _only(negation: Token) -> bool:
    """`not only … but also` denies nothing."""
    following = negation.nbor(1).lower_ if negation.i + 1 < len(negation.doc) else ""
    return negation.lower_ == "not" and following in ("only", "just", "merely")


def _nothing(noun: Token) -> bool:
    if noun.lower_ in ("nobody", "nothing", "none", "no-one", "noone", "neither"):
        return True
    return any(
        c.lower_ in ("no", "neither") and c.dep_ in ("det", "neg", "preconj", "cc", "predet") for c in noun.lefts
    )


def _own_modality(verb: Token) -> Modality:
    auxiliaries = [c for c in verb.children if c.dep_ == "aux"]
    if any(a.lower_ == "would" for a in auxiliaries) and any(a.lower_ == "have" for a in auxiliaries):
        return "conditional"
    for auxiliary in auxiliaries:
        if auxiliary.lower_ in MODAL and auxiliary.tag_ == "MD":
            return MODAL[auxiliary.lower_]
    if _has_if(verb):
        return "conditional"
    return "asserted"


def _has_if(verb: Token) -> bool:
    return any(c.dep_ in ("mark", "advmod") and c.lower_ in _CONDITIONAL_MARKS for c in verb.lefts)


def _depends_on_condition(verb: Token) -> bool:
    return any(
        c.dep_ == "advcl" and any(m.dep_ == "mark" and m.lower_ in ("if", "unless") for m in c.lefts)
        for c in verb.children
    )


def _asked(verb: Token, own: Standing) -> Standing:
    if _depends_on_condition(verb):
        return Standing(own.polarity, "conditional")
    last = verb.sent[-1]
    last = last.nbor(-1) if last.text == '"' and last.i > verb.sent.start else last
    return own.under("asked") if last.text == "?" and verb.sent.root == verb else own


def _framed(verb: Token, own: Standing, depth: int) -> Standing:
    governor = verb.head
    if _depends_on_condition(verb):
        return Standing(own.polarity, "conditional")
    if verb.dep_ == "conj" and is_verb(governor):
        return _conjoined(verb, governor, own, depth)
    if verb.dep_ in ("xcomp", "oprd") and is_verb(governor):
        return _infinitive(verb, governor, own, depth)
    if (
        verb.dep_ in ("xcomp", "ccomp", "acl", "advcl", "pcomp")
        and governor.pos_ in ("ADJ", "NOUN")
        and not is_verb(governor)
    ):
        return _of_noun(verb, governor, own, depth)
    if verb.dep_ == "ccomp" and is_verb(governor):
        return _complement(verb, governor, own, depth)
    if verb.dep_ == "pcomp":
        return _gerund(verb, governor, own, depth)
    if verb.dep_ == "advcl" and is_verb(governor):
        return _adverbial(verb, governor, own, depth)
    if verb.dep_ == "relcl" and is_infinitive(verb):
        return own.under("planned")
    return own


def _conjoined(verb: Token, governor: Token, own: Standing, depth: int) -> Standing:
    """A conjunct without subject and auxiliary of its own shares those of the first."""
    alone = not any(c.dep_ in (*SUBJECT, "aux") for c in verb.children)
    first = standing(governor, depth + 1)
    if governor.dep_ in ("xcomp", "ccomp", "advcl", "pcomp", "acl", "relcl") and governor.head != governor:
        # What frames the first conjunct from above frames the second as well.
        frame = first.modality
        own = own.under(frame) if alone or not is_finite(verb) else own
    if not alone:
        return own.under("conditional") if first.modality == "conditional" else own
    shared_negation = first.polarity == "negative" and any(
        c.dep_ == "cc" and c.lower_ in ("or", "nor") for c in governor.children
    )
    out = own.under(first.modality)
    return Standing("negative", out.modality) if shared_negation else out


def _infinitive(verb: Token, governor: Token, own: Standing, depth: int) -> Standing:
    lemma = governor.lemma_.lower()
    above = standing(governor, depth + 1)
    objects = [c for c in governor.children if c.dep_ in ("dobj", "dative", "nsubjpass") and c.i < verb.i]
    if lemma in NEGATING or lemma in ENDING:
        return Standing(above.negated().polarity, own.under(above.modality).modality)
    if prepositional_controller(governor, verb):
        return _within(own, above, "hoped")
    if objects and lemma in OBJECT_CONTROL:
        frame = OBJECT_CONTROL[lemma]
        return _within(own, above, frame)
    if lemma == "be" and (
        aims := [n for n in governor.lefts if n.dep_ == "nsubj" and n.lemma_.lower() in CONTENT_NOUNS]
    ):
        return _within(own, above, CONTENT_NOUNS[aims[0].lemma_.lower()])
    if lemma in ASPECTUAL or lemma in ("go", "use", "have", "be") or governor.pos_ == "AUX":
        frame = "planned" if lemma == "go" and governor.tag_ == "VBG" else "required" if lemma == "have" else "asserted"
        return _within(own, above, frame)
    return _within(own, above, ATTITUDE.get(lemma, OBJECT_CONTROL.get(lemma, _purpose(verb))))


def _purpose(verb: Token) -> Modality:
    return "planned" if is_infinitive(verb) else "asserted"


def _within(own: Standing, above: Standing, frame: Modality) -> Standing:
    """Combine: an outer negation carries over, an outer modality counts where the frame asserts."""
    modality = own.under(frame if frame != "asserted" else above.modality).modality
    if above.modality == "conditional":
        modality = "conditional"
    return Standing("positive" if own.polarity == above.polarity else "negative", modality)


def _of_noun(verb: Token, noun: Token, own: Standing, depth: int) -> Standing:
    lemma = noun.lemma_.lower()
    if noun.pos_ == "ADJ":
        clause = noun.head if is_verb(noun.head) else None
        above = standing(clause, depth + 1) if clause is not None else Standing()
        frame: Modality = (
            "asserted"
            if lemma in IMPLICATIVE_ADJECTIVES and above.modality == "asserted"
            else ATTITUDE.get(lemma, "asserted")
        )
        return _within(own, above, frame)
    holder = noun.head
    if (
        noun.dep_ == "dobj"
        and holder.lemma_.lower() in ("have", "lack", "get", "see", "find", "give")
        and is_infinitive(verb)
    ):
        lacking = is_negated(holder) != (holder.lemma_.lower() == "lack")
        own = own.negated() if lacking else own
    if lemma in CONTENT_NOUNS:
        return own.under(CONTENT_NOUNS[lemma]) if CONTENT_NOUNS[lemma] != "planned" or is_infinitive(verb) else own
    if is_infinitive(verb):
        return own.under("planned")
    return own


def _complement(verb: Token, governor: Token, own: Standing, depth: int) -> Standing:
    lemma = governor.lemma_.lower()
    if is_infinitive(verb) or (verb.tag_ == "VB" and not any(c.dep_ == "aux" for c in verb.children)):
        above = standing(governor, depth + 1)
        frame = OBJECT_CONTROL.get(lemma, ATTITUDE.get(lemma, DEMANDING.get(lemma, "asserted")))
        if lemma in PREVENTING:
            return own.negated()
        return _within(own, above, frame)
    if lemma in DEMANDING:
        return (
            own.under(DEMANDING[lemma])
            if lemma != "deny" or own.modality == "asserted"
            else Standing(own.polarity, "denied")
        )
    if any(c.dep_ == "mark" and c.lower_ in ("whether", "if") for c in verb.lefts):
        return own.under("asked")
    return own


def _gerund(verb: Token, preposition: Token, own: Standing, depth: int) -> Standing:
    above = preposition.head
    if is_verb(above):
        lemma = above.lemma_.lower()
        outer = standing(above, depth + 1)
        if lemma in PREVENTING and preposition.lower_ == "from":
            return Standing(outer.negated().polarity, own.under(outer.modality).modality)
        if preposition.lower_ in ("of", "for") and lemma in ("accuse", "suspect", "charge"):
            return own.under("possible")
        return own.under(outer.modality)
    if above.pos_ == "NOUN":
        return own.under(
            CONTENT_NOUNS.get(
                above.lemma_.lower(), "possible" if above.lemma_.lower() in ("idea", "prospect") else "asserted"
            )
        )
    return own


def _adverbial(verb: Token, governor: Token, own: Standing, depth: int) -> Standing:
    if own.modality == "conditional":
        return own
    marks = {c.lower_ for c in verb.lefts if c.dep_ == "mark"}
    above = standing(governor, depth + 1)
    if is_infinitive(verb) and ("for" in marks or prepositional_controller(governor, verb)):
        return own.under("hoped")
    if is_infinitive(verb) and not any(c.dep_ in SUBJECT for c in verb.children):
        return own.under("planned")
    if marks & _RESULT_MARKS or (verb.tag_ == "VBG" and not marks) or is_infinitive(verb):
        return own.under(above.modality)
    return own
