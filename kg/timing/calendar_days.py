"""Stretches of the calendar: months, quarters, weeks, years, and the steps between them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Literal, NamedTuple

from kg.model import Precision

Direction = Literal["past", "future", "near"]
"""Which of the yearly or weekly repetitions is meant: the last, the next, or the nearest one."""

# News writes the year of what lies almost a year back; without it, the coming one is meant.
_STALE, _IMMINENT = 320, 46


class Days(NamedTuple):
    """Inclusive first and last day (None: open) and how exact the wording was."""

    start: date | None
    end: date | None
    precision: Precision


def day(at: date) -> Days:
    """One day."""
    return Days(at, at, "day")


def month(year: int, number: int) -> Days:
    """A whole month."""
    return Days(date(year, number, 1), date(year, number, monthrange(year, number)[1]), "month")


def quarter(year: int, number: int) -> Days:
    """A quarter, counted from 1."""
    return Days(date(year, 3 * number - 2, 1), month(year, 3 * number).end, "quarter")


def half(year: int, number: int) -> Days:
    """The first or second half of a year."""
    return Days(date(year, 6 * number - 5, 1), month(year, 6 * number).end, "interval")


def year(number: int) -> Days:
    """A calendar year."""
    return Days(date(number, 1, 1), date(number, 12, 31), "year")


def decade(first: int) -> Days:
    """The ten years from `first`."""
    return Days(date(first, 1, 1), date(first + 9, 12, 31), "decade")


def century(at: date, shift: int) -> Days:
    """The hundred years around `at`, or others `shift` centuries away."""
    first = at.year - at.year % 100 + 100 * shift
    return Days(date(first, 1, 1), date(first + 99, 12, 31), "interval")


def week(at: date, shift: int = 0) -> Days:
    """The week from Monday to Sunday around `at`, or another `shift` weeks away."""
    monday = at + timedelta(days=7 * shift - at.weekday())
    return Days(monday, monday + timedelta(days=6), "interval")


def season(year_number: int, name: str) -> Days:
    """A season of the northern year; winter begins in December of `year_number`."""
    first = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[name]
    start = date(year_number, first, 1)
    return Days(start, add_months(start, 3) - timedelta(days=1), "interval")


def add_months(at: date, months: int) -> date:
    """`at` moved by whole months; the last day of a month where the day does not exist."""
    index = at.year * 12 + at.month - 1 + months
    year_number, number = index // 12, index % 12 + 1
    return date(year_number, number, min(at.day, monthrange(year_number, number)[1]))


def step(at: date, amount: float, unit: str) -> date:
    """`at` moved by `amount` units; fractions of longer units count as days."""
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    if months is None:
        return at + timedelta(
            days=round(amount * {"fortnight": 14.0, "week": 7.0, "day": 1.0, "hour": 1 / 24}.get(unit, 0.0))
        )
    whole = amount * months
    return add_months(at, int(whole)) + timedelta(days=round((whole - int(whole)) * 30))


def around(at: date, unit: str) -> Days:
    """The unit that holds `at`."""
    if unit in ("second", "minute", "hour", "day"):
        return day(at)
    if unit in ("week", "fortnight"):
        return week(at)
    if unit == "quarter":
        return quarter(at.year, (at.month + 2) // 3)
    return {"month": month(at.year, at.month), "decade": decade(at.year - at.year % 10)}.get(unit) or (
        century(at, 0) if unit == "century" else year(at.year)
    )


def part(days: Days, which: str) -> Days:
    """Narrow `days` to their early, middle or late third; ``end`` and ``start`` of a year are a month."""
    if not (days.start and days.end) or days.start == days.end:
        return days
    if which in ("end", "close", "start", "beginning") and days.precision == "year":
        return month(days.start.year, 12 if which in ("end", "close") else 1)
    first, second = _thirds(days.start, days.end)
    if which in ("early", "start", "beginning"):
        return Days(days.start, first - timedelta(days=1), "interval")
    if which in ("late", "end", "close"):
        return Days(second, days.end, "interval")
    return Days(first, second - timedelta(days=1), "interval")


def _thirds(start: date, end: date) -> tuple[date, date]:
    """First days of the middle and the late third, at the turn of a year or a month where they are long enough."""
    days = (end - start).days + 1
    if days > 1000:
        return date(start.year + round(0.4 * days / 365), 1, 1), date(start.year + round(0.7 * days / 365), 1, 1)
    if days > 300:
        return add_months(start, 4), add_months(start, 8)
    return start + timedelta(days=days // 3), start + timedelta(days=2 * (days // 3))


def place(reference: date, make: Callable[[int], Days], direction: Direction) -> Days | None:
    """Return the yearly repetition that is meant, seen from `reference`; `make` may refuse a year.

    >>> place(date(2025, 7, 16), lambda y: day(date(y, 4, 9)), "past").start
    datetime.date(2025, 4, 9)
    >>> place(date(2025, 2, 28), lambda y: day(date(y, 3, 2)), "past").start
    datetime.date(2025, 3, 2)
    """
    found = list(_made(make, range(reference.year - 8, reference.year + 9)))
    past = [d for d in found if d.start and d.start <= reference]
    coming = [d for d in found if d.end and d.end >= reference]
    if direction == "future" or not past:
        return coming[0] if coming else None
    if not coming or direction == "past":
        return coming[0] if coming and _overdue(past[-1], coming[0], reference) else past[-1]
    return min(past[-1], coming[0], key=lambda d: _distance(d, reference))


def _made(make: Callable[[int], Days], years: Iterable[int]) -> Iterable[Days]:
    for number in years:
        try:
            yield make(number)
        except ValueError:  # 29 February, or beyond the calendar
            continue


def _overdue(past: Days, coming: Days, reference: date) -> bool:
    return (
        bool(past.start and coming.start)
        and _back(past, reference) >= _STALE
        and _distance(coming, reference) < _IMMINENT
    )


def _back(days: Days, reference: date) -> int:
    return (reference - days.start).days if days.start else 0


def _distance(days: Days, reference: date) -> int:
    """Days between `reference` and the nearest edge; 0 inside."""
    if not (days.start and days.end) or days.start <= reference <= days.end:
        return 0
    return min(abs((days.start - reference).days), abs((days.end - reference).days))


def weekday(reference: date, number: int, direction: Direction) -> date:
    """The day of the week `number` (Monday is 0) on or before `reference`, or on or after it."""
    back = (reference.weekday() - number) % 7
    if direction == "future":
        return reference + timedelta(days=(7 - back) % 7)
    return reference - timedelta(days=back)
