"""Repairs of nouns and adjectives that the tagger took for verbs.

`help struggling families` struggles with nobody, and `the economic stimulus package` packages nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.trees import attach

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_DESCRIBING = frozenset(
    "struggling emerging existing remaining ruling working living ageing aging competing warring surviving "
    "participating neighbouring neighboring failing suffering bordering ailing thriving outgoing incoming".split()
)
"""Participles of verbs that take no object: before a bare noun they describe it."""
_DEVELOPING = frozenset("country nation world power economy state market".split())
_INSIDE_NOUN = ("amod", "compound", "nmod", "nummod", "det", "poss")


def mend_words(sentence: Span) -> None:
    """Mend the words of one sentence in place."""
    for token in sentence:
        if token.tag_ == "JJ" and token.lower_.endswith("ed") and any(c.dep_ == "auxpass" for c in token.lefts):
            token.pos_, token.tag_ = "VERB", "VBN"  # `said the plant was closed`
        if token.tag_ == "VBG":
            _describe(token)
        elif token.tag_ in ("VB", "VBP"):
            _name(token)


def _describe(participle: Token) -> None:
    """`developing countries`, read as if somebody developed them."""
    noun = next((c for c in participle.rights if c.dep_ == "dobj" and c.i == participle.i + 1), None)
    if noun is None or noun.tag_ not in ("NNS", "NN") or participle.dep_ not in ("xcomp", "pcomp", "ccomp", "dobj"):
        return
    word = participle.lower_
    if word in _DESCRIBING or (word == "developing" and noun.lemma_.lower() in _DEVELOPING):
        attach(noun, participle.head, "pobj" if participle.dep_ == "pcomp" else "dobj")
        for child in [c for c in participle.children if c.i > noun.i]:
            attach(child, participle.head, child.dep_)
        attach(participle, noun, "amod")
        participle.pos_, participle.tag_ = "ADJ", "JJ"


def _name(verb: Token) -> None:
    """`pass the economic stimulus package`: a singular noun before it would have wanted `packages`."""
    if verb.i == verb.sent.start or any(c.dep_ in ("aux", "nsubj", "dobj") for c in verb.children):
        return
    before = verb.nbor(-1)
    definite = any(c.lower_ in ("the", "a", "an", "its", "his", "their") for c in before.lefts)
    if before.tag_ != "NN" or not definite or before.dep_ not in ("dobj", "pobj") or verb.head == before:
        return
    governor, role = before.head, before.dep_
    if verb == governor or verb in before.subtree or verb.is_ancestor(before):
        return
    attach(verb, governor, role)
    for child in [c for c in before.lefts if c.dep_ in _INSIDE_NOUN]:
        attach(child, verb, child.dep_)
    attach(before, verb, "compound")
    verb.pos_, verb.tag_ = "NOUN", "NN"
    _relate(verb)


def _relate(noun: Token) -> None:
    """`the package the administration worked out`: the clause right after the mended noun describes it."""
    following = noun.nbor(1) if noun.i + 1 < len(noun.doc) else noun
    for clause in following.ancestors:
        if clause.dep_ == "ccomp" and clause.left_edge == following and clause.pos_ == "VERB":
            attach(clause, noun, "relcl")
            return
