"""Verbs to propositions: each clause's subject, predicate, object and further participants.

Verbs that only frame another (`begin selling`, `hopes to ship`) lend it their words and modality
instead of making a statement of their own; light verbs (`embark on a visit to`) give way to their
noun. Everything else is kept, with the preposition as part of the predicate where the verb needs
it (`arrive in`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from kg.extract import arguments as args
from kg.extract import forms
from kg.extract.attribution import Attribution
from kg.extract.modality import standing
from kg.extract.nouns import EVENT_NOUNS, ROLE_NOUNS
from kg.extract.phrases import NOMINAL, content, core, members, phrase, shorten
from kg.extract.subjects import agents, subjects
from kg.extract.verbs import ASPECTUAL, ATTITUDE, CLAIMING, IDIOMS, LIGHT_VERBS, NEGATING, RELATING_VERBS
from kg.model import Content, Phrase, Proposition, Quotation

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.language import Reading

_FRAMES = ASPECTUAL | NEGATING | CLAIMING | {"have", "need", "use", "be"}
_MOST_PAIRS = 8
"""Subjects times objects of one verb; more is a list misparsed as arguments."""
_ENJOYING = frozenset({"have", "get", "receive", "win", "gain", "enjoy", "need", "want", "seek"})
_COPULAS = frozenset({"be", "become", "remain", "stay", "seem", "appear", "prove"})
_ADVERBIAL_OBJECTS = frozenset({"ahead", "behind", "abroad", "home", "there"})


@dataclass(frozen=True)
class Clauses:
    """What the clause rules need of one article; `timed` are the tokens of time expressions."""

    reading: Reading
    attribution: Attribution
    timed: frozenset[int]

    def propositions(self, verb: Token) -> list[Proposition]:
        """Return what one verb states, empty when it has no subject or only frames another verb."""
        if frames(verb) or verb.lower_ == "according" or _lacks_object(verb):
            return []
        who = subjects(verb)
        if forms.is_passive(verb):
            return self._passive(verb, who)
        return self._active(verb, who)

    # --- shapes of clauses ---

    def _passive(self, verb: Token, patients: list[Token]) -> list[Proposition]:
        doers = agents(verb)
        extra = self._qualifiers(verb, skip=("by",))
        if doers:
            pairs = list(product(doers, patients))[:_MOST_PAIRS]
            return [self._make(verb, d, self._noun(p), extra) for d, p in pairs]
        out = []
        for patient in patients[:_MOST_PAIRS]:
            out += self._agentless(verb, patient)
        return out

    def _agentless(self, verb: Token, patient: Token) -> list[Proposition]:
        said = self._said(verb)
        if said is not None:
            return [self._make(verb, patient, said, self._qualifiers(verb), passive=True)]
        for complement in args.complements(verb):
            return [self._make(verb, patient, self._noun(complement), self._qualifiers(verb), passive=True)]
        if args.infinitives(verb):
            return []  # `was told to prepare`: the preparing is stated on its own
        return self._with_preposition(verb, patient, passive=True)

    def _active(self, verb: Token, who: list[Token]) -> list[Proposition]:
        who = who[:_MOST_PAIRS]
        if light := self._light(verb, who):
            return light
        out: list[Proposition] = []
        objects = args.objects(verb)
        things = [t for t in objects if t.i not in self.timed]
        if objects and not things:
            return []  # `spent months lobbying` says nothing but how long
        said = self._said(verb)
        for subject, thing in list(product(who, things))[:_MOST_PAIRS]:
            out.append(self._make(verb, subject, self._noun(thing), self._qualifiers(verb)))
            out += self._relating(verb, subject, thing)
        if said is not None:
            out += [self._make(verb, s, said, self._qualifiers(verb)) for s in who]
        if wanted := args.wanted_clause(verb):
            out += [self._make(verb, s, content(self.reading, wanted), (), words=f"{_base(verb)} for") for s in who]
        if judged := args.small_clause(verb):
            out += self._judged(verb, who, *judged)
        if out:
            return out
        if complements := args.complements(verb):
            return [p for s in who for c in complements for p in self._copula(verb, s, c)]
        return [p for s in who for p in self._with_preposition(verb, s)]

    def _judged(self, verb: Token, who: list[Token], thing: Token, judgement: Token) -> list[Proposition]:
        """`found the fees unreasonable`: the fees, as unreasonable."""
        extra = (("as", self._noun(judgement)),)
        return [self._make(verb, s, self._noun(t), extra) for s in who for t in members(thing)]

    def _relating(self, verb: Token, subject: Token, thing: Token) -> list[Proposition]:
        """`held positions at IBM`: besides the positions, where they were."""
        if verb.lemma_.lower() not in RELATING_VERBS or thing.pos_ != "NOUN" or thing.i < verb.i:
            return []
        if any(c.dep_ == "poss" or c.lower_ == "the" for c in thing.lefts):
            return []
        out = []
        for prep in thing.rights:
            for target in args.members_of(prep):
                if (
                    prep.dep_ == "prep"
                    and prep.lower_ in ("at", "in", "with", "on", "for", "against", "to", "from")
                    and target.pos_ == "PROPN"
                    and target.i not in self.timed
                ):
                    words = f"{_base(verb)} {thing.lower_} {prep.lower_}"
                    out.append(
                        self._make(verb, subject, self._noun(target), self._qualifiers(verb), words=words, reach=prep.i)
                    )
        return out

    def _copula(self, verb: Token, subject: Token, complement: Token) -> list[Proposition]:
        if any(c.dep_ == "expl" for c in verb.children):
            return [self._make(verb, subject, None, self._qualifiers(verb), words="exist")]
        inner = [
            p
            for prep in complement.rights
            if prep.dep_ == "prep" and prep.i == complement.i + 1
            for p in args.members_of(prep)
            if p.i not in self.timed
        ]
        if any(c.dep_ == "xcomp" or c.dep_ == "ccomp" for c in complement.children) and complement.pos_ == "ADJ":
            return []
        if complement.pos_ == "ADJ" and inner:
            words = f"{verb.lemma_} {complement.lower_} {inner[0].head.lower_}"
            return [self._make(verb, subject, self._noun(i), self._qualifiers(verb), words=words) for i in inner[:3]]
        if inner and (words := _relational(complement, inner[0].head.lower_)):
            return [self._make(verb, subject, self._noun(i), self._qualifiers(verb), words=words) for i in inner[:3]]
        extra = (
            tuple((i.head.lower_, self._noun(i)) for i in inner if i.head.lower_ != "of")
            if complement.pos_ in NOMINAL
            else ()
        )
        return [
            self._make(verb, subject, self._noun(m), extra + self._qualifiers(verb))
            for m in self._predicates(complement)
        ]

    def _predicates(self, complement: Token) -> list[Token]:
        return members(complement) if complement.pos_ in NOMINAL else [complement, *complement.conjuncts]

    def _with_preposition(self, verb: Token, subject: Token, *, passive: bool = False) -> list[Proposition]:
        """An intransitive: its first prepositional object becomes the object, others qualify."""
        phrases = [
            p
            for p in args.prepositionals(verb)
            if p.object.i not in self.timed and p.preposition not in ("according to",)
        ]
        if not phrases:
            return [self._make(verb, subject, None, self._qualifiers(verb), passive=passive)]
        main = self._main_preposition(verb, phrases)
        chosen = [p for p in phrases if p.token == main.token]
        rest = self._qualifiers(verb, skip=(main.preposition,))
        out = []
        for p in chosen[:_MOST_PAIRS]:
            deeper = self._on_par(verb, p)
            out.append(
                self._make(
                    verb, subject, self._noun(deeper.object), rest, preposition=deeper.preposition, passive=passive
                )
            )
        return out

    def _on_par(self, verb: Token, p: args.Prepositional) -> args.Prepositional:
        """`is on par with X`, `is in favour of X`: the fixed phrase joins the predicate."""
        bare = p.object.pos_ == "NOUN" and not any(
            c.dep_ in ("det", "amod", "poss", "compound") for c in p.object.lefts
        )
        if verb.lemma_ == "be" and bare:
            for prep in p.object.rights:
                for inner in args.members_of(prep):
                    if prep.dep_ == "prep":
                        return args.Prepositional(f"{p.preposition} {p.object.lower_} {prep.lower_}", prep, inner)
        return p

    def _main_preposition(self, verb: Token, phrases: Sequence[args.Prepositional]) -> args.Prepositional:
        after = [p for p in phrases if p.token.i > verb.i]
        return (after or list(phrases))[0]

    def _light(self, verb: Token, who: list[Token]) -> list[Proposition]:
        """`embarked on his third visit to China`, `took control of the bank`: the noun is the predicate."""
        things = [core(t) for t in args.objects(verb)]
        nouns = things or [p.object for p in args.prepositionals(verb) if p.preposition == "on"]
        for noun in nouns[:1]:
            targets = self._targets(verb, noun)
            words = _predicate_of_noun(verb, noun, targets[0].preposition) if targets else ""
            if not words or any(c.dep_ == "poss" and c.pos_ == "PROPN" for c in noun.lefts):
                continue
            same = [t for t in targets if t.token == targets[0].token][:4]
            rest = self._qualifiers(verb, skip=("on", targets[0].preposition))
            # `has the support of X`: X is the one who supports.
            enjoyed = (
                verb.lemma_ in _ENJOYING
                and targets[0].preposition == "of"
                and noun.lemma_.lower() not in IDIOMS.get(verb.lemma_, ())
            )
            pairs = [(t.object, s) if enjoyed else (s, t.object) for s in who for t in same]
            return [self._make(verb, a, self._noun(b), rest, words=words, reach=noun.i) for a, b in pairs]
        return []

    def _targets(self, verb: Token, noun: Token) -> list[args.Prepositional]:
        """What an event noun is directed at, in its own phrase or beside it."""
        own = [
            args.Prepositional(prep.lower_, prep, t)
            for prep in noun.rights
            if prep.dep_ == "prep"
            for t in args.members_of(prep)
            if t.i not in self.timed
        ]
        return own or [
            p
            for p in args.prepositionals(verb)
            if p.object != noun
            and p.object.i not in self.timed
            and p.preposition in ("with", "to", "on", "for", "of", "against", "in", "over", "from")
        ]

    # --- parts ---

    def _said(self, verb: Token) -> Content | None:
        """The clause or quotation that `verb` reports or takes as its object."""
        clauses = args.clause_complements(verb)
        for clause in clauses[:1]:
            if forms.is_verb(clause):
                return content(self.reading, clause)
        for quotation in self.attribution.quotations:
            if quotation.verb == verb.i and quotation.whole:
                return self._quoted(quotation)
        return None

    def _quoted(self, quotation: Quotation) -> Content | None:
        inside = [t for t in self.reading.doc[quotation.first : quotation.stop] if not t.is_punct and not t.is_space]
        if not inside:
            return None
        root = next((t for t in inside if forms.is_verb(t) and not quotation.first <= t.head.i < quotation.stop), None)
        root = root or next((t for t in inside if forms.is_verb(t)), inside[0])
        words = self.reading.wording(inside[0].i, inside[-1].i + 1)
        return Content(root.i, inside[0].i, inside[-1].i + 1, shorten(" ".join(words.split()), 160))

    def _noun(self, head: Token) -> Phrase:
        return phrase(self.reading, head)

    def _qualifiers(self, verb: Token, skip: Sequence[str] = ()) -> tuple[tuple[str, Phrase], ...]:
        found: list[tuple[str, Phrase]] = []
        for p in args.prepositionals(verb):
            if p.preposition in skip or p.preposition.startswith("according") or p.object.i in self.timed:
                continue
            found.append((p.preposition, self._noun(p.object)))
        found += [("to", self._noun(t)) for t in args.indirect(verb)]
        return tuple(found)

    def _make(
        self,
        verb: Token,
        subject: Token,
        object_: Phrase | Content | None,
        qualifiers: tuple[tuple[str, Phrase], ...],
        *,
        preposition: str = "",
        passive: bool = False,
        words: str = "",
        reach: int = -1,
    ) -> Proposition:
        base = _base(verb)
        stands = standing(verb)
        joined = words or " ".join(w for w in (base, preposition) if w)
        reader = f"be {_participle(verb)} {preposition}".strip() if passive and not words else joined
        first, stop = wording(verb)
        return Proposition(
            root=verb.i,
            lemma=joined,
            label=reader,
            first=first,
            stop=max(stop, reach + 1),
            subject=self._noun(subject),
            object=object_,
            qualifiers=qualifiers,
            polarity=stands.polarity,
            modality=stands.modality,
            speakers=tuple(self._noun(s) for s in self.attribution.speakers(verb)),
            anchors=tuple(t.i for t in time_anchors(verb)),
        )


def frames(verb: Token) -> bool:
    """Whether `verb` only frames its infinitive or gerund complement: `begin selling`."""
    lemma = verb.lemma_.lower()
    inner = args.infinitives(verb)
    if not inner:
        return False
    if any(c.dep_ in ("dobj", "dative") and c.i < inner[0].i for c in verb.children) or agents(verb):
        return False
    return lemma in _FRAMES or lemma in ATTITUDE


def _lacks_object(verb: Token) -> bool:
    """`shoes to fill`: an infinitive after a noun that is its object has no statement to make."""
    infinitive = any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.lefts)
    return (
        infinitive
        and verb.dep_ == "relcl"
        and not any(c.dep_ in ("dobj", "prep", "ccomp", "xcomp", "acomp", "attr") for c in verb.rights)
    )


def framing(verb: Token) -> Iterator[Token]:
    """Yield the verbs and adjectives that frame `verb`, innermost first."""
    node = verb
    while node.dep_ in ("xcomp", "oprd") and node.head != node:
        above = node.head
        if forms.is_verb(above) and frames(above):
            yield above
            node = above
        elif above.pos_ == "ADJ" and above.dep_ == "acomp" and forms.is_verb(above.head):
            yield above.head
            node = above.head
        else:
            return


def wording(verb: Token) -> tuple[int, int]:
    """Token range of the predicate's words: framing verbs, auxiliaries, negation, particle."""
    chain = [verb, *framing(verb)]
    tokens = [v.i for v in chain]
    for v in chain:
        for child in v.children:
            if child.dep_ in ("aux", "auxpass", "neg", "prt") and abs(child.i - v.i) < 6:
                tokens.append(child.i)
            elif child.dep_ == "advmod" and child.i < v.i and child.lower_ in ("longer", "never", "hardly"):
                tokens.append(child.left_edge.i)
    first, stop = min(tokens), max(tokens) + 1
    inside = [c for c in verb.doc[first:stop] if c.dep_ in forms.SUBJECT]
    return (first, stop) if not inside else (inside[-1].i + 1 if inside[-1].i < verb.i else first, stop)


def time_anchors(verb: Token) -> Iterator[Token]:
    """Yield the tokens whose time expressions hold for `verb`, nearest first.

    The verb itself, what frames it, and for a participle or infinitive without a time of its own
    the clause that it hangs on.
    """
    yield verb
    node = verb
    for above in framing(verb):
        yield above
        node = above
    while node.dep_ in ("advcl", "xcomp", "conj") and forms.is_verb(node.head) and node.head != node:
        if any(c.dep_ in forms.SUBJECT for c in node.children) and node.dep_ != "xcomp":
            return
        node = node.head
        yield node


def _predicate_of_noun(verb: Token, noun: Token, preposition: str) -> str:
    """The predicate that a verb and its noun make together, empty where each keeps its own meaning."""
    lemma, thing = verb.lemma_.lower(), noun.lemma_.lower()
    if thing in IDIOMS.get(lemma, ()):
        return f"{lemma} {noun.lower_} {preposition}"
    event = EVENT_NOUNS.get(thing)
    if lemma not in LIGHT_VERBS or event is None or preposition == "in":
        return ""
    if preposition == "with":
        return f"{event} with"
    return event if preposition in ("of", "to", "on") else f"{event} {preposition}"


def _relational(complement: Token, preposition: str) -> str:
    """`capital of` for `is the capital of`; empty where the noun is no relation by itself."""
    lemma = complement.lemma_.lower()
    described = any(c.dep_ in ("amod", "compound", "nummod", "poss", "nmod") for c in complement.lefts)
    if lemma in ROLE_NOUNS and not described and preposition in ("of", "for", "at", "to"):
        return f"{complement.text if complement.text.isupper() else lemma} {preposition}"
    if lemma in ("part", "home", "victim", "result", "sign", "owner", "cause", "source", "subject") and preposition in (
        "of",
        "to",
    ):
        return f"be {lemma} {preposition}"
    return ""


def _base(verb: Token) -> str:
    particle = forms.particle(verb)
    return f"{verb.lemma_.lower()} {particle}".strip()


def _participle(verb: Token) -> str:
    return f"{verb.lower_} {forms.particle(verb)}".strip()
