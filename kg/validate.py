"""Is a graph sound? SHACL shapes, and what shapes cannot say.

The second part: quotations are the words of their article, plain triples and claims agree, and
nothing that a statement is about is left without a name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, cast

import pyoxigraph as ox

from kg import ids
from kg.errors import OntologyError, StoreError
from kg.ontology import ontology_path
from kg.rdf import PREFIXES, Edges, supports, term
from kg.rdf.terms import KG, OA, PROV, RDF, RDFS, SCHEMA, Vocabulary
from kg.store import oxigraph

SH = Vocabulary("http://www.w3.org/ns/shacl#")

_UNNAMED = """SELECT DISTINCT ?node {
  { ?claim rdf:subject ?node } UNION { ?claim rdf:object ?node } UNION { ?claim kg:attributedTo ?node }
  FILTER NOT EXISTS { ?node rdfs:label ?label }
}"""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: `node` in Turtle form with its name, and what to look at."""

    severity: Literal["error", "warning"]
    check: str
    node: str
    message: str

    def __str__(self) -> str:
        return f"{self.severity}: {self.node}: {self.message}"


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """All problems of a graph, in a fixed order, and how much was checked."""

    problems: tuple[Problem, ...]
    claims: int
    quotes: int

    @property
    def conforms(self) -> bool:
        """Whether there is no error; warnings do not count."""
        return all(problem.severity != "error" for problem in self.problems)

    def __str__(self) -> str:
        counts = Counter(problem.severity for problem in self.problems)
        head = f"{self.claims} claims and {self.quotes} quotations checked: "
        verdict = ", ".join(f"{n} {kind}{'s' if n > 1 else ''}" for kind, n in sorted(counts.items())) or "all sound"
        return "\n".join([head + verdict, *map(str, self.problems)])

    def to_dict(self) -> dict[str, Any]:
        """The report for JSON."""
        return {"conforms": self.conforms, "claims": self.claims, "quotes": self.quotes,
                "problems": [asdict(problem) for problem in self.problems]}  # fmt: skip


def validate(source: Any, shapes: Path | None = None) -> ValidationReport:
    """Check a graph against SHACL shapes (by default the ontology's) and for its own consistency.

    `source` is a `kg.store.Store`, a pyoxigraph store, an rdflib graph or an iterable of triples.
    Raises `OntologyError` when the shapes cannot be read.
    """
    graph = oxigraph(source)
    shapes = shapes or ontology_path() / "shapes.ttl"
    found = {*_shacl(graph, shapes), *_quotes(graph), *_edges(graph), *_unnamed(graph)}
    ordered = sorted(found, key=lambda p: (p.severity, p.check, p.node, p.message))
    return ValidationReport(tuple(ordered), _count(graph, KG["Claim"]), _count(graph, OA["TextQuoteSelector"]))


def _count(graph: ox.Store, class_: ox.NamedNode) -> int:
    return sum(1 for _ in graph.quads_for_pattern(None, RDF["type"], class_, None))


def _shacl(graph: ox.Store, shapes: Path) -> Iterator[Problem]:
    import pyshacl
    from rdflib import Graph

    try:
        rules = Graph().parse(data=shapes.read_text(encoding="utf-8"), format="turtle")
    except Exception as error:  # rdflib's parsers raise many kinds
        raise OntologyError(f"{shapes}: cannot be read as SHACL shapes: {error}") from error
    data = graph.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    try:
        _, results, _ = pyshacl.validate(Graph().parse(data=data, format="nt"), shacl_graph=rules)
    except (pyshacl.errors.ReportableRuntimeError, pyshacl.errors.ShapeLoadError) as error:
        raise OntologyError(f"{shapes}: is not a valid set of shapes: {error}") from error
    if not isinstance(results, Graph):
        raise OntologyError(f"{shapes}: could not be applied: {results!r}")
    report = ox.Store()
    report.load(results.serialize(format="nt", encoding="utf-8"), format=ox.RdfFormat.N_TRIPLES)
    for quad in report.quads_for_pattern(None, RDF["type"], SH["ValidationResult"], None):
        yield _broken_shape(graph, report, quad.subject)


def _broken_shape(graph: ox.Store, report: ox.Store, result: Any) -> Problem:
    path, value = (_one(report, result, SH[name]) for name in ("resultPath", "value"))
    message = _text(_one(report, result, SH["resultMessage"])) or "does not meet its shape"
    at = f" ({_short(path)}{' is ' + _short(value) if value is not None else ''})" if path is not None else ""
    severe = _one(report, result, SH["resultSeverity"]) in (None, SH["Violation"])
    focus = _one(report, result, SH["focusNode"])
    return Problem("error" if severe else "warning", "shape", _named(graph, focus), message + at)


def _quotes(graph: ox.Store) -> Iterator[Problem]:
    """Every quotation must be the words that its article has at its position."""
    bodies = graph.quads_for_pattern(None, SCHEMA["articleBody"], None, None)
    texts: dict[Any, str] = {quad.subject: _text(quad.object) for quad in bodies}
    for spot, (article, severity) in sorted(_spots(graph).items(), key=lambda entry: str(entry[0])):
        start, end = (_text(_one(graph, spot, OA[name])) for name in ("start", "end"))
        exact = _one(graph, spot, OA["exact"])
        if exact is None or not (start.isdecimal() and end.isdecimal()) or article not in texts:
            continue  # the shapes tell of that
        if start == end and severity == "warning":
            continue  # implied, not written: nothing to compare
        there = texts[article][int(start) : int(end)]
        if there != _text(exact):
            message = f"quotes {_brief(_text(exact))} but the article has {_brief(there)} at {start} to {end}"
            yield Problem(severity, "quote", _named(graph, spot), message)


def _spots(graph: ox.Store) -> dict[Any, tuple[Any, Literal["error", "warning"]]]:
    """Each selector with its article; a false evidence sentence is an error, a false mention a warning."""
    spots: dict[Any, tuple[Any, Literal["error", "warning"]]] = {}
    for derived in graph.quads_for_pattern(None, PROV["wasDerivedFrom"], None, None):
        claim, article = derived.subject, derived.object
        parts = [
            q.object for link in (PROV["qualifiedAttribution"], KG["qualifier"]) for q in _from(graph, claim, link)
        ]
        said = [claim, *(quad.object for quad in _from(graph, claim, KG["restatement"]))]
        mentions = ("subjectMention", "predicateMention", "objectMention")
        links = [(owner, KG[name]) for owner in said for name in mentions]
        for owner, link in [*links, *((part, KG["mention"]) for part in parts)]:
            for quad in _from(graph, owner, link):
                spots.setdefault(quad.object, (article, "warning"))
    for sourced in graph.quads_for_pattern(None, OA["hasSource"], None, None):
        for quad in _from(graph, sourced.subject, OA["hasSelector"]):
            spots[quad.object] = (sourced.object, "error")
    return spots


def _edges(graph: ox.Store) -> Iterator[Problem]:
    """Plain triples and claims must tell the same story under the policy of the graph."""
    policy = cast("Edges", _text(_one(graph, ox.NamedNode(ids.RUN + "pressgraph"), KG["edges"])) or "planned")
    wanted = _wanted(graph, policy)
    plain = _plain(graph)
    for triple in sorted(plain - set(wanted), key=str):
        yield Problem("error", "edge", _statement(triple), "is a plain triple that no claim supports")
    for triple, claim in sorted(wanted.items(), key=str):
        if triple not in plain:
            message = f"should have its plain triple {_statement(triple)} (edges: {policy})"
            yield Problem("error", "edge", _named(graph, claim), message)


def _wanted(graph: ox.Store, policy: Edges) -> dict[tuple[Any, Any, Any], Any]:
    """The plain triples that the claims make, each with a claim."""
    wanted: dict[tuple[Any, Any, Any], Any] = {}
    for quad in graph.quads_for_pattern(None, RDF["subject"], None, None):
        claim: Any = quad.subject
        predicate, object_ = (_one(graph, claim, RDF[name]) for name in ("predicate", "object"))
        polarity, modality = (_text(_one(graph, claim, KG[name])) for name in ("polarity", "modality"))
        if object_ is not None and supports(polarity, modality, policy):
            wanted.setdefault((quad.object, predicate, object_), claim)
    return wanted


def _plain(graph: ox.Store) -> set[tuple[Any, Any, Any]]:
    """The plain triples of a graph: those whose predicate is a relation of the ontology or an open one."""
    relations: set[Any] = {quad.object for quad in graph.quads_for_pattern(None, RDF["predicate"], None, None)}
    for kind in ("Relation", "OpenRelation"):
        relations |= {quad.subject for quad in graph.quads_for_pattern(None, RDF["type"], KG[kind], None)}
    return {
        (quad.subject, quad.predicate, quad.object)
        for relation in relations
        for quad in graph.quads_for_pattern(None, relation, None, None)
    }


def _unnamed(graph: ox.Store) -> Iterator[Problem]:
    for solution in graph.query(_UNNAMED, prefixes=dict(PREFIXES)):  # type: ignore[union-attr]
        yield Problem("error", "name", _short(solution["node"]), "takes part in statements but has no rdfs:label")


def _from(graph: ox.Store, node: Any, predicate: ox.NamedNode) -> Iterator[ox.Quad]:
    return graph.quads_for_pattern(node, predicate, None, None)


def _one(graph: ox.Store, node: Any, predicate: ox.NamedNode) -> Any:
    found = sorted((quad.object for quad in _from(graph, node, predicate)), key=str)
    return found[0] if found else None


def _text(value: Any) -> str:
    return "" if value is None else str(value.value)


def _statement(triple: tuple[Any, Any, Any]) -> str:
    return " ".join(_short(part) for part in triple)


def _named(graph: ox.Store, node: Any) -> str:
    label = _text(_one(graph, node, RDFS["label"])) if isinstance(node, ox.NamedNode) else ""
    return f"{_short(node)} ({_brief(label, quoted=False)})" if label else _short(node)


def _short(node: Any) -> str:
    return _brief(term(node), quoted=False)


def _brief(text: str, limit: int = 80, *, quoted: bool = True) -> str:
    cut = text if len(text) <= limit else text[:limit] + "…"
    return repr(cut) if quoted else "".join(c if c.isprintable() else "\ufffd" for c in cut)


def read_graph(path: Path) -> ox.Store:
    """A Turtle file as a graph to check; raises `StoreError` naming the line that is not Turtle."""
    graph = ox.Store()
    try:
        graph.load(path=str(path), format=ox.RdfFormat.TURTLE)
    except (OSError, SyntaxError) as error:
        raise StoreError(f"{path}: cannot be read as Turtle: {error}") from error
    return graph
