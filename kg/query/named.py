"""Ready questions: each ``ontology/queries/NAME.rq`` is one, with the question as its first comment.

A line ``# param NAME: what it is`` lets the asker bind ``?NAME``, which the query selects.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from kg.errors import QueryError
from kg.ontology import ontology_path

_PARAMETER = re.compile(r"#\s*param\s+(\w+)\s*:\s*(.+)")


@dataclass(frozen=True)
class NamedQuery:
    """A question, its query, and what may be bound (name → explanation)."""

    name: str
    question: str
    sparql: str
    parameters: Mapping[str, str]


@cache
def named_queries(folder: Path | None = None) -> tuple[NamedQuery, ...]:
    """All ready questions, by name; from `folder` instead of the ontology's own if given."""
    paths = sorted((folder or ontology_path() / "queries").glob("*.rq"))
    return tuple(_read(path) for path in paths)


def named_query(name: str) -> NamedQuery:
    """The ready question of this name; raises `QueryError` when there is none."""
    known = {query.name: query for query in named_queries()}
    if name in known:
        return known[name]
    near = get_close_matches(name, known, n=1)
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
    raise QueryError(f"query {name!r}: no such question; {hint}")


def _read(path: Path) -> NamedQuery:
    try:
        sparql = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path}: cannot be read: {error}") from error
    head = []
    for line in sparql.splitlines():
        if not line.startswith("#"):
            break
        head.append(line)
    parameters = [(match[1], match[2]) for line in head if (match := _PARAMETER.match(line))]
    question = " ".join(line.lstrip("# ").strip() for line in head if not _PARAMETER.match(line))
    if not question:
        raise QueryError(f"{path}: must begin with its question as a comment, such as: # Who met whom?")
    return NamedQuery(path.stem, question, sparql, dict(parameters))
