"""What dates of the calendar mean: from a match to days, seen from a frame.

Each function may raise `ValueError` or `OverflowError` for days that the calendar does not have.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from kg.timing import calendar_days as cal
from kg.timing.calendar_days import Days
from kg.timing.wordings import MONTHS, Frame, Match

_NAMES = tuple(name.lower()[:3] for name in MONTHS.split("|"))
RELATIVE = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
"""How far from the present unit a word points."""


def _month_number(name: str) -> int:
    return _NAMES.index(name.lower()[:3]) + 1


def _day_number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def narrowed(days: Days | None, match: Match) -> Days | None:
    """`days` cut to the part that a match names (``early``, ``end of``)."""
    which = match["part"] or match["edge"]
    return cal.part(days, which.lower()) if days and which else days


def yearly(match: Match, frame: Frame, make: Callable[[int], Days]) -> Days | None:
    """Place something that recurs every year by the year it names, or by its nearness."""
    if match["y"]:
        return make(int(match["y"]))
    if frame.published is None:
        return None
    if rel := match.groupdict().get("rel"):
        return make(frame.published.year + RELATIVE[rel.split()[-1].lower()])
    return cal.place(frame.published, make, frame.direction)


def iso(match: Match, frame: Frame) -> Days:
    """``2025-07-15``."""
    return cal.day(date(int(match["y"]), int(match["m"]), int(match["d"])))


def slashed(match: Match, frame: Frame) -> Days | None:
    """Month first or day first: certain only where one of the two cannot be a month."""
    first, second, year = int(match[1]), int(match[2]), int(match["y"])
    if first != second and first <= 12 and second <= 12:
        return None
    return cal.day(date(year, second, first) if first > 12 else date(year, first, second))


def month_day(match: Match, frame: Frame) -> Days | None:
    """``July 15``, ``15th of July 2025``."""
    number, at = _month_number(match["m"]), _day_number(match["d"])
    return yearly(match, frame, lambda y: cal.day(date(y, number, at)))


def day_range(match: Match, frame: Frame) -> Days | None:
    """``May 10 to 11``."""
    number, first, last = _month_number(match["m"]), _day_number(match["d"]), _day_number(match["d2"])
    return yearly(match, frame, lambda y: Days(date(y, number, first), date(y, number, last), "interval"))


def month(match: Match, frame: Frame) -> Days | None:
    """``May``, ``early March 2024``, ``February of last year``."""
    return narrowed(yearly(match, frame, lambda y: cal.month(y, _month_number(match["m"]))), match)


def named_month(match: Match, frame: Frame) -> Days | None:
    """``last May``: the latest one that is over; ``next May``: the first that has not begun."""
    number = _month_number(match["m"])
    return _last_or_next(frame, match["rel"], lambda y: cal.month(y, number))


def _last_or_next(frame: Frame, which: str, make: Callable[[int], Days]) -> Days | None:
    """The latest yearly repetition that is over, the first that has not begun, or the nearest (``this``)."""
    if frame.published is None:
        return None
    made = [make(y) for y in range(frame.published.year - 2, frame.published.year + 3)]
    word = which.split()[-1].lower()
    if word in ("last", "past"):
        return [d for d in made if d.end and d.end < frame.published][-1]
    if word in ("next", "coming"):
        return next(d for d in made if d.start and d.start > frame.published)
    return cal.place(frame.published, make, "near")


def year_end(match: Match, frame: Frame) -> Days | None:
    """A fiscal year by the day it ends."""
    if match["y2"]:
        return cal.year(int(match["y2"]))
    ahead = (match["which"] or "").lower() in ("current", "next")
    number, at = _month_number(match["m"]), _day_number(match["d"])
    ended = yearly(match, Frame(frame.published, "future" if ahead else "past"), lambda y: cal.day(date(y, number, at)))
    if not (ended and ended.end):
        return None
    return Days(cal.add_months(ended.end, -12) + timedelta(days=1), ended.end, "interval")


def fiscal(match: Match, frame: Frame) -> Days | None:
    """``fiscal 2024``: taken as the calendar year, since its bounds are not told."""
    stated = match["y"] or match["y2"] or match["y3"]
    if stated:
        return cal.year(int(stated) if len(stated) == 4 else 2000 + int(stated))
    if frame.published is None or not match["rel"]:
        return None
    return cal.year(frame.published.year + RELATIVE[match["rel"].lower()])


_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}


def quarter(match: Match, frame: Frame) -> Days | None:
    """``the third quarter``, ``Q3 2024``."""
    number = int(match["q"]) if match["q"] else _ORDINALS[match["o"].lower()]
    return yearly(match, frame, lambda y: cal.quarter(y, number))


def half(match: Match, frame: Frame) -> Days | None:
    """``the first half of 2024``."""
    if match["y"] or frame.published is None:
        return cal.half(int(match["y"]), _ORDINALS[match["o"].lower()]) if match["y"] else None
    shift = RELATIVE.get(match["rel"] or "this", 0)
    return cal.half(frame.published.year + shift, _ORDINALS[match["o"].lower()])


def quarter_of_months(match: Match, frame: Frame) -> Days | None:
    """``the 2009 April–June quarter``."""
    first, last = _month_number(match["m"]), _month_number(match["m2"])
    return yearly(match, frame, lambda y: Days(cal.month(y, first).start, cal.month(y, last).end, "quarter"))


def decade(match: Match, frame: Frame) -> Days | None:
    """``the 1990s``, ``the late 1970s``."""
    first = int(match["y"]) if match["y"] else 1900 + int(match["short"])
    return narrowed(cal.decade(first) if first % 100 or match["y"] else None, match)


def season(match: Match, frame: Frame) -> Days | None:
    """``spring 2006``, ``next summer``."""
    name = match["s"].lower()
    if match["which"] and not match["y"]:
        return narrowed(_last_or_next(frame, match["which"], lambda y: cal.season(y, name)), match)
    return narrowed(yearly(match, frame, lambda y: cal.season(y, name)), match)


def year_range(match: Match, frame: Frame) -> Days | None:
    """``2004–2006``, ``2005-06``."""
    first = int(match["y"])
    last = int(match["y2"]) if len(match["y2"]) == 4 else first - first % 100 + int(match["y2"])
    return Days(date(first, 1, 1), date(last, 12, 31), "interval") if last > first else None


def year(match: Match, frame: Frame) -> Days | None:
    """``2008``, ``mid-2006``."""
    return narrowed(cal.year(int(match["y"])), match)
