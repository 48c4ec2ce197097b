"""The grammar around an anaphor, looked up once and used for every candidate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.coreference.anaphora import Anaphor, is_possessive, is_reflexive
from kg.coreference.chains import Chain
from kg.coreference.happenings import bars_bodies
from kg.coreference.scene import Scene
from kg.extract.reporting import reporting_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_PROMISING = frozenset({"tell", "assure", "promise", "inform", "guarantee", "warn"})
_OCCASIONS = frozenset({"when", "whenever", "if", "once", "after"})
_OF_SOMEBODY = frozenset({"xcomp", "ccomp", "prep", "pcomp"})
"""What follows an adjective that is said of somebody: `aware of`, `ready to`."""
_BODILY = frozenset(
    "ready prepared able unable willing unwilling innocent guilty responsible liable aware unaware confident concerned"
    " worried sorry committed solvent insolvent bankrupt profitable neutral independent happy unhappy pleased sure"
    " angry surprised shocked satisfied".split()
)
"""Adjectives said of people and bodies rather than of things."""
_TELLING = _PROMISING | {"notify", "warn", "remind", "advise", "ask", "order", "urge", "persuade", "convince"}


@dataclass(frozen=True, slots=True)
class Site:
    """Where an anaphor stands: the grammar of its clause, found once and used for every candidate.

    Verbs and subjects are token indices, -1 where there is none. `eventful` tells that the clause
    says of ``it`` what no company, country or person is or does.
    """

    anaphor: Anaphor
    sentence: int
    paragraph: int
    role: str
    verb: int
    subject: int
    matrix: int
    matrix_subject: int
    told: int
    promised: int
    fronted: int
    topic: int
    above: frozenset[int]
    possessive: bool
    reflexive: bool
    eventful: bool


@dataclass(frozen=True, slots=True)
class Context:
    """What scoring needs besides anaphor and candidate: who spoke last, how much each chain is talked about."""

    scene: Scene
    site: Site
    speaker: Chain | None
    share: Mapping[str, float]
    pronoun_of: Mapping[str, tuple[str, int]]
    many: bool = False
    """Whether the sentence has told of several before, for whom `they` may stand."""


def find_site(scene: Scene, anaphor: Anaphor) -> Site:
    """Look up the grammar around an anaphor."""
    i = anaphor.head
    verb = scene.verb(i)
    subject = scene.subject(verb) if verb is not None else None
    matrix = scene.matrix(verb) if verb is not None else None
    matrix_subject = _meant(scene.subject(matrix)) if matrix is not None else None
    told, promised = _listener(verb, matrix)
    return Site(
        anaphor,
        scene.sentence[i],
        scene.paragraph[i],
        scene.role(i),
        _index(verb),
        _index(subject),
        _index(matrix),
        _index(matrix_subject),
        told,
        promised,
        scene.fronted(i),
        _index(_topic(scene, scene.doc[i], matrix)) if anaphor.form == "it" else -1,
        frozenset(_phrases_around(scene.doc[i])),
        is_possessive(anaphor, scene),
        is_reflexive(anaphor, scene),
        anaphor.form == "it" and bars_bodies(scene.doc[i]),
    )


def _meant(subject: Token | None) -> Token | None:
    """The noun that a relative pronoun stands for: ``Hale, who announced that he would retire``."""
    if subject is None or subject.tag_ not in {"WP", "WDT"} or subject.head.dep_ != "relcl":
        return subject
    return subject.head.head


def _listener(verb: Token | None, matrix: Token | None) -> tuple[int, int]:
    """Head of whoever is told what the clause says, and the same where it is a promise (``told Y that it will``)."""
    if verb is None or matrix is None or matrix.lemma_ not in _TELLING:
        return -1, -1
    heard = next((c.i for c in matrix.children if c.dep_ in {"dobj", "dative"} and c.i < verb.i), -1)
    active = not any(c.dep_ == "auxpass" for c in verb.children)
    promise = (
        active
        and any(c.lower_ in {"will", "would", "'ll", "wo"} for c in verb.children)
        and matrix.lemma_ in _PROMISING
    )
    return heard, heard if promise else -1


def _topic(scene: Scene, it: Token, matrix: Token | None) -> Token | None:
    """Subject of the clause that sets a report's occasion: `when a bag is found, the airline says it was empty`.

    None where what is said of `it` may well be said of whoever speaks.
    """
    verb = it.head
    said = [c for c in verb.children if c.dep_ == "acomp"]
    plain = verb.lemma_ == "be" and len(said) == 1 and not any(c.dep_ in _OF_SOMEBODY for c in said[0].children)
    if it.dep_ != "nsubj" or matrix is None or not plain or said[0].lower_ in _BODILY:
        return None
    for clause in matrix.children:
        opened = any(c.lower_ in _OCCASIONS for c in clause.lefts)
        if clause.dep_ == "advcl" and clause.i < matrix.i and opened and reporting_class(matrix) is not None:
            return scene.subject(clause)
    return None


def _phrases_around(token: Token) -> Iterator[int]:
    """Heads that a pronoun cannot stand for: ``mother`` for ``his mother``, ``man`` for ``a man he met``."""
    if token.head.dep_ == "relcl" and token.dep_ in {"nsubj", "nsubjpass", "dobj"}:
        yield token.head.head.i
    while token.head.i != token.i and token.head.pos_ not in {"VERB", "AUX"}:
        token = token.head
        yield token.i
        if token.pos_ in {"NOUN", "PROPN"}:
            return


def _index(token: Token | None) -> int:
    return -1 if token is None else token.i
