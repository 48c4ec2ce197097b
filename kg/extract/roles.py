"""Who is what: appositions, posts, kinds and examples.

`Lin Jian, spokesperson for the Foreign Ministry`, `his post as CEO of Apple`, `shoe giant Nike`,
`Chinese AI companies such as DeepSeek`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.arguments import members_of
from kg.extract.facts import NounFacts, Source
from kg.extract.nouns import HEAD_TYPES, POSTS, ROLE_NOUNS
from kg.extract.phrases import examples, label, members
from kg.model import Phrase, Proposition

if TYPE_CHECKING:
    from spacy.tokens import Token

_APPOSITION = Source("apposition", 0.85)
_KIND = Source("apposition", 0.75)
_POST = Source("post", 0.85)
_EXAMPLE = Source("example", 0.85)

_ROLE_PREPOSITIONS = frozenset({"of", "for", "at", "to", "in", "with", "from"})
_SHARED_PREPOSITIONS = ("of", "for", "at")
"""Prepositions whose object two conjoined roles may share: `founder and CEO of X`."""
_MODIFIERS = ("compound", "nmod", "amod")
_TIMELY = frozenset({"new", "current", "own", "veteran", "longtime"})
"""Adjectives before a role that are no part of it."""
_KINDS = frozenset({"Company", "Organization", "GovernmentBody", "NewsOutlet", "Product", "Place"})
_LONGEST_BEFORE = 12
"""Tokens between a description and the name after it; more is a parser error."""
_LONGEST_AFTER = 4
"""Tokens from a name to the beginning of the description after it."""
_LONGEST_LIST = 25
"""Tokens from a class to its last example."""


def appositions(facts: NounFacts, noun: Token) -> Iterator[Proposition]:
    """Yield what a description beside a name says: `Nordea, Scandinavia's biggest lender`."""
    for child in noun.children:
        if child.dep_ != "appos" or child.pos_ not in ("NOUN", "PROPN") or _is_abbreviation(child):
            continue
        name, description = (noun, child) if facts.is_name(noun) else (child, noun)
        if not facts.is_name(name) or facts.is_name(description) or not _is_close(name, description):
            continue
        for role in members(description):
            if not facts.is_name(role):
                yield from _role(facts, name, role)


def _is_abbreviation(child: Token) -> bool:
    """An abbreviation in parentheses is another name, not a statement."""
    return child.doc[child.left_edge.i - 1].text == "(" and child.text.isupper()


def _is_close(name: Token, description: Token) -> bool:
    if description.i < name.i:
        return name.i - description.i < _LONGEST_BEFORE
    # `declared Rudd the clear victor` sets nothing off: that is what somebody declared.
    set_off = name.doc[description.left_edge.i - 1].is_punct
    return set_off and description.left_edge.i - name.i < _LONGEST_AFTER


_PORTFOLIOS = frozenset(
    """
    state staff defence defense treasury interior justice health education finance labor labour commerce energy
    transport agriculture trade war security culture environment
    """.split()
)
"""What an office is for, not whose it is: `Secretary of State`, `chief of staff`."""


def _role(facts: NounFacts, name: Token, role: Token) -> Iterator[Proposition]:
    if role.tag_ in ("NNS", "NNPS") and name.tag_ == "NNP" and not list(name.conjuncts):
        return
    if country := facts.country(role.text):
        target = Phrase(role.i, role.i, role.i + 1, country)
        yield facts.holds(role, name, "citizen of", target, _APPOSITION)
        return
    yield from _as_role(facts, name, role, _APPOSITION)


def _as_role(facts: NounFacts, name: Token, role: Token, source: Source) -> Iterator[Proposition]:
    """Yield `CEO of` each organisation that the role names, or plain `be` where it names none."""
    targets = list(_role_targets(facts, role)) if role.lemma_.lower() in ROLE_NOUNS else []
    for words, target in targets:
        yield facts.holds(role, name, words, facts.noun(target), source)
    if not targets:
        yield facts.holds(role, name, "be", facts.noun(role), source)


def _role_targets(facts: NounFacts, role: Token) -> Iterator[tuple[str, Token]]:
    """Yield `CEO of` and the organisation, from a preposition, a possessive or a modifier."""
    title = _role_words(facts, role)
    own = [p for p in role.rights if p.dep_ == "prep" and p.lower_ in _ROLE_PREPOSITIONS]
    for prep in (own or _shared_prepositions(role))[:1]:
        for target in members_of(prep):
            if target.lower_ not in _PORTFOLIOS:
                yield f"{title} {prep.lower_}", target
        return
    for child in role.lefts:
        modifies = child.dep_ == "poss" or child.dep_ in _MODIFIERS
        if modifies and facts.is_somebody(child) and child.lower_ not in ("former", "acting"):
            yield f"{title} of", child
            return


def _shared_prepositions(role: Token) -> list[Token]:
    """Prepositions of conjoined roles that hold for this one too: `founder and CEO of X`."""
    hosts = [role.head] if role.dep_ == "conj" else []
    hosts += [c for c in role.conjuncts if c.i > role.i]
    return [p for h in hosts for p in h.rights if p.dep_ == "prep" and p.lower_ in _SHARED_PREPOSITIONS]


def _role_words(facts: NounFacts, role: Token) -> str:
    """The title itself with the modifiers that belong to it: `deputy prime minister`."""
    words = [c.text for c in role.lefts if _belongs_to_title(facts, c) and c.lower_ not in _TIMELY]
    text = " ".join([*words, role.lemma_ if role.tag_ == "NNS" else role.text])
    return text if has_acronym(text) else text.lower()


def _belongs_to_title(facts: NounFacts, word: Token) -> bool:
    modifier = word.dep_ in _MODIFIERS and word.pos_ in ("NOUN", "PROPN", "ADJ")
    return modifier and not facts.is_somebody(word) and word.text[0].isalpha()


def has_acronym(title: str) -> bool:
    """Whether a title must keep its capitals.

    >>> has_acronym("deputy CEO"), has_acronym("Prime Minister")
    (True, False)
    """
    return any(word.isupper() and len(word) > 1 for word in title.split())


def posts(facts: NounFacts, noun: Token) -> Iterator[Proposition]:
    """Yield what `his post as CEO of Apple` says of its owner."""
    owners = [c for c in noun.lefts if c.dep_ == "poss"]
    if noun.lemma_.lower() not in POSTS or not owners:
        return
    for prep in noun.rights:
        for role in members_of(prep) if prep.dep_ == "prep" and prep.lower_ == "as" else []:
            if role.lemma_.lower() in ROLE_NOUNS:
                yield from _as_role(facts, owners[0], role, _POST)


def kinds(facts: NounFacts, noun: Token) -> Iterator[Proposition]:
    """Yield what kind of thing a name stands for: `US bank Goldman Sachs`, `shoe giant Nike`."""
    mention = facts.named.get(noun.i)
    if mention is None or mention.head != noun.i or mention.type == "Person" or mention.first <= noun.sent.start:
        return
    before = noun.doc[mention.first - 1]
    modifier = before.tag_ == "NN" and before.pos_ == "NOUN" and before.dep_ in ("compound", "nmod")
    if not modifier or facts.is_name(before) or HEAD_TYPES.get(before.lemma_.lower()) not in _KINDS:
        return
    kind = facts.noun(before)
    first = min([kind.first, *(t.i for t in noun.lefts if t.dep_ in _MODIFIERS and t.i < before.i)])
    whole = Phrase(before.i, first, before.i + 1, label(facts.reading.wording(first, before.i + 1)))
    yield facts.holds(before, noun, "be", whole, _KIND)


def one_of(facts: NounFacts, noun: Token) -> Iterator[Proposition]:
    """Yield that the examples of a class belong to it: `Chinese AI companies such as DeepSeek`."""
    if facts.is_name(noun) or noun.pos_ != "NOUN":
        return
    for member in examples(noun):
        if facts.is_name(member) and member.i - noun.i < _LONGEST_LIST:
            kind = facts.noun(noun)
            if kind.label.lower() not in ("other", "others"):
                yield facts.holds(noun, member, "be one of", kind, _EXAMPLE)
