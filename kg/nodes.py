"""What phrases name: an entity of the article, a thing of its own, an amount, a time or a word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from kg import ids
from kg.extract.contents import shorten
from kg.extract.lists import is_fraction
from kg.extract.nouns import HEAD_TYPES
from kg.extract.phrases import brief
from kg.extract.phrases import phrase as noun_phrase
from kg.extract.retold import told_before
from kg.extract.retold_clauses import clause_retold, told_by
from kg.extract.shells import is_definite, points
from kg.extract.specifics import OPEN_PRONOUNS
from kg.gazetteer import Entry
from kg.glosses import Glosses
from kg.identity import outside_iris
from kg.measures import Amount, Timed
from kg.model import ClaimRef, Entity, EntityRef, Node, Quantity, Value
from kg.ontology import Ontology
from kg.stages import Content, Phrase, Resolution

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.language import Reading

_POINTING_TAGS = ("WDT", "WP", "DT", "PRP", "PRP$", "EX")
_COUNTING = frozenset({"many", "most", "some", "few", "several"})
UNNAMED = "an unnamed speaker"
"""What somebody is called who says something and whom the article does not tell."""
_SEEN_AGAIN = frozenset({"Agreement", "Legislation"})
"""Types of which an article has few: `this pact` is the agreement told of last."""
_LONGEST_HAPPENING = 90
_WORD_KINDS = ("ADJ", "ADV", "VERB", "ADP", "NUM")


@dataclass(frozen=True)
class Nodes:
    """The nodes of one article, made as its phrases need them.

    `nation` tells what is known of the country of an adjective (`Chinese`), or None.
    """

    reading: Reading
    resolution: Resolution
    ontology: Ontology
    times: Sequence[Timed]
    amounts: Sequence[Amount]
    nation: Callable[[str], Entry | None]
    _things: dict[str, Entity] = field(default_factory=dict)
    _spelled: dict[str, Entity] = field(default_factory=dict)
    _told: dict[tuple[str, int, int], str] = field(default_factory=dict)

    def named(self, phrase: Phrase) -> list[Node]:
        """Return what a phrase names: one node, several for a plural, none if unresolved."""
        head = self.reading.doc[phrase.head]
        if self._is_measure(head):
            return [self._value(phrase)]
        if product := self._product(head):
            return [self._reference(product[0], phrase, product[1])]
        people = _is_counted(head) or self._is_population(head)
        if (known := self.denoted(head)) and not people:
            return [self._reference(entity, phrase, head) for entity in known]
        if (before := self.resolution.described.get(head.i)) is not None:
            return self._described(phrase, head, self.reading.doc[before])
        if (one := self.resolution.among.get(head.i)) and head.tag_ == "PRP":
            return [self._group(one[0], head)]
        pointing = head.pos_ == "PRON" or head.tag_ in _POINTING_TAGS
        described = head.lower_ in OPEN_PRONOUNS and phrase.stop > head.i + 1  # `those who …`
        if (pointing and not is_fraction(head) and not described) or not phrase.label:
            return []
        if (nation := self.nation(head.text)) and not people:
            return [self._reference(self._country(nation), phrase, head)]
        gerund = head.tag_ == "VBG" and head.dep_ != "pcomp"
        if head.pos_ in _WORD_KINDS and not gerund and not is_fraction(head):
            return [self._value(phrase)]
        return self._again(phrase, head) or [self.thing(phrase)]

    def _is_population(self, head: Token) -> bool:
        """Whether the people of a country are meant: `Germans fear it`, but `the Germans refused`."""
        plural = head.tag_ in ("NNS", "NNPS") and head.text.endswith("s") and head.dep_ == "nsubj"
        return plural and not list(head.lefts) and self.nation(head.text) is not None

    def _described(self, phrase: Phrase, head: Token, before: Token) -> list[Node]:
        """What a pronoun or description stands for that has no name: the thing at `before`, mentioned here."""
        first = head.i if head.pos_ == "PRON" else self._without_article(phrase)
        place = self._place(first, head.i + 1 if head.pos_ == "PRON" else phrase.stop)
        told = self.named(noun_phrase(self.reading, before))
        return [EntityRef(node.entity, *place) for node in told if isinstance(node, EntityRef)]

    def _again(self, phrase: Phrase, head: Token) -> list[Node]:
        """What a bare definite noun names that the article told of before: `the plan`."""
        if _folded(phrase.label) != head.lower_:
            return []
        before = told_before(self.reading, head, lambda token: bool(self.denoted(token)))
        if before is None and (verb := clause_retold(head)) is not None:
            return [self.thing(replace(phrase, label=f"{phrase.label} ({self._happening(verb)})"))]
        return [] if before is None else self._described(phrase, head, before)

    def _happening(self, verb: Token) -> str:
        """What happened, in few words, as the clause of `verb` tells it."""
        clause = told_by(self.reading, verb)
        subject, words = self.reading.doc[clause.first], self._glossed(clause)
        common = subject.pos_ not in ("PROPN", "PRON") and not subject.ent_type_
        return shorten(words[0].lower() + words[1:] if common else words, _LONGEST_HAPPENING)

    def is_people(self, phrase: Phrase) -> bool:
        """Whether a phrase says of which country somebody is, and does not name it: `an Indian`, `Swiss`."""
        word = self.reading.doc[phrase.head].text
        nation = self.nation(word)
        if nation is None or word.lower() != phrase.label.lower():
            return False
        return word not in (nation.label, *nation.aliases)

    def people(self, phrase: Phrase) -> Value:
        """Return the words of a phrase as what somebody is: `Indian`."""
        return self._value(phrase)

    def somebody(self, phrase: Phrase) -> list[EntityRef]:
        """Return who speaks: what `phrase` names; a share (`two-thirds of voters`) and a misread noun are somebody."""
        found, head = self.named(phrase), self.reading.doc[phrase.head]
        if one := self.resolution.among.get(head.i):  # `we think …`, said by one of them
            return [self._reference(one[0], phrase, head)]
        noun = is_fraction(head) or (head.pos_ == "ADJ" and head.dep_ == "nsubj" and phrase.first < phrase.head)
        if found and isinstance(found[0], Value) and noun:
            return [self.thing(phrase)]
        return [node for node in found if isinstance(node, EntityRef)]

    def unnamed(self, phrase: Phrase) -> EntityRef:
        """Return somebody who speaks and is not named, known by a pronoun or an opening quotation mark."""
        place = self._place(phrase.head, phrase.head + 1)
        key = f"{UNNAMED} {place[1]}"
        if key not in self._things:
            kind = "Person" if self.reading.doc[phrase.head].lower_ in ("he", "she") else "Thing"
            iri = ids.phrase_iri(key, self.reading.article.id)
            self._things[key] = Entity(iri, UNNAMED, kind, self.ontology.superclasses(kind), (UNNAMED,), named=False)
        return EntityRef(self._things[key], *place)

    def _group(self, one: Entity, head: Token) -> EntityRef:
        """Return whom `we` of `one` means where nothing tells who the others are."""
        place = self._place(head.i, head.i + 1)
        key = f"we ({one.label} and others)"
        if key not in self._things:
            iri = ids.phrase_iri(key, self.reading.article.id)
            self._things[key] = Entity(iri, key, "Person", self.ontology.superclasses("Person"), (key,), named=False)
        return EntityRef(self._things[key], *place)

    def denoted(self, token: Token) -> tuple[Entity, ...]:
        """Return the entities that `token` denotes as a name, a pronoun or a description."""
        return self.resolution.denoted.get(token.i, ())

    def thing(self, phrase: Phrase) -> EntityRef:
        """Return the common-noun phrase as a node of its own; equal labels are one node.

        What is spelled out once (`a plan that would cut debt`) is the same where it is named again (`the plan`).
        """
        first, head = self._without_article(phrase), self.reading.doc[phrase.head]
        phrase = replace(phrase, label=self._glossed(phrase)) if " " in phrase.label else phrase
        key = _folded(phrase.label)
        met = self._met(head, key)
        if met is None:
            met = self._things.setdefault(key, self._things.get(key) or self._made(phrase, head, key))
        return EntityRef(met, *self._place(first, phrase.stop))

    def _met(self, head: Token, key: str) -> Entity | None:
        """The thing that a definite phrase names again: by its short name, or `this pact` by its kind."""
        if key in self._spelled and is_definite(head):
            return self._spelled[key]
        kind = HEAD_TYPES.get(head.lemma_.lower(), "")
        if key in self._things or kind not in _SEEN_AGAIN or not points(head) or key != head.lower_:
            return None
        return next((t for t in reversed(self._things.values()) if t.type == kind), None)

    def _made(self, phrase: Phrase, head: Token, key: str) -> Entity:
        kind = HEAD_TYPES.get(head.lemma_.lower(), "Thing")
        iri = ids.phrase_iri(key, self.reading.article.id)
        made = Entity(iri, phrase.label, kind, self.ontology.superclasses(kind), (phrase.label,), named=False)
        short = _folded(brief(self.reading, head).label)
        if key.startswith(f"{short} ") and short not in self._things:
            self._spelled[short] = made
        return made

    def content(self, clause: Content) -> ClaimRef:
        """Return a clause as a node; it is linked to the statement of its verb later."""
        _, start, end = self._place(clause.first, clause.stop)
        return ClaimRef(f"#{clause.root}", self._glossed(clause), start, end)

    def _glossed(self, words: Phrase | Content) -> str:
        """The words of a clause or phrase with whom its pronouns mean in brackets: `[Acme] sold it`."""
        place = words.label, words.first, words.stop
        if place not in self._told:  # several statements share a phrase
            self._told[place] = Glosses(self.reading, self.resolution).told(*place)
        return self._told[place]

    def _place(self, first: int, stop: int) -> tuple[str, int, int]:
        """Wording and character range of the tokens `first` to `stop`."""
        return self.reading.wording(first, stop), self.reading.start(first), self.reading.end(stop - 1)

    def _is_measure(self, head: Token) -> bool:
        return head.i in self._timed or self._amount(head) is not None

    @cached_property
    def _timed(self) -> frozenset[int]:
        """The tokens of time expressions."""
        return frozenset(i for time in self.times for i in time.tokens)

    def _amount(self, head: Token) -> Quantity | None:
        """The amount that stands for itself at `head`; `30,000 soldiers` are soldiers."""
        amount = next((a for a in self.amounts if head.i in a.tokens), None)
        return amount.quantity if amount is not None and amount.value else None

    def _value(self, phrase: Phrase) -> Value:
        quantity = self._amount(self.reading.doc[phrase.head])
        _, start, end = self._place(phrase.first, phrase.stop)
        words = phrase.label if quantity else self._glossed(phrase)
        return Value(words, start, end, quantity, quantity.value if quantity else words)

    def _product(self, head: Token) -> tuple[Entity, Token] | None:
        """`a customized H20 chip` is the H20: a product's name before a noun for such products."""
        if self.denoted(head) or HEAD_TYPES.get(head.lemma_.lower()) != "Product":
            return None
        for child in head.lefts:
            known = self.denoted(child)
            if child.i == head.i - 1 and len(known) == 1 and known[0].type == "Product":
                return known[0], child
        return None

    def _reference(self, entity: Entity, phrase: Phrase, head: Token) -> EntityRef:
        return EntityRef(entity, *self._place(*self._mention(phrase, head)))

    def _mention(self, phrase: Phrase, head: Token) -> tuple[int, int]:
        """Tokens of the mention itself: the run around the head that denotes the same entity."""
        denoted = self.resolution.denoted
        here = denoted.get(head.i)
        first, stop = head.i, head.i + 1
        while first > phrase.first and denoted.get(first - 1) == here:
            first -= 1
        while stop < phrase.stop and denoted.get(stop) == here:
            stop += 1
        called = head.text in (alias for entity in here or () for alias in entity.aliases)
        if stop - first == 1 and not called and head.pos_ in ("NOUN", "PROPN"):
            return phrase.first, stop
        return first, stop

    def _without_article(self, phrase: Phrase) -> int:
        """First token after a leading article or quotation mark, which the label lacks."""
        first, doc = phrase.first, self.reading.doc
        while first < phrase.head and (doc[first].is_punct or doc[first].dep_ in ("det", "predet")):
            first += 1
        return first

    def _country(self, nation: Entry) -> Entity:
        name = nation.label
        for entity in self.resolution.entities:
            if entity.label == name or name in entity.aliases:
                return entity
        if name not in self._things:
            types = self.ontology.superclasses("Country")
            self._things[name] = Entity(
                ids.entity_iri(name), name, "Country", types, (name,), same_as=outside_iris(nation)
            )
        return self._things[name]


def _folded(label: str) -> str:
    return " ".join(label.lower().split())


def _is_counted(head: Token) -> bool:
    """Whether a plural is some people of a country and not the country: `many Americans`, `100,000 Greeks`."""
    counting = any(c.dep_ == "nummod" or c.lower_ in _COUNTING for c in head.lefts)
    return counting and head.text.endswith("s") and head.text[0].isupper()


def key(node: Node | None) -> str:
    """What tells a node from the others of its article: the IRI of an entity, place and words of a value."""
    if isinstance(node, EntityRef):
        return node.entity.id
    return "" if node is None else f"{node.start}:{node.label}"


def type_of(node: Node | None) -> str | None:
    """The entity type of a node, None where it is no entity."""
    return node.entity.type if isinstance(node, EntityRef) else None
