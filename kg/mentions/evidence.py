"""What speaks for each type of a name: its own words, the model, and the words around each mention.

Weights are on one scale: about 1 is a nudge, 4 a good sign, 8 nearly certain.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from kg.gazetteer import Gazetteer
from kg.mentions import words
from kg.mentions.spans import Candidate, Hint
from kg.mentions.tokens import Tokens

MODEL_WEIGHT = 2.5
CONTEXT_CAP = 6.0
_MODEL: Mapping[str, tuple[Hint, ...]] = {
    "PERSON": (("Person", 1.0),),
    "ORG": (("Organization", 0.8), ("Company", 0.5), ("NewsOutlet", 0.1), ("GovernmentBody", 0.1)),
    "GPE": (("Place", 0.8),),
    "LOC": (("Place", 0.8),),
    "FAC": (("Place", 0.8),),
    "PRODUCT": (("Product", 0.8),),
    "EVENT": (("Event", 0.8),),
    "LAW": (("Legislation", 0.5),),
    "WORK_OF_ART": (("Product", 0.4),),
}
# How much a gazetteer entry of a type counts: names of countries are rarely anything else, names of cities often are.
_KNOWN: Mapping[str, float] = {
    "Country": 10.0,
    "InternationalBody": 10.0,
    "GovernmentBody": 9.0,
    "Government": 9.0,
    "NewsOutlet": 6.0,
    "Organization": 6.0,
    "Place": 4.5,
}
_HEADS: tuple[tuple[frozenset[str], str, float], ...] = (
    (words.LEGISLATION_HEADS, "Legislation", 4.5),
    (words.AGREEMENT_HEADS, "Agreement", 4.5),
    (words.EVENT_HEADS, "Event", 4.0),
    (words.GOVERNMENT_BODY_HEADS, "GovernmentBody", 4.5),
    (words.COMPANY_HEADS, "Company", 4.0),
    (words.ORGANIZATION_HEADS, "Organization", 4.5),
    (words.OUTLET_HEADS, "NewsOutlet", 3.5),
    (words.PLACE_HEADS, "Place", 4.0),
    (words.PRODUCT_HEADS, "Product", 2.3),
)
_WORLDWIDE = frozenset(
    "International World European African Inter-American United Asian Arab Pan-American Global UN U.N. EU".split()
)


_LONE: Mapping[str, tuple[Hint, ...]] = {
    "PERSON": (("Person", 0.7),),
    "ORG": (("Organization", 0.6), ("Company", 0.3), ("NewsOutlet", 0.1)),
}
_SITE = re.compile(r"[A-Za-z][\w-]*\.(?:com|net|org|co\.\w\w)")
_LAST_HEADS = words.EVENT_HEADS | words.LEGISLATION_HEADS | words.AGREEMENT_HEADS
_CHAMBERS = words.ALONE_BODIES | {"House", "Congressional", "Parliamentary"}


def intrinsic(text: Sequence[str], gazetteer: Gazetteer) -> Iterator[Hint]:
    """What the name's own words tell, wherever it stands."""
    entry = gazetteer.lookup("".join(text))
    if entry is not None:
        yield entry.type, _KNOWN.get(entry.type, 5.0) + (3.0 if len(text) > 1 else 0.0)
    elif _might_be_person(text, gazetteer) or (len(text) == 1 and gazetteer.given_name(text[0])):
        yield "Person", 1.0
    if len(text) > 1:
        yield from _by_head(text, gazetteer)
    elif text[0] in words.ALONE_BODIES:
        yield "GovernmentBody", 5.0
    yield from _by_shape(text)
    if _personal(text, gazetteer):
        yield "Person", 4.0
    elif len(text) > 2 and text[-2] == "-" and text[-1].islower() and text[-1] not in words.FUNCTION_WORDS:
        yield "Person", 4.0  # `Lam Cheuk-ting`
    elif len(text) == 2 and text[0] in words.GIVEN_PLACES and _surname_like(text[1], gazetteer):
        yield "Person", 2.5


def _surname_like(word: str, gazetteer: Gazetteer) -> bool:
    plain = word.isalpha() and word[1:].islower() and not word.endswith("s") and gazetteer.lookup(word) is None
    return plain and not any(word in heads for heads, _, _ in _HEADS)


_NOT_FIRST = words.DIRECTIONS | {"New", "Saint", "Mount", "Lake", "Royal", "National", "San", "Los", "Las"}


def _might_be_person(text: Sequence[str], gazetteer: Gazetteer) -> bool:
    """Whether an unknown name has the shape of a person's: two to four plain words, none of which tells otherwise."""
    plain = [w for w in text if w not in ("-", "–")]
    if not 1 < len(plain) < 5 or not all(w.replace("'", "").replace("-", "").isalpha() for w in plain):
        return False
    if (
        any(w.isupper() for w in plain)
        or gazetteer.lookup(plain[0]) is not None
        or plain[0].lower() in words.FUNCTION_WORDS
        or plain[0] in _NOT_FIRST
    ):
        return False
    return not any(w in heads for heads, _, _ in _HEADS for w in (plain[0], plain[-1])) and not any(
        w in words.COMPANY_HEADS for w in plain[1:]
    )


def _head_end(text: Sequence[str]) -> int:
    """Where a name's head ends: before `of`, numbers and a possessive."""
    end = next((k for k in range(1, len(text)) if text[k] in ("of", "for") and text[k - 1] != "-"), len(text))
    while end > 1 and (text[end - 1][0].isdigit() or text[end - 1] in (",", "'s")):
        end -= 1
    return end


def _by_head(text: Sequence[str], gazetteer: Gazetteer) -> Iterator[Hint]:
    if text[-1] in words.CORPORATE_FORMS or text[-2] == "&":
        yield "Company", 7.0
    end = _head_end(text)
    head = text[end - 1]
    if text[-1] in _LAST_HEADS:
        head = text[-1]
    yield from _by_opening(text, head, end)
    yield from _by_nation(text, gazetteer)
    for heads, kind, weight in _HEADS:
        if head in heads:
            marked = text[0] in gazetteer.demonyms or head != text[-1]
            yield _wider(kind, head, text[:2]), weight + (1.5 if marked else 0.0)
            return


def _by_nation(text: Sequence[str], gazetteer: Gazetteer) -> Iterator[Hint]:
    """`Civil Aviation Authority Norway`, `Transport Canada`: a country's body, named before the country."""
    entry = gazetteer.lookup(text[-1])
    field = len(text) == 2 and text[0] in words.PORTFOLIOS | {"Elections", "Statistics"}
    if entry is not None and entry.type == "Country" and (field or text[-2] in words.GOVERNMENT_BODY_HEADS):
        yield "GovernmentBody", 6.0


def _wider(kind: str, head: str, opening: Sequence[str]) -> str:
    """The type that a head of the type `kind` has after the words `opening`: a Senate committee, a UN agency."""
    if head == "Committee" and opening[0] in _CHAMBERS:
        kind = "GovernmentBody"
    united = kind == "Organization" and opening[0] in ("UN", "U.N.", "EU", "E.U.")
    worldwide = kind == "GovernmentBody" and (opening[0] in _WORLDWIDE or opening == ("United", "Nations"))
    return "InternationalBody" if united or worldwide else kind


def _by_opening(text: Sequence[str], head: str, end: int) -> Iterator[Hint]:
    """What a name's first words, or its last two, tell; its head ends at `end`."""
    if text[-2] == "Flight" and text[-1].isdigit():
        yield "Event", 7.0
    if text[-2] in words.NUMBERED_LAWS and text[-1].isdigit():
        yield "Legislation", 7.0
    if text[0] in words.SHIP_PREFIXES:
        yield "Product", 7.0
    if tuple(text[-2:]) == ("Trade", "Area"):
        yield "Agreement", 6.0
    if tuple(text[:2]) == ("Line", "of"):
        yield "Place", 5.0
    if tuple(text[-2:]) == ("White", "House"):
        yield "Government", 6.0
    if tuple(text[-2:]) == ("News", "Agency"):
        yield "NewsOutlet", 6.0
    if end == len(text) and text[0] in words.PLACE_OPENERS and head not in words.COMPANY_HEADS:
        yield "Place", 1.5 if text[0] == "New" else 3.5
    if text[0] in words.EVENT_OPENERS:
        yield "Event", 6.0
    elif text[0] in words.TEAM_OPENERS:
        yield "Organization", 3.0
    if head in words.AWARD_HEADS:
        yield "Thing", 4.0
    if head == "Bank" and text[0] in words.CENTRAL_BANKS and end < len(text):
        yield "GovernmentBody", 7.0
    if any(w in words.COMPANY_HEADS for w in text[1:-1]) and head not in words.PRODUCT_HEADS:
        yield "Company", 2.0
    elif text[0] in words.DIRECTIONS and not any(head in heads for heads, _, _ in _HEADS):
        yield "Place", 2.0


def _by_shape(text: Sequence[str]) -> Iterator[Hint]:
    word = text[-1]
    digits = any(c.isdigit() for c in word)
    if digits and (len(text) > 1 or any(c.isalpha() for c in word)):
        yield "Product", 3.0 if len(text) > 1 or word[0].isalpha() else 1.5
    if ":" in text or (len(text) > 1 and word == "X" and text[-2] in words.PRODUCT_HEADS):
        yield "Product", 6.0
    if len(text) == 1 and _SITE.fullmatch(word):
        yield ("Organization" if word.endswith(".org") else "Company"), 2.5
    if len(text) == 1 and word[0].islower() and not digits:
        yield "Product", 3.0
    if len(text) == 1 and word.isalpha() and not word.isupper() and any(c.isupper() for c in word[2:]):
        yield "Company", 1.2
    if len(text) == 1 and word.isupper() and 1 < len(word) < 7 and not digits:
        yield "Organization", 1.5


def _personal(text: Sequence[str], gazetteer: Gazetteer) -> bool:
    if len(text) < 2 or len(text) > 5 or any(w in ("of", "and", "for", "&") or w[0].isdigit() for w in text):
        return False
    if any(text[-1] in heads for heads, _, _ in _HEADS[:-1]):
        return (
            gazetteer.given_name(text[0]) is not None
            and len(text) > 1
            and text[-1] not in words.CORPORATE_FORMS
            and (text[-1] in _SURNAMES_TOO)
        )
    initials = any((len(w) == 2 and w[1] == ".") or (len(w) == 1 and w.isupper()) for w in text[:-1])
    return gazetteer.given_name(text[0]) is not None or initials


_SURNAMES_TOO = frozenset(
    "Law Park Hill Hills Banks Power Lane Lake Rivers Forest Ford Press Day Cup Church Mobile Post Battle".split()
)


def model_votes(t: Tokens, mentions: Sequence[Candidate]) -> Iterator[Hint]:
    """The model's labels of all mentions of one name, as shares."""
    labels = Counter(t.label[c.first] if t.label[c.first] == t.label[c.stop - 1] else "" for c in mentions)
    for label, count in labels.items():
        # Alone, a word that the model calls a person or a body is often something else.
        lone = label in _LONE and all(c.stop - c.first == 1 for c in mentions)
        for kind, weight in _LONE[label] if lone else _MODEL.get(label, ()):
            yield kind, weight * MODEL_WEIGHT * count / len(mentions)


def decide(hints: Mapping[str, float]) -> tuple[str, float]:
    """The type with the most weight, and that weight; Thing where nothing speaks."""
    scores = dict(hints)
    if not scores:
        return "Thing", 0.0
    company = scores.get("Company", 0.0)
    if (
        company > 0
        and scores.get("Organization", 0.0) >= company
        and max(scores, key=lambda k: scores[k]) == "Organization"
    ):
        scores["Company"] = company + 0.5
    best = max(sorted(scores), key=lambda k: scores[k])
    return (best, scores[best]) if scores[best] >= 0.5 else ("Thing", scores[best])
