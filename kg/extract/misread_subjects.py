"""Repairs of subjects that the parser gave away, doubled or took for a circumstance.

Each looks at the shape of the tree only, never at particular words of an article.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.extract.forms import NOUNS, has_auxiliary, has_subject, is_finite
from kg.extract.nouns import ROLE_NOUNS
from kg.extract.reporting import reporting_class
from kg.extract.trees import attach

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_SINGULAR = frozenset({"was", "is", "has"})
_NOTICING = frozenset(
    "see hear watch feel find notice sense mean know understand realise realize learn discover show prove ensure "
    "guarantee fear hope wish bet pretend suppose imagine dream decide agree".split()
)
"""Verbs that take a clause without `that`, besides those that report."""
_ABOUT = frozenset({"over", "around", "about", "under", "nearly"})


def mend_subjects(sentence: Span) -> None:
    """Mend the subjects of one sentence in place."""
    _double_subjects(sentence)
    _numbered_subjects(sentence)
    _stolen_subjects(sentence)
    _subjects_after_but(sentence)
    for verb in sentence:
        if verb.lefts:
            _part_list(verb)
        if verb.dep_ == "ccomp":
            _describe_subject(verb)


def _double_subjects(sentence: Span) -> None:
    """`The former chief, Tim Cook will …` parsed with two subjects: the first describes the second.

    `Merkel, Macron and Sunak signed` is parsed alike, but its first subject heads a list.
    """
    for verb in sentence:
        own = [c for c in verb.lefts if c.dep_ == "nsubj" or _is_stray_name(c)] if verb.lefts else []
        if len(own) == 2 and (_stands_apart(*own) or _is_first_half(*own)):
            continue
        if len(own) != 2 or own[1].pos_ != "PROPN" or own[1].left_edge.nbor(-1).text != ",":
            continue
        if any(c.dep_ == "conj" for c in own[1].children):
            attach(own[1], own[0], "conj")
            own[0].dep_ = "nsubj"
        elif own[0].pos_ == "NOUN" or own[0].lemma_.lower() in ROLE_NOUNS:
            attach(own[0], own[1], "appos")


def _is_first_half(word: Token, subject: Token) -> bool:
    """`a magnitude 6.4 quake struck` with two subjects side by side: the first is a part of the second."""
    if word.pos_ != "NOUN" or subject.pos_ != "NOUN" or word.i + 1 != subject.left_edge.i or list(word.rights):
        return False
    for child in list(word.lefts):
        attach(child, subject, child.dep_)
    attach(word, subject, "compound")
    return True


def _stands_apart(noun: Token, subject: Token) -> bool:
    """`Both teams going in unbeaten, the guests won` with two subjects: the first is only that of its participle."""
    going = next((c for c in noun.rights if c.dep_ == "acl" and c.tag_ == "VBG" and c.i == noun.i + 1), None)
    if going is None or subject.left_edge.nbor(-1).text != "," or going.right_edge.i + 2 != subject.left_edge.i:
        return False
    attach(going, noun.head, "advcl")
    attach(noun, going, "nsubj")
    return True


def _is_stray_name(token: Token) -> bool:
    """Whether a name is parsed as if it said when: `Apple` in `Apple, Google and Intel sued`."""
    return token.dep_ == "npadvmod" and token.pos_ == "PROPN" and token.ent_type_ not in ("DATE", "TIME")


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


def _part_list(verb: Token) -> None:
    """`noticed the people and a ship was sent`, `bought Ford and Fiat sold Saab` with both as subject of the second.

    `was` takes one subject, and nobody buys that something is so: the first is the object of the verb before.
    """
    first = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    if first is None or first.left_edge.i == verb.sent.start:
        return
    joint = next((c for c in first.rights if c.dep_ == "cc" and c.lower_ == "and"), None)
    several = [c for c in first.rights if c.dep_ == "conj"]
    above = first.doc[first.left_edge.i - 1]
    above = above.head if above.pos_ == "ADV" and above.head.lemma_ == "be" else above
    if above.lemma_ == "be" and verb.head == above and verb.dep_ == "attr" and joint is not None:
        _part_from_being(verb, first, joint, several)
        return
    takes = above.pos_ in ("VERB", "ADP") and not any(
        c.dep_ in ("dobj", "pobj", "ccomp", "pcomp") and c != verb for c in above.children
    )
    if joint is None or not several or not takes or above in verb.subtree:
        return
    second = several[0]
    if not _is_alone(verb, second) and not (len(several) == 1 and _is_no_content(verb, above)):
        return
    attach(second, verb, first.dep_)
    attach(first, above, "dobj" if above.pos_ == "VERB" else "pobj")
    attach(joint, above if above.pos_ == "VERB" else verb.head, "cc")
    if verb.head == above:
        verb.dep_ = "conj"


def _part_from_being(verb: Token, first: Token, joint: Token, several: Sequence[Token]) -> None:
    """`Peru is mainly Catholic and the bank lends it money` with both as who lends: Peru is Catholic."""
    if len(several) == 1 and _is_alone(verb, several[0]):
        attach(several[0], verb, "nsubj")
        attach(first, verb.head, "attr")
        attach(joint, verb.head, "cc")
        verb.dep_ = "conj"


def _is_alone(verb: Token, second: Token) -> bool:
    """Whether the form of `verb` wants one subject, and `second` may be it."""
    forms = [t for t in (verb, *verb.lefts) if t.pos_ in ("AUX", "VERB")]
    singular = any(t.lower_ in _SINGULAR or t.tag_ == "VBZ" for t in forms)
    return singular and second.tag_ in ("NN", "NNP") and any(c.dep_ == "det" for c in second.lefts)


def _is_no_content(verb: Token, above: Token) -> bool:
    """Whether `verb` is finite and stands as what `above` says, which is no verb of saying, thinking or noticing."""
    finite = is_finite(verb) and (verb.tag_ in ("VBD", "VBZ") or has_auxiliary(verb))  # `helped A and B rise`
    content = verb.dep_ == "ccomp" and verb.head == above and finite
    opened = any(c.dep_ in ("mark", "advmod") or c.tag_ in ("WDT", "WP", "WRB") for c in verb.lefts)
    return content and not opened and reporting_class(above) is None and above.lemma_.lower() not in _NOTICING


def _describe_subject(verb: Token) -> None:
    """`said that increased trade will help` with trade increased by somebody: it only describes what will help."""
    governor = verb.head
    if verb.tag_ not in ("VBD", "VBN"):
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
