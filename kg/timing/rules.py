"""The wordings of time in news, one row each.

A row is tried only where its trigger occurs, in the order of the table; the first row to claim a
stretch of text keeps it.
"""

from __future__ import annotations

import re

from kg.numbers import WORDS
from kg.timing import meanings as m
from kg.timing.company import is_duration, is_fall, is_month, is_period, is_weekday, is_year
from kg.timing.wordings import BEFORE, COUNT, DAY, MONTH, MONTHS, PART, TAIL, UNIT, WEEKDAYS, YEAR, Rule

TRIGGERS = {
    "year": re.compile(r"\d{4}"),
    "month": re.compile(rf"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"),
    "weekday": re.compile(rf"\b(?:{WEEKDAYS})"),
    "unit": re.compile(r"second|minute|hour|day|week|fortnight|month|quarter|year|decade|centur"),
    "quarter": re.compile(r"quarter|Q[1-4]"),
    "half": re.compile(r"half of"),
    "decade": re.compile(r"\d0s"),
    "fiscal": re.compile(r"[Ff]iscal|[Ff]inancial|FY"),
    "season": re.compile(r"[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter"),
    "often": re.compile(r"ly\b|[Ee]very|[Ee]ach"),
    "day word": re.compile(r"day|tonight|Tonight|night|tomorrow|Tomorrow|[Tt]his (?:morning|afternoon|evening)"),
    "feast": re.compile(r"Christmas|New Year"),
}
"""Cheap tests for the whole text: which rows can match at all."""

def _p(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


_M2 = MONTH.replace("?P<m>", "?P<m2>")
_Y2 = r"(?P<y2>(?:1[0-9]|20)\d\d|\d\d)(?![\w%-])"
_WD = rf"(?:(?:{WEEKDAYS}|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.?,? (?:the )?)?"
_PERIOD_REL = r"(?P<rel>[Tt]he (?:past|last|coming|current|previous|following|same)|[Ll]ast|[Tt]his|[Nn]ext|[Cc]urrent|[Pp]revious|that|[Tt]he)"

RULES: tuple[Rule, ...] = (
    Rule("iso", "year", _p(r"(?<![\w-])(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])"), m.iso),
    Rule("slashed", "year", _p(rf"(?<![\w/])(\d\d?)/(\d\d?)/(?P<y>{YEAR})(?!/)"), m.slashed),
    Rule("fiscal year by its end", "fiscal", _p(
        rf"(?:[Tt]he |[Ii]ts |[Tt]heir )?(?:(?P<which>previous|last|current|next|most recent|latest) )?(?:fiscal|financial) year,? (?:that |which )?"
        rf"(?:ending|ended|ends)(?: (?:on|in))? (?:{MONTH} (?P<d>{DAY})(?:,? (?P<y>{YEAR}))?|(?P<y2>{YEAR}))"), m.year_end),
    Rule("fiscal year", "fiscal", _p(
        rf"(?:[Ff]iscal|[Ff]inancial) (?:year )?(?:of )?(?P<y>{YEAR}|['’]?\d\d\b)(?:[-/–]\d\d(?:\d\d)?)?|\bFY ?(?P<y2>20\d\d|\d\d)\b|"
        rf"(?:[Tt]he )?(?P<y3>(?:19|20)\d\d)(?:[-/–]\d\d(?:\d\d)?)? (?:fiscal|financial) year|"
        rf"(?:[Tt]he )?(?P<rel>[Ll]ast|[Pp]revious|[Tt]his|[Cc]urrent|[Nn]ext|[Cc]oming) (?:fiscal|financial) year"), m.fiscal),
    Rule("quarter of months", "month", _p(rf"(?:(?P<y>(?:19|20)\d\d) )?{MONTH} ?(?:-|–|to) ?{_M2} quarter"), m.quarter_of_months),
    Rule("quarter", "quarter", _p(
        rf"{BEFORE}(?:(?:[Tt]he )?Q(?P<q>[1-4])(?![\w-])|(?:[Tt]he )?(?P<o>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inal)[ -]quarter\b)"
        rf"(?:,? (?:of |in )?(?:the )?(?:(?:fiscal|financial) )?(?:year )?(?P<y>{YEAR})| of (?:the )?(?P<rel>last|this|next) (?:fiscal )?year)?"), m.quarter),
    Rule("half", "half", _p(
        rf"(?:[Tt]he )?(?P<o>[Ff]irst|[Ss]econd) half of (?:(?:fiscal )?(?P<y>{YEAR})|(?:the|(?P<rel>this|last|next)) year)"), m.half),
    Rule("decade", "decade", _p(rf"{PART.replace('[- ]|', '[- ](?:the )?|')}?(?:[Tt]he )?(?:(?P<y>1[0-9]\d0|20\d0)s|['’](?P<short>[2-9]0)s)\b"), m.decade),
    Rule("days", "month", _p(rf"{BEFORE}{MONTH} (?P<d>{DAY}) ?(?:-|–|—|to|and|through|until) ?(?P<d2>{DAY}){TAIL}(?! {MONTHS})"), m.day_range),
    Rule("days", "month", _p(rf"{BEFORE}(?P<d>{DAY}) ?(?:-|–|to|and) ?(?P<d2>{DAY})(?: of)? {MONTH}\b{TAIL}"), m.day_range),
    Rule("day", "month", _p(rf"{BEFORE}{_WD}{MONTH} (?:the )?(?P<d>{DAY}){TAIL}"), m.month_day),
    Rule("day", "month", _p(rf"(?<![\w$€£#/.,-]){_WD}(?:the )?(?P<d>{DAY})(?: of)? {MONTH}(?!\w){TAIL}"), m.month_day),
    Rule("month", "month", _p(
        rf"{BEFORE}{PART}?{MONTH}(?:(?:,| of)? (?P<y>{YEAR})|(?: of|,)? (?P<rel>last|this|next) year)"), m.month),
    Rule("named month", "month", _p(rf"{BEFORE}(?P<rel>[Ll]ast|[Tt]his|[Nn]ext) {MONTH}(?!\w)"), m.named_month),
    Rule("bare month", "month", _p(rf"{BEFORE}{PART}?{MONTH}(?![\w])(?P<y>)?"), m.month, accepts=is_month),
    Rule("season", "season", _p(
        rf"{BEFORE}{PART}?(?:(?P<which>[Ll]ast|[Tt]his(?: past| coming)?|[Nn]ext|(?:[Ii]n|[Oo]ver|[Dd]uring|[Bb]y) the) |the )?"
        rf"(?P<s>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?:(?: of|,)? (?P<y>{YEAR})| of (?P<rel>last|this|next) year)?(?![\w-])"),
        m.season, accepts=is_fall),
    Rule("years", "year", _p(rf"(?<![\w$€£#/.-])(?P<y>(?:1[5-9]|20)\d\d) ?[-–/] ?{_Y2}"), m.year_range),
    Rule("year", "year", _p(rf"(?<![\w$€£#/.,–-]){PART}?(?P<y>{YEAR})(?!-[a-z])"), m.year, accepts=is_year),
    Rule("days of the week", "weekday", _p(rf"\b(?:(?:on|every|each) )?(?:{WEEKDAYS})s\b"), m.unknown, "frequency"),
    Rule("every", "unit", _p(
        rf"\b(?:[Ee]very|[Ee]ach) (?:(?:other|single|\d+|{WORDS}) )?(?:hour|day|night|week|weekend|month|quarter|year|decade|morning|evening)s?\b|"
        rf"\b(?:once|twice|(?:\d+|{WORDS}) times) (?:a|an|per|every|each) (?:hour|day|night|week|month|quarter|year|decade)\b"), m.unknown, "frequency"),
    Rule("every", "often", _p(rf"\b(?:annually|monthly|weekly|daily|yearly|nightly|hourly)\b(?! [A-Z])|\b(?:[Ee]very|[Ee]ach) (?:{WEEKDAYS})\b"),
         m.unknown, "frequency"),
    Rule("weekday", "weekday", _p(
        rf"{BEFORE}(?:(?:[Ee]arly|[Ll]ate|later|earlier)(?: on)? )?(?:(?P<rel>[Ll]ast|[Nn]ext|[Tt]his)(?: coming| past)? )?(?P<w>{WEEKDAYS})"
        rf"(?:['’]s)?(?:,? (?:early )?(?:morning|afternoon|evening|night))?(?!\w)"), m.weekday, accepts=is_weekday),
    Rule("day word", "day word", _p(
        r"\b(?:(?:[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate) )?(?P<w>(?:[Tt]he )?day before yesterday|(?:[Tt]he )?day after tomorrow|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Oo]vernight|"
        r"[Tt]oday|[Tt]his (?:morning|afternoon|evening)|[Ll]ast night)(?:['’]s)?(?: (?:morning|afternoon|evening|night))?\b"), m.day_word),
    Rule("feast", "feast", _p(rf"\b(?P<f>Christmas Eve|Christmas(?: Day)?|New Year['’]s (?:Eve|Day))(?:,? (?P<y>{YEAR}))?(?! [A-Z])"), m.feast),
    Rule("ago", "unit", _p(rf"\b(?:(?:[Aa]bout|[Mm]ore than|[Oo]ver|[Aa]round|[Nn]early|[Aa]lmost|[Jj]ust(?: over)?|[Ss]ome) )?(?i:{COUNT})[ -]{UNIT}(?: and a half)? ago\b"), m.ago),
    Rule("ago", "unit", _p(r"\b(?:[Yy]ears|[Dd]ecades|[Mm]onths|[Ww]eeks|[Dd]ays|[Hh]ours|[Mm]inutes|[Cc]enturies) ago\b"), m.unknown),
    Rule("window", "unit", _p(
        rf"\b(?:(?:[Ii]n|[Oo]ver|[Ff]or|[Dd]uring|[Ww]ithin|[Tt]hroughout|of) )?(?:the|its|his|her|their) (?P<rel>last|past|next|coming|previous|recent) (?:{COUNT} )?{UNIT}\b(?<=s)"),
        m.window, "duration"),
    Rule("window", "unit", _p(rf"\b(?:[Ii]n|[Oo]ver|[Ff]or|[Dd]uring) (?P<rel>recent|coming) (?:(?P<n>\Z) )?{UNIT}\b"), m.unknown, "duration"),
    Rule("within", "unit", _p(
        rf"\b[Ww]ithin (?:the next |the |about |only )?(?i:{COUNT})[ -]{UNIT}\b(?! of\b)"), m.within, "deadline"),
    Rule("from now", "unit", _p(rf"\b(?:(?:just|only|about) )*(?i:{COUNT}) {UNIT} (?:away|from now)\b(?: now)?"), m.in_units),
    Rule("later", "unit", _p(
        rf"\b(?:(?:[Jj]ust|[Oo]nly|[Aa]bout|[Mm]ore than) )?(?i:{COUNT}) {UNIT} (?:later|earlier|before|after|prior to|since|previously|on)\b"), m.unknown),
    Rule("in units", "unit", _p(
        rf"\b[Ii]n (?:(?:about|around|just|only|over|more than|less than|nearly|almost|at least|under) )*(?i:{COUNT}) {UNIT}(?: and a half)?\b(?! of\b)(?:['’] time)?"),
        m.in_units, "deadline", is_duration),
    Rule("for", "unit", _p(
        rf"\b(?:[Ff]or|[Aa]fter|[Oo]ver|[Dd]uring|[Tt]hroughout|[Ss]pent) (?:(?:about|around|just|only|over|more than|less than|nearly|almost|at least|up to|another|the first|the) )*"
        rf"(?:(?i:{COUNT})[ -])?{UNIT}(?<=s)\b|\b[Ff]or (?:a|an|one|half an?) {UNIT.replace('?P<u>', '?P<u2>')}\b"), m.unknown, "duration", is_duration),
    Rule("period", "unit", _p(rf"{BEFORE}(?:(?:earlier|later) )?{PART.replace('early', 'early|earlier|later')}?{_PERIOD_REL} {UNIT}(?<!s)(?:['’]s)?(?![\w-])"), m.period,
         accepts=is_period),
    Rule("weekend", "unit", _p(r"\b(?:(?:[Oo]ver|[Aa]t|[Dd]uring|[Tt]hroughout) the (?P<a>)|(?:[Tt]he )?(?P<rel>[Ll]ast|[Tt]his|[Nn]ext|[Cc]oming)(?: past)? )weekend\b"), m.weekend),
    Rule("that day", "unit", _p(
        r"\b[Tt]he (?:same|next|following|previous) (?:day|morning|evening|night|afternoon|week|month|year)\b|\b[Tt]hat (?:day|morning|evening|night|afternoon|week|month|year)\b|"
        r"\b(?:the )?(?:day|week|month|year) (?:before|earlier)\b|\bthe year before\b"), m.unknown),
    Rule("duration", "unit", _p(rf"(?<![\w$€£.,-])(?:(?:about|around|nearly|almost|more than|over|up to|at least|less than) )?(?i:{COUNT}) {UNIT}\b"), m.unknown, "duration", is_duration),
)  # fmt: skip
