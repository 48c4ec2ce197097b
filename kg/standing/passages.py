"""A stretch of text with its participants, and what is asked of it again and again, worked out once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.standing.spans import Participant

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Way:
    """The way through the parse between two tokens: `rising` to `top` and `falling` from there, ends included."""

    rising: Sequence[Token]
    top: Token
    falling: Sequence[Token]


@dataclass(frozen=True)
class Passage:
    """A stretch of an article's tokens, `first` to `stop` (exclusive), and the participants in it, in order."""

    tokens: Sequence[Token]
    first: int
    stop: int
    members: Sequence[Participant]

    @cached_property
    def shapes(self) -> dict[int, str]:
        """What the participant that a token is in looks like."""
        return {i: shape(member) for member in self.members for i in range(member.first, member.stop)}

    def word(self, i: int) -> str:
        """The token as features name it: lower-case base form, or the shape of the participant it is in."""
        return self._words[i - self.first] if self.first <= i < self.stop else "|"

    def depth(self, i: int) -> int:
        """In how many brackets, at most two, token `i` stands."""
        return self._depths[min(max(i - self.first, 0), self.stop - self.first)]

    def way(self, start: int, end: int) -> Way | None:
        """The way from one token to another, None where they hang on nothing in common."""
        known = self._ways.get((start, end), self)
        if known is self:
            known = self._ways[start, end] = _way(self._line(start), self._line(end))
        return known  # type: ignore[return-value]

    @cached_property
    def _words(self) -> list[str]:
        return [self.shapes.get(i) or _lemma(self.tokens[i]) for i in range(self.first, self.stop)]

    @cached_property
    def _depths(self) -> list[int]:
        depth, found = 0, [0]
        for token in self.tokens[self.first : self.stop]:
            depth += {"(": 1, ")": -1}.get(token.text, 0)
            found.append(max(0, min(depth, 2)))
        return found

    @cached_property
    def _ways(self) -> dict[tuple[int, int], Way | None]:
        return {}

    @cached_property
    def _lines(self) -> dict[int, list[Token]]:
        return {}

    def _line(self, i: int) -> list[Token]:
        """A token and all that it hangs on, from the nearest."""
        if i not in self._lines:
            token = self.tokens[i]
            self._lines[i] = [token, *token.ancestors]
        return self._lines[i]


def shape(p: Participant) -> str:
    """What kind of thing a participant looks like, in capitals; a pronoun is itself.

    >>> shape(Participant(0, 1, 0, "pronoun", "person", word="he"))
    '<he>'
    """
    if p.form == "pronoun":
        return f"<{p.word}>"
    if p.form == "date":
        return "DATE"
    return f"{p.kind[:3]}/{p.guess[:3]}".upper()


def _lemma(token: Token) -> str:
    return "0" if token.like_num else token.lemma_.lower()


def _way(up: Sequence[Token], down: Sequence[Token]) -> Way | None:
    above = {token.i: k for k, token in enumerate(up)}
    for n, token in enumerate(down):
        if token.i in above:
            return Way(up[: above[token.i]], token, down[:n][::-1])
    return None
