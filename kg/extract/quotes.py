"""Quoted words: where they begin and end, whether they are a whole utterance, and who says them.

Quotation marks are paired paragraph by paragraph; a quotation may run on into the next one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.quoted import Page
from kg.extract.reporting import REPORTING_VERBS, ReportingClass, reporting_class
from kg.extract.speakers import LEAD_IN, find_voice
from kg.language import PARSED_KINDS, Reading
from kg.stages import Quotation

__all__ = ["REPORTING_VERBS", "ReportingClass", "find_quotations", "reporting_class"]

_LONGEST = 6
"""How many paragraphs without a mark a quotation may run over."""
_TAIL = 20
"""How many tokens before the end of a paragraph its last quotation may close for the next one to go on with it."""
_STRAIGHT = frozenset({'"', "``", "''"})


@dataclass(frozen=True, slots=True)
class _Mark:
    """A quotation mark: its token and whether it looks opening (1), closing (-1) or either (0)."""

    token: int
    way: int


def find_quotations(reading: Reading) -> tuple[Quotation, ...]:
    """Return the quotations of an article in order, each with its speaker where one can be told.

    Token ranges include the quotation marks. The speaker is the head token of a name, a noun or a
    pronoun outside the quotation; `verb` is None for ``according to`` and for a quotation that
    continues the one before it without a verb of its own.

    >>> from kg.articles import article_from_text
    >>> from kg.language import load_model, read
    >>> text = "The talks have ended. “We are pleased,” said Anna Keller, who leads the bank."
    >>> reading = read(article_from_text(text), load_model())
    >>> [quotation] = find_quotations(reading)
    >>> reading.wording(quotation.first, quotation.stop)
    '“We are pleased,”'
    >>> reading.wording(quotation.speaker, quotation.speaker + 1)
    'Keller'
    """
    doc = reading.doc
    paragraphs = tuple(_paragraphs(reading))
    spans = sorted(_spans(reading, paragraphs), key=lambda r: r.start)
    inside = [-1] * len(doc)
    for number, span in enumerate(spans):
        inside[span.start : span.stop] = [number] * len(span)
    page = Page(reading, doc, paragraphs, tuple(spans), inside)
    found: list[Quotation] = []
    for number in range(len(spans)):
        found.append(_attribute(page, number, found[-1] if found else None))
    return tuple(found)


# --- marks ---


def _paragraphs(reading: Reading) -> Iterator[range]:
    for block in reading.article.blocks:
        if block.kind in PARSED_KINDS:
            first = bisect_left(reading.starts, block.start)
            stop = bisect_left(reading.starts, block.end)
            if stop > first:
                yield range(first, stop)


def _way(reading: Reading, i: int) -> int:
    """Tell from the mark itself, else from the spaces beside it, whether it opens or closes."""
    text, at = reading.article.text, reading.start(i)
    if text[at] in "“„«‘":
        return 1
    if text[at] in "”»’":
        return -1
    before = text[at - 1] if at else " "
    after = text[reading.end(i)] if reading.end(i) < len(text) else " "
    opens = (before.isspace() or before in "([{-–—/'‘") and not after.isspace()
    closes = not before.isspace() and (after.isspace() or after in ".,;:!?)]}-–—'’")
    return int(opens) - int(closes)


def _marks(reading: Reading, tokens: range, texts: frozenset[str]) -> list[_Mark]:
    doc = reading.doc
    marks = [_Mark(t.i, _way(reading, t.i)) for t in doc[tokens.start : tokens.stop] if t.text in texts]
    inches = {m.token for m in marks if m.way < 0 and m.token and doc[m.token - 1].is_digit}
    return marks if len(marks) % 2 == 0 else [m for m in marks if m.token not in inches]


def _spans(reading: Reading, paragraphs: Sequence[range]) -> Iterator[range]:
    marks = [_marks(reading, p, _STRAIGHT) for p in paragraphs]
    open_at: int | None = None
    last = -_TAIL
    for number, tokens in enumerate(paragraphs):
        if open_at is None and tokens.start - last < _TAIL and _only_closes(marks[number]):
            open_at = tokens.start
        closed, open_at = _pair(marks[number], tokens, open_at)
        yield from closed
        last = closed[-1].stop if closed else last
        if open_at is not None and not _runs_on(marks[number + 1 :], paragraphs[number + 1 :]):
            yield range(open_at, tokens.stop)
            open_at = None
        yield from _single(reading, tokens, closed)


def _only_closes(marks: Sequence[_Mark]) -> bool:
    """Tell whether a paragraph closes a quotation that no mark opened: its first mark, and one too many."""
    return len(marks) % 2 == 1 and marks[0].way < 0


def _pair(marks: Sequence[_Mark], tokens: range, open_at: int | None) -> tuple[list[range], int | None]:
    """Return the quotations that close within a paragraph, and where one still open began."""
    closed: list[range] = []
    for n, mark in enumerate(marks):
        even = (len(marks) - n) % 2 == 0
        if open_at is None:
            if mark.way >= 0 or even:
                open_at = mark.token
        elif mark.way > 0 and mark.token == tokens.start:
            continue  # the mark that repeats at the beginning of a quotation's next paragraph
        elif mark.way > 0 and even:
            closed.append(range(open_at, mark.token))
            open_at = mark.token
        else:
            closed.append(range(open_at, mark.token + 1))
            open_at = None
    return closed, open_at


def _runs_on(following: Sequence[Sequence[_Mark]], paragraphs: Sequence[range]) -> bool:
    """Tell whether a quotation left open goes on.

    It does when the next paragraph begins with its mark again, or when the next mark of all, a few
    paragraphs on at most, is a closing one.
    """
    for marks, tokens in zip(following[:_LONGEST], paragraphs, strict=False):
        if marks:
            return marks[0].way < 0 or marks[0].token == tokens.start == paragraphs[0].start
    return False


def _single(reading: Reading, tokens: range, taken: Sequence[range]) -> Iterator[range]:
    """Pair single quotation marks outside double ones; an apostrophe opens nothing."""
    covered = {i for span in taken for i in span}
    marks = [m for m in _marks(reading, tokens, frozenset({"'"})) if m.token not in covered]
    open_at: int | None = None
    for n, mark in enumerate(marks):
        if open_at is None and mark.way > 0:
            open_at = mark.token
        elif open_at is not None and mark.way < 0:
            later = any(m.way < 0 and reading.doc[m.token].tag_ != "POS" for m in marks[n + 1 :])
            if reading.doc[mark.token].tag_ != "POS" or not later:
                yield range(open_at, mark.token + 1)
                open_at = None


def _attribute(page: Page, number: int, former: Quotation | None) -> Quotation:
    span = page.spans[number]
    voice = find_voice(page, span, former)
    tied = voice.tied and (page.capital(span) or not page.before(span))
    whole = _begins(page, span) and (tied or page.has_clause(span))
    return Quotation(span.start, span.stop, voice.speaker, voice.verb, whole)


def _begins(page: Page, span: range) -> bool:
    """Tell whether the quotation begins a clause of its own rather than finishing another's."""
    if not page.before(span):
        return True
    last = page.doc[span.start - 1]
    return last.text in LEAD_IN or page.reports(last.i) or page.is_sentence(span)
