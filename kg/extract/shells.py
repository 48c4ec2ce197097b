"""Nouns that say nothing alone, or point at what was said elsewhere: `a number`, `the plan`, `such moves`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Token

HOLLOW_NOUNS: Final = frozenset(
    """
    ability amount aspect basis chance consequence desire effort example extent form instance kind lack
    likelihood manner matter means need number one opportunity part possibility potential prospect reason
    shortage sign size sort stage symbol symptom tendency thing type way willingness wish
    """.split()
)
"""Shell nouns that without a complement, and not mentioned before, leave nothing to be said."""


SHELL_NOUNS: Final = HOLLOW_NOUNS | frozenset(
    """
    aim allegation argument assertion attempt behalf case challenge charge choice claim complaint concern condition
    danger deal decision demand doubt duty effect evidence fact favor favour fear feeling goal hope idea impression
    indication intention issue lesson level list measure message method move notion objective obligation opinion
    option outcome plan point position power problem promise proof proposal purpose pursuit question
    requirement response responsibility result right risk role rule search shame situation source statement step
    theory threat trend view warning authority capacity commitment mandate permission approval consent
    clearance pressure willingness freedom
    determination resolve readiness refusal failure inability eagerness reluctance pledge vow invitation
    """.split()
)
"""Nouns that say nothing alone: what they stand for is in their complement."""


_ALONE = frozenset({"others", "latter", "former", "rest", "remainder"})
"""Words that stand for some of those told of before."""


_MEASURES = frozenset("ability amount extent kind lack likelihood manner number sort way".split())
"""Hollow nouns that not even `the` makes known."""


_INDEFINITE = frozenset({"a", "an", "any", "another", "some", "no", "every", "each"})


_DEMONSTRATIVE = frozenset({"this", "that", "these", "those", "such", "same"})


def is_shell(noun: Token) -> bool:
    """Whether `noun` says nothing alone."""
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in SHELL_NOUNS


def is_definite(noun: Token) -> bool:
    """Whether `noun` is named as something known: `the plan`, `this plan`."""
    return any(c.lower_ == "the" for c in noun.lefts) or points(noun)


def points(noun: Token) -> bool:
    """Whether `noun` points at something said elsewhere: `this enemy`, `such moves`, but not `that prices`."""
    return any(c.lower_ in _DEMONSTRATIVE and not _joins(c, noun) for c in noun.lefts) and not _has_article(noun)


def _has_article(noun: Token) -> bool:
    same = any(c.lower_ == "same" for c in noun.lefts)  # `the same reason`: which?
    return not same and any(c.lower_ in ("a", "an", "the") for c in noun.lefts)


def _joins(word: Token, noun: Token) -> bool:
    """Whether `that` before a plural is a conjunction that the parser took for an article."""
    return word.lower_ == "that" and noun.tag_ in ("NNS", "NNPS")


def says_nothing(noun: Token, label: str) -> bool:
    """Whether `label`, which names what `noun` heads, leaves open which one it is.

    So does a noun that points far back (`such moves`, `that limit`) where it never came before, and a
    hollow noun that stands alone. `This` and `these` point at what was just said.
    """
    return noun.pos_ == "NOUN" and _leaves_open(noun, label.lower()) and not mentioned_before(noun)


def _leaves_open(noun: Token, label: str) -> bool:
    if not label.endswith(noun.lower_):
        return False
    if points(noun):
        return not any(c.lower_ in ("this", "these") for c in noun.lefts)
    known = any(c.lower_ == "the" for c in noun.lefts) and noun.lemma_.lower() not in _MEASURES
    return not known and noun.lemma_.lower() in HOLLOW_NOUNS and label in (noun.lower_, noun.lemma_.lower())


def stands_in(label: str) -> bool:
    """Whether `label` only stands for another noun, which no adjective makes known.

    >>> stands_in("new one"), stands_in("new flag")
    (True, False)
    """
    return label.split()[-1:] in (["one"], ["ones"], ["stuff"]) or label.lower() in _ALONE


def mentioned_before(noun: Token) -> bool:
    """Whether the article has the word of `noun` earlier."""
    lemma = noun.lemma_.lower()
    return any(t.pos_ in ("NOUN", "PROPN") and t.lemma_.lower() == lemma for t in noun.doc[: noun.i])


def is_indefinite(noun: Token) -> bool:
    """Whether nothing before `noun` says that it is known: `a law`, `issues`."""
    before = [c for c in noun.lefts if c.dep_ in ("det", "poss", "predet", "nummod")]
    if not before:
        return noun.tag_ == "NNS" or (noun.tag_ == "NN" and noun.pos_ == "NOUN")
    return all(c.lower_ in _INDEFINITE for c in before)
