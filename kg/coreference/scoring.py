"""How well a chain fits an anaphor: hard constraints, then weighted features. The weights are all here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING

from kg.coreference.anaphora import Anaphor, is_possessive, is_reflexive
from kg.coreference.chains import Chain, Phrase
from kg.coreference.scene import Scene
from kg.coreference.words import BELONGINGS, LOOSE, NOUN_TYPES, PERSON_NOUNS, POSTS, SAME_THING, SPECIFIC
from kg.extract.reporting import reporting_class

if TYPE_CHECKING:
    from spacy.tokens import Token

PRONOUN_WEIGHTS: Mapping[str, float] = {
    "sentences away": -0.8,
    "paragraph away": -0.35,
    "subject": 0.9,
    "object": 0.25,
    "possessive": 0.15,
    "modifier": -0.8,
    "main subject": 0.5,
    "subject of this sentence": 0.8,
    "subject of own clause": 1.3,
    "subject of matrix": 1.1,
    "promised by": 2.0,
    "speaks too": 0.6,
    "promised to": -2.0,
    "object of telling": 1.8,
    "fronted": 1.6,
    "parallel": 0.4,
    "name": 0.5,
    "share": 0.8,
    "unknown sort": -0.4,
    "same pronoun before": 0.7,
    "other pronoun before": -1.5,
    "collective they": -0.6,
    "team they": -0.2,
    "country they": -0.9,
    "person they": -1.2,
    "group they": 0.3,
    "animate subject": 1.0,
    "inanimate subject": -1.2,
    "belongs": 0.8,
    "cannot own": -1.0,
    "body it": 0.3,
    "thing it": -0.1,
    "quoted outside": -1.3,
    "same quotation": 0.8,
    "speaker again": 1.8,
    "far inside sentence": -0.03,
}
"""Feature → weight for third-person pronouns; the sum is a log-odds."""

DESCRIPTION_WEIGHTS: Mapping[str, float] = {
    "same sentence": 0.5,
    "sentences away": -0.35,
    "paragraph away": -0.15,
    "subject": 0.5,
    "object": 0.1,
    "modifier": -0.3,
    "share": 1.5,
    "title": 2.0,
    "no title": -1.5,
    "other title": -1.5,
    "name holds noun": 2.0,
    "name lacks noun": -1.8,
    "name holds other noun": -1.5,
    "same noun": 1.6,
    "same thing": 0.6,
    "name": 0.6,
    "general type": -0.8,
    "same clause": -1.0,
    "quoted outside": -0.5,
}
"""Feature → weight for ``the company`` and its like."""

SHARPNESS = 1.4
"""How much a difference in log-odds counts when candidates compete."""
NOTHING = {"he": -1.0, "she": -1.0, "it": 0.2, "they": 0.2}
"""Log-odds of no candidate being right, by pronoun."""
NOTHING_DESCRIBED = 0.3
"""The same for descriptions, which more often stand alone."""

_ANIMATE = frozenset(
    "agree plan need buy sell pay own hire fire sign vote decide attack invade launch employ operate acquire"
    " win lose meet negotiate discuss visit receive seek try refuse work use want intend prepare issue sue"
    " build produce make".split()
)
_PROMISING = frozenset({"tell", "assure", "promise", "inform", "guarantee"})
_TELLING = _PROMISING | {"notify", "warn", "remind", "advise", "ask", "order", "urge", "persuade", "convince"}


@dataclass(frozen=True, slots=True)
class Site:
    """Where an anaphor stands: the grammar of its clause, found once and used for every candidate.

    Verbs and subjects are token indices, -1 where there is none.
    """

    anaphor: Anaphor
    sentence: int
    paragraph: int
    role: str
    verb: int
    subject: int
    matrix: int
    matrix_subject: int
    told: int
    promised: int
    fronted: int
    above: frozenset[int]
    possessive: bool
    reflexive: bool


@dataclass(frozen=True, slots=True)
class Context:
    """What scoring needs besides anaphor and candidate: who spoke last, how much each chain is talked about."""

    scene: Scene
    site: Site
    speaker: Chain | None
    share: Mapping[str, float]
    pronoun_of: Mapping[str, tuple[str, int]]


def find_site(scene: Scene, anaphor: Anaphor) -> Site:
    """Look up the grammar around an anaphor."""
    i = anaphor.head
    verb = scene.verb(i)
    subject = scene.subject(verb) if verb is not None else None
    matrix = scene.matrix(verb) if verb is not None else None
    matrix_subject = scene.subject(matrix) if matrix is not None else None
    told, promised = _listener(verb, matrix)
    return Site(
        anaphor,
        scene.sentence[i],
        scene.paragraph[i],
        scene.role(i),
        _index(verb),
        _index(subject),
        _index(matrix),
        _index(matrix_subject),
        told,
        promised,
        scene.fronted(i),
        frozenset(_phrases_around(scene.doc[i])),
        is_possessive(anaphor, scene),
        is_reflexive(anaphor, scene),
    )


def _listener(verb: Token | None, matrix: Token | None) -> tuple[int, int]:
    """Head of whoever is told what the clause says, and the same where it is a promise (``told Y that it will``)."""
    if verb is None or matrix is None or matrix.lemma_ not in _TELLING:
        return -1, -1
    heard = next((c.i for c in matrix.children if c.dep_ in {"dobj", "dative"} and c.i < verb.i), -1)
    promise = any(c.lower_ in {"will", "would", "'ll", "wo"} for c in verb.children) and matrix.lemma_ in _PROMISING
    return heard, heard if promise else -1


def _phrases_around(token: Token) -> Iterator[int]:
    """Heads that a pronoun cannot stand for: ``mother`` for ``his mother``, ``man`` for ``a man he met``."""
    if token.head.dep_ == "relcl" and token.dep_ in {"nsubj", "nsubjpass", "dobj"}:
        yield token.head.head.i
    while token.head.i != token.i and token.head.pos_ not in {"VERB", "AUX"}:
        token = token.head
        yield token.i
        if token.pos_ in {"NOUN", "PROPN"}:
            return


def _index(token: Token | None) -> int:
    return -1 if token is None else token.i


def probabilities(scores: Mapping[str, float], nothing: float) -> dict[str, float]:
    """Turn log-odds into probabilities that sum to less than one; the rest is that none is right.

    >>> round(probabilities({"a": 2.0}, nothing=0.0)["a"], 2)
    0.94
    """
    top = max([*scores.values(), nothing])
    odds = {key: exp(SHARPNESS * (s - top)) for key, s in scores.items()}
    total = sum(odds.values()) + exp(SHARPNESS * (nothing - top))
    return {key: value / total for key, value in odds.items()}


def weigh(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Sum of the features' weights."""
    return sum(weights[name] * value for name, value in features.items())


# --- pronouns ---


def pronoun_fits(context: Context, chain: Chain, phrase: Phrase) -> bool:
    """Tell whether grammar allows the pronoun to stand for the chain of `phrase`."""
    return _agrees(context.site.anaphor.form, chain, phrase) and _binding_allows(context.scene, context.site, phrase)


def _agrees(form: str, chain: Chain, phrase: Phrase) -> bool:
    person = chain.sort == "person"
    if form in {"he", "she"}:
        wrong = "female" if form == "he" else "male"
        return (person or chain.sort is None) and phrase.number != "many" and chain.gender != wrong
    if form == "it":
        return not person and phrase.number != "many" and not phrase.members
    if phrase.number == "many" or phrase.members:
        return True
    return (
        chain.sort in {"body", "land"}
        or (person and chain.gender is None and not chain.named)
        or phrase.number == "either"
    )


def _binding_allows(scene: Scene, site: Site, phrase: Phrase) -> bool:
    head = phrase.mention.head
    if phrase.sentence != site.sentence:
        return not site.reflexive
    if phrase.mention.first <= site.anaphor.head < phrase.mention.stop or head in site.above:
        return False  # the pronoun is part of the phrase itself
    if site.reflexive:
        return site.subject == head
    if site.possessive:
        return True
    if site.subject == head and site.role != "subject":
        return False
    verb = scene.verb(head)
    arguments = {"subject", "object", "oblique"}
    return not (verb is not None and verb.i == site.verb and {site.role, phrase.role} <= arguments)


def names_again(context: Context, chain: Chain) -> bool:
    """Tell whether the clause of a subject pronoun goes on to name the chain: ``he praised Obama`` is not Obama."""
    scene, site = context.scene, context.site
    if site.role != "subject" or site.verb < 0:
        return False
    for phrase in chain.phrases:
        mention = phrase.mention
        if phrase.sentence == site.sentence and mention.head > site.anaphor.head and mention.kind == "name":
            verb = scene.verb(mention.head)
            if verb is not None and verb.i == site.verb:
                return True
    return False


def pronoun_features(context: Context, chain: Chain, phrase: Phrase) -> dict[str, float]:
    """Return what speaks for and against the pronoun standing for `chain`, last met as `phrase`."""
    site = context.site
    away = site.sentence - phrase.sentence
    features: dict[str, float] = {
        "sentences away": float(min(max(away, 0), 6)),
        "paragraph away": float(min(site.paragraph - phrase.paragraph, 4)),
        "name": float(chain.named),
        "unknown sort": float(chain.sort is None and not phrase.members),
        "share": context.share.get(chain.key, 0.0),
    }
    if away == 0:
        features["far inside sentence"] = float(max(site.anaphor.head - phrase.mention.stop, 0))
    if phrase.role in {"subject", "object", "possessive", "modifier"}:
        features[phrase.role] = 1.0
    features.update(_structure(context.scene, site, phrase))
    features["promised to"] = float(any(p.mention.head == site.promised for p in chain.phrases))
    features.update(_sort_features(site.anaphor, chain, phrase))
    features.update(_meaning(context.scene, site, chain))
    features.update(_voices(context, chain, phrase))
    before = context.pronoun_of.get(chain.key)
    if before is not None:
        form, sentence = before
        recent = 1.0 if site.sentence - sentence <= 2 else 0.4
        features["same pronoun before" if form == site.anaphor.form else "other pronoun before"] = recent
    return features


def _structure(scene: Scene, site: Site, phrase: Phrase) -> dict[str, float]:
    head = phrase.mention.head
    found: dict[str, float] = {}
    here = phrase.sentence == site.sentence
    if scene.main_subject[phrase.sentence] == head:
        found["subject of this sentence" if here else "main subject"] = 1.0
    if site.role == phrase.role and phrase.role in {"subject", "object"}:
        found["parallel"] = 1.0
    if here:
        found["subject of own clause"] = float(site.subject == head)
        found["fronted"] = float(site.fronted == head)
        if site.matrix >= 0:
            found.update(_under(site, head))
    elif phrase.role == "subject" and site.role == "subject" and site.verb >= 0:
        verb = scene.verb(head)
        speaks = verb is not None and reporting_class(verb) is not None
        found["speaks too"] = float(speaks and reporting_class(scene.doc[site.verb]) is not None)
    return found


def _under(site: Site, head: int) -> dict[str, float]:
    """``X notified Y that it needs``: it is Y; ``X told Y that it will``, ``X said it``: it is X."""
    if site.promised >= 0:
        return {"promised by": 1.0} if site.matrix_subject == head else {}
    if site.told >= 0:
        return {"object of telling": 1.0} if site.told == head else {}
    alone = site.subject in {-1, site.anaphor.head}
    return {"subject of matrix": 1.0} if alone and site.matrix_subject == head else {}


def _sort_features(anaphor: Anaphor, chain: Chain, phrase: Phrase) -> dict[str, float]:
    if anaphor.form == "it":
        return {"body it": 1.0} if chain.sort == "body" else {"thing it": 1.0} if chain.sort == "thing" else {}
    if anaphor.form == "they":
        if phrase.members:
            return {"group they": 1.0}
        if phrase.number != "many":
            if chain.sort == "body" and not chain.named:
                return {"team they": 1.0}
            name = {"body": "collective they", "land": "country they"}.get(chain.sort or "", "person they")
            return {name: 1.0}
    return {}


def _meaning(scene: Scene, site: Site, chain: Chain) -> dict[str, float]:
    token = scene.doc[site.anaphor.head]
    if site.possessive:
        owners = [sort for sort, nouns in BELONGINGS.items() if token.head.lemma_.lower() in nouns]
        return (
            {"belongs": 1.0} if chain.sort in owners else {"cannot own": float(bool(owners) and chain.sort == "thing")}
        )
    if token.dep_ == "nsubj" and site.anaphor.form in {"it", "they"}:
        verb = token.head.lemma_
        if verb in _ANIMATE or reporting_class(token.head) is not None:
            alive = chain.sort in {"person", "body", "land"}
            return {"animate subject": 1.0} if alive else {"inanimate subject": 1.0} if chain.sort == "thing" else {}
    return {}


def _voices(context: Context, chain: Chain, phrase: Phrase) -> dict[str, float]:
    head = context.site.anaphor.head
    here = context.scene.quoted[head]
    if here >= 0:
        return {"same quotation": 1.0} if phrase.quoted == here else {}
    found: dict[str, float] = {}
    if phrase.quoted >= 0 and context.scene.quotations[phrase.quoted].whole:
        found["quoted outside"] = 1.0
    if context.speaker is chain and reporting_class(context.scene.doc[head].head) is not None:
        found["speaker again"] = 1.0
    return found


# --- descriptions ---


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
        return form in chain.titles or any(form in same and chain.titles & same for same in SAME_THING)
    types = NOUN_TYPES[form]
    return bool(chain.types & types) or ("Organization" in chain.types and "Company" in types)


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
    held = any(anaphor.form in (m.canonical or m.text).casefold() for m in chain.names)
    if held:
        return {"name holds noun": 1.0}
    found = {"name lacks noun": 1.0} if anaphor.form in SPECIFIC - LOOSE else {}
    words = {word for m in chain.names for word in (m.canonical or m.text).casefold().split()}
    if chain.sort == "body" and words & SPECIFIC:
        found["name holds other noun"] = 1.0
    if not chain.types & NOUN_TYPES[anaphor.form]:
        found["general type"] = 1.0
    return found
