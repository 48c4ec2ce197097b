"""Times in news prose, resolved against the day of publication."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kg.model import TimeSpan


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression: its place in the text and, where it can be told, the days it means."""

    start: int
    end: int
    span: TimeSpan | None
    kind: Literal["date", "duration", "deadline", "frequency"]


_MONTHS = ("january february march april may june july august september october november december").split()
_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b|(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, )?\b([A-Z][a-z]+) (\d{1,2}), (\d{4})\b")


def find_times(text: str, published: date | None, *, future: bool = False) -> tuple[TimeMention, ...]:
    """Return the times in `text`."""
    found = []
    for m in _ISO.finditer(text):
        try:
            day = date(int(m[1]), int(m[2]), int(m[3])) if m[1] else date(int(m[6]), _MONTHS.index(m[4].lower()) + 1, int(m[5]))
        except ValueError:
            continue
        found.append(TimeMention(m.start(), m.end(), TimeSpan(day, day, m[0], "day"), "date"))
    return tuple(found)
