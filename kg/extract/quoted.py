"""An article with its quotations marked: what stands before, inside and after each.

Of `"We won," said Smith.` the words `said Smith` stand outside and after, where a tag is looked for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.reporting import reporting_class
from kg.language import Reading

if TYPE_CHECKING:
    from spacy.tokens import Doc

ENDS = frozenset({".", "!", "?", ";", "..."})
"""What ends a sentence, as far as speakers are concerned."""
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of finite verbs."""
_WINDOW = 40
"""How many tokens before or after a quotation may hold the clause that names its speaker."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, by which verb; `tied` when comma, colon or inversion binds the clause to the quotation."""

    speaker: int | None
    verb: int | None
    tied: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The tokens of an article with its paragraphs and with the marked quotations."""

    reading: Reading
    doc: Doc
    paragraphs: tuple[range, ...]
    spans: tuple[range, ...]
    inside: Sequence[int]

    def paragraph(self, token: int) -> int:
        """Number of the paragraph that holds `token`."""
        return bisect_left(self.paragraphs, token + 1, key=lambda p: p.start) - 1

    def reports(self, i: int) -> bool:
        """Tell whether token `i` is a reporting verb outside quotations."""
        token = self.doc[i]
        return self.inside[i] < 0 and token.pos_ in {"VERB", "AUX"} and reporting_class(token) is not None

    def before(self, span: range) -> range:
        """Tokens of the sentence before a quotation, back to a full stop or another quotation's end."""
        floor = max(self.paragraphs[self.paragraph(span.start)].start, span.start - _WINDOW)
        i = span.start
        while i > floor and self.doc[i - 1].text not in ENDS:
            number = self.inside[i - 1]
            if number >= 0 and self.doc[self.spans[number].stop - 2].text in ENDS:
                break
            i -= 1
        return range(i, span.start)

    def after(self, span: range) -> range:
        """Tokens between a quotation and the next full stop or quotation."""
        ceiling = min(self.paragraphs[self.paragraph(span.stop - 1)].stop, span.stop + _WINDOW)
        i = span.stop
        while i < ceiling and self.doc[i].text not in ENDS and self.inside[i] < 0:
            i += 1
        return range(span.stop, i)

    def has_clause(self, span: range) -> bool:
        """Tell whether the quoted words hold a subject and a finite verb."""
        words = self.doc[span.start : span.stop]
        return any(t.tag_ in FINITE for t in words) and any(t.dep_ in {"nsubj", "nsubjpass", "expl"} for t in words)

    def has_finite(self, tokens: Iterable[int]) -> bool:
        """Tell whether a finite verb stands among `tokens`, outside quotations."""
        return any(self.doc[i].tag_ in FINITE and self.inside[i] < 0 for i in tokens)

    def is_sentence(self, span: range) -> bool:
        """Tell whether the quoted words begin with a capital and hold a clause."""
        return len(span) > 2 and self.capital(span) and self.has_clause(span)

    def capital(self, span: range) -> bool:
        """Tell whether the first quoted word is capitalised."""
        return self.doc[min(span.start + 1, span.stop - 1)].text[:1].isupper()
