"""From one article to its statements: the order of the language stages, on one screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.language import read
from kg.model import Article, Extraction

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True)
class Toolbox:
    """What extraction needs besides the article; loaded once, used for every article."""

    nlp: Language


def extract(article: Article, tools: Toolbox) -> Extraction:
    """Return every statement, rejection and entity of one article, in the order of the text."""
    read(article, tools.nlp)
    return Extraction(article)
