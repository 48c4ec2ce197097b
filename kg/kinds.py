"""Kinds of acts and states: what each relation is a kind of, and its PLOVER type of political event.

A kind has at most one wider kind; those without are on top. The ontology file holds kinds and types
as SKOS concepts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.ids import ACT, KG, PLOVER
from kg.vocabulary import RDFS, SKOS, Graph, is_a, values


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of act or state; `broader` is the IRI of the wider kind, `code` a PLOVER type, or None."""

    iri: str
    label: str
    definition: str
    broader: str | None = None
    code: str | None = None


def read_kinds(graph: Graph) -> dict[str, Kind]:
    """Return the kinds of an ontology file by IRI, in alphabetical order."""
    found = (iri for iri in sorted(graph) if iri.startswith(ACT) and is_a(graph, iri, SKOS + "Concept"))
    return {
        iri: Kind(
            iri,
            label=_first(graph, iri, "prefLabel") or iri.removeprefix(ACT),
            definition=_first(graph, iri, "definition") or "",
            broader=_first(graph, iri, "broader"),
            code=_own_code(graph, iri),
        )
        for iri in found
    }


def lineage(kind: str | None, kinds: Mapping[str, Kind]) -> tuple[Kind, ...]:
    """Return a kind and the kinds above it, nearest first; a circle is walked once."""
    line: dict[str, Kind] = {}
    while kind is not None and kind in kinds and kind not in line:
        line[kind] = kinds[kind]
        kind = kinds[kind].broader
    return tuple(line.values())


def kind_of(iri: str, graph: Graph) -> str | None:
    """Return the kind of a relation: its own, or else that of a wider relation."""
    own = _first(graph, iri, "broader")
    if own is not None:
        return own
    wider = [parent for parent in sorted(values(graph, iri, RDFS + "subPropertyOf")) if parent.startswith(KG)]
    return next((found for parent in wider if (found := kind_of(parent, graph))), None)


def code_of(iri: str, graph: Graph, kinds: Mapping[str, Kind]) -> str | None:
    """Return the PLOVER type of a relation: its own, or else the nearest of its kinds'."""
    return _own_code(graph, iri) or next((k.code for k in lineage(kind_of(iri, graph), kinds) if k.code), None)


def check_kinds(graph: Graph, kinds: Mapping[str, Kind]) -> list[str]:
    """Return what is wrong with the kinds that a file defines and refers to, a line each."""
    problems = []
    for kind in kinds.values():
        line = lineage(kind.iri, kinds)
        if kind.broader is not None and kind.broader not in kinds:
            problems.append(f"{kind.iri} has skos:broader {kind.broader}, which is no kind of this file")
        elif line[-1].broader is not None and line[-1].broader in kinds:
            problems.append(f"{kind.iri} is above itself: take a skos:broader out of the circle")
    for iri in sorted(graph):
        for code in values(graph, iri, SKOS + "broadMatch"):
            if not is_a(graph, code, SKOS + "Concept"):
                problems.append(f"{iri} has skos:broadMatch {code}, which is no PLOVER type of this file")
    return problems


def _own_code(graph: Graph, iri: str) -> str | None:
    match = _first(graph, iri, "broadMatch")
    return match.removeprefix(PLOVER) if match else None


def _first(graph: Graph, iri: str, name: str) -> str | None:
    return min(values(graph, iri, SKOS + name), default=None)
