"""Facts that stand in nouns: titles, appositions, possessives, examples and event nouns.

`NVIDIA CEO Huang` says who is CEO of what; `the U.S. easing of export controls` says who eases
what; `talks between A and B` who talks with whom.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract import arguments as args
from kg.extract import forms
from kg.extract.attribution import Attribution
from kg.extract.modality import standing
from kg.extract.nouns import EVENT_NOUNS, HEAD_TYPES, MUTUAL, PEOPLE_EVENTS, POSTS, ROLE_NOUNS
from kg.extract.phrases import NOMINAL, core, examples, members, phrase
from kg.extract.phrases import label as trimmed
from kg.extract.subjects import subjects
from kg.model import Mention, Modality, Phrase, Polarity, Proposition

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.language import Reading

_ROLE_PREPOSITIONS = frozenset({"of", "for", "at", "to", "in", "with", "from"})
_AGENT_DEPS = frozenset({"poss", "compound", "nmod", "amod"})
_THEMES = ("of", "on", "to", "with", "in", "against", "for", "into", "over")


@dataclass(frozen=True)
class Nominals:
    """What the noun rules need of one article.

    `named` maps a token to the name it belongs to; `country` tells the country of an adjective
    (`Chinese`), or None.
    """

    reading: Reading
    attribution: Attribution
    named: dict[int, Mention]
    country: Callable[[str], str | None]
    timed: frozenset[int] = frozenset()

    def propositions(self, noun: Token) -> Iterator[Proposition]:
        """Yield what one noun states."""
        if noun.pos_ not in NOMINAL and not (
            noun.tag_ == "VBG" and noun.dep_ in ("nsubj", "dobj", "pobj", "nsubjpass")
        ):
            return
        yield from self._apposition(noun)
        yield from self._title(noun)
        yield from self._kind(noun)
        yield from self._post(noun)
        yield from self._examples(noun)
        yield from self._event(noun)
        yield from self._mutual(noun)

    # --- who is what ---

    def _apposition(self, noun: Token) -> Iterator[Proposition]:
        """`Lin Jian, spokesperson for the Foreign Ministry`; `Nordea, Scandinavia's biggest lender`."""
        for child in noun.children:
            if child.dep_ != "appos" or child.pos_ not in ("NOUN", "PROPN"):
                continue
            if self.reading.doc[child.left_edge.i - 1].text == "(" and child.text.isupper():
                continue  # an abbreviation is another name, not a statement
            name, description = (noun, child) if self._is_name(noun) else (child, noun)
            if not self._is_name(name) or self._is_name(description) or not self._close(name, description):
                continue
            for role in members(description):
                if not self._is_name(role):
                    yield from self._role(name, role)

    def _close(self, name: Token, description: Token) -> bool:
        if description.i < name.i:
            return name.i - description.i < 12
        return description.left_edge.i - name.i < 4

    def _role(self, name: Token, role: Token) -> Iterator[Proposition]:
        if role.tag_ in ("NNS", "NNPS") and name.tag_ == "NNP" and not name.conjuncts:
            return
        found = False
        if country := self.country(role.text):
            target = Phrase(role.i, role.i, role.i + 1, country)
            yield self._state(role, name, "citizen of", target, extractor="apposition")
            return
        if role.lemma_.lower() in ROLE_NOUNS:
            for label, target in self._role_targets(role):
                found = True
                yield self._state(role, name, label, phrase(self.reading, target), extractor="apposition")
        if not found:
            yield self._state(role, name, "be", phrase(self.reading, role), extractor="apposition")

    def _role_targets(self, role: Token) -> Iterator[tuple[str, Token]]:
        """Yield `CEO of` and the organisation, from a preposition, a possessive or a modifier."""
        title = self._role_words(role)
        for prep in role.rights:
            if prep.dep_ == "prep" and prep.lower_ in _ROLE_PREPOSITIONS:
                for target in args.members_of(prep):
                    yield f"{title} {prep.lower_}", target
                return
        shared = (
            [p for p in role.head.rights if p.dep_ == "prep" and p.lower_ in ("of", "for", "at")]
            if role.dep_ == "conj"
            else []
        )
        later = [
            p
            for c in role.conjuncts
            if c.i > role.i
            for p in c.rights
            if p.dep_ == "prep" and p.lower_ in ("of", "for", "at")
        ]
        for prep in (shared + later)[:1]:
            for target in args.members_of(prep):
                yield f"{title} {prep.lower_}", target
            return
        for child in role.lefts:
            named = child.i in self.named or self.country(child.text)
            if child.dep_ in _AGENT_DEPS and named and child.lower_ not in ("former", "acting"):
                yield f"{title} of", child
                return

    def _role_words(self, role: Token) -> str:
        """The title itself with the modifiers that belong to it: `deputy prime minister`."""
        words = [
            c.text
            for c in role.lefts
            if c.dep_ in ("compound", "amod", "nmod")
            and c.i not in self.named
            and not self.country(c.text)
            and c.pos_ in ("NOUN", "PROPN", "ADJ")
            and c.text[0].isalpha()
        ]
        kept = [w for w in words if w.lower() not in ("new", "current", "own", "veteran", "longtime")]
        text = " ".join([*kept, role.lemma_ if role.tag_ == "NNS" else role.text])
        return text if any(w.isupper() and len(w) > 1 for w in text.split()) else text.lower()

    def _title(self, noun: Token) -> Iterator[Proposition]:
        """`NVIDIA CEO Huang Renxun`, `U.S. Commerce Secretary Rutenberg`, `Chinese President Hu`."""
        mention = self.named.get(noun.i)
        if mention is None or mention.type != "Person" or mention.head != noun.i:
            return
        stop = mention.first
        first = stop
        doc = self.reading.doc
        while (
            first > noun.sent.start
            and doc[first - 1].dep_ in ("compound", "nmod", "amod", "poss", "case", "appos")
            and not doc[first - 1].is_punct
        ):
            if doc[first - 1].dep_ in ("poss",) and doc[first - 1].i + 1 != first:
                break
            first -= 1
        first = self._office_start(noun, first)
        words = [doc[i] for i in range(first, stop)]
        if not words or not any(
            w.lemma_.lower() in ROLE_NOUNS for w in (words[-1], *(w for w in words if w.nbor(1).lower_ == "of"))
        ):
            return
        owner_stop = max((i + 1 for i, w in enumerate(words) if w.i in self.named or self.country(w.text)), default=0)
        owner = words[:owner_stop]
        owner = owner[:-1] if owner and owner[-1].dep_ == "case" else owner
        title = [
            w for w in words[owner_stop:] if w.dep_ != "case" and w.lower_ not in ("'s", "former", "acting", "then")
        ]
        text = " ".join(w.text for w in title)
        if not title:
            return
        text = text if any(w.isupper() and len(w) > 1 for w in text.split()) else _lower_title(text)
        if owner:
            target = Phrase(owner[-1].i, owner[0].i, owner[-1].i + 1, self.reading.wording(owner[0].i, owner[-1].i + 1))
            yield self._state(title[-1], noun, f"{text} of", target, extractor="title")
        elif len(title) > 1 or title[0].lemma_.lower() not in ("general", "member", "officer"):
            target = Phrase(title[-1].i, title[0].i, title[-1].i + 1, " ".join(w.text for w in title))
            yield self._state(title[-1], noun, "be", target, extractor="title", confidence=0.6)

    def _office_start(self, noun: Token, first: int) -> int:
        """Take in the rest of `Secretary of State NAME`, which runs over a preposition."""
        doc = self.reading.doc
        if (
            first - 2 >= noun.sent.start
            and doc[first - 1].lower_ == "of"
            and doc[first - 2].lemma_.lower() in ROLE_NOUNS
        ):
            first -= 2
            while (
                first > noun.sent.start
                and doc[first - 1].dep_ in ("compound", "nmod", "amod")
                and not doc[first - 1].is_punct
            ):
                first -= 1
        return first

    def _kind(self, noun: Token) -> Iterator[Proposition]:
        """`US bank Goldman Sachs`, `shoe giant Nike`: what kind of thing a name stands for."""
        mention = self.named.get(noun.i)
        if mention is None or mention.head != noun.i or mention.type == "Person" or mention.first <= noun.sent.start:
            return
        before = self.reading.doc[mention.first - 1]
        if (
            before.pos_ != "NOUN"
            or before.tag_ != "NN"
            or before.dep_ not in ("compound", "nmod")
            or before.i in self.named
        ):
            return
        if HEAD_TYPES.get(before.lemma_.lower()) not in _KINDS:
            return
        kind = phrase(self.reading, before)
        first = min(
            [kind.first, *(t.i for t in noun.lefts if t.dep_ in ("amod", "compound", "nmod") and t.i < before.i)]
        )
        whole = Phrase(before.i, first, before.i + 1, trimmed(self.reading.wording(first, before.i + 1)))
        yield self._state(before, noun, "be", whole, extractor="apposition", confidence=0.75)

    def _post(self, noun: Token) -> Iterator[Proposition]:
        """`his post as CEO of Apple`."""
        owners = [c for c in noun.lefts if c.dep_ == "poss"]
        if noun.lemma_.lower() not in POSTS or not owners:
            return
        for prep in noun.rights:
            for role in args.members_of(prep) if prep.dep_ == "prep" and prep.lower_ == "as" else []:
                if role.lemma_.lower() in ROLE_NOUNS:
                    targets = list(self._role_targets(role))
                    for label, target in targets:
                        yield self._state(role, owners[0], label, phrase(self.reading, target), extractor="post")
                    if not targets:
                        yield self._state(role, owners[0], "be", phrase(self.reading, role), extractor="post")

    def _examples(self, noun: Token) -> Iterator[Proposition]:
        """`Chinese AI companies such as DeepSeek`: DeepSeek is one of them."""
        if self._is_name(noun) or noun.pos_ != "NOUN":
            return
        for member in examples(noun):
            if self._is_name(member) and member.i - noun.i < 25:
                kind = phrase(self.reading, noun)
                if kind.label.lower() not in ("other", "others"):
                    yield self._state(noun, member, "be", kind, extractor="example", words="be one of")

    # --- what happens ---

    def _event(self, noun: Token) -> Iterator[Proposition]:
        """`the U.S. easing of chip export controls`, `his third visit to China`."""
        verb = _verb_of(noun)
        if verb is None or noun.dep_ in ("compound", "nmod", "amod") or self._is_name(noun):
            return
        themes = [
            (prep.lower_, t)
            for prep in noun.rights
            if prep.dep_ == "prep" and prep.lower_ in _THEMES
            for t in args.members_of(prep)
            if t.i not in self.timed
        ]
        if not themes:
            return
        preposition, theme = themes[0]
        doers = self._doers(noun)
        words = (
            verb
            if preposition in ("of", "on", "to") and verb not in ("talk", "rely", "depend", "agree")
            else f"{verb} {preposition}"
        )
        words = (
            verb
            if verb in ("visit", "invade", "attack", "ban") and preposition in ("to", "of", "on", "with")
            else words
        )
        for doer in doers[:3]:
            if doer.i != theme.i:
                yield self._state(
                    noun, doer, words, phrase(self.reading, theme), extractor="event-noun", confidence=0.65
                )

    def _doers(self, noun: Token) -> list[Token]:
        for child in noun.lefts:
            if child.dep_ == "poss":
                return [child, *(c for c in child.conjuncts if c.i < noun.i)]
        for prep in noun.rights:
            if prep.dep_ in ("prep", "agent") and prep.lower_ == "by":
                found = args.members_of(prep)
                if found:
                    return found
        for child in noun.lefts:
            whole = child.dep_ in ("compound", "nmod", "amod") and (child.i in self.named or self.country(child.text))
            if whole and (child.i not in self.named or self.named[child.i].type in _ACTORS):
                return [child]
        if (
            noun.lemma_.lower() in PEOPLE_EVENTS
            and noun.dep_ == "pobj"
            and noun.head.lower_ in ("during", "in", "for", "on", "at", "after")
        ):
            clause = noun.head.head
            return subjects(clause)[:2] if forms.is_verb(clause) and not forms.is_passive(clause) else []
        return []

    def _mutual(self, noun: Token) -> Iterator[Proposition]:
        """`talks between China and the United States`; `negotiations between U.S. and Chinese officials`."""
        if core(noun).lemma_.lower() not in MUTUAL or noun.dep_ in ("compound", "nmod"):
            return
        words = f"hold {noun.text.lower()} with" if noun.tag_ == "NNS" else f"have {noun.text.lower()} with"
        for prep in noun.rights:
            if prep.dep_ == "prep" and prep.lower_ == "between":
                parties = args.members_of(prep)
                if len(parties) == 1:
                    parties = self._modifying_parties(parties[0])
                if len(parties) == 2:
                    yield self._state(
                        noun,
                        parties[0],
                        words,
                        phrase(self.reading, parties[1]),
                        extractor="event-noun",
                        confidence=0.7,
                    )

    def _modifying_parties(self, noun: Token) -> list[Token]:
        for child in noun.lefts:
            if child.i in self.named or self.country(child.text):
                other = [c for c in child.conjuncts if c.i > child.i and (c.i in self.named or self.country(c.text))]
                if other:
                    return [child, other[0]]
        return []

    # --- parts ---

    def _is_name(self, token: Token) -> bool:
        return token.i in self.named

    def _state(
        self,
        root: Token,
        subject: Token,
        label: str,
        target: Phrase,
        *,
        extractor: str,
        confidence: float = 0.85,
        words: str = "",
    ) -> Proposition:
        polarity, modality = self._standing(root, extractor)
        clause = forms.clause_of(root)
        return Proposition(
            root=root.i,
            lemma=words or label,
            label=words or label,
            first=root.i,
            stop=root.i + 1,
            subject=phrase(self.reading, subject),
            object=target,
            polarity=polarity,
            modality=modality,
            speakers=tuple(phrase(self.reading, s) for s in self.attribution.speakers(clause))
            if clause is not None and extractor == "event-noun"
            else (),
            anchors=(root.i,) if extractor == "event-noun" else (),
            extractor=extractor,
            confidence=confidence,
        )

    def _standing(self, root: Token, extractor: str) -> tuple[Polarity, Modality]:
        """A title holds whatever the clause says; an event noun shares what frames its clause."""
        clause = forms.clause_of(root)
        if extractor != "event-noun" or clause is None:
            return "positive", "asserted"
        modality = standing(clause).modality
        objective = root.dep_ in ("dobj", "pobj", "conj") and modality in (
            "planned",
            "hoped",
            "possible",
            "conditional",
            "required",
            "asked",
        )
        return "positive", modality if objective else "asserted"


_ACTORS = frozenset(
    {"Person", "Company", "Organization", "Government", "GovernmentBody", "InternationalBody", "Country", "NewsOutlet"}
)


_KINDS = frozenset({"Company", "Organization", "GovernmentBody", "NewsOutlet", "Product", "Place"})


def _verb_of(noun: Token) -> str | None:
    """The verb that says the same as an event noun, or None: `easing of`, `visit to`."""
    if noun.tag_ == "VBG" and any(c.lower_ == "of" for c in noun.rights):
        return noun.lemma_.lower()
    return EVENT_NOUNS.get(noun.lemma_.lower()) or EVENT_NOUNS.get(noun.lower_)


def _lower_title(text: str) -> str:
    """`Prime Minister` → `prime minister`; a title that names an office keeps its capitals."""
    words = text.split()
    return text.lower() if all(w.lower() in ROLE_NOUNS or w.lower() in _TITLE_WORDS for w in words) else text


_TITLE_WORDS = frozenset(
    "prime vice deputy senior chief first general executive assistant junior press acting former "
    "managing lead head".split()
)
