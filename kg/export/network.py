"""The graph for networkx and for GraphML readers: entities joined by the statements about them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from kg.export.table import row
from kg.model import Claim, EntityRef, Extraction
from kg.report import entities_of

if TYPE_CHECKING:
    from networkx import MultiDiGraph

_EDGE = (
    "predicate", "predicate_id", "polarity", "modality", "attributed_to", "time_start", "time_end", "value", "unit",
    "sentence", "more_sentences", "article", "confidence",
)  # fmt: skip
# XML 1.0 cannot hold these, escaped or not.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_networkx(extractions: Sequence[Extraction]) -> MultiDiGraph[str]:
    """Return the entities as nodes and each statement between two entities as an edge.

    An edge's key is the statement's IRI and its attributes are those of a table row, so denied and
    merely possible statements are there too: filter on ``modality`` and ``polarity``. A statement
    about an amount or about another statement has no second entity and no edge.
    """
    import networkx

    graph: MultiDiGraph[str] = networkx.MultiDiGraph()
    for entity in entities_of(extractions):
        graph.add_node(
            entity.id, label=entity.label, type=entity.type, named=entity.named, aliases="; ".join(entity.aliases)
        )
    for extraction in extractions:
        for claim in extraction.claims:
            if isinstance(claim.subject, EntityRef) and isinstance(claim.object, EntityRef):
                _add(graph, claim, claim.subject.entity.id, claim.object.entity.id)
    return graph


def _add(graph: MultiDiGraph[str], claim: Claim, source: str, target: str) -> None:
    known = {key: cell for key, cell in row(claim).items() if key in _EDGE and cell is not None}
    key: Any = claim.id  # any hashable will do; the type stubs know of int alone
    graph.add_edge(source, target, key=key, label=claim.predicate.label, **known)


def to_graphml(extractions: Sequence[Extraction]) -> str:
    """Return the network as GraphML; characters that XML cannot hold become U+FFFD."""
    import networkx

    graph = to_networkx(extractions)
    texts = [data for _, data in graph.nodes(data=True)] + [data for *_, data in graph.edges(data=True)]
    for data in texts:
        data.update({key: _NOT_XML.sub("\ufffd", text) for key, text in data.items() if isinstance(text, str)})
    return "\n".join(networkx.generate_graphml(graph)) + "\n"
