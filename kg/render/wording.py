"""Statements in plain English: what the page, and whoever reads it aloud, says of a claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kg.model import Claim, EntityRef, Node, Qualifier, Quantity, TimeSpan, label_of
from kg.render.english import is_plural, is_preposition, is_role, past, third_person

_MODALS = {"planned": "will", "hoped": "is hoped to", "possible": "may", "required": "must", "conditional": "would"}
_DENIALS = {
    "planned": "will not",
    "hoped": "is hoped not to",
    "possible": "may not",
    "required": "must not",
    "conditional": "would not",
}
_PRESENT_BE = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re"})
_WITH_BARE_VERB = frozenset({"i", "we", "you", "they"})


_SPOKEN = {"instance of": "be one of"}


def verb_phrase(claim: Claim) -> str:
    """The relation as the sentence means it: tense, modality and negation put into words.

    A claim only knows its base form and the sentence's own words; what those words show of the
    tense decides, and news is past where they show nothing.
    """
    label = claim.predicate.label.strip() or claim.predicate.text
    label = _SPOKEN.get(label, label)
    negative = claim.polarity == "negative" or claim.modality == "denied"
    if is_role(label):
        label = f"be {label}"
    first, _, rest = label.partition(" ")
    if claim.modality in _MODALS and not (claim.modality == "required" and first in ("require", "need")):
        return _join(_modal(claim, negative), label)
    several = _several(claim.subject)
    bare = several or _said_of_itself(claim.subject)
    said = _finite(first, rest, _Words(claim.predicate.text.lower().split(), several, bare), negative)
    return _agreeing(said, several)


def _modal(claim: Claim, negative: bool) -> str:
    """``will``, ``may``, ... and ``hopes to`` where it is the subject's own hope."""
    subject, speaker = claim.subject, claim.attributed_to[:1]
    own = isinstance(subject, EntityRef) and any(ref.entity.id == subject.entity.id for ref in speaker)
    if claim.modality == "hoped" and own:
        hopes = "hope" if _several(subject) else "hopes"
        return f"{hopes} not to" if negative else f"{hopes} to"
    modal = (_DENIALS if negative else _MODALS)[claim.modality]
    return _agreeing(modal, _several(subject))


def _several(subject: Node) -> bool:
    """Whether what a statement is about takes a verb in the plural; a name does not."""
    if isinstance(subject, EntityRef) and subject.entity.named:
        return False
    return is_plural(node_label(subject))


def _said_of_itself(subject: Node) -> bool:
    """Whether the sentence has a pronoun in its place that goes with the verb's base form (``we sell``)."""
    return isinstance(subject, EntityRef) and subject.mention.lower() in _WITH_BARE_VERB


_AGREEMENT = {"is": "are", "was": "were", "has": "have", "does": "do"}
_SINGLE = {many: one for one, many in _AGREEMENT.items()}


def _agreeing(verb: str, several: bool) -> str:
    """`verb` with its first word in the number of its subject."""
    first, space, rest = verb.partition(" ")
    return (_AGREEMENT if several else _SINGLE).get(first, first) + space + rest


@dataclass(frozen=True, slots=True)
class _Words:
    """The sentence's own words for a relation, and the number of its subject.

    `bare` says whether the base form beside that subject is the present tense.
    """

    words: Sequence[str]
    several: bool
    bare: bool


def _finite(first: str, rest: str, text: _Words, negative: bool) -> str:
    words = text.words
    if first == "be":
        return _join(_be(words, rest), "not" if negative else "", rest)
    present = _present(first, text)
    if negative and {"no", "longer"} <= set(words):
        return _join("no longer", present or past(first), rest)
    if negative:
        said = next((w for w in words if w in ("do", "does", "did")), None)
        return _join(said or ("do" if present == first else "does" if present else "did"), "not", first, rest)
    return _join(present or past(first), rest)


def _present(first: str, text: _Words) -> str | None:
    """The present tense of the verb `first` as the sentence has it, or None where it has another.

    A base form beside a single subject is no present tense but an infinitive or a noun (*his visit*).
    """
    words = text.words
    leading = [w for w in words if not w.endswith("ly")][:1]
    singular = third_person(first)
    if leading == [first]:
        return (first if text.several else singular) if text.bare else None
    if first in ("have", "do") and words[-1:] == [singular]:
        return singular
    return singular if singular in words and first not in ("be", "have", "do") else None


def _be(words: Sequence[str], rest: str) -> str:
    for word in words:
        if word in _PRESENT_BE:
            return "are" if word in ("are", "'re", "’re") else "is"
        if word in ("was", "were"):
            return word
    return "is" if is_role(rest) else "was"


def _join(*parts: str) -> str:
    return " ".join(p for p in parts if p)


def node_label(node: Node | None) -> str:
    """What a subject, object or qualifier is called; empty for none."""
    return "" if node is None else label_of(node)


def qualifier_lead(qualifier: Qualifier) -> str:
    """The words that lead up to a qualifier's object: ``from``, ``to`` for a purpose, ``(role)``."""
    role = qualifier.role.replace("_", " ").strip()
    if role == "purpose":
        return "" if node_label(qualifier.object).startswith(("to ", "for ")) else "to"
    if role in ("how", "score"):
        return ""
    return role if is_preposition(role) else f"({role})"


def spoken_qualifiers(claim: Claim) -> tuple[Qualifier, ...]:
    """The qualifiers that add something: not those whose name the subject or object already holds.

    ``export of H20 chips`` has its ``of H20`` as a qualifier, so that queries find it; a reader
    does not need it twice. Whose something is stands in its name or in the quoted sentence.
    """
    named = f"{node_label(claim.subject)} {node_label(claim.object)}".casefold()

    def told(node: Node) -> bool:
        names = (node.entity.label, *node.entity.aliases) if isinstance(node, EntityRef) else (node.label,)
        return any(name and name.casefold() in named for name in names)

    return tuple(q for q in claim.qualifiers if q.role != "possessor" and not told(q.object))


def sentence(claim: Claim) -> str:
    """One line of plain English, without who says so and when."""
    parts = [node_label(claim.subject), verb_phrase(claim), node_label(claim.object)]
    parts += [f"{qualifier_lead(q)} {node_label(q.object)}".strip() for q in spoken_qualifiers(claim)]
    return " ".join(p for p in parts if p)


def attribution(claim: Claim) -> str:
    """Who says so, the innermost speaker first; empty where the article vouches for it itself."""
    names = list(dict.fromkeys(ref.entity.label for ref in claim.attributed_to))
    if not names:
        return ""
    return f"according to {names[0]}" + (f", via {', '.join(names[1:])}" if names[1:] else "")


def when(span: TimeSpan | None) -> str:
    """A time span in words.

    >>> when(TimeSpan(date(2025, 5, 10), date(2025, 5, 11), "", "interval"))
    '10–11 May 2025'
    >>> when(TimeSpan(None, date(2025, 7, 2), "", "day"))
    'by 2 July 2025'
    >>> when(TimeSpan(date(1977, 1, 1), date(1983, 12, 31), "", "interval"))
    '1977–1983'
    >>> when(TimeSpan(date(2022, 10, 1), date(2022, 10, 31), "", "month"))
    'October 2022'
    """
    if span is None or (span.start is None and span.end is None):
        return "" if span is None else span.text
    if span.start is None or span.end is None:
        known = span.start or span.end
        assert known is not None
        return f"{'since' if span.start else 'by'} {_long(known)}"
    return _closed(span.start, span.end)


def _closed(start: date, end: date) -> str:
    if start == end:
        return _long(start)
    after = end + timedelta(days=1) if end < date.max else end
    if start.day == 1 and after.day == 1:
        whole = _whole(start, end)
        if whole:
            return whole
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{_long(end)}"
    if start.year == end.year:
        return f"{start.day} {_month(start)} – {_long(end)}"
    return f"{_long(start)} – {_long(end)}"


def _whole(start: date, end: date) -> str:
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if months == 1:
        return f"{_month(start)} {start.year}"
    if months == 3 and start.month % 3 == 1:
        return f"Q{start.month // 3 + 1} {start.year}"
    if months == 12 and start.month == 1:
        return str(start.year)
    if months == 120 and start.month == 1 and start.year % 10 == 0:
        return f"{start.year}s"
    if months % 12 == 0 and start.month == 1:
        return f"{start.year}–{end.year}"
    if start.year == end.year:
        return f"{_month(start)} – {_month(end)} {end.year}"
    return f"{_month(start)} {start.year} – {_month(end)} {end.year}"


_MONTHS = "January February March April May June July August September October November December".split()


def _month(day: date) -> str:
    return _MONTHS[day.month - 1]


def _long(day: date) -> str:
    return f"{day.day} {_month(day)} {day.year}"


_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def amount(quantity: Quantity | None) -> str:
    """A quantity in words.

    >>> amount(Quantity(5.5e9, "USD", approximate=True))
    'about 5.5 billion USD'
    >>> amount(Quantity(5, "%", low=5, high=None)), amount(Quantity(20, "%", low=20, high=30))
    ('5% or more', '20–30%')
    """
    if quantity is None:
        return ""
    about = "about " if quantity.approximate else ""
    low, high = quantity.low, quantity.high
    if low is not None and high is not None and low != high:
        return f"{about}{_number(low)}–{_with_unit(high, quantity.unit)}"
    bound = " or more" if low is not None and high is None else " or less" if high is not None and low is None else ""
    return f"{about}{_with_unit(quantity.value, quantity.unit)}{bound}"


def _with_unit(value: float, unit: str) -> str:
    return f"{_number(value)}{'' if unit == '%' else ' '}{unit}".strip()


def _number(value: float) -> str:
    for scale, name in _SCALES:
        if abs(value) >= scale:
            return f"{value / scale:,.4g} {name}"
    return f"{value:,.10g}"
