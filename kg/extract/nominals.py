"""Facts that stand in nouns: titles, appositions, possessives, examples and event nouns.

`NVIDIA CEO Huang` says who is CEO of what; `the U.S. easing of export controls` says who eases
what; `talks between A and B` who talks with whom.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.events import events, mutual_events
from kg.extract.facts import NounFacts
from kg.extract.forms import NOMINAL, is_verb
from kg.extract.roles import appositions, kinds, one_of
from kg.extract.tenure import departures, posts, tenures
from kg.extract.titles import titles
from kg.extract.whereabouts import belongings, seats, units, whereabouts
from kg.stages import Proposition

if TYPE_CHECKING:
    from spacy.tokens import Token

_RULES = (
    appositions,
    titles,
    kinds,
    belongings,
    seats,
    units,
    whereabouts,
    posts,
    departures,
    one_of,
    events,
    mutual_events,
)
_OF_NAMES = frozenset({titles, kinds, belongings})
"""Rules that begin at the head of a name."""
_OF_NOUNS = tuple(rule for rule in _RULES if rule not in _OF_NAMES)


def noun_propositions(facts: NounFacts, noun: Token) -> Iterator[Proposition]:
    """Yield what one noun states, and a verb of the posts that it fills; a gerund that stands for a noun is one."""
    gerund = noun.tag_ == "VBG" and noun.dep_ in ("nsubj", "dobj", "pobj", "nsubjpass")
    if is_verb(noun) and not gerund:
        yield from tenures(facts, noun)
    if noun.pos_ in NOMINAL or gerund or facts.is_name(noun):
        for rule in _RULES if facts.is_name(noun) else _OF_NOUNS:
            yield from rule(facts, noun)
