"""Sentences as the rules see them: parsed, mended, and asked for by their words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kg.gazetteer import load_gazetteer
from kg.ids import article_iri, digest
from kg.language import Reading, read
from kg.model import Article, Block, Claim, EntityRef, Node
from kg.opening import opened

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.language import Language
    from spacy.tokens import Token


def article(text: str) -> Article:
    """An article of one paragraph, published on Wednesday, 16 July 2025."""
    blocks = (Block(0, len(text), "paragraph"),)
    return Article(article_iri("sentence", digest(text)), "sentence", text, published=date(2025, 7, 16), blocks=blocks)


def parsed(text: str, nlp: Language) -> Reading:
    """The reading of one paragraph, its parse mended."""
    return opened(read(article(text), nlp), load_gazetteer()).reading


def word(reading: Reading, text: str) -> Token:
    """The first token that is `text`."""
    return next(t for t in reading.doc if t.text == text)


def texts(tokens: Iterable[Token]) -> list[str]:
    """The words of `tokens`."""
    return [t.text for t in tokens]


def triples(claims: Iterable[Claim]) -> list[tuple[str, str, str]]:
    """Subject, predicate and object of each claim, in words; an empty object where there is none."""
    return [(name(c.subject), c.predicate.label, name(c.object)) for c in claims]


def name(node: Node | None) -> str:
    """What a reader calls a node."""
    if node is None:
        return ""
    return node.entity.label if isinstance(node, EntityRef) else node.label
