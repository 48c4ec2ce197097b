"""Names that stand beside a noun and replace it: `its lawyer, Maria Costa`, `One of its units, Nike Golf,`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.nouns import ROLE_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token


def apposed_name(head: Token) -> Token | None:
    """Return the head of the name that stands beside `head` and says who or what that is, or None."""
    if head.lower_ == "one":
        return _one_of_several(head)
    if head.pos_ != "NOUN" and head.lemma_.lower() not in ROLE_NOUNS:
        return None
    hosts = [head, head.head] if head.dep_ == "conj" and _has_own_determiner(head) else [head]
    names = [c for host in hosts for c in host.rights if c.dep_ == "appos" and c.i > head.i and _is_bare_name(c)]
    beside = (c for c in names if not _in_parentheses(c) and not _belongs_to_later(head, c))
    return next(beside, None) or _plural_before(head)


def same_one(first: Token, second: Token) -> bool:
    """Whether `second`, joined to `first` by `and`, is the same person: `her passenger and boyfriend, Matthew Smit`."""
    singular = first.tag_ == second.tag_ == "NN"
    own = _has_own_determiner(second)
    between = second.doc[first.i + 1 : second.left_edge.i]
    beside = apposed_name(first) or apposed_name(second)
    after = beside is not None and beside.i > second.i
    return singular and not own and after and all(t.dep_ in ("cc", "amod", "compound", "prep", "pobj") for t in between)


def _has_own_determiner(noun: Token) -> bool:
    return any(c.dep_ in ("det", "poss", "nummod") for c in noun.lefts)


def _belongs_to_later(head: Token, name: Token) -> bool:
    """Whether a name stands beside the last of two: `the president and the prime minister, Viktor Orban`."""
    return any(head.i < c.i < name.i and c.dep_ == "conj" and _has_own_determiner(c) for c in head.conjuncts)


def _is_bare_name(token: Token) -> bool:
    indefinite = any(c.dep_ == "det" and c.lower_ in ("a", "an") for c in token.lefts)
    return token.pos_ == "PROPN" and not indefinite and not any(c.dep_ == "conj" for c in token.children)


def _in_parentheses(token: Token) -> bool:
    before = token.left_edge.i - 1
    return before >= 0 and token.doc[before].text == "("


def _plural_before(noun: Token) -> Token | None:
    """The name right after a bare plural, which the parser hangs on the verb: `defeated debutants Panama`."""
    if noun.tag_ != "NNS" or list(noun.lefts) or noun.dep_ != "dobj":
        return None
    after = [c for c in noun.head.rights if c.dep_ == "npadvmod" and c.left_edge.i == noun.i + 1]
    return next((c for c in after if c.pos_ == "PROPN" and c.ent_type_ not in ("DATE", "TIME")), None)


def _one_of_several(one: Token) -> Token | None:
    """The name set off after `one of the units owned by X, MySpace,`, wherever the parser hangs it."""
    if not any(c.dep_ == "prep" and c.lower_ == "of" for c in one.rights):
        return None
    doc, last = one.doc, one.right_edge
    for token in one.subtree:
        before = token.left_edge.i - 1
        closed = token.right_edge.i + 1 < len(doc) and doc[token.right_edge.i + 1].text == ","
        if token.dep_ == "appos" and _is_bare_name(token) and doc[before].text == "," and closed:
            return token if token.right_edge.i >= last.i - 1 else None
    return None
