"""When an article was published, where it does not say so in its front matter.

Only what is certain counts: a date in the path of the URL, a time stamp that the URL calls one,
the ``YYYY-MM-DD-`` prefix of the file name, or a line of the text that is nothing but a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from urllib.parse import parse_qsl, urlsplit

from kg.model import Block

_YEAR = r"(?:19|20)\d\d"
_PATH_DATE = re.compile(
    rf"(?<!\d)(?P<y>{_YEAR})(?P<sep>[/-])(?P<m>\d\d?)(?P=sep)(?P<d>\d\d?)(?!\d)|"
    rf"/(?P<y2>{_YEAR})(?P<m2>\d\d)(?P<d2>\d\d)(?!\d)"
)
_NAME_DATE = re.compile(rf"({_YEAR})-(\d\d)-(\d\d)(?=[-_ .]|$)")
_STAMP_KEYS = frozenset({"timestamp", "ts", "time", "publish_time", "published", "pubtime", "date"})
_FIRST_STAMP, _LAST_STAMP = 946_684_800, 4_102_444_800  # 2000 and 2100, in seconds
_LABEL = re.compile(
    r"(?:(?:first )?(?:published|posted|issued)(?: (?:on|at))?|date)\s*:?\s*(?P<rest>.+)", re.IGNORECASE
)
_CLOCK = re.compile(r"[,|·—–-]?\s*\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{2,4}\)?)?\s*$", re.IGNORECASE)
_MAX_LINE = 80


def publication_date(url: str | None, name: str, text: str, blocks: Iterable[Block]) -> date | None:
    """Return the day of publication if the URL, the file name or the text gives it for certain."""
    stated = (text[b.start : b.end] for b in blocks if b.kind == "byline")
    in_url = date_in_url(url) if url else None
    return in_url or date_in_name(name) or next(filter(None, map(date_line, stated)), None)


def date_in_url(url: str) -> date | None:
    """Return the date that a URL holds in its path, or as a Unix time stamp that it names as one.

    >>> date_in_url("https://example.org/news/2024/03/05/storm")
    datetime.date(2024, 3, 5)
    >>> date_in_url("https://example.org/a?timestamp=1709600000")
    datetime.date(2024, 3, 5)
    >>> date_in_url("https://example.org/article/7527511453659120170/")
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    for match in _PATH_DATE.finditer(parts.path):
        year, month, day = (match[k] or match[k + "2"] for k in "ymd")
        if found := _date(year, month, day):
            return found
    stamps = (value for key, value in parse_qsl(parts.query) if key.lower() in _STAMP_KEYS)
    return next(filter(None, map(_stamp, stamps)), None)


def date_in_name(name: str) -> date | None:
    """Return the date that begins a file name.

    >>> date_in_name("2024-03-05-storm")
    datetime.date(2024, 3, 5)
    """
    match = _NAME_DATE.match(name)
    return _date(*match.groups()) if match else None


def date_line(line: str) -> date | None:
    """Return the date if `line` is nothing but a full date, as datelines of web pages are.

    >>> date_line("Published: Tuesday, March 5, 2024, 10:30 GMT")
    datetime.date(2024, 3, 5)
    >>> date_line("On March 5, 2024, the storm broke")
    """
    from kg.times import find_times

    if len(line) > _MAX_LINE:
        return None
    label = _LABEL.fullmatch(line.strip())
    rest = _CLOCK.sub("", (label["rest"] if label else line).strip()).strip(" ,|·")
    found = find_times(rest, None)
    whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(rest))
    if whole and (span := found[0].span) and span.precision == "day" and span.start == span.end:
        return span.start
    return None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _stamp(value: str) -> date | None:
    if not re.fullmatch(r"\d{10}(?:\d{3})?", value):
        return None
    seconds = int(value[:10])
    return datetime.fromtimestamp(seconds, UTC).date() if _FIRST_STAMP <= seconds < _LAST_STAMP else None
