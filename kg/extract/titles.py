"""Titles before a person's name: `NVIDIA CEO Huang Renxun`, `U.S. Commerce Secretary Rutenberg`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.extract.facts import NounFacts, Source
from kg.extract.nouns import FIRM_ROLES, PROFESSIONS, ROLE_NOUNS
from kg.extract.roles import NATIONAL, has_acronym, is_past, is_role
from kg.stages import Phrase, Proposition

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWNED = Source("title", 0.85)
_BARE = Source("title", 0.6)
_TITLE_DEPS = ("compound", "nmod", "amod", "poss", "case", "appos")
_LEFT_OUT = ("'s", "acting")
_REIGNING = ("king", "queen", "emperor", "empress", "sultan", "emir", "pope")
"""Titles that are part of the name."""
_TOO_VAGUE = ("general", "member", "officer")
"""Titles that say nothing without more words."""
_RANKS = frozenset(
    "prime vice deputy senior chief first general executive assistant junior press acting former managing lead "
    "head".split()
)
"""Words beside a role noun that need no capital of their own: `Prime Minister`."""


def titles(facts: NounFacts, noun: Token) -> Iterator[Proposition]:
    """Yield whose what a person is by the title before the name; without owner, what the person is."""
    mention = facts.named.get(noun.i)
    if mention is None or mention.head != noun.i:
        return
    first = _title_start(noun, mention.first)
    before = [noun.doc[i] for i in range(first, mention.first)]
    words = [w for w in before if not is_past(w) or is_role(w)]
    inner = noun.doc[mention.first]
    if before and before[-1].dep_ == "case" and inner.i < mention.head and inner.lower_ in _REIGNING:
        words.append(inner)  # `Spain's King Felipe`
    if not _names_a_role(words):
        return
    past = "former " if any(is_past(w) for w in (*_prefixed(noun, first), *before)) else ""
    stop = max((i + 1 for i, w in enumerate(words) if w.i < mention.first and facts.is_somebody(w)), default=0)
    owner = words[: stop - 1] if stop and words[stop - 1].dep_ == "case" else words[:stop]
    title = [w for w in words[stop:] if w.dep_ != "case" and w.lower_ not in _LEFT_OUT]
    firm = mention.type != "Person"
    if not title or (firm and (not owner or title[-1].lemma_.lower() not in FIRM_ROLES)):
        return
    if native := owner and owner[-1].i not in facts.named and title[-1].lemma_.lower() in PROFESSIONS:
        yield facts.holds(title[-1], noun, NATIONAL, _phrase(owner, facts), _OWNED)
    if owner and not native:
        yield facts.holds(title[-1], noun, f"{past}{_lowered(title)} of", _phrase(owner, facts), _OWNED)
    elif len(title) > 1 or title[0].lemma_.lower() not in _TOO_VAGUE:
        words_of = past + " ".join(w.text for w in title).removeprefix("ex-")
        target = Phrase(title[-1].i, title[0].i, title[-1].i + 1, words_of)
        yield facts.holds(title[-1], noun, "be", target, _BARE)


def _phrase(words: Sequence[Token], facts: NounFacts) -> Phrase:
    first, last = words[0].i, words[-1].i
    return Phrase(last, first, last + 1, facts.reading.wording(first, last + 1))


def _title_start(noun: Token, first: int) -> int:
    """First token of the title that ends right before token `first` of a name."""
    doc, floor = noun.doc, noun.sent.start
    while first > floor and doc[first - 1].dep_ in _TITLE_DEPS and not doc[first - 1].is_punct:
        first -= 1
    return _office_start(noun, first)


def _prefixed(noun: Token, first: int) -> list[Token]:
    """The word that a hyphen ties to the title that begins at token `first`: `then-President NAME`."""
    tied = first - 2 >= noun.sent.start and noun.doc[first - 1].text == "-"
    return [noun.doc[first - 2]] if tied else []


def _office_start(noun: Token, first: int) -> int:
    """Take in the rest of `Secretary of State NAME`, which runs over a preposition."""
    doc, floor = noun.doc, noun.sent.start
    noun_start = first
    if first - 3 >= floor and doc[first - 1].dep_ == "pobj" and doc[first - 2].lower_ == "of":
        first -= 1
    office = first - 2 >= floor and doc[first - 1].lower_ == "of" and doc[first - 2].lemma_.lower() in ROLE_NOUNS
    if not office:
        return noun_start
    first -= 2
    while first > floor and doc[first - 1].dep_ in ("compound", "nmod", "amod") and not doc[first - 1].is_punct:
        first -= 1
    return first


def _names_a_role(words: Sequence[Token]) -> bool:
    """Whether a role noun ends the title or stands before `of` in it."""
    if not words:
        return False
    deciding = (words[-1], *(w for w in words if w.nbor(1).lower_ == "of"))
    return any(is_role(w) for w in deciding)


def _lowered(title: Sequence[Token]) -> str:
    """`Prime Minister` → `prime minister`; a title that names an office keeps its capitals."""
    text = " ".join([*(w.text for w in title[:-1]), title[-1].lemma_ if title[-1].tag_ == "NNS" else title[-1].text])
    common = all(w in ROLE_NOUNS or w in _RANKS for w in text.lower().split())
    return text.lower() if common and not has_acronym(text) else text
