"""A Turtle file by subject and predicate: all that reading an ontology needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from kg.ids import KG

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"

Graph = Mapping[str, Mapping[str, tuple[ox.NamedNode | ox.BlankNode | ox.Literal, ...]]]


def by_subject(quads: Iterable[ox.Quad]) -> Graph:
    """Return what `quads` say of each subject, by predicate, in the order of the file."""
    graph: dict[str, dict[str, list[ox.NamedNode | ox.BlankNode | ox.Literal]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        if not isinstance(quad.subject, ox.Triple) and not isinstance(quad.object, ox.Triple):
            graph[quad.subject.value][quad.predicate.value].append(quad.object)
    return {subject: {p: tuple(values) for p, values in edges.items()} for subject, edges in graph.items()}


def values(graph: Graph, subject: str, predicate: str) -> tuple[str, ...]:
    """Return the IRIs or texts that stand there."""
    return tuple(term.value for term in graph.get(subject, {}).get(predicate, ()))


def is_a(graph: Graph, subject: str, class_: str) -> bool:
    """Return whether `subject` is of `class_`."""
    return class_ in values(graph, subject, RDF + "type")


def items(graph: Graph, node: str) -> list[str]:
    """Return the members of the RDF list that begins at `node`."""
    found: list[str] = []
    while node != RDF + "nil":
        found += values(graph, node, RDF + "first")
        node = next(iter(values(graph, node, RDF + "rest")), RDF + "nil")
    return found


def class_line(name: str, graph: Graph) -> tuple[str, ...]:
    """Return the classes above `name`, itself first, by their names in this ontology."""
    line = [name]
    for known in line:  # grows while we walk: breadth first
        above = (iri.removeprefix(KG) for iri in values(graph, KG + known, RDFS + "subClassOf") if iri.startswith(KG))
        line += [parent for parent in above if parent not in line]
    return tuple(line)
