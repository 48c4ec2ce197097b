"""A build in other formats: one function and one row of the table each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kg.errors import InputError
from kg.export.network import to_graphml
from kg.export.rdf import to_ntriples
from kg.export.table import to_csv
from kg.model import Extraction
from kg.rdf import Edges, to_turtle
from kg.records import statements, to_line

Exporter = Callable[[Sequence[Extraction], Edges], str]


def to_jsonl(extractions: Sequence[Extraction]) -> str:
    """Return the statement records, one JSON object a line."""
    return "".join(map(to_line, statements(extractions)))


FORMATS: Mapping[str, Exporter] = {
    "jsonl": lambda extractions, _: to_jsonl(extractions),
    "ttl": to_turtle,
    "nt": to_ntriples,
    "graphml": lambda extractions, _: to_graphml(extractions),
    "csv": lambda extractions, _: to_csv(extractions),
}
"""The name of a format, and what writes it; `Edges` matters where plain triples are written."""


def exported(extractions: Sequence[Extraction], form: str, edges: Edges = "planned") -> str:
    """Return the statements in one of the `FORMATS`; raises `InputError` for any other."""
    if form not in FORMATS:
        raise InputError(f"--format {form}: unknown; choose one of {', '.join(FORMATS)}")
    return FORMATS[form](extractions, edges)
