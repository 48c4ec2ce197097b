"""How far a clause reaches that somebody says or thinks: `said [it had lost money …], but Hill left`.

And how much of its words is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.forms import SUBJECT

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONG = 100
"""Characters after which what is said is told without the clause joined to it."""


def further_clause(verb: Token) -> int:
    """Return the token before which the clause of `verb` ends: its end, or the next clause after a long one.

    Only a clause with a subject of its own after a comma is told apart; it is stated on its own.
    """
    for clause in verb.rights:
        if clause.dep_ == "conj" and any(c.dep_ in SUBJECT for c in clause.lefts):
            first = clause.left_edge.i
            joints = [t.i for t in verb.doc[max(verb.i + 1, first - 3) : first] if t.dep_ == "cc"]
            start = joints[0] if joints else first
            told = sum(len(t.text) + len(t.whitespace_) for t in verb.doc[verb.left_edge.i : start])
            if verb.doc[start - 1].text == "," and told > _LONG:
                return start
    return verb.right_edge.i + 1


def whole_brackets(doc: Doc, first: int, stop: int) -> int:
    """Return `stop`, or the place after the bracket that closes one between `first` and `stop`."""
    marks = [token.text for token in doc[first:stop]]
    closed = stop < len(doc) and doc[stop].text == ")" and marks.count("(") > marks.count(")")
    return stop + 1 if closed else stop


def whole_quotes(doc: Doc, first: int, stop: int) -> tuple[int, int]:
    """Take in the closing mark of a quotation that begins inside, or leave out a lone opening one."""
    if [token.text for token in doc[first:stop]].count('"') % 2 == 0:
        return first, stop
    after = [i for i in range(stop, min(stop + 2, len(doc))) if doc[i].is_punct]
    closing = next((i for i in after if doc[i].text == '"'), None)
    if closing is not None:
        return first, closing + 1
    return (first + 1, stop) if doc[first].text == '"' else (first, stop)


def shorten(text: str, limit: int) -> str:
    """Cut `text` at a word boundary to at most `limit` characters, with an ellipsis."""
    return text if len(text) <= limit else text[: limit - 1].rsplit(" ", 1)[0] + "…"
