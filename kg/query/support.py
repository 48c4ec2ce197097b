"""Evidence on demand: the sentences that stand behind each row of an answer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, cast

import pyoxigraph as ox

from kg import ids
from kg.query.asking import Result, Term, named_term
from kg.query.formats import printable, shown
from kg.rdf import PREFIXES
from kg.rdf.terms import KG, OA, PROV, RDF, RDFS, SCHEMA
from kg.store import oxigraph

_PREFIXED: Final = re.compile(rf"(?<![?$\w:<-])({'|'.join(PREFIXES)}):([A-Za-z0-9_][\w-]*)")
_IRI: Final = re.compile(r"<([^<>\s]+)>")
_Nodes = frozenset[ox.NamedNode]


@dataclass(frozen=True)
class Support:
    """One sentence that states a claim: who says so (innermost first), and where it was published."""

    claim: str
    label: str
    sentence: str
    article: str
    start: int
    end: int
    headline: str
    published: str | None
    source: str | None
    speakers: tuple[str, ...]
    polarity: str
    modality: str


def evidence_for(source: Any, result: Result) -> tuple[tuple[Support, ...], ...]:
    """For each row of `result`, the sentences of the claims that it rests on, in order of the text.

    A row that binds claims gets theirs. Any other gets the claims about all entities of the row, by
    a relation of the row or of the query, and about the entities of the query as far as there are
    such; failing that, the claims that link two of them. A row without either gets none.
    """
    graph = _Graph(oxigraph(source))
    constants = _constants(result.sparql)
    return tuple(graph.supports(row, constants) for row in result.rows)


def format_evidence(result: Result, evidence: Iterable[tuple[Support, ...]]) -> str:
    """Each row on a line of its own, and below it the sentences with speaker, outlet and date."""
    blocks = []
    for row, supports in zip(result.rows, evidence, strict=True):
        head = " · ".join(_heading(row, result))
        lines = [_line(support) for support in supports] or ["  (no sentence: nothing in this row names a statement)"]
        blocks.append("\n".join([head, *lines]) + "\n")
    return "\n".join(blocks) or "no result\n"


def _heading(row: tuple[Term | None, ...], result: Result) -> list[str]:
    """The names in a row, without the claim where there is enough besides: its sentence follows anyway."""
    terms = [term for term in row if term is not None]
    others = [term for term in terms if not (isinstance(term, ox.NamedNode) and term.value.startswith(ids.CLAIM))]
    chosen = others if len(others) > 1 else terms
    names = (result.labels.get(term.value) if isinstance(term, ox.NamedNode) else None for term in chosen)
    return [printable(name) if name else shown(term, {}) for name, term in zip(names, chosen, strict=True)]


def _line(support: Support) -> str:
    speakers = " ← ".join(support.speakers)
    kind = " ".join(word for word in (support.polarity, support.modality) if word not in ("positive", "asserted"))
    where = ", ".join(part for part in (support.source or support.headline, support.published) if part)
    notes = "; ".join(part for part in (speakers and f"says {speakers}", kind, where) if part)
    return f"  “{printable(support.sentence)}”\n      {printable(notes)}"


def _constants(sparql: str) -> _Nodes:
    """The IRIs that a query names outright."""
    body = "\n".join(line for line in sparql.splitlines() if not re.match(r"\s*(#|PREFIX\b)", line, re.IGNORECASE))
    prefixed = {named_term(f"{prefix}:{local}") for prefix, local in _PREFIXED.findall(body)}
    full = {named_term(f"<{iri}>") for iri in _IRI.findall(body) if "://" in iri}
    return frozenset(node for node in prefixed | full if isinstance(node, ox.NamedNode))


class _Graph:
    """What claims there are about a node; remembers what it looked up."""

    def __init__(self, graph: ox.Store) -> None:
        self._graph = graph
        self._about: dict[ox.NamedNode, frozenset[ox.NamedNode]] = {}
        self._supports: dict[ox.NamedNode, tuple[Support, ...]] = {}

    def supports(self, row: tuple[Term | None, ...], constants: _Nodes) -> tuple[Support, ...]:
        nodes = frozenset(term for term in row if isinstance(term, ox.NamedNode))
        claims = frozenset(node for node in nodes if self._is_claim(node)) or self._claims(nodes, constants)
        found = [support for claim in claims for support in self._support(claim)]
        return tuple(sorted(found, key=lambda support: (support.article, support.start, support.claim)))

    def _claims(self, row: _Nodes, constants: _Nodes) -> _Nodes:
        relations = frozenset(node for node in row if self._is_relation(node))
        relations = relations or frozenset(node for node in constants if self._is_relation(node))
        entities = frozenset(node for node in row if self.about(node))
        named = frozenset(node for node in constants if self.about(node))
        for wanted in (entities | named, entities):
            found = self._by(frozenset.intersection(*map(self.about, wanted)) if wanted else frozenset(), relations)
            if found and entities:
                return found
        linked = [self.about(one) & self.about(other) for one in entities for other in (entities | named) - {one}]
        return self._by(frozenset().union(*linked), relations)

    def _by(self, claims: _Nodes, relations: _Nodes) -> _Nodes:
        """The claims by one of the relations; by any when there are none to choose by."""
        if not relations:
            return claims
        return frozenset(claim for claim in claims if self._one(claim, RDF["predicate"]) in relations)

    def about(self, node: ox.NamedNode) -> _Nodes:
        """The claims in which a node takes part: as subject, object, speaker or qualifier."""
        if node not in self._about:
            direct = [q.subject for p in (RDF["subject"], RDF["object"], KG["attributedTo"]) for q in self._to(p, node)]
            parts = [q.subject for q in self._to(RDF["value"], node)]
            around = [q.subject for part in parts for q in self._to(KG["qualifier"], part)]
            self._about[node] = frozenset(cast("list[ox.NamedNode]", direct + around))
        return self._about[node]

    def _is_claim(self, node: ox.NamedNode) -> bool:
        return node.value.startswith(ids.CLAIM) and self._one(node, RDF["predicate"]) is not None

    def _is_relation(self, node: ox.NamedNode) -> bool:
        return next(iter(self._to(RDF["predicate"], node)), None) is not None

    def _to(self, predicate: ox.NamedNode, node: Any) -> Iterable[ox.Quad]:
        return self._graph.quads_for_pattern(None, predicate, node, None)

    def _one(self, node: Any, predicate: ox.NamedNode) -> Any:
        found = sorted((quad.object for quad in self._graph.quads_for_pattern(node, predicate, None, None)), key=str)
        return found[0] if found else None

    def _text(self, node: Any, predicate: ox.NamedNode) -> str | None:
        term = self._one(node, predicate) if node is not None else None
        return None if term is None else cast("str", term.value)

    def _support(self, claim: ox.NamedNode) -> tuple[Support, ...]:
        """Each sentence that states the claim."""
        if claim not in self._supports:
            evidence = [quad.object for quad in self._graph.quads_for_pattern(claim, KG["evidence"], None, None)]
            spots = [self._one(each, OA["hasSelector"]) for each in evidence] or [None]
            self._supports[claim] = tuple(self._read(claim, spot) for spot in spots)
        return self._supports[claim]

    def _read(self, claim: ox.NamedNode, spot: Any) -> Support:
        article = self._one(claim, PROV["wasDerivedFrom"])
        return Support(
            claim=claim.value,
            label=self._text(claim, RDFS["label"]) or claim.value,
            sentence=self._text(spot, OA["exact"]) or "",
            article=article.value if article is not None else "",
            start=int(self._text(spot, OA["start"]) or 0),
            end=int(self._text(spot, OA["end"]) or 0),
            headline=self._text(article, RDFS["label"]) or "",
            published=self._text(article, SCHEMA["datePublished"]),
            source=self._text(article, SCHEMA["creditText"]),
            speakers=self._speakers(claim),
            polarity=self._text(claim, KG["polarity"]) or "",
            modality=self._text(claim, KG["modality"]) or "",
        )

    def _speakers(self, claim: ox.NamedNode) -> tuple[str, ...]:
        parts = [q.object for q in self._graph.quads_for_pattern(claim, PROV["qualifiedAttribution"], None, None)]
        ranked = sorted(parts, key=lambda part: int(self._text(part, KG["attributionRank"]) or 0))
        names = [self._text(self._one(part, PROV["agent"]), RDFS["label"]) for part in ranked]
        return tuple(name for name in names if name)
