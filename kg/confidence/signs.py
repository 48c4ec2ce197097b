"""What can be seen of how a statement was read: the input of the confidence model.

Every sign is a number that is 0 where there is nothing to see; most are 0 or 1. A sign looks at the
parse around the words of the statement, at what its subject and object are, and at what is told
around it. No sign looks at a particular word of an article, only at closed classes of words.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from kg.extract.reporting import reporting_class
from kg.model import Claim, ClaimRef, EntityRef, Node, Value, label_of
from kg.parse import root_of
from kg.stages import Reference

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from kg.language import Reading

_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_OBJECTS: Final = frozenset({"dobj", "attr", "oprd"})
_CLAUSES: Final = frozenset({"relcl", "acl", "ccomp", "xcomp"})
_EMBEDDED: Final = {
    "conj": "joined", "relcl": "relative", "acl": "reduced", "advcl": "adverbial", "ccomp": "content",
    "xcomp": "infinitive", "pcomp": "gerund", "parataxis": "aside",
}  # fmt: skip
_CONDITIONS: Final = frozenset(
    "if unless whether until before after when while once as because although though".split()
)
_WE: Final = frozenset("we us our ours".split())
_I: Final = frozenset("i me my".split())
_POINTING: Final = frozenset("this that these those such same other another".split())
_SHELLS: Final = frozenset(
    "number amount way part case fact reason sign policy desire plan effort kind sort statement question problem issue "
    "proposal role decision right ability chance need".split()
)
_BROAD: Final = frozenset("be have do make get take put go come set keep give bring let".split())
_OPEN: Final = frozenset("it he she they this that these those".split())
_OWN: Final = ("dobj", "prep", "agent", "acomp", "attr", "oprd", "xcomp", "dative", "npadvmod", "pobj", "advmod")
"""Dependencies of what a clause says besides its subject and other clauses."""
_WEIGHTY: Final = ("NOUN", "PROPN", "NUM", "ADJ", "VERB")
_FACTS: Final = frozenset({"title", "apposition", "post", "role", "example"})


@dataclass(frozen=True, slots=True)
class Shape:
    """Of each token of a reading: where the parser hung it, and how; kept to tell what was repaired."""

    heads: tuple[int, ...]
    deps: tuple[str, ...]


def shape_of(doc: Doc) -> Shape:
    """Return the shape of `doc` as it is now."""
    return Shape(tuple(token.head.i for token in doc), tuple(token.dep_ for token in doc))


@dataclass(frozen=True)
class Sight:
    """What the signs of one article's statements are read from.

    `raw` is the shape before repair, `scores` how sure the resolver is of each pronoun and
    description, by the index of its head.
    """

    reading: Reading
    raw: Shape
    scores: Mapping[int, float]
    _sentences: dict[int, dict[str, float]] = field(default_factory=dict)

    @staticmethod
    def of(reading: Reading, raw: Shape, references: Sequence[Reference]) -> Sight:
        """Return the sight of an article from its stages."""
        return Sight(reading, raw, {reference.mention.head: reference.score for reference in references})

    def head(self, start: int, end: int) -> Token:
        """The token that the others between two places of the text hang on."""
        within = self.tokens(start, end)
        head: Token = root_of(self.reading.doc[within.start : within.stop])
        return head

    def verb(self, start: int, end: int) -> Token:
        """The verb that says it (`visit` of ``plans to visit``), or the head where there is none."""
        words = [self.reading.doc[i] for i in self.tokens(start, end)]
        verbs = [token for token in words if token.pos_ == "VERB"] or [token for token in words if token.pos_ == "AUX"]
        return verbs[-1] if verbs else self.head(start, end)

    def sentence(self, sentence: Span) -> dict[str, float]:
        """The signs of a sentence, which are the same for all that it states."""
        if sentence.start not in self._sentences:
            self._sentences[sentence.start] = _sentence(sentence)
        return self._sentences[sentence.start]

    def tokens(self, start: int, end: int) -> range:
        """Indices of the tokens between two places of the text."""
        return range(self.reading.token_at(start), self.reading.token_at(max(start, end - 1)) + 1)

    def last(self, end: int) -> int:
        """Index of the last token before a place of the text."""
        return self.reading.token_at(max(0, end - 1))


def signs(claim: Claim, sight: Sight) -> dict[str, float]:
    """Return the signs of `claim` that are not 0, by name."""
    verb = sight.verb(claim.predicate.start, claim.predicate.end)
    found = {
        **_kind(claim, verb),
        **sight.sentence(verb.sent),
        **_clause(verb),
        **_parse(verb, sight),
        **_participant("subject", claim.subject, verb, sight),
        **_participant("object", claim.object, verb, sight),
        **_around(claim, verb),
        "left out": _left_out(claim, verb, sight),
    }
    return {name: float(value) for name, value in found.items() if value}


def _kind(claim: Claim, verb: Token) -> dict[str, float]:
    rule = claim.extractor if claim.extractor != "clause" else ""
    return {
        "noun fact": rule in _FACTS,
        "example": rule == "example",
        "event noun": bool(rule) and rule not in _FACTS,
        "open relation": not claim.predicate.canonical,
        "broad verb": verb.lemma_.lower() in _BROAD and not rule,
        "copula": verb.lemma_.lower() == "be" and not rule,
        "with preposition": " " in claim.predicate.label and not claim.predicate.label.startswith("be ") and not rule,
        "report": not rule and reporting_class(verb) is not None,
        "there is": claim.predicate.label == "exist" and not rule,
        "be with preposition": claim.predicate.label.startswith("be ") and not rule,
        "nothing acted on": claim.object is None and not _is_passive(verb),
        "nobody acting": claim.object is None and _is_passive(verb),
    }


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)


def _sentence(sentence: Span) -> dict[str, float]:
    text = sentence.text
    return {
        "length": math.log1p(len(sentence)) - 3.0,
        "verbs": sum(token.pos_ == "VERB" for token in sentence) / 4 - 1,
        "odd marks": any(mark in text for mark in ("--", "|", "`", ";", ":", " - ")),
        "brackets": "(" in text,
        "open quotation": text.count('"') % 2 == 1,
        "question": text.rstrip('" \n').endswith("?"),
    }


def _clause(verb: Token) -> dict[str, float]:
    found: dict[str, float] = {}
    if (place := _EMBEDDED.get(verb.dep_)) is not None:
        found[place] = 1.0
    marks = {child.lower_ for child in verb.children if child.dep_ in ("mark", "advmod")}
    found["condition"] = float(not marks.isdisjoint(_CONDITIONS))
    found["passive"] = float(_is_passive(verb))
    found["no finite form"] = float(
        verb.tag_ in ("VBG", "VBN") and not any(c.dep_.startswith("aux") for c in verb.children)
    )
    found["depth"] = min(_depth(verb), 5) / 5
    return found


def _depth(token: Token) -> int:
    return sum(above.pos_ in ("VERB", "AUX") for above in token.ancestors)


def _parse(verb: Token, sight: Sight) -> dict[str, float]:
    """What the parser did that it seldom does with good reason, and what was put right."""
    children = [child.dep_ for child in verb.children]
    span = [verb, *verb.children]
    moved = [t for t in span if (t.head.i, t.dep_) != (sight.raw.heads[t.i], sight.raw.deps[t.i])]
    return {
        "unnamed link": "dep" in children or verb.dep_ == "dep",
        "two subjects": sum(dep in _SUBJECTS for dep in children) > 1,
        "two objects": sum(dep in _OBJECTS for dep in children) > 1,
        "not a verb": verb.pos_ not in ("VERB", "AUX", "NOUN", "PROPN"),
        "repaired": bool(moved),
    }


def _participant(part: str, node: Node | None, verb: Token, sight: Sight) -> dict[str, float]:
    if node is None:
        return {}
    head = sight.head(node.start, node.end)
    if isinstance(node, ClaimRef) or _is_clause(node, head):
        return {f"{part} clause": 1.0, f"{part} clause about somebody": float(_is_open(node))}
    found: dict[str, float] = {f"{part} value": isinstance(node, Value)}
    if isinstance(node, EntityRef):
        found[f"{part} named"] = node.entity.named
        found[f"{part} lone noun"] = not node.entity.named and " " not in node.entity.label
        found[f"{part} kind"] = node.entity.type != "Thing"
    return {
        **found,
        **_phrase(part, head, verb, sight.last(node.end)),
        **_link(part, head, verb),
        **_anaphor(part, head, sight),
        f"{part} tells it": verb.i not in sight.tokens(node.start, node.end) and verb.text in label_of(node).split(),
    }


def _is_clause(node: Node, head: Token) -> bool:
    """Whether a value is the words of a clause of which nothing further was made."""
    return isinstance(node, Value) and node.quantity is None and head.pos_ in ("VERB", "AUX") and " " in node.label


def _phrase(part: str, head: Token, verb: Token, last: int) -> dict[str, float]:
    """What the phrase itself shows: where it was cut, and whether it says what it is about."""
    after = [child for child in head.children if child.i > last and child.i != verb.i and not child.is_ancestor(verb)]
    determiner = {child.lower_ for child in head.children if child.dep_ in ("det", "amod", "predet")}
    common = head.pos_ == "NOUN"
    return {
        f"{part} cut": any(child.dep_ in _CLAUSES for child in after),
        f"{part} cut at preposition": any(child.dep_ == "prep" for child in after),
        f"{part} points": common and not determiner.isdisjoint(_POINTING),
        f"{part} bare": common and "the" in determiner and len(list(head.lefts)) == 1 and not after,
        f"{part} shell": common and head.lemma_.lower() in _SHELLS,
        f"{part} no noun": head.pos_ not in ("NOUN", "PROPN", "PRON", "NUM"),
    }


def _link(part: str, head: Token, verb: Token) -> dict[str, float]:
    """How the phrase hangs on the verb: directly, one of several, far away, on the wrong side."""
    steps = 0 if head.head.i == verb.i else 1
    return {
        f"{part} inherited": part == "subject" and steps == 1,
        f"{part} one of several": head.dep_ == "conj" or any(child.dep_ == "conj" for child in head.children),
        f"{part} far": max(0.0, math.log2(max(1, abs(head.i - verb.i))) - 2),
        f"{part} misplaced": (head.i > verb.i) == (part == "subject") and head.i != verb.i,
        f"{part} in another sentence": head.sent.start != verb.sent.start,
    }


def _anaphor(part: str, head: Token, sight: Sight) -> dict[str, float]:
    score = sight.scores.get(head.i)
    word = head.lower_
    return {
        f"{part} pronoun": word in _I or (head.pos_ == "PRON" and word not in _WE),
        f"{part} we": word in _WE,
        f"{part} doubtful": 0.0 if score is None else 1 - score,
    }


def _is_open(clause: Node) -> bool:
    """Whether the words of a clause begin with somebody or something that nobody could tell: `it was too early`."""
    return isinstance(clause, ClaimRef | Value) and not _OPEN.isdisjoint(clause.label.lower().split()[:2])


def _left_out(claim: Claim, verb: Token, sight: Sight) -> float:
    """How many words of weight the clause of `verb` has that the statement does not tell."""
    nodes = [claim.subject, claim.object, *(q.object for q in claim.qualifiers), *claim.attributed_to]
    told = {i for node in nodes if node is not None for i in sight.tokens(node.start, node.end)}
    told.update(sight.tokens(claim.predicate.start, claim.predicate.end))
    own = [t for c in verb.children if c.dep_ in _OWN for t in c.subtree]
    rest = [t for t in own if t.pos_ in _WEIGHTY and t.i not in told and t.ent_type_ != "DATE"]
    return math.log1p(len(rest)) / 2


def _around(claim: Claim, verb: Token) -> dict[str, float]:
    return {
        "attributed": bool(claim.attributed_to),
        "chain of speakers": len(claim.attributed_to) > 1,
        "negative": claim.polarity == "negative",
        "denied": claim.modality == "denied",
        "planned": claim.modality in ("planned", "hoped"),
        "uncertain": claim.modality in ("possible", "conditional", "asked", "required"),
        "qualifiers": min(sum(q.role not in ("of", "possessor") for q in claim.qualifiers), 4) / 2,
        "dated": claim.time is not None,
        "several dates": claim.time is not None and sum(1 for _ in _dates(verb.sent)) > 1,
        "amount": claim.quantity is not None,
    }


def _dates(sentence: Span) -> Iterator[Span]:
    yield from (entity for entity in sentence.ents if entity.label_ == "DATE")
