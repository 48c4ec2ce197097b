"""Triples as Turtle that a person can read: one block a subject, always in the same order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.rdf.notation import RDF, Written, term
from kg.rdf.terms import PREFIXES


def turtle(triples: Iterable[ox.Triple]) -> Iterator[str]:
    """Yield the text of `triples` piece by piece; subjects come in the order in which they first appear."""
    return laid_out((term(t.subject), term(t.predicate), term(t.object)) for t in triples)


def laid_out(triples: Iterable[Written]) -> Iterator[str]:
    """Yield the text of triples that are written already, as `turtle` does."""
    yield from declarations()
    blocks: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    for subject, predicate, object_ in triples:
        blocks[subject][predicate][object_] = None
    kind = RDF["type"]
    for subject, edges in blocks.items():
        lines = [
            f"{'a' if predicate == kind else predicate} {' , '.join(objects)}" for predicate, objects in edges.items()
        ]
        yield f"\n{subject} " + " ;\n  ".join(lines) + " .\n"


def declarations() -> Iterator[str]:
    """Yield the lines that declare the usual prefixes."""
    for prefix, namespace in PREFIXES.items():
        yield f"@prefix {prefix}: <{namespace}> .\n"


def parsed(triples: Iterable[Written]) -> Iterator[ox.Triple]:
    """Yield written triples, in the same order, as the objects that Oxigraph works with."""
    text = "".join((*declarations(), *(f"{s} {p} {o} .\n" for s, p, o in triples)))
    for quad in ox.parse(text, format=ox.RdfFormat.TURTLE):
        yield quad.triple
