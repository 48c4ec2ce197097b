"""A whole graph as triples: articles, entities, the terms in use, and the claims (`kg.rdf.statements`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg import ids
from kg.model import Article, Entity, EntityRef, Extraction, Predicate
from kg.ontology import load_ontology
from kg.rdf.statements import Edges, claim_triples, edge, supports
from kg.rdf.terms import KG, OWL, PROV, RDF, RDFS, SCHEMA, SKOS, XSD, day, english, iri, plain, string, truth, whole

_Triples = Iterator[ox.Triple]


def claims_to_triples(extractions: Iterable[Extraction], edges: Edges = "planned") -> Iterator[ox.Triple]:
    """Yield each triple of a graph once, in an order that depends on the input alone.

    Everything is in one graph. Entities of the same IRI become one: the first name and type stay,
    the names of all are kept.
    """
    seen: dict[ox.Triple, None] = dict.fromkeys(_triples(tuple(extractions), edges))
    yield from seen


def _triples(extractions: tuple[Extraction, ...], edges: Edges) -> _Triples:
    supports("positive", "asserted", edges)
    entities = merged_entities(extractions)
    yield from _run(edges)
    for extraction in extractions:
        yield from _article(extraction.article, entities)
        for entity_id in sorted({entity.id for entity in _entities_in(extraction)}):
            yield ox.Triple(iri(extraction.article.id), SCHEMA["mentions"], iri(entity_id))
    for _, entity in sorted(entities.items()):
        yield from _entity(entity)
    yield from _terms(extractions, entities)
    for extraction in extractions:
        for rank, claim in enumerate(extraction.claims, 1):
            yield from claim_triples(claim, extraction.article, rank)
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
    aliases = dict.fromkeys((*first.aliases, other.label, *other.aliases))
    return Entity(
        id=first.id,
        label=first.label,
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
    yield ox.Triple(run, RDF["type"], PROV["Activity"])
    yield ox.Triple(run, RDFS["label"], string("Pressgraph extraction"))
    yield ox.Triple(run, KG["edges"], string(edges))


def _article(article: Article, entities: dict[str, Entity]) -> _Triples:
    node = iri(article.id)
    yield ox.Triple(node, RDF["type"], SCHEMA["NewsArticle"])
    yield ox.Triple(node, RDFS["label"], string(article.title or article.name))
    yield ox.Triple(node, SCHEMA["identifier"], string(article.name))
    if article.title is not None:
        yield ox.Triple(node, SCHEMA["headline"], string(article.title))
    if article.published is not None:
        yield ox.Triple(node, SCHEMA["datePublished"], day(article.published))
    if article.url is not None:
        yield ox.Triple(node, SCHEMA["url"], ox.Literal(plain(article.url), datatype=XSD["anyURI"]))
    if article.licence is not None:
        yield ox.Triple(node, SCHEMA["license"], string(article.licence))
    if article.digest:
        yield ox.Triple(node, SCHEMA["sha256"], string(article.digest))
    yield ox.Triple(node, SCHEMA["articleBody"], string(article.text))
    if article.source is not None:
        yield from _publisher(node, article.source, entities)
    for rank, name in enumerate(article.authors, 1):
        author = iri(ids.part_iri(article.id, "author", rank))
        yield ox.Triple(node, SCHEMA["author"], author)
        yield ox.Triple(author, RDF["type"], SCHEMA["Person"])
        yield ox.Triple(author, SCHEMA["name"], string(name))
        yield ox.Triple(author, SCHEMA["position"], whole(rank))


def _publisher(article: ox.NamedNode, source: str, entities: dict[str, Entity]) -> _Triples:
    """The outlet is the entity of its name, so that what it says and what it prints meet in one node."""
    outlet = ids.entity_iri(source)
    yield ox.Triple(article, SCHEMA["creditText"], string(source))
    yield ox.Triple(article, SCHEMA["publisher"], iri(outlet))
    if outlet not in entities:
        types = load_ontology().superclasses("NewsOutlet")
        yield from _entity(Entity(outlet, source, "NewsOutlet", types))


def _entity(entity: Entity) -> _Triples:
    node = iri(entity.id)
    for name in dict.fromkeys((entity.type, *entity.types)):
        yield ox.Triple(node, RDF["type"], KG[name])
    yield ox.Triple(node, RDFS["label"], string(entity.label))
    for alias in entity.aliases:
        yield ox.Triple(node, SKOS["altLabel"], string(alias))
    yield ox.Triple(node, KG["named"], truth(entity.named))
    for other in entity.same_as:
        yield ox.Triple(node, OWL["sameAs"], iri(other))


def _terms(extractions: tuple[Extraction, ...], entities: dict[str, Entity]) -> _Triples:
    """Names of the relations and classes in use, and what is above them, so that the graph explains itself."""
    ontology = load_ontology()
    predicates = {c.predicate.id: c.predicate for e in reversed(extractions) for c in reversed(e.claims)}
    for iri_, predicate in sorted(predicates.items()):
        yield from _relation(iri_, predicate)
    wider = {above for iri_ in predicates for above in ontology.ancestors(iri_)} - set(predicates)
    for iri_ in sorted(wider):
        yield from _relation(iri_, None)
    for name in sorted({name for entity in entities.values() for name in (entity.type, *entity.types)}):
        yield ox.Triple(KG[name], RDF["type"], OWL["Class"])
        yield ox.Triple(KG[name], RDFS["label"], english(_spaced(name)))


def _spaced(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def _relation(iri_: str, predicate: Predicate | None) -> _Triples:
    node, known = iri(iri_), load_ontology().by_iri(iri_)
    canonical = predicate.canonical if predicate else True
    yield ox.Triple(node, RDF["type"], KG["Relation" if canonical else "OpenRelation"])
    label = known.label if known else predicate.label if predicate else iri_
    yield ox.Triple(node, RDFS["label"], english(label))
    for parent in known.parents if known else ():
        yield ox.Triple(node, RDFS["subPropertyOf"], iri(parent))
    for opposite in known.opposites if known else ():
        yield ox.Triple(node, KG["opposite"], iri(opposite))
