"""What a bare definite noun names again: after `a plan to cut the debt`, `the plan` is that one.

A thing told of once with words that say which is known by them wherever the article names it again
by its noun alone. Where two different ones would do, and neither was just told of, nothing is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from kg.extract.nouns import HEAD_TYPES
from kg.extract.phrases import phrase
from kg.extract.shells import is_definite, points

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.language import Reading

_OTHERS: Final = frozenset(
    "another other different similar previous earlier later former new old next last first second third further "
    "separate additional only own same more many several few some various "
    "good bad great big large small huge major minor important strong clear serious real possible "
    "sufficient insufficient adequate inadequate excessive".split()
)
"""Words before a noun that say that it is not the one told of, or that do not say which one it is."""
_UNLIKE: Final = frozenset({"Government", "Country"})
"""Types of which another is meant in each part of an article: `the government`."""
_NEAR: Final = 3
"""Sentences in which of two candidates the later is meant."""
_KINDS: Final = frozenset("NN NNS".split())


def told_before(reading: Reading, head: Token, is_named: Callable[[Token], bool]) -> Token | None:
    """Return the head of the earlier phrase that says which thing the bare definite noun `head` is, or None.

    `is_named` tells whether a token denotes somebody or something that has a name.
    """
    if head.tag_ not in _KINDS or not is_definite(head) or len(list(head.lefts)) != 1 or _is_somebody(head):
        return None
    if any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in head.rights):  # `the website "Rail Wiki"`
        return None
    found: dict[str, Token] = {}
    for noun in _before(head):
        if is_named(noun):
            return None if found else noun
        words = phrase(reading, noun).label.lower()
        if len(words.split()) > 1 and _tells_which(noun):
            found.setdefault(words, noun)
        elif _begins_anew(noun):
            break
    return _one_meant(head, list(found.values()))


def _is_somebody(head: Token) -> bool:
    """Whether `head` is one person or a government, whom the resolver of descriptions looks for."""
    kind = HEAD_TYPES.get(head.lemma_.lower())
    return kind in _UNLIKE or (kind == "Person" and head.tag_ == "NN")


def _before(head: Token) -> Iterator[Token]:
    """Yield the nouns before `head` of the same word and number, nearest first; a `flag pole` is no flag."""
    lemma, tag = head.lemma_.lower(), head.tag_
    for token in reversed(list(head.doc[: head.i])):
        if token.tag_ == tag and token.lemma_.lower() == lemma and token.dep_ != "compound":
            yield token


def _tells_which(noun: Token) -> bool:
    told = [c for c in noun.lefts if c.dep_ not in ("det", "punct", "predet", "poss")]
    return not any(c.lower_ in _OTHERS or c.like_num or c.tag_ == "JJS" for c in told)


def _begins_anew(noun: Token) -> bool:
    """Whether `noun` brings in another thing of which no more is told: `a report`, `its plan`, `other plans`."""
    return not (is_definite(noun) or points(noun))


def _is_wished(noun: Token) -> bool:
    """Whether `noun` is there only as what something is for: `a campaign for a new flag` brings none."""
    purpose = noun.dep_ == "pobj" and noun.head.lower_ == "for"
    return purpose and not (is_definite(noun) or points(noun))


def _one_meant(head: Token, candidates: list[Token]) -> Token | None:
    """The nearest of `candidates`; of several, and of events, only one that was just told of."""
    if not candidates:
        return None
    if len(candidates) > 1 and _is_wished(candidates[0]):
        return None
    if len(candidates) == 1 and HEAD_TYPES.get(head.lemma_.lower()) != "Event":
        return candidates[0]
    between = head.doc[candidates[0].i : head.i + 1]
    near = sum(1 for t in between if t.is_sent_start) <= _NEAR
    return candidates[0] if near else None
