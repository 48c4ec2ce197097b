"""Cutting an article into the stretches within which relations are looked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.language import Reading
from kg.stages import Mention, Reference
from kg.standing.links import Links, links
from kg.standing.passages import Passage
from kg.standing.spans import participants

MOST = 40
"""More participants than this in one stretch are a list or a table, not prose; the rest is left aside."""


@dataclass(frozen=True)
class Stretch:
    """A passage with what is known of who is who in it."""

    passage: Passage
    referents: Mapping[int, Sequence[int]]

    @cached_property
    def links(self) -> Links:
        """Who may be the same as whom."""
        return links(self.passage, self.referents)


def stretches(
    reading: Reading,
    mentions: Sequence[Mention],
    references: Iterable[Reference],
    country: Callable[[str], str | None],
    bounds: Iterable[tuple[int, int]],
) -> Iterator[Stretch]:
    """Yield the stretches with at least two participants.

    `mentions` are the article's names, `references` its resolved pronouns, `country` tells whose
    adjective a word is, `bounds` the first token of each stretch and the one after its last.
    """
    everyone = participants(reading, mentions, country)
    tokens, starts = tuple(reading.doc), [p.first for p in everyone]
    referents = {r.mention.head: tuple(a.head for a in r.antecedents) for r in references if not r.others}
    for first, stop in bounds:
        members = everyone[bisect_left(starts, first) : bisect_left(starts, stop)][:MOST]
        if len(members) > 1:
            yield Stretch(Passage(tokens, first, stop, members), referents)


def sentence_bounds(reading: Reading) -> list[tuple[int, int]]:
    """The tokens of each sentence."""
    return [(sentence.start, sentence.end) for sentence in reading.doc.sents]


def block_bounds(reading: Reading) -> list[tuple[int, int]]:
    """The tokens of each block of the article that has any."""
    starts = [block.start for block in reading.article.blocks]
    tokens: dict[int, list[int]] = {start: [] for start in starts}
    for i, at in enumerate(reading.starts):
        tokens[max(start for start in starts if start <= at)].append(i)
    return [(mine[0], mine[-1] + 1) for mine in tokens.values() if mine]
