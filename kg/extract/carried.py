"""Reports that go on after their clause: `said A, and B would follow`, `said A. B would follow.`

`Would` and `had` with a participle are what `will` and `has` become in a report of the past; a
clause of the article's own that stands right beside one hardly has them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.forms import has_subject, is_verb
from kg.extract.reporting import reporting_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPOKEN = frozenset({"say", "claim", "report", "warn", "expect", "think"})
_PROPOSALS = frozenset(
    "bill plan proposal deal measure law move amendment rule reform agreement project scheme treaty budget merger "
    "legislation policy tax ban act program programme initiative resolution acquisition".split()
)
"""What would do something by its own terms, whoever speaks of it."""


def carried_by(clause: Token) -> Token | None:
    """Return the reporting verb whose report goes on in `clause`, which does not hang on it, or None."""
    if not has_subject(clause) or not _shifted(clause) or reporting_class(clause) in _SPOKEN:
        return None
    if clause.dep_ == "conj":
        return clause.head if _reports_the_past(clause.head) else None
    if clause.dep_ != "ROOT" or not _would(clause) or clause.sent.start == 0 or _own_terms(clause):
        return None
    before = clause.doc[clause.sent.start - 1].sent.root
    return before if _reports_the_past(before) and _closes(before) else None


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
