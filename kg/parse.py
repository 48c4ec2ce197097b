"""A parse as plain Python objects that answer as spaCy's do.

spaCy makes a new object each time a token is asked for its head or its children, and the rules ask
for little else. Here each word is made once, with its tree around it, and every answer is an attribute.
Names and meanings are spaCy's, so that a rule reads either. Repairs may set tags and lemmas; what a
word hangs on is changed by `kg.trees.hang` only.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Any


class Word:
    """A token; see spaCy's `Token` for what its attributes mean."""

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "ent_iob_",
        "ent_type_",
        "head",
        "i",
        "is_alpha",
        "is_digit",
        "is_lower",
        "is_punct",
        "is_sent_start",
        "is_space",
        "is_stop",
        "is_title",
        "left_edge",
        "lefts",
        "lemma_",
        "like_num",
        "lower_",
        "pos_",
        "right_edge",
        "rights",
        "sent",
        "tag_",
        "text",
        "whitespace_",
    )
    doc: Parse
    i: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    whitespace_: str
    is_alpha: bool
    is_digit: bool
    is_lower: bool
    is_punct: bool
    is_space: bool
    is_stop: bool
    is_title: bool
    like_num: bool
    is_sent_start: bool | None
    head: Word
    children: list[Word]
    lefts: list[Word]
    rights: list[Word]
    left_edge: Word
    right_edge: Word
    sent: Stretch

    @property
    def ancestors(self) -> Iterator[Word]:
        """What the word hangs on, from its head to the root."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    @property
    def subtree(self) -> Iterator[Word]:
        """The word and all below it, in the order of the tree."""
        for word in (*self.lefts, self, *self.rights):
            if word is self or not word.children:
                yield word
            else:
                yield from word.subtree

    @property
    def conjuncts(self) -> tuple[Word, ...]:
        """The other words that this one is joined to as their equal."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        joined = [first]
        for word in joined:
            joined += [child for child in word.rights if child.dep_ == "conj"]
        return tuple([word for word in joined if word is not self])

    def nbor(self, i: int = 1) -> Word:
        """The word `i` places further on; raises `IndexError` beyond the ends."""
        if not 0 <= self.i + i < len(self.doc):
            raise IndexError(f"no word {i} from word {self.i} of {len(self.doc)}")
        return self.doc[self.i + i]

    def is_ancestor(self, descendant: Word) -> bool:
        """Whether `descendant` is below this word."""
        return any(word is self for word in descendant.ancestors)

    def __len__(self) -> int:
        return len(self.text)

    def __lt__(self, other: Word) -> bool:
        return self.i < other.i

    def __repr__(self) -> str:
        return self.text


class Stretch(tuple[Word, ...]):
    """Words in a row, from `start` to `end` (exclusive); see spaCy's `Span`."""

    start: int
    end: int
    label_: str

    @classmethod
    def of(cls, words: list[Word], start: int, end: int, label: str = "") -> Stretch:
        """The stretch of `words` between two indices."""
        made = cls(words[start:end])
        made.start, made.end, made.label_ = start, end, label
        return made

    @property
    def root(self) -> Word:
        """The word that the others hang on: the first of those nearest to the root of the sentence."""
        root: Word = root_of(self)
        return root

    @property
    def ents(self) -> list[Stretch]:
        """The named entities that lie wholly within."""
        known = self[0].doc.ents if self else ()
        return [entity for entity in known if self.start <= entity.start and entity.end <= self.end]

    @property
    def text(self) -> str:
        """The words as they are written, without white space after the last."""
        return "".join(word.text + word.whitespace_ for word in self[:-1]) + self[-1].text if self else ""


def root_of(words: Iterable[Any]) -> Any:
    """The word of some words in a row that the others hang on; see `Stretch.root`."""
    row = list(words)
    for word in row:
        if word.head.i == word.i:
            return word
    outward = [word for word in row if not row[0].i <= word.head.i <= row[-1].i]
    return min(outward, key=_height, default=row[0])


def _height(word: Word) -> float:
    """How far below the root a word stands; marks and white space with nothing below them come last."""
    if (word.is_space or word.is_punct) and not word.children:
        return math.inf
    return sum(1 for _ in word.ancestors)


class Parse(list[Word]):
    """The words of a text; see spaCy's `Doc`. A slice of it is a plain list of words, which is all that rules need."""

    sents: Sequence[Stretch]
    ents: Sequence[Stretch]
