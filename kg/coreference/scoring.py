"""How well a chain fits an anaphor: hard constraints, then weighted features. The weights are all here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING

from kg.coreference.anaphora import Anaphor, is_possessive, is_reflexive
from kg.coreference.chains import Chain, Phrase
from kg.coreference.scene import Scene
from kg.coreference.words import BELONGINGS, NOUN_TYPES, PERSON_NOUNS, SAME_THING, SPECIFIC
from kg.extract.reporting import reporting_class

if TYPE_CHECKING:
    from spacy.tokens import Token

PRONOUN_WEIGHTS: Mapping[str, float] = {
    "sentences away": -0.75,
    "paragraph away": -0.35,
    "subject": 0.9,
    "object": 0.25,
    "possessive": 0.15,
    "modifier": -0.8,
    "main subject": 0.5,
    "subject of own clause": 0.9,
    "subject of matrix": 1.1,
    "object of telling": 1.2,
    "fronted": 1.6,
    "parallel": 0.4,
    "name": 0.5,
    "share": 1.2,
    "same pronoun before": 0.9,
    "other pronoun before": -1.5,
    "collective they": -0.7,
    "country they": -0.9,
    "person they": -2.2,
    "group they": 0.3,
    "animate subject": 1.0,
    "inanimate subject": -1.2,
    "belongs": 0.8,
    "body it": 0.3,
    "thing it": -0.1,
    "quoted outside": -1.3,
    "same quotation": 0.8,
    "speaker again": 1.8,
    "far inside sentence": -0.03,
}
"""Feature → weight for third-person pronouns; the sum is a log-odds."""

DESCRIPTION_WEIGHTS: Mapping[str, float] = {
    "sentences away": -0.35,
    "paragraph away": -0.15,
    "subject": 0.4,
    "object": 0.1,
    "modifier": -0.3,
    "share": 1.5,
    "title": 2.0,
    "no title": -1.0,
    "name holds noun": 2.0,
    "name lacks noun": -1.3,
    "same noun": 1.6,
    "same thing": 0.6,
    "name": 0.6,
    "general type": -0.8,
    "same clause": -1.0,
    "quoted outside": -0.5,
}
"""Feature → weight for ``the company`` and its like."""

NOTHING = {"pronoun": 0.2, "description": 0.3}
"""Log-odds of no candidate being right."""

_ANIMATE = frozenset(
    "agree plan need buy sell pay own hire fire sign vote decide attack invade launch employ operate acquire win lose meet"
    " negotiate discuss visit receive seek try refuse work use want intend prepare issue sue build produce make".split()
)
_TELLING = frozenset(
    {"notify", "inform", "warn", "remind", "tell", "advise", "ask", "order", "urge", "persuade", "force"}
)


@dataclass(frozen=True, slots=True)
class Context:
    """What scoring needs besides the two phrases: who spoke last, and how much each chain is talked about."""

    scene: Scene
    speaker: Chain | None
    share: Mapping[str, float]
    pronoun_of: Mapping[str, str]


def probabilities(scores: Mapping[str, float], nothing: float) -> dict[str, float]:
    """Turn log-odds into probabilities that sum to less than one; the rest is that none is right.

    >>> round(probabilities({"a": 2.0}, nothing=0.0)["a"], 2)
    0.88
    """
    top = max([*scores.values(), nothing])
    total = sum(exp(s - top) for s in scores.values()) + exp(nothing - top)
    return {key: exp(s - top) / total for key, s in scores.items()}


def weigh(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Sum of the features' weights."""
    return sum(weights[name] * value for name, value in features.items())


# --- pronouns ---


def pronoun_fits(context: Context, anaphor: Anaphor, chain: Chain, phrase: Phrase) -> bool:
    """Tell whether grammar allows a pronoun to stand for the chain of `phrase`."""
    return _agrees(anaphor.form, chain, phrase) and _binding_allows(context.scene, anaphor, phrase)


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


def _binding_allows(scene: Scene, anaphor: Anaphor, phrase: Phrase) -> bool:
    i, head = anaphor.head, phrase.mention.head
    if phrase.mention.first <= i < phrase.mention.stop or phrase.sentence != scene.sentence[i]:
        return phrase.sentence != scene.sentence[i]
    token = scene.doc[i]
    if any(above.i == head for above in token.ancestors):  # the pronoun is part of the phrase itself
        return False
    verb = scene.verb(i)
    subject = scene.subject(verb) if verb is not None else None
    is_subject = subject is not None and subject.i == head
    if is_reflexive(anaphor, scene):
        return is_subject
    if is_possessive(anaphor, scene):
        return True
    same_clause = verb is not None and scene.verb(head) == verb and scene.role(head) != "possessive"
    joined = scene.role(i) in {"subject", "object", "oblique"} and scene.role(head) in {"subject", "object", "oblique"}
    return not (is_subject and scene.role(i) != "subject") and not (same_clause and joined)


def pronoun_features(context: Context, anaphor: Anaphor, chain: Chain, phrase: Phrase) -> dict[str, float]:
    """Return what speaks for and against a pronoun standing for `chain`, last met as `phrase`."""
    scene, i = context.scene, anaphor.head
    away = scene.sentence[i] - phrase.sentence
    features: dict[str, float] = {
        "sentences away": float(min(max(away, 0), 6)),
        "paragraph away": float(min(scene.paragraph[i] - phrase.paragraph, 4)),
        "name": float(chain.named),
        "share": context.share.get(chain.key, 0.0),
    }
    if away == 0:
        features["far inside sentence"] = float(max(i - phrase.mention.stop, 0))
    if phrase.role in {"subject", "object", "possessive", "modifier"}:
        features[phrase.role] = 1.0
    features.update(_structure(scene, anaphor, phrase))
    features.update(_sort_features(anaphor, chain, phrase))
    features.update(_meaning(scene, anaphor, chain))
    features.update(_voices(context, anaphor, chain, phrase))
    before = context.pronoun_of.get(chain.key)
    if before is not None:
        features["same pronoun before" if before == anaphor.form else "other pronoun before"] = 1.0
    return features


def _structure(scene: Scene, anaphor: Anaphor, phrase: Phrase) -> dict[str, float]:
    i, head = anaphor.head, phrase.mention.head
    found: dict[str, float] = {}
    subject = scene.subject(scene.doc[head].sent.root)
    if subject is not None and subject.i == head:
        found["main subject"] = 1.0
    if scene.role(i) == phrase.role and phrase.role in {"subject", "object"}:
        found["parallel"] = 1.0
    if phrase.sentence != scene.sentence[i]:
        return found
    verb = scene.verb(i)
    if verb is None:
        return found
    own, matrix = scene.subject(verb), scene.matrix(verb)
    if own is not None and own.i == head:
        found["subject of own clause"] = 1.0
    if matrix is not None:
        found.update(_under(scene, verb, matrix, head))
    front = scene.fronted(i)
    if front is not None and front.i == head:
        found["fronted"] = 1.0
    return found


def _under(scene: Scene, verb: Token, matrix: Token, head: int) -> dict[str, float]:
    """``X notified Y that it needs``: it is Y; ``X told Y that it will``, ``X said it``: it is X."""
    told = matrix.lemma_ in _TELLING and any(c.dep_ in {"dobj", "dative"} for c in matrix.children)
    promise = any(c.lower_ in {"will", "would", "'ll"} for c in verb.children)
    subject = scene.subject(matrix)
    if told and not promise and scene.doc[head].head == matrix and scene.role(head) == "object":
        return {"object of telling": 1.0}
    if subject is not None and subject.i == head and not (told and not promise):
        return {"subject of matrix": 1.0}
    return {}


def _sort_features(anaphor: Anaphor, chain: Chain, phrase: Phrase) -> dict[str, float]:
    if anaphor.form == "it":
        return {"body it": 1.0} if chain.sort == "body" else {"thing it": 1.0} if chain.sort == "thing" else {}
    if anaphor.form == "they":
        if phrase.members:
            return {"group they": 1.0}
        if phrase.number != "many":
            name = {"body": "collective they", "land": "country they"}.get(chain.sort or "", "person they")
            return {name: 1.0}
    return {}


def _meaning(scene: Scene, anaphor: Anaphor, chain: Chain) -> dict[str, float]:
    token = scene.doc[anaphor.head]
    if is_possessive(anaphor, scene):
        owners = [sort for sort, nouns in BELONGINGS.items() if token.head.lemma_.lower() in nouns]
        return {"belongs": 1.0} if chain.sort in owners else {}
    if token.dep_ == "nsubj" and anaphor.form in {"it", "they"}:
        verb = token.head.lemma_
        if verb in _ANIMATE or reporting_class(token.head) is not None:
            alive = chain.sort in {"person", "body", "land"}
            return {"animate subject": 1.0} if alive else {"inanimate subject": 1.0} if chain.sort == "thing" else {}
    return {}


def _voices(context: Context, anaphor: Anaphor, chain: Chain, phrase: Phrase) -> dict[str, float]:
    here = context.scene.quoted[anaphor.head]
    if here >= 0:
        return {"same quotation": 1.0} if phrase.quoted == here else {}
    found: dict[str, float] = {}
    if phrase.quoted >= 0 and context.scene.quotations[phrase.quoted].whole:
        found["quoted outside"] = 1.0
    if context.speaker is chain and reporting_class(context.scene.doc[anaphor.head].head) is not None:
        found["speaker again"] = 1.0
    return found


# --- descriptions ---


def description_fits(context: Context, anaphor: Anaphor, chain: Chain, phrase: Phrase) -> bool:
    """Tell whether ``the company`` may stand for the chain of `phrase`."""
    if phrase.members or phrase.number == "many":
        return False
    scene, i = context.scene, anaphor.head
    if phrase.mention.first <= i < phrase.mention.stop:
        return False
    if phrase.sentence == scene.sentence[i] and any(a.i == phrase.mention.head for a in scene.doc[i].ancestors):
        return False
    if anaphor.form in PERSON_NOUNS:
        return chain.sort == "person" and (chain.named or anaphor.form in chain.titles)
    if not chain.named:
        return anaphor.form in chain.titles or any(anaphor.form in same and chain.titles & same for same in SAME_THING)
    types = NOUN_TYPES[anaphor.form]
    return bool(chain.types & types) or ("Organization" in chain.types and "Company" in types)


def description_features(context: Context, anaphor: Anaphor, chain: Chain, phrase: Phrase) -> dict[str, float]:
    """Return what speaks for and against a description standing for `chain`, last met as `phrase`."""
    scene, i = context.scene, anaphor.head
    features: dict[str, float] = {
        "sentences away": float(min(scene.sentence[i] - phrase.sentence, 8)),
        "paragraph away": float(min(scene.paragraph[i] - phrase.paragraph, 4)),
        "share": context.share.get(chain.key, 0.0),
        "name": float(chain.named),
    }
    if phrase.role in {"subject", "object", "modifier"}:
        features[phrase.role] = 1.0
    verb = scene.verb(i)
    if phrase.sentence == scene.sentence[i] and verb is not None and scene.verb(phrase.mention.head) == verb:
        features["same clause"] = float(scene.role(phrase.mention.head) in {"subject", "object"})
    if phrase.quoted >= 0 and scene.quoted[i] != phrase.quoted:
        features["quoted outside"] = 1.0
    features.update(_noun_features(anaphor, chain))
    return features


def _noun_features(anaphor: Anaphor, chain: Chain) -> dict[str, float]:
    if anaphor.form in PERSON_NOUNS:
        return {"title" if anaphor.form in chain.titles else "no title": 1.0}
    if not chain.named:
        return {"same noun" if anaphor.form in chain.titles else "same thing": 1.0}
    held = any(anaphor.form in (m.canonical or m.text).casefold() for m in chain.names)
    if held:
        return {"name holds noun": 1.0}
    found = {"name lacks noun": 1.0} if anaphor.form in SPECIFIC else {}
    if not chain.types & NOUN_TYPES[anaphor.form]:
        found["general type"] = 1.0
    return found
