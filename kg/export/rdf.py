"""The graph as N-Triples; Turtle is written by `kg.rdf`."""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import Extraction
from kg.rdf import Edges, claims_to_triples


def to_ntriples(extractions: Iterable[Extraction], edges: Edges = "planned") -> str:
    """Return one triple a line, in an order that depends on the statements alone."""
    import pyoxigraph

    lines = pyoxigraph.serialize(claims_to_triples(extractions, edges), format=pyoxigraph.RdfFormat.N_TRIPLES)
    return (lines or b"").decode()
