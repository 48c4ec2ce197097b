"""Where things are and whose they are, as nouns say it.

`Ullevi Stadium in Gothenburg`, `Cancun, Mexico`, `Munich-based Siemens`, `Orion Bank's Maria Lopez`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from kg.extract.facts import NounFacts, Source
from kg.extract.lists import core
from kg.extract.nouns import BODY_TYPES
from kg.extract.prepositionals import members_of
from kg.stages import Mention, Proposition

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PLACED: Final = Source("place", 0.8)
_OWNED: Final = Source("possessive", 0.75)
_APPOSITION: Final = Source("apposition", 0.85)
_KIND: Final = Source("apposition", 0.75)
_LOCATED = "located in"
_MODIFIERS = ("compound", "nmod", "amod")
_PLACES = frozenset({"Place", "Country"})
_IN_PLACE = frozenset({"in", "near", "outside"})
_INSTITUTIONS = frozenset(
    "airport arena base bridge building camp cathedral cemetery centre center church clinic college consulate court "
    "courthouse dam embassy facility factory farm field ground hospital hotel institute jail laboratory library "
    "mall market mill mine mosque museum office palace park plant port prison refinery road school seminary square "
    "stadium station street synagogue temple terminal theater theatre tower university warehouse village town suburb "
    "district neighbourhood neighborhood headquarters".split()
)
"""Nouns for what stands in one place, alone or as the last word of a name."""
_GATHERINGS = frozenset(
    "conference summit meeting ceremony festival tournament protest demonstration rally riot attack bombing blast "
    "explosion shooting crash collision earthquake flood storm hurricane election match game trial talk "
    "fighting".split()
)
"""Nouns for what happens in one place."""
_FIRMS = frozenset("company firm bank startup group business publisher brewery charity newspaper club".split())
_FROM: Final[Mapping[str, str]] = {"Company": _LOCATED, "Person": "come from"}
"""What `of` and a place say after a name: `Bombardier of Canada`."""
_UNCERTAIN = frozenset("a an any no every each another some".split())
_OWNERS: Final[Mapping[tuple[str, str], str]] = {
    **{(place, kind): _LOCATED for place in _PLACES for kind in ("Place", *BODY_TYPES - {"InternationalBody"})},
    **{(body, "Person"): "affiliated with" for body in BODY_TYPES},
    **{(body, unit): "part of" for body in BODY_TYPES for unit in ("Company", "Organization", "GovernmentBody")},
    ("Country", "Person"): "citizen of",
}
"""What `A's B` says of B, by the types of A and B."""


def whereabouts(facts: NounFacts, noun: Token) -> Iterator[Proposition]:
    """Yield where what a noun names is or takes place, and to whom it belongs."""
    mention = facts.named.get(noun.i)
    if mention is None:
        yield from _described(facts, noun)
    elif mention.head == noun.i:
        yield from _within(facts, noun, mention)
        yield from _owned(facts, noun, mention)
        if words := _stands(noun, mention):
            yield from _in(facts, noun, noun, words)
        elif words := _FROM.get(mention.type or "", ""):
            yield from _in(facts, noun, noun, words, frozenset({"of"}))


def _within(facts: NounFacts, noun: Token, mention: Mention) -> Iterator[Proposition]:
    """`Cancun, Mexico`: the larger place right after a comma; a list of places is none."""
    doc, first = noun.doc, mention.stop + 1
    larger = facts.named.get(first)
    if larger is None or larger.first != first or doc[mention.stop].text != "," or mention.type != "Place":
        return
    head = doc[larger.head]
    listed = [*noun.conjuncts, *head.conjuncts] or _goes_on(facts, doc, larger.stop)
    if larger.type in _PLACES and head.dep_ == "appos" and not listed and larger.canonical != mention.canonical:
        yield facts.holds(head, noun, _LOCATED, facts.noun(head), _PLACED)


def _goes_on(facts: NounFacts, doc: Doc, stop: int) -> bool:
    """Whether what follows token `stop` makes a list of the names before it."""
    after = doc[stop].lower_ if stop < len(doc) else ""
    return after in ("and", "or", "&") or (after == "," and stop + 1 in facts.named)


def _owned(facts: NounFacts, noun: Token, mention: Mention) -> Iterator[Proposition]:
    """`Lyon's Le Progrès`, `Orion Bank's Maria Lopez`: a name right before the apostrophe."""
    mark = noun.doc[mention.first - 1] if mention.first > noun.sent.start + 1 else None
    owner = facts.named.get(mark.i - 1) if mark is not None and mark.tag_ == "POS" else None
    if mark is None or owner is None or owner.stop != mark.i:
        return
    target = facts.noun(noun.doc[owner.head])
    if words := _OWNERS.get((owner.type or "", mention.type or "")):
        yield facts.holds(mark, noun, words, target, _OWNED)
    elif (owner.type, mention.type) == ("Company", "Product"):
        yield facts.holds(mark, noun.doc[owner.head], "produce", facts.noun(noun), _OWNED)


def _stands(noun: Token, mention: Mention) -> str:
    """What a name's `in` says: of a stadium where it is, of a conference where it is held, of others nothing."""
    last = noun.doc[mention.stop - 1].lemma_.lower()
    if mention.type == "Event":
        return "take place in"
    return _LOCATED if last in _INSTITUTIONS and mention.type != "Person" else ""


def _described(facts: NounFacts, noun: Token) -> Iterator[Proposition]:
    """`at the airport in Oulu`, `X, a bank in Lille`: of subjects and objects the clause itself tells it."""
    lemma = noun.lemma_.lower()
    if noun.pos_ != "NOUN":
        return
    if noun.dep_ == "appos" and lemma in _FIRMS and facts.is_name(name := core(noun.head)):
        yield from _in(facts, noun, name, _LOCATED)
    elif noun.dep_ == "pobj" and lemma in _INSTITUTIONS:
        yield from _in(facts, noun, noun, _LOCATED)
    elif noun.dep_ == "pobj" and lemma in _GATHERINGS and not any(c.lower_ in _UNCERTAIN for c in noun.lefts):
        yield from _in(facts, noun, noun, "take place in")


def _in(
    facts: NounFacts, noun: Token, subject: Token, words: str, preps: Collection[str] = _IN_PLACE
) -> Iterator[Proposition]:
    """Yield in which named places something is, by the phrases that hang on `noun`."""
    for prep in noun.rights:
        if prep.dep_ != "prep" or prep.lower_ not in preps:
            continue
        for place in members_of(prep):
            name = facts.named.get(place.i)
            if name is not None and name.type in _PLACES and place.i != subject.i:
                said = words if prep.lower_ == "of" else words.removesuffix("in") + prep.lower_
                put = facts.holds if words == _LOCATED else facts.happens
                yield put(noun, subject, said, facts.noun(place), _PLACED)


def belongings(facts: NounFacts, noun: Token) -> Iterator[Proposition]:
    """Yield whose somebody is by a bare `of` or `from` after the name: `Jonas Berg of the Labour Party`."""
    mention = facts.named.get(noun.i)
    if mention is None or mention.type != "Person" or mention.head != noun.i:
        return
    for prep in noun.rights:
        if prep.dep_ == "prep" and prep.i == mention.stop and prep.lower_ in ("of", "from", "at"):
            for target in members_of(prep)[:1]:
                body = facts.named.get(target.i)
                if body is not None and body.type in BODY_TYPES and body.head == target.i:
                    words = "party member of" if target.lower_ == "party" else "affiliated with"
                    yield facts.holds(prep, noun, words, facts.noun(target), _KIND)


def units(facts: NounFacts, noun: Token) -> Iterator[Proposition]:
    """Yield whose part a named unit is: `Volkswagen's Audi unit`."""
    if noun.lemma_.lower() not in ("unit", "subsidiary", "division", "arm", "affiliate"):
        return
    owners = [c for c in noun.lefts if c.dep_ == "poss" and facts.is_name(c)]
    names = [c for c in noun.lefts if c.dep_ in _MODIFIERS and c.i == noun.i - 1 and facts.is_name(c)]
    if owners and names:
        yield facts.holds(noun, names[0], f"{noun.lemma_.lower()} of", facts.noun(owners[0]), _APPOSITION)


def seats(facts: NounFacts, noun: Token) -> Iterator[Proposition]:
    """Yield where somebody is based: `Munich-based Siemens`, `the Cupertino-based firm`, `Lille based bank Orion`."""
    definite = any(c.lower_ == "the" for c in noun.lefts) or (noun.dep_ in _MODIFIERS and facts.is_name(noun.head))
    for word in noun.lefts:
        if word.lower_ in ("based", "headquartered") and word.tag_ == "VBN" and (definite or facts.is_name(noun)):
            for place in word.lefts:
                if facts.is_name(place) and place.dep_ in ("npadvmod", "compound", "nmod", "advmod"):
                    subject = noun.head if noun.dep_ in _MODIFIERS and facts.is_name(noun.head) else core(noun)
                    yield facts.holds(word, subject, "based in", facts.noun(place), _APPOSITION)
