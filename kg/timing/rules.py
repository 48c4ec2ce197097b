"""The wordings of time in news, one row each.

A row is tried only where its trigger occurs, in the order of the table; the first row to claim a
stretch of text keeps it.
"""

from __future__ import annotations

import re

from kg.numbers import WORDS
from kg.timing import meanings as m
from kg.timing import relative as r
from kg.timing.company import (
    is_duration,
    is_feast,
    is_lookback,
    is_month,
    is_period,
    is_season,
    is_weekday,
    is_year,
)
from kg.timing.wordings import (
    BEFORE,
    COUNT,
    DAY,
    MONTH,
    MONTHS,
    PART,
    TAIL,
    UNIT,
    WEEKDAYS,
    YEAR,
    Accepts,
    Kind,
    Meaning,
    Rule,
)

TRIGGERS = {
    "year": re.compile(r"\d{4}"),
    "month": re.compile(r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"),
    "weekday": re.compile(WEEKDAYS),
    "unit": re.compile(r"second|minute|hour|day|week|fortnight|month|quarter|year|decade|centur"),
    "ago": re.compile(r" ago"),
    "from now": re.compile(r" away| from now"),
    "later": re.compile(r" (?:later|earlier|before|after|prior to|previously)"),
    "quarter": re.compile(r"quarter|Q[1-4]"),
    "half": re.compile(r"half of"),
    "decade": re.compile(r"\d0s"),
    "fiscal": re.compile(r"iscal|inancial|FY"),
    "season": re.compile(r"pring|ummer|utumn|fall|Fall|inter"),
    "often": re.compile(r"ly\b|very|ach"),
    "day word": re.compile(r"day|night|omorrow|his (?:morning|afternoon|evening)"),
    "feast": re.compile(r"Christmas|New Year"),
}
"""Cheap tests for the whole text: which rows can match at all.

A search for plain words is quick; one that asks for a word's edge, or for a capital or a small letter, is not.
"""

_MONTH2 = MONTH.replace("?P<m>", "?P<m2>")
_YEAR2 = r"(?P<y2>(?:1[0-9]|20)\d\d|\d\d)(?![\w%-])"
_WEEKDAY = rf"(?:(?:{WEEKDAYS}|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.?,? (?:the )?)?"
_REL = (
    r"(?P<rel>[Tt]he (?:past|last|coming|current|previous|following|same)|"
    r"[Ll]ast|[Tt]his|[Nn]ext|[Cc]urrent|[Pp]revious|that|[Tt]he)"
)
_FISCAL = r"(?:[Ff]iscal|[Ff]inancial)"
_HEDGE = (
    r"(?:(?:[Aa]bout|[Aa]round|[Jj]ust|[Oo]nly|[Oo]ver|[Mm]ore than|[Ll]ess than|[Nn]early|[Aa]lmost|"
    r"[Aa]t least|[Uu]nder|"
    r"[Uu]p to|[Ss]ome|another|the first|the) )*"
)
_COUNT = f"(?i:{COUNT})"
_PERIOD = "hour|day|night|week|weekend|month|quarter|year|decade|morning|evening"
_OF_DAY = "(?:day|morning|evening|night|afternoon|week|month|year)"
_ADVERB_END = r"(?=[.,;:)\"”]|$| (?:in|on|at|for|since|to|by|and|or|but|with|from)\b)"


def _row(
    name: str, trigger: str, pattern: str, days: Meaning, kind: Kind = "date", accepts: Accepts = lambda match: True
) -> Rule:
    return Rule(name, trigger, re.compile(pattern), days, kind, accepts)


_DATES = (
    _row("iso", "year",
         r"(?<![\w-])(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])", m.iso),
    _row("slashed", "year", rf"(?<![\w/])(\d\d?)/(\d\d?)/(?P<y>{YEAR})(?!/)", m.slashed),
    _row("fiscal year by its end", "fiscal",
         r"(?:[Tt]he |[Ii]ts |[Tt]heir )?(?:(?P<which>previous|last|current|next|most recent|latest) )?"
         rf"{_FISCAL} year,? (?:that |which )?(?:ending|ended|ends)(?: (?:on|in))? "
         rf"(?:{MONTH} (?P<d>{DAY})(?:,? (?P<y>{YEAR}))?|(?P<y2>{YEAR}))", m.year_end),
    _row("fiscal year", "fiscal",
         rf"{_FISCAL} (?:year )?(?:of )?(?P<y>{YEAR}|\d\d\b)(?:[-/–]\d\d(?:\d\d)?)?|\bFY ?(?P<y2>20\d\d|\d\d)\b|"
         rf"(?:[Tt]he )?(?P<y3>(?:19|20)\d\d)(?:[-/–]\d\d(?:\d\d)?)? {_FISCAL} year|"
         rf"(?:[Tt]he )?(?P<rel>[Ll]ast|[Pp]revious|[Tt]his|[Cc]urrent|[Nn]ext|[Cc]oming) {_FISCAL} year", m.fiscal),
    _row("quarter of months", "month",
        rf"(?:(?P<y>(?:19|20)\d\d) )?{MONTH} ?(?:-|–|to) ?{_MONTH2} quarter", m.quarter_of_months),
    _row("quarter", "quarter",
         rf"{BEFORE}(?:(?:[Tt]he )?Q(?P<q>[1-4])(?![\w-])|(?:[Tt]he )?(?P<o>[Ff]irst|[Ss]econd|[Tt]hird|"
         r"[Ff]ourth|[Ff]inal)[ -]quarter\b)"
         rf"(?:,? (?:of |in )?(?:the )?(?:(?:fiscal|financial) )?(?:year )?(?P<y>{YEAR})|"
         r" of (?:the )?(?P<rel>last|this|next) (?:fiscal )?year)?",
         m.quarter),
    _row("half", "half",
        rf"(?:[Tt]he )?(?P<o>[Ff]irst|[Ss]econd) half of (?:(?:fiscal )?(?P<y>{YEAR})|(?:the|(?P<rel>this|"
        r"last|next)) year)", m.half),
    _row("decade", "decade",
        rf"{PART.replace('[- ]|', '[- ](?:the )?|')}?(?:[Tt]he )?(?:(?P<y>1[0-9]\d0|20\d0)s|"
        r"['’](?P<short>[2-9]0)s)\b", m.decade),
    _row("days", "month",
        rf"{BEFORE}{MONTH} (?P<d>{DAY}) ?(?:-|–|—|to|and|through|until) ?(?P<d2>{DAY}){TAIL}(?! (?:{MONTHS}))",
        m.day_range),
    _row("days", "month",
        rf"{BEFORE}(?P<d>{DAY}) ?(?:-|–|to|and) ?(?P<d2>{DAY})(?: of)? {MONTH}(?!\w){TAIL}", m.day_range),
    _row("day", "month", rf"{BEFORE}{_WEEKDAY}{MONTH} (?:the )?(?P<d>{DAY}){TAIL}", m.month_day),
    _row("day", "month", rf"(?<![\w$€£#/.,-]){_WEEKDAY}(?:the )?(?P<d>{DAY})(?: of)? {MONTH}(?!\w){TAIL}", m.month_day),
    _row("month", "month",
        rf"{BEFORE}{PART}?{MONTH}(?:(?:,| of)? (?P<y>{YEAR})|(?: of|,)? (?P<rel>last|this|next) year)", m.month),
    _row("named month", "month", rf"{BEFORE}(?P<rel>[Ll]ast|[Tt]his|[Nn]ext) {MONTH}(?!\w)", m.named_month),
    _row("bare month", "month", rf"{BEFORE}{PART}?{MONTH}(?!\w)(?P<y>)?", m.month, accepts=is_month),
    _row("season", "season",
         rf"{BEFORE}{PART}?(?:(?P<which>[Ll]ast|[Tt]his(?: past| coming)?|[Nn]ext) |the )?"
         r"(?P<s>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
         rf"(?:(?: of|,)? (?P<y>{YEAR})| of (?P<rel>last|this|next) year)?(?![\w-])", m.season, accepts=is_season),
    _row("years", "year", rf"(?<![\w$€£#/.-])(?P<y>(?:1[5-9]|20)\d\d) ?[-–/] ?{_YEAR2}", m.year_range),
    _row("year", "year", rf"(?<![\w$€£#/.,–-]){PART}?(?P<y>{YEAR})(?!-[a-z])", m.year, accepts=is_year),
)  # fmt: skip
_OFTEN = (
    _row("days of the week", "weekday", rf"\b(?:(?:on|every|each) )?(?:{WEEKDAYS})s\b", r.unknown, "frequency"),
    _row("every", "unit",
         rf"\b(?:[Ee]very|[Ee]ach) (?:(?:other|single|\d+|{WORDS}) )?(?:{_PERIOD})s?\b|"
         rf"\b(?:once|twice|(?:\d+|{WORDS}) times) (?:a|an|per|every|each) (?:{_PERIOD})\b", r.unknown, "frequency"),
    _row("every", "often",
         rf"\b(?:annually|(?:monthly|weekly|daily|yearly|nightly|hourly){_ADVERB_END})|\b(?:[Ee]very|"
         rf"[Ee]ach) (?:{WEEKDAYS})\b",
         r.unknown, "frequency"),
)  # fmt: skip
_RELATIVE = (
    _row("weekday", "weekday",
         rf"{BEFORE}(?:(?:[Ee]arly|[Ll]ate|[Ll]ater|[Ee]arlier)(?: on)? )?(?:(?P<rel>[Ll]ast|[Nn]ext|"
         r"[Tt]his)(?: coming| past)? )?"
         rf"(?P<w>{WEEKDAYS})(?:['’]s)?(?:,? (?:early )?(?:morning|afternoon|evening|night))?(?!\w)",
         r.weekday, accepts=is_weekday),
    _row("day word", "day word",
         r"\b(?:(?:[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate) )?(?P<w>(?:[Tt]he )?day before yesterday|"
         r"(?:[Tt]he )?day after tomorrow|"
         r"[Yy]esterday|[Tt]omorrow|[Tt]onight|[Oo]vernight|[Tt]oday|[Tt]his (?:morning|afternoon|evening)|"
         r"[Ll]ast night)"
         r"(?:['’]s)?(?: (?:morning|afternoon|evening|night))?\b", r.day_word),
    _row("that day", "unit",
         rf"\b[Tt]he (?:same|next|following|previous) {_OF_DAY}\b|\b[Tt]hat {_OF_DAY}\b|"
         r"\b(?:the |a )?(?:day|week|month|year) (?:before|earlier)\b", r.unknown),
    _row("feast", "feast",
        rf"\b(?P<f>Christmas Eve|Christmas(?: Day)?|New Year['’]s (?:Eve|Day))(?:,? (?P<y>{YEAR}))?(?! [A-Z])",
         r.feast, accepts=is_feast),
    _row("ago", "ago", rf"\b{_HEDGE}{_COUNT}[ -]{UNIT}(?: and a half)? ago\b", r.ago),
    _row("ago", "ago",
        r"\b(?:[Yy]ears|[Dd]ecades|[Mm]onths|[Ww]eeks|[Dd]ays|[Hh]ours|[Mm]inutes|[Cc]enturies) ago\b", r.unknown),
    _row("window", "unit",
         r"\b(?:(?:[Ii]n|[Oo]ver|[Ff]or|[Dd]uring|[Ww]ithin|[Tt]hroughout|[Oo]f) )?(?:[Tt]he|its|his|her|their) "
         rf"(?P<rel>last|past|next|coming|previous|recent) {_COUNT} {UNIT}\b", r.window, "duration"),
    _row("window", "unit",
         r"\b(?:[Ii]n|[Oo]ver|[Ff]or|[Dd]uring|[Oo]f) (?:the )?(?:last|past|next|recent|coming) "
         r"(?:days|weeks|months|years|decades|centuries)\b", r.unknown, "duration"),
    _row("within", "unit", rf"\b[Ww]ithin (?:the next )?{_HEDGE}{_COUNT}[ -]{UNIT}\b", r.within, "deadline"),
    _row("from now", "from now", rf"\b{_HEDGE}{_COUNT} {UNIT} (?:away|from now)\b(?: now)?", r.in_units),
    _row("later", "later",
        rf"\b{_HEDGE}{_COUNT} {UNIT} (?:later|earlier|before|after|prior to|previously)\b", r.unknown),
    _row("lookback", "unit",
        rf"\b[Ii]n {_HEDGE}{_COUNT} {UNIT}(?: and a half)?\b", r.lookback, "duration", is_lookback),
    _row("in units", "unit",
        rf"\b[Ii]n {_HEDGE}{_COUNT} {UNIT}(?: and a half)?\b(?! of\b)(?:['’] time)?",
        r.in_units, "deadline", is_duration),
    _row("for", "unit",
        r"\b(?:[Ff]or|[Aa]fter|[Oo]ver|[Dd]uring|[Tt]hroughout|"
        rf"[Ss]pent) {_HEDGE}{_COUNT}[ -]{UNIT}(?: and a half)?\b(?!-)",
         r.unknown, "duration", is_duration),
    _row("for", "unit",
        r"\b(?:[Ff]or|[Ss]pent) (?:the )?(?P<u>minutes|hours|days|weeks|months|years|decades|centuries)\b",
        r.unknown, "duration"),
    _row("period", "unit",
        rf"{BEFORE}(?:(?P<side>[Ee]arlier|[Ll]ater) )?{PART}?{_REL} {UNIT}(?<!s)(?:['’]s)?(?![\w-])",
        r.period, accepts=is_period),
    _row("weekend", "unit",
         r"\b(?:(?:[Oo]ver|[Aa]t|[Dd]uring|[Tt]hroughout) the |(?:[Tt]he )?(?P<rel>[Ll]ast|[Tt]his|[Nn]ext|"
         r"[Cc]oming)(?: past)? )weekend\b",
         r.weekend),
    _row("duration", "unit", rf"(?<![\w$€£.,-]){_HEDGE}{_COUNT} {UNIT}\b", r.unknown, "duration", is_duration),
)  # fmt: skip

RULES: tuple[Rule, ...] = _DATES + _OFTEN + _RELATIVE
