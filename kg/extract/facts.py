"""How what a verb or a noun states is put as a proposition, and what the rules need for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kg.extract.adjuncts import gerunds, occasions, purpose
from kg.extract.arguments import clause_complements, indirect, infinitives, penalty
from kg.extract.attribution import Attribution, is_nobody
from kg.extract.contents import shorten
from kg.extract.control import is_phoned, prepositional_controller
from kg.extract.forms import clause_of, is_infinitive, is_passive, is_verb
from kg.extract.manners import measures, rhythms, score, ways
from kg.extract.modality import object_standing, standing
from kg.extract.phrases import LONGEST, brief, content, part, phrase
from kg.extract.predicates import Wording, extent, frames, framing, time_anchors
from kg.extract.prepositionals import Prepositional, prepositionals
from kg.extract.specifics import describes
from kg.extract.subjects import subjects
from kg.extract.suppositions import conditions, is_alternative
from kg.extract.verbs import OBJECT_CONTROL, PRESUPPOSING, TAKING
from kg.model import Modality
from kg.stages import Content, Mention, Phrase, Proposition, Quotation

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.language import Reading

_OPENERS = re.compile(r"^(?:to|if|unless|when) ", re.IGNORECASE)
"""Words that only join a clause to the verb it qualifies."""
_FRAMED = ("dobj", "pobj", "conj")
"""Dependencies of an event noun that shares the modality of its clause: `plans a visit to X`."""
_NOT_SO: tuple[Modality, ...] = ("planned", "hoped", "possible", "conditional", "required", "asked")
_HOW = ("how", "how often")
"""Roles that the predicate may tell already: `act properly`."""


@dataclass(frozen=True)
class Facts:
    """What all rules need of one article; `timed` are the tokens of time expressions."""

    reading: Reading
    attribution: Attribution
    timed: frozenset[int]
    _phrases: dict[int, Phrase] = field(default_factory=dict, init=False)

    def noun(self, head: Token) -> Phrase:
        """Return the noun phrase around `head`; several statements may take part of it, so it is kept."""
        if head.i not in self._phrases:
            self._phrases[head.i] = phrase(self.reading, head)
        return self._phrases[head.i]

    def voices(self, speakers: Sequence[Token]) -> tuple[Phrase, ...]:
        """Return the phrases of `speakers`; a mark or a verb stands for somebody unnamed."""
        return tuple(Phrase(s.i, s.i, s.i + 1, "") if is_nobody(s) else self.noun(s) for s in speakers)

    def clause(self, verb: Token) -> Phrase:
        """Return the wording of the clause of `verb`, as words that name it."""
        words = content(self.reading, verb)
        return Phrase(words.root, words.first, words.stop, _OPENERS.sub("", words.label))

    def is_time(self, token: Token) -> bool:
        """Whether `token` belongs to a time expression."""
        return token.i in self.timed


@dataclass(frozen=True)
class VerbFacts(Facts):
    """What the clause rules need of one article."""

    def states(
        self,
        verb: Token,
        subject: Token,
        object_: Phrase | Content | None,
        wording: Wording,
        qualifiers: tuple[tuple[str, Phrase], ...] = (),
    ) -> Proposition:
        """Return what `verb` states of the noun `subject`, with its polarity, modality and speakers."""
        stands = standing(verb)
        named = [subject, *([self.reading.doc[object_.head]] if isinstance(object_, Phrase) else [])]
        if stands.polarity == "positive" and any(is_alternative(noun) for noun in named):
            stands = stands.under("possible")
        first, stop = extent(verb)
        over = "use to " if _is_over(verb) else ""
        return Proposition(
            root=verb.i,
            lemma=wording.lemma,
            label=f"{over}{wording.label}",
            first=first,
            stop=max(stop, wording.reach + 1),
            subject=self._within(verb, self.noun(subject)),
            object=self._within(verb, object_) if isinstance(object_, Phrase) else object_,
            qualifiers=tuple(q for q in qualifiers if q[0] not in _HOW or q[1].label not in wording.label.split()),
            polarity=stands.polarity,
            modality=stands.modality,
            speakers=self.voices(self.attribution.speakers(verb)),
            anchors=tuple(t.i for t in time_anchors(verb)),
        )

    def _within(self, verb: Token, phrase_: Phrase) -> Phrase:
        """A noun in its own relative clause is named without it: `chips` of `chips that rival Intel` rival Intel."""
        if not phrase_.first <= verb.i < phrase_.stop or verb.i == phrase_.head:
            return phrase_
        head = self.reading.doc[phrase_.head]
        short = brief(self.reading, head)
        if verb.i >= short.stop and describes(verb, head):
            clause = next(t for t in (verb, *verb.ancestors) if t.head == head)
            more = clause.left_edge.i > short.stop  # `a package called Nova that was sold`: which one was
            return part(self.reading, short, clause.left_edge.i) if more else short
        return replace(phrase_, first=short.first, stop=short.stop)

    def qualifiers(self, verb: Token, skip: Sequence[str] = ()) -> tuple[tuple[str, Phrase], ...]:
        """Return what else takes part in `verb`, by preposition; those in `skip` are told elsewhere."""
        found: list[tuple[str, Phrase]] = []
        for p in prepositionals(verb):
            if p.preposition not in skip and not p.preposition.startswith("according") and not self._is_when(p):
                found.append((p.preposition, self.noun(p.object)))
        if fined := penalty(verb):
            found.append(("amount", self.noun(fined[1])))
        else:
            found += [("to", self.noun(t)) for t in indirect(verb)]
        aim = purpose(verb) or self._aim(verb)
        held = [c for v in (verb, *framing(verb)) for c in conditions(v)]
        clauses = [*gerunds(verb), *held, *([("purpose", aim)] if aim is not None else [])]
        found += [(word, self.clause(inner)) for word, inner in clauses if word not in skip]
        return tuple(found + self._judgement(verb) + self._manner(verb))

    def _aim(self, verb: Token) -> Token | None:
        """What for, where the parser takes it for a complement: `is visiting Lyon to sign it`, `works to comply`."""
        lemma = verb.lemma_.lower()
        if lemma in ("use", "be") or frames(verb) or is_passive(verb):
            return None
        steering = (lemma in OBJECT_CONTROL or lemma in TAKING) and lemma not in ("press", "push")
        steering = steering or any(c.dep_ == "dobj" for c in verb.rights if lemma in OBJECT_CONTROL)
        if steering and not any(is_phoned(verb, deed) for deed in infinitives(verb)):
            return None
        things = [c for c in verb.rights if c.dep_ in ("dobj", "dative")]
        deeds = [v for v in infinitives(verb) if is_infinitive(v) and not any(t in subjects(v) for t in things)]
        return next((v for v in deeds if prepositional_controller(verb, v) is None), None)

    def _manner(self, verb: Token) -> list[tuple[str, Phrase]]:
        """How it was done where that changes what is said: `on time`, `only partly`, `3–0`."""
        found = [(prep, self.noun(noun)) for prep, noun in ways(verb)]
        told = [("how", first, a.i, a.i + 1) for a, first in measures(verb)]
        told += [("how often", t.left_edge.i, t.i, t.right_edge.i + 1) for t in rhythms(verb)]
        if (result := score(verb)) is not None:
            told.append(("score", result[1], result[0].i, result[2]))
        words = [self.reading.wording(first, stop) for _, first, _, stop in told]
        words = [w[0].lower() + w[1:] for w in words]
        return found + [(r, Phrase(i, first, stop, w)) for (r, first, i, stop), w in zip(told, words, strict=True)]

    def _is_when(self, p: Prepositional) -> bool:
        """Whether a phrase only dates the statement; `would not go past May` says how far."""
        return self.is_time(p.object) and p.preposition not in ("past", "beyond")

    def bare(self, verb: Token, subject: Token, wording: Wording) -> Proposition:
        """Return what `verb` states of `subject` alone, with what else takes part and when or why it was."""
        around = tuple((word, self.clause(inner)) for word, inner in occasions(verb))
        return self.states(verb, subject, None, wording, (*self.qualifiers(verb), *around))

    def _judgement(self, verb: Token) -> list[tuple[str, Phrase]]:
        """What the object is held or made to be: `named Paul Stein chief executive`."""
        judged = is_passive(verb) and any(c.dep_ == "agent" for c in verb.rights)  # `ruled illegal by the court`
        if not judged and not any(c.dep_ == "dobj" for c in verb.children):
            return []
        said = [c for c in verb.rights if c.dep_ == "oprd" and not is_verb(c) and c.lower_ not in ("alone", "together")]
        for prep in [c for c in verb.rights if c.dep_ == "prep" and c.lower_ == "as"]:  # `described it as "baseless"`
            said += [c for c in prep.rights if c.dep_ in ("amod", "acomp") and c.pos_ == "ADJ"]
        return [("as", self.noun(c)) for c in said]

    def said(self, verb: Token) -> Content | None:
        """Return the clause or quotation that `verb` reports or takes as its object."""
        clause = next(iter(clause_complements(verb)), None)
        if clause is not None:
            return content(self.reading, clause)
        for quotation in self.attribution.quotations:
            if quotation.verb == verb.i and quotation.whole:
                return self._quoted(quotation)
        return None

    def _quoted(self, quotation: Quotation) -> Content | None:
        span = range(quotation.first, quotation.stop)
        inside = [t for t in self.reading.doc[span.start : span.stop] if not t.is_punct and not t.is_space]
        if not inside:
            return None
        verbs = [t for t in inside if is_verb(t)]
        outermost = [t for t in verbs if t.head.i not in span]
        root = (outermost or verbs or inside)[0]
        first, stop = inside[0].i, inside[-1].i + 1
        words = " ".join(self.reading.wording(first, stop).split())
        return Content(root.i, first, stop, shorten(words, LONGEST))


def _is_over(verb: Token) -> bool:
    """Whether a clause is of the past alone: `used to work for X`."""
    infinitive = verb.dep_ == "xcomp" and any(c.tag_ == "TO" for c in verb.lefts)
    # `used gas to disperse the crowd` uses the gas.
    used = verb.head.lower_ == "used" and not any(c.dep_ in ("auxpass", "dobj") for c in verb.head.children)
    return infinitive and used


def _is_presupposed(noun: Token, clause: Token | None) -> bool:
    """`wants to reduce its reliance on gas`: it relies on gas now, whatever it wants."""
    if clause is None or noun.dep_ != "dobj" or noun.head != clause or clause.lemma_.lower() not in PRESUPPOSING:
        return False
    return not any(c.lower_ in ("a", "an", "any", "no", "further", "future") for c in noun.lefts)


@dataclass(frozen=True, slots=True)
class Source:
    """Which rule a proposition comes from, and how sure that is, 0 to 1."""

    extractor: str
    confidence: float


@dataclass(frozen=True)
class NounFacts(Facts):
    """What the noun rules need of one article.

    `named` maps a token to the name it belongs to; `country` tells the country of an adjective
    (`Chinese`), or None.
    """

    named: Mapping[int, Mention]
    country: Callable[[str], str | None]

    def is_name(self, token: Token) -> bool:
        """Whether `token` belongs to a name."""
        return token.i in self.named

    def is_somebody(self, token: Token) -> bool:
        """Whether `token` belongs to a name or is a country's adjective."""
        return token.i in self.named or bool(self.country(token.text))

    def holds(self, root: Token, subject: Token, words: str, target: Phrase, source: Source) -> Proposition:
        """Return what a title or description at `root` states; it holds whatever the clause says."""
        return self.says(root, subject, words, target, source)

    def happens(self, noun: Token, subject: Token, words: str, target: Phrase, source: Source) -> Proposition:
        """Return what the event noun states; it shares speakers and what frames its clause."""
        clause = clause_of(noun)
        modality = object_standing(clause).modality if clause is not None else "asserted"
        framed = noun.dep_ in _FRAMED and modality in _NOT_SO and not _is_presupposed(noun, clause)
        speakers = self.attribution.speakers(clause) if clause is not None else []
        said = self.says(noun, subject, words, target, source)
        return replace(
            said,
            modality=modality if framed else "asserted",
            speakers=self.voices(speakers) if speakers else said.speakers,
        )

    def says(self, root: Token, subject: Token, words: str, target: Phrase, source: Source) -> Proposition:
        """Return what the word `root` says by itself: so, and by whoever's quotation it stands in."""
        return Proposition(
            root=root.i,
            lemma=words,
            label=words,
            first=root.i,
            stop=root.i + 1,
            subject=self.noun(subject),
            object=target,
            speakers=self.voices(self.attribution.quoted(root)),
            anchors=(root.i,),
            extractor=source.extractor,
            confidence=source.confidence,
        )
