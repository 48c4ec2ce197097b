"""Asking the graph: SPARQL with the usual prefixes, ready questions, and the sentences behind an answer."""

from __future__ import annotations

from kg.query.asking import Result, Term, run_query
from kg.query.formats import FORMATS, format_result
from kg.query.named import NamedQuery, named_queries, named_query
from kg.query.support import Support, evidence_for, format_evidence

__all__ = [
    "FORMATS",
    "NamedQuery",
    "Result",
    "Support",
    "Term",
    "evidence_for",
    "format_evidence",
    "format_result",
    "named_queries",
    "named_query",
    "run_query",
]
