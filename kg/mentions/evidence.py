"""What speaks for each type of a name: its own words, the model, and the words around each mention.

Weights are on one scale: about 1 is a nudge, 4 a good sign, 8 nearly certain.
"""

from __future__ import annotations

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
    (words.PRODUCT_HEADS, "Product", 2.0),
)
_NOUNS: tuple[tuple[frozenset[str], str, float], ...] = (
    (words.PERSON_NOUNS, "Person", 4.0),
    (words.OUTLET_NOUNS, "NewsOutlet", 3.5),
    (words.COMPANY_NOUNS, "Company", 3.0),
    (words.BODY_NOUNS, "GovernmentBody", 3.0),
    (words.ORGANIZATION_NOUNS, "Organization", 3.0),
    (words.PLACE_NOUNS, "Place", 3.0),
    (words.EVENT_NOUNS, "Event", 2.5),
    (words.LAW_NOUNS, "Legislation", 3.0),
    (words.AGREEMENT_NOUNS, "Agreement", 3.0),
    (words.PRODUCT_NOUNS, "Product", 2.5),
)
_WORLDWIDE = frozenset("International World European African Inter-American United Asian Arab Pan-American Global UN U.N. EU".split())
_BUSINESS = frozenset("shares stock subsidiary employees plant factory products revenue sales profits executives customers ceo".split())
_OWNED_BY_STATE = frozenset("capital economy president government parliament border army border troops constitution territory".split())
_PLACE_FOLLOWERS = frozenset("officials troops government border parliament economy residents police province airport".split())
_ROLE_OF: tuple[tuple[frozenset[str], tuple[Hint, ...]], ...] = (
    (frozenset("ceo chairman founder co-founder executive shareholder subsidiary shares owner unit".split()), (("Company", 2.5),)),
    (frozenset("mayor governor city town village outskirts streets north south east west suburb".split()), (("Place", 3.0),)),
    (frozenset("spokesman spokeswoman spokesperson member members head".split()), (("Organization", 1.5),)),
    (frozenset("expert professor researcher scientist student lecturer".split()), (("Organization", 2.0),)),
    (frozenset("economist analyst strategist".split()), (("Company", 2.0),)),
    (frozenset("creator maker inventor developer launch release version copies".split()), (("Product", 2.0),)),
    (frozenset("reporter correspondent editor journalist".split()), (("NewsOutlet", 2.5),)),
)
_AFTER_PREPOSITION: Mapping[str, tuple[Hint, ...]] = {
    "in": (("Place", 1.2),),
    "near": (("Place", 2.0),),
    "across": (("Place", 1.0),),
    "throughout": (("Place", 1.0),),
    "from": (("Place", 0.4),),
    "told": (("NewsOutlet", 1.0),),
    "to": (("NewsOutlet", 0.3), ("Person", 0.2)),
    "with": (("Person", 0.3),),
}


def intrinsic(text: Sequence[str], gazetteer: Gazetteer) -> Iterator[Hint]:
    """What the name's own words tell, wherever it stands."""
    entry = gazetteer.lookup("".join(text))
    if entry is not None:
        yield entry.type, _KNOWN.get(entry.type, 5.0) + (3.0 if len(text) > 1 else 0.0)
    elif _might_be_person(text, gazetteer):
        yield "Person", 1.0
    if len(text) > 1:
        yield from _by_head(text, gazetteer)
    yield from _by_shape(text)
    if _personal(text, gazetteer):
        yield "Person", 4.0


def _might_be_person(text: Sequence[str], gazetteer: Gazetteer) -> bool:
    """Whether an unknown name has the shape of a person's: two to four plain words, none of which tells otherwise."""
    plain = [w for w in text if w not in ("-", "–")]
    if not 1 < len(plain) < 5 or not all(w.replace("'", "").replace("-", "").isalpha() for w in plain):
        return False
    if any(w.isupper() for w in plain) or gazetteer.lookup(plain[0]) is not None or plain[0].lower() in words.FUNCTION_WORDS:
        return False
    return not any(w in heads for heads, _, _ in _HEADS for w in (plain[0], plain[-1]))


def _by_head(text: Sequence[str], gazetteer: Gazetteer) -> Iterator[Hint]:
    if text[-1] in words.CORPORATE_FORMS or text[-2] == "&":
        yield "Company", 7.0
    end = next((k for k in range(1, len(text)) if text[k] in ("of", "for")), len(text))
    while end > 1 and (text[end - 1][0].isdigit() or text[end - 1] in (",", "'s")):
        end -= 1
    head = text[end - 1]
    if text[-1] in words.EVENT_HEADS | words.LEGISLATION_HEADS | words.AGREEMENT_HEADS:
        head = text[-1]
    if tuple(text[-2:]) == ("News", "Agency"):
        yield "NewsOutlet", 6.0
    if end == len(text) and text[0] in words.PLACE_OPENERS and head not in words.COMPANY_HEADS:
        yield "Place", 3.5
    if any(w in words.COMPANY_HEADS for w in text[1:-1]):
        yield "Company", 2.0
    for heads, kind, weight in _HEADS:
        if head in heads:
            if kind == "Organization" and text[0] in ("UN", "U.N.", "EU", "E.U."):
                kind = "InternationalBody"
            if kind == "GovernmentBody" and (text[0] in _WORLDWIDE or text[:2] == ("United", "Nations")):
                kind = "InternationalBody"
            yield kind, weight + (1.5 if text[0] in gazetteer.demonyms or head != text[-1] else 0.0)
            return


def _by_shape(text: Sequence[str]) -> Iterator[Hint]:
    word = text[-1]
    digits = any(c.isdigit() for c in word)
    if digits and (len(text) > 1 or any(c.isalpha() for c in word)):
        yield "Product", 3.0 if len(text) > 1 or word[0].isalpha() else 1.5
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
        return gazetteer.given_name(text[0]) is not None and len(text) > 1 and text[-1] not in words.CORPORATE_FORMS and (
            text[-1] in _SURNAMES_TOO
        )
    initials = any(len(w) == 2 and w[1] == "." or (len(w) == 1 and w.isupper()) for w in text[:-1])
    return gazetteer.given_name(text[0]) is not None or initials


_SURNAMES_TOO = frozenset("Law Park Hill Hills Banks Power Lane Lake Rivers Forest Ford Press Day Cup Church Mobile Post Battle".split())


def model_votes(t: Tokens, mentions: Sequence[Candidate]) -> Iterator[Hint]:
    """The model's labels of all mentions of one name, as shares."""
    labels = Counter(t.label[c.first] if t.label[c.first] == t.label[c.stop - 1] else "" for c in mentions)
    for label, count in labels.items():
        for kind, weight in _MODEL.get(label, ()):
            yield kind, weight * MODEL_WEIGHT * count / len(mentions)


def context(t: Tokens, c: Candidate, gazetteer: Gazetteer) -> Iterator[Hint]:
    """What the words around one mention tell."""
    yield from _before(t, c)
    yield from _after(t, c, gazetteer)
    yield from _apposition(t, c)
    yield from _as_argument(t, c)


def _noun_hints(noun: str) -> Iterator[Hint]:
    for nouns, kind, weight in _NOUNS:
        if noun in nouns:
            yield kind, weight
            return


def _before(t: Tokens, c: Candidate) -> Iterator[Hint]:
    i = c.first - 1
    while t.same_sentence(i, c.first) and t.text[i] in ('"', "'"):
        i -= 1
    if not t.same_sentence(i, c.first):
        return
    word = t.lower[i]
    if word == "," and t.lower[i - 1] in words.PERSON_NOUNS and t.same_sentence(i - 1, i):
        yield "Person", 2.5
    elif t.pos[i] in ("NOUN", "PROPN", "ADJ") and t.text[i].islower():
        yield from _noun_hints(word)
    elif word in ("called", "named", "dubbed", "codenamed") and t.same_sentence(i - 1, c.first):
        yield from ((kind, weight + 1.5) for kind, weight in _noun_hints(t.lower[i - 1]))
    elif word == "based":
        yield "Company", 1.5
    elif word in ("of", "for", "at", "with", "the"):
        yield from _role_of(t, i)
    if word == "the" and t.low(i - 1) in _AFTER_PREPOSITION:
        return
    yield from _AFTER_PREPOSITION.get(word, ())


def _role_of(t: Tokens, i: int) -> Iterator[Hint]:
    if t.lower[i] == "the":
        i -= 1
    if i > 0 and t.lower[i] in ("of", "for", "at", "with"):
        for nouns, hints in _ROLE_OF:
            if t.lower[i - 1] in nouns:
                yield from hints
        if t.lower[i - 1] in words.PLACE_NOUNS:
            yield "Place", 3.0


def _after(t: Tokens, c: Candidate, gazetteer: Gazetteer) -> Iterator[Hint]:
    i = c.stop
    if not t.same_sentence(i, c.first):
        return
    word, following = t.lower[i], t.low(i + 1)
    if word == "'s":
        if following in _BUSINESS:
            yield "Company", 1.5
        if following in _OWNED_BY_STATE:
            yield "Place", 1.2
    elif word in _BUSINESS:
        yield "Company", 2.0
    elif word in ("spokesman", "spokeswoman", "spokesperson", "chairman", "executive", "president"):
        yield from (("Organization", 1.5), ("Company", 1.2))
    elif word in ("magazine", "newspaper"):
        yield "NewsOutlet", 4.0
    elif word in _PLACE_FOLLOWERS:
        yield "Place", 1.0
    elif t.pos[i] == "NOUN" and word in words.PRODUCT_NOUNS:
        yield "Product", 1.2
    elif word == "," and following in ("who", "whose"):
        yield "Person", 3.0
    elif word == "," and following.isdigit() and t.word(i + 2) == "," and len(following) < 3:
        yield "Person", 4.0
    elif word == "," and t.same_sentence(i, i + 1):
        yield from _larger_place(t, i + 1, gazetteer)


def _larger_place(t: Tokens, i: int, gazetteer: Gazetteer) -> Iterator[Hint]:
    found = gazetteer.longest(t.text[: i + 4], i)
    if found and found[0].type in ("Country", "Place") and t.word(i + found[1]) in (",", ".", "on", "in", ""):
        yield "Place", 2.0


def _apposition(t: Tokens, c: Candidate) -> Iterator[Hint]:
    """``X, the founder of Y``, ``X, a company based in Z``."""
    i = c.stop + 1
    if t.word(c.stop) != "," or not t.same_sentence(c.first, i):
        return
    for j in range(i, min(i + 7, len(t))):
        if t.sentence[j] != t.sentence[c.first] or t.pos[j] in ("VERB", "AUX", "PUNCT", "CCONJ", "ADP", "PRON"):
            return
        if t.pos[j] == "NOUN" and t.pos[min(j + 1, len(t) - 1)] != "NOUN":
            hints = list(_noun_hints(t.lower[j]))
            yield from hints
            return
        if t.text[j] in ("CEO", "President", "Chairman", "Director", "Minister", "Professor", "Secretary"):
            yield "Person", 3.0
            return


def _as_argument(t: Tokens, c: Candidate) -> Iterator[Hint]:
    last = c.stop - 1
    while t.head[last] != last and c.first <= t.head[last] < c.stop:
        last = t.head[last]
    verb = t.head[last]
    if t.dep[last] == "nsubj" and t.pos[verb] in ("VERB", "AUX"):
        lemma = t.lemma[verb]
        if lemma in words.PERSON_VERBS:
            yield from (("Person", 1.2), ("Organization", 0.5))
        if lemma in words.REPORT_VERBS:
            yield "NewsOutlet", 0.8
    elif t.dep[last] == "dobj" and t.lemma[verb] in words.TRADE_VERBS:
        yield "Product", 0.8
    elif t.dep[last] == "pobj" and t.lower[verb] == "to" and t.low(verb - 1) == "according":
        yield from (("NewsOutlet", 0.8), ("Person", 0.5), ("Organization", 0.5))


def decide(hints: Mapping[str, float]) -> tuple[str, float]:
    """The type with the most weight, and that weight; Thing where nothing speaks."""
    scores = dict(hints)
    if not scores:
        return "Thing", 0.0
    company = scores.get("Company", 0.0)
    if company > 0 and scores.get("Organization", 0.0) >= company and max(scores, key=lambda k: scores[k]) == "Organization":
        scores["Company"] = company + 0.5
    best = max(sorted(scores), key=lambda k: scores[k])
    return (best, scores[best]) if scores[best] >= 0.5 else ("Thing", scores[best])
