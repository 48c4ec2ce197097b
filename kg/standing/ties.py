"""Whether grammar ties two participants to the word that names their relation.

A sentence may hold a person, a company and the word `chairman` without saying that the one chairs the
other. Here the way through the parse between the two must lead over that word, or over one of the two
that bears it as a title, and over nothing else that states something of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kg.standing.passages import Passage
from kg.standing.relations import RELATIONS, Standing
from kg.standing.rules import CUES, bracketed, described
from kg.standing.spans import Participant

if TYPE_CHECKING:
    from spacy.tokens import Token

_MOST_STEPS = 6
_TITLE_DEPS = frozenset({"compound", "appos", "amod", "nmod", "poss"})
_THROUGH = frozenset("be become serve name appoint elect hire know call".split())
"""Verbs that only tie what they stand between."""
_PLACE = "in at near from to of outside"
_PREPOSITIONS: Mapping[str, frozenset[str]] = {
    name: frozenset(words.split())
    for name, words in {
        "PLACE_OF_BIRTH": _PLACE,
        "DATE_OF_BIRTH": "on in",
        "DATE_OF_DEATH": "on in at",
        "PLACE_OF_RESIDENCE": "in at near to",
        "EMPLOYEE_OR_MEMBER_OF": "of at for with by as",
        "EDUCATED_AT": "at from in of",
        "POLITICAL_AFFILIATION": "of for from as",
        "CHILD_OF": "of to by",
        "SPOUSE": "of to",
        "DATE_FOUNDED": "in on since",
        "HEADQUARTERS": "in at near of",
        "SUBSIDIARY_OF": "of by",
        "FOUNDED_BY": "by of",
        "CEO": "of at by",
    }.items()
}


_UNNAMED = frozenset({"NATIONALITY", "DATE_OF_BIRTH", "DATE_OF_DEATH"})
"""Relations that an adjective or a date in brackets may state, without a word that names them."""


def cued(passage: Passage) -> tuple[bool, ...]:
    """For each of the `RELATIONS` whether `tie` may find a word in the passage that names it."""
    here = passage.tokens[passage.first : passage.stop]
    words = {word for token in here if token.is_alpha for word in (token.lemma_.lower(), token.lower_)}
    return tuple(r.name in _UNNAMED or not words.isdisjoint(CUES[r.name]) for r in RELATIONS)


def tie(passage: Passage, relation: Standing, s: Participant, o: Participant) -> Token | None:
    """The word that names the relation and that both participants hang on, or None.

    For a nationality that is the adjective itself; for a date in brackets, the date.
    """
    tokens = passage.tokens
    if relation.name == "NATIONALITY":
        return tokens[o.head] if o.form == "demonym" and described(passage, s, o) else None
    life = {"DATE_OF_BIRTH": False, "DATE_OF_DEATH": True}.get(relation.name)
    if life is not None and bracketed(passage, s, o) is life:
        return tokens[o.head]
    found = passage.way(s.head, o.head)
    way = [*found.rising, found.top, *found.falling] if found else []
    if not 0 < len(way) <= _MOST_STEPS + 1:
        return None
    wanted = CUES[relation.name]
    named = [t for t in way[1:-1] if _names(t, wanted)]
    ends = [c for end in (way[0], way[-1]) for c in end.children if c.dep_ in _TITLE_DEPS and _names(c, wanted)]
    if not named and len(way) <= 4:
        named = [c for c in ends if not _within(c, s) and not _within(c, o)]
    if named and named[0].lemma_ == "attend" and not _is_object(tokens[o.head], named[0]):
        return None  # `attended the opening of Harvard's museum`
    if not named or not all(_passable(t, named, relation) for t in way[1:-1]):
        return None
    # `a unit of Siemens (NYSE: SI)`: what stands in brackets is no part of what is said before them.
    return named[0] if passage.depth(named[0].i) == passage.depth(o.first) else None


def _names(token: Token, wanted: frozenset[str]) -> bool:
    return token.is_alpha and (token.lemma_.lower() in wanted or token.lower_ in wanted)


def _is_object(noun: Token, verb: Token) -> bool:
    while noun.dep_ == "conj" and noun.head != noun:
        noun = noun.head
    return noun.head == verb


def _passable(token: Token, named: list[Token], relation: Standing) -> bool:
    if token in named:
        return True
    if token.pos_ in ("VERB", "AUX"):
        # `Founded in 1847, Siemens employs …`: the participle says it of the subject.
        hung = any(n.head == token and n.dep_ == "advcl" and n.tag_ == "VBN" for n in named)
        return token.lemma_.lower() in _THROUGH or hung
    if token.pos_ in ("ADP", "SCONJ", "PART"):
        return token.lower_ in _PREPOSITIONS[relation.name]
    return True


def _within(token: Token, p: Participant) -> bool:
    return p.first <= token.i < p.stop
