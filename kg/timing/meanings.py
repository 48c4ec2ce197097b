"""What the wordings of time mean: from a match to days, seen from a frame.

Each function may raise `ValueError` or `OverflowError` for days that the calendar does not have.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from kg.numbers import parse_number
from kg.timing import calendar_days as cal
from kg.timing.calendar_days import Days, Direction
from kg.timing.wordings import MONTHS, WEEKDAYS, Frame, Match

_NAMES = tuple(name.lower()[:3] for name in MONTHS.split("|"))
_DAY_NAMES = tuple(name.lower() for name in WEEKDAYS.split("|"))
_RELATIVE = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_FIXED_FEASTS = {"Christmas Eve": (12, 24), "Christmas": (12, 25), "New Year's Eve": (12, 31), "New Year's Day": (1, 1)}


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


def _month_number(name: str) -> int:
    return _NAMES.index(name.lower()[:3]) + 1


def _day_number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _narrowed(days: Days | None, match: Match) -> Days | None:
    which = match["part"] or match["edge"]
    return cal.part(days, which.lower()) if days and which else days


def _yearly(match: Match, frame: Frame, make: Callable[[int], Days]) -> Days | None:
    """Place something that recurs every year by the year it names, or by its nearness."""
    if match["y"]:
        return make(int(match["y"]))
    if frame.published is None:
        return None
    if rel := match.groupdict().get("rel"):
        return make(frame.published.year + _RELATIVE[rel.split()[-1].lower()])
    return cal.place(frame.published, make, frame.direction)


def iso(match: Match, frame: Frame) -> Days:
    return cal.day(date(int(match["y"]), int(match["m"]), int(match["d"])))


def slashed(match: Match, frame: Frame) -> Days | None:
    """Month first or day first: certain only where one of the two cannot be a month."""
    first, second, year = int(match[1]), int(match[2]), int(match["y"])
    if first != second and first <= 12 and second <= 12:
        return None
    return cal.day(date(year, second, first) if first > 12 else date(year, first, second))


def month_day(match: Match, frame: Frame) -> Days | None:
    number, at = _month_number(match["m"]), _day_number(match["d"])
    return _yearly(match, frame, lambda y: cal.day(date(y, number, at)))


def day_range(match: Match, frame: Frame) -> Days | None:
    number, first, last = _month_number(match["m"]), _day_number(match["d"]), _day_number(match["d2"])
    return _yearly(match, frame, lambda y: Days(date(y, number, first), date(y, number, last), "interval"))


def month(match: Match, frame: Frame) -> Days | None:
    return _narrowed(_yearly(match, frame, lambda y: cal.month(y, _month_number(match["m"]))), match)


def named_month(match: Match, frame: Frame) -> Days | None:
    """``last May``: the latest one that is over; ``next May``: the first that has not begun."""
    if frame.published is None:
        return None
    number, rel = _month_number(match["m"]), match["rel"].lower()
    if rel == "this":
        return cal.place(frame.published, lambda y: cal.month(y, number), "near")
    edge = cal.month(frame.published.year, frame.published.month)
    if rel == "next":
        return cal.place((edge.end or frame.published) + timedelta(days=1), lambda y: cal.month(y, number), "future")
    before = (edge.start or frame.published) - timedelta(days=1)
    made = [cal.month(y, number) for y in (before.year - 1, before.year)]
    return [m for m in made if m.start and m.start <= before][-1]


def year_end(match: Match, frame: Frame) -> Days | None:
    """A fiscal year by the day it ends."""
    if match["y2"]:
        return cal.year(int(match["y2"]))
    ahead = (match["which"] or "").lower() in ("current", "next")
    number, at = _month_number(match["m"]), _day_number(match["d"])
    ended = _yearly(match, Frame(frame.published, "future" if ahead else "past"), lambda y: cal.day(date(y, number, at)))
    if not (ended and ended.end):
        return None
    return Days(cal.add_months(ended.end, -12) + timedelta(days=1), ended.end, "interval")


def fiscal(match: Match, frame: Frame) -> Days | None:
    stated = match["y"] or match["y2"] or match["y3"]
    if stated:
        return cal.year(int(stated) if len(stated) == 4 else 2000 + int(stated))
    if frame.published is None or not match["rel"]:
        return None
    return cal.year(frame.published.year + _RELATIVE[match["rel"].lower()])


_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}


def quarter(match: Match, frame: Frame) -> Days | None:
    number = int(match["q"]) if match["q"] else _ORDINALS[match["o"].lower()]
    return _yearly(match, frame, lambda y: cal.quarter(y, number))


def half(match: Match, frame: Frame) -> Days | None:
    if match["y"] or frame.published is None:
        return cal.half(int(match["y"]), _ORDINALS[match["o"].lower()]) if match["y"] else None
    shift = _RELATIVE.get(match["rel"] or "this", 0)
    return cal.half(frame.published.year + shift, _ORDINALS[match["o"].lower()])


def quarter_of_months(match: Match, frame: Frame) -> Days | None:
    first, last = _month_number(match["m"]), _month_number(match["m2"])
    return _yearly(match, frame, lambda y: Days(cal.month(y, first).start, cal.month(y, last).end, "quarter"))


def decade(match: Match, frame: Frame) -> Days | None:
    first = int(match["y"]) if match["y"] else 1900 + int(match["short"])
    return _narrowed(cal.decade(first) if first % 100 or match["y"] else None, match)


def season(match: Match, frame: Frame) -> Days | None:
    name = match["s"].lower()
    if match["y"] or not match["which"] or frame.published is None:
        return _narrowed(_yearly(match, frame, lambda y: cal.season(y, name)), match)
    direction: Direction = {"last": "past", "past": "past", "next": "future", "coming": "future"}.get(match["which"].split()[-1].lower(), "near")  # type: ignore[assignment]
    inside = cal.place(frame.published, lambda y: cal.season(y, name), "past")
    over = inside and inside.end and inside.end >= frame.published
    reference = frame.published
    if over and inside and inside.start and inside.end:
        reference = {"past": inside.start, "future": inside.end}.get(direction, reference)
        reference += timedelta(days={"past": -1, "future": 1}.get(direction, 0))
    return _narrowed(_past_or_next(reference, name, direction), match)


def _past_or_next(reference: date, name: str, direction: Direction) -> Days | None:
    made = [cal.season(y, name) for y in range(reference.year - 2, reference.year + 2)]
    if direction == "past":
        return [d for d in made if d.start and d.start <= reference][-1]
    return cal.place(reference, lambda y: cal.season(y, name), direction)


def year_range(match: Match, frame: Frame) -> Days | None:
    first = int(match["y"])
    last = int(match["y2"]) if len(match["y2"]) == 4 else first - first % 100 + int(match["y2"])
    return Days(date(first, 1, 1), date(last, 12, 31), "interval") if last > first else None


def year(match: Match, frame: Frame) -> Days | None:
    return _narrowed(cal.year(int(match["y"])), match)


def weekday(match: Match, frame: Frame) -> Days | None:
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


_DAY_WORDS = {"yesterday": -1, "last": -1, "overnight": 0, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2}


def day_word(match: Match, frame: Frame) -> Days | None:
    if frame.published is None:
        return None
    words = match["w"].lower().removeprefix("the ")
    shift = next((n for w, n in sorted(_DAY_WORDS.items(), key=lambda p: -len(p[0])) if words.startswith(w)), 0)
    return cal.day(frame.published + timedelta(days=shift))


def feast(match: Match, frame: Frame) -> Days | None:
    number, at = _FIXED_FEASTS[match["f"].replace("’", "'").removesuffix(" Day") if "Christmas" in match["f"] else match["f"].replace("’", "'")]
    return _yearly(match, frame, lambda y: cal.day(date(y, number, at)))


def period(match: Match, frame: Frame) -> Days | None:
    """``last week``, ``early next year``, ``the end of the month``."""
    rel, unit = match["rel"].lower().removeprefix("the ").strip(), _unit(match)
    if frame.published is None or rel in ("following", "same", "that", "previous"):
        return None
    shift = _RELATIVE.get(rel, 0)
    if rel in ("past", "last") and match["rel"].lower().startswith("the "):
        return Days(cal.step(frame.published, -1, unit), frame.published, "interval")
    if unit == "century":
        return cal.century(frame.published, shift)
    if side := match["side"]:
        whole = cal.around(frame.published, unit)
        return whole._replace(end=frame.published) if side.lower() == "earlier" else whole._replace(start=frame.published)
    return _narrowed(cal.around(cal.step(frame.published, shift, unit), unit), match)


def weekend(match: Match, frame: Frame) -> Days | None:
    if frame.published is None:
        return None
    rel = (match["rel"] or "").lower()
    ahead = rel in ("next", "coming") or (frame.direction == "future" and rel != "last")
    saturday = cal.weekday(frame.published, 5, "future" if ahead else "past")
    if rel == "last" and frame.published.weekday() >= 5:
        saturday -= timedelta(days=7)
    return Days(saturday, saturday + timedelta(days=1), "interval")


def ago(match: Match, frame: Frame) -> Days | None:
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
    amount = _number(match)
    if amount is None or frame.published is None or re.match(r" (?:of|after)\b", match.string[match.end() : match.end() + 8]):
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
