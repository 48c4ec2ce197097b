"""How well a chain fits a description such as ``the company``."""

from __future__ import annotations

from kg.coreference.anaphora import Anaphor
from kg.coreference.chains import Chain, Phrase
from kg.coreference.site import Context
from kg.coreference.words import LOOSE, NOUN_TYPES, PERSON_NOUNS, PLACES, POSTS, SAME_THING, SPECIFIC

_EVENTS = frozenset({"Event"})


def description_fits(context: Context, chain: Chain, phrase: Phrase) -> bool:
    """Tell whether ``the company`` may stand for the chain of `phrase`."""
    site = context.site
    form = site.anaphor.form
    if phrase.members or phrase.number == "many":
        return False
    if phrase.mention.first <= site.anaphor.head < phrase.mention.stop or phrase.mention.head in site.above:
        return False
    if form in PERSON_NOUNS:
        return chain.sort == "person" and (chain.named or form in chain.titles)
    if not chain.named:
        if any(c.text[:1].isupper() and c.pos_ != "DET" for c in context.scene.doc[site.anaphor.head].children):
            return False  # the Turkish parliament is not just any parliament
        return form in chain.titles or any(form in same and chain.titles & same for same in SAME_THING)
    types = NOUN_TYPES[form]
    if types == _EVENTS:
        # Some match is played in every article about a cup: only one that is called a match is `the match`.
        held = any(form in (m.canonical or m.text).casefold() for m in chain.names)
        return held or form in chain.titles
    return form in chain.titles or bool(chain.types & types) or ("Organization" in chain.types and "Company" in types)


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
    features.update(_noun_features(site.anaphor, chain))
    return features


def _noun_features(anaphor: Anaphor, chain: Chain) -> dict[str, float]:
    if anaphor.form in PERSON_NOUNS:
        if anaphor.form in chain.titles:
            return {"title": 1.0}
        return {"no title": 1.0, "other title": float(anaphor.form in POSTS and bool(chain.titles & POSTS))}
    if not chain.named:
        return {"same noun" if anaphor.form in chain.titles else "same thing": 1.0}
    if anaphor.form in chain.titles:
        return {"same noun": 1.0}  # X, a company in Y … the company
    same = {anaphor.form}.union(*(group for group in SAME_THING if anaphor.form in group))
    held = any(noun in (m.canonical or m.text).casefold() for m in chain.names for noun in same)
    if held:
        return {"name holds noun": 1.0}
    found = {"name lacks noun": 1.0} if anaphor.form in SPECIFIC - LOOSE else {}
    words = {word for m in chain.names for word in (m.canonical or m.text).casefold().split()}
    if (chain.sort == "body" and words & SPECIFIC) or (chain.sort == "place" and words & PLACES):
        found["name holds other noun"] = 1.0
    group = anaphor.form in {"group", "organisation", "organization"} and "Organization" not in chain.types
    if group or not chain.types & NOUN_TYPES[anaphor.form]:
        found["general type"] = 1.0
    return found
