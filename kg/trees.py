"""How the words of a parse are tied to each other, and how a repair ties one elsewhere.

Whatever follows from what each word hangs on is worked out as spaCy does when a head is set: the
children of a word, how far the words below it reach, and where sentences begin.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from kg.parse import Parse, Stretch, Word

_TRIES: Final = 11
"""How often spaCy spreads the edges of trees that cross before it leaves them as they are."""


def tie(parse: Parse) -> None:
    """Tie the words of a text to each other; all that is known of the tree so far is the head of each."""
    for word in parse:
        word.lefts, word.rights = [], []
    for word in parse:
        if word.head is not word:
            (word.head.lefts if word.i < word.head.i else word.head.rights).append(word)
    for word in parse:
        word.children = word.lefts + word.rights
    _find_edges(parse)
    part_sentences(parse)


def part_sentences(parse: Parse) -> None:
    """Part the words into sentences where each begins."""
    starts = [word.i for word in parse if word.is_sent_start and word.i]
    parse.sents = [Stretch.of(parse, *ends) for ends in pairwise([0, *starts, len(parse)]) if parse]
    for sentence in parse.sents:
        for word in sentence:
            word.sent = sentence


def hang(word: Word, head: Word) -> None:
    """Make `word` a child of `head` instead of what it hung on before; hung on itself, it is a root."""
    old = word.head
    if old is head:
        return
    tops = [[below, *below.ancestors][-1] for below in (word, head)]
    start, end = min(top.left_edge.i for top in tops), max(top.right_edge.i for top in tops) + 1
    word.head = head
    if old is not word:
        _take(old, (child for child in old.children if child is not word))
    if head is not word:
        _take(head, sorted([*head.children, word]))
    _find_edges(word.doc[start:end])


def _take(head: Word, children: Iterable[Word]) -> None:
    """Give `head` these children, in new lists: a rule may be going through the old ones."""
    head.children = list(children)
    head.lefts = [child for child in head.children if child.i < head.i]
    head.rights = [child for child in head.children if child.i > head.i]


def _find_edges(words: Sequence[Word]) -> None:
    """Find the outermost words below each, and let sentences begin where trees do.

    One round is enough for trees that do not cross.
    """
    for word in words:
        word.left_edge = word.right_edge = word
        word.is_sent_start = False
    for _ in range(_TRIES):
        for word in (*words, *reversed(words)):
            head = word.head
            if word.left_edge.i < head.left_edge.i:
                head.left_edge = word.left_edge
            if word.right_edge.i > head.right_edge.i:
                head.right_edge = word.right_edge
        if _are_apart(words):
            break
    for word in words:
        if word.head is word:
            word.left_edge.is_sent_start = True


def _are_apart(words: Sequence[Word]) -> bool:
    """Whether every head stands in the sentence of its child, or right after it."""
    starts = {word.left_edge.i for word in words if word.head is word}
    first = 0
    for at, word in enumerate(words):
        if word.i in starts or at == len(words) - 1:
            if any(not words[first].i <= below.head.i <= word.i for below in words[first:at]):
                return False
            first = at
    return True
