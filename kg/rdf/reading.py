"""Triples to claims: the inverse of `kg.rdf.writing`.

What RDF has no place for comes back in a fixed form: aliases and outside names in alphabetical
order (the name itself first), an entity's types from its class, the entities of an article by IRI.
Blocks and rejections are not part of the graph.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, cast

import pyoxigraph as ox

from kg import ids
from kg.errors import StoreError
from kg.model import (
    ENTITY_TYPES,
    Article,
    Claim,
    ClaimRef,
    Entity,
    EntityRef,
    Evidence,
    Extraction,
    Node,
    Predicate,
    Qualifier,
    Quantity,
    Restatement,
    TimeSpan,
    Value,
)
from kg.ontology import load_ontology
from kg.rdf.terms import KG, OA, OWL, PROV, RDF, RDFS, SCHEMA, SKOS, TIME, XSD

if TYPE_CHECKING:
    from rdflib import Graph

_Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def read_claims(graph: Graph | ox.Store | Iterable[ox.Triple | ox.Quad]) -> tuple[Extraction, ...]:
    """The extractions that a graph was written from, by the IRI of their article.

    Raises `StoreError` naming the claim that lacks something.
    """
    facts = _Facts.of(graph)
    articles = sorted(facts.subjects(SCHEMA["NewsArticle"]))
    claims: dict[str, list[tuple[int, Claim]]] = defaultdict(list)
    for claim_iri in facts.subjects(KG["Claim"]):
        rank, claim = _claim(facts, claim_iri)
        claims[claim.evidence.article].append((rank, claim))
    return tuple(
        Extraction(
            article=_article(facts, article),
            claims=tuple(claim for _, claim in sorted(claims[article], key=lambda ranked: (ranked[0], ranked[1].id))),
            entities=tuple(_entity(facts, entity) for entity in sorted(facts.all(article, SCHEMA["mentions"]))),
        )
        for article in articles
    )


@dataclass(frozen=True)
class _Facts:
    """A graph by subject and predicate."""

    edges: dict[str, dict[ox.NamedNode, list[_Term]]]

    @staticmethod
    def of(graph: Graph | ox.Store | Iterable[ox.Triple | ox.Quad]) -> _Facts:
        edges: dict[str, dict[ox.NamedNode, list[_Term]]] = defaultdict(lambda: defaultdict(list))
        for triple in _triples(graph):
            if not isinstance(triple.subject, ox.Triple):
                edges[triple.subject.value][triple.predicate].append(triple.object)
        return _Facts(edges)

    def subjects(self, class_: ox.NamedNode) -> list[str]:
        return sorted(node for node, edges in self.edges.items() if class_ in edges.get(RDF["type"], ()))

    def terms(self, node: str, predicate: ox.NamedNode) -> list[_Term]:
        return self.edges[node].get(predicate, []) if node in self.edges else []

    def all(self, node: str, predicate: ox.NamedNode) -> list[str]:
        return [term.value for term in self.terms(node, predicate) if not isinstance(term, ox.Triple)]

    def maybe(self, node: str, predicate: ox.NamedNode) -> str | None:
        values = self.all(node, predicate)
        return min(values) if values else None

    def one(self, node: str, predicate: ox.NamedNode) -> str:
        value = self.maybe(node, predicate)
        if value is None:
            raise StoreError(f"graph: {node} has no {predicate.value}: build it again, or run kg validate on it")
        return value

    def whole(self, node: str, predicate: ox.NamedNode) -> int:
        return int(self.one(node, predicate))

    def date(self, node: str, predicate: ox.NamedNode) -> date | None:
        text = self.maybe(node, predicate)
        return date.fromisoformat(text) if text else None


def _triples(graph: Any) -> Iterable[ox.Triple | ox.Quad]:
    if hasattr(graph, "serialize"):  # an rdflib graph; rdflib itself need not be imported for that
        return ox.parse(graph.serialize(format="nt", encoding="utf-8"), format=ox.RdfFormat.N_TRIPLES)
    return cast("Iterable[ox.Triple | ox.Quad]", graph)


def _article(facts: _Facts, node: str) -> Article:
    authors = facts.all(node, SCHEMA["author"])
    return Article(
        id=node,
        name=facts.one(node, SCHEMA["identifier"]),
        text=facts.one(node, SCHEMA["articleBody"]),
        title=facts.maybe(node, SCHEMA["headline"]),
        url=facts.maybe(node, SCHEMA["url"]),
        published=facts.date(node, SCHEMA["datePublished"]),
        source=facts.maybe(node, SCHEMA["creditText"]),
        authors=tuple(
            facts.one(author, SCHEMA["name"])
            for author in sorted(authors, key=lambda author: facts.whole(author, SCHEMA["position"]))
        ),
        licence=facts.maybe(node, SCHEMA["license"]),
        digest=facts.maybe(node, SCHEMA["sha256"]) or "",
    )


def _entity(facts: _Facts, node: str) -> Entity:
    label = facts.one(node, RDFS["label"])
    classes = {class_.removeprefix(ids.KG) for class_ in facts.all(node, RDF["type"])}
    lines = [load_ontology().superclasses(name) for name in ENTITY_TYPES if name in classes]
    aliases = sorted(facts.all(node, SKOS["altLabel"]), key=lambda alias: (alias != label, alias))
    # the most specific class is the one whose line of superclasses is longest
    line = max(lines, key=len, default=("Thing",))
    named = facts.maybe(node, KG["named"]) != "false"
    return Entity(node, label, line[0], line, tuple(aliases), named, tuple(sorted(facts.all(node, OWL["sameAs"]))))


def _claim(facts: _Facts, node: str) -> tuple[int, Claim]:
    subject = _node(facts, node, RDF["subject"], KG["subjectMention"], KG["subjectClause"])
    if subject is None:
        raise StoreError(f"graph: {node} has no rdf:subject: build it again, or run kg validate on it")
    claim = Claim(
        id=node,
        subject=subject,
        predicate=_predicate(facts, node),
        object=_node(facts, node, RDF["object"], KG["objectMention"], KG["objectClause"]),
        evidence=_evidence(facts, node),
        polarity=cast("Any", facts.one(node, KG["polarity"])),
        modality=cast("Any", facts.one(node, KG["modality"])),
        qualifiers=_qualifiers(facts, node),
        attributed_to=_speakers(facts, node),
        time=_time(facts, node),
        quantity=_quantity(facts, node),
        confidence=float(facts.one(node, KG["confidence"])),
        extractor=facts.one(node, KG["extractor"]),
        contradicts=tuple(sorted(facts.all(node, KG["contradicts"]))),
    )
    return facts.whole(node, KG["rank"]), replace(claim, more_evidence=_restatements(facts, claim))


def _node(facts: _Facts, owner: str, role: ox.NamedNode, mention: ox.NamedNode, clause: ox.NamedNode) -> Node | None:
    node = facts.maybe(owner, role)
    if node is None:
        return None
    exact, start, end = _span(facts, facts.one(owner, mention))
    kinds = facts.terms(node, RDF["type"])
    if KG["Value"] in kinds:
        return Value(facts.one(node, RDFS["label"]), start, end, _quantity(facts, node), _bare(facts, node))
    words = facts.maybe(owner, clause)
    if words is not None:
        return ClaimRef(node, words, start, end)
    return EntityRef(_entity(facts, node), exact, start, end)


def _bare(facts: _Facts, value: str) -> str | float | None:
    for term in facts.terms(value, RDF["value"]):
        if isinstance(term, ox.Literal):
            return term.value if term.datatype == XSD["string"] else float(term.value)
    return None


def _span(facts: _Facts, node: str) -> tuple[str, int, int]:
    return facts.one(node, OA["exact"]), facts.whole(node, OA["start"]), facts.whole(node, OA["end"])


def _predicate(facts: _Facts, claim: str) -> Predicate:
    node = facts.one(claim, RDF["predicate"])
    _, start, end = _span(facts, facts.one(claim, KG["predicateMention"]))
    return Predicate(
        id=node,
        label=facts.one(claim, KG["predicateLabel"]),
        lemma=facts.one(claim, KG["predicateLemma"]),
        text=facts.one(claim, KG["predicateText"]),
        start=start,
        end=end,
        canonical=KG["OpenRelation"] not in facts.terms(node, RDF["type"]),
    )


def _qualifiers(facts: _Facts, claim: str) -> tuple[Qualifier, ...]:
    found = sorted(facts.all(claim, KG["qualifier"]), key=lambda node: facts.whole(node, KG["rank"]))
    nodes = [(each, _node(facts, each, RDF["value"], KG["mention"], KG["objectClause"])) for each in found]
    return tuple(Qualifier(facts.one(each, KG["role"]), node) for each, node in nodes if node is not None)


def _speakers(facts: _Facts, claim: str) -> tuple[EntityRef, ...]:
    found = facts.all(claim, PROV["qualifiedAttribution"])
    ranked = sorted(found, key=lambda node: facts.whole(node, KG["attributionRank"]))
    return tuple(
        EntityRef(_entity(facts, facts.one(node, PROV["agent"])), *_span(facts, facts.one(node, KG["mention"])))
        for node in ranked
    )


def _time(facts: _Facts, claim: str) -> TimeSpan | None:
    text = facts.maybe(claim, KG["timeText"])
    if text is None:
        return None
    interval = facts.maybe(claim, TIME["hasTime"]) or ""
    bounds = [facts.maybe(interval, TIME[name]) or "" for name in ("hasBeginning", "hasEnd")]
    start, end = (facts.date(bound, TIME["inXSDDate"]) for bound in bounds)
    return TimeSpan(start, end, text, cast("Any", facts.one(claim, KG["timePrecision"])))


def _quantity(facts: _Facts, owner: str) -> Quantity | None:
    node = facts.maybe(owner, KG["quantity"])
    if node is None:
        return None
    low, high = (facts.maybe(node, SCHEMA[name]) for name in ("minValue", "maxValue"))
    return Quantity(
        value=float(facts.one(node, SCHEMA["value"])),
        unit=facts.maybe(node, SCHEMA["currency"]) or facts.one(node, SCHEMA["unitText"]),
        low=None if low is None else float(low),
        high=None if high is None else float(high),
        approximate=facts.maybe(node, KG["approximate"]) == "true",
    )


def _evidence(facts: _Facts, claim: str) -> Evidence:
    """The first sentence of a claim: the one that none of its restatements has."""
    later = {facts.one(again, KG["evidence"]) for again in facts.all(claim, KG["restatement"])}
    first = sorted(set(facts.all(claim, KG["evidence"])) - later)
    return _sentence(facts, first[0] if first else facts.one(claim, KG["evidence"]))


def _sentence(facts: _Facts, node: str) -> Evidence:
    sentence, start, end = _span(facts, facts.one(node, OA["hasSelector"]))
    article = facts.one(node, OA["hasSource"])
    return Evidence(article, sentence, start, end, facts.date(article, SCHEMA["datePublished"]))


def _restatements(facts: _Facts, claim: Claim) -> tuple[Restatement, ...]:
    found = sorted(facts.all(claim.id, KG["restatement"]), key=lambda node: facts.whole(node, KG["rank"]))
    return tuple(_restatement(facts, node, claim) for node in found)


def _restatement(facts: _Facts, node: str, claim: Claim) -> Restatement:
    _, start, end = _span(facts, facts.one(node, KG["predicateMention"]))
    object_ = facts.maybe(node, KG["objectMention"])
    return Restatement(
        _sentence(facts, facts.one(node, KG["evidence"])),
        _again(facts, claim.subject, facts.one(node, KG["subjectMention"])),
        replace(claim.predicate, text=facts.one(node, KG["predicateText"]), start=start, end=end),
        None if claim.object is None or object_ is None else _again(facts, claim.object, object_),
    )


def _again(facts: _Facts, node: Node, spot: str) -> Node:
    exact, start, end = _span(facts, spot)
    if isinstance(node, EntityRef):
        return replace(node, mention=exact, start=start, end=end)
    return replace(node, start=start, end=end)
