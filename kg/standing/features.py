"""What speaks for or against a relation between two participants, as words to be weighed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.standing.passages import Passage, shape
from kg.standing.spans import Participant

if TYPE_CHECKING:
    from spacy.tokens import Token

_FAR = 30
"""More words between two participants than this are not looked at one by one."""
_LONGEST_PATH = 7
_STEPS = (0, 1, 2, 3, 4, 6, 9, 14, 20, 30, 50)


def features(passage: Passage, subject: Participant, object_: Participant) -> Iterator[str]:
    """Yield everything that is known about the pair, each as one word; some may come twice."""
    order = order_of(subject, object_)
    yield from shared(passage)
    yield from own(passage, subject, "s", order)
    yield from own(passage, object_, "o", order)
    yield from joint(passage, subject, object_)


def order_of(subject: Participant, object_: Participant) -> str:
    """``>`` where the subject stands before the object, else ``<``."""
    return ">" if subject.first < object_.first else "<"


def shared(passage: Passage) -> Iterator[str]:
    """What is known of every pair of a passage."""
    yield "1"
    for i in range(passage.first, passage.stop):
        token = passage.tokens[i]
        if i not in passage.shapes and token.is_alpha and not token.is_stop:
            yield f"in:{passage.word(i)}"


def own(passage: Passage, p: Participant, side: str, order: str) -> Iterator[str]:
    """What is known of a participant as the subject (`side` is ``s``) or object (``o``), whatever the other is."""
    yield from _type(passage, p, side)
    yield from _around(passage, p, side, order)
    yield from _standing_of(passage, p, side)


def joint(passage: Passage, subject: Participant, object_: Participant) -> Iterator[str]:
    """What is known of two participants only together."""
    order = order_of(subject, object_)
    left, right = (subject, object_) if order == ">" else (object_, subject)
    yield f"so:{shape(subject)}{order}{shape(object_)}"
    yield from _between(passage, left, right, order)
    yield from _path(passage, subject, object_)
    yield f"brackets{order}{passage.depth(subject.first)}{passage.depth(object_.first)}"


def _type(passage: Passage, p: Participant, side: str) -> Iterator[str]:
    yield f"{side}:{shape(p)}"
    yield f"{side}f:{p.form}/{p.kind}"
    if p.form in ("name", "demonym"):
        words = [token.lower_ for token in passage.tokens[p.first : p.stop]]
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
    yield f"sents{sum(bool(passage.tokens[i].is_sent_start) for i in range(left.stop, right.stop))}"
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


def _around(passage: Passage, p: Participant, side: str, order: str) -> Iterator[str]:
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
    way = passage.way(s.head, o.head)
    if way is None:
        yield "path:none"
        return
    rising, token, falling = way.rising, way.top, way.falling
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


def _standing_of(passage: Passage, p: Participant, side: str) -> Iterator[str]:
    """Where a participant stands in the passage, and what the words that govern it are."""
    alike = [m for m in passage.members if m.form == p.form and m.kind == p.kind]
    rank = f"{side}#{min(alike.index(p), 4)}"
    yield rank if side == "s" else f"{rank}/{min(len(alike), 4)}"
    head = passage.tokens[p.head]
    yield f"{side}dep:{head.dep_}"
    chain = _governors(passage, head)
    for k, word in enumerate(chain):
        yield f"{side}g{k}:{word}"
    yield f"{side}gov:" + " ".join(chain[:2])
    yield f"{side}gov:" + " ".join(chain[:3])
    for word in chain:
        yield f"{side}g:{word}"
    if side == "s":
        yield "firsts" if passage.members and passage.members[0] is p else "first"


def _governors(passage: Passage, token: Token) -> list[str]:
    """The words above a token, from the nearest, each with the relation that leads to it."""
    chain = []
    for _ in range(4):
        head = token.head
        if head.i == token.i:
            break
        chain.append(f"{token.dep_}^{passage.word(head.i)}")
        token = head
    return chain
