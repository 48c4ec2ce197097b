"""Lines joined to paragraphs: hard-wrapped ones belong together, others stand for themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_STARTS_ALONE = re.compile(r"#{1,6}[ \t]|[-*+•‣▪●◦][ \t]+\S|\(?\d{1,2}[.)][ \t]+\S|!\[|【|\|")
_RULE = re.compile(r"[ \t]*(?:(?:[-*_=~#·•][ \t]*){3,}|[|\s:-]+)$")
_FENCE = re.compile(r"[ \t]*(?:```|~~~)")
_WRAPPED = 120

Line = tuple[int, int]


def paragraphs(text: str) -> Iterator[Line]:
    """Yield the range of each paragraph of `text`, blank edges trimmed, in order.

    Blank lines and rules part paragraphs. Inside such a group a line joins the one before it
    unless it was ended on purpose: its next word would still have fit, and a new sentence begins.

    >>> text = "Rome votes\\nItaly voted for a new parliament on\\nSunday and Monday."
    >>> [text[a:b] for a, b in paragraphs(text)]
    ['Rome votes', 'Italy voted for a new parliament on\\nSunday and Monday.']
    """
    for group in _groups(text):
        if _FENCE.match(text, group[0][0]):
            yield group[0][0], group[-1][1]
            continue
        width = max(end - start for start, end in group)
        start = group[0][0]
        for line, following in pairwise(group):
            if _ended(text, line, following, width):
                yield start, line[1]
                start = following[0]
        yield start, group[-1][1]


def _groups(text: str) -> Iterator[list[Line]]:
    """Yield runs of lines between blank lines; a fenced block is one run."""
    group: list[Line] = []
    fenced = False
    for line in _lines(text):
        start, end = line
        blank = start == end or bool(_RULE.match(text[start:end]))
        fence = bool(_FENCE.match(text, start, end)) and start < end
        if group and (blank or fence) and not fenced:
            yield group
            group = []
        if fence:
            fenced = not fenced
        if start < end and (fenced or fence or not blank):
            group.append(line)
        if fence and not fenced and group:
            yield group
            group = []
    if group:
        yield group


def _lines(text: str) -> Iterator[Line]:
    """Yield every line's range without the white space around it."""
    at = 0
    for line in text.split("\n"):
        bare = line.strip()
        start = at + (len(line) - len(line.lstrip()) if bare else 0)
        yield start, start + len(bare)
        at += len(line) + 1


def _ended(text: str, line: Line, following: Line, width: int) -> bool:
    """Whether the break after `line` was meant."""
    if _STARTS_ALONE.match(text, following[0]) or re.match(r"#{1,6}[ \t]", text[line[0] : line[1]]):
        return True
    if text[following[0]].islower():
        return False
    if width > _WRAPPED:
        return True
    end = following[0]
    while end < following[1] and not text[end].isspace():
        end += 1
    return (line[1] - line[0]) + 1 + (end - following[0]) <= width
