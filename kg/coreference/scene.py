"""An article laid out for coreference: sentences, paragraphs, quotations and grammar of every token."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from kg.coreference.kindnouns import kinds_of
from kg.coreference.words import SAME_THING
from kg.extract.verbs import ACCUSING
from kg.language import Reading
from kg.stages import Mention, Quotation

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Role = Literal["subject", "object", "possessive", "oblique", "modifier"]

_ROLES: dict[str, Role] = {
    "nsubj": "subject",
    "nsubjpass": "subject",
    "csubj": "subject",
    "agent": "subject",
    "dobj": "object",
    "dative": "object",
    "attr": "object",
    "oprd": "object",
    "poss": "possessive",
    "compound": "modifier",
    "nmod": "modifier",
    "amod": "modifier",
    "npadvmod": "modifier",
}
_PHRASES = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "dative", "attr", "oprd", "appos", "conj", "poss", "ROOT", "npadvmod", "dep"}
)
_BESIDE = frozenset({"PUNCT", "CCONJ", "ADP", "ADV", "SPACE", "PART", "SYM"})


@dataclass(frozen=True)
class Scene:
    """A reading with its names and quotations; answers questions about tokens."""

    reading: Reading
    mentions: Sequence[Mention]
    quotations: Sequence[Quotation]
    resolved: dict[int, Mention] = field(default_factory=dict)
    """Heads of descriptions found so far to stand for a name."""

    @property
    def doc(self) -> Doc:
        """The parsed tokens."""
        return self.reading.doc

    @cached_property
    def sentence(self) -> Sequence[int]:
        """Number of the sentence of each token."""
        numbers: list[int] = []
        for n, sent in enumerate(self.doc.sents):
            numbers.extend([n] * len(sent))
        return numbers

    @cached_property
    def paragraph(self) -> Sequence[int]:
        """Number of the block of each token."""
        starts = [block.start for block in self.reading.article.blocks]
        return [bisect_right(starts, start) - 1 for start in self.reading.starts]

    @cached_property
    def quoted(self) -> Sequence[int]:
        """Number of the quotation that holds each token, -1 outside quotations."""
        numbers = [-1] * len(self.doc)
        for n, quotation in enumerate(self.quotations):
            numbers[quotation.first : quotation.stop] = [n] * (quotation.stop - quotation.first)
        return numbers

    @cached_property
    def said_by(self) -> dict[int, int]:
        """Number of the last whole quotation that each speaking token says."""
        return {q.speaker: n for n, q in enumerate(self.quotations) if q.whole and q.speaker is not None}

    def words_of(self, n: int) -> range:
        """The tokens of the quotation of number `n`."""
        return range(self.quotations[n].first, self.quotations[n].stop)

    @cached_property
    def named(self) -> dict[int, Mention]:
        """The name that covers a token."""
        return {i: m for m in self.mentions for i in range(m.first, m.stop)}

    @cached_property
    def name_kinds(self) -> frozenset[str]:
        """The kinds of names (``bridge`` of ``Alder Bridge``, ``tanker`` of ``the tanker Erika``) and like nouns."""
        kinds = {kind for m in self.mentions for kind in kinds_of(self.doc, m)}
        like = (group for group in SAME_THING if group & kinds)
        return frozenset(kinds).union(*like)

    @cached_property
    def main_subject(self) -> Sequence[int]:
        """Head of the main clause's subject of each sentence, -1 where there is none."""
        subjects = [self.subject(sent.root) for sent in self.doc.sents]
        return [-1 if s is None else s.i for s in subjects]

    @cached_property
    def noun_phrases(self) -> Sequence[tuple[int, int]]:
        """First token and head of every noun phrase, possessors included (``the company`` of ``the company's``)."""
        found = []
        for token in self.doc:
            if token.pos_ in {"NOUN", "PROPN"} and token.dep_ in _PHRASES:
                first = token.left_edge.i
                while first < token.i and self.doc[first].pos_ in _BESIDE:
                    first += 1
                found.append((first, token.i))
        return found

    def quotation(self, i: int) -> Quotation | None:
        """The quotation that holds token `i`."""
        n = self.quoted[i]
        return self.quotations[n] if n >= 0 else None

    def role(self, i: int) -> Role:
        """What the phrase with head `i` does in its clause; conjuncts and appositions share their head's role."""
        token = self.doc[i]
        for _ in range(5):
            if token.dep_ not in {"conj", "appos"} or token.head.i == token.i:
                break
            token = token.head
        if token.dep_ in {"nmod", "compound"} and self._listed(token.i):
            token = token.head
        if token.dep_ == "pobj" and token.head.dep_ == "agent":
            return "subject"
        return _ROLES.get(token.dep_, "oblique")

    def _listed(self, i: int) -> bool:
        """Tell whether a name is followed by ``and`` or a comma: the first of a list, though parsed as a modifier."""
        name = self.named.get(i)
        return name is not None and name.stop < len(self.doc) and self.doc[name.stop].lower_ in {"and", ",", "or"}

    def verb(self, i: int) -> Token | None:
        """The verb whose clause token `i` stands in."""
        token = self.doc[i]
        while token.head.i != token.i:
            token = token.head
            if token.pos_ in {"VERB", "AUX"}:
                return token
        return token if token.pos_ in {"VERB", "AUX"} else None

    def subject(self, verb: Token) -> Token | None:
        """The subject of a verb, its own or the one it shares with a verb above."""
        for _ in range(4):
            for child in verb.children:
                if child.dep_ in {"nsubj", "nsubjpass"}:
                    if child.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl":
                        return verb.head
                    return child
            if verb.dep_ == "acl":
                return verb.head if verb.tag_ == "VBG" else _doer(verb) if verb.tag_ == "VBN" else _doer(verb.head)
            if verb.dep_ == "pcomp" and verb.head.dep_ == "prep" and verb.head.head.lemma_ in ACCUSING:
                accused = [c for c in verb.head.head.children if c.dep_ == "dobj" and c.i < verb.i]
                if accused:  # accused X of lying: X lies
                    return accused[0]
            if verb.dep_ not in {"conj", "xcomp", "advcl", "pcomp", "prep", "aux"} or verb.head.i == verb.i:
                return None
            if verb.dep_ == "xcomp" and verb.head.lemma_ != "promise":  # forced states to lower: the states lower
                made = [c for c in verb.head.children if c.dep_ == "dobj" and c.i < verb.i]
                if made:
                    return made[0]
            verb = verb.head
        return None

    def matrix(self, verb: Token) -> Token | None:
        """The verb that a complement clause depends on: ``said`` in ``said (that) it would attack``."""
        for _ in range(4):
            if verb.dep_ == "ccomp" and verb.head.pos_ == "VERB":
                return verb.head
            if verb.dep_ not in {"conj", "xcomp", "advcl"} or verb.head.i == verb.i:
                return None
            verb = verb.head
        return None

    def coordinated(self, i: int) -> Iterator[Token]:
        """Token `i` and the phrases joined to it: ``A, B and C``, ``A, together with B``."""
        token = self.doc[i]
        yield token
        for child in token.children:
            if child.i > i and child.dep_ == "conj":
                yield from self.coordinated(child.i)
            elif (
                child.i > i
                and child.dep_ == "prep"
                and child.lower_ == "with"
                and child.nbor(-1).lower_ in {"together", "along"}
            ):
                for inner in child.children:
                    if inner.dep_ == "pobj":
                        yield from self.coordinated(inner.i)

    def fronted(self, i: int) -> int:
        """Subject of the main clause when token `i` stands in a phrase before it, else -1.

        ``During his visit, Huang …``, ``Discussing its plans, the company …``; a subject of the
        fronted phrase's own (``When India …, announcing it``) is a better antecedent than the main one.
        """
        sent = self.doc[i].sent
        if any(t.dep_ in {"nsubj", "nsubjpass"} and t.tag_ != "PRP" for t in self.doc[sent.start : i]):
            return -1
        subject = self.main_subject[self.sentence[i]]
        if subject >= 0 and i < self.doc[subject].left_edge.i:
            return subject if subject < sent.root.i else -1  # `Among its last games was Rail 2` is not Rail 2's
        if self.doc[sent.start].tag_ in {"IN", "VBG", "VBN"}:
            for token in self.doc[i + 1 : sent.end]:
                if token.dep_ in {"nsubj", "nsubjpass"}:
                    return token.i if self.doc[token.left_edge.i - 1].text == "," else -1
        return -1


def _doer(word: Token) -> Token | None:
    """Who acts: ``the failure of X to act``, ``X's decision to act``, ``donations made by X``."""
    for child in word.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"of", "by"}:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None
