"""What a build holds, as rows to print: entities, statements, articles, rejections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.errors import InputError
from kg.evidence import nodes_of
from kg.export.table import label_of, row
from kg.graph import Graph
from kg.model import Claim, Entity, EntityRef

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Wanted:
    """Which rows: of this entity type, and about whatever has `about` in its name."""

    kind: str | None = None
    about: str | None = None

    def names(self, *texts: str | None) -> bool:
        """Whether one of `texts` holds the wanted name, in any case of letters."""
        if self.about is None:
            return True
        return any(self.about.casefold() in text.casefold() for text in texts if text)


@dataclass(frozen=True)
class Listing:
    """Rows, and which of their keys a table shows."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def listed(graph: Graph, what: str, wanted: Wanted) -> Listing:
    """Return the rows of `what`, in the order of the build; entities by number of statements.

    Raises `InputError` when there is no such list.
    """
    if what not in _LISTS:
        raise InputError(f"{what}: nothing of that name to show; choose one of {', '.join(_LISTS)}")
    columns, rows = _LISTS[what]
    return Listing(columns, tuple(rows(graph, wanted)))


def _entities(graph: Graph, wanted: Wanted) -> Sequence[Row]:
    counts = Counter(entity for claim in graph.claims for entity in _mentioned(claim))
    found = [e for e in graph.entities if wanted.names(*e.aliases, e.label) and _fits(e, wanted.kind)]
    found.sort(key=lambda entity: -counts[entity.id])
    return [_entity_row(entity, counts[entity.id]) for entity in found]


def _fits(entity: Entity, kind: str | None) -> bool:
    return kind is None or kind.casefold() in (name.casefold() for name in (entity.type, *entity.types))


def _entity_row(entity: Entity, statements: int) -> Row:
    return {
        "label": entity.label,
        "type": entity.type,
        "statements": statements,
        "also": ", ".join(name for name in entity.aliases if name != entity.label),
        "id": entity.id,
        "types": list(entity.types),
        "aliases": list(entity.aliases),
        "named": entity.named,
        "same_as": list(entity.same_as),
    }


def _mentioned(claim: Claim) -> set[str]:
    return {node.entity.id for node in nodes_of(claim) if isinstance(node, EntityRef)}


def _statements(graph: Graph, wanted: Wanted) -> Sequence[Row]:
    found = []
    for claim in graph.claims:
        entities = [node.entity for node in nodes_of(claim) if isinstance(node, EntityRef)]
        if wanted.names(*(label_of(node) for node in nodes_of(claim))) and (
            wanted.kind is None or any(_fits(entity, wanted.kind) for entity in entities)
        ):
            found.append(row(claim))
    return found


def _articles(graph: Graph, wanted: Wanted) -> Sequence[Row]:
    return [
        {
            "name": e.article.name,
            "title": e.article.title,
            "source": e.article.source,
            "published": e.article.published and e.article.published.isoformat(),
            "words": len(e.article.text.split()),
            "statements": len(e.claims),
            "url": e.article.url,
            "id": e.article.id,
        }
        for e in graph.extractions
        if wanted.names(e.article.name, e.article.title)
    ]


def _rejections(graph: Graph, wanted: Wanted) -> Sequence[Row]:
    return [
        {
            "reason": r.reason,
            "text": r.text,
            "sentence": r.sentence,
            "start": r.start,
            "end": r.end,
            "article": r.article,
        }
        for r in graph.rejections
        if wanted.names(r.text, r.sentence)
    ]


_LISTS: Mapping[str, tuple[tuple[str, ...], Callable[[Graph, Wanted], Sequence[Row]]]] = {
    "entities": (("label", "type", "statements", "also"), _entities),
    "statements": (
        ("subject", "predicate", "object", "polarity", "modality", "attributed_to", "time_start"),
        _statements,
    ),
    "articles": (("name", "title", "source", "published", "words", "statements"), _articles),
    "rejections": (("reason", "text", "sentence"), _rejections),
}
