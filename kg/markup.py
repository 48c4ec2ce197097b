"""Inline markup inside prose, blanked so that a parser sees words only and positions stay true."""

from __future__ import annotations

import re

_MARKUP = re.compile(
    r"!\[[^\]\n]{0,300}\]\([^)\s]{0,500}\)|"  # an image: nothing of it is prose
    r"(?P<link>\[(?P<label>[^\]\n]{1,300})\]\([^)\n]{0,500}\))|"
    r"</?[A-Za-z][^<>\n]{0,300}>|<!--(?:[^-]|-(?!->)){0,300}-->|"
    r"\[\d{1,3}\]|"
    r"(?<![\w*])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![\w*])|(?<![\w_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![\w_])|"
    r"\(\s*(?:https?://|www\.)[^\s()]{1,500}\s*\)|(?m:^>[ ]?)"
)


def veiled(text: str) -> str:
    """Return `text` with inline markup blanked by spaces; length and positions are kept.

    The label of a link stays, its target goes; so do images, tags, footnote marks and emphasis.

    >>> veiled("[Italy](https://a.b) **voted**")
    ' Italy                 voted  '
    """
    if not re.search(r"[\[<*_>]|https?:|www\.", text):
        return text
    return _MARKUP.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    if not match["link"]:
        return " " * len(match[0])
    label = match["label"]
    return f" {label}" + " " * (len(match[0]) - len(label) - 1)
