"""The times and amounts of an article, by the tokens that say them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.currencies import home_dollar, is_bare_dollar
from kg.extract.nouns import EVENT_NOUNS, HEAD_TYPES
from kg.language import Reading
from kg.model import Quantity, TimeSpan
from kg.quantities import find_quantities
from kg.times import find_times

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_DATED = EVENT_NOUNS.keys() | {"season", "campaign", "race", "cup", "final", "championship", "olympics", "games"}
"""Nouns whose year is also when what is said of them holds: `won the 2008 election`."""
_REFERRING = frozenset("with to against about under from by for on over".split())
"""Prepositions that point at a thing of some year, not at when: `in compliance with the 2004 decision`."""
_HYPHENATED = re.compile(r"\w-[A-Za-z]")
"""A count inside an adjective, which counts something else than the noun: `the 10-nation bloc`."""
_SPANNING = ("in", "since", "for")
_PREPOSITIONS = frozenset("in since for on at by during from until after before".split())
_RANKS = frozenset("first second third fourth fifth last only".split())
_NAMING = ("GPE", "NORP")
"""Entity labels of countries and peoples."""
_FUTURE = frozenset({"will", "'ll", "shall", "wo"})
_AGREEING = frozenset("agree plan decide vote vow pledge promise intend aim propose want".split())
_AWAITING = frozenset("prepare plan wait hope apply campaign train ready brace call ask".split())
"""Verbs of what is to come, at another time."""


@dataclass(frozen=True, slots=True)
class Timed:
    """A time expression: its tokens, what it means (None where that cannot be dated), and what it hangs on.

    `hosts` are tokens, from the nearest to the verb of the clause.
    """

    tokens: range
    span: TimeSpan | None
    hosts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount: its tokens, what it means, and whether it stands for itself (money, a share)."""

    tokens: range
    quantity: Quantity
    value: bool


def measure(reading: Reading) -> tuple[list[Timed], list[Amount]]:
    """Return the time expressions and the amounts of an article, by token, in the order of the text."""
    times: list[Timed] = []
    amounts: list[Amount] = []
    dollar = home_dollar([entity.text for entity in reading.doc.ents if entity.label_ in _NAMING], reading.article.text)
    for sentence in reading.doc.sents:
        start, end = sentence_range(reading, sentence)
        words = reading.article.text[start:end]
        timed = list(_times_in(reading, words, start, any(t.lower_ in _FUTURE or t.tag_ == "TO" for t in sentence)))
        taken = {i for t in timed for i in t.tokens}
        times += timed
        for amount in find_quantities(words):
            tokens = _tokens(reading, start + amount.start, start + amount.end)
            adjective = amount.kind == "count" and bool(_HYPHENATED.search(words[amount.start : amount.end]))
            if amount.quantity is not None and not adjective and not taken.intersection(tokens):
                quantity = amount.quantity
                if quantity.unit == "USD" and is_bare_dollar(words[amount.start : amount.end]):
                    quantity = replace(quantity, unit=dollar)
                amounts.append(Amount(tokens, quantity, amount.kind != "count"))
    return times, amounts


def sentence_range(reading: Reading, sentence: Span) -> tuple[int, int]:
    """Character range of a sentence in the article, without white space at either end."""
    tokens = [t.i for t in sentence if not t.is_space] or [sentence.start]
    return reading.start(tokens[0]), reading.end(tokens[-1])


def _hosts(reading: Reading, tokens: range) -> Iterator[int]:
    """Yield the tokens that a time expression hangs on, up to and with the verb of its clause."""
    token = reading.doc[tokens.start]
    if _is_label(token, tokens):
        yield token.head.i
        return
    if _is_span(token) or _is_distance(reading.doc[tokens.stop - 1]):
        yield token.i  # how long it had not been, or how far off it is: no time of the deed
        return
    while token.i in tokens and token.head != token:
        token = token.head
    for child in token.children:
        if child.dep_ == "appos" and child.right_edge.i in (tokens.start - 1, tokens.start - 2):
            yield child.i  # `Ann Lee, mayor from 2002 to 2013, spoke`: the post has the time, though hung on the name
            return
    if (noun := _dated_deep(token)) is not None:
        yield noun.i
        return
    while token.head != token and token.pos_ not in ("VERB", "AUX"):
        yield token.i
        if _is_awaited(token):
            return
        if _set_off(token):
            return  # `to 4.9 percent, the first time since 1976` tells of the figure only
        token = token.head
    yield token.i


def _is_awaited(noun: Token) -> bool:
    """`preparing for a March 2 visit`: the visit has the date, not the preparing."""
    prep = noun.head
    return noun.dep_ == "pobj" and prep.lower_ == "for" and prep.head.lemma_.lower() in _AWAITING


def _dated_deep(prep: Token) -> Token | None:
    """The noun of `his record as mayor in the days of the 1970s`, which alone is dated: it is no part of the clause."""
    noun = prep.head
    dated = prep.dep_ == "prep" and prep.lower_ == "of" and noun.ent_type_ not in ("DATE", "TIME")
    return noun if dated and noun.dep_ == "pobj" and noun.head.head.pos_ == "NOUN" else None


def _is_span(first: Token) -> bool:
    """Whether a time says how long something had not been: `for the first time in a decade`, `… since 2003`."""
    before = [t.lower_ for t in first.doc[max(first.sent.start, first.i - 7) : first.i + 1]]
    if "time" not in before[:-1]:
        return False
    at = len(before) - 1 - before[::-1].index("time")
    between = [w for w in before[at + 1 :] if w in _PREPOSITIONS]
    return any(w in _RANKS for w in before[:at]) and before[at + 1] in _SPANNING and len(between) == 1


def _is_distance(last: Token) -> bool:
    """Whether `12 months away` says how far off another thing is: `12 months away from the vote`."""
    following = last.nbor(1).lower_ if last.i + 1 < len(last.doc) else ""
    return last.lower_ == "away" and following == "from"


def _set_off(noun: Token) -> bool:
    """Whether a noun only describes the one before it, after a comma."""
    start = noun.left_edge.i
    return noun.dep_ == "appos" or (noun.dep_ == "npadvmod" and start > 0 and noun.doc[start - 1].text == ",")


def _is_label(token: Token, tokens: range) -> bool:
    """Whether a year names a thing that is no event, and does not tell when: `debated the 2007 budget`."""
    before = token.dep_ in ("nummod", "compound", "nmod", "amod") and token.head.i > token.i
    event = token.head.lemma_.lower() in _DATED or HEAD_TYPES.get(token.head.lemma_.lower()) == "Event"
    event = event and not (token.head.dep_ == "pobj" and token.head.head.lower_ in _REFERRING)
    return before and len(tokens) == 1 and token.is_digit and not event


def _times_in(reading: Reading, words: str, start: int, maybe_future: bool) -> Iterator[Timed]:
    """Times of one sentence; a date without a year lies ahead only if its own verb says `will`."""
    published = reading.article.published
    past = find_times(words, published)
    ahead = {t.start: t for t in find_times(words, published, future=True)} if maybe_future else {}
    for time in past:
        tokens = _tokens(reading, start + time.start, start + time.end)
        hosts = tuple(_hosts(reading, tokens))
        host = reading.doc[hosts[-1]]
        if time.start in ahead and (_is_future(host) or _begins_then(reading.doc[tokens.start], host)):
            yield Timed(tokens, ahead[time.start].span, hosts)
        else:
            # `agreed to cut tariffs within 90 days`: counted from an unknown day, not from publication.
            counted = time.kind == "deadline" and words[time.start : time.end].lower().startswith("within")
            yield Timed(tokens, None if counted else time.span, hosts)


def _is_future(host: Token) -> bool:
    above = host.head.head if host.head.pos_ == "ADJ" else host.head
    # `expects to open in May`, `is set to open in May`: ahead of what is so now.
    if any(c.tag_ == "TO" for c in host.lefts) and host.dep_ in ("xcomp", "ccomp") and _is_present(above):
        return True
    return any(c.lower_ in _FUTURE for verb in (host, *host.ancestors) for c in verb.children if c.dep_ == "aux")


def _begins_then(first: Token, host: Token) -> bool:
    """`agreed to cut output from May`: what was agreed begins after it was."""
    prep = first.nbor(-1).lower_ if first.i > first.sent.start else ""
    infinitive = host.dep_ == "xcomp" and any(c.tag_ == "TO" for c in host.lefts)
    return infinitive and prep in ("from", "starting", "beginning") and host.head.lemma_.lower() in _AGREEING


def _is_present(verb: Token) -> bool:
    return any(t.tag_ in ("VBZ", "VBP") for t in (verb, *verb.children) if t == verb or t.dep_ in ("aux", "auxpass"))


def _tokens(reading: Reading, start: int, end: int) -> range:
    first, last = reading.token_at(start), reading.token_at(end - 1)
    return range(first, last + 1)
