"""What a verb says of its arguments: the words of the predicate and the verbs that only frame it.

Verbs that only frame another (`begin selling`, `hopes to ship`) lend it their words and modality;
light verbs (`embark on a visit to`) and idioms (`take control of`) share the predicate with a noun.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.arguments import infinitives
from kg.extract.forms import SUBJECT, is_infinitive, is_verb, particle
from kg.extract.nouns import EVENT_NOUNS, ROLE_NOUNS
from kg.extract.subjects import agents
from kg.extract.verbs import ASPECTUAL, ATTITUDE, CLAIMING, ENDING_PHRASES, IDIOMS, LIGHT_VERBS, NEGATING

if TYPE_CHECKING:
    from spacy.tokens import Token

_FRAMES = ASPECTUAL | NEGATING | CLAIMING | {"have", "need", "use", "be"}
_RELATIONS = frozenset({"part", "home", "victim", "result", "sign", "owner", "cause", "source", "subject"})
"""Nouns that relate what `is` joins: `is part of`, `is home to`."""
_NEEDING = frozenset({"talk", "rely", "depend", "agree", "decide", "vote", "react", "respond", "comment"})
"""Verbs that keep their preposition: `reliance on X` is `rely on`."""
_DIRECT = {
    "visit": ("to", "of", "on", "with"),
    "invade": ("to", "of", "on", "with"),
    "attack": ("to", "of", "on", "with", "against"),
    "ban": ("to", "of", "on", "with"),
    "investigate": ("into",),
    "announce": ("about",),
    "support": ("to", "for"),
    "approve": ("for",),
    "defeat": ("over",),
    **dict.fromkeys(("oppose", "help", "aid", "assist", "warn", "cut", "travel"), ("to",)),
}
"""Verbs that drop the preposition of their noun: `a visit to X` is `visit`, but `sales to X` are sold to X."""
_DIRECTIONS = frozenset("down up off out over back away behind ahead".split())
"""Adverbs that say of `be` what has changed."""
_WORDS_APART = 6
"""Auxiliaries this far from their verb or further are another verb's."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a predicate: base form, what a reader is shown, and a token that they reach to."""

    lemma: str
    label: str
    reach: int = -1


def active(verb: Token, preposition: str = "") -> Wording:
    """Return `arrive in`: the base form, its particle and the preposition."""
    words = f"{base(verb)} {preposition}".rstrip()
    return Wording(words, words)


def passive(verb: Token, preposition: str = "") -> Wording:
    """Return `be held in`, with `hold in` as its lemma."""
    participle = f"{verb.lower_} {particle(verb)}".strip()
    return Wording(active(verb, preposition).lemma, f"be {participle} {preposition}".strip())


def manner(verb: Token) -> str:
    """Return how something is done where that is all a clause adds: `properly` in `acted properly`."""
    adverbs = [c.lower_ for c in verb.rights if c.dep_ == "advmod" and c.tag_ == "RB"]
    return next((a for a in adverbs if a.endswith("ly") or a in ("well", "badly", "together", "apart")), "")


def worded(words: str, reach: int = -1) -> Wording:
    """Return `words` as they are; they stand in the text up to token `reach`."""
    return Wording(words, words, reach)


def base(verb: Token) -> str:
    """Return the base form of `verb` with its particle, or where it went: `point out`, `be down`."""
    proves = verb.lemma_ == "demonstrate" and any(c.dep_ in ("dobj", "ccomp") for c in verb.rights)
    lemma = "show" if proves else verb.lemma_.lower()  # not a protest in the street
    return f"{lemma} {particle(verb) or _direction(verb)}".strip()


def _direction(verb: Token) -> str:
    """`down` of `imports were down by 5 percent`."""
    after = [c.lower_ for c in verb.rights if c.dep_ == "advmod" and c.i == verb.i + 1]
    return after[0] if verb.lemma_ == "be" and after and after[0] in _DIRECTIONS else ""


def frames(verb: Token) -> bool:
    """Whether `verb` only frames its infinitive or gerund complement: `begin selling`."""
    inner = infinitives(verb)
    if not inner:
        return False
    if any(c.dep_ in ("dobj", "dative") and c.i < inner[0].i for c in verb.children) or agents(verb):
        return False
    lemma = verb.lemma_.lower()
    return lemma in _FRAMES or lemma in ATTITUDE or base(verb) in ENDING_PHRASES


def framing(verb: Token) -> Iterator[Token]:
    """Yield the verbs that frame `verb`, innermost first; for `is ready to sell` that is `is`."""
    node = verb
    while node.dep_ in ("xcomp", "oprd") and node.head != node:
        above = node.head
        if is_verb(above) and frames(above):
            yield above
            node = above
        elif above.pos_ == "ADJ" and above.dep_ == "acomp" and is_verb(above.head):
            yield above.head
            node = above.head
        else:
            return


def extent(verb: Token) -> tuple[int, int]:
    """Token range of the predicate's words: framing verbs, auxiliaries, negation, particle."""
    chain = [verb, *framing(verb)]
    tokens = [v.i for v in chain]
    for v in chain:
        for child in v.children:
            if child.dep_ in ("aux", "auxpass", "neg", "prt") and abs(child.i - v.i) < _WORDS_APART:
                tokens.append(child.i)
            elif child.dep_ == "advmod" and child.i < v.i and child.lower_ in ("longer", "never", "hardly"):
                tokens.append(child.left_edge.i)
    first, stop = min(tokens), max(tokens) + 1
    inside = [c.i for c in verb.doc[first:stop] if c.dep_ in SUBJECT]
    # `Will the U.S. approve`: the subject is no part of the predicate.
    return (inside[-1] + 1, stop) if inside and inside[-1] < verb.i else (first, stop)


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
    while node.dep_ in ("advcl", "xcomp", "conj") and is_verb(node.head) and node.head != node:
        if any(c.dep_ in SUBJECT for c in node.children) and node.dep_ != "xcomp":
            return
        node = node.head
        yield node


def lacks_object(verb: Token) -> bool:
    """`shoes to fill`: an infinitive after a noun that is its object has no statement to make."""
    if verb.dep_ != "relcl" or not is_infinitive(verb):
        return False
    return not any(c.dep_ in ("dobj", "prep", "ccomp", "xcomp", "acomp", "attr") for c in verb.rights)


def with_noun(verb: Token, noun: Token, preposition: str) -> str:
    """The predicate that a verb and its noun make together, empty where each keeps its own meaning."""
    lemma, thing = verb.lemma_.lower(), noun.lemma_.lower()
    if is_idiom(verb, noun):
        return f"{lemma} {noun.lower_} {preposition}"
    event = EVENT_NOUNS.get(thing)
    if lemma not in LIGHT_VERBS or event is None or preposition == "in":
        return ""
    if preposition == "with":
        return f"{event} with"
    return event if preposition == "to" else event_words(event, preposition)


def event_words(verb: str, preposition: str) -> str:
    """Return the predicate of an event noun, given its verb and the preposition that leads to what it is about.

    >>> event_words("visit", "to"), event_words("rely", "on"), event_words("investigate", "into")
    ('visit', 'rely on', 'investigate')
    """
    bare = preposition in ("of", "on") and verb not in _NEEDING
    return verb if bare or preposition in _DIRECT.get(verb, ()) else f"{verb} {preposition}"


def is_idiom(verb: Token, noun: Token) -> bool:
    """Whether verb and object noun make one predicate: `take control`."""
    return noun.lemma_.lower() in IDIOMS.get(verb.lemma_.lower(), ())


def relational(complement: Token, preposition: str) -> str:
    """`capital of` for `is the capital of`; empty where the noun is no relation by itself."""
    lemma = complement.lemma_.lower()
    described = any(c.dep_ in ("amod", "compound", "nummod", "poss", "nmod") for c in complement.lefts)
    if lemma in ROLE_NOUNS and not described and preposition in ("of", "for", "at", "to"):
        return f"{complement.text if complement.text.isupper() else lemma} {preposition}"
    return f"be {lemma} {preposition}" if lemma in _RELATIONS and preposition in ("of", "to") else ""
