"""A whole graph as triples: articles, entities, the terms in use, and the claims (`kg.rdf.statements`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg import ids
from kg.joined import fuller_label
from kg.model import Article, Entity, EntityRef, Extraction, Predicate
from kg.ontology import Ontology, load_ontology
from kg.rdf.kinds import kind_triples, kinds_in_use
from kg.rdf.notation import (
    KG,
    OWL,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
    Written,
    day,
    english,
    iri,
    string,
    truth,
    whole,
)
from kg.rdf.spans import Spans
from kg.rdf.statements import Edges, claim_triples, edge, supports
from kg.rdf.turtle import laid_out, parsed

_Triples = Iterator[Written]


def to_turtle(extractions: Iterable[Extraction], edges: Edges = "planned") -> str:
    """The graph of `extractions` as Turtle; the same claims give the same text.

    Everything is in one graph. Entities of the same IRI become one: the first name and type stay,
    the names of all are kept.
    """
    return "".join(laid_out(_triples(tuple(extractions), edges)))


def claims_to_triples(extractions: Iterable[Extraction], edges: Edges = "planned") -> Iterator[ox.Triple]:
    """Yield each triple of the same graph once, in an order that depends on the input alone."""
    yield from parsed(dict.fromkeys(_triples(tuple(extractions), edges)))


def _triples(extractions: tuple[Extraction, ...], edges: Edges) -> _Triples:
    supports("positive", "asserted", edges)
    entities = merged_entities(extractions)
    yield from _run(edges)
    for extraction in extractions:
        yield from _article(extraction.article, entities)
        for entity_id in sorted({entity.id for entity in _entities_in(extraction)}):
            yield iri(extraction.article.id), SCHEMA["mentions"], iri(entity_id)
    for _, entity in sorted(entities.items()):
        yield from _entity(entity)
    yield from _terms(extractions, entities)
    for extraction in extractions:
        spans = Spans(extraction.article)
        for rank, claim in enumerate(extraction.claims, 1):
            yield from claim_triples(claim, spans, rank)
            yield from edge(claim, edges)


def merged_entities(extractions: Iterable[Extraction]) -> dict[str, Entity]:
    """Every entity by its IRI, with the aliases and outside names that all articles give it."""
    merged: dict[str, Entity] = {}
    for extraction in extractions:
        for entity in _entities_in(extraction):
            known = merged.get(entity.id)
            merged[entity.id] = entity if known in (None, entity) else _union(known or entity, entity)
    return merged


def _union(first: Entity, other: Entity) -> Entity:
    aliases = dict.fromkeys((*first.aliases, first.label, other.label, *other.aliases))
    return Entity(
        id=first.id,
        label=fuller_label(first, other),
        type=first.type,
        types=first.types,
        aliases=tuple(aliases),
        named=first.named or other.named,
        same_as=tuple(dict.fromkeys((*first.same_as, *other.same_as))),
    )


def _entities_in(extraction: Extraction) -> Iterator[Entity]:
    yield from extraction.entities
    for claim in extraction.claims:
        for node in (claim.subject, claim.object, *claim.attributed_to, *(q.object for q in claim.qualifiers)):
            if isinstance(node, EntityRef):
                yield node.entity


def _run(edges: Edges) -> _Triples:
    """Provenance without a clock: the same articles make the same graph whenever they are read."""
    run = iri(ids.RUN + "pressgraph")
    yield run, RDF["type"], PROV["Activity"]
    yield run, RDFS["label"], string("Pressgraph extraction")
    yield run, KG["edges"], string(edges)


def _article(article: Article, entities: dict[str, Entity]) -> _Triples:
    node = iri(article.id)
    yield node, RDF["type"], SCHEMA["NewsArticle"]
    yield node, RDFS["label"], string(article.title or article.name)
    yield node, SCHEMA["identifier"], string(article.name)
    if article.title is not None:
        yield node, SCHEMA["headline"], string(article.title)
    if article.published is not None:
        yield node, SCHEMA["datePublished"], day(article.published)
    if article.url is not None:
        yield node, SCHEMA["url"], f"{string(article.url)}^^xsd:anyURI"
    if article.licence is not None:
        yield node, SCHEMA["license"], string(article.licence)
    if article.digest:
        yield node, SCHEMA["sha256"], string(article.digest)
    yield node, SCHEMA["articleBody"], string(article.text)
    if article.source is not None:
        yield from _publisher(node, article.source, entities)
    for rank, name in enumerate(article.authors, 1):
        author = iri(ids.part_iri(article.id, "author", rank))
        yield node, SCHEMA["author"], author
        yield author, RDF["type"], SCHEMA["Person"]
        yield author, SCHEMA["name"], string(name)
        yield author, SCHEMA["position"], whole(rank)


def _publisher(article: str, source: str, entities: dict[str, Entity]) -> _Triples:
    """The outlet is the entity of its name, so that what it says and what it prints meet in one node."""
    outlet = ids.entity_iri(source)
    yield article, SCHEMA["creditText"], string(source)
    yield article, SCHEMA["publisher"], iri(outlet)
    if outlet not in entities:
        types = load_ontology().superclasses("NewsOutlet")
        yield from _entity(Entity(outlet, source, "NewsOutlet", types))


def _entity(entity: Entity) -> _Triples:
    node = iri(entity.id)
    for name in dict.fromkeys((entity.type, *entity.types)):
        yield node, RDF["type"], KG[name]
    yield node, RDFS["label"], string(entity.label)
    for alias in entity.aliases:
        yield node, SKOS["altLabel"], string(alias)
    yield node, KG["named"], truth(entity.named)
    for other in entity.same_as:
        yield node, OWL["sameAs"], iri(other)


def _terms(extractions: tuple[Extraction, ...], entities: dict[str, Entity]) -> _Triples:
    """Names of the relations and classes in use, and what is above them, so that the graph explains itself."""
    ontology = load_ontology()
    predicates = {c.predicate.id: c.predicate for e in reversed(extractions) for c in reversed(e.claims)}
    for iri_, predicate in sorted(predicates.items()):
        yield from _relation(iri_, predicate, ontology)
    wider = {above for iri_ in predicates for above in ontology.ancestors(iri_)} - set(predicates)
    for iri_ in sorted(wider):
        yield from _relation(iri_, None, ontology)
    yield from kinds_in_use({*predicates, *wider})
    for name in sorted({name for entity in entities.values() for name in (entity.type, *entity.types)}):
        yield KG[name], RDF["type"], OWL["Class"]
        yield KG[name], RDFS["label"], english(_spaced(name))


def _spaced(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def _relation(iri_: str, predicate: Predicate | None, ontology: Ontology) -> _Triples:
    node, known = iri(iri_), ontology.by_iri(iri_)
    canonical = predicate.canonical if predicate else True
    yield node, RDF["type"], KG["Relation" if canonical else "OpenRelation"]
    label = known.label if known else predicate.label if predicate else iri_
    yield node, RDFS["label"], english(label)
    for parent in known.parents if known else ():
        yield node, RDFS["subPropertyOf"], iri(parent)
    for opposite in known.opposites if known else ():
        yield node, KG["opposite"], iri(opposite)
    if known:
        yield from kind_triples(known)
