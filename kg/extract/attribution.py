"""Who says so: the chain of speakers behind a clause, from the innermost to the outermost.

A clause is said by the subject of the reporting verb it depends on, by whom `according to` names,
and by the speaker of the quotation it stands in; each of those may in turn be reported by somebody
else (`Bloomberg reported that, according to Siemens, …`). Things that speak, such as a report or a
notice, bring in whoever made them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.adjuncts import is_concession
from kg.extract.carried import carried_by
from kg.extract.control import is_phoned, prepositional_controller
from kg.extract.forms import is_infinitive, is_passive, is_verb
from kg.extract.lists import members
from kg.extract.makers import is_body, made_in, makers
from kg.extract.noun_clauses import holders, noun_of
from kg.extract.nouns import ROLE_NOUNS, SOURCE_NOUNS
from kg.extract.reporting import reporting_class
from kg.extract.subjects import agents, subjects
from kg.extract.verbs import CLAIMING, OBJECT_CONTROL, STANCE_ADJECTIVES
from kg.stages import Quotation

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_JOURNALISM = frozenset({"report", "article", "story", "paper", "newspaper", "magazine", "piece", "interview"})
_UTTERANCES = frozenset("answer reply response verdict warning reaction question advice explanation".split())
"""What somebody says, and what therefore speaks for its owner."""
_CITED = ROLE_NOUNS | SOURCE_NOUNS | frozenset("people person witness researcher scientist expert analyst".split())
"""Common nouns for whom a report may cite, bodies aside."""
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})
_VOICED = frozenset({"say", "claim", "report", "think", "warn", "confirm"})
"""Kinds of reports that somebody makes even where a passive does not say who."""
_SHOWING = frozenset("find show document detail learn hear rule publish broadcast know assume".split())
"""Verbs of those kinds whose passive says that something is so."""
_HEARSAY = frozenset("say report allege claim rumor rumour".split())
"""Verbs whose passive reports an infinitive: `is said to own it`."""
_GOING_ON = frozenset({"continue", "go"})
_QUESTIONS = frozenset("whether if why how when where what who".split())
_LOOK_BACK = 4
"""Sentences back in which the maker of `the report` is looked for."""


@dataclass
class Attribution:
    """The speakers of one article's clauses; built once, asked for each verb.

    `openings` are the tokens that open a paragraph, in which a report of the one before does not go on.
    """

    doc: Doc
    quotations: Sequence[Quotation]
    openings: frozenset[int] = frozenset()
    _words: dict[int, Quotation] = field(default_factory=dict)
    _makers: dict[int, list[tuple[str, Token]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Index quotations by token and the makers of reports and notices by sentence."""
        for quotation in self.quotations:
            self._words.update(dict.fromkeys(range(quotation.first, quotation.stop), quotation))
        for number, sentence in enumerate(self.doc.sents):
            self._makers[number] = list(made_in(sentence))
        self._sentence_of = {t.i: n for n, s in enumerate(self.doc.sents) for t in s}

    def speakers(self, verb: Token) -> list[Token]:
        """Return the heads of those who say what `verb` states, innermost first.

        A verb that itself reports in the article's own voice has none. Where nobody is named who says
        quoted words, their opening mark stands for whoever does.
        """
        found, quotation = list(self._chain(verb)), self._words.get(verb.i)
        if quotation is not None and self._utterance(verb) is None:  # a fragment of somebody else's sentence
            inner = [s for s in found if self._same_quotation(s, quotation)]
            found = [*inner, *self.quoted(verb), *(s for s in found if s not in inner)]
        return list(dict.fromkeys(found))

    def quoted(self, token: Token) -> list[Token]:
        """Return whose quoted words `token` is among: the speaker's head, or the opening mark; else nothing.

        What stands between quotation marks is not the article's own word, be it a whole utterance or
        a part of one.
        """
        quotation = self._words.get(token.i)
        return list(self._voice(quotation)) if quotation is not None else []

    def _voice(self, quotation: Quotation) -> Iterator[Token]:
        if quotation.speaker is None:
            yield self.doc[quotation.first]
        for speaker in members(self.doc[quotation.speaker]) if quotation.speaker is not None else []:
            yield from self._with_maker(speaker, speaker)
            yield from self._citing(speaker)

    def _utterance(self, verb: Token) -> Quotation | None:
        """The quotation that `verb` is said in: a whole one, or one that its whole sentence stands in."""
        quotation = self._words.get(verb.i)
        if quotation is None or quotation.whole or self._same_quotation(verb.sent.root, quotation):
            return quotation
        return None

    def _chain(self, verb: Token) -> Iterator[Token]:
        node, quotation = verb, self._utterance(verb)
        for _ in range(len(verb.sent)):
            for source in (*_according_to(node, verb), *_aside(node, verb)):
                yield from self._with_maker(source, node)
            if quotation is not None and not self._same_quotation(node.head, quotation):
                break
            if quotation is None and is_concession(node):
                break  # `said it was safe, although tests failed`: the article remarks that
            reporting = reporter(node) or (carried_by(node, self.openings) if node.i not in self._words else None)
            if reporting is not None:
                yield from self._tellers(reporting)
            elif (noun := noun_of(node)) is not None:
                teller = _told_in(noun)
                yield from holders(noun) if teller is None else self._tellers(teller)
            elif node.dep_ == "ccomp" and node.head.lemma_.lower() in STANCE_ADJECTIVES and is_verb(node.head.head):
                yield from subjects(node.head.head)[:3]
            if node.head == node and reporting is None:
                break
            node = node.head if node.head != node else reporting or node
        if quotation is not None:
            yield from self._voice(quotation)
            if quotation.verb is not None and quotation.verb not in range(quotation.first, quotation.stop):
                yield from self._chain(self.doc[quotation.verb])

    def _tellers(self, verb: Token) -> Iterator[Token]:
        """Who reports by `verb`; the verb itself stands for somebody unnamed (`it was reported that …`)."""
        if verb.lemma_ == "hear" and not is_passive(verb) and any(s.pos_ == "NOUN" for s in subjects(verb)):
            yield verb  # `the court heard that …`: somebody told it
            return
        passive = is_passive(verb)
        tellers = agents(verb) if passive else subjects(verb)[:3]
        yield from _sources(verb)
        for teller in tellers:
            speaker = next((c for c in teller.lefts if c.dep_ == "nsubj"), teller) if teller.pos_ == "VERB" else teller
            yield from self._with_maker(speaker, verb)
            yield from self._citing(speaker)
        if passive and not tellers and reporting_class(verb) in _VOICED and verb.lemma_.lower() not in _SHOWING:
            yield verb

    def _same_quotation(self, token: Token, quotation: Quotation) -> bool:
        return quotation.first <= token.i < quotation.stop

    def _with_maker(self, speaker: Token, verb: Token) -> Iterator[Token]:
        """Yield a speaker; for a thing that speaks, whoever made it instead, where that is known."""
        lemma = speaker.lemma_.lower()
        if speaker.pos_ != "NOUN" or not (lemma in SOURCE_NOUNS or lemma in _UTTERANCES):
            yield speaker
            return
        owners = [c for c in speaker.children if c.dep_ == "poss"]
        if owners and lemma != "source":
            yield from owners[:1]
            return
        yield from makers(speaker) or self._earlier_maker(speaker) or [speaker]

    def maker(self, noun: Token) -> Token | None:
        """Return who made the bare `the report` that says something, where the article told it before."""
        told = noun.dep_ == "nsubj" and len(list(noun.lefts)) == 1 and not list(noun.rights)
        if not told or noun.lemma_.lower() not in SOURCE_NOUNS or reporting_class(noun.head) is None:
            return None
        return next(iter(self._earlier_maker(noun)), None)

    def _citing(self, speaker: Token) -> Iterator[Token]:
        """`The report cited sources who said …`: the report speaks through them."""
        verb = speaker.head
        if speaker.dep_ == "dobj" and is_verb(verb) and verb.lemma_.lower() in ("cite", "quote"):
            for outer in subjects(verb)[:1]:
                yield from self._with_maker(outer, verb)

    def _earlier_maker(self, noun: Token) -> list[Token]:
        """Look back for who made `the report` or `the notice`."""
        if not any(c.lower_ in _DEFINITE for c in noun.lefts):
            return []
        here = self._sentence_of.get(noun.i, 0)
        wanted = _JOURNALISM if noun.lemma_.lower() in _JOURNALISM else {noun.lemma_.lower()}
        for number in range(here, max(-1, here - _LOOK_BACK), -1):
            for lemma, maker in reversed(self._makers.get(number, [])):
                if lemma in wanted and maker.i < noun.i:
                    return [maker]
        return []


def _sources(verb: Token) -> Iterator[Token]:
    """Whom a report cites: `Reuters reported that …, citing police`; a reason (`citing fears`) is nobody."""
    for child in verb.children:
        if child.dep_ == "advcl" and child.lower_ in ("citing", "quoting"):
            for source in (m for c in child.rights if c.dep_ == "dobj" for m in members(c)):
                lemma = source.lemma_.lower()
                if source.pos_ == "PROPN" or lemma in _CITED or is_body(source):
                    yield source


def _told_in(noun: Token) -> Token | None:
    """The verb of `told reporters in a statement that …`, whose clause the parser hangs on the statement."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "in" else None
    return verb if verb is not None and is_verb(verb) and reporting_class(verb) in _VOICED else None


def is_nobody(speaker: Token) -> bool:
    """Whether a speaker is only known by a quotation mark, or by the verb that somebody unnamed reports with."""
    return bool(speaker.is_punct) or speaker.pos_ == "VERB"


def reporter(clause: Token) -> Token | None:
    """Return the verb that reports `clause`, the verb above it or above its preposition (`asked about whether …`)."""
    above = clause.head
    if clause.dep_ == "pcomp" and above.dep_ == "prep" and reporting_class(above.head) in ("ask", "doubt"):
        asked = any(c.dep_ in ("mark", "advmod") and c.lower_ in _QUESTIONS for c in clause.lefts)
        return above.head if asked and is_verb(above.head) else None
    return above if above != clause and reports(above, clause) else None


def reports(verb: Token, clause: Token) -> bool:
    """Whether `verb` reports `clause` as what somebody says, thinks or asks."""
    if not is_verb(verb):
        return False
    lemma = verb.lemma_.lower()
    if is_infinitive(clause) and _asks(verb, clause):
        return True
    if clause.dep_ == "xcomp":
        own = clause.tag_ == "VBG" and reporting_class(verb) in ("deny", "confirm")  # `denied taking bribes`
        return own or lemma in CLAIMING or (lemma in _HEARSAY and is_passive(verb))
    if lemma in _GOING_ON and any(c.dep_ == "xcomp" for c in verb.children):
        return False  # `…, so exports will continue to grow`
    if clause.dep_ == "prep" and clause.lower_ in ("of", "for"):  # `accused X of lying`
        return lemma in ("accuse", "suspect", "blame") and any(c.dep_ == "pcomp" for c in clause.children)
    return clause.dep_ in ("ccomp", "parataxis") and reporting_class(verb) is not None


def _asks(verb: Token, deed: Token) -> bool:
    """Whether `verb` asks somebody for `deed`: `urged Congress to pass it`, `called on Congress to pass it`."""
    asked = [c for c in verb.rights if c.dep_ == "dobj" and c.i < deed.i]
    wish = bool(asked) and OBJECT_CONTROL.get(verb.lemma_.lower()) == "hoped" and not is_phoned(verb, deed)
    return deed.dep_ in ("xcomp", "advcl") and (wish or prepositional_controller(verb, deed) is not None)


def _according_to(verb: Token, stated: Token) -> Iterator[Token]:
    """Sources named by `according to` in the clause of `verb`, unless `stated` describes the source."""
    for child in verb.children:
        if child.lower_ != "according" or child.dep_ not in ("prep", "advcl", "advmod"):
            continue
        if not child.is_ancestor(stated):
            for to in child.children:
                yield from (m for c in to.children if c.dep_ == "pobj" for m in members(c))


def _aside(verb: Token, stated: Token) -> Iterator[Token]:
    """Speakers set off inside the clause of `verb`: `the sanctions, Russia said, violate the law`."""
    for child in verb.children:
        if child.dep_ == "parataxis" and child != stated and not child.is_ancestor(stated) and is_verb(child):
            bare = not any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in child.children)
            if bare and reporting_class(child) in ("say", "claim", "report", "think", "warn", "expect", "confirm"):
                yield from subjects(child)[:3]
