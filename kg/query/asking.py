"""Running a SPARQL query that only reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

import pyoxigraph as ox

from kg.errors import QueryError
from kg.rdf import PREFIXES
from kg.rdf.terms import RDFS
from kg.store import oxigraph

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

# What is not SPARQL words: comments, IRIs and strings. An IRI holds no space, which tells it from "<".
_QUIET: Final = re.compile(
    r"""(?P<iri><[^<>"{}|^`\\\s]*>)|(?P<string>\"{3}.*?\"{3}|'{3}.*?'{3}|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|\#[^\n]*""",
    re.DOTALL | re.VERBOSE,
)
_WORD: Final = r"(?<![?$\w:-])(?:%s)(?![\w:-])"
_UPDATE: Final = re.compile(_WORD % "INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD|WITH", re.IGNORECASE)
_READ: Final = re.compile(_WORD % "SELECT|ASK|CONSTRUCT|DESCRIBE", re.IGNORECASE)
_SERVICE: Final = re.compile(_WORD % "SERVICE", re.IGNORECASE)
_ORDERED: Final = re.compile(_WORD % r"ORDER\s+BY", re.IGNORECASE)
_PREFIX_USE: Final = re.compile(r"(?<![?$\w:-])([A-Za-z][\w-]*):")
_PREFIX_DECLARED: Final = re.compile(r"PREFIX\s+([\w-]*):", re.IGNORECASE)
_PLACE: Final = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


@dataclass(frozen=True)
class Result:
    """The answer to a query, in a fixed order.

    For SELECT, `variables` and `rows` (None where unbound); for ASK, `answer`; for CONSTRUCT and
    DESCRIBE, `rows` of subject, predicate and object. `labels` names the IRIs in the answer.
    """

    sparql: str
    kind: Literal["select", "ask", "construct"]
    variables: tuple[str, ...] = ()
    rows: tuple[tuple[Term | None, ...], ...] = ()
    answer: bool | None = None
    labels: Mapping[str, str] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Each row as plain Python values: IRIs and text as str, numbers as int or float, truth as bool."""
        for row in self.rows:
            yield {name: _python(term) for name, term in zip(self.variables, row, strict=True)}

    @property
    def triples(self) -> tuple[ox.Triple, ...]:
        """The triples of a CONSTRUCT or DESCRIBE."""
        return tuple(ox.Triple(*row) for row in self.rows) if self.kind == "construct" else ()  # type: ignore[arg-type]


def run_query(source: Any, sparql: str, values: Mapping[str, str] | None = None) -> Result:
    """Answer a SELECT, ASK, CONSTRUCT or DESCRIBE query.

    `source` is a `kg.store.Store`, a pyoxigraph store, an rdflib graph or an iterable of triples.
    The prefixes of `kg.rdf.PREFIXES` need no declaration; one in the query wins. `values` binds
    variables that the query selects: an IRI (``ent:china``, ``<https://…>``) or any other text.
    Rows without ORDER BY are sorted, so that the same graph gives the same answer.

    Raises `QueryError` for a syntax error (with its line), an update, or a SERVICE call.
    """
    words = _words(sparql)
    _refuse(words)
    graph = oxigraph(source)
    try:
        found = graph.query(sparql, prefixes=dict(PREFIXES), substitutions=_substitutions(values or {}))
        return _result(graph, sparql, found, ordered=bool(_ORDERED.search(words)))
    except (SyntaxError, UnicodeEncodeError) as error:
        raise QueryError(_explained(str(error), sparql, words)) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"query: cannot be answered: {_brief(str(error))}") from error


def _words(sparql: str) -> str:
    """The query with comments, IRIs and strings blanked out."""
    return _QUIET.sub(lambda match: "<>" if match["iri"] else '""' if match["string"] else " ", sparql)


def _refuse(words: str) -> None:
    if _UPDATE.search(words) and not _READ.search(words):
        raise QueryError("query: it would change the graph; ask with SELECT, ASK, CONSTRUCT or DESCRIBE")
    if _SERVICE.search(words):
        raise QueryError("query: SERVICE would go to another machine; a graph is asked without any network")


def _substitutions(values: Mapping[str, str]) -> dict[ox.Variable, Any]:
    return {ox.Variable(name.lstrip("?$")): named_term(text) for name, text in values.items()}


def named_term(text: str) -> ox.NamedNode | ox.Literal:
    """`text` as an IRI when it is one or begins with a known prefix, else as a string.

    Raises `QueryError` when the IRI is none.

    >>> named_term("ent:china").value
    'https://w3id.org/pressgraph/entity/china'
    """
    prefix, _, local = text.partition(":")
    try:
        if text.startswith("<") and text.endswith(">"):
            return ox.NamedNode(text[1:-1])
        if prefix in PREFIXES:
            return ox.NamedNode(PREFIXES[prefix] + local)
        return ox.NamedNode(text) if "://" in text else ox.Literal(text)
    except ValueError as error:
        raise QueryError(f"value {text!r}: is no IRI ({error}); write it like ent:china or <https://…>") from error


def _result(graph: ox.Store, sparql: str, found: Any, *, ordered: bool) -> Result:
    if isinstance(found, ox.QueryBoolean):
        return Result(sparql, "ask", answer=bool(found))
    if isinstance(found, ox.QueryTriples):
        rows: list[tuple[Term | None, ...]] = [(t.subject, t.predicate, t.object) for t in found]
        rows.sort(key=_row_key)
        return Result(sparql, "construct", ("subject", "predicate", "object"), tuple(rows), None, _labels(graph, rows))
    variables = tuple(variable.value for variable in found.variables)
    rows = [tuple(solution[name] for name in variables) for solution in found]
    if not ordered:
        rows.sort(key=_row_key)
    return Result(sparql, "select", variables, tuple(rows), None, _labels(graph, rows))


def _row_key(row: tuple[Term | None, ...]) -> tuple[str, ...]:
    return tuple("" if term is None else str(term) for term in row)


def _labels(graph: ox.Store, rows: Iterable[tuple[Term | None, ...]]) -> dict[str, str]:
    nodes = {term for row in rows for term in row if isinstance(term, ox.NamedNode)}
    found = {}
    for node in nodes:
        quads = graph.quads_for_pattern(node, RDFS["label"], None, None)
        names = [quad.object.value for quad in quads if isinstance(quad.object, ox.Literal)]
        if names:
            found[node.value] = min(names)
    return dict(sorted(found.items()))


def _python(term: Term | None) -> Any:
    if not isinstance(term, ox.Literal):
        return None if term is None else term.value if not isinstance(term, ox.Triple) else str(term)
    kind = term.datatype.value.rpartition("#")[2]
    if kind == "boolean":
        return term.value in ("true", "1")
    if kind == "integer":
        return int(term.value)
    return float(term.value) if kind in ("decimal", "double", "float") else term.value


def _explained(message: str, sparql: str, words: str) -> str:
    place = _PLACE.match(message)
    if not place:
        return f"query: is not valid SPARQL: {_brief(message)}"
    declared = set(PREFIXES) | set(_PREFIX_DECLARED.findall(words))
    unknown = [prefix for prefix in _PREFIX_USE.findall(words) if prefix not in declared]
    if "Prefix not found" in message and unknown:
        return f"query: unknown prefix {unknown[0]}: — declare it with PREFIX, or use one of {_known()}"
    line = int(place[1])
    text = sparql.splitlines()[line - 1].strip() if line <= len(sparql.splitlines()) else ""
    near = f" in {_brief(text)!r}" if text else " (the query ends too early)"
    return f"query, line {line}, column {place[2]}: is not valid SPARQL{near}: {_brief(place[3])}"


def _known() -> str:
    return ", ".join(f"{prefix}:" for prefix in PREFIXES)


def _brief(message: str, limit: int = 100) -> str:
    """One printable line."""
    line = " ".join("".join(c if c.isprintable() else " " for c in message).split())
    return line if len(line) <= limit else line[:limit] + "…"
