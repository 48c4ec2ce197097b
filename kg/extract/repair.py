"""Known parser errors that a cheap, general check finds, mended in place before anything is read off.

Each repair looks at the shape of the tree only, never at particular words of an article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from kg.extract.forms import NOUNS, SUBJECT
from kg.extract.misread_joints import mend_joints
from kg.extract.misread_nouns import mend_nouns
from kg.extract.misread_participles import mend_participles, promote_finite
from kg.extract.misread_subjects import mend_subjects
from kg.extract.misread_verbs import mend_verbs
from kg.extract.misread_words import mend_words
from kg.extract.nouns import ROLE_NOUNS
from kg.extract.tags import mend_tags
from kg.extract.trees import attach
from kg.parse import Parse
from kg.trees import part_sentences

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_SHORT_STEM = re.compile(r"[^aeiou]*[aeiou][^aeiouwxysz]")
"""A one-syllable stem that would double its consonant (`hopped`) if the verb did not end in -e."""


def repair(doc: Doc) -> Doc:
    """Mend `doc` in place and return it."""
    for token in doc:
        if token.pos_ == "VERB":
            token.lemma_ = token.lower_ if _is_bare(token) else base_form(token.lower_, token.lemma_)
        elif token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ in ("aux", "auxpass"):
            attach(token, token.head.head, token.dep_)
    for sentence in doc.sents:
        _torn_words(sentence)
        _scores(sentence)
        promote_finite(sentence)
        _participles(sentence)
        mend_participles(sentence)
        _promote_stranded_verb(sentence)
        _join_name_lists(sentence)
        _finite_relatives(sentence)
        _restrictive_relatives(sentence)
        _personal_relatives(sentence)
        _reduced_relatives(sentence)
        _named_spokesmen(sentence)
        mend_subjects(sentence)
        _loose_objects(sentence)
        mend_tags(sentence)
        mend_verbs(sentence)
        mend_nouns(sentence)
        mend_words(sentence)
        mend_joints(sentence)
    part_sentences(cast("Parse", doc))
    return doc


def _is_bare(verb: Token) -> bool:
    """Whether a verb stands in its base form, whatever else that form may be: `did not found`, `to saw`."""
    before = [c for c in verb.lefts if c.dep_ == "aux"]
    done = any(c.lower_ in ("do", "does", "did") for c in before)
    return done or (verb.tag_ == "VB" and any(c.tag_ in ("MD", "TO") for c in before))


def base_form(form: str, lemma: str) -> str:
    """Return the base form of a verb, its silent -e restored where the lemmatizer lost it.

    >>> base_form("hoped", "hop"), base_form("hopped", "hop"), base_form("fines", "fin")
    ('hope', 'hop', 'fine')
    """
    cut = form in (lemma + "ed", lemma + "ing", lemma + "es")
    return lemma + "e" if cut and _SHORT_STEM.fullmatch(lemma) else lemma


def _torn_words(sentence: Span) -> None:
    """`a cross-section of genres`, its parts parsed as if they were several objects: one word."""
    for hyphen in [t for t in sentence[1:-1] if t.text == "-"]:
        first, last = hyphen.nbor(-1), hyphen.nbor(1)
        glued = not first.whitespace_ + hyphen.whitespace_
        if glued and first.head == last.head and first.dep_ == last.dep_ and last.pos_ in NOUNS:
            attach(first, last, "compound")
            attach(hyphen, last, "punct")
            for child in [c for c in first.lefts if c.dep_ in ("det", "amod", "compound", "poss", "nummod")]:
                attach(child, last, child.dep_)


def _scores(sentence: Span) -> None:
    """`won 2 – 1`, its numbers parsed as two things: they are one score."""
    for dash in [t for t in sentence[1:-1] if t.text in ("-", "–")]:
        first, last = dash.nbor(-1), dash.nbor(1)
        if not (first.text.isdigit() and last.text.isdigit()):
            continue
        if last in first.subtree:
            first.dep_ = "npadvmod" if first.head.pos_ == "VERB" else first.dep_
        elif last not in first.ancestors:
            loser = last.head
            attach(first, last, "nummod")
            if loser.pos_ == "PROPN" and loser.i < first.i and loser.head.pos_ == "VERB":
                attach(last, loser.head, "npadvmod")  # `beat Panama 3 – 0`, the score as a part of the name
            elif loser.pos_ in ("VERB", "AUX"):
                last.dep_ = "npadvmod"
        attach(dash, last if first in last.children else first, "punct")


def _participles(sentence: Span) -> None:
    """`the issues raised`: a past form that modifies a noun and has no subject is a participle."""
    for token in sentence:
        if token.dep_ == "acl" and token.tag_ == "VBD" and not any(c.dep_ in SUBJECT for c in token.children):
            token.tag_ = "VBN"


def _promote_stranded_verb(sentence: Span) -> None:
    """`Huang, founder of X, dressed in black, embarked on …` parsed as a noun with participles.

    A sentence whose root is a noun and which has no finite verb of its own but a past form after a
    comma gets the last such form as its root.
    """
    root = sentence.root
    if root.pos_ not in NOUNS or any(c.dep_ in ("nsubj", "cop") for c in root.children):
        return
    verbs = [c for c in root.rights if c.dep_ in ("acl", "relcl") and c.tag_ in ("VBN", "VBD") and c.i > root.i]
    verbs = [v for v in verbs if not any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for c in v.children)]
    if (
        not verbs
        or verbs[-1].nbor(-1).text != ","
        or not any(t.dep_ == "punct" and t.i < verbs[-1].i for t in root.rights)
    ):
        return
    verb = verbs[-1]
    later = [c for c in root.rights if c.i > verb.i]
    earlier = [c for c in root.lefts if c.dep_ in ("advmod", "punct", "prep", "npadvmod", "advcl")]
    attach(verb, verb, "ROOT")
    attach(root, verb, "nsubj")
    for child in later + earlier:
        if child.dep_ in ("punct", "advmod", "prep", "npadvmod", "advcl", "cc", "conj"):
            attach(child, verb, child.dep_)


def _join_name_lists(sentence: Span) -> None:
    """`NVIDIA, AMD, and Intel` with AMD as apposition of NVIDIA: a conjunct, since a list follows."""
    for token in sentence:
        if token.dep_ != "appos" or token.pos_ != "PROPN" or token.head.pos_ != "PROPN":
            continue
        head = token.head
        closing = [c for c in head.children if c.dep_ == "cc" and c.i > token.i]
        conjuncts = [c for c in head.children if c.dep_ == "conj" and c.i > token.i and c.pos_ == "PROPN"]
        if (
            closing
            and conjuncts
            and token.nbor(-1).text == ","
            and not any(c.dep_ in ("prep", "det") for c in token.children)
        ):
            token.dep_ = "conj"


def _finite_relatives(sentence: Span) -> None:
    """A verb parsed as `ccomp` or `advcl` of a noun's clause although its subject is who/which."""
    for token in sentence:
        if token.dep_ not in ("ccomp", "advcl") or token.pos_ not in ("VERB", "AUX"):
            continue
        subject = next((c for c in token.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is None or subject.tag_ not in ("WDT", "WP") or subject.i == 0:
            continue
        before = subject.nbor(-1)
        before = before.nbor(-1) if before.text == "," and before.i > 0 else before
        if before.pos_ in ("NOUN", "PROPN") and subject.text.lower() in ("who", "which") and before.i >= sentence.start:
            noun = before
            while noun.dep_ in ("compound", "pobj") and noun.head.i >= sentence.start and noun.dep_ == "compound":
                noun = noun.head
            if noun not in list(token.subtree) and token.head.i < subject.i:
                attach(token, noun, "relcl")


def _restrictive_relatives(sentence: Span) -> None:
    """`a chip for the market that met …`: a definite noun inside an indefinite one's phrase needs no
    further restriction, so a clause with `that` belongs to the indefinite head."""
    for token in sentence:
        if token.dep_ != "relcl" or not any(c.lower_ == "that" and c.dep_ == "nsubj" for c in token.lefts):
            continue
        noun = token.head
        if noun.dep_ != "pobj" or noun.head.lower_ != "for" or noun.head.head.pos_ not in NOUNS:
            continue
        outer = noun.head.head
        definite = any(c.lower_ == "the" for c in noun.lefts)
        indefinite = any(c.lower_ in ("a", "an") for c in outer.lefts)
        agreeing = (noun.tag_ in ("NNS", "NNPS")) == (outer.tag_ in ("NNS", "NNPS")) or token.tag_ == "VBD"
        if definite and indefinite and agreeing:
            attach(token, outer, "relcl")


def _personal_relatives(sentence: Span) -> None:
    """`O'Reilly, an expert at Stanford University, who stated …`: `who` is a person and `which` is
    none, so the clause climbs to the nearest noun above that fits."""
    for token in sentence:
        if token.dep_ != "relcl":
            continue
        pronoun = next(
            (c.lower_ for c in token.lefts if c.dep_ in ("nsubj", "nsubjpass") and c.lower_ in ("who", "which")), ""
        )
        if pronoun and not _suits(token.head, pronoun):
            outer = next((t for t in _phrase_above(token.head) if _suits(t, pronoun)), None)
            if outer is not None:
                attach(token, outer, "relcl")


def _suits(noun: Token, pronoun: str) -> bool:
    if pronoun == "who":
        return noun.ent_type_ not in ("ORG", "GPE", "LOC", "FAC", "NORP")
    return noun.ent_type_ != "PERSON"


def _phrase_above(noun: Token) -> Iterator[Token]:
    """Yield the nouns that `noun` is a part of the phrase of, nearest first."""
    while noun.dep_ in ("pobj", "prep", "appos", "conj", "compound", "poss", "agent", "acl") and noun.head != noun:
        noun = noun.head
        if noun.pos_ in NOUNS:
            yield noun


def _reduced_relatives(sentence: Span) -> None:
    """`repealed the amendment ruled illegal by the WTO`: the second verb has no conjunction before it
    and an agent after it, so its subject is the first verb's object, which it describes."""
    for token in sentence:
        if (
            token.dep_ not in ("conj", "ccomp")
            or token.tag_ not in ("VBN", "VBD")
            or not any(c.dep_ == "agent" for c in token.rights)
        ):
            continue
        subject = next((c for c in token.lefts if c.dep_ == "nsubj"), None)
        if subject is None or any(c.dep_ in ("aux", "auxpass", "mark") for c in token.lefts):
            continue
        before = subject.left_edge.i - 1
        verb = token.doc[before] if before >= sentence.start else token
        if verb.pos_ == "VERB" and verb != token and not any(c.dep_ == "dobj" for c in verb.children):
            attach(subject, verb, "dobj")
            attach(token, subject, "acl")
            token.tag_ = "VBN"


def _named_spokesmen(sentence: Span) -> None:
    """`A spokesman for the Representative, Richard Mills, said`: the name is the spokesman's."""
    for token in sentence:
        if token.dep_ != "appos" or token.ent_type_ != "PERSON" or token.head.dep_ != "pobj":
            continue
        role = token.head.head.head
        subject = role.dep_ in ("nsubj", "nsubjpass") and role.tag_ == "NN" and role.lemma_.lower() in ROLE_NOUNS
        if subject and token.head.ent_type_ != "PERSON":
            attach(token, role, "appos")


def _loose_objects(sentence: Span) -> None:
    """`met Hu on Thursday, leader Wu and Wen on Friday`: a name left over is a further object."""
    for token in sentence:
        if token.dep_ == "dep" and token.pos_ == "PROPN" and token.head.pos_ == "VERB" and token.i > token.head.i:
            objects = [c for c in token.head.rights if c.dep_ == "dobj" and c.i < token.i]
            if objects and token.left_edge.i > 0 and token.doc[token.left_edge.i - 1].text == ",":
                attach(token, objects[-1], "conj")
