"""Repairs of verbs whose place in the tree, or whose complement, the parser took for something else.

Each looks at the shape of the tree and at closed classes of verbs, never at particular words of an article.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.extract.forms import NOUNS, has_subject, is_passive
from kg.extract.nouns import ROLE_NOUNS
from kg.extract.trees import attach
from kg.extract.verbs import FINING, JUDGING, NAMING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_AMBIGUOUS_PAST = ("VBN", "VBD")
_COMPLETE = ("dobj", "oprd", "ccomp", "attr")
"""Dependencies of what a past form takes when it is no participle: `the board named X chief`."""


_RIGHTS = frozenset("right permission authority power chance opportunity option licence license".split())
"""Nouns of what somebody is given to do something."""
_SAYING_WHAT = NAMING - {"make", "find", "vote", "call"}
"""Verbs of which nobody is a receiver."""
_QUOTES = frozenset("\"'“”‘’")
_UNCHANGED = frozenset("bid cut hit put set cost quit beat spread split bet shut let burst cast".split())
"""Verbs whose past is their base form, which may be taken for nouns."""


def mend_verbs(sentence: Span) -> None:
    """Mend the verbs of one sentence in place."""
    _promote_only_verb(sentence)
    for token in sentence:
        if token.dep_ == "conj":
            _join_to_verb(token)
        elif token.dep_ == "ccomp":
            _part_at_semicolon(token)
            _part_told_twice(token)
        if token.pos_ == "VERB" and not is_passive(token):
            _recognise_receiver(token)
            _part_object_from_name(token)
            _take_judgement(token)
            _take_place(token)
            _part_gift(token)
        elif token.pos_ == "VERB":
            _part_broken_agent(token)


def _promote_only_verb(sentence: Span) -> None:
    """`The board named X chief` parsed as a noun with a participle: one with an object is no participle."""
    root = sentence.root
    if root.tag_ == "NN" and root.lower_ in _UNCHANGED and any(c.dep_ in ("nsubj", "nsubjpass") for c in root.lefts):
        root.pos_, root.tag_ = "VERB", "VBD"  # `two firms bid for the contract`
        return
    if root.pos_ not in NOUNS or any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in sentence):
        return
    for verb in root.rights:
        past = verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lower_.endswith("ed")
        alone = not any(c.dep_ in ("agent", "aux", "auxpass") for c in verb.children)
        if past and alone and any(c.dep_ in _COMPLETE and c.i > verb.i for c in verb.children):
            attach(verb, verb, "ROOT")
            verb.tag_ = "VBD"
            for child in [c for c in root.children if c.dep_ == "punct" and c.i > verb.i]:
                attach(child, verb, child.dep_)
            attach(root, verb, "nsubj")
            return


def _join_to_verb(token: Token) -> None:
    """`will cut subsidies and raise fees` with `raise` joined to the subsidies: verbs join verbs."""
    noun = token.head
    if token.pos_ != "VERB" or token.tag_ == "VBG" or noun.pos_ not in NOUNS:
        return
    if any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children):
        return
    first = next((above for above in noun.ancestors if above.pos_ == "VERB" and above.i < noun.i), None)
    if first is None or (first.tag_ in _AMBIGUOUS_PAST) != (token.tag_ in _AMBIGUOUS_PAST):
        return
    attach(token, first, "conj")
    for child in [c for c in noun.children if c.dep_ in ("cc", "punct") and noun.i < c.i < token.i]:
        attach(child, first, child.dep_)


def _part_at_semicolon(token: Token) -> None:
    """`A says it rose; B says it fell` with A's words as B's: a semicolon joins sentences."""
    if any(t.text == ";" for t in token.doc[token.i : token.head.i]):
        token.dep_ = "conj"


def _part_told_twice(token: Token) -> None:
    """`No deal is near, Hill said that talks go on` with both as Hill's words: he says what comes after `that`."""
    verb = token.head
    if token.i > verb.i or not has_subject(verb):
        return
    if not any(c.dep_ == "ccomp" and any(m.lower_ == "that" for m in c.lefts) for c in verb.rights):
        return
    if not any(t.text in _QUOTES for t in token.doc[token.left_edge.i : verb.i]):
        token.dep_ = "conj"


def _part_object_from_name(verb: Token) -> None:
    """`named Paul Stein chief executive`, `called the tax unfair` parsed as one phrase: two complements."""
    if verb.lemma_.lower() not in NAMING:
        return
    objects = [c for c in verb.rights if c.dep_ in ("dobj", "dative")]
    for said in objects or [c for c in verb.rights if c.dep_ == "oprd"]:
        nouns = [c for c in said.lefts if c.dep_ in ("compound", "nmod") and c.pos_ in NOUNS]
        # `elected Ana Silva president` may have its one phrase as object; `named a Boeing manager` has one.
        person = bool(nouns) and nouns[-1].ent_type_ == "PERSON" and said.lemma_.lower() in ROLE_NOUNS
        if not nouns or (objects and (len(objects) > 1 or not person)):
            continue
        thing = nouns[-1]
        attach(thing, verb, "dobj")
        said.dep_ = "oprd"
        for word in [c for c in said.lefts if c.i < thing.i]:
            attach(word, thing, word.dep_)


def _recognise_receiver(verb: Token) -> None:
    """`sold Ryanair dozens of jets` with two objects side by side: the first receives the second."""
    objects = [c for c in verb.rights if c.dep_ == "dobj"]
    if verb.lemma_.lower() in FINING and len(objects) == 1 and objects[0].pos_ == "NUM":
        # `fined Intel €376 million` may have its one phrase as object.
        for name in [c for c in objects[0].lefts if c.pos_ == "PROPN" and c.i == verb.i + 1]:
            attach(name, verb, "dative")
    if len(objects) == 2 and objects[0].right_edge.i + 1 == objects[1].left_edge.i and objects[0].pos_ == "PROPN":
        if verb.lemma_.lower() in _SAYING_WHAT:
            objects[1].dep_ = "oprd"  # `declared Costa the winner`
        else:
            objects[0].dep_ = "dative"


def _take_judgement(verb: Token) -> None:
    """`described the attack as a crime`, `called the plan "a disaster"`: that is said of the object."""
    lemma = verb.lemma_.lower()
    for thing in [c for c in verb.rights if c.dep_ == "dobj"]:
        for child in list(thing.rights):
            if lemma in JUDGING and child.dep_ == "prep" and child.lower_ == "as":
                attach(child, verb, child.dep_)
            elif lemma in NAMING and child.dep_ == "appos" and _follows_name(child, thing):
                attach(child, verb, "oprd")  # `declared Ann Lee the winner`


def _follows_name(said: Token, thing: Token) -> bool:
    """Whether what somebody is called comes right after the name, without a comma, or in quotation marks."""
    before = said.left_edge.nbor(-1)
    right_after = before == thing and thing.pos_ == "PROPN" and said.left_edge.lower_ in ("the", "a", "an")
    return before.text == '"' or right_after


def _take_place(verb: Token) -> None:
    """`took place at X`: nothing is taken, so `place` is a part of the verb."""
    for noun in verb.rights:
        if verb.lemma_ == "take" and noun.lower_ == "place" and noun.i == verb.i + 1 and not list(noun.lefts):
            for prep in [c for c in noun.rights if c.dep_ == "prep"]:
                attach(prep, verb, "prep")
            noun.dep_ = "prt"


def _part_gift(verb: Token) -> None:
    """`gave Chad, in addition to Mali and Niger, the right to fish`, the right beside Mali: it is given."""
    if verb.lemma_.lower() not in ("give", "grant", "offer", "award"):
        return
    objects = [c for c in verb.rights if c.dep_ == "dobj" and c.pos_ in NOUNS]
    receivers = [c for c in objects if c.lemma_.lower() not in _RIGHTS]
    gifts = [t for t in verb.subtree if t.dep_ in ("appos", "dobj") and t.lemma_.lower() in _RIGHTS]
    gifts = [t for t in gifts if t.left_edge.lower_ == "the" and (t.head == verb or t.dep_ == "appos")]
    if len(receivers) == 1 and gifts and receivers[0].i < gifts[0].i and receivers[0] not in gifts[0].ancestors:
        receivers[0].dep_ = "dative"
        attach(gifts[0], verb, "dobj")


def _part_broken_agent(verb: Token) -> None:
    """`was granted by the due to the city` tells of nobody who granted it: a name was lost after `by the`."""
    for by in verb.rights:
        article, *after = verb.doc[by.i + 1 : by.i + 4] or [by]
        lost = article.tag_ == "DT" and article.lower_ in ("the", "a", "an") and _begins_no_noun(after)
        if by.lower_ == "by" and by.dep_ in ("agent", "prep") and lost:
            by.dep_ = "dep"


def _begins_no_noun(words: Sequence[Token]) -> bool:
    """Whether a preposition or conjunction comes where an article wants a noun: `due to`, `because`, `and`."""
    if [t.lower_ for t in words[:2]] == ["due", "to"]:
        return True
    hyphened = len(words) > 1 and words[1].text == "-"  # `the in-house team`
    return bool(words) and words[0].tag_ in ("IN", "CC") and not hyphened
