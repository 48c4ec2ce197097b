"""Which participants of a passage may be the same, and which stand in one list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.standing.passages import Passage
from kg.standing.spans import Participant

if TYPE_CHECKING:
    from spacy.tokens import Token

_FAMILIES = (
    frozenset("he him his himself".split()),
    frozenset("she her hers herself".split()),
    frozenset("it its itself".split()),
    frozenset("i me my mine myself".split()),
    frozenset("we us our ours".split()),
    frozenset("they them their theirs".split()),
)
_RELATIVES = frozenset("who whom whose which that where".split())
_ALSO = frozenset("known called alias née nee aka formerly or abbreviated".split())
_LIST = frozenset((",", "and", "&", "or", ";", "as", "well"))
_ALONE = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})


@dataclass(frozen=True)
class Links:
    """For each participant of a passage, by position: who is the same, and who stands in one list with it.

    `same` rests on grammar, wording and coreference; `lead` only on the custom that a text about one
    person means that person by ``he``.
    """

    same: Sequence[frozenset[int]]
    lead: Sequence[frozenset[int]]
    listed: Sequence[frozenset[int]]


def links(passage: Passage, referents: Mapping[int, Sequence[int]]) -> Links:
    """Return the links within a passage; `referents` tells the heads that a token's head stands for."""
    size = len(passage.members)
    same, lead, listed = _Groups(size), _Groups(size), _Groups(size)
    at = {i: n for n, m in enumerate(passage.members) for i in range(m.first, m.stop)}
    for n, member in enumerate(passage.members):
        for k in (*_antecedents(passage, member, referents, at), *_alike(passage, n)):
            same.join(n, k)
        for k in _neighbours(passage, n):
            listed.join(n, k)
    names = [n for n, m in enumerate(passage.members) if m.form == "name" and "person" in (m.kind, m.guess)]
    for n, member in enumerate(passage.members):
        if names and member.word in _ALONE:
            lead.join(n, names[0])
    return Links(same.sets(), lead.sets(), listed.sets())


@dataclass
class _Groups:
    """Disjoint sets of numbers below `size`."""

    size: int
    above: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.above = list(range(self.size))

    def find(self, n: int) -> int:
        while self.above[n] != n:
            n = self.above[n]
        return n

    def join(self, a: int, b: int) -> None:
        one, other = sorted((self.find(a), self.find(b)))
        self.above[other] = one

    def sets(self) -> list[frozenset[int]]:
        """For each number the others of its set."""
        groups: dict[int, set[int]] = {}
        for n in range(self.size):
            groups.setdefault(self.find(n), set()).add(n)
        return [frozenset(groups[self.find(n)] - {n}) for n in range(self.size)]


def _antecedents(
    passage: Passage, member: Participant, referents: Mapping[int, Sequence[int]], at: Mapping[int, int]
) -> Iterator[int]:
    if member.word in _RELATIVES:
        yield from _relative(passage.tokens[member.head], at)
    for head in referents.get(member.head, ()):
        if head in at:
            yield at[head]


def _relative(token: Token, at: Mapping[int, int]) -> Iterator[int]:
    """What a relative clause hangs on: a name, or a noun said of one."""
    clause = next((t for t in token.ancestors if t.dep_ == "relcl"), None)
    if clause is None:
        return
    noun = clause.head
    if noun.i in at:
        yield at[noun.i]
    elif noun.dep_ == "appos" and noun.head.i in at:
        yield at[noun.head.i]
    elif noun.dep_ == "attr":
        yield from (at[c.i] for c in noun.head.children if c.dep_ in ("nsubj", "nsubjpass") and c.i in at)


def _alike(passage: Passage, n: int) -> Iterator[int]:
    """Earlier participants that wording shows to be the same."""
    mine = passage.members[n]
    for k in range(n):
        other = passage.members[k]
        if mine.form == other.form == "name":
            again = _short(passage, mine, other) or _alias(passage, other, mine)
        else:
            again = any(mine.word in family and other.word in family for family in _FAMILIES)
        if again:
            yield k


def _short(passage: Passage, mine: Participant, other: Participant) -> bool:
    """`Smith` after `John Smith`; the acronym of the words before it."""
    words = [passage.tokens[i].lower_ for i in range(mine.first, mine.stop)]
    theirs = [passage.tokens[i].text for i in range(other.first, other.stop)]
    if words == [w.lower() for w in theirs] or (
        len(words) < len(theirs) and words in ([theirs[-1].lower()], [theirs[0].lower()])
    ):
        return True
    initials = "".join(w[0] for w in theirs if w[:1].isupper())
    return len(words) == 1 and len(initials) > 1 and words[0] == initials.lower()


def _alias(passage: Passage, left: Participant, right: Participant) -> bool:
    """`Hungarian name (Sándor Nagy`, `X, known as Y`."""
    between = [passage.tokens[i].lower_ for i in range(left.stop, right.first)]
    if len(between) > 6 or not between:
        return False
    return between == ["("] or bool(_ALSO.intersection(between)) or (between[0] == "(" and between[-1] == ":")


def _neighbours(passage: Passage, n: int) -> Iterator[int]:
    """The participant just before, if only commas and `and` are between and both look alike."""
    if n and passage.members[n].form == passage.members[n - 1].form != "pronoun":
        before, mine = passage.members[n - 1], passage.members[n]
        between = [passage.tokens[i].lower_ for i in range(before.stop, mine.first)]
        if between and set(between) <= _LIST:
            yield n - 1
