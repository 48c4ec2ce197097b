"""Repairs of subjects that the parser gave away, doubled or took for a circumstance.

Each looks at the shape of the tree only, never at particular words of an article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.forms import NOUNS, has_subject, is_finite
from kg.extract.nouns import ROLE_NOUNS
from kg.extract.trees import attach

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_SINGULAR = frozenset({"was", "is", "has"})
_ABOUT = frozenset({"over", "around", "about", "under", "nearly"})


def mend_subjects(sentence: Span) -> None:
    """Mend the subjects of one sentence in place."""
    _double_subjects(sentence)
    _numbered_subjects(sentence)
    _stolen_subjects(sentence)
    _subjects_after_but(sentence)
    for verb in sentence:
        _reduce_relative(verb)
        _part_by_number(verb)
        _describe_subject(verb)


def _double_subjects(sentence: Span) -> None:
    """`The former chief, Tim Cook will …` parsed with two subjects: the first describes the second.

    `Merkel, Macron and Sunak signed` is parsed alike, but its first subject heads a list.
    """
    for verb in sentence:
        own = [c for c in verb.lefts if c.dep_ == "nsubj" or _is_stray_name(c)]
        if len(own) != 2 or own[1].pos_ != "PROPN" or own[1].left_edge.nbor(-1).text != ",":
            continue
        if any(c.dep_ == "conj" for c in own[1].children):
            attach(own[1], own[0], "conj")
            own[0].dep_ = "nsubj"
        elif own[0].pos_ == "NOUN" or own[0].lemma_.lower() in ROLE_NOUNS:
            attach(own[0], own[1], "appos")


def _is_stray_name(token: Token) -> bool:
    """Whether a name is parsed as if it said when: `Apple` in `Apple, Google and Intel sued`."""
    return token.dep_ == "npadvmod" and token.pos_ == "PROPN" and token.ent_type_ not in ("DATE", "TIME")


def _reduce_relative(verb: Token) -> None:
    """`that the claims made about him were lies` with `made` as the verb of the clause: that is `were`.

    A participle alone is no verb of a that-clause where a finite verb without a subject follows right after it.
    """
    if verb.tag_ not in ("VBN", "VBD"):
        return
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.pos_ in NOUNS and c.i == verb.i - 1), None)
    marks = [c for c in verb.lefts if c.dep_ == "mark" and c.lower_ == "that"]
    after = verb.right_edge.i + 1
    if subject is None or not marks or after >= verb.sent.end:
        return
    rest = verb.doc[after] if verb.right_edge != verb else verb
    own = any(c.dep_ in ("aux", "auxpass", "dobj", "ccomp") for c in verb.children)
    free = rest.dep_ in ("conj", "advcl", "ccomp") and is_finite(rest) and rest.left_edge == rest
    if own or not free or has_subject(rest):
        return
    attach(rest, verb.head, verb.dep_)
    for child in (*marks, subject):
        attach(child, rest, child.dep_)
    attach(verb, subject, "acl")
    verb.tag_ = "VBN"


def _numbered_subjects(sentence: Span) -> None:
    """`over 345 pilgrims have been killed` with `over` as a preposition: it is how many, and they are the subject."""
    for token in sentence:
        verb = token.head
        if token.dep_ != "prep" or token.lower_ not in _ABOUT or verb.i < token.i or has_subject(verb):
            continue
        noun = next((c for c in token.rights if c.dep_ == "pobj"), None)
        number = next((c for c in noun.lefts if c.dep_ == "nummod"), None) if noun is not None else None
        if noun is not None and number is not None and number.i == token.i + 1 and is_finite(verb):
            attach(noun, verb, "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.lefts) else "nsubj")
            attach(token, number, "quantmod")


def _stolen_subjects(sentence: Span) -> None:
    """`While A imports oil, B has sought …` with B as apposition of the oil: a finite verb without a
    subject takes the noun right before it, if a comma stands before that."""
    root = sentence.root
    if root.pos_ not in ("VERB", "AUX") or any(
        c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for c in root.children
    ):
        return
    group = [root, *(c for c in root.lefts if c.dep_ in ("aux", "auxpass", "neg"))]
    finite = len(group) > 1 or root.tag_ in ("VBD", "VBZ", "VBP")
    first = min(t.i for t in group)
    if not finite or first <= sentence.start:
        return
    last = root.doc[first - 1]
    while last.dep_ in ("advmod", "compound") and last.i - 1 >= sentence.start and last.pos_ == "ADV":
        last = last.nbor(-1)
    for noun in (last, *last.ancestors):
        if noun.right_edge.i != last.i or noun == root:
            return
        start = noun.left_edge.i
        loose = noun.pos_ in NOUNS and noun.dep_ in ("appos", "conj", "dep", "npadvmod") and start > sentence.start
        if loose and root.doc[start - 1].text == ",":
            attach(noun, root, "nsubj")
            return


def _subjects_after_but(sentence: Span) -> None:
    """`won a ruling against Acme but the court lifted it` with the court joined to Acme: it lifted it.

    A finite verb that is joined to another without a conjunction before it, though one stands before
    the noun phrase that ends where it begins, has that noun as its subject.
    """
    for verb in sentence:
        if verb.dep_ != "conj" or verb.pos_ not in ("VERB", "AUX") or not is_finite(verb) or has_subject(verb):
            continue
        first = min(t.i for t in (verb, *verb.lefts) if t.dep_ not in ("punct", "cc"))
        joint = next((t for t in reversed(verb.doc[verb.head.i + 1 : first]) if t.dep_ == "cc"), None)
        if joint is None or joint.i + 1 == first or any(t.dep_ == "cc" for t in verb.lefts):
            continue
        between = verb.doc[joint.i + 1 : first]
        noun = next((t for t in between if t.dep_ == "conj" and t.left_edge.i == joint.i + 1), None)
        if noun is None or noun.pos_ not in NOUNS or any(t.pos_ in ("VERB", "AUX") or t.text == "," for t in between):
            continue
        for loose in [t for t in between if t.dep_ == "prep" and t.i > noun.i and t.head not in between]:
            attach(loose, noun, "prep")
        attach(joint, verb.head, "cc")
        attach(noun, verb, "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.lefts) else "nsubj")


def _part_by_number(verb: Token) -> None:
    """`noticed the people and a ship was sent` with both as subject: `was` takes one, somebody noticed the other."""
    first = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    if first is None or first.left_edge.i == verb.sent.start:
        return
    if not any(t.lower_ in _SINGULAR for t in (verb, *verb.lefts) if t.pos_ in ("AUX", "VERB")):
        return
    joint = next((c for c in first.rights if c.dep_ == "cc" and c.lower_ == "and"), None)
    second = next((c for c in first.rights if c.dep_ == "conj" and c.tag_ in ("NN", "NNP")), None)
    above = first.doc[first.left_edge.i - 1]
    takes = above.pos_ == "VERB" and not any(c.dep_ in ("dobj", "ccomp") and c != verb for c in above.children)
    determined = second is not None and any(c.dep_ == "det" for c in second.lefts)
    if joint is None or second is None or not takes or not determined or above in verb.subtree:
        return
    attach(second, verb, first.dep_)
    attach(first, above, "dobj")
    attach(joint, above, "cc")
    if verb.head == above:
        verb.dep_ = "conj"


def _describe_subject(verb: Token) -> None:
    """`said that increased trade will help` with trade increased by somebody: it only describes what will help."""
    governor = verb.head
    if verb.dep_ != "ccomp" or verb.tag_ not in ("VBD", "VBN"):
        return
    that = next((c for c in verb.lefts if c.lower_ == "that" and c.dep_ == "nsubj"), None)
    noun = next((c for c in verb.rights if c.dep_ == "dobj" and c.i == verb.i + 1), None)
    main = next((c for c in governor.rights if c.dep_ == "ccomp" and c.i > verb.i and is_finite(c)), None)
    if that is None or noun is None or main is None or has_subject(main) or main.left_edge.i != verb.right_edge.i + 1:
        return
    attach(noun, main, "nsubj")
    attach(that, main, "mark")
    attach(verb, noun, "amod")
    verb.pos_, verb.tag_ = "ADJ", "JJ"
