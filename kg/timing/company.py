"""Words that are times only in the right company: ``May``, ``fall``, ``Sunday``, four digits."""

from __future__ import annotations

import re

from kg.timing.wordings import MONTHS, Match


def _before(match: Match, length: int = 25) -> str:
    """The last characters before a match: long enough for the words that decide, short enough for any text."""
    return match.string[max(0, match.start() - length) : match.start()]


_MONTH_LEADS = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Ff]rom|[Tt]o|[Bb]efore|[Aa]fter|of|for|[Tt]hrough|"
    r"[Bb]etween|[Aa]nd|[Bb]y|or|[Ii]n [Ee]arly|"
    r"(?:[Tt]he|[Tt]his|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|a|an)|early|mid|late|past|around|as of|\w['’]s|[–-])[ -]?$"
)
_NAME_LIKE = frozenset({"May", "March", "April", "June", "August"})


def is_month(match: Match) -> bool:
    """Whether a month name without day and year is one: not ``Theresa May``, not ``the March on Rome``."""
    text, name = match.string, match["m"]
    if match["part"] or match["edge"]:
        return True
    if name.rstrip(".") not in MONTHS.split("|"):
        return False
    before, after = _before(match, 12), text[match.end() : match.end() + 20]
    lead = _MONTH_LEADS.search(before)
    if name not in _NAME_LIKE:
        return not re.search(r"[A-Z]\w*[ ]$", before) or lead is not None
    if not lead:
        return bool(re.match(r"['’]s? |[–-]", after)) and not re.search(r"\w[ ]$", before)
    word = lead[0].strip().lower()
    if word in ("the", "a", "an", "his", "her", "its", "their"):
        return bool(re.match(r" (?!on\b|to\b|of\b|by\b|against\b|from\b|for\b|in\b)[a-z]", after))
    return not (word in ("by", "of", "for", "to", "from", "and", "or", "after") and re.match(r" [A-Z]", after))


_YEAR_LEADS = re.compile(
    r"(?:^|[\s(\"“])(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Ff]rom|[Bb]efore|[Aa]fter|[Bb]y|of|to|"
    r"around|circa|through|[Bb]etween|back in|as of|"
    r"[Ff]or|prior to|and|or|past)[ ]$"
)
_NOUN_LEADS = re.compile(r"\b(?:[Tt]he|[Tt]his|[Aa]|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|that|\w+['’]s?)[ ]$")
COUNTED = re.compile(
    r" (?:(?:more|other|new|additional|extra|full[- ]time|U\.S\.|US) )?(?:people|persons|men|women|children|"
    r"troops|soldiers|workers|jobs|employees|votes|"
    r"members|students|schoolchildren|migrants|refugees|protesters|victims|dead|deaths|injured|cases|homes|"
    r"houses|pages|"
    r"miles|km|kilometers|kilometres|meters|metres|feet|tons|tonnes|barrels|dollars|euros|pounds|yen|yuan|shares|units|"
    r"vehicles|cars|flights|times|points|years|days|hours|minutes|locations|stores|companies|pilgrims|passengers)\b"
)
_PLAIN_AFTER = re.compile(
    r"$|[^\w\s]|[ \n]+(?:[^a-z\s]|(?:and|or|but|to|when|that|which|who|where|as|after|before|with|for|by|in|"
    r"on|at|from|is|was|were|has|had|have|will|would|if|while|because|until|through|it|he|she|they|we|the|a|"
    r"an|alone|onwards?|election|season|campaign)\b)"
)


def is_year(match: Match) -> bool:
    """Whether four digits are a year: by the word before and by what would otherwise be counted."""
    text = match.string
    if match["part"] or match["edge"]:
        return True
    before, after = _before(match), text[match.end() : match.end() + 40]
    if COUNTED.match(after) or not 1500 <= int(match["y"]) < 2100:
        return False
    if lead := _YEAR_LEADS.search(before):
        certain = lead[0].strip(' ("“').lower() in ("in", "since", "until", "during", "till", "circa", "back in")
        # A round number before an unlisted word may count it (``of 2000 angry voters``).
        return (
            certain or bool(_PLAIN_AFTER.match(after)) or not (match["y"].endswith("00") or re.match(r" \w+s\b", after))
        )
    if _NOUN_LEADS.search(before):
        return bool(re.match(r" [A-Za-z]", after))
    if re.search(r"\(\Z", before):
        return after.startswith(")")
    return not before.strip() and bool(re.match(r" (?:is|was|will|has|saw|had|marks|marked)\b|, ", after))


_TITLES_AFTER_DAY = re.compile(
    r" (?:Times|Telegraph|Mirror|Herald|Express|Mail|Post|Night Live|People|World|Tribune|Business|Star|Independent)\b"
)
_NOT_A_DAY = re.compile(r"\b(?:Black|Good|Ash|Super|Bloody|Cyber|Palm|Easter|Fat|Giving|Ruby|Casual|Sheffield)[ ]$")


def is_weekday(match: Match) -> bool:
    """Whether a weekday is one: not ``Black Friday``, not the ``Sunday Times``."""
    text = match.string
    return not _NOT_A_DAY.search(_before(match)) and not _TITLES_AFTER_DAY.match(text, match.end())


def is_duration(match: Match) -> bool:
    """Whether a counted unit is a stretch of time: no age, no rate (``a day``), no share (``a quarter of``)."""
    text, number = match.string, (match.groupdict().get("n") or "").lower()
    after = text[match.end() : match.end() + 10]
    if re.match(r"[- ]old\b| of age\b|['’] old|-\w", after) or re.search(r"\b[Aa]ged [ \w–-]{0,6}$", _before(match)):
        return False
    unit = match.groupdict().get("u") or ""
    if (
        number in ("a", "an", "one", "half a", "half an", "")
        and unit in ("second", "quarter")
        and match[0].endswith(unit)
    ):
        return False
    return not (
        match[0].lower().startswith(("a ", "an "))
        and not re.search(r"\b(?:of|spent|took|takes|last(?:s|ed))[ ]$", _before(match))
    )


def is_lookback(match: Match) -> bool:
    """Whether ``in 30 years`` looks back, after a superlative (``the lowest in 30 years``)."""
    return bool(_SUPERLATIVE.search(_before(match, 80))) and is_duration(match)


_SUPERLATIVE = re.compile(
    r"\b(?:first|only|time|\w{3,}est|worst|best|most|least|record|once|twice|times)\b[^.;]{0,60}$"
)


def is_feast(match: Match) -> bool:
    """Whether Christmas is the day, not a surname."""
    return not re.search(r"\b[A-Z][a-z]+[ ]$", _before(match)) or _before(match).endswith(("On ", "Since ", "Before "))


def is_season(match: Match) -> bool:
    """``fall`` and ``spring`` are verbs too: take them only with a year or in a phrase of time."""
    if match["y"] or match["rel"] or match["which"] or match["part"] or match["edge"]:
        return True
    return bool(re.search(r"\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Bb]y|[Ss]ince|[Uu]ntil)[ ]$", _before(match))) and match[
        0
    ].startswith("the ")


def is_period(match: Match) -> bool:
    """Whether ``the year`` is one: only as ``the end of the year``; ``the last day`` is one of many."""
    if match["rel"].lower().startswith("the ") and match["u"] in ("second", "minute", "hour", "day"):
        return False
    return match["rel"].lower() != "the" or bool(match["part"] or match["edge"])
