"""Propositions in the words of their sentence: subject, relation, object and further arguments.

Open information extraction compares wordings, so arguments here are whole noun phrases as they
stand (determiners, prepositional phrases and short modifying clauses included) where the graph has
trimmed names, and passives keep their surface order (``was founded by``). A coordination is spread
out, one tuple each. What has no object takes its first adjunct for one, or is left out. Each further
argument after a preposition is told once more on its own (``opened a plant in`` · ``Texas``), as
benchmarks of two-place relations have it, with less confidence since nothing is new in it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.forms import NOMINAL, SUBJECT, is_passive
from kg.extract.subjects import agents
from kg.language import Reading
from kg.stages import Content, Phrase, Proposition

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LOOSE = ("relcl", "advcl", "parataxis", "dep")
"""Dependencies of what an object's words leave out."""
_LOOSER = (*_LOOSE, "appos", "acl")
"""The same for subjects: what is said of them besides."""
_ALWAYS_CUT = ("cc", "conj", "preconj")
_OPENING = frozenset({'"', "''", "$", "``", "'", "(", "`"})
_CLOSING = frozenset({'"', "''", "%", ")", "'", "..."})
_CONNECTIVE = frozenset(
    "also however when where then not only thus so therefore how why instead moreover furthermore".split()
)
"""Adverbs that tie a sentence to another and are no circumstance of what it states."""
_PREPOSITIONS = frozenset(
    "in on at to of for from with by into over under after before since until against about between among through "
    "during within as than towards toward upon around across near via despite behind along off out".split()
)
_RETOLD = 0.4
"""Confidence of what another tuple tells already."""
_NEAR = 6
"""Words between verb and preposition beyond which they are not one relation."""
_SAME_AS = frozenset({"apposition", "title", "example"})
"""Extractors whose statements say who is what; their relation is worded nowhere."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class OpenTuple:
    """One statement in the words of its sentence; `further` arguments are in the order of the text."""

    subject: str
    relation: str
    object: str
    further: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class _Object:
    """Where an object stands, what joins it to the relation, and the tokens that are then told."""

    span: Span
    joining: str
    told: frozenset[int]


def open_tuples(reading: Reading, propositions: Iterable[Proposition]) -> Iterator[OpenTuple]:
    """Yield `propositions` as tuples in their order, each once."""
    seen: set[tuple[str, str, str]] = set()
    for proposition in propositions:
        made = _of_clause if proposition.extractor == "clause" else _of_noun
        for each in made(reading, proposition):
            if (key := (each.subject, each.relation, each.object)) not in seen:
                seen.add(key)
                yield each


def _of_noun(reading: Reading, p: Proposition) -> Iterator[OpenTuple]:
    """`Anna Keller, head of the bank`, `NVIDIA CEO Huang`: name, `is`, and the description."""
    if not isinstance(p.object, Phrase):
        return
    first, stop = p.object.first, p.object.stop
    start, end = p.subject.first, p.subject.stop
    if p.extractor == "title":
        stop = max(stop, p.root + 1)
        start = stop if start < stop < end else start
    relation = "is" if p.extractor in _SAME_AS else p.label
    yield OpenTuple(reading.wording(start, end), relation, reading.wording(first, stop), (), p.confidence)


def _of_clause(reading: Reading, p: Proposition) -> Iterator[OpenTuple]:
    """The predicate with all its arguments, then once more each argument after a preposition."""
    root = reading.doc[p.root]
    who, what = _surface(p, root)
    subject = _argument(who, root, _LOOSER, ())
    found = _object(reading, p, what, who)
    told = {*range(*subject), *range(p.first, p.stop), *(found.told if found else ())}
    spans = sorted(_circumstances(p, root, told))
    if found is None and not spans:
        return
    first = found or _adjunct(reading, p, spans.pop(0))
    circumstances = [reading.wording(*span) for span in (first.span, *spans)]
    relation = f"{reading.wording(p.first, p.stop)} {first.joining}".rstrip()
    confidence = _confidence(root, relation, found)
    who_words = reading.wording(*subject)
    yield OpenTuple(who_words, relation, circumstances[0], tuple(circumstances[1:]), confidence)
    for start, stop in spans:
        if reading.doc[start].lower_ in _PREPOSITIONS and stop > start + 1:
            before = p.stop <= start < first.span[0]  # `was founded in 1851 by farmers`
            words = reading.wording(p.first, p.stop) if before else f"{relation} {circumstances[0]}"
            joined = f"{words} {reading.doc[start].text}"
            yield OpenTuple(who_words, joined, reading.wording(start + 1, stop), (), _RETOLD)


def _adjunct(reading: Reading, p: Proposition, span: Span) -> _Object:
    """The first adjunct as an object; its preposition joins the verb right before it: `was born in` · `1887`."""
    follows = span[0] == p.stop and span[1] > span[0] + 1
    if follows and reading.doc[span[0]].lower_ in _PREPOSITIONS:
        return _Object((span[0] + 1, span[1]), reading.doc[span[0]].text, frozenset())
    return _Object(span, "", frozenset())


def _surface(p: Proposition, root: Token) -> tuple[Phrase, Phrase | Content | None]:
    """Subject and object as the sentence has them: the agent of a passive comes last."""
    if isinstance(p.object, Phrase) and is_passive(root) and any(p.subject.head == a.i for a in agents(root)):
        return p.object, p.subject
    return p.subject, p.object


def _confidence(root: Token, relation: str, found: _Object | None) -> float:
    """How sure: participles and infinitives are the least often what a reader would state."""
    word = relation.split()[0].lower()
    sure = 0.75 if found is None else 0.85 if found.joining else 0.8
    if word == "to":
        sure -= 0.2
    elif word.endswith("ing"):
        sure -= 0.25
    return round(sure if any(c.dep_ in SUBJECT for c in root.children) else sure - 0.03, 2)


# --- objects ---


def _object(reading: Reading, p: Proposition, what: Phrase | Content | None, who: Phrase) -> _Object | None:
    root = reading.doc[p.root]
    if what is None:
        return None
    if isinstance(what, Content):
        span = _stripped(reading.doc, what.first, what.stop)
        return _Object(span, "", frozenset(range(*span)))
    first, stop = _argument(what, root, _LOOSE, (who.head,))
    top = _outermost(reading.doc[what.head], root)
    told = frozenset(t.i for member in (top, *top.conjuncts) for t in member.subtree)
    preposition = _preposition(reading.doc[what.head], root)
    if preposition is None or p.first <= preposition.i < p.stop:
        return _Object((first, stop), "", told)
    if preposition.i < p.first:  # `In Geneva, talks were held`: it stays with its noun
        return _Object((min(preposition.left_edge.i, first), stop), "", told)
    return _Object((first, stop), _joining(reading, p, root, preposition), told | {preposition.i})


def _preposition(head: Token, root: Token) -> Token | None:
    while head.dep_ == "conj":
        head = head.head
    top = _outermost(head, root)
    return top.head if top.dep_ == "pobj" else None


def _joining(reading: Reading, p: Proposition, root: Token, preposition: Token) -> str:
    """The words that lead from the verb to its object: `to`, `out of`, `responsible for`."""
    words, top = [preposition.text], preposition
    while top.head != root and top.head.dep_ == "prep":
        top = top.head
        words.insert(0, top.text)
    inner = top.head != root and top.head.dep_ in ("pobj", "acomp", "attr", "dobj", "advmod", "oprd")
    if inner and p.stop <= top.head.i and top.i - p.stop < _NEAR:
        return reading.wording(p.stop, preposition.i + 1)
    return " ".join(words)


# --- circumstances ---


def _circumstances(p: Proposition, root: Token, told: Collection[int]) -> Iterator[Span]:
    """Yield the adjuncts of a verb and of the verbs that frame it: times, places, manners, `by …ing`."""
    framing = [root.doc[i] for i in p.anchors if p.first <= i < p.stop and i != root.i]
    for verb in (root, *framing):
        for child in verb.children:
            inside = {t.i for t in child.subtree}
            if root.i not in inside and not inside.intersection(told):
                span = _circumstance(child)
                if span is not None:
                    yield span


def _circumstance(child: Token) -> Span | None:
    adverb = child.dep_ == "advmod" and child.lower_ not in _CONNECTIVE
    if child.dep_ in ("npadvmod", "dative") or adverb:
        return _stripped(child.doc, child.left_edge.i, child.right_edge.i + 1)
    if child.dep_ not in ("prep", "agent"):
        return None
    objects = [c for c in child.children if c.dep_ == "pobj"]
    stop = _extent(objects[0], _LOOSE, (), spread=False)[1] if objects else child.right_edge.i + 1
    governs = any(c.dep_ in ("pobj", "pcomp", "prep") for c in child.children)
    return _stripped(child.doc, child.left_edge.i, max(stop, child.i + 1)) if governs else None


# --- spans ---


def _argument(phrase: Phrase, root: Token, loose: Collection[str], barred: Collection[int]) -> Span:
    """Where the whole noun phrase of `phrase` stands, without the predicate and the `barred` tokens."""
    head = root.doc[phrase.head]
    first, stop = _extent(_outermost(head, root), loose, (root.i, *barred))
    return (first, stop) if first <= head.i < stop else _extent(head, loose, (root.i, *barred))


def _outermost(head: Token, root: Token) -> Token:
    """Return `series` for `measures` in `a series of measures`, a description for its name in apposition."""
    top = head
    while True:
        above = top.head if top.dep_ == "appos" else _bundling(top)
        if above is None or root in (above, top):
            return top
        top = above


def _bundling(noun: Token) -> Token | None:
    of = noun.head
    return of.head if noun.dep_ == "pobj" and of.lower_ == "of" and of.head.pos_ in NOMINAL else None


def _extent(head: Token, loose: Collection[str], barred: Collection[int], *, spread: bool = True) -> Span:
    """The stretch around `head` of what hangs on it, without `loose` and `barred` parts and, if `spread`, conjuncts."""
    kept = {head.i}
    for child in head.children:
        possessive = child.dep_ == "case" and child.i == head.i + 1
        if not possessive and child.dep_ not in loose and not (spread and child.dep_ in _ALWAYS_CUT):
            inside = {t.i for t in child.subtree}
            kept |= inside if inside.isdisjoint(barred) else set()
    first, last = head.i, head.i
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    return _stripped(head.doc, first, last + 1)


def _stripped(doc: Doc, first: int, stop: int) -> Span:
    """Leave out punctuation and conjunctions at both ends, quotation marks and symbols aside."""
    while first < stop - 1 and _is_edge(doc[first], _OPENING):
        first += 1
    while stop - 1 > first and _is_edge(doc[stop - 1], _CLOSING):
        stop -= 1
    return first, stop


def _is_edge(token: Token, kept: Collection[str]) -> bool:
    return (token.is_punct or token.dep_ == "cc") and token.text not in kept
