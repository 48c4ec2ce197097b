"""Reports that go on after their clause: `said A, and B would follow`, `said A. B would follow.`

`Would` and `had` with a participle are what `will` and `has` become in a report of the past; a
clause of the article's own that stands right beside one hardly has them. Nor does an article itself
argue in the present, right after somebody's words: `If it does not sell there, others will.`
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.forms import has_subject, is_verb
from kg.extract.phrases import can_act
from kg.extract.reporting import reporting_class
from kg.extract.suppositions import conditions

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPOKEN = frozenset({"say", "claim", "report", "warn", "expect", "think"})
_ARGUED = frozenset({"say", "claim", "warn", "think"})
_BLAMING = frozenset(
    "politicize politicise weaponize weaponise undermine "
    "hinder distort smear exaggerate trample sabotage jeopardize jeopardise endanger betray slander vilify "
    "discriminate".split()
)
"""Verbs that blame somebody."""
_PROPOSALS = frozenset(
    "bill plan proposal deal measure law move amendment rule reform agreement project scheme treaty budget merger "
    "legislation policy tax ban act program programme initiative resolution acquisition".split()
)
"""What would do something by its own terms, whoever speaks of it."""


def carried_by(clause: Token, openings: frozenset[int] = frozenset()) -> Token | None:
    """Return the reporting verb whose report goes on in `clause`, which does not hang on it, or None.

    `openings` are the tokens that open a paragraph.
    """
    if clause.dep_ == "ROOT" and _argues(clause):
        return _argued_by(clause, openings)
    if not has_subject(clause) or not _shifted(clause) or reporting_class(clause) in _SPOKEN:
        return None
    if clause.dep_ == "conj":
        return clause.head if _reports_the_past(clause.head) else None
    if clause.dep_ != "ROOT" or not _would(clause) or clause.sent.start == 0 or _own_terms(clause):
        return None
    before = clause.doc[clause.sent.start - 1].sent.root
    return before if _reports_the_past(before) and _closes(before) else None


def _argues(verb: Token) -> bool:
    """Whether a sentence foretells or blames, which articles leave to those they quote."""
    auxiliaries = {c.lower_ for c in verb.lefts if c.dep_ in ("aux", "auxpass")}
    if not has_subject(verb) or verb.sent.text.rstrip().endswith("?"):
        return False
    if "will" in auxiliaries:
        return any(word == "if" and clause.i < verb.i for word, clause in conditions(verb))
    return verb.tag_ in ("VBZ", "VBP") and not auxiliaries and verb.lemma_.lower() in _BLAMING


def _argued_by(clause: Token, openings: frozenset[int]) -> Token | None:
    """The verb of the report in the paragraph of `clause` that its sentence goes on: the one right before it."""
    root = clause
    while root.sent.start > 0 and root.sent.start not in openings:
        root = root.doc[root.sent.start - 1].sent.root
        if _states(root):
            return root
        if not _argues(root):
            return None
    return None


def _states(verb: Token) -> bool:
    """Whether a sentence ends with what somebody, not a text, said in it."""
    told = _told(verb) if is_verb(verb) and verb.tag_ == "VBD" and reporting_class(verb) in _ARGUED else None
    speakers = [c for c in verb.lefts if c.dep_ == "nsubj"]
    somebody = any(c.pos_ in ("PROPN", "PRON") or can_act(c) for c in speakers)
    return told is not None and somebody and told.right_edge.i >= verb.sent.end - 2


def _would(verb: Token) -> bool:
    return any(c.dep_ in ("aux", "auxpass") and c.lower_ in ("would", "'d") for c in verb.lefts)


def _shifted(verb: Token) -> bool:
    participle = verb.tag_ == "VBN" or any(c.lower_ == "been" for c in verb.lefts)
    perfect = participle and any(c.dep_ in ("aux", "auxpass") and c.lower_ == "had" for c in verb.lefts)
    return perfect or _would(verb)


def _told(verb: Token) -> Token | None:
    """The clause that `verb` reports, after it."""
    return next((c for c in verb.rights if c.dep_ == "ccomp" and has_subject(c)), None)


def _reports_the_past(verb: Token) -> bool:
    """Whether `verb` reports in the past tense what `would` or `had` says."""
    if not is_verb(verb) or verb.tag_ != "VBD" or reporting_class(verb) not in _SPOKEN:
        return False
    told = _told(verb)
    return told is not None and (_shifted(told) or told.tag_ == "VBD" or any(c.tag_ == "VBD" for c in told.lefts))


def _closes(verb: Token) -> bool:
    """Whether nothing but its report follows `verb` in its sentence."""
    told = _told(verb)
    return told is not None and _shifted(told) and told.right_edge.i >= verb.sent.end - 2


def _own_terms(clause: Token) -> bool:
    """Whether `would` says what a plan provides for, what depends on an `if`, or what the writer would do."""
    subject = next(c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass"))
    own = subject.lemma_.lower() in _PROPOSALS or subject.lower_ in ("i", "we", "you", "this", "that", "which")
    depends = any(t.lower_ in ("if", "unless", "were") for t in clause.sent)
    return own or depends
