"""What times relative to the day of publication mean: weekdays, ``last month``, ``three weeks ago``."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kg.numbers import parse_number
from kg.timing import calendar_days as cal
from kg.timing.calendar_days import Days
from kg.timing.meanings import RELATIVE, narrowed, yearly
from kg.timing.wordings import WEEKDAYS, Frame, Match

_DAY_NAMES = tuple(name.lower() for name in WEEKDAYS.split("|"))
_FEASTS = {
    "Christmas Eve": (12, 24),
    "Christmas Day": (12, 25),
    "Christmas": (12, 25),
    "New Year's Eve": (12, 31),
    "New Year's Day": (1, 1),
}


def _number(match: Match) -> float | None:
    """The amount a match counts; None for a vague one (``several``)."""
    words = match["n"].lower().removesuffix(" of")
    if words in ("a", "an"):
        return 1.0
    if words.startswith("half"):
        return 0.5
    if words == "a couple":
        return 2.0
    try:
        return parse_number(words)
    except ValueError:
        return None


def _unit(match: Match) -> str:
    return "century" if match["u"].startswith("centur") else match["u"]


def weekday(match: Match, frame: Frame) -> Days | None:
    """``Wednesday``, ``last Sunday``, ``next Monday``."""
    if frame.published is None:
        return None
    number, rel = _DAY_NAMES.index(match["w"].lower()), (match["rel"] or "").lower()
    if rel in ("last", "past"):
        return cal.day(cal.weekday(frame.published - timedelta(days=1), number, "past"))
    if rel in ("next", "coming"):
        return cal.day(cal.weekday(frame.published + timedelta(days=1), number, "future"))
    if rel == "this":
        return cal.day(frame.published + timedelta(days=number - frame.published.weekday()))
    return cal.day(cal.weekday(frame.published, number, frame.direction))


_DAY_WORDS = {
    "yesterday": -1,
    "last": -1,
    "overnight": 0,
    "tomorrow": 1,
    "day before yesterday": -2,
    "day after tomorrow": 2,
}


def day_word(match: Match, frame: Frame) -> Days | None:
    """``yesterday``, ``tonight``."""
    if frame.published is None:
        return None
    words = match["w"].lower().removeprefix("the ")
    shift = next((n for w, n in sorted(_DAY_WORDS.items(), key=lambda p: -len(p[0])) if words.startswith(w)), 0)
    return cal.day(frame.published + timedelta(days=shift))


def feast(match: Match, frame: Frame) -> Days | None:
    """``Christmas``, ``New Year's Eve``."""
    number, at = _FEASTS[match["f"].replace("’", "'")]
    return yearly(match, frame, lambda y: cal.day(date(y, number, at)))


def period(match: Match, frame: Frame) -> Days | None:
    """``last week``, ``early next year``, ``the end of the month``."""
    rel, unit = match["rel"].lower().removeprefix("the ").strip(), _unit(match)
    if frame.published is None or rel in ("following", "same", "that", "previous"):
        return None
    shift = RELATIVE.get(rel, 0)
    if rel in ("past", "last") and match["rel"].lower().startswith("the "):
        return Days(cal.step(frame.published, -1, unit), frame.published, "interval")
    if unit == "century":
        return cal.century(frame.published, shift)
    if match["side"] and shift == 0:
        whole = cal.around(frame.published, unit)
        earlier = match["side"].lower() == "earlier"
        return whole._replace(end=frame.published) if earlier else whole._replace(start=frame.published)
    return narrowed(cal.around(cal.step(frame.published, shift, unit), unit), match)


def weekend(match: Match, frame: Frame) -> Days | None:
    """``over the weekend``, ``next weekend``."""
    if frame.published is None:
        return None
    rel = (match["rel"] or "").lower()
    ahead = rel in ("next", "coming") or (frame.direction == "future" and rel != "last")
    saturday = cal.weekday(frame.published, 5, "future" if ahead else "past")
    if rel == "last" and frame.published.weekday() >= 5:
        saturday -= timedelta(days=7)
    return Days(saturday, saturday + timedelta(days=1), "interval")


def ago(match: Match, frame: Frame) -> Days | None:
    """``three weeks ago``: the unit that holds that day."""
    amount = _number(match)
    if amount is None or frame.published is None:
        return None
    return cal.around(cal.step(frame.published, -amount, _unit(match)), _unit(match))


def window(match: Match, frame: Frame) -> Days | None:
    """``the past two years``, ``the next 90 days``; vague amounts stay open."""
    amount = _number(match) if match["n"] else None
    if amount is None or frame.published is None:
        return None
    if match["rel"].lower() in ("next", "coming"):
        return Days(frame.published, cal.step(frame.published, amount, _unit(match)), "interval")
    return Days(cal.step(frame.published, -amount, _unit(match)), frame.published, "interval")


def within(match: Match, frame: Frame) -> Days | None:
    """``within 90 days``: from publication on; unknown where counted from something else (``of delivery``)."""
    amount = _number(match)
    counted_from = re.match(r" (?:of|after)\b", match.string[match.end() : match.end() + 8])
    if amount is None or frame.published is None or counted_from:
        return None
    return Days(frame.published, cal.step(frame.published, amount, _unit(match)), "interval")


def in_units(match: Match, frame: Frame) -> Days | None:
    """``in five years``, from now on."""
    amount = _number(match)
    if amount is None or frame.published is None:
        return None
    return cal.around(cal.step(frame.published, amount, _unit(match)), _unit(match))


def lookback(match: Match, frame: Frame) -> Days | None:
    """``in 30 years``, up to now."""
    amount = _number(match)
    if amount is None or frame.published is None:
        return None
    return Days(cal.step(frame.published, -amount, _unit(match)), frame.published, "interval")


def unknown(match: Match, frame: Frame) -> None:
    """A time that only its context could resolve."""
