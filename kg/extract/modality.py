"""Whether a clause is so: its polarity and its modality.

Read off the verb's own auxiliaries and adverbs first, then off what it hangs on: `hopes to ship` is
hoped, `prevent X from selling` did not happen, an if-clause is conditional. Complements of plain
reporting verbs stand on their own: who says so is attribution, not modality.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kg.extract.auxiliaries import own_modality
from kg.extract.content_frames import Standing, is_feared, judged, lacks, made_up, of_impersonal, of_noun
from kg.extract.control import prepositional_controller
from kg.extract.forms import SUBJECT, is_finite, is_infinitive, is_passive, is_verb, particle
from kg.extract.noun_clauses import noun_of
from kg.extract.nouns import CONTENT_NOUNS
from kg.extract.polarity import is_negated
from kg.extract.reporting import reporting_class
from kg.extract.suppositions import depends_on_condition, is_alternative, is_supposed
from kg.extract.verbs import (
    ACQUITTING,
    ASPECTUAL,
    ATTITUDE,
    CLAIMING,
    DEMANDING,
    ENDING,
    ENDING_PHRASES,
    HEARSAY,
    IMPLICATIVE_ADJECTIVES,
    NEGATING,
    NEGATING_ADJECTIVES,
    OBJECT_CONTROL,
    PREVENTING,
)
from kg.model import Modality

__all__ = ["Standing", "object_standing", "standing"]

if TYPE_CHECKING:
    from spacy.tokens import Token

_RESULT_MARKS = frozenset({"so", "that"})
_CONTENT = ("xcomp", "ccomp", "acl", "advcl", "pcomp")
"""Dependencies of a clause that says what a noun or an adjective is about."""
_CONTROLLERS = ("dobj", "dative", "nsubjpass")
"""Dependencies of whoever does what the infinitive of a verb of object control says."""
_UNSAYING = frozenset("say confirm announce state claim conclude".split())
"""Verbs that leave open what they are denied to report; `did not reveal that …` takes it for granted."""
_SINGLED_OUT = frozenset("first second third last only latest youngest oldest".split())
_TOLERATING = frozenset("tolerate accept permit allow".split())
"""Verbs of which what somebody will not do is what must not be."""
_HARDLY = frozenset({"little", "nothing"})
_REMEMBERING = frozenset("remember recall recollect".split())
_BOUND: Mapping[str, Modality] = {"commit": "planned", "oppose": "possible", "object": "possible"}
"""What is not done yet: `is committed to closing it`."""
_DEPTH = 12
"""How far up frames are looked for; deeper trees are parser errors."""


def standing(verb: Token, depth: int = 0) -> Standing:
    """Return polarity and modality of the clause that `verb` heads.

    `depth` counts the clauses climbed so far.
    """
    own = Standing("negative" if is_negated(verb) else "positive", own_modality(verb))
    if is_supposed(verb):
        own = own.under("conditional")
    elif own.polarity == "positive" and is_alternative(verb):
        own = own.under("possible")
    stands = _asked(verb, own) if depth > _DEPTH or verb.head == verb else _framed(verb, own, depth)
    # What must be done under a condition must be done: the condition is told beside it.
    required = stands.modality == "required" or not depends_on_condition(verb)
    return stands if required else Standing(stands.polarity, "conditional")


def object_standing(verb: Token) -> Standing:
    """Return how an event that `verb` has as its object stands: `hopes for a deal` has none yet."""
    frame = ATTITUDE.get(verb.lemma_.lower(), DEMANDING.get(verb.lemma_.lower(), "asserted"))
    return standing(verb).under(frame)


def _asked(verb: Token, own: Standing) -> Standing:
    last = verb.sent[-1]
    last = last.nbor(-1) if last.text == '"' and last.i > verb.sent.start else last
    asked = last.text == "?" and verb.sent.root == verb and not _is_quoted_apart(verb, last)
    return own.under("asked") if asked else own


def _is_quoted_apart(verb: Token, last: Token) -> bool:
    """Whether words quoted after `verb` end at `last`: `fans were upset, one writing "Why now?"`."""
    return sum(t.text == '"' for t in verb.doc[verb.i : last.i]) % 2 == 1


def _framed(verb: Token, own: Standing, depth: int) -> Standing:
    governor = verb.head
    if verb.dep_ == "conj" and is_verb(governor):
        return _conjoined(verb, governor, own, depth)
    if verb.dep_ in ("xcomp", "oprd", "advcl") and _is_used_for(verb, governor):
        return own.under(standing(governor, depth + 1).modality)
    if verb.dep_ in ("xcomp", "oprd") and is_verb(governor):
        return _infinitive(verb, governor, own, depth)
    if verb.dep_ in _CONTENT and governor.pos_ == "ADJ":
        return _of_adjective(verb, governor, own, depth)
    if (verb.dep_ in _CONTENT and governor.pos_ == "NOUN") or noun_of(verb) is not None:
        return of_noun(verb, governor, own)
    if verb.dep_ == "ccomp" and is_verb(governor):
        return _complement(verb, governor, own, depth)
    if verb.dep_ == "pcomp":
        return _gerund(verb, governor, own, depth)
    if verb.dep_ == "advcl" and is_verb(governor):
        return _adverbial(verb, governor, own, depth)
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and (whole := made_up(governor)) is not None:
        return own.under(standing(whole, depth + 1).modality)
    if verb.dep_ == "relcl" and own_modality(verb) == "planned" and is_feared(governor):
        return own.under("possible")
    if verb.dep_ == "relcl" and is_infinitive(verb):
        first = any(c.lower_ in _SINGLED_OUT for c in (governor, *governor.lefts)) and governor.left_edge.lower_ != "a"
        if first and governor.dep_ == "attr" and is_verb(governor.head):  # `will be the first to recognise it`
            return own.under(standing(governor.head, depth + 1).modality)
        return own if first else own.under("planned")  # `the first country to recognise it`
    return own


def _is_used_for(verb: Token, governor: Token) -> bool:
    """`used the forum to announce new taxes`: and announced them."""
    return governor.lemma_ == "use" and is_infinitive(verb) and reporting_class(verb) is not None


def _conjoined(verb: Token, governor: Token, own: Standing, depth: int) -> Standing:
    """A conjunct without subject and auxiliary of its own shares those of the first."""
    alone = not any(c.dep_ in (*SUBJECT, "aux") for c in verb.children)
    first = standing(governor, depth + 1)
    if governor.dep_ in ("xcomp", "ccomp", "advcl", "pcomp", "acl", "relcl") and governor.head != governor:
        # What frames the first conjunct from above frames the second as well.
        own = own.under(first.modality) if alone or not is_finite(verb) else own
    if not alone:
        return own.under("conditional") if first.modality == "conditional" else own
    choice = any(c.lower_ == "either" for c in (*governor.children, *verb.children))
    shared_negation = (
        first.polarity == "negative"
        and not choice
        and any(c.dep_ == "cc" and c.lower_ in ("or", "nor") for c in governor.children)
    )
    out = own.under(first.modality)
    return Standing("negative", out.modality) if shared_negation else out


def _infinitive(verb: Token, governor: Token, own: Standing, depth: int) -> Standing:
    """`failed to agree`, `asked X to leave`, `its aim is to win`, `began to sell`."""
    lemma = governor.lemma_.lower()
    above = standing(governor, depth + 1)
    if lemma in _REMEMBERING and not is_infinitive(verb) and is_negated(governor):
        return own.under("possible")  # `does not recall meeting him`: it may have been
    if (
        lemma in NEGATING
        or lemma in ENDING
        or f"{lemma} {particle(governor)}" in ENDING_PHRASES
        or _still_to_come(governor)
    ):
        return Standing(above.negated().polarity, own.under(above.modality).modality)
    frame = _infinitive_frame(verb, governor, lemma)
    if frame == "required" and depends_on_condition(governor) and own_modality(governor) != "conditional":
        return Standing(_within(own, above, frame).polarity, own.under(frame).modality)
    return _within(own, above, frame)


def _infinitive_frame(verb: Token, governor: Token, lemma: str) -> Modality:
    """What `governor` makes of its infinitive or gerund `verb`."""
    if prepositional_controller(governor, verb):
        return "hoped"
    if DEMANDING.get(lemma) == "denied" and verb.tag_ == "VBG":
        return "denied"
    if lemma == "take" and any(c.lower_ == "it" and c.dep_ == "nsubj" for c in governor.lefts):
        return "asserted"  # `it took engineers years to repair it`
    if lemma in HEARSAY and is_passive(governor):
        return HEARSAY[lemma]
    if lemma in OBJECT_CONTROL and any(c.dep_ in _CONTROLLERS and c.i < verb.i for c in governor.children):
        return OBJECT_CONTROL[lemma]
    aims = [n.lemma_.lower() for n in governor.lefts if n.dep_ == "nsubj" and n.lemma_.lower() in CONTENT_NOUNS]
    if lemma == "be" and aims:
        return CONTENT_NOUNS[aims[0]]
    if lemma == "come" and governor.i + 2 == verb.i:
        return "asserted"  # `came to accept it`
    if lemma == "go" and governor.tag_ == "VBG":
        return "planned"
    if lemma == "have":
        return "required"
    if lemma == "be" and is_infinitive(verb):
        return "planned"  # `the plant was to open`
    if lemma == "use" and any(c.dep_ == "dobj" for c in governor.rights):
        return "planned"  # `used gas to disperse the crowd`
    if lemma in ASPECTUAL or lemma in ("use", "be") or governor.pos_ == "AUX":
        return "asserted"
    if lemma in CLAIMING:
        return "possible"
    return ATTITUDE.get(lemma, OBJECT_CONTROL.get(lemma, "planned" if is_infinitive(verb) else "asserted"))


def _still_to_come(governor: Token) -> bool:
    """`has yet to open`: not so far."""
    return governor.lemma_ in ("have", "be") and any(c.dep_ == "advmod" and c.lower_ == "yet" for c in governor.rights)


def _within(own: Standing, above: Standing, frame: Modality) -> Standing:
    """Combine: an outer negation carries over, an outer modality counts where the frame asserts."""
    modality = own.under(frame if frame != "asserted" else above.modality).modality
    if above.modality in ("conditional", "asked"):
        modality = own.under(above.modality).modality
    return Standing("positive" if own.polarity == above.polarity else "negative", modality)


def _of_adjective(verb: Token, adjective: Token, own: Standing, depth: int) -> Standing:
    """`is ready to sell`, `was able to produce`, `is unlikely to win`."""
    lemma = adjective.lemma_.lower()
    clause = adjective.head if is_verb(adjective.head) else None
    above = standing(clause, depth + 1) if clause is not None else Standing()
    above = above.negated() if lemma in NEGATING_ADJECTIVES else above
    done = lemma in IMPLICATIVE_ADJECTIVES and above.modality == "asserted"
    somebody = any(c.dep_ == "mark" and c.lower_ == "for" for c in verb.lefts)  # `easier for it to sell`
    return _within(own, above, "asserted" if done else ATTITUDE.get(lemma, "possible" if somebody else "asserted"))


def _complement(verb: Token, governor: Token, own: Standing, depth: int) -> Standing:
    """`let it sell`, `denied that it sells`, `asked whether it sells`."""
    lemma = governor.lemma_.lower()
    if lemma == "be" and not is_infinitive(verb):
        return of_impersonal(governor, own)
    if is_infinitive(verb) or (verb.tag_ == "VB" and not any(c.dep_ == "aux" for c in verb.children)):
        if lemma in PREVENTING:
            return own.negated()
        frame = OBJECT_CONTROL.get(lemma, ATTITUDE.get(lemma, DEMANDING.get(lemma, "asserted")))
        return _within(own, standing(governor, depth + 1), frame)
    if lemma in _TOLERATING and is_negated(governor):
        return own.negated().under("required")  # `will not tolerate that rebels be armed`
    if DEMANDING.get(lemma) == "possible" and is_negated(governor):
        return own.under("denied")  # `do not believe that it is enough`
    if lemma == "ensure" or (lemma == "make" and governor.i < verb.i and governor.nbor(1).lower_ == "sure"):
        return own.under(standing(governor, depth + 1).modality)  # `will ensure that it is paid`
    if lemma == "insist" and is_finite(verb) and own.modality != "required":
        return own  # `insisted that there was no crisis` says so; `insisted that it leave` wants it
    if lemma == "expect" and verb.tag_ in ("VBZ", "VBP") and not any(c.dep_ == "aux" for c in verb.lefts):
        return own.under("possible")  # `expects that the number is higher`: now, not later
    if lemma in DEMANDING:
        return own.under(DEMANDING[lemma])
    if any(c.dep_ == "mark" and c.lower_ in ("whether", "if") for c in verb.lefts) or _is_question(verb):
        return own.under("asked")
    unsaid = lemma in _UNSAYING and governor.dep_ == "ROOT" and is_negated(governor)
    return own.under("possible") if unsaid else own  # `did not confirm that it sold`


def _is_question(verb: Token) -> bool:
    """`"Why would we sell?" said Hill`: quoted words that ask."""
    end = verb.right_edge.i + 1
    return [t.text for t in verb.doc[end : end + 2]] == ["?", '"']


def _gerund(verb: Token, preposition: Token, own: Standing, depth: int) -> Standing:
    """`prevented it from selling`, `accused it of selling`, `by selling`, `the idea of selling`."""
    above, lemma = preposition.head, preposition.head.lemma_.lower()
    if is_verb(above):
        outer = standing(above, depth + 1)
        if lemma in PREVENTING and preposition.lower_ == "from":
            return Standing(outer.negated().polarity, own.under(outer.modality).modality)
        if preposition.lower_ in ("after", "since") and outer.modality in ("possible", "denied", "asked"):
            return own  # `was accused of theft after leaving the firm`
        if preposition.lower_ == "as":
            return _within(own, outer, "asserted")  # `are not recorded as having paid`
        if preposition.lower_ == "of" and lemma in ACQUITTING:
            return own.under("denied")
        if preposition.lower_ == "to" and lemma in _BOUND:
            return _within(own, outer, _BOUND[lemma])
        accused = preposition.lower_ in ("of", "for", "with") and lemma in ("accuse", "suspect", "charge")
        return own.under("possible" if accused else outer.modality)
    if above.pos_ == "NOUN":
        own = own.negated() if lacks(above) else own
        return own.under(CONTENT_NOUNS.get(lemma, "possible" if lemma in ("idea", "prospect") else "asserted"))
    return own


def _adverbial(verb: Token, governor: Token, own: Standing, depth: int) -> Standing:
    """`called for it to sell`, `cut costs to survive`, `fell, wiping out …`."""
    if own.modality == "conditional":
        return own
    marks = {c.lower_ for c in verb.lefts if c.dep_ == "mark"}
    if verb.tag_ == "VBG" and reporting_class(verb) is not None:
        return own  # `would not comment, saying …`: that much was said
    above = standing(governor, depth + 1)
    if is_infinitive(verb) and "for" in marks and (wanted := judged(governor)):
        return Standing("negative", "required") if wanted == "forbidden" else own.under(wanted)
    if is_infinitive(verb) and ("for" in marks or prepositional_controller(governor, verb)):
        return own.under("hoped")
    if is_infinitive(verb) and not any(c.dep_ in SUBJECT for c in verb.children):
        idle = governor.lemma_ == "do" and any(c.dep_ == "dobj" and c.lower_ in _HARDLY for c in governor.rights)
        return own.negated() if idle else own.under("planned")  # `did little to help`
    if marks & _RESULT_MARKS or (verb.tag_ == "VBG" and not marks) or is_infinitive(verb):
        return own.under(above.modality)
    return own
