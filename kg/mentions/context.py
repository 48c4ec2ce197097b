"""What the words around a mention tell of its type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.gazetteer import Gazetteer
from kg.mentions import words
from kg.mentions.spans import Candidate, Hint
from kg.mentions.tokens import Tokens, is_capital

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
_BUSINESS = frozenset(
    "shares stock subsidiary employees plant factory products revenue sales profits executives customers ceo".split()
)
_OWNED_BY_STATE = frozenset(
    "capital economy president government parliament border army border troops constitution territory".split()
)
_PLACE_FOLLOWERS = frozenset(
    "officials troops government border parliament economy residents police province airport".split()
)
_ROLE_OF: tuple[tuple[frozenset[str], tuple[Hint, ...]], ...] = (
    (frozenset("ceo cfo executive".split()), (("Company", 4.5),)),
    (frozenset("chairman chairwoman chairperson".split()), (("Company", 3.2),)),
    (frozenset("founder co-founder shareholder subsidiary shares owner unit".split()), (("Company", 2.5),)),
    (
        frozenset("mayor governor city town village outskirts streets north south east west suburb".split()),
        (("Place", 3.0),),
    ),
    (frozenset("spokesman spokeswoman spokesperson member members head".split()), (("Organization", 1.5),)),
    (frozenset(("leader", "supporters", "activists")), (("Organization", 1.2),)),
    (frozenset("expert professor researcher scientist student lecturer".split()), (("Organization", 2.0),)),
    (frozenset("economist analyst strategist".split()), (("Company", 2.0),)),
    (frozenset("trial murder death arrest killing wife husband resignation election".split()), (("Person", 1.5),)),
    (frozenset("creator maker inventor developer launch release version copies".split()), (("Product", 2.0),)),
    (frozenset("reporter correspondent editor journalist".split()), (("NewsOutlet", 2.5),)),
)
_MOTION = frozenset(
    "go travel fly move return drive run sail march head flee emigrate relocate come migrate commute "
    "south north east west divert route deport evacuate".split()
)
_WORKS_AND_OUTLETS = words.PRODUCT_NOUNS | words.OUTLET_NOUNS
_CALLED = frozenset(("called", "named", "dubbed", "codenamed"))
_THINGS = frozenset(
    "program programme scheme algorithm syndrome virus disease category section chapter "
    "award prize medal trophy".split()
)
_KIND_AFTER: tuple[tuple[frozenset[str], tuple[Hint, ...]], ...] = (
    (_BUSINESS, (("Company", 2.0),)),
    (frozenset("board management staff leadership headquarters members".split()), (("Organization", 1.2),)),
    (
        frozenset("spokesman spokeswoman spokesperson chairman executive president".split()),
        (("Organization", 1.5), ("Company", 1.2)),
    ),
    (frozenset(("magazine", "newspaper")), (("NewsOutlet", 4.0),)),
    (_THINGS, (("Thing", 3.0),)),
    (
        frozenset("constituency district neighbourhood neighborhood county prefecture peninsula".split()),
        (("Place", 3.0),),
    ),
    (frozenset("exercise exercises pilgrimage marathon festival tournament championship".split()), (("Event", 4.0),)),
    (frozenset("studio bank airline label subsidiary startup".split()), (("Company", 1.5),)),
    (frozenset(("flight", "flights")), (("Company", 2.5),)),
    (_PLACE_FOLLOWERS, (("Place", 1.0),)),
    (words.ORGANIZATION_NOUNS - {"group", "league"}, (("Organization", 2.5),)),
    (words.AGREEMENT_NOUNS, (("Agreement", 3.0),)),
    (words.LAW_NOUNS, (("Legislation", 2.5),)),
)
"""What a word right after a name tells of it; the first row that has the word counts."""
_DONE = frozenset(
    "directed written led coached edited painted composed chaired hosted narrated sung played penned captained".split()
)
# Types that a noun right before the name tells without doubt: `the newspaper Zelmar`.
_TOLD = frozenset(("Organization", "NewsOutlet"))
_MADE = frozenset("owned acquired bought made manufactured published produced developed sold built".split())
_BELIEVING = frozenset("confidence trust faith belief believe believes believed interest stake invest shares".split())
_AFTER_PREPOSITION: Mapping[str, tuple[Hint, ...]] = {
    "in": (("Place", 1.6),),
    "off": (("Place", 1.6),),
    "at": (("Place", 0.6),),
    "near": (("Place", 2.0),),
    "across": (("Place", 1.0),),
    "throughout": (("Place", 1.0),),
    "from": (("Place", 0.4),),
    "told": (("NewsOutlet", 1.0),),
    "to": (("NewsOutlet", 0.3), ("Person", 0.2)),
    "with": (("Person", 0.3),),
}


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
    if t.lower[i] == "the" and t.low(i - 1) in _CALLED:
        i -= 1
    word = t.lower[i]
    if i == c.first - 2 and t.word(c.stop) == '"' and t.tag[i] in ("PRP$", "POS"):
        yield "Product", 4.5  # `its "Express Lane" service`
    if word == "," and t.lower[i - 1] in words.PERSON_NOUNS and t.same_sentence(i - 1, i):
        yield "Person", 2.5
    elif word == "," and t.word(c.stop) == "," and t.lower[i - 1] in _WORKS_AND_OUTLETS:
        yield from _noun_hints(t.lower[i - 1])
    elif t.opens[i] and word in words.COMPANY_OPENERS:
        yield "Company", 3.0  # `Drugmaker Pfizer`
    elif t.pos[i] in ("NOUN", "PROPN", "ADJ") and t.text[i].islower():
        yield from _kind_before(t, i)
    elif word == "as" and t.low(i - 1) == "such":
        noun = t.lemma[i - 2 - (t.low(i - 2) == ",")].lower()
        yield from ((kind, weight * 1.4) for kind, weight in _noun_hints(noun))
    elif word in _CALLED and t.same_sentence(i - 1, c.first):
        k = i - 2 if t.low(i - 1) == "," else i - 1
        while t.same_sentence(k - 1, i) and (t.text[k][0].isupper() or t.lower[k] in ("of", "the", "at", "&")):
            k -= 1  # `a vice-president of Goldman Sachs named X`
        kind_noun = t.lower[k]
        yield from ((kind, weight + 1.5) for kind, weight in _noun_hints(kind_noun))
    elif word == "based":
        yield "Company", 1.5
    elif t.lemma[i] in ("beat", "defeat", "thrash", "trounce"):
        yield "Organization", 0.8
    elif word in ("of", "for", "at", "with", "the"):
        yield from _role_of(t, i)
        if _member_of(t, i - (word == "the")):
            yield "Organization", 1.0
    elif word == "by" and t.low(i - 1) in _MADE:
        yield "Company", 1.5
    elif word == "by" and t.low(i - 1) in _DONE:
        yield "Person", 2.0
    yield from _after_preposition(t, i, c)


def _after_preposition(t: Tokens, i: int, c: Candidate) -> Iterator[Hint]:
    """What the word at `i` right before a name tells, if it is a preposition."""
    word = t.lower[i]
    if word in ("to", "from") and t.dep[i] == "prep" and t.lemma[t.head[i]] in _MOTION:
        yield "Place", 2.2
    alone = t.dep[c.stop - 1] == "pobj"  # `in Unix jargon` is in no place
    if word == "in" and alone and t.low(i - 1) not in _BELIEVING:
        yield "Place", 1.4
    if word == "from" and t.lower[i - 1] in ("announcement", "statement", "report", "letter", "order"):
        yield "Organization", 1.0
    if word == "the" and t.low(i - 1) in _AFTER_PREPOSITION:
        return
    yield from _AFTER_PREPOSITION.get(word, ())


def _member_of(t: Tokens, i: int) -> bool:
    """Whether `of` at `i` follows a person's name: ``Marcus Reed of the DFA``."""
    full = i > 1 and t.pos[i - 1] == t.pos[i - 2] == "PROPN" and t.text[i - 1][1:].islower()
    return t.low(i) == "of" and i > 0 and (t.label[i - 1] == "PERSON" or full)


def _kind_before(t: Tokens, i: int) -> Iterator[Hint]:
    """``the steel group Zentrix``, ``the localist group Zentrix``, ``the novel Angel``."""
    if t.lower[i] == "group" and t.low(i - 1) in words.INDUSTRIES:
        yield "Company", 3.0
    elif t.lower[i] in words.WORK_NOUNS | words.SHIP_NOUNS:
        yield "Product", 5.0
    else:
        yield from ((kind, weight * 2.2 if kind in _TOLD else weight) for kind, weight in _noun_hints(t.lower[i]))


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
        full = gazetteer.given_name(t.word(i + 1)) is not None and is_capital(t.word(i + 2))
        if full or (t.label[min(i + 1, len(t) - 1)] == "PERSON" and is_capital(t.word(i + 1))):
            yield "Organization", 2.5 if full else 0.6
        if following in _BUSINESS:
            yield "Company", 2.0
        if following in _OWNED_BY_STATE:
            yield "Place", 1.2
    else:
        yield from _kind_after(t, i, gazetteer)


def _kind_after(t: Tokens, i: int, gazetteer: Gazetteer) -> Iterator[Hint]:
    """What the word at `i` right after a name tells: ``the X magazine``, ``the X district``."""
    word = t.lower[i]
    told = next((hints for followers, hints in _KIND_AFTER if word in followers), None)
    if word in ("ceo", "cfo") or (word == "chief" and t.low(i + 1) in ("executive", "financial", "operating")):
        yield "Company", 4.5
    elif told is not None:
        yield from told
    elif t.pos[i] == "NOUN" and word in words.PRODUCT_NOUNS:
        yield "Product", 1.2
    elif (
        t.dep[i - 1] in ("compound", "nmod", "amod") and t.head[i - 1] > i and t.lower[t.head[i - 1]] in words.LAW_NOUNS
    ):
        yield "Legislation", 3.5
    elif word == ",":
        yield from _after_comma(t, i, gazetteer)


def _after_comma(t: Tokens, i: int, gazetteer: Gazetteer) -> Iterator[Hint]:
    """What follows the comma at `i` after a name: ``X, who``, ``X, 54,``, ``X, Norway``."""
    following = t.low(i + 1)
    if following in ("who", "whose"):
        yield "Person", 3.0
    elif following.isdigit() and t.word(i + 2) == "," and len(following) < 3:
        yield "Person", 4.0
    elif t.same_sentence(i, i + 1):
        yield from _larger_place(t, i + 1, gazetteer)


def _larger_place(t: Tokens, i: int, gazetteer: Gazetteer) -> Iterator[Hint]:
    found = gazetteer.longest(t.text[: i + 4], i)
    if found and found[0].type in ("Country", "Place") and t.word(i + found[1]) in (",", ".", "on", "in", ""):
        yield "Place", 2.0


def _apposition(t: Tokens, c: Candidate) -> Iterator[Hint]:
    """``X, the founder of Y``, ``X, a company based in Z``."""
    i = c.stop + 1
    if t.low(c.first - 1) == "of" and t.low(c.first - 2) in words.PERSON_NOUNS:
        return  # `the creator of X, a vice-president`: says who the creator is
    if t.word(c.stop) != "," or not t.same_sentence(c.first, i):
        return
    for j in range(i, min(i + 7, len(t))):
        if t.sentence[j] != t.sentence[c.first] or t.pos[j] in ("VERB", "AUX", "PUNCT", "CCONJ", "ADP", "PRON"):
            return
        if t.pos[j] == "NOUN" and t.pos[min(j + 1, len(t) - 1)] != "NOUN":
            faith = t.lower[j] == "ministry" and t.text[j - 1] in words.GROUP_WORDS
            hints = [("Organization", 3.0)] if faith else list(_noun_hints(t.lower[j]))
            # `X, a company based in Y` says what X is; a noun before X may belong to something else.
            yield from ((kind, weight * 1.5) for kind, weight in hints)
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
            yield from (("Person", 2.0 if c.stop - c.first in (2, 3) else 1.2), ("Organization", 0.5))
        if lemma in words.REPORT_VERBS:
            yield "NewsOutlet", 0.8
    elif t.dep[last] == "dobj" and t.lemma[verb] in ("visit", "reach", "leave", "enter", "invade", "tour"):
        yield "Place", 2.0
    elif t.dep[last] == "dobj" and t.lemma[verb] in words.TRADE_VERBS:
        yield "Product", 0.8
    elif t.dep[last] == "pobj" and t.lower[verb] == "to" and t.low(verb - 1) == "according":
        yield from (("NewsOutlet", 0.8), ("Person", 0.5), ("Organization", 0.5))
