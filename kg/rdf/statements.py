"""One claim as triples: what is stated, who says so, where, when, and how sure we are.

A claim is a node, so that a denied or merely hoped statement can be kept without being asserted.
The plain triple that it describes stands beside it only where `supports` says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, Literal, get_args

import pyoxigraph as ox

from kg import ids
from kg.errors import StoreError
from kg.model import (
    Article,
    Claim,
    ClaimRef,
    EntityRef,
    Evidence,
    Node,
    Predicate,
    Qualifier,
    Quantity,
    Restatement,
    TimeSpan,
    Value,
)
from kg.rdf.terms import KG, OA, PROV, RDF, RDFS, SCHEMA, TIME, day, iri, number, string, truth, whole

Edges = Literal["asserted", "planned", "all"]
"""Which positive claims become plain triples too: asserted ones, planned ones besides, or all."""

_EDGE_MODALITIES: Final[dict[str, frozenset[str]]] = {
    "asserted": frozenset({"asserted"}),
    "planned": frozenset({"asserted", "planned"}),
    "all": frozenset({"asserted", "planned", "hoped", "possible", "required", "conditional", "asked"}),
}
_CURRENCY: Final = re.compile(r"[A-Z]{3}")
_Triples = Iterator[ox.Triple]
_Mint = Callable[[str, int, int, str], str]


def supports(polarity: str, modality: str, edges: Edges = "planned") -> bool:
    """Whether a claim of this polarity and modality makes a plain triple under the policy `edges`.

    >>> supports("positive", "planned"), supports("negative", "asserted"), supports("positive", "hoped")
    (True, False, False)
    """
    if edges not in _EDGE_MODALITIES:
        raise StoreError(f"edges: {edges!r} is no policy for plain triples; use one of {', '.join(get_args(Edges))}")
    return polarity == "positive" and modality in _EDGE_MODALITIES[edges]


def claim_triples(claim: Claim, article: Article, rank: int) -> _Triples:
    """Everything about one claim, the `rank`-th of its article, without its plain triple."""
    node = iri(claim.id)
    yield ox.Triple(node, RDF["type"], KG["Claim"])
    yield ox.Triple(node, RDFS["label"], string(_claim_label(claim)))
    yield from _participant(node, RDF["subject"], KG["subjectMention"], KG["subjectClause"], claim.subject, article)
    yield from _predicate(node, claim.predicate, article)
    if claim.object is not None:
        yield from _participant(node, RDF["object"], KG["objectMention"], KG["objectClause"], claim.object, article)
    yield ox.Triple(node, KG["polarity"], string(claim.polarity))
    yield ox.Triple(node, KG["modality"], string(claim.modality))
    yield from _speakers(node, claim, article)
    yield from _time(node, claim.time)
    yield from _quantity(node, claim.quantity)
    for at, qualifier in enumerate(claim.qualifiers, 1):
        yield from _qualifier(node, qualifier, at, claim.id, article)
    yield from _evidence(node, claim.evidence, article)
    for at, again in enumerate(claim.more_evidence, 1):
        yield from _restatement(node, again, at, claim.id, article)
    for other in claim.contradicts:
        yield ox.Triple(node, KG["contradicts"], iri(other))
    yield ox.Triple(node, KG["confidence"], number(claim.confidence))
    yield ox.Triple(node, KG["extractor"], string(claim.extractor))
    yield ox.Triple(node, KG["rank"], whole(rank))
    yield ox.Triple(node, PROV["wasDerivedFrom"], iri(claim.evidence.article))
    yield ox.Triple(node, PROV["wasGeneratedBy"], iri(ids.RUN + "pressgraph"))


def _claim_label(claim: Claim) -> str:
    words = claim.predicate.label if claim.polarity == "positive" else f"not {claim.predicate.label}"
    parts = [_label(claim.subject), words, *([_label(claim.object)] if claim.object else [])]
    return " · ".join(parts)


def _label(node: Node) -> str:
    return node.entity.label if isinstance(node, EntityRef) else node.label


def edge(claim: Claim, edges: Edges) -> _Triples:
    """The plain triple of a claim, where the policy has one."""
    if claim.object is not None and supports(claim.polarity, claim.modality, edges):
        yield ox.Triple(_node(claim.subject), iri(claim.predicate.id), _node(claim.object))


def _node(node: Node) -> ox.NamedNode:
    if isinstance(node, EntityRef):
        return iri(node.entity.id)
    return iri(node.claim) if isinstance(node, ClaimRef) else iri(_value_iri(node))


def _participant(
    claim: ox.NamedNode, role: ox.NamedNode, mention: ox.NamedNode, clause: ox.NamedNode, node: Node, article: Article
) -> _Triples:
    yield ox.Triple(claim, role, _node(node))
    yield from _mention(claim, mention, node, article)
    if isinstance(node, ClaimRef):
        yield ox.Triple(claim, clause, string(node.label))
    if isinstance(node, Value):
        yield from _value(node)


def _predicate(claim: ox.NamedNode, predicate: Predicate, article: Article) -> _Triples:
    yield ox.Triple(claim, RDF["predicate"], iri(predicate.id))
    yield ox.Triple(claim, KG["predicateLabel"], string(predicate.label))
    yield ox.Triple(claim, KG["predicateText"], string(predicate.text))
    yield ox.Triple(claim, KG["predicateLemma"], string(predicate.lemma))
    wording = article.text[predicate.start : predicate.end]
    yield from _span(claim, KG["predicateMention"], article, predicate.start, predicate.end, wording)


def _speakers(claim: ox.NamedNode, of: Claim, article: Article) -> _Triples:
    for speaker in of.attributed_to:
        yield ox.Triple(claim, KG["attributedTo"], iri(speaker.entity.id))
    for rank, speaker in enumerate(of.attributed_to, 1):
        node = iri(ids.part_iri(of.id, "by", rank))
        yield ox.Triple(claim, PROV["qualifiedAttribution"], node)
        yield ox.Triple(node, RDF["type"], PROV["Attribution"])
        yield ox.Triple(node, PROV["agent"], iri(speaker.entity.id))
        yield ox.Triple(node, KG["attributionRank"], whole(rank))
        yield from _mention(node, KG["mention"], speaker, article)


def _qualifier(claim: ox.NamedNode, qualifier: Qualifier, rank: int, claim_id: str, article: Article) -> _Triples:
    node = iri(ids.part_iri(claim_id, "with", rank))
    yield ox.Triple(claim, KG["qualifier"], node)
    yield ox.Triple(node, RDF["type"], KG["Qualifier"])
    yield ox.Triple(node, KG["role"], string(qualifier.role))
    yield from _participant(node, RDF["value"], KG["mention"], KG["objectClause"], qualifier.object, article)
    yield ox.Triple(node, KG["rank"], whole(rank))


def _value_iri(value: Value) -> str:
    return ids.value_iri(value.label, repr(value.value), repr(value.quantity))


def _value(value: Value) -> _Triples:
    node = iri(_value_iri(value))
    yield ox.Triple(node, RDF["type"], KG["Value"])
    yield ox.Triple(node, RDFS["label"], string(value.label))
    if value.value is not None:
        bare = string(value.value) if isinstance(value.value, str) else number(value.value)
        yield ox.Triple(node, RDF["value"], bare)
    yield from _quantity(node, value.quantity)


def _quantity(owner: ox.NamedNode, quantity: Quantity | None) -> _Triples:
    if quantity is None:
        return
    node = iri(ids.quantity_iri(f"{number(quantity.value).value} {quantity.unit}", repr(quantity)))
    money = bool(_CURRENCY.fullmatch(quantity.unit))
    yield ox.Triple(owner, KG["quantity"], node)
    yield ox.Triple(node, RDF["type"], SCHEMA["MonetaryAmount" if money else "QuantitativeValue"])
    yield ox.Triple(node, SCHEMA["value"], number(quantity.value))
    yield ox.Triple(node, SCHEMA["currency" if money else "unitText"], string(quantity.unit))
    for name, bound in (("minValue", quantity.low), ("maxValue", quantity.high)):
        if bound is not None:
            yield ox.Triple(node, SCHEMA[name], number(bound))
    yield ox.Triple(node, KG["approximate"], truth(quantity.approximate))


def _time(claim: ox.NamedNode, span: TimeSpan | None) -> _Triples:
    if span is None:
        return
    yield ox.Triple(claim, KG["timeText"], string(span.text))
    yield ox.Triple(claim, KG["timePrecision"], string(span.precision))
    if span.start is None and span.end is None:
        return
    bounds = {"hasBeginning": span.start, "hasEnd": span.end}
    interval = iri(ids.interval_iri(*(bound.isoformat() if bound else "" for bound in bounds.values())))
    yield ox.Triple(claim, TIME["hasTime"], interval)
    yield ox.Triple(interval, RDF["type"], TIME["Interval"])
    for name, bound in bounds.items():
        if bound is not None:
            instant = iri(ids.TIME + bound.isoformat())
            yield ox.Triple(interval, TIME[name], instant)
            yield ox.Triple(instant, RDF["type"], TIME["Instant"])
            yield ox.Triple(instant, TIME["inXSDDate"], day(bound))


def _evidence(owner: ox.NamedNode, found: Evidence, article: Article) -> _Triples:
    node = _spot(ids.evidence_iri, article, found.start, found.end, found.sentence)
    yield ox.Triple(owner, KG["evidence"], node)
    yield ox.Triple(node, RDF["type"], OA["SpecificResource"])
    yield ox.Triple(node, OA["hasSource"], iri(found.article))
    yield from _span(node, OA["hasSelector"], article, found.start, found.end, found.sentence)


def _restatement(claim: ox.NamedNode, again: Restatement, rank: int, claim_id: str, article: Article) -> _Triples:
    """A further sentence: evidence of the claim like the first, and a node that tells what stands where in it."""
    node = iri(ids.part_iri(claim_id, "again", rank))
    yield from _evidence(claim, again.evidence, article)
    yield ox.Triple(claim, KG["restatement"], node)
    yield ox.Triple(node, RDF["type"], KG["Restatement"])
    yield ox.Triple(node, KG["rank"], whole(rank))
    yield from _evidence(node, again.evidence, article)
    yield from _mention(node, KG["subjectMention"], again.subject, article)
    yield ox.Triple(node, KG["predicateText"], string(again.predicate.text))
    said = again.predicate
    yield from _span(node, KG["predicateMention"], article, said.start, said.end, article.text[said.start : said.end])
    if again.object is not None:
        yield from _mention(node, KG["objectMention"], again.object, article)


def _mention(owner: ox.NamedNode, link: ox.NamedNode, node: Node, article: Article) -> _Triples:
    wording = node.mention if isinstance(node, EntityRef) else article.text[node.start : node.end]
    yield from _span(owner, link, article, node.start, node.end, wording)


def _span(owner: ox.NamedNode, link: ox.NamedNode, article: Article, start: int, end: int, exact: str) -> _Triples:
    """One selector that is both of position and of quote, so that each can be checked by the other."""
    node = _spot(ids.span_iri, article, start, end, exact)
    yield ox.Triple(owner, link, node)
    yield ox.Triple(node, RDF["type"], OA["TextPositionSelector"])
    yield ox.Triple(node, RDF["type"], OA["TextQuoteSelector"])
    yield ox.Triple(node, OA["start"], whole(start))
    yield ox.Triple(node, OA["end"], whole(end))
    yield ox.Triple(node, OA["exact"], string(exact))


def _spot(mint: _Mint, article: Article, start: int, end: int, exact: str) -> ox.NamedNode:
    faithful = article.text[start:end] == exact
    return iri(mint(article.id, start, end, "" if faithful else exact))
