"""Adding articles to a graph that has some already, and taking articles out of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

import pyoxigraph as ox

from kg import ids
from kg.rdf.statements import Edges, supports
from kg.rdf.terms import KG, OA, PROV, RDF, RDFS, SKOS, iri

_Node = ox.NamedNode | ox.BlankNode


def add(graph: ox.Store, triples: Iterable[ox.Triple]) -> None:
    """Add the triples of articles that are not in `graph`; entities that are keep name and type."""
    graph.bulk_extend([ox.Quad(*triple) for triple in _settled(graph, triples)])


def retract(graph: ox.Store, article: str) -> None:
    """Take out an article, its claims, the plain triples that no other claim supports, and what is left over."""
    node = iri(article)
    claims = [quad.subject for quad in graph.quads_for_pattern(None, PROV["wasDerivedFrom"], node, None)]
    evidence = [quad.subject for quad in graph.quads_for_pattern(None, OA["hasSource"], node, None)]
    statements = {_statement(graph, cast("_Node", claim)): None for claim in claims}
    for claim in claims:
        for quad in list(graph.quads_for_pattern(None, KG["contradicts"], claim, None)):
            graph.remove(quad)
    loose: dict[_Node, None] = {}
    for gone in (node, *claims, *evidence):
        loose |= _drop(graph, cast("_Node", gone))
    for statement in statements:
        if statement is not None and not _supported(graph, statement):
            graph.remove(ox.Quad(*statement))
    _sweep(graph, loose | _declared(graph))


def _declared(graph: ox.Store) -> dict[_Node, None]:
    """Classes and relations that the graph explains; an article may leave one that nothing uses."""
    return {
        quad.subject: None
        for quad in graph.quads_for_pattern(None, RDFS["label"], None, None)
        if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(ids.KG)
    }


def _settled(graph: ox.Store, triples: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    """The triples to add, with an entity that is already there keeping its name and type."""
    settled = {RDFS["label"], RDF["type"], KG["named"]}
    kept: dict[_Node, bool] = {}
    for triple in triples:
        node = cast("_Node", triple.subject)
        if triple.predicate in settled and node.value.startswith(ids.ENT):
            if node not in kept:
                kept[node] = _has(graph, node, RDFS["label"], None)
            if kept[node]:
                if triple.predicate == RDFS["label"] and not _has(graph, node, RDFS["label"], triple.object):
                    yield ox.Triple(node, SKOS["altLabel"], triple.object)
                continue
        yield triple


def _has(graph: ox.Store, s: object, p: object, o: object) -> bool:
    return next(iter(graph.quads_for_pattern(s, p, o, None)), None) is not None  # type: ignore[arg-type]


def _statement(graph: ox.Store, claim: _Node) -> ox.Triple | None:
    parts = [
        next((quad.object for quad in graph.quads_for_pattern(claim, RDF[part], None, None)), None)
        for part in ("subject", "predicate", "object")
    ]
    return None if None in parts else ox.Triple(*parts)  # type: ignore[arg-type]


def _supported(graph: ox.Store, statement: ox.Triple) -> bool:
    """Whether a claim that is still there makes this plain triple."""
    run = graph.quads_for_pattern(iri(ids.RUN + "pressgraph"), KG["edges"], None, None)
    edges = cast("Edges", next((cast("ox.Literal", quad.object).value for quad in run), "planned"))
    for quad in graph.quads_for_pattern(None, RDF["subject"], statement.subject, None):
        claim = cast("_Node", quad.subject)
        if _statement(graph, claim) == statement:
            polarity, modality = (_text(graph, claim, KG[name]) for name in ("polarity", "modality"))
            if supports(polarity, modality, edges):
                return True
    return False


def _text(graph: ox.Store, node: _Node, predicate: ox.NamedNode) -> str:
    found = graph.quads_for_pattern(node, predicate, None, None)
    return next((cast("ox.Literal", quad.object).value for quad in found), "")


def _drop(graph: ox.Store, node: _Node) -> dict[_Node, None]:
    """Remove all that is said of a node; return the nodes that may now be needed by nobody."""
    quads = list(graph.quads_for_pattern(node, None, None, None))
    for quad in quads:
        graph.remove(quad)
    return {quad.object: None for quad in quads if isinstance(quad.object, ox.NamedNode)}


def _sweep(graph: ox.Store, loose: dict[_Node, None]) -> None:
    """Remove nodes that nothing points at any more, and then what only they pointed at."""
    queue = list(loose)
    while queue:
        node = queue.pop()
        # that a relation is the opposite of another is no reason to keep it
        if all(quad.predicate == KG["opposite"] for quad in graph.quads_for_pattern(None, None, node, None)):
            queue += _drop(graph, node)
