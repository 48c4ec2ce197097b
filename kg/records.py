"""The JSON form of statements, articles, entities and rejections: one object a line.

The statement record is what other programs read, so its keys are fixed: every key is always
there, absent values are null or ``[]``, and the same statement gives the same line. Positions are
half-open ranges of Unicode code points into the ``text`` of the article's own record, and a
``mention`` is exactly what stands there: empty where the sentence only implies somebody.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from kg.errors import StoreError
from kg.model import (
    Article,
    Block,
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
    Rejection,
    Restatement,
    TimeSpan,
    Value,
)

Record = dict[str, Any]

# JSON leaves these line separators as they are, and many readers split a file at them.
_SEPARATORS: Final = {c: f"\\u{ord(c):04x}" for c in "\x7f\x85\u2028\u2029"}
_JSON: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


def to_line(record: Mapping[str, Any]) -> str:
    """Return `record` as one line of JSON that no reader will break in two.

    >>> to_line({"label": "née\\u2028X"})
    '{"label": "née\\\\u2028X"}\\n'
    """
    line = _JSON.encode(record)
    for character, escaped in _SEPARATORS.items():
        line = line.replace(character, escaped)
    return line + "\n"


def read_lines(path: Path) -> Iterator[Record]:
    """Yield the objects of a file of JSON lines.

    Raises `StoreError` naming the file and the line that is missing or no JSON object.
    """
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{path}: cannot be read ({error}); build it again with kg build") from error
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError as error:
            raise StoreError(f"{path}, line {number}: not JSON ({error}); build it again with kg build") from error
        if not isinstance(record, dict):
            raise StoreError(f"{path}, line {number}: expected a JSON object, found {type(record).__name__}")
        yield record


def to_record(claim: Claim, extraction: Extraction) -> Record:
    """Return the statement record of `claim`, one of the claims of `extraction`."""
    text = extraction.article.text
    return {
        "id": claim.id,
        "subject": _node(claim.subject, text),
        "predicate": _fields(claim.predicate),
        "object": None if claim.object is None else _node(claim.object, text),
        "qualifiers": [{"role": q.role, "object": _node(q.object, text)} for q in claim.qualifiers],
        "polarity": claim.polarity,
        "modality": claim.modality,
        "attributed_to": [_node(speaker, text) for speaker in claim.attributed_to],
        "time": None if claim.time is None else _time(claim.time),
        "quantity": None if claim.quantity is None else _fields(claim.quantity),
        "evidence": _evidence(claim.evidence),
        "more_evidence": [_restated(again, text) for again in claim.more_evidence],
        "contradicts": list(claim.contradicts),
        "confidence": round(claim.confidence, 4),
        "extractor": claim.extractor,
    }


def statements(extractions: Iterable[Extraction]) -> Iterator[Record]:
    """Yield the records of all claims, article by article, each in the order of its text."""
    for extraction in extractions:
        for claim in extraction.claims:
            yield to_record(claim, extraction)


def _node(node: Node, text: str) -> Record:
    where = _where(node, text)
    if isinstance(node, EntityRef):
        entity = node.entity
        kinds = {"type": entity.type, "types": list(entity.types), "aliases": list(entity.aliases)}
        return {"id": entity.id, "label": entity.label, **kinds, **where}
    if isinstance(node, ClaimRef):
        return {"statement": node.claim, "label": node.label, **where}
    quantity = node.quantity
    value = quantity.value if node.value is None and quantity else node.value
    return {"value": value, "label": node.label, "quantity": quantity and _fields(quantity), **where}


def _fields(noun: Predicate | Quantity | Evidence | Article | Block | Entity | Rejection) -> Record:
    """The fields of a noun by name; `dataclasses.asdict` would copy each value besides."""
    return {name: getattr(noun, name) for name in noun.__dataclass_fields__}


def _evidence(evidence: Evidence) -> Record:
    return {**_fields(evidence), "published": _iso(evidence.published)}


def _restated(again: Restatement, text: str) -> Record:
    """A further sentence, and the places of subject, predicate and object in it."""
    predicate = {"text": again.predicate.text, "start": again.predicate.start, "end": again.predicate.end}
    object_ = None if again.object is None else _where(again.object, text)
    return {**_evidence(again.evidence), "subject": _where(again.subject, text), "predicate": predicate,
            "object": object_}  # fmt: skip


def _where(node: Node, text: str) -> Record:
    return {"mention": text[node.start : node.end], "start": node.start, "end": node.end}


def _time(span: TimeSpan) -> Record:
    return {"start": _iso(span.start), "end": _iso(span.end), "text": span.text, "precision": span.precision}


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(iso: str | None) -> date | None:
    return None if iso is None else date.fromisoformat(iso)


def article_record(article: Article) -> Record:
    """Return the record of an article, with the text that all positions count in."""
    record = _fields(article)
    return {**record, "published": _iso(article.published), "authors": list(article.authors),
            "blocks": [_fields(block) for block in article.blocks]}  # fmt: skip


def entity_record(entity: Entity, article: Article) -> Record:
    """Return the record of an entity as one article names it."""
    kinds = {key: list(getattr(entity, key)) for key in ("types", "aliases", "same_as")}
    return {**_fields(entity), **kinds, "article": article.id}


def rejection_record(rejection: Rejection) -> Record:
    """Return the record of what looked like a statement and was not kept."""
    return _fields(rejection)


def from_record(record: Mapping[str, Any], entities: Mapping[str, Entity] | None = None) -> Claim:
    """Return the claim of a statement record; `entities` supplies what the record leaves out.

    ``to_record(from_record(record), extraction) == record`` for every record that `to_record` made.
    Raises `KeyError` or `ValueError` for a record that lacks a key or holds a malformed date.
    """
    known = entities or {}
    claim = Claim(
        id=record["id"],
        subject=_from_node(record["subject"], known),
        predicate=Predicate(**record["predicate"]),
        object=None if record["object"] is None else _from_node(record["object"], known),
        evidence=_from_evidence(record["evidence"]),
        polarity=record["polarity"],
        modality=record["modality"],
        qualifiers=tuple(Qualifier(q["role"], _from_node(q["object"], known)) for q in record["qualifiers"]),
        attributed_to=tuple(_from_entity(node, known) for node in record["attributed_to"]),
        time=_from_time(record["time"]),
        quantity=_from_quantity(record["quantity"]),
        confidence=record["confidence"],
        extractor=record["extractor"],
        contradicts=tuple(record["contradicts"]),
    )
    return replace(claim, more_evidence=tuple(_from_restated(again, claim) for again in record["more_evidence"]))


def _from_evidence(record: Mapping[str, Any]) -> Evidence:
    published = _day(record["published"])
    return Evidence(record["article"], record["sentence"], record["start"], record["end"], published)


def _from_restated(record: Mapping[str, Any], claim: Claim) -> Restatement:
    return Restatement(
        _from_evidence(record),
        _moved(claim.subject, record["subject"]),
        replace(claim.predicate, **record["predicate"]),
        None if claim.object is None or record["object"] is None else _moved(claim.object, record["object"]),
    )


def _moved(node: Node, where: Mapping[str, Any]) -> Node:
    """`node` as another sentence mentions it."""
    if isinstance(node, EntityRef):
        return replace(node, **where)
    return replace(node, start=where["start"], end=where["end"])


def _from_node(node: Mapping[str, Any], known: Mapping[str, Entity]) -> Node:
    if "id" in node:
        return _from_entity(node, known)
    where = (node["label"], node["start"], node["end"])
    if "statement" in node:
        return ClaimRef(node["statement"], *where)
    return Value(*where, quantity=_from_quantity(node["quantity"]), value=node["value"])


def _from_entity(node: Mapping[str, Any], known: Mapping[str, Entity]) -> EntityRef:
    plain = Entity(node["id"], node["label"], node["type"], tuple(node["types"]), tuple(node["aliases"]))
    return EntityRef(known.get(node["id"], plain), node["mention"], node["start"], node["end"])


def _from_quantity(record: Mapping[str, Any] | None) -> Quantity | None:
    return None if record is None else Quantity(**record)


def _from_time(record: Mapping[str, Any] | None) -> TimeSpan | None:
    if record is None:
        return None
    return TimeSpan(_day(record["start"]), _day(record["end"]), record["text"], record["precision"])


def article_from_record(record: Mapping[str, Any]) -> Article:
    """Return the article of a record that `article_record` made."""
    blocks = tuple(Block(**block) for block in record["blocks"])
    changed = {"published": _day(record["published"]), "authors": tuple(record["authors"]), "blocks": blocks}
    return Article(**{**record, **changed})


def entity_from_record(record: Mapping[str, Any]) -> Entity:
    """Return the entity of a record that `entity_record` made."""
    known = {key: value for key, value in record.items() if key != "article"}
    lists = {key: tuple(record[key]) for key in ("types", "aliases", "same_as")}
    return Entity(**{**known, **lists})


def rejection_from_record(record: Mapping[str, Any]) -> Rejection:
    """Return the rejection of a record that `rejection_record` made."""
    return Rejection(**record)
