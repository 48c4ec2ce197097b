"""One claim as triples: what is stated, who says so, where, when, and how likely it is right.

A claim is a node, so that a denied or merely hoped statement can be kept without being asserted.
The plain triple that it describes stands beside it only where `supports` says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, get_args

from kg import ids
from kg.errors import StoreError
from kg.model import (
    Claim,
    ClaimRef,
    EntityRef,
    Node,
    Predicate,
    Qualifier,
    Quantity,
    Restatement,
    TimeSpan,
    Value,
    label_of,
)
from kg.rdf import terms
from kg.rdf.notation import (
    KG,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    TIME,
    Written,
    day,
    iri,
    number,
    string,
    truth,
    whole,
)
from kg.rdf.spans import Spans

Edges = Literal["asserted", "planned", "all"]
"""Which positive claims become plain triples too: asserted ones, planned ones besides, or all."""

_EDGE_MODALITIES: Final[dict[str, frozenset[str]]] = {
    "asserted": frozenset({"asserted"}),
    "planned": frozenset({"asserted", "planned"}),
    "all": frozenset({"asserted", "planned", "hoped", "possible", "required", "conditional", "asked"}),
}
_CURRENCY: Final = re.compile(r"[A-Z]{3}")
_Triples = Iterator[Written]


def supports(polarity: str, modality: str, edges: Edges = "planned") -> bool:
    """Whether a claim of this polarity and modality makes a plain triple under the policy `edges`.

    Raises `StoreError` when there is no such policy.

    >>> supports("positive", "planned"), supports("negative", "asserted"), supports("positive", "hoped")
    (True, False, False)
    """
    if edges not in _EDGE_MODALITIES:
        raise StoreError(f"edges: {edges!r} is no policy for plain triples; use one of {', '.join(get_args(Edges))}")
    return polarity == "positive" and modality in _EDGE_MODALITIES[edges]


def claim_triples(claim: Claim, spans: Spans, rank: int) -> _Triples:
    """Everything about one claim, the `rank`-th of its article, without its plain triple; `spans` are the article's."""
    node = iri(claim.id)
    yield node, RDF["type"], KG["Claim"]
    yield node, RDFS["label"], string(_claim_label(claim))
    yield from _participant(node, RDF["subject"], KG["subjectMention"], KG["subjectClause"], claim.subject, spans)
    yield from _predicate(node, claim.predicate, spans)
    if claim.object is not None:
        yield from _participant(node, RDF["object"], KG["objectMention"], KG["objectClause"], claim.object, spans)
    yield node, KG["polarity"], string(claim.polarity)
    yield node, KG["modality"], string(claim.modality)
    yield from _speakers(node, claim, spans)
    yield from _time(node, claim.time)
    yield from _quantity(node, claim.quantity)
    for at, qualifier in enumerate(claim.qualifiers, 1):
        yield from _qualifier(node, qualifier, at, claim.id, spans)
    yield from spans.evidence(node, KG["evidence"], claim.evidence)
    for at, again in enumerate(claim.more_evidence, 1):
        yield from _restatement(node, again, at, claim.id, spans)
    for other in claim.contradicts:
        yield node, KG["contradicts"], iri(other)
    yield node, KG["confidence"], number(claim.confidence)
    yield node, KG["extractor"], string(claim.extractor)
    yield node, KG["rank"], whole(rank)
    yield node, PROV["wasDerivedFrom"], iri(claim.evidence.article)
    yield node, PROV["wasGeneratedBy"], iri(ids.RUN + "pressgraph")


def _claim_label(claim: Claim) -> str:
    words = claim.predicate.label if claim.polarity == "positive" else f"not {claim.predicate.label}"
    parts = [label_of(claim.subject), words, *([label_of(claim.object)] if claim.object else [])]
    return " · ".join(parts)


def edge(claim: Claim, edges: Edges) -> _Triples:
    """The plain triple of a claim, where the policy has one."""
    if claim.object is not None and supports(claim.polarity, claim.modality, edges):
        yield _node(claim.subject), iri(claim.predicate.id), _node(claim.object)


def _node(node: Node) -> str:
    if isinstance(node, EntityRef):
        return iri(node.entity.id)
    return iri(node.claim) if isinstance(node, ClaimRef) else iri(_value_iri(node))


def _participant(claim: str, role: str, mention: str, clause: str, node: Node, spans: Spans) -> _Triples:
    yield claim, role, _node(node)
    yield from spans.mention(claim, mention, node)
    if isinstance(node, ClaimRef):
        yield claim, clause, string(node.label)
    if isinstance(node, Value):
        yield from _value(node)


def _predicate(claim: str, predicate: Predicate, spans: Spans) -> _Triples:
    yield claim, RDF["predicate"], iri(predicate.id)
    yield claim, KG["predicateLabel"], string(predicate.label)
    yield claim, KG["predicateText"], string(predicate.text)
    yield claim, KG["predicateLemma"], string(predicate.lemma)
    wording = spans.article.text[predicate.start : predicate.end]
    yield from spans.span(claim, KG["predicateMention"], predicate.start, predicate.end, wording)


def _speakers(claim: str, of: Claim, spans: Spans) -> _Triples:
    for speaker in of.attributed_to:
        yield claim, KG["attributedTo"], iri(speaker.entity.id)
    for rank, speaker in enumerate(of.attributed_to, 1):
        node = iri(ids.part_iri(of.id, "by", rank))
        yield claim, PROV["qualifiedAttribution"], node
        yield node, RDF["type"], PROV["Attribution"]
        yield node, PROV["agent"], iri(speaker.entity.id)
        yield node, KG["attributionRank"], whole(rank)
        yield from spans.mention(node, KG["mention"], speaker)


def _qualifier(claim: str, qualifier: Qualifier, rank: int, claim_id: str, spans: Spans) -> _Triples:
    node = iri(ids.part_iri(claim_id, "with", rank))
    yield claim, KG["qualifier"], node
    yield node, RDF["type"], KG["Qualifier"]
    yield node, KG["role"], string(qualifier.role)
    yield from _participant(node, RDF["value"], KG["mention"], KG["objectClause"], qualifier.object, spans)
    yield node, KG["rank"], whole(rank)


def _value_iri(value: Value) -> str:
    return ids.value_iri(value.label, repr(value.value), repr(value.quantity))


def _value(value: Value) -> _Triples:
    node = iri(_value_iri(value))
    yield node, RDF["type"], KG["Value"]
    yield node, RDFS["label"], string(value.label)
    if value.value is not None:
        bare = string(value.value) if isinstance(value.value, str) else number(value.value)
        yield node, RDF["value"], bare
    yield from _quantity(node, value.quantity)


def _quantity(owner: str, quantity: Quantity | None) -> _Triples:
    if quantity is None:
        return
    node = iri(ids.quantity_iri(f"{terms.number(quantity.value).value} {quantity.unit}", repr(quantity)))
    money = bool(_CURRENCY.fullmatch(quantity.unit))
    yield owner, KG["quantity"], node
    yield node, RDF["type"], SCHEMA["MonetaryAmount" if money else "QuantitativeValue"]
    yield node, SCHEMA["value"], number(quantity.value)
    yield node, SCHEMA["currency" if money else "unitText"], string(quantity.unit)
    for name, bound in (("minValue", quantity.low), ("maxValue", quantity.high)):
        if bound is not None:
            yield node, SCHEMA[name], number(bound)
    yield node, KG["approximate"], truth(quantity.approximate)


def _time(claim: str, span: TimeSpan | None) -> _Triples:
    if span is None:
        return
    yield claim, KG["timeText"], string(span.text)
    yield claim, KG["timePrecision"], string(span.precision)
    if span.start is None and span.end is None:
        return
    bounds = {"hasBeginning": span.start, "hasEnd": span.end}
    interval = iri(ids.interval_iri(*(bound.isoformat() if bound else "" for bound in bounds.values())))
    yield claim, TIME["hasTime"], interval
    yield interval, RDF["type"], TIME["Interval"]
    for name, bound in bounds.items():
        if bound is not None:
            instant = iri(ids.TIME + bound.isoformat())
            yield interval, TIME[name], instant
            yield instant, RDF["type"], TIME["Instant"]
            yield instant, TIME["inXSDDate"], day(bound)


def _restatement(claim: str, again: Restatement, rank: int, claim_id: str, spans: Spans) -> _Triples:
    """A further sentence: evidence of the claim like the first, and a node that tells what stands where in it."""
    node = iri(ids.part_iri(claim_id, "again", rank))
    yield from spans.evidence(claim, KG["evidence"], again.evidence)
    yield claim, KG["restatement"], node
    yield node, RDF["type"], KG["Restatement"]
    yield node, KG["rank"], whole(rank)
    yield from spans.evidence(node, KG["evidence"], again.evidence)
    yield from spans.mention(node, KG["subjectMention"], again.subject)
    yield node, KG["predicateText"], string(again.predicate.text)
    wording = spans.article.text[again.predicate.start : again.predicate.end]
    yield from spans.span(node, KG["predicateMention"], again.predicate.start, again.predicate.end, wording)
    if again.object is not None:
        yield from spans.mention(node, KG["objectMention"], again.object)
