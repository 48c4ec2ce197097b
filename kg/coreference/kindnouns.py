"""Nouns that say of what kind a name is.

A kind right after a name says only what the name is: `the Courier Mail newspaper` is the Courier Mail. The last word of
a name is a kind too: `the bridge` may be the Alder Bridge.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from kg.stages import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_KINDS: Final[Mapping[str, frozenset[str]]] = {
    kind: frozenset(nouns.split())
    for kind, nouns in {
        "Company": "company firm corporation studio brand airline bank supermarket chain newspaper website",
        "NewsOutlet": "newspaper paper magazine daily weekly tabloid journal website site channel network broadcaster",
        "Organization": "group organisation organization party movement charity foundation club team studio network"
        " band militia faction coalition",
        "Event": "event pilgrimage festival tournament championship competition holiday ceremony",
        "Product": "series franchise game software system app application device console tablet browser program"
        " programme aircraft plane airliner jet helicopter missile car film movie album book novel drug vaccine",
        "Legislation": "law legislation act bill reform",
        "Agreement": "agreement treaty pact accord deal protocol",
        "Place": "district neighbourhood neighborhood suburb peninsula island province constituency volcano desert"
        " valley dam river village town refinery prison stadium airport hotel hospital mosque church"
        " building mall museum",
        "GovernmentBody": "agency ministry department",
    }.items()
}
"""By the type of a name, nouns after it that add nothing to it."""
_COUNTED = frozenset({"Product", "Legislation"})
"""Types of which a plural names the type itself: `the ATR 72 planes`."""
_NO_KIND = frozenset({"Person", "Country", None})
"""Types whose names end in no kind."""
_JOINTS = frozenset({"of", "for", "on", "in", "at", "to"})
_LOOSE = frozenset(
    "house street world war day week time times state states market news way man men people force place north south"
    " east west city hill park square coast road avenue power".split()
)
"""Last words of names by which alone something else is meant."""
_APART = frozenset("a an any another every each no some other new own first second next previous same latest".split())
"""Words that make of the name and its kind one of several: `a Flight Simulator game`."""


def kind_after(doc: Doc, name: Mention) -> Token | None:
    """Return the noun right after `name` that only says of what kind it is, or None."""
    if name.stop >= len(doc):
        return None
    noun = doc[name.stop]
    fits = noun.pos_ in ("NOUN", "PROPN") and noun.lemma_.lower() in _KINDS.get(name.type or "", ())
    heads = {doc[name.head].head.i, doc[name.stop - 1].head.i}
    if not fits or noun.i not in heads or (noun.tag_ == "NNS" and name.type not in _COUNTED):
        return None
    apart = any(c.lower_ in _APART or c.dep_ == "nummod" for c in noun.lefts)
    return None if apart else noun


def kinds_of(doc: Doc, name: Mention) -> set[str]:
    """Return the nouns that say of what kind `name` is: right before or after it, and in it."""
    if name.type in _NO_KIND:
        return set()
    found = {last_word(name)}
    before = doc[max(name.first - 1, 0)]
    if before.tag_ == "NN" and before.i < name.first and not doc[name.first].is_sent_start:
        found.add(before.lemma_.lower())
    if (after := kind_after(doc, name)) is not None:
        found.add(after.lemma_.lower())
    if name.type == "Event":
        found.add(name.text.split()[0].lower())  # `Hurricane Ike`
    if name.type == "Product" and sum(c.isdigit() for c in name.text) > 1:
        found.add("aircraft")  # or anything else with a number, which no aircraft is spoken of beside
    return found - {""}


def last_word(name: Mention) -> str:
    """Return the word of a longer name that says what it is, in small letters: ``bridge``, ``ministry``; else ``""``.

    >>> last_word(Mention(0, 3, 0, "Ministry of Transport", "name", "GovernmentBody"))
    'ministry'
    """
    words = (name.canonical or name.text).lower().split()
    if len(words) < 2 or name.type in _NO_KIND:
        return ""
    stop = next((i for i, word in enumerate(words) if word in _JOINTS and i), len(words))
    return "" if words[stop - 1] in _LOOSE else words[stop - 1]
