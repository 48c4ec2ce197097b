"""What a row of the grammar of times is, and the pieces of pattern that the rows share."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kg.numbers import WORDS
from kg.timing.calendar_days import Days, Direction

Kind = Literal["date", "duration", "deadline", "frequency"]
Match = re.Match[str]
Accepts = Callable[[Match], bool]

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
MONTH = rf"(?P<m>{MONTHS}|Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%°:]|[.,]\d|-[a-z])"
YEAR = r"(?:1[0-9]|20)\d\d(?![\w%°]|[.,]\d)"
TAIL = rf"(?:(?:,? |, ?)(?P<y>{YEAR})|(?: of|,)? (?P<rel>last|this|next) year)?"
PART = (
    r"(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate)(?: in)?[- ]|(?:[Tt]he )?(?P<edge>end|beginning|start|middle|"
    r"close) of (?:the )?)"
)
BEFORE = r"(?<![\w$€£#/-])"
COUNT = (
    rf"(?:\d+(?:\.\d+)? ?(?:-|–|to|or) ?)?(?P<n>\d{{1,3}}(?:,\d{{3}})*(?:\.\d+)?|{WORDS}|an?|half an?|"
    r"a couple of|several|a few|few|many|some|a hundred|hundreds of|dozens of)"
)
UNIT = r"(?P<u>second|minute|hour|day|week|fortnight|month|quarter|year|decade|(?:centur(?=y|ies)))(?:s|y|ies)?"


@dataclass(frozen=True, slots=True)
class Frame:
    """What a wording is seen from: the day of publication and where repetitions are looked for."""

    published: date | None
    direction: Direction


Meaning = Callable[[Match, Frame], Days | None]
"""From a match to the days it means; None where they cannot be told."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One wording: when to try it, its pattern, the days it means, and what it is."""

    name: str
    trigger: str
    pattern: re.Pattern[str]
    days: Meaning
    kind: Kind = "date"
    accepts: Accepts = lambda match: True
