"""What a bare event noun stands for that a clause told before: `Gunmen attacked a bank. The attack …`.

A noun made from a verb (`the attack`, `the acquisition`) means the nearest clause of that verb; one that only
names an act (`this move`, `the decision`) the main clause of the sentence before. Both only where the article
does not name the thing itself earlier.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kg.extract.forms import SUBJECT, is_verb
from kg.extract.modality import standing
from kg.extract.phrases import can_act, content
from kg.extract.reporting import reporting_class
from kg.extract.shells import mentioned_before

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from kg.language import Reading
    from kg.stages import Content

_SAME: Final = "attack raid ban fine strike visit arrest launch release crash bid purchase murder collapse".split()
"""Verbs that are nouns too."""
_OF_VERBS: Final = {
    **{verb: (verb,) for verb in _SAME},
    **{f"{verb}ing": (verb,) for verb in ("bomb", "shoot", "kill", "hijack", "kidnap")},
    "stabbing": ("stab",), "acquisition": ("acquire", "buy"), "purchase": ("purchase", "buy"),
    "takeover": ("acquire", "buy"), "sale": ("sell",), "merger": ("merge",), "closure": ("close",),
    "lawsuit": ("sue",), "suit": ("sue",), "invasion": ("invade",), "explosion": ("explode",),
    "murder": ("murder", "kill"), "resignation": ("resign",), "departure": ("leave", "depart", "resign"),
    "appointment": ("appoint", "name"), "announcement": ("announce",), "donation": ("donate",),
    "expulsion": ("expel",), "election": ("elect",),
}  # fmt: skip
"""Nouns and the verbs that tell the same."""
_OF_ACTS: Final = frozenset("move step decision action behaviour behavior gesture".split())
"""Nouns for an act of any kind."""
_VAGUE: Final = frozenset("action behaviour behavior".split())
"""Of these those that mean the act before only where they point at it."""
_ARTICLES: Final = ("the", "this", "that")
_REACH: Final = 3
"""Sentences back in which a clause is still what a noun means."""
_DEEDS: Final = frozenset("ROOT conj ccomp".split())


def clause_retold(head: Token) -> Token | None:
    """Return the verb of the earlier clause that the bare `head` (`the attack`, `this move`) stands for, or None."""
    lemma = head.lemma_.lower()
    if head.tag_ != "NN" or not _is_bare(head) or mentioned_before(head):
        return None
    if lemma in _OF_VERBS:
        return next((v for v in _verbs_before(head) if v.lemma_.lower() in _OF_VERBS[lemma]), None)
    if lemma not in _OF_ACTS:
        return None
    near = _sentence_before(head)
    far = _sentence_before(near.root) if near is not None and lemma not in _VAGUE else None
    acts = [act for before in (near, far) if before is not None for act in _acts(before.root)]
    return next((act for act in acts if _is_act(act)), None)


def told_by(reading: Reading, verb: Token) -> Content:
    """Return the words of the clause of `verb`, which has a subject, from that subject on."""
    subject = next(c for c in verb.lefts if c.dep_ in SUBJECT)
    return content(reading, verb, subject.left_edge.i)


def _is_bare(head: Token) -> bool:
    lefts = list(head.lefts)
    pointed = len(lefts) == 1 and lefts[0].lower_ in _ARTICLES[head.lemma_.lower() in _VAGUE :]
    return pointed and not any(c.dep_ not in ("case", "punct") for c in head.rights)


def _verbs_before(head: Token) -> Iterator[Token]:
    """Yield the verbs that tell of a deed before `head`, nearest first."""
    doc, left = head.doc, _REACH
    for i in range(head.sent.start - 1, -1, -1):
        if is_verb(doc[i]) and doc[i].dep_ in _DEEDS and _is_told(doc[i]):
            yield doc[i]
        left -= bool(doc[i].is_sent_start)
        if not left:
            return


def _is_told(verb: Token) -> bool:
    """Whether a verb has somebody who does it or to whom it is done, and is so."""
    somebody = any(c.dep_ in SUBJECT for c in verb.lefts)
    stands = standing(verb)
    return somebody and stands.polarity == "positive" and stands.modality == "asserted"


def _sentence_before(head: Token) -> Span | None:
    start = head.sent.start
    return head.doc[start - 1].sent if start else None


def _acts(verb: Token) -> Iterator[Token]:
    """Yield what may be an act in a sentence: what something came after, or its verb, and what it came with.

    `The fall came after Acme announced it`, `Prices rose as the cartel agreed to sell less`.
    """
    yield _followed(verb)
    yield from (c for c in verb.rights if c.dep_ == "advcl" and c.left_edge.lower_ in ("as", "after", "when"))


def _followed(verb: Token) -> Token:
    if verb.lemma_ not in ("come", "follow"):
        return verb
    for child in verb.rights:
        after = [child] if child.dep_ == "advcl" else list(child.children) if child.dep_ == "prep" else []
        for act in after:
            if is_verb(act) and any(c.dep_ in SUBJECT for c in act.lefts):
                return act
    return verb


def _is_act(verb: Token) -> bool:
    """Whether somebody does something in the clause of `verb`: `Acme announced it would …`, but not `it is late`."""
    subjects = [c for c in verb.lefts if c.dep_ in SUBJECT]
    idle = verb.lemma_ in ("be", "have") or reporting_class(verb) in ("say", "think")
    known = bool(subjects) and subjects[0].pos_ in ("NOUN", "PROPN")
    acts = known and (can_act(subjects[0]) or any(c.dep_ == "auxpass" for c in verb.lefts))
    announced = idle and verb.lemma_ in ("announce", "declare", "agree", "decide", "propose", "pledge", "vow")
    return is_verb(verb) and acts and (not idle or announced) and _is_told(verb)
