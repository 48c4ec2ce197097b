"""Kinds of acts as triples: the SKOS concepts above the relations of a graph, and their PLOVER types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg import ids
from kg.kinds import Kind
from kg.ontology import Relation, load_ontology
from kg.rdf.notation import RDF, RDFS, SKOS, Written, english, iri, string

_Triples = Iterator[Written]
_KINDS = iri(ids.ACT + "kinds")
_TYPES = iri(ids.PLOVER + "types")


def kind_triples(relation: Relation) -> _Triples:
    """What a relation of the ontology is a kind of, and its type of political event."""
    node = iri(relation.iri)
    if relation.kind:
        yield node, SKOS["broader"], iri(relation.kind)
    if relation.notation:
        yield node, SKOS["broadMatch"], iri(ids.PLOVER + relation.notation)


def kinds_in_use(relations: Iterable[str]) -> _Triples:
    """The kinds above `relations` (IRIs), wider ones included, and the types that they have."""
    ontology = load_ontology()
    known = [relation for iri_ in sorted(set(relations)) if (relation := ontology.by_iri(iri_))]
    kinds = {kind.iri: kind for relation in known for kind in ontology.kinds_of(relation.iri)}
    for _, kind in sorted(kinds.items()):
        yield from _kind(kind)
    for code in sorted({relation.notation for relation in known if relation.notation}):
        yield from _type(code)


def _kind(kind: Kind) -> _Triples:
    node = iri(kind.iri)
    yield node, RDF["type"], SKOS["Concept"]
    yield node, RDFS["label"], english(kind.label)
    yield node, SKOS["prefLabel"], english(kind.label)
    yield node, SKOS["definition"], english(kind.definition)
    yield node, SKOS["inScheme"], _KINDS
    if kind.broader:
        yield node, SKOS["broader"], iri(kind.broader)
    else:
        yield node, SKOS["topConceptOf"], _KINDS


def _type(code: str) -> _Triples:
    node = iri(ids.PLOVER + code)
    yield node, RDF["type"], SKOS["Concept"]
    yield node, RDFS["label"], english(code)
    yield node, SKOS["notation"], string(code)
    yield node, SKOS["inScheme"], _TYPES
