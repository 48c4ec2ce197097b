"""What speaks for or against a relation between two participants, as words to be weighed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.standing.spans import Participant

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FAR = 30
"""More words between two participants than this are not looked at one by one."""
_LONGEST_PATH = 7
_STEPS = (0, 1, 2, 3, 4, 6, 9, 14, 20, 30, 50)


@dataclass(frozen=True)
class Passage:
    """A stretch of tokens, `first` to `stop` (exclusive), and the participants in it, in order."""

    doc: Doc
    first: int
    stop: int
    members: Sequence[Participant]
    shapes: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for member in self.members:
            self.shapes.update(dict.fromkeys(range(member.first, member.stop), shape(member)))

    def word(self, i: int) -> str:
        """The token as features name it: lower-case base form, or the shape of the participant it is in."""
        if not self.first <= i < self.stop:
            return "|"
        return self.shapes.get(i) or _lemma(self.doc[i])


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


def features(passage: Passage, subject: Participant, object_: Participant) -> Iterator[str]:
    """Yield everything that is known about the pair, each as one word; some may come twice."""
    left, right = (subject, object_) if subject.first < object_.first else (object_, subject)
    order = ">" if left is subject else "<"
    yield from _types(passage, subject, object_, order)
    yield from _between(passage, left, right, order)
    yield from _around(passage, subject, object_, order)
    yield from _path(passage, subject, object_)
    yield from _standing_of(passage, subject, object_, order)


def _types(passage: Passage, s: Participant, o: Participant, order: str) -> Iterator[str]:
    yield "1"
    yield f"s:{shape(s)}"
    yield f"o:{shape(o)}"
    yield f"so:{shape(s)}{order}{shape(o)}"
    yield f"sf:{s.form}/{s.kind}"
    yield f"of:{o.form}/{o.kind}"
    for side, p in (("s", s), ("o", o)):
        if p.form in ("name", "demonym"):
            words = [passage.doc[i].lower_ for i in range(p.first, p.stop)]
            yield f"{side}len:{min(len(words), 5)}"
            yield f"{side}last:{words[-1]}"
            for word in words:
                yield f"{side}w:{word}"
        elif p.form == "date":
            yield f"{side}len:{p.stop - p.first}"


def _between(passage: Passage, left: Participant, right: Participant, order: str) -> Iterator[str]:
    inside = range(left.stop, right.first)
    yield f"dist{order}{sum(len(inside) > step for step in _STEPS)}"
    others = [m for m in passage.members if left.stop <= m.first < right.first]
    yield f"n{order}{min(len(others), 5)}"
    for kind in sorted({shape(m) for m in others}):
        yield f"mid{order}{kind}"
    yield f"sents{sum(bool(passage.doc[i].is_sent_start) for i in range(left.stop, right.stop))}"
    if len(inside) > _FAR:
        return
    words = _collapsed(passage, inside)
    if len(words) <= 8:
        yield f"b{order}" + " ".join(words)
    for word in set(words):
        yield f"w{order}{word}"
        yield f"w{word}"
    for a, b in pairwise(words):
        yield f"ww{order}{a} {b}"
    for a, b, c in zip(words, words[1:], words[2:], strict=False):
        yield f"www{order}{a} {b} {c}"


def _collapsed(passage: Passage, tokens: range) -> list[str]:
    """The words of `tokens`, each participant as one."""
    words: list[str] = []
    for i in tokens:
        word = passage.word(i)
        if i in passage.shapes and words and words[-1] == word and i - 1 in passage.shapes:
            continue
        words.append(word)
    return words


def _around(passage: Passage, s: Participant, o: Participant, order: str) -> Iterator[str]:
    for side, p in (("s", s), ("o", o)):
        before = [passage.word(p.first - k) for k in (1, 2, 3)]
        after = [passage.word(p.stop + k) for k in (0, 1, 2)]
        yield f"{side}-1{order}{before[0]}"
        yield f"{side}-2{order}{before[1]} {before[0]}"
        yield f"{side}-3{order}{before[2]} {before[1]} {before[0]}"
        yield f"{side}+1{order}{after[0]}"
        yield f"{side}+2{order}{after[0]} {after[1]}"
        yield f"{side}+3{order}{after[0]} {after[1]} {after[2]}"
        yield f"{side}_{order}{before[0]}_{after[0]}"
        for word in before:
            yield f"{side}-{word}"
        for word in after:
            yield f"{side}+{word}"


def _path(passage: Passage, s: Participant, o: Participant) -> Iterator[str]:
    """The way through the parse from the subject's head up and down to the object's."""
    doc = passage.doc
    up = [doc[s.head], *doc[s.head].ancestors]
    above = {t.i: k for k, t in enumerate(up)}
    down: list[Token] = []
    for token in [doc[o.head], *doc[o.head].ancestors]:
        if token.i in above:
            break
        down.append(token)
    else:
        yield "path:none"
        return
    top = above[token.i]
    rising, falling = up[:top], down[::-1]
    yield f"top:{_name(passage, token, s, o)}"
    yield f"len:{min(len(rising), 5)}^{min(len(falling), 5)}"
    if len(rising) + len(falling) > _LONGEST_PATH:
        return
    steps = [f"{t.dep_}^" for t in rising] + [f"{t.dep_}v" for t in falling]
    yield "deps:" + " ".join(steps)
    nodes = [_name(passage, t, s, o) for t in (*rising[1:], token, *falling[:-1])]
    lexical = []
    for k, step in enumerate(steps):
        lexical += [step] if k >= len(nodes) else [step, nodes[k]]
    yield "path:" + " ".join(lexical)
    for node in set(nodes):
        yield f"node:{node}"
    for a, b, c in zip(lexical, lexical[1:], lexical[2:], strict=False):
        yield f"tri:{a} {b} {c}"
    for t in (token, *falling, *rising):
        for child in t.children:
            if child.dep_ in ("neg", "aux", "prep", "agent", "attr", "acomp", "dobj", "prt", "appos"):
                yield f"arm:{child.dep_} {passage.word(child.i)}"


def _name(passage: Passage, token: Token, s: Participant, o: Participant) -> str:
    if s.first <= token.i < s.stop:
        return "S"
    return "O" if o.first <= token.i < o.stop else passage.word(token.i)


def _standing_of(passage: Passage, s: Participant, o: Participant, order: str) -> Iterator[str]:
    """Where the two stand in the passage, and what the words that govern them are."""
    doc = passage.doc
    alike_s = [m for m in passage.members if m.form == s.form and m.kind == s.kind]
    alike_o = [m for m in passage.members if m.form == o.form and m.kind == o.kind]
    yield f"s#{min(alike_s.index(s), 4)}"
    yield f"o#{min(alike_o.index(o), 4)}/{min(len(alike_o), 4)}"
    yield f"sdep:{doc[s.head].dep_}"
    yield f"odep:{doc[o.head].dep_}"
    for side, p in (("s", s), ("o", o)):
        chain = _governors(passage, doc[p.head])
        for k, word in enumerate(chain):
            yield f"{side}g{k}:{word}"
        yield f"{side}gov:" + " ".join(chain[:2])
        yield f"{side}gov:" + " ".join(chain[:3])
        for word in chain:
            yield f"{side}g:{word}"
    first = "s" if passage.members and passage.members[0] is s else ""
    yield f"first{first}"
    yield f"brackets{order}{depth(passage, s.first)}{depth(passage, o.first)}"
    for i in range(passage.first, passage.stop):
        if i not in passage.shapes and doc[i].is_alpha and not doc[i].is_stop:
            yield f"in:{_lemma(doc[i])}"


def _governors(passage: Passage, token: Token) -> list[str]:
    """The words above a token, from the nearest, each with the relation that leads to it."""
    chain = []
    for _ in range(4):
        if token.head.i == token.i:
            break
        chain.append(f"{token.dep_}^{passage.word(token.head.i)}")
        token = token.head
    return chain


def depth(passage: Passage, i: int) -> int:
    """In how many brackets, at most two, token `i` stands."""
    found = 0
    for k in range(passage.first, i):
        found += {"(": 1, ")": -1}.get(passage.doc[k].text, 0)
    return max(0, min(found, 2))
