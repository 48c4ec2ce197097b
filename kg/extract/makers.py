"""Who made a report, a notice or a statement that says something.

`the report by Acme`, `a statement on its website`, `Reuters reported … The report said …`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.forms import is_verb
from kg.extract.nouns import BODY_TYPES, HEAD_TYPES, SOURCE_NOUNS
from kg.extract.reporting import reporting_class
from kg.extract.subjects import agents, subjects

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_MAKING = frozenset("issue release publish make give post write send file deliver put broadcast print air hold".split())
_SITES = frozenset("website site homepage blog page account channel feed profile".split())
"""Where statements are put whose maker owns the place: `a statement on its website`."""
_STYLES = frozenset("Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Professor Prof. Sir Lord Lady President Senator".split())


def makers(noun: Token) -> list[Token]:
    """Return who made a report, from its own phrase or the verb it is the object of."""
    for child in noun.children:
        if child.dep_ in ("acl", "relcl") and child.lemma_.lower() in _MAKING and agents(child):
            return agents(child)[:1]
        if child.dep_ == "prep" and child.lower_ in ("by", "from", "of"):
            found = [c for c in child.children if c.dep_ == "pobj" and (_is_name(c) or is_body(c))]
            if found:
                return found
        if child.dep_ == "prep" and child.lower_ in ("on", "in", "at"):
            sites = [c for c in child.children if c.dep_ == "pobj" and c.lemma_.lower() in _SITES]
            if owners := [c for site in sites for c in site.lefts if c.dep_ == "poss"]:
                return owners[:1]
    named = [c for c in noun.lefts if c.dep_ in ("compound", "nmod") and c.pos_ == "PROPN"]
    if named:
        return named[-1:]
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_.lower() in _MAKING:
        return subjects(verb)[:1]
    return []


def _is_name(noun: Token) -> bool:
    return noun.pos_ == "PROPN" and noun.ent_type_ not in ("DATE", "TIME")


def is_body(noun: Token) -> bool:
    """Whether a common noun names whoever may make a report: `data from the ministry`."""
    return noun.pos_ == "NOUN" and HEAD_TYPES.get(noun.lemma_.lower()) in BODY_TYPES


def made_in(sentence: Span) -> Iterator[tuple[str, Token]]:
    """Yield what kind of text somebody made in this sentence, and who."""
    for token in sentence:
        if is_verb(token) and reporting_class(token) in ("report", "say", "claim", "confirm"):
            for speaker in subjects(token)[:1]:
                if token.dep_ == "ROOT" and _publishes(speaker, token):
                    yield "report", speaker
        if token.pos_ == "NOUN" and token.lemma_.lower() in SOURCE_NOUNS:
            for maker in makers(token):
                yield token.lemma_.lower(), maker


def _publishes(speaker: Token, verb: Token) -> bool:
    """Whether `the report` of a later sentence may be what `speaker` says here: an outlet's, nobody's in person."""
    person = speaker.ent_type_ == "PERSON" or any(c.dep_ == "compound" and c.text in _STYLES for c in speaker.lefts)
    reported = reporting_class(verb) == "report" or speaker.ent_type_ == "ORG"
    return speaker.pos_ == "PROPN" and not person and reported
