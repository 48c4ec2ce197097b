"""Capitals that make no name: emphasis, the start of a sentence, list items, tickers, offices."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from kg.gazetteer import Gazetteer
from kg.mentions import words
from kg.mentions.context import context
from kg.mentions.grouping import LONE_HEADS
from kg.mentions.naming import ORGANIZATIONS, Name
from kg.mentions.spans import Candidate
from kg.mentions.tokens import Tokens, is_capital

_EXCHANGES = frozenset("NYSE NASDAQ Nasdaq LSE TSX ASX AMEX TSE HKEX SSE NSE BSE FTSE OTC".split())
_OFFICES = frozenset("minister secretary spokesman spokeswoman spokesperson critic portfolio ministers".split())
_LETTERED = frozenset(
    "Group Section Class Type Grade Plan Part Phase Level Category Division Figure Table Appendix Exhibit".split()
)


def vouched(t: Tokens, found: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates without tickers and offices, and with what explains the capital of each weighed again.

    A capital at the start of a sentence is a name's where the same word stands in a name elsewhere, but not where the
    article writes the word small.
    """
    sure = {w for c in found if not c.doubtful for w in t.text[c.first : c.stop] if is_capital(w)}
    heads = {t.text[c.first] for c in found if any(kind == "Government" for kind, _ in c.hints)}
    small = {w for w, pos in zip(t.text, t.pos, strict=True) if w.islower() and pos in ("NOUN", "ADJ", "VERB")}
    inside = {t.text[c.first] for c in found if not t.opens[c.first] and not _is_common(t, c, small)}
    kept = []
    for c in found:
        if _is_ticker(t, c) or _is_office(t, c) or (t.text[c.first] == "US" and t.word(c.stop) == "$"):
            continue
        word = t.text[c.first]
        if c.stop - c.first == 1 and not c.hints:
            quoted = t.word(c.first - 1) == '"' and t.word(c.stop) == '"'
            common = _is_common(t, c, small) and not quoted
            if c.doubtful and word in sure and not common and word not in LONE_HEADS:
                c = replace(c, doubtful=False)
            elif common and word not in inside:
                c = replace(c, doubtful=True)
            if word in heads:
                c = replace(c, hints=(("Person", 1.5),))
        kept.append(c)
    return kept


def _is_common(t: Tokens, c: Candidate, small: Collection[str]) -> bool:
    """Whether the article writes a word small elsewhere, and its capital here may be that of a sentence."""
    return t.text[c.first].lower() in small and (t.opens[c.first] or t.pos[c.first] in ("NOUN", "ADJ", "VERB", "ADV"))


def _is_ticker(t: Tokens, c: Candidate) -> bool:
    """``Apple shares (AAPL)``, ``(NYSE: IBM)``."""
    word, before = t.text[c.first], t.word(c.first - 1)
    plain = c.stop - c.first == 1 and word.isupper() and word.isalpha() and len(word) < 6 and t.word(c.stop) == ")"
    listed = before == ":" and t.word(c.first - 2) in _EXCHANGES
    return plain and (listed or (before == "(" and t.low(c.first - 2) in ("share", "shares", "stock")))


def _is_office(t: Tokens, c: Candidate) -> bool:
    """``Foreign Affairs minister``: what somebody is minister of is no body of its own."""
    fields = all(word in words.PORTFOLIOS for word in t.text[c.first : c.stop])
    return fields and t.low(c.stop) in _OFFICES and t.same_sentence(c.first, c.stop)


def without_evidence(
    kind: str, t: Tokens, mine: Sequence[Candidate], full: Sequence[Name], gazetteer: Gazetteer
) -> bool:
    """Whether nothing but the model's word for it makes a body or a place of a name of one word."""
    like = ORGANIZATIONS - {"Thing", "Product"} if kind == "Organization" else {"Place", "Country"}
    if any(len(name.text) > 1 or name.entry or name.text[0] in LONE_HEADS or "." in name.text[0] for name in full):
        return False
    if any(hint in like for c in mine for hint, _ in c.hints):
        return False
    return not any(hint in like for c in mine for hint, _ in context(t, c, gazetteer))


def acts(t: Tokens, c: Candidate) -> bool:
    """Whether a lone word that begins a sentence is a name for tagger and model, and the subject of its clause."""
    subject = t.dep[c.first] in ("nsubj", "nsubjpass", "poss")
    return subject and t.tag[c.first] == "NNP" and t.label[c.first] in ("ORG", "GPE", "PERSON", "PRODUCT")


def is_no_name(t: Tokens, mine: Sequence[Candidate], full: Sequence[Name]) -> bool:
    """Whether the capitals of one group of mentions, called `full`, are no name's."""
    if any(c.hints for c in mine):
        return False
    if all(c.stop - c.first == 1 and t.tag[c.first] == "VBG" for c in mine) and not any(name.entry for name in full):
        return True
    if all(_shouted(name.text) for name in full) and not any(name.entry for name in full):
        return True
    if all(c.doubtful for c in mine) and not any(name.entry for name in full):
        return True
    lone = [name for name in full if len(name.text) == 1 and name.text[0] in LONE_HEADS | words.COMMON_CAPITALS]
    if all(len(name.text) == 2 and len(name.text[1]) == 1 and name.text[0] in _LETTERED for name in full):
        return True
    return len(lone) == len(full) and not any(name.entry for name in full)


def _shouted(text: Sequence[str]) -> bool:
    """Whether a wording is capitals for emphasis: long ones, or sentence words among them."""
    letters = [w for w in text if w.isalpha()]
    loud = bool(letters) and all(w.isupper() for w in letters)
    return loud and (len(letters[0]) > 7 or any(w.lower() in words.FUNCTION_WORDS for w in letters) or len(letters) > 2)
