"""Repairs of nouns that the parser took for another word, or hung where they do not belong.

Each looks at the shape of the tree and at closed classes of words, never at particular words of an article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.forms import NOUNS, SUBJECT
from kg.extract.noun_clauses import HELD
from kg.extract.nouns import BODY_TYPES, CONTENT_NOUNS, HEAD_TYPES
from kg.extract.trees import attach
from kg.extract.verbs import ATTACHING, NOUNS_WITH_TO, TELLING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "pobj")


_PEOPLE = frozenset(
    "poor rich wealthy powerful injured wounded dead deceased elderly old young sick unemployed homeless blind deaf "
    "disabled missing displaced accused faithful needy vulnerable latter former other others few many".split()
)
"""Adjectives that name people after `the`."""
_INQUIRIES = frozenset("inquiry enquiry investigation probe research inquest review commission panel".split())
"""Nouns of what is into something."""


def mend_nouns(sentence: Span) -> None:
    """Mend the nouns of one sentence in place."""
    for token in sentence:
        if token.dep_ in _ARGUMENTS:
            _recognise_noun(token)
        elif token.dep_ == "det":
            _recognise_conjunction(token)
        elif token.dep_ == "quantmod":
            _part_range(token)
        if token.like_num:
            _join_year(token)
        elif token.dep_ == "amod":
            _describe_by_noun(token)
        elif token.dep_ == "acl":
            _name_what_is_called(token)
        elif token.dep_ in ("prep", "conj"):
            _part_origin(token)
            _inquire_into(token)
        elif token.dep_ == "ccomp":
            _complete_what_there_is(token)
        if token.dep_ == "ccomp":
            _free_from_cleft(token)
        if token.pos_ == "VERB":
            _take_object(token)
            _take_phrases(token)
            _name_one_subject(token)
            _describe_what_is_before(token)
            _say_what_is_held(token)
            _say_what_is_told(token)


def _inquire_into(prep: Token) -> None:
    """`appeared before the inquiry into the deaths` with `into the deaths` as where: the inquiry is into them."""
    if prep.lower_ == "into" and prep.dep_ == "prep" and prep.i > 0:
        noun = prep.nbor(-1)
        if noun.lower_ in _INQUIRIES and noun.pos_ in NOUNS and prep.head != noun:
            attach(prep, noun, "prep")


def _complete_what_there_is(clause: Token) -> None:
    """`there is no certainty whether it will sell` with the clause as what something is: it is of the certainty."""
    be = clause.head
    there = any(c.dep_ == "expl" for c in be.lefts)
    noun = next((c for c in be.rights if c.dep_ == "attr" and c.right_edge.i + 1 == clause.left_edge.i), None)
    if there and noun is not None and clause.left_edge.lower_ in ("whether", "that"):
        attach(clause, noun, "acl")


def _recognise_noun(token: Token) -> None:
    """`the firm raised wages`, `the fair opens` with an adjective as subject: it is a noun."""
    if not token.tag_.startswith("JJ") or not any(c.dep_ == "det" for c in token.lefts):
        return
    people = token.lower_ in _PEOPLE and token.head.tag_ != "VBZ"  # `the poor suffer`
    if (token.dep_ in ("nsubj", "nsubjpass") and not people) or token.lemma_.lower() in HEAD_TYPES:
        token.tag_, token.pos_ = "NN", "NOUN"


def _recognise_conjunction(token: Token) -> None:
    """`shows that coffee reduces pain` with `that` as an article of the coffee: it opens the clause."""
    noun, clause = token.head, token.head.head
    if token.lower_ != "that" or noun.dep_ not in ("nsubj", "nsubjpass"):
        return
    if clause.dep_ == "ccomp" and token.i == clause.left_edge.i and token.i == clause.head.i + 1:
        token.tag_, token.pos_ = "IN", "SCONJ"
        attach(token, clause, "mark")


def _part_range(token: Token) -> None:
    """`from 2 million to 3 million` with `to` inside the second number: two phrases of one verb."""
    number, origin = token.head, token.head.head
    if token.lower_ != "to" or number.dep_ != "pobj" or origin.lower_ != "from":
        return
    if any(c.dep_ == "pobj" and c.i < token.i for c in origin.children):
        attach(token, origin.head, "prep")
        attach(number, token, "pobj")
        token.pos_ = "ADP"


def _join_year(token: Token) -> None:
    """`in April, 2000 the minister left` with the year as subject or apposition: it belongs to the month."""
    year = len(token) == 4 and token.dep_ in (*_ARGUMENTS, "appos")
    if not year or token.i < token.sent.start + 2:
        return
    comma, month = token.nbor(-1), token.nbor(-2)
    dated = month.ent_type_ == token.ent_type_ == "DATE" and month.pos_ == "PROPN" and month.dep_ == "pobj"
    if comma.text == "," and dated and token.head != month:
        attach(token, month, "nummod")


def _describe_by_noun(token: Token) -> None:
    """`are iodine deficient`, `is smoke free` with the adjective inside the noun: the noun says in what."""
    noun, be = token.head, token.head.head
    alone = not list(token.rights) and not any(c.dep_ in ("det", "poss", "amod") and c != token for c in noun.children)
    inside = token.pos_ == "ADJ" and noun.i == token.i - 1 and noun.tag_ == "NN"
    if inside and alone and noun.dep_ == "attr" and be.lemma_ == "be":
        attach(token, be, "acomp")
        attach(noun, token, "npadvmod")


def _name_what_is_called(token: Token) -> None:
    """`a defector from the group called Orion` with the name as that of the defector: the group is called so."""
    somebody = token.head
    if token.lower_ not in ("called", "named", "dubbed"):
        return
    between = [t for t in token.doc[somebody.i + 1 : token.i] if t.dep_ == "pobj" and t.pos_ == "NOUN"]
    kinds = [HEAD_TYPES.get(t.lemma_.lower()) for t in (somebody, *between[-1:])]
    if kinds[0] == "Person" and len(kinds) == 2 and kinds[1] not in ("Person", "Place"):
        attach(token, between[-1], "acl")
    outer = somebody.head.head if somebody.dep_ == "pobj" else somebody
    person = any(c.dep_ == "oprd" and c.ent_type_ == "PERSON" for c in token.rights)
    if person and kinds[0] in BODY_TYPES | {"Place"} and outer.pos_ == "NOUN":
        attach(token, outer, "acl")  # `a clerk at the bank named Ann Lee`


def _part_origin(token: Token) -> None:
    """`Ajax and Celtic, from Glasgow`, `laws from Peru and cries from India`: each with what it stands beside.

    A phrase set off after the last of several names is of that name; a common noun joined to a place is not in
    that place but beside the noun before.
    """
    first = token.head
    named = token.nbor(-1) if token.i > token.sent.start else token
    theirs = named.dep_ == "appos" and named.head == first and named.ent_type_ == "PERSON"
    if token.dep_ == "prep" and theirs and first.tag_ == "NNS":
        attach(token, named, token.dep_)  # `councillors Ann Lee from Lyon, Bob Stone from Paris and …`
        return
    apart = token.dep_ == "prep" and token.i > first.i and token.nbor(-1).text == ","
    if apart and token.lower_ in ("from", "of", "in"):
        names = [c for c in first.conjuncts if c.pos_ == "PROPN" and first.i < c.i < token.i]
        if first.pos_ in NOUNS and names and names[-1].right_edge.i < token.i:
            attach(token, names[-1], "prep")
    elif token.dep_ == "conj" and token.pos_ == "NOUN" and first.dep_ == "pobj" and first.ent_type_ == "GPE":
        outer = first.head.head
        own = next((t for t in token.doc[token.i + 1 : token.i + 2] if t.dep_ == "prep"), None)
        theirs = own is not None and own.head in (token, outer, outer.head)
        kind = HEAD_TYPES.get(token.lemma_.lower())
        like = kind is None or (kind == HEAD_TYPES.get(outer.lemma_.lower()) and token.tag_ == outer.tag_)
        if (
            first.head.lower_ in ("from", "in")
            and outer.pos_ == "NOUN"
            and outer.dep_ in _ARGUMENTS
            and theirs
            and like
        ):
            _join_noun(token, first, outer, own)


def _join_noun(token: Token, first: Token, outer: Token, own: Token | None) -> None:
    """Join `token` to the noun `outer` before instead of to the place `first`, with the phrase that is its own."""
    joint = [c for c in first.rights if c.dep_ == "cc" and c.i < token.i]
    attach(token, outer, "conj")
    for word in joint:
        attach(word, outer, "cc")
    if own is not None:
        attach(own, token, "prep")


def _free_from_cleft(token: Token) -> None:
    """`it was Siemens that built it` with the clause hung on `was`: it says who `that` is."""
    be = token.head
    if token.pos_ != "VERB" or be.lemma_ != "be":
        return
    relative = any(c.tag_ in ("WDT", "WP") and c.dep_ in ("nsubj", "nsubjpass", "dobj") for c in token.lefts)
    expletive = any(c.lower_ == "it" and c.dep_ == "nsubj" for c in be.lefts)
    noun = next((c for c in be.rights if c.dep_ == "attr" and c.i < token.i and c.pos_ in NOUNS), None)
    if relative and expletive and noun is not None:
        attach(token, noun, "relcl")


def _take_object(verb: Token) -> None:
    """`beat Arsenal 3-1` with the name as an adverb: a name right after a verb without object is its object."""
    if any(c.dep_ in ("dobj", "nsubjpass", "ccomp", "attr") for c in verb.children):
        return
    for child in verb.rights:
        name = child.dep_ == "npadvmod" and child.pos_ == "PROPN" and child.ent_type_ not in ("DATE", "TIME")
        if name and child.left_edge.i == verb.i + 1:
            child.dep_ = "dobj"


def _name_one_subject(verb: Token) -> None:
    """`The ferry Aurora sank` with two subjects side by side: the noun says what kind of thing the name is.

    Two with `and` between are a list.
    """
    own = [c for c in verb.lefts if c.dep_ == "nsubj"]
    if len(own) != 2:
        return
    kind, name = own
    if kind.pos_ == "NOUN" and name.pos_ == "PROPN" and name.left_edge.i == kind.i + 1:
        attach(kind, name, "compound")
    elif any(c.dep_ == "cc" and c.i == name.left_edge.i - 1 for c in kind.rights):
        attach(name, kind, "conj")  # `the ministry of health and the army`


def _describe_what_is_before(verb: Token) -> None:
    """`reassured voters on jobs, one of the topics of the day`: what is set off describes what stands before it."""
    objects = [c for c in verb.rights if c.dep_ == "dobj"]
    for second in objects[1:]:
        comma = second.left_edge.i - 1
        apart = second.doc[comma].text == "," and not any(c.dep_ == "cc" for c in objects[0].rights)
        if not apart or not (second.lower_ == "one" or second.left_edge.lower_ in ("a", "an", "the")):
            continue
        before = second.doc[comma - 1]
        while before.head.i > verb.i and before.head.right_edge.i == comma - 1 and before.dep_ != "pobj":
            before = before.head
        if before.pos_ in NOUNS and before not in second.subtree:
            attach(second, before, "appos")


def _say_what_is_held(verb: Token) -> None:
    """`expressed hope that "it is over"` with the clause hung on the verb: it is what is hoped."""
    noun = next((c for c in verb.rights if c.dep_ == "dobj" and c.lemma_.lower() in HELD), None)
    for clause in [c for c in verb.rights if c.dep_ == "ccomp"] if noun is not None else []:
        that = next((c for c in clause.lefts if c.dep_ == "mark" and c.lower_ == "that"), None)
        if noun is not None and that is not None and that.i == noun.i + 1:
            attach(clause, noun, "acl")


def _say_what_is_told(verb: Token) -> None:
    """`reassured residents that it is safe` with the clause hung on the residents: it is what they were told."""
    if verb.lemma_.lower() not in TELLING or any(c.dep_ == "ccomp" for c in verb.rights):
        return
    for hearer in [c for c in verb.rights if c.dep_ == "dobj" and c.lemma_.lower() not in CONTENT_NOUNS]:
        for clause in [c for c in hearer.rights if c.dep_ in ("acl", "ccomp", "relcl")]:
            that = next((c for c in clause.lefts if c.dep_ == "mark" and c.lower_ == "that"), None)
            if that is not None and any(c.dep_ in SUBJECT for c in clause.lefts):
                attach(clause, verb, "ccomp")


def _is_whose(noun: Token) -> bool:
    """`warned residents of Lyon`, `told members of the board`: that says who they are, not of what they heard."""
    return noun.pos_ == "PROPN" or HEAD_TYPES.get(noun.lemma_.lower()) in BODY_TYPES | {"Place", "Person", "Group"}


def _take_phrases(verb: Token) -> None:
    """`supplies antennas to X`, `convicted X of fraud`: the phrase is the verb's, not the object's."""
    for thing in [c for c in verb.rights if c.dep_ == "dobj"]:
        for prep in [c for c in thing.rights if c.dep_ == "prep"]:
            wanted = verb.lemma_.lower() in ATTACHING.get(prep.lower_, ())
            if verb.lemma_.lower() in TELLING and any(_is_whose(c) for c in prep.children):
                continue
            if wanted and not (prep.lower_ == "to" and thing.lemma_.lower() in NOUNS_WITH_TO):
                attach(prep, verb, prep.dep_)
