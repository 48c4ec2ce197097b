"""Claims and RDF: the only writer of triples, and the reader that gets the claims back.

`DESIGN` in a sentence: one graph; every statement is a node with its evidence, speakers, time and
modality; positive asserted or planned ones are plain triples besides.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg.errors import StoreError
from kg.model import Extraction
from kg.rdf.notation import term
from kg.rdf.reading import read_claims
from kg.rdf.statements import Edges, supports
from kg.rdf.terms import PREFIXES, iri
from kg.rdf.turtle import turtle
from kg.rdf.writing import claims_to_triples, to_turtle

__all__ = [
    "PREFIXES",
    "Edges",
    "claims_to_triples",
    "iri",
    "read_claims",
    "supports",
    "term",
    "to_turtle",
    "turtle",
    "write_turtle",
]


def write_turtle(extractions: Iterable[Extraction], path: Path, edges: Edges = "planned") -> str:
    """Write the graph of `extractions` to a Turtle file and return its text.

    Raises `StoreError` when the file cannot be written.
    """
    text = to_turtle(extractions, edges)
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise StoreError(f"{path}: cannot be written: {error.strerror or error}") from error
    return text
