"""Statements that say no more than the name of who takes part in them: `people who drive` drive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.forms import clause_of, is_passive
from kg.extract.nouns import HEAD_TYPES, SOURCE_NOUNS
from kg.extract.phrases import phrase as noun_phrase
from kg.extract.reporting import reporting_class
from kg.extract.shells import is_definite, is_shell
from kg.extract.specifics import describes
from kg.extract.subjects import subjects
from kg.nodes import Nodes
from kg.stages import Content, Phrase, Proposition

if TYPE_CHECKING:
    from spacy.tokens import Token

_SINGLE = frozenset({"Event", "Agreement", "Legislation"})
"""Types of which a bare `a deal` is one that an article tells of."""


def is_named_by(p: Proposition, nodes: Nodes) -> bool:
    """Whether the clause is what names its subject or object, and apart from it that is nobody in particular.

    `people who drive` drive; `chips that rival Intel` are no more than chips without it.
    """
    verb = nodes.reading.doc[p.root]
    if p.extractor != "clause" or verb.pos_ not in ("VERB", "AUX"):
        return False
    if _has_clause(p.subject, verb, nodes):
        known = is_definite(nodes.reading.doc[p.subject.head])
        whole = verb.dep_ == "relcl" or (verb.dep_ == "acl" and " " not in p.subject.label)
        nobody = not any(t.pos_ == "PROPN" for t in nodes.reading.doc[p.subject.head].subtree)
        return nobody and ((whole and not known) or (_is_vague(p.subject, nodes) and not isinstance(p.object, Content)))
    if not isinstance(p.object, Phrase) or not _has_clause(p.object, verb, nodes):
        return False
    head = nodes.reading.doc[p.object.head]
    hollow = is_shell(head) and head.lemma_.lower() not in SOURCE_NOUNS  # `released a statement` tells something
    return hollow and p.object.label.lower() == head.lower_


def is_said_twice(p: Proposition, nodes: Nodes) -> bool:
    """Whether somebody is told to say that they say something: `he said that … "…" he said`."""
    doc = nodes.reading.doc
    if not isinstance(p.object, Content) or reporting_class(doc[p.root]) != "say":
        return False
    inner = doc[p.object.root]
    who, speakers = nodes.denoted(doc[p.subject.head]), subjects(inner)
    again = reporting_class(inner) == "say" and not is_passive(inner) and len(speakers) == 1 and inner.i < p.root
    return again and bool(who) and nodes.denoted(speakers[0]) == who


def _has_clause(phrase: Phrase, verb: Token, nodes: Nodes) -> bool:
    """Whether the full wording of a phrase has the clause of `verb` in it, without which it is told."""
    head = nodes.reading.doc[phrase.head]
    told = clause_of(head) is not None and head.dep_ != "advcl"  # else no statement has the full wording
    if phrase.first <= verb.i < phrase.stop or not told or not describes(verb, head):
        return False
    full = noun_phrase(nodes.reading, head)
    return full.first <= verb.i < full.stop


def _is_vague(phrase: Phrase, nodes: Nodes) -> bool:
    """Whether a phrase is one word for things that nothing says which: `chips`, `a program`."""
    head = nodes.reading.doc[phrase.head]
    known = any(c.dep_ in ("det", "poss") and c.lower_ not in ("a", "an", "any", "some") for c in head.lefts)
    single = HEAD_TYPES.get(head.lemma_.lower()) in _SINGLE and head.tag_ == "NN"
    return phrase.label.lower() == head.lower_ and not (known or single or nodes.denoted(head))
