"""Times in news prose, resolved against the day of publication.

A grammar of its own, because news leaves out what matters: the year of ``April 9``, the week of
``Wednesday``, the second month of ``May 10 to 11``. dateparser 1.5 was tried
as a fallback and left out: of eight such expressions it reads two, at 13 ms each and 0.2 s for its
import, and its search takes ``may`` for a month.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from kg.model import TimeSpan
from kg.timing.calendar_days import Days, Direction
from kg.timing.rules import RULES, TRIGGERS
from kg.timing.wordings import Frame, Kind, Rule


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression: its place in the text and, where it can be told, the days it means.

    `start` and `end` include a word that makes the time a bound or an interval (``since 2003``,
    ``from May 10 to 11``), but no ``in`` or ``on``. `span` is None for a time that only other
    sentences could resolve (``the next day``, ``several weeks ago``), and for most durations.
    """

    start: int
    end: int
    span: TimeSpan | None
    kind: Kind


@dataclass(frozen=True, slots=True)
class _Found:
    """A wording that a rule claimed."""

    start: int
    end: int
    rule: Rule
    match: re.Match[str]

    @property
    def floating(self) -> bool:
        """Whether it recurs and its year is not told."""
        groups = self.match.groupdict()
        return "y" in groups and not groups["y"] and not groups.get("rel") and self.rule.kind == "date"


def find_times(text: str, published: date | None, *, future: bool = False) -> tuple[TimeMention, ...]:
    """Return the times in a sentence or paragraph, in order, without overlap.

    `start` and `end` are offsets into `text`. What recurs (a weekday, a date without a year) is the last one
    up to `published`, unless the words nearby look ahead (``will``, ``next``, ``due``) or `future`
    says that the caller knows the sentence does. Without `published` only full dates are resolved.

    >>> find_times("It met on July 15.", date(2025, 7, 16))[0].span.start
    datetime.date(2025, 7, 15)
    >>> [m.span for m in find_times("The cat may march again.", date(2025, 7, 16))]
    []
    """
    found = _claimed(text)
    mentions: list[TimeMention] = []
    i = floor = 0
    while i < len(found):
        view = _View(text, floor, published, future)
        pair = _joined(view, found[i], found[i + 1]) if i + 1 < len(found) else None
        mentions.append(pair or _single(view, found[i]))
        floor = mentions[-1].end
        i += 2 if pair else 1
    return tuple(mentions)


@dataclass(frozen=True, slots=True)
class _View:
    """What a wording is read in; words before `floor` belong to the time before it."""

    text: str
    floor: int
    published: date | None
    future: bool

    def lead(self, pattern: re.Pattern[str], at: int, length: int) -> re.Match[str] | None:
        """Find `pattern` in the last `length` characters before `at`."""
        return pattern.search(self.text, max(self.floor, at - length), at)


@lru_cache(maxsize=2)  # the same sentence is read as past and as future
def _claimed(text: str) -> tuple[_Found, ...]:
    """Return what the rules claim, each stretch by the first rule that wants it."""
    triggers = {name for name, pattern in TRIGGERS.items() if pattern.search(text)}
    found: list[_Found] = []
    taken = bytearray(len(text))
    for rule in RULES:
        if rule.trigger not in triggers:
            continue
        for match in rule.pattern.finditer(text):
            if taken.find(1, match.start(), match.end()) < 0 and rule.accepts(match):
                taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
                found.append(_Found(match.start(), match.end(), rule, match))
    return tuple(sorted(found, key=lambda f: f.start))


def _days(found: _Found, frame: Frame) -> Days | None:
    try:
        return found.rule.days(found.match, frame)
    except (ValueError, OverflowError):  # February 30, or beyond the calendar
        return None


# --- single times and their bounds ---

_BOUND = re.compile(
    r"\b(?P<word>[Ss]ince(?: at least| as (?:early|far back) as)?|[Ss]tarting(?: (?:on|in|from))?|"
    r"[Bb]eginning(?: (?:on|in|from))?|"
    r"[Ee]ffective(?: (?:on|from))?|[Aa]s of|[Uu]ntil(?: at least)?|[Tt]ill|[Uu]p to|[Nn]o later than|"
    r"[Nn]ot later than|[Oo]n or before|"
    r"[Bb]y|[Bb]efore|[Pp]rior to|[Aa]fter|[Dd]ue(?: (?:on|in))?|[Bb]eyond|"
    r"(?<!the )(?<!this )(?<!these )(?<!in )[Pp]ast)"
    r"(?: the)?[ \n]$"
)
_ONWARDS = re.compile(r"(?:,? (?:and )?(?:onwards?|on(?= *[,.;]|$)|forward))")
_FROM = re.compile(r"\b[Ff]rom (?:the )?$")


def _single(view: _View, found: _Found) -> TimeMention:
    """One time, with the word before it that makes it a bound."""
    bound = view.lead(_BOUND, found.start, 28) if found.rule.kind == "date" else None
    word = bound["word"].split()[0].lower() if bound and not _no_bound(view.text, found, bound["word"]) else ""
    days = _days(found, Frame(view.published, _direction(view, found, word)))
    onwards = _ONWARDS.match(view.text, found.end)
    if not word and onwards and (opening := view.lead(_FROM, found.start, 10)):
        return _mention(view.text, opening.start(), onwards.end(), days and days._replace(end=None), "date")
    start = bound.start() if bound and word not in ("", "due") else found.start
    if found.rule.name in ("days", "years") and (opening := view.lead(_BETWEEN, found.start, 16)):
        start = opening.start()
    adjectival = found.rule.name == "year" and bool(re.match(r" [a-z]", view.text[found.end : found.end + 2]))
    kind: Kind = "deadline" if word in _DEADLINES else found.rule.kind
    return _mention(view.text, start, found.end, _bounded(days, word, adjectival), kind)


_DEADLINES = frozenset({"until", "till", "up", "no", "not", "by", "on"})


def _bounded(days: Days | None, word: str, adjectival: bool) -> Days | None:
    """`days` as the bound that `word` makes them; ``before the 2014 vote`` may still be in 2014."""
    if days is None:
        return None
    if word in ("past", "beyond"):
        return None  # `kept it past the summer of 2008`: it went on, nobody says how long
    if word in ("since", "starting", "beginning", "effective", "as"):
        return days._replace(end=None)
    if word in _DEADLINES or (word in ("before", "prior") and adjectival):
        return days._replace(start=None)
    if word in ("before", "prior"):
        return Days(None, days.start - timedelta(days=1), days.precision) if days.start else None
    if word == "after":
        return Days(days.end if days.precision == "day" else days.start, None, days.precision)
    return days


def _no_bound(text: str, found: _Found, word: str) -> bool:
    """Whether the word before only looks like a bound: ``caused by today's blast``, ``since 2008 is a leap year``."""
    if word.lower() == "since":
        return bool(re.match(r" (?:is|was|has|will)\b", text[found.end : found.end + 8]))
    return text[found.start : found.end].endswith(("'s", "’s"))


def _mention(text: str, start: int, end: int, days: Days | None, kind: Kind) -> TimeMention:
    span = TimeSpan(days.start, days.end, text[start:end], days.precision) if days else None
    return TimeMention(start, end, span, kind)


# --- where repetitions are looked for ---

_AHEAD = re.compile(
    r"(?:\b(?:will|shall|won't|going to|due|scheduled|slated|upcoming|planned for|(?:is|are) planned|ahead of|"
    r"prepar(?:e|es|ing) (?:for|to)|plan(?:s|ning)? to|"
    r"(?:expect|set|intend|hope|aim|want|promise|pledge|vow|agree)(?:s|ed|ing)? to|(?:is|are) to|(?:deadline|"
    r"expires?|takes? effect))\b|['’]ll\b)",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:was|were|had|did|said|told)\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"(?:(?<![A-Z])\.|[;:!?\"“”,—])(?=\s|$)|[\"“”]| - ")
_OPENING = re.compile(r"(?:^|[.!?\"“] ?)[\"“]?(?:On|In|By|From|At|Until|Over|This|Next)?(?: the)? ?$")


def _direction(view: _View, found: _Found, bound: str) -> Direction:
    """Where to look for what recurs: ahead where the clause does, else back."""
    if view.future or _looks_ahead(view.text, found):
        return "future"
    if bound in ("until", "till", "by", "no", "not"):
        negated = re.search(r"\b(?:would|not|cannot)\b", _clause(view.text, found.start))
        return "future" if negated else "near"
    return "past"


def _clause(text: str, at: int) -> str:
    """The words of the clause before `at`."""
    before = text[max(0, at - 100) : at]
    return before[max((m.end() for m in _CLAUSE_END.finditer(before)), default=0) :]


def _looks_ahead(text: str, found: _Found) -> bool:
    """Whether a clause speaks of the future: before the time, or after one that opens the sentence."""
    clause = _clause(text, found.start)
    cues = list(_AHEAD.finditer(clause))
    if cues and not _PAST.search(clause, cues[-1].end()):
        return True
    if not _OPENING.search(text[max(0, found.start - 12) : found.start]):
        return False
    after = text[found.end : found.end + 90].lstrip(",")
    stop = _CLAUSE_END.search(after)
    return bool(re.search(r"\b(?:will|won't|shall|is to|are to)\b", after[: stop.start() if stop else None]))


# --- intervals ---

_BETWEEN = re.compile(r"\b(?:[Bb]etween|[Ff]rom|[Bb]oth)(?: the| about| around)? $")
_LINK = re.compile(r"(?:,)? ?(?P<word>to|until|till|through|thru|and|–|—|-)(?: the)? ?(?:the |in |on |until )?")
_PAIRED = frozenset(
    {
        "day",
        "days",
        "month",
        "bare month",
        "year",
        "decade",
        "iso",
        "slashed",
        "quarter",
        "season",
        "weekday",
        "named month",
    }
)


def _joined(view: _View, first: _Found, second: _Found) -> TimeMention | None:
    """Two times as one interval: ``between 2004 and 2006``, ``May 30 to June 2``."""
    link = _LINK.fullmatch(view.text, first.end, second.start)
    if not link or not {first.rule.name, second.rule.name} <= _PAIRED:
        return None
    opening = view.lead(_BETWEEN, first.start, 16)
    word = link["word"]
    if word == "and" and not (opening and opening[0].lower().startswith("between")):
        return None
    if word in ("to", "until", "till") and not opening and first.rule.name not in ("day", "decade", "iso"):
        return None
    days = _interval(first, second, Frame(view.published, _direction(view, first, "")))
    return _mention(view.text, opening.start() if opening else first.start, second.end, days, "date")


def _interval(first: _Found, second: _Found, frame: Frame) -> Days | None:
    """Resolve both ends; one without a year takes it from the other."""
    if first.floating and not second.floating:
        end = _days(second, frame)
        start = _days(first, replace(frame, published=end.end, direction="past")) if end else None
        return _between(start, end)
    start = _days(first, frame)
    if start and start.start and second.floating:
        return _between(start, _days(second, Frame(start.start, "future")))
    return _between(start, _days(second, frame))


def _between(start: Days | None, end: Days | None) -> Days | None:
    if not (start and end and start.start and end.end) or start.start > end.end:
        return None
    return Days(start.start, end.end, "interval")
