"""Who wrote an article, as its byline states it.

A byline is no sentence and is never parsed; what it says is known from the article's metadata, and
becomes a claim only where the words stand in the text.
"""

from __future__ import annotations

from collections.abc import Callable

from kg import ids
from kg.model import Article, Block, Claim, Entity, EntityRef, Evidence, Predicate
from kg.stages import Resolution

_LABEL = "write for"


def byline_claims(
    article: Article, resolution: Resolution, superclasses: Callable[[str], tuple[str, ...]]
) -> tuple[Claim, ...]:
    """Return a claim `AUTHOR write for OUTLET` for each author whom a byline names with the outlet.

    `superclasses` gives all types of an entity type, itself first.
    """
    found = []
    for block in article.blocks:
        if block.kind == "byline" and article.source:
            outlet = _reference(article, block, article.source, superclasses("NewsOutlet"), resolution)
            for name in article.authors:
                author = _reference(article, block, name, superclasses("Person"), resolution)
                if author is not None and outlet is not None:
                    found.append(_claim(article, block, author, outlet))
    return tuple(found)


def _reference(
    article: Article, block: Block, name: str, types: tuple[str, ...], resolution: Resolution
) -> EntityRef | None:
    start = article.text.find(name, block.start, block.end)
    if start < 0:
        return None
    known = next((e for e in resolution.entities if name == e.label or name in e.aliases), None)
    entity = known or Entity(ids.entity_iri(name), name, types[0], types, (name,))
    return EntityRef(entity, name, start, start + len(name))


def _claim(article: Article, block: Block, author: EntityRef, outlet: EntityRef) -> Claim:
    predicate = Predicate(
        ids.relation_iri(_LABEL), _LABEL, _LABEL, article.text[block.start : block.end], block.start, block.end, False
    )
    evidence = Evidence(article.id, article.text[block.start : block.end], block.start, block.end, article.published)
    return Claim(
        ids.claim_iri(article.id, "byline", author.entity.id, outlet.entity.id),
        author,
        predicate,
        outlet,
        evidence,
        confidence=0.95,
        extractor="byline",
    )
