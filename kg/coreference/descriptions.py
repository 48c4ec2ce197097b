"""How well a chain fits a description such as ``the company``."""

from __future__ import annotations

from kg.coreference.anaphora import Anaphor
from kg.coreference.chains import Chain, Phrase
from kg.coreference.site import Context
from kg.coreference.words import (
    ADHERENTS,
    FEMALE,
    LOOSE,
    MALE,
    NOUN_TYPES,
    PERSON_NOUNS,
    PLACES,
    POSTS,
    SAME_THING,
    SPECIFIC,
    TEAMS,
)

_JOINTS = frozenset({"of", "for", "on", "in", "at", "and", "to"})
_ORDERING = frozenset("last next previous first second third other another former final earlier later same".split())
_REPLACING = frozenset("overtake replace surpass succeed displace supplant oust".split())
"""Verbs whose subject takes the object's place in what is somebody else's."""
_OBSERVERS = frozenset("analyst economist strategist expert professor researcher trader broker lawyer".split())
"""People who speak of bodies that are not their own."""
_EVENTS = frozenset({"Event"})
_GENERAL = frozenset({"group", "organisation", "organization", "bloc", "body"})
"""Nouns for unions, leagues and associations alike."""


def description_fits(context: Context, chain: Chain, phrase: Phrase) -> bool:
    """Tell whether ``the company`` may stand for the chain of `phrase`."""
    site = context.site
    form = site.anaphor.form
    if phrase.members or phrase.number == "many":
        return False
    if phrase.mention.first <= site.anaphor.head < phrase.mention.stop or phrase.mention.head in site.above:
        return False
    if _is_where_somebody_works(context, phrase):
        return False
    if form in PERSON_NOUNS:
        return chain.sort == "person" and (form in chain.titles or (chain.named and _may_be_called(context, chain)))
    if chain.sort == "person":
        return False
    if not chain.named:
        if any(c.text[:1].isupper() and c.pos_ != "DET" for c in context.scene.doc[site.anaphor.head].children):
            return False  # the Turkish parliament is not just any parliament
        if any(c.lower_ in _ORDERING for c in context.scene.doc[phrase.mention.head].children):
            return False  # the election is not the previous one
        return form in chain.titles or any(form in same and chain.titles & same for same in SAME_THING)
    if _is_of_another_land(context, chain) or _is_replaced(context, phrase):
        return False
    types = NOUN_TYPES.get(form, frozenset())
    if types == _EVENTS:
        # Some match is played in every article about a cup: only one that is called a match is `the match`.
        return form in chain.titles or (bool(chain.types & types) and form in _own_words(chain))
    if not types:
        return bool(_like(form) & (chain.titles | chain.kinds))
    return form in chain.titles or bool(chain.types & types) or ("Organization" in chain.types and "Company" in types)


def _is_where_somebody_works(context: Context, phrase: Phrase) -> bool:
    """``Analysts at Orion said the company …``: in their own sentence the company is the one they talk about."""
    name = context.scene.doc[phrase.mention.head]
    people = name.head.head if name.dep_ == "pobj" and name.head.lower_ in {"at", "with", "from"} else None
    return people is not None and phrase.sentence == context.site.sentence and people.lemma_.lower() in _OBSERVERS


def _is_of_another_land(context: Context, chain: Chain) -> bool:
    """``the U.S. team`` is not Brazil."""
    scene = context.scene
    told = (scene.named.get(c.i) for c in scene.doc[context.site.anaphor.head].lefts)
    lands = [m for m in told if m is not None and m.type == "Country"]
    country = chain.sort == "land" or context.site.anaphor.form in TEAMS
    return country and bool(lands) and not any(m in chain.names for m in lands)


def _is_replaced(context: Context, phrase: Phrase) -> bool:
    """``Peru overtook Chile as the country's largest market``: the country is neither."""
    prep = context.scene.doc[context.site.anaphor.head].head.head
    verb = prep.head
    mine = context.scene.doc[phrase.mention.head].head == verb
    return mine and prep.lower_ == "as" and context.site.role == "possessive" and verb.lemma_ in _REPLACING


def _like(noun: str) -> set[str]:
    """A noun and those that one text uses for the same: ``plane`` and ``aircraft``."""
    return {noun}.union(*(group for group in SAME_THING if noun in group))


def _may_be_called(context: Context, chain: Chain) -> bool:
    """``the woman`` is a woman whom nothing more is said of; ``the pregnant woman`` may be any."""
    form, head = context.site.anaphor.form, context.scene.doc[context.site.anaphor.head]
    if form in POSTS:
        return True
    gender = "male" if form in MALE else "female" if form in FEMALE else None
    said = (c for c in head.children if c.dep_ in {"amod", "compound", "nmod"})
    described = any(not c.text[:1].isupper() or c.ent_type_ != "NORP" for c in said)
    return not described and (gender is None or chain.gender in {None, gender})


def _own_words(chain: Chain) -> set[str]:
    """The words of a chain's names that say what it is: of ``Man of the Match`` it is ``man``."""
    found: set[str] = set()
    for mention in chain.names:
        words = (mention.canonical or mention.text).casefold().split()
        cut = next((i for i, w in enumerate(words) if w in _JOINTS and i), len(words))
        found.update(words[:cut])
    return found


def description_features(context: Context, chain: Chain, phrase: Phrase) -> dict[str, float]:
    """Return what speaks for and against a description standing for `chain`, last met as `phrase`."""
    scene, site = context.scene, context.site
    features: dict[str, float] = {
        "same sentence": float(site.sentence == phrase.sentence),
        "sentences away": float(min(site.sentence - phrase.sentence, 8)),
        "paragraph away": float(min(site.paragraph - phrase.paragraph, 4)),
        "share": context.share.get(chain.key, 0.0),
        "name": float(chain.named),
    }
    if phrase.role in {"subject", "object", "modifier"}:
        features[phrase.role] = 1.0
    if phrase.sentence == site.sentence and phrase.role in {"subject", "object"}:
        verb = scene.verb(phrase.mention.head)
        features["same clause"] = float(verb is not None and verb.i == site.verb)
    if phrase.quoted >= 0 and scene.quoted[site.anaphor.head] != phrase.quoted:
        features["quoted outside"] = 1.0
    if site.anaphor.form == "government" and chain.types == {"Country"} and phrase.role != "subject":
        features["country in passing"] = 1.0
    features.update(_noun_features(site.anaphor, chain))
    return features


def _noun_features(anaphor: Anaphor, chain: Chain) -> dict[str, float]:
    if anaphor.form in PERSON_NOUNS:
        if anaphor.form in chain.titles:
            return {"title": 1.0}
        told = chain.gender is not None and anaphor.form in MALE | FEMALE
        return {
            "no title": 0.4 if anaphor.form in ADHERENTS else 1.0,
            "gender told": float(told),
            "other title": float(anaphor.form in POSTS and bool(chain.titles & POSTS)),
        }
    if not chain.named:
        return {"same noun" if anaphor.form in chain.titles else "same thing": 1.0}
    if anaphor.form in chain.titles:
        return {"same noun": 1.0}  # X, a company in Y … the company
    same = _like(anaphor.form)
    if same & _own_words(chain):
        return {"name holds noun": 1.0}
    if anaphor.form not in NOUN_TYPES:
        return {"same noun": 1.0}
    found = {"name lacks noun": 1.0} if anaphor.form in SPECIFIC - LOOSE else {}
    words = _own_words(chain)
    if (chain.sort == "body" and words & SPECIFIC and anaphor.form not in _GENERAL) or (
        chain.sort == "place" and words & PLACES
    ):
        found["name holds other noun"] = 1.0
    grouped = chain.types & {"Organization", "InternationalBody"}
    group = anaphor.form in {"group", "organisation", "organization"} and not grouped
    if group or not chain.types & NOUN_TYPES.get(anaphor.form, frozenset()):
        found["general type"] = 1.0
    return found
