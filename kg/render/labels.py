"""Labels as the graph draws them: short lines, and the room they need."""

from __future__ import annotations

import re

from kg.render.layout import Box

LINE = 20
"""Characters in a line of a label."""
_CHARACTER = 7.6  # wider than letters are: the picture is rarely shown at its full size
_LINE_HEIGHT = 15
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")


def label_lines(label: str) -> tuple[str, ...]:
    """Return `label` in at most two lines of about 20 characters, cut short with an ellipsis.

    Characters that show nothing or turn the direction of writing are left out.

    >>> label_lines("U.S. Department of Commerce")
    ('U.S. Department of', 'Commerce')
    >>> label_lines("restrictions on the sale of artificial intelligence chips to China")
    ('restrictions on the', 'sale of artificial…')
    """
    words = _UNSEEN.sub(" ", label).split() or ["?"]
    first, rest = _line(words)
    if not rest:
        return (first,)
    second, left = _line(rest)
    return (first, second if not left else second[: LINE - 1].rstrip(" ,") + "…")


def _line(words: list[str]) -> tuple[str, list[str]]:
    """The first line of `words` and the words that are left."""
    line = words[0]
    if len(line) > LINE + 4:
        return line[:LINE], [line[LINE:], *words[1:]]
    taken = 1
    while taken < len(words) and len(line) + 1 + len(words[taken]) <= LINE:
        line += " " + words[taken]
        taken += 1
    return line, words[taken:]


def box_of(lines: tuple[str, ...], radius: float) -> Box:
    """Room for a node of `radius` pixels with its label below it."""
    width = max(len(line) for line in lines) * _CHARACTER + 16
    return Box(max(width, 2 * radius + 8), 2 * radius + _LINE_HEIGHT * len(lines) + 8)
