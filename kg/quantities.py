"""Amounts in news prose: money, shares, multiples, measures and counts of things.

A grammar of its own: the libraries tried lose ``billion``, or fail on ``US$400m``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from kg import currencies
from kg.counting import bounds, counted_noun, is_bare_count, is_counting, rate_after, singular
from kg.model import Quantity
from kg.numbers import amount, amount_value

Kind = Literal["money", "percent", "count", "ratio", "measure"]
Match = re.Match[str]


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """An amount and its place in the text.

    `start` and `end` cover number and unit (for a count, the counted noun too), not ``about`` or
    ``more than``, which `quantity` tells. `quantity` is None for a vague amount (``several
    billion``). `noun` is the range of the counted noun.
    """

    start: int
    end: int
    quantity: Quantity | None
    kind: Kind
    noun: tuple[int, int] | None = None


def find_quantities(text: str) -> tuple[QuantityMention, ...]:
    """Return the amounts in a sentence or paragraph, in order, without overlap; times and ordinals are none.

    Offsets count in `text`. The value of a range is its middle. Units are ISO 4217 codes, ``%``, ``percentage point``,
    ``basis point``, ``times``, ``ratio`` (a share of a whole), or a singular noun (``troop``,
    ``barrel/day``).

    >>> [(m.quantity.value, m.quantity.unit) for m in find_quantities("It paid about $5.5 billion for 30,000 trucks.")]
    [(5500000000.0, 'USD'), (30000.0, 'truck')]
    """
    found: list[QuantityMention] = []
    if not _TRIGGER.search(text):
        return ()
    taken = bytearray(len(text))
    folded = text.casefold()
    for pattern, build, needed in _RULES:
        if needed and not any(word in folded for word in needed):
            continue
        for match in pattern.finditer(text):
            mention = build(match) if taken.find(1, match.start(), match.end()) < 0 else None
            if mention and taken.find(1, mention.start, mention.end) < 0:
                taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
                found.append(mention)
    return tuple(sorted(found, key=lambda m: m.start))


_TRIGGER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|thousand|"
    r"million|billion|trillion|"
    r"dozens?|hundreds|thousands|millions|billions|trillions|half|quarters?|thirds?|double)\b",
    re.IGNORECASE,
)


def _values(match: Match) -> tuple[float, float | None] | None:
    """The number of a match, or both ends of its range; None where a number is vague."""
    groups = match.groupdict()
    if not groups.get("n2"):
        value = amount_value(match["n"], match["s"])
        return None if value is None else (value, None)
    # "5 to 6 billion": the magnitude of the second number is the first one's too.
    first, second = amount_value(match["n"], match["s"] or match["s2"]), amount_value(match["n2"], match["s2"])
    if first is None or second is None:
        return None
    if first >= second:
        first = amount_value(match["n"], match["s"]) or first
    return first, second


def _quantity(match: Match, unit: str, factor: float = 1.0, end: int | None = None) -> Quantity | None:
    """The quantity of a match whose wording ends at `end`, with what the words around it say."""
    values = _values(match)
    if values is None:
        return None
    first, second = _exact(values[0] * factor), values[1]
    approximate, bound = bounds(match.string, match.start(), end or match.end())
    if second is not None:
        low, high = sorted((first, _exact(second * factor)))
        return Quantity(_exact((low + high) / 2), unit, low, high, approximate)
    return Quantity(first, unit, first if bound == "low" else None, first if bound == "high" else None, approximate)


def _exact(value: float) -> float:
    return float(f"{value:.12g}")


def _is_article(match: Match) -> bool:
    """Whether the number is only ``a``: an amount with a magnitude, an article without."""
    return match["n"].lower() in ("a", "an") and not match["s"]


def _mention(match: Match, quantity: Quantity | None, kind: Kind) -> QuantityMention:
    return QuantityMention(match.start(), match.end(), quantity, kind)


def _signed_money(match: Match) -> QuantityMention | None:
    return _mention(match, _quantity(match, currencies.of_symbol(match["cur"], match.string)), "money")


def _worded_money(match: Match) -> QuantityMention | None:
    scaled = bool(match["s"] or match["s2"]) or (amount_value(match["n"], None) or 0) >= 1000
    unit = currencies.of_word(match["cur"], match["country"], match.string, scaled)
    return None if unit is None or _is_article(match) else _mention(match, _quantity(match, unit), "money")


def _vague_money(match: Match) -> QuantityMention | None:
    return _mention(match, None, "money")


_QUOTED = re.compile(rf"({currencies.SYMBOL}) ?\d")


def _cents(match: Match) -> QuantityMention | None:
    """Cents belong to the currency that the sentence quotes."""
    word = match["cur"].lower()
    near = _QUOTED.search(match.string, match.end()) or _QUOTED.search(match.string)
    unit = currencies.of_symbol(near[1], match.string) if near else "USD"
    unit = "GBP" if word.startswith("p") else "EUR" if word.startswith("euro") else unit
    return None if _is_article(match) else _mention(match, _quantity(match, unit, 0.01), "money")


def _percent(match: Match) -> QuantityMention | None:
    word = match["unit"].lower()
    unit = "basis point" if "basis" in word else "percentage point" if "point" in word else "%"
    return _mention(match, _quantity(match, unit), "percent")


def _times(match: Match) -> QuantityMention | None:
    return None if _is_article(match) else _mention(match, _quantity(match, "times"), "ratio")


_PARTS = {
    "half": 2,
    "halve": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}


def _fraction(match: Match) -> QuantityMention | None:
    return _ratio(match, (amount_value(match["n"], None) or 1.0) / _PARTS[match["part"].lower().removesuffix("s")])


def _half(match: Match) -> QuantityMention | None:
    return _ratio(match, 0.5)


def _out_of(match: Match) -> QuantityMention | None:
    some, whole = amount_value(match["n"], None), amount_value(match["of"], None)
    return _ratio(match, some / whole) if some and whole and some < whole else None


def _ratio(match: Match, value: float) -> QuantityMention:
    approximate, bound = bounds(match.string, match.start(), match.end())
    low, high = value if bound == "low" else None, value if bound == "high" else None
    return _mention(match, Quantity(value, "ratio", low, high, approximate), "ratio")


def _measure(match: Match) -> QuantityMention | None:
    *first, last = match["unit"].split()
    abbreviated = last != last.lower() or len(last) <= 3 or "/" in last
    unit = " ".join(
        [*map(singular, first), last if (abbreviated and last[:1].islower()) or last.isupper() else singular(last)]
    )
    end, rate = rate_after(match.string, match.end())
    return None if _is_article(match) else QuantityMention(match.start(), end, _quantity(match, unit + rate), "measure")


def _count(match: Match) -> QuantityMention | None:
    scaled = bool(match["s"] or match["s2"])
    if (
        _is_article(match)
        or not is_counting(match, scaled)
        or (amount_value(match["n"], None) in (None, 1.0) and not scaled)
    ):
        return None
    noun = counted_noun(match)
    if noun is None:
        return _mention(match, _quantity(match, ""), "count") if is_bare_count(match, scaled) else None
    end, rate = rate_after(match.string, noun[1])
    unit = singular(match.string[noun[0] : noun[1]])
    return QuantityMention(match.start(), end, _quantity(match, unit + rate, end=end), "count", noun)


def _vague_count(match: Match) -> QuantityMention | None:
    noun = counted_noun(match)
    return QuantityMention(match.start(), noun[1], None, "count", noun) if noun else None


_MEASURES = (
    r"(?:(?:square |cubic )?(?:kilomet(?:re|er)s?|met(?:re|er)s?|centimet(?:re|er)s?|millimet(?:re|er)s?|"
    r"nanomet(?:re|er)s?|miles?|feet|foot|inch(?:es)?|yards?)|"
    r"acres?|hectares?|(?:metric )?(?:tons?|tonnes?)|kilograms?|kilos?|grams?|pounds?|ounces?|(?:mega|kilo|"
    r"milli)?lit(?:re|er)s?|gallons?|"
    r"(?:kilo|mega|giga|tera)?watts?(?:[ -]hours?)?|degrees?(?: (?:Fahrenheit|Celsius|Centigrade|F|C)\b)?|"
    r"(?:mega|giga|tera|peta|kilo)bytes?|volts?|"
    r"(?:kilo|mega|giga)?hertz|knots?|km/h|mph|kph|km|kg|cm|mm|nm|sq km|MWh|GWh|TWh|kWh|MW|GW|TW|kW|MB|GB|TB|"
    r"GHz|MHz)(?!\w)|°[CF]"
)
_EDGE = r"(?<![\w$€£¥.,:/+#&%-])(?<![A-Z][-–])"
_LINK = r"(?: ?[-–—] ?| to | or )"
_SECOND = f"(?:{_LINK}{amount('2')})?"
_BETWEEN = f"(?<=etween ){amount()} and {amount('2')}"
_UNITS = (
    r"(?P<unit>%|per ?cent(?:age points?)?\b|percentage points?\b|pct\b|pp\b|(?:of an? )?percentage points?|"
    r"basis points?\b|bps\b)"
)
_MONEY_UNIT = (
    rf"(?P<country>{currencies.COUNTRY} )?(?P<cur>(?i:{currencies.WORD})|{'|'.join(sorted(currencies.CODES))})(?!\w)"
)
_PART = r"half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?"
_SYM = rf"(?<![\w$€£¥])(?P<cur>{currencies.SYMBOL})[ ]?"


def _either(before: str, after: str, edge: str = _EDGE) -> tuple[str, str]:
    """Patterns of a number or range between two things: first ``between X and Y``, then the others."""
    return rf"{before}{_BETWEEN}{after}", rf"{edge}{before}{amount()}{_SECOND}{after}"


Build = Callable[[Match], QuantityMention | None]
Rule = tuple[re.Pattern[str], Build, tuple[str, ...]]
"""A wording, what it means, and parts of words without any of which it cannot occur; for speed only."""
_TABLE: tuple[tuple[tuple[str, ...], Build, tuple[str, ...]], ...] = (
    ((rf"(?<=etween ){_SYM}{amount()} and {currencies.SYMBOL}[ ]?{amount('2')}",
      rf"{_SYM}{amount()}(?:(?: ?[-–—] ?| to | or )(?:{currencies.SYMBOL}[ ]?)?{amount('2')})?(?: "
      rf"(?:{currencies.COUNTRY} )?dollars)?(?!\w)"), _signed_money, ()),
    (_either("", rf"[ -]{_MONEY_UNIT}"), _worded_money, ()),
    ((
        r"\b(?i:(?:(?:hundreds|tens|dozens) of )?(?:thousands|millions|billions|"
        rf"trillions) of )(?:{currencies.COUNTRY} )?{currencies.WORD}\b",), _vague_money, ("s of ",)),
    (_either("", r"[ -](?P<cur>(?:euro )?cents?|pence)\b"), _cents, ("cent", "pence")),
    (_either("", rf"(?:[ -]?|(?<=a quarter of a) ){_UNITS}"), _percent, ("%", "cent", "point", "pct", "pp", "bps")),
    (_either("",
        r"(?: times\b(?= (?:the|as|more|higher|larger|its|that|bigger|what|faster|greater|their|less|lower|"
        r"over)\b)|[- ]?fold\b)"), _times, ("times", "fold")),
    ((
        rf"{_EDGE}(?P<n>{'one|two|three|four|five|six|seven|eight|nine|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|an?'})[- "
        rf"](?P<part>{_PART})(?= of\b|\b(?! [a-z]))(?<!a half)(?<!a quarter)",
      r"\b(?P<n>[Aa])[ ](?P<part>third|quarter|fifth|tenth)(?= of (?!an? (?:million|billion|percentage)))"), _fraction,
     ("hal", "third", "quarter", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")),
    ((r"\b[Hh]alf(?= of\b|(?: of)? (?:the|its|all|their|his|her|our|those|these)\b)|(?<=about )half(?= as\b)",), _half,
     ("half",)),
    ((r"(?<![\w/.,])(?P<n>\d{1,3})/(?P<of>\d{1,4})(?:ths?)?(?![\w/])(?= of\b|(?<=th)|(?<=ths))",
      r"\b(?P<n>(?i:\d+|one|two|three|four|five|six|seven|eight|nine)) (?:in|out of)(?: every)? (?P<of>\d+|"
      r"two|three|four|five|six|seven|eight|nine|ten|twenty)\b(?! (?:years|days|months|weeks))"), _out_of,
     ("/", " in ", " out of ")),
    (_either("", rf"[ -]?(?P<unit>{_MEASURES})"), _measure, ()),
    ((
        r"\b(?P<n>(?i:(?:(?:hundreds|tens|dozens|scores) of )?(?:thousands|millions|billions)|hundreds|dozens|"
        r"scores)) of\b(?! dollars)",), _vague_count, ("s of",)),
    (_either("", r"(?![\w%°]|[.,]\d|:\d|/\d)"), _count, ()),
)  # fmt: skip
_RULES: tuple[Rule, ...] = tuple(
    (re.compile(pattern), build, ("etween ",) if "(?<=etween )" in pattern else needed)
    for patterns, build, needed in _TABLE
    for pattern in patterns
)
