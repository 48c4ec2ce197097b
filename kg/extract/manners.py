"""How and how often a verb's deed was done.

`was completed [on time]`, `[only partly] repaid the loan`, `reacted [slowly]`, `die [every year]`, `beat Panama [3–0]`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_WAYS = frozenset(
    tuple(pair.split("-"))
    for pair in "on-time in-time in-full in-part in-vain in-secret in-private in-absentia in-advance by-mistake "
    "by-accident by-force on-purpose without-warning without-delay in-theory in-principle in-protest at-random".split()
)
"""Preposition and bare noun that say how."""
_MEASURED = frozenset(
    "fully wholly entirely completely partly partially nearly almost barely narrowly unsuccessfully temporarily "
    "provisionally conditionally mistakenly accidentally inadvertently unwittingly wrongly wrongfully falsely "
    "erroneously ostensibly seldom rarely sometimes occasionally indirectly solely exclusively".split()
)
"""Adverbs that say how far something is so, or that it was not meant."""
_NO_MANNER = frozenset(
    """
    accordingly actually admittedly allegedly already apparently arguably basically certainly clearly commonly
    consequently currently daily early effectively especially essentially eventually evidently finally firstly
    fortunately formerly frankly frequently generally hardly hopefully immediately importantly initially
    interestingly ironically lastly lately likely literally merely monthly namely naturally necessarily
    newly normally notably obviously only originally particularly possibly practically predictably presumably
    previously probably quarterly really recently regularly reportedly scarcely secondly shortly simply
    specifically suddenly supposedly surely surprisingly technically thirdly traditionally truly typically ultimately
    undoubtedly unfortunately usually virtually weekly yearly annually
    """.split()
)
"""Words in -ly that say when it was, how sure that is, or how it goes with what was said before."""
_SPELLS = frozenset("second minute hour day night morning evening week weekend month season year decade time".split())
_AGAIN = frozenset("daily nightly weekly monthly quarterly yearly annually".split())
_NARROWING = frozenset({"only", "just", "very", "not", "almost"})
_DASHES = frozenset("-–—")


def ways(verb: Token) -> Iterator[tuple[str, Token]]:
    """Yield the preposition and the noun of each phrase that says how: `on`, `time`."""
    for prep in verb.rights:
        for noun in prep.children if prep.dep_ == "prep" else ():
            if (prep.lower_, noun.lower_) in _WAYS and noun.i == prep.i + 1 and not list(noun.children):
                yield prep.lower_, noun


def measures(verb: Token) -> Iterator[tuple[Token, int]]:
    """Yield each adverb that says how or how far, with the first token of its words: `only partly`."""
    for adverb in verb.children:
        if adverb.dep_ == "advmod" and (adverb.lower_ in _MEASURED or _says_how(adverb)):
            before = adverb.nbor(-1) if adverb.i > adverb.sent.start else adverb
            yield adverb, before.i if before.lower_ in _NARROWING and before.dep_ != "neg" else adverb.i


def _says_how(adverb: Token) -> bool:
    return adverb.tag_ == "RB" and adverb.lower_.endswith("ly") and adverb.lower_ not in _NO_MANNER


def rhythms(verb: Token) -> Iterator[Token]:
    """Yield the head of each phrase that says how often: `every year`, `twice a week`, `annually`."""
    for child in verb.children:
        each = child.dep_ == "npadvmod" and any(c.lower_ in ("every", "each") for c in child.lefts)
        if (each and child.lemma_.lower() in _SPELLS) or (child.dep_ == "advmod" and child.lower_ in _AGAIN):
            yield child


def score(verb: Token) -> tuple[Token, int, int] | None:
    """Return head, first token and end of the score that a match has beside its verb: `beat Panama 3–0`."""
    for last in verb.rights:
        if last.dep_ != "npadvmod":
            continue
        words = list(last.subtree)
        plain = len(words) == 3 and words[0].text.isdigit() and words[2].text.isdigit()
        other = any(t.tag_ in ("VBD", "VBZ", "VBP") for t in verb.doc[verb.i + 1 : last.i])  # `scored as it ended 0–0`
        if plain and not other and words[1].text in _DASHES:
            return last, words[0].i, words[2].i + 1
    return None
