"""The first stages of every reading of an article, which all that follows rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.coreference import find_references
from kg.extract.quotes import find_quotations
from kg.extract.repair import repair
from kg.gazetteer import Gazetteer
from kg.language import Reading
from kg.mentions import find_mentions
from kg.stages import Mention, Quotation, Reference


@dataclass(frozen=True)
class Opening:
    """A mended reading, and what is found in it when first asked for; made by `opened`."""

    reading: Reading
    gazetteer: Gazetteer

    @cached_property
    def mentions(self) -> Sequence[Mention]:
        """The names, in the order of the text."""
        return find_mentions(self.reading, self.gazetteer)

    @cached_property
    def quotations(self) -> Sequence[Quotation]:
        """What is quoted, and from whom."""
        return find_quotations(self.reading)

    @cached_property
    def references(self) -> Sequence[Reference]:
        """The pronouns and descriptions whose meaning is known."""
        return find_references(self.reading, self.mentions, self.quotations, self.gazetteer)


def opened(reading: Reading, gazetteer: Gazetteer) -> Opening:
    """Mend the parse of a fresh `reading`, in place, and return what is read from it."""
    repair(reading.doc)
    return Opening(reading, gazetteer)
