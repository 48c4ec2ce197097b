"""Numbers as news writes them: ``1,426``, ``2.5 million``, ``twenty-five``, ``half a million``."""

from __future__ import annotations

import re

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {w: n for n, w in enumerate(_ONES)} | {w: 20 + 10 * n for n, w in enumerate(_TENS)}
_SCALES = {
    "hundred": 1e2, "dozen": 12.0, "thousand": 1e3, "k": 1e3, "lakh": 1e5, "crore": 1e7,
    "million": 1e6, "mn": 1e6, "mln": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "bln": 1e9, "b": 1e9,
    "trillion": 1e12, "tn": 1e12, "trn": 1e12, "t": 1e12,
}  # fmt: skip

_ONE = "|".join(sorted(_ONES[1:], key=len, reverse=True))
_TEN = "|".join(_TENS)
WORDS = rf"(?:(?:{_TEN})(?:[- ](?:{'|'.join(_ONES[1:10])}))?|{_ONE})\b"
"""Pattern of a number in words up to ninety-nine."""
LONG_WORDS = rf"(?:(?:an?|{WORDS}) hundred(?: and {WORDS}| {WORDS})?|{WORDS})"
"""Pattern of a number in words below a thousand (``a hundred and twenty``)."""
DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:,\d\d)+,\d{3}(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
"""Pattern of a number in digits, with thousands separators (western or Indian) or a decimal point."""

_SCALE = r"(?:hundred|dozen|thousand|lakhs?|million|mn|mln|crores?|billion|bn|bln|trillion|tn|trn)\b"
_VAGUE = r"several|a few|few|a couple of|many|some|(?:hundreds|tens|dozens|scores) of"


def amount(tag: str = "") -> str:
    """Return the pattern of a number with its magnitude, as groups ``n`` and ``s`` followed by `tag`."""
    number = (
        rf"{DIGITS}|{LONG_WORDS}(?: and (?:a half|three quarters))?|half an?\b|a quarter of an?\b|(?:{_VAGUE})\b|an?\b"
    )
    if tag:  # the far end of a range is a plain number
        number = rf"{DIGITS}|{LONG_WORDS}(?: and a half)?"
    return rf"(?P<n{tag}>(?i:{number}))(?P<s{tag}>[ -]?{_SCALE}(?:[ ]{_SCALE})?|[kKmMbBtT](?!\w))?"


def parse_number(text: str) -> float:
    """Return the value of a match of `DIGITS` or `LONG_WORDS`; raises `ValueError` for anything else.

    >>> parse_number("1,426"), parse_number("twenty-five"), parse_number("a hundred and twenty")
    (1426.0, 25.0, 120.0)
    """
    if text[:1].isdigit() or text[:1] == ".":
        return float(text.replace(",", ""))
    total = 0
    for word in re.split(r"[- ]+", text.lower()):
        if word in ("a", "an"):
            total += 1
        elif word == "hundred":
            total *= 100
        elif word in _VALUES:
            total += _VALUES[word]
        elif word != "and":
            raise ValueError(f"not a number: {text!r}")
    return float(total)


def scale_value(scale: str | None) -> float:
    """Return what a magnitude multiplies by; 1 for none.

    >>> scale_value(" lakh crore"), scale_value("bn"), scale_value(None)
    (1000000000000.0, 1000000000.0, 1.0)
    """
    value = 1.0
    for word in re.split(r"[- ]+", scale.strip(" -").lower()) if scale else ():
        value *= _SCALES.get(word) or _SCALES[word.removesuffix("s")]
    return value


def amount_value(number: str, scale: str | None) -> float | None:
    """Return the value of the groups of `amount`; None for a vague one (``several million``).

    >>> amount_value("half a", "million"), amount_value("several", " billion")
    (500000.0, None)
    """
    words = number.lower()
    factor = scale_value(scale)
    if words.startswith("half"):
        return 0.5 * factor
    if words.startswith("a quarter"):
        return 0.25 * factor
    if words in ("a", "an"):
        return factor
    words, fraction = re.subn(r" and a half$", "", words)
    words, quarters = re.subn(r" and three quarters$", "", words)
    try:
        # Rounded, since 0.29 * 100 is not 29 in binary and a reader expects 1.35e9 to be it.
        return float(f"{(parse_number(words) + 0.5 * fraction + 0.75 * quarters) * factor:.12g}")
    except ValueError:
        return None
