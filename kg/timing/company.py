"""Words that are times only in the right company: ``May``, ``fall``, ``Sunday``, four digits."""

from __future__ import annotations

import re

from kg.timing.wordings import MONTHS, Match

_MONTH_LEADS = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Ff]rom|[Tt]o|[Bb]efore|[Aa]fter|of|for|[Tt]hrough|[Bb]etween|[Aa]nd|[Bb]y|or|[Ii]n [Ee]arly|"
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
    before, after = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 20]
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
    r"(?:^|[\s(\"“])(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Ff]rom|[Bb]efore|[Aa]fter|[Bb]y|of|to|around|circa|through|[Bb]etween|back in|as of|"
    r"[Ff]or|prior to|and|or|past)[ ]$"
)
_NOUN_LEADS = re.compile(r"\b(?:[Tt]he|[Tt]his|[Aa]|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|that|\w+['’]s?)[ ]$")
COUNTED = re.compile(
    r" (?:(?:more|other|new|additional|extra|full[- ]time|U\.S\.|US) )?(?:people|persons|men|women|children|troops|soldiers|workers|jobs|employees|votes|"
    r"members|students|schoolchildren|migrants|refugees|protesters|victims|dead|deaths|injured|cases|homes|houses|pages|"
    r"miles|km|kilometers|kilometres|meters|metres|feet|tons|tonnes|barrels|dollars|euros|pounds|yen|yuan|shares|units|"
    r"vehicles|cars|flights|times|points|years|days|hours|minutes|locations|stores|companies|pilgrims|passengers)\b"
)
_PLAIN_AFTER = re.compile(r"$|[^\w\s]|[ \n]+(?:[^a-z\s]|(?:and|or|but|to|when|that|which|who|where|as|after|before|with|for|by|in|on|at|from|is|was|were|has|had|have|will|would|if|while|because|until|through|it|he|she|they|we|the|a|an|alone|onwards?|election|season|campaign)\b)")


def is_year(match: Match) -> bool:
    """Whether four digits are a year: by the word before and by what would otherwise be counted."""
    text = match.string
    if match["part"] or match["edge"]:
        return True
    before, after = text[max(0, match.start() - 20) : match.start()], text[match.end() : match.end() + 40]
    if COUNTED.match(after) or not 1500 <= int(match["y"]) < 2100:
        return False
    if lead := _YEAR_LEADS.search(before):
        certain = lead[0].strip(" (\"“").lower() in ("in", "since", "until", "during", "till", "circa", "back in")
        return certain or bool(_PLAIN_AFTER.match(after))
    if _NOUN_LEADS.search(before):
        return bool(re.match(r" [A-Za-z]", after))
    if re.search(r"\(\Z", before):
        return after.startswith(")")
    return not before.strip() and bool(re.match(r" (?:is|was|will|has|saw|had|marks|marked)\b|, ", after))


_TITLES_AFTER_DAY = re.compile(r" (?:Times|Telegraph|Mirror|Herald|Express|Mail|Post|Night Live|People|World|Tribune|Business|Star|Independent)\b")
_NOT_A_DAY = re.compile(r"\b(?:Black|Good|Ash|Super|Bloody|Cyber|Palm|Easter|Fat|Giving|Ruby|Casual|Sheffield)[ ]$")


def is_weekday(match: Match) -> bool:
    text = match.string
    return not _NOT_A_DAY.search(text, 0, match.start()) and not _TITLES_AFTER_DAY.match(text, match.end())


def is_duration(match: Match) -> bool:
    return not re.match(r"[- ]old\b| of age\b|['’] old|-\w", match.string[match.end() : match.end() + 10])


def is_fall(match: Match) -> bool:
    """``fall`` and ``spring`` are verbs too: take them only with a year or in a phrase of time."""
    return bool(match["y"] or match["rel"] or match["which"] or match["part"] or match["edge"])


def is_period(match: Match) -> bool:
    """Whether ``the year`` is one: only as ``the end of the year``, ``early in the year``."""
    return match["rel"].lower() != "the" or bool(match["part"] or match["edge"])
