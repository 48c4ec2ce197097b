"""What surrounds a statement: further participants, speakers, time and quantity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.attribution import is_nobody
from kg.extract.forms import is_verb
from kg.extract.phrases import can_act
from kg.extract.reporting import reporting_class
from kg.measures import Amount, Timed
from kg.model import EntityRef, Qualifier, Quantity, TimeSpan
from kg.nodes import Nodes, key
from kg.stages import Phrase, Proposition

if TYPE_CHECKING:
    from spacy.tokens import Token

_MODIFIERS = frozenset({"compound", "nmod", "amod", "poss"})
_HABITUAL = frozenset("yearly annually usually traditionally always often monthly weekly daily typically".split())
"""Adverbs of what happens again and again, which has no one date."""
_NAMING_MEMBERS = ("like", "including", "as")
_SOMEBODY = frozenset("he she they it him her them some many others few several one another most".split())
"""Pronouns that speak for somebody even where nobody knows for whom."""


@dataclass(frozen=True)
class Circumstances:
    """Looks up what else a proposition says among the nodes of its article."""

    nodes: Nodes

    def qualifiers(self, p: Proposition) -> tuple[Qualifier, ...]:
        """Return the further participants, each role and node once, at its first place."""
        found = [Qualifier(role, node) for role, phrase in p.qualifiers for node in self.nodes.named(phrase)]
        for phrase in (
            p.subject,
            p.object,
            *(phrase for role, phrase in p.qualifiers if not self._tells_deed(role, phrase)),
        ):
            if isinstance(phrase, Phrase):
                found += self._parts(phrase)
        return tuple({(q.role, key(q.object)): q for q in reversed(found)}.values())[::-1]

    def _parts(self, phrase: Phrase) -> Iterator[Qualifier]:
        """Yield who or what else a phrase names inside: owners, places, members of a comparison.

        `Rutenberg's remarks`, `officials in London`: the names are linked to the statement although
        its subject or object is the whole.
        """
        head = self.nodes.reading.doc[phrase.head]
        own = self.nodes.denoted(head)
        for role, word in _inner_names(head, named=bool(own)):
            token = _owner(word)
            known = self.nodes.denoted(token)
            if token.lower_ == "our" and any(e.type == "Person" for e in known):
                continue  # `our economy` is not the speaker's alone
            if token.tag_ == "PRP$" and len(known) > 1:
                continue  # `despite their attempts` of two: neither alone has them
            if known == own or self.nodes.denoted(token.head) == known:
                continue
            if not known and token.i not in self.nodes.resolution.described:
                continue
            for node in self.nodes.named(Phrase(token.i, token.left_edge.i, token.i + 1, token.text)):
                yield Qualifier(role, node)

    def speakers(self, p: Proposition) -> tuple[EntityRef, ...]:
        """Return who says so, innermost first, each once.

        Whoever is unresolved is left out; where that is everybody, somebody unnamed says it, for the
        article does not.
        """
        found: dict[str, EntityRef] = {}
        for phrase in p.speakers:
            for node in self.nodes.somebody(phrase):
                found.setdefault(node.entity.id, node)
        if found:
            return tuple(found.values())
        return tuple(self.nodes.unnamed(phrase) for phrase in p.speakers if self._speaks(phrase))[-1:]

    def _speaks(self, phrase: Phrase) -> bool:
        head = self.nodes.reading.doc[phrase.head]
        return is_nobody(head) or head.lower_ in _SOMEBODY

    def time(self, p: Proposition) -> TimeSpan | None:
        """Return when it holds: a time that hangs on the nearest of its anchors."""
        if any(c.lower_ in _HABITUAL for c in self.nodes.reading.doc[p.root].children):
            return None
        anchors = frozenset(p.anchors)
        near = [t for t in self.nodes.times if not anchors.isdisjoint(t.hosts)]
        times = [t for t in near if t.span is not None and not self._is_out_of_time(t.span, p)]
        for anchor in p.anchors:
            if found := [t for t in times if self._holds(t, anchor, p)]:
                return _nearest(self._closest(self._own(found)), p).span
        return None

    def _is_out_of_time(self, span: TimeSpan, p: Proposition) -> bool:
        return self._is_past_wish(span, p) or self._is_said_later(span, p)

    def _is_said_later(self, span: TimeSpan, p: Proposition) -> bool:
        """`said that it would close … by next summer`: what was said was not said on a day to come."""
        root, published = self.nodes.reading.doc[p.root], self.nodes.reading.article.published
        if published is None or root.tag_ not in ("VBD", "VBP", "VBZ") or reporting_class(root) is None:
            return False
        return (span.start or span.end or published) > published

    def _is_past_wish(self, span: TimeSpan, p: Proposition) -> bool:
        """`hopes to avoid the strikes of 2003`: what is wished or planned now is not for a day that is over."""
        root, published = self.nodes.reading.doc[p.root], self.nodes.reading.article.published
        if p.modality not in ("hoped", "planned") or published is None or span.end is None or span.end >= published:
            return False
        return any(c.tag_ == "TO" for c in root.lefts) and root.head.tag_ in ("VBP", "VBZ")

    def _own(self, times: Sequence[Timed]) -> Sequence[Timed]:
        """Those that say when; beside them `for May` says of when the object is: `gave the rate for May on Friday`."""
        doc = self.nodes.reading.doc
        when = [t for t in times if doc[max(0, t.tokens.start - 1)].lower_ != "for"]
        return when or times

    def _closest(self, times: Sequence[Timed]) -> list[Timed]:
        """Those that hang most directly on their verb: `announced the rate for May on Thursday` was on Thursday."""
        nearest = min(len(t.hosts) for t in times)
        return [t for t in times if len(t.hosts) == nearest]

    def _holds(self, time: Timed, anchor: int, p: Proposition) -> bool:
        # A time is shared with the second verb of a pair only if it stands before both.
        if anchor not in time.hosts or self._is_of_subject(time, p):
            return False
        if anchor == p.root and p.modality == "hoped" and time.span is not None and time.span.end is None:
            return False  # `has urged Congress to act since May`: the urging goes on
        return self.nodes.reading.doc[p.root].dep_ != "conj" or anchor == p.root or time.tokens.start < anchor

    def _is_of_subject(self, time: Timed, p: Proposition) -> bool:
        """`the rise in January hurt exporters`: that dates the rise; who acts is dated with the deed."""
        doc, start = self.nodes.reading.doc, time.tokens.start
        head = doc[p.subject.head]
        beside = start >= 2 and doc[start - 1].lower_ == "in" and start - 2 == head.i and time.tokens.stop == p.first
        return beside and head.pos_ == "NOUN" and not can_act(head)

    def _tells_deed(self, role: str, phrase: Phrase) -> bool:
        """Whether a qualifier is a clause, which may have an amount of its own: `died after it shed 5,000 jobs`."""
        inner = self.nodes.reading.doc[phrase.head]
        return role in ("purpose", "that", "score") or is_verb(inner)

    def quantity(self, p: Proposition) -> Quantity | None:
        """Return the amount within its own words, its object or its qualifiers; in the subject where it has none.

        `owns a 43 percent stake in Nissan` and `a $4 billion investment in Uber` have it within their words,
        `fined Google $5 billion` beside its object.
        """
        root = self.nodes.reading.doc[p.root]
        first = root.left_edge.i if root.pos_ == "NOUN" else p.first
        beside = [c.i for c in root.children if c.dep_ == "dobj"] if root.pos_ == "VERB" else []
        given = beside[1:] if isinstance(p.object, Phrase) and beside and beside[0] == p.object.head else []
        for amount in self.nodes.amounts:
            if first <= amount.tokens.start < p.stop or any(i in amount.tokens for i in given):
                return amount.quantity
        phrases = [p.object] if isinstance(p.object, Phrase) else []
        phrases += [phrase for role, phrase in p.qualifiers if not self._tells_deed(role, phrase)]
        for phrase in phrases or [p.subject]:
            for amount in self.nodes.amounts:
                if phrase.first <= amount.tokens.start < phrase.stop and self._measures(amount, phrase):
                    return amount.quantity
        return None

    def _measures(self, amount: Amount, phrase: Phrase) -> bool:
        """Whether an amount is that of the thing itself; `trade between two nations` is not two of anything."""
        doc = self.nodes.reading.doc
        above = doc[amount.tokens.start]
        while above.i != phrase.head and above.head != above:
            inner = above.i in amount.tokens or above.dep_ not in ("prep", "pobj")
            if not inner and not amount.value and not _is_bundled(above):
                return False
            if above.dep_ in ("nsubj", "nsubjpass") and above.head.i > phrase.head:
                return False  # `reports that 300 left`: who leaves is counted
            above = above.head
        return True


def _owner(word: Token) -> Token:
    """The noun that `whose` stands for, any other word itself: `Ann Lee, whose firm failed`."""
    clause = next((t for t in word.ancestors if t.dep_ == "relcl"), None) if word.tag_ == "WP$" else None
    return word if clause is None else clause.head


def _is_bundled(prep: Token) -> bool:
    """Whether `of` leads to what a bundle or a loss is of: `a fleet of 30 ships`, not `leaders of 30 states`."""
    return prep.lower_ == "of" and not can_act(prep.head)


def _nearest(times: Sequence[Timed], p: Proposition) -> Timed:
    """Of several times of one verb, the first after its object: `met Hu on Thursday, Wu on Friday`."""
    stop = p.object.stop if isinstance(p.object, Phrase) else -1
    after = [t for t in times if stop >= 0 and t.tokens.start >= stop]
    return after[0] if after else times[0]


def _inner_names(head: Token, *, named: bool) -> Iterator[tuple[str, Token]]:
    """Yield the tokens of a noun phrase below its head with their roles, clauses left out.

    A name's own modifiers (`U.S. Commerce Secretary Rutenberg`) are its title, told elsewhere.
    """
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ not in _NAMING_MEMBERS:
            for inner in [c for c in child.children if c.dep_ == "pobj"]:
                for each in (inner, *(c for c in inner.conjuncts if c.i > inner.i)):
                    yield child.lower_, each
                    for role, token in _inner_names(each, named=False):
                        # `leaders in the north of Iraq` are in Iraq, not of it.
                        placed = token.dep_ == "pobj" and token.ent_type_ in ("GPE", "LOC", "FAC")
                        yield "in" if role == "of" and child.lower_ == "in" and placed else role, token
        elif not named and child.dep_ in _MODIFIERS:
            yield ("possessor" if child.dep_ == "poss" else "of"), child
            yield from _inner_names(child, named=False)
