"""What a number counts, and whether it counts anything."""

from __future__ import annotations

import re

from kg.timing.company import COUNTED

_IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "schoolchildren": "schoolchild",
    "feet": "foot",
    "teeth": "tooth", "mice": "mouse", "lives": "life", "wives": "wife", "knives": "knife", "wolves": "wolf",
    "leaves": "leaf",
    "crises": "crisis", "policemen": "policeman", "fishermen": "fisherman", "firefighters": "firefighter",
    "buses": "bus",
    "aircraft": "aircraft", "personnel": "personnel", "police": "police", "staff": "staff", "cattle": "cattle",
    "sheep": "sheep",
    "fish": "fish", "dead": "dead", "wounded": "wounded", "injured": "injured", "spacecraft": "spacecraft",
    "series": "series",
    "species": "species", "media": "medium", "criteria": "criterion", "data": "data", "crew": "crew",
    "civilians": "civilian",
    "homeless": "homeless", "missing": "missing", "shoes": "shoe", "movies": "movie", "cookies": "cookie",
    "ties": "tie",
}  # fmt: skip
_TIME = re.compile(
    r"(?:second|minute|hour|day|night|week|fortnight|month|quarter|year|decade|centur(?:y|ie)|season|"
    r"time)s?\b|(?:a\.?m|p\.?m|o['’]clock|GMT|UTC|EST|th|st|nd|rd)\b|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_STOP = frozenset(
    "of and or but in on at to from by with for as than that which who whom whose when where while if because "
    "since until after before "
    "during under over between among the a an this these those its their his her our my your is are was were "
    "be been being has have had "
    "do does did will would can could may might must should shall not no it he she they we you i also per "
    "percent is so yet both either "
    "had said says including such each every about into out up down off so".split()
)
_NOT_PLURAL = re.compile(r"(?:ss|us|is|'s|’s|ous|ics)$")
_MAY_PRECEDE = frozenset(
    "Some Over About Around Another The All In At These Those Nearly Almost Up More Less Fewer Approximately "
    "Roughly As By Of With And "
    "After Only Just Between From Another Its Their His Her Our Some But Both Today Yesterday Meanwhile "
    "Currently For To On Since When "
    "While That This There Is Are Was Were Has Have Had Estimated An A".split()
)


_NEXT = re.compile(r"[ \n]((?:[A-Z]\.){2,}|[A-Za-z][\w’'&.-]*\w)")
_HEAPS = frozenset({"hundreds", "thousands", "millions", "billions", "dozens"})


def counted_noun(match: re.Match[str]) -> tuple[int, int] | None:
    """Return the range of the noun that a number counts; None where there is none.

    The noun is the first plural among the next words, a lower-case one if there is any.
    """
    text, at = match.string, match.end()
    if hyphened := re.compile(r"-([a-z]{3,})(?!-old)\b").match(text, at):
        return hyphened.span(1)
    if of := re.compile(r" of (?:the|its|their|his|her|those|these|our) ").match(text, at):
        at = of.end() - 1
    named: tuple[int, int] | None = None
    for _ in range(6):
        word = _NEXT.match(text, at)
        if not word or word[1].lower() in _STOP or _TIME.fullmatch(word[1]) or word[1] in _HEAPS:
            break
        at = word.end()
        if _is_plural(word[1]):
            if word[1].islower():
                return word.span(1)
            named = named or word.span(1)
    return named


def is_counting(match: re.Match[str], scaled: bool) -> bool:
    """Whether a number can count: no year, day, clock time, age, ordinal or part of a name.

    `match` holds the number in group ``n``; `scaled` tells that a magnitude follows it.
    """
    text, number = match.string, match["n"]
    after = text[match.end() : match.end() + 40]
    if re.match(r"[-\s]*(?:to |and )?" + _TIME.pattern, after) or re.match(r"[-\s]*years?[- ]|[:/]\d|-old", after):
        return False
    if scaled:
        return True
    if re.fullmatch(r"(?:1[5-9]|20)\d\d", number):
        return bool(COUNTED.match(after))
    named = re.search(r"\b[A-Z][\w’'.]*[ ]$", text[max(0, match.start() - 25) : match.start()])
    named = None if _precedes(text, match.start()) else named
    serial = named and named[0].strip().isupper() and len(named[0]) > 2
    return not (named and number[:1].isdigit() and (serial or "," not in number))


def _precedes(text: str, at: int) -> bool:
    """Whether the capitalised word before `at` is one that begins a sentence, not a name (``Flight 1209``)."""
    before = re.search(r"([\w’'.]+)[ ]$", text[max(0, at - 25) : at])
    return bool(before and before[1] in _MAY_PRECEDE)


def is_bare_count(match: re.Match[str], scaled: bool) -> bool:
    """Whether a number without a noun is still an amount: a large one, or one that is said to be approximate."""
    text = match.string
    if match["n"].lower() in ("a", "an") or re.match(r"[-–]?\w|[-–]\d", text[match.end() : match.end() + 2]):
        return False
    if re.search(r"\b[A-Z]\w*[ ]$", text[max(0, match.start() - 20) : match.start()]) and not _precedes(
        text, match.start()
    ):
        return False
    hedged = re.search(
        r"\b(?:about|around|approximately|nearly|almost|roughly|some|closer? to|more than|less than|"
        r"fewer than|at least)[ ]$",
                       text[max(0, match.start() - 16) : match.start()])  # fmt: skip
    ends = match.groupdict().get("n2") and re.search(
        r"\b(?:from|between)[ ]$", text[max(0, match.start() - 8) : match.start()], re.IGNORECASE
    )
    return (
        scaled or bool(ends) or "," in match["n"] or (bool(hedged) and match["n"][0].isdigit() and len(match["n"]) > 1)
    )


def _is_plural(word: str) -> bool:
    lower = word.lower()
    return lower in _IRREGULAR or (len(word) > 3 and lower.endswith("s") and not _NOT_PLURAL.search(lower))


def singular(noun: str) -> str:
    """Return the singular of a counted noun.

    >>> [singular(w) for w in ("troops", "companies", "people", "boxes", "houses")]
    ['troop', 'company', 'person', 'box', 'house']
    """
    if found := _IRREGULAR.get(noun.lower()):
        return found
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if re.search(r"(?:x|ch|sh|ss|zz)es$", noun):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


_RATE = re.compile(
    r"[ ](?:\(?(?:an?|per|each|every) (?P<u>second|minute|hour|day|week|month|quarter|year)\)?(?!\w)|"
    r"(?P<adverb>daily|annually|yearly|monthly|weekly)\b)"
)
_ADVERBS = {"daily": "day", "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week"}


def rate_after(text: str, at: int) -> tuple[int, str]:
    """Return where ``a day`` after `at` ends and the unit it adds (``/day``); `at` and nothing if there is none."""
    match = _RATE.match(text, at)
    if not match:
        return at, ""
    return match.end(), "/" + (match["u"] or _ADVERBS[match["adverb"]])


_APPROXIMATE = re.compile(
    r"\b(?:about|approximately|approx\.?|around|roughly|nearly|almost|some|close(?:r)? to|near|circa|"
    r"an? estimated|estimated(?: at)?|"
    r"estimated \w+ (?:of|at)|in the region of|the order of)(?: the| an?)?[ ]$|~ ?$",
    re.IGNORECASE,
)
_LOW = re.compile(
    r"\b(?:more than|over|above|at least|exceed(?:s|ed|ing)?|in excess of|upwards? of|no (?:fewer|less) than|"
    r"not less than|a minimum of|"
    r"greater than|higher than|beyond|topp(?:ed|ing))(?: an?(?: estimated)?| the)?[ ]$",
    re.IGNORECASE,
)
_HIGH = re.compile(
    r"\b(?:less than|fewer than|under|below|up to|as (?:many|much|high) as|no more than|not more than|at most|"
    r"a maximum of|"
    r"lower than|smaller than)(?: an?| the)?[ ]$",
    re.IGNORECASE,
)


def bounds(text: str, start: int, end: int) -> tuple[bool, str]:
    """Return whether the words around an amount call it approximate, and whether it is a ``low`` or ``high`` bound."""
    before, after = text[max(0, start - 30) : start], text[end : end + 12]
    approximate = bool(_APPROXIMATE.search(before) or re.match(r"[- ](?:or so|ish)\b", after))
    if _LOW.search(before) or re.match(r"(?: or more\b|\+| plus\b)", after):
        return approximate, "low"
    if _HIGH.search(before) or re.match(r" or (?:less|fewer)\b", after):
        return approximate, "high"
    return approximate, ""
