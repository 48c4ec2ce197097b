"""Answers as text: a table to read, and the standard formats for other programs."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import pyoxigraph as ox

from kg import ids
from kg.errors import QueryError
from kg.query.asking import Result, Term
from kg.rdf import term as turtle_term
from kg.rdf import turtle
from kg.rdf.terms import XSD

_WIDEST: Final = 72


def format_result(result: Result, fmt: str = "table") -> str:
    """The answer as text that ends with a line break.

    - ``table``: names instead of IRIs (the IRI beside a name from which it does not follow), cut to
      a readable width, safe to print in a terminal.
    - ``csv``: SPARQL 1.1 Query Results CSV, values as they are. A value may begin with ``=``; who
      opens the file in a spreadsheet should import the columns as text.
    - ``json``: SPARQL 1.1 Query Results JSON; the triples of a CONSTRUCT as columns.
    - ``ttl``: Turtle; for the triples of a CONSTRUCT or DESCRIBE only.

    Raises `QueryError` for a format that is unknown or does not fit.
    """
    if fmt not in FORMATS:
        raise QueryError(f"format {fmt!r}: is not known; use one of {', '.join(FORMATS)}")
    return FORMATS[fmt](result)


def _table(result: Result) -> str:
    if result.kind == "ask":
        return "yes\n" if result.answer else "no\n"
    if not result.rows:
        return "no result\n"
    return text_table(result.variables, [[shown(term, result.labels) for term in row] for row in result.rows])


def text_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns padded to the width at which a terminal shows their characters."""
    lines = [list(header), *([_cut(cell) for cell in row] for row in rows)]
    widths = [max(_width(line[i]) for line in lines) for i in range(len(header))]
    lines.insert(1, ["─" * width for width in widths])
    return "".join(
        "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True)).rstrip() + "\n"
        for line in lines
    )


def shown(term: Term | None, labels: Mapping[str, str]) -> str:
    """A term as a reader wants it: the name of what has one, the words of a literal."""
    if term is None:
        return ""
    if isinstance(term, ox.Literal):
        return printable(term.value)
    short = turtle_term(term)
    label = labels.get(term.value) if isinstance(term, ox.NamedNode) else None
    if label is None:
        return printable(short)
    plain = short in (f"ent:{ids.slug(label)}", f"rel:{ids.slug(label)}") or short.startswith(("claim:", "value:"))
    return printable(label if plain else f"{label} ({short})")


def printable(text: str) -> str:
    """`text` on one line, without characters that steer a terminal or reorder what it shows.

    >>> printable("a\\x1b[31m\\nb")
    'a�[31m b'
    """
    spaced = " ".join(text.split())
    return "".join(c if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co") else "\ufffd" for c in spaced)


def _cut(text: str) -> str:
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1].rstrip() + "…"


def _width(text: str) -> int:
    """Columns that a terminal gives to `text`: East Asian characters take two, accents none."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(bool(unicodedata.combining(c)) for c in text)


def _csv(result: Result) -> str:
    if result.kind == "ask":
        return "true\r\n" if result.answer else "false\r\n"
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(result.variables)
    writer.writerows([_bare(term) for term in row] for row in result.rows)
    return out.getvalue()


def _bare(term: Term | None) -> str:
    if term is None:
        return ""
    return str(term) if isinstance(term, ox.BlankNode | ox.Triple) else term.value


def _json(result: Result) -> str:
    if result.kind == "ask":
        content: dict[str, Any] = {"head": {}, "boolean": result.answer}
    else:
        bindings = [
            {name: _binding(term) for name, term in zip(result.variables, row, strict=True) if term is not None}
            for row in result.rows
        ]
        content = {"head": {"vars": list(result.variables)}, "results": {"bindings": bindings}}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _binding(term: Term) -> dict[str, Any]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        parts = ((key, getattr(term, key)) for key in ("subject", "predicate", "object"))
        return {"type": "triple", "value": {key: _binding(part) for key, part in parts}}
    binding = {"type": "literal", "value": term.value}
    if term.language:
        return {**binding, "xml:lang": term.language}
    return binding if term.datatype == XSD["string"] else {**binding, "datatype": term.datatype.value}


def _ttl(result: Result) -> str:
    if result.kind != "construct":
        kind = result.kind.upper()
        raise QueryError(f"format ttl: {kind} gives no triples; ask with CONSTRUCT, or use table, csv or json")
    return "".join(turtle(result.triples))


FORMATS: Final[Mapping[str, Callable[[Result], str]]] = {"table": _table, "csv": _csv, "json": _json, "ttl": _ttl}
"""The formats that `format_result` knows, by name."""
