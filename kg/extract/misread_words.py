"""Repairs of nouns and adjectives that the tagger took for verbs.

`help struggling families` struggles with nobody, and `the economic stimulus package` packages nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.forms import SUBJECT, is_finite
from kg.extract.reporting import reporting_class
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
        elif token.tag_ == "NN":
            _report(token)
        if token.lower_ == "few":
            _count(token)


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


def _report(noun: Token) -> None:
    """`leaders in Iraq state that …`, `files seen by Acme show Foo lied` with `Iraq state`, `Acme show` as one noun.

    A clause follows that has a subject of its own, and the plural noun before has no verb.
    """
    name = next((c for c in noun.lefts if c.dep_ == "compound" and c.i == noun.i - 1), None)
    clause = _clause_after(noun) if name is not None and reporting_class(noun) is not None else None
    if clause is None or name is None:
        return
    above = [t for t in noun.ancestors if t != clause and t.tag_ in ("NNS", "NNPS", "NNP") and t.i < name.i]
    teller = next((t for t in above if t.dep_ in (*SUBJECT, "ROOT")), None)
    if teller is None or teller.head not in (clause, teller):
        return
    governor, role = (clause.head, clause.dep_) if teller.head == clause != clause.head else (noun, "ROOT")
    ends = [c for c in (*clause.children, *teller.children) if c.dep_ == "punct" and c.i > clause.i]
    attach(name, noun.head, noun.dep_)
    for child in [c for c in noun.children if c not in (name, clause)]:
        attach(child, name, child.dep_)
    for child in [c for c in clause.children if c.i < noun.i and c != teller]:
        attach(child, noun, child.dep_)
    attach(noun, governor, role)
    attach(teller, noun, "nsubj")
    attach(clause, noun, "ccomp")
    that = noun.nbor(1)
    if that.lower_ == "that" and that.head == clause:
        that.dep_, that.tag_, that.pos_ = "mark", "IN", "SCONJ"
    for end in ends if role == "ROOT" else []:
        attach(end, noun, "punct")
    noun.pos_, noun.tag_ = "VERB", "VBP"


def _clause_after(noun: Token) -> Token | None:
    """The verb of a finite clause with a subject of its own that begins right after `noun`, or None."""
    after = noun.nbor(1) if noun.i + 1 < noun.sent.end else noun
    for clause in (after.head, *after.ancestors):
        own = [c for c in clause.lefts if c.dep_ in SUBJECT and c.i > noun.i]
        opens = [t for t in (*own, after) if t.left_edge.i == noun.i + 1 and t.head == clause]
        if own and opens and is_finite(clause) and after.tag_ not in ("WDT", "WP"):
            return clause
    return None


def _count(few: Token) -> None:
    """`few if any firms pay it` with a condition: that says how many."""
    condition, whatever = (few.nbor(n) if few.i + n < few.sent.end else few for n in (1, 2))
    noun = whatever.head
    if (condition.lower_, whatever.lower_) != ("if", "any") or noun.pos_ != "NOUN" or noun.i < whatever.i:
        return
    verb = noun.head
    if condition.head == verb and verb.dep_ == "advcl" and verb.head.i < few.i:
        verb.dep_ = "ccomp"
        if few.nbor(-1).lower_ == "that":
            attach(few.nbor(-1), verb, "mark")
    if few == verb.head:  # `Few if any firms pay it`
        attach(verb, verb if few.head == few else few.head, few.dep_)
        for child in [c for c in few.children if c not in (condition, verb)]:
            attach(child, verb, child.dep_)
    for word in (condition, whatever, few):
        attach(word, noun, "amod" if word == few else "advmod")
        word.pos_, word.tag_ = ("ADJ", "JJ") if word == few else ("ADV", "RB")


def _relate(noun: Token) -> None:
    """`the package the administration worked out`: the clause right after the mended noun describes it."""
    following = noun.nbor(1) if noun.i + 1 < len(noun.doc) else noun
    for clause in following.ancestors:
        if clause.dep_ == "ccomp" and clause.left_edge == following and clause.pos_ == "VERB":
            attach(clause, noun, "relcl")
            return
