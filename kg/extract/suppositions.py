"""Clauses that suppose something and state no fact: `if it sells`, `once a form has been read`, `either A or B sells`.

What hangs on one is conditional; a time clause in the present tense tells of whatever may come, not of what came.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.auxiliaries import is_inverted
from kg.extract.forms import finite, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONDITIONS = frozenset({"if", "unless"})
_PROVISOS = frozenset("possible necessary needed required feasible appropriate practicable desired".split())
_WHENEVER = frozenset({"once", "when", "whenever", "until", "till"})
"""Words that begin a time clause, which in the present tense tells of no one time."""
_PRESENT = ("VBZ", "VBP")


def conditions(verb: Token) -> Iterator[tuple[str, Token]]:
    """Yield `if` or `unless` and the head of the clause that it begins: a verb, or `possible` in `if possible`."""
    for clause in verb.children:
        if clause.dep_ == "advcl" and (is_verb(clause) or _is_verbless(clause)):
            for mark in clause.lefts:
                if mark.dep_ == "mark" and mark.lower_ in _CONDITIONS:
                    yield mark.lower_, clause


def _is_verbless(clause: Token) -> bool:
    """Whether a condition is one adjective or participle without a subject: `if necessary`, `if passed`."""
    return clause.tag_ in ("JJ", "VBN") and all(c.dep_ in ("mark", "advmod") for c in clause.children)


def _is_proviso(clause: Token) -> bool:
    """Whether a condition only softens what is said: `if possible`; `if guilty` decides it."""
    return clause.lower_ in _PROVISOS and _is_verbless(clause)


def depends_on_condition(verb: Token) -> bool:
    """Whether `verb` holds only if something else does; `if possible` only qualifies it."""
    told = any(not _is_proviso(clause) for _, clause in conditions(verb))
    return told or any(c.dep_ == "advcl" and is_inverted(c) for c in verb.children)


def is_alternative(token: Token) -> bool:
    """Whether `token` is one of two of which one is meant: `either Norway or Chile`, `will either stay or leave`."""
    first = token.head if token.dep_ == "conj" else token
    pair = [c for c in first.rights if c.dep_ == "conj"]
    either = any(t.lower_ == "either" for host in (first, *pair) for t in host.lefts)
    return either and bool(pair) and any(c.dep_ == "cc" and c.lower_ == "or" for c in first.rights)


def is_supposed(verb: Token) -> bool:
    """Whether the time clause of `verb` is in the present of whatever may come: `once a form has been read`."""
    opens = any(c.dep_ in ("mark", "advmod") and c.lower_ in _WHENEVER for c in verb.lefts)
    present = finite(verb).tag_ in _PRESENT
    return verb.dep_ == "advcl" and opens and present and is_verb(verb.head) and not _is_past(verb.head)


def _is_past(verb: Token) -> bool:
    first = finite(verb)
    return first.tag_ in ("VBD", "VBN") and first.lower_ not in ("would", "could", "should", "might")
