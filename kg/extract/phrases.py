"""What a noun phrase names: its words trimmed to the thing, and the clause of a verb as an argument."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extract.contents import further_clause, shorten, whole_brackets, whole_quotes
from kg.extract.forms import NOMINAL
from kg.extract.lists import examples
from kg.extract.nouns import ACTOR_TYPES, CHANGE_NOUNS, FRACTIONS, HEAD_TYPES
from kg.extract.specifics import OPEN_PRONOUNS, shared_count, specific_stop, whole_stop
from kg.stages import Content, Phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from kg.language import Reading

_LEFT = frozenset(
    {"compound", "amod", "nmod", "nummod", "quantmod", "poss", "det", "advmod", "predet", "npadvmod", "case"}
)
_OPEN_PREPOSITIONS = frozenset({"of", "on", "to", "for", "against", "between", "over", "with", "about", "in", "into"})
_ANY_NOUN = frozenset({"of", "on", "to", "for", "against", "between", "over", "with", "about"})
_SENTENCE_ADVERBS = frozenset({"far", "also", "still", "already", "now", "then", "even", "just", "again"})
"""Adverbs that say something of the statement, not of the thing: `so far 77 people`."""
_MOST_WORDS = 12
LONGEST = 160
"""Characters of a clause or quotation as a label."""
_QUOTE_MARK = re.compile('["“”„«»]')
_SPACES = re.compile(r"\s+")
_ENDING = re.compile(r"(?<![A-Z])\.$|(?:'s|')$")
_NOT_ONE = re.compile(r"^not (?:one|an?(?: single)?) (?=\w)", re.I)
_NEITHER = re.compile(r"^neither (?=\w)", re.I)
_DETERMINER = re.compile(
    r"^(?:(?:the|a|an|this|that|these|those|its|their|his|her|our|my|your|some|any|such|both|all of the|all|another|"
    r"whose|no|hence|thus|therefore|so far)\s+(?!(?:of|who|that|which|and|or)\b))+(?=\S)",
    re.I,
)


def phrase(reading: Reading, head: Token) -> Phrase:
    """Return the noun phrase around `head`, without appositions, adjuncts and most relative clauses.

    The label leaves out determiners, possessive pronouns and quotation marks, so that it names the
    thing: ``the "special edition" chips that …`` is ``special edition chips``. A noun that says
    nothing alone keeps what says which: ``number of people actively seeking work``.
    """
    return _spelled(reading, head, specific_stop(head, _right_edge(head)))


def whole(reading: Reading, head: Token) -> Phrase:
    """Return the noun phrase around `head` with all that says which: what somebody or something is said to be."""
    return _spelled(reading, head, whole_stop(head, specific_stop(head, _right_edge(head))))


def brief(reading: Reading, head: Token) -> Phrase:
    """Return the noun phrase around `head` without any clause: what its own relative clause calls it."""
    return _spelled(reading, head, _right_edge(head))


def _spelled(reading: Reading, head: Token, end: int) -> Phrase:
    first, stop = whole_quotes(head.doc, _left_edge(head), end)
    words = shared_count(head) + label(reading.wording(first, stop))
    if head.i == first and head.lower_ in OPEN_PRONOUNS and not words.lower().startswith(head.lower_):
        words = f"{head.lower_} {words}"  # `those wanting to leave`
    return Phrase(head.i, first, stop, _uncapitalised(head, first, words))


def part(reading: Reading, short: Phrase, stop: int) -> Phrase:
    """Return `short` with the words after it up to token `stop`, marks at the end left out."""
    end = _before_marks(reading.doc, short.stop - 1, stop)
    return replace(short, stop=end, label=label(reading.wording(short.first, end)))


def _uncapitalised(head: Token, first: int, words: str) -> str:
    """Take back the capital that a common noun has only because it begins a sentence."""
    token = head.doc[first]
    named = token.ent_type_ not in ("", "CARDINAL", "ORDINAL", "QUANTITY", "PERCENT")
    common = token.pos_ not in ("PROPN", "PRON") and not named and token.is_title and len(token) > 1
    if not common or not words.startswith(token.text):
        return words
    mark = head.doc[first - 1] if first else token
    begins = token.is_sent_start or (mark.is_punct and mark.is_sent_start)
    return words[0].lower() + words[1:] if begins else words


@lru_cache(maxsize=1 << 8)  # several statements of an article name the same thing
def label(words: str) -> str:
    """Trim the wording of a noun phrase to a name.

    >>> label('its "dual ambitions"')
    'dual ambitions'
    """
    text = _SPACES.sub(" ", _QUOTE_MARK.sub("", words)).strip(" ,;:-–—‘’…[]")
    text = _ENDING.sub("", text)
    # Who denies it is told by the polarity: `neither side could` is not `either side`.
    return _NEITHER.sub("either ", _NOT_ONE.sub("", _DETERMINER.sub("", text) or text))


def content(reading: Reading, verb: Token, begin: int = 0) -> Content:
    """Return the clause of `verb` as an argument: its wording from subject, or token `begin`, to last complement."""
    further = further_clause(verb)
    tokens = [t for t in verb.subtree if not t.is_space and begin <= t.i < further]
    inside = [t for t in tokens if t.dep_ != "mark" or t.head != verb or t.lower_ == "whether"]
    first, stop = (inside or tokens)[0].i, (inside or tokens)[-1].i + 1
    stop = _before_marks(reading.doc, first, stop)
    while first < stop - 1 and reading.doc[first].is_punct:
        first += 1
    stop = whole_brackets(reading.doc, first, stop)
    text = re.sub(r"\s+", " ", re.sub(r"[\"“”]", "", reading.wording(first, stop))).strip(" ,;:")
    text = re.sub(r"^(?:that)\s+|[\s,]+(?:and|or|but)$", "", text)
    begin = _main_words(verb, first)
    if len(text) > LONGEST and begin > first:  # a long circumstance first would leave out what is said
        return replace(content(reading, verb, begin), first=first)
    return Content(verb.i, first, stop, shorten(text, LONGEST))


def _main_words(verb: Token, first: int) -> int:
    """Where the subject of a clause begins, after what stands before it: `despite the storm, [he sailed]`."""
    subject = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    return first if subject is None or verb.left_edge.lower_ in ("if", "unless") else max(first, subject.left_edge.i)


def stretch(reading: Reading, noun: Token, verb: Token) -> Content:
    """Return `noun` and the clause of `verb` after it as one argument: `the debt from growing to an excess`."""
    first, stop = noun.left_edge.i, _before_marks(reading.doc, noun.left_edge.i, verb.right_edge.i + 1)
    words = " ".join(re.sub(r"[\"“”]", "", reading.wording(first, stop)).split())
    return Content(verb.i, first, stop, shorten(words, LONGEST))


def _before_marks(doc: Doc, first: int, stop: int) -> int:
    """Where words end without the marks after them."""
    return next((end for end in range(stop, first + 1, -1) if not doc[end - 1].is_punct), first + 1)


def _left_edge(head: Token) -> int:
    first = head.i
    for child in reversed(list(head.lefts)):
        if child.dep_ == "advmod" and child.lower_ in _SENTENCE_ADVERBS:
            break
        if child.tag_ == "WRB":
            break  # `how such cables are handled`
        if (
            child.dep_ in _LEFT
            or _is_not_all(child)
            or (child.dep_ in ("punct", "intj") and child.text in ('"', "-", "$", "US$", "'"))
        ):
            first = child.left_edge.i
        elif child.dep_ not in ("punct", "cc", "preconj"):
            break
    while first < head.i and (head.doc[first].is_punct and head.doc[first].text not in '"$'):
        first += 1
    return first


def _is_not_all(word: Token) -> bool:
    """`not all banks`: some do, so the words belong to the name."""
    return word.lower_ == "not" and word.nbor(1).lower_ in ("all", "every", "everyone", "many", "both", "each")


def _right_edge(head: Token) -> int:
    stop = head.i + 1
    for child in head.rights:
        if child.dep_ in ("nummod", "case", "compound") or (
            child.is_punct and child.text in ('"', "-") and child.i == stop
        ):
            stop = max(stop, child.right_edge.i + 1)
        elif _names_on(head, child, stop):
            stop = max(stop, _prepositional_end(child))
        else:
            break
    if stop + 1 < len(head.doc) and head.doc[stop].lower_ == "as" and head.doc[stop + 1].lower_ == "usual":
        return stop + 2  # `business as usual`
    tail = head.doc[stop - 1]
    return stop - 1 if tail.is_punct and stop - 1 > head.i else stop


def _names_on(head: Token, child: Token, stop: int) -> bool:
    """Whether prepositional `child` belongs to the name of the thing."""
    if child.dep_ != "prep" or child.lower_ not in _OPEN_PREPOSITIONS or child.i != stop:
        return False
    if examples(head) and child.i <= examples(head)[0].i and child.lower_ in ("as", "like", "including"):
        return False
    end = _prepositional_end(child)
    dated = child.lower_ != "of" and any(c.dep_ == "pobj" and c.ent_type_ in ("DATE", "TIME") for c in child.children)
    if dated or any(c.dep_ == "pobj" and c.pos_ == "PRON" for c in child.children):
        return False
    if child.lower_ == "of" and head.lemma_.lower() in FRACTIONS:
        return end > child.i + 1  # a share without its whole names nothing
    if end - head.i > _MOST_WORDS or end == child.i + 1:
        return False
    if child.lower_ in _ANY_NOUN:
        return child.lower_ == "of" or head.pos_ == "NOUN"
    return head.lemma_.lower() in CHANGE_NOUNS


def _prepositional_end(prep: Token) -> int:
    """End of a prepositional phrase without clauses that hang on its noun."""
    for child in prep.rights:
        if child.dep_ == "pobj":
            end = _right_edge(child)
            for conjunct in child.conjuncts:
                if conjunct.i > child.i and conjunct.pos_ in NOMINAL and conjunct.dep_ == "conj":
                    end = max(end, _right_edge(conjunct))
            return end
    return prep.i + 1


def can_act(noun: Token) -> bool:
    """Whether a noun names or describes somebody, who is a node of their own: `barred the firm from selling`."""
    return noun.pos_ == "PROPN" or HEAD_TYPES.get(noun.lemma_.lower()) in ACTOR_TYPES
